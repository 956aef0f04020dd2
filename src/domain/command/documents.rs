//! Telling what is missing, and taking what is brought.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::ids::Number;

/// How a notice was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Told {
    /// Printed and handed over.
    #[default]
    Printed,
    /// Read aloud.
    Read,
    /// Shown.
    Shown,
}

/// A document that was brought but does not serve.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Invalid {
    /// Its number in the list, counting from 1.
    pub document: u32,
    /// Why it does not serve.
    pub why: String,
}

/// Tell all missing documents at once.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Notify {
    /// The inquiry.
    pub inquiry: Number,
    /// Matter, when the inquiry has none yet.
    pub matter: String,
    /// The visitor's circumstances, by id.
    pub circumstances: Vec<String>,
    /// Numbers of the documents brought, counting from 1 in the list for these circumstances.
    pub brought: Vec<u32>,
    /// Documents brought that do not serve.
    pub invalid: Vec<Invalid>,
    /// How it was told.
    pub told: Told,
    /// Why more is asked than the first notice had.
    pub reason: String,
}

/// Record that a numbered paper was printed, read out or shown.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct GivePaper {
    /// The inquiry.
    pub inquiry: Number,
    /// The paper's number.
    pub paper: String,
    /// How it is given.
    pub told: Told,
}

/// Record what the visitor brought against the last notice.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Bring {
    /// The inquiry.
    pub inquiry: Number,
    /// Numbers of the documents brought now, counting from 1 in the notice's list.
    pub brought: Vec<u32>,
}
