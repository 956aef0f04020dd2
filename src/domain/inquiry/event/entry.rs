//! How an inquiry was entered.

use serde::{Deserialize, Serialize};

use crate::domain::command::{Urgency, Visitor};
use crate::domain::ids::{Number, StaffNo};
use crate::domain::private::Private;
use crate::domain::time::Moment;

/// The matter of an inquiry, as it was named at registration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatterRef {
    /// Id in the catalogue.
    pub id: String,
    /// Name.
    pub name: String,
    /// English name.
    #[serde(default)]
    pub name_en: String,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "the shape that the serializer asks for"
)]
fn is_zero(seconds: &u32) -> bool {
    *seconds == 0
}

/// When and where somebody is to be seen (D1 art. 1.4.6).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appointed {
    /// When.
    pub at: Moment,
    /// Where; empty for our own place.
    pub place: Private<String>,
}

/// How an inquiry was entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Registered {
    /// Its number.
    pub number: Number,
    /// When it was received.
    pub received_at: Moment,
    /// When it was entered.
    pub entered_at: Moment,
    /// Whether it was entered late.
    pub back_entry: bool,
    /// Why.
    pub late_reason: Private<String>,
    /// The first responder.
    pub first: StaffNo,
    /// The first responder's department.
    pub department: String,
    /// Channel.
    pub channel: String,
    /// Kind of request.
    #[serde(default)]
    pub kind_of_request: String,
    /// Who came, called or wrote.
    pub visitor: Private<Visitor>,
    /// The exact doubt.
    pub words: Private<String>,
    /// Matter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matter: Option<MatterRef>,
    /// How pressing.
    pub urgency: Urgency,
    /// Whether the visitor goes first.
    pub green: bool,
    /// Whether the visitor is one of our own.
    pub internal: bool,
    /// The earlier inquiry that this visit goes on with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follows: Option<Number>,
    /// When and where somebody is to be seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appointment: Option<Appointed>,
    /// How many seconds it took to type; 0 where that is not known.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub seconds: u32,
    /// Hash of the rulebook that it keeps until it closes.
    pub rulebook: String,
}
