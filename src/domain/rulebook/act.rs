//! What can happen to an inquiry, as a rulebook names it.

use serde::{Deserialize, Serialize};

/// Something that happens to an inquiry, and that a clock can start or stop on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// Entered in the register.
    Registered,
    /// Kept by the first responder, with a promised time.
    Promised,
    /// Accepted for handling, with a receipt.
    Accepted,
    /// Sent to a named receiver.
    HandedOff,
    /// Signed for by the receiver.
    Signed,
    /// Sent back to the sender with an opinion.
    Returned,
    /// The visitor was answered.
    Answered,
    /// The result was put into the visitor's hands.
    Delivered,
    /// The missing documents were told.
    Notified,
    /// The visitor brought what was missing.
    Brought,
    /// Outside the unit's remit: guided elsewhere.
    Guided,
    /// Found to concern several departments.
    Several,
    /// The departments concerned were called to confer.
    Convened,
    /// The departments concerned reached an opinion.
    OpinionSettled,
    /// A superior was asked.
    SuperiorAsked,
    /// The superior's opinion arrived.
    SuperiorRuled,
    /// Sent back to the visitor as not admissible.
    Declined,
    /// Closed.
    Closed,
}

impl Act {
    /// Every act.
    pub const ALL: [Self; 18] = [
        Self::Registered,
        Self::Promised,
        Self::Accepted,
        Self::HandedOff,
        Self::Signed,
        Self::Returned,
        Self::Answered,
        Self::Delivered,
        Self::Notified,
        Self::Brought,
        Self::Guided,
        Self::Several,
        Self::Convened,
        Self::OpinionSettled,
        Self::SuperiorAsked,
        Self::SuperiorRuled,
        Self::Declined,
        Self::Closed,
    ];

    /// The act as a rulebook writes it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Registered => "registered",
            Self::Promised => "promised",
            Self::Accepted => "accepted",
            Self::HandedOff => "handed_off",
            Self::Signed => "signed",
            Self::Returned => "returned",
            Self::Answered => "answered",
            Self::Delivered => "delivered",
            Self::Notified => "notified",
            Self::Brought => "brought",
            Self::Guided => "guided",
            Self::Several => "several",
            Self::Convened => "convened",
            Self::OpinionSettled => "opinion_settled",
            Self::SuperiorAsked => "superior_asked",
            Self::SuperiorRuled => "superior_ruled",
            Self::Declined => "declined",
            Self::Closed => "closed",
        }
    }
}
