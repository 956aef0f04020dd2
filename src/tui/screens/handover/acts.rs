//! What the keys of the handover do, and what is said once it is on the record.

use super::HandoverScreen;
use super::dialog::{Deed, Dialog};
use super::items::{Entry, State};
use super::pin::HeldPin;
use super::sheets;
use crate::desk::{DeskError, Done};
use crate::domain::command::{
    Command, HandoverCancel, HandoverItem, HandoverNote, HandoverOpen, HandoverSign,
};
use crate::domain::ids::{HandoverNo, StaffNo};
use crate::domain::refusal::Refusal;
use crate::domain::shift::{EndNote, Handover, KeepNote, ShiftEvent};
use crate::domain::staff::{Person, Role};
use crate::i18n::handover::{self as words, Say};
use crate::i18n::{fault, said};
use crate::store::{Fact, HandoverRow, StoreError};
use crate::tui::screen::{Ctx, Message, Outcome};
use crate::tui::widgets::Choice;

/// Whether someone sees everybody's handovers, not only their own.
pub(super) fn sees_all(person: &Person) -> bool {
    person.is(Role::Supervisor) || person.is(Role::Quality) || person.is(Role::Admin)
}

impl HandoverScreen {
    pub(super) fn take(&mut self, cx: &Ctx) -> Outcome {
        let item = self.item(cx);
        if self.selected().is_some_and(|one| one.state == State::Taken) {
            return Outcome::Say(Message::plain(Say::TakenAlready.text(cx.lang)));
        }
        let asked = self.selected().is_some_and(|one| one.state == State::Asked);
        let command = Command::HandoverAcknowledge(HandoverItem {
            handover: self.number(),
            item,
            as_asked: asked,
        });
        let then = if self.is_incoming(cx) {
            Outcome::run(command)
        } else {
            self.as_other(cx, Deed::Take(item), command)
        };
        // Nothing is to be confirmed before the PIN is there.
        if !asked || self.dialog.is_some() {
            return then;
        }
        self.pending = None;
        Outcome::Confirm {
            words: Say::TakeAsAsked.text(cx.lang).to_owned(),
            then: Box::new(then),
        }
    }

    pub(super) fn answer(&mut self, cx: &Ctx) -> Outcome {
        let item = self.item(cx);
        let typed = self.selected().map_or("", |one| one.answer.as_str());
        self.dialog = Some(Dialog::answer(self.number(), item, typed, cx.lang));
        Outcome::Handled
    }

    pub(super) fn call_off(&mut self, cx: &Ctx) -> Outcome {
        self.dialog = Some(Dialog::call_off(self.number(), "", cx.lang));
        Outcome::Handled
    }

    /// Something to keep: in one's own hands, or, by a supervisor, in another's.
    pub(super) fn keep(&mut self, cx: &Ctx) -> Outcome {
        self.dialog = Some(if cx.me.is(Role::Supervisor) {
            let roster = cx.offers.roster(cx.desk);
            Dialog::whom(roster.people(), cx.me, cx.lang, self.area)
        } else {
            Dialog::keep(cx.me.number.clone(), "", cx.lang)
        });
        Outcome::Handled
    }

    /// What became of the selected thing.
    pub(super) fn end(&mut self, cx: &Ctx) -> Outcome {
        if let Some(note) = self.selected().and_then(|one| one.note_no.clone()) {
            self.dialog = Some(Dialog::end(note, "", cx.lang));
        }
        Outcome::Handled
    }

