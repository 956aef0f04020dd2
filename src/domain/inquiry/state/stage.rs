//! Where an inquiry stands, and how it came to its end.

use serde::{Deserialize, Serialize};

/// Where an inquiry stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// With the first responder, not yet answered.
    Open,
    /// Handed off, not yet signed for.
    Unsigned,
    /// Signed for, to be answered.
    Working,
    /// Waiting for the visitor's documents.
    Visitor,
    /// Several departments confer.
    Conferring,
    /// A superior was asked.
    Superior,
    /// Accepted, to be decided and delivered.
    Accepted,
    /// Answered or delivered, to be closed.
    Answered,
    /// Closed.
    Closed,
    /// Sent back twice: a supervisor says whose it is.
    Ruling,
}

impl Stage {
    /// The stage as scripts read it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Unsigned => "unsigned",
            Self::Working => "working",
            Self::Visitor => "visitor",
            Self::Conferring => "conferring",
            Self::Superior => "superior",
            Self::Accepted => "accepted",
            Self::Answered => "answered",
            Self::Closed => "closed",
            Self::Ruling => "ruling",
        }
    }

    /// Reads what [`Stage::as_str`] wrote.
    pub fn parse(text: &str) -> Option<Self> {
        [
            Self::Open,
            Self::Unsigned,
            Self::Working,
            Self::Visitor,
            Self::Conferring,
            Self::Superior,
            Self::Accepted,
            Self::Answered,
            Self::Closed,
            Self::Ruling,
        ]
        .into_iter()
        .find(|stage| stage.as_str() == text)
    }
}

/// How an inquiry came to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Resolution {
    /// Answered.
    Answered,
    /// The result was delivered.
    Delivered,
    /// Guided elsewhere.
    Guided,
    /// Sent back as not admissible.
    Declined,
    /// Entered by mistake and taken back.
    Withdrawn,
}
