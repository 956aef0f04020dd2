//! Whoever comes again: linked with one key to what they came for before, and what
//! is known of them filled in where nothing was typed (D1 art. 1.4.5, D2 art. 7).

use crate::domain::command::{Command, Note};
use crate::domain::ids::Number;
use crate::i18n::register as words;
use crate::tui::screen::{Ctx, Message, Outcome, Target};

use super::Register;
use super::form::Form;

impl Register {
    /// Goes on with what waits for this visit, else with the next earlier inquiry.
    pub(super) fn link(&mut self, cx: &Ctx) -> Outcome {
        self.look_up(cx);
        if let Some(number) = self.visitor.awaited().cloned() {
            return Outcome::run(Command::Visit(Note {
                inquiry: number,
                text: String::new(),
            }));
        }
        let Some(number) = self.visitor.after(&self.form.follows).cloned() else {
            let linked = !std::mem::take(&mut self.form.follows).is_empty();
            let pair = if linked {
                words::UNLINKED
            } else {
                words::NOBODY_KNOWN
            };
            return Self::say(cx, pair);
        };
        if let Ok(Some((state, _))) = cx.desk.read().inquiry(&number)
            && let Some(known) = state.visitor.get()
        {
            self.form.fill_known(known);
        }
        let said = words::linked(cx.lang, number.as_str());
        self.form.follows = number.0;
        self.begin_request(cx);
        // The same person: what was found stays found.
        self.visitor.who = self.form.who();
        Outcome::Say(Message::plain(said))
    }

    /// The second visit is on record: its checklist opens with the ticks of the first.
    pub(super) fn second_visit(&mut self, cx: &Ctx, number: &Number) -> Outcome {
        if self.form.says_only_who() {
            self.saved += 1;
            self.form = Form::default();
            self.visitor = super::Visitor::default();
            self.offer(cx);
            self.resize();
            self.reckon(cx);
        }
        Outcome::Go(Target::Checklist {
            inquiry: Some(number.clone()),
            matter: String::new(),
        })
    }

    /// Asks for the fields that are seldom needed, or no more.
    pub(super) fn more(&mut self, cx: &Ctx) -> Outcome {
        self.form.more = !self.form.more;
        if !self.form.order().contains(&self.form.focus) {
            self.form.focus = self.form.home();
        }
        let kept = [&self.form.id_number, &self.form.address, &self.form.left];
        if !self.form.more && kept.iter().any(|field| !field.is_blank()) {
            return Self::say(cx, words::MORE_KEPT);
        }
        Outcome::Handled
    }
}

impl Form {
    /// Fills in what is known; what was typed stays.
    fn fill_known(&mut self, known: &crate::domain::command::Visitor) {
        let pairs = [
            (&mut self.name, &known.name),
            (&mut self.unit, &known.unit),
            (&mut self.address, &known.address),
        ];
        for (field, known) in pairs {
            if field.is_blank() {
                field.set(known);
            }
        }
        // A tail was typed to find the number, and the whole of it says no less.
        if known.phone.ends_with(&self.phone_digits()) {
            self.phone.set(&known.phone);
        }
        if known.id_number.ends_with(self.id_number.value().trim()) {
            self.id_number.set(&known.id_number);
        }
    }

    /// Whether nothing was said yet but who came.
    fn says_only_who(&self) -> bool {
        let mut rest = self.clone();
        for field in [
            &mut rest.phone,
            &mut rest.name,
            &mut rest.unit,
            &mut rest.id_number,
        ] {
            field.set("");
        }
        rest.follows.clear();
        rest.is_blank()
    }
}
