//! Tables that go out: a workbook, or a .csv that spreadsheet programs open as it is.

use rust_xlsxwriter::{Format, FormatAlign, Workbook, XlsxError};

use super::table::csv::harmless;

/// What is written into a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Out {
    /// Nothing.
    Blank,
    /// Text, whatever it looks like.
    Text(String),
    /// A number.
    Number(u32),
}

impl Out {
    /// A text, or nothing where it is empty.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() {
            Self::Blank
        } else {
            Self::Text(text)
        }
    }

    /// A text where there is one.
    pub fn maybe(text: Option<&String>) -> Self {
        text.map_or(Self::Blank, Self::text)
    }

    /// A number where there is one.
    pub fn count(number: Option<u32>) -> Self {
        number.map_or(Self::Blank, Self::Number)
    }
}

/// A sheet to be written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Grid {
    /// Its name.
    pub name: String,
    /// What its columns are called.
    pub heading: Vec<String>,
    /// Its rows, each with a cell for every column.
    pub rows: Vec<Vec<Out>>,
}

impl Grid {
    /// Leaves out the columns from `first` on in which nothing stands.
    #[must_use]
    pub fn without_blank(mut self, first: usize) -> Self {
        let filled = |at: &usize| {
            let stands = |row: &Vec<Out>| row.get(*at).is_some_and(|cell| *cell != Out::Blank);
            *at < first || self.rows.iter().any(stands)
        };
        let kept: Vec<usize> = (0..self.heading.len()).filter(filled).collect();
        let keep = |at: usize| kept.binary_search(&at).is_ok();
        let columns = std::mem::take(&mut self.heading).into_iter().enumerate();
        self.heading = columns
            .filter(|(at, _)| keep(*at))
            .map(|(_, one)| one)
            .collect();
        for row in &mut self.rows {
            let cells = std::mem::take(row).into_iter().enumerate();
            *row = cells
                .filter(|(at, _)| keep(*at))
                .map(|(_, one)| one)
                .collect();
        }
        self
    }
}

/// The widest column that is set, in characters.
const WIDEST: usize = 44;

/// A workbook of these sheets.
///
/// # Errors
///
/// What the writer says: a text that is too long for a cell, say.
pub fn workbook(grids: &[Grid]) -> Result<Vec<u8>, String> {
    written(grids).map_err(|error| error.to_string())
}

fn written(grids: &[Grid]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let bold = Format::new().set_bold();
    // Text stays text: an identifier of eighteen digits is no number.
    let plain = Format::new()
        .set_num_format("@")
        .set_align(FormatAlign::Top)
        .set_text_wrap();
    for grid in grids {
        let sheet = book.add_worksheet();
        sheet.set_name(&grid.name)?;
        sheet.set_freeze_panes(1, 0)?;
        for (column, heading) in (0_u16..).zip(&grid.heading) {
            sheet.write_string_with_format(0, column, heading, &bold)?;
            sheet.set_column_width(column, width(grid, column.into()))?;
            sheet.set_column_format(column, &plain)?;
        }
        for (row, cells) in (1_u32..).zip(&grid.rows) {
            for (column, cell) in (0_u16..).zip(cells) {
                match cell {
                    Out::Blank => {}
                    Out::Text(text) => {
                        sheet.write_string_with_format(row, column, text, &plain)?;
                    }
                    Out::Number(number) => {
                        sheet.write_number(row, column, *number)?;
                    }
                }
            }
        }
    }
    book.save_to_buffer()
}

fn width(grid: &Grid, column: usize) -> f64 {
    use unicode_width::UnicodeWidthStr;
    let cell = |row: &Vec<Out>| match row.get(column) {
        Some(Out::Text(text)) => text.lines().map(UnicodeWidthStr::width).max().unwrap_or(0),
        Some(Out::Number(_) | Out::Blank) | None => 0,
    };
    let cells = grid.rows.iter().take(200).map(cell).max().unwrap_or(0);
    let heading = grid.heading.get(column).map_or(0, |one| one.width());
    let widest = cells.max(heading).clamp(6, WIDEST) + 2;
    u16::try_from(widest).map_or(10.0, f64::from)
}

/// A .csv in UTF-8 with its mark, by which spreadsheet programs know it. A text
/// that would be taken for a formula gets a `'` before it.
pub fn csv(grid: &Grid) -> Vec<u8> {
    let heading = grid.heading.iter().map(|name| quoted(name));
    let mut lines = vec![heading.collect::<Vec<_>>().join(",")];
    for row in &grid.rows {
        let cells = row.iter().map(|cell| match cell {
            Out::Blank => String::new(),
            Out::Text(text) => quoted(&harmless(text)),
            Out::Number(number) => number.to_string(),
        });
        lines.push(cells.collect::<Vec<_>>().join(","));
    }
    format!("\u{feff}{}\r\n", lines.join("\r\n")).into_bytes()
}

pub(super) fn quoted(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r', '\t', ';']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}
