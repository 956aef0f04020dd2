//! A text of several lines, set to the width it is given.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::tui::draw::Canvas;
use crate::tui::text::{self, LineEnd};

/// The lines a text has when it is set in `columns`; its own line ends are kept.
pub fn lines(words: &str, columns: u16) -> Vec<String> {
    text::wrap(
        &text::visible_with(words, LineEnd::Keep),
        usize::from(columns),
    )
}

/// Draws a text in `area` from its line `from` on; returns how many lines the
/// whole text has, so that one can say what is below.
pub fn draw(canvas: &mut Canvas<'_>, area: Rect, words: &str, style: Style, from: usize) -> usize {
    let lines = lines(words, area.width);
    for (line, y) in lines.iter().skip(from).zip(area.top()..area.bottom()) {
        canvas.text(area.x, y, area.width, line, style);
    }
    lines.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::draw::Picture;

    #[test]
    fn a_text_is_wrapped_and_read_on_from_a_line() {
        let mut total = 0;
        let picture = Picture::paint(8, 2, |c| {
            total = draw(c, c.area(), "首问责任，一次告知。\n完", Style::new(), 1);
        });
        assert_eq!(total, 4);
        assert_eq!(picture.text(), "任，一次\n告知。\n");
    }
}
