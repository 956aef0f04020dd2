//! A selection that moves through rows, a page at a time.

use std::ops::Range;

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::tui::draw::Canvas;
use crate::tui::theme::Theme;

/// A move of the selection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// The same row of the page before.
    PageUp,
    /// The same row of the next page.
    PageDown,
    /// The first row of all.
    First,
    /// The last row of all.
    Last,
}

impl Step {
    /// The move among hits that a key means while one types.
    pub fn of(key: KeyEvent) -> Option<Self> {
        [
            (KeyCode::Up, Self::Up),
            (KeyCode::Down, Self::Down),
            (KeyCode::PageUp, Self::PageUp),
            (KeyCode::PageDown, Self::PageDown),
        ]
        .into_iter()
        .find_map(|(code, step)| (code == key.code).then_some(step))
    }
}

/// Which of `len` rows is selected.
///
/// The page shown is the one that holds the selection: rows do not scroll, they
/// turn, so that most moves change two markers and nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct List {
    selected: usize,
    len: usize,
}

impl List {
    /// A list of `len` rows with the first one selected.
    pub fn new(len: usize) -> Self {
        Self { selected: 0, len }
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Takes over a new number of rows; the selection stays at its place or
    /// goes to the last row.
    pub fn set_len(&mut self, len: usize) {
        self.len = len;
        self.select(self.selected);
    }

    /// The selected row, unless there are none.
    pub fn selected(&self) -> Option<usize> {
        (self.selected < self.len).then_some(self.selected)
    }

    /// Selects a row, or the last one if there are fewer.
    pub fn select(&mut self, row: usize) {
        self.selected = row.min(self.len.saturating_sub(1));
    }

    /// Moves the selection on pages of `height` rows; whether it moved.
    pub fn step(&mut self, step: Step, height: usize) -> bool {
        let (before, height) = (self.selected, height.max(1));
        let row = match step {
            Step::Up => before.saturating_sub(1),
            Step::Down => before.saturating_add(1),
            Step::PageUp => before.saturating_sub(height),
            Step::PageDown => before.saturating_add(height),
            Step::First => 0,
            Step::Last => usize::MAX,
        };
        self.select(row);
        self.selected != before
    }

    /// The rows on the page that holds the selection.
    pub fn page(&self, height: usize) -> Range<usize> {
        let height = height.max(1);
        let first = self.selected / height * height;
        first.min(self.len)..first.saturating_add(height).min(self.len)
    }

    /// The rows to draw in `area`: number, line on the screen, selected or not.
    pub fn rows(&self, area: Rect) -> impl Iterator<Item = (usize, u16, bool)> + use<> {
        let selected = self.selected;
        let page = if area.height == 0 {
            0..0
        } else {
            self.page(usize::from(area.height))
        };
        page.zip(area.top()..area.bottom())
            .map(move |(row, y)| (row, y, row == selected))
    }

    /// Which page of how many, counted from one.
    pub fn page_number(&self, height: usize) -> (usize, usize) {
        let height = height.max(1);
        (self.selected / height + 1, self.len.div_ceil(height).max(1))
    }
}

/// Draws the marker of a row and gives the style of its first words.
pub fn mark(canvas: &mut Canvas<'_>, theme: &Theme, (x, y): (u16, u16), selected: bool) -> Style {
    if selected {
        canvas.text(x, y, 1, theme.glyphs.marker, theme.selected);
        theme.selected
    } else {
        theme.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::draw::Screen;

    #[test]
    fn the_page_turns_when_the_selection_leaves_it() {
        let mut list = List::new(25);
        for _ in 0..9 {
            list.step(Step::Down, 10);
        }
        assert_eq!(list.page(10), 0..10);
        list.step(Step::Down, 10);
        assert_eq!((list.selected(), list.page(10)), (Some(10), 10..20));
        list.step(Step::Up, 10);
        assert_eq!((list.selected(), list.page(10)), (Some(9), 0..10));
        list.step(Step::Last, 10);
        assert_eq!((list.selected(), list.page(10)), (Some(24), 20..25));
        assert_eq!(list.page_number(10), (3, 3));
        assert!(!list.step(Step::PageDown, 10));
        list.step(Step::PageUp, 10);
        assert_eq!(list.selected(), Some(14));
        list.step(Step::First, 10);
        assert_eq!(list.selected(), Some(0));
    }

    #[test]
    fn an_empty_list_and_a_shrinking_one_select_what_is_there() {
        let mut list = List::new(0);
        assert!(!list.step(Step::Down, 5));
        assert_eq!((list.selected(), list.page(5)), (None, 0..0));
        list.set_len(10);
        list.select(9);
        list.set_len(4);
        assert_eq!(list.selected(), Some(3));
        assert_eq!(list.rows(Rect::new(0, 0, 5, 0)).count(), 0);
    }

    #[test]
    fn a_step_sends_only_two_markers_and_two_numbers() {
        let theme = Theme::default();
        let mut list = List::new(5000);
        let mut screen = Screen::new(Vec::new(), 120, 40);
        let mut draw = |list: &List| {
            let paint = |canvas: &mut Canvas<'_>| {
                for (row, y, selected) in list.rows(canvas.area()) {
                    let style = mark(canvas, &theme, (0, y), selected);
                    canvas.text(2, y, 13, &format!("20260403-{row:04}"), style);
                    canvas.text(
                        17,
                        y,
                        100,
                        "周小满  户口迁移(代办)  李明  待答复",
                        theme.text,
                    );
                }
            };
            screen.draw(paint).unwrap()
        };
        draw(&list);
        list.step(Step::Down, 40);
        let sent = draw(&list);
        assert!(sent < 110, "{sent} bytes for one step");
    }
}
