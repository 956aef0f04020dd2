//! The row at the foot of the form: what is wrong, else what helps.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::command::Urgency;
use crate::domain::refusal::Refusal;
use crate::i18n::refusal::refusal;
use crate::i18n::register as words;
use crate::tui::draw::Canvas;
use crate::tui::screen::Ctx;
use crate::tui::text;
use crate::tui::widgets::{Picker, wrapped};

use super::choosing::URGENCIES;
use super::form::Entry;
use super::place::Places;
use super::{Register, advice, identity};

/// The most rows that a fault takes.
const FAULT_ROWS: u16 = 3;

/// Draws the row at the foot: what is wrong, else a hint.
pub fn paint(screen: &Register, cx: &Ctx, canvas: &mut Canvas, places: &Places) {
    let area = places.area;
    if places.foot >= area.bottom() || area.width < 4 {
        return;
    }
    let width = area.width - 2;
    let Some(fault) = &screen.fault else {
        let (hint, style) = hint(screen, cx);
        canvas.text(area.x + 1, places.foot, width, &hint, style);
        return;
    };
    let lines = wrapped::lines(&fault.text, width);
    let rows = u16::try_from(lines.len())
        .unwrap_or(u16::MAX)
        .min(FAULT_ROWS);
    let top = (places.foot + 1).saturating_sub(rows).max(area.y);
    let place = Rect::new(area.x, top, area.width, places.foot + 1 - top);
    canvas.clear(place);
    for (line, y) in lines.iter().zip(place.top()..place.bottom()) {
        canvas.text(area.x + 1, y, width, line, cx.theme.danger);
    }
}

/// How a picker is used, or what it found.
fn finding(cx: &Ctx, focus: Entry, picker: &Picker) -> (String, Style) {
    let typed = picker.value().trim();
    let words = match (picker.is_blank(), picker.found()) {
        (false, 0) => return (words::nothing_fits(cx.lang, typed), cx.theme.warn),
        (true, _) if focus == Entry::Department => {
            words::word(cx.lang, words::SEVERAL_HOW).to_owned()
        }
        (true, _) => words::type_to_find(cx.lang).to_owned(),
        (false, found) => words::hits(cx.lang, found),
    };
    (words, cx.theme.dim)
}

/// The levels of urgency by their whole names, which their row may have to cut.
fn urgencies(cx: &Ctx) -> String {
    let told = |(at, level): (usize, &Urgency)| format!("{at}{}", advice::urgency(cx, *level));
    let names: Vec<String> = (1..).zip(&URGENCIES).map(told).collect();
    names.join("  ")
}

/// What helps at the field one types in.
fn hint(screen: &Register, cx: &Ctx) -> (String, Style) {
    let (form, focus) = (&screen.form, screen.form.focus);
    if let Some(field) = form.text(focus).filter(|field| field.is_nearly_full()) {
        return (words::room_left(cx.lang, field.remaining()), cx.theme.warn);
    }
    if matches!(focus, Entry::Answer | Entry::Advice)
        && let Some(field) = form.text(focus)
        && let Some(rule) = cx.desk.rules().forbidden_in(field.value())
    {
        let why = Refusal::ForbiddenPhrase(Box::new(rule.clone()));
        return (refusal(cx.lang, &why, cx.names), cx.theme.warn);
    }
    let dim = cx.theme.dim;
    if let Some(picker) = form.picker(focus) {
        // A name that the list or the field has to cut is told whole here.
        let room = screen.places.form.width.saturating_sub(13);
        let long = |name: &&str| text::width(name) > usize::from(room);
        let open = matches!(focus, Entry::Channel | Entry::Kind);
        let lit = picker.highlighted().or(picker.taken().filter(|_| open));
        if let Some(name) = lit.map(|choice| choice.label.as_str()).filter(long) {
            return (format!("{} {name}", cx.theme.glyphs.arrow), dim);
        }
        if picker.taken().is_none() {
            return finding(cx, focus, picker);
        }
    }
    if focus == Entry::Urgency && !cx.desk.rules().urgencies.is_empty() {
        return (urgencies(cx), dim);
    }
    if focus == Entry::IdNumber
        && let Some((words, doubtful)) = identity::of_document(cx, form)
    {
        return (words, if doubtful { cx.theme.warn } else { dim });
    }
    if focus == Entry::Unit && !screen.units.shown().0.is_empty() {
        return (words::word(cx.lang, words::UNIT_HOW).to_owned(), dim);
    }
    if focus == Entry::Name && form.internal && form.name.is_blank() {
        return (words::word(cx.lang, words::UNNAMED_HOW).to_owned(), dim);
    }
    if focus == Entry::AppointedAt
        && let Some(at) = form.appointed_for(cx)
    {
        let time = cx.local(at).format("%Y-%m-%d %H:%M").to_string();
        return (words::understood(cx.lang, &time), dim);
    }
    if focus == Entry::Place {
        return (words::word(cx.lang, words::PLACE_HOW).to_owned(), dim);
    }
    if focus == Entry::Left {
        return (words::word(cx.lang, words::LEFT_HOW).to_owned(), dim);
    }
    if focus == Entry::Phone && !form.phone.is_blank() {
        let typed = form.phone.value();
        let digits = typed.chars().filter(char::is_ascii_digit).count();
        return (words::digits(cx.lang, digits), dim);
    }
    (String::new(), dim)
}
