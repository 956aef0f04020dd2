//! Whether the record is whole, and whether what is shown follows from it.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;
use rusqlite::types::Value;

use super::error::StoreError;
use super::event::{COLUMNS, Fact, RawEvent, Recorded, Stream};
use super::grounds;
use super::open::Store;
use super::presence;
use super::private;
use super::views::{self, Table};
use crate::domain::office::OfficeEvent;
use crate::domain::presence::Presence;

/// The first place where the register is not what it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// A place in the log is missing.
    Gap {
        /// The place.
        seq: i64,
    },
    /// An event does not follow the one before it.
    Unchained {
        /// Its place.
        seq: i64,
    },
    /// An event is not what was hashed.
    Altered {
        /// Its place.
        seq: i64,
    },
    /// An event cannot be read.
    Unreadable {
        /// Its place.
        seq: i64,
        /// Why.
        reason: String,
    },
    /// A series has a hole or a double.
    Series {
        /// The series.
        stream: String,
        /// The place in it that was expected.
        version: u32,
    },
    /// A private value is not the one that was committed to, or is gone without trace.
    Private {
        /// The event that holds the commitment.
        seq: i64,
        /// The value's id.
        id: i64,
    },
    /// What keeps the log as it is was taken away or changed.
    Guard {
        /// The trigger.
        name: String,
    },
    /// A view shows something else than the record says.
    View {
        /// The table.
        table: String,
        /// Whose row.
        owner: String,
    },
}

/// What an audit found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Audit {
    /// How many events were read.
    pub events: i64,
    /// How many series were folded.
    pub series: i64,
    /// The last event's hash, in hex.
    pub head: String,
    /// What is not as it should be; the first of it first.
    pub differences: Vec<Difference>,
}

/// An audit stops looking after so many differences.
const ENOUGH: usize = 20;

impl Store {
    /// Reads the whole record: chain, commitments, and every view against it.
    ///
    /// # Errors
    ///
    /// When the file cannot be read at all.
    pub fn audit(&self) -> Result<Audit, StoreError> {
        // One snapshot, so that commits made meanwhile are not taken for faults.
        let tx = self.conn.unchecked_transaction()?;
        let mut audit = Audit::default();
        chain(&tx, &mut audit)?;
        if audit.differences.is_empty() {
            views_follow(&tx, &mut audit)?;
        }
        grounds::guards(&tx, &mut audit)?;
        Ok(audit)
    }
}

fn chain(conn: &Connection, audit: &mut Audit) -> Result<(), StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM event ORDER BY seq");
    let mut statement = conn.prepare(&sql)?;
    let mut rows = statement.query([])?;
    let mut prev: Vec<u8> = Vec::new();
    let mut expected = 1;
    let mut apart = 0;
    while let Some(row) = rows.next()? {
        let raw = RawEvent::read(row)?;
        if raw.seq != expected {
            audit.differences.push(Difference::Gap { seq: expected });
            return Ok(());
        }
        if raw.prev != prev {
            audit
                .differences
                .push(Difference::Unchained { seq: raw.seq });
            return Ok(());
        }
        if raw.digest() != raw.hash {
            audit.differences.push(Difference::Altered { seq: raw.seq });
            return Ok(());
        }
        apart += committed(conn, &raw, audit)?;
        expected += 1;
        prev = raw.hash;
    }
    audit.events = expected - 1;
    audit.head = hex::encode(&prev);
    let kept: i64 = conn.query_row("SELECT count(*) FROM private", [], |row| row.get(0))?;
    if kept != apart && audit.differences.is_empty() {
        audit.differences.push(Difference::View {
            table: "private".to_owned(),
            owner: counted(kept, apart),
        });
    }
    Ok(())
}

/// Whether every private value of an event is the one that was committed to; how many it has.
fn committed(conn: &Connection, raw: &RawEvent, audit: &mut Audit) -> Result<i64, StoreError> {
    let mut found = Vec::new();
    if let Ok(body) = serde_json::from_str(&raw.body) {
        private::commitments(&body, &mut found);
    }
    let count = i64::try_from(found.len()).unwrap_or(i64::MAX);
    for (id, hash) in found {
        let row: Result<(Option<String>, Option<Vec<u8>>), _> = conn
            .prepare_cached("SELECT body, salt FROM private WHERE id = ?1")?
            .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)));
        let holds = match row {
            Ok((Some(body), Some(salt))) => private::commitment(&salt, &body) == hash,
            // No fact of today destroys a value, so one that is gone was taken.
            Ok(_) | Err(rusqlite::Error::QueryReturnedNoRows) => false,
            Err(error) => return Err(error.into()),
        };
        if !holds && audit.differences.len() < ENOUGH {
            audit
                .differences
                .push(Difference::Private { seq: raw.seq, id });
        }
    }
    Ok(count)
}

