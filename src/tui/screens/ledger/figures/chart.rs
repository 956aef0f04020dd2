//! The charts: a line of days, the hours of the week, and a bar a group.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{Found, View};
use crate::i18n::figures as say;
use crate::tui::draw::Canvas;
use crate::tui::screen::Ctx;
use crate::tui::text;
use crate::tui::widgets::frame;

/// Columns of the hours: a weekday's name, and two for each hour.
const HOURS_WIDTH: u16 = 51;
/// Columns of a group's name before its bar.
const NAME: u16 = 8;

pub(super) fn charts(view: &View, found: &Found, cx: &Ctx, canvas: &mut Canvas, area: Rect) {
    let days = days(found, cx);
    let left = format!("{} {days}", cx.say(say::DAYS));
    let most = found.days.iter().max_by_key(|(_, count)| *count);
    let most = most.filter(|(_, count)| *count > 0);
    let right = most.map_or(String::new(), |(day, count)| {
        say::busiest(cx.lang, *day, *count)
    });
    frame::heading(canvas, cx.theme, Rect { height: 1, ..area }, &left, &right);
    let below = Rect {
        y: area.y + 1,
        height: area.height.saturating_sub(1),
        ..area
    };
    heat(found, cx, canvas, below);
    let x = area.x + HOURS_WIDTH + 2;
    let bars_area = Rect {
        x,
        width: area.right().saturating_sub(x),
        ..below
    };
    bars(view, found, cx, canvas, bars_area);
}

/// One sign a day, the higher the more were registered; blank where none was.
fn days(found: &Found, cx: &Ctx) -> String {
    let most = found
        .days
        .iter()
        .map(|(_, count)| *count)
        .max()
        .unwrap_or(0);
    let sign = |count: u64| match level(count, most, cx.theme.glyphs.spark.len()) {
        Some(level) => cx.theme.glyphs.spark[level],
        None => " ",
    };
    found.days.iter().map(|(_, count)| sign(*count)).collect()
}

/// A share of the most as one of so many levels; nothing for none.
fn level(count: u64, most: u64, levels: usize) -> Option<usize> {
    if count == 0 || most == 0 {
        return None;
    }
    let levels = levels as u64;
    let level = (count * levels).div_ceil(most) - 1;
    usize::try_from(level.min(levels - 1)).ok()
}

/// The hours of each weekday: 1 to 9 for little to most, a dot for none.
fn heat(found: &Found, cx: &Ctx, canvas: &mut Canvas, area: Rect) {
    let theme = cx.theme;
    let mut x = area.x + 3;
    for hour in 0..24 {
        // Every third hour has its number above.
        if hour % 3 == 0 {
            canvas.text(x, area.y, 2, &format!("{hour:>2}"), theme.dim);
        }
        x += 2;
    }
    let most = found.heat.most();
    let weekdays = say::weekdays(cx.lang);
    let lines = (area.y + 1)..area.bottom();
    for ((day, name), y) in found.heat.0.iter().zip(weekdays).zip(lines) {
        canvas.text(area.x + 1, y, 2, name, theme.dim);
        let mut x = area.x + 3;
        for count in day {
            let level = level(*count, most, 9);
            let sign = level.map_or(" .".to_owned(), |level| format!("{:>2}", level + 1));
            canvas.text(x, y, 2, &sign, shade(cx, level));
            x += 2;
        }
    }
}

fn shade(cx: &Ctx, level: Option<usize>) -> Style {
    match level {
        None => cx.theme.dim,
        Some(0..=4) => cx.theme.text,
        Some(_) => cx.theme.title,
    }
}

/// The selected figure of each group, the selected group among them.
fn bars(view: &View, found: &Found, cx: &Ctx, canvas: &mut Canvas, area: Rect) {
    let theme = cx.theme;
    let column = view.column();
    let lines = &found.figures.lines;
    let most = lines
        .iter()
        .map(|line| column.weight(line))
        .max()
        .unwrap_or(0);
    canvas.text(area.x, area.y, area.width, column.name(cx.lang), theme.dim);
    let rows = usize::from(area.height.saturating_sub(1));
    let at = view.list.selected().unwrap_or(0).saturating_sub(1);
    let from = at.saturating_sub(rows.saturating_sub(1));
    let (glyph, bar) = theme.bar_cell();
    let shown = lines.iter().zip(&found.names).enumerate().skip(from);
    for ((place, (line, name)), y) in shown.zip((area.y + 1)..area.bottom()) {
        let selected = view.list.selected() == Some(place + 1);
        let style = if selected { theme.selected } else { theme.text };
        let wide = if area.width > 40 { NAME * 2 } else { NAME };
        canvas.text(area.x, y, wide, &text::visible(name), style);
        let value = column.value(line);
        let value_width = u16::try_from(text::width(&value)).unwrap_or(0);
        let x = area.x + wide + 1;
        let room = area.right().saturating_sub(x + value_width + 2);
        let weighed = u64::from(room) * column.weight(line);
        let length = weighed.checked_div(most).unwrap_or(0);
        let length = u16::try_from(length).unwrap_or(room);
        canvas.rule(x, y, length, glyph, bar);
        canvas.text(x + length + 1, y, value_width, &value, style);
    }
}
