//! An office: where its clock stands, when it is open, and on which days.

use chrono::{Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Weekday};
use thiserror::Error;

use super::calendar::{Calendar, Day, DayKind};
use super::hours::{OfficeHours, Span, end_of};
use crate::domain::time::Moment;

/// The weekdays on which an office works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Week {
    days: [bool; 7],
    keeps_holidays: bool,
}

impl Week {
    /// Monday to Friday, public holidays kept.
    pub const STANDARD: Self = Self {
        days: [true, true, true, true, true, false, false],
        keeps_holidays: true,
    };

    /// Every day of the year is a working day, as at a hotel's desk (D6 art. 5).
    pub const SEVEN_DAY: Self = Self {
        days: [true; 7],
        keeps_holidays: false,
    };

    /// These weekdays, public holidays and make-up days kept.
    ///
    /// # Errors
    /// [`OfficeError::EmptyWeek`].
    pub fn of(weekdays: &[Weekday]) -> Result<Self, OfficeError> {
        let mut days = [false; 7];
        for weekday in weekdays {
            if let Some(day) = days.get_mut(weekday.num_days_from_monday() as usize) {
                *day = true;
            }
        }
        if days.contains(&true) {
            Ok(Self {
                days,
                keeps_holidays: true,
            })
        } else {
            Err(OfficeError::EmptyWeek)
        }
    }

    fn works(self, date: NaiveDate) -> bool {
        let at = date.weekday().num_days_from_monday() as usize;
        self.days.get(at).copied().unwrap_or(false)
    }
}

/// A week that cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum OfficeError {
    /// No weekday at all is a working day.
    #[error("the week has no working day")]
    EmptyWeek,
}

/// Whose wall clock, hours and calendar a limit is counted by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Office {
    /// The office's wall clock against UTC; it never changes with the season.
    pub offset: FixedOffset,
    /// Its hours on working days.
    pub hours: OfficeHours,
    /// Its working week.
    pub week: Week,
    /// The public holidays and its own days.
    pub calendar: Calendar,
}

impl Office {
    /// What a date is for this office.
    pub fn day(&self, date: NaiveDate) -> Day {
        if self.week.keeps_holidays {
            return self.calendar.day(date, self.week.works(date));
        }
        Day {
            date,
            kind: self.calendar.ruled(date).unwrap_or(DayKind::Workday),
            known: true,
        }
    }

    /// The hours of a day; none where the office does not work.
    pub fn spans(&self, day: &Day) -> &[Span] {
        if !day.kind.works() {
            return &[];
        }
        let own = self.calendar.own_hours(day.date);
        own.unwrap_or_else(|| self.hours.on(day.date)).as_slice()
    }

    /// When a day is over: its last closing, or 24:00 where it has no office hours.
    pub fn closing(&self, day: &Day) -> NaiveDateTime {
        self.spans(day)
            .last()
            .map_or_else(|| end_of(day.date), |span| span.on(day.date).1)
    }

    /// The office's wall clock at an instant.
    pub fn local(&self, at: Moment) -> NaiveDateTime {
        at.local(self.offset)
    }

    /// The instant at which the office's wall clock shows `local`.
    pub fn moment(&self, local: NaiveDateTime) -> Moment {
        Moment::from_local(local, self.offset)
    }

    /// The instant so many months before; the month's last day where it is shorter.
    pub fn months_before(&self, at: Moment, months: u32) -> Moment {
        let local = self.local(at);
        let back = local.checked_sub_months(chrono::Months::new(months));
        self.moment(back.unwrap_or(NaiveDateTime::MIN))
    }

    /// The first instant of the office's own day at `at`.
    pub fn midnight(&self, at: Moment) -> Moment {
        self.moment(self.local(at).date().and_time(NaiveTime::MIN))
    }
}
