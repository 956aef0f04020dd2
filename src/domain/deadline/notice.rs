//! The yearly notice of public holidays, as a file and as facts.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{Datelike, Days, NaiveDate};
use serde::Deserialize;

use super::calendar_fault::{CalendarError, CalendarFault};
use super::iso_date::{RawDate, parse};

/// No public holiday is longer; a longer range is a slip of the pen.
const LONGEST_HOLIDAY_DAYS: i64 = 31;

/// A holiday's name in both languages: 清明节, Qingming Festival.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct HolidayName {
    /// In Chinese.
    pub zh: Arc<str>,
    /// In English.
    pub en: Arc<str>,
}

impl HolidayName {
    /// A name in both languages.
    pub fn new(zh: &str, en: &str) -> Self {
        Self {
            zh: zh.into(),
            en: en.into(),
        }
    }
}

/// One holiday of a notice: the days off and the days worked in exchange.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holiday {
    /// Its name.
    pub name: HolidayName,
    /// The first day off.
    pub from: NaiveDate,
    /// The last day off.
    pub to: NaiveDate,
    /// Days of rest that are worked in exchange.
    pub makeup: Vec<NaiveDate>,
}

/// What one date is in a notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Announced {
    Off(HolidayName),
    MakeUp(HolidayName),
}

