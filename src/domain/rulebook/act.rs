//! What can happen to an inquiry, as a rulebook names it.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::domain::ids::StepId;

/// Something that happens to an inquiry, and that a clock can start or stop on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    /// The application's documents were taken in, not yet accepted.
    Received,
    /// The visitor came again.
    Visited,
    /// Taken up again after it was answered or closed.
    Reopened,
    /// A step of the regulation's own was taken, `step:plan_made`.
    Step(StepId),
}

impl Act {
    /// Every act that each regulation knows; steps are each one's own.
    pub const ALL: [Self; 21] = [
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
        Self::Received,
        Self::Visited,
        Self::Reopened,
    ];

    /// The act as a rulebook writes it; a step without its id.
    pub fn as_str(&self) -> &'static str {
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
            Self::Received => "received",
            Self::Visited => "visited",
            Self::Reopened => "reopened",
            Self::Step(_) => "step",
        }
    }

    /// Reads an act as a rulebook writes it, `handed_off` or `step:plan_made`.
    pub fn parse(text: &str) -> Option<Self> {
        match text.split_once(':') {
            Some(("step", id)) if !id.trim().is_empty() => Some(Self::Step(id.into())),
            Some(_) => None,
            None => Self::ALL.into_iter().find(|act| act.as_str() == text),
        }
    }
}

impl fmt::Display for Act {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Self::Step(id) = self {
            write!(f, "step:{id}")
        } else {
            f.write_str(self.as_str())
        }
    }
}

impl Serialize for Act {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Act {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| {
            let known: Vec<&str> = Self::ALL.iter().map(Self::as_str).collect();
            de::Error::custom(format!(
                "unknown act `{text}`, expected `step:…` or one of {}",
                known.join(", ")
            ))
        })
    }
}
