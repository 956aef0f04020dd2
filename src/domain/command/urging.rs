//! Pressing for an answer, and reporting upwards.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::ids::{Number, StaffNo};

/// Give the holder's department an order to supervise.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Supervise {
    /// The inquiry.
    pub inquiry: Number,
    /// What is ordered.
    pub text: String,
    /// By when it is to be done, RFC 3339, or a date for the end of that day; may be empty.
    pub by: String,
}

/// Report to a rung of the rulebook's ladder, for a decision.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Escalate {
    /// The inquiry.
    pub inquiry: Number,
    /// The rung, an id of the rulebook.
    pub rung: String,
    /// What is reported.
    pub text: String,
}

/// Try a superior in an emergency (D7 4.4).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Climb {
    /// The inquiry.
    pub inquiry: Number,
    /// Who was tried.
    pub superior: StaffNo,
    /// Whether they answered.
    pub reached: bool,
    /// What was reported, and what they decided.
    pub text: String,
}

/// Record that the visitor asks for a leader: the purpose first (D2 art. 10, D7 5.2.3).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct LeaderAsked {
    /// The inquiry.
    pub inquiry: Number,
    /// The leader.
    pub leader: StaffNo,
    /// What the visitor wants of the leader.
    pub purpose: String,
    /// Whether the leader agreed; nothing while nobody has asked them.
    pub consented: Option<bool>,
    /// Whether the visitor got the leader's number: only with consent.
    pub told_number: bool,
    /// Whether the visitor was led to reception, which relays.
    pub led_to_reception: bool,
    /// What the visitor was told.
    pub told: String,
}
