//! Rows of a .csv.

use std::collections::BTreeMap;

use super::{Cell, Gathered, Table, TableFault};
use crate::sheet::decode;

/// Reads a .csv; the first line says whether commas, tabs or semicolons part it.
pub(super) fn read(bytes: &[u8]) -> Result<Table, TableFault> {
    let steers = |c: char| c.is_control() && !matches!(c, '\t' | '\r' | '\n');
    let text = decode(bytes)
        .filter(|text| !text.contains(steers))
        .ok_or(TableFault::NotText)?;
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(&text))
        .from_reader(text.as_bytes());
    let mut gathered = Gathered::new(String::new());
    let mut number = 0;
    let mut record = ::csv::StringRecord::new();
    while reader
        .read_record(&mut record)
        .map_err(|_| TableFault::Ragged(number + 1))?
    {
        number += 1 + blank_lines(&text, &record);
        let cells = record
            .iter()
            .enumerate()
            .filter_map(|(column, text)| Some((column, cell(text)?)));
        gathered.take(number, cells.collect::<BTreeMap<usize, Cell>>())?;
    }
    Ok(gathered.table)
}

fn cell(text: &str) -> Option<Cell> {
    let text = harmed(text.trim());
    (!text.is_empty()).then(|| Cell::Text(text.replace("\r\n", "\n")))
}

/// The text that was kept from being taken for a formula: see [`harmless`].
fn harmed(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if rest.trim_start_matches('\'').starts_with(FORMULA) => rest,
        Some(_) | None => text,
    }
}

/// With these a spreadsheet program begins a formula.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// A cell's text that no spreadsheet program takes for a formula.
pub(in crate::sheet) fn harmless(text: &str) -> String {
    if text.trim_start_matches('\'').starts_with(FORMULA) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// Lines without anything before a record: the reader passes over them, a
/// spreadsheet counts them.
fn blank_lines(text: &str, record: &::csv::StringRecord) -> usize {
    let from = record.position().map_or(0, ::csv::Position::byte);
    let from = usize::try_from(from).unwrap_or(0);
    let (before, rest) = text.as_bytes().split_at_checked(from).unwrap_or_default();
    // The record before may have ended between the two characters of a line's end.
    let halved = before.last() == Some(&b'\r');
    let rest = rest.strip_prefix(b"\n").filter(|_| halved).unwrap_or(rest);
    let blank = rest.iter().take_while(|byte| matches!(byte, b'\n' | b'\r'));
    blank.filter(|byte| **byte == b'\n').count()
}

fn delimiter(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty());
    let count = |mark: char| first.map_or(0, |line| line.matches(mark).count());
    let (commas, tabs, semicolons) = (count(','), count('\t'), count(';'));
    if commas >= tabs && commas >= semicolons {
        b','
    } else if tabs >= semicolons {
        b'\t'
    } else {
        b';'
    }
}
