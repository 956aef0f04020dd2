//! 交接: everything open passes from the one who leaves to the one who comes,
//! item by item, and both sign.
//!
//! On one terminal the one who leaves is signed in; the one who comes types a PIN
//! once and takes the items here. The PIN is held until the handover is over.

mod acts;
mod dialog;
mod items;
mod pin;
mod sheets;
mod view;

use crossterm::event::KeyEvent;
use ratatui::layout::Rect;
use serde_json::Value;

use self::dialog::{Deed, Dialog};
use self::items::Entry;
use self::pin::HeldPin;
use self::view::{Layout, View};
use crate::desk::gather::Known;
use crate::desk::{DeskError, Done};
use crate::domain::command::{Command, Envelope};
use crate::domain::ids::{HandoverNo, Number, StaffNo};
use crate::domain::shift::Handover;
use crate::domain::time::Moment;
use crate::i18n::handover::Say;
use crate::store::{HandoverRow, StoreError};
use crate::tui::draw::Canvas;
use crate::tui::keymap::{Action, Scope};
use crate::tui::screen::{Ctx, Outcome, Screen, ScreenId, Target};
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
    known: Known,
    /// Handovers of others that are under way, for those who see them.
    under_way: Vec<HandoverRow>,
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
            known: Known::default(),
            under_way: Vec::new(),
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
            Some(open) => items::of_handover(cx, open, &mut self.known)?,
            None => items::in_hands(cx, &cx.me.number, &mut self.known)?,
        };
        self.under_way = if acts::sees_all(cx.me) {
            read.handovers(true, 20)?
        } else {
            Vec::new()
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
        // No outcome came back: the PIN was not taken at the door.
        if self.pending.take().is_some() {
            self.pin = None;
        }
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
        if let Some(Dialog::Question(_, _, prompt)) = &mut self.dialog {
            self.unasked = prompt.field.take();
        }
        if let Some(other) = self.other(cx) {
            self.pin = None;
            self.dialog = Some(Dialog::pin(deed, &cx.name(&other), cx.lang));
        }
        Outcome::Handled
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
            Scope::Prompt
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
            Action::Toggle
            | Action::Note
            | Action::Question
            | Action::Answer
            | Action::CallOff
            | Action::Sign
                if !open =>
            {
                Say::NoneOpen
            }
            Action::Toggle | Action::Note | Action::Question | Action::Answer | Action::Open
                if entry.is_none() =>
            {
                Say::NoItem
            }
            Action::EndNote if entry.is_none_or(|one| one.note_no.is_none()) => Say::NotKept,
            Action::Answer if self.is_incoming(cx) => Say::OnlyOutgoingAnswers,
            Action::Answer if entry.is_some_and(|one| one.question.is_empty()) => Say::NotAsked,
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
                let roster = cx.offers.roster(cx.desk);
                self.dialog = Some(Dialog::who(roster.people(), cx.me, cx.lang, self.area));
                Outcome::Handled
            }
            Action::Toggle => self.take(cx),
            Action::Note => self.note(cx),
            Action::Question => self.question(cx),
            Action::Answer => self.answer(cx),
            Action::CallOff => self.call_off(cx),
            Action::KeepNote => self.keep(cx),
            Action::EndNote => self.end(cx),
            Action::History => self.history(cx),
            Action::ShiftReview => sheets::review(cx),
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
        self.known.clear();
        self.refresh(cx);
        // Whoever comes back goes on where something is left to be taken.
        if self.open.is_some() && self.dialog.is_none() {
            self.go_on();
            self.read_story(cx, false);
        }
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
        if let Some(
            Dialog::Note(_, item, _) | Dialog::Question(_, item, _) | Dialog::Answer(_, item, _),
        ) = &self.dialog
        {
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
            under_way: &self.under_way,
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
