//! Organisations that were named before, found again while one is typed.
//!
//! The field stays a text that anything may be typed into: the next key after a few
//! letters, Down, puts the likeliest one there, and the one after it the next.

use super::Register;
use super::form::Entry;
use crate::offer::{self, Catalogue};
use crate::search::{Hits, Shelf};
use crate::tui::screen::Ctx;

/// The most that are shown at a time.
const SHOWN: usize = 4;

/// What was named before, and where one is in it.
#[derive(Debug, Default)]
pub struct Units {
    shelf: Shelf,
    hits: Vec<usize>,
    /// The hit that stands in the field now.
    at: Option<usize>,
    /// What was typed before one was put there.
    typed: String,
}

impl Units {
    /// Those of earlier inquiries, the most frequent first, then those of the catalogue.
    pub fn read(cx: &Ctx, catalogue: &Catalogue) -> Self {
        Self {
            shelf: offer::units(cx.desk, catalogue),
            ..Self::default()
        }
    }

    /// Searches anew for what is typed.
    pub fn search(&mut self, typed: &str) {
        typed.clone_into(&mut self.typed);
        self.at = None;
        self.hits = match self.shelf.find(typed) {
            // Before anything is typed nothing is proposed: most visitors have none.
            Hits::All(_) => Vec::new(),
            Hits::Some(hits) => hits,
        };
        // What stands there already needs no list.
        self.hits
            .retain(|hit| self.shelf[*hit].label != typed.trim());
        self.hits.truncate(SHOWN);
    }

    /// The text of the next hit, or of the one before; what was typed above the first.
    /// Nothing where there is none in that direction.
    fn step(&mut self, down: bool) -> Option<String> {
        let next = match (self.at, down) {
            (None, true) => Some(0),
            (Some(at), true) => Some(at + 1),
            (Some(0), false) => None,
            (Some(at), false) => Some(at - 1),
            (None, false) => return None,
        };
        let Some(next) = next else {
            self.at = None;
            return Some(self.typed.clone());
        };
        let hit = self.hits.get(next)?;
        self.at = Some(next);
        Some(self.shelf[*hit].label.clone())
    }

    /// The names to choose from, and which of them stands in the field.
    pub fn shown(&self) -> (Vec<&str>, Option<usize>) {
        let name = |hit: &usize| self.shelf[*hit].label.as_str();
        (self.hits.iter().map(name).collect(), self.at)
    }
}

impl Register {
    /// Puts the next organisation into its field, or the one before; whether there was one.
    pub(super) fn step_unit(&mut self, down: bool) -> bool {
        if self.form.focus != Entry::Unit {
            return false;
        }
        let Some(name) = self.units.step(down) else {
            return false;
        };
        self.form.unit.set(&name);
        true
    }
}
