//! Days as JSON, in the shapes in which they are published: lists of dates by
//! year, days with a name each, a notice as in TOML, or days of the office's own.

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::rows::{self, Head, Row, date};
use super::{Brought, Kind};
use crate::domain::deadline::{
    Calendar, CalendarError, CalendarFault, Change, Holiday, HolidayName, Notice,
};

/// Reads it.
pub(super) fn read(
    file: &str,
    text: &str,
    kind: Kind,
    known: &Calendar,
) -> Result<Brought, CalendarError> {
    let source = Source::new(file, text);
    let value: Value = serde_json::from_str(text).map_err(|error| CalendarError {
        file: file.to_owned(),
        line: Some(error.line().max(1)),
        fault: CalendarFault::Syntax(error.to_string()),
    })?;
    let missing = || source.whole(CalendarFault::MissingField("off"));
    let map = value.as_object().ok_or_else(missing)?;
    match kind {
        Kind::Own if map.contains_key("day") => source.own(map),
        Kind::Own => Err(source.whole(CalendarFault::PublicNotice)),
        Kind::Public if map.contains_key("day") => Err(source.whole(CalendarFault::OwnDays)),
        Kind::Public if map.contains_key("holiday") => source.notice(map),
        Kind::Public if map.contains_key("days") => source.named_days(map, known),
        Kind::Public if map.contains_key("off") => source.lists(map, known),
        Kind::Public => Err(missing()),
    }
}

struct Source<'a> {
    file: &'a str,
    /// The line on which each string stands last: of two, the one too many.
    lines: HashMap<&'a str, usize>,
}

impl<'a> Source<'a> {
    fn new(file: &'a str, text: &'a str) -> Self {
        let strings = |line: &'a str| line.split('"').skip(1).step_by(2);
        let lines = (1..).zip(text.lines());
        let lines = lines.flat_map(|(at, line)| strings(line).map(move |string| (string, at)));
        Self {
            file,
            lines: lines.collect(),
        }
    }

    fn whole(&self, fault: CalendarFault) -> CalendarError {
        self.error(1, fault)
    }

    fn error(&self, line: usize, fault: CalendarFault) -> CalendarError {
        CalendarError {
            file: self.file.to_owned(),
            line: Some(line),
            fault,
        }
    }

    fn line(&self, string: &str) -> usize {
        self.lines.get(string).copied().unwrap_or(1)
    }

    fn only(&self, map: &Map<String, Value>, fields: &[&str]) -> Result<(), CalendarError> {
        let strange = |name: &&String| !fields.contains(&name.as_str()) && !name.starts_with('$');
        match map.keys().find(strange) {
            None => Ok(()),
            Some(name) => {
                Err(self.error(self.line(name), CalendarFault::UnknownField(name.clone())))
            }
        }
    }

