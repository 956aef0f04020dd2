//! How much time is left, and from when it is little.

use chrono::{NaiveDateTime, TimeDelta, Timelike};

use super::due::DeadlineError;
use super::limit::{Limit, Unit};
use super::office::Office;
use super::run::office_stretches_back;
use super::suspension::{Pauses, Suspension};

/// Seconds left until `due`, negative when it is past: office time for working
/// days and office hours, clock time for the rest, suspensions left out.
///
/// # Errors
/// [`DeadlineError::SuspensionBackwards`].
pub fn time_left(
    unit: Unit,
    now: NaiveDateTime,
    due: NaiveDateTime,
    suspensions: &[Suspension],
    office: &Office,
) -> Result<i64, DeadlineError> {
    if unit.in_office_time() {
        office_time(now, due, suspensions, office)
    } else {
        clock_time(now, due, suspensions)
    }
}

/// Seconds of office time from one instant to another, suspensions left out;
/// negative when `to` is the earlier.
///
/// # Errors
/// [`DeadlineError::SuspensionBackwards`].
pub fn office_time(
    from: NaiveDateTime,
    to: NaiveDateTime,
    suspensions: &[Suspension],
    office: &Office,
) -> Result<i64, DeadlineError> {
    let pauses = Pauses::new(suspensions)?;
    Ok(signed(from, to, |from, to| {
        total(office_stretches_back(from, to, &pauses, office))
    }))
}

/// Seconds of clock time from one instant to another, suspensions left out;
/// negative when `to` is the earlier.
///
/// # Errors
/// [`DeadlineError::SuspensionBackwards`].
pub fn clock_time(
    from: NaiveDateTime,
    to: NaiveDateTime,
    suspensions: &[Suspension],
) -> Result<i64, DeadlineError> {
    let pauses = Pauses::new(suspensions)?;
    Ok(signed(from, to, |from, to| total(pauses.free(from, to))))
}

fn signed(
    from: NaiveDateTime,
    to: NaiveDateTime,
    length: impl Fn(NaiveDateTime, NaiveDateTime) -> TimeDelta,
) -> i64 {
    if from <= to {
        length(from, to).num_seconds()
    } else {
        -length(to, from).num_seconds()
    }
}

fn total(stretches: impl Iterator<Item = (NaiveDateTime, NaiveDateTime)>) -> TimeDelta {
    stretches.map(|(from, to)| to - from).sum()
}

/// The first instant that is too late: "within" includes the minute of its end,
/// so what is done at 17:30:59 meets a limit that ends at 17:30.
pub fn late_from(due: NaiveDateTime) -> NaiveDateTime {
    let minute = due.with_nanosecond(0).and_then(|due| due.with_second(0));
    minute
        .and_then(|minute| minute.checked_add_signed(TimeDelta::minutes(1)))
        .unwrap_or(NaiveDateTime::MAX)
}

/// The latest instant at which what is left equals the amount that counts as
/// little, but never before the trigger.
pub(super) fn soon(
    total: Limit,
    from: NaiveDateTime,
    due: NaiveDateTime,
    pauses: &Pauses<'_>,
    office: &Office,
) -> NaiveDateTime {
    let amount = i64::from(total.amount());
    match total.unit() {
        Unit::Wd | Unit::Cd | Unit::Mo => {
            let little = office.hours.regular_day();
            back(
                from,
                little,
                office_stretches_back(from, due, pauses, office),
            )
        }
        Unit::Oh => {
            let little = TimeDelta::minutes(amount * 60 / 3);
            back(
                from,
                little,
                office_stretches_back(from, due, pauses, office),
            )
        }
        Unit::Min => clock_back(from, due, TimeDelta::seconds(amount * 60 / 3), pauses),
        Unit::H => clock_back(from, due, TimeDelta::minutes(amount * 60 / 3), pauses),
    }
}

fn clock_back(
    from: NaiveDateTime,
    due: NaiveDateTime,
    little: TimeDelta,
    pauses: &Pauses<'_>,
) -> NaiveDateTime {
    let mut free: Vec<_> = pauses.free(from, due).collect();
    free.reverse();
    back(from, little, free.into_iter())
}

/// Goes back over running stretches, newest first, until they add up to `length`.
fn back(
    from: NaiveDateTime,
    length: TimeDelta,
    stretches: impl Iterator<Item = (NaiveDateTime, NaiveDateTime)>,
) -> NaiveDateTime {
    let mut left = length;
    for (start, stop) in stretches {
        if stop - start >= left {
            return stop - left;
        }
        left -= stop - start;
    }
    from
}
