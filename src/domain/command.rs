//! Everything that anyone can do to the record, as values.
//!
//! A screen, a script and an import all send these and nothing else. Missing
//! and empty fields read as empty values, which `decide` refuses by name, so
//! that a script gets the same sentence as a person.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ids::{ClockId, HandoverNo, Number, StaffNo};
use super::staff::Person;

/// One act on the record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Enter a first inquiry, and go on by a route when one is given.
    Register(Box<Register>),
    /// Accept for handling, with a receipt.
    Accept(Accept),
    /// Answer the visitor.
    Answer(Answer),
    /// Hand off to a named receiver.
    HandOff(HandOff),
    /// Sign for a leg.
    SignFor(SignFor),
    /// Send a leg back to its sender, with an opinion.
    Return(Return),
    /// Outside the unit's remit: say where to go, and close.
    GuideOutside(GuideOutside),
    /// Tell all missing documents at once, on a numbered notice.
    Notify(Notify),
    /// Record what the visitor brought against a notice.
    Bring(Bring),
    /// Extend a running clock.
    Extend(Extend),
    /// Put the result into the visitor's hands.
    Deliver(Deliver),
    /// Send an application back to the visitor as not admissible.
    Decline(Decline),
    /// Name the several departments that an inquiry concerns.
    Several(Several),
    /// Record that the departments were called to confer.
    Convene(Note),
    /// Record the opinion that the departments reached.
    SettleOpinion(Note),
    /// Ask a superior.
    AskSuperior(AskSuperior),
    /// Record the superior's opinion.
    SuperiorOpinion(Note),
    /// Close.
    Close(Note),
    /// Begin a shift handover.
    HandoverOpen(HandoverOpen),
    /// Say something about one item of a handover.
    HandoverNote(HandoverNote),
    /// Take an item over.
    HandoverAcknowledge(HandoverItem),
    /// Ask about an item before taking it.
    HandoverQuestion(HandoverNote),
    /// Sign a handover, as the one who leaves or the one who comes.
    HandoverSign(HandoverSign),
    /// Add or change a member of staff.
    RecordStaff(Person),
}

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
    /// How it goes on; nothing leaves it with the first responder.
    pub route: Option<Route>,
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
    /// Whether the visitor is led there in person, which completes the transfer (D9 art. 12).
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

/// Record what the visitor brought against the last notice.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Bring {
    /// The inquiry.
    pub inquiry: Number,
    /// Numbers of the documents brought now, counting from 1 in the notice's list.
    pub brought: Vec<u32>,
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
}

/// Sign a handover.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct HandoverSign {
    /// The handover.
    pub handover: HandoverNo,
}

/// What a command is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// A new inquiry.
    NewInquiry,
    /// An inquiry on the record.
    Inquiry(Number),
    /// A new handover.
    NewHandover,
    /// A handover on the record.
    Handover(HandoverNo),
    /// A member of staff.
    Staff(StaffNo),
}

