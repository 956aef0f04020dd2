//! Acts on an inquiry that stands in the register.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::ids::{ClockId, Number, StaffNo, StepId};

/// Accept for handling.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Accept {
    /// The inquiry.
    pub inquiry: Number,
}

/// Answer the visitor.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Answer {
    /// The inquiry.
    pub inquiry: Number,
    /// The answer.
    pub text: String,
}

/// Hand off to a named receiver.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct HandOff {
    /// The inquiry.
    pub inquiry: Number,
    /// Receiving department.
    pub department: String,
    /// Receiver.
    pub staff: StaffNo,
    /// Whether the visitor is led there in person (D9 art. 12); the receiver still signs.
    pub accompanied: bool,
    /// A word to the receiver.
    pub note: String,
}

/// Sign for a leg.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct SignFor {
    /// The inquiry.
    pub inquiry: Number,
    /// The leg, counting from 1; 0 means the open one.
    pub leg: u32,
    /// How a receiver without a terminal signed (paper, telephone, in person); empty when signing oneself.
    pub how: String,
    /// Whether the signer takes the documents in custody over as well, counted.
    pub custody: bool,
}

/// Send a leg back.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Return {
    /// The inquiry.
    pub inquiry: Number,
    /// The leg, counting from 1; 0 means the open one.
    pub leg: u32,
    /// Why it is not for this department.
    pub opinion: String,
    /// The department that it should go to.
    pub should_go_to: String,
}

/// Say where to go, and close.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct GuideOutside {
    /// The inquiry.
    pub inquiry: Number,
    /// What was advised.
    pub advice: String,
}

/// Extend a running clock.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Extend {
    /// The inquiry.
    pub inquiry: Number,
    /// The clock.
    pub clock: ClockId,
    /// How many more of the clock's own unit.
    pub by: u32,
    /// Why.
    pub reason: String,
}

/// Put the result into the visitor's hands.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Deliver {
    /// The inquiry.
    pub inquiry: Number,
    /// What was delivered, and how.
    pub text: String,
}

/// Send an application back to the visitor.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Decline {
    /// The inquiry.
    pub inquiry: Number,
    /// Why.
    pub reason: String,
    /// The superior who agreed, needed once it had been accepted (D11 art. 2.5).
    pub superior: StaffNo,
}

/// Name the departments that an inquiry concerns.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Several {
    /// The inquiry.
    pub inquiry: Number,
    /// Departments concerned, the lead first.
    pub departments: Vec<String>,
}

/// Ask a superior.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct AskSuperior {
    /// The inquiry.
    pub inquiry: Number,
    /// The superior.
    pub superior: StaffNo,
    /// What is asked.
    pub question: String,
}

/// An act that needs at most a word beside it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Note {
    /// The inquiry.
    pub inquiry: Number,
    /// The word beside it.
    pub text: String,
}

/// Take a step that the rulebook alone asks for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct TakeStep {
    /// The inquiry.
    pub inquiry: Number,
    /// The step, an id of the rulebook.
    pub step: StepId,
    /// What was done, where the step asks for words.
    pub text: String,
}

/// Take the documents of an application in, before it is accepted (D1 art. 2.7).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Receive {
    /// The inquiry.
    pub inquiry: Number,
    /// What was taken in, one line a document.
    pub documents: Vec<String>,
}

/// Let clocks stand still for a reason that the law lists.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Suspend {
    /// The inquiry.
    pub inquiry: Number,
    /// The clock; each that may stand still for this reason when empty.
    pub clock: ClockId,
    /// The reason: `hearing`, `tender`, `auction`, `inspection`, `testing`, `quarantine`,
    /// `appraisal`, `expert-review`, `public-notice`, `public-review`, `consultation`.
    pub reason: String,
    /// What the applicant was told in writing of the time that it takes.
    pub told: String,
}

/// Let clocks run on.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Resume {
    /// The inquiry.
    pub inquiry: Number,
    /// The suspension, counting from 1; 0 means the last open one.
    pub suspension: u32,
}

/// Decide on an extension that was filed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RuleOnExtension {
    /// The inquiry.
    pub inquiry: Number,
    /// The clock.
    pub clock: ClockId,
    /// Whether it is granted.
    pub granted: bool,
    /// Why not, where it is not.
    pub reason: String,
}

/// Say why a time that holds "in principle" was overrun.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ExplainOverrun {
    /// The inquiry.
    pub inquiry: Number,
    /// The clock.
    pub clock: ClockId,
    /// Why.
    pub reason: String,
}
