//! The queue on the screen: views, rows with countdowns, and the story of the selected one.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{Queue, WIDE, waits};
use crate::domain::deadline;
use crate::domain::inquiry::{ClockRun, Inquiry, LegEnd, Stage};
use crate::domain::mask;
use crate::domain::time::Moment;
use crate::i18n::{clauses, queue as say, timeline, words};
use crate::store::{Fact, Pending, View};
use crate::tui::countdown::{self, Standing};
use crate::tui::draw::Canvas;
use crate::tui::screen::Ctx;
use crate::tui::text;
use crate::tui::widgets::{Column, Table, frame, list};

/// Columns that the list needs beside the story.
const LIST_WIDTH: u16 = 79;

/// Rows for the story below the list.
pub(super) const DETAIL_ROWS: usize = 9;

pub(super) fn queue(queue: &Queue, cx: &Ctx, canvas: &mut Canvas, area: Rect) {
    let wide = area.width >= WIDE;
    let list_width = if wide {
        (area.width * 3 / 5).max(LIST_WIDTH)
    } else {
        area.width
    };
    let rows = u16::try_from(queue.rows()).unwrap_or(1);
    let list_area = Rect::new(area.x, area.y, list_width, (rows + 2).min(area.height));
    views(
        queue,
        cx,
        canvas,
        Rect {
            width: area.width,
            height: 1,
            ..area
        },
    );
    table(queue, cx, canvas, list_area);
    let detail_area = if wide {
        let x = area.x + list_width + 1;
        Rect::new(
            x,
            area.y + 1,
            area.right().saturating_sub(x),
            area.height.saturating_sub(1),
        )
    } else {
        let y = list_area.bottom();
        Rect::new(area.x, y, area.width, area.bottom().saturating_sub(y))
    };
    detail(queue, cx, canvas, detail_area);
}

/// `─ 待我处理 3 ─ 我首问 11 ─ … !超期 2  ^临期 5 ─`
fn views(queue: &Queue, cx: &Ctx, canvas: &mut Canvas, area: Rect) {
    let theme = cx.theme;
    canvas.rule(
        area.x,
        area.y,
        area.width,
        theme.glyphs.horizontal,
        theme.border,
    );
    let size = |wanted: View| {
        queue
            .sizes
            .iter()
            .find(|(view, _)| *view == wanted)
            .map_or(0, |(_, size)| *size)
    };
    let mut x = area.x + 1;
    for view in View::ALL {
        let name = words::view(cx.lang, view);
        let label = format!(" {name} {} ", size(view));
        let needed = u16::try_from(text::width(&label)).unwrap_or(u16::MAX);
        if x + needed > area.right() {
            break;
        }
        let style = match view {
            view if view == queue.view => theme.current,
            View::Overdue if size(view) > 0 => theme.danger,
            View::Mine
            | View::First
            | View::Department
            | View::All
            | View::Unsigned
            | View::Today
            | View::Overdue
            | View::Visitor
            | View::InHands => theme.text,
        };
        x = canvas.text(x, area.y, area.right() - x, &label, style);
    }
    if queue.filtering || !queue.filter.is_blank() {
        let label = cx.say(say::FIND);
        let wide = 24.min(area.width);
        let x = area.right() - wide;
        canvas.clear(Rect::new(x, area.y, wide, 1));
        let x = canvas.text(x, area.y, wide, label, theme.focus);
        let columns = area.right().saturating_sub(x);
        queue
            .filter
            .render(canvas, (x, area.y), columns, theme.text, queue.filtering);
    } else if queue.soon > 0 {
        let label = format!(
            " {}{} {} ",
            theme.glyphs.soon,
            cx.say(say::SOON),
            queue.soon
        );
        let needed = u16::try_from(text::width(&label)).unwrap_or(0);
        if x + needed < area.right() {
            canvas.text(
                area.right() - needed - 1,
                area.y,
                needed,
                &label,
                theme.warn,
            );
        }
    }
}