impl Command {
    /// What this command is about.
    pub fn subject(&self) -> Subject {
        match self {
            Self::Register(_) => Subject::NewInquiry,
            Self::Accept(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::Answer(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::HandOff(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::SignFor(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::Return(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::GuideOutside(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::Notify(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::Bring(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::Extend(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::Deliver(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::Decline(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::Several(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::AskSuperior(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::Convene(c)
            | Self::SettleOpinion(c)
            | Self::SuperiorOpinion(c)
            | Self::Close(c) => Subject::Inquiry(c.inquiry.clone()),
            Self::HandoverOpen(_) => Subject::NewHandover,
            Self::HandoverNote(c) | Self::HandoverQuestion(c) => {
                Subject::Handover(c.handover.clone())
            }
            Self::HandoverAcknowledge(c) => Subject::Handover(c.handover.clone()),
            Self::HandoverSign(c) => Subject::Handover(c.handover.clone()),
            Self::RecordStaff(c) => Subject::Staff(c.number.clone()),
        }
    }

    /// The inquiry that this command is about, if it is about one.
    pub fn inquiry(&self) -> Option<Number> {
        match self.subject() {
            Subject::Inquiry(number) => Some(number),
            Subject::NewInquiry
            | Subject::NewHandover
            | Subject::Handover(_)
            | Subject::Staff(_) => None,
        }
    }

    /// The handover that this command is about, if it is about one.
    pub fn handover(&self) -> Option<HandoverNo> {
        match self.subject() {
            Subject::Handover(number) => Some(number),
            Subject::NewInquiry
            | Subject::NewHandover
            | Subject::Inquiry(_)
            | Subject::Staff(_) => None,
        }
    }

    /// The people whom this command names, beside the one who gives it.
    pub fn people(&self) -> Vec<StaffNo> {
        let named = match self {
            Self::Register(c) => match &c.route {
                Some(Route::HandOff { staff, .. }) => vec![staff.clone()],
                Some(Route::Unclear { superior, .. }) => vec![superior.clone()],
                Some(
                    Route::AnswerNow { .. }
                    | Route::MineLater { .. }
                    | Route::Several { .. }
                    | Route::Outside { .. },
                )
                | None => vec![],
            },
            Self::HandOff(c) => vec![c.staff.clone()],
            Self::Decline(c) => vec![c.superior.clone()],
            Self::AskSuperior(c) => vec![c.superior.clone()],
            Self::HandoverOpen(c) => vec![c.to.clone()],
            Self::RecordStaff(c) => c.substitute.clone().into_iter().collect(),
            Self::Accept(_)
            | Self::Answer(_)
            | Self::SignFor(_)
            | Self::Return(_)
            | Self::GuideOutside(_)
            | Self::Notify(_)
            | Self::Bring(_)
            | Self::Extend(_)
            | Self::Deliver(_)
            | Self::Several(_)
            | Self::Convene(_)
            | Self::SettleOpinion(_)
            | Self::SuperiorOpinion(_)
            | Self::Close(_)
            | Self::HandoverNote(_)
            | Self::HandoverAcknowledge(_)
            | Self::HandoverQuestion(_)
            | Self::HandoverSign(_) => vec![],
        };
        named
            .into_iter()
            .filter(|number| !number.is_empty())
            .collect()
    }

    /// The matter that this command names, if any.
    pub fn matter(&self) -> Option<&str> {
        let id = match self {
            Self::Register(c) => c.matter.as_str(),
            Self::Notify(c) => c.matter.as_str(),
            Self::Accept(_)
            | Self::Answer(_)
            | Self::HandOff(_)
            | Self::SignFor(_)
            | Self::Return(_)
            | Self::GuideOutside(_)
            | Self::Bring(_)
            | Self::Extend(_)
            | Self::Deliver(_)
            | Self::Decline(_)
            | Self::Several(_)
            | Self::Convene(_)
            | Self::SettleOpinion(_)
            | Self::AskSuperior(_)
            | Self::SuperiorOpinion(_)
            | Self::Close(_)
            | Self::HandoverOpen(_)
            | Self::HandoverNote(_)
            | Self::HandoverAcknowledge(_)
            | Self::HandoverQuestion(_)
            | Self::HandoverSign(_)
            | Self::RecordStaff(_) => "",
        };
        (!id.trim().is_empty()).then_some(id)
    }
}

/// A command as a script sends it: one key that names the act, and what stands beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct Envelope {
    /// The act.
    pub command: Command,
    /// Codes of questions answered with yes beforehand.
    pub confirm: Vec<String>,
    /// An id of the sender's own, unique in the record: sent again, the first result comes back.
    pub request: Option<String>,
}

/// The shape of an [`Envelope`], for the published schema.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct EnvelopeShape {
    /// The act.
    #[serde(flatten)]
    pub command: Command,
    /// Codes of questions answered with yes beforehand.
    #[serde(default)]
    pub confirm: Vec<String>,
    /// An id of the sender's own, unique in the record.
    #[serde(default)]
    pub request: Option<String>,
}

/// The fields that hold lists. Anywhere else a list is no command: taken for the
/// fields of a form in their order, it would enter something that nobody meant.
const LISTS: [&str; 6] = [
    "departments",
    "circumstances",
    "brought",
    "invalid",
    "notes",
    "roles",
];

/// The name under which a list stands where none may.
fn misplaced_list<'a>(value: &'a serde_json::Value, name: &'a str) -> Option<&'a str> {
    match value {
        serde_json::Value::Object(map) => map
            .iter()
            .find_map(|(name, value)| misplaced_list(value, name)),
        serde_json::Value::Array(_) if !LISTS.contains(&name) => Some(name),
        serde_json::Value::Array(items) => items
            .iter()
            .find_map(|item| misplaced_list(item, "an item")),
        serde_json::Value::Null
        | serde_json::Value::Bool(_)
        | serde_json::Value::Number(_)
        | serde_json::Value::String(_) => None,
    }
}

impl Envelope {
    /// A command with nothing beside it.
    pub fn of(command: Command) -> Self {
        Self {
            command,
            confirm: Vec::new(),
            request: None,
        }
    }

    /// Reads one JSON object.
    ///
    /// # Errors
    ///
    /// A sentence of the parser: what is malformed, unknown or of the wrong type.
    pub fn from_json(text: &str) -> Result<Self, String> {
        let value: serde_json::Value =
            serde_json::from_str(text).map_err(|error| error.to_string())?;
        let serde_json::Value::Object(mut map) = value else {
            return Err("expected a JSON object such as {\"register\":{…}}".to_owned());
        };
        let confirm = match map.shift_remove("confirm") {
            Some(value) => serde_json::from_value(value).map_err(|e| format!("confirm: {e}"))?,
            None => Vec::new(),
        };
        let request = match map.shift_remove("request") {
            Some(value) => serde_json::from_value(value).map_err(|e| format!("request: {e}"))?,
            None => None,
        };
        if map.len() != 1 {
            let keys: Vec<&str> = map.keys().map(String::as_str).collect();
            return Err(format!(
                "expected one command, found {}: {}",
                keys.len(),
                keys.join(", ")
            ));
        }
        let map = serde_json::Value::Object(map);
        if let Some(name) = misplaced_list(&map, "command") {
            return Err(format!("invalid type: a list, where {name} stands"));
        }
        let command = serde_json::from_value(map).map_err(|error| error.to_string())?;
        Ok(Self {
            command,
            confirm,
            request,
        })
    }
}
