//! 台账: every inquiry, newest first, found from any side of it.

mod conditions;
mod figures;
mod forms;
mod pages;
mod paint;
#[cfg(test)]
mod tests;

use crossterm::event::KeyEvent;
use ratatui::layout::Rect;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use self::forms::Form;
use crate::desk::{DeskError, Done};
use crate::domain::command::Envelope;
use crate::domain::ids::Number;
use crate::domain::inquiry::{Inquiry, Stage};
use crate::i18n::papers::NO_PAPER_YET;
use crate::i18n::{fault, ledger as say, queue};
use crate::store::{Count, InquiryRow, Recorded, Sought};
use crate::tui::draw::Canvas;
use crate::tui::keymap::{self, Action, Scope};
use crate::tui::screen::{Ctx, Message, Outcome, Screen, Target};
use crate::tui::screens::papers;
use crate::tui::screens::queue::{dialogs, explain, story};
use crate::tui::screens::revealed::{self, Revealed};
use crate::tui::widgets::list::Step;
use crate::tui::widgets::{Dialog, Edit, Field};

/// What is known of the selected inquiry.
struct Detail {
    state: Inquiry,
    events: Vec<Recorded>,
}

/// Conditions that one person keeps under a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Kept {
    name: String,
    sought: Sought,
}

/// What one person's ledger looks like, from one sign-in to the next.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
struct Habit {
    sought: Sought,
    kept: Vec<Kept>,
}

/// The ledger.
pub struct Ledger {
    sought: Sought,
    find: Field,
    finding: bool,
    /// The page that is on the screen, and the row selected on it.
    page: Vec<InquiryRow>,
    at: usize,
    /// How many rows stand above the page, where that is known.
    above: Option<u64>,
    count: Option<Count>,
    detail: Option<Detail>,
    dialog: Option<(Form, Dialog)>,
    kept: Vec<Kept>,
    area: Rect,
    revealed: Revealed,
    figures: Option<figures::View>,
}

impl Default for Ledger {
    fn default() -> Self {
        Self {
            sought: Sought::default(),
            find: Field::new(40),
            finding: false,
            page: Vec::new(),
            at: 0,
            above: None,
            count: None,
            detail: None,
            dialog: None,
            kept: Vec::new(),
            area: Rect::default(),
            revealed: Revealed::default(),
            figures: None,
        }
    }
}

impl Ledger {
    fn selected(&self) -> Option<&InquiryRow> {
        self.page.get(self.at)
    }

    /// The selected inquiry's detail, read now if it is still another's.
    fn detail(&mut self, cx: &Ctx) -> Option<&Detail> {
        let number = self.selected()?.inquiry.clone();
        self.read_detail(cx, &number);
        self.detail.as_ref()
    }

    fn read_detail(&mut self, cx: &Ctx, number: &Number) {
        let known = self.detail.as_ref().map(|detail| &detail.state.number);
        if known != Some(number) {
            let found = cx.desk.read().inquiry(number).ok().flatten();
            self.detail = found.map(|(state, events)| Detail { state, events });
        }
    }

    fn open(&mut self, cx: &Ctx) -> Outcome {
        let selected = self.selected().map(|row| row.inquiry.clone());
        let shown = selected.is_some_and(|one| self.revealed.shows(&one));
        let sheet = self
            .detail(cx)
            .map(|one| story::sheet(cx, &one.state, &one.events, shown));
        sheet.map_or(Outcome::Handled, |sheet| Outcome::Show(Box::new(sheet)))
    }

    /// Shows or masks the selected visitor; the first time the reason is asked for.
    fn reveal(&mut self, cx: &Ctx) -> Outcome {
        if let Some(number) = self.selected().map(|row| row.inquiry.clone())
            && !self.revealed.turn(&number)
        {
            let form = revealed::form(cx, &number);
            self.dialog = Some((Form::Act(Action::Reveal), form));
        }
        Outcome::Handled
    }

    fn form_of_an_act(&mut self, cx: &Ctx, action: Action) -> Outcome {
        let dialog = self
            .detail(cx)
            .and_then(|one| dialogs::open(cx, action, &one.state));
        self.dialog = dialog.map(|dialog| (Form::Act(action), dialog));
        Outcome::Handled
    }
}

