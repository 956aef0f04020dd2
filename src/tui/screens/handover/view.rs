//! Drawing a handover.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::items::{Entry, State};
use crate::domain::shift::Handover;
use crate::i18n::handover::{self as words, Say};
use crate::store::HandoverRow;
use crate::tui::draw::Canvas;
use crate::tui::screen::Ctx;
use crate::tui::widgets::{Column, List, Table, frame, list, wrapped};

/// From this width on, the detail stands beside the list.
const WIDE: u16 = 110;
/// Columns of the pane beside the list.
const SIDE: u16 = 44;
/// Rows of the detail below the list, with its heading.
const BELOW: u16 = 7;
/// Columns before an item: marker, sign, blank.
const LEAD: u16 = 3;

const COLUMNS: [Column; 5] = [
    Column::left(14),
    Column::left(10),
    Column::left(11),
    Column::at_least(8),
    Column::left(10),
];

/// Where everything stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Layout {
    heading: Rect,
    columns: Rect,
    pub list: Rect,
    detail: Rect,
    beside: bool,
    foot: Rect,
}

impl Layout {
    pub fn new(area: Rect) -> Self {
        let beside = area.width >= WIDE;
        let mut rest = area;
        let heading = frame::take_rows(&mut rest, 1);
        let foot_height = if area.height >= 10 { 2 } else { 0 };
        let foot = Rect::new(area.x, rest.bottom() - foot_height, area.width, foot_height);
        rest.height -= foot_height;
        let mut detail = Rect::new(rest.x, rest.bottom(), rest.width, 0);
        if beside {
            let x = rest.right() - SIDE;
            detail = Rect::new(x, rest.y, SIDE, rest.height);
            rest.width -= SIDE + 1;
        } else if rest.height >= BELOW + 4 {
            rest.height -= BELOW;
            detail = Rect::new(rest.x, rest.bottom(), rest.width, BELOW);
        }
        let columns = frame::take_rows(&mut rest, 1);
        Self {
            heading,
            columns,
            list: rest,
            detail,
            beside,
            foot,
        }
    }
}

/// What is drawn: the items, and which is selected.
pub(super) struct View<'a> {
    pub open: Option<&'a Handover>,
    pub entries: &'a [Entry],
    pub list: &'a List,
    /// The last lines of the selected inquiry's story.
    pub story: &'a [String],
    /// Handovers of others that are under way, for those who see them.
    pub under_way: &'a [HandoverRow],
}

