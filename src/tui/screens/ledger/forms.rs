//! The small forms over the ledger: conditions, days, what is kept, acts.

use crossterm::event::{KeyCode, KeyEvent};

use super::{Kept, Ledger, conditions};
use crate::i18n::{ledger as say, queue};
use crate::store::Sought;
use crate::tui::keymap::Action;
use crate::tui::screen::{Ctx, Message, Outcome};
use crate::tui::screens::queue::dialogs;
use crate::tui::screens::revealed;
use crate::tui::widgets::dialog::{Entry, HITS};
use crate::tui::widgets::list::Step;
use crate::tui::widgets::picker::{Choice, Picker};
use crate::tui::widgets::{Dialog, Edit};

/// What a form is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// A condition to add.
    Condition,
    /// The days of registration.
    Days,
    /// A name for the conditions.
    Keep,
    /// Conditions that were kept.
    TakeUp,
    /// What goes out as a file.
    Export,
    /// An act on the selected inquiry.
    Act(Action),
}

/// Of what is kept, the choice that forgets it.
const FORGET: &str = "forget:";

pub(super) fn picker(choices: Vec<Choice>) -> Picker {
    let mut picker = Picker::new(HITS, 40).eager();
    picker.set_choices(choices);
    picker
}

impl Ledger {
    pub(super) fn open_form(&mut self, cx: &Ctx, form: Form) -> Outcome {
        let dialog = match form {
            Form::Condition => Dialog::new(
                cx.say(say::CONDITION),
                vec![Entry::pick(
                    cx.say(say::BY_WHAT),
                    picker(conditions::choices(cx)),
                )],
            )
            .advising(cx.say(say::CONDITION_ADVICE)),
            Form::Days => {
                let text = |day: Option<chrono::NaiveDate>| {
                    day.map_or(String::new(), |day| day.to_string())
                };
                Dialog::new(
                    cx.say(say::DAYS),
                    vec![
                        Entry::with(cx.say(say::FROM), 10, &text(self.sought.from)),
                        Entry::with(cx.say(say::UNTIL), 10, &text(self.sought.until)),
                    ],
                )
                .advising(cx.say(say::DAYS_ADVICE))
            }
            Form::Keep => Dialog::new(
                cx.say(say::KEEP),
                vec![Entry::text(cx.say(say::UNDER_NAME), 20)],
            )
            .advising(conditions::chips(cx, &self.sought).join("  ")),
            Form::TakeUp => Dialog::new(
                cx.say(say::TAKE_UP),
                vec![Entry::pick(
                    cx.say(say::WHICH),
                    picker(self.kept_choices(cx)),
                )],
            ),
            Form::Export => self.export_form(cx),
            Form::Act(_) => return Outcome::Handled,
        };
        self.dialog = Some((form, dialog));
        Outcome::Handled
    }

    fn kept_choices(&self, cx: &Ctx) -> Vec<Choice> {
        let choice = |id: String, label: String, kept: &Kept| Choice {
            id,
            label,
            detail: conditions::chips(cx, &kept.sought).join(" "),
            also: Vec::new(),
        };
        let each = self.kept.iter();
        let taken = each.map(|one| choice(one.name.clone(), one.name.clone(), one));
        let forgotten = self.kept.iter().map(|one| {
            let label = format!("{}{}", cx.say(say::FORGET), one.name);
            choice(format!("{FORGET}{}", one.name), label, one)
        });
        taken.chain(forgotten).collect()
    }

    pub(super) fn type_in_form(&mut self, cx: &Ctx, key: KeyEvent) -> Outcome {
        let Some((_, dialog)) = &mut self.dialog else {
            return Outcome::Ignored;
        };
        let stepped = match key.code {
            KeyCode::Down => dialog.step(Step::Down),
            KeyCode::Up => dialog.step(Step::Up),
            _ => false,
        };
        if !stepped && dialog.key(key) == Edit::Full {
            dialog.error = Some(cx.say(queue::FIELD_FULL).to_owned());
        }
        Outcome::Handled
    }

