//! One paper slip.

use chrono::{NaiveDateTime, NaiveTime};

use super::Around;
use crate::domain::command::{Appointment, Register, Route, Visitor};
use crate::domain::ids::{Number, StaffNo};
use crate::domain::inquiry::LINE_LIMIT;
use crate::domain::staff::Person;
use crate::domain::time::Moment;
use crate::i18n::columns::YES_NO;
use crate::i18n::slips::{URGENCIES, WAYS, Way, with_slip};
use crate::sheet::finding::{Findings, What};
use crate::sheet::headed::Line;
use crate::sheet::table::{self, Cell};

/// Reads a row: the command, and the number of the paper.
pub(super) fn read(
    line: &Line<'_>,
    around: Around<'_>,
    found: &mut Findings,
) -> (Register, String) {
    first_asked(line, around, found);
    let slip = line.text("slip", found);
    let own = line.text("late_reason", found);
    let reason = if own.is_empty() {
        around.reason.trim()
    } else {
        own.trim()
    };
    let late_reason = match (reason, slip.as_str()) {
        ("", _) => {
            found.errors.push(line.at("late_reason", What::Empty));
            String::new()
        }
        (reason, "") => reason.to_owned(),
        (reason, slip) => with_slip(around.lang, reason, slip),
    };
    if late_reason.chars().count() > LINE_LIMIT {
        found
            .errors
            .push(line.at("late_reason", What::TooLong(LINE_LIMIT)));
    }
    let received_at = moment(line, "received_at", around, found);
    if line.cell("received_at").is_none() {
        found.errors.push(line.at("received_at", What::Empty));
    }
    let register = Register {
        channel: channel(line, around, found),
        kind: kind(line, around, found),
        visitor: Visitor {
            name: line.text("name", found),
            phone: phone(line, found),
            unit: line.text("unit", found),
            address: line.text("address", found),
            id_number: id_number(line, found),
        },
        matter: matter(line, around, found),
        words: line.text("words", found),
        urgent: false,
        urgency: line.word("urgency", URGENCIES, found),
        green: line.word("green", YES_NO, found).unwrap_or(false),
        internal: line.word("internal", YES_NO, found).unwrap_or(false),
        received_at,
        late_reason,
        follows: Number::default(),
        appointment: appointment(line, around, found),
        left: Vec::new(),
        seconds: 0,
        route: route(line, around, found),
    };
    (register, slip)
}

/// When and where somebody is to be seen, where the slip says so.
fn appointment(line: &Line<'_>, around: Around<'_>, found: &mut Findings) -> Option<Appointment> {
    let given = Appointment {
        at: moment(line, "appointment_at", around, found),
        place: line.text("appointment_place", found),
    };
    (given != Appointment::default()).then_some(given)
}

/// Only the one who was asked first answers for the slip.
fn first_asked(line: &Line<'_>, around: Around<'_>, found: &mut Findings) {
    let first = line.text("first", found);
    let me = around.me;
    if !first.is_empty() && first != me.number.as_str() && first != me.name {
        found.errors.push(line.at("first", What::OthersSlip(first)));
    }
}

fn moment(
    line: &Line<'_>,
    field: &'static str,
    around: Around<'_>,
    found: &mut Findings,
) -> String {
    let local = match line.cell(field) {
        None => return String::new(),
        Some(Cell::Time(time)) if time.time() != NaiveTime::MIN => Ok(*time),
        Some(Cell::Time(time)) => Err(time.date().to_string()),
        Some(Cell::Text(text)) => clock(text).ok_or_else(|| text.clone()),
        Some(Cell::Number(number)) => Err(number.to_string()),
        Some(Cell::Fault(fault)) => Err(fault.clone()),
    };
    match local {
        Ok(local) => Moment::from_local(local, around.offset).rfc3339(around.offset),
        Err(text) => {
            found.errors.push(line.at(field, What::NotATime(text)));
            String::new()
        }
    }
}

/// `2026-04-03 10:20`, `2026/4/3 10:20:05`, `2026年4月3日 10:20`.
fn clock(text: &str) -> Option<NaiveDateTime> {
    let text = text
        .trim()
        .replace(['T', '\u{3000}'], " ")
        .replace('：', ":");
    let (day, time) = text.rsplit_once(' ').or_else(|| text.split_once('日'))?;
    let time = time.trim();
    let time = NaiveTime::parse_from_str(time, "%H:%M")
        .or_else(|_| NaiveTime::parse_from_str(time, "%H:%M:%S"))
        .ok()?;
    Some(table::date(day)?.and_time(time))
}

