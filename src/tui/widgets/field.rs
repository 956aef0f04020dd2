//! One line that is being typed.

use std::ops::Range;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::Position;
use ratatui::style::Style;
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
        let (words, cursor) = self.view(usize::from(columns));
        canvas.text(x, y, columns, &words, style);
        canvas.cursor = Some(Position::new(
            x + u16::try_from(cursor).unwrap_or(columns.saturating_sub(1)),
            y,
        ));
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
mod tests {
    use super::*;
    use crate::tui::draw::Picture;

    fn press(field: &mut Field, codes: &[KeyCode]) {
        for code in codes {
            field.key(KeyEvent::new(*code, KeyModifiers::NONE));
        }
    }

    fn control(field: &mut Field, letter: char) -> Edit {
        field.key(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL))
    }

    #[test]
    fn the_cursor_stands_after_both_columns_of_a_hanzi() {
        let mut field = Field::new(20).with("赵小满");
        assert_eq!(field.view(10), ("赵小满".to_owned(), 6));
        press(&mut field, &[KeyCode::Left, KeyCode::Backspace]);
        assert_eq!(field.value(), "赵满");
        assert_eq!(field.view(10).1, 2);
        let picture = Picture::paint(12, 1, |c| field.render(c, (1, 0), 10, Style::new(), true));
        assert_eq!(picture.text(), " 赵满\n");
        assert_eq!(picture.cursor, Some(Position::new(3, 0)));
    }

    #[test]
    fn a_long_text_moves_by_half_a_field_and_shows_the_cursor() {
        let mut field = Field::new(200);
        for count in 0..100 {
            press(
                &mut field,
                &[KeyCode::Char(if count % 3 == 0 { 'a' } else { '汉' })],
            );
            for columns in 1..20 {
                let (shown, cursor) = field.view(columns);
                assert!(text::width(&shown) <= columns, "{columns}: {shown:?}");
                assert!(cursor < columns, "{columns}: {cursor}");
            }
        }
        let field = Field::new(99).with("一二三四五");
        assert_eq!(field.view(7), ("四五".to_owned(), 4));
    }

    #[test]
    fn a_full_field_says_so_and_keeps_what_it_has() {
        let mut field = Field::new(3).with("一二");
        assert_eq!(field.remaining(), 1);
        assert_eq!(field.paste("三四"), Edit::Full);
        assert_eq!(field.value(), "一二三");
        assert_eq!(field.key(KeyEvent::from(KeyCode::Char('四'))), Edit::Full);
        assert_eq!(field.value(), "一二三");
        assert_eq!(control(&mut field, 'u'), Edit::Changed);
        assert_eq!(control(&mut field, 'y'), Edit::Changed);
        assert_eq!(control(&mut field, 'y'), Edit::Full);
        assert_eq!(field.value(), "一二三");
    }

    #[test]
    fn a_paste_becomes_one_line_without_commands() {
        let mut field = Field::new(100).with("ad");
        press(&mut field, &[KeyCode::Left]);
        assert_eq!(field.paste("b\r\nc\td\u{1b}[31m\n"), Edit::Changed);
        assert_eq!(field.value(), "ab c d[31md");
        assert_eq!(field.paste(""), Edit::Moved);
    }

    #[test]
    fn hidden_characters_are_seen_while_typing() {
        let field = Field::new(100).with("a\u{202e}b");
        assert_eq!(field.view(40).0, "a<U+202E>b");
        assert_eq!(
            Field::new(9).secret().with("12张").view(9),
            ("***".to_owned(), 3)
        );
    }

    #[test]
    fn words_and_ends_are_reached_and_removed() {
        let mut field = Field::new(100).with("one two three");
        control(&mut field, 'w');
        assert_eq!(field.value(), "one two ");
        control(&mut field, 'a');
        field.key(KeyEvent::new(KeyCode::Right, KeyModifiers::CONTROL));
        control(&mut field, 'k');
        assert_eq!(field.value(), "one ");
        control(&mut field, 'e');
        control(&mut field, 'u');
        assert!(field.is_blank());
        assert_eq!(control(&mut field, 's'), Edit::Ignored);
        assert_eq!(field.key(KeyEvent::from(KeyCode::F(2))), Edit::Ignored);
        assert_eq!(field.key(KeyEvent::from(KeyCode::Left)), Edit::Moved);
    }

    #[test]
    fn a_composed_letter_is_removed_whole() {
        let mut field = Field::new(100).with("ae\u{301}");
        press(&mut field, &[KeyCode::Backspace]);
        assert_eq!(field.value(), "a");
    }

    #[test]
    fn whatever_looks_like_one_character_is_passed_and_removed_as_one() {
        let family = "👨\u{200d}👩\u{200d}👧";
        for one in [
            "e\u{301}\u{323}",
            family,
            "🇨🇳",
            "👍🏽",
            "❤\u{fe0f}",
            "葛\u{e0100}",
            "汉",
        ] {
            let whole = format!("a{one}b");
            let mut field = Field::new(100).with(&whole);
            press(
                &mut field,
                &[KeyCode::Left, KeyCode::Left, KeyCode::Char('x')],
            );
            assert_eq!(field.value(), format!("ax{one}b"));
            press(&mut field, &[KeyCode::Backspace, KeyCode::Delete]);
            assert_eq!(field.value(), "ab", "{one}");
            let mut field = Field::new(100).with(&whole);
            press(
                &mut field,
                &[
                    KeyCode::Home,
                    KeyCode::Right,
                    KeyCode::Right,
                    KeyCode::Backspace,
                ],
            );
            assert_eq!(field.value(), "ab", "{one}");
            let mut field = Field::new(100).with(&whole);
            press(&mut field, &[KeyCode::End]);
            control(&mut field, 'w');
            assert!(
                field.value().is_empty() || whole.starts_with(field.value()),
                "{one}"
            );
            assert!(!field.value().ends_with('\u{200d}'), "{one}");
            for columns in 1..9 {
                let (shown, cursor) = field.view(columns);
                assert!(
                    text::width(&shown) <= columns && cursor < columns,
                    "{one} {columns}"
                );
            }
        }
    }

    #[test]
    fn a_megabyte_is_pasted_soon() {
        let mut field = Field::new(2000);
        let started = std::time::Instant::now();
        assert_eq!(field.paste(&"责任\n".repeat(150_000)), Edit::Full);
        assert_eq!(field.remaining(), 0);
        assert!(started.elapsed() < std::time::Duration::from_secs(1));
    }
}