    pub(super) fn act_on_form(&mut self, cx: &Ctx, action: Action) -> Outcome {
        let Some((_, dialog)) = &mut self.dialog else {
            return Outcome::Ignored;
        };
        match action {
            Action::Enter if dialog.go_on() => Outcome::Handled,
            Action::Enter | Action::Save => self.submit(cx),
            Action::NextField => {
                dialog.go_on();
                Outcome::Handled
            }
            Action::PreviousField => {
                dialog.back();
                Outcome::Handled
            }
            Action::Back => {
                self.dialog = None;
                Outcome::Handled
            }
            _ => Outcome::Ignored,
        }
    }

    fn submit(&mut self, cx: &Ctx) -> Outcome {
        let Some((form, dialog)) = &mut self.dialog else {
            return Outcome::Handled;
        };
        dialog.take_hit();
        let (form, values) = (*form, [dialog.value(0), dialog.value(1)]);
        let [first, second] = &values;
        match form {
            Form::Condition => {
                conditions::add(&mut self.sought, first);
                self.dialog = None;
                self.seek(cx)
            }
            Form::Days => self.take_days(cx, first, second),
            Form::Keep => self.keep(cx, first),
            Form::TakeUp => self.take_up(cx, first),
            Form::Export => self.take_out(cx, first, second),
            Form::Act(Action::Reveal) => {
                let number = self.selected().map(|row| row.inquiry.clone());
                let dialog = self.dialog.as_ref().map(|(_, dialog)| dialog);
                match number.zip(dialog) {
                    Some((number, dialog)) => Outcome::run(revealed::command(dialog, &number)),
                    None => Outcome::Handled,
                }
            }
            Form::Act(action) => {
                let dialog = dialog.clone();
                let state = self.detail(cx).map(|one| &one.state);
                match state.and_then(|state| dialogs::command(action, &dialog, state)) {
                    Some(command) => Outcome::run(command),
                    None => Outcome::Handled,
                }
            }
        }
    }

    fn take_days(&mut self, cx: &Ctx, from: &str, until: &str) -> Outcome {
        let today = cx.local(cx.now).date();
        let each = [from, until].map(|typed| (typed, conditions::day(typed, today)));
        let wrong = if each
            .iter()
            .any(|(typed, day)| !typed.is_empty() && day.is_none())
        {
            Some(say::NOT_A_DAY)
        } else {
            let [(_, from), (_, until)] = each;
            let backwards = from.zip(until).is_some_and(|(from, until)| until < from);
            backwards.then_some(say::WRONG_WAY_ROUND)
        };
        if let (Some(wrong), Some((_, dialog))) = (wrong, &mut self.dialog) {
            dialog.error = Some(cx.say(wrong).to_owned());
            return Outcome::Handled;
        }
        let [(_, from), (_, until)] = each;
        (self.sought.from, self.sought.until) = (from, until);
        self.dialog = None;
        self.seek(cx)
    }

    fn keep(&mut self, cx: &Ctx, name: &str) -> Outcome {
        if name.is_empty() {
            return Outcome::Handled;
        }
        self.dialog = None;
        let sought = self.sought.clone();
        let words = if let Some(known) = self.kept.iter_mut().find(|one| one.name == name) {
            known.sought = sought;
            say::replaced(cx.lang, name)
        } else {
            self.kept.push(Kept {
                name: name.to_owned(),
                sought,
            });
            cx.say(say::KEPT).to_owned()
        };
        Outcome::Say(Message::good(words))
    }

    fn take_up(&mut self, cx: &Ctx, chosen: &str) -> Outcome {
        self.dialog = None;
        if let Some(name) = chosen.strip_prefix(FORGET) {
            self.kept.retain(|one| one.name != name);
            return Outcome::Handled;
        }
        let Some(kept) = self.kept.iter().find(|one| one.name == chosen) else {
            return Outcome::Handled;
        };
        self.sought = Sought::clone(&kept.sought);
        self.find.set(&self.sought.text.clone());
        self.seek(cx)
    }
}
