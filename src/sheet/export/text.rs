//! A .csv, line by line.

use std::fs::File;
use std::io::Write;

use super::cells::Cell;
use super::{ExportError, Sink};
use crate::sheet::grid::quoted;
use crate::sheet::table::csv::harmless;

/// Bytes written at once.
const AT_ONCE: usize = 64 * 1024;

/// A .csv under way: UTF-8 with its mark, or GB18030.
pub(super) struct Text {
    to: File,
    /// Whole lines that are not in the file yet.
    kept: Vec<u8>,
    gb18030: bool,
    line: String,
}

impl Text {
    pub fn over(file: File, gb18030: bool) -> Self {
        Self {
            to: file,
            kept: Vec::new(),
            gb18030,
            line: String::new(),
        }
    }

    fn put(&mut self) -> Result<(), ExportError> {
        self.to.write_all(&self.kept)?;
        self.kept.clear();
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), ExportError> {
        self.line.push_str("\r\n");
        if self.gb18030 {
            let (bytes, _, _) = encoding_rs::GB18030.encode(&self.line);
            self.kept.extend_from_slice(&bytes);
        } else {
            self.kept.extend_from_slice(self.line.as_bytes());
        }
        self.line.clear();
        if self.kept.len() < AT_ONCE {
            return Ok(());
        }
        self.put()
    }
}

impl Sink for Text {
    fn begin(&mut self, _name: &str, heads: &[(&str, f64)]) -> Result<(), ExportError> {
        if !self.gb18030 {
            self.line.push('\u{feff}');
        }
        let heads: Vec<String> = heads.iter().map(|(head, _)| quoted(head)).collect();
        self.line.push_str(&heads.join(","));
        self.end_line()
    }

    fn row(&mut self, cells: &[Cell]) -> Result<(), ExportError> {
        for (at, cell) in cells.iter().enumerate() {
            if at > 0 {
                self.line.push(',');
            }
            match cell {
                Cell::Blank => {}
                Cell::Text(text) => self.line.push_str(&quoted(&harmless(text))),
                Cell::Number(number) => self.line.push_str(&number.to_string()),
                Cell::At(at) => {
                    let at = at.format("%Y-%m-%d %H:%M:%S").to_string();
                    self.line.push_str(&at);
                }
            }
        }
        self.end_line()
    }

    fn finish(&mut self, _file: &mut File) -> Result<(), ExportError> {
        self.put()
    }
}
