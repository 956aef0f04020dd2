//! Rows of an .xlsx workbook.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use chrono::{NaiveDate, NaiveDateTime};

use super::{Cell, Gathered, LARGEST_UNPACKED, MOST_COLUMNS, MOST_ROWS, Table, TableFault};

type Workbook<'a> = Xlsx<Cursor<&'a [u8]>>;

/// The most parts that a workbook may have.
const MOST_PARTS: usize = 2_000;
/// The most merged regions of one sheet that are looked at.
const MOST_MERGED: usize = 20_000;

/// Reads every visible sheet.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Table>, TableFault> {
    bounded(bytes)?;
    let mut book = Workbook::new(Cursor::new(bytes)).map_err(|error| fault(&error))?;
    let names: Vec<String> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .collect();
    let mut tables = Vec::new();
    for name in names {
        let table = sheet(&mut book, &name)?;
        if !table.columns.is_empty() {
            tables.push(table);
        }
    }
    Ok(tables)
}

/// Unpacks everything once and throws it away: what a workbook says of its own
/// size need not be true.
fn bounded(bytes: &[u8]) -> Result<(), TableFault> {
    let damaged = |error: zip::result::ZipError| TableFault::Damaged(error.to_string());
    let mut parts = zip::ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if parts.len() > MOST_PARTS {
        return Err(TableFault::Bomb);
    }
    let mut left = LARGEST_UNPACKED;
    for at in 0..parts.len() {
        let part = parts.by_index(at).map_err(damaged)?;
        let taken = std::io::copy(&mut part.take(left + 1), &mut std::io::sink())
            .map_err(|error| TableFault::Damaged(error.to_string()))?;
        left = left.checked_sub(taken).ok_or(TableFault::Bomb)?;
    }
    Ok(())
}

fn sheet(book: &mut Workbook<'_>, name: &str) -> Result<Table, TableFault> {
    let mut rows: BTreeMap<usize, BTreeMap<usize, Cell>> = BTreeMap::new();
    let mut cells = book
        .worksheet_cells_reader(name)
        .map_err(|error| fault(&error))?;
    while let Some(found) = cells.next_cell().map_err(|error| fault(&error))? {
        let (row, column) = found.get_position();
        let Some(value) = cell(found.get_value()) else {
            continue;
        };
        let (row, column) = (place(row), place(column));
        if row >= MOST_ROWS {
            return Err(TableFault::TooManyRows(name.to_owned()));
        }
        if column >= MOST_COLUMNS {
            return Err(TableFault::TooManyColumns(name.to_owned()));
        }
        rows.entry(row).or_default().insert(column, value);
    }
    drop(cells);
    spread(book, name, &mut rows)?;
    let mut gathered = Gathered::new(name.to_owned());
    for (row, cells) in rows {
        gathered.take(row + 1, cells)?;
    }
    Ok(gathered.table)
}

/// What stands in a merged region stands, for its reader, in each row of it.
fn spread(
    book: &mut Workbook<'_>,
    name: &str,
    rows: &mut BTreeMap<usize, BTreeMap<usize, Cell>>,
) -> Result<(), TableFault> {
    let Some(heading) = rows.keys().next().copied() else {
        return Ok(());
    };
    let merged = book
        .merge_cells_by_sheet_name(name)
        .map_err(|error| fault(&error))?;
    for region in merged.iter().take(MOST_MERGED) {
        let (top, left) = (place(region.start.0), place(region.start.1));
        let bottom = place(region.end.0);
        if bottom == top || top <= heading || bottom < top {
            continue;
        }
        let Some(shown) = rows.get(&top).and_then(|row| row.get(&left)).cloned() else {
            continue;
        };
        for (_, row) in rows.range_mut(top + 1..=bottom) {
            row.entry(left).or_insert_with(|| shown.clone());
        }
    }
    Ok(())
}

fn place(at: u32) -> usize {
    usize::try_from(at).unwrap_or(usize::MAX)
}

fn cell(value: &DataRef<'_>) -> Option<Cell> {
    let text = |text: &str| {
        let text = text.trim();
        (!text.is_empty()).then(|| Cell::Text(text.replace("\r\n", "\n")))
    };
    match value {
        DataRef::Empty => None,
        #[expect(
            clippy::cast_precision_loss,
            reason = "a spreadsheet has no other numbers"
        )]
        DataRef::Int(number) => Some(Cell::Number(*number as f64)),
        DataRef::Float(number) => Some(Cell::Number(*number)),
        DataRef::String(value) | DataRef::DurationIso(value) => text(value),
        DataRef::SharedString(value) => text(value),
        DataRef::Bool(value) => text(if *value { "TRUE" } else { "FALSE" }),
        DataRef::DateTime(value) => Some(time(*value)),
        DataRef::DateTimeIso(value) => iso(value).map(Cell::Time).or_else(|| text(value)),
        DataRef::Error(error) => Some(Cell::Fault(error.to_string())),
    }
}

fn time(value: ExcelDateTime) -> Cell {
    let (year, month, day, hour, minute, second, _) = value.to_ymd_hms_milli();
    let date = NaiveDate::from_ymd_opt(year.into(), month.into(), day.into());
    let time = date.and_then(|date| date.and_hms_opt(hour.into(), minute.into(), second.into()));
    match time {
        Some(time) if value.is_datetime() => Cell::Time(time),
        Some(_) | None => Cell::Number(value.as_f64()),
    }
}

fn iso(text: &str) -> Option<NaiveDateTime> {
    let text = text.trim_end_matches('Z');
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S%.f")
        .ok()
        .or_else(|| text.parse::<NaiveDate>().ok()?.and_hms_opt(0, 0, 0))
}

fn fault(error: &XlsxError) -> TableFault {
    if let XlsxError::Password = error {
        TableFault::OldOrLocked
    } else if let XlsxError::FileNotFound(_) = error {
        TableFault::NoWorkbook
    } else {
        TableFault::Damaged(error.to_string())
    }
}
