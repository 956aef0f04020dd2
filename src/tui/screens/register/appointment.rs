//! A home visit or another special case: when and where somebody is to be seen, on
//! the same form (D1 art. 1.4.6).

use crate::domain::command::Appointment;
use crate::domain::inquiry::Inquiry;
use crate::domain::inquiry::event::Appointed;
use crate::domain::refusal::{Bar, Field, Refusal};
use crate::domain::time::Moment;
use crate::i18n::{register as words, when};
use crate::tui::screen::{Ctx, Outcome};

use super::Register;
use super::check::Fault;
use super::correct::written;
use super::form::{Entry, Form};

impl Register {
    /// Asks for when and where, or no more.
    pub(super) fn appoint(&mut self, cx: &Ctx) -> Outcome {
        self.take_highlighted(cx);
        self.form.appointed = !self.form.appointed;
        self.fault = None;
        if self.form.appointed {
            self.form.focus = Entry::AppointedAt;
        } else if !self.form.order().contains(&self.form.focus) {
            self.form.focus = Entry::Words;
        }
        self.begin_request(cx);
        self.rehearse_correction(cx);
        let kept = [&self.form.appointed_at, &self.form.place];
        if !self.form.appointed && kept.iter().any(|field| !field.is_blank()) {
            return Self::say(cx, words::APPOINTMENT_OFF);
        }
        Outcome::Handled
    }
}

impl Form {
    /// When somebody is to be seen, as far as that can be read.
    pub fn appointed_for(&self, cx: &Ctx) -> Option<Moment> {
        when::read(self.appointed_at.value(), cx.local(cx.now))
            .map(|at| cx.desk.office().moment(at))
    }

    /// When and where, or what is in its way; nothing where nobody is to be seen later.
    pub(super) fn check_appointment(
        &self,
        cx: &Ctx,
        received: Moment,
    ) -> Result<Option<Appointment>, Fault> {
        if !self.appointed {
            return Ok(None);
        }
        let refused = |why: &Refusal| Fault::refused(cx, why, self.route);
        if self.appointed_at.is_blank() {
            return Err(refused(&Refusal::Empty(Field::AppointedAt)));
        }
        let Some(at) = self.appointed_for(cx) else {
            let why = words::word(cx.lang, words::APPOINTED_HOW);
            return Err(Fault::at(Entry::AppointedAt, why));
        };
        if at < received {
            return Err(refused(&Refusal::Barred(Bar::AppointedBefore { received })));
        }
        Ok(Some(Appointment {
            at: at.rfc3339(cx.desk.office().offset),
            place: self.place.value().to_owned(),
        }))
    }

    /// The appointment as it stands on record.
    pub(super) fn fill_appointment(&mut self, cx: &Ctx, state: &Inquiry) {
        if let Some(one) = &state.appointment {
            self.appointed = true;
            self.appointed_at.set(&written(cx, one.at));
            self.place.set(one.place.text());
        }
    }

    /// What differs from the record; an empty one where it is called off.
    pub(super) fn appointed_anew(
        &self,
        cx: &Ctx,
        state: &Inquiry,
    ) -> Result<Option<Appointment>, Fault> {
        let was = state.appointment.as_ref();
        if !self.appointed {
            return Ok(was.map(|_| Appointment::default()));
        }
        let same = |one: &Appointed| {
            self.appointed_at.value().trim() == written(cx, one.at)
                && self.place.value().trim() == one.place.text()
        };
        if was.is_some_and(same) {
            return Ok(None);
        }
        self.check_appointment(cx, state.received_at)
    }
}
