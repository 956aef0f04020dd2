//! Mending what was entered, and taking back what should not have been entered.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Appointment, Urgency};
use crate::domain::ids::Number;

/// Correct what was entered at registration; before and after stay on record.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Correct {
    /// The inquiry.
    pub inquiry: Number,
    /// What each field should have said.
    pub changes: Changes,
    /// Why.
    pub reason: String,
}

/// The fields of a registration as they should have been; what is left out stays.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Changes {
    /// The visitor's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The visitor's telephone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Employer or organisation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Identity document's number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id_number: Option<String>,
    /// The exact doubt.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// Matter, an id of the catalogue; empty for free text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub matter: Option<String>,
    /// Channel, an id of the rulebook.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<String>,
    /// Kind of request, where the rulebook names kinds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// How pressing it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub urgency: Option<Urgency>,
    /// Whether the visitor goes first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub green: Option<bool>,
    /// Whether the visitor is one of our own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub internal: Option<bool>,
    /// When it was received, RFC 3339.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub received_at: Option<String>,
    /// When and where somebody is to be seen; with both empty it is called off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub appointment: Option<Appointment>,
}

/// Take back a registration that was a mistake; it stays on record as one.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Withdraw {
    /// The inquiry.
    pub inquiry: Number,
    /// Why.
    pub reason: String,
}
