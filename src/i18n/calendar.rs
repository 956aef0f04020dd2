//! What is wrong with a calendar, in words.

use super::Lang;
use super::cli::hours_fault;
use crate::domain::deadline::{CalendarError, CalendarFault};

/// One line: file, line, what is wrong and what to do.
pub fn error(lang: Lang, error: &CalendarError) -> String {
    let what = fault(lang, &error.fault);
    match (error.line, lang) {
        (Some(line), Lang::Zh) => format!("{} 第 {line} 行：{what}", error.file),
        (Some(line), Lang::En) => format!("{}, line {line}: {what}", error.file),
        (None, Lang::Zh) => format!("{}:{what}", error.file),
        (None, Lang::En) => format!("{}: {what}", error.file),
    }
}

/// What is wrong and what to do, without the place.
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
    };
    lang.pick(zh, en)
}
