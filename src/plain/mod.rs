//! Plain mode: the same work by questions and answers, one line after another.
//!
//! For screen readers, braille lines, teletypes and bad lines: no cursor is moved,
//! no colour is set, no control character but the line feed is sent. A person types
//! at a terminal, or a script sends lines through a pipe; both are asked the same
//! questions. An empty line takes what is proposed, `?` explains, `<` goes back one
//! question, `<<` leaves a form, and what was answered is kept as a draft.
//!
//! It knows nothing of the screens and sends the same commands to the desk. Turned
//! down: reading the screens aloud, which speaks of places that a listener has not.

mod acts;
mod ask;
mod door;
mod form;
mod handover;
mod inquiry;
mod lines;
mod notice;
mod queue;
mod register;
mod talk;
mod told;
mod turn;

use ask::{Ask, Kind};
use lines::Lines;
use talk::Talk;
use turn::{Told, Turn};

use crate::i18n::{Both, Lang, plain as say, words as names};
use crate::opening::{OpenError, Opening};
use crate::search::Choice;

/// Opens the talk; where there is no register yet, with the questions of a first run.
///
/// # Errors
///
/// When the register cannot be used, or the line broke.
pub fn open(opening: &Opening) -> Result<(), OpenError> {
    let mut lines = Lines::here();
    let lang = opening.asked.unwrap_or(opening.locale);
    let opened = opening.open(|| match door::first_run(&mut lines, lang) {
        Ok(founded) => Ok(founded),
        Err(Turn::Broken(error)) => Err(error),
        Err(Turn::Back | Turn::Leave | Turn::End) => Ok(None),
    })?;
    let Some(opened) = opened else {
        return Ok(());
    };
    let signed_in = opened.signed_in.clone();
    let mut talk = Talk::over(lines, opened);
    if let Some(staff) = &signed_in {
        talk.me = talk.desk.person(staff)?;
    }
    match talk.whole() {
        Ok(()) | Err(Turn::Back | Turn::Leave | Turn::End) => Ok(()),
        Err(Turn::Broken(error)) => Err(OpenError::Terminal(error)),
    }
}

impl Talk {
    /// From the door to the leave-taking.
    fn whole(&mut self) -> Told<()> {
        self.say(self.t(say::WELCOME))?;
        if self.me.number.is_empty() && !self.sign_in()? {
            return Ok(());
        }
        self.greet()?;
        loop {
            self.catch_up()?;
            let menu = self.menu();
            let chosen = match self.ask(&menu, None) {
                Ok(answer) => answer.value,
                Err(Turn::Back) => continue,
                Err(Turn::Leave) => break,
                Err(turn) => return Err(turn),
            };
            match chosen.as_str() {
                "register" => self.register()?,
                "queue" => self.queue()?,
                "notice" => self.notice(None)?,
                "handover" => self.handover()?,
                "find" => self.find()?,
                "language" => self.change_language(),
                _ => break,
            }
        }
        self.say(self.t(say::GOODBYE))
    }

    fn greet(&mut self) -> Told<()> {
        let office = self.desk.facts().name.clone();
        let sandbox = self.desk.facts().sandbox;
        let now = self.desk.office().local(self.desk.now());
        let now = now.format("%Y-%m-%d %H:%M").to_string();
        self.say(say::greeting(self.lang, &self.me, &office, &now, sandbox))?;
        for form in ["plain-register", "register"] {
            if self.draft(form).is_some() {
                let words = if form == "register" {
                    say::DRAFT_ON_SCREEN
                } else {
                    say::DRAFT_WAITS
                };
                self.say(self.t(words))?;
            }
        }
        Ok(())
    }

    fn menu(&self) -> Ask {
        let choice = |id: &str, label: Both| Choice {
            id: id.to_owned(),
            label: self.t(label).to_owned(),
            ..Choice::default()
        };
        let choices = vec![
            choice("register", names::REGISTER),
            choice("queue", names::QUEUE),
            choice("notice", names::CHECKLIST),
            choice("handover", names::HANDOVER),
            choice("find", say::FIND),
            choice("language", say::OTHER_LANGUAGE),
            choice("leave", say::QUIT),
        ];
        Ask {
            key: "menu",
            label: self.t(say::MENU).to_owned(),
            help: self.t(say::MENU_HELP).to_owned(),
            must: true,
            kind: Kind::List(choices),
        }
    }

    fn change_language(&mut self) {
        self.lang = match self.lang {
            Lang::Zh => Lang::En,
            Lang::En => Lang::Zh,
        };
    }
}
