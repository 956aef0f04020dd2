//! What the queue says: its list, its forms, its reckoning.

pub mod able;
pub mod handling;

use std::fmt::Display;

use super::{Both, Lang};
use crate::domain::ids::ClockId;

// ---- Why an act is not open ----

/// An act needs a row and none is selected.
pub const NOTHING_SELECTED: Both = Both::new("没有选中的件。", "Nothing is selected.");
/// The list is empty.
pub const NOTHING_HERE: Both = Both::new("这里没有件。", "There is nothing here.");
/// There is no slip before a handoff.
pub const NO_SLIP_YET: Both = Both::new(
    "还没有转办，没有转办单。",
    "Not handed off yet: there is no slip.",
);
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

// ---- Forms ----

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

/// How long it lay in whose hands.
pub fn in_hands(lang: Lang, hands: &str) -> String {
    lang.pick(format!("在手工时  {hands}"), format!("In hands  {hands}"))
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