/// The public holidays of one year, checked.
///
/// It may reach back into the December before, whose last days the next year's
/// notice governs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    id: String,
    year: i32,
    source: String,
    days: BTreeMap<NaiveDate, Announced>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawNotice {
    id: String,
    year: i32,
    #[serde(default)]
    source: String,
    #[serde(default)]
    holiday: Vec<RawHoliday>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawHoliday {
    zh: String,
    en: String,
    from: RawDate,
    to: Option<RawDate>,
    #[serde(default)]
    makeup: Vec<RawDate>,
}

impl Notice {
    /// An empty notice of a year, to be filled with [`Notice::add`].
    ///
    /// # Errors
    /// [`CalendarFault::NoId`].
    pub fn new(id: &str, year: i32, source: &str) -> Result<Self, CalendarFault> {
        if id.trim().is_empty() {
            return Err(CalendarFault::NoId);
        }
        Ok(Self {
            id: id.trim().to_owned(),
            year,
            source: source.to_owned(),
            days: BTreeMap::new(),
        })
    }

    /// Adds one holiday and its make-up days.
    ///
    /// # Errors
    /// A name missing, a range that ends before it begins or is longer than 31
    /// days, a date of another year, a date twice, a date both off and worked.
    pub fn add(&mut self, holiday: &Holiday) -> Result<(), CalendarFault> {
        let Holiday { name, from, to, .. } = holiday;
        if name.zh.trim().is_empty() || name.en.trim().is_empty() {
            return Err(CalendarFault::NoName(*from));
        }
        if to < from {
            return Err(CalendarFault::Backwards(*from, *to));
        }
        let length = (*to - *from).num_days();
        if length >= LONGEST_HOLIDAY_DAYS {
            return Err(CalendarFault::TooLong(*from, *to));
        }
        for after in 0..=length.unsigned_abs() {
            if let Some(date) = from.checked_add_days(Days::new(after)) {
                self.put(date, Announced::Off(name.clone()))?;
            }
        }
        for date in &holiday.makeup {
            self.put(*date, Announced::MakeUp(name.clone()))?;
        }
        Ok(())
    }

    /// Adds one day off.
    ///
    /// # Errors
    /// As for [`Notice::add`].
    pub fn add_off(&mut self, date: NaiveDate, name: HolidayName) -> Result<(), CalendarFault> {
        self.put(date, Announced::Off(name))
    }

    /// Adds one day of rest that is worked for the holiday of this name.
    ///
    /// # Errors
    /// As for [`Notice::add`].
    pub fn add_makeup(&mut self, date: NaiveDate, name: HolidayName) -> Result<(), CalendarFault> {
        self.put(date, Announced::MakeUp(name))
    }

    fn put(&mut self, date: NaiveDate, what: Announced) -> Result<(), CalendarFault> {
        let december_before = date.year() == self.year - 1 && date.month() == 12;
        if date.year() != self.year && !december_before {
            return Err(CalendarFault::OtherYear(date, self.year));
        }
        match (self.days.get(&date), &what) {
            (Some(Announced::Off(_)), Announced::MakeUp(_))
            | (Some(Announced::MakeUp(_)), Announced::Off(_)) => {
                return Err(CalendarFault::OffAndMakeUp(date));
            }
            (Some(Announced::Off(_)), Announced::Off(_))
            | (Some(Announced::MakeUp(_)), Announced::MakeUp(_)) => {
                return Err(CalendarFault::Twice(date));
            }
            (None, Announced::Off(_) | Announced::MakeUp(_)) => {}
        }
        self.days.insert(date, what);
        Ok(())
    }

    /// Reads a notice from TOML; `file` names it in errors.
    ///
    /// # Errors
    /// The file, the line where it can be told, and the fault.
    pub fn parse(file: &str, text: &str) -> Result<Self, CalendarError> {
        let raw: RawNotice = parse(file, text)?;
        let at = |line, fault| CalendarError {
            file: file.to_owned(),
            line,
            fault,
        };
        let mut notice =
            Self::new(&raw.id, raw.year, &raw.source).map_err(|fault| at(None, fault))?;
        for holiday in raw.holiday {
            let from = holiday.from.read(file, text)?;
            let to = match &holiday.to {
                Some(to) => to.read(file, text)?,
                None => from,
            };
            let off = Holiday {
                name: HolidayName::new(&holiday.zh, &holiday.en),
                from,
                to,
                makeup: Vec::new(),
            };
            let line = holiday.from.line(text);
            notice.add(&off).map_err(|fault| at(Some(line), fault))?;
            for raw in &holiday.makeup {
                let worked = Announced::MakeUp(off.name.clone());
                let date = raw.read(file, text)?;
                let put = notice.put(date, worked);
                put.map_err(|fault| at(Some(raw.line(text)), fault))?;
            }
        }
        Ok(notice)
    }

    /// Its id, which becomes a calendar's version: `cn-2026`.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The year it governs.
    pub fn year(&self) -> i32 {
        self.year
    }

    /// Where it was announced.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The days off, in order, with the holiday's name.
    pub fn days_off(&self) -> impl Iterator<Item = (NaiveDate, &HolidayName)> {
        self.days.iter().filter_map(|(date, what)| match what {
            Announced::Off(name) => Some((*date, name)),
            Announced::MakeUp(_) => None,
        })
    }

    /// The make-up days, in order, with the name of the holiday they pay for.
    pub fn makeup_days(&self) -> impl Iterator<Item = (NaiveDate, &HolidayName)> {
        self.days.iter().filter_map(|(date, what)| match what {
            Announced::MakeUp(name) => Some((*date, name)),
            Announced::Off(_) => None,
        })
    }

    /// Whether another notice gives the same days off and the same make-up days.
    pub(super) fn rules_like(&self, other: &Self) -> bool {
        let days = |notice: &Self| -> Vec<(NaiveDate, bool)> {
            let off = |what: &Announced| matches!(what, Announced::Off(_));
            notice
                .days
                .iter()
                .map(|(date, what)| (*date, off(what)))
                .collect()
        };
        days(self) == days(other)
    }

    pub(super) fn days(&self) -> &BTreeMap<NaiveDate, Announced> {
        &self.days
    }
}

/// The holidays that the law fixes by date, year after year.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FixedHolidays(BTreeMap<(u32, u32), HolidayName>);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFixed {
    holiday: Vec<RawFixedHoliday>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFixedHoliday {
    zh: String,
    en: String,
    days: Vec<toml::Spanned<String>>,
}

impl FixedHolidays {
    /// Reads them from TOML: `days = ["10-01", "10-02"]` under each `[[holiday]]`.
    ///
    /// # Errors
    /// The file, the line where it can be told, and the fault.
    pub fn parse(file: &str, text: &str) -> Result<Self, CalendarError> {
        let raw: RawFixed = parse(file, text)?;
        let mut days = BTreeMap::new();
        for holiday in raw.holiday {
            let name = HolidayName::new(&holiday.zh, &holiday.en);
            for day in holiday.days {
                // A leap year, so that 02-29 may be named.
                let date = format!("2024-{}", day.as_ref()).parse::<NaiveDate>();
                let date = date.map_err(|_| CalendarError {
                    file: file.to_owned(),
                    line: Some(super::iso_date::line_at(text, day.span().start)),
                    fault: CalendarFault::BadDate(day.as_ref().clone()),
                })?;
                days.insert((date.month(), date.day()), name.clone());
            }
        }
        Ok(Self(days))
    }

    /// The holiday that the law sets on this date, if any.
    pub fn on(&self, date: NaiveDate) -> Option<&HolidayName> {
        self.0.get(&(date.month(), date.day()))
    }
}
