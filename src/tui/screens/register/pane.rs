//! The side pane: who came before, what to say, which clocks start, what next.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::catalog::Matter;
use crate::domain::ids::Number;
use crate::domain::inquiry::Stage;
use crate::domain::mask::mask_name;
use crate::i18n::refusal::{clause, short_time};
use crate::i18n::words::stage;
use crate::i18n::{Lang, paper, register as words};
use crate::store::InquiryRow;
use crate::tui::draw::Canvas;
use crate::tui::screen::Ctx;
use crate::tui::text;
use crate::tui::widgets::{frame, wrapped};

use super::Register;
use super::clocks::{self, Ahead, Due};
use super::place::Places;

/// Digits from which on a telephone number is looked up.
const ENOUGH_DIGITS: usize = 7;
/// The most earlier inquiries that are counted.
const MOST: u32 = 50;
/// Rows for earlier inquiries and for what to say at 80 by 24.
const VISITOR_ROWS: u16 = 2;
const SAY_ROWS: u16 = 4;
/// Rows of the pane from which on its parts stand apart.
const ROOMY: u16 = 24;

/// Who this telephone belongs to, as far as the record knows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Visitor {
    /// The number that was looked up.
    pub phone: String,
    rows: Vec<InquiryRow>,
    open_notice: Option<(Number, usize)>,
}

impl Visitor {
    /// Looks a telephone number up, once enough of it is typed.
    pub fn read(cx: &Ctx, phone: String) -> Self {
        if phone.chars().filter(char::is_ascii_digit).count() < ENOUGH_DIGITS {
            return Self {
                phone,
                ..Self::default()
            };
        }
        let read = cx.desk.read();
        let mut rows = read.by_phone(&phone, MOST).unwrap_or_default();
        let waiting = rows.iter().position(|row| row.stage == Stage::Visitor);
        let mut open_notice = None;
        if let Some(place) = waiting {
            // The notice that waits comes first: it is what this visit is for.
            rows[..=place].rotate_right(1);
            let number = rows[0].inquiry.clone();
            let state = read.inquiry(&number).ok().flatten().map(|(state, _)| state);
            let missing = state
                .and_then(|state| state.notices.last().map(|one| one.content.missing.len()))
                .unwrap_or_default();
            open_notice = Some((number, missing));
        }
        Self {
            phone,
            rows,
            open_notice,
        }
    }

    fn title(&self, lang: Lang) -> String {
        let known = self.phone.chars().filter(char::is_ascii_digit).count() >= ENOUGH_DIGITS;
        match (self.rows.len(), known) {
            (0, false) => words::word(lang, words::VISITOR_UNKNOWN).to_owned(),
            (0, true) => words::word(lang, words::FIRST_VISIT).to_owned(),
            (times, _) => words::came_before(lang, times, times >= MOST as usize),
        }
    }

    fn lines(&self, cx: &Ctx, columns: u16) -> Vec<(String, Style)> {
        let mut lines = Vec::new();
        for (at, row) in self.rows.iter().enumerate() {
            let notice = self
                .open_notice
                .as_ref()
                .filter(|(number, _)| *number == row.inquiry);
            let standing = match notice {
                Some((_, missing)) => words::still_to_bring(cx.lang, *missing),
                None => stage(cx.lang, row.stage).to_owned(),
            };
            let style = if notice.is_some() {
                cx.theme.warn
            } else {
                cx.theme.text
            };
            lines.push((visit(cx, row, &standing, columns), style));
            if let (0, Some((number, _))) = (at, &self.open_notice) {
                let hint = words::second_visit(cx.lang, number.as_str());
                lines.push((hint, cx.theme.warn));
            }
        }
        lines
    }
}

