//! The door: the questions of a first run, staff number and PIN.

use super::ask::number_in;
use super::lines::{Heard, Lines};
use super::talk::Talk;
use super::turn::{Told, Turn};
use crate::desk::{self, Actor, Pin, SignedIn, pepper_kept};
use crate::domain::ids::StaffNo;
use crate::i18n::{Both, Lang, app, fault, plain as say};
use crate::opening::{Founded, rulebooks};
use crate::paths;

/// How many wrong tries end the talk; the desk itself makes each take longer.
const TRIES: usize = 5;

/// Asks what a new register begins with; nothing when the person leaves.
///
/// # Errors
///
/// When the line breaks.
pub fn first_run(lines: &mut Lines, lang: Lang) -> Told<Option<Founded>> {
    match found(lines, lang) {
        Ok(founded) => Ok(Some(founded)),
        Err(Turn::Back | Turn::Leave | Turn::End) => Ok(None),
        Err(turn) => Err(turn),
    }
}

fn found(lines: &mut Lines, lang: Lang) -> Told<Founded> {
    lines.say(app::NEW_REGISTER.text(lang))?;
    let books = rulebooks();
    for ((_, zh, en), nth) in books.iter().zip(1..) {
        lines.say(&format!("{nth} {}", lang.pick(zh, en)))?;
    }
    let rulebook = loop {
        let typed = must(lines, lang, (app::RULEBOOK, app::SETUP_MISSING[0]))?;
        match number_in(&typed).and_then(|n| books.get(n - 1)) {
            Some((id, ..)) => break id.clone(),
            None => lines.say(app::SETUP_MISSING[0].text(lang))?,
        }
    };
    let office = must(lines, lang, (app::OFFICE, app::SETUP_MISSING[1]))?;
    let number = must(lines, lang, (app::YOUR_NUMBER, app::SETUP_MISSING[2]))?;
    let name = must(lines, lang, (app::YOUR_NAME, app::SETUP_MISSING[3]))?;
    let department = must(lines, lang, (app::YOUR_DEPARTMENT, app::SETUP_MISSING[4]))?;
    let pin = loop {
        let typed = secret(lines, lang, app::YOUR_PIN)?;
        if desk::is_pin(&typed) {
            break typed;
        }
        lines.say(app::WHAT_A_PIN_IS.text(lang))?;
    };
    Ok(Founded {
        rulebook,
        office,
        number,
        name,
        department,
        pin,
        lang,
    })
}

fn must(lines: &mut Lines, lang: Lang, (label, missing): (Both, Both)) -> Told<String> {
    loop {
        lines.prompt(&say::prompt(lang, label.text(lang), None))?;
        match lines.hear()? {
            Heard::Words(words) if words == "<" || words == "<<" => return Err(Turn::Leave),
            Heard::Words(words) if !words.is_empty() => return Ok(words),
            Heard::Words(_) | Heard::TooLong | Heard::NotText | Heard::Control => {
                lines.say(missing.text(lang))?;
            }
        }
    }
}

fn secret(lines: &mut Lines, lang: Lang, label: Both) -> Told<String> {
    lines.prompt(&say::prompt(lang, label.text(lang), None))?;
    match lines.hear_secret()? {
        Heard::Words(words) => Ok(words),
        Heard::TooLong | Heard::NotText | Heard::Control => Ok(String::new()),
    }
}

impl Talk {
    /// Asks for staff number and PIN until they fit; whether they did.
    ///
    /// # Errors
    ///
    /// The end of the talk.
    pub fn sign_in(&mut self) -> Told<bool> {
        for _ in 0..TRIES {
            let number = self.hear(&say::prompt(self.lang, self.t(app::STAFF_NUMBER), None))?;
            if number == "<" || number == "<<" {
                return Ok(false);
            }
            if number.is_empty() {
                self.say(self.t(app::NUMBER_FIRST))?;
                continue;
            }
            let pin = match pin_file() {
                Some(pin) => pin,
                None => self.hear_secret(&say::prompt(self.lang, self.t(app::PIN), None))?,
            };
            let signed_in = pepper_kept(&self.pepper)
                .and_then(|pepper| self.desk.sign_in(&StaffNo(number), &pin, &pepper));
            match signed_in {
                Ok(SignedIn {
                    person,
                    must_change,
                }) => {
                    self.me = person;
                    return if must_change {
                        self.change_pin(&pin)
                    } else {
                        Ok(true)
                    };
                }
                Err(error) => self.say(fault::sign_in(self.lang, &error, &self.names))?,
            }
        }
        Ok(false)
    }

    /// A PIN that was drawn for its person is changed before anything else.
    fn change_pin(&mut self, old: &str) -> Told<bool> {
        loop {
            self.say(self.t(app::CHOOSE_PIN))?;
            let new = self.hear_secret(&say::prompt(self.lang, self.t(app::NEW_PIN), None))?;
            if !desk::is_pin(&new) || new == old {
                continue;
            }
            let again = self.hear_secret(&say::prompt(self.lang, self.t(app::AGAIN), None))?;
            if new != again {
                self.say(self.t(app::PINS_DIFFER))?;
                continue;
            }
            let pin = Pin {
                digits: new,
                one_time: false,
            };
            let number = self.me.number.clone();
            let me = Actor::Staff(number.clone());
            let changed = pepper_kept(&self.pepper)
                .and_then(|pepper| Ok(self.desk.set_pin(&me, &number, &pin, &pepper)?));
            match changed {
                Ok(()) => return Ok(true),
                Err(error) => self.say(fault::sign_in(self.lang, &error, &self.names))?,
            }
        }
    }
}

/// The PIN in the file that `SHOUWEN_PIN_FILE` names, for scripts.
fn pin_file() -> Option<String> {
    let path = paths::variable("SHOUWEN_PIN_FILE")?;
    let text = std::fs::read_to_string(path).ok()?;
    Some(text.trim().to_owned())
}
