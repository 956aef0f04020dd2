//! A paper's short form as a code for the visitor's telephone.

use qrcode::{Color, EcLevel, QrCode};

/// Light modules around a code, which readers need.
const QUIET: usize = 4;

/// A code with its quiet zone; true is dark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    side: usize,
    dark: Vec<bool>,
}

impl Code {
    /// The code of a text; nothing where it is too long for any.
    pub fn of(text: &str) -> Option<Self> {
        let code = QrCode::with_error_correction_level(text, EcLevel::L).ok()?;
        let inner = code.width();
        let side = inner + 2 * QUIET;
        let mut dark = vec![false; side * side];
        for (at, color) in code.to_colors().into_iter().enumerate() {
            let (row, column) = (at / inner + QUIET, at % inner + QUIET);
            dark[row * side + column] = color == Color::Dark;
        }
        Some(Self { side, dark })
    }

    /// The code of as much of a text as fits on a screen: whole lines are dropped
    /// from its end, the first stays. Nothing where not even that fits.
    pub fn fitting(text: &str, fits: impl Fn(&Self) -> bool) -> Option<Self> {
        let lines: Vec<&str> = text.lines().collect();
        (1..=lines.len()).rev().find_map(|count| {
            let code = Self::of(&lines[..count].join("\n"))?;
            fits(&code).then_some(code)
        })
    }

    fn is_dark(&self, row: usize, column: usize) -> bool {
        row < self.side && self.dark[row * self.side + column]
    }

    /// Lines of half blocks, two modules in each cell, one above the other. What is
    /// light is drawn, so on a dark screen the code is dark on light.
    pub fn half_blocks(&self) -> Vec<String> {
        let cell = |row: usize, column: usize| match (
            self.is_dark(row, column),
            row + 1 >= self.side || self.is_dark(row + 1, column),
        ) {
            (false, false) => '█',
            (false, true) => '▀',
            (true, false) => '▄',
            (true, true) => ' ',
        };
        (0..self.side)
            .step_by(2)
            .map(|row| (0..self.side).map(|column| cell(row, column)).collect())
            .collect()
    }

    /// Lines of two plain characters a module, for terminals without block letters.
    pub fn ascii(&self) -> Vec<String> {
        let cell = |row: usize, column: usize| {
            if self.is_dark(row, column) {
                "  "
            } else {
                "##"
            }
        };
        (0..self.side)
            .map(|row| (0..self.side).map(|column| cell(row, column)).collect())
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHORT: &str = "告〔2026〕12号\n不动产转移登记(房屋买卖)\n还缺：申请人身份证明；买卖合同";

    /// The modules that lines of half blocks show; true is dark.
    fn seen(lines: &[String]) -> Vec<Vec<bool>> {
        let mut rows = Vec::new();
        for line in lines {
            for lower in [false, true] {
                let dark = |c: char| match (c, lower) {
                    ('█', _) | ('▀', false) | ('▄', true) => false,
                    (' ', _) | ('▀', true) | ('▄', false) => true,
                    other => panic!("{other:?}"),
                };
                rows.push(line.chars().map(dark).collect());
            }
        }
        rows
    }

    #[test]
    fn half_blocks_and_plain_characters_show_the_same_code_in_its_quiet_zone() {
        let code = Code::of(SHORT).unwrap();
        let blocks = seen(&code.half_blocks());
        let plain: Vec<Vec<bool>> = code
            .ascii()
            .iter()
            .map(|line| line.as_bytes().chunks(2).map(|two| two == b"  ").collect())
            .collect();
        assert_eq!(blocks[..code.side], plain[..]);
        for near in 0..QUIET {
            assert!(plain[near].iter().all(|dark| !dark));
            assert!(plain.iter().all(|row| !row[near]));
        }
        // The three corners that a reader looks for.
        let corner = |row: usize, column: usize| plain[row + QUIET][column + QUIET];
        assert!(corner(0, 0) && corner(6, 6) && !corner(1, 1) && corner(2, 2));
    }

    #[test]
    fn a_small_screen_gets_the_number_before_it_gets_nothing() {
        let rows = |most: usize| Code::fitting(SHORT, |code| code.half_blocks().len() <= most);
        assert_eq!(rows(40), Code::of(SHORT));
        assert_eq!(rows(17), Code::of("告〔2026〕12号"));
        assert_eq!(rows(5), None);
    }
}
