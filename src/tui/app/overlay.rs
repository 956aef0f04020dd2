//! What lies over a screen: a question, a sheet to read, the command palette.

use super::palette::Palette;
use super::papers::Papers;
use super::slips::SlipSheet;
use crate::i18n::{Lang, app as say};
use crate::tui::keymap::{Action, KEYMAP, Scope};
use crate::tui::screen::{Outcome, Sheet};
use crate::tui::text;
use crate::tui::widgets::{Confirm, Field};

/// What lies over a screen.
#[derive(Debug)]
pub(super) enum Overlay {
    /// A question, and what follows a yes.
    Confirm(Confirm, Box<Outcome>),
    /// A sheet to read.
    Reading(Reading),
    /// Papers to be looked at and given.
    Papers(Box<Papers>),
    /// The command palette.
    Palette(Palette),
    /// A sheet of paper slips on its way in.
    Slips(Box<SlipSheet>),
    /// Whose PIN is to be drawn anew.
    WhosePin(Field),
}

impl Overlay {
    pub fn typing(&self) -> bool {
        match self {
            Self::Palette(_) | Self::WhosePin(_) => true,
            Self::Slips(sheet) => sheet.typing(),
            Self::Confirm(..) | Self::Reading(_) | Self::Papers(_) => false,
        }
    }

    pub fn paste(&mut self, words: &str) {
        match self {
            Self::Palette(palette) => {
                palette.paste(words);
            }
            Self::Slips(sheet) => sheet.paste(words),
            Self::WhosePin(number) => {
                let _ = number.paste(words);
            }
            Self::Confirm(..) | Self::Reading(_) | Self::Papers(_) => {}
        }
    }
}

/// A sheet, and how far down one has read.
#[derive(Debug)]
pub(super) struct Reading {
    pub sheet: Sheet,
    pub lines: Vec<String>,
    pub from: usize,
}

/// The widest line of a sheet on the screen, in columns.
const READING_WIDTH: usize = 76;

impl Reading {
    pub fn new(sheet: Sheet) -> Self {
        let lines = sheet
            .text
            .lines()
            .flat_map(|line| hung(line, READING_WIDTH))
            .collect();
        Self {
            sheet,
            lines,
            from: 0,
        }
    }

    pub fn scroll(&mut self, action: Action, height: usize) {
        self.from = scrolled(self.from, self.lines.len(), action, height);
    }
}

/// The first line shown, after a key that scrolls.
pub(super) fn scrolled(from: usize, lines: usize, action: Action, height: usize) -> usize {
    let last = lines.saturating_sub(height);
    let page = height.saturating_sub(1).max(1);
    match action {
        Action::Down => from + 1,
        Action::Up => from.saturating_sub(1),
        Action::PageDown => from + page,
        Action::PageUp => from.saturating_sub(page),
        _ => from,
    }
    .min(last)
}

/// How many lines of a sheet fit on a screen of this size.
pub(super) fn reading_height(size: (u16, u16)) -> usize {
    usize::from(size.1.saturating_sub(4))
}

/// The lines of one line of a sheet. What does not fit goes on under the column
/// that it belongs to: columns stand two spaces apart.
fn hung(line: &str, width: usize) -> Vec<String> {
    let column = line.rfind("  ").map_or(0, |at| at + 2);
    let (columns, last) = line.split_at(column);
    let under = text::width(columns);
    if under * 2 > width {
        return text::wrap(line, width);
    }
    let set = text::wrap(last, width - under).into_iter().enumerate();
    set.map(|(nth, piece)| match nth {
        0 => format!("{columns}{piece}"),
        _ => format!("{}{piece}", " ".repeat(under)),
    })
    .collect()
}

/// The keys that work here, as a sheet.
pub(super) fn help(lang: Lang, scope: Scope) -> Sheet {
    let mut lines = Vec::new();
    for part in [scope, Scope::Global] {
        lines.push(part.name(lang).to_owned());
        for binding in KEYMAP.iter().filter(|binding| binding.scope == part) {
            let keys = text::pad(&binding.keys(lang), 14);
            let label = text::pad(binding.label(lang), 12);
            lines.push(format!("  {keys}{label}{}", binding.help(lang)));
        }
        lines.push(String::new());
    }
    if scope == Scope::Queue {
        lines.push(say::signs(lang).to_owned());
    }
    let title = say::KEYS_HERE.text(lang).to_owned();
    Sheet {
        title,
        text: lines.join("\n"),
        file: "keys.txt".to_owned(),
    }
}
