//! A frame as a drawing, for documents: the same cells, in the same columns.
//!
//! Hanzi and Latin letters come from two fonts whose widths do not agree, so
//! every glyph is placed by its column; lines and blocks are drawn, not written,
//! because fonts leave gaps between them. The same frame gives the same bytes.

mod palette;
mod shapes;

use std::fmt::Write as _;

use ratatui::buffer::Cell;
use ratatui::style::Modifier;

use self::palette::Look;
use super::draw::Picture;

/// Width of a cell in pixels.
const COLUMN: usize = 10;
/// Height of a cell in pixels.
const ROW: usize = 20;
/// From a cell's upper side to the line letters stand on.
const BASELINE: usize = 15;
/// Around the screen.
const MARGIN: usize = 10;

/// Draws a picture as an SVG document with a title for those who cannot see it.
pub fn draw(picture: &Picture, title: &str) -> String {
    let area = picture.buffer.area;
    let (columns, rows) = (usize::from(area.width), usize::from(area.height));
    let mut sheet = Sheet::default();
    if columns > 0 {
        for (y, row) in picture.buffer.content.chunks(columns).enumerate() {
            sheet.row(row, y);
        }
    }
    let (width, height) = (columns * COLUMN + 2 * MARGIN, rows * ROW + 2 * MARGIN);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
         width=\"{width}\" height=\"{height}\">\n<title>{title}</title>\n\
         <rect width=\"{width}\" height=\"{height}\" rx=\"6\" fill=\"{back}\"/>\n\
         <g transform=\"translate({MARGIN} {MARGIN})\">\n",
        title = escaped(title),
        back = palette::BACKGROUND,
    );
    svg.push_str(&sheet.backgrounds);
    svg.push_str(&sheet.shapes.drawn());
    svg.push_str(
        "<g font-family=\"'DejaVu Sans Mono',monospace\" font-size=\"16.6\" \
         xml:space=\"preserve\">\n",
    );
    svg.push_str(&sheet.narrow);
    svg.push_str("</g>\n<g font-family=\"'Noto Sans CJK SC',sans-serif\" font-size=\"18\">\n");
    svg.push_str(&sheet.wide);
    svg.push_str("</g>\n");
    if let Some(at) = picture.cursor {
        let (x, y) = (usize::from(at.x) * COLUMN, usize::from(at.y) * ROW);
        let ink = palette::FOREGROUND;
        put(
            &mut svg,
            format_args!(
                "<rect x=\"{x}\" y=\"{y}\" width=\"2\" height=\"{ROW}\" fill=\"{ink}\"/>\n"
            ),
        );
    }
    svg.push_str("</g>\n</svg>\n");
    svg
}

/// Writing to a String cannot fail.
fn put(out: &mut String, words: std::fmt::Arguments<'_>) {
    let _ = out.write_fmt(words);
}

/// The layers of a drawing, from below.
#[derive(Default)]
struct Sheet {
    backgrounds: String,
    shapes: shapes::Shapes,
    narrow: String,
    wide: String,
}

impl Sheet {
    fn row(&mut self, row: &[Cell], y: usize) {
        let looks: Vec<Look> = row.iter().map(Look::of).collect();
        let mut x = 0;
        while x < row.len() {
            let end = run_end(&looks, x, |a, b| a.back == b.back);
            self.background(&looks[x], x..end, y);
            x = end;
        }
        let mut x = 0;
        while x < row.len() {
            x = self.run(row, &looks, x, y);
        }
    }

    fn background(&mut self, look: &Look, columns: std::ops::Range<usize>, y: usize) {
        let Some(back) = &look.back else { return };
        let (x, y, width) = (columns.start * COLUMN, y * ROW, columns.len() * COLUMN);
        put(
            &mut self.backgrounds,
            format_args!(
                "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{ROW}\" fill=\"{back}\"/>\n"
            ),
        );
    }

    /// Draws what begins at column `x`; returns the column after it.
    fn run(&mut self, row: &[Cell], looks: &[Look], x: usize, y: usize) -> usize {
        let end = run_end(looks, x, |a, b| a == b);
        let look = &looks[x];
        let symbol = row[x].symbol();
        let lined = look
            .modifier
            .intersects(Modifier::UNDERLINED | Modifier::CROSSED_OUT);
        if symbol == " " && !lined {
            return x + 1;
        }
        if self.shapes.take(symbol, &look.ink, x, y) {
            return x + 1;
        }
        let kind = Kind::of(row, x);
        let mut after = x;
        while after < end && Kind::of(row, after) == kind && !(after > x && is_marked(&row[after]))
        {
            let gap = !lined && after + 1 < end && row[after].symbol() == " ";
            if gap && row[after + 1].symbol() == " " {
                break;
            }
            after += kind.span();
            // A letter with marks is one glyph, so it is placed alone.
            if kind != Kind::Letters && is_marked(&row[x]) {
                break;
            }
        }
        let cells = &row[x..after.min(row.len())];
        self.lines_along(look, x, cells.len(), y);
        match kind {
            Kind::Letters => self.letters(cells, look, x, y),
            Kind::Hanzi | Kind::Sign => self.placed(cells, look, kind, x, y),
        }
        after
    }

