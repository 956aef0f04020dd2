//! The sentences of the command line.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Weekday};

use super::Lang;
use crate::domain::deadline::{
    Day, DayKind, DayLine, HolidayName, HoursError, Limit, Part, Stretch, StretchWhy,
    SuspensionReason,
};
use crate::domain::inquiry::event::Stop;
use crate::domain::rulebook::Fault;
use crate::store::Difference;

/// A time that cannot be read.
pub fn bad_time(lang: Lang, option: &str, text: &str) -> String {
    match lang {
        Lang::Zh => {
            format!("{option} 的时间「{text}」读不懂。请写成 2026-04-03T16:50:00+08:00 这样。")
        }
        Lang::En => format!(
            "The time “{text}” of {option} cannot be read: write it like 2026-04-03T16:50:00+08:00."
        ),
    }
}

/// A language that is not spoken.
pub fn bad_lang(lang: Lang, text: &str) -> String {
    match lang {
        Lang::Zh => format!("不支持语言「{text}」。请用 zh 或 en。"),
        Lang::En => format!("The language “{text}” is not spoken here: use zh or en."),
    }
}

/// An option that must be given.
pub fn missing_option(lang: Lang, option: &str) -> String {
    match lang {
        Lang::Zh => format!("缺少 {option}。请补上后再试。"),
        Lang::En => format!("{option} is missing: add it and try again."),
    }
}

/// Neither a limit nor a clock was named.
pub fn limit_or_clock(lang: Lang) -> String {
    lang.pick(
        "请用 --limit 给出时限(如 3wd),或用 --rulebook 和 --clock 指明制度里的时限。",
        "Give a limit with --limit (such as 3wd), or name a clock with --rulebook and --clock.",
    )
    .to_owned()
}

/// A rulebook without a clock.
pub fn which_clock(lang: Lang, book: &str, ids: &[&str]) -> String {
    let ids = ids.join(" ");
    match lang {
        Lang::Zh => format!("请用 --clock 指明 {book} 的哪个时限:{ids}"),
        Lang::En => format!("Name a clock of {book} with --clock: {ids}"),
    }
}

/// A clock that the rulebook does not have.
pub fn unknown_clock(lang: Lang, id: &str, book: &str, ids: &[&str]) -> String {
    let ids = ids.join(" ");
    match lang {
        Lang::Zh => format!("{book} 里没有时限「{id}」。有这些:{ids}"),
        Lang::En => format!("{book} has no clock “{id}”. It has: {ids}"),
    }
}

/// A limit beside a clock that has its own.
pub fn clock_has_limit(lang: Lang, id: &str, limit: Limit) -> String {
    match lang {
        Lang::Zh => format!("{id} 自有时限 {limit},请去掉 --limit。"),
        Lang::En => format!("{id} has its own limit, {limit}: leave out --limit."),
    }
}

/// A clock that ends at a promised time.
pub fn clock_of_promise(lang: Lang, id: &str) -> String {
    match lang {
        Lang::Zh => format!("{id} 到约定的时间为止,请用 --limit 写明多久(如 --limit 40min)。"),
        Lang::En => {
            format!(
                "{id} ends at the promised time: say how long with --limit, such as --limit 40min."
            )
        }
    }
}

/// A clock that takes its limit from the matter.
pub fn clock_of_matter(lang: Lang, id: &str) -> String {
    match lang {
        Lang::Zh => format!("{id} 的时限由事项自带,请用 --limit 写明(如 --limit 5wd)。"),
        Lang::En => format!(
            "{id} takes its limit from the matter: give it with --limit, such as --limit 5wd."
        ),
    }
}

/// A rulebook that is neither built in nor a file.
pub fn unknown_rulebook(lang: Lang, name: &str, ids: &[&str]) -> String {
    let ids = ids.join(" ");
    match lang {
        Lang::Zh => format!("没有制度「{name}」,也没有这个文件。内置制度有:{ids}"),
        Lang::En => format!("There is no rulebook “{name}”, nor such a file. Built in are: {ids}"),
    }
}

/// Something wrong in a file: where and why.
pub fn fault(lang: Lang, fault: &Fault) -> String {
    let Fault { file, line, reason } = fault;
    match lang {
        Lang::Zh => format!("{file} 第 {line} 行:{reason}"),
        Lang::En => format!("{file}, line {line}: {reason}"),
    }
}

