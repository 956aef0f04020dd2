//! Box lines as strokes, block elements as rectangles.

use std::collections::BTreeMap;

use super::{COLUMN, ROW, put};

/// Strokes by colour, and rectangles in the order they came.
#[derive(Default)]
pub struct Shapes {
    strokes: BTreeMap<String, String>,
    blocks: String,
    /// The level stroke that may still grow: its colour, end and height.
    open: Option<(String, usize, usize)>,
}

/// Which ways a box line leaves the middle of its cell: left, right, up, down.
type Arms = [bool; 4];

impl Shapes {
    /// Draws a cell's symbol if it is a line or a block; whether it was.
    pub fn take(&mut self, symbol: &str, ink: &str, x: usize, y: usize) -> bool {
        if let Some(arms) = arms(symbol) {
            self.box_line(arms, ink, (x * COLUMN, y * ROW));
            return true;
        }
        self.block(symbol, ink, (x * COLUMN, y * ROW))
    }

    /// Draws a level line; one that goes on where the last one ended is the
    /// same line.
    pub fn line(&mut self, ink: &str, from: usize, to: usize, y: usize) {
        let path = self.strokes.entry(ink.to_owned()).or_default();
        let goes_on = self
            .open
            .as_ref()
            .is_some_and(|open| *open == (ink.to_owned(), from, y));
        match path.rfind('H').filter(|_| goes_on) {
            Some(at) => {
                path.truncate(at);
                put(path, format_args!("H{to}"));
            }
            None => put(path, format_args!("M{from} {y}H{to}")),
        }
        self.open = Some((ink.to_owned(), to, y));
    }

    /// All of it as SVG.
    pub fn drawn(&self) -> String {
        let mut svg = self.blocks.clone();
        for (ink, path) in &self.strokes {
            put(
                &mut svg,
                format_args!("<path d=\"{path}\" stroke=\"{ink}\" fill=\"none\"/>\n"),
            );
        }
        svg
    }

    fn box_line(&mut self, [left, right, up, down]: Arms, ink: &str, (x, y): (usize, usize)) {
        let (middle_x, middle_y) = (x + COLUMN / 2, y + ROW / 2);
        let from = if left { x } else { middle_x };
        let to = if right { x + COLUMN } else { middle_x };
        if from < to {
            self.line(ink, from, to, middle_y);
        }
        let (top, bottom) = (
            if up { y } else { middle_y },
            if down { y + ROW } else { middle_y },
        );
        if top < bottom {
            // Before the level line, so that that one can still grow.
            let path = self.strokes.entry(ink.to_owned()).or_default();
            path.insert_str(0, &format!("M{middle_x} {top}V{bottom}"));
        }
    }

    fn block(&mut self, symbol: &str, ink: &str, (x, y): (usize, usize)) -> bool {
        let mut chars = symbol.chars();
        let (Some(c), None) = (chars.next(), chars.next()) else {
            return false;
        };
        let code = u32::from(c) as usize;
        let (left, top, width, height, opacity) = match code {
            0x2580 => (0, 0, COLUMN, ROW / 2, 100),
            0x2581..=0x2588 => {
                let height = ROW * (code - 0x2580) / 8;
                (0, ROW - height, COLUMN, height, 100)
            }
            0x2589..=0x258f => (0, 0, COLUMN * (0x2590 - code) / 8, ROW, 100),
            0x2591..=0x2593 => (0, 0, COLUMN, ROW, 25 * (code - 0x2590)),
            _ => return false,
        };
        let (x, y) = (x + left, y + top);
        put(
            &mut self.blocks,
            format_args!(
                "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{ink}\" \
                 opacity=\"{}.{:02}\"/>\n",
                opacity / 100,
                opacity % 100
            ),
        );
        true
    }
}

fn arms(symbol: &str) -> Option<Arms> {
    let arms = match symbol {
        "─" => [true, true, false, false],
        "│" => [false, false, true, true],
        "┌" => [false, true, false, true],
        "┐" => [true, false, false, true],
        "└" => [false, true, true, false],
        "┘" => [true, false, true, false],
        "├" => [false, true, true, true],
        "┤" => [true, false, true, true],
        "┬" => [true, true, false, true],
        "┴" => [true, true, true, false],
        "┼" => [true, true, true, true],
        _ => return None,
    };
    Some(arms)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_of_lines_is_one_stroke() {
        let mut shapes = Shapes::default();
        for (x, symbol) in ["┌", "─", "─", "┐"].into_iter().enumerate() {
            assert!(shapes.take(symbol, "#fff", x, 0));
        }
        let svg = shapes.drawn();
        assert!(svg.contains("M5 10H35\""), "{svg}");
        assert!(
            svg.contains("M5 10V20") && svg.contains("M35 10V20"),
            "{svg}"
        );
    }

    #[test]
    fn blocks_are_rectangles_of_eighths() {
        let mut shapes = Shapes::default();
        assert!(shapes.take("▄", "#fff", 1, 1));
        assert!(
            shapes
                .drawn()
                .contains("<rect x=\"10\" y=\"30\" width=\"10\" height=\"10\"")
        );
        assert!(!shapes.take("a", "#fff", 0, 0));
    }
}
