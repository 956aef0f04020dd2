//! Bringing a painted buffer into the one form that can be compared and sent.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use crate::tui::text;

/// What a cell shows when its symbol could not be sent safely.
const STAND_IN: &str = "?";

/// Settles every row: a wide glyph keeps both its cells or becomes a blank; the
/// cell it covers gets an empty symbol and the same style; a blank keeps only
/// what can be seen of its style; nothing unsafe is left.
///
/// A glyph counts as cut when something was written on its second cell, or when
/// it stands in the last column.
pub fn settle(buffer: &mut Buffer) {
    let width = usize::from(buffer.area.width);
    if width == 0 {
        return;
    }
    for row in buffer.content.chunks_mut(width) {
        let mut x = 0;
        while x < width {
            x += settle_cell(&mut row[x..]);
        }
    }
}

/// Settles the first cell of `row`; returns how many columns it takes.
fn settle_cell(row: &mut [Cell]) -> usize {
    let [cell, rest @ ..] = row else { return 1 };
    if !text::is_plain_cluster(cell.symbol()) {
        let stand_in = if cell.symbol().is_empty() {
            " "
        } else {
            STAND_IN
        };
        cell.set_symbol(stand_in);
    }
    if text::cluster_width(cell.symbol()) == 2 {
        if let Some(covered) = rest.first_mut().filter(|c| matches!(c.symbol(), " " | "")) {
            covered.set_symbol("");
            covered.fg = cell.fg;
            covered.bg = cell.bg;
            covered.modifier = cell.modifier;
            return 2;
        }
        cell.set_symbol(" ");
    }
    if cell.symbol() == " " && !cell.modifier.intersects(SEEN_ON_A_BLANK) {
        cell.fg = Color::Reset;
        cell.modifier = Modifier::empty();
    }
    1
}

const SEEN_ON_A_BLANK: Modifier = Modifier::REVERSED
    .union(Modifier::UNDERLINED)
    .union(Modifier::CROSSED_OUT);

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    fn settled(width: u16, paint: impl FnOnce(&mut Buffer)) -> Vec<String> {
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, 1));
        paint(&mut buffer);
        settle(&mut buffer);
        buffer
            .content
            .iter()
            .map(|c| c.symbol().to_owned())
            .collect()
    }

    #[test]
    fn a_glyph_keeps_both_cells_or_none() {
        let whole = settled(4, |b| b.set_string(0, 0, "甲a", Style::new()));
        assert_eq!(whole, ["甲", "", "a", " "]);
        let cut = settled(4, |b| {
            b.set_string(0, 0, "甲乙", Style::new());
            b.set_string(1, 0, "|", Style::new());
        });
        assert_eq!(cut, [" ", "|", "乙", ""]);
        let at_the_edge = settled(1, |b| {
            b[(0, 0)].set_symbol("甲");
        });
        assert_eq!(at_the_edge, [" "]);
    }

    #[test]
    fn nothing_unsafe_reaches_the_terminal() {
        let cells = settled(5, |b| {
            b[(0, 0)].set_symbol("\u{1b}[2J");
            b[(1, 0)].set_symbol("\u{202e}");
            b[(2, 0)].set_symbol("ab");
            b[(3, 0)].set_symbol("");
            b[(4, 0)].set_symbol("\u{7}");
        });
        assert_eq!(cells, ["?", "?", "?", " ", "?"]);
    }
}
