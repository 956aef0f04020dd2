//! The register on disk: races, and whatever someone does to the file.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use std::path::Path;

use crate::kit::*;
use rusqlite::Connection;
use serde_json::json;
use shouwen::clock::FixedClock;
use shouwen::desk::{Desk, DeskError};
use shouwen::domain::refusal::Refusal;
use shouwen::entropy::SeededEntropy;
use shouwen::store::{Difference, Mode, Store, StoreError};

// ---- Races ------------------------------------------------------------------------------

#[test]
fn of_two_terminals_that_sign_the_same_slip_one_wins_and_the_other_is_told() {
    let counter = desk()
        .at("2026-04-07 09:10")
        .register("问")
        .hand_off("税政科", HANDLER);
    let number = counter.number().to_owned();
    let path = counter.path().to_owned();
    let barrier = std::sync::Arc::new(std::sync::Barrier::new(2));
    let hands: Vec<_> = (0..2)
        .map(|seed| {
            let (path, number, barrier) = (path.clone(), number.clone(), barrier.clone());
            std::thread::spawn(move || {
                let mut desk = terminal(&path, moment("2026-04-07 10:02"), 100 + seed);
                let sign = json!({"sign_for": {"inquiry": number, "leg": 1}});
                barrier.wait();
                match send(&mut desk, HANDLER, &sign) {
                    Ok(_) => None,
                    Err(DeskError::Refused(refusal)) => Some(*refusal),
                    Err(error) => panic!("{error}"),
                }
            })
        })
        .collect();
    let mut told: Vec<_> = hands
        .into_iter()
        .map(|hand| hand.join().expect("a terminal"))
        .collect();
    told.sort_by_key(Option::is_some);
    assert_eq!(told[0], None);
    assert_eq!(
        told[1],
        Some(Refusal::AlreadySigned {
            by: HANDLER.into(),
            at: moment("2026-04-07 10:02"),
        })
    );
    assert_eq!(counter.count("signed_for"), 1);
}

#[test]
fn many_terminals_register_at_once_and_no_number_is_given_twice_or_lost() {
    const EACH: usize = 40;
    let counter = desk();
    let path = counter.path().to_owned();
    let hands: Vec<_> = (0..4)
        .map(|seed| {
            let path = path.clone();
            std::thread::spawn(move || {
                let mut desk = terminal(&path, moment("2026-04-07 10:02"), 200 + seed);
                desk.store().without_syncing().expect("speed");
                let command = json!({"register": {"visitor": {"name": "张三"}, "words": "问"}});
                (0..EACH)
                    .map(|_| {
                        send(&mut desk, CLERK, &command)
                            .expect("registered")
                            .subject
                    })
                    .collect::<Vec<String>>()
            })
        })
        .collect();
    let mut numbers: Vec<String> = hands
        .into_iter()
        .flat_map(|hand| hand.join().expect("a terminal"))
        .collect();
    numbers.sort();
    let expected: Vec<String> = (1..=4 * EACH)
        .map(|serial| format!("20260407-{serial:04}"))
        .collect();
    assert_eq!(numbers, expected);
}

#[test]
fn another_terminals_commit_shows_at_once() {
    let mut counter = desk().at("2026-04-07 09:10").register("问");
    let mut other = terminal(counter.path(), moment("2026-04-07 09:20"), 3);
    let number = counter.number().to_owned();
    let hand_off = json!({"hand_off": {
        "inquiry": number, "department": "税政科", "staff": HANDLER
    }});
    send(&mut other, CLERK, &hand_off).expect("handed off");
    let Refusal::Overtaken(lost) = refusal(send(counter.desk(), CLERK, &hand_off)) else {
        panic!("nobody was told who was quicker");
    };
    let (holder, at) = (HANDLER.into(), moment("2026-04-07 09:20"));
    assert_eq!(lost.why, Refusal::NotYours { holder });
    assert_eq!((lost.turned.by.as_str(), lost.turned.at), (CLERK, at));
}

// ---- Append-only ---------------------------------------------------------------------------

