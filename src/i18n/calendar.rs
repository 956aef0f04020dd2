//! What is wrong with a calendar, in words.

use chrono::NaiveDate;

use super::cli::hours_fault;
use super::{Both, Lang};
use crate::domain::deadline::{CalendarError, CalendarFault};

/// One line: file, line, what is wrong and what to do.
pub fn error(lang: Lang, error: &CalendarError) -> String {
    let what = fault(lang, &error.fault);
    match (error.line, lang) {
        (Some(line), Lang::Zh) => format!("{} 第 {line} 行：{what}", error.file),
        (Some(line), Lang::En) => format!("{}, line {line}: {what}", error.file),
        (None, Lang::Zh) => format!("{}：{what}", error.file),
        (None, Lang::En) => format!("{}: {what}", error.file),
    }
}

/// What is wrong and what to do, without the place.
#[expect(clippy::too_many_lines, reason = "one arm a fault")]
pub fn fault(lang: Lang, fault: &CalendarFault) -> String {
    let (zh, en) = match fault {
        CalendarFault::Syntax(said) => (
            format!("读不懂({said})，请改正。"),
            format!("this cannot be read ({said}): correct it."),
        ),
        CalendarFault::BadDate(text) => (
            format!("「{text}」不是日期，请写成 2026-10-01 这样。"),
            format!("“{text}” is no date: write it like 2026-10-01."),
        ),
        CalendarFault::NoId => (
            "没有 id，请补上(如 cn-2027)。".to_owned(),
            "the id is missing: add one, such as cn-2027.".to_owned(),
        ),
        CalendarFault::NoName(date) => (
            format!("{date} 的节日没有名称(zh 和 en)，请补上。"),
            format!("the holiday of {date} has no name (zh and en): add it."),
        ),
        CalendarFault::Backwards(from, to) => (
            format!("结束 {to} 早于开始 {from}，请改正。"),
            format!("it ends on {to}, before it begins on {from}: correct it."),
        ),
        CalendarFault::TooLong(from, to) => (
            format!("{from} 到 {to} 超过一个月，请核对。"),
            format!("{from} to {to} is longer than a month: check it."),
        ),
        CalendarFault::OtherYear(date, year) => (
            format!("{date} 不属于 {year} 年的安排，请改正。"),
            format!("{date} does not belong to the notice of {year}: correct it."),
        ),
        CalendarFault::OffAndMakeUp(date) => (
            format!("{date} 既放假又上班，请只留一个。"),
            format!("{date} is both off and a make-up day: keep one of them."),
        ),
        CalendarFault::Twice(date) => (
            format!("{date} 写了两次，请删去一个。"),
            format!("{date} stands twice: remove one."),
        ),
        CalendarFault::IdTwice(id) => (
            format!("两个年份的安排都叫 {id}，请给新的一份另取 id。"),
            format!("notices of two years are called {id}: give the new one an id of its own."),
        ),
        CalendarFault::YearTwice(year) => (
            format!("{year} 年有两份安排，请只留一份。"),
            format!("there are two notices of {year}: keep one."),
        ),
        CalendarFault::Gap(year) => (
            format!("缺少 {year} 年的安排，请先补上。"),
            format!("the notice of {year} is missing: bring it in first."),
        ),
        CalendarFault::Empty => (
            "没有任何一年的安排，请至少给一年。".to_owned(),
            "there is no notice for any year: give one at least.".to_owned(),
        ),
        CalendarFault::BadYear(year) => (
            format!("年份 {year} 不对，请改正。"),
            format!("{year} is no year of a calendar: correct it."),
        ),
        CalendarFault::Hours(error) => (hours_fault(Lang::Zh, error), hours_fault(Lang::En, error)),
        CalendarFault::HoursWhenClosed(date) => (
            format!("{date} 不上班却写了办公时间，请删去一项。"),
            format!("{date} is closed and yet has office hours: remove one."),
        ),
        CalendarFault::NotText => (
            "不是文本文件，请存成 TOML、JSON 或 CSV(UTF-8 或 GB18030)。".to_owned(),
            "this is no text: save it as TOML, JSON or CSV (UTF-8 or GB18030).".to_owned(),
        ),
        CalendarFault::TooLarge => (
            "文件超过 1 MB，不是放假安排，请核对。".to_owned(),
            "at over 1 MB this is no calendar: check the file.".to_owned(),
        ),
        CalendarFault::NoDays => (
            "里面没有一个日子，请写上放假和上班的日期。".to_owned(),
            "no day stands in it: write the dates that are off or worked.".to_owned(),
        ),
        CalendarFault::UnknownField(name) => (
            format!(
                "不认识「{name}」。列名用 日期、类型、名称、英文名、时间(date、kind、name、name_en、hours)。"
            ),
            format!("“{name}” is unknown: the columns are date, kind, name, name_en and hours."),
        ),
        CalendarFault::MissingField(name) => (
            format!("缺少「{name}」，请补上。"),
            format!("“{name}” is missing: add it."),
        ),
        CalendarFault::BadKind(text) => (
            format!("类型「{text}」不对，请写 休 或 班(off 或 work)。"),
            format!("“{text}” is neither off nor work: write one of them."),
        ),
        CalendarFault::HoursOfNotice(date) => (
            format!("{date} 写了办公时间。放假安排里没有办公时间；本单位自定的日子请加 --own。"),
            format!(
                "{date} has office hours, which a public notice does not set: give the office's \
                 own days with --own."
            ),
        ),
        CalendarFault::OtherDays(year) => (
            format!(
                "{year} 年已公布的放假日一天都不在里面。放假安排要写全年；本单位自定的日子请加 --own。"
            ),
            format!(
                "none of the days off announced for {year} stands in it: a notice holds its whole \
                 year; give the office's own days with --own."
            ),
        ),
        CalendarFault::OwnDays => (
            "这是本单位自定的日子，请加 --own。".to_owned(),
            "these are the office's own days: add --own.".to_owned(),
        ),
        CalendarFault::PublicNotice => (
            "这是放假安排，不是本单位自定的日子，请去掉 --own。".to_owned(),
            "this is a public notice, not the office's own days: leave out --own.".to_owned(),
        ),
    };
    lang.pick(zh, en)
}

