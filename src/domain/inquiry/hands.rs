//! In whose hands it lay, one turn after another, as the record has it.

use super::event::Event;
use super::state::{Inquiry, Stage};
use crate::domain::ids::StaffNo;
use crate::domain::time::Moment;

/// A stretch in which an inquiry lay in the same hands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// Whose; nothing while it waited for the visitor.
    pub holder: Option<StaffNo>,
    /// From when.
    pub from: Moment,
    /// Until when; nothing while it lasts.
    pub until: Option<Moment>,
}

/// The turns that an inquiry's facts, in their order, amount to. Whatever moves the
/// duty counts: a handoff, a return, a ruling, other hands, a shift that is over.
pub fn turns<'e>(facts: impl IntoIterator<Item = (Moment, &'e Event)>) -> Vec<Turn> {
    let mut all: Vec<Turn> = Vec::new();
    let mut state: Option<Inquiry> = None;
    for (at, event) in facts {
        if let Some(state) = &mut state {
            state.apply(at, event);
        } else if let Event::Registered(fact) = event {
            state = Some(Inquiry::begin(fact));
        }
        let Some(state) = &state else {
            continue;
        };
        let holder = (state.stage != Stage::Visitor).then(|| state.holder().clone());
        let lasts = |turn: &&mut Turn| turn.until.is_none();
        match all.last_mut().filter(lasts) {
            Some(turn) if state.is_closed() => turn.until = Some(at),
            Some(turn) if turn.holder == holder => {}
            Some(turn) => {
                turn.until = Some(at);
                all.push(Turn {
                    holder,
                    from: at,
                    until: None,
                });
            }
            None if state.is_closed() => {}
            None => all.push(Turn {
                holder,
                from: if all.is_empty() {
                    state.legs[0].sent_at
                } else {
                    at
                },
                until: None,
            }),
        }
    }
    // Handed on in the act of registering: the first hands did not hold it.
    let one = all.len() == 1;
    all.retain(|turn| one || turn.until != Some(turn.from));
    all
}
