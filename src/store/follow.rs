//! What every view shows, series by series, against what follows from the record.

use std::collections::BTreeMap;

use rusqlite::Connection;
use rusqlite::types::Value;

use super::error::StoreError;
use super::event::{COLUMNS, Fact, RawEvent, Recorded, Stream};
use super::grounds;
use super::integrity::{Audit, Difference, ENOUGH};
use super::presence;
use super::said;
use super::views::{self, Row, Table};
use crate::domain::office::OfficeEvent;
use crate::domain::presence::Presence;
use crate::domain::staff::Person;

/// Compares every view with the record.
pub(super) fn views(conn: &Connection, audit: &mut Audit) -> Result<(), StoreError> {
    let mut owners: BTreeMap<&'static str, i64> =
        views::NAMES.into_iter().map(|name| (name, 0)).collect();
    each_series(conn, audit, &mut |series, audit| {
        one_series(conn, series, audit, &mut owners)
    })?;
    if audit.differences.len() >= ENOUGH {
        return Ok(());
    }
    nothing_more(conn, audit, &owners)
}

/// What is done with each series.
pub(super) type Take<'a> = dyn FnMut(&[Recorded], &mut Audit) -> Result<(), StoreError> + 'a;

/// Reads the record series by series. What is wrong with a series is told in the audit.
pub(super) fn each_series(
    conn: &Connection,
    audit: &mut Audit,
    take: &mut Take<'_>,
) -> Result<(), StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM event ORDER BY stream, version");
    let mut statement = conn.prepare(&sql)?;
    let mut rows = statement.query([])?;
    let mut series: Vec<Recorded> = Vec::new();
    let mut key = String::new();
    loop {
        let next = match rows.next()? {
            Some(row) => Some(RawEvent::read(row)?),
            None => None,
        };
        let ended = next.as_ref().is_none_or(|raw| raw.stream != key);
        if ended && !series.is_empty() {
            audit.series += 1;
            take(&series, audit)?;
            series.clear();
        }
        let Some(raw) = next else { return Ok(()) };
        if key != raw.stream {
            key.clone_from(&raw.stream);
        }
        let (seq, version) = (raw.seq, raw.version);
        let expected = u32::try_from(series.len())
            .unwrap_or(u32::MAX)
            .saturating_add(1);
        if version != expected {
            audit.differences.push(Difference::Series {
                stream: key.clone(),
                version: expected,
            });
        }
        match raw.into_recorded(conn) {
            Ok(recorded) => series.push(recorded),
            Err(StoreError::Damaged(reason)) => {
                audit
                    .differences
                    .push(Difference::Unreadable { seq, reason });
            }
            Err(error) => return Err(error),
        }
        if audit.differences.len() >= ENOUGH {
            return Ok(());
        }
    }
}

/// Everything that the views by owner show of one series.
pub(super) fn rows_of(series: &[Recorded]) -> Vec<(&'static Table, String, Vec<Row>)> {
    let Some(first) = series.first() else {
        return Vec::new();
    };
    match &first.stream {
        Stream::Inquiry(number) => Recorded::fold_inquiry(series)
            .map(|state| {
                views::OF_INQUIRY
                    .map(|(table, rows)| (table, number.0.clone(), rows(&state)))
                    .to_vec()
            })
            .unwrap_or_default(),
        Stream::Shift(number) => Recorded::fold_handover(series)
            .map(|state| {
                views::of_handover(&state)
                    .map(|(table, rows)| (table, number.0.clone(), rows))
                    .to_vec()
            })
            .unwrap_or_default(),
        Stream::Case(number) => Recorded::fold_case(series)
            .map(|state| {
                views::of_case(&state)
                    .map(|(table, rows)| (table, number.0.clone(), rows))
                    .to_vec()
            })
            .unwrap_or_default(),
        Stream::Staff(number) => {
            let rows = presence::rows(number, &Presence::fold(presence::facts(series)));
            vec![(&views::PRESENCE, number.0.clone(), rows)]
        }
        Stream::Office => Vec::new(),
    }
}

/// A member of staff as last recorded, and at which place in the series.
pub(super) fn last_person(series: &[Recorded]) -> Option<(&Person, u32)> {
    series.iter().rev().find_map(|event| {
        if let Fact::Office(OfficeEvent::StaffRecorded { person }) = &event.fact {
            Some((person, event.version))
        } else {
            None
        }
    })
}

