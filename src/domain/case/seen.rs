//! What of a case somebody may see.

use super::state::Case;
use crate::domain::staff::{Person, Role};

/// What of a case somebody may see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sees {
    /// All of it, after a recorded look.
    All,
    /// That it exists, what it charges and what was decided about them: the person
    /// concerned, from the hearing on. Never who reported it.
    Own,
    /// Nothing, not even that there is one.
    Nothing,
}

impl Case {
    /// What this person may see of it. Whoever is concerned sees their own part whatever
    /// office they hold; those who oversee see all; to everyone else there is no case.
    pub fn seen_by(&self, person: &Person) -> Sees {
        if let Some(own) = self.accused(&person.number) {
            let told = !own.statements.is_empty() || own.decision.is_some();
            return if told { Sees::Own } else { Sees::Nothing };
        }
        let oversees = person.is(Role::Quality) || person.is(Role::Supervisor);
        if oversees || self.team.contains(&person.number) {
            Sees::All
        } else {
            Sees::Nothing
        }
    }
}
