//! Facts of the record as scripts read them.

use chrono::FixedOffset;
use serde_json::{Map, Value};

use crate::domain::private::MARK;
use crate::domain::time::Moment;
use crate::store::{Fact, Recorded};

/// Fields that hold an instant.
const INSTANTS: [&str; 8] = [
    "at",
    "due",
    "entered_at",
    "from",
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
    };
    if let Ok(Value::Object(body)) = body {
        for (key, value) in body {
            // A promise ends at an instant; an extension's `by` is a number of units.
            let instant =
                INSTANTS.contains(&key.as_str()) || (key == "by" && event.kind == "promised");
            if let (true, Some(at)) = (instant, value.as_i64()) {
                map.insert(key, Moment(at).rfc3339(offset).into());
            } else if key != "kind" && !is_private(&value) {
                map.insert(key, value);
            }
        }
    }
    Value::Object(map)
}

fn is_private(value: &Value) -> bool {
    value.get(MARK).is_some()
}