fn columns(width: u16, english: bool) -> Table {
    let (holder, stage) = if english { (10, 10) } else { (8, 6) };
    Table::new(
        &[
            Column::left(13),
            Column::left(6),
            Column::at_least(12),
            Column::left(holder),
            Column::left(stage),
            Column::left(11),
            Column::right(7),
        ],
        width,
    )
}

fn table(queue: &Queue, cx: &Ctx, canvas: &mut Canvas, area: Rect) {
    let theme = cx.theme;
    let english = cx.lang == crate::i18n::Lang::En;
    let table = columns(area.width.saturating_sub(3), english);
    let names = say::columns(cx.lang);
    let head = Rect::new(area.x + 3, area.y + 1, area.width.saturating_sub(3), 1);
    table.header(canvas, head, &names, theme.dim);
    let body = Rect::new(
        area.x,
        area.y + 2,
        area.width,
        area.height.saturating_sub(2),
    );
    if queue.page.is_empty() {
        let words = empty(queue, cx);
        canvas.text(
            area.x + 3,
            body.y,
            body.width.saturating_sub(3),
            words,
            theme.dim,
        );
        return;
    }
    for (index, y, selected) in queue.list.rows(body) {
        let Some(row) = index
            .checked_sub(queue.page_start)
            .and_then(|at| queue.page.get(at))
        else {
            continue;
        };
        let first = list::mark(canvas, theme, (area.x, y), selected);
        line(queue, cx, canvas, &table, (area.x, y), row, first);
    }
}

fn empty(queue: &Queue, cx: &Ctx) -> &'static str {
    if !queue.filter.is_blank() {
        return cx.say(say::NOT_FOUND);
    }
    match queue.view {
        View::Mine => cx.say(say::NOTHING_TO_DO),
        View::First
        | View::Department
        | View::All
        | View::Unsigned
        | View::Today
        | View::Overdue
        | View::Visitor
        | View::InHands => cx.say(say::EMPTY_VIEW),
    }
}

fn line(
    queue: &Queue,
    cx: &Ctx,
    canvas: &mut Canvas,
    table: &Table,
    (x, y): (u16, u16),
    row: &Pending,
    first: Style,
) {
    let theme = cx.theme;
    let (sign, style) = sign(cx, row);
    canvas.text(x + 1, y, 1, sign, style);
    let name = row.name.as_deref().unwrap_or("-");
    let name = if queue.reveal {
        name.to_owned()
    } else {
        mask::mask_name(name)
    };
    let matter = matter(cx, row);
    let holder = if waits(row.stage) {
        cx.say(say::WITH_VISITOR).to_owned()
    } else if row.holder_name.is_empty() {
        row.holder.to_string()
    } else {
        row.holder_name.clone()
    };
    let due = due(cx, row);
    let left = row
        .due
        .map(|due| countdown::text(cx.lang, &row.limit, due, cx.now, cx.desk.office()))
        .unwrap_or_default();
    table.row(
        canvas,
        (x + 3, y),
        &[
            (row.inquiry.as_str(), first),
            (name.as_str(), theme.text),
            (matter.as_str(), theme.text),
            (holder.as_str(), theme.text),
            (words::stage(cx.lang, row.stage), theme.text),
            (due.as_str(), style),
            (left.as_str(), style),
        ],
    );
}

/// The shape and the colour of a row's standing.
fn sign(cx: &Ctx, row: &Pending) -> (&'static str, Style) {
    let theme = cx.theme;
    let glyphs = theme.glyphs;
    match countdown::standing(row.due, row.soon, cx.now) {
        Standing::Over => (glyphs.overdue, theme.danger),
        Standing::Soon => (glyphs.soon, theme.warn),
        Standing::Fine => (glyphs.running, theme.text),
        Standing::None => (glyphs.paused, theme.dim),
    }
}

