//! What a fact means to clocks, legs and papers.

use super::Event;
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
            Self::SuperiorAsked { .. } => Act::SuperiorAsked,
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
            | Self::LeaderAsked(_) => return None,
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
        Some(if let Self::Notified { .. } = self {
            &marks.notice
        } else if let Self::Accepted { .. } = self {
            &marks.acceptance
        } else if let Self::Declined { .. } = self {
            &marks.decline
        } else if let Self::Supervised(_) = self {
            &marks.supervise
        } else {
            return None;
        })
    }
}
