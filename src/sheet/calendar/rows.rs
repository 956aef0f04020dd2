//! Days one by one, put together to notices or to days of the office's own.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use super::Brought;
use crate::builtin::calendar::unnamed;
use crate::domain::deadline::{
    Calendar, CalendarError, CalendarFault, Change, DayOverride, HolidayName, Notice, Ruling,
    Spans, once,
};

/// One day as a file has it.
pub(super) struct Row {
    /// Where it stands, from 1.
    pub line: usize,
    /// The date.
    pub date: NaiveDate,
    /// Whether it is worked.
    pub works: bool,
    /// What it is called, where the file says so.
    pub name: Option<HolidayName>,
    /// Its own hours.
    pub hours: Option<Spans>,
    /// The year whose notice it stands in, where the file says so.
    pub year: Option<i32>,
}

/// A date as people and spreadsheets write it: `2027-01-01`, `2027/1/1`.
pub(super) fn date(text: &str) -> Result<NaiveDate, CalendarFault> {
    let text = text.trim();
    let bad = || CalendarFault::BadDate(text.to_owned());
    let plain = text
        .chars()
        .all(|c| c.is_ascii_digit() || c == '-' || c == '/');
    if !plain {
        return Err(bad());
    }
    NaiveDate::parse_from_str(&text.replace('/', "-"), "%Y-%m-%d").map_err(|_| bad())
}

/// What a year's notice is called, and where it was announced.
pub(super) struct Head {
    /// The id; `cn-` and the year without.
    pub id: Option<String>,
    /// The source.
    pub source: String,
}

/// One notice a year.
pub(super) fn notices(
    file: &str,
    rows: &[Row],
    head: impl Fn(i32) -> Head,
    known: &Calendar,
) -> Result<Brought, CalendarError> {
    let at = |line, fault| CalendarError {
        file: file.to_owned(),
        line: Some(line),
        fault,
    };
    let runs = named_runs(rows, known);
    let mut december: BTreeMap<i32, bool> = BTreeMap::new();
    for row in rows {
        let only = december.entry(row.date.year()).or_insert(true);
        *only &= row.date.month() == 12;
    }
    let mut found: BTreeMap<i32, (Notice, usize)> = BTreeMap::new();
    for row in rows {
        if row.hours.is_some() {
            return Err(at(row.line, CalendarFault::HoursOfNotice(row.date)));
        }
        let year = row.year.unwrap_or_else(|| year_of(row.date, &december));
        let (notice, _) = match found.entry(year) {
            Entry::Occupied(entry) => entry.into_mut(),
            Entry::Vacant(entry) => {
                let Head { id, source } = head(year);
                let id = id.unwrap_or_else(|| format!("cn-{year}"));
                let notice = Notice::new(&id, year, &source);
                entry.insert((notice.map_err(|fault| at(row.line, fault))?, row.line))
            }
        };
        let name = row
            .name
            .clone()
            .or_else(|| known_name(known, row))
            .or_else(|| runs.get(&row.date).cloned())
            .unwrap_or_else(unnamed);
        let added = if row.works {
            notice.add_makeup(row.date, name)
        } else {
            notice.add_off(row.date, name)
        };
        added.map_err(|fault| at(row.line, fault))?;
    }
    let lines = found.iter().map(|(year, (_, line))| (*year, *line));
    Ok(Brought {
        lines: lines.collect(),
        change: Change::Notices(found.into_values().map(|(notice, _)| notice).collect()),
    })
}

/// Days of the office's own.
pub(super) fn own(file: &str, rows: Vec<Row>) -> Result<Brought, CalendarError> {
    let mut seen = BTreeMap::new();
    let mut days = Vec::new();
    for row in rows {
        let at = |fault| CalendarError {
            file: file.to_owned(),
            line: Some(row.line),
            fault,
        };
        once(&mut seen, row.date, row.works).map_err(at)?;
        let ruling = match (row.works, row.hours) {
            (true, hours) => Ruling::Open(hours),
            (false, None) => Ruling::Closed,
            (false, Some(_)) => return Err(at(CalendarFault::HoursWhenClosed(row.date))),
        };
        let name = row
            .name
            .ok_or_else(|| at(CalendarFault::NoName(row.date)))?;
        days.push(DayOverride {
            date: row.date,
            name: name.zh,
            ruling,
        });
    }
    Ok(Brought {
        change: Change::Own(days),
        lines: Vec::new(),
    })
}

/// The year whose notice a day stands in: its own; but when a file has nothing of
/// a year save its December, and the next year too, that notice reaches back.
/// `december` says of each year in the file whether it has nothing else.
fn year_of(date: NaiveDate, december: &BTreeMap<i32, bool>) -> i32 {
    let year = date.year();
    let reaches_back = december.get(&year) == Some(&true) && december.contains_key(&(year + 1));
    if reaches_back { year + 1 } else { year }
}

/// What the calendar in use calls this day, when it is the same kind of day there.
fn known_name(known: &Calendar, row: &Row) -> Option<HolidayName> {
    let named = |notice: &Notice| {
        let same = |day: &(NaiveDate, &HolidayName)| day.0 == row.date;
        let day = if row.works {
            notice.makeup_days().find(same)
        } else {
            notice.days_off().find(same)
        };
        day.map(|(_, name)| name.clone())
    };
    known.notices().iter().find_map(named)
}

/// Unbroken runs of days off around a holiday that the law fixes by date are
/// called by it.
fn named_runs(rows: &[Row], known: &Calendar) -> BTreeMap<NaiveDate, HolidayName> {
    let off: BTreeSet<NaiveDate> = rows
        .iter()
        .filter(|row| !row.works)
        .map(|row| row.date)
        .collect();
    let mut named = BTreeMap::new();
    for fixed in &off {
        let name = known.fixed().on(*fixed);
        let Some(name) = name.filter(|_| !named.contains_key(fixed)) else {
            continue;
        };
        let back = std::iter::successors(Some(*fixed), NaiveDate::pred_opt)
            .take_while(|day| off.contains(day));
        let on = fixed.iter_days().take_while(|day| off.contains(day));
        for day in back.chain(on) {
            named.insert(day, name.clone());
        }
    }
    named
}
