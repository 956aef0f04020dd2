//! 告知: the documents of a matter, told completely and once (D1 art. 2.6, D11 art. 2).

mod acts;
mod case;
mod dialog;
mod guide;
mod layout;
mod sheets;
mod terms;
mod view;

use crossterm::event::KeyEvent;
use ratatui::layout::Rect;
use serde_json::{Value, json};

use self::acts::run;
use self::case::{Case, Served};
use self::dialog::Dialog;
use self::layout::Pane;
use self::view::View;
use crate::desk::{DeskError, Done};
use crate::domain::command::{Command, Envelope};
use crate::domain::ids::Number;
use crate::domain::refusal::Refusal;
use crate::i18n::checklist::{self as words, Say};
use crate::i18n::fault;
use crate::offer::{self, Habits};
use crate::tui::draw::Canvas;
use crate::tui::keymap::{Action, Scope};
use crate::tui::screen::{Ctx, Message, Outcome, Screen, Target};
use crate::tui::widgets::Step;

/// The checklist screen.
#[derive(Debug)]
pub struct ChecklistScreen {
    case: Option<Case>,
    pane: Pane,
    document: usize,
    circumstance: usize,
    dialog: Option<Dialog>,
    /// An inquiry that waits for its matter to be chosen.
    waiting: Option<Number>,
    area: Rect,
}

impl Default for ChecklistScreen {
    fn default() -> Self {
        Self {
            case: None,
            pane: Pane::Documents,
            document: 0,
            circumstance: 0,
            dialog: None,
            waiting: None,
            area: Rect::new(0, 0, 80, 24),
        }
    }
}

impl ChecklistScreen {
    /// Opens a matter's list, for an inquiry when there is one.
    fn open(&mut self, cx: &Ctx, matter: &str, inquiry: Option<&Number>) -> Outcome {
        let served = inquiry.and_then(|number| cx.desk.read().inquiry(number).ok().flatten());
        let served = served.map(|(state, _)| state);
        let found = cx
            .desk
            .matter_for(matter, served.as_ref())
            .and_then(|found| match found {
                Some(matter) => {
                    let known = cx.desk.read().circumstances_of(&matter)?;
                    Ok(Some(Case::new(matter, known)))
                }
                None => Ok(None),
            });
        match found {
            Ok(Some(mut case)) => {
                // Coming back from registration the same list goes on, with its ticks.
                if let Some(before) = self.case.take()
                    && before.matter.id == case.matter.id
                    && (before.served.is_none() || serves(&before, inquiry))
                {
                    case.chosen.clone_from(&before.chosen);
                    case.ticks.clone_from(&before.ticks);
                }
                self.case = Some(case);
                self.dialog = None;
                self.waiting = None;
                (self.document, self.circumstance) = (0, 0);
                self.pane = Pane::Documents;
                self.serve(cx, inquiry)
            }
            Ok(None) => {
                self.choose(cx);
                Outcome::Say(Message::bad(words::matter_gone(cx.lang, matter)))
            }
            Err(error) => Outcome::Say(Message::bad(fault::store(cx.lang, &error))),
        }
    }

    /// Reads the inquiry that the list is for.
    fn serve(&mut self, cx: &Ctx, inquiry: Option<&Number>) -> Outcome {
        let (Some(case), Some(number)) = (&mut self.case, inquiry) else {
            return Outcome::Handled;
        };
        match cx.desk.read().inquiry(number) {
            Ok(Some((inquiry, _))) => {
                case.serve(Served::of(&inquiry, &case.matter));
                Outcome::Handled
            }
            Ok(None) => {
                let unknown = DeskError::from(Refusal::UnknownInquiry(number.clone()));
                Outcome::Say(Message::bad(fault::desk(cx.lang, &unknown, cx.names)))
            }
            Err(error) => Outcome::Say(Message::bad(fault::store(cx.lang, &error))),
        }
    }