    fn objects<'v>(
        &self,
        map: &'v Map<String, Value>,
        field: &'static str,
    ) -> Result<Vec<&'v Map<String, Value>>, CalendarError> {
        let missing = || self.error(self.line(field), CalendarFault::MissingField(field));
        let list = map
            .get(field)
            .and_then(Value::as_array)
            .ok_or_else(missing)?;
        list.iter()
            .map(|one| one.as_object().ok_or_else(missing))
            .collect()
    }

    /// A text field that must stand; `line` is where its object does.
    fn text<'v>(
        &self,
        map: &'v Map<String, Value>,
        field: &'static str,
        line: usize,
    ) -> Result<&'v str, CalendarError> {
        let text = map.get(field).and_then(Value::as_str);
        text.ok_or_else(|| self.error(line, CalendarFault::MissingField(field)))
    }

    fn date(&self, value: &Value) -> Result<(chrono::NaiveDate, usize), CalendarError> {
        let Some(text) = value.as_str() else {
            let fault = CalendarFault::BadDate(value.to_string());
            return Err(self.whole(fault));
        };
        let line = self.line(text);
        let date = date(text).map_err(|fault| self.error(line, fault))?;
        Ok((date, line))
    }

    fn year(&self, map: &Map<String, Value>) -> Result<Option<i32>, CalendarError> {
        let Some(value) = map.get("year") else {
            return Ok(None);
        };
        let year = value.as_i64().and_then(|year| i32::try_from(year).ok());
        let bad = || CalendarFault::BadDate(value.to_string());
        year.map(Some)
            .ok_or_else(|| self.error(self.line("year"), bad()))
    }

    /// `{"off": {"2027": ["2027-01-01", …]}, "makeup_workdays": {…}}`, or lists of
    /// one year without the years.
    fn lists(&self, map: &Map<String, Value>, known: &Calendar) -> Result<Brought, CalendarError> {
        self.only(
            map,
            &["id", "year", "source", "off", "makeup_workdays", "makeup"],
        )?;
        let year = self.year(map)?;
        let mut days = Vec::new();
        for (field, works) in [("off", false), ("makeup_workdays", true), ("makeup", true)] {
            match map.get(field) {
                None => {}
                Some(Value::Object(years)) => {
                    for (key, list) in years {
                        let bad =
                            || self.error(self.line(key), CalendarFault::BadDate(key.clone()));
                        let year: i32 = key.trim().parse().map_err(|_| bad())?;
                        let list = list.as_array().ok_or_else(bad)?;
                        self.dates(list, works, Some(year), &mut days)?;
                    }
                }
                Some(Value::Array(list)) => self.dates(list, works, year, &mut days)?,
                Some(Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_)) => {
                    return Err(self.error(self.line(field), CalendarFault::MissingField(field)));
                }
            }
        }
        let head = |year: i32| Head {
            id: map.get("id").and_then(Value::as_str).map(str::to_owned),
            source: self.source(map.get("source"), year),
        };
        rows::notices(self.file, &days, head, known)
    }

    fn dates(
        &self,
        list: &[Value],
        works: bool,
        year: Option<i32>,
        days: &mut Vec<Row>,
    ) -> Result<(), CalendarError> {
        for value in list {
            let (date, line) = self.date(value)?;
            days.push(Row {
                line,
                date,
                works,
                name: None,
                hours: None,
                year,
            });
        }
        Ok(())
    }

    fn source(&self, given: Option<&Value>, year: i32) -> String {
        let of_year = |sources: &Map<String, Value>| {
            let source = sources.get(&year.to_string());
            source.and_then(Value::as_str).map(str::to_owned)
        };
        let said = match given {
            Some(Value::String(source)) => Some(source.clone()),
            Some(Value::Object(sources)) => of_year(sources),
            Some(Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_)) | None => None,
        };
        said.unwrap_or_else(|| {
            let name = self.file.rsplit(['/', '\\']).next();
            name.unwrap_or(self.file).to_owned()
        })
    }

    /// `{"year": 2027, "days": [{"name": "元旦", "date": "2027-01-01", "isOffDay": true}]}`
    fn named_days(
        &self,
        map: &Map<String, Value>,
        known: &Calendar,
    ) -> Result<Brought, CalendarError> {
        let year = self.year(map)?;
        let mut days = Vec::new();
        for day in self.objects(map, "days")? {
            let (date, line) = self.date(day.get("date").unwrap_or(&Value::Null))?;
            let off = day.get("isOffDay").and_then(Value::as_bool);
            let off =
                off.ok_or_else(|| self.error(line, CalendarFault::MissingField("isOffDay")))?;
            let zh = self.text(day, "name", line)?;
            let en = day.get("name_en").and_then(Value::as_str).unwrap_or(zh);
            days.push(Row {
                line,
                date,
                works: !off,
                name: Some(HolidayName::new(zh, en)),
                hours: None,
                year,
            });
        }
        let head = |year| Head {
            id: map.get("id").and_then(Value::as_str).map(str::to_owned),
            source: self.source(map.get("source"), year),
        };
        rows::notices(self.file, &days, head, known)
    }

    /// The shape of a notice in TOML.
    fn notice(&self, map: &Map<String, Value>) -> Result<Brought, CalendarError> {
        self.only(map, &["id", "year", "source", "holiday"])?;
        let year = self
            .year(map)?
            .ok_or_else(|| self.whole(CalendarFault::MissingField("year")))?;
        let line = self.line("year");
        let id = self.text(map, "id", line)?;
        let source = self.source(map.get("source"), year);
        let mut notice = Notice::new(id, year, &source).map_err(|fault| self.error(line, fault))?;
        for one in self.objects(map, "holiday")? {
            self.only(one, &["zh", "en", "from", "to", "makeup"])?;
            let (from, line) = self.date(one.get("from").unwrap_or(&Value::Null))?;
            let to = match one.get("to") {
                Some(to) => self.date(to)?.0,
                None => from,
            };
            let name = HolidayName::new(self.text(one, "zh", line)?, self.text(one, "en", line)?);
            let off = Holiday {
                name: name.clone(),
                from,
                to,
                makeup: Vec::new(),
            };
            notice.add(&off).map_err(|fault| self.error(line, fault))?;
            let none = Vec::new();
            let makeup = one.get("makeup").and_then(Value::as_array).unwrap_or(&none);
            for value in makeup {
                let (date, line) = self.date(value)?;
                let added = notice.add_makeup(date, name.clone());
                added.map_err(|fault| self.error(line, fault))?;
            }
        }
        Ok(Brought {
            lines: vec![(year, line)],
            change: Change::Notices(vec![notice]),
        })
    }

    /// `{"day": [{"date": …, "name": …, "open": true, "hours": …}]}`
    fn own(&self, map: &Map<String, Value>) -> Result<Brought, CalendarError> {
        self.only(map, &["day"])?;
        let mut days = Vec::new();
        for day in self.objects(map, "day")? {
            self.only(day, &["date", "name", "open", "hours"])?;
            let (date, line) = self.date(day.get("date").unwrap_or(&Value::Null))?;
            let name = self.text(day, "name", line)?.trim();
            if name.is_empty() {
                return Err(self.error(line, CalendarFault::NoName(date)));
            }
            let works = day.get("open").and_then(Value::as_bool);
            let works =
                works.ok_or_else(|| self.error(line, CalendarFault::MissingField("open")))?;
            let hours = day.get("hours").and_then(Value::as_str);
            let hours = hours.map(str::parse).transpose();
            days.push(Row {
                line,
                date,
                works,
                name: Some(HolidayName::new(name, name)),
                hours: hours.map_err(|error| self.error(line, CalendarFault::Hours(error)))?,
                year: None,
            });
        }
        rows::own(self.file, days)
    }
}
