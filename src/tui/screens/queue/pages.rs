//! Reading the list: its views, its pages, its order.

use super::Queue;
use crate::domain::ids::Number;
use crate::domain::staff::Role;
use crate::i18n::queue::many as say;
use crate::store::{Filter, Hands, Pending, View};
use crate::tui::screen::{Ctx, Message, Outcome, Screen};
use crate::tui::screens::posts::Posts;
use crate::tui::widgets::List;
use crate::tui::widgets::list::Step;

impl Queue {
    pub(super) fn filter(&self, cx: &Ctx, view: View) -> Filter {
        Filter {
            view,
            staff: cx.me.number.clone(),
            department: cx.me.department.clone(),
            now: cx.now,
            day_end: cx.desk.day_end(cx.now),
            text: self.filter.value().to_owned(),
            spelled: self.spelled.clone(),
            rules: cx.me.is(Role::Supervisor),
            order: self.order,
            hands: self.hands.clone(),
            limit: u32::try_from(self.rows()).unwrap_or(50),
            offset: u32::try_from(self.page_start).unwrap_or(0),
        }
    }

    /// Reads the sizes of all views and the page on the screen.
    pub(super) fn read(&mut self, cx: &Ctx) {
        let read = cx.desk.read();
        self.spelled = read.spelled(self.filter.value()).unwrap_or_default();
        self.sizes = View::ALL
            .into_iter()
            .map(|view| (view, read.queue_size(&self.filter(cx, view)).unwrap_or(0)))
            .collect();
        let size = self
            .sizes
            .iter()
            .find(|(view, _)| *view == self.view)
            .map_or(0, |(_, n)| *n);
        self.list.set_len(size as usize);
        self.posts = Posts::read(cx);
        self.soon = read.queue_soon(&self.filter(cx, self.view)).unwrap_or(0);
        self.read_page(cx);
    }

    pub(super) fn read_page(&mut self, cx: &Ctx) {
        self.page_start = self.list.page(self.rows()).start;
        self.page = cx
            .desk
            .read()
            .queue(&self.filter(cx, self.view))
            .unwrap_or_default();
    }

    /// Selects an inquiry, reading the page that holds it.
    pub(super) fn select(&mut self, cx: &Ctx, number: &Number) {
        self.hands = None;
        for view in [self.view, View::Mine, View::First, View::All] {
            self.view = view;
            let all = Filter {
                limit: 10_000,
                offset: 0,
                ..self.filter(cx, view)
            };
            let rows = cx.desk.read().queue(&all).unwrap_or_default();
            if let Some(at) = rows.iter().position(|row| &row.inquiry == number) {
                self.read(cx);
                self.list.select(at);
                self.read_page(cx);
                return;
            }
        }
        self.view = View::Mine;
        self.read(cx);
    }

    pub(super) fn selected(&self) -> Option<&Pending> {
        let at = self.list.selected()?.checked_sub(self.page_start)?;
        self.page.get(at)
    }

    pub(super) fn step(&mut self, cx: &Ctx, step: Step) -> Outcome {
        let rows = self.rows();
        if !self.list.step(step, rows) {
            return Outcome::Handled;
        }
        if self.list.page(rows).start != self.page_start {
            self.read_page(cx);
        }
        Outcome::Moved
    }

    pub(super) fn turn(&mut self, cx: &Ctx, by: usize) -> Outcome {
        let at = View::ALL
            .iter()
            .position(|view| *view == self.view)
            .unwrap_or(0);
        self.view = View::ALL[(at + by) % View::ALL.len()];
        self.list = List::new(0);
        self.read(cx);
        self.rested(cx);
        Outcome::Handled
    }

    /// Shows everything that lies in someone's hands.
    pub(super) fn narrow_to(&mut self, cx: &Ctx, hands: Option<Hands>) {
        self.hands = hands;
        self.view = View::All;
        self.list = List::new(0);
        self.read(cx);
        self.rested(cx);
    }

    /// The next order; what is selected stays selected.
    pub(super) fn sort(&mut self, cx: &Ctx) -> Outcome {
        self.order = self.order.next();
        self.list.select(0);
        self.read_page(cx);
        self.rested(cx);
        Outcome::Say(Message::plain(say::ordered(cx.lang, self.order)))
    }

    /// Marks the selected row, or takes its mark away, and goes on to the next.
    pub(super) fn mark(&mut self, cx: &Ctx) -> Outcome {
        let Some(number) = self.selected().map(|row| row.inquiry.clone()) else {
            return Outcome::Handled;
        };
        if !self.marked.remove(&number) {
            self.marked.insert(number);
        }
        self.step(cx, Step::Down)
    }

    /// Takes back what was narrowed down last: the marks, then the letters and the hands.
    pub(super) fn widen(&mut self, cx: &Ctx) -> Outcome {
        if !self.marked.is_empty() && !self.filtering {
            self.marked.clear();
            return Outcome::Say(Message::plain(cx.say(say::UNMARKED)));
        }
        self.filtering = false;
        self.filter.set("");
        self.hands = None;
        self.read(cx);
        self.rested(cx);
        Outcome::Handled
    }
}
