//! Whether the record is whole, and whether what is shown follows from it.

use std::collections::BTreeMap;

use rusqlite::Connection;
use serde_json::Value;

use super::checkpoint::{self, Elsewhere};
use super::error::StoreError;
use super::event::{COLUMNS, RawEvent};
use super::follow;
use super::grounds::{self, Numbers};
use super::open::Store;
use super::private;
use crate::domain::office::Checkpoint;
use crate::domain::time::Moment;

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
    /// A checkpoint says of the record what is not so, or its signature is not the key's.
    Checkpoint {
        /// Its place.
        seq: i64,
    },
    /// The record is not the one of which a code or a line was kept elsewhere.
    Elsewhere {
        /// The code.
        code: String,
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
        /// The trigger, table or index.
        name: String,
    },
    /// The file is malformed.
    File {
        /// What SQLite says of it.
        what: String,
    },
    /// A view shows something else than the record says.
    View {
        /// The table.
        table: String,
        /// Whose row.
        owner: String,
        /// The column; empty where rows are missing or too many.
        column: String,
    },
}

impl Difference {
    pub(super) fn view(table: &str, owner: &str, column: &str) -> Self {
        Self::View {
            table: table.to_owned(),
            owner: owner.to_owned(),
            column: column.to_owned(),
        }
    }
}

/// The checkpoints that a record holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Checkpoints {
    /// How many there are.
    pub count: i64,
    /// How many of them are signed.
    pub signed: i64,
    /// The public keys that signed, the oldest first, in hex.
    pub keys: Vec<String>,
    /// The last one, with its instant.
    pub last: Option<(Checkpoint, Moment)>,
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
    /// The checkpoints among them.
    pub checkpoints: Checkpoints,
    /// What was kept elsewhere and stands on this record, by code, with its number of facts.
    pub confirmed: Vec<(String, i64)>,
    /// What is not as it should be; the first of it first.
    pub differences: Vec<Difference>,
}

impl Audit {
    /// How many facts stand after the last checkpoint.
    pub fn after_checkpoint(&self) -> i64 {
        let sealed = self.checkpoints.last.as_ref();
        self.events - sealed.map_or(0, |(last, _)| last.events)
    }
}

/// An audit stops looking after so many differences.
pub(super) const ENOUGH: usize = 20;

impl Store {
    /// Reads the whole record: chain, commitments, checkpoints, and every view against it.
    ///
    /// # Errors
    ///
    /// When the file cannot be read at all.
    pub fn audit(&self) -> Result<Audit, StoreError> {
        self.audit_against(&[])
    }

    /// The same, and compares the record with what was printed or kept elsewhere.
    ///
    /// # Errors
    ///
    /// When the file cannot be read at all.
    pub fn audit_against(&self, elsewhere: &[Elsewhere]) -> Result<Audit, StoreError> {
        // One snapshot, so that commits made meanwhile are not taken for faults.
        let tx = self.conn.unchecked_transaction()?;
        whole(&tx, elsewhere)
    }
}

/// An audit inside a transaction.
pub(super) fn whole(conn: &Connection, elsewhere: &[Elsewhere]) -> Result<Audit, StoreError> {
    let mut audit = Audit::default();
    let sound: String = conn.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if sound != "ok" {
        let what = sound.lines().next().unwrap_or_default().to_owned();
        audit.differences.push(Difference::File { what });
    }
    let mut numbers = Numbers::default();
    let holds = chain(conn, elsewhere, &mut audit, &mut numbers)?;
    if holds && audit.differences.is_empty() {
        follow::views(conn, &mut audit)?;
        grounds::serials(conn, &numbers, &mut audit)?;
    }
    grounds::guards(conn, &mut audit)?;
    Ok(audit)
}

/// The chain alone: whether each event follows the one before and is what was hashed.
/// Where it does not, nothing that comes after is worth looking at.
pub(super) fn chain(
    conn: &Connection,
    elsewhere: &[Elsewhere],
    audit: &mut Audit,
    numbers: &mut Numbers,
) -> Result<bool, StoreError> {
    let register = grounds::register_id(conn)?;
    let mut kept = Kept::new(elsewhere, &register);
    let sql = format!("SELECT {COLUMNS} FROM event ORDER BY seq");
    let mut statement = conn.prepare(&sql)?;
    let mut rows = statement.query([])?;
    let mut prev: Vec<u8> = Vec::new();
    let mut expected = 1;
    let mut apart = 0;
    let mut gone = Gone::default();
    while let Some(row) = rows.next()? {
        let raw = match RawEvent::read(row).map_err(StoreError::from) {
            Ok(raw) => raw,
            Err(StoreError::Damaged(reason)) => {
                let seq = row.get(0).unwrap_or(expected);
                audit
                    .differences
                    .push(Difference::Unreadable { seq, reason });
                return Ok(false);
            }
            Err(error) => return Err(error),
        };
        let seq = raw.seq;
        let broken = if seq != expected {
            Some(Difference::Gap { seq: expected })
        } else if raw.prev != prev {
            Some(Difference::Unchained { seq })
        } else if raw.digest() != raw.hash {
            Some(Difference::Altered { seq })
        } else {
            None
        };
        if let Some(broken) = broken {
            audit.differences.push(broken);
            return Ok(false);
        }
        let body = serde_json::from_str(&raw.body).unwrap_or(Value::Null);
        apart += committed(conn, seq, &body, audit, &mut gone)?;
        if raw.kind == "destroyed" {
            gone.destroyed(seq, &body);
        }
        numbers.note(&raw.stream, &body);
        if raw.kind == "checkpointed" {
            sealed(&raw, &body, &register, audit);
        }
        expected += 1;
        prev = raw.hash;
        kept.compare(seq, &prev);
    }
    audit.events = expected - 1;
    audit.head = hex::encode(&prev);
    gone.finish(audit);
    kept.finish(audit);
    let stand: i64 = conn.query_row("SELECT count(*) FROM private", [], |row| row.get(0))?;
    if stand != apart && audit.differences.is_empty() {
        let rows = follow::counted(stand, apart);
        audit
            .differences
            .push(Difference::view("private", &rows, ""));
    }
    Ok(true)
}

