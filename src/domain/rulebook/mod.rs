//! A regulation as data: what starts a clock, what stops it, and the clause it rests on.
//!
//! No limit, route, slip name or forbidden phrase of any organisation stands in
//! code; each is a field here, with the words of the regulation beside it. Where
//! the regulation is silent the field is absent.

mod act;
mod check;
mod parse;

use serde::{Deserialize, Serialize};

pub use act::Act;
pub use check::check;
pub use parse::{Fault, parse};

use super::deadline::{Counting, Limit};
use super::ids::ClockId;

/// The same words in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// Where a rule stands in its regulation, in the regulation's own words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clause {
    /// Document, `D9`.
    pub document: String,
    /// Article, as the document numbers it.
    pub article: String,
    /// The words themselves, in the original.
    pub quote: String,
}

/// The instant that a clock counts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum From {
    /// The act that started it.
    #[default]
    Start,
    /// The receipt of the inquiry, however late the clock itself starts.
    Registered,
    /// The instant at which whoever sends the leg came to hold it: the receipt
    /// for the first responder, the signature for a handler who hands on.
    Held,
}

/// Who answers for a clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answerable {
    /// Whoever keeps the inquiry for the first responder.
    #[default]
    First,
    /// Whoever sent the leg.
    Sender,
    /// Whoever holds the leg.
    Handler,
    /// Whoever holds the inquiry now: a change of hands moves the duty, never the end.
    Holder,
}

/// How long a clock runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Length {
    /// As the rulebook says.
    Fixed(Limit),
    /// As the matter says: the shorter of its legal and its promised limit.
    Matter,
    /// Until the time that was promised to the visitor (D2 art. 7).
    Promised,
}

/// What the end of a clock brings about, beyond the breach itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lapse {
    /// A breach on the record.
    #[default]
    Breach,
    /// The unit is recorded as having agreed, and an order to supervise is made.
    /// Never a licence.
    DeemedConsent,
}

/// How far a clock can be extended, and by what right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Extension {
    /// At most this many of the clock's own unit.
    pub max: u32,
    /// The clause that grants it.
    pub clause: Clause,
}

/// One clock of the regulation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClockRule {
    /// Its id, as people cite it.
    pub id: ClockId,
    /// A short name for the queue and the side pane.
    pub name: Bilingual,
    /// How long it runs.
    pub limit: Length,
    /// Whether the day of the trigger counts.
    #[serde(default)]
    pub counting: Counting,
    /// Acts that start it.
    pub starts: Vec<Act>,
    /// The instant it counts from.
    #[serde(default)]
    pub from: From,
    /// Acts that meet it.
    pub stops: Vec<Act>,
    /// Acts that put something else in its place, without judging it.
    #[serde(default)]
    pub ends: Vec<Act>,
    /// Whether it belongs to the leg on which its act falls, rather than to the inquiry.
    #[serde(default)]
    pub per_leg: bool,
    /// Who answers for it.
    #[serde(default)]
    pub answerable: Answerable,
    /// What its end brings about.
    #[serde(default)]
    pub lapse: Lapse,
    /// An internal target of ours, never shown as law.
    #[serde(default)]
    pub internal: bool,
    /// The words it rests on.
    pub clause: Clause,
    /// How far it can be extended; absent where the regulation grants none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extension: Option<Extension>,
}

/// A choice from a short list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Id, as commands use it.
    pub id: String,
    /// Label.
    pub name: Bilingual,
    /// A choice of ours, where the regulation names none.
    #[serde(default)]
    pub internal: bool,
}

/// Ways to go on from the first question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RouteId {
    /// Answer on the spot.
    AnswerNow,
    /// Mine, later, with a promised time.
    MineLater,
    /// Hand off to a named receiver.
    HandOff,
    /// Several departments.
    Several,
    /// Unclear: ask the superior.
    Unclear,
    /// Outside the unit's remit.
    Outside,
    /// Documents incomplete: one-pass notice.
    Incomplete,
}

impl RouteId {
    /// Every route, in the order of the keys 1 to 7.
    pub const ALL: [Self; 7] = [
        Self::AnswerNow,
        Self::MineLater,
        Self::HandOff,
        Self::Several,
        Self::Unclear,
        Self::Outside,
        Self::Incomplete,
    ];

