//! Head line, foot, messages, and what lies on top.

use chrono::Datelike;
use ratatui::layout::{Position, Rect};

use super::front::Front;
use super::overlay::{Overlay, Reading, reading_height};
use super::palette::Palette;
use super::papers;
use super::signin::{Focus, SignIn};
use super::{App, SMALLEST, pins, slips};
use crate::domain::staff::Person;
use crate::i18n::{app as words, calendar, news, words::weekday};
use crate::tui::draw::Canvas;
use crate::tui::keymap::{self, Scope};
use crate::tui::screen::{Ctx, Level, Message, ScreenId};
use crate::tui::text;
use crate::tui::widgets::{Field, frame};

pub(super) fn app(app: &App, canvas: &mut Canvas) {
    let area = canvas.area();
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        too_small(app, canvas);
        return;
    }
    match &app.front {
        Front::SignIn(form) => door(app, form, canvas),
        Front::Working(me) => working(app, me, canvas),
    }
    match &app.overlay {
        Some(Overlay::Confirm(confirm, _)) => {
            canvas.cursor = None;
            confirm.render(canvas, &app.theme);
        }
        Some(Overlay::Reading(reading)) => sheet(app, reading, canvas),
        Some(Overlay::Papers(papers)) => {
            papers::render(app, papers, canvas);
            foot(app, Scope::Given, false, canvas);
            message(app, canvas);
        }
        Some(Overlay::Palette(palette)) => commands(app, palette, canvas),
        Some(Overlay::WhosePin(number)) => pins::render(app, number, canvas),
        Some(Overlay::Slips(sheet)) => slips::render(app, sheet, canvas),
        None => {}
    }
}

fn too_small(app: &App, canvas: &mut Canvas) {
    let area = canvas.area();
    let sorry = words::too_small(app.lang, (area.width, area.height), SMALLEST);
    let wide = usize::from(area.width.max(1));
    for (y, line) in (0..area.height).zip(text::wrap(&sorry, wide)) {
        canvas.text(0, y, area.width, &line, app.theme.text);
    }
}

fn working(app: &App, me: &Person, canvas: &mut Canvas) {
    head(app, me, canvas);
    let cx = Ctx {
        desk: &app.desk,
        now: app.desk.now(),
        lang: app.lang,
        theme: &app.theme,
        me,
        names: &app.names,
        offers: &app.offers,
    };
    if let Some(screen) = app.screen() {
        screen.render(&cx, canvas, app.place());
        foot(app, screen.scope(), screen.typing(), canvas);
    }
    message(app, canvas);
}

fn head(app: &App, me: &Person, canvas: &mut Canvas) {
    let theme = &app.theme;
    let width = canvas.area().width;
    let mut x = 1;
    for (number, id) in (1..).zip(ScreenId::ALL) {
        let name = id.name(app.lang);
        let (words, style) = if id == app.at {
            (format!("[{number}{name}]"), theme.current)
        } else {
            (format!(" {number}{name} "), theme.text)
        };
        x = canvas.text(x, 0, width, &words, style);
    }
    let room = usize::from(width.saturating_sub(x + 2));
    let right = who_and_when(app, me, room);
    let columns = u16::try_from(text::width(&right)).unwrap_or(0);
    let from = width.saturating_sub(columns + 1).max(x + 1);
    canvas.text(from, 0, width.saturating_sub(from), &right, theme.text);
}

/// `[沙箱] 3号窗 李明  04-07 周二 工作日 10:42`; where that is too long, without
/// the kind of day, then without the window, then without the date: who is here, and
/// that nothing counts in a sandbox, is always told.
fn who_and_when(app: &App, me: &Person, room: usize) -> String {
    let office = app.desk.office();
    let local = office.local(app.desk.now());
    let day = weekday(app.lang, local.weekday());
    let kind = words::kind_of_day(app.lang, office.day(local.date()).kind.works());
    let sandbox = if app.desk.facts().sandbox {
        words::SANDBOX.text(app.lang)
    } else {
        ""
    };
    let window = if me.window.is_empty() {
        String::new()
    } else {
        words::window(app.lang, &me.window)
    };
    let date = local.format("%m-%d");
    let hour = local.format("%H:%M");
    let name = text::fit(&me.name, 16);
    [(window.as_str(), kind), (&window, ""), ("", "")]
        .into_iter()
        .map(|(window, kind)| format!("{sandbox}{window}{name}  {date} {day} {kind}{hour}"))
        .chain([
            format!("{sandbox}{name}  {date} {hour}"),
            format!("{sandbox}{name}  {hour}"),
        ])
        .find(|line| text::width(line) <= room)
        .unwrap_or_else(|| format!("{date} {hour}"))
}

