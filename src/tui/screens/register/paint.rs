//! Drawing the form.

mod times;
mod visitor;

use ratatui::layout::{Position, Rect};

use crate::domain::rulebook::RouteId;
use crate::i18n::register as words;
use crate::tui::draw::Canvas;
use crate::tui::screen::Ctx;
use crate::tui::text;
use crate::tui::widgets::{Picker, frame, wrapped};

use super::choosing::URGENCIES;
use super::form::{Entry, MENU};
use super::place::{Places, channel_rows};
use super::{Register, advice, options};

/// Draws the form on the left.
pub fn form(screen: &Register, cx: &Ctx, canvas: &mut Canvas, places: &Places) {
    let heading = words::heading(cx.lang, &screen.form.correcting, screen.form.is_blank());
    let across = Rect {
        height: places.area.height.min(1),
        ..places.area
    };
    frame::heading(canvas, cx.theme, across, &heading, "");
    let mut paint = Paint {
        screen,
        cx,
        canvas,
        places,
    };
    paint.short_lists();
    paint.received();
    paint.visitor();
    paint.matter();
    paint.asked();
    paint.open_list();
}

/// Whether the mark of `entry`'s row also stands for `other`.
fn beside_too(entry: Entry, other: Entry) -> bool {
    let beside = [
        (Entry::Received, Entry::Reason),
        (Entry::AppointedAt, Entry::Place),
    ];
    entry == other || beside.contains(&(entry, other))
}

struct Paint<'a, 'c, 'b> {
    screen: &'a Register,
    cx: &'a Ctx<'a>,
    canvas: &'c mut Canvas<'b>,
    places: &'a Places,
}

