//! Called to account again within a rolling period (D1 art. 4.6).

use chrono::NaiveDate;

use crate::domain::deadline::corresponding_day;
use crate::domain::ids::CaseNo;
use crate::domain::rulebook::{Accountability, Repeated};

/// An earlier decision that still stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    /// The case.
    pub case: CaseNo,
    /// The day of the decision.
    pub day: NaiveDate,
}

/// The circumstances that the record itself shows for a decision of `today`, with the
/// earlier cases that show them. The period runs from the earlier decision to its
/// corresponding day, which is still within it.
pub fn repeated<'a>(
    rules: &'a Accountability,
    earlier: &[Earlier],
    today: NaiveDate,
) -> Vec<(&'a str, Vec<CaseNo>)> {
    let shown = rules.circumstances.iter().filter_map(|one| {
        let often = one.repeated?;
        let within = within(often, earlier, today);
        let times = u32::try_from(within.len()).unwrap_or(u32::MAX) + 1;
        (times >= often.times).then_some((one.id.as_str(), within))
    });
    shown.collect()
}

fn within(often: Repeated, earlier: &[Earlier], today: NaiveDate) -> Vec<CaseNo> {
    let lasts = |one: &&Earlier| {
        let last = corresponding_day(one.day, often.months);
        one.day <= today && last.is_some_and(|last| today <= last)
    };
    let within = earlier.iter().filter(lasts);
    within.map(|one| one.case.clone()).collect()
}
