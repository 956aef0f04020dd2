//! Entering a first inquiry, and how it goes on.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::ids::{Number, StaffNo};

/// Enter a first inquiry.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Register {
    /// Channel, an id of the rulebook; the first one when empty.
    pub channel: String,
    /// Kind of request, where the rulebook names kinds.
    pub kind: String,
    /// Who came, called or wrote.
    pub visitor: Visitor,
    /// Matter, an id of the catalogue; empty for free text.
    pub matter: String,
    /// The exact doubt, in the visitor's words.
    pub words: String,
    /// Whether it is urgent.
    pub urgent: bool,
    /// How pressing it is; empty is normal, or urgent when `urgent` is set.
    pub urgency: Option<Urgency>,
    /// Whether the visitor goes first: elderly, weak, sick, disabled (D1 art. 1.4.6).
    pub green: bool,
    /// Whether the visitor is one of our own (D7 1.2).
    pub internal: bool,
    /// When it was received, RFC 3339; empty for now.
    pub received_at: String,
    /// Why it is entered later than it was received.
    pub late_reason: String,
    /// The earlier inquiry that this visit goes on with (D1 art. 1.4.5).
    pub follows: Number,
    /// When and where somebody is to be seen, where that is not here and now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub appointment: Option<Appointment>,
    /// Documents that the visitor left with us, one line each.
    pub left: Vec<String>,
    /// How many seconds it took to type; 0 where that is not known.
    pub seconds: u32,
    /// How it goes on; nothing leaves it with the first responder.
    pub route: Option<Route>,
}

/// A home visit or another special case: when and where somebody is to be seen
/// (D1 art. 1.4.6).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Appointment {
    /// When, RFC 3339; not before it was received.
    pub at: String,
    /// Where; empty for our own place.
    pub place: String,
}

/// Who came, called or wrote.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Visitor {
    /// Name.
    pub name: String,
    /// Telephone: digits, with `+`, `-` and spaces allowed between them.
    pub phone: String,
    /// Employer or organisation.
    pub unit: String,
    /// Address.
    pub address: String,
    /// Identity document's number.
    pub id_number: String,
}

impl Visitor {
    /// The telephone as the record has it: its digits, with a leading `+` kept.
    pub fn dialled(&self) -> String {
        dialled(&self.phone)
    }
}

/// The digits of a telephone number, with a leading `+` kept.
pub fn dialled(phone: &str) -> String {
    let phone = phone.trim();
    let sign = if phone.starts_with('+') { "+" } else { "" };
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    format!("{sign}{digits}")
}

/// How pressing an inquiry is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    /// In turn.
    #[default]
    Normal,
    /// Before others.
    Urgent,
    /// At once.
    Emergency,
}

/// How an inquiry goes on from the first question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Route {
    /// Answered on the spot.
    AnswerNow {
        /// The answer.
        #[serde(default)]
        text: String,
    },
    /// Mine, later.
    MineLater {
        /// Promised time, RFC 3339.
        #[serde(default)]
        promised: String,
    },
    /// Handed off.
    HandOff {
        /// Receiving department.
        #[serde(default)]
        department: String,
        /// Receiver.
        #[serde(default)]
        staff: StaffNo,
        /// Whether the visitor is led there in person.
        #[serde(default)]
        accompanied: bool,
    },
    /// Several departments.
    Several {
        /// Departments concerned, the lead first.
        #[serde(default)]
        departments: Vec<String>,
    },
    /// Unclear.
    Unclear {
        /// The superior asked.
        #[serde(default)]
        superior: StaffNo,
        /// What is asked.
        #[serde(default)]
        question: String,
    },
    /// Outside the remit.
    Outside {
        /// What was advised.
        #[serde(default)]
        advice: String,
    },
}
