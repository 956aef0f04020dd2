//! 交接: everything open passes from the one who leaves to the one who comes,
//! item by item, and both sign.
//!
//! On one terminal the one who leaves is signed in; the one who comes types a PIN
//! once and takes the items here. The PIN is held until the handover is over.

mod dialog;
mod items;
mod pin;
mod sheets;
mod view;

use crossterm::event::KeyEvent;
use ratatui::layout::Rect;
use serde_json::Value;

use self::dialog::{Deed, Dialog};
use self::items::{Entry, Promises, State};
use self::pin::HeldPin;
use self::view::{Layout, View};
use crate::desk::{DeskError, Done};
use crate::domain::command::{
    Command, Envelope, HandoverItem, HandoverNote, HandoverOpen, HandoverSign,
};
use crate::domain::ids::{HandoverNo, Number, StaffNo};
use crate::domain::refusal::Refusal;
use crate::domain::shift::{Handover, ShiftEvent};
use crate::domain::time::Moment;
use crate::i18n::fault;
use crate::i18n::handover::{self as words, Say};
use crate::store::{Fact, StoreError};
use crate::tui::draw::Canvas;
use crate::tui::keymap::{Action, Scope};
use crate::tui::screen::{Ctx, Message, Outcome, Screen, ScreenId, Target};
use crate::tui::widgets::{List, Step};

/// Lines of an inquiry's story that are fetched for the detail.
const STORY: usize = 30;

/// The handover screen.
#[derive(Debug)]
pub struct HandoverScreen {
    open: Option<Handover>,
    entries: Vec<Entry>,
    list: List,
    story: (Option<Number>, Vec<String>),
    dialog: Option<Dialog>,
    pin: Option<HeldPin>,
    /// What the other person was asked to do here, until its outcome is known.
    pending: Option<Deed>,
    /// A question that waits for a PIN that is right.
    unasked: String,
    promises: Promises,
    area: Rect,
}

impl Default for HandoverScreen {
    fn default() -> Self {
        Self {
            open: None,
            entries: Vec::new(),
            list: List::default(),
            story: (None, Vec::new()),
            dialog: None,
            pin: None,
            pending: None,
            unasked: String::new(),
            promises: Promises::new(),
            area: Rect::new(0, 0, 80, 24),
        }
    }
}

impl HandoverScreen {
    /// Reads the handover under way, or what is in these hands; the selection
    /// stays on its item.
    fn reload(&mut self, cx: &Ctx) -> Result<(), StoreError> {
        let read = cx.desk.read();
        let open = match read.handover_of(&cx.me.number)? {
            Some(number) => read.handover(&number)?.map(|(state, _)| state),
            None => None,
        };
        let entries = match &open {
            Some(open) => items::of_handover(cx, open, &mut self.promises)?,
            None => items::in_hands(cx, &cx.me.number, &mut self.promises)?,
        };
        let before = self.selected().map(|one| one.what().to_owned());
        self.entries = entries;
        self.list.set_len(self.entries.len());
        let same = |one: &Entry| Some(one.what()) == before.as_deref();
        if let Some(at) = self.entries.iter().position(same) {
            self.list.select(at);
        }
        let number = |open: &Option<Handover>| open.as_ref().map(|one| one.number.clone());
        if number(&open) != number(&self.open) {
            self.pin = None;
        }
        self.open = open;
        Ok(())
    }

    fn selected(&self) -> Option<&Entry> {
        self.entries.get(self.list.selected()?)
    }

    /// The selected item's number on the handover, after reading it again: what
    /// arrives meanwhile must not shift it.
    fn item(&mut self, cx: &Ctx) -> u32 {
        // A list that cannot be read again is shown as it was; the desk judges.
        let _ = self.reload(cx);
        let at = self.list.selected().unwrap_or(0);
        u32::try_from(at + 1).unwrap_or(u32::MAX)
    }

    fn read_story(&mut self, cx: &Ctx, again: bool) {
        let number = self.selected().and_then(|one| one.inquiry.clone());
        if again || number != self.story.0 {
            let lines = number
                .as_ref()
                .map(|number| items::story(cx, number, STORY));
            self.story = (number, lines.unwrap_or_default());
        }
    }

    fn number(&self) -> HandoverNo {
        let open = self.open.as_ref();
        open.map(|one| one.number.clone()).unwrap_or_default()
    }

    /// The other one of the two.
    fn other(&self, cx: &Ctx) -> Option<StaffNo> {
        let open = self.open.as_ref()?;
        let other = if open.from == cx.me.number {
            &open.to
        } else {
            &open.from
        };
        Some(other.clone())
    }

    fn is_incoming(&self, cx: &Ctx) -> bool {
        self.open.as_ref().is_some_and(|one| one.to == cx.me.number)
    }

    /// Carries out a command as the other person, once their PIN is known.
    fn as_other(&mut self, cx: &Ctx, deed: Deed, command: Command) -> Outcome {
        let Some(other) = self.other(cx) else {
            return Outcome::Handled;
        };
        match &self.pin {
            Some(pin) if pin.staff == other => {
                self.pending = Some(deed);
                Outcome::RunAs {
                    staff: other,
                    pin: pin.digits(),
                    envelope: Box::new(Envelope::of(command)),
                }
            }
            Some(_) | None => self.ask_pin(cx, deed),
        }
    }

