//! What stands from shift to shift until it is done: keys, stamps, a leader's word.
#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests")]

use crate::kit::{CLERK, Counter, HANDLER, OTHER_CLERK, QUALITY, SUPERVISOR, desk};
use serde_json::{Value, json};
use shouwen::domain::shift::About;

fn keep(to: &str, text: &str) -> Value {
    json!({"keep_note": {"to": to, "text": text}})
}

fn end(note: &str) -> Value {
    json!({"end_note": {"note": note, "text": "办妥"}})
}

/// What the open handover lists: the number or the words, and how far it has come.
fn listed(counter: &Counter) -> Vec<(String, u32)> {
    counter
        .handover()
        .items
        .iter()
        .map(|item| match &item.about {
            About::Inquiry {
                inquiry, shifts, ..
            } => (inquiry.to_string(), *shifts),
            About::Free { text, shifts, .. } => (text.text().to_owned(), *shifts),
        })
        .collect()
}

/// Hands everything from one to the other, both signing.
fn hand_over(counter: Counter, from: &str, to: &str, notes: &[&str]) -> Counter {
    let mut counter = counter
        .by(from)
        .act(json!({"handover_open": {"to": to, "notes": notes}}))
        .by(to);
    for nth in 1..=counter.handover().items.len() {
        counter = counter.act(json!({"handover_acknowledge": {"item": nth}}));
    }
    counter
        .act(json!({"handover_sign": {}}))
        .by(from)
        .act(json!({"handover_sign": {}}))
}

fn row(what: &str, shifts: u32) -> (String, u32) {
    (what.to_owned(), shifts)
}

#[test]
fn what_is_kept_travels_with_every_handover_until_it_is_done() {
    let counter = desk()
        .at("2026-04-07 09:10")
        .register("发票")
        .act(keep("", "公章在抽屉"))
        .by(SUPERVISOR)
        .act(keep(CLERK, "今天联系来信人"));
    let counter = hand_over(counter, CLERK, OTHER_CLERK, &["钥匙一把"]);
    assert_eq!(
        listed(&counter),
        [
            row("今天联系来信人", 0),
            row("20260407-0001", 0),
            row("公章在抽屉", 0),
            row("钥匙一把", 0),
        ]
    );
    // The one who came says that one of them is done; the rest goes on, one shift older.
    let counter = counter.by(OTHER_CLERK).act(end("N1"));
    let counter = hand_over(counter, OTHER_CLERK, CLERK, &[]);
    assert_eq!(
        listed(&counter),
        [
            row("今天联系来信人", 1),
            row("20260407-0001", 1),
            row("钥匙一把", 1),
        ]
    );
    let counter = counter
        .by(SUPERVISOR)
        .act(end("N2"))
        .by(CLERK)
        .act(end("N3"));
    let counter = hand_over(counter, CLERK, OTHER_CLERK, &[]);
    assert_eq!(listed(&counter), [row("20260407-0001", 2)]);
}

#[test]
fn what_is_kept_while_a_handover_is_open_is_not_lost_between_the_two() {
    let mut counter = desk()
        .register("发票")
        .act(json!({"handover_open": {"to": OTHER_CLERK, "notes": []}}))
        .by(SUPERVISOR)
        .act(keep(CLERK, "急：回电"))
        .by(OTHER_CLERK)
        .act(json!({"handover_acknowledge": {"item": 1}}))
        .refuses(json!({"handover_sign": {}}), "unacknowledged")
        .act(json!({"handover_acknowledge": {"item": 2}}))
        .act(json!({"handover_sign": {}}))
        .by(CLERK)
        .act(json!({"handover_sign": {}}));
    let notes = counter.desk().read().notes().unwrap();
    assert_eq!(notes[0].holder.as_str(), OTHER_CLERK);
    assert_eq!(notes[0].shifts, 1);
}

#[test]
fn only_a_supervisor_gives_others_something_and_a_stranger_ends_nothing() {
    desk()
        .refuses(keep("", " "), "empty_field")
        .refuses(keep(OTHER_CLERK, "你来"), "not_allowed")
        .refuses(keep("0000", "你来"), "unknown_staff")
        .refuses(end("N1"), "no_note")
        .act(keep("", "公章在抽屉"))
        .by(HANDLER)
        .refuses(end("N1"), "not_allowed")
        .by(SUPERVISOR)
        .refuses(keep(QUALITY, "你来"), "lacks_role")
        .by(CLERK)
        .act(end("N1"))
        .refuses(end("N1"), "no_note");
}