    /// Handovers, those under way first; those who oversee see everyone's.
    pub(super) fn history(&mut self, cx: &Ctx) -> Outcome {
        let me = &cx.me.number;
        let all = sees_all(cx.me);
        let found = cx.desk.read().handovers(true, 100).and_then(|mut open| {
            let rest = cx.desk.read().handovers(false, 200)?;
            let ended = |row: &HandoverRow| row.done_at.or(row.cancelled_at).is_some();
            open.extend(rest.into_iter().filter(ended));
            Ok(open)
        });
        let rows = match found {
            Ok(rows) => rows,
            Err(error) => return Outcome::Say(Message::bad(fault::store(cx.lang, &error))),
        };
        let choices: Vec<Choice> = rows
            .iter()
            .filter(|row| all || row.from == *me || row.to == *me)
            .map(|row| {
                let (from, to) = (cx.name(&row.from), cx.name(&row.to));
                Choice {
                    id: row.handover.0.clone(),
                    label: words::between(&from, &to),
                    detail: words::row(cx.lang, row, cx.desk.office().offset),
                    also: vec![row.handover.0.clone(), from, to],
                }
            })
            .collect();
        if choices.is_empty() {
            return Outcome::Say(Message::plain(Say::NoHistory.text(cx.lang)));
        }
        self.dialog = Some(Dialog::history(choices, self.area));
        Outcome::Handled
    }

    pub(super) fn note(&mut self, cx: &Ctx) -> Outcome {
        let item = self.item(cx);
        let typed = self.selected().map_or("", |one| one.note.as_str());
        self.dialog = Some(Dialog::note(self.number(), item, typed, cx.lang));
        Outcome::Handled
    }

    pub(super) fn question(&mut self, cx: &Ctx) -> Outcome {
        let item = self.item(cx);
        if !self.is_incoming(cx) && self.pin.is_none() {
            return self.ask_pin(cx, Deed::Ask(item));
        }
        self.open_question(cx, item)
    }

    pub(super) fn open_question(&mut self, cx: &Ctx, item: u32) -> Outcome {
        let mut typed = std::mem::take(&mut self.unasked);
        if typed.is_empty()
            && let Some(entry) = self.selected()
        {
            typed.clone_from(&entry.question);
        }
        self.dialog = Some(Dialog::question(self.number(), item, &typed, cx.lang));
        Outcome::Handled
    }

    pub(super) fn sign(&mut self, cx: &Ctx) -> Outcome {
        let command = Command::HandoverSign(HandoverSign {
            handover: self.number(),
        });
        let open = self.open.as_ref();
        if open.is_some_and(|one| one.has_signed(&cx.me.number)) {
            self.as_other(cx, Deed::Sign, command)
        } else {
            Outcome::run(command)
        }
    }

    pub(super) fn print(&mut self, cx: &Ctx) -> Outcome {
        let last = |open: &Option<Handover>| -> Result<Option<Handover>, StoreError> {
            if let Some(open) = open {
                return Ok(Some(open.clone()));
            }
            let me = &cx.me.number;
            let rows = cx.desk.read().handovers(false, 100)?;
            match rows.iter().find(|row| row.from == *me || row.to == *me) {
                Some(row) => {
                    let found = cx.desk.read().handover(&row.handover)?;
                    Ok(found.map(|(state, _)| state))
                }
                None => Ok(None),
            }
        };
        match last(&self.open) {
            Ok(Some(handover)) => self.show(cx, &handover),
            Ok(None) => Outcome::Say(Message::plain(Say::NoneOpen.text(cx.lang))),
            Err(error) => Outcome::Say(Message::bad(fault::store(cx.lang, &error))),
        }
    }

    pub(super) fn show(&self, cx: &Ctx, handover: &Handover) -> Outcome {
        match sheets::sheet(cx, handover, self.area.width) {
            Ok(sheet) => Outcome::Show(Box::new(sheet)),
            Err(error) => Outcome::Say(Message::bad(fault::store(cx.lang, &error))),
        }
    }

