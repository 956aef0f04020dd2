//! What has just come for the person at work.

use super::Lang;
use super::refusal::Speaker;
use crate::domain::ids::StaffNo;

/// What came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// An inquiry was handed over.
    Handed,
    /// One's own handoff was sent back.
    Returned,
    /// Someone presses for an answer, for this time.
    Urged(u32),
    /// An order to supervise, with its number.
    Ordered(String),
    /// A supervisor put it into these hands.
    Reassigned,
    /// What was answered is taken up again.
    Reopened,
    /// A shift is handed over.
    Shift,
    /// Someone left the post whose place one takes.
    StandsIn(StaffNo),
}

/// One piece of news: `张三 催办 20260403-0001(第 2 次)`. What time alone brought
/// about is told without a person.
pub fn line(lang: Lang, what: &What, by: &StaffNo, subject: &str, speaker: &dyn Speaker) -> String {
    let by = match by.as_str() {
        "system" => lang.pick("到时", "time ran out:").to_owned(),
        _ => speaker.name(by),
    };
    match lang {
        Lang::Zh => match what {
            What::Handed => format!("{by} 转来 {subject}，待签收(s)"),
            What::Returned => format!("{by} 退回 {subject}"),
            What::Urged(count) => format!("{by} 催办 {subject}(第 {count} 次)"),
            What::Ordered(order) => format!("{by} 督办 {subject}，{order}"),
            What::Reassigned => format!("{by} 把 {subject} 改派给您"),
            What::Reopened => format!("{by} 重办 {subject}"),
            What::Shift => format!("{by} 向您交班 {subject}(F4)"),
            What::StandsIn(who) => format!("{} 离岗，由您代班", speaker.name(who)),
        },
        Lang::En => match what {
            What::Handed => format!("{by} hands you {subject}: sign for it (s)"),
            What::Returned => format!("{by} sent {subject} back"),
            What::Urged(count) => format!("{by} urges {subject} (no. {count})"),
            What::Ordered(order) => format!("{by} orders {subject}: {order}"),
            What::Reassigned => format!("{by} put {subject} into your hands"),
            What::Reopened => format!("{by} took {subject} up again"),
            What::Shift => format!("{by} hands the shift over to you: {subject} (F4)"),
            What::StandsIn(who) => format!("{} is away: you stand in", speaker.name(who)),
        },
    }
}

/// The note: the last piece of news, and how many there are.
pub fn note(lang: Lang, count: usize, last: &str) -> String {
    match (lang, count) {
        (Lang::Zh, 0 | 1) => format!("新到：{last}"),
        (Lang::Zh, _) => format!("新到 {count} 项，最近：{last}"),
        (Lang::En, 0 | 1) => format!("New: {last}"),
        (Lang::En, _) => format!("{count} new, the last: {last}"),
    }
}