fn foot(app: &App, scope: Scope, typing: bool, canvas: &mut Canvas) {
    let theme = &app.theme;
    let area = canvas.area();
    let y = area.height - 1;
    let mut x = 1;
    for binding in keymap::footer(scope, typing) {
        let key = binding
            .chords
            .iter()
            .find(|chord| !(typing && chord.is_plain()))
            .map(|chord| chord.label(app.lang))
            .unwrap_or_default();
        let label = binding.label(app.lang);
        let gap = app.lang.pick("", " ");
        let needed = text::width(&key) + text::width(label) + gap.len();
        if usize::from(area.width.saturating_sub(x)) < needed {
            break;
        }
        x = canvas.text(x, y, area.width - x, &key, theme.key);
        x = canvas.text(x, y, area.width - x, &format!("{gap}{label}"), theme.text) + 1;
    }
}

fn message(app: &App, canvas: &mut Canvas) {
    let area = canvas.area();
    let y = area.height - 2;
    if let Some(message) = &app.message {
        say(app, canvas, y, message);
    } else if let Some((count, last)) = &app.news.note {
        let note = format!(" {} ", news::note(app.lang, *count, last));
        canvas.clear(Rect::new(0, y, area.width, 1));
        canvas.text(1, y, 1, app.theme.glyphs.promise, app.theme.warn);
        canvas.text(2, y, area.width.saturating_sub(3), &note, app.theme.current);
    } else {
        canvas.rule(
            0,
            y,
            area.width,
            app.theme.glyphs.horizontal,
            app.theme.border,
        );
        if let Some(year) = app.missing_year() {
            let mark = format!(" {} ", calendar::missing_mark(app.lang, year));
            let columns = u16::try_from(text::width(&mark)).unwrap_or(0);
            let x = area.width.saturating_sub(columns + 1);
            canvas.text(x, y, columns, &mark, app.theme.warn);
        }
    }
}

/// A sentence on the line above the foot, and on the one above that when it is long.
fn say(app: &App, canvas: &mut Canvas, y: u16, message: &Message) {
    let theme = &app.theme;
    let (sign, style) = match message.level {
        Level::Good => (theme.glyphs.done, theme.ok),
        Level::Plain => (theme.glyphs.marker, theme.text),
        Level::Bad => (theme.glyphs.overdue, theme.danger),
    };
    let width = canvas.area().width;
    let lines = text::wrap(
        &text::visible(&message.text),
        usize::from(width.saturating_sub(4)),
    );
    let shown = lines.len().min(3);
    let first = y + 1 - u16::try_from(shown).unwrap_or(1);
    for (y, line) in (first..).zip(lines.iter().take(shown)) {
        canvas.clear(Rect::new(0, y, width, 1));
        canvas.text(3, y, width.saturating_sub(3), line, style);
    }
    canvas.text(1, first, 1, sign, style);
}

