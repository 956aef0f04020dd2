//! Cells in columns of fixed display width.

use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::tui::draw::Canvas;
use crate::tui::text;

/// One column: how wide, and which side its words keep to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    width: u16,
    takes_rest: bool,
    to_the_right: bool,
}

impl Column {
    /// Words at the left of `width` columns.
    pub const fn left(width: u16) -> Self {
        Self {
            width,
            takes_rest: false,
            to_the_right: false,
        }
    }

    /// Words at the right of `width` columns: for figures.
    pub const fn right(width: u16) -> Self {
        Self {
            width,
            takes_rest: false,
            to_the_right: true,
        }
    }

    /// At least `width` columns, and an even share of what is left over.
    pub const fn at_least(width: u16) -> Self {
        Self {
            width,
            takes_rest: true,
            to_the_right: false,
        }
    }
}

/// Columns laid out from the left with one blank between them.
///
/// Where they do not all fit, the last ones are cut or left out.
#[derive(Debug, Clone)]
pub struct Table {
    columns: Vec<(Column, Range<u16>)>,
}

impl Table {
    /// Lays the columns out in `width` columns of the screen.
    pub fn new(columns: &[Column], width: u16) -> Self {
        let gaps = u16::try_from(columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
        let taken = columns
            .iter()
            .fold(gaps, |sum, c| sum.saturating_add(c.width));
        let mut rest = width.saturating_sub(taken);
        let sharers = columns.iter().filter(|c| c.takes_rest).count();
        let mut sharers = u16::try_from(sharers).unwrap_or(u16::MAX);
        let mut x: u16 = 0;
        let mut laid = Vec::with_capacity(columns.len());
        for column in columns {
            let mut wide = column.width;
            if column.takes_rest {
                let share = rest / sharers.max(1);
                wide = wide.saturating_add(share);
                rest -= share;
                sharers -= 1;
            }
            let end = x.saturating_add(wide).min(width);
            laid.push((*column, x.min(width)..end));
            x = end.saturating_add(1);
        }
        Self { columns: laid }
    }

    /// Where a column stands, from the table's left side.
    pub fn column(&self, index: usize) -> Range<u16> {
        self.columns
            .get(index)
            .map_or(0..0, |(_, range)| range.clone())
    }

    /// Draws one row with its left side at `(x, y)`.
    pub fn row(&self, canvas: &mut Canvas<'_>, (x, y): (u16, u16), cells: &[(&str, Style)]) {
        for ((column, range), (words, style)) in self.columns.iter().zip(cells) {
            let width = range.end.saturating_sub(range.start);
            if width == 0 {
                continue;
            }
            let start = x.saturating_add(range.start);
            if column.to_the_right {
                let shown = text::visible(words);
                let shown = text::pad_left(&shown, usize::from(width));
                canvas.text(start, y, width, &shown, *style);
            } else {
                canvas.text(start, y, width, words, *style);
            }
        }
    }

    /// Draws a row of column names in one style.
    pub fn header(&self, canvas: &mut Canvas<'_>, area: Rect, names: &[&str], style: Style) {
        let cells: Vec<(&str, Style)> = names.iter().map(|name| (*name, style)).collect();
        self.row(canvas, (area.x, area.y), &cells);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::draw::Picture;

    const COLUMNS: [Column; 3] = [Column::left(6), Column::at_least(4), Column::right(6)];

    fn line(width: u16, cells: [&str; 3]) -> String {
        let table = Table::new(&COLUMNS, width);
        let picture = Picture::paint(width, 1, |c| {
            table.row(c, (0, 0), &cells.map(|words| (words, Style::new())));
        });
        picture.text()
    }

    #[test]
    fn hanzi_and_figures_stand_in_columns() {
        assert_eq!(
            line(24, ["周小满", "户口迁移", "4:48"]),
            "周小满 户口迁移     4:48\n"
        );
        assert_eq!(line(24, ["a", "b", "10 日"]), "a      b           10 日\n");
        assert_eq!(
            line(24, ["欧阳小满", "", "123456789"]),
            "欧阳..            1234..\n"
        );
    }

    #[test]
    fn a_narrow_screen_cuts_the_last_columns() {
        assert_eq!(line(9, ["周小满", "户口迁移", "4:48"]), "周小满 ..\n");
        for width in 1..30 {
            line(width, ["周小满", "户口迁移", "4:48"]);
        }
    }
}
