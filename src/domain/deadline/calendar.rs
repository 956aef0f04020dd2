//! Which day is what: override, then announced holiday or make-up day, then weekday.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use serde::Deserialize;

use super::calendar_fault::{CalendarError, CalendarFault};
use super::hours::Spans;
use super::iso_date::{RawDate, parse};
use super::notice::{Announced, FixedHolidays, HolidayName, Notice};

/// What a day is for an office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DayKind {
    /// An ordinary working day.
    Workday,
    /// A day of rest that is worked in exchange for this holiday.
    MakeUp(HolidayName),
    /// A public holiday.
    Holiday(HolidayName),
    /// The ordinary weekly rest.
    Weekend,
    /// The office's own ruling: it works, for this reason.
    Opened(Arc<str>),
    /// The office's own ruling: it is closed, for this reason.
    Closed(Arc<str>),
}

impl DayKind {
    /// Whether the office works on such a day.
    pub const fn works(&self) -> bool {
        match self {
            Self::Workday | Self::MakeUp(_) | Self::Opened(_) => true,
            Self::Holiday(_) | Self::Weekend | Self::Closed(_) => false,
        }
    }
}

/// One date as the calendar of an office sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// The date.
    pub date: NaiveDate,
    /// What it is.
    pub kind: DayKind,
    /// Whether that is announced or ruled; else it is inferred from the weekday
    /// and the holidays that the law fixes by date.
    pub known: bool,
}

/// What an office decided about one date of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ruling {
    /// Closed all day.
    Closed,
    /// Working, with hours of its own where stated.
    Open(Option<Spans>),
}