/// A telephone typed as a number has lost the zero of its area; a mobile has none.
fn phone(line: &Line<'_>, found: &mut Findings) -> String {
    match line.cell("phone") {
        Some(Cell::Number(number)) if !(1e10..1e12).contains(number) => {
            found.errors.push(line.at("phone", What::NumericId));
            String::new()
        }
        _ => line.text("phone", found),
    }
}

fn id_number(line: &Line<'_>, found: &mut Findings) -> String {
    if let Some(Cell::Number(_) | Cell::Time(_)) = line.cell("id_number") {
        found.errors.push(line.at("id_number", What::NumericId));
        return String::new();
    }
    line.text("id_number", found)
}

fn channel(line: &Line<'_>, around: Around<'_>, found: &mut Findings) -> String {
    let choices = around.rules.channels.iter();
    let choices = choices.map(|one| (&*one.id, [&*one.name.zh, &*one.name.en]));
    named(line, "channel", choices, found)
}

fn kind(line: &Line<'_>, around: Around<'_>, found: &mut Findings) -> String {
    let choices = around.rules.kinds.iter();
    let choices = choices.map(|one| (&*one.id, [&*one.name.zh, &*one.name.en]));
    named(line, "kind", choices, found)
}

/// The id of what a cell calls by its id or a name.
fn named<'a>(
    line: &Line<'_>,
    field: &'static str,
    choices: impl Iterator<Item = (&'a str, [&'a str; 2])> + Clone,
    found: &mut Findings,
) -> String {
    let text = line.text(field, found);
    if text.is_empty() {
        return text;
    }
    let is = |name: &str| name.eq_ignore_ascii_case(&text);
    let mut fitting = choices
        .clone()
        .filter(|(id, names)| is(id) || names.iter().any(|one| is(one)));
    if let Some((id, _)) = fitting.next() {
        return id.to_owned();
    }
    let names: Vec<&str> = choices.map(|(_, names)| names[0]).collect();
    let choices = names.join(" ");
    found.errors.push(line.at(
        field,
        What::UnknownWord {
            found: text,
            choices,
        },
    ));
    String::new()
}

fn matter(line: &Line<'_>, around: Around<'_>, found: &mut Findings) -> String {
    let text = line.text("matter", found);
    let called = |(id, name, name_en): &&(String, String, String)| {
        *id == text || *name == text || name_en.eq_ignore_ascii_case(&text)
    };
    let mut fitting = around.matters.iter().filter(called);
    match (text.as_str(), fitting.next(), fitting.next()) {
        ("", _, _) => String::new(),
        (_, Some((id, _, _)), None) => id.clone(),
        (_, _, _) => {
            found
                .errors
                .push(line.at("matter", What::UnknownMatterName(text)));
            String::new()
        }
    }
}

fn route(line: &Line<'_>, around: Around<'_>, found: &mut Findings) -> Option<Route> {
    let text = line.text("text", found);
    let promised = moment(line, "promised", around, found);
    let department = line.text("department", found);
    let staff = staff(line, &department, around, found);
    Some(match line.word("route", WAYS, found)? {
        Way::Answered => Route::AnswerNow { text },
        Way::Mine => Route::MineLater { promised },
        Way::HandedOff => Route::HandOff {
            department: match (&staff, department.is_empty()) {
                (Some(person), true) => person.department.clone(),
                (Some(_) | None, _) => department,
            },
            staff: staff.map_or_else(StaffNo::default, |person| person.number.clone()),
            accompanied: false,
        },
        Way::Outside => Route::Outside { advice: text },
    })
}

fn staff<'a>(
    line: &Line<'_>,
    department: &str,
    around: Around<'a>,
    found: &mut Findings,
) -> Option<&'a Person> {
    let text = line.text("staff", found);
    if text.is_empty() {
        return None;
    }
    let by_number = around.people.iter().find(|one| one.number.as_str() == text);
    let here =
        |one: &&Person| one.name == text && (department.is_empty() || one.department == department);
    let mut by_name = around.people.iter().filter(here);
    match (by_number, by_name.next(), by_name.next()) {
        (Some(person), _, _) | (None, Some(person), None) => Some(person),
        (None, _, _) => {
            found
                .errors
                .push(line.at("staff", What::UnknownPerson(text)));
            None
        }
    }
}
