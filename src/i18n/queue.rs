//! What the queue says: its list, its forms, its reckoning.

pub mod able;
pub mod closing;
mod forms;
pub mod handling;
pub mod many;
pub mod people;

pub use forms::*;

use std::fmt::Display;

use super::{Both, Lang};
use crate::domain::ids::ClockId;

// ---- Why an act is not open ----

/// An act needs a row and none is selected.
pub const NOTHING_SELECTED: Both = Both::new("没有选中的件。", "Nothing is selected.");
/// The list is empty.
pub const NOTHING_HERE: Both = Both::new("这里没有件。", "There is nothing here.");
/// Signing what is signed for, or was never handed off.
pub const NEEDS_NO_SIGNATURE: Both = Both::new("这一件不用签收。", "This needs no signature.");
/// Acting on what still lies unsigned.
pub const SIGN_FIRST: Both = Both::new(
    "还没有签收，先按 s 签收。",
    "Not signed for yet: press s first.",
);
/// Returning what was never handed off.
pub const NOT_HANDED_TO_YOU: Both = Both::new(
    "这一件不是转来的，不能退回。",
    "It was not handed to you: nothing to return.",
);
/// Closing before the visitor has anything.
pub const ANSWER_FIRST: Both = Both::new(
    "还没有答复、交付或退件，先答复来人(a)。",
    "Neither answered nor delivered: answer the visitor first (a).",
);
/// Taking documents that nobody waits for.
pub const NOTHING_AWAITED: Both =
    Both::new("没有等来人补的材料。", "No documents are awaited here.");
/// Recording an opinion that nobody asked for.
pub const NOBODY_ASKED: Both = Both::new(
    "没有在请示或会商，没有意见可记。",
    "No superior was asked and nobody confers: no opinion to record.",
);

// ---- How a due time came about ----

/// Nothing to reckon.
pub const NO_CLOCKS: Both = Both::new("这一件没有时限。", "No clock was started for it.");
/// The title of the reckoning.
pub const CLOCKS: Both = Both::new("时限", "Clocks");
/// A clock runs.
pub const RUNS: Both = Both::new("在走", "running");
/// A clock ran out and runs on.
pub const OVERDUE: Both = Both::new("已超期", "overdue");
/// A clock was stopped.
pub const STOPPED: Both = Both::new("已停", "stopped");
/// A clock was stopped after it had run out.
pub const STOPPED_OVERDUE: Both = Both::new("已停，曾超期", "stopped, was overdue");
/// The limit is our own.
pub const INTERNAL: Both = Both::new(" 内控", " internal");
/// From when it counts.
pub const FROM: Both = Both::new("起点", "From");
/// The calendar does not reach that far.
pub const UNANNOUNCED: Both = Both::new(
    "(节假日未导入，暂算)",
    " (holidays not announced yet: provisional)",
);
/// When it ends.
pub const DUE: Both = Both::new("到期", "Due");
/// The calendar it was counted by.
pub const CALENDAR: Both = Both::new("日历", "Calendar");

// ---- The list ----

/// Before the words of the filter.
pub const FIND: Both = Both::new(" 找：", " find: ");
/// How many are close to their end.
pub const SOON: Both = Both::new("临期", "soon");
/// The filter lets nothing through.
pub const NOT_FOUND: Both = Both::new(
    "没有找到。Esc 清除筛选。",
    "Nothing found. Esc clears the filter.",
);
/// Nothing is in one's hands.
pub const NOTHING_TO_DO: Both = Both::new(
    "手里没有待办的件。1 登记新件，v 看别的视图。",
    "Nothing to do in your hands. 1 registers a new one, v shows another view.",
);
/// A view without rows.
pub const EMPTY_VIEW: Both = Both::new("这一视图里没有件。", "Nothing in this view.");
/// It waits for the visitor.
pub const WITH_VISITOR: Both = Both::new("来人", "visitor");
/// The mark of an emergency.
pub const EMERGENCY: Both = Both::new("[紧急]", "[now] ");
/// The mark of what is urgent.
pub const URGENT: Both = Both::new("[急]", "[urg] ");
/// The mark of someone who goes first.
pub const GREEN: Both = Both::new("[绿]", "[grn] ");
/// A clock stands still for a reason that the law lists.
pub const STANDS_STILL: Both = Both::new("停计", "stopped");
/// An extension waits for a supervisor.
pub const TO_APPROVE: Both = Both::new("待批", "pending");
/// A due time of today.
pub const TODAY: Both = Both::new("今", "today");
/// Behind a due time of our own.
pub const INTERNAL_MARK: Both = Both::new("(内控)", " (internal)");
/// Behind a due time that may move.
pub const PROVISIONAL_MARK: Both = Both::new("(暂算)", " (provisional)");

// ---- What to press next ----