    fn ask_pin(&mut self, cx: &Ctx, deed: Deed) -> Outcome {
        if let Some(other) = self.other(cx) {
            self.pin = None;
            self.dialog = Some(Dialog::pin(deed, &cx.name(&other), cx.lang));
        }
        Outcome::Handled
    }

    fn take(&mut self, cx: &Ctx) -> Outcome {
        let item = self.item(cx);
        if self.selected().is_some_and(|one| one.state == State::Taken) {
            return Outcome::Say(Message::plain(Say::TakenAlready.text(cx.lang)));
        }
        let command = Command::HandoverAcknowledge(HandoverItem {
            handover: self.number(),
            item,
        });
        if self.is_incoming(cx) {
            Outcome::run(command)
        } else {
            self.as_other(cx, Deed::Take(item), command)
        }
    }

    fn note(&mut self, cx: &Ctx) -> Outcome {
        let item = self.item(cx);
        let typed = self.selected().map_or("", |one| one.note.as_str());
        self.dialog = Some(Dialog::note(self.number(), item, typed, cx.lang));
        Outcome::Handled
    }

    fn question(&mut self, cx: &Ctx) -> Outcome {
        let item = self.item(cx);
        if !self.is_incoming(cx) && self.pin.is_none() {
            return self.ask_pin(cx, Deed::Ask(item));
        }
        self.open_question(cx, item)
    }

    fn open_question(&mut self, cx: &Ctx, item: u32) -> Outcome {
        let mut typed = std::mem::take(&mut self.unasked);
        if typed.is_empty()
            && let Some(entry) = self.selected()
        {
            typed.clone_from(&entry.question);
        }
        self.dialog = Some(Dialog::question(self.number(), item, &typed, cx.lang));
        Outcome::Handled
    }

