//! Words of the forms on how an inquiry is passed on, held and judged.

use std::fmt::Display;

use super::{Both, Lang};

/// A supervisor says whose it is.
pub const RULE_ON_HANDLING: Both = Both::new("裁定由谁办", "Rule whose it is");
/// What a ruling does.
pub const RULING_BINDS: Both = Both::new(
    "已退回两次：由带班领导裁定。裁定后接收人不得再退。",
    "Sent back twice: a supervisor decides, and the receiver cannot return it.",
);
/// Nothing waits for a ruling.
pub const NOTHING_TO_RULE: Both = Both::new(
    "这一件不在等裁定；要换人办请用改派(M)。",
    "It waits for no ruling: M reassigns it.",
);
/// It waits for a ruling.
pub const WAITS_FOR_RULING: Both = Both::new(
    "已退回两次，等带班领导裁定(J)。",
    "Sent back twice: a supervisor rules first (J).",
);
/// The coordination slip.
pub const COORDINATE: Both = Both::new("协调单", "Coordination slip");
/// What is to be coordinated.
pub const COORDINATE_WHAT: Both = Both::new("要协调什么", "What is to be coordinated");
/// The rulebook has none.
pub const NO_COORDINATION: Both = Both::new(
    "本制度没有协调单。",
    "This rulebook has no coordination slip.",
);
/// Other hands.
pub const REASSIGN: Both = Both::new("改派", "Reassign");
/// What reassigning does not do.
pub const REASSIGN_RULE: Both = Both::new(
    "责任随人走，时限一概不变，照记在案。",
    "The duty moves, no clock does, and it stays on record.",
);
/// Documents in custody are taken over.
pub const TAKE_CUSTODY: Both = Both::new("接下代收材料", "Take the documents over");
/// Documents are kept for the visitor.
pub const KEEP_DOCUMENTS: Both = Both::new("代收材料", "Take into custody");
/// What keeping means.
pub const KEEP_RULE: Both = Both::new(
    "逐件写明；交还来人或点清移交之前一直在您手里，不能办结。",
    "Name each one: they stay in your hands until given back or handed over, counted.",
);
/// Documents go back.
pub const GIVE_BACK: Both = Both::new("交还材料", "Give documents back");
/// Which of them.
pub const WHICH_DOCUMENTS: Both = Both::new("第几件(空为全部)", "Numbers (empty for all)");
/// Who got them.
pub const GIVEN_TO: Both = Both::new("交还给谁", "Given to");
/// Nothing is in custody.
pub const NO_CUSTODY: Both = Both::new("没有代收的材料。", "No document is in custody.");
/// Whether the signer takes the documents too.
pub const CUSTODY_TOO: Both = Both::new("代收材料已点清接下", "Documents counted and taken");
/// A try to reach somebody.
pub const ATTEMPT: Both = Both::new("联系记录", "Try to reach");
/// Who was to be reached.
pub const WHOM: Both = Both::new("联系谁", "Whom");
/// How.
pub const HOW: Both = Both::new("怎样(电话、当面)", "How (phone, in person)");
/// Whether they answered.
pub const REACHED: Both = Both::new("联系上了吗", "Reached");
/// The visitor is told who holds it.
pub const TELL_HOLDER: Both = Both::new("告知来人现由谁承办", "Tell who holds it");
/// It was not handed off.
pub const NOT_HANDED_OFF: Both = Both::new(
    "还在首问责任人手里，没有转办。",
    "It was not handed off: the first responder holds it.",
);
/// The head signs.
pub const SIGN_HANDLING: Both = Both::new("负责人签字", "Head signs");
/// Who signed.
pub const WHO_SIGNED: Both = Both::new("谁签的字", "Who signed");
/// Whether it was stamped.
pub const STAMPED: Both = Both::new("盖章了吗", "Stamped");
/// Who may sign.
pub const SIGN_RULE: Both = Both::new(
    "由承办部门负责人或其指定的代签人签字、签时、盖章。",
    "The head of the department that handled it, or a named deputy, signs, times and stamps.",
);
/// The rulebook asks for no such signature.
pub const NO_HEAD_SIGNS: Both = Both::new(
    "本制度不要求负责人签字。",
    "This rulebook asks for no head's signature.",
);
/// Why it was late.
pub const EXCUSE: Both = Both::new("超时理由", "Excuse");
/// Which breach.
pub const WHICH_BREACH: Both = Both::new("哪一项", "Which one");
/// What an excuse does not do.
pub const EXCUSE_RULE: Both = Both::new(
    "写明理由，超时记录不变。",
    "The reason stands beside the breach; the breach stays.",
);
/// A breach is judged.
pub const REVIEW: Both = Both::new("审核超时", "Judge the breach");
/// Our own fault or not.
pub const OWN_FAULT: Both = Both::new("属自身责任吗", "Our own fault");
/// What was found.
pub const FOUND: Both = Both::new("审核意见", "What was found");
/// A rule was broken.
pub const RECORD_BREACH: Both = Both::new("记违规", "Record a breach");
/// Whose hands it was in.
pub const WHOSE_HANDS: Both = Both::new("在谁手里", "Whose hands");
/// What happened.
pub const WHAT_HAPPENED: Both = Both::new("什么情形", "What happened");
/// Refused without good reason.
pub const REFUSED: Both = Both::new("无正当理由不予受理", "Refused without good reason");
/// No reply as prescribed.
pub const UNANSWERED: Both = Both::new("不按规定答复", "No reply as prescribed");
/// The result was not delivered.
pub const UNDELIVERED: Both =
    Both::new("在时限内不交付办理结果", "The result not delivered in time");
/// Yes.
pub const YES: Both = Both::new("是", "yes");
/// No.
pub const NO: Both = Both::new("否", "no");

/// Before the matter of a row with documents in custody.
pub fn custody_mark(lang: Lang, count: usize) -> String {
    match (lang, count) {
        (_, 0) => String::new(),
        (Lang::Zh, _) => format!("[收{count}]"),
        (Lang::En, _) => format!("[doc{count}] "),
    }
}

/// What is in custody, each with its number and who keeps it.
pub fn custody_line(lang: Lang, count: u32, list: impl Display) -> String {
    lang.pick(
        format!("代收 {count} 件：{list}"),
        format!("Custody {count}: {list}"),
    )
}

/// The visitor has not been told who holds it.
pub fn untold(lang: Lang, whose: impl Display) -> String {
    lang.pick(
        format!("还没有告知来人现由 {whose} 承办(L)"),
        format!("The visitor has not been told who holds it: {whose} (L)"),
    )
}

/// Whom to name to the visitor.
pub fn say_aloud(lang: Lang, whose: impl Display) -> String {
    lang.pick(
        format!("请告知来人：现由 {whose} 承办。"),
        format!("Tell the visitor: {whose} holds it now."),
    )
}

/// What ran late, in whose hands.
pub fn breach(lang: Lang, hands: impl Display) -> String {
    lang.pick(format!("在 {hands} 手里"), format!("hands of {hands}"))
}
