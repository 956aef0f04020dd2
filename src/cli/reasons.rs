//! A due date with its reasons, for scripts and for people.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use serde_json::{Value, json};

use crate::domain::deadline::{
    Day, DayKind, DayLine, Explanation, Lines, Office, Part, Stretch, StretchWhy,
};
use crate::domain::rulebook::Clause;
use crate::i18n::Lang;
use crate::i18n::cli as words;

/// A due date as scripts read it.
pub fn due_json(explained: &Explanation, clause: Option<&Clause>, office: &Office) -> Value {
    let mut value = json!({
        "due": explained.due.at.map(|at| rfc3339(at, office)),
        "provisional": explained.due.provisional,
        "calendar": office.calendar.version(),
        "clause": clause_json(clause),
        "days": days(&explained.lines),
    });
    if let (Lines::Stretches(stretches), Value::Object(map)) = (&explained.lines, &mut value) {
        let each = stretches.iter().map(|stretch| {
            json!({
                "from": rfc3339(stretch.from, office),
                "to": stretch.to.map(|to| rfc3339(to, office)),
                "counted": stretch.counted(),
                "why": stretch_why(stretch),
            })
        });
        map.insert("stretches".to_owned(), each.collect());
    }
    value
}

/// A clause as scripts read it.
pub fn clause_json(clause: Option<&Clause>) -> Value {
    clause.map_or(Value::Null, |clause| {
        json!({
            "document": clause.document,
            "article": clause.article,
            "quote": clause.quote,
        })
    })
}

/// The days of an explanation; for limits in minutes and hours the days that its
/// stretches touch.
pub fn days(lines: &Lines) -> Vec<Value> {
    match lines {
        Lines::Days(days) => days.iter().map(day_json).collect(),
        Lines::Stretches(stretches) => touched(stretches)
            .into_iter()
            .map(|(date, (counted, why))| {
                json!({"date": date.to_string(), "counted": counted, "why": why})
            })
            .collect(),
    }
}

fn day_json(line: &DayLine) -> Value {
    let mut value = json!({
        "date": line.date().to_string(),
        "counted": line.counted(),
        "why": day_why(line),
    });
    if let (Part::Counted(nth), Value::Object(map)) = (line.part, &mut value) {
        map.insert("day".to_owned(), nth.into());
    }
    value
}

/// Why a day counts or not, in the fixed words that scripts read.
fn day_why(line: &DayLine) -> String {
    match line.part {
        Part::Trigger => "trigger day".to_owned(),
        Part::AfterClosing => "after closing".to_owned(),
        Part::RolledTo => "rolled to".to_owned(),
        Part::Suspended(reason) => format!("suspended: {}", words::reason(Lang::En, reason)),
        Part::Counted(_) | Part::NotWorking | Part::RolledPast => kind(&line.day),
    }
}

/// What a day is; a holiday by its own name.
fn kind(day: &Day) -> String {
    match &day.kind {
        DayKind::Workday => "working day".to_owned(),
        DayKind::MakeUp(name) => format!("make-up working day ({})", name.zh),
        DayKind::Holiday(name) => name.zh.to_string(),
        DayKind::Weekend => "weekend".to_owned(),
        DayKind::Opened(why) | DayKind::Closed(why) => why.to_string(),
    }
}

fn stretch_why(stretch: &Stretch) -> String {
    match &stretch.why {
        StretchWhy::Counted => "counted".to_owned(),
        StretchWhy::OutsideHours => "outside office hours".to_owned(),
        StretchWhy::NotWorking(day) => kind(day),
        StretchWhy::Suspended(reason) => {
            format!("suspended: {}", words::reason(Lang::En, *reason))
        }
    }
}

/// The days that stretches touch, counted when any stretch of theirs is.
fn touched(stretches: &[Stretch]) -> BTreeMap<NaiveDate, (bool, String)> {
    let mut days: BTreeMap<NaiveDate, (bool, String)> = BTreeMap::new();
    for stretch in stretches {
        let end = stretch.to.unwrap_or(stretch.from);
        let mut date = stretch.from.date();
        loop {
            let entry = days
                .entry(date)
                .or_insert_with(|| (false, stretch_why(stretch)));
            if stretch.counted() && !entry.0 {
                *entry = (true, stretch_why(stretch));
            }
            let Some(next) = date.succ_opt() else { break };
            // A stretch that ends at midnight does not touch the day that begins there.
            if next.and_time(chrono::NaiveTime::MIN) >= end {
                break;
            }
            date = next;
        }
    }
    days
}

/// A due date and its reasons in lines for people.
pub fn due_lines(explained: &Explanation, office: &Office, lang: Lang) -> Vec<String> {
    let mut lines = vec![words::due_at(lang, explained.due.at)];
    if explained.due.provisional {
        lines.push(words::provisional(lang, office.calendar.last_known()));
    }
    lines.push(words::counted_by(lang, office.calendar.version()));
    match &explained.lines {
        Lines::Days(days) => lines.extend(days.iter().map(|day| words::day_line(lang, day))),
        Lines::Stretches(stretches) => {
            lines.extend(stretches.iter().map(|one| words::stretch_line(lang, one)));
        }
    }
    lines
}

/// A wall clock as RFC 3339 in the office's offset.
pub fn rfc3339(local: NaiveDateTime, office: &Office) -> String {
    office.moment(local).rfc3339(office.offset)
}
