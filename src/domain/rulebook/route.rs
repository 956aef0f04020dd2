//! The short lists that an inquiry is entered and sent on by: channels, kinds, routes, steps.

use serde::{Deserialize, Serialize};

use super::{Bilingual, Clause};
use crate::domain::command::Urgency;
use crate::domain::ids::{ClockId, StepId};

/// A choice from a short list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Id, as commands use it.
    pub id: String,
    /// Label.
    pub name: Bilingual,
    /// Whether nobody stands there or is on the line when it arrives: a letter, a form
    /// on the net. What is said then is heard by nobody until it is sent.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub absent: bool,
    /// A choice of ours, where the regulation names none.
    #[serde(default)]
    pub internal: bool,
    /// The words that name it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<Clause>,
}

/// A kind of request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kind {
    /// Id, as commands use it.
    pub id: String,
    /// Label.
    pub name: Bilingual,
    /// Whether somebody stands there; a superior's order has no visitor (D1 art. 3.2).
    #[serde(default = "yes")]
    pub visitor: bool,
    /// Whether the law on permits applies: what is missing is told within five
    /// working days, or the application counts as accepted (行政许可法 art. 32).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub permit: bool,
    /// A kind of ours, where the regulation names none.
    #[serde(default)]
    pub internal: bool,
    /// The words that name it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<Clause>,
}

fn yes() -> bool {
    true
}

/// What the regulation asks at one level of urgency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UrgencyRule {
    /// Which level.
    pub level: Urgency,
    /// What the regulation calls it.
    pub name: Bilingual,
    /// What to do then.
    pub next: Bilingual,
    /// The words it rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<Clause>,
}

/// Who may take a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepBy {
    /// Whoever holds the inquiry or keeps the first responder's part.
    #[default]
    Hands,
    /// Whoever keeps the first responder's part.
    First,
    /// Whoever holds the inquiry now.
    Holder,
    /// A supervisor.
    Supervisor,
    /// Quality control.
    Quality,
}

/// Something that this regulation alone asks for, and that its clocks can start or stop on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Id, as commands and clocks use it: `step:plan_made`.
    pub id: StepId,
    /// What was done, in the past tense.
    pub name: Bilingual,
    /// Who may take it.
    #[serde(default)]
    pub by: StepBy,
    /// Kinds of request that it is for; all of them when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<String>,
    /// Whether something has to be written down with it.
    #[serde(default)]
    pub words: bool,
    /// A step of ours, where the regulation names none.
    #[serde(default)]
    pub internal: bool,
    /// The words it rests on.
    pub clause: Clause,
}

/// How often a visitor may have to come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Visits {
    /// The rule's id, as people cite it.
    pub id: ClockId,
    /// The most visits; one more breaks the rule.
    pub most: u32,
    /// The words it rests on.
    pub clause: Clause,
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