/// One earlier inquiry: day, masked name, matter, where it stands.
fn visit(cx: &Ctx, row: &InquiryRow, standing: &str, columns: u16) -> String {
    let day = cx.local(row.received_at).format("%m-%d");
    let name = mask_name(row.name.as_deref().unwrap_or_default());
    let about = if row.matter.is_empty() {
        row.words.as_deref().unwrap_or_default()
    } else {
        &row.matter
    };
    let head = format!("{day} {name} ");
    let taken = text::width(&head) + text::width(standing) + 1;
    let about = text::pad(about, usize::from(columns).saturating_sub(taken));
    format!("{head}{about} {standing}")
}

/// What stands below a matter that was taken: its limits, and whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About(Box<Matter>);

impl About {
    /// Reads the matter with this id.
    pub fn read(cx: &Ctx, id: &str) -> Option<Self> {
        if id.is_empty() {
            return None;
        }
        let matter = cx.desk.read().matter(id).ok().flatten()?;
        Some(Self(Box::new(matter)))
    }

    /// The matter's id.
    pub fn id(&self) -> &str {
        self.0.id.as_str()
    }

    /// Its lines, the most telling first.
    pub fn lines(&self, lang: Lang, columns: u16) -> Vec<String> {
        let limits = [
            (words::PROMISE, &self.0.promised_limit),
            (words::LEGAL, &self.0.legal_limit),
        ];
        let limits: Vec<String> = limits
            .into_iter()
            .filter_map(|(name, limit)| {
                let span = limit.as_ref()?.span()?;
                Some(format!(
                    "{} {}",
                    words::word(lang, name),
                    paper::span(lang, span)
                ))
            })
            .collect();
        let mut lines = wrapped::lines(&limits.join(lang.pick("  ", ", ")), columns);
        lines.retain(|line| !line.is_empty());
        if self.0.example {
            lines.push(words::word(lang, words::EXAMPLE).to_owned());
        }
        lines.extend(wrapped::lines(&self.0.department, columns));
        lines
    }
}

/// Draws the pane on the right.
pub fn paint(screen: &Register, cx: &Ctx, canvas: &mut Canvas, places: &Places) {
    let pane = places.pane;
    if pane.width < 10 || pane.height == 0 {
        return;
    }
    let title = screen.visitor.title(cx.lang);
    let heading = Rect::new(pane.x - 2, places.area.y, pane.width + 2, 1);
    canvas.clear(heading);
    frame::heading(canvas, cx.theme, heading, &title, "");
    for y in pane.top()..pane.bottom() {
        canvas.rule(pane.x - 2, y, 1, cx.theme.glyphs.vertical, cx.theme.border);
    }
    let gap = u16::from(pane.height >= ROOMY);
    let more = if gap > 0 { 3 } else { 0 };
    let visitor = Rect {
        height: (VISITOR_ROWS + more).min(pane.height),
        ..pane
    };
    draw(canvas, visitor, &screen.visitor.lines(cx, pane.width));
    let say = below(visitor, gap, SAY_ROWS, pane);
    let aloud = words::aloud(cx.lang, cx.me, &cx.desk.facts().complaint_line);
    draw_titled(canvas, cx, say, words::SAY, &aloud);
    let rest = below(say, gap, u16::MAX, pane);
    let next = next_lines(screen, cx, pane.width);
    let rows = u16::try_from(next.len())
        .unwrap_or(u16::MAX)
        .min(rest.height);
    let foot = Rect {
        y: rest.bottom() - rows,
        height: rows,
        ..rest
    };
    draw(canvas, foot, &next);
    title_over(canvas, cx, foot, words::NEXT);
    let clocks = Rect {
        height: rest.height - rows,
        ..rest
    };
    draw(canvas, clocks, &clock_lines(screen, cx, clocks));
}

fn below(above: Rect, gap: u16, rows: u16, pane: Rect) -> Rect {
    let top = (above.bottom() + gap).min(pane.bottom());
    Rect {
        y: top,
        height: rows.min(pane.bottom() - top),
        ..pane
    }
}

fn draw(canvas: &mut Canvas, area: Rect, lines: &[(String, Style)]) {
    for ((words, style), y) in lines.iter().zip(area.top()..area.bottom()) {
        canvas.text(area.x, y, area.width, words, *style);
    }
}