/// Whether a checkpoint on record says what is so.
fn sealed(raw: &RawEvent, body: &Value, register: &str, audit: &mut Audit) {
    let seq = raw.seq;
    let made: Option<Checkpoint> = serde_json::from_value(body.clone()).ok();
    let Some(made) = made.filter(|one| checkpoint::holds(one, register, seq - 1, &raw.prev)) else {
        audit.differences.push(Difference::Checkpoint { seq });
        return;
    };
    let all = &mut audit.checkpoints;
    all.count += 1;
    if !made.key.is_empty() {
        all.signed += 1;
        if !all.keys.contains(&made.key) {
            all.keys.push(made.key.clone());
        }
    }
    all.last = Some((made, Moment(raw.at)));
}

/// What was kept elsewhere, looked for along the chain.
struct Kept<'a> {
    wanted: Vec<(&'a Elsewhere, Option<i64>)>,
    register: &'a str,
}

impl<'a> Kept<'a> {
    fn new(elsewhere: &'a [Elsewhere], register: &'a str) -> Self {
        Self {
            wanted: elsewhere.iter().map(|one| (one, None)).collect(),
            register,
        }
    }

    fn compare(&mut self, events: i64, head: &[u8]) {
        if self.wanted.is_empty() {
            return;
        }
        let code = checkpoint::code(self.register, events, head);
        for (one, found) in &mut self.wanted {
            let fits = match one {
                Elsewhere::Code(kept) => *kept == code,
                Elsewhere::Line(sealed) => {
                    sealed.register == self.register
                        && checkpoint::holds(&sealed.checkpoint, self.register, events, head)
                }
            };
            if fits {
                *found = Some(events);
            }
        }
    }

    fn finish(self, audit: &mut Audit) {
        for (one, found) in self.wanted {
            let code = one.as_code().to_owned();
            match found {
                Some(events) => audit.confirmed.push((code, events)),
                None => audit.differences.push(Difference::Elsewhere { code }),
            }
        }
    }
}

/// Private values that are gone, against what the record says was destroyed.
#[derive(Default)]
struct Gone {
    /// Values that stand empty, each with the place of its commitment.
    empty: BTreeMap<i64, i64>,
    /// Values that are there, likewise.
    stands: BTreeMap<i64, i64>,
    /// Values that a fact says were destroyed, with the place of that fact.
    destroyed: BTreeMap<i64, i64>,
}

impl Gone {
    fn destroyed(&mut self, seq: i64, body: &Value) {
        let ids = body.get("values").and_then(Value::as_array);
        let ids = ids.into_iter().flatten().filter_map(Value::as_i64);
        self.destroyed.extend(ids.map(|id| (id, seq)));
    }

    /// A value that is gone without a word was taken; one that is said to be gone and is
    /// there was kept.
    fn finish(self, audit: &mut Audit) {
        let taken = self.empty.into_iter().filter(|(id, seq)| {
            let when = self.destroyed.get(id);
            when.is_none_or(|when| when < seq)
        });
        let kept = self.stands.into_iter();
        let kept = kept.filter(|(id, _)| self.destroyed.contains_key(id));
        for (id, seq) in taken.chain(kept) {
            if audit.differences.len() < ENOUGH {
                audit.differences.push(Difference::Private { seq, id });
            }
        }
    }
}

/// Whether every private value of an event is the one that was committed to; how many it has.
fn committed(
    conn: &Connection,
    seq: i64,
    body: &Value,
    audit: &mut Audit,
    gone: &mut Gone,
) -> Result<i64, StoreError> {
    let mut found = Vec::new();
    private::commitments(body, &mut found);
    let count = i64::try_from(found.len()).unwrap_or(i64::MAX);
    for (id, hash) in found {
        let row: Result<(Option<String>, Option<Vec<u8>>), _> = conn
            .prepare_cached("SELECT body, salt FROM private WHERE id = ?1")?
            .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)));
        let holds = match row.map_err(StoreError::from) {
            Ok((Some(body), Some(salt))) => {
                gone.stands.insert(id, seq);
                private::commitment(&salt, &body) == hash
            }
            // Whether a later fact says that it was destroyed is seen at the end.
            Ok((None, None)) => {
                gone.empty.insert(id, seq);
                true
            }
            Ok(_)
            | Err(
                StoreError::Sqlite(rusqlite::Error::QueryReturnedNoRows) | StoreError::Damaged(_),
            ) => false,
            Err(error) => return Err(error),
        };
        if !holds && audit.differences.len() < ENOUGH {
            audit.differences.push(Difference::Private { seq, id });
        }
    }
    Ok(count)
}