/// A file that cannot be read.
pub fn unreadable(lang: Lang, path: &str, error: &std::io::Error) -> String {
    let why = match error.kind() {
        std::io::ErrorKind::NotFound => lang
            .pick("没有这个文件", "there is no such file")
            .to_owned(),
        std::io::ErrorKind::PermissionDenied => {
            lang.pick("没有读取权限", "it may not be read").to_owned()
        }
        std::io::ErrorKind::InvalidData => lang
            .pick("不是 UTF-8 文本", "it is not UTF-8 text")
            .to_owned(),
        _ => error.to_string(),
    };
    match lang {
        Lang::Zh => format!("{path} 读不出来:{why}。请核对路径。"),
        Lang::En => format!("{path} cannot be read: {why}. Check the path."),
    }
}

/// A way of counting that there is not.
pub fn bad_counting(lang: Lang, text: &str) -> String {
    match lang {
        Lang::Zh => format!(
            "--counting 不能是「{text}」。请用 next-day(当日不计)或 receipt-day(收件日为第1日)。"
        ),
        Lang::En => format!(
            "--counting cannot be “{text}”: use next-day (the trigger day is day 0) or \
             receipt-day (it is day 1)."
        ),
    }
}

/// Office hours that cannot be.
pub fn bad_hours(lang: Lang, error: &HoursError) -> String {
    let what = hours_fault(lang, error);
    match lang {
        Lang::Zh => format!("办公时间有误:{what}。请写成 09:00-12:00,14:00-17:30 这样。"),
        Lang::En => {
            format!("The office hours do not fit: {what}. Write them like 09:00-12:00,14:00-17:30.")
        }
    }
}

/// What is wrong with office hours.
pub fn hours_fault(lang: Lang, error: &HoursError) -> String {
    let (zh, en) = match error {
        HoursError::Empty => ("没有写时间".to_owned(), "none are given".to_owned()),
        HoursError::NotASpan(text) => (
            format!("「{text}」不是一段时间"),
            format!("“{text}” is no span of time"),
        ),
        HoursError::BadTime(text) => (
            format!("「{text}」不是 00:00 到 24:00 的时间"),
            format!("“{text}” is no time between 00:00 and 24:00"),
        ),
        HoursError::Backwards(text) => (
            format!("{text} 的结束不在开始之后"),
            format!("{text} closes before it opens"),
        ),
        HoursError::Overlap(one, other) => (
            format!("{one} 和 {other} 重叠"),
            format!("{one} and {other} overlap"),
        ),
    };
    lang.pick(zh, en)
}

/// When it is due.
pub fn due_at(lang: Lang, at: Option<NaiveDateTime>) -> String {
    match (at, lang) {
        (Some(at), Lang::Zh) => format!("到期:{} {}", minute(at), weekday(lang, at.weekday())),
        (Some(at), Lang::En) => format!("Due: {} {}", minute(at), weekday(lang, at.weekday())),
        (None, Lang::Zh) => "到期:暂停中,未定".to_owned(),
        (None, Lang::En) => "Due: open, the clock stands still".to_owned(),
    }
}

/// That the calendar did not reach far enough.
pub fn provisional(lang: Lang, known: NaiveDate) -> String {
    match lang {
        Lang::Zh => format!("暂算:放假安排只到 {known},之后按周末和法定固定节日推算。"),
        Lang::En => format!(
            "Provisional: holidays are announced until {known}; after that weekends and the \
             holidays fixed by date are assumed."
        ),
    }
}

/// The calendar that was used.
pub fn counted_by(lang: Lang, calendar: &str) -> String {
    match lang {
        Lang::Zh => format!("日历:{calendar}"),
        Lang::En => format!("Calendar: {calendar}"),
    }
}

