//! Handing the shift over, item by item.

use super::ask::{Ask, Kind};
use super::form::{Answers, Form};
use super::register::ask;
use super::talk::{Sent, Talk};
use super::turn::{Told, Turn};
use crate::domain::command::{
    Command, Envelope, HandoverCancel, HandoverItem, HandoverNote, HandoverOpen, HandoverSign,
};
use crate::domain::ids::{HandoverNo, StaffNo};
use crate::domain::inquiry::TEXT_LIMIT;
use crate::domain::shift::{About, Handover, Item};
use crate::i18n::handover::travelled;
use crate::i18n::{Both, cli, plain as say, words as names};
use crate::offer::Habits;
use crate::search::{Choice, Shelf};

/// The form that begins a handover.
struct Opening(Shelf);

impl Form for Opening {
    fn name(&self) -> String {
        "plain-handover".to_owned()
    }

    fn asks(&self, talk: &Talk, _answers: &Answers) -> Vec<Ask> {
        let people = Kind::Find(self.0.clone(), false);
        let notes = Ask {
            help: talk.t(say::OTHER_THINGS_HELP).to_owned(),
            ..ask(
                talk,
                "note",
                say::OTHER_THINGS,
                false,
                Kind::Text(TEXT_LIMIT),
            )
        };
        vec![ask(talk, "to", say::WHO_COMES, true, people), notes]
    }

    fn command(&self, _talk: &Talk, answers: &Answers) -> Option<Command> {
        let notes = answers.value("note");
        let notes = notes.split([';', '；']).map(str::trim);
        Some(Command::HandoverOpen(HandoverOpen {
            to: StaffNo(answers.value("to")),
            notes: notes
                .filter(|note| !note.is_empty())
                .map(str::to_owned)
                .collect(),
        }))
    }
}

impl Talk {
    /// Reads the handover under way out and takes it on, or begins one.
    ///
    /// # Errors
    ///
    /// The end of the talk.
    pub fn handover(&mut self) -> Told<()> {
        self.catch_up()?;
        let open = self.desk.read().handover_of(&self.me.number);
        let Some(number) = open.ok().flatten() else {
            self.say(self.t(say::NO_HANDOVER))?;
            let roster = self.offers.roster(&self.desk);
            let people = roster.receivers(&self.me.number, "", &Habits::none());
            self.fill(&Opening(people.into()), Answers::default())?;
            return Ok(());
        };
        match self.under_way(&number) {
            Err(Turn::Back | Turn::Leave) => Ok(()),
            other => other,
        }
    }

    fn under_way(&mut self, number: &HandoverNo) -> Told<()> {
        loop {
            let found = self.desk.read().handover(number).ok().flatten();
            let Some((state, _)) = found.filter(|(state, _)| state.ended_at().is_none()) else {
                return Ok(());
            };
            let (from, to) = (self.name(&state.from), self.name(&state.to));
            let open = state.open_items();
            self.say(say::handover_head(
                self.lang,
                number.as_str(),
                (&from, &to),
                open,
                state.items.len(),
            ))?;
            let choice = |id: &str, label: Both| Choice {
                id: id.to_owned(),
                label: self.t(label).to_owned(),
                ..Choice::default()
            };
            let mut choices = vec![choice("hear", say::HEAR_ITEMS)];
            if state.to == self.me.number {
                choices.push(choice("take", say::TAKE_ITEMS));
                choices.push(choice("question", say::ASK_ABOUT));
            } else {
                choices.push(choice("note", say::NOTE_ON));
                choices.push(choice("answer", say::ANSWER_QUESTION));
            }
            choices.push(choice("sign", say::SIGN_HANDOVER));
            choices.push(choice("cancel", say::CANCEL_HANDOVER));
            choices.push(choice("back", say::BACK));
            let menu = ask(self, "act", say::WHAT_NOW, true, Kind::List(choices));
            match self.ask(&menu, None)?.value.as_str() {
                "hear" => self.hear_items(&state)?,
                "take" => self.take_items(&state)?,
                "question" => self.word_on(&state, Command::HandoverQuestion)?,
                "note" => self.word_on(&state, Command::HandoverNote)?,
                "answer" => self.word_on(&state, Command::HandoverAnswer)?,
                "cancel" => {
                    let why = ask(self, "text", say::WHY_CANCEL, true, Kind::Text(TEXT_LIMIT));
                    let text = self.ask(&why, None)?.value;
                    let handover = number.clone();
                    let command = Command::HandoverCancel(HandoverCancel { handover, text });
                    self.send(Envelope::of(command))?;
                }
                "sign" => {
                    let handover = number.clone();
                    if self.agrees(say::SIGN_HANDOVER, true)? {
                        let command = Command::HandoverSign(HandoverSign { handover });
                        self.send(Envelope::of(command))?;
                    }
                }
                _ => return Ok(()),
            }
        }
    }

