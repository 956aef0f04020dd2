//! The record cannot be bent unseen: whatever is changed in the file, an audit finds it,
//! and it finds nothing where nothing was changed.
//!
//! `SHOUWEN_LONG=1` flips every byte of every row instead of some.

#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests")]

use std::path::{Path, PathBuf};

use crate::kit::{ADMIN, CLERK, HANDLER, OTHER_CLERK, desk, moment, terminal};
use rusqlite::Connection;
use rusqlite::config::DbConfig;
use rusqlite::types::Value;
use serde_json::json;
use sha2::{Digest, Sha256};
use shouwen::desk::{Actor, Pin};
use shouwen::domain::staff::{Person, Role};
use shouwen::store::{Audit, Copying, Difference, Elsewhere, Mode, Sealed, Store, StoreError};

const KEY: &str = "state/checkpoint.key";

/// A register in which something stands in every table, sealed by a handover and once more.
struct Room {
    dir: tempfile::TempDir,
    code: String,
    line: String,
}

impl Room {
    fn new() -> Self {
        let mut counter = desk().at("2026-04-07 09:10");
        let key = counter.path().with_file_name(KEY);
        counter.desk().seal_with(Some(key.clone()));
        let admin = Person {
            number: ADMIN.into(),
            name: "冯立".into(),
            department: "信息科".into(),
            roles: vec![Role::Admin],
            ..Person::default()
        };
        let pin = Pin {
            digits: "135790".into(),
            one_time: false,
        };
        counter
            .desk()
            .record_people(&[(admin, Some(pin))], b"pepper")
            .unwrap();
        let mut counter = counter
            .act(
                json!({"register": {"visitor": {"name": "张三", "phone": "13800000000"},
                "matter": "sw-fapiao", "words": "领用发票"}, "request": "r-1"}),
            )
            .notify("sw-fapiao")
            .register("第二件")
            .hand_off("税政科", HANDLER)
            .by(HANDLER)
            .sign()
            .by(CLERK)
            .act(json!({"away": {"reason": "开会", "until": "2026-04-07T17:00:00+08:00"}}))
            .act(json!({"back": {}}))
            .by(OTHER_CLERK)
            .act(json!({"away": {"reason": "培训", "until": "2026-04-08T17:00:00+08:00"}}))
            .by(CLERK)
            .act(json!({"handover_open": {"to": OTHER_CLERK, "notes": ["印章一枚"]}}));
        for item in 1..=counter.handover().items.len() {
            counter = counter
                .by(OTHER_CLERK)
                .act(json!({"handover_acknowledge": {"item": item}}));
        }
        let mut counter = counter
            .by(CLERK)
            .act(json!({"handover_sign": {}}))
            .by(OTHER_CLERK)
            .act(json!({"handover_sign": {}}))
            .register("交接之后");
        let made = counter.desk().checkpoint(&Actor::Owner, false).unwrap();
        assert!(!made.signature.is_empty(), "signed");
        let register = counter.desk().facts().id.clone();
        let sealed = Sealed {
            register,
            at: String::new(),
            checkpoint: made.clone(),
        };
        let counter = counter.register("打校验点之后");
        let dir = tempfile::tempdir().unwrap();
        let copying = Copying {
            target: dir.path().join("register.db"),
            replace: false,
            damaged: false,
            within: std::time::Duration::from_mins(1),
        };
        let copied = terminal(counter.path(), counter.now(), 3)
            .store()
            .back_up(&copying, &mut |_, _| {})
            .unwrap();
        assert_eq!(copied.audit.differences, []);
        Self {
            dir,
            code: made.code,
            line: serde_json::to_string(&sealed).unwrap(),
        }
    }

    fn path(&self) -> PathBuf {
        self.dir.path().join("register.db")
    }

    /// Whoever owns the file is held up by no trigger.
    fn owner(&self) -> Connection {
        let conn = Connection::open(self.path()).unwrap();
        let off = conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false);
        assert!(!off.unwrap());
        conn
    }

    fn audit(&self, elsewhere: &[Elsewhere]) -> Audit {
        audit(&self.path(), elsewhere)
    }
}

fn audit(path: &Path, elsewhere: &[Elsewhere]) -> Audit {
    let store = Store::open(path, Mode::ReadOnly).unwrap();
    match store.audit_against(elsewhere) {
        Ok(audit) => audit,
        // What cannot be read through does not verify either.
        Err(StoreError::Damaged(what)) => Audit {
            differences: vec![Difference::File { what }],
            ..Audit::default()
        },
        Err(error) => panic!("{error}"),
    }
}

