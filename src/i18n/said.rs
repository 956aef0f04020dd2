//! What was just done, in one sentence, and the likely next key.

mod handling;

use super::Lang;
use crate::desk::Done;
use crate::domain::command::{Command, Route};
use crate::domain::inquiry::Event;
use crate::store::{Fact, Recorded};

/// What a command that was carried out came to.
#[expect(clippy::too_many_lines, reason = "one arm a command")]
pub fn done(lang: Lang, command: &Command, done: &Done) -> String {
    let number = &done.subject;
    let (zh, en) = match command {
        Command::Register(c) => registered(number, c.route.as_ref()),
        Command::Accept(_) => {
            let receipt = paper(&done.events).unwrap_or_default();
            (
                format!("已受理 {number}，{receipt}。按 p 打印"),
                format!("Accepted {number}, {receipt}. Press p to print it"),
            )
        }
        Command::Answer(_) => (
            format!("已答复 {number}。按 c 办结"),
            format!("Answered {number}. Press c to close it"),
        ),
        Command::HandOff(c) => (
            format!(
                "已转办 {number} 给 {}。请告知来人现由谁承办(L)",
                c.department
            ),
            format!(
                "Handed {number} to {}. Tell the visitor who holds it now (L)",
                c.department
            ),
        ),
        Command::SignFor(_) => (
            format!("已签收 {number}，答复时限开始"),
            format!("Signed for {number}: the answer clock runs"),
        ),
        Command::Return(_) if waits_for_ruling(&done.events) => (
            format!("已退回 {number}，第二次退回，待带班领导裁定"),
            format!("Returned {number} a second time: a supervisor decides now"),
        ),
        Command::Return(_) => (format!("已退回 {number}"), format!("Returned {number}")),
        Command::GuideOutside(_) => (
            format!("已指引并办结 {number}"),
            format!("Guided and closed {number}"),
        ),
        Command::Notify(_) => {
            let notice = paper(&done.events).unwrap_or_default();
            (
                format!("已出告知单 {notice}"),
                format!("Issued notice {notice}"),
            )
        }
        Command::Bring(_) => (
            format!("已收补交材料 {number}"),
            format!("Took the documents for {number}"),
        ),
        Command::Extend(c) => (
            format!("已延期 {number} {}", c.clock),
            format!("Extended {} of {number}", c.clock),
        ),
        Command::RuleOnExtension(c) if c.granted => (
            format!("已批准延期 {number} {}", c.clock),
            format!("Granted the extension of {} of {number}", c.clock),
        ),
        Command::RuleOnExtension(c) => (
            format!("未批准延期 {number} {}", c.clock),
            format!("Did not grant the extension of {} of {number}", c.clock),
        ),
        Command::ExplainOverrun(c) => (
            format!("已记下 {number} {} 超过的理由", c.clock),
            format!("Recorded why {} of {number} was overrun", c.clock),
        ),
        Command::Suspend(_) => (
            format!("{number} 的时限已停计，请把所需时间书面告知申请人"),
            format!("The clocks of {number} stand still: tell the applicant in writing how long"),
        ),
        Command::Resume(_) => (
            format!("{number} 的时限已恢复"),
            format!("The clocks of {number} run on"),
        ),
        Command::Step(_) => (
            format!("已记录 {number} 的步骤"),
            format!("Recorded the step of {number}"),
        ),
        Command::Visit(_) => (
            format!("已记录 {number} 再次到访"),
            format!("Recorded that the visitor of {number} came again"),
        ),
        Command::Receive(_) => (
            format!("已收下 {number} 的申请材料，缺什么须一次告知"),
            format!("Took in the documents of {number}: tell all that is missing at once"),
        ),
        Command::Deliver(_) => (
            format!("已交付 {number}。按 c 办结"),
            format!("Delivered {number}. Press c to close it"),
        ),
        Command::Decline(_) => {
            let notice = paper(&done.events).unwrap_or_default();
            (
                format!("已退件 {number}，{notice}。按 p 打印"),
                format!("Declined {number}, {notice}. Press p to print it"),
            )
        }
        Command::Several(_) => (
            format!("已记录 {number} 涉及多部门，请提请会商(再按 m)"),
            format!("{number} concerns several departments: call them to confer (m again)"),
        ),
        Command::Convene(_) => (
            format!("已提请会商 {number}"),
            format!("Called to confer on {number}"),
        ),
        Command::SettleOpinion(_) => (
            format!("已记录会商意见 {number}"),
            format!("Recorded their opinion on {number}"),
        ),
        Command::AskSuperior(_) => (
            format!("已请示 {number}"),
            format!("Asked a superior about {number}"),
        ),
        Command::SuperiorOpinion(_) => (
            format!("已记录上级意见 {number}"),
            format!("Recorded the superior's opinion on {number}"),
        ),
        Command::Close(_) => (format!("已办结 {number}"), format!("Closed {number}")),
        Command::FollowUp(c) if !c.reached && !c.refused => (
            format!("已记录 {number} 回访未联系上，请另择时间再访"),
            format!("Recorded a try for {number}: nobody was reached, try again later"),
        ),
        Command::FollowUp(c) if (1..=2).contains(&c.level) => (
            format!("已记录 {number} 的不满意，已重新办理，请按新时限整改"),
            format!("{number} was rated badly and is taken up again on a clock of its own"),
        ),
        Command::FollowUp(_) => (
            format!("已记录 {number} 的回访。按 c 办结"),
            format!("Followed {number} up. Press c to close it"),
        ),
        Command::Reopen(_) => (
            format!("已重新办理 {number}"),
            format!("Took {number} up again"),
        ),
        Command::AppealRating(_) => (
            format!("已对 {number} 的评价提出申诉"),
            format!("Appealed the rating of {number}"),
        ),
        Command::RuleOnRating(_) => (
            format!("已裁定 {number} 的评价申诉"),
            format!("Decided on the rating of {number}"),
        ),
        Command::HandoverOpen(_) => (
            format!("开始交接 {number}"),
            format!("Began handover {number}"),
        ),
        Command::HandoverNote(_) => ("已记下说明".into(), "Noted".into()),
        Command::HandoverAcknowledge(_) => ("已接一件".into(), "Took it over".into()),
        Command::HandoverQuestion(_) => ("已记下疑问".into(), "Question noted".into()),
        Command::HandoverAnswer(_) => ("已答复疑问".into(), "Answered the question".into()),
        Command::HandoverCancel(_) => (
            format!("已取消交接 {number}，没有移交"),
            format!("Handover {number} is called off: nothing has moved"),
        ),
        Command::HandoverSign(_) if takes_effect(&done.events) => (
            format!("交接 {number} 完成，责任已移交"),
            format!("Handover {number} is done: responsibility has moved"),
        ),
        Command::HandoverSign(_) => (
            format!("已签字 {number}，等对方签字"),
            format!("Signed {number}: the other signs next"),
        ),
        Command::RecordStaff(c) => (
            format!("已记录 {} {}", c.number, c.name),
            format!("Recorded {} {}", c.number, c.name),
        ),
        Command::RuleOnHandling(_)
        | Command::Coordinate(_)
        | Command::Reassign(_)
        | Command::TakeCustody(_)
        | Command::KeepDocuments(_)
        | Command::GiveBackDocuments(_)
        | Command::Attempt(_)
        | Command::TellHolder(_)
        | Command::SignHandling(_)
        | Command::ExcuseBreach(_)
        | Command::ReviewBreach(_)
        | Command::RecordBreach(_) => handling::done(number, command),
        Command::Urge(_)
        | Command::Supervise(_)
        | Command::Escalate(_)
        | Command::Climb(_)
        | Command::Tell(_)
        | Command::LeaderAsked(_)
        | Command::Away(_)
        | Command::Back(_) => super::urging::done(command, done),
        Command::Correct(_) => (
            format!("已更正 {number}，更正前后都留在记录里"),
            format!("Corrected {number}: before and after stay on record"),
        ),
        Command::Withdraw(_) => (
            format!("已撤销 {number}(误登)，记录保留"),
            format!("Withdrew {number} as a mistake; it stays on record"),
        ),
        Command::CheckContact(_)
        | Command::DrawSample(_)
        | Command::AskSampled(_)
        | Command::IssueBulletin(_)
        | Command::Export(_) => super::oversight::done(command, number),
        Command::KeepNote(_) => (
            format!("已记下 {number}，随交接一直带着，办了再消"),
            format!("Kept {number}: it goes on with every handover until it is done"),
        ),
        Command::EndNote(_) => (
            format!("{number} 已办，不再随交接"),
            format!("{number} is done and goes on no more"),
        ),
        Command::Reveal(_)
        | Command::ListDestruction(_)
        | Command::SignDestruction(_)
        | Command::AddKey(_)
        | Command::RemoveKey(_) => super::privacy::done(command, number),
        Command::GivePaper(c) => super::papers::given(&c.paper, c.told),
        Command::SetPrinting(_) => super::papers::printing_set(),
        Command::EditMatter(_) => super::edit::done(number),
        Command::Case(_) => super::case::done(number),
    };
    lang.pick(zh, en)
}

