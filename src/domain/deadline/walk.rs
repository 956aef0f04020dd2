//! The walk over the days of a limit: the one place where days are counted.

use chrono::{Days, NaiveDate, NaiveDateTime};

use super::calendar::Day;
use super::due::{Counting, DeadlineError, Rule};
use super::limit::Unit;
use super::office::Office;
use super::suspension::{Pauses, SuspensionReason};

/// How many days after its trigger a limit is followed at most: two hundred years.
pub const HORIZON_DAYS: i64 = 73_050;

/// What part a day plays in a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Day 0: the day of the trigger is not counted.
    Trigger,
    /// Received after closing: the next working day is day 1.
    AfterClosing,
    /// Counted, as the day of this number.
    Counted(u32),
    /// Not counted, being no working day.
    NotWorking,
    /// Not counted, the clock standing still at the end of it.
    Suspended(SuspensionReason),
    /// Passed over: the limit was full, but it cannot end on a day of rest.
    RolledPast,
    /// The day on which the limit ends after being rolled; not counted.
    RolledTo,
}

/// A count of days in progress.
pub(super) struct Count<'a> {
    pub(super) office: &'a Office,
    pub(super) pauses: &'a Pauses<'a>,
    /// Whether a day beyond the announced calendar was asked for.
    pub(super) guessed: bool,
    from: NaiveDateTime,
    date: NaiveDate,
}

impl<'a> Count<'a> {
    pub(super) fn new(office: &'a Office, pauses: &'a Pauses<'a>, from: NaiveDateTime) -> Self {
        Self {
            office,
            pauses,
            guessed: false,
            from,
            date: from.date(),
        }
    }

    /// The end of a limit in days; none when the clock stands still for good
    /// before. `note` hears of each day's part, in order.
    pub(super) fn end(
        &mut self,
        rule: &Rule,
        days: u32,
        note: &mut dyn FnMut(NaiveDate, Part),
    ) -> Result<Option<NaiveDateTime>, DeadlineError> {
        let unit = rule.limit.unit();
        let working_only = match unit {
            Unit::Wd => true,
            Unit::Cd | Unit::Mo | Unit::Min | Unit::H | Unit::Oh => false,
        };
        let counting = if unit == Unit::Mo {
            Counting::NextDay
        } else {
            rule.counting
        };
        self.begin(counting, note)?;
        let mut wants_working_day = working_only || counting == Counting::ReceiptDay;
        let mut counted = 0;
        loop {
            if wants_working_day && !self.works() {
                note(self.date, Part::NotWorking);
            } else if let Some(pause) = self.suspended() {
                note(self.date, Part::Suspended(pause.reason));
                if pause.for_good {
                    return Ok(None);
                }
            } else {
                counted += 1;
                wants_working_day = working_only;
                note(self.date, Part::Counted(counted));
                if counted == days {
                    break;
                }
            }
            self.next_day()?;
        }
        if !working_only && rule.roll && !self.roll(note)? {
            return Ok(None);
        }
        let day = self.day();
        Ok(Some(self.office.closing(&day)))
    }

    /// Leaves `date` on the first day that may be day 1.
    fn begin(
        &mut self,
        counting: Counting,
        note: &mut dyn FnMut(NaiveDate, Part),
    ) -> Result<(), DeadlineError> {
        let part = match counting {
            Counting::NextDay => Part::Trigger,
            Counting::ReceiptDay => {
                let day = self.day();
                if !day.kind.works() || self.from <= self.office.closing(&day) {
                    return Ok(());
                }
                Part::AfterClosing
            }
        };
        note(self.date, part);
        self.next_day()
    }

    /// Moves a last day of rest to the next working day on which the clock runs;
    /// false when it stands still for good before.
    fn roll(&mut self, note: &mut dyn FnMut(NaiveDate, Part)) -> Result<bool, DeadlineError> {
        if self.works() {
            return Ok(true);
        }
        loop {
            self.next_day()?;
            if !self.works() {
                note(self.date, Part::RolledPast);
            } else if let Some(pause) = self.suspended() {
                note(self.date, Part::Suspended(pause.reason));
                if pause.for_good {
                    return Ok(false);
                }
            } else {
                note(self.date, Part::RolledTo);
                return Ok(true);
            }
        }
    }

    fn suspended(&mut self) -> Option<super::suspension::Suspended> {
        let (office, date) = (self.office, self.date);
        let guessed = &mut self.guessed;
        self.pauses.at_end_of(date, office, || {
            let day = office.day(date);
            *guessed |= !day.known;
            day
        })
    }

    fn works(&mut self) -> bool {
        self.day().kind.works()
    }

    fn day(&mut self) -> Day {
        let day = self.office.day(self.date);
        self.guessed |= !day.known;
        day
    }

    fn next_day(&mut self) -> Result<(), DeadlineError> {
        self.date = next_day(self.from, self.date)?;
        Ok(())
    }
}

/// The day after, unless it lies beyond the horizon of a trigger.
pub(super) fn next_day(from: NaiveDateTime, date: NaiveDate) -> Result<NaiveDate, DeadlineError> {
    date.checked_add_days(Days::new(1))
        .filter(|next| (*next - from.date()).num_days() <= HORIZON_DAYS)
        .ok_or(DeadlineError::BeyondHorizon)
}
