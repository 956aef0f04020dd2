//! Which clocks an act starts, meets or replaces, and when each falls due.

use super::decide::Ground;
use super::event::{Event, Started, Stop};
use super::state::{ClockRun, Inquiry, Leg, LegEnd};
use crate::domain::catalog::{Binds, LimitUnit, Matter, Span};
use crate::domain::deadline::{self, Counting, DeadlineError, Limit, Office, Rule, Unit};
use crate::domain::refusal::Refusal;
use crate::domain::rulebook::{Act, ClockRule, From, Length};
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
pub fn fire(state: &Inquiry, act: Act, leg: u32, ground: &Ground) -> Result<Vec<Event>, Refusal> {
    let mut events = stopped(state, act, leg, ground);
    if act == Act::Returned {
        events.extend(resumed(state, ground)?);
    }
    for rule in ground
        .rules
        .clocks
        .iter()
        .filter(|rule| rule.starts.contains(&act))
    {
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
            // A registration entered late counts from its receipt.
            From::Start if act == Act::Registered => state.received_at,
            From::Start => ground.now,
            From::Registered => state.received_at,
            From::Held => held_since(state, leg, ground.now),
        };
        if let Some(started) = start(rule, owner, from, state.promised, ground)? {
            events.push(Event::ClockStarted(Box::new(started)));
        }
    }
    Ok(events)
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
pub fn stopped(state: &Inquiry, act: Act, leg: u32, ground: &Ground) -> Vec<Event> {
    let mut events = Vec::new();
    for clock in state.clocks.iter().filter(|clock| clock.is_running()) {
        let Some(rule) = ground.rules.clock(&clock.run.clock) else {
            continue;
        };
        if rule.per_leg && clock.run.leg != leg && !of_the_inquiry(act) {
            continue;
        }
        let how = if rule.stops.contains(&act) {
            Stop::Met
        } else if rule.ends.contains(&act) {
            Stop::Replaced
        } else {
            continue;
        };
        events.push(Event::ClockStopped {
            clock: clock.run.clock.clone(),
            leg: clock.run.leg,
            how,
            by: act,
        });
    }
    events
}

/// Acts that concern the whole inquiry, whichever leg they came from.
fn of_the_inquiry(act: Act) -> bool {
    match act {
        Act::Guided | Act::Declined | Act::Closed | Act::Delivered => true,
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
        | Act::SuperiorRuled => false,
    }
}

/// Clocks of the leg that got the inquiry back: those that handing off had
/// replaced run on from where they first counted, for nothing resets on a handoff.
/// Each ends by the calendar of today, which may have changed meanwhile.
fn resumed(state: &Inquiry, ground: &Ground) -> Result<Vec<Event>, Refusal> {
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
    ground
        .rules
        .clocks
        .iter()
        .filter(of_this_leg)
        .filter_map(last_of)
        .filter(handed_away)
        .map(|clock| {
            let mut run = clock.run.clone();
            let end = recount(clock, ground.office)?;
            if end != End::of(&run) {
                (run.due, run.soon, run.provisional) = (end.at, end.soon, end.provisional);
                ground
                    .office
                    .calendar
                    .version()
                    .clone_into(&mut run.calendar);
            }
            Ok(Event::ClockStarted(Box::new(run)))
        })
        .collect()
}

fn start(
    rule: &ClockRule,
    leg: u32,
    from: Moment,
    promised: Option<Moment>,
    ground: &Ground,
) -> Result<Option<Started>, Refusal> {
    let Some(limit) = limit_of(rule, from, promised, ground)? else {
        return Ok(None);
    };
    let end = end(limit, rule.counting, from, 0, ground.office)?;
    // The whole minutes of its length may end some seconds past what was said.
    let due = match rule.limit {
        Length::Promised => promised.unwrap_or(end.at),
        Length::Fixed(_) | Length::Matter => end.at,
    };
    Ok(Some(Started {
        clock: rule.id.clone(),
        leg,
        limit,
        counting: rule.counting,
        from,
        due,
        soon: end.soon.min(due),
        provisional: end.provisional,
        calendar: ground.office.calendar.version().to_owned(),
        answerable: rule.answerable,
        lapse: rule.lapse,
        internal: rule.internal,
    }))
}

/// The limit of a clock: the rulebook's, the matter's own, or what was promised.
fn limit_of(
    rule: &ClockRule,
    from: Moment,
    promised: Option<Moment>,
    ground: &Ground,
) -> Result<Option<Limit>, Refusal> {
    match rule.limit {
        Length::Fixed(limit) => Ok(Some(limit)),
        Length::Matter => match ground.matter {
            Some(matter) => shorter(matter, rule.counting, from, ground.office),
            None => Ok(None),
        },
        Length::Promised => Ok(promised.and_then(|by| until(by, from))),
    }
}

