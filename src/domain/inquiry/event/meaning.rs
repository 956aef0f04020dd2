//! What a fact means to clocks, legs and papers.

use super::Event;
use crate::domain::ids::StaffNo;
use crate::domain::inquiry::state::Turn;
use crate::domain::rulebook::{Act, Marks};

impl Event {
    /// The act that clocks know this fact by, if any.
    pub fn act(&self) -> Option<Act> {
        Some(match self {
            Self::Registered(_) => Act::Registered,
            Self::Promised { .. } => Act::Promised,
            Self::Accepted { .. } | Self::DeemedAccepted { .. } => Act::Accepted,
            Self::HandedOff { .. } => Act::HandedOff,
            Self::SignedFor { .. } => Act::Signed,
            Self::Returned { .. } => Act::Returned,
            Self::Answered { .. } => Act::Answered,
            Self::Delivered { .. } => Act::Delivered,
            Self::Guided { .. } => Act::Guided,
            Self::Notified { .. } => Act::Notified,
            Self::Brought { complete: true, .. } => Act::Brought,
            Self::Declined { .. } => Act::Declined,
            Self::SeveralNamed { .. } => Act::Several,
            Self::Convened { .. } => Act::Convened,
            Self::OpinionSettled { .. } => Act::OpinionSettled,
            Self::SuperiorAsked(_) => Act::SuperiorAsked,
            Self::SuperiorRuled { .. } => Act::SuperiorRuled,
            Self::Closed { .. } => Act::Closed,
            Self::Received { .. } => Act::Received,
            Self::Visited { .. } => Act::Visited,
            Self::StepTaken { step, .. } => Act::Step(step.clone()),
            Self::Reopened(_) => Act::Reopened,
            Self::Brought { .. }
            | Self::ClockStarted(_)
            | Self::ClockStopped { .. }
            | Self::Extended { .. }
            | Self::ExtensionFiled { .. }
            | Self::ExtensionDenied { .. }
            | Self::Suspended { .. }
            | Self::Resumed { .. }
            | Self::RuleBroken { .. }
            | Self::OverrunExplained { .. }
            | Self::FollowedUp(_)
            | Self::RatingAppealed(_)
            | Self::RatingRuled(_)
            | Self::ExtensionRefusedLate { .. }
            | Self::Breached { .. }
            | Self::Recounted { .. }
            | Self::DeemedConsent { .. }
            | Self::Taken { .. }
            | Self::HandlingRuled(_)
            | Self::Coordinated(_)
            | Self::Reassigned(_)
            | Self::DocumentsKept(_)
            | Self::CustodyMoved(_)
            | Self::DocumentsReturned(_)
            | Self::Attempted(_)
            | Self::HolderTold(_)
            | Self::HandlingSigned(_)
            | Self::BreachExcused(_)
            | Self::BreachReviewed(_)
            | Self::Urged(_)
            | Self::Supervised(_)
            | Self::Escalated(_)
            | Self::RungReached(_)
            | Self::Climbed(_)
            | Self::VisitorTold(_)
            | Self::LeaderAsked(_)
            | Self::Corrected(_)
            | Self::ClockCorrected(_)
            | Self::Withdrawn(_)
            | Self::Continued(_)
            | Self::PaperGiven(_) => return None,
        })
    }

    /// After which act it is someone else's turn, and whose act it was.
    pub fn turn(&self) -> Option<(Turn, &StaffNo)> {
        Some(if let Self::HandedOff { sender, .. } = self {
            (Turn::HandedOff, sender)
        } else if let Self::SignedFor { by, proxy, .. } = self {
            let by = proxy.as_ref().map_or(by, |proxy| &proxy.entered_by);
            (Turn::Signed, by)
        } else if let Self::Returned { by, .. } = self {
            (Turn::Returned, by)
        } else if let Self::Answered { by, .. } = self {
            (Turn::Answered, by)
        } else if let Self::Delivered { by, .. } = self {
            (Turn::Delivered, by)
        } else if let Self::Guided { by, .. } = self {
            (Turn::Guided, by)
        } else if let Self::Declined { by, .. } = self {
            (Turn::Declined, by)
        } else if let Self::Closed { by, .. } = self {
            (Turn::Closed, by)
        } else if let Self::Taken { to, .. } = self {
            (Turn::Taken, to)
        } else if let Self::HandlingRuled(fact) = self {
            (Turn::Ruled, &fact.by)
        } else if let Self::Reassigned(fact) = self {
            (Turn::Reassigned, &fact.by)
        } else if let Self::Reopened(fact) = self {
            (Turn::Reopened, &fact.by)
        } else {
            return None;
        })
    }

    /// The leg that this fact names, if it names one.
    pub fn leg(&self) -> Option<u32> {
        if let Self::Reopened(fact) = self {
            return Some(fact.leg);
        }
        if let Self::HandedOff { leg, .. }
        | Self::SignedFor { leg, .. }
        | Self::Returned { leg, .. }
        | Self::Answered { leg, .. }
        | Self::StepTaken { leg, .. } = self
        {
            Some(*leg)
        } else {
            None
        }
    }

    /// The mark of the numbered paper that this fact gave out, if it gave one.
    pub fn mark<'a>(&self, marks: &'a Marks) -> Option<&'a str> {
        Some(
            if let Self::Notified {
                supplement: true, ..
            } = self
            {
                &marks.supplement
            } else if let Self::Notified { .. } = self {
                &marks.notice
            } else if let Self::Accepted { .. } = self {
                &marks.acceptance
            } else if let Self::Declined { .. } = self {
                &marks.decline
            } else if let Self::Supervised(_) = self {
                &marks.supervise
            } else {
                return None;
            },
        )
    }
}
