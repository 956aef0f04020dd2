//! What time alone has done to an inquiry.

use super::event::Event;
use super::state::Inquiry;
use crate::domain::rulebook::Lapse;
use crate::domain::time::Moment;

/// Facts that came about by `now` without anyone's act, each with the instant
/// at which it fell due. Asking again after they are recorded gives nothing.
pub fn settle(state: &Inquiry, now: Moment) -> Vec<(Moment, Event)> {
    let mut facts = Vec::new();
    for clock in &state.clocks {
        if !state.awaits_its_end(clock) || !now.is_late_for(clock.run.due) {
            continue;
        }
        facts.push((
            clock.run.due,
            Event::Breached {
                clock: clock.run.clock.clone(),
                leg: clock.run.leg,
                hands: state.answerable(&clock.run).clone(),
                substitute: None,
                due: clock.run.due,
            },
        ));
        match clock.run.lapse {
            Lapse::DeemedConsent if !state.deemed_consent => facts.push((
                clock.run.due,
                Event::DeemedConsent {
                    clock: clock.run.clock.clone(),
                },
            )),
            Lapse::DeemedAccepted if state.accepted_at.is_none() => facts.push((
                clock.run.due,
                Event::DeemedAccepted {
                    clock: clock.run.clock.clone(),
                    from: clock.run.from,
                },
            )),
            Lapse::Breach | Lapse::DeemedConsent | Lapse::DeemedAccepted => {}
        }
    }
    facts.sort_by_key(|(at, _)| *at);
    facts
}
