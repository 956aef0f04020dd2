//! Type-ahead: a few letters find one of many, one key takes it.
//!
//! The field stands where the form puts it and the hits at a fixed place of
//! their own, so that nothing moves while one types. What was taken stands in
//! the field as a whole: typing replaces it, Backspace removes it.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::field::{Edit, Field};
use super::frame::heading;
use super::list::{List, Step, mark};
pub use crate::search::Choice;
use crate::search::{Hits, Shelf};
use crate::tui::draw::Canvas;
use crate::tui::text;
use crate::tui::theme::Theme;

/// What a key did to a picker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pick {
    /// Not a key of pickers.
    Ignored,
    /// Typing, as in any field.
    Typing(Edit),
    /// A digit took a hit.
    Taken,
}

/// A field, the choices that fit what stands in it, and the one that was taken.
#[derive(Debug, Clone, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a manner of its own")]
pub struct Picker {
    field: Field,
    choices: Shelf,
    hits: Hits,
    list: List,
    lit: bool,
    taken: Option<Choice>,
    eager: bool,
    digits: bool,
    menu: bool,
    rows: usize,
}

impl Picker {
    /// An empty picker that shows `rows` hits at a time and takes `limit` characters.
    pub fn new(rows: usize, limit: usize) -> Self {
        Self {
            field: Field::new(limit),
            rows: rows.max(1),
            ..Self::default()
        }
    }

    /// Highlights the first choice before anything is typed: it is a proposal.
    #[must_use]
    pub fn eager(mut self) -> Self {
        self.eager = true;
        self
    }

    /// Digits take a hit, because nothing that is typed here has digits in it.
    #[must_use]
    pub fn digits(mut self) -> Self {
        self.digits = true;
        self
    }

    /// A short list to choose from: it stays open once something is taken, its
    /// first choice is a proposal, and a digit or an arrow chooses anew.
    #[must_use]
    pub fn menu(mut self) -> Self {
        self.menu = true;
        self.eager().digits()
    }

    /// Shows so many hits at a time from now on.
    pub fn set_rows(&mut self, rows: usize) {
        self.rows = rows.max(1);
    }

    /// Whether the highlight has nowhere further up to go.
    pub fn is_at_top(&self) -> bool {
        self.is_shut() || !self.lit || self.list.selected().is_none_or(|row| row == 0)
    }

    /// Takes over the choices, the likeliest first. What was typed or taken stays.
    pub fn set_choices(&mut self, choices: impl Into<Shelf>) {
        self.choices = choices.into();
        if let Some(taken) = &self.taken
            && let Some(same) = self.choices.iter().find(|one| one.id == taken.id)
        {
            let same = Choice::clone(same);
            self.field.set(&same.label);
            self.taken = Some(same);
        }
        self.search();
    }

    /// All choices, in the given order.
    pub fn choices(&self) -> &Shelf {
        &self.choices
    }

    /// The choice that was taken.
    pub fn taken(&self) -> Option<&Choice> {
        self.taken.as_ref()
    }

    /// The id of the choice that was taken, or nothing.
    pub fn id(&self) -> &str {
        self.taken.as_ref().map_or("", |taken| &taken.id)
    }

    /// What stands in the field.
    pub fn value(&self) -> &str {
        self.field.value()
    }

    /// Whether nothing is typed and nothing taken.
    pub fn is_blank(&self) -> bool {
        self.taken.is_none() && self.field.is_blank()
    }

    /// Whether something is typed that nothing was taken for.
    pub fn is_undecided(&self) -> bool {
        self.taken.is_none() && !self.field.is_blank()
    }

    /// How many choices fit.
    pub fn found(&self) -> usize {
        self.hits.len()
    }

    /// The choice that Enter would take.
    pub fn highlighted(&self) -> Option<&Choice> {
        if !self.lit || self.taken.is_some() {
            return None;
        }
        let hit = self.hits.get(self.list.selected()?)?;
        self.choices.get(hit).map(|entry| &***entry)
    }

