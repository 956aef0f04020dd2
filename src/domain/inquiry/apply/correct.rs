//! Folding corrections.

use crate::domain::command::Visitor;
use crate::domain::inquiry::event::{Change, Event};
use crate::domain::inquiry::state::{Inquiry, Resolution};
use crate::domain::private::Private;
use crate::domain::rulebook::Act;
use crate::domain::time::Moment;

impl Inquiry {
    pub(super) fn apply_correction(&mut self, at: Moment, event: &Event) {
        if let Event::Corrected(fact) = event {
            for change in &fact.changes {
                self.correct(change);
            }
        }
        if let Event::ClockCorrected(fact) = event {
            let run = &fact.run;
            let clock = self.clocks.iter_mut().rev().find(|clock| {
                clock.is_running() && clock.run.clock == run.clock && clock.run.leg == run.leg
            });
            if let Some(clock) = clock {
                clock.run = run.clone();
            }
        }
        if let Event::Withdrawn(_) = event {
            self.close(at, Some(Resolution::Withdrawn));
        }
        if let Event::Continued(fact) = event {
            self.continued_in.push(fact.inquiry.clone());
        }
    }

    fn correct(&mut self, change: &Change) {
        match change {
            Change::Name { now, .. } => self.correct_visitor(now, |visitor| &mut visitor.name),
            Change::Phone { now, .. } => self.correct_visitor(now, |visitor| &mut visitor.phone),
            Change::Unit { now, .. } => self.correct_visitor(now, |visitor| &mut visitor.unit),
            Change::Address { now, .. } => {
                self.correct_visitor(now, |visitor| &mut visitor.address);
            }
            Change::IdNumber { now, .. } => {
                self.correct_visitor(now, |visitor| &mut visitor.id_number);
            }
            Change::Words { now, .. } => self.words = now.clone(),
            Change::Matter { now, .. } => self.matter.clone_from(now),
            Change::Channel { now, .. } => self.channel.clone_from(now),
            Change::Kind { now, .. } => self.kind_of_request.clone_from(now),
            Change::Urgency { now, .. } => self.urgency = *now,
            Change::Green { now, .. } => self.green = *now,
            Change::Internal { now, .. } => self.internal = *now,
            Change::Appointment { now, .. } => self.appointment.clone_from(now),
            Change::Received {
                was,
                now,
                back_entry,
            } => self.receive_at(*was, *now, *back_entry),
        }
    }

    /// What is destroyed stays so: a part of it says nothing about the rest.
    fn correct_visitor(
        &mut self,
        now: &Private<String>,
        field: impl Fn(&mut Visitor) -> &mut String,
    ) {
        self.visitor = match (self.visitor.get(), now.get()) {
            (Some(visitor), Some(now)) => {
                let mut visitor = visitor.clone();
                field(&mut visitor).clone_from(now);
                visitor.into()
            }
            (None, _) | (_, None) => Private::destroyed(),
        };
    }

    fn receive_at(&mut self, was: Moment, now: Moment, back_entry: bool) {
        self.received_at = now;
        self.back_entry = back_entry;
        let hold = &mut self.legs[0];
        hold.sent_at = now;
        if hold.signed_at == Some(was) {
            hold.signed_at = Some(now);
        }
        if self.visits == 1 {
            self.last_visit = now;
        }
        let registered = self
            .acts
            .iter_mut()
            .find(|(act, ..)| *act == Act::Registered);
        if let Some((.., at)) = registered {
            *at = now;
        }
    }
}