/// It lies unsigned with the reader.
pub const NEXT_SIGN: Both = Both::new("s 签收", "s sign for it");
/// It lies unsigned with another.
pub const NEXT_WAIT: Both = Both::new(
    "等对方签收，移交时限照走",
    "waiting for the signature; the transfer clock runs on",
);
/// The visitor is to bring documents.
pub const NEXT_BRING: Both = Both::new("b 收补交材料   n 看清单", "b take documents   n checklist");
/// The visitor has what was asked for.
pub const NEXT_CLOSE: Both = Both::new("c 办结", "c close");
/// It was accepted.
pub const NEXT_DELIVER: Both = Both::new("d 交付结果   D 退件", "d deliver   D decline");
/// A superior or other departments were asked.
pub const NEXT_OPINION: Both = Both::new("i 记录意见   a 答复", "i record the opinion   a answer");
/// It is in hand.
pub const NEXT_ANSWER: Both = Both::new(
    "a 答复   h 转办   n 告知   A 受理",
    "a answer   h hand off   n notify   A accept",
);
/// It is in other hands.
pub const NEXT_HOLDER: Both = Both::new("由在手人办理", "for its holder to act on");

/// A supervisor says whose it is.
pub const NEXT_RULING: Both = Both::new(
    "等带班领导裁定(J)   a 答复",
    "a supervisor rules (J)   a answer",
);
/// It is closed.
pub const NEXT_NOTHING: Both = Both::new("", "");

// ---- The story ----

/// Who came.
pub const VISITOR: Both = Both::new("来人", "Visitor");
/// Where it stands.
pub const STAGE: Both = Both::new("环节", "Stage");
/// The first responder.
pub const FIRST_ASKED: Both = Both::new("首问", "First asked");
/// The holder.
pub const HELD_BY: Both = Both::new("在手", "Held by");
/// Before when and where somebody is to be seen.
pub const APPOINTMENT: Both = Both::new("预约", "Appointment");
/// Nobody stands there.
pub const NO_VISITOR: Both = Both::new("没有来人", "none");
/// What is asked for.
pub const KIND: Both = Both::new("类型", "Kind");
/// The matter.
pub const MATTER: Both = Both::new("事项", "Matter");
/// The exact doubt.
pub const DOUBT: Both = Both::new("疑问", "Doubt");

/// The heads of the list's columns: number, name, matter, holder, stage, due, left.
pub const fn columns(lang: Lang) -> [&'static str; 7] {
    match lang {
        Lang::Zh => ["编号", "来人", "事项", "在谁手里", "环节", "到期", "还剩"],
        Lang::En => [
            "Number", "Name", "Matter", "Held by", "Stage", "Due", "Left",
        ],
    }
}

/// Who was asked first.
pub fn first_asked(lang: Lang, name: &str) -> String {
    lang.pick(format!("首问 {name}"), format!("first asked {name}"))
}

/// When a clock ends, what kind of time that is, and the clause behind it.
pub fn due_line(lang: Lang, due: impl Display, kind: &str, clause: &str) -> String {
    lang.pick(
        format!("到期 {due}{kind}  e 时限  {clause}"),
        format!("Due {due}{kind}  e why  {clause}"),
    )
}

/// The keys that are likely to come next.
pub fn next(lang: Lang, keys: Both) -> String {
    let keys = keys.text(lang);
    lang.pick(format!("下一步    {keys}"), format!("Next      {keys}"))
}

/// Things one after another.
pub fn listed(lang: Lang, things: &[String]) -> String {
    things.join(lang.pick("、", ", "))
}

/// How often the visitor came; with the rule on visits, what that means.
pub fn visit_count(lang: Lang, count: u32, rule: Option<(&ClockId, bool)>) -> String {
    match (rule, lang) {
        (None, Lang::Zh) => format!("第 {count} 次到访"),
        (None, Lang::En) => format!("Visit {count}"),
        (Some((rule, false)), Lang::Zh) => format!("第 {count} 次到访：本次须办结({rule})"),
        (Some((rule, false)), Lang::En) => {
            format!("Visit {count}: it must be finished this time ({rule})")
        }
        (Some((rule, true)), Lang::Zh) => format!("第 {count} 次到访：已超过 {rule} 许可的次数"),
        (Some((rule, true)), Lang::En) => format!("Visit {count}: more than {rule} allows"),
    }
}

/// A rule that was broken, in whose hands, and when.
pub fn broken(lang: Lang, rule: &ClockId, hands: &str, at: impl Display) -> String {
    lang.pick(
        format!("违反 {rule}：{at} 在 {hands} 手里"),
        format!("{rule} was broken {at} in the hands of {hands}"),
    )
}

/// An extension that was filed and waits for a supervisor.
pub fn filed(lang: Lang, who: &str, by: u32, clock: &ClockId, at: impl Display) -> String {
    lang.pick(
        format!("{at} {who} 申请 {clock} 共延长 {by}，待领导批(X)"),
        format!("{at} {who} asked for {by} more on {clock}: a supervisor decides (X)"),
    )
}

/// Why the clocks stand still, and since when.
pub fn still_since(lang: Lang, reason: &str, since: impl Display) -> String {
    lang.pick(
        format!("停计：{reason}，自 {since} 起(w 恢复)"),
        format!("Clocks stopped since {since}: {reason} (w resumes)"),
    )
}
