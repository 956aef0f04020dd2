//! What last changed whose turn it is: for telling whoever comes too late.

use super::Inquiry;
use crate::domain::ids::StaffNo;
use crate::domain::refusal::{Bar, Overtaken, Refusal};
use crate::domain::time::Moment;

/// An act after which it is someone else's turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// Handed to somebody.
    HandedOff,
    /// Signed for.
    Signed,
    /// Sent back.
    Returned,
    /// Answered.
    Answered,
    /// The result was delivered.
    Delivered,
    /// Guided elsewhere.
    Guided,
    /// Sent back to the visitor as not admissible.
    Declined,
    /// A supervisor said whose it is.
    Ruled,
    /// A supervisor put it into other hands.
    Reassigned,
    /// Taken over with the shift.
    Taken,
    /// Taken up again.
    Reopened,
    /// Closed.
    Closed,
}

/// The last act after which it was someone else's turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turned {
    /// The act.
    pub what: Turn,
    /// Who did it.
    pub by: StaffNo,
    /// Whose it was until then.
    pub from: StaffNo,
    /// Whose it is since.
    pub to: StaffNo,
    /// When.
    pub at: Moment,
}

impl Inquiry {
    /// A refusal with who was quicker and when, where that is why it was refused.
    pub fn tell_who_was_quicker(&self, why: Refusal, actor: &StaffNo) -> Refusal {
        let Some(turned) = &self.turned else {
            return why;
        };
        let quicker = if let Refusal::AlreadyHolds(staff) = &why {
            turned.to == *staff
        } else if let Refusal::NotAnswered | Refusal::WrongStage(_) = why {
            matches!(turned.what, Turn::Reopened | Turn::Delivered)
        } else if why == Refusal::Barred(Bar::NothingToRule) {
            turned.what == Turn::Ruled
        } else if let Refusal::NotYours { .. } | Refusal::UnknownLeg(_) = why {
            turned.from == *actor
        } else {
            matches!(why, Refusal::Closed { .. } | Refusal::AlreadyResolved)
        };
        if quicker {
            Refusal::Overtaken(Box::new(Overtaken {
                why,
                turned: turned.clone(),
            }))
        } else {
            why
        }
    }
}
