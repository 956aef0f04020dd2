//! The ledger on the screen: its conditions, its rows, and the end of a story.

use ratatui::layout::Rect;

use super::{Ledger, conditions};
use crate::i18n::{Lang, ledger as say, privacy, timeline, words};
use crate::store::{Fact, InquiryRow, Sought};
use crate::tui::draw::Canvas;
use crate::tui::screen::Ctx;
use crate::tui::screens::revealed;
use crate::tui::text;
use crate::tui::widgets::{Column, Table, frame, list};

/// Columns from which the story stands beside the list rather than below it.
const WIDE: u16 = 110;
/// Columns that the list needs beside the story.
const LIST_WIDTH: u16 = 79;
/// Rows for the story below the list, its heading among them.
const STORY_ROWS: u16 = 7;

/// How many rows the list shows in a place of this size.
pub(super) fn rows(area: Rect) -> usize {
    let below = if area.width >= WIDE {
        2
    } else {
        2 + STORY_ROWS
    };
    usize::from(area.height.saturating_sub(below)).max(1)
}

pub(super) fn ledger(ledger: &Ledger, cx: &Ctx, canvas: &mut Canvas, area: Rect) {
    let wide = area.width >= WIDE;
    let list_width = if wide {
        (area.width * 3 / 5).max(LIST_WIDTH)
    } else {
        area.width
    };
    head(ledger, cx, canvas, Rect { height: 1, ..area });
    let height = u16::try_from(rows(area)).unwrap_or(1) + 2;
    let list = Rect::new(area.x, area.y, list_width, height.min(area.height));
    table(ledger, cx, canvas, list);
    let story_area = if wide {
        let x = area.x + list_width + 1;
        let width = area.right().saturating_sub(x);
        Rect::new(x, area.y + 1, width, area.height.saturating_sub(1))
    } else {
        let y = list.bottom();
        Rect::new(area.x, y, area.width, area.bottom().saturating_sub(y))
    };
    story(ledger, cx, canvas, story_area);
}

/// `─ 登记 2026-04  首问 李明  找 … ───────── 第 1 / 1,204 件 ─`
fn head(ledger: &Ledger, cx: &Ctx, canvas: &mut Canvas, area: Rect) {
    let theme = cx.theme;
    canvas.rule(
        area.x,
        area.y,
        area.width,
        theme.glyphs.horizontal,
        theme.border,
    );
    let at = ledger.above.map(|above| above + ledger.at as u64 + 1);
    let at = at.filter(|_| !ledger.page.is_empty());
    let place = format!(" {} ", say::place(cx.lang, at, ledger.count));
    let wide = u16::try_from(text::width(&place))
        .unwrap_or(0)
        .min(area.width);
    let right = area.right().saturating_sub(wide + 1);
    if place.len() > 2 {
        canvas.text(right, area.y, wide, &place, theme.text);
    }
    let mut x = area.x + 1;
    let sought = if ledger.finding {
        Sought {
            text: String::new(),
            ..ledger.sought.clone()
        }
    } else {
        ledger.sought.clone()
    };
    let mut chips = conditions::chips(cx, &sought);
    if chips.is_empty() && !ledger.finding {
        chips.push(cx.say(say::EVERYTHING).to_owned());
    }
    // What is typed keeps its room.
    let end = if ledger.finding {
        right.saturating_sub(26)
    } else {
        right
    };
    for chip in chips {
        let label = format!(" {} ", text::visible(&chip));
        let room = end.saturating_sub(x);
        let needed = u16::try_from(text::width(&label)).unwrap_or(u16::MAX);
        if needed > room {
            canvas.text(x, area.y, room.min(4), " .. ", theme.current);
            x += room.min(4);
            break;
        }
        x = canvas.text(x, area.y, room, &label, theme.current) + 1;
    }
    if ledger.finding {
        let columns = right.saturating_sub(x);
        canvas.clear(Rect::new(x, area.y, columns, 1));
        let from = canvas.text(x, area.y, columns, cx.say(say::FIND), theme.focus);
        let columns = right.saturating_sub(from);
        ledger
            .find
            .render(canvas, (from, area.y), columns, theme.text, true);
    }
}

fn columns(width: u16, lang: Lang) -> Table {
    let (person, stage) = lang.pick((8, 6), (9, 9));
    Table::new(
        &[
            Column::left(13),
            Column::left(6),
            Column::at_least(12),
            Column::left(person),
            Column::left(person),
            Column::left(stage),
            Column::right(8),
        ],
        width,
    )
}