fn long() -> bool {
    std::env::var_os("SHOUWEN_LONG").is_some()
}

/// The columns of a table, and its rows.
fn rows(conn: &Connection, table: &str) -> (Vec<String>, Vec<Vec<Value>>) {
    let mut statement = conn.prepare(&format!("SELECT * FROM {table}")).unwrap();
    let columns: Vec<String> = statement
        .column_names()
        .iter()
        .map(|name| (*name).to_owned())
        .collect();
    let count = columns.len();
    let rows = statement
        .query_map([], |row| (0..count).map(|at| row.get(at)).collect())
        .unwrap()
        .collect::<rusqlite::Result<_>>()
        .unwrap();
    (columns, rows)
}

/// Other values that one could stand for: with one bit of each byte turned, in strides.
fn bent(value: &Value, stride: usize) -> Vec<(Value, bool)> {
    let turned = |bytes: &[u8]| -> Vec<Vec<u8>> {
        (0..bytes.len())
            .step_by(stride)
            .map(|at| {
                let mut other = bytes.to_vec();
                other[at] ^= 1 << (at % 8);
                other
            })
            .collect()
    };
    match value {
        Value::Null => vec![(Value::Integer(7), false)],
        Value::Integer(number) => turned(&number.to_be_bytes())
            .into_iter()
            .map(|bytes| {
                (
                    Value::Integer(i64::from_be_bytes(bytes.try_into().unwrap())),
                    false,
                )
            })
            .collect(),
        Value::Text(text) if text.is_empty() => vec![(Value::Text("x".into()), false)],
        Value::Text(text) => turned(text.as_bytes())
            .into_iter()
            .map(|bytes| (Value::Blob(bytes), true))
            .collect(),
        Value::Blob(bytes) => turned(bytes)
            .into_iter()
            .map(|bytes| (Value::Blob(bytes), false))
            .collect(),
        Value::Real(_) => panic!("no table holds such a number"),
    }
}

/// Turns values of one row one after another; each must be found. How many there were.
fn bend_row(room: &Room, conn: &Connection, table: &str, at: usize, stride: usize) -> usize {
    let (columns, all) = rows(conn, table);
    let row = &all[at];
    let mut done = 0;
    for (nth, column) in columns.iter().enumerate() {
        if exempt(table, column, row) {
            continue;
        }
        for (other, text) in bent(&row[nth], stride) {
            let new = if text { "CAST(?1 AS TEXT)" } else { "?1" };
            let sql = |set: &str, now: &str| {
                let keys: Vec<String> = columns
                    .iter()
                    .zip(2..)
                    .map(|(name, mark)| {
                        if name == column {
                            format!("{name} IS {now}")
                        } else {
                            format!("{name} IS ?{mark}")
                        }
                    })
                    .collect();
                format!(
                    "UPDATE {table} SET {column} = {set} WHERE {}",
                    keys.join(" AND ")
                )
            };
            let mut given = vec![other.clone()];
            given.extend(row.iter().cloned());
            let own = format!("?{}", nth + 2);
            let bind = || rusqlite::params_from_iter(given.iter());
            let changed = match conn.execute(&sql(new, &own), bind()) {
                Ok(changed) => changed,
                // A rule of the table itself forbids it: it cannot be bent like this.
                Err(rusqlite::Error::SqliteFailure(error, _))
                    if error.code == rusqlite::ErrorCode::ConstraintViolation =>
                {
                    continue;
                }
                Err(error) => panic!("{table}.{column}: {error}"),
            };
            assert_eq!(changed, 1, "{table}.{column}");
            let found = room.audit(&[]).differences;
            assert!(!found.is_empty(), "{table}.{column}: {other:?} unseen");
            conn.execute(&sql(&own, new), bind()).unwrap();
            done += 1;
        }
    }
    done
}

/// What no fact on record speaks of: ids of senders, wrong tries, a sandbox's shift of time.
fn exempt(table: &str, column: &str, row: &[Value]) -> bool {
    ["request", "stranger"].contains(&table)
        || (table == "credential" && ["failed", "locked_until"].contains(&column))
        || (table == "office" && row.first() == Some(&Value::Text("shift_ms".into())))
}

/// Tables of which this story has no row; those of cases are tried with the cases.
const WITHOUT_ROWS: [&str; 5] = ["clock_kept", "breach", "stranger", "accounting", "answered"];