/// A calendar was taken into use.
pub fn adopted(lang: Lang, version: &str, known: NaiveDate) -> String {
    match lang {
        Lang::Zh => format!("日历 {version} 已启用，放假安排已知到 {known}。"),
        Lang::En => format!("The calendar {version} is in use; holidays are known until {known}."),
    }
}

/// What a calendar would do, while nothing was changed.
pub fn previewed(lang: Lang, version: &str, known: NaiveDate) -> String {
    match lang {
        Lang::Zh => {
            format!("预览，没有改动。启用后为日历 {version}，放假安排已知到 {known}。")
        }
        Lang::En => format!(
            "A preview: nothing was changed. It would be the calendar {version}, known until \
             {known}."
        ),
    }
}

/// How many ends of running clocks moved, and how many are certain from now on.
pub fn counted(lang: Lang, moved: usize, confirmed: usize) -> String {
    match (lang, moved, confirmed) {
        (Lang::Zh, 0, 0) => "在办件的到期时间都不变。".to_owned(),
        (Lang::En, 0, 0) => "No due date of an open inquiry moves.".to_owned(),
        (Lang::Zh, moved, 0) => format!("到期时间变动 {moved} 个。"),
        (Lang::En, moved, 0) => format!("Due dates that move: {moved}."),
        (Lang::Zh, moved, confirmed) => {
            format!("到期时间变动 {moved} 个，另有 {confirmed} 个由暂算转为确定。")
        }
        (Lang::En, moved, confirmed) => {
            format!("Due dates that move: {moved}; that are no longer provisional: {confirmed}.")
        }
    }
}

/// Headings of the due dates that move.
pub fn moved_columns(lang: Lang) -> [&'static str; 6] {
    lang.pick(
        ["编号", "转办", "时限", "原到期", "现到期", "备注"],
        ["number", "leg", "clock", "was due", "is due", "note"],
    )
}

/// Beside a due date that moved: its clock had run out before, and that stays on record.
pub const BREACH_STAYS: Both = Both::new("已超时，记录保留", "ran out before: that stays");
/// Beside a due date that moved: it is still provisional.
pub const STILL_PROVISIONAL: Both = Both::new("暂算", "provisional");
/// Beside a day of the office's own.
pub const OPEN: Both = Both::new("上班", "open");
/// Beside a day of the office's own.
pub const CLOSED: Both = Both::new("不上班", "closed");

/// Headings of the office's own days.
pub fn own_columns(lang: Lang) -> [&'static str; 4] {
    lang.pick(
        ["本单位自定", "上班与否", "时间", "名称"],
        ["own day", "open", "hours", "name"],
    )
}

/// From November on, or later still: next year's notice is not there.
pub fn missing_year(lang: Lang, year: i32) -> String {
    match lang {
        Lang::Zh => format!(
            "{year} 年的放假安排还没有导入，之后的到期日都是暂算。公布后请用 shouwen calendar import 导入。"
        ),
        Lang::En => format!(
            "The holidays of {year} are not known yet, so due dates then are provisional: bring \
             the notice in with shouwen calendar import."
        ),
    }
}

/// The same as a short mark that stays on the screen.
pub fn missing_mark(lang: Lang, year: i32) -> String {
    match lang {
        Lang::Zh => format!("{year} 年放假安排未导入"),
        Lang::En => format!("holidays of {year} not known"),
    }
}
