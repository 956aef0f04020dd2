//! A table whose columns are known by their headings, read cell by cell.

use std::collections::{BTreeMap, BTreeSet};

use super::finding::{Finding, Findings, What};
use super::table::{self, Cell, Row, Table};
use crate::domain::text::{is_blank, is_invisible};
use crate::i18n::columns::{Column, Words, choices, field, value};

/// The digits that a number in a cell keeps.
const KEPT_DIGITS: f64 = 1e15;

/// A table with its columns found.
#[derive(Debug)]
pub struct Headed<'t> {
    table: &'t Table,
    sheet: String,
    columns: Vec<Column>,
    places: BTreeMap<&'static str, usize>,
}

impl<'t> Headed<'t> {
    /// Finds the columns, and says which are unknown, stand twice or are missing.
    pub fn new(
        table: &'t Table,
        sheet: &str,
        columns: impl IntoIterator<Item = Column>,
        found: &mut Findings,
    ) -> Self {
        let columns: Vec<Column> = columns.into_iter().collect();
        let mut places = BTreeMap::new();
        let at = |column: &str, what| Finding {
            sheet: sheet.to_owned(),
            row: table.heading,
            column: column.to_owned(),
            what,
        };
        for (place, heading) in table.columns.iter().enumerate() {
            match field(&columns, heading) {
                Some(known) if places.contains_key(known) => {
                    found.errors.push(at(heading, What::ColumnTwice));
                }
                Some(known) => {
                    places.insert(known, place);
                }
                None if is_blank(heading) => {
                    let filled = table.rows.iter().any(|row| row.cell(place).is_some());
                    if filled {
                        let letter = table::letter(place);
                        found.warnings.push(at(&letter, What::UnknownColumn));
                    }
                }
                None => found.warnings.push(at(heading, What::UnknownColumn)),
            }
        }
        for column in &columns {
            if column.needed && !places.contains_key(column.field) {
                found.errors.push(at(column.zh, What::MissingColumn));
            }
        }
        Self {
            table,
            sheet: sheet.to_owned(),
            columns,
            places,
        }
    }

    /// Whether a column stands.
    pub fn has(&self, field: &str) -> bool {
        self.places.contains_key(field)
    }

    /// Whether every column that must stand does.
    pub fn is_whole(&self) -> bool {
        let needed = self.columns.iter().filter(|column| column.needed);
        needed.map(|column| column.field).all(|one| self.has(one))
    }

    /// What the sheet is called in findings.
    pub fn sheet(&self) -> &str {
        &self.sheet
    }

    /// A finding at the heading of a column.
    pub fn at_heading(&self, field: &str, what: What) -> Finding {
        self.at(self.table.heading, field, what)
    }

    /// A finding at a cell.
    pub fn at(&self, row: usize, field: &str, what: What) -> Finding {
        Finding {
            sheet: self.sheet.clone(),
            row,
            column: self.name(field),
            what,
        }
    }

    /// What the heading calls a column; its usual name where it does not stand.
    pub fn name(&self, field: &str) -> String {
        let written = self
            .places
            .get(field)
            .and_then(|at| self.table.columns.get(*at));
        let usual = || {
            let column = self.columns.iter().find(|column| column.field == field);
            column.map_or(field, |column| column.zh)
        };
        written.map_or_else(|| usual().to_owned(), |heading| heading.trim().to_owned())
    }

    /// The rows in which any known column is filled.
    pub fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        let places: BTreeSet<usize> = self.places.values().copied().collect();
        let filled = move |row: &&Row| places.iter().any(|at| row.cell(*at).is_some());
        let rows = self.table.rows.iter().filter(filled);
        rows.map(|row| Line { of: self, row })
    }
}

/// One row, read by the fields of its columns. Each reader says what does not fit.
#[derive(Debug, Clone, Copy)]
pub struct Line<'h> {
    of: &'h Headed<'h>,
    row: &'h Row,
}

