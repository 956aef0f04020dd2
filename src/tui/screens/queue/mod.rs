//! Open work, most pressing first, with its countdowns; acted on in place.

mod detail;
pub(super) mod dialogs;
pub(super) mod explain;
mod facts;
mod forms;
mod hands;
mod looks;
mod pages;
mod paint;
mod people;
pub(super) mod story;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::rc::Rc;

use crossterm::event::KeyEvent;
use ratatui::layout::Rect;
use serde_json::Value;

use crate::desk::{DeskError, Done};
use crate::domain::command::Envelope;
use crate::domain::ids::Number;
use crate::domain::inquiry::{Inquiry, Stage};
use crate::domain::time::Moment;
use crate::i18n::papers::NO_PAPER_YET;
use crate::i18n::queue as say;
use crate::store::{Hands, Order, Pending, Recorded, View};
use crate::tui::draw::Canvas;
use crate::tui::keymap::{self, Action, Scope};
use crate::tui::screen::{Ctx, Message, Outcome, Screen, Target};
use crate::tui::screens::papers;
use crate::tui::screens::posts::Posts;
use crate::tui::screens::revealed::{self, Revealed};
use crate::tui::widgets::list::Step;
use crate::tui::widgets::{Dialog, Edit, Field, List};

/// Columns from which the story stands beside the list rather than below it.
const WIDE: u16 = 110;

/// What is known of the selected inquiry.
struct Detail {
    state: Inquiry,
    events: Vec<Recorded>,
    hands: hands::Hands,
}

/// The queue.
pub struct Queue {
    view: View,
    filter: Field,
    /// What the letters of the filter spell.
    spelled: Rc<[String]>,
    filtering: bool,
    list: List,
    order: Order,
    /// In whose hands, where the list is narrowed down to someone's.
    hands: Option<Hands>,
    /// What urging and reassigning do at once.
    marked: BTreeSet<Number>,
    /// The page that is on the screen, and the row that it begins with.
    page: Vec<Pending>,
    page_start: usize,
    sizes: Vec<(View, u32)>,
    soon: u32,
    detail: Option<Detail>,
    dialog: Option<(Action, Dialog)>,
    /// What the form is for, where it is for many.
    many: Vec<Number>,
    area: Rect,
    revealed: Revealed,
    posts: Posts,
    /// Who holds what, while that is looked at.
    people: Option<people::People>,
}

impl Default for Queue {
    fn default() -> Self {
        Self {
            view: View::Mine,
            filter: Field::new(40),
            spelled: Rc::default(),
            filtering: false,
            list: List::new(0),
            order: Order::default(),
            hands: None,
            marked: BTreeSet::new(),
            page: Vec::new(),
            page_start: 0,
            sizes: Vec::new(),
            soon: 0,
            detail: None,
            dialog: None,
            many: Vec::new(),
            area: Rect::default(),
            revealed: Revealed::default(),
            posts: Posts::default(),
            people: None,
        }
    }
}

impl Queue {
    /// How many rows the list shows: the rest of the screen tells the story.
    fn rows(&self) -> usize {
        let height = usize::from(self.area.height);
        let below = if self.area.width >= WIDE {
            2
        } else {
            2 + paint::DETAIL_ROWS
        };
        height.saturating_sub(below).max(1)
    }

    /// Shows or masks the selected visitor; the first time the reason is asked for.
    fn reveal(&mut self, cx: &Ctx) -> Outcome {
        let Some(number) = self.selected().map(|row| row.inquiry.clone()) else {
            return Outcome::Say(Message::plain(cx.say(say::NOTHING_HERE)));
        };
        if !self.revealed.turn(&number) {
            self.rested(cx);
            self.dialog = Some((Action::Reveal, revealed::form(cx, &number)));
        }
        Outcome::Handled
    }

    /// What is known of a row's inquiry, if it is the one that was read.
    fn state_of(&self, row: &Pending) -> Option<&Inquiry> {
        let state = &self.detail.as_ref()?.state;
        (state.number == row.inquiry).then_some(state)
    }
}

impl Screen for Queue {
    fn scope(&self) -> Scope {
        if self.dialog.is_some() {
            Scope::Dialog
        } else if self.filtering {
            Scope::Filter
        } else if self.people.is_some() {
            Scope::Holders
        } else {
            Scope::Queue
        }
    }

    fn typing(&self) -> bool {
        self.dialog.is_some() || self.filtering
    }

