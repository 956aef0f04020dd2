//! Which clocks an act starts, meets or replaces, and when each falls due.

mod corrected;
mod end;
mod limit;

pub use corrected::corrected;
pub use end::{end, from_next_day, grantable, pauses, reckon, recount, recounted};
pub use limit::start;

use super::event::{Event, Started, Stop};
use super::state::{ClockRun, Inquiry, Leg, LegEnd};
use crate::domain::catalog::Matter;
use crate::domain::deadline::Office;
use crate::domain::refusal::Refusal;
use crate::domain::rulebook::{Act, ClockRule, From, Rulebook};
use crate::domain::time::Moment;

/// The end of a clock, as it will stand on the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct End {
    /// When it ends.
    pub at: Moment,
    /// From when it is close to its end.
    pub soon: Moment,
    /// Whether the calendar did not reach that far.
    pub provisional: bool,
}

/// What clocks are computed by.
#[derive(Debug, Clone, Copy)]
pub struct Terms<'a> {
    /// The inquiry's rulebook.
    pub rules: &'a Rulebook,
    /// Calendar and office hours.
    pub office: &'a Office,
    /// The matter concerned.
    pub matter: Option<&'a Matter>,
    /// Now.
    pub now: Moment,
}

impl End {
    /// The end that a clock has on the record.
    fn of(run: &Started) -> Self {
        Self {
            at: run.due,
            soon: run.soon,
            provisional: run.provisional,
        }
    }
}

/// The clock events that follow from an act just recorded on `leg`.
///
/// # Errors
///
/// When a limit cannot be computed.
pub fn fire(state: &Inquiry, act: &Act, leg: u32, terms: &Terms) -> Result<Vec<Event>, Refusal> {
    let mut events = stopped(state, act, leg, terms.rules);
    if *act == Act::Returned {
        events.extend(resumed(state, terms)?);
    }
    let of_this = |rule: &&ClockRule| {
        rule.starts.contains(act)
            && rule.concerns(&state.kind_of_request, &state.channel)
            && (!rule.after_handoff || state.legs.len() > 1)
    };
    for rule in terms.rules.clocks.iter().filter(of_this) {
        let owner = if rule.per_leg { leg } else { 0 };
        let ended = |event: &Event| {
            matches!(event, Event::ClockStopped { clock, leg, .. }
                if clock == &rule.id && *leg == owner)
        };
        let runs = state.clocks.iter().any(|clock| {
            clock.is_running() && clock.run.clock == rule.id && clock.run.leg == owner
        });
        if runs && !events.iter().any(ended) {
            continue;
        }
        let from = match rule.from {
            From::Start => began(state, act, terms.now),
            From::Registered => state.received_at,
            From::Held => held_since(state, leg, terms.now),
        };
        let request = (state.kind_of_request.as_str(), state.promised);
        if let Some(started) = start(rule, owner, from, request, terms)? {
            events.push(Event::ClockStarted(Box::new(started)));
        }
    }
    Ok(events)
}

/// When an act that was just recorded took effect.
fn began(state: &Inquiry, act: &Act, now: Moment) -> Moment {
    match (act, state.accepted_at) {
        // A registration entered late counts from its receipt.
        (Act::Registered, _) => state.received_at,
        // What counts as accepted does so from the day it was received.
        (Act::Accepted, Some(at)) => at,
        _ => now,
    }
}

/// What follows once an application counts as accepted because nobody told
/// what was missing in time (行政许可法 art. 32).
///
/// # Errors
///
/// When a limit cannot be computed.
pub fn deemed(state: &Inquiry, terms: &Terms) -> Result<Vec<Event>, Refusal> {
    fire(state, &Act::Accepted, 0, terms)
}

/// Since when whoever just sent `leg` had held the inquiry.
fn held_since(state: &Inquiry, leg: u32, now: Moment) -> Moment {
    let handed_on = |sent: &&Leg| sent.no < leg && sent.end == Some((LegEnd::HandedOn, now));
    let before = state.legs.iter().rev().find(handed_on);
    before
        .and_then(|sent| sent.signed_at)
        .unwrap_or(state.received_at)
}

/// The clocks that an act on `leg` meets or replaces.
pub fn stopped(state: &Inquiry, act: &Act, leg: u32, rules: &Rulebook) -> Vec<Event> {
    let mut events = Vec::new();
    for clock in state.clocks.iter().filter(|clock| clock.is_running()) {
        let Some(rule) = rules.clock(&clock.run.clock) else {
            continue;
        };
        if rule.per_leg && clock.run.leg != leg && !of_the_inquiry(act) {
            continue;
        }
        let how = if rule.stops.contains(act) || is_last_needed(state, rule, clock, act) {
            Stop::Met
        } else if rule.ends.contains(act) {
            Stop::Replaced
        } else {
            continue;
        };
        events.push(Event::ClockStopped {
            clock: clock.run.clock.clone(),
            leg: clock.run.leg,
            how,
            by: act.clone(),
        });
    }
    events
}

/// Whether `act` is the last of those that meet a clock together, all since it began.
fn is_last_needed(state: &Inquiry, rule: &ClockRule, clock: &ClockRun, act: &Act) -> bool {
    let happened = |needed: &Act| {
        state.acts.iter().any(|(done, leg, at)| {
            done == needed
                && *at >= clock.run.from
                && (!rule.per_leg || *leg == clock.run.leg || of_the_inquiry(done))
        })
    };
    rule.needs.contains(act) && rule.needs.iter().all(|one| one == act || happened(one))
}

/// Acts that concern the whole inquiry, whichever leg they came from.
fn of_the_inquiry(act: &Act) -> bool {
    match act {
        Act::Guided
        | Act::Declined
        | Act::Closed
        | Act::Delivered
        | Act::Visited
        | Act::Step(_) => true,
        Act::Registered
        | Act::Promised
        | Act::Accepted
        | Act::HandedOff
        | Act::Signed
        | Act::Returned
        | Act::Answered
        | Act::Notified
        | Act::Brought
        | Act::Several
        | Act::Convened
        | Act::OpinionSettled
        | Act::SuperiorAsked
        | Act::SuperiorRuled
        | Act::Received
        | Act::Reopened => false,
    }
}

/// Clocks of the leg that got the inquiry back: those that handing off had
/// replaced run on from where they first counted, for nothing resets on a handoff.
/// Each ends by the calendar of today, which may have changed meanwhile.
fn resumed(state: &Inquiry, terms: &Terms) -> Result<Vec<Event>, Refusal> {
    let back = state.current_leg().no;
    // The inquiry's own clocks are the first responder's, who holds leg 0.
    let of_this_leg = |rule: &&ClockRule| rule.per_leg || back == 0;
    let last_of = |rule: &ClockRule| {
        let mut runs = state.clocks.iter().rev();
        runs.find(|clock| clock.run.clock == rule.id && clock.run.leg == back)
    };
    let handed_away = |clock: &&ClockRun| {
        matches!(clock.stopped, Some((Stop::Replaced, _)))
            && clock.stopped_by == Some(Act::HandedOff)
    };
    terms
        .rules
        .clocks
        .iter()
        .filter(of_this_leg)
        .filter_map(last_of)
        .filter(handed_away)
        .map(|clock| {
            let mut run = clock.run.clone();
            let end = recount(clock, clock.extended, terms.now, terms.office)?;
            if end != End::of(&run) {
                (run.due, run.soon, run.provisional) = (end.at, end.soon, end.provisional);
                terms
                    .office
                    .calendar
                    .version()
                    .clone_into(&mut run.calendar);
            }
            Ok(Event::ClockStarted(Box::new(run)))
        })
        .collect()
}
