//! Mending what is on record, on the same form: its fields stand as they were
//! entered, and what differs when it is saved is the correction.

use crate::domain::command::{Changes, Command, Correct, Envelope, Withdraw};
use crate::domain::ids::Number;
use crate::domain::inquiry::{Inquiry, Resolution};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::time::Moment;
use crate::i18n::refusal::refusal;
use crate::i18n::register as words;
use crate::i18n::when;
use crate::tui::screen::{Ctx, Message, Outcome, ScreenId, Target};
use crate::tui::widgets::Picker;

use super::Register;
use super::check::{Fault, decided};
use super::form::{Entry, Form};

impl Register {
    /// Opens what was saved last.
    pub(super) fn correct_last(&mut self, cx: &Ctx) -> Outcome {
        if self.form.corrects() {
            return Outcome::Handled;
        }
        match self.last.clone() {
            Some(number) => self.open_for_correction(cx, &number, false),
            None => Self::say(cx, words::NOTHING_SAVED),
        }
    }

    /// Lays the half-typed form aside and shows what was entered of an inquiry.
    pub(super) fn open_for_correction(
        &mut self,
        cx: &Ctx,
        number: &Number,
        from_queue: bool,
    ) -> Outcome {
        let Ok(Some((state, _))) = cx.desk.read().inquiry(number) else {
            let why = Refusal::UnknownInquiry(number.clone());
            return Outcome::Say(Message::bad(refusal(cx.lang, &why, cx.names)));
        };
        if state.resolution == Some(Resolution::Withdrawn) {
            return Self::say(cx, words::WITHDRAWN_ALREADY);
        }
        if !self.form.corrects() {
            self.aside = Some(std::mem::take(&mut self.form));
        }
        self.form = Form::default();
        self.from_queue = from_queue;
        self.fault = None;
        self.offer(cx);
        self.form.fill_from(cx, &state);
        self.begin_request(cx);
        self.resize();
        self.reckon(cx);
        self.visitor = super::Visitor::default();
        Outcome::Handled
    }

    /// Puts the correction away and takes the form up again that lay aside.
    pub(super) fn end_correction(&mut self, cx: &Ctx) {
        self.form = self.aside.take().unwrap_or_default();
        self.fault = None;
        self.offer(cx);
        self.resize();
        self.reckon(cx);
        self.look_up(cx);
    }

    /// After a correction or a withdrawal was carried out.
    pub(super) fn corrected(&mut self, cx: &Ctx, number: &str, withdrawn: bool) -> Outcome {
        let from_queue = self.from_queue;
        self.saved += 1;
        self.end_correction(cx);
        if withdrawn {
            self.last = None;
        }
        let text = words::corrected(cx.lang, number, withdrawn);
        let said = Outcome::Say(Message::good(text));
        match (from_queue, withdrawn) {
            (true, false) => {
                // What is closed stands in the ledger alone.
                let closed = cx.desk.read().inquiry(&number.into()).ok().flatten();
                let closed = closed.is_some_and(|(state, _)| state.is_closed());
                let there = if closed {
                    Target::Screen(ScreenId::Ledger)
                } else {
                    Target::Inquiry(number.into())
                };
                let there = Outcome::Go(there);
                Outcome::Several(vec![there, said])
            }
            (true, true) => {
                let there = Outcome::Go(Target::Screen(ScreenId::Queue));
                Outcome::Several(vec![there, said])
            }
            (false, _) => said,
        }
    }

    /// Takes a mistaken registration back, once that is confirmed.
    pub(super) fn withdraw(&mut self, cx: &Ctx) -> Outcome {
        if !self.form.corrects() {
            return Self::say(cx, words::CORRECT_FIRST);
        }
        if self.form.why.is_blank() {
            return self.fail(Fault::at(
                Entry::Why,
                words::word(cx.lang, words::WHY_WITHDRAW),
            ));
        }
        let inquiry = Number(self.form.correcting.clone());
        let words = words::withdraws(cx.lang, inquiry.as_str(), self.form.why.value().trim());
        let reason = self.form.why.value().to_owned();
        Outcome::Confirm {
            words,
            then: Box::new(Outcome::run(Command::Withdraw(Withdraw {
                inquiry,
                reason,
            }))),
        }
    }

    /// Sends what differs from the record.
    pub(super) fn save_correction(&mut self, cx: &Ctx) -> Outcome {
        let number = Number(self.form.correcting.clone());
        let Ok(Some((state, _))) = cx.desk.read().inquiry(&number) else {
            let why = Refusal::UnknownInquiry(number);
            return self.fail(Fault::refused(cx, &why, None));
        };
        match self.form.correction(cx, &state) {
            Err(fault) => self.fail(fault),
            Ok(correct) => {
                self.fault = None;
                let request = Some(self.form.request.clone()).filter(|id| !id.is_empty());
                Outcome::Run(Box::new(Envelope {
                    request,
                    ..Envelope::of(Command::Correct(correct))
                }))
            }
        }
    }
}