    fn hear_items(&mut self, state: &Handover) -> Told<()> {
        for (item, nth) in state.items.iter().zip(1_u32..) {
            let line = format!("{nth} {}", self.item(item));
            self.say(line)?;
        }
        Ok(())
    }

    fn take_items(&mut self, state: &Handover) -> Told<()> {
        for (item, nth) in state.items.iter().zip(1_u32..) {
            if item.acknowledged {
                continue;
            }
            let line = format!("{nth} {}", self.item(item));
            self.say(line)?;
            let take = ask(self, "take", say::TAKE_IT, true, Kind::Yes(true));
            if self.ask(&take, None)?.value != "yes" {
                continue;
            }
            let command = Command::HandoverAcknowledge(HandoverItem {
                // Whoever takes it has heard that its question waits.
                as_asked: item.unanswered(),
                handover: state.number.clone(),
                item: nth,
            });
            if !matches!(self.send(Envelope::of(command))?, Sent::Done(_)) {
                return Ok(());
            }
        }
        Ok(())
    }

    fn word_on(&mut self, state: &Handover, make: fn(HandoverNote) -> Command) -> Told<()> {
        let items = state.items.iter().zip(1_u32..).map(|(item, nth)| Choice {
            id: nth.to_string(),
            label: self.item(item),
            ..Choice::default()
        });
        let items = Kind::List(items.collect());
        let which = ask(self, "item", say::WHICH_ITEM, true, items);
        let item = self.ask(&which, None)?.value.parse().unwrap_or(0);
        let words = ask(self, "text", say::NOTE, true, Kind::Text(TEXT_LIMIT));
        let text = self.ask(&words, None)?.value;
        self.send(Envelope::of(make(HandoverNote {
            handover: state.number.clone(),
            item,
            text,
        })))?;
        Ok(())
    }

    fn item(&self, item: &Item) -> String {
        let lang = self.lang;
        let mut parts = vec![match &item.about {
            About::Inquiry {
                inquiry,
                stage,
                due,
                custody,
                shifts,
            } => {
                let due = due.map(|due| cli::minute(self.desk.office().local(due)));
                let stage = names::stage(lang, *stage);
                let line = cli::handover_item(lang, inquiry.as_str(), stage, due.as_deref());
                let kept = names::in_custody(lang, *custody);
                let travelled = travelled(lang, *shifts);
                [line, kept, travelled]
                    .into_iter()
                    .filter(|part| !part.is_empty())
                    .collect::<Vec<_>>()
                    .join(" ")
            }
            About::Free { text, .. } => text.text().to_owned(),
        }];
        let said = [
            (say::NOTE, &item.note),
            (say::ASK_ABOUT, &item.question),
            (say::ANSWER_QUESTION, &item.answer),
        ];
        for (label, words) in said {
            if let Some(words) = words {
                parts.push(format!("{} {}", self.t(label), words.text()));
            }
        }
        if item.acknowledged {
            parts.push(self.t(say::TAKEN_OVER).to_owned());
        }
        parts.join(lang.pick("，", ", "))
    }
}
