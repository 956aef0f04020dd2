//! What and whom a command names.

use super::{Command, Route};
use crate::domain::ids::{CaseNo, HandoverNo, Number, StaffNo};

/// What a command is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// A new inquiry.
    NewInquiry,
    /// An inquiry on the record.
    Inquiry(Number),
    /// A new handover.
    NewHandover,
    /// A handover on the record.
    Handover(HandoverNo),
    /// A member of staff.
    Staff(StaffNo),
    /// The office itself.
    Office,
    /// An accountability case; nothing for a new one.
    Case(Option<CaseNo>),
}

impl Command {
    /// What this command is about.
    pub fn subject(&self) -> Subject {
        match self {
            Self::Register(_) => Subject::NewInquiry,
            Self::Accept(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::Answer(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::HandOff(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::SignFor(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::Return(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::GuideOutside(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::Notify(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::Bring(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::Extend(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::RuleOnExtension(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::ExplainOverrun(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::Suspend(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::Resume(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::Step(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::Receive(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::Deliver(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::Decline(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::Several(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::AskSuperior(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::Convene(c)
            | Self::SettleOpinion(c)
            | Self::SuperiorOpinion(c)
            | Self::Visit(c)
            | Self::AppealRating(c)
            | Self::Coordinate(c)
            | Self::Urge(c)
            | Self::Tell(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::Close(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::FollowUp(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::Reopen(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::RuleOnRating(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::HandoverOpen(_) => Subject::NewHandover,
            Self::HandoverNote(c) | Self::HandoverQuestion(c) | Self::HandoverAnswer(c) => {
                Subject::Handover(c.handover.clone())
            }
            Self::HandoverAcknowledge(c) => Subject::Handover(c.handover.clone()),
            Self::HandoverCancel(c) => Subject::Handover(c.handover.clone()),
            Self::HandoverSign(c) => Subject::Handover(c.handover.clone()),
            Self::RecordStaff(c) => Subject::Staff(c.number.clone()),
            Self::RuleOnHandling(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::Reassign(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::TakeCustody(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::KeepDocuments(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::GiveBackDocuments(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::Attempt(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::TellHolder(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::SignHandling(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::ExcuseBreach(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::ReviewBreach(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::RecordBreach(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::Supervise(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::Escalate(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::Climb(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::LeaderAsked(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::Away(c) => Subject::Staff(c.staff.clone()),
            Self::Back(c) => Subject::Staff(c.staff.clone()),
            Self::Correct(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::Withdraw(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::CheckContact(_)
            | Self::DrawSample(_)
            | Self::AskSampled(_)
            | Self::IssueBulletin(_)
            | Self::KeepNote(_)
            | Self::EndNote(_)
            | Self::SetPrinting(_)
            | Self::Export(_)
            | Self::EditMatter(_)
            | Self::Reveal(_)
            | Self::ListDestruction(_)
            | Self::SignDestruction(_) => Subject::Office,
            Self::AddKey(c) => Subject::Staff(c.staff.clone()),
            Self::RemoveKey(c) => Subject::Staff(c.staff.clone()),
            Self::GivePaper(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::Case(c) => Subject::Case(c.case().cloned()),
        }
    }

    /// The inquiry that this command is about, if it is about one.
    pub fn inquiry(&self) -> Option<Number> {
        match self.subject() {
            Subject::Inquiry(number) => Some(number),
            Subject::NewInquiry
            | Subject::NewHandover
            | Subject::Handover(_)
            | Subject::Staff(_)
            | Subject::Office
            | Subject::Case(_) => None,
        }
    }

    /// The handover that this command is about, if it is about one.
    pub fn handover(&self) -> Option<HandoverNo> {
        match self.subject() {
            Subject::Handover(number) => Some(number),
            Subject::NewInquiry
            | Subject::NewHandover
            | Subject::Inquiry(_)
            | Subject::Staff(_)
            | Subject::Office
            | Subject::Case(_) => None,
        }
    }

    /// The people whom this command names, beside the one who gives it.
    pub fn people(&self) -> Vec<StaffNo> {
        let named = match self {
            Self::Register(c) => match &c.route {
                Some(Route::HandOff { staff, .. }) => vec![staff.clone()],
                Some(Route::Unclear { superior, .. }) => vec![superior.clone()],
                Some(
                    Route::AnswerNow { .. }
                    | Route::MineLater { .. }
                    | Route::Several { .. }
                    | Route::Outside { .. },
                )
                | None => vec![],
            },
            Self::HandOff(c) => vec![c.staff.clone()],
            Self::Decline(c) => vec![c.superior.clone()],
            Self::AskSuperior(c) => vec![c.superior.clone()],
            Self::HandoverOpen(c) => vec![c.to.clone()],
            Self::RecordStaff(c) => c.substitute.clone().into_iter().collect(),
            Self::RuleOnHandling(c) => vec![c.staff.clone()],
            Self::Reassign(c) => vec![c.staff.clone()],
            Self::Attempt(c) => vec![c.whom.clone()],
            Self::SignHandling(c) => vec![c.by.clone()],
            Self::RecordBreach(c) => vec![c.hands.clone()],
            Self::Climb(c) => vec![c.superior.clone()],
            Self::LeaderAsked(c) => vec![c.leader.clone()],
            Self::Away(c) => vec![c.staff.clone()],
            Self::Back(c) => vec![c.staff.clone()],
            Self::Accept(_)
            | Self::Answer(_)
            | Self::SignFor(_)
            | Self::Return(_)
            | Self::GuideOutside(_)
            | Self::Notify(_)
            | Self::Bring(_)
            | Self::Extend(_)
            | Self::RuleOnExtension(_)
            | Self::ExplainOverrun(_)
            | Self::Suspend(_)
            | Self::Resume(_)
            | Self::Step(_)
            | Self::Visit(_)
            | Self::Receive(_)
            | Self::Deliver(_)
            | Self::Several(_)
            | Self::Convene(_)
            | Self::SettleOpinion(_)
            | Self::SuperiorOpinion(_)
            | Self::Close(_)
            | Self::FollowUp(_)
            | Self::Reopen(_)
            | Self::AppealRating(_)
            | Self::RuleOnRating(_)
            | Self::HandoverNote(_)
            | Self::HandoverAcknowledge(_)
            | Self::HandoverQuestion(_)
            | Self::HandoverSign(_)
            | Self::HandoverAnswer(_)
            | Self::HandoverCancel(_)
            | Self::Coordinate(_)
            | Self::TakeCustody(_)
            | Self::KeepDocuments(_)
            | Self::GiveBackDocuments(_)
            | Self::TellHolder(_)
            | Self::ExcuseBreach(_)
            | Self::ReviewBreach(_)
            | Self::Urge(_)
            | Self::Supervise(_)
            | Self::Escalate(_)
            | Self::Tell(_)
            | Self::Correct(_)
            | Self::GivePaper(_)
            | Self::SetPrinting(_)
            | Self::Reveal(_)
            | Self::ListDestruction(_)
            | Self::SignDestruction(_)
            | Self::AddKey(_)
            | Self::RemoveKey(_)
            | Self::Withdraw(_)
            | Self::CheckContact(_)
            | Self::DrawSample(_)
            | Self::AskSampled(_)
            | Self::EndNote(_)
            | Self::IssueBulletin(_)
            | Self::EditMatter(_)
            | Self::Export(_) => vec![],
            Self::KeepNote(c) => vec![c.to.clone()],
            Self::Case(c) => c.people(),
        };
        named
            .into_iter()
            .filter(|number| !number.is_empty())
            .collect()
    }

    /// The matter that this command names, if any.
    pub fn matter(&self) -> Option<&str> {
        let id = if let Self::Register(c) = self {
            &c.matter
        } else if let Self::Notify(c) = self {
            &c.matter
        } else if let Self::Correct(c) = self {
            c.changes.matter.as_ref()?
        } else {
            return None;
        }
        .as_str();
        (!id.trim().is_empty()).then_some(id)
    }
}
