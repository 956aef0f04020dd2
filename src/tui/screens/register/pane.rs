//! The side pane: who came before, what to say, which clocks start, what next.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::i18n::register as words;
use crate::tui::draw::Canvas;
use crate::tui::screen::Ctx;
use crate::tui::text;
use crate::tui::widgets::{frame, wrapped};

use super::place::Places;
use super::{Register, advice, timing};

/// Rows for earlier inquiries and for what to say at 80 by 24.
const VISITOR_ROWS: u16 = 2;
const SAY_ROWS: u16 = 4;
/// Rows of the pane from which on its parts stand apart.
pub const ROOMY: u16 = 24;

/// A line of the pane.
#[derive(Debug, Clone)]
pub struct Line {
    /// The words at its beginning that stand out; they are a part of `words`.
    pub title: &'static str,
    /// All of its words.
    pub words: String,
    /// How they look.
    pub style: Style,
}

impl Line {
    /// A line without a title.
    pub fn plain(words: String, style: Style) -> Self {
        Self {
            title: "",
            words,
            style,
        }
    }
}

/// Draws the pane on the right.
pub fn paint(screen: &Register, cx: &Ctx, canvas: &mut Canvas, places: &Places) {
    let pane = places.pane;
    if pane.width < 10 || pane.height == 0 {
        return;
    }
    let somebody = screen.form.has_visitor();
    let mends = screen.form.corrects();
    let title = if mends {
        words::word(cx.lang, words::MENDING).to_owned()
    } else if somebody {
        screen.visitor.title(cx.lang)
    } else {
        words::word(cx.lang, words::NO_VISITOR).to_owned()
    };
    let heading = Rect::new(pane.x - 2, places.area.y, pane.width + 2, 1);
    canvas.clear(heading);
    frame::heading(canvas, cx.theme, heading, &title, "");
    for y in pane.top()..pane.bottom() {
        canvas.rule(pane.x - 2, y, 1, cx.theme.glyphs.vertical, cx.theme.border);
    }
    if mends {
        let lines = screen.mending.lines(cx, pane.width);
        draw(canvas, cx, pane, &lines);
        return;
    }
    // With nobody to speak to, the clocks have the room.
    let rest = if somebody {
        to_visitor(screen, cx, canvas, pane)
    } else {
        pane
    };
    let told = timing::told(screen, cx, rest.width);
    let needed = timing::rows(&told).min(rest.height * 2 / 3);
    let foot = Rect {
        height: rest.height - needed,
        ..rest
    };
    let next = clipped(foot_lines(screen, cx, rest.width), foot);
    let rows = u16::try_from(next.len()).unwrap_or(u16::MAX);
    let foot = Rect {
        y: rest.bottom() - rows,
        height: rows,
        ..rest
    };
    draw(canvas, cx, foot, &next);
    let clocks = Rect {
        height: rest.height - rows,
        ..rest
    };
    let roomy = pane.height >= ROOMY;
    let mut lines = timing::lines(cx, told, clocks, roomy);
    mind(screen, cx, clocks, roomy, &mut lines);
    draw(canvas, cx, clocks, &lines);
}

/// Who came before and what to say aloud; returns what is left of the pane below.
fn to_visitor(screen: &Register, cx: &Ctx, canvas: &mut Canvas, pane: Rect) -> Rect {
    let gap = u16::from(pane.height >= ROOMY);
    let visitor = Rect {
        height: (VISITOR_ROWS + 3 * gap).min(pane.height),
        ..pane
    };
    let known = screen
        .visitor
        .lines(cx, &screen.form.follows, pane.width)
        .into_iter();
    let known: Vec<Line> = known
        .map(|(words, style)| Line::plain(words, style))
        .collect();
    draw(canvas, cx, visitor, &known);
    let say = below(visitor, gap, SAY_ROWS, pane);
    let aloud = words::aloud(cx.lang, cx.me, &cx.desk.facts().complaint_line);
    draw(canvas, cx, say, &titled(cx, say.width, words::SAY, &aloud));
    below(say, gap, u16::MAX, pane)
}

fn below(above: Rect, gap: u16, rows: u16, pane: Rect) -> Rect {
    let top = (above.bottom() + gap).min(pane.bottom());
    Rect {
        y: top,
        height: rows.min(pane.bottom() - top),
        ..pane
    }
}

/// Draws lines, each with its title standing out; the last one says if there was more.
fn draw(canvas: &mut Canvas, cx: &Ctx, area: Rect, lines: &[Line]) {
    for (line, y) in clipped(lines.to_vec(), area).iter().zip(area.top()..) {
        canvas.text(area.x, y, area.width, &line.words, line.style);
        if !line.title.is_empty() {
            canvas.text(area.x, y, area.width, line.title, cx.theme.title);
        }
    }
}

/// The lines that fit; the last one says if there was more.
fn clipped(mut lines: Vec<Line>, area: Rect) -> Vec<Line> {
    let (rows, columns) = (usize::from(area.height), usize::from(area.width));
    if lines.len() > rows {
        lines.truncate(rows);
        if let Some(last) = lines.last_mut() {
            let room = columns.saturating_sub(text::ELLIPSIS.len());
            let (kept, _) = text::head(&last.words, room);
            last.words = format!("{kept}{}", text::ELLIPSIS);
        }
    }
    lines
}

/// Words that begin on the line of their title.
fn titled(cx: &Ctx, columns: u16, title: words::Pair, body: &str) -> Vec<Line> {
    let title = words::word(cx.lang, title);
    let mut lines: Vec<Line> = wrapped::lines(&format!("{title} {body}"), columns)
        .into_iter()
        .map(|line| Line::plain(line, cx.theme.text))
        .collect();
    if let Some(first) = lines.first_mut() {
        first.title = title;
    }
    lines
}

/// What the urgency asks for, and what the route asks for next.
fn foot_lines(screen: &Register, cx: &Ctx, columns: u16) -> Vec<Line> {
    let mut lines = match advice::urgent(screen, cx) {
        Some(urgent) => titled(cx, columns, words::URGENCY, urgent),
        None => Vec::new(),
    };
    let next = advice::next(screen, cx);
    lines.extend(titled(cx, columns, words::NEXT, next));
    lines
}

/// Adds what to mind below the clocks, each whole or not at all.
fn mind(screen: &Register, cx: &Ctx, area: Rect, roomy: bool, lines: &mut Vec<Line>) {
    let mut room = usize::from(area.height).saturating_sub(lines.len());
    let mut shown: Vec<Line> = Vec::new();
    if roomy {
        let title = words::word(cx.lang, words::MIND);
        shown.push(Line::plain(String::new(), cx.theme.text));
        shown.push(Line {
            title,
            ..Line::plain(title.to_owned(), cx.theme.text)
        });
        // What stands below is parted from it by a line.
        room = room.saturating_sub(1);
    }
    let before = shown.len();
    for (text, article) in advice::to_mind(screen, cx) {
        let mut set = wrapped::lines(&text, area.width);
        behind(&mut set, &article, usize::from(area.width));
        if shown.len() + set.len() <= room {
            let told = set.into_iter().map(|line| Line::plain(line, cx.theme.text));
            shown.extend(told);
        }
    }
    if shown.len() > before {
        lines.extend(shown);
    }
}

/// Puts an article behind the last line, whole, or on the right of a line of its own.
fn behind(lines: &mut Vec<String>, article: &str, columns: usize) {
    match lines.last_mut() {
        Some(last) if text::width(last) + 1 + text::width(article) <= columns => {
            *last = format!("{last} {article}");
        }
        Some(_) | None => lines.push(text::pad_left(article, columns)),
    }
}
