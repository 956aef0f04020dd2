//! Folding who keeps which documents.

use crate::domain::ids::StaffNo;
use crate::domain::inquiry::event::Event;
use crate::domain::inquiry::state::{Document, Inquiry, Out, Stage};
use crate::domain::private::Private;
use crate::domain::time::Moment;

impl Inquiry {
    pub(super) fn apply_to_custody(&mut self, at: Moment, event: &Event) {
        if let Event::Received { by, documents } = event {
            // Submitted again, it is the office's turn.
            if self.taken_in_at.is_some() && self.stage == Stage::Visitor {
                self.stage = self.stage_in_hand();
            }
            self.taken_in_at = Some(at);
            self.keep(at, by, documents, true);
        }
        if let Event::DocumentsKept(fact) = event {
            self.keep(at, &fact.by, &fact.documents, false);
        }
        if let Event::CustodyMoved(fact) = event {
            for one in self.custody.iter_mut().filter(|one| one.out.is_none()) {
                if fact.documents.contains(&one.no) {
                    one.keeper.clone_from(&fact.to);
                    one.since = at;
                }
            }
        }
        if let Event::DocumentsReturned(fact) = event {
            for one in self.custody.iter_mut().filter(|one| one.out.is_none()) {
                if fact.documents.contains(&one.no) {
                    one.out = Some((Out::Returned, at));
                }
            }
        }
        if let Event::Taken { from, to, .. } = event {
            for one in self.custody.iter_mut().filter(|one| one.out.is_none()) {
                if &one.keeper == from {
                    one.keeper.clone_from(to);
                    one.since = at;
                }
            }
        }
    }

    fn keep(
        &mut self,
        at: Moment,
        by: &StaffNo,
        documents: &Private<Vec<String>>,
        application: bool,
    ) {
        let first = self.custody.last().map_or(1, |last| last.no + 1);
        for (no, name) in (first..).zip(documents.get().into_iter().flatten()) {
            self.custody.push(Document {
                no,
                name: name.clone(),
                application,
                keeper: by.clone(),
                since: at,
                out: None,
            });
        }
    }

    /// What came with an application belongs to the file once it is accepted.
    pub(super) fn file_application(&mut self, at: Moment) {
        for one in &mut self.custody {
            if one.application && one.out.is_none() {
                one.out = Some((Out::Filed, at));
            }
        }
    }
}