/// One day of a limit.
pub fn day_line(lang: Lang, line: &DayLine) -> String {
    let date = line.date();
    let mark = match line.part {
        Part::Counted(nth) => match lang {
            Lang::Zh => format!("第{nth}日"),
            Lang::En => format!("day {nth}"),
        },
        Part::Trigger
        | Part::AfterClosing
        | Part::NotWorking
        | Part::Suspended(_)
        | Part::RolledPast
        | Part::RolledTo => "-".to_owned(),
    };
    let why = match line.part {
        Part::Trigger => lang.pick("触发日,不计", "trigger day").to_owned(),
        Part::AfterClosing => lang
            .pick("下班后收到,不计", "received after closing")
            .to_owned(),
        Part::Counted(_) => day_kind(lang, &line.day),
        Part::NotWorking => format!(
            "{}{}",
            day_kind(lang, &line.day),
            lang.pick(",不计", ", not counted")
        ),
        Part::Suspended(why) => {
            format!("{}{}", lang.pick("暂停:", "suspended: "), reason(lang, why))
        }
        Part::RolledPast => format!(
            "{}{}",
            day_kind(lang, &line.day),
            lang.pick(",顺延", ", rolled")
        ),
        Part::RolledTo => lang.pick("顺延到此日", "rolled to this day").to_owned(),
    };
    let weekday = weekday(lang, date.weekday());
    format!("  {date} {weekday}  {}  {why}", padded(&mark, 7))
}

/// One stretch of a limit in minutes or hours.
pub fn stretch_line(lang: Lang, stretch: &Stretch) -> String {
    let to = stretch.to.map_or_else(|| "…".to_owned(), minute);
    let why = match &stretch.why {
        StretchWhy::Counted => lang.pick("计入", "counted").to_owned(),
        StretchWhy::OutsideHours => lang
            .pick("非办公时间,不计", "outside office hours")
            .to_owned(),
        StretchWhy::NotWorking(day) => format!(
            "{}{}",
            day_kind(lang, day),
            lang.pick(",不计", ", not counted")
        ),
        StretchWhy::Suspended(why) => format!(
            "{}{}",
            lang.pick("暂停:", "suspended: "),
            reason(lang, *why)
        ),
    };
    format!("  {} → {to}  {why}", minute(stretch.from))
}

/// What a day is.
pub fn day_kind(lang: Lang, day: &Day) -> String {
    let name = |name: &HolidayName| lang.pick(name.zh.to_string(), name.en.to_string());
    match &day.kind {
        DayKind::Workday => lang.pick("工作日", "working day").to_owned(),
        DayKind::MakeUp(holiday) => match lang {
            Lang::Zh => format!("调休上班({})", name(holiday)),
            Lang::En => format!("make-up working day ({})", name(holiday)),
        },
        DayKind::Holiday(holiday) => name(holiday),
        DayKind::Weekend => lang.pick("周末", "weekend").to_owned(),
        DayKind::Opened(why) | DayKind::Closed(why) => why.to_string(),
    }
}

/// Why a clock stands still.
pub fn reason(lang: Lang, reason: SuspensionReason) -> &'static str {
    let (zh, en) = match reason {
        SuspensionReason::Hearing => ("听证", "hearing"),
        SuspensionReason::Tender => ("招标", "tender"),
        SuspensionReason::Auction => ("拍卖", "auction"),
        SuspensionReason::Inspection => ("检验", "inspection"),
        SuspensionReason::Testing => ("检测", "testing"),
        SuspensionReason::Quarantine => ("检疫", "quarantine"),
        SuspensionReason::Appraisal => ("鉴定", "appraisal"),
        SuspensionReason::ExpertReview => ("专家评审", "expert review"),
        SuspensionReason::PublicNotice => ("公示公告", "public notice"),
        SuspensionReason::PublicReview => ("群众评议", "public review"),
        SuspensionReason::Consultation => ("征求意见", "consultation"),
    };
    lang.pick(zh, en)
}

/// A weekday.
pub fn weekday(lang: Lang, day: Weekday) -> &'static str {
    let (zh, en) = match day {
        Weekday::Mon => ("周一", "Mon"),
        Weekday::Tue => ("周二", "Tue"),
        Weekday::Wed => ("周三", "Wed"),
        Weekday::Thu => ("周四", "Thu"),
        Weekday::Fri => ("周五", "Fri"),
        Weekday::Sat => ("周六", "Sat"),
        Weekday::Sun => ("周日", "Sun"),
    };
    lang.pick(zh, en)
}

/// A wall clock to the minute.
pub fn minute(at: NaiveDateTime) -> String {
    at.format("%Y-%m-%d %H:%M").to_string()
}

/// A text filled up with spaces to so many columns.
fn padded(text: &str, columns: usize) -> String {
    let width = unicode_width::UnicodeWidthStr::width(text);
    format!("{text}{}", " ".repeat(columns.saturating_sub(width)))
}

