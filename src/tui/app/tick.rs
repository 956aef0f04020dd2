//! What happens without a key: time goes on, others commit, drafts are kept.

use super::front::Front;
use super::{App, form, index};
use crate::i18n::{app as say, calendar};
use crate::tui::screen::{Message, ScreenId};

/// How many inquiries are settled at one tick, so that no tick is long.
const SETTLE_AT_ONCE: u32 = 50;

impl App {
    /// Time has gone on: other terminals' commits, clocks that ran out, drafts.
    pub fn tick(&mut self) {
        self.keep_drafts();
        self.lock_when_idle();
        self.see_to_export();
        let now = self.desk.now();
        let lapsed = self.desk.read().next_lapse().ok().flatten();
        let returned = self.desk.read().next_return().ok().flatten();
        let due =
            lapsed.is_some_and(|at| now.is_late_for(at)) || returned.is_some_and(|at| at <= now);
        if due
            && let Ok(settled) = self.desk.settle(SETTLE_AT_ONCE)
            && settled > 0
        {
            self.catch_up();
        }
        if let Ok(version) = self.desk.store().data_version()
            && version != self.seen
        {
            self.seen = version;
            self.catch_up();
        }
    }

    /// The year whose public holidays should be known by now and are not.
    pub(super) fn missing_year(&self) -> Option<i32> {
        let office = self.desk.office();
        let today = office.local(self.desk.now()).date();
        office.calendar.missing_year(today)
    }

    /// The same in a sentence, for whoever has just signed in.
    pub(super) fn holidays_missing(&self) -> Option<String> {
        let year = self.missing_year()?;
        Some(calendar::missing_year(self.lang, year))
    }

    /// Nothing was typed for a while: what may wait is done now.
    pub fn idle(&mut self) {
        // A checkpoint that finds readers in its way does what it can, next time more.
        let _ = self.desk.store().checkpoint();
    }

    /// Writes every form that changed since it was last written.
    pub fn keep_drafts(&mut self) {
        let Front::Working(me) = &self.front else {
            return;
        };
        for (id, screen) in ScreenId::ALL.into_iter().zip(&self.screens) {
            let draft = screen.draft();
            if let Some(kept) = self.kept.get_mut(index(id))
                && *kept != draft
            {
                match self.drafts.keep(&me.number, form(id), draft.as_ref()) {
                    Ok(()) => *kept = draft,
                    Err(error) => {
                        let words = say::draft_not_kept(self.lang, error);
                        self.message = Some(Message::bad(words));
                    }
                }
            }
        }
    }
}
