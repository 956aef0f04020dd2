//! Holiday notices and an office's own days from files: TOML, JSON, or .csv in
//! UTF-8 or GB18030.

mod json;
mod rows;
mod table;

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::Path;

use chrono::NaiveDate;

use crate::domain::deadline::{
    Calendar, CalendarError, CalendarFault, Change, Notice, parse_overrides,
};

/// No calendar takes more bytes; a larger file is something else.
const LARGEST: usize = 1 << 20;

/// What a file brings, and where its years begin in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brought {
    /// What it brings to the calendar.
    pub change: Change,
    lines: Vec<(i32, usize)>,
}

/// Which of the two kinds of file it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Yearly notices of public holidays.
    Public,
    /// Days of the office's own.
    Own,
}

impl Brought {
    /// A year whose notice is known and would lose every day off that it has.
    fn stray_year(&self, known: &Calendar) -> Option<(i32, usize)> {
        let Change::Notices(notices) = &self.change else {
            return None;
        };
        let loses_all = |old: &Notice, new: &Notice| {
            let off: BTreeSet<NaiveDate> = new.days_off().map(|(date, _)| date).collect();
            let mut before = old.days_off().peekable();
            before.peek().is_some() && before.all(|(date, _)| !off.contains(&date))
        };
        let strays = |new: &&Notice| {
            let mut olds = known.notices().iter();
            olds.any(|old| old.year() == new.year() && loses_all(old, new))
        };
        let year = notices.iter().find(strays)?.year();
        let line = self.lines.iter().find(|(of, _)| *of == year);
        Some((year, line.map_or(1, |(_, line)| *line)))
    }

    /// The place in the file of a fault that showed only beside the years known
    /// before: at the year behind a gap, else at the last one.
    pub fn placed(&self, file: &str, error: CalendarError) -> CalendarError {
        let named = |at: &&(i32, usize)| {
            if let CalendarFault::Gap(missing) = &error.fault {
                at.0 > *missing
            } else {
                error.fault == CalendarFault::BadYear(at.0)
            }
        };
        let line = self.lines.iter().find(named).or(self.lines.last());
        CalendarError {
            file: file.to_owned(),
            line: line.map(|(_, line)| *line),
            ..error
        }
    }
}

/// Reads a file. Days without a name are called as `known` calls them.
///
/// # Errors
///
/// The file, the line where it can be told, and what is wrong.
pub fn read(
    file: &str,
    bytes: &[u8],
    kind: Kind,
    known: &Calendar,
) -> Result<Brought, CalendarError> {
    let whole = |line, fault| CalendarError {
        file: file.to_owned(),
        line,
        fault,
    };
    if bytes.len() > LARGEST {
        return Err(whole(None, CalendarFault::TooLarge));
    }
    let steers = |c: char| c.is_control() && !matches!(c, '\t' | '\r' | '\n');
    let text = super::decode(bytes)
        .filter(|text| !text.contains(steers))
        .ok_or_else(|| whole(None, CalendarFault::NotText))?;
    if text.trim().is_empty() {
        return Err(whole(Some(1), CalendarFault::NoDays));
    }
    let brought = match form(file, &text) {
        Form::Toml => toml(file, &text, kind),
        Form::Json => json::read(file, &text, kind, known),
        Form::Table => table::read(file, &text, kind, known),
    }?;
    let empty = match &brought.change {
        Change::Notices(notices) => {
            notices.is_empty()
                || notices.iter().any(|one| {
                    one.days_off().next().is_none() && one.makeup_days().next().is_none()
                })
        }
        Change::Own(days) => days.is_empty(),
    };
    if empty {
        let line = brought.lines.last().map_or(1, |(_, line)| *line);
        return Err(whole(Some(line), CalendarFault::NoDays));
    }
    // A sheet of the office's own days looks like one of public holidays.
    let sheet = matches!(form(file, &text), Form::Table);
    match brought.stray_year(known).filter(|_| sheet) {
        None => Ok(brought),
        Some((year, line)) => Err(whole(Some(line), CalendarFault::OtherDays(year))),
    }
}

enum Form {
    Toml,
    Json,
    Table,
}

/// By the end of the name; where that says nothing, by how the text begins.
fn form(file: &str, text: &str) -> Form {
    let first = text.trim_start().lines().next().unwrap_or_default();
    let end = Path::new(file).extension().and_then(OsStr::to_str);
    match end.map(str::to_lowercase).as_deref() {
        Some("json") => Form::Json,
        Some("csv") => Form::Table,
        Some("toml") => Form::Toml,
        Some(_) | None if first.starts_with('{') => Form::Json,
        Some(_) | None if first.contains(',') && !first.contains('=') => Form::Table,
        Some(_) | None => Form::Toml,
    }
}

fn toml(file: &str, text: &str, kind: Kind) -> Result<Brought, CalendarError> {
    let table: Option<toml::Table> = text.parse().ok();
    let has = |field| {
        table
            .as_ref()
            .is_some_and(|table| table.contains_key(field))
    };
    let line_of = |field: &str| {
        let stands = |line: &str| line.trim_start().trim_start_matches('[').starts_with(field);
        text.lines().position(stands).map(|at| at + 1)
    };
    let misplaced = |field, fault| CalendarError {
        file: file.to_owned(),
        line: line_of(field),
        fault,
    };
    match kind {
        Kind::Public if has("day") => Err(misplaced("day", CalendarFault::OwnDays)),
        Kind::Own if has("holiday") || has("year") => {
            Err(misplaced("holiday", CalendarFault::PublicNotice))
        }
        Kind::Public => {
            let notice = Notice::parse(file, text)?;
            let line = line_of("year").unwrap_or(1);
            Ok(Brought {
                lines: vec![(notice.year(), line)],
                change: Change::Notices(vec![notice]),
            })
        }
        Kind::Own => Ok(Brought {
            change: Change::Own(parse_overrides(file, text)?),
            lines: Vec::new(),
        }),
    }
}

#[cfg(test)]
mod tests;
