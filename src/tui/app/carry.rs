//! A command on its way to the desk, and what the person is told of it.

use super::front::Front;
use super::overlay::{Overlay, Reading};
use super::papers::Papers;
use super::{After, App, signin};
use crate::desk::{Actor, DeskError, Done};
use crate::domain::command::Envelope;
use crate::domain::ids::{Number, StaffNo};
use crate::i18n::names::Names;
use crate::i18n::queue::many;
use crate::i18n::{app as say, fault, refusal, said};
use crate::tui::screen::{Message, Outcome, Sheet};
use crate::tui::widgets::Confirm;

impl App {
    /// Does what a key or a command came to.
    pub(super) fn follow(&mut self, outcome: Outcome) -> After {
        let mut after = After::default();
        match outcome {
            Outcome::Ignored | Outcome::Handled => {}
            Outcome::Moved => after.moved = true,
            Outcome::Say(message) => self.say(message),
            Outcome::Export(ask) => self.export(&ask),
            Outcome::Go(target) => self.go(&target),
            Outcome::Show(sheet) => {
                self.overlay = Some(Overlay::Reading(Reading::new(*sheet)));
            }
            Outcome::Papers(all) => {
                let size = self.desk.facts().printing.size;
                self.overlay = Some(Overlay::Papers(Box::new(Papers::new(all, size))));
            }
            Outcome::Several(all) => {
                for outcome in all {
                    after.moved |= self.follow(outcome).moved;
                }
            }
            Outcome::Confirm { words, then } => {
                self.overlay = Some(self.confirm(&words, *then));
            }
            Outcome::Run(envelope) => {
                if let Front::Working(me) = &self.front {
                    let staff = me.number.clone();
                    return self.carry_out(&staff, *envelope);
                }
            }
            Outcome::RunEach(envelopes) => {
                if let Front::Working(me) = &self.front {
                    let staff = me.number.clone();
                    self.carry_out_each(&staff, &envelopes);
                }
            }
            Outcome::RunAs {
                staff,
                pin,
                envelope,
            } => {
                return self.carry_out_as(&staff, &pin, *envelope);
            }
        }
        after
    }

    pub(super) fn confirm(&self, words: &str, then: Outcome) -> Overlay {
        let confirm = Confirm {
            title: say::PLEASE_CONFIRM.text(self.lang).to_owned(),
            words: words.to_owned(),
            keys: say::YES_NO.text(self.lang).to_owned(),
        };
        Overlay::Confirm(confirm, Box::new(then))
    }

    pub(super) fn carry_out_as(&mut self, staff: &StaffNo, pin: &str, envelope: Envelope) -> After {
        let result = signin::check(&mut self.desk, &self.pepper, staff, pin);
        match result {
            Ok(_) => self.carry_out(staff, envelope),
            Err(error) => {
                let words = fault::sign_in(self.lang, &error, &self.names);
                let failed = DeskError::Reference(words.clone());
                let outcome = self.with(|screen, cx| screen.done(cx, &envelope, Err(&failed)));
                let after = self.follow(outcome.unwrap_or(Outcome::Handled));
                self.say(Message::bad(words));
                after
            }
        }
    }

    pub(super) fn carry_out(&mut self, staff: &StaffNo, envelope: Envelope) -> After {
        let result = self.desk.carry_out(&Actor::Staff(staff.clone()), &envelope);
        if let Err(DeskError::Refused(why)) = &result
            && why.can_be_confirmed()
        {
            let words = refusal::refusal(self.lang, why, &self.names);
            let mut again = envelope;
            again.confirm.push(why.code().to_owned());
            self.overlay = Some(self.confirm(&words, Outcome::Run(Box::new(again))));
            return After::default();
        }
        let message = self.came_to(&envelope, &result);
        let outcome = self
            .with(|screen, cx| screen.done(cx, &envelope, result.as_ref()))
            .unwrap_or(Outcome::Ignored);
        self.catch_up();
        self.keep_drafts();
        // A screen that takes a failure has said it where it belongs.
        if result.is_ok() || outcome == Outcome::Ignored {
            self.say(message);
        }
        self.follow(outcome)
    }

    /// Carries out commands one after another; whatever was refused is told with its
    /// number and its reason.
    pub(super) fn carry_out_each(&mut self, staff: &StaffNo, envelopes: &[Envelope]) {
        let actor = Actor::Staff(staff.clone());
        let mut refused: Vec<(Number, String)> = Vec::new();
        for envelope in envelopes {
            let result = self.desk.carry_out(&actor, envelope);
            let error = match result {
                Ok(done) => done.refused.map(DeskError::from),
                Err(error) => Some(error),
            };
            if let Some(error) = error {
                let number = envelope.command.inquiry().unwrap_or_default();
                let why = fault::desk(self.lang, &error, &self.names);
                refused.push((number, why));
            }
        }
        let numbers: Vec<Number> = refused.iter().map(|(number, _)| number.clone()).collect();
        self.with(|screen, cx| screen.done_each(cx, &numbers));
        self.catch_up();
        self.keep_drafts();
        let done = envelopes.len() - refused.len();
        if refused.is_empty() {
            self.say(Message::good(many::all_done(self.lang, done)));
            return;
        }
        let head = many::some_refused(self.lang, done, refused.len());
        let lines = refused
            .iter()
            .map(|(number, why)| many::refused_line(number, why));
        let text: Vec<String> = std::iter::once(head).chain(lines).collect();
        self.overlay = Some(Overlay::Reading(Reading::new(Sheet {
            title: many::CAME_OF.text(self.lang).to_owned(),
            text: text.join("\n"),
            file: "refused.txt".to_owned(),
        })));
    }

    /// What a command came to, in a sentence.
    fn came_to(&self, envelope: &Envelope, result: &Result<Done, DeskError>) -> Message {
        match result {
            Ok(done) => match done.refused.clone().map(DeskError::from) {
                Some(error) => Message::bad(fault::desk(self.lang, &error, &self.names)),
                None => Message::good(said::done(self.lang, &envelope.command, done)),
            },
            Err(error) => Message::bad(fault::desk(self.lang, error, &self.names)),
        }
    }

    /// Reads the register again after a commit of ours or of someone else.
    pub(super) fn catch_up(&mut self) {
        if let Err(error) = self.desk.refresh() {
            let words = fault::desk(self.lang, &error, &self.names);
            self.say(Message::bad(words));
        }
        if let Ok(names) = self.desk.read().names() {
            self.names = Names::new(names, self.desk.office().offset);
        }
        self.offers.prepare(&self.desk, self.lang);
        self.with(|screen, cx| screen.refresh(cx));
        self.look_for_news();
    }
}