/// An office's own ruling on one date: a flood day, a Saturday duty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayOverride {
    /// The date.
    pub date: NaiveDate,
    /// Why, in a word.
    pub name: Arc<str>,
    /// What holds on it.
    pub ruling: Ruling,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawOverrides {
    #[serde(default)]
    day: Vec<RawOverride>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawOverride {
    date: RawDate,
    name: String,
    open: bool,
    hours: Option<String>,
}

/// Reads an office's own days from TOML: `[[day]]` with `date`, `name`, `open`
/// and, when open, `hours`.
///
/// # Errors
/// The file, the line where it can be told, and the fault.
pub fn parse_overrides(file: &str, text: &str) -> Result<Vec<DayOverride>, CalendarError> {
    let raw: RawOverrides = parse(file, text)?;
    let mut seen = BTreeMap::new();
    let read = |raw: RawOverride| {
        let date = raw.date.read(file, text)?;
        let line = raw.date.line(text);
        let at = |fault| CalendarError {
            file: file.to_owned(),
            line: Some(line),
            fault,
        };
        once(&mut seen, date, raw.open).map_err(at)?;
        if raw.name.trim().is_empty() {
            return Err(at(CalendarFault::NoName(date)));
        }
        let hours = raw.hours.map(|hours| hours.parse::<Spans>()).transpose();
        let hours = hours.map_err(|error| at(error.into()))?;
        let ruling = match (raw.open, hours) {
            (true, hours) => Ruling::Open(hours),
            (false, None) => Ruling::Closed,
            (false, Some(_)) => return Err(at(CalendarFault::HoursWhenClosed(date))),
        };
        Ok(DayOverride {
            date,
            name: raw.name.trim().into(),
            ruling,
        })
    };
    raw.day.into_iter().map(read).collect()
}

/// Whether a day stands once: among those `seen`, with whether they are worked.
///
/// # Errors
/// [`CalendarFault::Twice`], and [`CalendarFault::OffAndMakeUp`] when it is also
/// ruled otherwise.
pub fn once(
    seen: &mut BTreeMap<NaiveDate, bool>,
    date: NaiveDate,
    works: bool,
) -> Result<(), CalendarFault> {
    match seen.insert(date, works) {
        None => Ok(()),
        Some(before) if before == works => Err(CalendarFault::Twice(date)),
        Some(_) => Err(CalendarFault::OffAndMakeUp(date)),
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Entry {
    kind: DayKind,
    hours: Option<Spans>,
}

/// The announced years without a gap, the holidays fixed by law, and an office's
/// own days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    fixed: FixedHolidays,
    notices: Vec<Notice>,
    overrides: Vec<DayOverride>,
    days: BTreeMap<NaiveDate, Entry>,
    version: String,
    first: NaiveDate,
    last: NaiveDate,
}

impl Calendar {
    /// Puts a calendar together. The order of notices does not matter; where a
    /// notice reaches into the December before, it prevails there.
    ///
    /// # Errors
    /// [`CalendarFault::Empty`], [`CalendarFault::Gap`],
    /// [`CalendarFault::YearTwice`], [`CalendarFault::BadYear`], and
    /// [`CalendarFault::Twice`] for a date that is overridden twice.
    pub fn new(
        fixed: FixedHolidays,
        mut notices: Vec<Notice>,
        overrides: Vec<DayOverride>,
    ) -> Result<Self, CalendarError> {
        notices.sort_by_key(Notice::year);
        let (first, last) = span_of_years(&notices)?;
        let version = notices.last().map_or("", Notice::id).to_owned();
        let mut days = BTreeMap::new();
        for notice in &notices {
            for (date, what) in notice.days() {
                let kind = match what {
                    Announced::Off(name) => DayKind::Holiday(name.clone()),
                    Announced::MakeUp(name) => DayKind::MakeUp(name.clone()),
                };
                days.insert(*date, Entry { kind, hours: None });
            }
        }
        let mut calendar = Self {
            fixed,
            notices,
            overrides: Vec::new(),
            days,
            version,
            first,
            last,
        };
        calendar.rule(overrides)?;
        Ok(calendar)
    }

    /// The same calendar with these days of the office's own instead of any before.
    ///
    /// # Errors
    /// [`CalendarFault::Twice`] for a date that is overridden twice.
    pub fn with_overrides(self, overrides: Vec<DayOverride>) -> Result<Self, CalendarError> {
        Self::new(self.fixed, self.notices, overrides)
    }

    /// The same calendar with one more notice, or with a newer one of the same year.
    ///
    /// # Errors
    /// [`CalendarFault::Gap`], [`CalendarFault::BadYear`] and [`CalendarFault::IdTwice`].
    pub fn with_notice(self, notice: Notice) -> Result<Self, CalendarError> {
        self.with_notices(vec![notice])
    }

    /// The same calendar with several more notices, each instead of any before it
    /// of its year.
    ///
    /// # Errors
    /// As for [`Calendar::with_notice`], and [`CalendarFault::YearTwice`] among them.
    pub fn with_notices(mut self, notices: Vec<Notice>) -> Result<Self, CalendarError> {
        let replaced = |year| notices.iter().any(|notice| notice.year() == year);
        self.notices.retain(|known| !replaced(known.year()));
        self.notices.extend(notices);
        Self::new(self.fixed, self.notices, self.overrides)
    }

    /// The same days under a version that tells its edition: `cn-2026+2`. The
    /// first, which only the notices make, is told by the newest notice alone.
    #[must_use]
    pub fn in_edition(mut self, edition: u32) -> Self {
        let newest = self.notices.last().map_or("", Notice::id);
        self.version = if edition == 0 {
            newest.to_owned()
        } else {
            format!("{newest}+{edition}")
        };
        self
    }

    fn rule(&mut self, overrides: Vec<DayOverride>) -> Result<(), CalendarError> {
        let mut ruled = BTreeMap::new();
        for DayOverride { date, name, ruling } in &overrides {
            let (kind, hours) = match ruling {
                Ruling::Closed => (DayKind::Closed(name.clone()), None),
                Ruling::Open(hours) => (DayKind::Opened(name.clone()), hours.clone()),
            };
            if ruled.insert(*date, Entry { kind, hours }).is_some() {
                return Err(CalendarError {
                    file: self.version.clone(),
                    line: None,
                    fault: CalendarFault::Twice(*date),
                });
            }
        }
        self.days.append(&mut ruled);
        self.overrides = overrides;
        Ok(())
    }

    /// The id of the newest notice, `cn-2026`, with the edition where days were
    /// ruled otherwise since: `cn-2026+2`.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The first day that is announced.
    pub fn first_known(&self) -> NaiveDate {
        self.first
    }

    /// The last day that is announced.
    pub fn last_known(&self) -> NaiveDate {
        self.last
    }

    /// The first year whose notice is missing though it should be known on this
    /// date: the year's own, and from November on, when notices appear, the next one.
    pub fn missing_year(&self, today: NaiveDate) -> Option<i32> {
        let needed = today.year() + i32::from(today.month() >= 11);
        (self.last.year() < needed).then_some(self.last.year() + 1)
    }

    /// The holidays that the law fixes by date.
    pub fn fixed(&self) -> &FixedHolidays {
        &self.fixed
    }

    /// The notices, by year.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// The office's own days.
    pub fn overrides(&self) -> &[DayOverride] {
        &self.overrides
    }

    /// What a date is for an office that keeps public holidays, and rests on
    /// those weekdays for which `works` is false.
    pub(super) fn day(&self, date: NaiveDate, works: bool) -> Day {
        let announced = self.first <= date && date <= self.last;
        if let Some(entry) = self.days.get(&date) {
            return Day {
                date,
                kind: entry.kind.clone(),
                known: true,
            };
        }
        let kind = match self.fixed.on(date) {
            Some(name) if !announced => DayKind::Holiday(name.clone()),
            Some(_) | None if works => DayKind::Workday,
            Some(_) | None => DayKind::Weekend,
        };
        Day {
            date,
            kind,
            known: announced,
        }
    }

    /// The office's own ruling on a date, if there is one.
    pub(super) fn ruled(&self, date: NaiveDate) -> Option<DayKind> {
        let kind = &self.days.get(&date)?.kind;
        match kind {
            DayKind::Opened(_) | DayKind::Closed(_) => Some(kind.clone()),
            DayKind::Workday | DayKind::MakeUp(_) | DayKind::Holiday(_) | DayKind::Weekend => None,
        }
    }

    /// The hours that the office set for this one date.
    pub(super) fn own_hours(&self, date: NaiveDate) -> Option<&Spans> {
        self.days.get(&date)?.hours.as_ref()
    }
}

fn span_of_years(notices: &[Notice]) -> Result<(NaiveDate, NaiveDate), CalendarError> {
    let error = |file: &str, fault| CalendarError {
        file: file.to_owned(),
        line: None,
        fault,
    };
    let (Some(oldest), Some(newest)) = (notices.first(), notices.last()) else {
        return Err(error("", CalendarFault::Empty));
    };
    for pair in notices.windows(2) {
        let [earlier, later] = pair else { continue };
        if earlier.year() == later.year() {
            return Err(error(later.id(), CalendarFault::YearTwice(later.year())));
        }
        if earlier.year() + 1 != later.year() {
            let missing = earlier.year() + 1;
            return Err(error(later.id(), CalendarFault::Gap(missing)));
        }
    }
    let mut ids = BTreeSet::new();
    if let Some(again) = notices.iter().find(|notice| !ids.insert(notice.id())) {
        let id = again.id().to_owned();
        return Err(error(again.id(), CalendarFault::IdTwice(id)));
    }
    let ends = [(oldest, 1, 1), (newest, 12, 31)].map(|(notice, month, day)| {
        let date = NaiveDate::from_ymd_opt(notice.year(), month, day);
        date.filter(|date| (1900..3000).contains(&date.year()))
            .ok_or_else(|| error(notice.id(), CalendarFault::BadYear(notice.year())))
    });
    let [first, last] = ends;
    Ok((first?, last?))
}