/// An argument that no subcommand of this name takes.
pub fn unknown_argument(lang: Lang, arg: &str, near: Option<String>) -> String {
    let near = near.map_or_else(String::new, |near| meant(lang, &near));
    match lang {
        Lang::Zh => format!("没有参数「{arg}」。{near}用 --help 查看用法。"),
        Lang::En => format!("There is no argument “{arg}”. {near}See --help."),
    }
}

/// A subcommand that there is not.
pub fn unknown_subcommand(lang: Lang, name: &str, near: Option<String>) -> String {
    let near = near.map_or_else(String::new, |near| meant(lang, &near));
    match lang {
        Lang::Zh => format!("没有子命令「{name}」。{near}用 shouwen --help 查看全部。"),
        Lang::En => format!("There is no subcommand “{name}”. {near}See shouwen --help."),
    }
}

fn meant(lang: Lang, near: &str) -> String {
    match lang {
        Lang::Zh => format!("是不是想用 {near}?"),
        Lang::En => format!("Did you mean {near}? "),
    }
}

/// Two options that exclude each other.
pub fn conflict(lang: Lang, one: &str, other: &str) -> String {
    match lang {
        Lang::Zh => format!("{one} 和 {other} 不能同时用,请去掉一个。"),
        Lang::En => format!("{one} and {other} cannot be used together: leave one out."),
    }
}

/// An option without its value.
pub fn missing_value(lang: Lang, arg: &str) -> String {
    match lang {
        Lang::Zh => format!("{arg} 后面缺少值。"),
        Lang::En => format!("{arg} needs a value."),
    }
}

/// A value that does not fit.
pub fn bad_value(lang: Lang, arg: &str, value: &str, valid: Option<String>) -> String {
    let valid = valid.map_or_else(String::new, |valid| match lang {
        Lang::Zh => format!("可以是:{valid}。"),
        Lang::En => format!(" It can be: {valid}."),
    });
    match lang {
        Lang::Zh => format!("{arg} 不能是「{value}」。{valid}"),
        Lang::En => format!("{arg} cannot be “{value}”.{valid}"),
    }
}

/// No place for the register.
pub fn no_place(lang: Lang) -> String {
    lang.pick(
        "找不到存放登记簿的目录。请用 --db 指明位置。",
        "There is no directory for the register: name a file with --db.",
    )
    .to_owned()
}

/// No place for the keys.
pub fn no_state(lang: Lang) -> String {
    lang.pick(
        "找不到存放密钥的目录。请设置 HOME 后再试。",
        "There is no directory for the keys: set HOME and try again.",
    )
    .to_owned()
}

/// A set time on a real register.
pub fn forged_time(lang: Lang) -> String {
    lang.pick(
        "只有演练用的登记簿(init --sandbox 或 demo)才能设定时间写入。请去掉 --now 和 SHOUWEN_NOW。",
        "Only a sandbox (init --sandbox, demo) can be written at a set time: leave out --now and \
         SHOUWEN_NOW.",
    )
    .to_owned()
}

/// A PIN that must be changed.
pub fn one_time_pin(lang: Lang) -> String {
    lang.pick(
        "这是一次性 PIN,请尽快登录后改掉。",
        "This PIN was drawn for you: sign in to the app soon and change it.",
    )
    .to_owned()
}

/// The question for a PIN.
pub fn ask_pin(lang: Lang, staff: &str) -> String {
    match lang {
        Lang::Zh => format!("{staff} 的 PIN:"),
        Lang::En => format!("PIN of {staff}: "),
    }
}

/// There is neither a PIN file nor a terminal.
pub fn pin_required(lang: Lang) -> String {
    lang.pick(
        "正式登记簿需要 PIN。请在终端里运行,或用 SHOUWEN_PIN_FILE 指明存有 PIN 的文件。",
        "A real register needs a PIN: run this on a terminal, or name a file that holds the PIN \
         with SHOUWEN_PIN_FILE.",
    )
    .to_owned()
}

/// Nothing to carry out.
pub fn no_commands(lang: Lang) -> String {
    lang.pick(
        "没有命令。请把 JSON 写在后面,或从标准输入逐行送入;格式见 shouwen schema。",
        "There is no command: write JSON behind act, or send JSON lines on standard input; see \
         shouwen schema.",
    )
    .to_owned()
}

/// A command that cannot be read.
pub fn malformed(lang: Lang, nth: usize, reason: &str) -> String {
    match lang {
        Lang::Zh => format!("第 {nth} 条命令读不懂:{reason}。格式见 shouwen schema。"),
        Lang::En => format!("Command {nth} cannot be read: {reason}. See shouwen schema."),
    }
}

