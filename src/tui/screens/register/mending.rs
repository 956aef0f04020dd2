//! What a correction will come to, told in the pane while it is made: every field
//! before and after, and what becomes of the clocks.

use crate::desk::DeskError;
use crate::domain::command::{Changes, Command, Correct};
use crate::domain::ids::Number;
use crate::domain::inquiry::Event;
use crate::i18n::refusal::refusal;
use crate::i18n::{register as words, timeline};
use crate::tui::screen::Ctx;
use crate::tui::widgets::wrapped;

use super::Register;
use super::pane::Line;

/// What would be recorded, in the words of the record.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mending {
    /// The fields that differ, before and after.
    fields: Vec<String>,
    /// What becomes of the clocks.
    clocks: Vec<String>,
    /// Why it cannot be saved as it stands.
    barred: String,
}

impl Register {
    /// Works out what the correction would come to if it were saved now.
    pub(super) fn rehearse_correction(&mut self, cx: &Ctx) {
        self.mending = Mending::default();
        if !self.form.corrects() {
            return;
        }
        let number = Number(self.form.correcting.clone());
        let Ok(Some((state, _))) = cx.desk.read().inquiry(&number) else {
            return;
        };
        let changes = match self.form.changes(cx, &state) {
            Ok(changes) if changes == Changes::default() => return,
            Ok(changes) => changes,
            Err(fault) => {
                self.mending.barred = fault.text;
                return;
            }
        };
        let typed = self.form.why.value().trim();
        let reason = if typed.is_empty() { "?" } else { typed };
        let command = Command::Correct(Correct {
            inquiry: number,
            changes,
            reason: reason.to_owned(),
        });
        match cx.desk.rehearse(&cx.me.number, &state, command) {
            Ok(events) => self.mending.tell(cx, &events),
            Err(DeskError::Refused(why)) => {
                self.mending.barred = refusal(cx.lang, &why, cx.names);
            }
            // What cannot be read now is said when it is saved.
            Err(_) => {}
        }
    }
}

impl Mending {
    fn tell(&mut self, cx: &Ctx, events: &[Event]) {
        for event in events {
            if let Event::Corrected(fact) = event {
                self.fields = timeline::changes(cx.lang, &fact.changes, cx.names);
            } else if let Event::ClockStopped { clock, .. } = event {
                self.clocks.push(words::clock_ends(cx.lang, clock.as_str()));
            } else {
                self.clocks
                    .extend(timeline::line(cx.lang, "", event, cx.names));
            }
        }
    }

    /// The lines of the pane.
    pub(super) fn lines(&self, cx: &Ctx, columns: u16) -> Vec<Line> {
        let word = |pair| words::word(cx.lang, pair);
        let mut lines = Vec::new();
        let mut part = |title: words::Pair, told: &[String], otherwise: words::Pair| {
            let title = word(title);
            lines.push(Line {
                title,
                ..Line::plain(title.to_owned(), cx.theme.text)
            });
            let none = [word(otherwise).to_owned()];
            let told = if told.is_empty() { &none } else { told };
            let set = told.iter().flat_map(|one| wrapped::lines(one, columns - 1));
            lines.extend(set.map(|line| Line::plain(format!(" {line}"), cx.theme.text)));
        };
        part(words::MENDS, &self.fields, words::MENDS_NOTHING);
        part(words::MENDED_CLOCKS, &self.clocks, words::CLOCKS_STAY);
        if !self.barred.is_empty() {
            let set = wrapped::lines(&self.barred, columns);
            lines.extend(
                set.into_iter()
                    .map(|line| Line::plain(line, cx.theme.danger)),
            );
        }
        let keys = wrapped::lines(word(words::MENDING_KEYS), columns);
        lines.extend(keys.into_iter().map(|line| Line::plain(line, cx.theme.dim)));
        lines
    }
}