/// What is done to a closed inquiry, which the queue no longer has.
fn is_act(action: Action) -> bool {
    matches!(action, Action::Reopen | Action::Appeal | Action::FollowUp)
}

impl Screen for Ledger {
    fn scope(&self) -> Scope {
        if self.dialog.is_some() {
            Scope::Dialog
        } else if self.finding {
            Scope::Filter
        } else if self.figures_open() {
            Scope::Figures
        } else {
            Scope::Ledger
        }
    }

    fn typing(&self) -> bool {
        self.dialog.is_some() || self.finding
    }

    fn enabled(&self, cx: &Ctx, action: Action) -> Result<(), String> {
        if self.dialog.is_some() || self.figures_open() {
            return Ok(());
        }
        let on_a_row = matches!(
            action,
            Action::Open | Action::Explain | Action::Print | Action::GoThere | Action::Correct
        );
        let why = match (action, self.selected()) {
            (_, None) if on_a_row || is_act(action) => queue::NOTHING_HERE,
            (_, Some(row)) if is_act(action) && row.stage != Stage::Closed => say::STILL_OPEN,
            (Action::GoThere, Some(row)) if row.stage == Stage::Closed => say::IS_CLOSED,
            (Action::DropCondition | Action::KeepConditions, _)
                if self.sought == Sought::default() =>
            {
                say::NO_CONDITIONS
            }
            (Action::TakeUpConditions, _) if self.kept.is_empty() => say::NONE_KEPT,
            (_, _) => return Ok(()),
        };
        Err(cx.say(why).to_owned())
    }

    fn act(&mut self, cx: &Ctx, action: Action) -> Outcome {
        if self.dialog.is_some() {
            return self.act_on_form(cx, action);
        }
        if self.figures_open() {
            return self.act_on_figures(cx, action);
        }
        match action {
            Action::Down => self.step(cx, Step::Down),
            Action::Up => self.step(cx, Step::Up),
            Action::PageDown => self.step(cx, Step::PageDown),
            Action::PageUp => self.step(cx, Step::PageUp),
            Action::First => self.step(cx, Step::First),
            Action::Last => self.step(cx, Step::Last),
            Action::Filter => {
                self.finding = true;
                Outcome::Handled
            }
            // Enter ends the typing; the hits stay.
            Action::Enter if self.finding => {
                self.finding = false;
                Outcome::Handled
            }
            Action::Back if self.finding => {
                self.finding = false;
                self.find.set("");
                self.sought.text.clear();
                self.seek(cx)
            }
            Action::Back => {
                self.find.set("");
                self.sought = Sought::default();
                self.seek(cx)
            }
            Action::DropCondition => {
                conditions::drop_last(&mut self.sought);
                self.find.set(&self.sought.text.clone());
                self.seek(cx)
            }
            Action::Figures => self.show_figures(cx),
            Action::AddCondition => self.open_form(cx, Form::Condition),
            Action::Days => self.open_form(cx, Form::Days),
            Action::KeepConditions => self.open_form(cx, Form::Keep),
            Action::TakeUpConditions => self.open_form(cx, Form::TakeUp),
            Action::Reveal => self.reveal(cx),
            Action::Open => self.open(cx),
            Action::Explain => match self.detail(cx).map(|one| explain::sheet(cx, &one.state)) {
                Some(sheet) => Outcome::Show(Box::new(sheet)),
                None => Outcome::Handled,
            },
            Action::Print => {
                let all = self
                    .detail(cx)
                    .map(|one| papers::all(cx, &one.state, &one.events));
                match all.filter(|all| !all.is_empty()) {
                    Some(all) => Outcome::Papers(all),
                    None => Outcome::Say(Message::plain(cx.say(NO_PAPER_YET))),
                }
            }
            Action::Correct => self.selected().map_or(Outcome::Handled, |row| {
                Outcome::Go(Target::Correct(row.inquiry.clone()))
            }),
            Action::GoThere => match self.selected() {
                Some(row) => Outcome::Go(Target::Inquiry(row.inquiry.clone())),
                None => Outcome::Handled,
            },
            other if is_act(other) => self.form_of_an_act(cx, other),
            _ => Outcome::Ignored,
        }
    }

