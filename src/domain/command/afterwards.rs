//! What comes after an answer: closing, asking whether it helped, taking it up again.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::ids::Number;

/// How somebody was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// By telephone.
    Phone,
    /// In person.
    InPerson,
    /// By letter.
    Letter,
    /// By a short message or a chat.
    Message,
    /// By electronic mail.
    Email,
}

impl Way {
    /// Every way, the most frequent first.
    pub const ALL: [Self; 5] = [
        Self::Phone,
        Self::InPerson,
        Self::Letter,
        Self::Message,
        Self::Email,
    ];

    /// The way as scripts write it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::InPerson => "in_person",
            Self::Letter => "letter",
            Self::Message => "message",
            Self::Email => "email",
        }
    }
}

/// How the visitor learnt of the outcome, or how nobody could be reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ToldHow {
    /// How.
    pub how: Way,
    /// When, RFC 3339; empty for now.
    #[serde(default)]
    pub at: String,
    /// Who answered; of a letter or a message, to whom it went.
    #[serde(default)]
    pub who: String,
    /// Nobody was reached this time either.
    #[serde(default)]
    pub unreached: bool,
}

/// Close.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Close {
    /// The inquiry.
    pub inquiry: Number,
    /// A word about it.
    pub text: String,
    /// How the visitor was told, where the record does not show it yet.
    pub contact: Option<ToldHow>,
}

/// Ask the visitor whether it was settled (D8 art. 4.8, D10 art. 5, D7 5.2.2).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct FollowUp {
    /// The inquiry.
    pub inquiry: Number,
    /// Whether the visitor was reached.
    pub reached: bool,
    /// Whether the visitor would not say.
    pub refused: bool,
    /// How satisfied, 5 very much to 1 not at all; 0 when nothing was said.
    pub level: u8,
    /// What was said, or how it was tried.
    pub text: String,
}

/// Take a closed inquiry up again.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Reopen {
    /// The inquiry.
    pub inquiry: Number,
    /// Why.
    pub reason: String,
}

/// Decide on a rating that was appealed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RuleOnRating {
    /// The inquiry.
    pub inquiry: Number,
    /// Whether the rating stands.
    pub stands: bool,
    /// Why.
    pub text: String,
}
