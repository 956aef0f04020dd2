//! Drawing who stands there: what is always asked on the left, what is seldom needed
//! on the right half of the same rows.

use ratatui::layout::Rect;

use super::super::form::Entry;
use super::super::identity;
use super::super::place::beside;
use super::Paint;
use crate::i18n::register as words;
use crate::tui::text;
use crate::tui::widgets::mark;

/// Columns of a telephone number and a space.
const PHONE: u16 = 13;

impl Paint<'_, '_, '_> {
    pub(super) fn visitor(&mut self) {
        let (cx, form) = (self.cx, &self.screen.form);
        if form.asks_kind() {
            self.text(Entry::Kind, words::KIND, 0);
        }
        if !form.has_visitor() {
            self.nobody();
            return;
        }
        let (green, columns) = self.tick(words::GREEN, form.green);
        let left = form.more && !form.corrects();
        let halved = self.right_half();
        let spare = if left { halved } else { columns + 1 };
        self.text(Entry::Phone, words::PHONE, spare);
        let y = self.places.row(Entry::Phone);
        if y < self.places.foot && !left {
            let x = self.places.form.right().saturating_sub(columns);
            self.ticked(Entry::Phone, &green, form.green);
            if identity::phone_is_doubtful(form) && form.focus != Entry::Phone {
                let doubt = words::word(cx.lang, words::PHONE_DOUBTFUL);
                let at = self.places.column(cx.lang) + PHONE;
                self.canvas
                    .text(at, y, x.saturating_sub(at + 1), doubt, cx.theme.warn);
            }
        }
        let (ours, columns) = self.tick(words::OURS, form.internal);
        let spare = if form.more { halved } else { columns + 1 };
        self.text(Entry::Name, words::NAME, spare);
        if !form.more {
            self.ticked(Entry::Name, &ours, form.internal);
        }
        let spare = if form.more { halved } else { 0 };
        self.text(Entry::Unit, words::UNIT, spare);
        if left {
            self.beside_text(Entry::Left, words::LEFT);
        }
        if form.more {
            self.beside_text(Entry::IdNumber, words::ID_NUMBER);
            self.beside_text(Entry::Address, words::ADDRESS);
        }
    }

    /// A tick with its key, and the columns that it takes.
    fn tick(&self, pair: words::Pair, on: bool) -> (String, u16) {
        let glyphs = &self.cx.theme.glyphs;
        let tick = if on { glyphs.ticked } else { glyphs.unticked };
        let words = format!("{} {tick}", words::word(self.cx.lang, pair));
        let columns = u16::try_from(text::width(&words)).unwrap_or(0);
        (words, columns)
    }

    /// A tick at the right end of a field's row.
    fn ticked(&mut self, entry: Entry, words: &str, on: bool) {
        let columns = u16::try_from(text::width(words)).unwrap_or(0);
        let x = self.places.form.right().saturating_sub(columns);
        let y = self.places.row(entry);
        let theme = self.cx.theme;
        let style = if on { theme.selected } else { theme.label };
        if y < self.places.foot {
            self.canvas.text(x, y, columns, words, style);
        }
    }

    /// The columns that a field leaves to the one beside it.
    fn right_half(&self) -> u16 {
        self.room(self.places.area.x + beside(self.cx.lang) - 1)
    }

    /// A seldom needed field, on the right half of its row.
    fn beside_text(&mut self, entry: Entry, pair: words::Pair) {
        let (cx, y) = (self.cx, self.places.row(entry));
        if y >= self.places.foot {
            return;
        }
        let x = self.places.area.x + beside(cx.lang);
        let theme = cx.theme;
        let fault = self.screen.fault.as_ref().and_then(|fault| fault.entry);
        let doubtful =
            entry == Entry::IdNumber && identity::document_is_doubtful(cx, &self.screen.form);
        let focused = self.screen.form.focus == entry;
        let style = match (fault == Some(entry), focused) {
            (true, _) => theme.danger,
            (false, true) => theme.focus,
            (false, false) => theme.label,
        };
        let (mark, its) = if fault == Some(entry) {
            (theme.glyphs.overdue, style)
        } else if doubtful {
            (theme.glyphs.overdue, theme.warn)
        } else if focused {
            (theme.glyphs.marker, style)
        } else {
            (" ", style)
        };
        self.canvas.text(x - 1, y, 1, mark, its);
        let name = words::word(cx.lang, pair);
        let after = self.canvas.text(x, y, self.room(x), name, style);
        self.text_at(entry, after + 1, self.room(after + 1));
    }

    /// The organisations that fit, over the rows below their field while one types in it.
    pub(super) fn units(&mut self) {
        let (names, at) = self.screen.units.shown();
        let below = self.places.below(Entry::Unit);
        let rows = u16::try_from(names.len())
            .unwrap_or(u16::MAX)
            .min(below.height);
        if rows == 0 {
            return;
        }
        self.canvas.clear(Rect {
            height: (rows + 1).min(below.height),
            ..below
        });
        let (x, theme) = (self.places.column(self.cx.lang) - 1, self.cx.theme);
        for ((y, name), place) in (below.y..below.y + rows).zip(&names).zip(0..) {
            let style = mark(self.canvas, theme, (x, y), at == Some(place));
            self.canvas.text(x + 1, y, self.room(x + 1), name, style);
        }
        if rows < below.height {
            let y = below.y + rows;
            self.canvas
                .rule(x, y, self.room(x), theme.glyphs.horizontal, theme.border);
        }
    }

    /// Nobody comes: the fields stay where they are and say that they are passed over.
    fn nobody(&mut self) {
        let (cx, x) = (self.cx, self.places.area.x + 1);
        let fields = [
            (Entry::Phone, words::PHONE),
            (Entry::Name, words::NAME),
            (Entry::Unit, words::UNIT),
        ];
        for (entry, name) in fields {
            let y = self.places.row(entry);
            if y < self.places.foot {
                let name = words::word(cx.lang, name);
                self.canvas.text(x, y, self.room(x), name, cx.theme.dim);
            }
        }
        let words = words::word(cx.lang, words::NOBODY_COMES);
        self.beside(self.places.row(Entry::Phone), words);
    }
}
