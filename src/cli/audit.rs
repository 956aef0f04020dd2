//! `audit`: whether the record is whole, and whether what is shown follows from it.

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::context::Context;
use super::failure::{Failure, Status};
use super::{out, register};
use crate::i18n::{Lang, cli as words};
use crate::store::{Audit, Difference, Mode, Store, StoreError};

/// What is done.
#[derive(Debug, Args)]
pub struct AuditArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Check the chain, the commitments, and every view against the record
    Verify,
}

/// Checks, and leaves with status 5 when something is not as it should be.
pub fn run(args: &AuditArgs, cx: &mut Context) -> Result<Status, Failure> {
    match args.what {
        What::Verify => verify(cx),
    }
}

fn verify(cx: &mut Context) -> Result<Status, Failure> {
    let path = register::path(cx)?;
    let lang = cx.lang();
    // Not through the desk: a rulebook that cannot be read must not stop the audit.
    let store = match Store::open(&path, Mode::ReadOnly) {
        Err(StoreError::Damaged(what)) => return unreadable(cx, &what),
        opened => opened.map_err(|error| register::unread(lang, &error))?,
    };
    if let Ok(facts) = store.read().office() {
        cx.speak(&facts.lang);
    }
    let lang = cx.lang();
    let audit = match store.audit() {
        Err(StoreError::Damaged(what)) => return unreadable(cx, &what),
        read => read.map_err(|error| register::unread(lang, &error))?,
    };
    let ok = audit.differences.is_empty();
    if cx.json {
        out::json(&as_json(&audit, lang))?;
    } else if ok {
        out::text(&words::whole(lang, audit.events, audit.series, &audit.head))?;
    } else {
        let lines: Vec<String> = audit
            .differences
            .iter()
            .map(|one| words::difference(lang, one))
            .collect();
        out::text(&lines.join("\n"))?;
        out::say(&words::not_whole(lang));
    }
    Ok(if ok {
        Status::Done
    } else {
        Status::NotVerified
    })
}

/// A record that cannot be read through does not verify either.
fn unreadable(cx: &Context, what: &str) -> Result<Status, Failure> {
    let message = words::unreadable_record(cx.lang(), what);
    if cx.json {
        let difference = json!({"code": "unreadable", "message": message});
        out::json(&json!({"ok": false, "differences": [difference]}))?;
    }
    Err(Failure::NotVerified(message))
}

fn as_json(audit: &Audit, lang: Lang) -> Value {
    json!({
        "ok": audit.differences.is_empty(),
        "events": audit.events,
        "series": audit.series,
        "head": audit.head,
        "differences": audit
            .differences
            .iter()
            .map(|one| {
                let mut value = json!({"code": code(one), "message": words::difference(lang, one)});
                if let (Value::Object(map), Some(seq)) = (&mut value, place(one)) {
                    map.insert("seq".to_owned(), seq.into());
                }
                value
            })
            .collect::<Vec<_>>(),
    })
}

fn code(difference: &Difference) -> &'static str {
    match difference {
        Difference::Gap { .. } => "gap",
        Difference::Unchained { .. } => "unchained",
        Difference::Altered { .. } => "altered",
        Difference::Unreadable { .. } => "unreadable",
        Difference::Series { .. } => "series",
        Difference::Private { .. } => "private",
        Difference::Guard { .. } => "guard",
        Difference::View { .. } => "view",
    }
}

fn place(difference: &Difference) -> Option<i64> {
    match difference {
        Difference::Gap { seq }
        | Difference::Unchained { seq }
        | Difference::Altered { seq }
        | Difference::Unreadable { seq, .. }
        | Difference::Private { seq, .. } => Some(*seq),
        Difference::Series { .. } | Difference::Guard { .. } | Difference::View { .. } => None,
    }
}