fn registered(number: &str, route: Option<&Route>) -> (String, String) {
    match route {
        Some(Route::AnswerNow { .. } | Route::Outside { .. }) => (
            format!("已登记并办结 {number}"),
            format!("Registered and closed {number}"),
        ),
        Some(Route::HandOff { department, .. }) => (
            format!("已登记 {number}，转办 {department}"),
            format!("Registered {number}, handed to {department}"),
        ),
        Some(Route::MineLater { .. } | Route::Several { .. } | Route::Unclear { .. }) | None => {
            (format!("已登记 {number}"), format!("Registered {number}"))
        }
    }
}

/// Whether a return was the second one, so that a supervisor decides.
fn waits_for_ruling(events: &[Recorded]) -> bool {
    let second = |event: &Recorded| {
        matches!(
            &event.fact,
            Fact::Inquiry(Event::Returned { to_rule: true, .. })
        )
    };
    events.iter().any(second)
}

/// The number of the paper that was given out.
fn paper(events: &[Recorded]) -> Option<String> {
    events.iter().find_map(|event| {
        let Fact::Inquiry(event) = &event.fact else {
            return None;
        };
        if let Event::Notified { notice, .. } | Event::Declined { notice, .. } = event {
            Some(notice.clone())
        } else if let Event::Accepted { receipt } = event {
            Some(receipt.clone())
        } else {
            None
        }
    })
}

fn takes_effect(events: &[Recorded]) -> bool {
    events.iter().any(|event| {
        matches!(
            &event.fact,
            Fact::Shift(crate::domain::shift::ShiftEvent::HandedOver)
        )
    })
}