    /// The route as a rulebook writes it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::AnswerNow => "answer_now",
            Self::MineLater => "mine_later",
            Self::HandOff => "hand_off",
            Self::Several => "several",
            Self::Unclear => "unclear",
            Self::Outside => "outside",
            Self::Incomplete => "incomplete",
        }
    }
}

/// What the regulation asks of one route.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Route {
    /// Which route.
    pub id: RouteId,
    /// What to do next, in one sentence.
    pub next: Bilingual,
    /// The words it rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<Clause>,
}

/// The unit's own slip for a handoff.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Slip {
    /// What the unit calls it.
    pub name: Bilingual,
    /// How many copies are made.
    pub copies: u32,
    /// The words it rests on; where absent, name and copies are ours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<Clause>,
}

/// Rules for handing off.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Handoff {
    /// An accepted item stays with the windows: its receiver must sit at one.
    pub accepted_stays_at_windows: Option<Clause>,
}

/// Whether a receiver may send a leg back.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Returns {
    /// Whether it is allowed.
    pub allowed: bool,
    /// The clause; where absent the rule is the product's own and is shown as internal.
    pub clause: Option<Clause>,
}

/// A phrase that no written reply may use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Forbidden {
    /// The phrase.
    pub phrase: String,
    /// The words it rests on.
    pub clause: Clause,
}

/// Something to do or to say, from the regulation, for the side pane.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guidance {
    /// The advice.
    pub text: Bilingual,
    /// The words it rests on.
    pub clause: Clause,
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
}

/// Names of the papers that go to the visitor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Papers {
    /// The notice that lists what is missing.
    pub notice: Bilingual,
    /// The receipt for an application that was accepted.
    pub acceptance: Bilingual,
    /// The notice that goes back with an application that was not.
    pub decline: Bilingual,
    /// Marks in their numbers.
    pub marks: Marks,
}

/// A regulation, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rulebook {
    /// Id, `tax`.
    pub id: String,
    /// Version of this text.
    pub version: String,
    /// Full name.
    pub name: Bilingual,
    /// Documents it carries out, and what is missing from them.
    pub documents: Vec<Document>,
    /// Ways in which an inquiry arrives.
    pub channels: Vec<Choice>,
    /// Kinds of request, where the regulation names any.
    #[serde(default)]
    pub kinds: Vec<Choice>,
    /// Routes.
    pub routes: Vec<Route>,
    /// The handoff slip.
    pub slip: Slip,
    /// Papers for the visitor.
    pub papers: Papers,
    /// Rules for handing off.
    #[serde(default)]
    pub handoff: Handoff,
    /// Rules for returning.
    #[serde(default)]
    pub returns: Returns,
    /// Whether missing documents are told once only, so that a second list needs a reason.
    #[serde(default)]
    pub told_once: Option<Clause>,
    /// Phrases that no reply may use.
    #[serde(default)]
    pub forbidden: Vec<Forbidden>,
    /// Advice for the side pane.
    #[serde(default)]
    pub guidance: Vec<Guidance>,
    /// The clocks.
    pub clocks: Vec<ClockRule>,
}

/// One source document of a rulebook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Short id, `D9`.
    pub id: String,
    /// Title.
    pub title: String,
    /// Whether the text is whole, and where it is cut off.
    pub state: Bilingual,
}

impl Rulebook {
    /// The clock with this id.
    pub fn clock(&self, id: &ClockId) -> Option<&ClockRule> {
        self.clocks.iter().find(|clock| &clock.id == id)
    }

    /// The route with this id.
    pub fn route(&self, id: RouteId) -> Option<&Route> {
        self.routes.iter().find(|route| route.id == id)
    }

    /// The channel with this id.
    pub fn channel(&self, id: &str) -> Option<&Choice> {
        self.channels.iter().find(|choice| choice.id == id)
    }

    /// The first forbidden phrase in a text, with its clause.
    pub fn forbidden_in(&self, text: &str) -> Option<&Forbidden> {
        self.forbidden
            .iter()
            .find(|rule| text.contains(&rule.phrase))
    }
}
