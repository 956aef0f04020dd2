//! What keeps a calendar from being used: where, and why.

use std::fmt;

use chrono::NaiveDate;
use thiserror::Error;

/// A calendar that cannot be used: where and why.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub struct CalendarError {
    /// The file, or the id of the notice.
    pub file: String,
    /// The line, from 1, where it can be told.
    pub line: Option<usize>,
    /// What is wrong.
    pub fault: CalendarFault,
}

impl fmt::Display for CalendarError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.file, self.fault),
            None => write!(f, "{}: {}", self.file, self.fault),
        }
    }
}

/// What is wrong with a calendar.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CalendarFault {
    /// The file does not read as TOML or JSON of this shape.
    #[error("{0}")]
    Syntax(String),
    /// A date that does not exist.
    #[error("{0:?} is not a date")]
    BadDate(String),
    /// A notice without an id.
    #[error("the notice has no id")]
    NoId,
    /// A holiday or override without a name.
    #[error("{0} has no name")]
    NoName(NaiveDate),
    /// A holiday that ends before it begins.
    #[error("{1} is before {0}")]
    Backwards(NaiveDate, NaiveDate),
    /// A holiday longer than a month.
    #[error("{0} to {1} is longer than a month")]
    TooLong(NaiveDate, NaiveDate),
    /// A date that is not of the notice's year, nor of the December before.
    #[error("{0} does not belong to the notice of {1}")]
    OtherYear(NaiveDate, i32),
    /// A date both off and a make-up day.
    #[error("{0} is both off and a make-up day")]
    OffAndMakeUp(NaiveDate),
    /// A date listed twice.
    #[error("{0} is listed twice")]
    Twice(NaiveDate),
    /// One id for two notices.
    #[error("two notices are called {0}")]
    IdTwice(String),
    /// Two notices of one year.
    #[error("two notices for {0}")]
    YearTwice(i32),
    /// A year missing between two that are there.
    #[error("no notice for {0}")]
    Gap(i32),
    /// No notice at all.
    #[error("no notice for any year")]
    Empty,
    /// A year outside 1900 to 2999.
    #[error("{0} is no year of a calendar")]
    BadYear(i32),
    /// Office hours of a day that cannot be.
    #[error(transparent)]
    Hours(#[from] super::hours::HoursError),
    /// Office hours on a day that is closed.
    #[error("{0} is closed and yet has office hours")]
    HoursWhenClosed(NaiveDate),
    /// The file is no text in UTF-8 or GB18030.
    #[error("this is no text")]
    NotText,
    /// A file larger than any calendar: over 1 MiB.
    #[error("this is too large for a calendar")]
    TooLarge,
    /// The file names no day.
    #[error("no day stands in it")]
    NoDays,
    /// A field or column that there is not.
    #[error("there is no field {0:?}")]
    UnknownField(String),
    /// A field or column that must stand and does not.
    #[error("the field {0:?} is missing")]
    MissingField(&'static str),
    /// Neither off nor work.
    #[error("{0:?} is neither off nor work")]
    BadKind(String),
    /// Office hours in a notice of public holidays, which sets none.
    #[error("{0} has office hours, which a public notice does not set")]
    HoursOfNotice(NaiveDate),
    /// A notice that keeps none of the days off that were announced for its year:
    /// most likely the office's own days.
    #[error("none of the days off announced for {0} stands in it")]
    OtherDays(i32),
    /// Days of the office's own where a notice was expected.
    #[error("these are the office's own days")]
    OwnDays,
    /// A notice where days of the office's own were expected.
    #[error("this is a public notice")]
    PublicNotice,
}
