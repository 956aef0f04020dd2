//! Changing one matter of the catalogue.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Change one matter from a day on: a new version of it, under a new version of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct EditMatter {
    /// The matter's id.
    pub matter: String,
    /// The first day of the change, `2026-05-01`; the earliest one when empty: today for
    /// telephones, place and hours, tomorrow for everything that an applicant relies on.
    pub from: String,
    /// Fields as `catalog show --json` writes them; `null` takes one away.
    pub set: BTreeMap<String, Value>,
    /// Documents that change, come or go.
    pub documents: Vec<EditDocument>,
}

/// A document of a matter that changes, comes or goes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct EditDocument {
    /// Its name; one that the matter does not have is added.
    pub document: String,
    /// Fields as `catalog show --json` writes them; `null` takes one away.
    pub set: BTreeMap<String, Value>,
    /// Whether it is asked no more.
    pub remove: bool,
}