#[test]
fn every_byte_of_an_event_is_held() {
    let room = Room::new();
    let conn = room.owner();
    let (columns, events) = rows(&conn, "event");
    let kind = columns.iter().position(|name| name == "kind").unwrap();
    let of = |wanted: &str| {
        let is = |row: &&Vec<Value>| row[kind] == Value::Text(wanted.into());
        let row = events.iter().find(is).unwrap();
        events.iter().position(|other| other == row).unwrap()
    };
    let mut bent = 0;
    if long() {
        for at in 0..events.len() {
            bent += bend_row(&room, &conn, "event", at, 1);
        }
    } else {
        for (at, stride) in [
            ("registered", 29),
            ("checkpointed", 31),
            ("handover_signed", 17),
        ] {
            bent += bend_row(&room, &conn, "event", of(at), stride);
        }
    }
    assert_eq!(room.audit(&[]).differences, [], "put back as it was");
    println!("bytes turned in events: {bent}, all found");
}

#[test]
fn every_column_of_every_other_table_is_held() {
    // `said` and the tables of the full-text search behind it hold no text: only where
    // words occur, which SQLite's own check reads.
    let room = Room::new();
    let conn = room.owner();
    let tables: Vec<String> = conn
        .prepare(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'event' \
             AND name NOT LIKE 'said%'",
        )
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<rusqlite::Result<_>>()
        .unwrap();
    let mut bent = 0;
    let mut empty = Vec::new();
    for table in &tables {
        let count = rows(&conn, table).1.len();
        if count == 0 {
            empty.push(table.as_str());
        }
        let (some, stride) = if long() {
            (count, 1)
        } else {
            (count.min(1), 4001)
        };
        for at in 0..some {
            // A rulebook has thousands of bytes; each is under one hash.
            let stride = if long() && ["rulebook", "matter"].contains(&table.as_str()) {
                97
            } else {
                stride
            };
            bent += bend_row(&room, &conn, table, at, stride);
        }
    }
    assert!(
        empty.iter().all(|table| WITHOUT_ROWS.contains(table)),
        "{empty:?} has no row"
    );
    assert_eq!(room.audit(&[]).differences, [], "put back as it was");
    println!(
        "values turned in {} tables: {bent}, all found",
        tables.len()
    );
}

#[test]
fn a_difference_is_told_with_its_place() {
    let room = Room::new();
    let conn = room.owner();
    conn.execute_batch("UPDATE leg SET holder = '1002' WHERE leg = 1")
        .unwrap();
    let found = room.audit(&[]).differences;
    let [
        Difference::View {
            table,
            owner,
            column,
        },
    ] = found.as_slice()
    else {
        panic!("{found:?}");
    };
    assert_eq!((table.as_str(), column.as_str()), ("leg", "holder"));
    assert!(owner.starts_with("20260407-"), "{owner}");
}

#[test]
fn what_is_taken_away_from_the_tables_themselves_is_found() {
    for sql in [
        "DROP TRIGGER event_is_never_changed",
        "DROP INDEX event_by_stream",
        "DROP INDEX pending_due",
        "CREATE TRIGGER quiet AFTER INSERT ON event BEGIN SELECT 1; END",
        "CREATE TABLE another (x)",
        "ALTER TABLE notice ADD COLUMN more TEXT",
    ] {
        let room = Room::new();
        room.owner().execute_batch(sql).unwrap();
        let found = room.audit(&[]).differences;
        assert!(
            matches!(found.last(), Some(Difference::Guard { .. })),
            "{sql}: {found:?}"
        );
    }
}

#[test]
fn events_deleted_swapped_or_put_in_are_found() {
    for sql in [
        "DELETE FROM event WHERE seq = 9",
        "DELETE FROM event WHERE seq = 1",
        "DELETE FROM event",
        "UPDATE event SET seq = -1 WHERE seq = 9; UPDATE event SET seq = 9 WHERE seq = 10; \
         UPDATE event SET seq = 10 WHERE seq = -1",
        "UPDATE event SET body = (SELECT body FROM event WHERE seq = 10) WHERE seq = 9",
        "INSERT INTO event SELECT max(seq) + 1, at, recorded_at, actor, on_behalf_of, window, \
         site, stream, 99, kind, body, prev, hash FROM event",
    ] {
        let room = Room::new();
        room.owner().execute_batch(sql).unwrap();
        assert!(!room.audit(&[]).differences.is_empty(), "{sql}");
    }
}

