//! In whose hands it lay, one turn after another, as the record has it.

use super::state::{Inquiry, Leg, Stage};
use crate::domain::ids::StaffNo;
use crate::domain::time::Moment;

/// A stretch in which an inquiry lay in the same hands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// Whose; nothing while it waited for the visitor.
    pub holder: Option<StaffNo>,
    /// Department of the leg on which it began.
    pub department: String,
    /// Number of that leg.
    pub leg: u32,
    /// From when.
    pub from: Moment,
    /// Until when; nothing while it lasts.
    pub until: Option<Moment>,
}

impl Turn {
    /// The first responder's, from the moment of receipt.
    pub(super) fn first(leg: &Leg) -> Self {
        Self {
            holder: Some(leg.holder.clone()),
            department: leg.department.clone(),
            leg: leg.no,
            from: leg.sent_at,
            until: None,
        }
    }
}

impl Inquiry {
    /// The turns that its facts amount to, in their order. Whatever moves the duty
    /// counts: a handoff, a return, a ruling, other hands, a shift that is over.
    pub fn turns(&self) -> impl Iterator<Item = &Turn> {
        // Handed on in the act of registering: the first hands did not hold it.
        let one = self.turns.len() == 1;
        let turns = self.turns.iter();
        turns.filter(move |turn| one || turn.until != Some(turn.from))
    }

    /// After a fact of this instant: whether the hands are still the same.
    pub(super) fn follow_hands(&mut self, at: Moment) {
        let closed = self.is_closed();
        let lasts = self.turns.last().filter(|turn| turn.until.is_none());
        let waits = self.stage == Stage::Visitor;
        let same = lasts.is_some_and(|turn| {
            let holder = (!waits).then(|| self.holder());
            turn.holder.as_ref() == holder
        });
        if (lasts.is_none() && closed) || (same && !closed) {
            return;
        }
        let leg = self.current_leg();
        let next = (!closed).then(|| Turn {
            holder: (!waits).then(|| leg.holder.clone()),
            department: leg.department.clone(),
            leg: leg.no,
            from: at,
            until: None,
        });
        if let Some(turn) = self.turns.last_mut() {
            turn.until.get_or_insert(at);
        }
        self.turns.extend(next);
    }
}