fn matter(cx: &Ctx, row: &Pending) -> String {
    let name = cx.t(row.matter.as_str(), row.matter_en.as_str());
    let name = if name.is_empty() {
        row.matter.as_str()
    } else {
        name
    };
    let name = if name.is_empty() {
        row.words.as_deref().unwrap_or("-")
    } else {
        name
    };
    let mark = match (row.urgency.as_str(), row.green) {
        ("emergency", _) => cx.say(say::EMERGENCY),
        ("urgent", _) => cx.say(say::URGENT),
        (_, true) => cx.say(say::GREEN),
        (_, false) => "",
    };
    format!("{mark}{name}")
}

/// `今 17:30`, `04-09 17:30`, with a mark for internal and provisional ones.
fn due(cx: &Ctx, row: &Pending) -> String {
    let Some(due) = row.due else {
        return "-".to_owned();
    };
    let local = cx.local(due);
    let today = local.date() == cx.local(cx.now).date();
    let text = if today {
        format!("{} {}", cx.say(say::TODAY), local.format("%H:%M"))
    } else {
        local.format("%m-%d %H:%M").to_string()
    };
    if row.provisional {
        format!("{text}?")
    } else {
        text
    }
}

fn detail(queue: &Queue, cx: &Ctx, canvas: &mut Canvas, area: Rect) {
    let theme = cx.theme;
    if area.is_empty() {
        return;
    }
    let Some(detail) = &queue.detail else {
        canvas.rule(
            area.x,
            area.y,
            area.width,
            theme.glyphs.horizontal,
            theme.border,
        );
        return;
    };
    let state = &detail.state;
    frame::heading(
        canvas,
        theme,
        Rect { height: 1, ..area },
        &title(queue, cx, state),
        "",
    );
    let inside = Rect::new(
        area.x + 1,
        area.y + 1,
        area.width.saturating_sub(2),
        area.height.saturating_sub(1),
    );
    let mut foot = foot_lines(queue, cx, state);
    if usize::from(inside.height) > DETAIL_ROWS {
        let columns = usize::from(inside.width);
        foot = foot
            .into_iter()
            .flat_map(|(line, style)| {
                text::wrap(&line, columns)
                    .into_iter()
                    .map(move |line| (line, style))
            })
            .collect();
    }
    let foot_height = u16::try_from(foot.len()).unwrap_or(0).min(inside.height);
    let story_height = inside.height - foot_height;
    let lines = story(
        queue,
        cx,
        usize::from(inside.width),
        usize::from(story_height),
    );
    for (y, line) in (inside.y..).zip(&lines) {
        canvas.text(inside.x, y, inside.width, line, theme.text);
    }
    let first = inside.bottom() - foot_height;
    for (y, (line, style)) in (first..).zip(&foot) {
        canvas.text(inside.x, y, inside.width, line, *style);
    }
}

fn title(queue: &Queue, cx: &Ctx, state: &Inquiry) -> String {
    let visitor = state.visitor.get();
    let name = visitor.map_or("-", |v| v.name.as_str());
    let phone = visitor.map_or("", |v| v.phone.as_str());
    let (name, phone) = if queue.reveal {
        (name.to_owned(), phone.to_owned())
    } else {
        (mask::mask_name(name), mask::mask_phone(phone))
    };
    let channel = cx
        .desk
        .rules()
        .channel(&state.channel)
        .map_or("", |channel| {
            cx.t(channel.name.zh.as_str(), channel.name.en.as_str())
        });
    let first = cx.name(&state.first);
    let first = say::first_asked(cx.lang, &first);
    format!("{} {name} {phone} {channel} {first}", state.number)
}

