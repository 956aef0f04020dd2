//! Aligned columns for people; tab-separated ones where plain output is wanted.

use unicode_width::UnicodeWidthStr;

use crate::paper::layout::printable;

/// Rows of cells, aligned by the columns that a terminal shows.
#[derive(Debug)]
pub struct Table {
    rows: Vec<Vec<String>>,
    plain: bool,
}

impl Table {
    /// A table under these headings.
    pub fn new<const N: usize>(heads: [&str; N], plain: bool) -> Self {
        let mut table = Self::headless(plain);
        table.row(&heads);
        table
    }

    /// A table without headings.
    pub fn headless(plain: bool) -> Self {
        Self {
            rows: Vec::new(),
            plain,
        }
    }

    /// Adds a row; what could steer a terminal is made visible.
    pub fn row(&mut self, cells: &[&str]) {
        self.rows
            .push(cells.iter().map(|cell| printable(cell)).collect());
    }

    /// The table as text.
    pub fn finish(self) -> String {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let widths: Vec<usize> = (0..columns)
            .map(|at| {
                let cells = self.rows.iter().filter_map(|row| row.get(at));
                cells.map(|cell| cell.width()).max().unwrap_or(0)
            })
            .collect();
        let mut text = String::new();
        for row in &self.rows {
            if self.plain {
                text.push_str(&row.join("\t"));
            } else {
                let mut line = String::new();
                for (cell, width) in row.iter().zip(&widths) {
                    line.push_str(cell);
                    line.push_str(&" ".repeat(width.saturating_sub(cell.width()) + 2));
                }
                text.push_str(line.trim_end());
            }
            text.push('\n');
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn hanzi_take_two_columns() {
        let mut table = Table::new(["工号", "姓名", "x"], false);
        table.row(&["1001", "李明明", "y"]);
        assert_eq!(table.finish(), "工号  姓名    x\n1001  李明明  y\n");
        let mut plain = Table::headless(true);
        plain.row(&["a\u{1b}[4i", "b"]);
        assert_eq!(plain.finish(), "a?[4i\tb\n");
    }
}
