//! Limits in minutes and hours: the stretches in which they run.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use super::due::DeadlineError;
use super::office::Office;
use super::suspension::Pauses;
use super::walk::{HORIZON_DAYS, next_day};

/// Where a run of time ends, and whether a day was guessed on the way.
pub(super) struct Ended {
    pub(super) at: Option<NaiveDateTime>,
    pub(super) guessed: bool,
}

/// Runs `length` of clock time from `from`, suspensions left out.
pub(super) fn clock_run(
    from: NaiveDateTime,
    length: TimeDelta,
    pauses: &Pauses<'_>,
    note: &mut dyn FnMut(NaiveDateTime, NaiveDateTime),
) -> Result<Ended, DeadlineError> {
    let horizon = from
        .checked_add_signed(TimeDelta::days(HORIZON_DAYS))
        .ok_or(DeadlineError::BeyondHorizon)?;
    let mut left = length;
    let mut end = None;
    for (start, stop) in pauses.free(from, horizon) {
        if let Some(at) = spend(&mut left, start, stop, note) {
            end = Some(at);
            break;
        }
    }
    if end.is_none() && !pauses.for_good_by(horizon) {
        return Err(DeadlineError::BeyondHorizon);
    }
    Ok(Ended {
        at: end,
        guessed: false,
    })
}

/// Runs `length` of office time from `from`, suspensions left out. It may end
/// exactly at a closing, but never at the opening after it.
pub(super) fn office_run(
    from: NaiveDateTime,
    length: TimeDelta,
    pauses: &Pauses<'_>,
    office: &Office,
    note: &mut dyn FnMut(NaiveDateTime, NaiveDateTime),
) -> Result<Ended, DeadlineError> {
    let mut left = length;
    let mut guessed = false;
    let mut date = from.date();
    loop {
        let day = office.day(date);
        guessed |= !day.known;
        for span in office.spans(&day) {
            let (open, close) = span.on(date);
            for (start, stop) in pauses.free(open.max(from), close) {
                if let Some(at) = spend(&mut left, start, stop, note) {
                    let at = Some(at);
                    return Ok(Ended { at, guessed });
                }
            }
        }
        if pauses.for_good_by(super::hours::end_of(date)) {
            return Ok(Ended { at: None, guessed });
        }
        date = next_day(from, date)?;
    }
}

/// Spends a running stretch on what is left; the instant at which nothing is.
fn spend(
    left: &mut TimeDelta,
    start: NaiveDateTime,
    stop: NaiveDateTime,
    note: &mut dyn FnMut(NaiveDateTime, NaiveDateTime),
) -> Option<NaiveDateTime> {
    let length = stop - start;
    if length < *left {
        *left -= length;
        note(start, stop);
        return None;
    }
    let end = start + *left;
    note(start, end);
    Some(end)
}

/// The running stretches of office time between two instants, newest first.
pub(super) fn office_stretches_back<'a>(
    from: NaiveDateTime,
    to: NaiveDateTime,
    pauses: &'a Pauses<'a>,
    office: &'a Office,
) -> impl Iterator<Item = (NaiveDateTime, NaiveDateTime)> + 'a {
    let dates = std::iter::successors(Some(to.date()), NaiveDate::pred_opt);
    dates
        .take_while(move |date| *date >= from.date())
        .flat_map(move |date| {
            let day = office.day(date);
            let spans = office.spans(&day).iter().map(|span| span.on(date));
            let free = spans.flat_map(|(open, close)| pauses.free(open.max(from), close.min(to)));
            let mut free: Vec<_> = free.collect();
            free.reverse();
            free
        })
}