impl Paint<'_, '_, '_> {
    /// Names a field on its row and marks it when one types there or it is at
    /// fault; whether there is a row for it.
    fn label(&mut self, entry: Entry, pair: words::Pair) -> bool {
        let (y, theme) = (self.places.row(entry), self.cx.theme);
        if y >= self.places.foot {
            return false;
        }
        // Two fields of one thing share a row.
        let own = |other: Entry| self.places.row(other) == y && beside_too(entry, other);
        let faulty = self.screen.fault.as_ref().and_then(|fault| fault.entry);
        let faulty = faulty.is_some_and(own);
        let focused = own(self.screen.form.focus);
        let x = self.places.area.x;
        let (mark, style) = match (faulty, focused) {
            (true, _) => (theme.glyphs.overdue, theme.danger),
            (false, true) => (theme.glyphs.marker, theme.focus),
            (false, false) => (" ", theme.label),
        };
        self.canvas.text(x, y, 1, mark, style);
        let room = self.places.column(self.cx.lang) - x - 2;
        self.canvas
            .text(x + 1, y, room, words::word(self.cx.lang, pair), style);
        true
    }

    fn room(&self, x: u16) -> u16 {
        self.places.form.right().saturating_sub(x)
    }

    /// A field that is typed, from its column to the form's edge less `spare`.
    fn text(&mut self, entry: Entry, pair: words::Pair, spare: u16) {
        if !self.label(entry, pair) {
            return;
        }
        let x = self.places.column(self.cx.lang);
        self.text_at(entry, x, self.room(x).saturating_sub(spare));
    }

    fn text_at(&mut self, entry: Entry, x: u16, columns: u16) {
        let (y, focused) = (self.places.row(entry), self.screen.form.focus == entry);
        let style = self.cx.theme.text;
        if let Some(field) = self.screen.form.text(entry) {
            field.render(self.canvas, (x, y), columns, style, focused);
        } else if let Some(picker) = self.screen.form.picker(entry) {
            picker.render(self.canvas, (x, y), columns, style, focused);
        }
    }

    fn short_lists(&mut self) {
        let (cx, form) = (self.cx, &self.screen.form);
        if form.channels_fit {
            let choices = form.channel.choices();
            let channels: Vec<&str> = choices.iter().map(|one| one.label.as_str()).collect();
            let rows = channel_rows(form.asks_kind());
            let chosen = form.channel.place();
            self.options(Entry::Channel, words::CHANNEL, &channels, chosen, rows);
        } else {
            self.text(Entry::Channel, words::CHANNEL, 0);
        }
        let chosen = URGENCIES.iter().position(|one| *one == form.urgency);
        let names = URGENCIES.map(|one| advice::urgency(cx, one));
        self.options(Entry::Urgency, words::URGENCY, &names, chosen, 1);
        if form.corrects() {
            return;
        }
        let chosen = RouteId::ALL.iter().position(|one| Some(*one) == form.route);
        let names = RouteId::ALL.map(|route| words::route(cx.lang, route));
        self.options(Entry::Route, words::ROUTE, &names, chosen, 2);
    }

    /// A short list: each choice behind its digit, the chosen one in brackets.
    fn options(
        &mut self,
        entry: Entry,
        pair: words::Pair,
        names: &[&str],
        chosen: Option<usize>,
        rows: u16,
    ) {
        if !self.label(entry, pair) {
            return;
        }
        let theme = self.cx.theme;
        let left = self.places.column(self.cx.lang) - 1;
        let top = self.places.row(entry);
        let mut cursor = (left + 1, top);
        let names = options::shortened(names, chosen, self.room(left), rows);
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let set = options::set(&names, self.room(left), rows).unwrap_or_default();
        for (at, (name, (row, column))) in names.iter().zip(set).enumerate() {
            let (x, y) = (left + column, top + row);
            if y >= self.places.foot {
                break;
            }
            let width = u16::try_from(text::width(name)).unwrap_or(u16::MAX);
            let digit = (at + 1).to_string();
            let columns = width.saturating_add(u16::try_from(digit.len()).unwrap_or(1));
            let own = chosen == Some(at);
            if own {
                cursor = (x + 1, y);
                self.canvas.text(x, y, 1, "[", theme.selected);
                self.canvas.text(x + columns + 1, y, 1, "]", theme.selected);
            }
            let after = self
                .canvas
                .text(x + 1, y, self.room(x + 1), &digit, theme.key);
            let style = if own { theme.selected } else { theme.text };
            self.canvas.text(after, y, self.room(after), name, style);
        }
        if self.screen.form.focus == entry {
            self.canvas.cursor = Some(Position::new(cursor.0, cursor.1));
        }
    }

    /// Where the list of channels or kinds begins: below its field, further left when a
    /// name would be cut there.
    fn list_column(&self, picker: &Picker) -> u16 {
        let x = self.places.column(self.cx.lang) - 1;
        // The marker, a digit and a space stand before each name.
        let room = usize::from(self.room(x).saturating_sub(3));
        let choices = picker.choices();
        if choices.iter().all(|one| text::width(&one.label) <= room) {
            x
        } else {
            self.places.area.x
        }
    }

    /// The list of channels or kinds lies over the form while one chooses.
    fn open_list(&mut self) {
        let focus = self.screen.form.focus;
        if focus == Entry::Unit {
            self.units();
            return;
        }
        let picker = self.screen.form.picker(focus);
        let open = matches!(focus, Entry::Channel | Entry::Kind);
        let Some(picker) = picker.filter(|picker| open && picker.found() > 0) else {
            return;
        };
        let below = self.places.below(focus);
        let found = u16::try_from(picker.found().min(MENU)).unwrap_or(u16::MAX);
        let rows = found.min(below.height);
        self.canvas.clear(Rect {
            height: (rows + 1).min(below.height),
            ..below
        });
        let x = self.list_column(picker);
        let list = Rect::new(x, below.y, self.room(x), rows);
        picker.render_hits(self.canvas, self.cx.theme, list);
        let theme = self.cx.theme;
        if rows < below.height {
            let y = below.y + rows;
            self.canvas
                .rule(x, y, self.room(x), theme.glyphs.horizontal, theme.border);
        }
    }

    fn matter(&mut self) {
        let form = &self.screen.form;
        let place = self.hits_at(self.places.matter_hits);
        if form.focus == Entry::Matter || form.matter.taken().is_none() {
            self.text(Entry::Matter, words::MATTER, 0);
            if form.focus == Entry::Matter {
                form.matter.render_hits(self.canvas, self.cx.theme, place);
            }
        } else if self.label(Entry::Matter, words::MATTER) {
            let last = u16::from(form.appointed);
            self.matter_taken(Rect {
                height: place.height.saturating_sub(last),
                ..place
            });
        }
        self.appointment();
        self.text(Entry::Words, words::WORDS, 0);
    }

    /// The matter's whole name, then what is worth knowing of it.
    fn matter_taken(&mut self, below: Rect) {
        let (lang, theme) = (self.cx.lang, self.cx.theme);
        let x = self.places.column(lang);
        let room = self.room(x);
        let name = wrapped::lines(self.screen.form.matter.value(), room);
        let about = self.screen.about.as_ref();
        let facts = about
            .map(|about| about.lines(lang, room))
            .unwrap_or_default();
        let name = name.into_iter().map(|line| (line, theme.text));
        let facts = facts.into_iter().map(|line| (line, theme.dim));
        let rows = self.places.row(Entry::Matter)..below.bottom();
        for ((line, style), y) in name.chain(facts).zip(rows) {
            self.canvas.text(x, y, room, &line, style);
        }
    }

    fn hits_at(&self, y: u16) -> Rect {
        let x = self.places.column(self.cx.lang) - 1;
        let bottom = (y + self.places.hits).min(self.places.foot);
        Rect::new(x, y, self.room(x), bottom.saturating_sub(y))
    }

    /// The fields that the route asks for, on rows of their own.
    fn asked(&mut self) {
        if self.screen.form.corrects() {
            self.text(Entry::Why, words::WHY, 0);
            self.beside(
                self.places.asked[1],
                words::word(self.cx.lang, words::KEPT_BOTH),
            );
            return;
        }
        match self.screen.form.route {
            None => {}
            Some(RouteId::AnswerNow) => self.text(Entry::Answer, words::ANSWER, 0),
            Some(RouteId::MineLater) => self.promised(),
            Some(RouteId::HandOff) => {
                self.text(Entry::Receiver, words::RECEIVER, 0);
                if self.screen.form.has_visitor() {
                    self.accompany();
                }
            }
            Some(RouteId::Several) => {
                self.text(Entry::Department, words::DEPARTMENT, 0);
                self.chosen();
            }
            Some(RouteId::Unclear) => {
                self.text(Entry::Superior, words::SUPERIOR, 0);
                self.text(Entry::Question, words::QUESTION, 0);
            }
            Some(RouteId::Outside) => self.text(Entry::Advice, words::ADVICE, 0),
            Some(RouteId::Incomplete) => {
                let words = words::word(self.cx.lang, words::THEN_CHECKLIST);
                self.beside(self.places.asked[0], words);
            }
        }
        let focus = self.screen.form.focus;
        let picker = self.screen.form.picker(focus);
        let own_list = [Entry::Channel, Entry::Kind, Entry::Matter].contains(&focus);
        if let Some(picker) = picker.filter(|_| !own_list) {
            let place = self.hits_at(self.places.asked_hits);
            picker.render_hits(self.canvas, self.cx.theme, place);
        }
    }

    /// Words that stand where a field would, and are none.
    fn beside(&mut self, y: u16, words: &str) {
        let x = self.places.column(self.cx.lang);
        if y < self.places.foot {
            self.canvas
                .text(x, y, self.room(x), words, self.cx.theme.dim);
        }
    }

    fn accompany(&mut self) {
        if !self.label(Entry::Accompany, words::ACCOMPANY) {
            return;
        }
        let (cx, form) = (self.cx, &self.screen.form);
        let (x, y) = (self.places.column(cx.lang), self.places.asked[1]);
        let (tick, led) = if form.accompany {
            (cx.theme.glyphs.ticked, words::LED)
        } else {
            (cx.theme.glyphs.unticked, words::NOT_LED)
        };
        let shown = format!("{tick} {}", words::word(cx.lang, led));
        let after = self.canvas.text(x, y, self.room(x), &shown, cx.theme.text);
        let keys = words::word(cx.lang, words::YES_NO);
        self.canvas
            .text(after + 2, y, self.room(after + 2), keys, cx.theme.dim);
        if form.focus == Entry::Accompany {
            self.canvas.cursor = Some(Position::new(x + 1, y));
        }
    }

    fn promised(&mut self) {
        self.text(Entry::Promised, words::PROMISED, 0);
        let (cx, form) = (self.cx, &self.screen.form);
        let Some(at) = form.promised_at(cx, self.screen.due) else {
            return;
        };
        let time = cx.local(at).format("%Y-%m-%d %H:%M").to_string();
        let words = if form.promised.is_blank() {
            let due = words::word(cx.lang, words::BY_THE_CLOCK);
            format!("{due} {}", cx.local(at).format("%m-%d %H:%M"))
        } else {
            words::understood(cx.lang, &time)
        };
        self.beside(self.places.asked[1], &words);
    }

    fn chosen(&mut self) {
        let (cx, y) = (self.cx, self.places.asked[1]);
        if y >= self.places.foot || self.screen.form.departments.is_empty() {
            return;
        }
        let x = self.places.area.x + 1;
        let label = words::word(cx.lang, words::CHOSEN);
        self.canvas.text(x, y, 7, label, cx.theme.label);
        let x = self.places.column(cx.lang);
        let names = self.screen.form.departments.join(cx.t("、", ", "));
        self.canvas.text(x, y, self.room(x), &names, cx.theme.text);
    }
}
