//! Who holds what: people, or departments, with what lies in their hands.

use std::collections::BTreeMap;

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::Queue;
use crate::domain::ids::StaffNo;
use crate::domain::staff::Person;
use crate::i18n::queue::people as say;
use crate::store::{Hands, Held};
use crate::tui::draw::Canvas;
use crate::tui::keymap::Action;
use crate::tui::screen::{Ctx, Outcome};
use crate::tui::widgets::list::{self, Step};
use crate::tui::widgets::{Column, List, Table, frame};

/// The list while it is open.
#[derive(Default)]
pub(super) struct People {
    departments: bool,
    rows: Vec<Row>,
    list: List,
}

/// One person or department.
struct Row {
    hands: Hands,
    name: String,
    department: String,
    held: Held,
}

impl People {
    pub fn read(cx: &Ctx, departments: bool) -> Self {
        let read = cx.desk.read();
        let held = read.held(cx.now, cx.desk.day_end(cx.now));
        let held = held.unwrap_or_default();
        let mut rows = if departments {
            by_department(held)
        } else {
            let people = read.people().unwrap_or_default();
            by_person(cx, people, &held)
        };
        rows.sort_by_key(|row| {
            let held = &row.held;
            std::cmp::Reverse((held.overdue, held.today, held.unsigned, held.open))
        });
        Self {
            departments,
            list: List::new(rows.len()),
            rows,
        }
    }
}

fn by_person(cx: &Ctx, people: Vec<Person>, held: &[Held]) -> Vec<Row> {
    let mut all: BTreeMap<StaffNo, (String, Held)> = BTreeMap::new();
    for person in people.into_iter().filter(Person::holds_inquiries) {
        all.insert(person.number, (person.department, Held::default()));
    }
    for one in held {
        // Someone who left the office may still hold something: nobody is left out.
        let known = all.entry(one.staff.clone());
        let (_, sum) = known.or_insert_with(|| (one.department.clone(), Held::default()));
        add(sum, one);
    }
    all.into_iter()
        .map(|(staff, (department, held))| Row {
            name: cx.name(&staff),
            hands: Hands::Person(staff),
            department,
            held,
        })
        .collect()
}

fn by_department(held: Vec<Held>) -> Vec<Row> {
    let mut all: BTreeMap<String, Held> = BTreeMap::new();
    for one in held {
        add(all.entry(one.department.clone()).or_default(), &one);
    }
    all.into_iter()
        .map(|(name, held)| Row {
            hands: Hands::Department(name.clone()),
            name: name.clone(),
            department: name,
            held,
        })
        .collect()
}

fn add(sum: &mut Held, one: &Held) {
    sum.open += one.open;
    sum.unsigned += one.unsigned;
    sum.overdue += one.overdue;
    sum.today += one.today;
}

impl Queue {
    /// Opens the list, or goes from people to departments.
    pub(super) fn show_people(&mut self, cx: &Ctx) -> Outcome {
        self.people = Some(People::read(cx, false));
        Outcome::Handled
    }

    /// Reads it again where it is open; the selection stays at its place.
    pub(super) fn refresh_people(&mut self, cx: &Ctx) {
        if let Some(people) = &mut self.people {
            let at = people.list.selected().unwrap_or(0);
            *people = People::read(cx, people.departments);
            people.list.select(at);
        }
    }

    pub(super) fn act_on_people(&mut self, cx: &Ctx, action: Action) -> Outcome {
        let height = usize::from(self.area.height.saturating_sub(2)).max(1);
        let Some(people) = &mut self.people else {
            return Outcome::Ignored;
        };
        let step = match action {
            Action::Down => Step::Down,
            Action::Up => Step::Up,
            Action::PageDown => Step::PageDown,
            Action::PageUp => Step::PageUp,
            Action::First => Step::First,
            Action::Last => Step::Last,
            Action::NextView => {
                *people = People::read(cx, !people.departments);
                return Outcome::Handled;
            }
            Action::Open => {
                let chosen = people.list.selected().and_then(|at| people.rows.get(at));
                let hands = chosen.map(|row| row.hands.clone());
                self.people = None;
                self.narrow_to(cx, hands);
                return Outcome::Handled;
            }
            Action::Back => {
                self.people = None;
                return Outcome::Handled;
            }
            _ => return Outcome::Ignored,
        };
        people.list.step(step, height);
        Outcome::Handled
    }

    pub(super) fn paint_people(&self, people: &People, cx: &Ctx, canvas: &mut Canvas, area: Rect) {
        let theme = cx.theme;
        let title = cx.say(if people.departments {
            say::DEPARTMENTS
        } else {
            say::PEOPLE
        });
        let line = Rect { height: 1, ..area };
        frame::heading(canvas, theme, line, title, cx.say(say::TAB_SWITCHES));
        let width = area.width.saturating_sub(3);
        let table = Table::new(
            &[
                Column::left(9),
                Column::at_least(10),
                Column::right(4),
                Column::right(8),
                Column::right(7),
                Column::right(8),
                Column::left(20),
            ],
            width,
        );
        let head = Rect::new(area.x + 3, area.y + 1, width, 1);
        table.header(canvas, head, &say::columns(cx.lang), theme.dim);
        let body = Rect::new(
            area.x,
            area.y + 2,
            area.width,
            area.height.saturating_sub(2),
        );
        for (at, y, selected) in people.list.rows(body) {
            if let Some(row) = people.rows.get(at) {
                let first = list::mark(canvas, theme, (area.x, y), selected);
                self.paint_holder(row, cx, canvas, &table, (area.x + 3, y), first);
            }
        }
    }

    fn paint_holder(
        &self,
        row: &Row,
        cx: &Ctx,
        canvas: &mut Canvas,
        table: &Table,
        place: (u16, u16),
        first: Style,
    ) {
        let theme = cx.theme;
        let away = match &row.hands {
            Hands::Person(staff) => self.posts.of(staff),
            Hands::Department(_) => None,
        };
        let away = away.map_or(String::new(), |away| {
            let until = cx.local(away.until).format("%m-%d %H:%M").to_string();
            match &away.substitute {
                Some(one) => say::away_with(cx.lang, &until, &cx.name(one)),
                None => say::away(cx.lang, &until),
            }
        });
        let count = |n: u32| {
            if n == 0 {
                "-".to_owned()
            } else {
                n.to_string()
            }
        };
        let lit = |n: u32, style| if n > 0 { style } else { theme.dim };
        let Held {
            open,
            unsigned,
            overdue,
            today,
            ..
        } = row.held;
        table.row(
            canvas,
            place,
            &[
                (&row.name, first),
                (&row.department, theme.text),
                (&count(open), theme.text),
                (&count(unsigned), theme.text),
                (&count(overdue), lit(overdue, theme.danger)),
                (&count(today), lit(today, theme.warn)),
                (&away, theme.warn),
            ],
        );
    }
}
