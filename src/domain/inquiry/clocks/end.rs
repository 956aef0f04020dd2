//! When a clock ends: counted, counted anew, and explained.

use super::limit::counted;
use super::{End, Terms};
use crate::domain::deadline::{
    self, Counting, DeadlineError, Explanation, Limit, Office, Rule, Suspension, Unit,
};
use crate::domain::inquiry::event::{Event, Started};
use crate::domain::inquiry::state::{ClockRun, Inquiry};
use crate::domain::refusal::Refusal;
use crate::domain::rulebook::Length;
use crate::domain::time::Moment;

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

/// When a clock that counts the day of receipt would end if it began with the next
/// day, as days are counted elsewhere; nothing for a clock that does so anyway.
pub fn from_next_day(clock: &ClockRun, office: &Office) -> Option<Moment> {
    let run = &clock.run;
    if run.counting != Counting::ReceiptDay || run.internal {
        return None;
    }
    let end = end(
        run.limit,
        Counting::NextDay,
        run.from,
        clock.extended,
        office,
    );
    end.ok().map(|end| end.at)
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
