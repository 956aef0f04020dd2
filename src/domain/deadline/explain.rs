//! How a due date came about: day by day, or stretch by stretch.

use chrono::{NaiveDate, NaiveDateTime};

use super::calendar::Day;
use super::due::{DeadlineError, Due, Listener, Rule, follow};
use super::hours::end_of;
use super::limit::Unit;
use super::office::Office;
use super::suspension::{Pauses, Suspension, SuspensionReason};
use super::walk::Part;

/// One day of a limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayLine {
    /// What the day is: workday, 清明节, weekend, …
    pub day: Day,
    /// What part it plays.
    pub part: Part,
}

impl DayLine {
    /// The date.
    pub fn date(&self) -> NaiveDate {
        self.day.date
    }

    /// Whether the day is one of those that the limit counts.
    pub fn counted(&self) -> bool {
        matches!(self.part, Part::Counted(_))
    }
}

/// Why a stretch of time counts or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StretchWhy {
    /// It counts.
    Counted,
    /// Before opening, at lunch, after closing.
    OutsideHours,
    /// A day on which the office does not work.
    NotWorking(Day),
    /// The clock stands still.
    Suspended(SuspensionReason),
}

/// One stretch of a limit in minutes or hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// Its first instant.
    pub from: NaiveDateTime,
    /// Its end; none for a suspension whose end is unknown.
    pub to: Option<NaiveDateTime>,
    /// Why it counts or not.
    pub why: StretchWhy,
}

impl Stretch {
    /// Whether the limit counts it.
    pub fn counted(&self) -> bool {
        self.why == StretchWhy::Counted
    }
}

/// The lines of an explanation, without a gap from the trigger to the due instant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lines {
    /// For limits in days.
    Days(Vec<DayLine>),
    /// For limits in minutes and hours.
    Stretches(Vec<Stretch>),
}

/// A due date with its reasons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// The same answer that [`compute`](super::compute) gives.
    pub due: Due,
    /// Day by day, or stretch by stretch.
    pub lines: Lines,
}

/// How the due date of [`compute`](super::compute) came about, from the same arguments.
///
/// Counted days equal limit and extension, counted stretches add up to them. With
/// a suspension of unknown end the lines end with it.
///
/// # Errors
/// [`DeadlineError`], as for [`compute`](super::compute).
pub fn explain(
    rule: &Rule,
    from: NaiveDateTime,
    extend: u32,
    suspensions: &[Suspension],
    office: &Office,
) -> Result<Explanation, DeadlineError> {
    let pauses = Pauses::new(suspensions)?;
    let mut days = Vec::new();
    let mut ran = Vec::new();
    let mut heard = Listener {
        day: &mut |date, part| {
            days.push(DayLine {
                day: office.day(date),
                part,
            });
        },
        stretch: &mut |from, to| ran.push((from, to)),
    };
    let due = follow(rule, from, extend, &pauses, office, &mut heard)?;
    let lines = match rule.limit.unit() {
        Unit::Wd | Unit::Cd | Unit::Mo => Lines::Days(days),
        Unit::Min | Unit::H => Lines::Stretches(fill(from, due.at, &ran, &pauses, None)),
        Unit::Oh => Lines::Stretches(fill(from, due.at, &ran, &pauses, Some(office))),
    };
    Ok(Explanation { due, lines })
}

/// Puts what did not count between what did.
fn fill(
    from: NaiveDateTime,
    due: Option<NaiveDateTime>,
    ran: &[(NaiveDateTime, NaiveDateTime)],
    pauses: &Pauses<'_>,
    office: Option<&Office>,
) -> Vec<Stretch> {
    let mut lines = Vec::new();
    let mut at = from;
    for (start, stop) in ran {
        idle(&mut lines, at, *start, pauses, office);
        lines.push(Stretch {
            from: *start,
            to: Some(*stop),
            why: StretchWhy::Counted,
        });
        at = *stop;
    }
    if let (None, Some((stopped, reason))) = (due, pauses.for_good()) {
        idle(&mut lines, at, stopped, pauses, office);
        lines.push(Stretch {
            from: stopped.max(at),
            to: None,
            why: StretchWhy::Suspended(reason),
        });
    }
    lines
}

/// Says why the clock did not run between two instants, day by day.
fn idle(
    lines: &mut Vec<Stretch>,
    from: NaiveDateTime,
    to: NaiveDateTime,
    pauses: &Pauses<'_>,
    office: Option<&Office>,
) {
    let mut at = from;
    while at < to {
        let midnight = if office.is_some() {
            end_of(at.date()).min(to)
        } else {
            to
        };
        let day = office.map(|office| office.day(at.date()));
        match day {
            Some(day) if !day.kind.works() => {
                push(lines, at, midnight, StretchWhy::NotWorking(day));
            }
            Some(_) | None => {
                let mut at = at;
                while at < midnight {
                    let (until, reason) = pauses.phase(at, midnight);
                    let why = reason.map_or(StretchWhy::OutsideHours, StretchWhy::Suspended);
                    push(lines, at, until, why);
                    at = until;
                }
            }
        }
        at = midnight;
    }
}

/// Adds a stretch, or lengthens the last one when nothing changed.
fn push(lines: &mut Vec<Stretch>, from: NaiveDateTime, to: NaiveDateTime, why: StretchWhy) {
    if from >= to {
        return;
    }
    match lines.last_mut() {
        Some(last) if last.to == Some(from) && last.why == why => last.to = Some(to),
        Some(_) | None => lines.push(Stretch {
            from,
            to: Some(to),
            why,
        }),
    }
}