/// The last lines of the story that fit, the newest at the bottom.
fn story(queue: &Queue, cx: &Ctx, width: usize, height: usize) -> Vec<String> {
    let Some(detail) = &queue.detail else {
        return Vec::new();
    };
    let mut lines: Vec<String> = Vec::new();
    for event in &detail.events {
        let Fact::Inquiry(fact) = &event.fact else {
            continue;
        };
        let Some(words) = timeline::line(cx.lang, &event.header.actor, fact, cx.names) else {
            continue;
        };
        let time = cx.local(event.at).format("%m-%d %H:%M");
        let line = format!("{time} {}", text::visible(&words));
        if height > DETAIL_ROWS {
            lines.extend(text::wrap(&line, width));
        } else {
            lines.push(text::fit(&line, width).into_owned());
        }
    }
    let from = lines.len().saturating_sub(height);
    lines.split_off(from)
}

/// The clock, its clause, the hands that held it, and what to do next.
fn foot_lines(queue: &Queue, cx: &Ctx, state: &Inquiry) -> Vec<(String, Style)> {
    let theme = cx.theme;
    let mut lines = vec![(hands(cx, state), theme.dim)];
    let running = state.clocks.iter().rfind(|clock| clock.is_running());
    if let Some(clock) = running {
        lines.push((clock_line(cx, clock), theme.accent));
    }
    if let Some(row) = queue.selected() {
        lines.push((next(cx, row), theme.text));
    }
    lines
}

fn clock_line(cx: &Ctx, clock: &ClockRun) -> String {
    let due = cx.local(clock.run.due).format("%m-%d %H:%M");
    let rule = cx.desk.rules().clock(&clock.run.clock);
    let internal = match (clock.run.internal, clock.run.provisional) {
        (true, _) => cx.say(say::INTERNAL_MARK),
        (false, true) => cx.say(say::PROVISIONAL_MARK),
        (false, false) => "",
    };
    let clause = rule.map_or(String::new(), |rule| clauses::clause(cx.lang, &rule.clause));
    say::due_line(cx.lang, due, internal, &clause)
}

/// `在手时间  李明 0:02 -> 何静 1:58`, in office time.
fn hands(cx: &Ctx, state: &Inquiry) -> String {
    let mut turns: Vec<(String, Moment)> = Vec::new();
    for leg in &state.legs {
        turns.push((cx.name(&leg.holder), leg.sent_at));
        if let (true, Some((LegEnd::Answered | LegEnd::Returned, at))) = (leg.no > 0, leg.end) {
            turns.push((cx.name(state.keeper()), at));
        }
    }
    turns.sort_by_key(|(_, at)| *at);
    let until = state.closed_at.unwrap_or(cx.now);
    let office = cx.desk.office();
    let mut parts: Vec<String> = Vec::new();
    for (index, (name, from)) in turns.iter().enumerate() {
        let to = turns.get(index + 1).map_or(until, |(_, at)| *at);
        let held = deadline::office_time(office.local(*from), office.local(to), &[], office);
        let minutes = held.unwrap_or(0).max(0) / 60;
        parts.push(format!("{name} {}:{:02}", minutes / 60, minutes % 60));
    }
    let joined = parts.join(&format!(" {} ", cx.theme.glyphs.arrow));
    say::in_hands(cx.lang, &joined)
}

/// The likely next keys.
fn next(cx: &Ctx, row: &Pending) -> String {
    let mine = row.holder == cx.me.number;
    let keys = match (row.stage, mine) {
        (Stage::Unsigned, true) => say::NEXT_SIGN,
        (Stage::Unsigned, false) => say::NEXT_WAIT,
        (Stage::Visitor, _) => say::NEXT_BRING,
        (Stage::Answered, _) => say::NEXT_CLOSE,
        (Stage::Accepted, true) => say::NEXT_DELIVER,
        (Stage::Superior | Stage::Conferring, true) => say::NEXT_OPINION,
        (Stage::Open | Stage::Working, true) => say::NEXT_ANSWER,
        (_, false) => say::NEXT_HOLDER,
        (Stage::Closed, true) => say::NEXT_NOTHING,
    };
    say::next(cx.lang, keys)
}
