//! Lines on how an inquiry was passed on and held, and on what is said of its breaches.

use super::super::Lang;
use super::super::refusal::Speaker;
use crate::domain::ids::StaffNo;
use crate::domain::inquiry::Event;

/// Behind a handoff or a return to a department that gave it away before.
pub(super) fn ping_pong(lang: Lang, is: bool) -> &'static str {
    match (lang, is) {
        (Lang::Zh, true) => "(来回推转)",
        (Lang::En, true) => " (ping-pong)",
        (_, false) => "",
    }
}

/// What follows from a return: a supervisor decides.
pub(super) fn to_rule(lang: Lang, is: bool) -> &'static str {
    match (lang, is) {
        (Lang::Zh, true) => "，待带班领导裁定",
        (Lang::En, true) => "; a supervisor decides now",
        (_, false) => "",
    }
}

/// The sentence for one of these facts; empty for any other.
pub(super) fn line(lang: Lang, event: &Event, speaker: &dyn Speaker) -> String {
    let name = |staff: &StaffNo| speaker.name(staff);
    if let Event::HandlingRuled(fact) = event {
        let (by, holder, text) = (name(&fact.by), name(&fact.holder), fact.text.text());
        let department = &fact.department;
        lang.pick(
            format!("{by} 裁定由{department} {holder} 办理，不得再退：「{text}」"),
            format!("{by} ruled that {department} {holder} handles it, for good: “{text}”"),
        )
    } else if let Event::Coordinated(fact) = event {
        let (by, text, slip) = (name(&fact.by), fact.text.text(), &fact.slip);
        lang.pick(
            format!("{by} 填报《{}》{slip}(内部)：「{text}」", fact.name.zh),
            format!(
                "{by} raised the {} {slip} (internal): “{text}”",
                fact.name.en
            ),
        )
    } else if let Event::Reassigned(fact) = event {
        let (by, from, holder) = (name(&fact.by), name(&fact.from), name(&fact.holder));
        let (department, reason) = (&fact.department, fact.reason.text());
        lang.pick(
            format!("{by} 改派：{from} -> {department} {holder}，时限不变：「{reason}」"),
            format!(
                "{by} reassigned it: {from} -> {department} {holder}, no clock moves: “{reason}”"
            ),
        )
    } else if let Event::Attempted(fact) = event {
        let (by, whom, how) = (name(&fact.by), name(&fact.whom), fact.how.text());
        match (lang, fact.reached) {
            (Lang::Zh, true) => format!("{by} 联系 {whom}({how})：已联系上"),
            (Lang::Zh, false) => format!("{by} 联系 {whom}({how})：没有联系上"),
            (Lang::En, true) => format!("{by} reached {whom} ({how})"),
            (Lang::En, false) => format!("{by} tried to reach {whom} ({how}): no answer"),
        }
    } else if let Event::HolderTold(fact) = event {
        let (by, holder, how) = (name(&fact.by), name(&fact.holder), fact.how.text());
        let (department, phone) = (&fact.department, &fact.phone);
        let whose = format!("{department} {holder} {phone}");
        let whose = whose.trim_end();
        lang.pick(
            format!("{by} 告知来人现由 {whose} 承办({how})"),
            format!("{by} told the visitor who holds it: {whose} ({how})"),
        )
    } else if let Event::HandlingSigned(fact) = event {
        signed(lang, fact, speaker)
    } else {
        documents(lang, event, speaker)
    }
}

fn signed(
    lang: Lang,
    fact: &crate::domain::inquiry::event::HandlingSigned,
    speaker: &dyn Speaker,
) -> String {
    let by = speaker.name(&fact.by);
    let entered = if fact.by == fact.entered_by {
        String::new()
    } else {
        let who = speaker.name(&fact.entered_by);
        lang.pick(format!("，{who} 代录"), format!(", entered by {who}"))
    };
    let deputy = match (lang, fact.deputy) {
        (Lang::Zh, true) => "(指定代签人)",
        (Lang::En, true) => " (named deputy)",
        (_, false) => "",
    };
    match (lang, fact.stamped) {
        (Lang::Zh, true) => format!("{by}{deputy} 签字盖章确认处理情况{entered}"),
        (Lang::Zh, false) => format!("{by}{deputy} 签字确认处理情况，未盖章{entered}"),
        (Lang::En, true) => format!("{by}{deputy} signed and stamped how it was handled{entered}"),
        (Lang::En, false) => {
            format!("{by}{deputy} signed how it was handled, without a stamp{entered}")
        }
    }
}

fn documents(lang: Lang, event: &Event, speaker: &dyn Speaker) -> String {
    let name = |staff: &StaffNo| speaker.name(staff);
    if let Event::DocumentsKept(fact) = event {
        let by = name(&fact.by);
        let all = fact.documents.get().map(Vec::as_slice).unwrap_or_default();
        let (count, list) = (all.len(), all.join(lang.pick("、", ", ")));
        lang.pick(
            format!("{by} 代收材料 {count} 件：{list}"),
            format!("{by} took {count} documents into custody: {list}"),
        )
    } else if let Event::CustodyMoved(fact) = event {
        let (from, to, count) = (name(&fact.from), name(&fact.to), fact.documents.len());
        lang.pick(
            format!("代收材料 {count} 件：{from} -> {to}，点清签收"),
            format!("{count} documents in custody: {from} -> {to}, counted and signed for"),
        )
    } else if let Event::DocumentsReturned(fact) = event {
        let (by, to, count) = (name(&fact.by), fact.to.text(), fact.documents.len());
        lang.pick(
            format!("{by} 把代收材料 {count} 件交还 {to}"),
            format!("{by} gave {count} documents back to {to}"),
        )
    } else if let Event::BreachExcused(fact) = event {
        let (by, clock, excuse) = (name(&fact.by), &fact.clock, fact.excuse.text());
        lang.pick(
            format!("{by} 说明 {clock} 超时的理由：「{excuse}」"),
            format!("{by} excused {clock}: “{excuse}”"),
        )
    } else if let Event::BreachReviewed(fact) = event {
        let (by, clock, text) = (name(&fact.by), &fact.clock, fact.text.text());
        match (lang, fact.own_fault) {
            (Lang::Zh, true) => format!("{by} 审核 {clock}：属自身责任。「{text}」"),
            (Lang::Zh, false) => format!("{by} 审核 {clock}：非自身责任，记录保留。「{text}」"),
            (Lang::En, true) => format!("{by} judged {clock}: our own fault. “{text}”"),
            (Lang::En, false) => {
                format!("{by} judged {clock}: not our own fault; it stays on record. “{text}”")
            }
        }
    } else {
        String::new()
    }
}