    /// Enter in a small form. It stays open until the record has what was typed.
    pub(super) fn enter(&mut self, cx: &Ctx) -> Outcome {
        let Some(dialog) = self.dialog.take() else {
            return Outcome::Ignored;
        };
        let command = match &dialog {
            Dialog::Who(_) | Dialog::Whom(_) | Dialog::History(_) | Dialog::Pin(..) => {
                return self.chosen(cx, dialog);
            }
            Dialog::Keep(to, prompt) => Command::KeepNote(KeepNote {
                to: to.clone(),
                text: prompt.field.value().trim().to_owned(),
            }),
            Dialog::End(note, prompt) => Command::EndNote(EndNote {
                note: note.clone(),
                text: prompt.field.value().trim().to_owned(),
            }),
            Dialog::Extras(to, prompt) => {
                let typed = prompt.field.value().split([';', '；']);
                Command::HandoverOpen(HandoverOpen {
                    to: to.clone(),
                    notes: typed
                        .map(|one| one.trim().to_owned())
                        .filter(|one| !one.is_empty())
                        .collect(),
                })
            }
            Dialog::Note(handover, _, prompt)
            | Dialog::Question(handover, _, prompt)
            | Dialog::Answer(handover, _, prompt)
            | Dialog::CallOff(handover, prompt) => {
                if prompt.field.is_blank() {
                    self.dialog = Some(dialog);
                    return Outcome::Say(Message::bad(Say::WordsFirst.text(cx.lang)));
                }
                let words = HandoverNote {
                    handover: handover.clone(),
                    item: self.item(cx),
                    text: prompt.field.value().trim().to_owned(),
                };
                match &dialog {
                    Dialog::Note(..) => Command::HandoverNote(words),
                    Dialog::Answer(..) => Command::HandoverAnswer(words),
                    Dialog::CallOff(..) => Command::HandoverCancel(HandoverCancel {
                        handover: words.handover,
                        text: words.text,
                    }),
                    Dialog::Who(_)
                    | Dialog::Whom(_)
                    | Dialog::History(_)
                    | Dialog::Keep(..)
                    | Dialog::End(..)
                    | Dialog::Extras(..)
                    | Dialog::Question(..)
                    | Dialog::Pin(..) => Command::HandoverQuestion(words),
                }
            }
        };
        let asks = matches!(dialog, Dialog::Question(..));
        self.dialog = Some(dialog);
        if let (Command::HandoverQuestion(words), true) = (&command, !self.is_incoming(cx) && asks)
        {
            let item = words.item;
            return self.as_other(cx, Deed::Ask(item), command);
        }
        Outcome::run(command)
    }

    pub(super) fn chosen(&mut self, cx: &Ctx, dialog: Dialog) -> Outcome {
        match dialog {
            Dialog::Who(mut picker) => {
                if picker.take() {
                    let to = StaffNo::from(picker.id());
                    self.dialog = Some(Dialog::extras(to, "", cx.lang));
                    return Outcome::Handled;
                }
                self.dialog = Some(Dialog::Who(picker));
                Outcome::Say(Message::plain(Say::TakeOne.text(cx.lang)))
            }
            Dialog::Whom(mut picker) => {
                if picker.take() {
                    let to = StaffNo::from(picker.id());
                    self.dialog = Some(Dialog::keep(to, "", cx.lang));
                    return Outcome::Handled;
                }
                self.dialog = Some(Dialog::Whom(picker));
                Outcome::Say(Message::plain(Say::TakeOne.text(cx.lang)))
            }
            Dialog::History(mut picker) => {
                if !picker.take() {
                    self.dialog = Some(Dialog::History(picker));
                    return Outcome::Handled;
                }
                match cx.desk.read().handover(&HandoverNo::from(picker.id())) {
                    Ok(Some((handover, _))) => self.show(cx, &handover),
                    Ok(None) => Outcome::Handled,
                    Err(error) => Outcome::Say(Message::bad(fault::store(cx.lang, &error))),
                }
            }
            Dialog::Pin(deed, mut prompt) => {
                let Some(other) = self.other(cx) else {
                    return Outcome::Handled;
                };
                self.pin = Some(HeldPin::new(other, prompt.field.take()));
                match deed {
                    Deed::Take(_) => self.take(cx),
                    Deed::Ask(_) => {
                        let item = self.item(cx);
                        self.open_question(cx, item)
                    }
                    Deed::Sign => self.sign(cx),
                }
            }
            Dialog::Extras(..)
            | Dialog::Keep(..)
            | Dialog::End(..)
            | Dialog::Note(..)
            | Dialog::Question(..)
            | Dialog::Answer(..)
            | Dialog::CallOff(..) => Outcome::Handled,
        }
    }

