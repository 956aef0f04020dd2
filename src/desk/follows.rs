//! What follows from facts that time alone brought about, by the inquiry's own rules.

use std::borrow::Cow;

use chrono::Datelike;

use super::DeskError;
use super::asked::series_of;
use super::batch::Batch;
use crate::domain::inquiry::clocks::Terms;
use crate::domain::inquiry::{self, Event, Inquiry};
use crate::domain::rulebook::Rulebook;
use crate::domain::time::Moment;

impl<'d> Batch<'_, 'd> {
    /// What follows at the instant `at` from a fact that was just recorded.
    pub(super) fn follows(
        &mut self,
        state: &Inquiry,
        event: &Event,
        at: Moment,
    ) -> Result<Vec<Event>, DeskError> {
        if let Event::DeemedAccepted { .. } = event {
            return self.follows_acceptance(state, at);
        }
        if let Event::Breached { .. } = event {
            return Ok(inquiry::reached(state, event, &*self.rules_of(state)?));
        }
        let Event::DeemedConsent { clock } = event else {
            return Ok(Vec::new());
        };
        let rules = self.rules_of(state)?;
        let marks = rules.papers.marks.of_office(&self.facts.printing.mark);
        let mark = &marks.supervise;
        let series = series_of(mark, self.office, at);
        let serial = self.serial(&series)? + 1;
        self.set_serial(&series, serial)?;
        let year = self.office.local(at).year();
        let order = inquiry::paper_number(mark, year, serial);
        Ok(vec![inquiry::default_order(state, clock, order, &rules)])
    }

    /// The rulebook that an inquiry keeps.
    fn rules_of(&self, state: &Inquiry) -> Result<Cow<'d, Rulebook>, DeskError> {
        Ok(if state.rulebook == self.facts.rulebook {
            Cow::Borrowed(self.rules)
        } else {
            Cow::Owned(self.writer.read().rulebook(&state.rulebook)?)
        })
    }

    /// The clocks that run because an application counts as accepted.
    fn follows_acceptance(&self, state: &Inquiry, at: Moment) -> Result<Vec<Event>, DeskError> {
        let rules = self.rules_of(state)?;
        let matter = match &state.matter {
            Some(matter) => {
                let day = self.office.local(state.entered_at).date();
                self.known
                    .matter(self.writer.read(), &matter.id, day, true)?
            }
            None => None,
        };
        let terms = Terms {
            rules: &rules,
            office: self.office,
            matter: matter.as_deref().map(|(matter, _)| matter),
            now: at,
        };
        Ok(inquiry::clocks::deemed(state, &terms)?)
    }
}
