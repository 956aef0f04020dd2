//! Drawing who stands there: what is always asked on the left, what is seldom needed
//! on the right half of the same rows.

use super::super::form::Entry;
use super::super::identity;
use super::super::place::beside;
use super::Paint;
use crate::i18n::register as words;
use crate::tui::text;

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
        let tick = if form.green {
            cx.theme.glyphs.ticked
        } else {
            cx.theme.glyphs.unticked
        };
        let green = format!("{} {tick}", words::word(cx.lang, words::GREEN));
        let columns = u16::try_from(text::width(&green)).unwrap_or(0);
        let left = form.more && !form.corrects();
        self.text(
            Entry::Phone,
            words::PHONE,
            if left { 0 } else { columns + 1 },
        );
        let (x, y) = (
            self.places.form.right().saturating_sub(columns),
            self.places.row(Entry::Phone),
        );
        let style = if form.green {
            cx.theme.selected
        } else {
            cx.theme.label
        };
        if y < self.places.foot && !left {
            self.canvas.text(x, y, columns, &green, style);
            if identity::phone_is_doubtful(form) && form.focus != Entry::Phone {
                let doubt = words::word(cx.lang, words::PHONE_DOUBTFUL);
                let at = self.places.column(cx.lang) + PHONE;
                self.canvas
                    .text(at, y, x.saturating_sub(at + 1), doubt, cx.theme.warn);
            }
        }
        self.text(Entry::Name, words::NAME, 0);
        self.text(Entry::Unit, words::UNIT, 0);
        if left {
            self.beside_text(Entry::Left, words::LEFT);
        }
        if form.more {
            self.beside_text(Entry::IdNumber, words::ID_NUMBER);
            self.beside_text(Entry::Address, words::ADDRESS);
        }
    }

    /// A seldom needed field, on the right half of its row.
    fn beside_text(&mut self, entry: Entry, pair: words::Pair) {
        let (cx, y) = (self.cx, self.places.row(entry));
        if y >= self.places.foot {
            return;
        }
        let x = self.places.area.x + beside(cx.lang);
        let fault = self.screen.fault.as_ref().and_then(|fault| fault.entry);
        let style = if fault == Some(entry) {
            cx.theme.danger
        } else if self.screen.form.focus == entry {
            cx.theme.focus
        } else {
            cx.theme.label
        };
        let blank = " ".repeat(usize::from(self.room(x - 1)));
        self.canvas
            .text(x - 1, y, self.room(x - 1), &blank, cx.theme.text);
        let name = words::word(cx.lang, pair);
        if entry == Entry::IdNumber && identity::document_is_doubtful(cx, &self.screen.form) {
            let mark = cx.theme.glyphs.overdue;
            self.canvas.text(x - 1, y, 1, mark, cx.theme.warn);
        }
        let after = self.canvas.text(x, y, self.room(x), name, style);
        self.text_at(entry, after + 1, self.room(after + 1));
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
