//! What the keys of the checklist do, and what is said once it is on the record.

use crossterm::event::{KeyCode, KeyEvent};

use super::ChecklistScreen;
use super::case::{Entry, Next};
use super::dialog::Dialog;
use super::layout::{Layout, Pane};
use super::sheets;
use crate::desk::Done;
use crate::domain::catalog::Tick;
use crate::domain::command::{Command, Notify, Told};
use crate::domain::inquiry::Event;
use crate::i18n::checklist::{self as words, Say};
use crate::store::Fact;
use crate::tui::screen::{Ctx, Message, Outcome, PaperSheet, ScreenId, Target};
use crate::tui::screens::papers;
use crate::tui::widgets::Step;

impl ChecklistScreen {
    pub(super) fn step(&mut self, cx: &Ctx, step: Step) -> Outcome {
        let Some(case) = &self.case else {
            return Outcome::Handled;
        };
        let entries = case.entries();
        let (at, count) = match self.pane {
            Pane::Circumstances => (self.circumstance, case.known.len()),
            Pane::Documents => (self.document, entries.len()),
        };
        let layout = Layout::new(case, &entries, self.pane, cx.lang, self.area);
        let turn = |page: Option<usize>, end: usize| match self.pane {
            Pane::Circumstances => end,
            Pane::Documents => page.and_then(|page| layout.first_of(page)).unwrap_or(end),
        };
        let page = layout.page_of(self.document);
        let to = match step {
            Step::Up => at.saturating_sub(1),
            Step::Down => at + 1,
            Step::PageUp => turn(page.checked_sub(1), 0),
            Step::PageDown => turn(Some(page + 1), usize::MAX),
            Step::First => 0,
            Step::Last => usize::MAX,
        };
        let to = to.min(count.saturating_sub(1));
        match self.pane {
            Pane::Circumstances => self.circumstance = to,
            Pane::Documents => self.document = to,
        }
        if to == at {
            Outcome::Handled
        } else {
            Outcome::Moved
        }
    }

    pub(super) fn toggle(&mut self) -> Outcome {
        let name = self.selected();
        let Some(case) = &mut self.case else {
            return Outcome::Handled;
        };
        match (self.pane, name) {
            (Pane::Circumstances, _) => case.toggle_circumstance(self.circumstance),
            (Pane::Documents, Some(name)) => case.toggle(&name),
            (Pane::Documents, None) => {}
        }
        self.clamp();
        Outcome::Handled
    }

    /// Ticks the document with this number; the selection stays on its document.
    pub(super) fn toggle_number(&mut self, cx: &Ctx, number: u32) -> Outcome {
        let selected = self.selected();
        let Some(case) = &mut self.case else {
            return Outcome::Ignored;
        };
        let entries = case.entries();
        let found = entries.iter().find(|one| one.number == number);
        let Some(name) = found.map(|one| one.document.name.clone()) else {
            return Outcome::Say(Message::bad(Say::NoSuchDocument.text(cx.lang)));
        };
        case.toggle(&name);
        let entries = case.entries();
        let same = |one: &Entry<'_>| Some(&one.document.name) == selected.as_ref();
        if let Some(at) = entries.iter().position(same) {
            self.document = at;
        }
        Outcome::Handled
    }

    pub(super) fn invalid(&mut self, cx: &Ctx) -> Outcome {
        let (Some(case), Some(name)) = (&self.case, self.selected()) else {
            return Outcome::Handled;
        };
        if self.pane == Pane::Circumstances {
            return Outcome::Say(Message::plain(Say::NoDocument.text(cx.lang)));
        }
        let why = match case.ticks.get(&name) {
            Some(Tick::Invalid(why)) => why.clone(),
            Some(Tick::Brought | Tick::Missing) | None => String::new(),
        };
        self.dialog = Some(Dialog::invalid(&name, &why, cx.lang));
        Outcome::Handled
    }

    /// Issues the notice, or takes what was brought against the last one.
    pub(super) fn issue(&mut self, cx: &Ctx) -> Outcome {
        let Some(case) = &self.case else {
            return Outcome::Handled;
        };
        match case.next() {
            Next::Register => Outcome::Confirm {
                words: Say::RegisterFirst.text(cx.lang).to_owned(),
                then: Box::new(self.register()),
            },
            Next::NothingToTell => Outcome::Say(Message::good(Say::NothingToTell.text(cx.lang))),
            Next::NothingNew(notice) => {
                Outcome::Say(Message::plain(words::nothing_new(cx.lang, &notice)))
            }
            Next::Bring(bring) => Outcome::run(Command::Bring(bring)),
            Next::Notify(notify) => {
                self.dialog = Some(Dialog::Told(notify));
                Outcome::Handled
            }
        }
    }

    pub(super) fn register(&self) -> Outcome {
        let matter = self.case.as_ref().map(|case| case.matter.id.0.clone());
        Outcome::Go(Target::Register {
            matter: matter.unwrap_or_default(),
        })
    }

