//! Moving the terminal's cursor in few bytes.

use std::io::Write as _;

use ratatui::buffer::Cell;
use ratatui::layout::Position;
use unicode_width::UnicodeWidthStr;

use super::pen::Pen;

/// Where the terminal's cursor is, as far as that can be known.
#[derive(Debug)]
pub struct Travel {
    width: usize,
    x: usize,
    y: usize,
    /// Whether `x` is certain. It is not after a glyph that some terminals show
    /// in two columns, nor behind the last column.
    known: bool,
}

impl Travel {
    /// The cursor of a terminal of `width` columns, anywhere.
    pub fn new(width: u16) -> Self {
        Self {
            width: usize::from(width),
            x: 0,
            y: usize::MAX,
            known: false,
        }
    }

    /// The cursor was sent to the first cell.
    pub fn at_home(&mut self) {
        (self.x, self.y, self.known) = (0, 0, true);
    }

    /// A glyph of `span` columns was written where the cursor was.
    pub fn wrote(&mut self, symbol: &str, span: usize) {
        self.x += span;
        if self.x >= self.width || (symbol.len() > 1 && symbol.width_cjk() != span) {
            self.known = false;
        }
    }

    /// Goes to `(x, y)`, by the shortest way. Unchanged cells of `row` in
    /// between are written again where that is shorter than a jump.
    pub fn go(&mut self, out: &mut Vec<u8>, (x, y): (usize, usize), row: &[Cell], pen: &Pen) {
        if y == self.y && self.known && x > self.x && x - self.x <= 4 {
            let between = &row[self.x..x];
            let cheap = between.len() < forward(x - self.x).len() + 1;
            if cheap
                && between
                    .iter()
                    .all(|c| c.symbol().len() == 1 && pen.writes(c))
            {
                for cell in between {
                    out.extend_from_slice(cell.symbol().as_bytes());
                }
                self.x = x;
                return;
            }
        }
        self.jump(out, x, y);
    }

    /// Places the cursor for the user to see.
    pub fn place(&mut self, out: &mut Vec<u8>, at: Position) {
        if !self.known {
            self.y = usize::MAX;
        }
        self.jump(out, usize::from(at.x), usize::from(at.y));
    }

    fn jump(&mut self, out: &mut Vec<u8>, x: usize, y: usize) {
        // Consecutive cells need no jump even where the column is uncertain:
        // then the terminal is wrong by the same amount before and after.
        if (x, y) == (self.x, self.y) && x < self.width {
            return;
        }
        let mut best = absolute(x, y);
        for way in self.relative(x, y) {
            if way.len() < best.len() {
                best = way;
            }
        }
        out.extend_from_slice(&best);
        (self.x, self.y, self.known) = (x, y, true);
    }

    fn relative(&self, x: usize, y: usize) -> Vec<Vec<u8>> {
        let mut ways = Vec::with_capacity(2);
        let next_line = self.y.checked_add(1) == Some(y);
        if x == 0 && y == self.y {
            ways.push(b"\r".to_vec());
        }
        if x == 0 && next_line {
            ways.push(b"\r\n".to_vec());
        }
        if self.known && y == self.y && x > self.x {
            ways.push(forward(x - self.x));
        }
        if self.known && y == self.y && x < self.x {
            let back = self.x - x;
            ways.push(if back <= 3 {
                vec![8; back]
            } else {
                steps(back, b'D')
            });
        }
        if self.known && x == self.x && next_line {
            ways.push(b"\x1b[B".to_vec());
        }
        ways
    }
}

fn forward(columns: usize) -> Vec<u8> {
    steps(columns, b'C')
}

fn steps(count: usize, letter: u8) -> Vec<u8> {
    let mut bytes = b"\x1b[".to_vec();
    if count > 1 {
        let _ = write!(bytes, "{count}");
    }
    bytes.push(letter);
    bytes
}

fn absolute(x: usize, y: usize) -> Vec<u8> {
    let mut bytes = b"\x1b[".to_vec();
    let _ = match (x, y) {
        (0, 0) => Ok(()),
        (0, y) => write!(bytes, "{}", y + 1),
        (x, y) => write!(bytes, "{};{}", y + 1, x + 1),
    };
    bytes.push(b'H');
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way(from: (usize, usize), to: (usize, usize)) -> String {
        let mut travel = Travel {
            width: 80,
            x: from.0,
            y: from.1,
            known: true,
        };
        let mut out = Vec::new();
        travel.jump(&mut out, to.0, to.1);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn the_shortest_way_is_taken() {
        assert_eq!(way((3, 3), (3, 3)), "");
        assert_eq!(way((3, 3), (0, 3)), "\r");
        assert_eq!(way((3, 3), (0, 4)), "\r\n");
        assert_eq!(way((3, 3), (2, 3)), "\u{8}");
        assert_eq!(way((3, 3), (10, 3)), "\x1b[7C");
        assert_eq!(way((30, 3), (10, 3)), "\x1b[20D");
        assert_eq!(way((3, 3), (0, 0)), "\x1b[H");
        assert_eq!(way((3, 3), (0, 9)), "\x1b[10H");
        assert_eq!(way((3, 3), (3, 4)), "\x1b[B");
    }

    #[test]
    fn after_a_glyph_of_doubtful_width_only_certain_ways_are_taken() {
        let mut travel = Travel {
            width: 80,
            x: 3,
            y: 3,
            known: true,
        };
        travel.wrote("─", 1);
        let mut out = Vec::new();
        travel.jump(&mut out, 6, 3);
        assert_eq!(out, b"\x1b[4;7H");
        travel.wrote("甲", 2);
        out.clear();
        travel.jump(&mut out, 9, 3);
        assert_eq!(out, b"\x1b[C");
    }
}