    fn sign(&mut self, cx: &Ctx) -> Outcome {
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

    fn print(&mut self, cx: &Ctx) -> Outcome {
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

    fn show(&self, cx: &Ctx, handover: &Handover) -> Outcome {
        match sheets::sheet(cx, handover, self.area.width) {
            Ok(sheet) => Outcome::Show(Box::new(sheet)),
            Err(error) => Outcome::Say(Message::bad(fault::store(cx.lang, &error))),
        }
    }

    /// Enter in a small form. It stays open until the record has what was typed.
    fn enter(&mut self, cx: &Ctx) -> Outcome {
        let Some(dialog) = self.dialog.take() else {
            return Outcome::Ignored;
        };
        let command = match &dialog {
            Dialog::Who(_) | Dialog::Pin(..) => return self.chosen(cx, dialog),
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
            Dialog::Note(handover, _, prompt) | Dialog::Question(handover, _, prompt) => {
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
                    Dialog::Who(_)
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

    fn chosen(&mut self, cx: &Ctx, dialog: Dialog) -> Outcome {
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
            Dialog::Extras(..) | Dialog::Note(..) | Dialog::Question(..) => Outcome::Handled,
        }
    }

    /// A command is on the record.
    fn went(&mut self, cx: &Ctx, command: &Command, done: &Done) -> Outcome {
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
    fn go_on(&mut self) {
        let at = self.list.selected().unwrap_or(0);
        let open = |(_, one): &(usize, &Entry)| one.state != State::Taken;
        let all = self.entries.iter().enumerate();
        let after = all.clone().skip(at).find(open);
        if let Some((next, _)) = after.or_else(|| all.clone().find(open)) {
            self.list.select(next);
        }
    }

    /// One of the two has signed.
    fn signed(&mut self, cx: &Ctx) -> Outcome {
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
            return Outcome::Confirm {
                words: words::sign_here(cx.lang, &theirs),
                then: Box::new(then),
            };
        }
        self.ask_pin(cx, Deed::Sign);
        Outcome::Say(Message::good(words::signed(cx.lang, &mine, &theirs)))
    }

    /// Both have signed: say it, and show the sheet.
    fn over(&mut self, cx: &Ctx, number: &HandoverNo) -> Outcome {
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
    fn failed(&mut self, cx: &Ctx, deed: Option<Deed>, error: &DeskError) -> Outcome {
        let by_the_rules = match error {
            DeskError::Refused(why) => !matches!(**why, Refusal::NotAllowed),
            DeskError::Store(_) | DeskError::ClockBehind { .. } => true,
            DeskError::Reference(_) => false,
        };
        match deed {
            // The PIN was not taken: what is wrong with it is said where it was tried.
            Some(deed) if !by_the_rules => {
                if let Some(Dialog::Question(_, _, prompt)) = &mut self.dialog {
                    self.unasked = prompt.field.take();
                }
                self.ask_pin(cx, deed)
            }
            Some(_) | None => Outcome::Say(Message::bad(fault::desk(cx.lang, error, cx.names))),
        }
    }

    fn step(&mut self, step: Step) -> Outcome {
        let height = usize::from(Layout::new(self.area).list.height);
        if self.list.step(step, height) {
            Outcome::Moved
        } else {
            Outcome::Handled
        }
    }
}

impl Screen for HandoverScreen {
    fn scope(&self) -> Scope {
        if self.dialog.is_some() {
            Scope::Dialog
        } else {
            Scope::Handover
        }
    }

    fn typing(&self) -> bool {
        self.dialog.is_some()
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "every other action is always possible"
    )]
    fn enabled(&self, cx: &Ctx, action: Action) -> Result<(), String> {
        if self.dialog.is_some() {
            return Ok(());
        }
        let open = self.open.is_some();
        let entry = self.selected();
        let why = match action {
            Action::Begin if open => Say::AlreadyOpen,
            Action::Toggle | Action::Note | Action::Question | Action::Sign if !open => {
                Say::NoneOpen
            }
            Action::Toggle | Action::Note | Action::Question | Action::Open if entry.is_none() => {
                Say::NoItem
            }
            Action::Note if self.is_incoming(cx) => Say::OnlyOutgoing,
            Action::Open if entry.is_some_and(|one| one.inquiry.is_none()) => Say::NotAnInquiry,
            _ => return Ok(()),
        };
        Err(why.text(cx.lang).to_owned())
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "actions of other screens mean nothing here"
    )]
    fn act(&mut self, cx: &Ctx, action: Action) -> Outcome {
        match action {
            Action::Enter | Action::Save => self.enter(cx),
            Action::Back if self.dialog.is_some() => {
                self.dialog = None;
                Outcome::Handled
            }
            Action::Back => Outcome::Go(Target::Screen(ScreenId::Queue)),
            _ if self.dialog.is_some() => Outcome::Handled,
            Action::Down => self.step(Step::Down),
            Action::Up => self.step(Step::Up),
            Action::PageDown => self.step(Step::PageDown),
            Action::PageUp => self.step(Step::PageUp),
            Action::Begin => {
                let people = cx.desk.read().people().unwrap_or_default();
                self.dialog = Some(Dialog::who(&people, cx.me, cx.lang, self.area));
                Outcome::Handled
            }
            Action::Toggle => self.take(cx),
            Action::Note => self.note(cx),
            Action::Question => self.question(cx),
            Action::Sign => self.sign(cx),
            Action::Print => self.print(cx),
            Action::Open => match self.selected().and_then(|one| one.inquiry.clone()) {
                Some(number) => Outcome::Go(Target::Inquiry(number)),
                None => Outcome::Handled,
            },
            _ => Outcome::Ignored,
        }
    }

    fn input(&mut self, _cx: &Ctx, key: KeyEvent) -> Outcome {
        match &mut self.dialog {
            Some(dialog) => {
                dialog.key(key);
                Outcome::Handled
            }
            None => Outcome::Ignored,
        }
    }

    fn paste(&mut self, _cx: &Ctx, text: &str) -> Outcome {
        match &mut self.dialog {
            Some(dialog) => {
                dialog.paste(text);
                Outcome::Handled
            }
            None => Outcome::Ignored,
        }
    }

    fn arrive(&mut self, cx: &Ctx, _target: &Target, area: Rect) {
        self.area = area;
        self.promises.clear();
        self.refresh(cx);
    }

    fn resized(&mut self, _cx: &Ctx, area: Rect) {
        self.area = area;
    }

    fn refresh(&mut self, cx: &Ctx) {
        // What cannot be read again stays as it was; the next act says why.
        if self.reload(cx).is_ok() {
            self.read_story(cx, true);
        }
    }

    fn rested(&mut self, cx: &Ctx) {
        self.read_story(cx, false);
    }

    fn done(
        &mut self,
        cx: &Ctx,
        envelope: &Envelope,
        result: Result<&Done, &DeskError>,
    ) -> Outcome {
        let deed = self.pending.take();
        match result {
            Ok(done) => self.went(cx, &envelope.command, done),
            Err(error) => self.failed(cx, deed, error),
        }
    }

    fn draft(&self) -> Option<Value> {
        self.dialog.as_ref().and_then(Dialog::draft)
    }

    fn resume(&mut self, cx: &Ctx, draft: Value) {
        self.refresh(cx);
        let open = self.open.as_ref().map(|one| one.number.clone());
        self.dialog = Dialog::resume(&draft, open.as_ref(), cx.lang);
        if let Some(Dialog::Note(_, item, _) | Dialog::Question(_, item, _)) = &self.dialog {
            let row = usize::try_from(item.saturating_sub(1)).unwrap_or(0);
            self.list.select(row);
        }
    }

    fn render(&self, cx: &Ctx, canvas: &mut Canvas<'_>, area: Rect) {
        let view = View {
            open: self.open.as_ref(),
            entries: &self.entries,
            list: &self.list,
            story: &self.story.1,
        };
        view.render(cx, canvas, area);
        if let Some(dialog) = &self.dialog {
            dialog.render(cx, canvas, area);
        }
    }

    fn nearest_due(&self) -> Option<Moment> {
        self.entries.iter().filter_map(|one| one.due).min()
    }
}

#[cfg(test)]
mod tests;