    fn choose(&mut self, cx: &Ctx) {
        let newest = cx.desk.read().newest(offer::NEWEST).unwrap_or_default();
        let habits = Habits::of(&newest, &cx.me.number);
        let matters = cx.offers.catalogue(cx.desk).shelf(&habits, cx.lang);
        self.dialog = Some(Dialog::matter(matters, self.area));
    }

    fn inquiry(&self) -> Option<Number> {
        let served = self.case.as_ref().and_then(|case| case.served.as_ref());
        served.map(|one| one.number.clone())
    }

    /// The inquiry, as long as nothing was told for it: once it was, the next
    /// matter belongs to the next visitor.
    fn still_to_tell(&self) -> Option<Number> {
        let served = self.case.as_ref()?.served.as_ref()?;
        served.notice.is_none().then(|| served.number.clone())
    }

    /// The name of the selected document.
    fn selected(&self) -> Option<String> {
        let entries = self.case.as_ref()?.entries();
        Some(entries.get(self.document)?.document.name.clone())
    }

    /// Keeps the selection on the list.
    fn clamp(&mut self) {
        let count = self.case.as_ref().map_or(0, |case| case.entries().len());
        self.document = self.document.min(count.saturating_sub(1));
    }
}

fn serves(case: &Case, inquiry: Option<&Number>) -> bool {
    case.served.as_ref().map(|one| &one.number) == inquiry
}

impl Screen for ChecklistScreen {
    fn scope(&self) -> Scope {
        if self.dialog.is_some() {
            Scope::Prompt
        } else {
            Scope::Checklist
        }
    }

    fn typing(&self) -> bool {
        self.dialog.is_some()
    }

    fn takes_digits(&self) -> bool {
        true
    }