/// Compares what every view shows of one series with what follows from it.
fn one_series(
    conn: &Connection,
    series: &[Recorded],
    audit: &mut Audit,
    owners: &mut BTreeMap<&'static str, i64>,
) -> Result<(), StoreError> {
    let Some(first) = series.first() else {
        return Ok(());
    };
    for (table, owner, rows) in rows_of(series) {
        compare(conn, table, &owner, rows, audit, owners)?;
    }
    match &first.stream {
        Stream::Staff(number) => {
            person(conn, number.as_str(), series, audit, owners)?;
            grounds::credential(conn, number.as_str(), series, audit)
        }
        Stream::Office => grounds::office(conn, series, audit),
        Stream::Inquiry(number) => {
            let terms = Recorded::fold_inquiry(series).and_then(|state| said::of(&state));
            *owners.entry(said::COUNTED).or_default() += i64::from(terms.is_some());
            if !said::holds(conn, number, terms.as_deref())? && audit.differences.len() < ENOUGH {
                let difference = Difference::view(said::NAME, number.as_str(), "");
                audit.differences.push(difference);
            }
            Ok(())
        }
        Stream::Shift(_) | Stream::Case(_) => Ok(()),
    }
}

fn compare(
    conn: &Connection,
    table: &'static Table,
    owner: &str,
    mut expected: Vec<Row>,
    audit: &mut Audit,
    owners: &mut BTreeMap<&'static str, i64>,
) -> Result<(), StoreError> {
    *owners.entry(table.name).or_default() += i64::try_from(expected.len()).unwrap_or(0);
    views::in_order(&mut expected);
    let apart = match views::shown(conn, table, owner) {
        Ok(shown) if shown == expected => return Ok(()),
        Ok(shown) => first_apart(table, &shown, &expected),
        Err(StoreError::Damaged(_)) => "",
        Err(error) => return Err(error),
    };
    if audit.differences.len() < ENOUGH {
        let difference = Difference::view(table.name, owner, apart);
        audit.differences.push(difference);
    }
    Ok(())
}

/// The first column in which rows differ; nothing where their number does.
fn first_apart(table: &'static Table, shown: &[Row], expected: &[Row]) -> &'static str {
    if shown.len() != expected.len() {
        return "";
    }
    let apart = |(one, other): (&Row, &Row)| -> Option<usize> {
        one.iter()
            .zip(other)
            .position(|(a, b): (&Value, &Value)| a != b)
    };
    shown
        .iter()
        .zip(expected)
        .find_map(apart)
        .and_then(|at| table.columns.get(at).copied())
        .unwrap_or("")
}

fn person(
    conn: &Connection,
    number: &str,
    series: &[Recorded],
    audit: &mut Audit,
    owners: &mut BTreeMap<&'static str, i64>,
) -> Result<(), StoreError> {
    let Some((person, version)) = last_person(series) else {
        return Ok(());
    };
    *owners.entry(views::STAFF).or_default() += 1;
    let body = serde_json::to_string(person)?;
    let expected = [
        ("name", Value::Text(person.name.clone())),
        ("department", Value::Text(person.department.clone())),
        ("body", Value::Text(body)),
        ("version", Value::Integer(i64::from(version))),
    ];
    for (column, value) in expected {
        let shown: Result<Value, _> = conn.query_row(
            &format!("SELECT {column} FROM staff WHERE staff = ?1"),
            [number],
            |row| row.get(0),
        );
        if shown.ok() != Some(value) {
            let difference = Difference::view(views::STAFF, number, column);
            audit.differences.push(difference);
            break;
        }
    }
    Ok(())
}

pub(super) fn counted(shown: i64, expected: i64) -> String {
    format!("{shown} rows where the record has {expected}")
}

/// Whether a view has rows that no series accounts for.
fn nothing_more(
    conn: &Connection,
    audit: &mut Audit,
    owners: &BTreeMap<&'static str, i64>,
) -> Result<(), StoreError> {
    for (table, expected) in owners {
        let shown: i64 = conn.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| {
            row.get(0)
        })?;
        if shown != *expected && audit.differences.is_empty() {
            let rows = counted(shown, *expected);
            audit.differences.push(Difference::view(table, &rows, ""));
        }
    }
    Ok(())
}
