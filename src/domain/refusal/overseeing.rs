//! Why nothing can be sampled, checked or issued like this.

use super::{Field, Refusal};
use crate::domain::ids::{NoteNo, Number};

/// Why nothing can be sampled, checked or issued like this.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Overseeing {
    /// A day is none.
    NoDay(Field, String),
    /// A period ends before it begins.
    PeriodTurned,
    /// A part of a hundred is none.
    Percent(u32),
    /// Nothing was closed in the period.
    NothingClosed,
    /// No such sample.
    NoSample(String),
    /// The inquiry is in no such sample.
    NotSampled(Number),
    /// There is no number to check.
    NoNumber,
    /// Nothing of that number stands, or it is done.
    NoNote(NoteNo),
}

impl Overseeing {
    /// The code that scripts read.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoDay(..) => "no_day",
            Self::PeriodTurned => "period_turned",
            Self::Percent(_) => "no_percent",
            Self::NothingClosed => "nothing_closed",
            Self::NoSample(_) => "no_sample",
            Self::NotSampled(_) => "not_sampled",
            Self::NoNumber => "no_number",
            Self::NoNote(_) => "no_note",
        }
    }
}

impl From<Overseeing> for Refusal {
    fn from(why: Overseeing) -> Self {
        Self::Overseeing(why)
    }
}