impl View<'_> {
    pub fn render(&self, cx: &Ctx, canvas: &mut Canvas<'_>, area: Rect) {
        let at = Layout::new(area);
        self.head(cx, canvas, &at);
        self.items(cx, canvas, &at);
        self.detail(cx, canvas, &at);
        self.foot(cx, canvas, at.foot);
    }

    fn taken(&self) -> usize {
        let taken = |one: &&Entry| one.state == State::Taken;
        self.entries.iter().filter(taken).count()
    }

    fn head(&self, cx: &Ctx, canvas: &mut Canvas<'_>, at: &Layout) {
        let (lang, theme) = (cx.lang, cx.theme);
        let (left, mut right) = match self.open {
            Some(open) => (
                words::heading(lang, &cx.name(&open.from), &cx.name(&open.to)),
                words::taken(lang, self.taken(), self.entries.len()),
            ),
            None => (
                Say::InHands.text(lang).to_owned(),
                words::count(lang, self.entries.len()),
            ),
        };
        let (page, of) = self.list.page_number(usize::from(at.list.height));
        if of > 1 {
            right = format!("{right}   {}", words::page(lang, page, of));
        }
        let left = match self.open {
            Some(open) => format!("{left}   {}", open.number),
            None => left,
        };
        frame::heading(canvas, theme, at.heading, &left, &right);
        let mut names = [
            Say::Number,
            Say::Stage,
            Say::Due,
            Say::NoteColumn,
            Say::Incoming,
        ]
        .map(|say| say.text(lang));
        if self.open.is_none() {
            (names[3], names[4]) = ("", "");
        }
        let table = Table::new(&COLUMNS, at.columns.width.saturating_sub(LEAD));
        let area = Rect {
            x: at.columns.x + LEAD,
            width: at.columns.width.saturating_sub(LEAD),
            ..at.columns
        };
        if area.height > 0 {
            table.header(canvas, area, &names, theme.label);
        }
    }

    fn items(&self, cx: &Ctx, canvas: &mut Canvas<'_>, at: &Layout) {
        let (lang, theme) = (cx.lang, cx.theme);
        if self.entries.is_empty() {
            let hint = if self.open.is_none() {
                Say::NothingOpen
            } else {
                Say::NoItem
            };
            wrapped::draw(canvas, at.list, hint.text(lang), theme.dim, 0);
            return;
        }
        let table = Table::new(&COLUMNS, at.list.width.saturating_sub(LEAD));
        for (row, y, selected) in self.list.rows(at.list) {
            let Some(entry) = self.entries.get(row) else {
                continue;
            };
            let style = list::mark(canvas, theme, (at.list.x, y), selected);
            let sign = entry.sign(cx);
            let pressing = if sign == theme.glyphs.overdue {
                theme.danger
            } else if sign == theme.glyphs.soon {
                theme.warn
            } else {
                theme.text
            };
            canvas.text(at.list.x + 1, y, 1, sign, pressing);
            Self::row(
                cx,
                canvas,
                &table,
                (at.list.x + LEAD, y),
                entry,
                (style, pressing),
            );
        }
    }

    fn row(
        cx: &Ctx,
        canvas: &mut Canvas<'_>,
        table: &Table,
        (x, y): (u16, u16),
        entry: &Entry,
        (style, pressing): (Style, Style),
    ) {
        let theme = cx.theme;
        let state = match entry.state {
            State::Taken => theme.ok,
            State::Asked | State::Answered | State::Arrived => theme.warn,
            State::None | State::Waiting => theme.text,
        };
        if entry.inquiry.is_none() {
            let width = table.column(2).end;
            canvas.text(x, y, width, entry.what(), style);
            let note = table.column(3);
            let width = note.end.saturating_sub(note.start);
            canvas.text(x + note.start, y, width, &entry.note, theme.text);
            let column = table.column(4);
            let width = column.end.saturating_sub(column.start);
            canvas.text(x + column.start, y, width, entry.state_word(cx), state);
            return;
        }
        let due = entry.due_word(cx);
        let mut cells = vec![
            (entry.what(), style),
            (entry.stage_word(cx), theme.text),
            (due.as_str(), pressing),
        ];
        // Before a handover the columns of note and answer say what it is about.
        if entry.state == State::None {
            table.row(canvas, (x, y), &cells);
            let about = table.column(3).start;
            let width = table.column(4).end.saturating_sub(about);
            canvas.text(x + about, y, width, &entry.about, theme.dim);
            return;
        }
        let travelled = words::travelled(cx.lang, entry.shifts);
        let note = format!("{travelled} {}", entry.note);
        cells.push((note.trim(), theme.text));
        cells.push((entry.state_word(cx), state));
        table.row(canvas, (x, y), &cells);
    }

    fn detail(&self, cx: &Ctx, canvas: &mut Canvas<'_>, at: &Layout) {
        let (lang, theme) = (cx.lang, cx.theme);
        let mut area = at.detail;
        let selected = self.list.selected().and_then(|row| self.entries.get(row));
        let (Some(entry), true) = (selected, area.height > 1) else {
            return;
        };
        if at.beside {
            for y in area.top()..area.bottom() {
                canvas.rule(area.x, y, 1, theme.glyphs.vertical, theme.border);
            }
            area.x += 2;
            area.width -= 2;
            canvas.text(area.x, area.y, area.width, entry.what(), theme.title);
        } else {
            frame::heading(canvas, theme, area, entry.what(), "");
            area.x += 1;
            area.width -= 1;
        }
        area.y += 1;
        area.height -= 1;
        let mut lines: Vec<(String, Style)> = Vec::new();
        let mut add = |words: &str, style: Style| {
            if !words.is_empty() {
                let set = wrapped::lines(words, area.width);
                lines.extend(set.into_iter().map(|line| (line, style)));
            }
        };
        let about = entry.about.as_str();
        add(about, theme.text);
        if entry.inquiry.is_none() {
            add(&entry.free, theme.text);
        }
        add(&entry.appointment, theme.accent);
        let promised = entry.promised.filter(|_| entry.appointment.is_empty());
        if let Some(at) = promised {
            let at = crate::i18n::refusal::short_time(at, cx.names);
            add(&format!("{} {at}", Say::Promised.text(lang)), theme.accent);
        }
        if !entry.note.is_empty() {
            add(&words::noted(lang, &entry.note), theme.accent);
        }
        if !entry.question.is_empty() {
            add(&words::asked(lang, &entry.question), theme.warn);
        }
        if !entry.answer.is_empty() {
            add(&words::answered(lang, &entry.answer), theme.accent);
        }
        if entry.as_asked {
            add(Say::AsAsked.text(lang), theme.warn);
        }
        // The story's newest lines have the rows that are left.
        let room = usize::from(area.height).saturating_sub(lines.len());
        let story: Vec<String> = self
            .story
            .iter()
            .flat_map(|line| wrapped::lines(line, area.width))
            .collect();
        let newest = story.len().saturating_sub(room);
        let newest = story.into_iter().skip(newest).map(|line| (line, theme.dim));
        lines.extend(newest);
        for ((line, style), y) in lines.iter().zip(area.top()..area.bottom()) {
            canvas.text(area.x, y, area.width, line, *style);
        }
    }

    fn foot(&self, cx: &Ctx, canvas: &mut Canvas<'_>, area: Rect) {
        let (lang, theme) = (cx.lang, cx.theme);
        if area.height < 2 {
            return;
        }
        let open = self.entries.len() - self.taken();
        let (line, style) = match self.open {
            None => (Say::BeginHint.text(lang).to_owned(), theme.accent),
            Some(_) if open > 0 => (words::still_open(lang, open), theme.warn),
            Some(handover) => match handover.signed.first() {
                Some((by, _)) => {
                    let other = if *by == handover.from {
                        &handover.to
                    } else {
                        &handover.from
                    };
                    (words::signed(lang, &cx.name(by), &cx.name(other)), theme.ok)
                }
                None => (Say::ReadyToSign.text(lang).to_owned(), theme.ok),
            },
        };
        let (x, width) = (area.x + 1, area.width - 1);
        if self.open.is_none() && !self.under_way.is_empty() {
            let name = |one: &HandoverRow| {
                let taken = one.items.saturating_sub(one.open_items);
                let who = words::between(&cx.name(&one.from), &cx.name(&one.to));
                format!("{who} {taken}/{}", one.items)
            };
            let all: Vec<String> = self.under_way.iter().map(name).collect();
            let line = words::under_way(lang, &all);
            canvas.text(x, area.y, width, &line, theme.warn);
        } else {
            canvas.text(x, area.y, width, Say::WhoAnswers.text(lang), theme.dim);
        }
        canvas.text(x, area.y + 1, width, &line, style);
    }
}
