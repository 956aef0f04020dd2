//! A .csv of days: 日期,类型,名称,英文名,时间 or `date,kind,name,name_en,hours`.

use super::rows::{self, Head, Row, date};
use super::{Brought, Kind};
use crate::builtin::calendar::{column, works};
use crate::domain::deadline::{Calendar, CalendarError, CalendarFault, HolidayName, Spans};

/// Columns that must stand.
const NEEDED: [&str; 3] = ["date", "kind", "name"];

/// Reads it.
pub(super) fn read(
    file: &str,
    text: &str,
    kind: Kind,
    known: &Calendar,
) -> Result<Brought, CalendarError> {
    let at = |line, fault| CalendarError {
        file: file.to_owned(),
        line: Some(line),
        fault,
    };
    let mut reader = csv::ReaderBuilder::new()
        .trim(csv::Trim::All)
        .flexible(true)
        .from_reader(text.as_bytes());
    let syntax = |error: &csv::Error| {
        let line = error.position().map_or(1, csv::Position::line);
        at(number(line), CalendarFault::Syntax(error.to_string()))
    };
    let heads = reader.headers().map_err(|error| syntax(&error))?.clone();
    let columns = columns(&heads).map_err(|fault| at(1, fault))?;
    let mut days = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| syntax(&error))?;
        if record.iter().all(str::is_empty) {
            continue;
        }
        let line = line_of(text, &record);
        days.push(row(&record, &columns, line, known).map_err(|fault| at(line, fault))?);
    }
    match kind {
        Kind::Public => {
            let source = file.rsplit(['/', '\\']).next().unwrap_or(file);
            let head = |_| Head {
                id: None,
                source: source.to_owned(),
            };
            rows::notices(file, &days, head, known)
        }
        Kind::Own => rows::own(file, days),
    }
}

/// The line of a record. Its position may be that of blank lines before it.
fn line_of(text: &str, record: &csv::StringRecord) -> usize {
    let Some(position) = record.position() else {
        return 1;
    };
    let from = usize::try_from(position.byte()).unwrap_or(0);
    let rest = text.as_bytes().get(from..).unwrap_or_default();
    let blank = rest.iter().take_while(|byte| matches!(byte, b'\n' | b'\r'));
    number(position.line()) + blank.filter(|byte| **byte == b'\n').count()
}

fn number(line: u64) -> usize {
    usize::try_from(line).unwrap_or(1)
}

/// Which column each heading is.
fn columns(heads: &csv::StringRecord) -> Result<Vec<&'static str>, CalendarFault> {
    let known = |head: &str| {
        let unknown = || CalendarFault::UnknownField(head.to_owned());
        column(&head.to_lowercase()).ok_or_else(unknown)
    };
    let found: Vec<&'static str> = heads.iter().map(known).collect::<Result<_, _>>()?;
    for needed in NEEDED {
        if !found.contains(&needed) {
            return Err(CalendarFault::MissingField(needed));
        }
    }
    Ok(found)
}

fn row(
    record: &csv::StringRecord,
    columns: &[&str],
    line: usize,
    known: &Calendar,
) -> Result<Row, CalendarFault> {
    let cell = |wanted: &str| {
        let place = columns.iter().position(|column| *column == wanted);
        place.and_then(|at| record.get(at)).unwrap_or_default()
    };
    let surplus: Vec<&str> = record.iter().skip(columns.len()).collect();
    let surplus: Vec<&str> = surplus
        .into_iter()
        .filter(|cell| !cell.is_empty())
        .collect();
    let mut hours = cell("hours").to_owned();
    match (surplus.first(), columns.last()) {
        (None, _) => {}
        // Two spans of hours without quotes look like two cells.
        (Some(_), Some(&"hours")) => {
            hours.push(',');
            hours.push_str(&surplus.join(","));
        }
        (Some(cell), _) => return Err(CalendarFault::UnknownField((*cell).to_owned())),
    }
    let date = date(cell("date"))?;
    let worked = works(&cell("kind").to_lowercase())
        .ok_or_else(|| CalendarFault::BadKind(cell("kind").to_owned()))?;
    let zh = cell("name");
    if zh.is_empty() {
        return Err(CalendarFault::NoName(date));
    }
    let hours = match hours.as_str() {
        "" => None,
        hours => Some(
            hours
                .replace([';', '；', '、', '，'], ",")
                .parse::<Spans>()?,
        ),
    };
    Ok(Row {
        line,
        date,
        works: worked,
        name: Some(HolidayName::new(zh, &english(zh, cell("name_en"), known))),
        hours,
        year: None,
    })
}

/// The English name as given, else as the calendar in use has it, else the Chinese one.
fn english(zh: &str, en: &str, known: &Calendar) -> String {
    if !en.is_empty() {
        return en.to_owned();
    }
    let mut names = known
        .notices()
        .iter()
        .flat_map(|notice| notice.days_off().map(|(_, name)| name));
    let name = names.find(|name| &*name.zh == zh);
    name.map_or(zh, |name| &name.en).to_owned()
}
