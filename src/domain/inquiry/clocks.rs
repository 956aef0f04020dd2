//! Which clocks an act starts, meets or replaces, and when each falls due.

use super::event::{Event, Started, Stop};
use super::state::{ClockRun, Inquiry, Leg, LegEnd};
use crate::domain::catalog::{Binds, LimitUnit, Matter, Span};
use crate::domain::deadline::{
    self, Counting, DeadlineError, Explanation, Limit, Office, Rule, Suspension, Unit,
};
use crate::domain::refusal::Refusal;
use crate::domain::rulebook::{Act, ClockRule, From, Lapse, Length, Rulebook};
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
        rule.starts.contains(act) && rule.concerns(&state.kind_of_request, &state.channel)
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
        if let Some(started) = start(rule, owner, from, state.promised, terms)? {
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
        | Act::Received => false,
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

fn start(
    rule: &ClockRule,
    leg: u32,
    from: Moment,
    promised: Option<Moment>,
    terms: &Terms,
) -> Result<Option<Started>, Refusal> {
    let Some((limit, counting)) = limit_of(rule, from, promised, terms)? else {
        return Ok(None);
    };
    let end = end(limit, counting, from, 0, terms.office)?;
    // The whole minutes of its length may end some seconds past what was said.
    let due = match rule.limit {
        Length::Promised => promised.unwrap_or(end.at),
        Length::Fixed(_) | Length::Matter | Length::HalfPromised | Length::Correction(_) => end.at,
    };
    Ok(Some(Started {
        clock: rule.id.clone(),
        leg,
        limit,
        counting,
        from,
        due,
        soon: end.soon.min(due),
        provisional: end.provisional,
        calendar: terms.office.calendar.version().to_owned(),
        answerable: rule.answerable,
        lapse: lapse(rule, terms),
        internal: rule.internal,
    }))
}

/// The limit of a clock and how it is counted: the rulebook's, the matter's own, or
/// what was promised.
fn limit_of(
    rule: &ClockRule,
    from: Moment,
    promised: Option<Moment>,
    terms: &Terms,
) -> Result<Option<(Limit, Counting)>, Refusal> {
    let limit = match rule.limit {
        Length::Fixed(limit) => Some(limit),
        Length::Matter => match terms.matter {
            Some(matter) => shorter(matter, rule.counting, from, terms.office)?,
            None => None,
        },
        Length::Promised => promised.and_then(|by| until(by, from)),
        Length::HalfPromised => promised.and_then(|by| until(halfway(from, by), from)),
        Length::Correction(by_law) => match terms.matter {
            Some(matter) => return Ok(correction(matter, by_law, rule.counting)),
            None => None,
        },
    };
    Ok(limit.map(|limit| (limit, rule.counting)))
}

/// The time in which everything missing in an application must be told: the
/// matter's own, else what the law gives. What must be told on the spot must be
/// told on the day of receipt.
fn correction(matter: &Matter, by_law: Limit, counting: Counting) -> Option<(Limit, Counting)> {
    match matter.correction.as_ref().and_then(|rule| rule.within) {
        Some(span) if span.unit == LimitUnit::OnSpot => {
            let day = Limit::new(1, Unit::Wd).ok()?;
            Some((day, Counting::ReceiptDay))
        }
        Some(span) => Some((counted(span)?, counting)),
        None => Some((by_law, counting)),
    }
}

/// What the end of a clock brings about: an application counts as accepted unless
/// its matter has a rule of its own that does not say so.
fn lapse(rule: &ClockRule, terms: &Terms) -> Lapse {
    let own = terms.matter.and_then(|matter| matter.correction.as_ref());
    match (rule.lapse, own) {
        (Lapse::DeemedAccepted, Some(own)) if !own.else_accepted => Lapse::Breach,
        (lapse, _) => lapse,
    }
}

/// The instant in the middle.
fn halfway(from: Moment, by: Moment) -> Moment {
    Moment(from.0 + by.0.saturating_sub(from.0) / 2)
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
    with_pauses(limit, counting, from, extend, &[], office)
}

fn with_pauses(
    limit: Limit,
    counting: Counting,
    from: Moment,
    extend: u32,
    pauses: &[Suspension],
    office: &Office,
) -> Result<End, Refusal> {
    let rule = Rule {
        limit,
        counting,
        roll: true,
    };
    let due = deadline::compute(&rule, office.local(from), extend, pauses, office)
        .map_err(Refusal::Deadline)?;
    // Only a suspension without end leaves it open, and none is asked for here.
    let at = due
        .at
        .ok_or(Refusal::Deadline(DeadlineError::BeyondHorizon))?;
    Ok(End {
        at: office.moment(at),
        soon: office.moment(due.soon.unwrap_or(at)),
        provisional: due.provisional,
    })
}

/// What another calendar does to the running clocks of an open inquiry. A clock that
/// ran out before moves like any other; that it ran out stays on record, and it is
/// not breached again at its new end.
///
/// # Errors
///
/// When an end cannot be computed.
pub fn recounted(state: &Inquiry, now: Moment, office: &Office) -> Result<Vec<Event>, Refusal> {
    let mut events = Vec::new();
    if state.is_closed() {
        return Ok(events);
    }
    // What stands still is counted anew when it runs on.
    let runs = |clock: &&ClockRun| clock.is_running() && !clock.stands_still();
    for clock in state.clocks.iter().filter(runs) {
        let end = recount(clock, clock.extended, now, office)?;
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

/// When a clock ends by this office's calendar, whatever it ended by before: its own
/// limit from its own trigger, with `extended` units added, and without the time for
/// which it stood still until `now`. What runs in minutes and hours, as a promised
/// time does, asks no calendar and ends when it was to end.
///
/// # Errors
///
/// When it cannot be computed.
pub fn recount(
    clock: &ClockRun,
    extended: u32,
    now: Moment,
    office: &Office,
) -> Result<End, Refusal> {
    let run = &clock.run;
    let as_begun = clock.pauses.is_empty() && extended == clock.extended;
    match run.limit.unit() {
        Unit::Min | Unit::H if as_begun => Ok(End::of(run)),
        Unit::Min | Unit::H | Unit::Oh | Unit::Wd | Unit::Cd | Unit::Mo => {
            let pauses = pauses(clock, now, office);
            let end = with_pauses(run.limit, run.counting, run.from, extended, &pauses, office)?;
            let soon = end.soon.min(end.at);
            Ok(End { soon, ..end })
        }
    }
}

/// How a clock's end comes about with `extended` units added to it: each day
/// counted or skipped, each stretch for which it stood still.
///
/// # Errors
///
/// When it cannot be computed.
pub fn reckon(
    clock: &ClockRun,
    extended: u32,
    now: Moment,
    office: &Office,
) -> Result<Explanation, DeadlineError> {
    let run = &clock.run;
    let rule = Rule {
        limit: run.limit,
        counting: run.counting,
        roll: true,
    };
    let pauses = pauses(clock, now, office);
    deadline::explain(&rule, office.local(run.from), extended, &pauses, office)
}

/// The stretches in which a clock stood still, those that last closed at `now`.
pub fn pauses(clock: &ClockRun, now: Moment, office: &Office) -> Vec<Suspension> {
    clock
        .pauses
        .iter()
        .map(|pause| Suspension {
            from: office.local(pause.from),
            until: Some(office.local(pause.until.unwrap_or(now))),
            reason: pause.reason,
        })
        .collect()
}

/// How many of its own unit may be added to a clock in all, by the rulebook's
/// clause or by the matter's own law; nothing when neither grants any.
pub fn grantable(run: &Started, terms: &Terms) -> Option<u32> {
    let rule = terms.rules.clock(&run.clock)?;
    if let Some(extension) = &rule.extension {
        return Some(extension.max);
    }
    if rule.limit != Length::Matter {
        return None;
    }
    let (span, _) = terms.matter?.grantable_extension()?;
    let limit = counted(span)?;
    (limit.unit() == run.limit.unit()).then_some(limit.amount())
}
