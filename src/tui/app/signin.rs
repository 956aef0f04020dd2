//! The door: staff number and PIN.

use std::path::Path;

use crossterm::event::{KeyCode, KeyEvent};

use super::App;
use super::front::Front;
use crate::desk::{self, Desk, Pin, SignInError, SignedIn, pepper_kept};
use crate::domain::ids::StaffNo;
use crate::domain::staff::Person;
use crate::i18n::{Lang, app as say, fault};
use crate::tui::keymap::{Action, Scope, action};
use crate::tui::screen::Message;
use crate::tui::widgets::{Edit, Field};

/// Which field is being typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Focus {
    #[default]
    Number,
    Pin,
    NewPin,
    NewPinAgain,
}

/// The sign-in form.
#[derive(Debug)]
pub(super) struct SignIn {
    pub number: Field,
    pub pin: Field,
    pub new: Field,
    pub again: Field,
    pub focus: Focus,
    /// Someone whose PIN was drawn and must be changed first.
    pub changing: Option<Person>,
}

impl Default for SignIn {
    fn default() -> Self {
        let secret = || Field::new(desk::PIN_MAX).secret();
        Self {
            number: Field::new(20),
            pin: secret(),
            new: secret(),
            again: secret(),
            focus: Focus::Number,
            changing: None,
        }
    }
}

impl SignIn {
    pub fn field(&mut self) -> &mut Field {
        match self.focus {
            Focus::Number => &mut self.number,
            Focus::Pin => &mut self.pin,
            Focus::NewPin => &mut self.new,
            Focus::NewPinAgain => &mut self.again,
        }
    }

    pub fn paste(&mut self, text: &str) {
        let _: Edit = self.field().paste(text);
    }

    fn forget(&mut self) {
        self.pin.set("");
        self.new.set("");
        self.again.set("");
    }
}

/// Compares a PIN with the pepper of this register.
pub(super) fn check(
    desk: &mut Desk,
    pepper: &Path,
    staff: &StaffNo,
    pin: &str,
) -> Result<SignedIn, SignInError> {
    let pepper = pepper_kept(pepper)?;
    desk.sign_in(staff, pin, &pepper)
}

impl App {
    pub(super) fn key_at_the_door(&mut self, key: KeyEvent) {
        match action(Scope::Global, key, true) {
            Some(Action::Quit) => self.over = true,
            Some(Action::Language) => self.change_language(),
            Some(_) | None => self.type_at_the_door(key),
        }
    }

    fn type_at_the_door(&mut self, key: KeyEvent) {
        let Front::SignIn(form) = &mut self.front else {
            return;
        };
        match key.code {
            KeyCode::Enter => self.enter_at_the_door(),
            KeyCode::Tab | KeyCode::Down | KeyCode::BackTab | KeyCode::Up => {
                form.focus = match form.focus {
                    Focus::Number => Focus::Pin,
                    Focus::Pin => Focus::Number,
                    Focus::NewPin => Focus::NewPinAgain,
                    Focus::NewPinAgain => Focus::NewPin,
                };
            }
            KeyCode::Esc => {
                **form = SignIn::default();
                self.message = None;
            }
            _ if key.code == KeyCode::Char(' ') => {}
            _ => {
                self.message = None;
                let _: Edit = form.field().key(key);
            }
        }
    }

    fn enter_at_the_door(&mut self) {
        let lang = self.lang;
        let Front::SignIn(form) = &mut self.front else {
            return;
        };
        match form.focus {
            Focus::Number if !form.number.is_blank() => form.focus = Focus::Pin,
            Focus::Number => {
                let words = say::NUMBER_FIRST.text(lang);
                self.message = Some(Message::bad(words));
            }
            Focus::Pin => self.try_pin(),
            Focus::NewPin => form.focus = Focus::NewPinAgain,
            Focus::NewPinAgain => self.change_pin(),
        }
    }

    fn try_pin(&mut self) {
        let Front::SignIn(form) = &mut self.front else {
            return;
        };
        let staff = StaffNo::from(form.number.value().trim());
        let pin = form.pin.value().to_owned();
        match check(&mut self.desk, &self.pepper, &staff, &pin) {
            Ok(SignedIn {
                person,
                must_change: true,
            }) => {
                form.changing = Some(person);
                form.focus = Focus::NewPin;
                self.message = Some(Message::plain(new_pin_words(self.lang)));
            }
            Ok(SignedIn {
                person,
                must_change: false,
            }) => self.welcome(&person),
            Err(error) => {
                form.forget();
                let words = fault::sign_in(self.lang, &error, &self.names);
                self.message = Some(Message::bad(words));
            }
        }
    }

    fn change_pin(&mut self) {
        let lang = self.lang;
        let Front::SignIn(form) = &mut self.front else {
            return;
        };
        let Some(person) = form.changing.clone() else {
            return;
        };
        let digits = form.new.value().to_owned();
        if digits != form.again.value() {
            form.new.set("");
            form.again.set("");
            form.focus = Focus::NewPin;
            let words = say::PINS_DIFFER.text(lang);
            self.message = Some(Message::bad(words));
            return;
        }
        if !desk::is_pin(&digits) || digits == form.pin.value() {
            form.new.set("");
            form.again.set("");
            form.focus = Focus::NewPin;
            self.message = Some(Message::bad(new_pin_words(lang)));
            return;
        }
        let pin = Pin {
            digits,
            one_time: false,
        };
        let changed = pepper_kept(&self.pepper)
            .and_then(|pepper| Ok(self.desk.set_pin(&person.number, &pin, &pepper)?));
        match changed {
            Ok(()) => self.welcome(&person),
            Err(error) => {
                let words = fault::sign_in(lang, &error, &self.names);
                self.message = Some(Message::bad(words));
            }
        }
    }
}

fn new_pin_words(lang: Lang) -> &'static str {
    say::CHOOSE_PIN.text(lang)
}