    fn enabled(&self, cx: &Ctx, action: Action) -> Result<(), String> {
        if self.dialog.is_some()
            || matches!(
                action,
                Action::ChooseMatter | Action::Back | Action::ShowOffice
            )
        {
            return Ok(());
        }
        if self.case.is_none() {
            return Err(Say::MatterFirst.text(cx.lang).to_owned());
        }
        match (action, self.inquiry()) {
            (Action::RegisterAndTell, Some(number)) => {
                Err(words::has_inquiry(cx.lang, number.as_str()))
            }
            _ => Ok(()),
        }
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "actions of other screens mean nothing here"
    )]
    fn act(&mut self, cx: &Ctx, action: Action) -> Outcome {
        match action {
            Action::Back => self.back(),
            Action::Enter | Action::Save => self.enter(cx),
            _ if self.dialog.is_some() => Outcome::Handled,
            Action::Down => self.step(cx, Step::Down),
            Action::Up => self.step(cx, Step::Up),
            Action::PageDown => self.step(cx, Step::PageDown),
            Action::PageUp => self.step(cx, Step::PageUp),
            Action::Toggle => self.toggle(),
            Action::Invalid => self.invalid(cx),
            Action::NextView => {
                let any = self
                    .case
                    .as_ref()
                    .is_some_and(|case| !case.known.is_empty());
                self.pane = match self.pane {
                    Pane::Documents if any => Pane::Circumstances,
                    Pane::Documents | Pane::Circumstances => Pane::Documents,
                };
                Outcome::Handled
            }
            Action::Issue => self.issue(cx),
            Action::ReadAloud => match &self.case {
                Some(case) => Outcome::Show(Box::new(sheets::aloud(cx, case, self.area.width))),
                None => Outcome::Handled,
            },
            Action::ShowGuide => self.guide(cx),
            Action::ShowOffice => self.office_guide(cx),
            Action::Print => self.paper(cx, false),
            Action::Code => self.paper(cx, true),
            Action::ChooseMatter => {
                self.choose(cx);
                Outcome::Handled
            }
            Action::RegisterAndTell => self.register(),
            _ => Outcome::Ignored,
        }
    }

    fn input(&mut self, cx: &Ctx, key: KeyEvent) -> Outcome {
        match &mut self.dialog {
            Some(Dialog::Told(notify)) => match Dialog::told(key) {
                Some(told) => {
                    let notify = notify.clone();
                    self.dialog = None;
                    run(notify, told)
                }
                None => Outcome::Handled,
            },
            Some(dialog) => {
                dialog.key(key);
                Outcome::Handled
            }
            None => self.command(cx, key),
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

    fn arrive(&mut self, cx: &Ctx, target: &Target, area: Rect) {
        self.area = area;
        if let Target::Checklist { inquiry, matter } = target {
            let mut matter = matter.clone();
            if matter.is_empty()
                && let Some(number) = inquiry
                && let Ok(Some((inquiry, _))) = cx.desk.read().inquiry(number)
            {
                matter = inquiry.matter.map(|one| one.id).unwrap_or_default();
            }
            if !matter.is_empty() {
                self.open(cx, &matter, inquiry.as_ref());
                return;
            }
            self.case = None;
            self.waiting.clone_from(inquiry);
        }
        if self.case.is_none() && self.dialog.is_none() {
            self.choose(cx);
        } else {
            self.refresh(cx);
        }
    }

    fn resized(&mut self, _cx: &Ctx, area: Rect) {
        self.area = area;
    }

    fn refresh(&mut self, cx: &Ctx) {
        // Someone else may have told or taken something; ticks made here stay.
        let number = self.inquiry();
        self.serve(cx, number.as_ref());
    }

    fn done(
        &mut self,
        cx: &Ctx,
        envelope: &Envelope,
        result: Result<&Done, &DeskError>,
    ) -> Outcome {
        match (&envelope.command, result) {
            (Command::Notify(_), Ok(done)) => self.told(cx, done),
            (Command::Bring(bring), Ok(_)) => self.took(cx, bring.brought.len()),
            (Command::Notify(notify), Err(error)) => {
                if let DeskError::Refused(why) = error
                    && matches!(**why, Refusal::SecondNotice { .. })
                    && !matches!(self.dialog, Some(Dialog::More(..)))
                {
                    self.dialog = Some(Dialog::more(notify.clone(), "", cx.lang));
                }
                Outcome::Say(Message::bad(fault::desk(cx.lang, error, cx.names)))
            }
            (_, Err(error)) => Outcome::Say(Message::bad(fault::desk(cx.lang, error, cx.names))),
            (_, Ok(_)) => Outcome::Handled,
        }
    }

    fn draft(&self) -> Option<Value> {
        let case = self.case.as_ref()?;
        let typing = self.dialog.as_ref().and_then(Dialog::draft);
        if !case.is_changed() && typing.is_none() {
            return None;
        }
        Some(json!({
            "matter": case.matter.id,
            "inquiry": self.inquiry(),
            "circumstances": case.chosen,
            "ticks": case.ticks,
            "typing": typing,
        }))
    }

    fn resume(&mut self, cx: &Ctx, draft: Value) {
        let text = |key: &str| draft.get(key).and_then(Value::as_str);
        let Some(matter) = text("matter").map(str::to_owned) else {
            return;
        };
        let inquiry = text("inquiry").map(Number::from);
        self.open(cx, &matter, inquiry.as_ref());
        let Some(case) = &mut self.case else {
            return;
        };
        let part = |key: &str| draft.get(key).cloned().unwrap_or_default();
        if let Ok(chosen) = serde_json::from_value(part("circumstances")) {
            case.chosen = chosen;
        }
        if let Ok(ticks) = serde_json::from_value(part("ticks")) {
            case.ticks = ticks;
        }
        self.dialog = Dialog::resume(&part("typing"), case, cx.lang);
        self.clamp();
    }

    fn render(&self, cx: &Ctx, canvas: &mut Canvas<'_>, area: Rect) {
        if let Some(case) = &self.case {
            View {
                case,
                pane: self.pane,
                document: self.document,
                circumstance: self.circumstance,
            }
            .render(cx, canvas, area);
        }
        if let Some(dialog) = &self.dialog {
            dialog.render(cx, canvas, area);
        }
    }
}

#[cfg(test)]
mod tests;
