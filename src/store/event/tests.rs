//! What an event is hashed over, and which bodies are read.

#![allow(clippy::unwrap_used, reason = "a failing test says why")]

use super::*;

fn fact(body: &str) -> RawEvent {
    RawEvent {
        seq: 7,
        at: 0,
        recorded_at: 0,
        actor: "1001".to_owned(),
        on_behalf_of: String::new(),
        window: String::new(),
        site: "1".to_owned(),
        stream: "i:20260403-0001".to_owned(),
        version: 2,
        kind: "deemed_consent".to_owned(),
        body: body.to_owned(),
        prev: Vec::new(),
        hash: Vec::new(),
    }
}

#[test]
fn a_body_of_a_version_that_is_not_known_is_never_guessed_at() {
    let conn = Connection::open_in_memory().unwrap();
    let read = |body: &str| fact(body).into_recorded(&conn);
    assert!(read(r#"{"v":1,"clock":"X-1"}"#).is_ok());
    for body in [r#"{"v":2,"clock":"X-1"}"#, r#"{"clock":"X-1"}"#] {
        assert!(matches!(read(body), Err(StoreError::Damaged(_))), "{body}");
    }
}

#[test]
fn the_hash_covers_every_column() {
    let whole = fact("{}").digest();
    let changes: [fn(&mut RawEvent); 12] = [
        |e| e.seq += 1,
        |e| e.at += 1,
        |e| e.recorded_at += 1,
        |e| e.actor.push('x'),
        |e| e.on_behalf_of.push('x'),
        |e| e.window.push('x'),
        |e| e.site.push('x'),
        |e| e.stream.push('x'),
        |e| e.version += 1,
        |e| e.kind.push('x'),
        |e| e.body.push(' '),
        |e| e.prev.push(0),
    ];
    for (at, change) in changes.iter().enumerate() {
        let mut event = fact("{}");
        change(&mut event);
        assert_ne!(event.digest(), whole, "column {at}");
    }
    // Lengths stand before the columns, so that nothing slides between them.
    let mut slid = fact("{}");
    slid.window = "1".to_owned();
    slid.site = String::new();
    assert_ne!(slid.digest(), whole);
}