    /// A command is on the record.
    pub(super) fn went(&mut self, cx: &Ctx, command: &Command, done: &Done) -> Outcome {
        self.dialog = None;
        let number = HandoverNo::from(done.subject.as_str());
        let took_effect = done
            .events
            .iter()
            .any(|event| matches!(event.fact, Fact::Shift(ShiftEvent::HandedOver)));
        if let Err(error) = self.reload(cx) {
            return Outcome::Say(Message::bad(fault::store(cx.lang, &error)));
        }
        self.read_story(cx, true);
        if took_effect {
            return self.over(cx, &number);
        }
        if let Command::HandoverOpen(open) = command {
            self.list.select(0);
            let said = words::opened(
                cx.lang,
                number.as_str(),
                self.entries.len(),
                &cx.name(&open.to),
            );
            return Outcome::Say(Message::good(said));
        }
        if let Command::KeepNote(_) | Command::EndNote(_) = command {
            return Outcome::Say(Message::good(said::done(cx.lang, command, done)));
        }
        if let Command::HandoverCancel(_) = command {
            let said = words::called_off(cx.lang, number.as_str());
            return Outcome::Say(Message::good(said));
        }
        if let Command::HandoverAcknowledge(_) = command {
            self.go_on();
            self.read_story(cx, false);
        }
        if let Command::HandoverSign(_) = command {
            return self.signed(cx);
        }
        Outcome::Handled
    }

    /// The next item that is not taken, from the selected one on.
    pub(super) fn go_on(&mut self) {
        let at = self.list.selected().unwrap_or(0);
        let open = |(_, one): &(usize, &Entry)| one.state != State::Taken;
        let all = self.entries.iter().enumerate();
        let after = all.clone().skip(at).find(open);
        if let Some((next, _)) = after.or_else(|| all.clone().find(open)) {
            self.list.select(next);
        }
    }

    /// One of the two has signed.
    pub(super) fn signed(&mut self, cx: &Ctx) -> Outcome {
        let (Some(open), Some(other)) = (&self.open, self.other(cx)) else {
            return Outcome::Handled;
        };
        let (mine, theirs) = (cx.me.name.clone(), cx.name(&other));
        if !open.has_signed(&cx.me.number) {
            return Outcome::Say(Message::good(words::your_turn(cx.lang, &theirs)));
        }
        if self.pin.as_ref().is_some_and(|pin| pin.staff == other) {
            let command = Command::HandoverSign(HandoverSign {
                handover: open.number.clone(),
            });
            let then = self.as_other(cx, Deed::Sign, command);
            // It is not under way before it is confirmed.
            self.pending = None;
            return Outcome::Confirm {
                words: words::sign_here(cx.lang, &theirs),
                then: Box::new(then),
            };
        }
        self.ask_pin(cx, Deed::Sign);
        Outcome::Say(Message::good(words::signed(cx.lang, &mine, &theirs)))
    }

    /// Both have signed: say it, and show the sheet.
    pub(super) fn over(&mut self, cx: &Ctx, number: &HandoverNo) -> Outcome {
        self.pin = None;
        match cx.desk.read().handover(number) {
            Ok(Some((handover, _))) => {
                let to = cx.name(&handover.to);
                let said = words::handed_over(cx.lang, number.as_str(), &to);
                let sheet = self.show(cx, &handover);
                Outcome::Several(vec![Outcome::Say(Message::good(said)), sheet])
            }
            Ok(None) => Outcome::Handled,
            Err(error) => Outcome::Say(Message::bad(fault::store(cx.lang, &error))),
        }
    }

    /// A command was not carried out.
    pub(super) fn failed(&mut self, cx: &Ctx, deed: Option<Deed>, error: &DeskError) -> Outcome {
        let by_the_rules = match error {
            DeskError::Refused(why) => !matches!(**why, Refusal::NotAllowed),
            DeskError::Store(_) | DeskError::ClockBehind { .. } => true,
            DeskError::Reference(_) | DeskError::Calendar(_) => false,
        };
        match deed {
            // The PIN was not taken: what is wrong with it is said where it was tried.
            Some(deed) if !by_the_rules => self.ask_pin(cx, deed),
            Some(_) | None => Outcome::Say(Message::bad(fault::desk(cx.lang, error, cx.names))),
        }
    }
}