    /// Empties it; the choices stay.
    pub fn clear(&mut self) {
        self.taken = None;
        self.field.take();
        self.search();
    }

    /// Types this in place of what stands there.
    pub fn set_typed(&mut self, typed: &str) {
        self.taken = None;
        self.field.set(typed);
        self.search();
    }

    /// Takes the choice with this id; whether there is one.
    pub fn take_id(&mut self, id: &str) -> bool {
        let found = self.choices.iter().position(|choice| choice.id == id);
        self.take_place(found)
    }

    /// Takes the choice at this place of the given order; whether there is one.
    pub fn take_at(&mut self, place: usize) -> bool {
        self.take_place(Some(place))
    }

    /// The place of the choice that was taken in the given order.
    pub fn place(&self) -> Option<usize> {
        let taken = self.taken.as_ref()?;
        self.choices.iter().position(|choice| choice.id == taken.id)
    }

    /// Takes the highlighted choice; whether there was one.
    pub fn take(&mut self) -> bool {
        let found = if self.lit && self.taken.is_none() {
            self.list.selected()
        } else {
            None
        };
        let found = found.and_then(|row| self.hits.get(row));
        self.take_place(found)
    }

    /// Moves the highlight among the hits; whether that means anything here.
    pub fn step(&mut self, step: Step) -> bool {
        if self.is_shut() || self.hits.is_empty() {
            return false;
        }
        if self.lit {
            self.list.step(step, self.rows);
        } else {
            self.lit = true;
        }
        if self.taken.is_some() {
            let found = self.list.selected().and_then(|row| self.hits.get(row));
            self.take_place(found);
        }
        true
    }

    /// Takes a key.
    pub fn key(&mut self, key: KeyEvent) -> Pick {
        if let Some(row) = self.digit(key) {
            let found = self.hits.get(self.first_digit() + row);
            return if !self.is_shut() && row < self.rows && self.take_place(found) {
                Pick::Taken
            } else {
                Pick::Typing(Edit::Moved)
            };
        }
        if self.taken.is_some() && replaces(key) {
            self.taken = None;
            self.field.take();
            self.search();
            if removes(key) {
                return Pick::Typing(Edit::Changed);
            }
        }
        match self.field.key(key) {
            Edit::Ignored => Pick::Ignored,
            Edit::Changed => {
                self.taken = None;
                self.search();
                Pick::Typing(Edit::Changed)
            }
            edit @ (Edit::Moved | Edit::Full) => Pick::Typing(edit),
        }
    }

    /// Takes pasted text.
    pub fn paste(&mut self, pasted: &str) -> Edit {
        if self.taken.is_some() {
            self.clear();
        }
        let edit = self.field.paste(pasted);
        self.search();
        edit
    }

    /// Draws the field; with the focus, the real cursor goes to its place.
    pub fn render(
        &self,
        canvas: &mut Canvas<'_>,
        at: (u16, u16),
        columns: u16,
        style: Style,
        focused: bool,
    ) {
        self.field.render(canvas, at, columns, style, focused);
    }

    /// Draws title, field, one line of advice and the hits, one under another.
    pub fn render_finder(
        &self,
        canvas: &mut Canvas<'_>,
        theme: &Theme,
        area: Rect,
        (title, label): (&str, &str),
        (nobody, hint): (&str, &str),
    ) {
        canvas.clear(area);
        heading(canvas, theme, area, title, "");
        let (x, y, width) = (area.x + 1, area.y + 1, area.width.saturating_sub(1));
        let from = canvas.text(x, y, width, label, theme.focus) + 1;
        let room = area.right().saturating_sub(from);
        self.render(canvas, (from, y), room, theme.text, true);
        let advice = if self.found() == 0 { nobody } else { hint };
        canvas.text(x, area.y + 2, width, advice, theme.dim);
        let hits = Rect {
            y: area.y + 3,
            height: area.height.saturating_sub(3),
            ..area
        };
        self.render_hits(canvas, theme, hits);
    }