impl Form {
    /// Every field as it stands on record; the pickers must have their choices.
    fn fill_from(&mut self, cx: &Ctx, state: &Inquiry) {
        self.correcting.clone_from(&state.number.0);
        if let Some(visitor) = state.visitor.get() {
            self.name.set(&visitor.name);
            self.phone.set(&visitor.phone);
            self.unit.set(&visitor.unit);
            self.address.set(&visitor.address);
            self.id_number.set(&visitor.id_number);
        }
        self.more = !self.address.is_blank() || !self.id_number.is_blank();
        self.words.set(state.words.text());
        self.channel.take_id(&state.channel);
        if self.asks_kind() && !state.kind_of_request.is_empty() {
            self.kind.take_id(&state.kind_of_request);
        }
        if let Some(matter) = &state.matter {
            self.matter.take_id(&matter.id);
        }
        self.urgency = state.urgency;
        self.green = state.green;
        self.internal = state.internal;
        self.received.set(&written(cx, state.received_at));
        self.fill_appointment(cx, state);
        self.focus = self.home();
    }

    /// What differs from the record, and why.
    fn correction(&self, cx: &Ctx, state: &Inquiry) -> Result<Correct, Fault> {
        let changes = self.changes(cx, state)?;
        if changes == Changes::default() {
            let why = words::word(cx.lang, words::NOTHING_CHANGED);
            return Err(Fault::at(self.focus, why));
        }
        if self.why.is_blank() {
            let why = Refusal::Empty(Field::Reason);
            return Err(Fault::at(Entry::Why, refusal(cx.lang, &why, cx.names)));
        }
        Ok(Correct {
            inquiry: state.number.clone(),
            changes,
            reason: self.why.value().to_owned(),
        })
    }

    /// What differs from the record.
    pub(super) fn changes(&self, cx: &Ctx, state: &Inquiry) -> Result<Changes, Fault> {
        decided(cx, Entry::Channel, &self.channel)?;
        decided(cx, Entry::Kind, &self.kind)?;
        decided(cx, Entry::Matter, &self.matter)?;
        self.check_visitor(cx)?;
        let known = state.visitor.get().cloned().unwrap_or_default();
        let text = |now: &str, was: &str| (now.trim() != was).then(|| now.to_owned());
        let choice = |picker: &Picker, was: &str| {
            let now = picker.id();
            (now != was).then(|| now.to_owned())
        };
        let matter = state.matter.as_ref().map_or("", |matter| &matter.id);
        // A kind that was never named is the first one of the list on this form.
        let kind_was = match (state.kind_of_request.as_str(), self.kind.choices().first()) {
            ("", Some(first)) => first.id.as_str(),
            (was, _) => was,
        };
        Ok(Changes {
            name: text(self.name.value(), &known.name),
            phone: text(&self.phone_digits(), &known.phone),
            unit: text(self.unit.value(), &known.unit),
            address: text(self.address.value(), &known.address),
            id_number: text(self.id_number.value(), &known.id_number),
            words: text(self.words.value(), state.words.text()),
            matter: choice(&self.matter, matter),
            channel: choice(&self.channel, &state.channel),
            kind: choice(&self.kind, kind_was),
            urgency: Some(self.urgency).filter(|now| *now != state.urgency),
            green: Some(self.green).filter(|now| *now != state.green),
            internal: Some(self.internal).filter(|now| *now != state.internal),
            received_at: self.received_anew(cx, state)?,
            appointment: self.appointed_anew(cx, state)?,
        })
    }

    fn received_anew(&self, cx: &Ctx, state: &Inquiry) -> Result<Option<String>, Fault> {
        if self.received.value().trim() == written(cx, state.received_at) {
            return Ok(None);
        }
        let fault = |pair| Fault::at(Entry::Received, words::word(cx.lang, pair));
        let at = when::read(self.received.value(), cx.local(cx.now))
            .map(|at| cx.desk.office().moment(at))
            .ok_or_else(|| fault(words::RECEIVED_HOW))?;
        if at > state.entered_at {
            return Err(fault(words::AFTER_ENTRY));
        }
        Ok(Some(at.rfc3339(cx.desk.office().offset)))
    }
}

/// A time as it stands in its field.
pub(super) fn written(cx: &Ctx, at: Moment) -> String {
    cx.local(at).format("%Y-%m-%d %H:%M").to_string()
}