/// Makes every hash again from a place on, as someone would who knows the program.
fn rechain(conn: &Connection) {
    let (_, events) = rows(conn, "event");
    let mut prev = Vec::new();
    for row in events {
        let mut hash = Sha256::new();
        let mut add = |bytes: &[u8]| {
            hash.update((bytes.len() as u64).to_be_bytes());
            hash.update(bytes);
        };
        for (at, value) in row[..11].iter().enumerate() {
            match value {
                // The version is a number of 32 bits.
                Value::Integer(number) if at == 8 => {
                    add(&u32::try_from(*number).unwrap().to_be_bytes());
                }
                Value::Integer(number) => add(&number.to_be_bytes()),
                Value::Text(text) => add(text.as_bytes()),
                Value::Null | Value::Real(_) | Value::Blob(_) => panic!("{value:?}"),
            }
        }
        add(&prev);
        let made = hash.finalize().to_vec();
        conn.execute(
            "UPDATE event SET prev = ?2, hash = ?3 WHERE seq = ?1",
            rusqlite::params![row[0], prev, made],
        )
        .unwrap();
        prev = made;
    }
}

fn rebuild(path: &Path) {
    let mut store = Store::open(path, Mode::ReadWrite).unwrap();
    store.rebuild().unwrap();
}

#[test]
fn a_record_chained_anew_is_betrayed_by_its_checkpoints() {
    let room = Room::new();
    let conn = room.owner();
    conn.execute_batch("UPDATE event SET actor = '1002' WHERE kind = 'notified'")
        .unwrap();
    rechain(&conn);
    let found = room.audit(&[]).differences;
    assert!(
        matches!(found.first(), Some(Difference::Checkpoint { .. })),
        "{found:?}"
    );
}

#[test]
fn a_record_cut_short_or_made_anew_is_betrayed_by_what_was_kept_elsewhere() {
    let room = Room::new();
    let code = Elsewhere::code(&room.code).unwrap();
    let line = Elsewhere::Line(serde_json::from_str(&room.line).unwrap());
    let kept = [code, line];
    let whole = room.audit(&kept);
    assert_eq!(whole.differences, []);
    assert_eq!(whole.confirmed.len(), 2);
    let sealed = whole.confirmed[0].1;
    let conn = room.owner();
    // Everything from before the seal on is cut off, tracelessly, and the views follow.
    conn.execute_batch(&format!("DELETE FROM event WHERE seq >= {sealed}"))
        .unwrap();
    let (_, events) = rows(&conn, "event");
    let last: i64 = events
        .iter()
        .filter_map(|row| match &row[10] {
            Value::Text(body) => Some(body.split("\"$p\":").skip(1).filter_map(|rest| {
                let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
                digits.parse::<i64>().ok()
            })),
            Value::Null | Value::Integer(_) | Value::Real(_) | Value::Blob(_) => None,
        })
        .flatten()
        .max()
        .unwrap();
    conn.execute("DELETE FROM private WHERE id > ?1", [last])
        .unwrap();
    drop(conn);
    rebuild(&room.path());
    assert_eq!(
        room.audit(&[]).differences,
        [],
        "nothing in the file itself betrays it"
    );
    let found = room.audit(&kept).differences;
    assert_eq!(
        found,
        [
            Difference::Elsewhere {
                code: room.code.clone()
            },
            Difference::Elsewhere {
                code: room.code.clone()
            }
        ]
    );

    // Unsigned checkpoints put in place of signed ones, and all of it chained anew.
    let room = Room::new();
    let conn = room.owner();
    conn.execute_batch(
        "UPDATE event SET actor = '1002' WHERE kind = 'notified'; \
         UPDATE event SET kind = 'came_back', body = '{\"v\":1}' WHERE kind = 'checkpointed'",
    )
    .unwrap();
    rechain(&conn);
    drop(conn);
    assert_eq!(
        room.audit(&[]).differences,
        [],
        "nothing in the file itself betrays it"
    );
    let code = Elsewhere::code(&room.code).unwrap();
    let found = room.audit(&[code]).differences;
    assert!(
        matches!(found.as_slice(), [Difference::Elsewhere { .. }]),
        "{found:?}"
    );
}

