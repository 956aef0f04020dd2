//! Matters, the documents that each asks for, and the checklist of one visitor.
//!
//! A catalogue is data that an office owns: [`parse()`] reads it from TOML and
//! names file, line and reason for what does not fit; [`Checklist`] says which
//! documents one visitor needs, and [`Checklist::missing`] which are still
//! wanted.
//!
//! A document is asked of everyone, or under one *circumstance* (委托代理,
//! 未满16周岁). A circumstance is one published sentence, kept whole, with a short
//! label of ours; matters share it where the sentence is the same.

mod check;
mod checklist;
mod diff;
mod edit;
mod in_force;
mod limit;
mod lint;
mod matter;
mod parse;

pub use check::{Finding, Step};
pub use checklist::{Checklist, Item, Progress, Tick, Ticks, Want};
pub use diff::{Changed, Changes};
pub use edit::{EditFault, from_day, next_version};
pub use in_force::{Day, InForce};
pub use limit::{Binds, Correction, Extension, Fee, Limit, LimitUnit, Span};
pub use lint::{Lint, is_catch_all};
pub use matter::{
    CaseType, Confidence, Document, DocumentKind, DocumentSource, HandlingStep, Matter, MatterId,
    Particulars,
};
pub use parse::{CatalogError, CatalogReason, parse, parse_reporting};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The stable name of a circumstance: `agent`, `under-16`.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(transparent)]
pub struct CircumstanceId(pub String);

impl CircumstanceId {
    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// One situation of a visitor that changes which documents are asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Circumstance {
    /// Stable name.
    pub id: CircumstanceId,
    /// A few hanzi for the screen; no two circumstances of one matter share it.
    pub label: String,
    /// The same in English.
    pub label_en: String,
    /// The whole sentence as published.
    pub sentence: String,
}

impl Circumstance {
    /// Whether `name` means this circumstance: its id, a label or the whole sentence.
    pub fn is_named(&self, name: &str) -> bool {
        let name = name.trim();
        self.id.as_str() == name
            || self.label == name
            || self.sentence == name
            || self.label_en.eq_ignore_ascii_case(name)
    }
}

/// A list of matters under one version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Catalog {
    /// Stable name of the list.
    pub id: String,
    /// The version that a notice carries.
    pub version: String,
    /// Where and when the facts were read.
    #[serde(default)]
    pub retrieval: Option<String>,
    /// What a user of the list has to know first.
    #[serde(default)]
    pub warning: Option<String>,
    /// Every circumstance that a document may name.
    #[serde(default)]
    pub circumstances: Vec<Circumstance>,
    /// The matters, in the order of the file.
    #[serde(default)]
    pub matters: Vec<Matter>,
}

impl Catalog {
    /// The matter of this id.
    pub fn matter(&self, id: &MatterId) -> Option<&Matter> {
        self.matters.iter().find(|matter| matter.id == *id)
    }

    /// The circumstance of this id.
    pub fn circumstance(&self, id: &CircumstanceId) -> Option<&Circumstance> {
        self.circumstances.iter().find(|one| one.id == *id)
    }

    /// The circumstances that change the documents of `matter`, in the order in
    /// which its documents name them.
    pub fn circumstances_of(&self, matter: &Matter) -> Vec<&Circumstance> {
        matter
            .circumstances()
            .into_iter()
            .filter_map(|id| self.circumstance(id))
            .collect()
    }

    /// A circumstance of `matter` as a person names it: by id or by either label.
    pub fn find_circumstance(&self, matter: &Matter, named: &str) -> Option<&Circumstance> {
        self.circumstances_of(matter)
            .into_iter()
            .find(|one| one.is_named(named))
    }
}
