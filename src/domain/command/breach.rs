//! Acts on what ran late: excused, judged, recorded. None of them takes it off the record.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::ids::{ClockId, Number, StaffNo};

/// Say why it was late, as the one in whose hands it was.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ExcuseBreach {
    /// The inquiry.
    pub inquiry: Number,
    /// The clock that ran out, or the rule that was broken.
    pub clock: ClockId,
    /// Why.
    pub excuse: String,
}

/// Judge whether it was our own fault.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ReviewBreach {
    /// The inquiry.
    pub inquiry: Number,
    /// The clock that ran out, or the rule that was broken.
    pub clock: ClockId,
    /// Whether it was our own fault.
    pub own_fault: bool,
    /// What was found.
    pub text: String,
}

/// Record that a rule without a clock was broken.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RecordBreach {
    /// The inquiry.
    pub inquiry: Number,
    /// The rule, an id of the rulebook, or `refused`, `unanswered` or `undelivered`.
    pub rule: ClockId,
    /// Whose hands it was in.
    pub hands: StaffNo,
    /// What happened.
    pub text: String,
}
