//! The papers that a regulation asks for, under its own names.

use serde::{Deserialize, Serialize};

use super::{Bilingual, Clause};

/// The unit's own slip for a handoff.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Slip {
    /// What the unit calls it.
    pub name: Bilingual,
    /// How many copies are made.
    pub copies: u32,
    /// Its fields in their order, in the regulation's words; the usual ones when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<SlipField>,
    /// Others who get a copy for their information.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub copied_to: Vec<Bilingual>,
    /// Whether the department's head or a named deputy signs, times and stamps how it was handled.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub head_signs: bool,
    /// The words it rests on; where absent, name and copies are ours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<Clause>,
}

/// What a field of a slip holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SlipContent {
    /// When it was received.
    Time,
    /// How it arrived.
    Channel,
    /// Kind of request.
    Kind,
    /// The visitor's name.
    Name,
    /// The visitor's employer or organisation.
    Unit,
    /// The visitor's telephone.
    Phone,
    /// The visitor's address.
    Address,
    /// The matter.
    Matter,
    /// The exact doubt.
    Words,
    /// How pressing it is.
    Urgency,
    /// Documents that were taken in.
    Documents,
    /// The first responder.
    First,
    /// Receiving department and receiver.
    Handler,
    /// A word to the receiver.
    Note,
    /// How it was handled.
    Handling,
    /// What the visitor said of it.
    Feedback,
}

/// One field of a slip.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SlipField {
    /// What it holds.
    pub holds: SlipContent,
    /// What the regulation calls it.
    pub label: Bilingual,
}

/// Marks used in the numbers of papers, `告〔2026〕12号`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Marks {
    /// On a one-pass notice.
    pub notice: String,
    /// On an acceptance receipt.
    pub acceptance: String,
    /// On a return notice.
    pub decline: String,
    /// On a supplement notice.
    #[serde(default = "supplement_mark")]
    pub supplement: String,
    /// On an order to supervise.
    #[serde(default = "supervise_mark")]
    pub supervise: String,
}

impl Marks {
    /// The same with the office's own mark before each.
    #[must_use]
    pub fn of_office(&self, office: &str) -> Self {
        let of = |mark: &str| format!("{office}{mark}");
        Self {
            notice: of(&self.notice),
            acceptance: of(&self.acceptance),
            decline: of(&self.decline),
            supplement: of(&self.supplement),
            supervise: of(&self.supervise),
        }
    }
}

/// The mark where a rulebook gives none.
fn supplement_mark() -> String {
    include_str!("../../builtin/marks/supplement.txt")
        .trim()
        .to_owned()
}

/// The mark where a rulebook gives none.
fn supervise_mark() -> String {
    include_str!("../../builtin/marks/supervise.txt")
        .trim()
        .to_owned()
}

/// Names of the papers that go to the visitor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Papers {
    /// The notice that lists what is missing.
    pub notice: Bilingual,
    /// The same once the application's documents were taken in, where it has a name
    /// of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supplement: Option<Bilingual>,
    /// The receipt for an application that was accepted.
    pub acceptance: Bilingual,
    /// The notice that goes back with an application that was not.
    pub decline: Bilingual,
    /// Marks in their numbers.
    pub marks: Marks,
}
