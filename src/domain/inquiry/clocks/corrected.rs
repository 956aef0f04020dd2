//! What corrected data do to clocks: those that run count by what is right, those
//! that should never have run are replaced, those that should have run begin.

use super::{End, Terms, held_since, of_the_inquiry, recount, start};
use crate::domain::inquiry::event::{ClockCorrected, Event, Started, Stop};
use crate::domain::inquiry::state::{ClockRun, Inquiry};
use crate::domain::refusal::Refusal;
use crate::domain::rulebook::{Act, ClockRule, From};
use crate::domain::time::Moment;

/// The clock events that follow when an open inquiry that stood as `before` stands
/// as `state` after a correction. Clocks that have stopped, and breaches, stay.
///
/// # Errors
///
/// When an end cannot be computed.
pub fn corrected(before: &Inquiry, state: &Inquiry, terms: &Terms) -> Result<Vec<Event>, Refusal> {
    if state.is_closed() {
        return Ok(Vec::new());
    }
    let mut events = Vec::new();
    for clock in state.clocks.iter().filter(|clock| clock.is_running()) {
        let Some(rule) = terms.rules.clock(&clock.run.clock) else {
            continue;
        };
        match run_anew(before, state, clock, rule, terms)? {
            None => events.push(Event::ClockStopped {
                clock: clock.run.clock.clone(),
                leg: clock.run.leg,
                how: Stop::Replaced,
                by: Act::Registered,
            }),
            Some(run) if same_measure(&run, &clock.run) => {}
            Some(mut run) => {
                let mut moved = clock.clone();
                moved.run = run.clone();
                let end = recount(&moved, clock.extended, terms.now, terms.office)?;
                let End {
                    at,
                    soon,
                    provisional,
                } = end;
                (run.due, run.soon, run.provisional) = (at, soon, provisional);
                events.push(Event::ClockCorrected(Box::new(ClockCorrected {
                    was: clock.run.due,
                    run,
                })));
            }
        }
    }
    events.extend(missed(state, terms)?);
    Ok(events)
}

/// The run that a clock would have had; nothing when it would not have run.
fn run_anew(
    before: &Inquiry,
    state: &Inquiry,
    clock: &ClockRun,
    rule: &ClockRule,
    terms: &Terms,
) -> Result<Option<Started>, Refusal> {
    if !rule.concerns(&state.kind_of_request, &state.channel) {
        return Ok(None);
    }
    let of_receipt = match rule.from {
        From::Registered | From::Held => true,
        From::Start => rule.starts.contains(&Act::Registered) && clock.run.leg == 0,
    };
    let from = if of_receipt && clock.run.from == before.received_at {
        state.received_at
    } else {
        clock.run.from
    };
    let request = (state.kind_of_request.as_str(), state.promised);
    start(rule, clock.run.leg, from, request, terms)
}

/// Whether two runs measure the same: another calendar alone is no correction.
fn same_measure(one: &Started, other: &Started) -> bool {
    one.from == other.from
        && one.limit == other.limit
        && one.counting == other.counting
        && one.lapse == other.lapse
}

/// Clocks that acts of the past would have started had the data been right then,
/// and that no later act has met.
fn missed(state: &Inquiry, terms: &Terms) -> Result<Vec<Event>, Refusal> {
    let mut begun: Vec<Started> = Vec::new();
    for (place, (act, leg, at)) in state.acts.iter().enumerate() {
        let of_this = |rule: &&ClockRule| {
            rule.starts.contains(act)
                && rule.concerns(&state.kind_of_request, &state.channel)
                && (!rule.after_handoff || state.legs.len() > 1)
        };
        for rule in terms.rules.clocks.iter().filter(of_this) {
            let owner = if rule.per_leg { *leg } else { 0 };
            let is_it = |run: &Started| run.clock == rule.id && run.leg == owner;
            let known = state
                .clocks
                .iter()
                .any(|clock| is_it(&clock.run) && !taken_away(clock));
            if known || begun.iter().any(is_it) || met_since(state, place, rule, owner) {
                continue;
            }
            let from = match rule.from {
                From::Start => since(state, act, *at),
                From::Registered => state.received_at,
                From::Held => held_since(state, *leg, *at),
            };
            let request = (state.kind_of_request.as_str(), state.promised);
            begun.extend(start(rule, owner, from, request, terms)?);
        }
    }
    Ok(begun
        .into_iter()
        .map(|run| Event::ClockStarted(Box::new(run)))
        .collect())
}

/// Whether an earlier correction found that a clock should not have run.
fn taken_away(clock: &ClockRun) -> bool {
    matches!(clock.stopped, Some((Stop::Replaced, _))) && clock.stopped_by == Some(Act::Registered)
}

/// When an act of the past took effect.
fn since(state: &Inquiry, act: &Act, at: Moment) -> Moment {
    match (act, state.accepted_at) {
        (Act::Accepted, Some(accepted)) => accepted,
        _ => at,
    }
}

/// Whether an act after the one at `place` has met or ended such a clock.
fn met_since(state: &Inquiry, place: usize, rule: &ClockRule, owner: u32) -> bool {
    let over = state.leg(owner).is_some_and(|leg| leg.end.is_some());
    let of_it = |act: &Act, leg: u32| !rule.per_leg || leg == owner || of_the_inquiry(act);
    let all = !rule.needs.is_empty()
        && rule.needs.iter().all(|one| {
            state
                .acts
                .iter()
                .any(|(act, leg, _)| act == one && of_it(act, *leg))
        });
    over || all
        || state.acts.iter().skip(place + 1).any(|(act, leg, _)| {
            of_it(act, *leg) && (rule.stops.contains(act) || rule.ends.contains(act))
        })
}