fn raw(path: &Path) -> Connection {
    Connection::open(path).expect("a connection")
}

#[test]
fn the_record_is_neither_changed_nor_removed_nor_replaced() {
    let counter = desk().register("问");
    let conn = raw(counter.path());
    for sql in [
        "UPDATE event SET actor = 'x' WHERE seq = 3",
        "DELETE FROM event WHERE seq = 3",
        "DELETE FROM event",
        "INSERT OR REPLACE INTO event SELECT seq, at, recorded_at, 'x', on_behalf_of, window, \
         site, stream, version, kind, body, prev, hash FROM event WHERE seq = 3",
        "REPLACE INTO event SELECT seq + 1000, at, recorded_at, 'x', on_behalf_of, window, \
         site, stream, version, kind, body, prev, hash FROM event WHERE seq = 3",
    ] {
        let error = conn.execute_batch(sql).expect_err(sql);
        assert!(error.to_string().contains("append-only"), "{sql}: {error}");
    }
}

// ---- Audit -----------------------------------------------------------------------------------

const NO_TRIGGERS: &str = "DROP TRIGGER event_is_never_changed; \
     DROP TRIGGER event_is_never_removed; DROP TRIGGER event_is_never_replaced;";

/// The differences that an audit finds after someone did this to the file.
fn found_after(sql: &str) -> Vec<Difference> {
    let counter = desk()
        .at("2026-04-07 09:10")
        .register("第一件")
        .hand_off("税政科", HANDLER)
        .register("第二件")
        .damaged();
    // Whoever takes the guards away to change the log puts them back afterwards.
    let conn = raw(counter.path());
    let guards: String = conn
        .query_row(
            "SELECT group_concat(sql, '; ') FROM sqlite_master WHERE type = 'trigger'",
            [],
            |row| row.get(0),
        )
        .expect("the guards");
    conn.execute_batch(&format!("{NO_TRIGGERS} {sql} {guards};"))
        .expect(sql);
    let store = Store::open(counter.path(), Mode::ReadOnly).expect("open");
    store.audit().expect("an audit").differences
}

#[test]
fn an_untouched_register_has_no_differences() {
    assert_eq!(found_after(""), vec![]);
}

#[test]
fn a_guard_that_is_gone_or_toothless_is_found() {
    for sql in [
        "DROP TRIGGER event_is_never_changed",
        "DROP TRIGGER event_is_never_removed; CREATE TRIGGER event_is_never_removed \
         BEFORE DELETE ON event BEGIN SELECT 1; END",
        "CREATE TRIGGER another AFTER INSERT ON event BEGIN SELECT 1; END",
    ] {
        let counter = desk().register("第一件").damaged();
        raw(counter.path()).execute_batch(sql).expect(sql);
        let store = Store::open(counter.path(), Mode::ReadOnly).expect("open");
        let found = store.audit().expect("an audit").differences;
        assert!(
            matches!(found.as_slice(), [Difference::Guard { .. }]),
            "{sql}: {found:?}"
        );
    }
}

#[test]
fn what_the_rules_rest_on_cannot_be_bent_unseen() {
    for (table, sql) in [
        (
            "office",
            "UPDATE office SET value = '0' WHERE key = 'sandbox'",
        ),
        (
            "office",
            "UPDATE office SET value = '00:00-24:00' WHERE key = 'hours'",
        ),
        (
            "office",
            "UPDATE office SET value = 'x' WHERE key = 'calendar'",
        ),
        ("office", "DELETE FROM office WHERE key = 'name'"),
        (
            "rulebook",
            "UPDATE rulebook SET body = replace(body, '\"3wd\"', '\"9wd\"')",
        ),
        ("rulebook", "DELETE FROM rulebook"),
        ("matter", "UPDATE matter SET name = '改过' WHERE place = 0"),
        ("matter", "DELETE FROM circumstance"),
        (
            "serial",
            "UPDATE serial SET last = last - 1 WHERE series LIKE 'day:%'",
        ),
        ("serial", "DELETE FROM serial"),
        (
            "staff",
            "UPDATE staff SET name = '王五' WHERE staff = '1001'",
        ),
        (
            "staff",
            "UPDATE staff SET department = '别处' WHERE staff = '1001'",
        ),
        (
            "private",
            "INSERT INTO private (body, salt) VALUES ('\"x\"', x'00')",
        ),
    ] {
        let found = found_after(&format!("{sql};"));
        assert!(
            matches!(found.as_slice(), [Difference::View { table: t, .. }, ..] if t == table),
            "{sql}: {found:?}"
        );
    }
}

