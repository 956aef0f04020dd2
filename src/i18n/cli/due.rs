//! Limits, days and due dates.

use chrono::{Datelike, NaiveDate, NaiveDateTime};

use crate::domain::deadline::{
    Day, DayKind, DayLine, HolidayName, HoursError, Limit, Part, Stretch, StretchWhy,
    SuspensionReason,
};
use crate::i18n::Lang;
use crate::i18n::words::weekday;

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

/// Neither a limit nor a clock was named.
pub fn limit_or_clock(lang: Lang) -> String {
    lang.pick(
        "请用 --limit 给出时限(如 3wd)，或用 --rulebook 和 --clock 指明制度里的时限。",
        "Give a limit with --limit (such as 3wd), or name a clock with --rulebook and --clock.",
    )
    .to_owned()
}

/// A rulebook without a clock.
pub fn which_clock(lang: Lang, book: &str, ids: &[&str]) -> String {
    let ids = ids.join(" ");
    match lang {
        Lang::Zh => format!("请用 --clock 指明 {book} 的哪个时限：{ids}"),
        Lang::En => format!("Name a clock of {book} with --clock: {ids}"),
    }
}

/// A clock that the rulebook does not have.
pub fn unknown_clock(lang: Lang, id: &str, book: &str, ids: &[&str]) -> String {
    let ids = ids.join(" ");
    match lang {
        Lang::Zh => format!("{book} 里没有时限「{id}」。有这些：{ids}"),
        Lang::En => format!("{book} has no clock “{id}”. It has: {ids}"),
    }
}

/// A limit beside a clock that has its own.
pub fn clock_has_limit(lang: Lang, id: &str, limit: Limit) -> String {
    match lang {
        Lang::Zh => format!("{id} 自有时限 {limit}，请去掉 --limit。"),
        Lang::En => format!("{id} has its own limit, {limit}: leave out --limit."),
    }
}

/// A clock that takes its limit from the matter.
pub fn clock_of_matter(lang: Lang, id: &str) -> String {
    match lang {
        Lang::Zh => format!("{id} 的时限由事项自带，请用 --limit 写明(如 --limit 5wd)。"),
        Lang::En => format!(
            "{id} takes its limit from the matter: give it with --limit, such as --limit 5wd."
        ),
    }
}

/// A clock that ends at a promised time.
pub fn clock_of_promise(lang: Lang, id: &str) -> String {
    match lang {
        Lang::Zh => format!("{id} 到约定的时间为止，请用 --limit 写明多久(如 --limit 40min)。"),
        Lang::En => {
            format!(
                "{id} ends at the promised time: say how long with --limit, such as --limit 40min."
            )
        }
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
        Lang::Zh => format!("办公时间有误：{what}。请写成 09:00-12:00,14:00-17:30 这样。"),
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
        (Some(at), Lang::Zh) => format!("到期：{} {}", minute(at), weekday(lang, at.weekday())),
        (Some(at), Lang::En) => format!("Due: {} {}", minute(at), weekday(lang, at.weekday())),
        (None, Lang::Zh) => "到期：暂停中，未定".to_owned(),
        (None, Lang::En) => "Due: open, the clock stands still".to_owned(),
    }
}

/// That the calendar did not reach far enough.
pub fn provisional(lang: Lang, known: NaiveDate) -> String {
    match lang {
        Lang::Zh => format!("暂算：放假安排只到 {known}，之后按周末和法定固定节日推算。"),
        Lang::En => format!(
            "Provisional: holidays are announced until {known}; after that weekends and the \
             holidays fixed by date are assumed."
        ),
    }
}

/// The calendar that was used.
pub fn counted_by(lang: Lang, calendar: &str) -> String {
    match lang {
        Lang::Zh => format!("日历：{calendar}"),
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
        Part::Trigger => lang.pick("触发日，不计", "trigger day").to_owned(),
        Part::AfterClosing => lang
            .pick("下班后收到，不计", "received after closing")
            .to_owned(),
        Part::Counted(_) => day_kind(lang, &line.day),
        Part::NotWorking => format!(
            "{}{}",
            day_kind(lang, &line.day),
            lang.pick("，不计", ", not counted")
        ),
        Part::Suspended(why) => {
            format!(
                "{}{}",
                lang.pick("暂停：", "suspended: "),
                reason(lang, why)
            )
        }
        Part::RolledPast => format!(
            "{}{}",
            day_kind(lang, &line.day),
            lang.pick("，顺延", ", rolled")
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
            .pick("非办公时间，不计", "outside office hours")
            .to_owned(),
        StretchWhy::NotWorking(day) => format!(
            "{}{}",
            day_kind(lang, day),
            lang.pick("，不计", ", not counted")
        ),
        StretchWhy::Suspended(why) => format!(
            "{}{}",
            lang.pick("暂停：", "suspended: "),
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

/// A wall clock to the minute.
pub fn minute(at: NaiveDateTime) -> String {
    at.format("%Y-%m-%d %H:%M").to_string()
}

/// A due date in a table, with a mark where the calendar does not reach that far.
pub fn due_cell(lang: Lang, at: NaiveDateTime, provisional: bool) -> String {
    let at = minute(at);
    match (provisional, lang) {
        (false, _) => at,
        (true, Lang::Zh) => format!("{at}(暂算)"),
        (true, Lang::En) => format!("{at} (provisional)"),
    }
}

/// A text filled up with spaces to so many columns.
fn padded(text: &str, columns: usize) -> String {
    let width = unicode_width::UnicodeWidthStr::width(text);
    format!("{text}{}", " ".repeat(columns.saturating_sub(width)))
}

/// The head of one clock's explanation.
pub fn clock_head(lang: Lang, clock: &str, name: &str, limit: Limit, extended: u32) -> String {
    let more = match (extended, lang) {
        (0, _) => String::new(),
        (by, Lang::Zh) => format!("，延长 {by}"),
        (by, Lang::En) => format!(", extended by {by}"),
    };
    format!("{clock} {name}  {limit}{more}")
}

/// That the record has another end than today's calendar gives.
pub fn recorded_due(lang: Lang, at: NaiveDateTime) -> String {
    let at = minute(at);
    match lang {
        Lang::Zh => format!("记录的到期：{at}(按当时的日历；下面按现在的日历推算)"),
        Lang::En => format!(
            "Due on record: {at} (by the calendar of that time; what follows is by today's)"
        ),
    }
}

/// That a clock is no law.
pub fn internal_target(lang: Lang) -> String {
    lang.pick(
        "内控：本单位自定，不是法定时限。",
        "Internal target: the unit's own, no law.",
    )
    .to_owned()
}

/// The limit of a clock that has none of its own.
pub fn by_matter(lang: Lang) -> &'static str {
    lang.pick("由事项自带", "as the matter says")
}

/// The limit of a clock that ends at a promised time.
pub fn by_promise(lang: Lang) -> &'static str {
    lang.pick("按约定的时间", "until the promised time")
}

/// The limit of a clock that ends halfway to a promise.
pub fn by_half_promise(lang: Lang) -> &'static str {
    lang.pick("约定时间过半", "half the way to the promised time")
}

/// The limit of a clock that is the matter's time for telling what is missing.
pub fn by_correction(lang: Lang, by_law: &str) -> String {
    match lang {
        Lang::Zh => format!("按事项的补正告知时限，未定的 {by_law}"),
        Lang::En => format!("the matter's time for telling what is missing, else {by_law}"),
    }
}