    fn letters(&mut self, cells: &[Cell], look: &Look, x: usize, y: usize) {
        let words: String = cells.iter().map(Cell::symbol).collect();
        let trimmed = words.trim_end();
        if trimmed.is_empty() {
            return;
        }
        let (x, y, length) = (x * COLUMN, y * ROW + BASELINE, trimmed.len() * COLUMN);
        put(
            &mut self.narrow,
            format_args!(
                "<text x=\"{x}\" y=\"{y}\" textLength=\"{length}\"{}>{}</text>\n",
                look.attributes(),
                escaped(trimmed)
            ),
        );
    }

    fn placed(&mut self, cells: &[Cell], look: &Look, kind: Kind, x: usize, y: usize) {
        // A hanzi of 18 pixels stands in the middle of its 20.
        let inset = usize::from(kind == Kind::Hanzi);
        let columns = (0..cells.len()).step_by(kind.span());
        let places: Vec<String> = columns
            .map(|i| ((x + i) * COLUMN + inset).to_string())
            .collect();
        let words: String = cells.iter().map(Cell::symbol).collect();
        let layer = if kind == Kind::Hanzi {
            &mut self.wide
        } else {
            &mut self.narrow
        };
        put(
            layer,
            format_args!(
                "<text x=\"{}\" y=\"{}\"{}>{}</text>\n",
                places.join(" "),
                y * ROW + BASELINE,
                look.attributes(),
                escaped(&words)
            ),
        );
    }

    fn lines_along(&mut self, look: &Look, x: usize, columns: usize, y: usize) {
        for (modifier, down) in [(Modifier::UNDERLINED, 18), (Modifier::CROSSED_OUT, 10)] {
            if look.modifier.contains(modifier) {
                let (from, to) = (x * COLUMN, (x + columns) * COLUMN);
                self.shapes.line(&look.ink, from, to, y * ROW + down);
            }
        }
    }
}

fn run_end(looks: &[Look], x: usize, alike: impl Fn(&Look, &Look) -> bool) -> usize {
    let more = looks[x..]
        .iter()
        .take_while(|look| alike(look, &looks[x]))
        .count();
    x + more
}

/// What can be written in one element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// ASCII: the font's own width is the cell's.
    Letters,
    /// Two columns each.
    Hanzi,
    /// One column each, from whatever font has it.
    Sign,
}

impl Kind {
    fn of(row: &[Cell], x: usize) -> Self {
        if row.get(x + 1).is_some_and(|next| next.symbol().is_empty()) {
            Self::Hanzi
        } else if row[x].symbol().is_ascii() {
            Self::Letters
        } else {
            Self::Sign
        }
    }

    fn span(self) -> usize {
        if self == Self::Hanzi { 2 } else { 1 }
    }
}

fn is_marked(cell: &Cell) -> bool {
    cell.symbol().chars().nth(1).is_some()
}

fn escaped(words: &str) -> String {
    words
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::theme::Theme;
    use crate::tui::widgets::frame;
    use ratatui::layout::Position;
    use ratatui::style::{Color, Style};

    fn picture() -> Picture {
        Picture::paint(40, 6, |c| {
            let inside = frame::boxed(c, &Theme::default(), c.area(), "待办 <2>");
            let red = Style::new().fg(Color::Red).add_modifier(Modifier::BOLD);
            c.text(inside.x, 1, 30, "! 20260403-0007", red);
            c.text(20, 1, 10, "赵小满", Style::new());
            c.text(
                inside.x,
                2,
                30,
                "a  b c",
                Style::new().add_modifier(Modifier::UNDERLINED),
            );
            c.text(inside.x, 3, 10, "▇▇█", Style::new().fg(Color::Cyan));
            c.text(
                inside.x,
                4,
                10,
                "已接 é",
                Style::new().add_modifier(Modifier::REVERSED),
            );
            c.cursor = Some(Position::new(12, 3));
        })
    }

    #[test]
    fn every_glyph_stands_in_its_column() {
        let svg = draw(&picture(), "待办 & more");
        assert!(svg.contains("<text x=\"201 221 241\" y=\"35\""), "{svg}");
        assert!(svg.contains(">赵小满</text>"));
        assert!(svg.contains("textLength=\"130\""), "{svg}");
        assert!(svg.contains("&lt;2&gt;") && svg.contains("待办 &amp; more"));
        assert!(
            !svg.contains('─') && !svg.contains('▇'),
            "lines are drawn, not written"
        );
        assert!(
            svg.contains("<rect x=\"120\" y=\"60\" width=\"2\""),
            "the cursor"
        );
    }

    #[test]
    fn the_same_frame_gives_the_same_bytes() {
        assert_eq!(draw(&picture(), "t"), draw(&picture(), "t"));
        let empty = Picture::paint(0, 0, |_| ());
        assert!(draw(&empty, "").ends_with("</svg>\n"));
    }

    #[test]
    fn no_visible_cell_is_forgotten() {
        let svg = draw(&picture(), "");
        let written: String = svg
            .lines()
            .filter(|line| line.starts_with("<text"))
            .filter_map(|line| Some(line.split_once('>')?.1.split_once("</text>")?.0.to_owned()))
            .collect();
        let written = written.replace("&lt;", "<").replace("&gt;", ">");
        let mut seen: Vec<char> = written.chars().filter(|c| *c != ' ').collect();
        let mut wanted: Vec<char> = picture()
            .text()
            .chars()
            .filter(|c| !" \n─│┌┐└┘▇█".contains(*c))
            .collect();
        seen.sort_unstable();
        wanted.sort_unstable();
        assert_eq!(seen, wanted);
    }
}