#[test]
fn an_altered_event_is_found() {
    for change in [
        "at = at + 1",
        "recorded_at = recorded_at + 1",
        "actor = '1002'",
        "on_behalf_of = '1002'",
        "window = '9'",
        "kind = 'answered'",
        "body = replace(body, '1001', '1002')",
    ] {
        let found = found_after(&format!(
            "UPDATE event SET {change} WHERE kind = 'registered' AND version = 1;"
        ));
        assert!(
            matches!(found.first(), Some(Difference::Altered { .. })),
            "{change}: {found:?}"
        );
    }
}

#[test]
fn a_deleted_event_is_found() {
    let found = found_after("DELETE FROM event WHERE seq = 5;");
    assert_eq!(found, vec![Difference::Gap { seq: 5 }]);
}

#[test]
fn events_deleted_and_closed_up_are_found() {
    let found = found_after(
        "DELETE FROM event WHERE seq = 5; UPDATE event SET seq = seq - 1 WHERE seq > 5;",
    );
    assert_eq!(found, vec![Difference::Unchained { seq: 5 }]);
}

#[test]
fn the_last_events_deleted_are_found_by_the_views() {
    let found = found_after("DELETE FROM event WHERE seq = (SELECT max(seq) FROM event);");
    assert!(
        found.iter().any(|d| matches!(d, Difference::View { .. })),
        "{found:?}"
    );
}

#[test]
fn every_inquiry_deleted_from_the_end_is_found_too() {
    let found = found_after("DELETE FROM event WHERE stream LIKE 'i:%';");
    assert!(
        found.iter().any(|d| matches!(d, Difference::View { .. })),
        "{found:?}"
    );
}

#[test]
fn an_edited_view_is_found_in_every_table() {
    for (table, sql) in [
        (
            "inquiry",
            "UPDATE inquiry SET holder = '1001' WHERE inquiry LIKE '%-0001'",
        ),
        (
            "inquiry",
            "UPDATE inquiry SET name = '王五' WHERE inquiry LIKE '%-0001'",
        ),
        ("leg", "UPDATE leg SET signed_at = 1 WHERE leg = 1"),
        ("clock", "UPDATE clock SET due = due + 86400000"),
        ("pending", "UPDATE pending SET due = due + 86400000"),
        ("pending", "DELETE FROM pending"),
        ("search_key", "DELETE FROM search_key"),
        (
            "staff",
            "UPDATE staff SET body = replace(body, '李明', '王五')",
        ),
    ] {
        let found = found_after(&format!("{sql};"));
        assert!(
            found
                .iter()
                .any(|d| matches!(d, Difference::View { table: t, .. } if t == table)),
            "{sql}: {found:?}"
        );
    }
}

#[test]
fn a_row_that_no_event_accounts_for_is_found() {
    let found = found_after("INSERT INTO notice VALUES ('20260407-0001', '告', 1, 'x', 0, 0, '');");
    assert!(!found.is_empty());
    let found = found_after(
        "INSERT INTO staff SELECT '1999', name, department, body, version FROM staff LIMIT 1;",
    );
    assert!(!found.is_empty());
}

#[test]
fn a_swapped_private_value_is_found() {
    for sql in [
        "UPDATE private SET body = '\"改过的话\"' WHERE id = 1",
        "UPDATE private SET salt = randomblob(32) WHERE id = 1",
        "UPDATE private SET salt = NULL WHERE id = 1",
        "UPDATE private SET body = NULL, salt = NULL WHERE id = 1",
        "DELETE FROM private WHERE id = 1",
    ] {
        let found = found_after(&format!("{sql};"));
        assert!(
            matches!(found.first(), Some(Difference::Private { id: 1, .. })),
            "{sql}: {found:?}"
        );
    }
}

