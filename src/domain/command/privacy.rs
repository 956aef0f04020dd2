//! Acts on personal data, and on who may come in with which key.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::ids::{Number, StaffNo};

/// Show name, telephone and papers of a visitor in clear, for a reason.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Reveal {
    /// The inquiry.
    pub inquiry: Number,
    /// What it is needed for.
    pub reason: String,
}

/// Draw up the list of inquiries whose personal data may be destroyed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ListDestruction {
    /// How many at most; 0 for as many as one list takes.
    pub limit: u32,
}

/// Sign a list, by which the personal data on it is destroyed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct SignDestruction {
    /// The list's number.
    pub list: String,
}

/// Let somebody in with a key of their own over SSH.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct AddKey {
    /// Whose.
    pub staff: StaffNo,
    /// The public key, as one line of its file.
    pub key: String,
}

/// Let a key in no more.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RemoveKey {
    /// Whose.
    pub staff: StaffNo,
    /// The public key, its middle part, or how it was called.
    pub key: String,
}