    fn input(&mut self, cx: &Ctx, key: KeyEvent) -> Outcome {
        if self.dialog.is_some() {
            return self.type_in_form(cx, key);
        }
        if self.finding && self.find.key(key) != Edit::Ignored {
            self.find.value().clone_into(&mut self.sought.text);
            return self.seek(cx);
        }
        Outcome::Ignored
    }

    fn paste(&mut self, cx: &Ctx, text: &str) -> Outcome {
        if let Some((_, dialog)) = &mut self.dialog {
            if dialog.paste(text) == Edit::Full {
                dialog.error = Some(cx.say(queue::TOO_LONG).to_owned());
            }
            return Outcome::Handled;
        }
        if self.finding {
            self.find.paste(text);
            self.find.value().clone_into(&mut self.sought.text);
            return self.seek(cx);
        }
        Outcome::Ignored
    }

    fn arrive(&mut self, cx: &Ctx, _target: &Target, area: Rect) {
        self.area = area;
        if self.page.is_empty() {
            self.seek(cx);
        } else {
            self.again(cx);
        }
        self.refresh_figures(cx);
        self.detail = None;
        self.rested(cx);
    }

    fn resized(&mut self, cx: &Ctx, area: Rect) {
        self.area = area;
        self.again(cx);
    }

    fn refresh(&mut self, cx: &Ctx) {
        self.again(cx);
        self.refresh_figures(cx);
        self.count = None;
        self.detail = None;
        self.rested(cx);
    }

    fn rested(&mut self, cx: &Ctx) {
        if self.count.is_none() {
            self.count = cx.desk.read().ledger_count(&self.sought).ok();
        }
        if self.above.is_none()
            && self.sought.is_days_alone()
            && let Some(first) = self.page.first()
        {
            let place = cx.desk.read().ledger_place(&self.sought, &first.inquiry);
            self.above = place.ok().map(|place| place.saturating_sub(1));
        }
        match self.selected().map(|row| row.inquiry.clone()) {
            Some(number) => self.read_detail(cx, &number),
            None => self.detail = None,
        }
    }

    fn done(
        &mut self,
        cx: &Ctx,
        envelope: &Envelope,
        result: Result<&Done, &DeskError>,
    ) -> Outcome {
        match (result, &mut self.dialog) {
            (Ok(_), _) => {
                self.dialog = None;
                self.revealed.note(envelope);
                self.refresh(cx);
                Outcome::Handled
            }
            (Err(error), Some((_, dialog))) => {
                dialog.error = Some(fault::desk(cx.lang, error, cx.names));
                Outcome::Handled
            }
            (Err(_), None) => Outcome::Ignored,
        }
    }

    fn cover(&mut self) {
        self.revealed.cover();
    }

    fn draft(&self) -> Option<Value> {
        let habit = Habit {
            sought: self.sought.clone(),
            kept: self.kept.clone(),
        };
        if habit == Habit::default() {
            return None;
        }
        serde_json::to_value(habit).ok()
    }

    fn is_half_typed(&self) -> bool {
        false
    }

    fn resume(&mut self, cx: &Ctx, draft: Value) {
        let Ok(habit) = serde_json::from_value::<Habit>(draft) else {
            return;
        };
        self.find.set(&habit.sought.text);
        (self.sought, self.kept) = (habit.sought, habit.kept);
        self.seek(cx);
    }

    fn render(&self, cx: &Ctx, canvas: &mut Canvas, area: Rect) {
        match self.figures.as_ref().filter(|view| view.open) {
            Some(view) => figures::render(view, cx, canvas, area),
            None => paint::ledger(self, cx, canvas, area),
        }
        if let Some((_, dialog)) = &self.dialog {
            canvas.cursor = None;
            let keys = keymap::legend(Scope::Dialog, cx.lang);
            dialog.render(canvas, cx.theme, &keys);
        }
    }
}
