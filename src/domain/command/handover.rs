//! Handing the shift over.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::ids::{HandoverNo, StaffNo};

/// Begin a shift handover.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct HandoverOpen {
    /// Who comes.
    pub to: StaffNo,
    /// Things to pass on that are no inquiry: keys, stamps, a leader's instruction.
    pub notes: Vec<String>,
}

/// Say or ask something about one item.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct HandoverNote {
    /// The handover.
    pub handover: HandoverNo,
    /// The item, counting from 1.
    pub item: u32,
    /// The words.
    pub text: String,
}

/// Name one item.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct HandoverItem {
    /// The handover.
    pub handover: HandoverNo,
    /// The item, counting from 1.
    pub item: u32,
    /// Whether to take it over although its question is not answered.
    pub as_asked: bool,
}

/// Call a handover off.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct HandoverCancel {
    /// The handover.
    pub handover: HandoverNo,
    /// Why.
    pub text: String,
}

/// Sign a handover.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct HandoverSign {
    /// The handover.
    pub handover: HandoverNo,
}
