//! What a register adds to the calendar that comes with the program: notices of
//! years to come, corrected ones, and the office's own days.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::calendar::{Calendar, DayOverride, Ruling};
use super::calendar_fault::{CalendarError, CalendarFault};
use super::hours::Spans;
use super::notice::{Announced, HolidayName, Notice};

/// What one file brings to the calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Yearly notices; each takes the place of the one of its year.
    Notices(Vec<Notice>),
    /// Days of the office's own; each takes the place of the one of its date.
    Own(Vec<DayOverride>),
}

/// Everything that was brought in so far, as the register keeps it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Additions {
    /// How often days that had stood were ruled otherwise.
    edition: u32,
    notices: Vec<KeptNotice>,
    own: Vec<KeptDay>,
}

impl Additions {
    /// Reads what [`Additions::to_text`] wrote; an empty text is no addition.
    ///
    /// # Errors
    /// [`CalendarFault::Syntax`].
    pub fn parse(text: &str) -> Result<Self, CalendarError> {
        if text.is_empty() {
            return Ok(Self::default());
        }
        serde_json::from_str(text).map_err(|error| unreadable(&error))
    }

    /// The additions as one line of JSON: the same additions, the same text.
    ///
    /// # Errors
    /// None in practice; the writer's own.
    pub fn to_text(&self) -> Result<String, CalendarError> {
        serde_json::to_string(self).map_err(|error| unreadable(&error))
    }

    /// These additions with a change, where `calendar` is the one in use so far.
    ///
    /// A change that only makes more years known leaves the edition as it was;
    /// one that rules days otherwise begins a new edition.
    #[must_use]
    pub fn with(mut self, change: &Change, calendar: &Calendar) -> Self {
        let otherwise = match change {
            Change::Notices(notices) => notices.iter().any(|new| {
                let mut known = calendar.notices().iter();
                known.any(|known| known.year() == new.year() && !known.rules_like(new))
            }),
            Change::Own(days) => days.iter().any(|day| !calendar.overrides().contains(day)),
        };
        self.edition += u32::from(otherwise);
        match change {
            Change::Notices(notices) => {
                for new in notices {
                    self.notices.retain(|kept| kept.year != new.year());
                    self.notices.push(KeptNotice::of(new));
                }
                self.notices.sort_by_key(|notice| notice.year);
            }
            Change::Own(days) => {
                let ruled: BTreeSet<NaiveDate> = days.iter().map(|day| day.date).collect();
                let still = |kept: &KeptDay| {
                    let date = read_date(&kept.date);
                    date.is_ok_and(|date| !ruled.contains(&date))
                };
                self.own.retain(still);
                self.own.extend(days.iter().map(KeptDay::of));
                self.own.sort_by(|one, other| one.date.cmp(&other.date));
            }
        }
        self
    }

    /// The built-in calendar with these additions.
    ///
    /// # Errors
    /// Whatever keeps them from being a calendar, such as [`CalendarFault::Gap`].
    pub fn upon(&self, built_in: Calendar) -> Result<Calendar, CalendarError> {
        let read = |fault| CalendarError {
            file: String::new(),
            line: None,
            fault,
        };
        let notices = self.notices.iter().map(KeptNotice::read);
        let own = self.own.iter().map(KeptDay::read);
        let (notices, own): (Vec<_>, Vec<_>) = (
            notices.collect::<Result<_, _>>().map_err(read)?,
            own.collect::<Result<_, _>>().map_err(read)?,
        );
        let calendar = built_in.with_notices(notices)?.with_overrides(own)?;
        Ok(calendar.in_edition(self.edition))
    }
}

fn unreadable(error: &serde_json::Error) -> CalendarError {
    CalendarError {
        file: String::new(),
        line: Some(error.line()),
        fault: CalendarFault::Syntax(error.to_string()),
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeptNotice {
    id: String,
    year: i32,
    source: String,
    days: Vec<KeptHoliday>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeptHoliday {
    date: String,
    off: bool,
    zh: String,
    en: String,
}

impl KeptNotice {
    fn of(notice: &Notice) -> Self {
        let day = |(date, what): (&NaiveDate, &Announced)| {
            let (off, name) = match what {
                Announced::Off(name) => (true, name),
                Announced::MakeUp(name) => (false, name),
            };
            KeptHoliday {
                date: date.to_string(),
                off,
                zh: name.zh.to_string(),
                en: name.en.to_string(),
            }
        };
        Self {
            id: notice.id().to_owned(),
            year: notice.year(),
            source: notice.source().to_owned(),
            days: notice.days().iter().map(day).collect(),
        }
    }

    fn read(&self) -> Result<Notice, CalendarFault> {
        let mut notice = Notice::new(&self.id, self.year, &self.source)?;
        for day in &self.days {
            let name = HolidayName::new(&day.zh, &day.en);
            let date = read_date(&day.date)?;
            if day.off {
                notice.add_off(date, name)?;
            } else {
                notice.add_makeup(date, name)?;
            }
        }
        Ok(notice)
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeptDay {
    date: String,
    name: String,
    open: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    hours: Option<Spans>,
}

impl KeptDay {
    fn of(day: &DayOverride) -> Self {
        let (open, hours) = match &day.ruling {
            Ruling::Closed => (false, None),
            Ruling::Open(hours) => (true, hours.clone()),
        };
        Self {
            date: day.date.to_string(),
            name: day.name.to_string(),
            open,
            hours,
        }
    }

    fn read(&self) -> Result<DayOverride, CalendarFault> {
        let ruling = if self.open {
            Ruling::Open(self.hours.clone())
        } else {
            Ruling::Closed
        };
        Ok(DayOverride {
            date: read_date(&self.date)?,
            name: self.name.as_str().into(),
            ruling,
        })
    }
}

fn read_date(text: &str) -> Result<NaiveDate, CalendarFault> {
    text.parse()
        .map_err(|_| CalendarFault::BadDate(text.to_owned()))
}
