//! One line that is being typed.

use std::ops::Range;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::Position;
use ratatui::style::{Modifier, Style};
use tui_input::{Input, InputRequest};
use unicode_segmentation::UnicodeSegmentation;

use crate::tui::draw::Canvas;
use crate::tui::text::{self, LineEnd};

/// What a key or a paste did to a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edit {
    /// Not a key of text fields: it means something else here.
    Ignored,
    /// Taken; the text is as before.
    Moved,
    /// The text has changed.
    Changed,
    /// Something did not fit any more and was left out: say so.
    Full,
}

/// A limit from which on it is told before it is met.
const FEW: usize = 30;
/// The narrowest field that has room to count in it.
const ROOM_TO_COUNT: u16 = 24;

/// A text of one line with a cursor, never longer than its limit.
#[derive(Debug, Clone, Default)]
pub struct Field {
    input: Input,
    limit: usize,
    secret: bool,
}

impl Field {
    /// An empty field for at most `limit` characters (code points).
    pub fn new(limit: usize) -> Self {
        Self {
            input: Input::default(),
            limit,
            secret: false,
        }
    }

    /// Shows a star for each character.
    #[must_use]
    pub fn secret(mut self) -> Self {
        self.secret = true;
        self
    }

    /// Starts with a text, the cursor behind it.
    #[must_use]
    pub fn with(mut self, value: &str) -> Self {
        self.set(value);
        self
    }

    /// The text as typed.
    pub fn value(&self) -> &str {
        self.input.value()
    }

    /// Whether nothing but spaces stands in it.
    pub fn is_blank(&self) -> bool {
        self.value().trim().is_empty()
    }

    /// How many more characters it takes.
    pub fn remaining(&self) -> usize {
        self.limit.saturating_sub(self.value().chars().count())
    }

    /// Whether the limit is so near that it should be said. Fields for a handful of
    /// characters show it by themselves.
    pub fn is_nearly_full(&self) -> bool {
        let near = (self.limit / 10).clamp(5, 50);
        self.limit >= FEW && !self.secret && self.remaining() <= near
    }

    /// Replaces the text, cut to the limit; the cursor goes behind it.
    pub fn set(&mut self, value: &str) {
        self.input = Input::default();
        self.insert(value);
    }

    /// Empties it, and returns what stood in it.
    pub fn take(&mut self) -> String {
        std::mem::take(&mut self.input).value().to_owned()
    }

    /// Takes a key.
    pub fn key(&mut self, key: KeyEvent) -> Edit {
        if let (KeyCode::Char(c), false) = (key.code, chorded(key)) {
            return self.type_letter(c);
        }
        match request(key) {
            None => Edit::Ignored,
            Some(request) => match self.input.handle(request) {
                Some(state) if state.value => self.after_change(request),
                Some(_) | None => Edit::Moved,
            },
        }
    }

    /// Takes a paste: line ends and tabs become spaces, control characters are
    /// left out, and what exceeds the limit is left out at a whole character.
    pub fn paste(&mut self, pasted: &str) -> Edit {
        let folded = pasted.trim_end_matches(['\r', '\n']).replace("\r\n", " ");
        let folded = folded.replace(['\r', '\n', '\t', '\u{2028}', '\u{2029}'], " ");
        let clean: String = folded.chars().filter(|c| !c.is_control()).collect();
        match self.insert(&clean) {
            Inserted::Nothing => Edit::Moved,
            Inserted::All => Edit::Changed,
            Inserted::Part => Edit::Full,
        }
    }

    fn type_letter(&mut self, c: char) -> Edit {
        if self.remaining() == 0 {
            return Edit::Full;
        }
        self.input.handle(InputRequest::InsertChar(c));
        Edit::Changed
    }

    /// A killed word put back may exceed the limit.
    fn after_change(&mut self, request: InputRequest) -> Edit {
        if request == InputRequest::Yank && self.value().chars().count() > self.limit {
            let kept: String = self.value().chars().take(self.limit).collect();
            let cursor = self.input.cursor();
            self.input = std::mem::take(&mut self.input)
                .with_value(kept)
                .with_cursor(cursor);
            return Edit::Full;
        }
        Edit::Changed
    }

    fn insert(&mut self, words: &str) -> Inserted {
        let room = self.remaining();
        let mut taken = 0;
        let fitting = words.graphemes(true).take_while(|cluster| {
            taken += cluster.chars().count();
            taken <= room
        });
        let fitting: String = fitting.collect();
        if !fitting.is_empty() {
            let cursor = self.input.cursor();
            let added = fitting.chars().count();
            let mut value: String = self.value().chars().take(cursor).collect();
            value.push_str(&fitting);
            value.extend(self.value().chars().skip(cursor));
            let input = std::mem::take(&mut self.input);
            self.input = input.with_value(value).with_cursor(cursor + added);
        }
        match (fitting.len(), words.len()) {
            (_, 0) => Inserted::Nothing,
            (some, all) if some == all => Inserted::All,
            _ => Inserted::Part,
        }
    }

