//! Drawing the times: when it was received, and when and where somebody is to be seen.

use super::super::form::Entry;
use super::Paint;
use crate::i18n::register as words;

/// Columns of a time: `2026-04-03 16:50` and the cursor.
const TIME: u16 = 17;

impl Paint<'_, '_, '_> {
    pub(super) fn received(&mut self) {
        let (cx, form) = (self.cx, &self.screen.form);
        if !self.label(Entry::Received, words::RECEIVED) {
            return;
        }
        let x = self.places.column(cx.lang);
        if form.corrects() {
            self.text_at(Entry::Received, x, TIME);
        } else if form.back_entry {
            self.text_at(Entry::Received, x, TIME);
            self.behind(Entry::Reason, words::LATE_REASON);
        } else {
            self.now_hint();
        }
    }

    fn now_hint(&mut self) {
        let now = words::word(self.cx.lang, words::JUST_NOW);
        self.beside(self.places.row(Entry::Received), now);
    }

    /// On the row below the matter, unless its hits lie there.
    pub(super) fn appointment(&mut self) {
        let (cx, form) = (self.cx, &self.screen.form);
        let free = form.matter.taken().is_none();
        if form.focus == Entry::Matter || (!form.appointed && !free) {
            return;
        }
        if !self.label(Entry::AppointedAt, words::APPOINTED) {
            return;
        }
        if form.appointed {
            self.text_at(Entry::AppointedAt, self.places.column(cx.lang), TIME);
            self.behind(Entry::Place, words::PLACE);
        } else {
            let hint = words::word(cx.lang, words::NO_APPOINTMENT);
            self.beside(self.places.appointment(), hint);
        }
    }

    /// The field behind a time, with its name.
    fn behind(&mut self, entry: Entry, name: words::Pair) {
        let (cx, y) = (self.cx, self.places.row(entry));
        let fault = self.screen.fault.as_ref();
        let style = if fault.is_some_and(|fault| fault.entry == Some(entry)) {
            cx.theme.danger
        } else if self.screen.form.focus == entry {
            cx.theme.focus
        } else {
            cx.theme.label
        };
        let x = self.places.column(cx.lang) + TIME;
        let name = words::word(cx.lang, name);
        let after = self.canvas.text(x, y, self.room(x), name, style);
        self.text_at(entry, after + 1, self.room(after + 1));
    }
}