impl Line<'_> {
    /// The row's number, from 1.
    pub fn number(&self) -> usize {
        self.row.number
    }

    /// A finding in this row.
    pub fn at(&self, field: &str, what: What) -> Finding {
        self.of.at(self.row.number, field, what)
    }

    /// What stands in a cell, unless nothing does.
    pub fn cell(&self, field: &str) -> Option<&Cell> {
        self.row.cell(*self.of.places.get(field)?)
    }

    /// A cell as text; a number and a date as they are written out.
    pub fn text(&self, field: &str, found: &mut Findings) -> String {
        match self.cell(field) {
            None => String::new(),
            Some(Cell::Text(text)) => text.clone(),
            Some(Cell::Number(number)) if number.abs() >= KEPT_DIGITS => {
                found.errors.push(self.at(field, What::NumericId));
                String::new()
            }
            Some(Cell::Number(number)) => number.to_string(),
            Some(Cell::Time(time)) => written(*time),
            Some(Cell::Fault(fault)) => {
                found
                    .errors
                    .push(self.at(field, What::CellFault(fault.clone())));
                String::new()
            }
        }
    }

    /// A text of one line that must be there.
    pub fn name_of(&self, field: &str, found: &mut Findings) -> String {
        let known = found.errors.len();
        let text = self.text(field, found);
        if found.errors.len() > known {
            return text;
        }
        if is_blank(&text) {
            found.errors.push(self.at(field, What::Empty));
        } else if text.contains(|c: char| c.is_control() || is_invisible(c)) {
            found.errors.push(self.at(field, What::Unseen));
        }
        text
    }

    /// An identifier: text that no program may have rounded.
    pub fn id(&self, field: &str, found: &mut Findings) -> String {
        if matches!(self.cell(field), Some(Cell::Number(_) | Cell::Time(_))) {
            found.errors.push(self.at(field, What::NumericId));
            return String::new();
        }
        let known = found.errors.len();
        let text = self.name_of(field, found);
        if found.errors.len() == known && text.contains(char::is_whitespace) {
            found.errors.push(self.at(field, What::BadId(text.clone())));
        }
        text
    }

    /// A text that may be missing.
    pub fn optional(&self, field: &str, found: &mut Findings) -> Option<String> {
        let text = self.text(field, found);
        (!is_blank(&text)).then_some(text)
    }

    /// The lines of a cell.
    pub fn list(&self, field: &str, found: &mut Findings) -> Vec<String> {
        let text = self.text(field, found);
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        lines.map(str::to_owned).collect()
    }

    /// A whole number from 0.
    pub fn count(&self, field: &str, found: &mut Findings) -> Option<u32> {
        let bad = |text: String| Some(self.at(field, What::NotANumber(text)));
        let fault = match self.cell(field)? {
            Cell::Number(number) => match whole(*number) {
                Some(number) => return Some(number),
                None => bad(number.to_string()),
            },
            Cell::Text(text) => match narrow(text).parse::<u32>() {
                Ok(number) => return Some(number),
                Err(_) => bad(text.clone()),
            },
            Cell::Time(time) => bad(written(*time)),
            Cell::Fault(fault) => Some(self.at(field, What::CellFault(fault.clone()))),
        };
        found.errors.extend(fault);
        None
    }

    /// A date.
    pub fn date(&self, field: &str, found: &mut Findings) -> Option<chrono::NaiveDate> {
        let text = match self.cell(field)? {
            Cell::Time(time) => return Some(time.date()),
            Cell::Text(text) => text.clone(),
            Cell::Number(number) => number.to_string(),
            Cell::Fault(fault) => {
                found
                    .errors
                    .push(self.at(field, What::CellFault(fault.clone())));
                return None;
            }
        };
        let date = table::date(&text);
        if date.is_none() {
            found.errors.push(self.at(field, What::NotADate(text)));
        }
        date
    }

    /// One of some words.
    pub fn word<T: Copy>(&self, field: &str, words: Words<T>, found: &mut Findings) -> Option<T> {
        let text = self.optional(field, found)?;
        let meant = value(words, &text);
        if meant.is_none() {
            let what = What::UnknownWord {
                found: text,
                choices: choices(words),
            };
            found.errors.push(self.at(field, what));
        }
        meant
    }
}

fn written(time: chrono::NaiveDateTime) -> String {
    if time.time() == chrono::NaiveTime::MIN {
        time.date().to_string()
    } else {
        time.format("%Y-%m-%d %H:%M:%S").to_string()
    }
}

/// Digits of full width become plain ones.
fn narrow(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '０'..='９' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            c => c,
        })
        .collect()
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the bounds are checked before"
)]
fn whole(number: f64) -> Option<u32> {
    let sound = number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number);
    sound.then_some(number as u32)
}
