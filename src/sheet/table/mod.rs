//! A file of rows and columns, whatever program wrote it: .csv in UTF-8 or
//! GB18030, or an .xlsx workbook.
//!
//! The file is judged by what it holds, not by its name alone, and read within
//! bounds: neither its size on disk nor what it unpacks to can exhaust memory.

pub(super) mod csv;
mod xlsx;

use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

use chrono::{NaiveDate, NaiveDateTime};

/// The most bytes that a file may have.
pub const LARGEST_FILE: u64 = 16 << 20;
/// The most bytes that the parts of a workbook may unpack to, together.
pub const LARGEST_UNPACKED: u64 = 48 << 20;
/// The most rows that a sheet may have, its heading among them.
pub const MOST_ROWS: usize = 20_001;
/// The most columns that a sheet may have.
pub const MOST_COLUMNS: usize = 200;
/// The most characters that a cell may have: those of a spreadsheet program.
pub const LONGEST_CELL: usize = 32_767;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Text, without the blanks around it.
    Text(String),
    /// A number that was typed as one. A long identifier has lost its end by now.
    Number(f64),
    /// A date or a time that was typed as one.
    Time(NaiveDateTime),
    /// A formula without a result, as the program shows it: `#REF!`.
    Fault(String),
}

/// One row below the heading.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its number in the sheet, from 1.
    pub number: usize,
    /// What is filled in, by column from 0.
    cells: BTreeMap<usize, Cell>,
}

impl Row {
    /// What stands in a column, unless nothing does.
    pub fn cell(&self, column: usize) -> Option<&Cell> {
        self.cells.get(&column)
    }
}

/// One sheet: a heading, and rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Its name in the workbook; empty for a .csv.
    pub name: String,
    /// The row of the heading, from 1.
    pub heading: usize,
    /// What the heading calls the columns, from 0; unnamed ones are empty.
    pub columns: Vec<String>,
    /// The rows in which anything stands.
    pub rows: Vec<Row>,
}

/// Why a file gives no table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TableFault {
    /// It cannot be read; what the system says.
    Unreadable(String),
    /// Named neither .csv nor as a workbook: other files are not looked into.
    OtherName,
    /// More than [`LARGEST_FILE`] bytes.
    TooLarge,
    /// A workbook that unpacks to more than [`LARGEST_UNPACKED`] bytes.
    Bomb,
    /// Nothing stands in it.
    Empty,
    /// Neither a workbook nor text in UTF-8 or GB18030.
    NotText,
    /// Named .xlsx, and no workbook.
    NoWorkbook,
    /// Named .csv, and a workbook.
    IsWorkbook,
    /// An old .xls, or a workbook under a password.
    OldOrLocked,
    /// A workbook that cannot be read to its end; what the reader says.
    Damaged(String),
    /// More than [`MOST_ROWS`] rows in this sheet.
    TooManyRows(String),
    /// More than [`MOST_COLUMNS`] columns in this sheet.
    TooManyColumns(String),
    /// A cell of more than [`LONGEST_CELL`] characters.
    LongCell {
        /// The sheet; empty for a .csv.
        sheet: String,
        /// The row, from 1.
        row: usize,
        /// The column, from 0.
        column: usize,
    },
    /// A quotation mark that is not closed, or the like; the row, from 1.
    Ragged(usize),
}

/// Reads the sheets of a file. Hidden sheets and those without a row are left out.
///
/// # Errors
///
/// Why it gives none.
pub fn open(path: &Path) -> Result<Vec<Table>, TableFault> {
    let name = path.display().to_string();
    if !is_workbook(&name) && !ends(&name, "csv") {
        return Err(TableFault::OtherName);
    }
    read(&name, &bytes(path)?)
}