/// A register was made.
pub fn made(lang: Lang, office: &str, path: &std::path::Path, people: usize) -> String {
    let path = path.display();
    match lang {
        Lang::Zh => format!("已建立「{office}」的登记簿:{path}(人员 {people} 名)"),
        Lang::En => format!("Made the register of {office}: {path} (people: {people})"),
    }
}

/// A register without people, and what to do.
pub fn nobody_yet(lang: Lang) -> String {
    lang.pick(
        "还没有人员。请运行 shouwen staff import 文件,再开始登记。",
        "There is nobody on it yet: run shouwen staff import FILE before registering.",
    )
    .to_owned()
}

/// Before the PINs that were drawn.
pub fn drawn_pins(lang: Lang) -> String {
    lang.pick(
        "一次性 PIN(只显示这一次,首次登录时更改):",
        "One-time PINs (shown this once, to be changed at the first sign-in):",
    )
    .to_owned()
}

/// People came in.
pub fn imported_staff(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Zh => format!("已导入 {count} 名人员。"),
        Lang::En => format!("People imported: {count}."),
    }
}

/// A spreadsheet where text is wanted.
pub fn save_as_csv(lang: Lang, file: &str) -> String {
    match lang {
        Lang::Zh => format!("{file} 是电子表格,请另存为 .csv 后再导入。"),
        Lang::En => format!("{file} is a spreadsheet: save it as .csv and import that."),
    }
}

/// A file that is no text.
pub fn not_text(lang: Lang, file: &str) -> String {
    match lang {
        Lang::Zh => format!("{file} 不是文本(既不是 UTF-8 也不是 GB18030)。请另存后再试。"),
        Lang::En => format!("{file} is no text, neither UTF-8 nor GB18030: save it anew."),
    }
}

/// Headings of the list of staff.
pub fn staff_columns(lang: Lang) -> [&'static str; 6] {
    lang.pick(
        ["工号", "姓名", "角色", "部门", "窗口", "职务"],
        ["number", "name", "roles", "department", "window", "title"],
    )
}

/// Names of a person's fields.
pub fn staff_fields(lang: Lang) -> [&'static str; 10] {
    lang.pick(
        [
            "工号",
            "姓名",
            "职务",
            "岗位",
            "业务范围",
            "部门",
            "窗口",
            "电话",
            "角色",
            "B角",
        ],
        [
            "number",
            "name",
            "title",
            "post",
            "scope",
            "department",
            "window",
            "phone",
            "roles",
            "substitute",
        ],
    )
}

/// A view that needs a person.
pub fn view_of_someone(lang: Lang, view: &str) -> String {
    match lang {
        Lang::Zh => format!("视图 {view} 要知道是谁的,请加 --as 工号。"),
        Lang::En => format!("The view {view} is someone's: add --as STAFF."),
    }
}

/// Headings of the queue.
pub fn queue_columns(lang: Lang) -> [&'static str; 10] {
    lang.pick(
        [
            "编号", "转", "来人", "事项", "状态", "承办", "时限", "到期", "剩余", "",
        ],
        [
            "number", "leg", "visitor", "matter", "stage", "holder", "clock", "due", "left", "",
        ],
    )
}

/// Headings of what was found.
pub fn find_columns(lang: Lang) -> [&'static str; 6] {
    lang.pick(
        ["编号", "来人", "电话", "事项", "状态", "收到"],
        ["number", "visitor", "phone", "matter", "stage", "received"],
    )
}

/// Names of an inquiry's fields.
pub fn show_fields(lang: Lang) -> [&'static str; 8] {
    lang.pick(
        [
            "编号",
            "状态",
            "来人",
            "事项",
            "疑问",
            "首问责任人",
            "现承办",
            "收到",
        ],
        [
            "number",
            "stage",
            "visitor",
            "matter",
            "doubt",
            "first responder",
            "held by",
            "received",
        ],
    )
}

/// Headings of clocks.
pub fn clock_columns(lang: Lang) -> [&'static str; 6] {
    lang.pick(
        ["时限", "名称", "长度", "到期", "剩余", "状态"],
        ["clock", "name", "limit", "due", "left", "state"],
    )
}

/// Nothing is open.
pub fn nothing_open(lang: Lang) -> String {
    lang.pick("没有待办。", "Nothing is open.").to_owned()
}