    /// Draws the page of hits in `area`, of which nothing else may need a row.
    ///
    /// `area` should have the rows that the picker was made with; fewer show fewer.
    pub fn render_hits(&self, canvas: &mut Canvas<'_>, theme: &Theme, area: Rect) {
        if self.is_shut() || area.width < 6 {
            return;
        }
        let page = self.list.page(self.rows);
        let last = area.y.saturating_add(area.height);
        for (row, y) in page.clone().zip(area.y..last) {
            let Some(choice) = self.hits.get(row).and_then(|hit| self.choices.get(hit)) else {
                continue;
            };
            let lit = self.lit && self.list.selected() == Some(row);
            let style = mark(canvas, theme, (area.x, y), lit);
            let mut x = area.x + 1;
            let digit = (row + 1).saturating_sub(self.first_digit());
            if self.digits && (1..=9).contains(&digit) {
                x = canvas.text(x, y, 1, &digit.to_string(), theme.key);
            }
            render_hit(canvas, theme, (x + 1, y), area.right(), choice, style);
        }
    }

    fn digit(&self, key: KeyEvent) -> Option<usize> {
        let plain = !key
            .modifiers
            .intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
        let KeyCode::Char(c @ '1'..='9') = key.code else {
            return None;
        };
        let digit = c
            .to_digit(10)
            .and_then(|digit| usize::try_from(digit).ok())?;
        (self.digits && plain).then(|| digit - 1)
    }

    fn take_place(&mut self, place: Option<usize>) -> bool {
        let Some(choice) = place.and_then(|place| self.choices.get(place)) else {
            return false;
        };
        let choice = Choice::clone(choice);
        self.field.set(&choice.label);
        self.taken = Some(choice);
        if self.menu {
            self.search();
        }
        true
    }

    /// The hit that the digit 1 takes: the first on the page, but in an open list the
    /// first of all, so that fingers can learn them.
    fn first_digit(&self) -> usize {
        if self.menu {
            0
        } else {
            self.list.page(self.rows).start
        }
    }

    /// Whether its list is gone because something was taken.
    fn is_shut(&self) -> bool {
        self.taken.is_some() && !self.menu
    }

    fn search(&mut self) {
        let typed = if self.taken.is_some() {
            ""
        } else {
            self.field.value()
        };
        let anything = !typed.trim().is_empty();
        self.hits = self.choices.find(typed);
        self.list = List::new(self.hits.len());
        // In an open list what was taken stays the lit one.
        if let Some(place) = self.place() {
            self.list.select(place);
        }
        self.lit = !self.hits.is_empty() && (self.eager || anything);
    }
}

fn render_hit(
    canvas: &mut Canvas<'_>,
    theme: &Theme,
    (x, y): (u16, u16),
    right: u16,
    choice: &Choice,
    style: Style,
) {
    let room = right.saturating_sub(x);
    let detail = u16::try_from(text::width(&choice.detail)).unwrap_or(u16::MAX);
    let label = u16::try_from(text::width(&choice.label)).unwrap_or(u16::MAX);
    let both = label.saturating_add(detail).saturating_add(2);
    // The label is what one chooses by; the detail gives way to it.
    let after = canvas.text(x, y, room, &choice.label, style);
    if !choice.detail.is_empty() && (both <= room || room.saturating_sub(label) >= 8) {
        let x = (after + 2).min(right);
        canvas.text(x, y, right - x, &choice.detail, theme.dim);
    }
}

/// Whether a key changes what stands in a field, so that a choice is given up whole.
fn replaces(key: KeyEvent) -> bool {
    let chorded = key
        .modifiers
        .intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
    removes(key) || (matches!(key.code, KeyCode::Char(_)) && !chorded)
}

fn removes(key: KeyEvent) -> bool {
    let control = key.modifiers.contains(KeyModifiers::CONTROL);
    let killing = matches!(key.code, KeyCode::Char('u' | 'k' | 'w'));
    matches!(key.code, KeyCode::Backspace | KeyCode::Delete) || (control && killing)
}

#[cfg(test)]
mod tests;
