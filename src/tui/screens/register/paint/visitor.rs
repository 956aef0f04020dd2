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
        let halved = self.right_half();
        let spare = if left { halved } else { columns + 1 };
        self.text(Entry::Phone, words::PHONE, spare);
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
        let spare = if form.more { halved } else { 0 };
        self.text(Entry::Name, words::NAME, spare);
        self.text(Entry::Unit, words::UNIT, spare);
        if left {
            self.beside_text(Entry::Left, words::LEFT);
        }
        if form.more {
            self.beside_text(Entry::IdNumber, words::ID_NUMBER);
            self.beside_text(Entry::Address, words::ADDRESS);
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