fn door(app: &App, form: &SignIn, canvas: &mut Canvas) {
    let theme = &app.theme;
    let title = words::SIGN_IN.text(app.lang);
    let inside = frame::popup(canvas, theme, (60, 11), title);
    let (x, y) = (inside.x, inside.y);
    canvas.text(x, y, inside.width, &app.desk.facts().name, theme.accent);
    let labels: [(&str, &Field, Focus); 2] = if form.changing.is_some() {
        [
            (words::NEW_PIN.text(app.lang), &form.new, Focus::NewPin),
            (words::AGAIN.text(app.lang), &form.again, Focus::NewPinAgain),
        ]
    } else {
        [
            (
                words::STAFF_NUMBER.text(app.lang),
                &form.number,
                Focus::Number,
            ),
            (words::PIN.text(app.lang), &form.pin, Focus::Pin),
        ]
    };
    for (row, (label, field, focus)) in (0..).zip(labels) {
        let focused = form.focus == focus;
        let style = if focused { theme.focus } else { theme.label };
        let y = y + 2 + row * 2;
        canvas.text(x, y, 14, label, style);
        field.render(
            canvas,
            (x + 15, y),
            inside.width.saturating_sub(15),
            theme.text,
            focused,
        );
    }
    if !form.recent.is_empty() && form.changing.is_none() {
        let all: Vec<String> = form.recent.iter().map(|one| one.1.clone()).collect();
        let line = words::recently_here(app.lang, &all);
        let shown = text::fit(&line, usize::from(inside.width));
        canvas.text(x, y + 6, inside.width, &shown, theme.dim);
    }
    let keys = words::DOOR_KEYS.text(app.lang);
    canvas.text(
        x,
        inside.bottom().saturating_sub(1),
        inside.width,
        keys,
        theme.dim,
    );
    if let Some(message) = &app.message {
        say(app, canvas, canvas.area().height - 2, message);
    }
}

fn sheet(app: &App, reading: &Reading, canvas: &mut Canvas) {
    let theme = &app.theme;
    let area = canvas.area();
    canvas.clear(area);
    canvas.cursor = None;
    let height = reading_height((area.width, area.height));
    let of = reading.lines.len();
    let to = (reading.from + height).min(of);
    let place = format!("{}-{to}/{of}", (reading.from + 1).min(of));
    frame::heading(
        canvas,
        theme,
        Rect::new(0, 0, area.width, 1),
        &reading.sheet.title,
        &place,
    );
    for (y, line) in (1..).zip(reading.lines.iter().skip(reading.from).take(height)) {
        canvas.text(2, y, area.width - 2, line, theme.text);
    }
    foot(app, Scope::Paper, false, canvas);
    message(app, canvas);
}

fn commands(app: &App, palette: &Palette, canvas: &mut Canvas) {
    let theme = &app.theme;
    let title = words::COMMANDS.text(app.lang);
    let inside = frame::popup(canvas, theme, (76, 16), title);
    palette
        .field
        .render(canvas, (inside.x, inside.y), inside.width, theme.text, true);
    let rows = usize::from(inside.height.saturating_sub(2));
    let from = palette.selected.saturating_sub(rows.saturating_sub(1));
    for (row, (at, hit)) in (0..).zip(palette.hits.iter().enumerate().skip(from).take(rows)) {
        let Some(binding) = palette.all.get(*hit) else {
            continue;
        };
        let selected = at == palette.selected;
        let barred = palette.barred.get(*hit).and_then(Option::as_deref);
        let style = match (selected, barred) {
            (true, _) => theme.selected,
            (false, None) => theme.text,
            (false, Some(_)) => theme.dim,
        };
        let y = inside.y + 2 + row;
        if selected {
            canvas.text(inside.x, y, 1, theme.glyphs.marker, theme.accent);
        }
        canvas.text(inside.x + 2, y, 14, binding.label(app.lang), style);
        let elsewhere = palette.elsewhere(*hit);
        let help = match (barred, elsewhere) {
            (Some(why), _) => why.to_owned(),
            (None, Some(place)) => {
                format!("[{}] {}", place.name(app.lang), binding.help(app.lang))
            }
            (None, None) => binding.help(app.lang).to_owned(),
        };
        canvas.text(
            inside.x + 17,
            y,
            inside.width - 30,
            &help,
            if barred.is_some() {
                theme.dim
            } else {
                theme.text
            },
        );
        let key = binding.keys(app.lang);
        let wide = u16::try_from(text::width(&key)).unwrap_or(0).min(12);
        canvas.text(inside.right() - wide, y, wide, &key, theme.key);
    }
    if canvas.cursor.is_none() {
        canvas.cursor = Some(Position::new(inside.x, inside.y));
    }
}