fn draw_titled(canvas: &mut Canvas, cx: &Ctx, area: Rect, title: words::Pair, body: &str) {
    let lines = titled(cx, area.width, title, body);
    draw(canvas, area, &lines);
    title_over(canvas, cx, area, title);
}

/// Words that begin on the line of their title.
fn titled(cx: &Ctx, columns: u16, title: words::Pair, body: &str) -> Vec<(String, Style)> {
    let whole = format!("{} {body}", words::word(cx.lang, title));
    wrapped::lines(&whole, columns)
        .into_iter()
        .map(|line| (line, cx.theme.text))
        .collect()
}

fn title_over(canvas: &mut Canvas, cx: &Ctx, area: Rect, title: words::Pair) {
    if area.height > 0 {
        let title = words::word(cx.lang, title);
        canvas.text(area.x, area.y, area.width, title, cx.theme.title);
    }
}

fn next_lines(screen: &Register, cx: &Ctx, columns: u16) -> Vec<(String, Style)> {
    let route = screen.form.route.and_then(|id| cx.desk.rules().route(id));
    let next = match route {
        Some(route) => cx.t(route.next.zh.as_str(), route.next.en.as_str()),
        None => words::word(cx.lang, words::NO_ROUTE),
    };
    titled(cx, columns, words::NEXT, next)
}

/// The clocks, each with its clause as long as there is room, the first ones first.
fn clock_lines(screen: &Register, cx: &Ctx, area: Rect) -> Vec<(String, Style)> {
    let title = words::word(cx.lang, words::CLOCKS).to_owned();
    let mut lines = vec![(title, cx.theme.title)];
    if screen.clocks.is_empty() {
        let words = if clocks::settles(screen.form.route) {
            words::SETTLED_NOW
        } else {
            words::NO_CLOCK
        };
        lines.push((words::word(cx.lang, words).to_owned(), cx.theme.text));
        return lines;
    }
    let told: Vec<Vec<String>> = screen
        .clocks
        .iter()
        .map(|clock| clock_words(cx, clock, area.width))
        .collect();
    let needed = 1 + told.iter().map(Vec::len).sum::<usize>();
    let mut clauses = usize::from(area.height).saturating_sub(needed);
    for (clock, told) in screen.clocks.iter().zip(told) {
        lines.extend(told.into_iter().map(|line| (line, cx.theme.text)));
        if clauses > 0 {
            clauses -= 1;
            let indented = format!(" {}", clause(cx.lang, &clock.clause));
            lines.push((indented, cx.theme.dim));
        }
    }
    lines
}

/// Name, limit and due time of a clock, on one line where they fit.
fn clock_words(cx: &Ctx, clock: &Ahead, columns: u16) -> Vec<String> {
    let mut facts: Vec<String> = Vec::new();
    facts.push(match clock.limit {
        Some(limit) => words::limit(cx.lang, limit),
        None => words::word(cx.lang, words::BY_MATTER).to_owned(),
    });
    facts.push(match &clock.due {
        Due::At(at, _) => short_time(*at, cx.names),
        Due::After(act) => words::starts_after(cx.lang, act).to_owned(),
    });
    let internal = words::word(cx.lang, words::INTERNAL);
    if clock.internal && !clock.name(cx.lang).contains(internal) {
        facts.push(internal.to_owned());
    }
    if matches!(clock.due, Due::At(_, true)) {
        facts.push(words::word(cx.lang, words::PROVISIONAL).to_owned());
    }
    let (name, columns) = (clock.name(cx.lang), usize::from(columns));
    for between in ["  ", " "] {
        let facts = facts.join(between);
        if text::width(name) + between.len() + text::width(&facts) <= columns {
            let filled = text::pad_left(&facts, columns - text::width(name));
            return vec![format!("{name}{filled}")];
        }
    }
    let facts = facts.join("  ");
    let mut lines = text::wrap(name, columns);
    let facts = text::wrap(&facts, columns);
    lines.extend(facts.iter().map(|line| text::pad_left(line, columns)));
    lines
}
