//! The door: staff number and PIN.

use std::path::Path;

use crossterm::event::{KeyCode, KeyEvent};

use super::App;
use super::front::Front;
use super::parked::Entrance;
use crate::desk::{self, Actor, Desk, Pin, SignInError, SignedIn, pepper_kept};
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
    /// Whether another PIN is wanted, by someone who may go back to work instead.
    pub wants_new: Option<Person>,
    /// Who worked here before, the last one first, with how they are called.
    pub recent: Vec<(StaffNo, String)>,
    /// Which of them was chosen last.
    pub chosen: Option<usize>,
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
            wants_new: None,
            recent: Vec::new(),
            chosen: None,
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

    /// Takes one of those who worked here before as who signs in.
    fn choose(&mut self, back: bool) {
        let Some(last) = self.recent.len().checked_sub(1) else {
            return;
        };
        let next = match (self.chosen, back) {
            (None, true) => last,
            (Some(at), true) => at.checked_sub(1).unwrap_or(last),
            (Some(at), false) if at < last => at + 1,
            (None | Some(_), false) => 0,
        };
        if let Some((number, _)) = self.recent.get(next) {
            self.number.set(number.as_str());
            self.chosen = Some(next);
        }
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
            KeyCode::Down | KeyCode::Up
                if form.focus == Focus::Number && !form.recent.is_empty() =>
            {
                form.choose(key.code == KeyCode::Up);
            }
            KeyCode::Tab | KeyCode::Down | KeyCode::BackTab | KeyCode::Up => {
                form.focus = match form.focus {
                    Focus::Number => Focus::Pin,
                    Focus::Pin => Focus::Number,
                    Focus::NewPin => Focus::NewPinAgain,
                    Focus::NewPinAgain => Focus::NewPin,
                };
            }
            KeyCode::Esc => {
                self.message = None;
                match form.wants_new.take() {
                    Some(me) => self.welcome(&me),
                    None => self.front = self.door(),
                }
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
                must_change,
            }) if must_change || form.wants_new.is_some() => {
                form.changing = Some(person);
                form.focus = Focus::NewPin;
                self.message = Some(Message::plain(new_pin_words(self.lang)));
            }
            Ok(SignedIn { person, .. }) => {
                self.entrance = Entrance::Pin;
                self.welcome(&person);
            }
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
        let me = Actor::Staff(person.number.clone());
        let changed = pepper_kept(&self.pepper)
            .and_then(|pepper| Ok(self.desk.set_pin(&me, &person.number, &pin, &pepper)?));
        match changed {
            Ok(()) => {
                self.entrance = Entrance::Pin;
                self.welcome(&person);
                self.message = Some(Message::good(say::PIN_CHANGED.text(lang)));
            }
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
