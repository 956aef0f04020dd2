//! What comes after an answer: asking whether it helped, and taking it up again.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::ids::Number;

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
