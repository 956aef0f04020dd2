//! Order, marks, many at once, and whose hands: what the list says of itself.

use std::fmt::Display;

use super::{Both, Lang};
use crate::store::Order;

/// Before the bar of hands, where clocks count office time.
pub const OFFICE_TIME_IN_HANDS: Both = Both::new("在手工时", "Office time");
/// Before the bar of hands, where clocks run day and night.
pub const CLOCK_TIME_IN_HANDS: Both = Both::new("在手时间", "Time held");
/// The column of the time of receipt.
pub const RECEIVED: Both = Both::new("收到", "Received");
/// The column of the matter, when what is urgent comes first.
pub const URGENT_FIRST: Both = Both::new("紧急在前", "Urgent first");
/// Marks are gone.
pub const UNMARKED: Both = Both::new("已取消选中。", "Nothing is marked any more.");

/// In which order the list stands now.
pub fn ordered(lang: Lang, order: Order) -> &'static str {
    let (zh, en) = match order {
        Order::Pressing => ("最先到期的在前。", "What ends first comes first."),
        Order::Urgency => (
            "紧急的在前，其次急件、绿色通道。",
            "Emergencies first, then urgent, then green.",
        ),
        Order::Received => ("最早收到的在前。", "What was received first comes first."),
        Order::Holder => ("按部门、在手人排列。", "By department and holder."),
        Order::Matter => ("按事项排列。", "By matter."),
    };
    lang.pick(zh, en)
}

/// Over the first column, while rows are marked.
pub fn marked(lang: Lang, count: usize) -> String {
    lang.pick(format!("选中 {count} 件"), format!("{count} marked"))
}

/// Whose work the list is narrowed down to.
pub fn in_the_hands_of(lang: Lang, whose: &str) -> String {
    lang.pick(format!("只看 {whose} 在手"), format!("held by {whose}"))
}

/// The title of a form for many.
pub fn title(lang: Lang, what: &str, count: usize) -> String {
    lang.pick(
        format!("{what} {count} 件"),
        format!("{what}: {count} inquiries"),
    )
}

/// What a form for many does, and which of them are refused already.
pub fn advice(lang: Lang, refused: usize, first: Option<(&str, &str)>) -> String {
    let rule = lang.pick(
        "每件各记一次，办不了的逐件说明。",
        "Each is recorded on its own; what is refused is told one by one.",
    );
    match first {
        Some((number, why)) => lang.pick(
            format!("{rule}现在办不了 {refused} 件，如 {number}：{why}"),
            format!("{rule} Refused as it stands: {refused}, such as {number}: {why}"),
        ),
        None => rule.to_owned(),
    }
}

/// All of them were done.
pub fn all_done(lang: Lang, count: usize) -> String {
    lang.pick(format!("已办 {count} 件。"), format!("Done: all {count}."))
}

/// Some were refused.
pub fn some_refused(lang: Lang, done: usize, refused: usize) -> String {
    lang.pick(
        format!("已办 {done} 件，未办 {refused} 件(仍选中)："),
        format!("{done} done, {refused} refused (still marked):"),
    )
}

/// One of them, and why not.
pub fn refused_line(number: impl Display, why: &str) -> String {
    format!("{number}  {why}")
}

/// The title of what came of many.
pub const CAME_OF: Both = Both::new("逐件结果", "One by one");
