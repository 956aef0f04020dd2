//! The figures on the screen.

use ratatui::layout::Rect;

use super::{View, chart, places};
use crate::i18n::figures::{self as say, Column};
use crate::store::{Figure, Line};
use crate::tui::draw::Canvas;
use crate::tui::screen::Ctx;
use crate::tui::text;
use crate::tui::widgets::{Column as Place, Table, frame, list};

/// How many lines of the table fit, the one of all together among them.
pub(super) fn rows(area: Rect) -> usize {
    let (table, _) = places(area);
    usize::from(table.height.saturating_sub(2)).max(1)
}

/// The table, and the charts below.
pub(in crate::tui::screens::ledger) fn figures(
    view: &View,
    cx: &Ctx,
    canvas: &mut Canvas,
    area: Rect,
) {
    let (above, below) = places(area);
    head(view, cx, canvas, Rect { height: 1, ..above });
    table(view, cx, canvas, above);
    if let Some(found) = &view.found {
        chart::charts(view, found, cx, canvas, below);
    }
}

/// `─ 2026-04  按首问人 ───────────────── 李明 当场答复率 46.7 (21 / 45) ─`
fn head(view: &View, cx: &Ctx, canvas: &mut Canvas, area: Rect) {
    let left = format!(
        "{} {}  {}",
        cx.say(say::TITLE),
        say::span(view.span),
        say::grouping(cx.lang, view.by)
    );
    let column = view.column();
    let whole = view.found.as_ref().map(|found| &found.figures.whole);
    let told = view.line().or(whole).map(|line| {
        let name = view.name().unwrap_or(cx.say(say::ALL));
        let name = text::visible(name);
        format!("{name} {} {}", column.name(cx.lang), in_full(column, line))
    });
    let room = usize::from(area.width).saturating_sub(text::width(&left) + 8);
    let told = told.unwrap_or_default();
    frame::heading(canvas, cx.theme, area, &left, &text::fit(&told, room));
}

/// `46.7% (21 / 45)`.
fn in_full(column: Column, line: &Line) -> String {
    let value = column.value(line);
    let of = |whole: u64| format!("{value}% ({} / {whole})", line.count(column.figure()));
    match column {
        Column::SpotShare => of(line.count(Figure::Registered)),
        Column::TimeShare => of(line.count(Figure::OnTime) + line.count(Figure::Late)),
        Column::Count(_) | Column::Rating | Column::Median | Column::Ninetieth => value,
    }
}

fn layout(width: u16) -> Table {
    let mut places = vec![Place::at_least(9)];
    places.extend(Column::SHOWN.map(|column| match column {
        Column::Count(Figure::Registered | Figure::Late)
        | Column::SpotShare
        | Column::TimeShare => Place::right(5),
        Column::Median | Column::Ninetieth => Place::right(6),
        Column::Count(_) | Column::Rating => Place::right(4),
    }));
    Table::new(&places, width)
}

fn table(view: &View, cx: &Ctx, canvas: &mut Canvas, area: Rect) {
    let theme = cx.theme;
    let inside = area.width.saturating_sub(3);
    let table = layout(inside);
    let mut names = vec![(" ", theme.dim)];
    names.extend(Column::SHOWN.iter().enumerate().map(|(at, column)| {
        let style = if at == view.column {
            theme.focus
        } else {
            theme.dim
        };
        (column.head(cx.lang), style)
    }));
    table.row(canvas, (area.x + 2, area.y + 1), &names);
    let Some(found) = &view.found else { return };
    let body = Rect {
        y: area.y + 2,
        height: area.height.saturating_sub(2),
        ..area
    };
    if found.figures.lines.is_empty() {
        canvas.text(area.x + 2, body.y, inside, cx.say(say::NOTHING), theme.dim);
        return;
    }
    for (at, y, selected) in view.list.rows(body) {
        let group = at.checked_sub(1);
        let line = group.map_or(Some(&found.figures.whole), |at| found.figures.lines.get(at));
        let Some(line) = line else { continue };
        let name = group.and_then(|at| found.names.get(at));
        let name = name.map_or(cx.say(say::ALL), String::as_str);
        let first = list::mark(canvas, theme, (area.x, y), selected);
        let name = text::visible(name);
        let values = Column::SHOWN.map(|column| column.value(line));
        let mut cells = vec![(name.as_ref(), first)];
        cells.extend(values.iter().enumerate().map(|(at, value)| {
            let here = selected && at == view.column;
            (value.as_str(), if here { theme.focus } else { theme.text })
        }));
        table.row(canvas, (area.x + 2, y), &cells);
    }
}