#[test]
fn what_was_typed_stands_nowhere_in_the_log() {
    let counter = desk()
        .act(json!({"register": {
            "visitor": {"name": "欧阳试", "phone": "0000001", "address": "某街"},
            "words": "独一无二的问题"
        }}))
        .act(json!({"answer": {"text": "独一无二的答复"}}))
        .act(json!({"close": {"text": "独一无二的附言"}}));
    let conn = raw(counter.path());
    for words in ["欧阳试", "0000001", "某街", "独一无二"] {
        let hits: i64 = conn
            .query_row(
                "SELECT count(*) FROM event WHERE instr(body, ?1) > 0",
                [words],
                |row| row.get(0),
            )
            .expect("a count");
        assert_eq!(hits, 0, "{words}");
    }
    assert_eq!(counter.state().words.text(), "独一无二的问题");
}

// ---- Opening ----------------------------------------------------------------------------------

fn open(path: &Path) -> Result<Desk, DeskError> {
    Desk::open(
        path,
        Mode::ReadWrite,
        Box::new(FixedClock(moment("2026-04-07 09:00"))),
        Box::new(SeededEntropy::new(1)),
    )
}

fn store_error(path: &Path) -> StoreError {
    match open(path) {
        Err(DeskError::Store(error)) => error,
        Err(error) => panic!("{error}"),
        Ok(_) => panic!("opened"),
    }
}

#[test]
fn a_register_made_by_a_newer_program_is_left_alone() {
    let counter = desk().register("问");
    raw(counter.path())
        .execute_batch("PRAGMA user_version = 4711")
        .expect("set");
    let error = store_error(counter.path());
    assert!(
        matches!(error, StoreError::Newer { found: 4711, .. }),
        "{error:?}"
    );
}

#[test]
fn a_file_that_is_no_register_is_refused_and_not_touched() {
    let dir = tempfile::tempdir().expect("a directory");
    let letter = dir.path().join("letter.txt");
    std::fs::write(&letter, "这不是登记簿。".repeat(1000)).expect("written");
    let before = std::fs::read(&letter).expect("read");
    assert!(matches!(store_error(&letter), StoreError::NotARegister(_)));
    assert_eq!(std::fs::read(&letter).expect("read"), before);

    let empty = dir.path().join("empty.db");
    std::fs::write(&empty, "").expect("written");
    assert!(matches!(store_error(&empty), StoreError::NotARegister(_)));

    let other = dir.path().join("other.db");
    raw(&other)
        .execute_batch("CREATE TABLE t (x)")
        .expect("made");
    assert!(matches!(store_error(&other), StoreError::NotARegister(_)));

    assert!(matches!(
        store_error(&dir.path().join("nothing.db")),
        StoreError::Missing(_)
    ));
}

#[test]
fn a_register_is_never_made_over_a_file() {
    let counter = desk().register("问");
    assert!(matches!(
        Store::create(counter.path()),
        Err(StoreError::Exists(_))
    ));
}

#[test]
fn a_register_opened_for_reading_takes_no_command() {
    let counter = desk().register("问");
    let mut reader = Desk::open(
        counter.path(),
        Mode::ReadOnly,
        Box::new(FixedClock(moment("2026-04-07 09:00"))),
        Box::new(SeededEntropy::new(1)),
    )
    .expect("open");
    let command = json!({"register": {"visitor": {"name": "张三"}, "words": "问"}});
    match send(&mut reader, CLERK, &command) {
        Err(DeskError::Store(StoreError::ReadOnly(_))) => {}
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_register_reopened_shows_what_it_showed() {
    let counter = desk()
        .at("2026-04-07 09:10")
        .register("问")
        .hand_off("税政科", HANDLER);
    let before = counter.state();
    let again = terminal(counter.path(), counter.now(), 9);
    let after = again
        .read()
        .inquiry(&before.number)
        .expect("read")
        .expect("there")
        .0;
    assert_eq!(after, before);
}
