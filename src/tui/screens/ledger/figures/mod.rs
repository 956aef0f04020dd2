//! 数字: the figures of a period, group by group, and the rows behind each.

mod chart;
mod out;
mod paint;
#[cfg(test)]
mod tests;

use chrono::{Days, NaiveDate};
use ratatui::layout::Rect;

use super::Ledger;
use super::forms::Form;
use crate::i18n::figures::{self as say, Column, Groups};
use crate::i18n::ledger;
use crate::store::{Figures, Grouping, Heat, Line, Sought, Span};
use crate::tui::keymap::Action;
use crate::tui::screen::{Ctx, Message, Outcome};
use crate::tui::widgets::List;
use crate::tui::widgets::list::Step;

pub(super) use paint::figures as render;

/// Days of the line of days.
const DAYS: u64 = 30;

/// How long a period is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Length {
    Week,
    Month,
    Year,
}

impl Length {
    fn around(self, day: NaiveDate) -> Span {
        match self {
            Self::Week => Span::week_of(day),
            Self::Month => Span::month_of(day),
            Self::Year => Span::year_of(day),
        }
    }

    fn next(self) -> Self {
        match self {
            Self::Week => Self::Month,
            Self::Month => Self::Year,
            Self::Year => Self::Week,
        }
    }
}

/// The figures while they are on the screen, and how they were left.
pub(super) struct View {
    length: Length,
    span: Span,
    by: Grouping,
    /// The place among [`Column::SHOWN`].
    column: usize,
    /// The first row is that of all groups together.
    list: List,
    found: Option<Found>,
    /// Whether they are on the screen.
    pub open: bool,
}

/// What was read of the period.
struct Found {
    figures: Figures,
    names: Vec<String>,
    days: Vec<(NaiveDate, u64)>,
    heat: Heat,
}

impl View {
    fn of(day: NaiveDate) -> Self {
        Self {
            length: Length::Month,
            span: Span::month_of(day),
            by: Grouping::First,
            column: 0,
            list: List::new(1),
            found: None,
            open: true,
        }
    }

    fn column(&self) -> Column {
        Column::SHOWN
            .get(self.column)
            .copied()
            .unwrap_or(Column::SHOWN[0])
    }

    /// The selected group; nothing on the row of all together.
    fn line(&self) -> Option<&Line> {
        let place = self.list.selected()?.checked_sub(1)?;
        self.found.as_ref()?.figures.lines.get(place)
    }

    fn name(&self) -> Option<&str> {
        let place = self.list.selected()?.checked_sub(1)?;
        self.found.as_ref()?.names.get(place).map(String::as_str)
    }

    pub fn read(&mut self, cx: &Ctx) {
        let read = cx.desk.read();
        let office = cx.desk.office();
        let last = self.span.until.min(cx.local(cx.now).date());
        let recent = Span {
            from: last.checked_sub_days(Days::new(DAYS - 1)).unwrap_or(last),
            until: last,
        };
        let found = || {
            let figures = read.figures(self.span, self.by, office)?;
            let groups = Groups::of(cx.desk, cx.lang);
            let lines = figures.lines.iter();
            let names = lines.map(|line| match self.by {
                // The year stands above.
                Grouping::Day | Grouping::Week => line.key.get(5..).unwrap_or_default().to_owned(),
                by => groups.name(by, &line.key),
            });
            let names = names.collect();
            Ok::<_, crate::store::StoreError>(Found {
                names,
                days: read.registered_by_day(recent)?,
                heat: read.heat(self.span, office.offset.local_minus_utc() / 60)?,
                figures,
            })
        };
        self.found = found().ok();
        let lines = self.found.as_ref().map_or(0, |one| one.figures.lines.len());
        self.list.set_len(lines + 1);
    }
}

impl Ledger {
    /// Opens the figures as they were left, at first with the present month.
    pub(super) fn show_figures(&mut self, cx: &Ctx) -> Outcome {
        let view = self
            .figures
            .get_or_insert_with(|| View::of(cx.local(cx.now).date()));
        view.open = true;
        view.read(cx);
        Outcome::Handled
    }

