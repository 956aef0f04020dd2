//! Limits, fee and the rule on incomplete documents, as published.

use serde::{Deserialize, Serialize};

/// What a limit counts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LimitUnit {
    /// At once, while the visitor waits; the value is 0.
    OnSpot,
    /// Working days.
    WorkingDay,
    /// Calendar days.
    CalendarDay,
    /// Months.
    Month,
    /// Hours by the clock.
    Hour,
    /// Days, where the text does not say which: the office has to settle it.
    DayUnspecified,
}

/// A length of time in one unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// How many; 0 only with [`LimitUnit::OnSpot`].
    pub value: u32,
    /// Of what.
    pub unit: LimitUnit,
}

/// Whom a limit binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum Binds {
    /// The office that handles the matter.
    #[default]
    Office,
    /// The visitor: a time to apply in, or a cooling-off period.
    Visitor,
}

impl Binds {
    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde passes a reference"
    )]
    fn is_office(&self) -> bool {
        *self == Self::Office
    }
}

/// A legal or promised limit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// The limit as published.
    pub text: String,
    /// How many units, where the text gives one number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<u32>,
    /// The unit; may stand without a value where places differ.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<LimitUnit>,
    /// What it counts from, as published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<String>,
    /// What the source says on lengthening it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extension: Option<Extension>,
    /// The source of this limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Whom it binds.
    #[serde(default, skip_serializing_if = "Binds::is_office")]
    pub binds: Binds,
}

impl Limit {
    /// The limit as a number and a unit, where it has both.
    pub fn span(&self) -> Option<Span> {
        Some(Span {
            value: self.value?,
            unit: self.unit?,
        })
    }
}

/// What a source says on lengthening a limit, and on what does not count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Extension {
    /// The words as published.
    pub text: String,
    /// The most that may be added to the limit; absent where the text gives no
    /// number, and then nothing can be granted under it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<Span>,
}

/// What the visitor pays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fee {
    /// The fee as published.
    pub text: String,
    /// What it rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The licence under which it is charged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
}

/// What happens when documents are incomplete.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// The rule as published.
    pub rule: String,
    /// The time that the office has to tell everything that is missing, where
    /// the rule gives one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<Span>,
    /// The rule says that an application counts as accepted when nobody told.
    #[serde(default)]
    pub else_accepted: bool,
}