    pub(super) fn paper(&self, cx: &Ctx, code: bool) -> Outcome {
        let Some(case) = &self.case else {
            return Outcome::Handled;
        };
        let notice = case.served.as_ref().and_then(|one| one.notice.as_ref());
        let told = notice.filter(|_| sheets::is_as_told(case));
        let told = told.and_then(|one| self.as_given(cx, &one.number, None));
        let sheet = told.unwrap_or_else(|| sheets::preview(cx, case));
        Outcome::Papers(vec![PaperSheet { code, ..sheet }])
    }

    /// A paper of the inquiry that is served, from its record.
    fn as_given(&self, cx: &Ctx, paper: &str, told: Option<Told>) -> Option<PaperSheet> {
        let number = self.inquiry()?;
        let (state, events) = cx.desk.read().inquiry(&number).ok().flatten()?;
        papers::just_given(cx, &state, &events, paper, told)
    }

    /// A key that is no action while nothing is typed: a digit ticks, and among the
    /// circumstances the arrows go sideways too.
    pub(super) fn command(&mut self, cx: &Ctx, key: KeyEvent) -> Outcome {
        let plain = key.modifiers.is_empty();
        if let (KeyCode::Char(c @ '1'..='9'), true) = (key.code, plain) {
            return self.toggle_number(cx, c.to_digit(10).unwrap_or(0));
        }
        let sideways = self.pane == Pane::Circumstances;
        match (key.code, sideways) {
            (KeyCode::Right, true) => self.step(cx, Step::Down),
            (KeyCode::Left, true) => self.step(cx, Step::Up),
            _ => Outcome::Ignored,
        }
    }

    /// Enter in a small form.
    pub(super) fn enter(&mut self, cx: &Ctx) -> Outcome {
        match self.dialog.take() {
            None => Outcome::Ignored,
            Some(Dialog::Matter(mut picker)) => {
                if picker.take() {
                    let inquiry = self.waiting.clone().or_else(|| self.still_to_tell());
                    self.case = None;
                    return self.open(cx, picker.id(), inquiry.as_ref());
                }
                self.dialog = Some(Dialog::Matter(picker));
                Outcome::Say(Message::plain(Say::TakeOne.text(cx.lang)))
            }
            Some(Dialog::Invalid(name, prompt)) => {
                if let Some(case) = &mut self.case {
                    case.mark_invalid(&name, prompt.field.value());
                }
                self.clamp();
                Outcome::Handled
            }
            Some(Dialog::Told(notify)) => run(notify, Told::Printed),
            Some(Dialog::More(mut notify, prompt)) => {
                if prompt.field.is_blank() {
                    self.dialog = Some(Dialog::More(notify, prompt));
                    return Outcome::Say(Message::bad(Say::ReasonFirst.text(cx.lang)));
                }
                prompt.field.value().trim().clone_into(&mut notify.reason);
                // It stays open until the record has it: nothing typed is lost.
                let told = notify.told;
                let outcome = run(notify.clone(), told);
                self.dialog = Some(Dialog::More(notify, prompt));
                outcome
            }
        }
    }

    pub(super) fn back(&mut self) -> Outcome {
        let queue = Outcome::Go(Target::Screen(ScreenId::Queue));
        match self.dialog.take() {
            Some(Dialog::Matter(_)) if self.case.is_none() => queue,
            Some(_) => Outcome::Handled,
            None => queue,
        }
    }

    /// A notice is on the record: say its number and show it.
    pub(super) fn told(&mut self, cx: &Ctx, done: &Done) -> Outcome {
        self.dialog = None;
        let number = self.inquiry();
        if let Some(case) = &mut self.case {
            case.settle();
        }
        self.serve(cx, number.as_ref());
        let facts = done.events.iter().filter_map(|event| match &event.fact {
            Fact::Inquiry(fact) => Some(fact),
            Fact::Shift(_) | Fact::Office(_) | Fact::Case(_) => None,
        });
        for fact in facts {
            let Event::Notified {
                notice,
                content,
                told,
                second,
                ..
            } = fact
            else {
                continue;
            };
            let missing = content.missing.len();
            let said = words::issued(cx.lang, notice, missing, *told, *second);
            let said = Outcome::Say(Message::good(said));
            return match self.as_given(cx, notice, Some(*told)) {
                Some(sheet) => Outcome::Several(vec![said, Outcome::Papers(vec![sheet])]),
                None => said,
            };
        }
        Outcome::Handled
    }

    /// What was brought is on the record.
    pub(super) fn took(&mut self, cx: &Ctx, count: usize) -> Outcome {
        let number = self.inquiry();
        if let Some(case) = &mut self.case {
            case.settle();
        }
        self.serve(cx, number.as_ref());
        let Some(case) = &self.case else {
            return Outcome::Handled;
        };
        let notice = case.served.as_ref().and_then(|one| one.notice.as_ref());
        let name = notice.map_or("", |one| one.number.as_str());
        let still = case.progress().missing();
        Outcome::Say(Message::good(words::took(cx.lang, count, name, still)))
    }
}

/// Tells a notice in this way.
pub(super) fn run(notify: Notify, told: Told) -> Outcome {
    Outcome::run(Command::Notify(Notify { told, ..notify }))
}
