//! The first run: rulebook, office, first person and PIN.

use crossterm::event::{KeyCode, KeyEvent};

use super::draw::Canvas;
use super::input::Input;
use super::keymap::{Action, Scope, action};
use super::theme::Theme;
use super::widgets::dialog::{Entry, HITS, Kind};
use super::widgets::picker::{Choice, Picker};
use super::widgets::{Dialog, Field, Step};
use crate::desk::{PIN_MAX, is_pin};
use crate::i18n::{Both, Lang, app as say};
use crate::opening::Founded;

/// How the questions ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answered {
    /// All of them are answered.
    All(Founded),
    /// The person left instead.
    Left,
}

/// The questions of a first run.
#[derive(Debug)]
pub struct Setup {
    lang: Lang,
    theme: Theme,
    rulebooks: Vec<(String, String, String)>,
    dialog: Dialog,
    outcome: Option<Answered>,
}

impl Setup {
    /// The questions, with the rulebooks to choose from: id, Chinese and English name.
    pub fn new(lang: Lang, theme: Theme, rulebooks: Vec<(String, String, String)>) -> Self {
        let dialog = questions(lang, &rulebooks);
        Self {
            lang,
            theme,
            rulebooks,
            dialog,
            outcome: None,
        }
    }

    /// What came of it, once it is over: the answers, or nothing.
    pub fn outcome(&mut self) -> Option<Answered> {
        self.outcome.take()
    }

    /// Takes one input.
    pub fn input(&mut self, input: Input) {
        match input {
            Input::Key(key) => self.key(key),
            Input::Paste(text) => {
                self.dialog.paste(&text);
            }
            Input::Resize | Input::Resumed => {}
            Input::Terminate | Input::Hangup => self.outcome = Some(Answered::Left),
        }
    }

    fn key(&mut self, key: KeyEvent) {
        match action(Scope::Global, key, true) {
            Some(Action::Quit) => {
                self.outcome = Some(Answered::Left);
                return;
            }
            Some(Action::Language) => {
                self.change_language();
                return;
            }
            Some(_) | None => {}
        }
        match action(Scope::Dialog, key, true) {
            Some(Action::Enter) => {
                if !self.dialog.go_on() {
                    self.finish();
                }
            }
            Some(Action::NextField) => {
                self.dialog.go_on();
            }
            Some(Action::PreviousField) => self.dialog.back(),
            Some(Action::Save) => self.finish(),
            Some(_) | None => {
                let stepped = match key.code {
                    KeyCode::Down => self.dialog.step(Step::Down),
                    KeyCode::Up => self.dialog.step(Step::Up),
                    _ => false,
                };
                if !stepped {
                    self.dialog.key(key);
                }
            }
        }
    }

    fn change_language(&mut self) {
        self.lang = match self.lang {
            Lang::Zh => Lang::En,
            Lang::En => Lang::Zh,
        };
        let mut fresh = questions(self.lang, &self.rulebooks);
        for (new, old) in fresh.entries.iter_mut().zip(&self.dialog.entries) {
            match (&mut new.kind, &old.kind) {
                (Kind::Text(field), Kind::Text(kept)) => field.set(kept.value()),
                (Kind::Pick(picker), Kind::Pick(kept)) => {
                    picker.take_id(kept.id());
                }
                (Kind::Text(_), Kind::Pick(_)) | (Kind::Pick(_), Kind::Text(_)) => {}
            }
        }
        fresh.focus = self.dialog.focus;
        self.dialog = fresh;
    }

    fn finish(&mut self) {
        self.dialog.take_hit();
        let value = |index| self.dialog.value(index);
        for (index, missing) in say::SETUP_MISSING.into_iter().enumerate() {
            if value(index).is_empty() {
                self.dialog.focus = index;
                self.dialog.error = Some(missing.text(self.lang).to_owned());
                return;
            }
        }
        let pin = value(5);
        if !is_pin(&pin) {
            self.dialog.focus = 5;
            // Nobody sees what stands there, so nobody could mend it.
            if let Some(Kind::Text(field)) = self.dialog.entries.get_mut(5).map(|e| &mut e.kind) {
                field.set("");
            }
            let words = say::WHAT_A_PIN_IS.text(self.lang);
            self.dialog.error = Some(words.to_owned());
            return;
        }
        self.outcome = Some(Answered::All(Founded {
            rulebook: value(0),
            office: value(1),
            number: value(2),
            name: value(3),
            department: value(4),
            pin,
            lang: self.lang,
        }));
    }

    /// Draws the questions.
    pub fn draw(&self, canvas: &mut Canvas) {
        let keys = say::SETUP_KEYS.text(self.lang);
        self.dialog.render(canvas, &self.theme, keys);
    }
}

fn questions(lang: Lang, rulebooks: &[(String, String, String)]) -> Dialog {
    let mut picker = Picker::new(HITS, 60).eager();
    picker.set_choices(
        rulebooks
            .iter()
            .map(|(id, zh, en)| Choice {
                id: id.clone(),
                label: lang.pick(zh.clone(), en.clone()),
                detail: id.clone(),
                also: vec![lang.pick(en.clone(), zh.clone())],
            })
            .collect::<Vec<_>>(),
    );
    let pin = Entry {
        label: say::YOUR_PIN.text(lang).to_owned(),
        kind: Kind::Text(Field::new(PIN_MAX).secret()),
    };
    let text = |label: Both, limit| Entry::text(label.text(lang), limit);
    Dialog::new(
        say::NEW_REGISTER.text(lang),
        vec![
            Entry::pick(say::RULEBOOK.text(lang), picker),
            text(say::OFFICE, 60),
            text(say::YOUR_NUMBER, 20),
            text(say::YOUR_NAME, 40),
            text(say::YOUR_DEPARTMENT, 40),
            pin,
        ],
    )
}