fn views_follow(conn: &Connection, audit: &mut Audit) -> Result<(), StoreError> {
    let mut owners: BTreeMap<&'static str, i64> =
        views::NAMES.into_iter().map(|name| (name, 0)).collect();
    let sql = format!("SELECT {COLUMNS} FROM event ORDER BY stream, version");
    let mut statement = conn.prepare(&sql)?;
    let mut rows = statement.query([])?;
    let mut series: Vec<Recorded> = Vec::new();
    let mut key = String::new();
    let mut streams = BTreeSet::new();
    loop {
        let next = match rows.next()? {
            Some(row) => Some(RawEvent::read(row)?),
            None => None,
        };
        let ended = next.as_ref().is_none_or(|raw| raw.stream != key);
        if ended && !series.is_empty() {
            audit.series += 1;
            one_series(conn, &series, audit, &mut owners)?;
            series.clear();
        }
        let Some(raw) = next else { break };
        if key != raw.stream {
            key.clone_from(&raw.stream);
            streams.insert(key.clone());
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
    grounds::serials(conn, &streams, audit)?;
    nothing_more(conn, audit, &owners)
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
    match &first.stream {
        Stream::Inquiry(number) => {
            if let Some(state) = Recorded::fold_inquiry(series) {
                for (table, rows) in views::OF_INQUIRY {
                    compare(conn, table, number.as_str(), rows(&state), audit, owners)?;
                }
            }
        }
        Stream::Shift(number) => {
            if let Some(state) = Recorded::fold_handover(series) {
                for (table, rows) in views::of_handover(&state) {
                    compare(conn, table, number.as_str(), rows, audit, owners)?;
                }
            }
        }
        Stream::Staff(number) => {
            person(conn, number.as_str(), series, audit, owners)?;
            let rows = presence::rows(number, &Presence::fold(presence::facts(series)));
            compare(conn, &views::PRESENCE, number.as_str(), rows, audit, owners)?;
        }
        Stream::Office => grounds::office(conn, series, audit)?,
    }
    Ok(())
}

fn compare(
    conn: &Connection,
    table: &'static Table,
    owner: &str,
    mut expected: Vec<Vec<Value>>,
    audit: &mut Audit,
    owners: &mut BTreeMap<&'static str, i64>,
) -> Result<(), StoreError> {
    *owners.entry(table.name).or_default() += i64::try_from(expected.len()).unwrap_or(0);
    views::in_order(&mut expected);
    if views::shown(conn, table, owner)? != expected && audit.differences.len() < ENOUGH {
        audit.differences.push(Difference::View {
            table: table.name.to_owned(),
            owner: owner.to_owned(),
        });
    }
    Ok(())
}

fn person(
    conn: &Connection,
    number: &str,
    series: &[Recorded],
    audit: &mut Audit,
    owners: &mut BTreeMap<&'static str, i64>,
) -> Result<(), StoreError> {
    let last = series.iter().rev().find_map(|event| {
        if let Fact::Office(OfficeEvent::StaffRecorded { person }) = &event.fact {
            Some(person)
        } else {
            None
        }
    });
    let Some(person) = last else { return Ok(()) };
    *owners.entry(views::STAFF).or_default() += 1;
    let expected = (
        person.name.clone(),
        person.department.clone(),
        serde_json::to_string(person)?,
    );
    let shown = conn.query_row(
        "SELECT name, department, body FROM staff WHERE staff = ?1",
        [number],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    );
    if shown.ok().as_ref() != Some(&expected) {
        audit.differences.push(Difference::View {
            table: "staff".to_owned(),
            owner: number.to_owned(),
        });
    }
    Ok(())
}

fn counted(shown: i64, expected: i64) -> String {
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
            audit.differences.push(Difference::View {
                table: (*table).to_owned(),
                owner: counted(shown, *expected),
            });
        }
    }
    Ok(())
}
