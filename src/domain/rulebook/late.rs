//! What counts as finished late, where the regulation says so by name (D1 art. 3.7).

use serde::{Deserialize, Serialize};

use super::Rulebook;
use crate::domain::ids::ClockId;

/// The rules that make each of these count as late, by the ids that people cite.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Late {
    /// Not finished within the limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overdue: Option<ClockId>,
    /// Not accepted, without good reason.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refused: Option<ClockId>,
    /// No reply as prescribed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unanswered: Option<ClockId>,
    /// An extension filed after the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub late_extension: Option<ClockId>,
    /// The result not delivered in time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub undelivered: Option<ClockId>,
}

impl Late {
    /// Each kind by name, with its rule where there is one.
    pub fn kinds(&self) -> [(&'static str, Option<&ClockId>); 5] {
        [
            ("overdue", self.overdue.as_ref()),
            ("refused", self.refused.as_ref()),
            ("unanswered", self.unanswered.as_ref()),
            ("late_extension", self.late_extension.as_ref()),
            ("undelivered", self.undelivered.as_ref()),
        ]
    }
}

impl Rulebook {
    /// The rule under which a person is charged: one of the rulebook's own, or one of
    /// the kinds of being late by name, as its own rule where it has one.
    pub fn chargeable(&self, rule: &ClockId) -> Option<ClockId> {
        let none = Late::default();
        let kinds = self.late.as_ref().unwrap_or(&none).kinds();
        if let Some((_, own)) = kinds.iter().find(|(name, _)| *name == rule.as_str()) {
            return Some(own.unwrap_or(rule).clone());
        }
        let accountability = self.accountability.as_ref();
        let known = self.clock(rule).is_some()
            || self
                .visits
                .as_ref()
                .is_some_and(|visits| &visits.id == rule)
            || self.duties.iter().any(|duty| &duty.id == rule)
            || self
                .guidance
                .iter()
                .any(|one| one.id.as_ref() == Some(rule))
            || accountability
                .is_some_and(|all| all.rules.iter().any(|one| one.id == rule.as_str()));
        known.then(|| rule.clone())
    }
}