fn table(ledger: &Ledger, cx: &Ctx, canvas: &mut Canvas, area: Rect) {
    let theme = cx.theme;
    let inside = area.width.saturating_sub(4);
    let table = columns(inside, cx.lang);
    let head = Rect::new(area.x + 3, area.y + 1, inside, 1);
    table.header(canvas, head, &say::columns(cx.lang), theme.dim);
    if ledger.page.is_empty() {
        let words = if ledger.sought == Sought::default() {
            say::EMPTY
        } else {
            say::NOT_FOUND
        };
        canvas.text(area.x + 3, area.y + 2, inside, cx.say(words), theme.dim);
        return;
    }
    let lines = (area.y + 2)..area.bottom();
    for ((at, row), y) in ledger.page.iter().enumerate().zip(lines) {
        let first = list::mark(canvas, theme, (area.x, y), at == ledger.at);
        let (sign, style) = if row.breaches > 0 {
            (theme.glyphs.overdue, theme.danger)
        } else {
            (" ", theme.text)
        };
        canvas.text(area.x + 1, y, 1, sign, style);
        let name = row.name.as_deref().unwrap_or("-");
        let name = ledger.revealed.name(&row.inquiry, name);
        let shown = ledger.revealed.shows(&row.inquiry);
        let about = revealed::words(shown, about(row), row.name.as_deref());
        table.row(
            canvas,
            (area.x + 3, y),
            &[
                (row.inquiry.as_str(), first),
                (text::visible(&name).as_ref(), theme.text),
                (text::visible(&about).as_ref(), theme.text),
                (cx.name(&row.first).as_str(), theme.text),
                (cx.name(&row.holder).as_str(), theme.text),
                (words::stage(cx.lang, row.stage), theme.text),
                (closed(cx, row).as_str(), theme.dim),
            ],
        );
    }
}

fn about(row: &InquiryRow) -> &str {
    if row.matter.is_empty() {
        row.words.as_deref().unwrap_or("-")
    } else {
        &row.matter
    }
}

/// `04-07`, with the year where it is another one.
fn closed(cx: &Ctx, row: &InquiryRow) -> String {
    let Some(at) = row.closed_at else {
        return String::new();
    };
    let (day, today) = (cx.local(at).date(), cx.local(cx.now).date());
    let same_year = day.format("%Y").to_string() == today.format("%Y").to_string();
    let how = if same_year { "%m-%d" } else { "%y-%m-%d" };
    day.format(how).to_string()
}

/// The heading, and the last lines of the story that fit.
fn story(ledger: &Ledger, cx: &Ctx, canvas: &mut Canvas, area: Rect) {
    let theme = cx.theme;
    if area.is_empty() {
        return;
    }
    let Some(detail) = &ledger.detail else {
        canvas.rule(
            area.x,
            area.y,
            area.width,
            theme.glyphs.horizontal,
            theme.border,
        );
        return;
    };
    let visitor = detail.state.visitor.get();
    let name = visitor.map_or(cx.say(privacy::GONE), |one| one.name.as_str());
    let phone = visitor.map_or("", |one| one.phone.as_str());
    let number = &detail.state.number;
    let shown = ledger.revealed.shows(number);
    let whole = visitor.map(|one| one.name.as_str());
    let name = ledger.revealed.name(number, name);
    let phone = ledger.revealed.phone(number, phone);
    let title = format!("{} {name} {phone}", detail.state.number);
    frame::heading(
        canvas,
        theme,
        Rect { height: 1, ..area },
        title.trim_end(),
        "",
    );
    let width = area.width.saturating_sub(2);
    let height = usize::from(area.height.saturating_sub(1));
    let mut lines: Vec<String> = Vec::new();
    for event in &detail.events {
        let Fact::Inquiry(fact) = &event.fact else {
            continue;
        };
        if let Some(words) = timeline::told(cx.lang, &event.header, fact, cx.names) {
            let time = cx.local(event.at).format("%m-%d %H:%M");
            let words = revealed::words(shown, &words, whole);
            let line = format!("{time} {}", text::visible(&words));
            lines.extend(text::wrap(&line, usize::from(width)));
        }
    }
    let from = lines.len().saturating_sub(height);
    for (y, line) in ((area.y + 1)..area.bottom()).zip(lines.iter().skip(from)) {
        canvas.text(area.x + 1, y, width, line, theme.text);
    }
}
