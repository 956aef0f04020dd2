//! What somebody did since their shift began.

use crate::domain::deadline::Office;
use crate::domain::ids::{Number, StaffNo};
use crate::domain::inquiry::Event;
use crate::domain::shift::Review;
use crate::domain::time::Moment;
use crate::store::{Fact, Read, StoreError, Stream};

/// Facts of a shift that are read at most.
const MOST: u32 = 100_000;

/// When the shift of `staff` began, and what they did since. It began with the day, or
/// with the last handover of the day that put the work into their hands.
///
/// # Errors
///
/// When it cannot be read.
pub fn review(
    read: Read<'_>,
    office: &Office,
    staff: &StaffNo,
    now: Moment,
) -> Result<(Moment, Review), StoreError> {
    let midnight = office.local(now).date().and_time(chrono::NaiveTime::MIN);
    let mut from = office.moment(midnight);
    let taken = read.handovers(false, 100)?.into_iter();
    let began = taken
        .filter(|row| &row.to == staff)
        .filter_map(|row| row.done_at)
        .filter(|at| *at <= now);
    from = began.fold(from, Moment::max);
    let facts = read.since(read.last_before(from)?, MOST)?;
    let facts: Vec<(String, Number, Event)> = facts
        .into_iter()
        .filter_map(|one| match (one.fact, one.stream) {
            (Fact::Inquiry(fact), Stream::Inquiry(number)) => {
                Some((one.header.actor, number, fact))
            }
            _ => None,
        })
        .collect();
    let told = facts
        .iter()
        .map(|(actor, number, fact)| (actor.as_str(), number, fact));
    Ok((from, Review::of(staff, told)))
}
