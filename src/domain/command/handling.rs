//! Acts on how an inquiry is passed on and held: rulings, other hands, documents, word to the visitor.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::ids::{Number, StaffNo};

/// Decide whose it is, once it was sent back twice.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RuleOnHandling {
    /// The inquiry.
    pub inquiry: Number,
    /// The department that handles it.
    pub department: String,
    /// Who handles it.
    pub staff: StaffNo,
    /// Why.
    pub text: String,
}

/// Put an inquiry into other hands.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Reassign {
    /// The inquiry.
    pub inquiry: Number,
    /// The department that holds it from now on.
    pub department: String,
    /// Who holds it from now on.
    pub staff: StaffNo,
    /// Whose hands it is taken out of, refused when it is in others by then; whoever
    /// holds it when nobody is named.
    pub from: StaffNo,
    /// Why.
    pub reason: String,
}

/// Take documents over from a colleague, counted.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct TakeCustody {
    /// The inquiry.
    pub inquiry: Number,
}

/// Keep documents for a visitor while nobody can deal with them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct KeepDocuments {
    /// The inquiry.
    pub inquiry: Number,
    /// What is kept, one line a document.
    pub documents: Vec<String>,
}

/// Give documents back.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct GiveBackDocuments {
    /// The inquiry.
    pub inquiry: Number,
    /// Their numbers in the custody list, counting from 1; all in one's hands when empty.
    pub documents: Vec<u32>,
    /// Who got them.
    pub to: String,
}

/// Record a try to reach the handler or a superior.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Attempt {
    /// The inquiry.
    pub inquiry: Number,
    /// Who was to be reached.
    pub whom: StaffNo,
    /// How: by telephone, in person.
    pub how: String,
    /// Whether they answered.
    pub reached: bool,
}

/// Record that the visitor was told who holds it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct TellHolder {
    /// The inquiry.
    pub inquiry: Number,
    /// How it was told: in person, by telephone, on paper.
    pub how: String,
}

/// Confirm how it was handled, as the department's head or a named deputy (D6 art. 4.5).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct SignHandling {
    /// The inquiry.
    pub inquiry: Number,
    /// Who signed; whoever sends the command when empty.
    pub by: StaffNo,
    /// Whether the department's stamp stands beside the signature.
    pub stamped: bool,
}