    /// The part that `columns` can show, and the column of the cursor in it.
    ///
    /// The text is shown from its start while the cursor fits; beyond that it
    /// is moved by half a field at a time, so that it does not slide under the
    /// input method with each letter. A hanzi cut by the left edge is a blank.
    pub fn view(&self, columns: usize) -> (String, usize) {
        if columns == 0 {
            return (String::new(), 0);
        }
        let parts = self.shown_parts();
        let cursor = self.cursor_column(&parts);
        let start = window_start(cursor, columns);
        let mut shown = String::new();
        for part in &parts {
            let Range {
                start: from,
                end: to,
            } = part.columns;
            if to > start + columns {
                break;
            }
            if from >= start {
                shown.push_str(&part.words);
            } else if to > start {
                shown.extend(std::iter::repeat_n(' ', to - start));
            }
        }
        (shown, cursor - start)
    }

    /// Draws the field; with the focus, the real cursor goes to its place.
    pub fn render(
        &self,
        canvas: &mut Canvas<'_>,
        (x, y): (u16, u16),
        columns: u16,
        style: Style,
        focused: bool,
    ) {
        if !focused {
            let words: String = self
                .shown_parts()
                .into_iter()
                .map(|part| part.words)
                .collect();
            canvas.text(x, y, columns, &words, style);
            return;
        }
        let columns = columns - self.count(canvas, (x, y), columns, style);
        let (words, cursor) = self.view(usize::from(columns));
        canvas.text(x, y, columns, &words, style);
        canvas.cursor = Some(Position::new(
            x + u16::try_from(cursor).unwrap_or(columns.saturating_sub(1)),
            y,
        ));
    }

    /// Counts at the right edge when the limit is near; the columns that this takes.
    fn count(&self, canvas: &mut Canvas<'_>, (x, y): (u16, u16), room: u16, style: Style) -> u16 {
        if !self.is_nearly_full() || room < ROOM_TO_COUNT {
            return 0;
        }
        let count = format!(" {}/{}", self.limit - self.remaining(), self.limit);
        let wide = u16::try_from(count.len()).unwrap_or(room);
        let style = style.add_modifier(Modifier::BOLD);
        canvas.text(x + room - wide, y, wide, &count, style);
        wide
    }

    fn shown_parts(&self) -> Vec<Part> {
        let (mut chars, mut column) = (0, 0);
        let mut part = |cluster: &str| {
            let words = if self.secret {
                "*".to_owned()
            } else {
                text::visible_with(cluster, LineEnd::Mark).into_owned()
            };
            let (chars_before, from) = (chars, column);
            chars += cluster.chars().count();
            column += text::width(&words);
            Part {
                words,
                columns: from..column,
                chars_before,
            }
        };
        self.value().graphemes(true).map(&mut part).collect()
    }

    fn cursor_column(&self, parts: &[Part]) -> usize {
        let after = parts
            .iter()
            .find(|part| part.chars_before >= self.input.cursor());
        match after {
            Some(part) => part.columns.start,
            None => parts.last().map_or(0, |part| part.columns.end),
        }
    }
}

/// A character as the user sees it, with where it stands.
struct Part {
    words: String,
    columns: Range<usize>,
    chars_before: usize,
}

enum Inserted {
    Nothing,
    All,
    Part,
}

fn window_start(cursor: usize, columns: usize) -> usize {
    if cursor < columns {
        return 0;
    }
    let half = (columns / 2).max(1);
    ((cursor - columns) / half + 1) * half
}

fn chorded(key: KeyEvent) -> bool {
    key.modifiers
        .intersects(KeyModifiers::CONTROL | KeyModifiers::ALT)
}

fn request(key: KeyEvent) -> Option<InputRequest> {
    let control = key.modifiers == KeyModifiers::CONTROL;
    let request = match (key.code, control) {
        (KeyCode::Left, true) => InputRequest::GoToPrevWord,
        (KeyCode::Right, true) => InputRequest::GoToNextWord,
        (KeyCode::Left, false) => InputRequest::GoToPrevChar,
        (KeyCode::Right, false) => InputRequest::GoToNextChar,
        (KeyCode::Home, _) | (KeyCode::Char('a'), true) => InputRequest::GoToStart,
        (KeyCode::End, _) | (KeyCode::Char('e'), true) => InputRequest::GoToEnd,
        (KeyCode::Backspace, _) => InputRequest::DeletePrevChar,
        (KeyCode::Delete, _) => InputRequest::DeleteNextChar,
        (KeyCode::Char('u'), true) => InputRequest::DeleteFromStart,
        (KeyCode::Char('k'), true) => InputRequest::DeleteTillEnd,
        (KeyCode::Char('w'), true) => InputRequest::DeletePrevWord,
        (KeyCode::Char('y'), true) => InputRequest::Yank,
        _ => return None,
    };
    Some(request)
}

#[cfg(test)]
mod tests;