/// Whole minutes until a promised time; a promise for a minute ends with that minute.
fn until(by: Moment, from: Moment) -> Option<Limit> {
    let left = u64::try_from(by.0.saturating_sub(from.0))
        .unwrap_or(0)
        .max(1);
    Limit::new(u32::try_from(left.div_ceil(60_000)).ok()?, Unit::Min).ok()
}

/// The limit of a matter that ends first: what the law sets or what was promised (D11 art. 4.1, 4.2).
fn shorter(
    matter: &Matter,
    counting: Counting,
    from: Moment,
    office: &Office,
) -> Result<Option<Limit>, Refusal> {
    let mut first: Option<(Moment, Limit)> = None;
    for limit in [&matter.legal_limit, &matter.promised_limit]
        .into_iter()
        .flatten()
    {
        let Some(limit) = limit
            .span()
            .filter(|_| limit.binds == Binds::Office)
            .and_then(counted)
        else {
            continue;
        };
        let at = end(limit, counting, from, 0, office)?.at;
        if first.is_none_or(|(earliest, _)| at < earliest) {
            first = Some((at, limit));
        }
    }
    Ok(first.map(|(_, limit)| limit))
}

/// A catalogue's span as a limit that can be counted. "Days" without a kind are
/// calendar days, rolled (Civil Code art. 200–203); on the spot needs no clock.
fn counted(span: Span) -> Option<Limit> {
    let unit = match span.unit {
        LimitUnit::OnSpot => return None,
        LimitUnit::WorkingDay => Unit::Wd,
        LimitUnit::CalendarDay | LimitUnit::DayUnspecified => Unit::Cd,
        LimitUnit::Month => Unit::Mo,
    };
    Limit::new(span.value, unit).ok()
}

/// When a limit ends.
///
/// # Errors
///
/// When it cannot be computed, such as for an office that never opens.
pub fn end(
    limit: Limit,
    counting: Counting,
    from: Moment,
    extend: u32,
    office: &Office,
) -> Result<End, Refusal> {
    let rule = Rule {
        limit,
        counting,
        roll: true,
    };
    let due = deadline::compute(&rule, office.local(from), extend, &[], office)
        .map_err(Refusal::Deadline)?;
    // Only a suspension without end leaves it open, and there is none here.
    let at = due
        .at
        .ok_or(Refusal::Deadline(DeadlineError::BeyondHorizon))?;
    Ok(End {
        at: office.moment(at),
        soon: office.moment(due.soon.unwrap_or(at)),
        provisional: due.provisional,
    })
}

/// When a clock ends by this office's calendar, whatever it ended by before: its own
/// limit from its own trigger, with what extensions added. What runs in minutes and
/// hours, as a promised time does, asks no calendar and ends when it was to end.
///
/// # Errors
///
/// When it cannot be computed.
pub fn recount(run: &ClockRun, office: &Office) -> Result<End, Refusal> {
    let started = &run.run;
    match started.limit.unit() {
        Unit::Min | Unit::H => Ok(End::of(started)),
        Unit::Oh | Unit::Wd | Unit::Cd | Unit::Mo => {
            let (limit, counting) = (started.limit, started.counting);
            let end = end(limit, counting, started.from, run.extended, office)?;
            let soon = end.soon.min(end.at);
            Ok(End { soon, ..end })
        }
    }
}

/// What another calendar does to the running clocks of an open inquiry. A clock that
/// ran out before moves like any other; that it ran out stays on record, and it is
/// not breached again at its new end.
///
/// # Errors
///
/// When an end cannot be computed.
pub fn recounted(state: &Inquiry, office: &Office) -> Result<Vec<Event>, Refusal> {
    let mut events = Vec::new();
    if state.is_closed() {
        return Ok(events);
    }
    for clock in state.clocks.iter().filter(|clock| clock.is_running()) {
        let end = recount(clock, office)?;
        if end != End::of(&clock.run) {
            events.push(Event::Recounted {
                clock: clock.run.clock.clone(),
                leg: clock.run.leg,
                was: clock.run.due,
                due: end.at,
                soon: end.soon,
                provisional: end.provisional,
                calendar: office.calendar.version().to_owned(),
            });
        }
    }
    Ok(events)
}

/// When a clock ends after `by` units were added to its limit.
///
/// # Errors
///
/// When it cannot be computed.
pub fn extended(run: &Started, by: u32, ground: &Ground) -> Result<End, Refusal> {
    end(run.limit, run.counting, run.from, by, ground.office)
}

/// How many of its own unit may be added to a clock in all, by the rulebook's
/// clause or by the matter's own law; nothing when neither grants any.
pub fn grantable(run: &Started, ground: &Ground) -> Option<u32> {
    let rule = ground.rules.clock(&run.clock)?;
    if let Some(extension) = &rule.extension {
        return Some(extension.max);
    }
    if rule.limit != Length::Matter {
        return None;
    }
    let (span, _) = ground.matter?.grantable_extension()?;
    let limit = counted(span)?;
    (limit.unit() == run.limit.unit()).then_some(limit.amount())
}