/// Nothing fits.
pub fn nothing_found(lang: Lang, text: &str) -> String {
    match lang {
        Lang::Zh => format!("没有找到「{text}」。可以用编号、姓名、电话尾号、拼音或首字母再试。"),
        Lang::En => format!(
            "Nothing fits “{text}”: try a number, a name, the tail of a telephone, pinyin or \
             initials."
        ),
    }
}

/// A matter that is none of the catalogue.
pub fn free_text(lang: Lang) -> &'static str {
    lang.pick("(未选事项)", "(no matter)")
}

/// Personal data that is gone.
pub fn destroyed(lang: Lang) -> &'static str {
    lang.pick("(已销毁)", "(destroyed)")
}

/// How a clock stands.
pub fn state(lang: Lang, state: &str) -> &'static str {
    match state {
        "overdue" => lang.pick("超时", "overdue"),
        "soon" => lang.pick("将到期", "soon"),
        "suspended" => lang.pick("暂停", "suspended"),
        _ => "",
    }
}

/// What stopped a clock.
pub fn stopped(lang: Lang, how: Stop, at: &str) -> String {
    match (how, lang) {
        (Stop::Met, Lang::Zh) => format!("{at} 完成"),
        (Stop::Met, Lang::En) => format!("met {at}"),
        (Stop::Replaced, Lang::Zh) => format!("{at} 由其他时限代替"),
        (Stop::Replaced, Lang::En) => format!("replaced {at}"),
    }
}

/// How much time is left, or by how much it is past.
pub fn time_left(lang: Lang, seconds: i64, office: bool) -> String {
    let minutes = seconds.unsigned_abs() / 60;
    let (hours, minutes) = (minutes / 60, minutes % 60);
    let sign = if seconds < 0 { "-" } else { "" };
    let kind = if office {
        lang.pick("(工时)", " (office)")
    } else {
        ""
    };
    match lang {
        Lang::Zh => format!("{sign}{hours}时{minutes:02}分{kind}"),
        Lang::En => format!("{sign}{hours}h{minutes:02}m{kind}"),
    }
}

/// The head of one clock's explanation.
pub fn clock_head(lang: Lang, clock: &str, name: &str, limit: Limit, extended: u32) -> String {
    let more = match (extended, lang) {
        (0, _) => String::new(),
        (by, Lang::Zh) => format!(",延长 {by}"),
        (by, Lang::En) => format!(", extended by {by}"),
    };
    format!("{clock} {name}  {limit}{more}")
}

/// That the record has another end than today's calendar gives.
pub fn recorded_due(lang: Lang, at: NaiveDateTime) -> String {
    let at = minute(at);
    match lang {
        Lang::Zh => format!("记录的到期:{at}(按登记时的日历;下面按现在的日历推算)"),
        Lang::En => format!(
            "Due on record: {at} (by the calendar of that time; what follows is by today's)"
        ),
    }
}

/// That a clock is no law.
pub fn internal_target(lang: Lang) -> String {
    lang.pick(
        "内控:本单位自定,不是法定时限。",
        "Internal target: the unit's own, no law.",
    )
    .to_owned()
}

/// Nothing came about where a notice should have.
pub fn no_notice(lang: Lang) -> String {
    lang.pick("没有出告知单。", "No notice came about.")
        .to_owned()
}

/// Several matters fit what was typed.
pub fn several_matters(lang: Lang, named: &str, fitting: &[String]) -> String {
    let more = if fitting.len() > 8 { " …" } else { "" };
    let shown: Vec<&str> = fitting.iter().take(8).map(String::as_str).collect();
    match lang {
        Lang::Zh => format!(
            "「{named}」有 {} 个事项:{}{more}。请写明其中一个的编号。",
            fitting.len(),
            shown.join(";")
        ),
        Lang::En => format!(
            "“{named}” fits {} matters: {}{more}. Name one by its id.",
            fitting.len(),
            shown.join("; ")
        ),
    }
}

/// A circumstance that the matter does not have.
pub fn unknown_circumstance(lang: Lang, name: &str, known: &[String]) -> String {
    match (known, lang) {
        ([], Lang::Zh) => format!("这个事项不分情形,没有「{name}」。请去掉 --when。"),
        ([], Lang::En) => {
            format!("This matter knows no circumstances, so not “{name}”: leave out --when.")
        }
        (known, Lang::Zh) => format!("这个事项没有情形「{name}」。可以是:{}", known.join("、")),
        (known, Lang::En) => format!(
            "This matter has no circumstance “{name}”. It has: {}",
            known.join(", ")
        ),
    }
}

