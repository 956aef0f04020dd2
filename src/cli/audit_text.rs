//! What an audit found, for people and for scripts.

use serde_json::{Value, json};

use crate::i18n::{Lang, cli as words};
use crate::store::{Audit, Difference};

/// One sentence a line.
pub fn lines(lang: Lang, found: &[Difference]) -> String {
    let all: Vec<String> = found
        .iter()
        .map(|one| words::difference(lang, one))
        .collect();
    all.join("\n")
}

/// The differences as scripts read them.
pub fn differences(lang: Lang, found: &[Difference]) -> Vec<Value> {
    found.iter().map(|one| difference(lang, one)).collect()
}

/// An audit as scripts read it.
pub fn as_json(audit: &Audit, lang: Lang) -> Value {
    let all = &audit.checkpoints;
    let unknown: Vec<Value> = words::unknown(lang, audit)
        .into_iter()
        .map(|(code, message)| json!({"code": code, "message": message}))
        .collect();
    let confirmed: Vec<Value> = audit
        .confirmed
        .iter()
        .map(|(code, events)| json!({"code": code, "events": events}))
        .collect();
    json!({
        "ok": audit.differences.is_empty(),
        "events": audit.events,
        "series": audit.series,
        "head": audit.head,
        "checkpoints": {
            "count": all.count,
            "signed": all.signed,
            "keys": all.keys,
            "last": all.last.as_ref().map(|(last, _)| last),
            "after": audit.after_checkpoint(),
        },
        "confirmed": confirmed,
        "unknown": unknown,
        "differences": differences(lang, &audit.differences),
    })
}

fn difference(lang: Lang, one: &Difference) -> Value {
    let mut value = json!({"code": code(one), "message": words::difference(lang, one)});
    if let Value::Object(map) = &mut value {
        if let Some(seq) = place(one) {
            map.insert("seq".to_owned(), seq.into());
        }
        if let Difference::View {
            table,
            owner,
            column,
        } = one
        {
            map.insert("table".to_owned(), table.as_str().into());
            map.insert("owner".to_owned(), owner.as_str().into());
            map.insert("column".to_owned(), column.as_str().into());
        }
    }
    value
}

fn code(difference: &Difference) -> &'static str {
    match difference {
        Difference::Gap { .. } => "gap",
        Difference::Unchained { .. } => "unchained",
        Difference::Altered { .. } => "altered",
        Difference::Unreadable { .. } => "unreadable",
        Difference::Checkpoint { .. } => "checkpoint",
        Difference::Elsewhere { .. } => "elsewhere",
        Difference::Series { .. } => "series",
        Difference::Private { .. } => "private",
        Difference::Guard { .. } => "guard",
        Difference::File { .. } => "file",
        Difference::View { .. } => "view",
    }
}

fn place(difference: &Difference) -> Option<i64> {
    match difference {
        Difference::Gap { seq }
        | Difference::Unchained { seq }
        | Difference::Altered { seq }
        | Difference::Unreadable { seq, .. }
        | Difference::Checkpoint { seq }
        | Difference::Private { seq, .. } => Some(*seq),
        Difference::Elsewhere { .. }
        | Difference::Series { .. }
        | Difference::Guard { .. }
        | Difference::File { .. }
        | Difference::View { .. } => None,
    }
}