    fn enabled(&self, cx: &Ctx, action: Action) -> Result<(), String> {
        if self.dialog.is_some() || self.people.is_some() {
            return Ok(());
        }
        dialogs::oversight::why_not(cx, action)?;
        if action == Action::People {
            return dialogs::may_see_everyone(cx);
        }
        if dialogs::many::is(action) && !self.marked.is_empty() {
            let marked = self.all_marked();
            return dialogs::many::ready(cx, action, &marked).map(drop);
        }
        let needs_row = dialogs::acts_on_a_row(action) || action == Action::Toggle;
        match self.selected() {
            None if needs_row => Err(cx.say(say::NOTHING_HERE).to_owned()),
            Some(row) if needs_row => dialogs::why_not(cx, action, row, self.state_of(row))
                .and_then(|()| self.barred(cx, action, row)),
            Some(_) | None => Ok(()),
        }
    }

    fn act(&mut self, cx: &Ctx, action: Action) -> Outcome {
        if self.dialog.is_some() {
            return self.act_on_dialog(cx, action);
        }
        if self.people.is_some() {
            return self.act_on_people(cx, action);
        }
        match action {
            Action::Down => self.step(cx, Step::Down),
            Action::Up => self.step(cx, Step::Up),
            Action::PageDown => self.step(cx, Step::PageDown),
            Action::PageUp => self.step(cx, Step::PageUp),
            Action::First => self.step(cx, Step::First),
            Action::Last => self.step(cx, Step::Last),
            Action::NextView => self.turn(cx, 1),
            Action::PreviousView => self.turn(cx, View::ALL.len() - 1),
            Action::Filter => {
                self.filtering = true;
                Outcome::Handled
            }
            Action::Back => self.widen(cx),
            Action::Sort => self.sort(cx),
            Action::People => self.show_people(cx),
            Action::Toggle => self.mark(cx),
            Action::Reveal => self.reveal(cx),
            Action::Looks => Outcome::Show(Box::new(looks::sheet(cx))),
            Action::Explain => match self.detail(cx).map(|d| explain::sheet(cx, &d.state)) {
                Some(sheet) => Outcome::Show(Box::new(sheet)),
                None => Outcome::Handled,
            },
            Action::Print => match self
                .detail(cx)
                .map(|d| papers::all(cx, &d.state, &d.events))
            {
                Some(all) if all.is_empty() => Outcome::Say(Message::plain(cx.say(NO_PAPER_YET))),
                Some(all) => Outcome::Papers(all),
                None => Outcome::Handled,
            },
            // Enter ends the typing; the hits stay.
            Action::Enter if self.filtering => {
                self.filtering = false;
                Outcome::Handled
            }
            Action::Open => {
                let shown = self.subject().is_some_and(|one| self.revealed.shows(&one));
                match self
                    .detail(cx)
                    .map(|d| story::sheet(cx, &d.state, &d.events, shown))
                {
                    Some(sheet) => Outcome::Show(Box::new(sheet)),
                    None => Outcome::Handled,
                }
            }
            Action::SignFor => match self.selected() {
                Some(row) if row.custodians.iter().any(|one| one != &cx.me.number) => {
                    self.open_dialog(cx, action)
                }
                Some(row) => Outcome::run(dialogs::sign_for(row)),
                None => Outcome::Handled,
            },
            Action::Notify | Action::Bring => match self.detail(cx) {
                Some(detail) => Outcome::Go(Target::Checklist {
                    inquiry: Some(detail.state.number.clone()),
                    matter: detail
                        .state
                        .matter
                        .as_ref()
                        .map_or("", |m| &m.id)
                        .to_owned(),
                }),
                None => Outcome::Handled,
            },
            Action::Correct => self.selected().map_or(Outcome::Handled, |row| {
                Outcome::Go(Target::Correct(row.inquiry.clone()))
            }),
            other => self.open_dialog(cx, other),
        }
    }

    fn input(&mut self, cx: &Ctx, key: KeyEvent) -> Outcome {
        use crossterm::event::KeyCode;
        if let Some((_, dialog)) = &mut self.dialog {
            let stepped = match key.code {
                KeyCode::Down => dialog.step(Step::Down),
                KeyCode::Up => dialog.step(Step::Up),
                _ => false,
            };
            if !stepped && dialog.key(key) == Edit::Full {
                dialog.error = Some(cx.say(say::FIELD_FULL).to_owned());
            }
            self.foresee(cx);
            return Outcome::Handled;
        }
        if self.filtering {
            if self.filter.key(key) != Edit::Ignored {
                self.list.select(0);
                self.read(cx);
                return Outcome::Moved;
            }
            return Outcome::Handled;
        }
        Outcome::Ignored
    }