/// No handover at all.
pub fn no_handovers(lang: Lang) -> String {
    lang.pick("没有交接记录。", "There are no handovers.")
        .to_owned()
}

/// Headings of the list of handovers.
pub fn handover_columns(lang: Lang) -> [&'static str; 6] {
    lang.pick(
        ["编号", "交班", "接班", "开始", "已接", "生效"],
        ["number", "leaves", "comes", "began", "taken", "in effect"],
    )
}

/// The name of the sheet.
pub fn handover_title(lang: Lang) -> &'static str {
    lang.pick("交接班清单", "Shift handover")
}

/// Who leaves and who comes.
pub fn handover_people(lang: Lang, from: &str, to: &str) -> String {
    match lang {
        Lang::Zh => format!("交班:{from}    接班:{to}"),
        Lang::En => format!("Leaves: {from}    Comes: {to}"),
    }
}

/// One inquiry on the sheet.
pub fn handover_item(lang: Lang, inquiry: &str, stage: &str, due: Option<&str>) -> String {
    match (due, lang) {
        (Some(due), Lang::Zh) => format!("{inquiry} {stage} 到期 {due}"),
        (Some(due), Lang::En) => format!("{inquiry} {stage}, due {due}"),
        (None, _) => format!("{inquiry} {stage}"),
    }
}

/// Before the two signatures.
pub fn handover_signers(lang: Lang) -> [&'static str; 2] {
    lang.pick(
        ["交班人签字:", "接班人签字:"],
        ["Signed, who leaves: ", "Signed, who comes: "],
    )
}

/// The record is whole.
pub fn whole(lang: Lang, events: i64, series: i64, head: &str) -> String {
    match lang {
        Lang::Zh => {
            format!("记录完整:{events} 笔,{series} 组,视图与记录一致。\n链尾:{head}")
        }
        Lang::En => format!(
            "The record is whole: {events} facts in {series} series, and the views follow from \
             it.\nHead of the chain: {head}"
        ),
    }
}

/// The record is not whole, and what to do.
pub fn not_whole(lang: Lang) -> String {
    lang.pick(
        "记录核对不上。请停用此登记簿,保留原文件,并用最近的备份比对。",
        "The record does not verify: stop using this register, keep the file as it is, and compare \
         it with the last backup.",
    )
    .to_owned()
}

/// One thing that is not as it should be.
pub fn difference(lang: Lang, difference: &Difference) -> String {
    let (zh, en) = match difference {
        Difference::Gap { seq } => (
            format!("第 {seq} 笔缺失。"),
            format!("Fact {seq} is missing."),
        ),
        Difference::Unchained { seq } => (
            format!("第 {seq} 笔接不上前一笔。"),
            format!("Fact {seq} does not follow the one before it."),
        ),
        Difference::Altered { seq } => (
            format!("第 {seq} 笔被改动过。"),
            format!("Fact {seq} was altered."),
        ),
        Difference::Unreadable { seq, reason } => (
            format!("第 {seq} 笔读不出来:{reason}"),
            format!("Fact {seq} cannot be read: {reason}"),
        ),
        Difference::Series { stream, version } => (
            format!("{stream} 的第 {version} 步缺失或重复。"),
            format!("Step {version} of {stream} is missing or stands twice."),
        ),
        Difference::Private { seq, id } => (
            format!("第 {seq} 笔所存的个人信息({id})与记录不符。"),
            format!("What fact {seq} keeps apart ({id}) is not what was recorded."),
        ),
        Difference::View { table, owner } => (
            format!("{table} 中 {owner} 的显示与记录不一致。"),
            format!("What {table} shows of {owner} does not follow from the record."),
        ),
    };
    lang.pick(zh, en)
}

/// Headings of the catalogue.
pub fn catalog_columns(lang: Lang) -> [&'static str; 3] {
    lang.pick(["编号", "事项", "部门"], ["id", "matter", "department"])
}

/// Headings of the rulebooks.
pub fn rulebook_columns(lang: Lang) -> [&'static str; 4] {
    lang.pick(
        ["编号", "版本", "名称", "时限数"],
        ["id", "version", "name", "clocks"],
    )
}

