//! Office hours: the spans of a day in which the window is open.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};
use serde::{Deserialize, Serialize};
use thiserror::Error;

const DAY: u16 = 24 * 60;

/// One unbroken stretch of office time within a day, in minutes after midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    open: u16,
    close: u16,
}

impl Span {
    /// A span from `open` to `close`, in minutes after midnight; `close` is 1440 at most.
    ///
    /// # Errors
    /// [`HoursError::Backwards`] and [`HoursError::BadTime`].
    pub fn new(open: u16, close: u16) -> Result<Self, HoursError> {
        let span = Self { open, close };
        if close > DAY {
            return Err(HoursError::BadTime(minute_text(close)));
        }
        if open >= close {
            return Err(HoursError::Backwards(span.to_string()));
        }
        Ok(span)
    }

    /// Opening, in minutes after midnight.
    pub const fn open(self) -> u16 {
        self.open
    }

    /// Closing, in minutes after midnight; 1440 is 24:00.
    pub const fn close(self) -> u16 {
        self.close
    }

    /// The span on a date; a closing at 24:00 is the next day's 00:00.
    pub fn on(self, date: NaiveDate) -> (NaiveDateTime, NaiveDateTime) {
        (minute_of(date, self.open), minute_of(date, self.close))
    }

    const fn minutes(self) -> u16 {
        self.close - self.open
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", minute_text(self.open), minute_text(self.close))
    }
}

/// The instant `minute` minutes after the midnight that begins `date`.
pub(super) fn minute_of(date: NaiveDate, minute: u16) -> NaiveDateTime {
    date.and_time(NaiveTime::MIN)
        .checked_add_signed(TimeDelta::minutes(i64::from(minute)))
        .unwrap_or(NaiveDateTime::MAX)
}

/// The midnight that ends `date`.
pub(super) fn end_of(date: NaiveDate) -> NaiveDateTime {
    minute_of(date, DAY)
}

fn minute_text(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// The spans of one day: at least one, in order, not overlapping.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Spans(Vec<Span>);

impl Spans {
    /// Spans in any order; those that touch become one.
    ///
    /// # Errors
    /// [`HoursError::Empty`] and [`HoursError::Overlap`].
    pub fn new(mut spans: Vec<Span>) -> Result<Self, HoursError> {
        spans.sort_unstable();
        let mut tidy: Vec<Span> = Vec::with_capacity(spans.len());
        for span in spans {
            match tidy.last_mut() {
                Some(last) if span.open < last.close => {
                    return Err(HoursError::Overlap(last.to_string(), span.to_string()));
                }
                Some(last) if span.open == last.close => last.close = span.close,
                Some(_) | None => tidy.push(span),
            }
        }
        if tidy.is_empty() {
            return Err(HoursError::Empty);
        }
        Ok(Self(tidy))
    }

    /// The spans in order.
    pub fn as_slice(&self) -> &[Span] {
        &self.0
    }

    /// How many minutes the day holds.
    pub fn minutes(&self) -> u32 {
        self.0.iter().map(|span| u32::from(span.minutes())).sum()
    }
}

impl fmt::Display for Spans {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, span) in self.0.iter().enumerate() {
            if at > 0 {
                f.write_str(",")?;
            }
            write!(f, "{span}")?;
        }
        Ok(())
    }
}

impl From<Spans> for String {
    fn from(spans: Spans) -> Self {
        spans.to_string()
    }
}

impl TryFrom<String> for Spans {
    type Error = HoursError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl FromStr for Spans {
    type Err = HoursError;

    /// Reads `09:00-12:00,14:00-17:30`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.trim().is_empty() {
            return Err(HoursError::Empty);
        }
        let spans = text
            .split(',')
            .map(|part| {
                let part = part.trim();
                let (open, close) = part
                    .split_once('-')
                    .ok_or_else(|| HoursError::NotASpan(part.to_owned()))?;
                Span::new(minute(open)?, minute(close)?)
            })
            .collect::<Result<Vec<_>, _>>()?;
        Self::new(spans)
    }
}

fn minute(text: &str) -> Result<u16, HoursError> {
    let text = text.trim();
    let bad = || HoursError::BadTime(text.to_owned());
    let (hour, minute) = text.split_once(':').ok_or_else(bad)?;
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !(1..=2).contains(&hour.len()) || minute.len() != 2 || !digits(hour) || !digits(minute) {
        return Err(bad());
    }
    let hour: u16 = hour.parse().map_err(|_| bad())?;
    let minute: u16 = minute.parse().map_err(|_| bad())?;
    let total = hour * 60 + minute;
    if minute > 59 || total > DAY {
        return Err(bad());
    }
    Ok(total)
}

/// When an office is open on its working days.
///
/// A make-up day keeps the hours of its weekday where those are stated, else the
/// regular ones. A day's override may carry hours of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeHours {
    regular: Spans,
    weekdays: [Option<Spans>; 7],
}

impl OfficeHours {
    /// The same hours on every working day.
    pub fn regular(spans: Spans) -> Self {
        Self {
            regular: spans,
            weekdays: [const { None }; 7],
        }
    }

    /// Other hours on one weekday.
    #[must_use]
    pub fn with_weekday(mut self, weekday: Weekday, spans: Spans) -> Self {
        if let Some(own) = self
            .weekdays
            .get_mut(weekday.num_days_from_monday() as usize)
        {
            *own = Some(spans);
        }
        self
    }

    /// The hours of a working day by its weekday.
    pub fn on(&self, date: NaiveDate) -> &Spans {
        self.weekdays
            .get(date.weekday().num_days_from_monday() as usize)
            .and_then(Option::as_ref)
            .unwrap_or(&self.regular)
    }

    /// The office time of one regular working day.
    pub fn regular_day(&self) -> TimeDelta {
        TimeDelta::minutes(i64::from(self.regular.minutes()))
    }
}

impl Default for OfficeHours {
    /// 09:00–12:00 and 14:00–17:30.
    fn default() -> Self {
        Self::regular(Spans(vec![
            Span {
                open: 9 * 60,
                close: 12 * 60,
            },
            Span {
                open: 14 * 60,
                close: 17 * 60 + 30,
            },
        ]))
    }
}

impl FromStr for OfficeHours {
    type Err = HoursError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self::regular)
    }
}

/// Why a text is no office hours.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum HoursError {
    /// No span at all.
    #[error("no office hours")]
    Empty,
    /// A part that is not `opening-closing`.
    #[error("{0:?} is not a span like 09:00-12:00")]
    NotASpan(String),
    /// A time that is not between 00:00 and 24:00.
    #[error("{0:?} is not a time between 00:00 and 24:00")]
    BadTime(String),
    /// A closing that is not after its opening; hours over midnight are two spans.
    #[error("{0} closes before it opens")]
    Backwards(String),
    /// Two spans that share time.
    #[error("{0} and {1} overlap")]
    Overlap(String, String),
}