    fn paste(&mut self, cx: &Ctx, text: &str) -> Outcome {
        if let Some((_, dialog)) = &mut self.dialog {
            if dialog.paste(text) == Edit::Full {
                dialog.error = Some(cx.say(say::TOO_LONG).to_owned());
            }
            return Outcome::Handled;
        }
        if self.filtering {
            self.filter.paste(text);
            self.read(cx);
            return Outcome::Handled;
        }
        Outcome::Ignored
    }

    fn arrive(&mut self, cx: &Ctx, target: &Target, area: Rect) {
        self.area = area;
        self.people = None;
        match target {
            Target::Inquiry(number) => {
                self.dialog = None;
                self.filter.set("");
                self.filtering = false;
                self.select(cx, number);
            }
            Target::Screen(_)
            | Target::Checklist { .. }
            | Target::Register { .. }
            | Target::Correct(_) => self.read(cx),
        }
        self.rested(cx);
    }

    fn resized(&mut self, cx: &Ctx, area: Rect) {
        self.area = area;
        self.read_page(cx);
        self.rested(cx);
    }

    fn refresh(&mut self, cx: &Ctx) {
        let before = self.selected().map(|row| row.inquiry.clone());
        let form = self.dialog.as_ref().and(self.detail.as_ref());
        let about = form.map(|detail| detail.state.number.clone());
        self.read(cx);
        let same = |row: &Pending| Some(&row.inquiry) == before.as_ref();
        if !self.selected().is_some_and(same)
            && let Some(at) = self.page.iter().position(same)
        {
            self.list.select(self.page_start + at);
        }
        // What an open form is about may have left the list.
        if let Some(number) = about {
            self.look_up(cx, &number);
        } else {
            self.detail = None;
            self.rested(cx);
        }
        self.refresh_people(cx);
    }

    fn rested(&mut self, cx: &Ctx) {
        let Some(number) = self.subject() else {
            self.detail = None;
            return;
        };
        if self
            .detail
            .as_ref()
            .is_some_and(|detail| detail.state.number == number)
        {
            return;
        }
        self.look_up(cx, &number);
    }

    fn done(
        &mut self,
        cx: &Ctx,
        envelope: &Envelope,
        result: Result<&Done, &DeskError>,
    ) -> Outcome {
        if result.is_ok() {
            self.dialog = None;
            self.revealed.note(envelope);
            return Outcome::Handled;
        }
        if let Err(DeskError::Refused(why)) = result
            && forms::lost_the_race(why)
        {
            // What was typed stays in the dialog; what it was about is read again.
            self.refresh(cx);
        }
        self.complain(cx, result)
    }

    fn done_each(&mut self, _cx: &Ctx, refused: &[Number]) {
        self.dialog = None;
        self.many.clear();
        self.marked.retain(|number| refused.contains(number));
    }

    fn cover(&mut self) {
        self.revealed.cover();
    }

    fn habits(&self) -> Option<Value> {
        Some(Value::from(self.order.as_str()))
    }

    fn take_up(&mut self, habits: &Value) {
        self.order = habits.as_str().and_then(Order::parse).unwrap_or_default();
    }

    fn draft(&self) -> Option<Value> {
        self.half_typed()
    }

    fn resume(&mut self, cx: &Ctx, draft: Value) {
        self.typed_before(cx, &draft);
    }

    fn render(&self, cx: &Ctx, canvas: &mut Canvas, area: Rect) {
        if let Some(people) = &self.people {
            self.paint_people(people, cx, canvas, area);
            return;
        }
        paint::queue(self, cx, canvas, area);
        if let Some((_, dialog)) = &self.dialog {
            canvas.cursor = None;
            let keys = keymap::legend(Scope::Dialog, cx.lang);
            dialog.render(canvas, cx.theme, &keys);
        }
    }

    fn nearest_due(&self) -> Option<Moment> {
        self.page.iter().filter_map(|row| row.due).min()
    }
}

/// Whether a row's visitor waits for someone outside.
fn waits(stage: Stage) -> bool {
    matches!(stage, Stage::Visitor)
}