#[test]
fn a_forged_checkpoint_is_found() {
    for change in [
        "'\"signature\":\"', '\"signature\":\"00'",
        "'\"key\":\"', '\"key\":\"00'",
        "'\"events\":', '\"events\":1'",
        "'\"code\":\"', '\"code\":\"3'",
        "'\"head\":\"', '\"head\":\"0'",
    ] {
        let room = Room::new();
        let conn = room.owner();
        conn.execute_batch(&format!(
            "UPDATE event SET body = replace(body, {change}) WHERE kind = 'checkpointed'"
        ))
        .unwrap();
        rechain(&conn);
        let found = room.audit(&[]).differences;
        assert!(
            matches!(found.first(), Some(Difference::Checkpoint { .. })),
            "{change}: {found:?}"
        );
    }
}

#[test]
fn a_register_that_moved_without_its_key_goes_on_unsigned_until_it_draws_a_new_one() {
    let room = Room::new();
    let before = room.audit(&[]).checkpoints;
    let mut desk = terminal(&room.path(), moment("2026-04-07 10:00"), 5);
    desk.seal_with(Some(room.dir.path().join("elsewhere.key")));
    let unsigned = desk.checkpoint(&Actor::Owner, false).unwrap();
    assert!(unsigned.signature.is_empty() && !unsigned.code.is_empty());
    let signed = desk.checkpoint(&Actor::Owner, true).unwrap();
    assert!(!signed.signature.is_empty());
    let after = room.audit(&[]);
    assert_eq!(after.differences, []);
    assert_eq!(after.checkpoints.count, before.count + 2);
    assert_eq!(after.checkpoints.signed, before.signed + 1);
    assert_eq!(after.checkpoints.keys.len(), 2, "the change of keys shows");
    assert_eq!(
        after.after_checkpoint(),
        1,
        "the checkpoint itself stands after it"
    );
}

#[test]
fn views_made_again_follow_from_the_record() {
    for sql in [
        "DELETE FROM pending; DELETE FROM search_key; DELETE FROM serial",
        "UPDATE inquiry SET holder = '9001', words = 'x'; UPDATE staff SET name = 'x', version = 7",
        "INSERT INTO notice VALUES ('x', 'y', 1, 'z', 0, 0, '')",
        "UPDATE office SET value = 'x' WHERE key IN ('name', 'rulebook', 'id')",
        "DELETE FROM presence; DELETE FROM handover; DELETE FROM leg; DELETE FROM clock",
    ] {
        let room = Room::new();
        room.owner().execute_batch(sql).unwrap();
        let mut store = Store::open(&room.path(), Mode::ReadWrite).unwrap();
        let done = store.rebuild().unwrap();
        assert!(done.made && !done.before.is_empty(), "{sql}");
        assert_eq!(done.after.differences, [], "{sql}");
        drop(store);
        assert_eq!(room.audit(&[]).differences, [], "{sql}");
    }
}

#[test]
fn nothing_is_made_from_a_record_that_does_not_hold() {
    let room = Room::new();
    room.owner()
        .execute_batch("UPDATE event SET actor = 'x' WHERE seq = 9; DELETE FROM pending")
        .unwrap();
    let mut store = Store::open(&room.path(), Mode::ReadWrite).unwrap();
    let done = store.rebuild().unwrap();
    assert!(!done.made);
    assert_eq!(done.before.first(), Some(&Difference::Altered { seq: 9 }));
    drop(store);
    assert_eq!(rows(&room.owner(), "pending").1.len(), 0, "left as it was");
}

#[test]
fn what_the_record_only_knows_the_hash_of_is_told_and_left() {
    let room = Room::new();
    room.owner()
        .execute_batch("UPDATE credential SET phc = phc || 'x'; DELETE FROM leg")
        .unwrap();
    let mut store = Store::open(&room.path(), Mode::ReadWrite).unwrap();
    let done = store.rebuild().unwrap();
    assert!(done.made);
    assert_eq!(
        done.after.differences,
        [Difference::View {
            table: "credential".into(),
            owner: ADMIN.into(),
            column: "phc".into()
        }]
    );
}

#[test]
fn clean_registers_raise_no_alarm() {
    let runs = if long() { 1000 } else { 3 };
    let room = Room::new();
    for run in 0..runs {
        let mut desk = terminal(&room.path(), moment("2026-04-07 10:00"), run);
        let command =
            json!({"register": {"visitor": {"name": "张三"}, "words": format!("第 {run} 次")}});
        crate::kit::send(&mut desk, CLERK, &command).unwrap();
        assert_eq!(room.audit(&[]).differences, [], "run {run}");
    }
    println!("clean runs: {runs}, false alarms: 0");
}
