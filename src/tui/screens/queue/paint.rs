//! The queue on the screen: its views, and rows with countdowns.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::detail::detail;
use super::{Queue, WIDE, waits};
use crate::domain::staff::Role;
use crate::domain::time::Moment;
use crate::i18n::queue::{self as say, many};
use crate::i18n::{urging, words};
use crate::store::{Hands, Order, Pending, View, Waits};
use crate::tui::countdown::{self, Standing};
use crate::tui::draw::Canvas;
use crate::tui::screen::Ctx;
use crate::tui::screens::revealed;
use crate::tui::text;
use crate::tui::widgets::{Column, Table, list};

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
    } else if let Some(hands) = &queue.hands {
        let whose = match hands {
            Hands::Person(staff) => cx.name(staff),
            Hands::Department(name) => name.clone(),
        };
        let label = format!(" {} ", many::in_the_hands_of(cx.lang, &whose));
        let needed = u16::try_from(text::width(&label))
            .unwrap_or(u16::MAX)
            .min(30);
        let x = area.right().saturating_sub(needed + 1);
        canvas.text(x, area.y, needed, &label, theme.focus);
    } else if let Some((label, style)) = posts(queue, cx) {
        let label = format!(" {label} ");
        let needed = u16::try_from(text::width(&label)).unwrap_or(u16::MAX);
        let room = area.width.saturating_sub(2).min(needed);
        let x = area.right().saturating_sub(room + 1);
        canvas.text(x, area.y, room, &label, style);
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

/// What comes before anything else: for supervisors the posts that nobody holds, for
/// anyone that they are away themselves.
fn posts(queue: &Queue, cx: &Ctx) -> Option<(String, Style)> {
    if cx.me.is(Role::Supervisor) && !queue.posts.empty.is_empty() {
        let words = urging::both_away(cx.lang, &queue.posts.empty, cx.names);
        let sign = cx.theme.glyphs.overdue;
        return Some((format!("{sign}{words}"), cx.theme.danger));
    }
    let row = queue.posts.of(&cx.me.number)?;
    let until = cx.local(row.until).format("%m-%d %H:%M").to_string();
    Some((urging::i_am_away(cx.lang, &until), cx.theme.warn))
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
            Column::left(12),
            Column::right(7),
        ],
        width,
    )
}

fn table(queue: &Queue, cx: &Ctx, canvas: &mut Canvas, area: Rect) {
    let theme = cx.theme;
    let english = cx.lang == crate::i18n::Lang::En;
    let table = columns(area.width.saturating_sub(3), english);
    heading(queue, cx, canvas, &table, (area.x + 3, area.y + 1));
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

/// The names of the columns: over the first how many rows are marked, and lit the one
/// that the list is ordered by, unless it stands as usual.
fn heading(queue: &Queue, cx: &Ctx, canvas: &mut Canvas, table: &Table, place: (u16, u16)) {
    let theme = cx.theme;
    let mut cells = say::columns(cx.lang).map(|name| (name, theme.dim));
    let (lit, name) = match queue.order {
        Order::Pressing => (None, None),
        Order::Urgency => (Some(2), Some(many::URGENT_FIRST)),
        Order::Received => (Some(5), Some(many::RECEIVED)),
        Order::Holder => (Some(3), None),
        Order::Matter => (Some(2), None),
    };
    if let Some(at) = lit {
        let name = name.map_or(cells[at].0, |name| cx.say(name));
        cells[at] = (name, theme.current);
    }
    let marked = many::marked(cx.lang, queue.marked.len());
    if !queue.marked.is_empty() {
        cells[0] = (&marked, theme.accent);
    }
    table.row(canvas, place, &cells);
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
    if queue.marked.contains(&row.inquiry) {
        canvas.text(x + 2, y, 1, theme.glyphs.done, theme.accent);
    }
    let name = row.name.as_deref().unwrap_or("-");
    let name = queue.revealed.name(&row.inquiry, name);
    let matter = matter(cx, row);
    let shown = queue.revealed.shows(&row.inquiry);
    let matter = revealed::words(shown, &matter, row.name.as_deref());
    let holder = if waits(row.stage) {
        cx.say(say::WITH_VISITOR).to_owned()
    } else if queue.view == View::Mine && row.holder != cx.me.number {
        urging::stands_in(cx.lang, &row.holder_name)
    } else if row.holder_name.is_empty() {
        row.holder.to_string()
    } else {
        row.holder_name.clone()
    };
    let due = if queue.order == Order::Received {
        time(cx, row.received_at)
    } else {
        due(cx, row)
    };
    let left = match (row.waits, row.due) {
        (Some(Waits::Suspended), _) => cx.say(say::STANDS_STILL).to_owned(),
        (Some(Waits::Filed), _) => cx.say(say::TO_APPROVE).to_owned(),
        (None, Some(due)) => countdown::text(cx.lang, &row.limit, due, cx.now, cx.desk.office()),
        (None, None) => String::new(),
    };
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
    let kept = say::handling::custody_mark(cx.lang, row.custodians.len());
    let urged = urging::urged_mark(cx.lang, row.urged);
    format!("{urged}{mark}{kept}{name}")
}

/// `今 17:30`, `04-09 17:30`.
fn time(cx: &Ctx, at: Moment) -> String {
    let local = cx.local(at);
    if local.date() == cx.local(cx.now).date() {
        format!("{} {}", cx.say(say::TODAY), local.format("%H:%M"))
    } else {
        local.format("%m-%d %H:%M").to_string()
    }
}

/// `今 17:30`, `04-09 17:30`, and `01-05 17:30?` where it is provisional.
fn due(cx: &Ctx, row: &Pending) -> String {
    let Some(due) = row.due else {
        return "-".to_owned();
    };
    let text = time(cx, due);
    if row.provisional {
        format!("{text}?")
    } else {
        text
    }
}