    pub(super) fn refresh_figures(&mut self, cx: &Ctx) {
        if let Some(view) = self.figures.as_mut().filter(|view| view.open) {
            view.read(cx);
        }
    }

    pub(super) fn figures_open(&self) -> bool {
        self.figures.as_ref().is_some_and(|view| view.open)
    }

    pub(super) fn act_on_figures(&mut self, cx: &Ctx, action: Action) -> Outcome {
        let height = paint::rows(self.area);
        let Some(view) = &mut self.figures else {
            return Outcome::Ignored;
        };
        let step = match action {
            Action::Down => Some(Step::Down),
            Action::Up => Some(Step::Up),
            Action::PageDown => Some(Step::PageDown),
            Action::PageUp => Some(Step::PageUp),
            Action::First => Some(Step::First),
            Action::Last => Some(Step::Last),
            _ => None,
        };
        if let Some(step) = step {
            view.list.step(step, height);
            return Outcome::Handled;
        }
        match action {
            Action::NextFigure => {
                view.column = (view.column + 1).min(Column::SHOWN.len() - 1);
                Outcome::Handled
            }
            Action::PreviousFigure => {
                view.column = view.column.saturating_sub(1);
                Outcome::Handled
            }
            Action::NextView => view.turn(cx, 1),
            Action::PreviousView => view.turn(cx, Grouping::ALL.len() - 1),
            Action::EarlierPeriod => {
                let before = view.span.from.pred_opt();
                view.go_to(cx, view.length, before.unwrap_or(view.span.from))
            }
            Action::LaterPeriod => match view.span.until.succ_opt() {
                Some(day) if day <= cx.local(cx.now).date() => view.go_to(cx, view.length, day),
                Some(_) | None => Outcome::Say(Message::plain(cx.say(say::NOT_YET))),
            },
            Action::PeriodLength => {
                let day = view.span.until.min(cx.local(cx.now).date());
                view.go_to(cx, view.length.next(), day)
            }
            Action::Open => self.open_rows(cx),
            Action::Export => self.open_form(cx, Form::Export),
            Action::Back => {
                view.open = false;
                Outcome::Handled
            }
            _ => Outcome::Ignored,
        }
    }

    /// Leaves for the rows that the selected figure counts.
    fn open_rows(&mut self, cx: &Ctx) -> Outcome {
        let Some(view) = &mut self.figures else {
            return Outcome::Handled;
        };
        let Some(found) = &view.found else {
            return Outcome::Handled;
        };
        let (days, behind) = found.figures.behind(view.line(), view.column().figure());
        view.open = false;
        self.find.set("");
        self.sought = Sought {
            from: Some(days.from),
            until: Some(days.until),
            behind: Some(behind),
            ..Sought::default()
        };
        self.seek(cx);
        Outcome::Several(vec![
            Outcome::Moved,
            Outcome::Say(Message::plain(cx.say(ledger::FIGURES_AGAIN))),
        ])
    }
}

impl View {
    /// Sets the figures apart by another side.
    fn turn(&mut self, cx: &Ctx, by: usize) -> Outcome {
        let at = Grouping::ALL.iter().position(|one| *one == self.by);
        let next = (at.unwrap_or(0) + by) % Grouping::ALL.len();
        self.by = Grouping::ALL.get(next).copied().unwrap_or(Grouping::First);
        self.list.select(0);
        self.read(cx);
        Outcome::Handled
    }

    fn go_to(&mut self, cx: &Ctx, length: Length, day: NaiveDate) -> Outcome {
        (self.length, self.span) = (length, length.around(day));
        self.list.select(0);
        self.read(cx);
        Outcome::Handled
    }
}

/// The rows of the charts, their headings among them.
const fn chart_rows() -> u16 {
    9
}

/// The place of the table, and that of the charts below it.
fn places(area: Rect) -> (Rect, Rect) {
    let charts = chart_rows().min(area.height);
    let table = Rect {
        height: area.height - charts,
        ..area
    };
    let below = Rect {
        y: table.bottom(),
        height: charts,
        ..area
    };
    (table, below)
}
