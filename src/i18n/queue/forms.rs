//! What the forms over the queue say.

use std::fmt::Display;

use crate::domain::ids::ClockId;
use crate::i18n::{Both, Lang};

/// The answer, and its form.
pub const ANSWER: Both = Both::new("答复", "Answer");
/// The form of a handoff.
pub const HAND_OFF: Both = Both::new("转办", "Hand off");
/// Who is to take it.
pub const RECEIVER: Both = Both::new("接收人", "Receiver");
/// A word to the receiver.
pub const A_WORD: Both = Both::new("附言", "Note");
/// The form of a return.
pub const RETURN: Both = Both::new("退回", "Return");
/// An opinion, and its form.
pub const OPINION: Both = Both::new("意见", "Opinion");
/// The department that it should go to.
pub const SHOULD_GO_TO: Both = Both::new("应转部门", "Should go to");
/// What a return rests on where the rulebook is silent.
pub const RETURN_IS_INTERNAL: Both = Both::new(
    "本制度没有写退回；这是内控规则：须写明意见和应转部门。",
    "The rulebook is silent on returns; this is an internal rule: say why, and where it should go.",
);
/// The form of acceptance.
pub const ACCEPT: Both = Both::new("受理", "Accept");
/// What acceptance sets going.
pub const ACCEPT_STARTS: Both = Both::new(
    "受理后按事项的法定与承诺时限(取较短)开始计时。",
    "The shorter of the matter's legal and promised limits starts to run.",
);
/// The form of a delivery.
pub const DELIVER: Both = Both::new("交付", "Deliver");
/// What was delivered.
pub const WHAT_AND_HOW: Both = Both::new("交付了什么、怎么交的", "What, and how");
/// The form of closing.
pub const CLOSE: Both = Both::new("办结", "Close");
/// A word beside it.
pub const REMARK: Both = Both::new("备注", "Note");
/// What closing means.
pub const CLOSE_IS_FINAL: Both = Both::new(
    "办结后不能再改。确认来人已得到答复。",
    "It cannot be changed afterwards: make sure the visitor has the answer.",
);
/// The form of guidance elsewhere.
pub const GUIDE: Both = Both::new("指引", "Guide");
/// What was advised.
pub const ADVICE: Both = Both::new("指引", "Advice");
/// The form of a question to a superior.
pub const ASK_SUPERIOR: Both = Both::new("请示", "Ask a superior");
/// Who is asked.
pub const SUPERIOR: Both = Both::new("领导", "Superior");
/// What is asked.
pub const ASKED_WHAT: Both = Both::new("请示什么", "Question");
/// The form that names several departments.
pub const SEVERAL: Both = Both::new("多部门", "Several departments");
/// How departments are typed.
pub const DEPARTMENTS: Both = Both::new(
    "部门(牵头在前，空格分开)",
    "Departments, lead first, by spaces",
);
/// The form that calls departments to confer.
pub const CONVENE: Both = Both::new("提请会商", "Call to confer");
/// A word about conferring.
pub const EXPLANATION: Both = Both::new("说明", "Note");
/// The form of a decline.
pub const DECLINE: Both = Both::new("退件", "Decline");
/// Why.
pub const REASON: Both = Both::new("理由", "Reason");
/// The superior who agreed to a decline.
pub const WHO_AGREED: Both = Both::new(
    "同意的领导(已受理时必填)",
    "Superior who agreed (if accepted)",
);
/// The form of a signature.
pub const SIGN: Both = Both::new("签收", "Sign for it");
/// The form of an extension.
pub const EXTEND: Both = Both::new("延期", "Extend");
/// Which clock.
pub const CLOCK: Both = Both::new("时限", "Clock");
/// How much longer.
pub const BY_HOW_MANY: Both = Both::new("延长多少(同单位)", "By how many (same unit)");
/// What an extension needs.
pub const EXTEND_RULE: Both = Both::new(
    "到期前提出才有效；自起点合计、只顺延一次。没有条款或法律依据的一律不准。",
    "Only before the end, counted from the start, rolled once. Without a clause or law it is refused.",
);
/// No more can be typed.
pub const FIELD_FULL: Both = Both::new("这一项已到长度上限。", "This field is full.");
/// What was pasted was cut.
pub const TOO_LONG: Both = Both::new(
    "太长，只收下放得下的部分。",
    "Too long: only what fits was taken.",
);
/// A clock that stands still ends nowhere yet.
pub const OPEN_END: Both = Both::new(
    "到期  停计中，恢复后再算",
    "Due  after it runs on: the clock stands still",
);
/// The visitor is asked afterwards.
pub const FOLLOW_UP: Both = Both::new("回访", "Follow up");
/// How satisfied.
pub const HOW_SATISFIED: Both = Both::new("满意程度", "How satisfied");
/// What was said.
pub const WHAT_WAS_SAID: Both = Both::new(
    "说了什么(或怎么联系的)",
    "What was said, or how it was tried",
);
/// Would not say.
pub const WOULD_NOT_SAY: Both = Both::new("不愿评价", "would not say");
/// Nobody was reached.
pub const NOT_REACHED: Both = Both::new("未联系上", "not reached");
/// Taken up again.
pub const REOPEN: Both = Both::new("重办", "Take up again");
/// An appeal against a rating.
pub const APPEAL: Both = Both::new("评价申诉", "Appeal against the rating");
/// What came of it.
pub const STANDS_OR_NOT: Both = Both::new("评价是否有效", "Whether it stands");
/// It stands.
pub const RATING_STANDS: Both = Both::new("有效", "stands");
/// It is set aside.
pub const RATING_FALLS: Both = Both::new("不予采信", "is set aside");
/// A step of the rulebook's own.
pub const STEP: Both = Both::new("步骤", "Step");
/// Which step.
pub const WHICH_STEP: Both = Both::new("做了哪一步", "Which step");
/// The rulebook asks for no step of its own.
pub const NO_STEPS: Both = Both::new(
    "本制度没有另外要求的步骤。",
    "This rulebook asks for no step of its own.",
);
/// The visitor came again.
pub const VISIT: Both = Both::new("再次到访", "Came again");
/// Documents of an application are taken in.
pub const RECEIVE: Both = Both::new("收件", "Take in");
/// What was taken in.
pub const TAKEN_IN: Both = Both::new("收下的材料(用、隔开)", "Documents (separate with ,)");
/// What taking in starts.
pub const TAKEN_IN_STARTS: Both = Both::new(
    "收下申请材料起，缺什么须在事项规定的时间内一次告知，逾期即为受理。",
    "From now on all that is missing must be told in the matter's time, or it counts as accepted.",
);
/// Clocks stand still.
pub const SUSPEND: Both = Both::new("停计", "Stop the clocks");
/// Why.
pub const WHY_STILL: Both = Both::new("法定事由", "Reason by law");
/// What the applicant was told.
pub const TOLD_HOW_LONG: Both = Both::new("已书面告知所需时间", "Told in writing how long");
/// When it is allowed.
pub const SUSPEND_RULE: Both = Both::new(
    "只有列出的事由可以不计入期限，所需时间须书面告知申请人。",
    "Only the listed reasons stop a clock, and the applicant is told in writing how long.",
);
/// Clocks run on.
pub const RESUME: Both = Both::new("恢复计时", "Resume");
/// What resuming does.
pub const RESUME_RULE: Both = Both::new(
    "停计到此为止，剩余时间从现在接着算。",
    "The stop ends here: what was left runs on from now.",
);
/// A supervisor decides on an extension.
pub const RULE_ON: Both = Both::new("批延期", "Decide on the extension");
/// Granted or not.
pub const GRANT_OR_NOT: Both = Both::new("批不批准", "Granted or not");
/// Granted.
pub const GRANT: Both = Both::new("批准", "grant");
/// Not granted.
pub const DENY: Both = Both::new("不批准", "do not grant");
/// Nothing waits for a decision.
pub const NOTHING_FILED: Both = Both::new("没有待批的延期。", "No extension waits for a decision.");
/// Why a time in principle was overrun.
pub const OVERRUN: Both = Both::new("说明超时", "Explain the overrun");
/// When it is needed.
pub const OVERRUN_RULE: Both = Both::new(
    "「原则上」的时限超过的，写明理由后才能办结；超时记录不变。",
    "A time in principle that was overrun is explained before closing; the breach stays.",
);

/// What an extension would give.
pub fn would_be_due(lang: Lang, due: impl Display, provisional: bool) -> String {
    let mark = match (provisional, lang) {
        (true, Lang::Zh) => "(暂算)",
        (true, Lang::En) => " (provisional)",
        (false, _) => "",
    };
    lang.pick(
        format!("准了将到期 {due}{mark}"),
        format!("If granted, due {due}{mark}"),
    )
}

/// What was filed, and when it would be due.
pub fn asked_for(lang: Lang, who: &str, by: u32, clock: &ClockId, due: impl Display) -> String {
    lang.pick(
        format!("{who} 申请 {clock} 共延长 {by}，准了将到期 {due}"),
        format!("{who} asks for {by} more in all on {clock}; if granted, due {due}"),
    )
}

/// Which visit the next one is.
pub fn visit_no(lang: Lang, visit: u32) -> String {
    lang.pick(
        format!("这是第 {visit} 次到访。"),
        format!("This is visit {visit}."),
    )
}
