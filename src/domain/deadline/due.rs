//! When a limit ends.

use std::str::FromStr;

use chrono::{Months, NaiveDate, NaiveDateTime, TimeDelta};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::limit::{Limit, LimitError, Unit};
use super::office::Office;
use super::remaining::soon;
use super::run::{Ended, clock_run, office_run};
use super::suspension::{Pauses, Suspension};
use super::walk::{Count, Part};

/// From which day a limit in days is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "kebab-case")]
pub enum Counting {
    /// The trigger day is day 0, at whatever hour (民法典 art. 201).
    #[default]
    NextDay,
    /// The trigger day is day 1 when it is a working day and not past closing,
    /// else the next working day is (D1 三(三)).
    ReceiptDay,
}

impl FromStr for Counting {
    type Err = UnknownCounting;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "next-day" => Ok(Self::NextDay),
            "receipt-day" => Ok(Self::ReceiptDay),
            other => Err(UnknownCounting(other.to_owned())),
        }
    }
}

/// A text that is neither `next-day` nor `receipt-day`.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{0:?} is neither next-day nor receipt-day")]
pub struct UnknownCounting(pub String);

/// How a limit is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// How much, of what.
    pub limit: Limit,
    /// From which day; limits in minutes, hours and months do not ask.
    #[serde(default)]
    pub counting: Counting,
    /// Whether a last calendar day that is no working day moves to the next one
    /// (民法典 art. 203).
    #[serde(default = "yes")]
    pub roll: bool,
}

const fn yes() -> bool {
    true
}

impl Rule {
    /// The limit counted from the next day, and rolled.
    pub const fn new(limit: Limit) -> Self {
        Self {
            limit,
            counting: Counting::NextDay,
            roll: true,
        }
    }
}

/// The answer: when a limit ends, on the office's wall clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// The last instant in time; 24:00 stands as 00:00 of the next day. None
    /// while a suspension of unknown end keeps it open.
    pub at: Option<NaiveDateTime>,
    /// From when little time is left, never before the trigger: for limits in
    /// days one working day's office hours, for the others a third of the limit.
    /// None with `at`.
    pub soon: Option<NaiveDateTime>,
    /// Whether a day beyond the announced calendar had a say in it.
    pub provisional: bool,
}

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DeadlineError {
    /// The extended limit is too long.
    #[error(transparent)]
    Limit(#[from] LimitError),
    /// A suspension that ends before it begins.
    #[error("the suspension of {0} ends before it begins")]
    SuspensionBackwards(NaiveDateTime),
    /// No end within two hundred years: the office hardly ever works, or a
    /// suspension is that long.
    #[error("the limit does not end within two hundred years")]
    BeyondHorizon,
}

/// When `rule` ends that was triggered at `from`, extended by `extend` of the
/// same unit, with these suspensions, at this office.
///
/// Extension and limit are counted together, once from the trigger, and rolled
/// once. Suspensions may overlap, stand in any order, and reach beyond both ends.
///
/// ```
/// use chrono::{FixedOffset, NaiveDate};
/// use shouwen::builtin::calendar::china;
/// use shouwen::domain::deadline::{Office, OfficeHours, Rule, Week, compute};
///
/// let office = Office {
///     offset: FixedOffset::east_opt(8 * 3600).ok_or("offset")?,
///     hours: OfficeHours::default(),
///     week: Week::STANDARD,
///     calendar: china()?,
/// };
/// let friday = "2026-04-03T16:50:00".parse()?;
/// let due = compute(&Rule::new("1wd".parse()?), friday, 0, &[], &office)?;
/// assert_eq!(due.at, Some("2026-04-07T17:30:00".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`DeadlineError`].
pub fn compute(
    rule: &Rule,
    from: NaiveDateTime,
    extend: u32,
    suspensions: &[Suspension],
    office: &Office,
) -> Result<Due, DeadlineError> {
    let pauses = Pauses::new(suspensions)?;
    let mut ignore = Listener {
        day: &mut |_, _| (),
        stretch: &mut |_, _| (),
    };
    follow(rule, from, extend, &pauses, office, &mut ignore)
}

/// Who hears of the days and stretches of a limit as they are counted.
pub(super) struct Listener<'a> {
    pub(super) day: &'a mut dyn FnMut(NaiveDate, Part),
    pub(super) stretch: &'a mut dyn FnMut(NaiveDateTime, NaiveDateTime),
}

pub(super) fn follow(
    rule: &Rule,
    from: NaiveDateTime,
    extend: u32,
    pauses: &Pauses<'_>,
    office: &Office,
    heard: &mut Listener<'_>,
) -> Result<Due, DeadlineError> {
    let total = rule.limit.extended(extend)?;
    let amount = i64::from(total.amount());
    let Ended { at, guessed } = match total.unit() {
        Unit::Min => clock_run(from, TimeDelta::minutes(amount), pauses, heard.stretch)?,
        Unit::H => clock_run(from, TimeDelta::hours(amount), pauses, heard.stretch)?,
        Unit::Oh => office_run(
            from,
            TimeDelta::hours(amount),
            pauses,
            office,
            heard.stretch,
        )?,
        Unit::Wd | Unit::Cd | Unit::Mo => {
            let days = days(total, from.date())?;
            let mut count = Count::new(office, pauses, from);
            let at = count.end(rule, days, heard.day)?;
            let guessed = count.guessed;
            Ended { at, guessed }
        }
    };
    Ok(Due {
        at,
        soon: at.map(|at| soon(total, from, at, pauses, office)),
        provisional: guessed,
    })
}

/// How many days a limit in days asks for; months become the days to their
/// corresponding day.
fn days(total: Limit, from: NaiveDate) -> Result<u32, DeadlineError> {
    if total.unit() != Unit::Mo {
        return Ok(total.amount());
    }
    let last = corresponding_day(from, total.amount()).ok_or(DeadlineError::BeyondHorizon)?;
    u32::try_from((last - from).num_days()).map_err(|_| DeadlineError::BeyondHorizon)
}

/// The same day `months` later, or that month's last day (民法典 art. 202); none
/// beyond the end of time.
pub fn corresponding_day(date: NaiveDate, months: u32) -> Option<NaiveDate> {
    date.checked_add_months(Months::new(months))
}
