//! The sixteen colours on a dark ground.

use std::fmt::Write as _;

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// The ground of the drawing.
pub const BACKGROUND: &str = "#1d2129";
/// Ordinary letters.
pub const FOREGROUND: &str = "#d8dce3";

const SIXTEEN: [&str; 16] = [
    "#2b303b", "#e06c75", "#98c379", "#e5c07b", "#61afef", "#c678dd", "#56b6c2", "#c8ccd4",
    "#8a919e", "#f0868e", "#b5d99c", "#f0d399", "#85c3f5", "#d79bea", "#7fcfd9", "#ffffff",
];

/// How a cell looks in the drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// The colour of its letters and lines.
    pub ink: String,
    /// The colour behind them, unless it is the ground's.
    pub back: Option<String>,
    /// Its attributes; reverse is done with.
    pub modifier: Modifier,
}

impl Look {
    /// The look of a cell.
    pub fn of(cell: &Cell) -> Self {
        let ink = named(cell.fg).unwrap_or_else(|| FOREGROUND.to_owned());
        let back = named(cell.bg);
        let modifier = cell.modifier.difference(Modifier::REVERSED);
        if cell.modifier.contains(Modifier::REVERSED) {
            let paper = back.unwrap_or_else(|| BACKGROUND.to_owned());
            return Self {
                ink: paper,
                back: Some(ink),
                modifier,
            };
        }
        Self {
            ink,
            back,
            modifier,
        }
    }

    /// The attributes of an SVG text.
    pub fn attributes(&self) -> String {
        let mut written = String::new();
        // Writing to a String cannot fail.
        let _ = write!(written, " fill=\"{}\"", self.ink);
        for (modifier, attribute) in [
            (Modifier::BOLD, " font-weight=\"bold\""),
            (Modifier::ITALIC, " font-style=\"italic\""),
            (Modifier::DIM, " opacity=\"0.6\""),
        ] {
            if self.modifier.contains(modifier) {
                written.push_str(attribute);
            }
        }
        written
    }
}

fn named(colour: Color) -> Option<String> {
    let index = match colour {
        Color::Reset => return None,
        Color::Rgb(r, g, b) => return Some(format!("#{r:02x}{g:02x}{b:02x}")),
        Color::Indexed(index) => return Some(indexed(index)),
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
    };
    Some(indexed(index))
}

/// The colours of xterm: sixteen, a cube of six levels, and greys.
fn indexed(index: u8) -> String {
    match index {
        0..=15 => SIXTEEN[usize::from(index)].to_owned(),
        16..=231 => {
            let level = |n: u8| if n == 0 { 0 } else { 55 + 40 * n };
            let cube = index - 16;
            let (r, g, b) = (level(cube / 36), level(cube / 6 % 6), level(cube % 6));
            format!("#{r:02x}{g:02x}{b:02x}")
        }
        232..=255 => {
            let grey = 8 + 10 * (index - 232);
            format!("#{grey:02x}{grey:02x}{grey:02x}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_beyond_sixteen_are_those_of_xterm() {
        assert_eq!(indexed(16), "#000000");
        assert_eq!(indexed(231), "#ffffff");
        assert_eq!(indexed(196), "#ff0000");
        assert_eq!(indexed(255), "#eeeeee");
    }

    #[test]
    fn reverse_swaps_ink_and_ground() {
        let mut cell = Cell::EMPTY;
        cell.modifier = Modifier::REVERSED;
        let look = Look::of(&cell);
        assert_eq!(
            (look.ink.as_str(), look.back.as_deref()),
            (BACKGROUND, Some(FOREGROUND))
        );
    }
}
