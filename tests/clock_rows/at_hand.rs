//! Commands in a word, and where a rulebook's words stand.

use serde_json::{Value, json};
use shouwen::domain::rulebook::{Rulebook, RungOn};

use super::kit::Counter;

/// A step, with a word beside it.
pub fn step(id: &str) -> Value {
    json!({"step": {"step": id, "text": "已记"}})
}

/// A question that will be answered by a time, `2026-04-10T16:00`.
pub fn promised(by: &str) -> Value {
    json!({"register": {
        "visitor": {"name": "张三"}, "words": "问",
        "route": {"mine_later": {"promised": format!("{by}:00+08:00")}},
    }})
}

/// A question of this kind.
pub fn of_kind(kind: &str) -> Value {
    json!({"register": {"visitor": {"name": "张三"}, "words": "问", "kind": kind}})
}

/// An application for a permit, about a matter of the catalogue.
pub fn permit(matter: &str) -> Value {
    json!({"register": {"visitor": {"name": "张三"}, "matter": matter, "kind": "permit"}})
}

/// A question that came by this channel.
pub fn by_channel(channel: &str) -> Value {
    json!({"register": {"visitor": {"name": "张三"}, "words": "问", "channel": channel}})
}

/// A step without a word beside it is refused.
#[track_caller]
pub fn needs_words(counter: Counter, id: &str) -> Counter {
    counter.refuses(json!({"step": {"step": id}}), "empty_field")
}

/// Articles of the advice with this id.
pub fn advice(book: &Rulebook, id: &str) -> Vec<String> {
    let all = book.guidance.iter();
    all.filter(|one| one.id.as_ref().is_some_and(|own| own.as_str() == id))
        .map(|one| one.clause.article.clone())
        .collect()
}

/// Rungs on which something climbs, the lowest first.
pub fn rungs(book: &Rulebook, on: RungOn) -> Vec<&str> {
    let all = book.ladder.iter();
    all.filter(|rung| rung.on == on)
        .map(|rung| rung.id.as_str())
        .collect()
}

/// How a rulebook describes the state of a document's text.
pub fn state<'a>(book: &'a Rulebook, document: &str) -> &'a str {
    let found = book.documents.iter().find(|one| one.id == document);
    &found.expect("a document").state.zh
}
