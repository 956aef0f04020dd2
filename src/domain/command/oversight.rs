//! Acts of those who oversee: numbers checked, samples drawn and asked, bulletins issued.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::ids::{Number, StaffNo};

/// Record that a number which callers are given was tried.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CheckContact {
    /// The member of staff whose number it is; the roster has it.
    pub staff: StaffNo,
    /// The department whose number it is, where it is nobody's own.
    pub department: String,
    /// The department's number; empty for the one on record.
    pub phone: String,
    /// Whether it was found wrong.
    pub wrong: bool,
    /// A word about it.
    pub text: String,
}

/// Draw a sample of what was closed in a period.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct DrawSample {
    /// The first day, `2026-03-01`.
    pub from: String,
    /// The last day.
    pub to: String,
    /// How many of a hundred, 1 to 100.
    pub percent: u32,
}

/// Ask the visitor of a sampled inquiry; the inquiry itself stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct AskSampled {
    /// The sample; the last one that holds the inquiry when empty.
    pub sample: String,
    /// The sampled inquiry.
    pub number: Number,
    /// Whether the visitor was reached.
    pub reached: bool,
    /// Whether the visitor says that it was settled.
    pub settled: bool,
    /// How satisfied, 5 very much to 1 not at all; 0 when nothing was said.
    pub level: u8,
    /// What was found.
    pub text: String,
}

/// Issue the bulletin of a period.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct IssueBulletin {
    /// The first day, `2026-03-01`.
    pub from: String,
    /// The last day.
    pub to: String,
    /// A word to the house.
    pub text: String,
}

/// Record that a period's inquiries were written to a file.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Export {
    /// The first day, `2026-03-01`.
    pub from: String,
    /// The last day.
    pub to: String,
    /// `xlsx` or `csv`.
    pub format: String,
    /// Whether names, telephones and words stand in it in clear.
    pub reveal: bool,
    /// For what; needed where they do.
    pub reason: String,
}
