//! The colours and attributes the terminal writes with, changed in few bytes.

use std::io::Write as _;

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

const ATTRIBUTES: [(Modifier, u8, u8); 9] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

/// What the terminal writes with now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pen {
    foreground: Color,
    background: Color,
    modifier: Modifier,
}

impl Default for Pen {
    fn default() -> Self {
        Self {
            foreground: Color::Reset,
            background: Color::Reset,
            modifier: Modifier::empty(),
        }
    }
}

impl From<&Cell> for Pen {
    fn from(cell: &Cell) -> Self {
        Self {
            foreground: cell.fg,
            background: cell.bg,
            modifier: cell.modifier,
        }
    }
}

impl Pen {
    /// Whether a cell can be written without changing the pen.
    pub fn writes(&self, cell: &Cell) -> bool {
        *self == Self::from(cell)
    }

    /// Takes on the style of a cell.
    pub fn become_like(&mut self, out: &mut Vec<u8>, cell: &Cell) {
        self.become_pen(out, Self::from(cell));
    }

    /// Takes on the terminal's own colours, without attributes.
    pub fn become_plain(&mut self, out: &mut Vec<u8>) {
        self.become_pen(out, Self::default());
    }

    fn become_pen(&mut self, out: &mut Vec<u8>, wanted: Self) {
        if *self == wanted {
            return;
        }
        if wanted == Self::default() {
            out.extend_from_slice(b"\x1b[m");
        } else {
            let changed = wanted.codes_from(self);
            let mut anew = Codes::default();
            anew.push(0);
            anew.extend(&wanted.codes_from(&Self::default()));
            let shorter = if changed.0.len() <= anew.0.len() {
                changed
            } else {
                anew
            };
            out.extend_from_slice(b"\x1b[");
            out.extend_from_slice(&shorter.0);
            out.push(b'm');
        }
        *self = wanted;
    }

    fn codes_from(&self, old: &Self) -> Codes {
        let mut codes = Codes::default();
        let gone = old.modifier - self.modifier;
        let mut set = self.modifier - old.modifier;
        let mut last_off = 0;
        for (attribute, _, off) in ATTRIBUTES {
            if gone.contains(attribute) && off != last_off {
                codes.push(off);
                last_off = off;
                // Bold and dim share one "off", and so do the two blinks.
                for (other, _, same_off) in ATTRIBUTES {
                    if same_off == off {
                        set |= self.modifier & other;
                    }
                }
            }
        }
        for (attribute, on, _) in ATTRIBUTES {
            if set.contains(attribute) {
                codes.push(on);
            }
        }
        if self.foreground != old.foreground {
            codes.colour(self.foreground, 30);
        }
        if self.background != old.background {
            codes.colour(self.background, 40);
        }
        codes
    }
}

/// Parameters of one SGR sequence, joined by semicolons.
#[derive(Default)]
struct Codes(Vec<u8>);

impl Codes {
    fn push(&mut self, code: u8) {
        if !self.0.is_empty() {
            self.0.push(b';');
        }
        // Writing to a Vec cannot fail.
        let _ = write!(self.0, "{code}");
    }

    fn push_all(&mut self, codes: &[u8]) {
        for code in codes {
            self.push(*code);
        }
    }

    fn extend(&mut self, other: &Self) {
        if !other.0.is_empty() {
            self.0.push(b';');
            self.0.extend_from_slice(&other.0);
        }
    }

    /// `base` is 30 for letters and 40 for backgrounds.
    fn colour(&mut self, colour: Color, base: u8) {
        match colour {
            Color::Reset => self.push(base + 9),
            Color::Indexed(index) => self.push_all(&[base + 8, 5, index]),
            Color::Rgb(r, g, b) => self.push_all(&[base + 8, 2, r, g, b]),
            Color::Black => self.push(base),
            Color::Red => self.push(base + 1),
            Color::Green => self.push(base + 2),
            Color::Yellow => self.push(base + 3),
            Color::Blue => self.push(base + 4),
            Color::Magenta => self.push(base + 5),
            Color::Cyan => self.push(base + 6),
            Color::Gray => self.push(base + 7),
            Color::DarkGray => self.push(base + 60),
            Color::LightRed => self.push(base + 61),
            Color::LightGreen => self.push(base + 62),
            Color::LightYellow => self.push(base + 63),
            Color::LightBlue => self.push(base + 64),
            Color::LightMagenta => self.push(base + 65),
            Color::LightCyan => self.push(base + 66),
            Color::White => self.push(base + 67),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(from: Pen, to: Pen) -> String {
        let (mut pen, mut out) = (from, Vec::new());
        pen.become_pen(&mut out, to);
        String::from_utf8(out).unwrap()
    }

    fn pen(foreground: Color, modifier: Modifier) -> Pen {
        Pen {
            foreground,
            modifier,
            ..Pen::default()
        }
    }

    #[test]
    fn only_what_differs_is_said() {
        let plain = Pen::default();
        let red = pen(Color::Red, Modifier::empty());
        let bold_red = pen(Color::Red, Modifier::BOLD);
        assert_eq!(change(plain, plain), "");
        assert_eq!(change(plain, red), "\x1b[31m");
        assert_eq!(change(red, bold_red), "\x1b[1m");
        assert_eq!(change(bold_red, red), "\x1b[22m");
        assert_eq!(change(bold_red, plain), "\x1b[m");
    }

    #[test]
    fn bold_survives_the_end_of_dim() {
        let both = pen(Color::Reset, Modifier::BOLD | Modifier::DIM);
        let bold = pen(Color::Reset, Modifier::BOLD);
        assert_eq!(change(both, bold), "\x1b[0;1m");
        let red_both = pen(Color::Indexed(123), Modifier::BOLD | Modifier::DIM);
        let red_bold = pen(Color::Indexed(123), Modifier::BOLD);
        assert_eq!(change(red_both, red_bold), "\x1b[22;1m");
    }
}