/// Headings of the calendar.
pub fn calendar_columns(lang: Lang) -> [&'static str; 5] {
    lang.pick(
        ["编号", "年份", "放假", "调休上班", "来源"],
        ["id", "year", "days off", "make-up days", "source"],
    )
}

/// How far the calendar is known.
pub fn known_until(lang: Lang, last: NaiveDate) -> String {
    match lang {
        Lang::Zh => format!("放假安排已知到 {last};之后的到期日标「暂算」。"),
        Lang::En => format!("Holidays are known until {last}; later due dates are provisional."),
    }
}

/// The limit of a clock that has none of its own.
pub fn by_matter(lang: Lang) -> &'static str {
    lang.pick("由事项自带", "as the matter says")
}

/// The limit of a clock that ends at a promised time.
pub fn by_promise(lang: Lang) -> &'static str {
    lang.pick("按约定的时间", "until the promised time")
}

/// A catalogue was taken into use.
pub fn imported_catalog(lang: Lang, id: &str, version: &str, matters: usize) -> String {
    match lang {
        Lang::Zh => format!("已启用目录 {id} {version},事项 {matters} 个。"),
        Lang::En => format!("The catalogue {id} {version} is in use, matters: {matters}."),
    }
}

/// A file without a fault.
pub fn file_fits(lang: Lang, file: &str) -> String {
    match lang {
        Lang::Zh => format!("{file} 没有问题。"),
        Lang::En => format!("{file}: nothing is wrong."),
    }
}

/// A file with faults.
pub fn faulty_file(lang: Lang, file: &str, count: usize) -> String {
    match lang {
        Lang::Zh => format!("{file} 有 {count} 处问题,没有采用。请改正后再试。"),
        Lang::En => format!("{file} has faults ({count}) and was not used: correct it first."),
    }
}

/// A file was written.
pub fn written(lang: Lang, file: &str) -> String {
    match lang {
        Lang::Zh => format!("已写入 {file}。"),
        Lang::En => format!("Written: {file}"),
    }
}

/// A file that could not be written.
pub fn unwritable(lang: Lang, file: &str, error: &std::io::Error) -> String {
    let exists = error.kind() == std::io::ErrorKind::AlreadyExists;
    match (exists, lang) {
        (true, Lang::Zh) => format!("{file} 已经存在,没有动它。请换一个名字。"),
        (true, Lang::En) => format!("{file} exists already and was left alone: choose another."),
        (false, Lang::Zh) => format!("{file} 写不进去:{error}。请检查目录权限和空间。"),
        (false, Lang::En) => {
            format!("{file} cannot be written: {error}. Check permissions and space.")
        }
    }
}

/// What was to be printed could not be.
pub fn unprintable(lang: Lang, error: &std::io::Error) -> String {
    match lang {
        Lang::Zh => format!("结果写不出来:{error}。请检查输出位置。"),
        Lang::En => format!("The output cannot be written: {error}. Check where it goes."),
    }
}

/// How far a demonstration has come.
pub fn demo_progress(lang: Lang, done: u32, total: u32) -> String {
    match lang {
        Lang::Zh => format!("正在生成演练数据 {done}/{total}"),
        Lang::En => format!("Making the demonstration {done}/{total}"),
    }
}

/// A demonstration was made to stay.
pub fn demo_made(lang: Lang, path: &std::path::Path, clerk: &str) -> String {
    let path = path.display();
    match lang {
        Lang::Zh => format!("演练登记簿:{path}。打开:shouwen --db {path} --as {clerk}"),
        Lang::En => format!("Sandbox register: {path}. Open it: shouwen --db {path} --as {clerk}"),
    }
}

/// What only a sandbox allows.
pub fn no_sandbox(lang: Lang) -> String {
    lang.pick(
        "只有演练用的登记簿才能用 --now 设定时间、用 --as 免 PIN 打开。请去掉它们再打开。",
        "Only a sandbox can be opened at a set time (--now) or without a PIN (--as): leave them \
         out.",
    )
    .to_owned()
}

/// There is no terminal for the app.
pub fn no_terminal(lang: Lang, error: &std::io::Error) -> String {
    match lang {
        Lang::Zh => format!("打不开终端:{error}。请在终端里运行,或用子命令(shouwen --help)。"),
        Lang::En => format!(
            "There is no terminal to use: {error}. Run it on one, or use a subcommand (shouwen \
             --help)."
        ),
    }
}