/// At most [`LARGEST_FILE`] bytes of a file.
///
/// # Errors
///
/// When there are more, or it cannot be read.
pub fn bytes(path: &Path) -> Result<Vec<u8>, TableFault> {
    let unreadable = |error: std::io::Error| TableFault::Unreadable(error.to_string());
    let file = std::fs::File::open(path).map_err(unreadable)?;
    let known = file.metadata().map_err(unreadable)?.len();
    if known > LARGEST_FILE {
        return Err(TableFault::TooLarge);
    }
    let mut bytes = Vec::new();
    file.take(LARGEST_FILE + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > LARGEST_FILE {
        return Err(TableFault::TooLarge);
    }
    Ok(bytes)
}

/// Reads the sheets in a file's bytes; `name` says what it claims to be.
///
/// # Errors
///
/// As [`open`].
pub fn read(name: &str, bytes: &[u8]) -> Result<Vec<Table>, TableFault> {
    let packed = bytes.starts_with(b"PK\x03\x04");
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(TableFault::OldOrLocked);
    }
    let tables = match (is_workbook(name), packed) {
        _ if bytes.is_empty() => return Err(TableFault::Empty),
        (true, false) => return Err(TableFault::NoWorkbook),
        (false, true) if ends(name, "csv") => return Err(TableFault::IsWorkbook),
        (_, true) => xlsx::read(bytes)?,
        (false, false) => vec![csv::read(bytes)?],
    };
    if tables.iter().all(|table| table.columns.is_empty()) {
        return Err(TableFault::Empty);
    }
    Ok(tables)
}

/// Whether a file is called a workbook.
pub fn is_workbook(name: &str) -> bool {
    ["xlsx", "xlsm", "xls", "et"]
        .iter()
        .any(|end| ends(name, end))
}

/// Whether a file's name ends in `.end`, in whatever case.
pub fn ends(name: &str, end: &str) -> bool {
    Path::new(name)
        .extension()
        .is_some_and(|found| found.eq_ignore_ascii_case(end))
}

/// The letter of a column from 0, as spreadsheets have it: `A`, `Z`, `AA`.
pub fn letter(column: usize) -> String {
    let mut rest = column + 1;
    let mut letters = Vec::new();
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(
            b'A' + u8::try_from(rest % 26).unwrap_or_default(),
        ));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// A date as people type it: `2026-01-01`, `2026/1/1`, `2026.1.1`, `2026年1月1日`,
/// `20260101`.
pub fn date(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    if text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit()) {
        return NaiveDate::parse_from_str(text, "%Y%m%d").ok();
    }
    let plain: String = text
        .trim_end_matches('日')
        .chars()
        .map(|c| match c {
            '/' | '.' | '年' | '月' => '-',
            c => c,
        })
        .collect();
    let sound = plain.chars().all(|c| c.is_ascii_digit() || c == '-');
    let year = plain.split('-').next().is_some_and(|year| year.len() == 4);
    if !sound || !year {
        return None;
    }
    NaiveDate::parse_from_str(&plain, "%Y-%m-%d").ok()
}

/// Rows as they come, put together to a table: the first row in which anything
/// stands is the heading.
struct Gathered {
    table: Table,
    headed: bool,
}

impl Gathered {
    fn new(name: String) -> Self {
        let table = Table {
            name,
            heading: 1,
            columns: Vec::new(),
            rows: Vec::new(),
        };
        Self {
            table,
            headed: false,
        }
    }

    /// Takes a row, its number from 1, its cells by column from 0.
    fn take(&mut self, number: usize, cells: BTreeMap<usize, Cell>) -> Result<(), TableFault> {
        let Some(last) = cells.keys().next_back() else {
            return Ok(());
        };
        if *last >= MOST_COLUMNS {
            return Err(TableFault::TooManyColumns(self.table.name.clone()));
        }
        if number > MOST_ROWS {
            return Err(TableFault::TooManyRows(self.table.name.clone()));
        }
        for (column, cell) in &cells {
            if let Cell::Text(text) = cell
                && text.chars().count() > LONGEST_CELL
            {
                return Err(TableFault::LongCell {
                    sheet: self.table.name.clone(),
                    row: number,
                    column: *column,
                });
            }
        }
        if self.headed {
            self.table.rows.push(Row { number, cells });
            return Ok(());
        }
        self.headed = true;
        self.table.heading = number;
        self.table.columns = (0..=*last)
            .map(|column| match cells.get(&column) {
                Some(Cell::Text(text)) => text.clone(),
                Some(Cell::Number(number)) => number.to_string(),
                Some(Cell::Time(_) | Cell::Fault(_)) | None => String::new(),
            })
            .collect();
        Ok(())
    }
}
