//! A workbook, row by row: what is written is on the disk, not in memory.

use std::fs::File;
use std::path::Path;

use rust_xlsxwriter::{Format, Workbook, XlsxError};

use super::cells::{Cell, serial};
use super::{ExportError, Sink};
use crate::sheet::table::csv::harmless;

/// Rows that a sheet holds, its heads left out.
const ROWS: u32 = 1_048_575;

/// A workbook under way.
pub(super) struct Book {
    whole: Workbook,
    bold: Format,
    plain: Format,
    /// For text that looks like a formula: spreadsheet programs keep it as text.
    quoted: Format,
    date: Format,
    name: String,
    heads: Vec<(String, f64)>,
    sheet: usize,
    /// How many sheets this table has.
    sheets: usize,
    row: u32,
}

impl From<XlsxError> for ExportError {
    fn from(error: XlsxError) -> Self {
        Self::File(error.to_string())
    }
}

impl Book {
    pub fn within(directory: &Path) -> Result<Self, ExportError> {
        let mut book = Workbook::new();
        // What people said lies beside the register's export, not among everybody's files.
        book.set_tempdir(directory)?;
        Ok(Self {
            whole: book,
            bold: Format::new().set_bold(),
            plain: Format::new().set_num_format("@"),
            quoted: Format::new().set_num_format("@").set_quote_prefix(),
            date: Format::new().set_num_format("yyyy-mm-dd hh:mm"),
            name: String::new(),
            heads: Vec::new(),
            sheet: 0,
            sheets: 0,
            row: 0,
        })
    }

    /// A sheet for the rows that come: one more where the last is full.
    fn new_sheet(&mut self) -> Result<(), ExportError> {
        self.sheet += 1;
        self.sheets += 1;
        self.row = 0;
        let name = match self.sheets {
            1 => self.name.clone(),
            more => format!("{} {more}", self.name),
        };
        let sheet = self.whole.add_worksheet_with_constant_memory()?;
        sheet.set_name(&name)?;
        sheet.set_freeze_panes(1, 1)?;
        for (column, (head, width)) in (0_u16..).zip(&self.heads) {
            sheet.set_column_width(column, *width)?;
            sheet.write_string_with_format(0, column, head, &self.bold)?;
        }
        Ok(())
    }

    /// Filters over all of the rows.
    fn end_sheet(&mut self) -> Result<(), ExportError> {
        let Some(place) = self.sheet.checked_sub(1) else {
            return Ok(());
        };
        let last = u16::try_from(self.heads.len().saturating_sub(1)).unwrap_or(0);
        let sheet = self.whole.worksheet_from_index(place)?;
        sheet.autofilter(0, 0, self.row, last)?;
        Ok(())
    }
}

impl Sink for Book {
    fn begin(&mut self, name: &str, heads: &[(&str, f64)]) -> Result<(), ExportError> {
        // The filters of the table before are over its own columns.
        self.end_sheet()?;
        name.clone_into(&mut self.name);
        self.heads = heads
            .iter()
            .map(|(head, width)| ((*head).to_owned(), *width))
            .collect();
        self.sheets = 0;
        self.new_sheet()
    }

    fn row(&mut self, cells: &[Cell]) -> Result<(), ExportError> {
        if self.row == ROWS {
            self.end_sheet()?;
            self.new_sheet()?;
        }
        self.row += 1;
        let sheet = self
            .whole
            .worksheet_from_index(self.sheet.saturating_sub(1))?;
        for (column, cell) in (0_u16..).zip(cells) {
            match cell {
                Cell::Blank => {}
                Cell::Text(text) => {
                    let looks_like_one = harmless(text) != *text;
                    let format = if looks_like_one {
                        &self.quoted
                    } else {
                        &self.plain
                    };
                    sheet.write_string_with_format(self.row, column, text, format)?;
                }
                Cell::Number(number) => {
                    sheet.write_number(self.row, column, *number)?;
                }
                Cell::At(at) => {
                    sheet.write_number_with_format(self.row, column, serial(*at), &self.date)?;
                }
            }
        }
        Ok(())
    }

    fn finish(&mut self, file: &mut File) -> Result<(), ExportError> {
        self.end_sheet()?;
        self.whole.save_to_writer(file)?;
        Ok(())
    }
}
