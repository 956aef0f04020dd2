//! Facts of the record as scripts read them.

use chrono::FixedOffset;
use serde_json::{Map, Value};

use crate::domain::private::MARK;
use crate::domain::time::Moment;
use crate::store::{Fact, Recorded};

/// Fields that hold an instant.
const INSTANTS: [&str; 9] = [
    "at",
    "due",
    "entered_at",
    "from",
    "now",
    "received_at",
    "soon",
    "until",
    "was",
];

/// A fact without what is private in it: place, kind, instant, actor, and its own fields.
pub fn json(event: &Recorded, offset: FixedOffset) -> Value {
    let mut map = Map::new();
    map.insert("seq".to_owned(), event.seq.into());
    map.insert("kind".to_owned(), event.kind.as_str().into());
    map.insert("at".to_owned(), event.at.rfc3339(offset).into());
    map.insert("actor".to_owned(), event.header.actor.as_str().into());
    if !event.header.on_behalf_of.is_empty() {
        let of = event.header.on_behalf_of.as_str();
        map.insert("on_behalf_of".to_owned(), of.into());
    }
    let body = match &event.fact {
        Fact::Inquiry(fact) => serde_json::to_value(fact),
        Fact::Shift(fact) => serde_json::to_value(fact),
        Fact::Office(fact) => serde_json::to_value(fact),
        Fact::Case(fact) => serde_json::to_value(fact),
    };
    if let Ok(Value::Object(body)) = body {
        for (key, value) in body {
            // A promise ends at an instant; an extension's `by` is a number of units.
            if key == "by" && event.kind == "promised" {
                map.insert(key.clone(), instant("due", value, offset));
            } else if key != "kind" && !is_private(&value) {
                map.insert(key.clone(), instant(&key, value, offset));
            }
        }
    }
    Value::Object(map)
}

/// A value as scripts read it: instants written out, and nothing private in it.
fn instant(key: &str, value: Value, offset: FixedOffset) -> Value {
    match value {
        Value::Number(number) if INSTANTS.contains(&key) => match number.as_i64() {
            Some(at) => Moment(at).rfc3339(offset).into(),
            None => Value::Number(number),
        },
        Value::Object(fields) => fields
            .into_iter()
            .filter(|(_, value)| !is_private(value))
            .map(|(key, value)| (key.clone(), instant(&key, value, offset)))
            .collect(),
        Value::Array(items) => items
            .into_iter()
            .map(|item| instant("", item, offset))
            .collect(),
        value @ (Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_)) => value,
    }
}

fn is_private(value: &Value) -> bool {
    value.get(MARK).is_some()
}
