//! `audit`: whether the record is whole, the views made again, and checkpoints.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use serde_json::json;

use super::audit_text::{as_json, differences, lines};
use super::context::Context;
use super::failure::{Failure, Status};
use super::register::{self, Voice};
use super::{out, rules};
use crate::i18n::{Lang, cli as words};
use crate::store::{Audit, Elsewhere, Mode, Sealed, Store, StoreError};

/// What is done.
#[derive(Debug, Args)]
pub struct AuditArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Check the chain, the commitments, the checkpoints, and every view against the record
    Verify {
        /// A code from a sheet, or a file of checkpoints kept elsewhere, to compare with
        #[arg(long = "checkpoint", value_name = "CODE|FILE")]
        elsewhere: Vec<String>,
    },
    /// Make every view again from the record
    Rebuild,
    /// Seal how far the record has come, and print its code
    Checkpoint {
        /// Append the checkpoint to this file, best on another machine
        #[arg(long, value_name = "FILE")]
        append: Option<PathBuf>,
        /// Draw a new key where this machine has none
        #[arg(long)]
        new_key: bool,
    },
}

/// Checks, and leaves with status 5 when something is not as it should be.
pub fn run(args: &AuditArgs, cx: &mut Context) -> Result<Status, Failure> {
    match &args.what {
        What::Verify { elsewhere } => verify(elsewhere, cx),
        What::Rebuild => rebuild(cx),
        What::Checkpoint { append, new_key } => checkpoint(append.as_deref(), *new_key, cx),
    }
}

/// Opens the file, not through the desk: a rulebook that cannot be read must not stop this.
fn open(mode: Mode, cx: &mut Context) -> Result<Store, Failure> {
    let path = register::path(cx)?;
    let lang = cx.lang();
    let store = match Store::open(&path, mode) {
        Err(StoreError::Damaged(what)) => return Err(unreadable(cx, &what)?),
        opened => opened.map_err(|error| register::unread(lang, &error))?,
    };
    if let Ok(facts) = store.read().office() {
        cx.speak(&facts.lang);
    }
    Ok(store)
}

fn verify(elsewhere: &[String], cx: &mut Context) -> Result<Status, Failure> {
    let kept = kept_elsewhere(elsewhere, cx.lang())?;
    let store = open(Mode::ReadOnly, cx)?;
    let lang = cx.lang();
    let audit = match store.audit_against(&kept) {
        Err(StoreError::Damaged(what)) => return Err(unreadable(cx, &what)?),
        read => read.map_err(|error| register::unread(lang, &error))?,
    };
    let ok = audit.differences.is_empty();
    if cx.json {
        out::json(&as_json(&audit, lang))?;
    } else if ok {
        out::text(&whole(&audit, lang))?;
    } else {
        out::text(&lines(lang, &audit.differences))?;
        out::say(&words::not_whole(lang));
    }
    Ok(verified(ok))
}

fn verified(ok: bool) -> Status {
    if ok {
        Status::Done
    } else {
        Status::NotVerified
    }
}

/// What a whole record is told of: its size, its seals, and what cannot be known.
fn whole(audit: &Audit, lang: Lang) -> String {
    let mut all = vec![words::whole(lang, audit.events, audit.series, &audit.head)];
    all.push(words::sealed(lang, audit));
    for (code, events) in &audit.confirmed {
        all.push(words::confirmed(lang, code, *events));
    }
    all.extend(
        words::unknown(lang, audit)
            .into_iter()
            .map(|(_, words)| words),
    );
    all.join("\n")
}

/// Codes as they were typed, and the lines of files.
fn kept_elsewhere(given: &[String], lang: Lang) -> Result<Vec<Elsewhere>, Failure> {
    let mut all = Vec::new();
    for text in given {
        if let Some(code) = Elsewhere::code(text) {
            all.push(code);
            continue;
        }
        let none = || Failure::Usage(words::no_checkpoint(lang, text));
        if !Path::new(text).exists() {
            return Err(none());
        }
        let before = all.len();
        for line in rules::read(text, lang)?.lines() {
            if line.trim().is_empty() {
                continue;
            }
            let sealed: Sealed = serde_json::from_str(line).map_err(|_| none())?;
            all.push(Elsewhere::Line(sealed));
        }
        if all.len() == before {
            return Err(none());
        }
    }
    Ok(all)
}

fn rebuild(cx: &mut Context) -> Result<Status, Failure> {
    let mut store = open(Mode::ReadWrite, cx)?;
    let lang = cx.lang();
    let done = match store.rebuild() {
        Err(StoreError::Damaged(what)) => return Err(unreadable(cx, &what)?),
        done => done.map_err(|error| register::unread(lang, &error))?,
    };
    let ok = done.made && done.after.differences.is_empty();
    if cx.json {
        out::json(&json!({
            "ok": ok,
            "rebuilt": done.made,
            "before": differences(lang, &done.before),
            "after": differences(lang, &done.after.differences),
        }))?;
        return Ok(verified(ok));
    }
    if !done.before.is_empty() {
        out::text(&lines(lang, &done.before))?;
    }
    if !done.made {
        out::say(&words::not_rebuilt(lang));
    } else if ok {
        out::text(&words::rebuilt(lang, done.before.len()))?;
    } else {
        out::text(&lines(lang, &done.after.differences))?;
        out::say(&words::still_differs(lang));
    }
    Ok(verified(ok))
}

fn checkpoint(append: Option<&Path>, new_key: bool, cx: &mut Context) -> Result<Status, Failure> {
    let mut desk = register::write(cx)?;
    let actor = register::keeper(cx, &mut desk)?;
    let lang = cx.lang();
    let made = desk
        .checkpoint(&actor, new_key)
        .map_err(|error| register::failed(lang, &error, &Voice::of(&desk)))?;
    let sealed = Sealed {
        register: desk.facts().id.clone(),
        at: desk.now().rfc3339(desk.office().offset),
        checkpoint: made,
    };
    let made = &sealed.checkpoint;
    if cx.json {
        out::json(&sealed)?;
    } else {
        let signed = !made.signature.is_empty();
        out::text(&words::checkpointed(lang, &made.code, made.events, signed))?;
    }
    if let Some(file) = append {
        add_line(file, &sealed).map_err(|error| {
            let file = file.display().to_string();
            Failure::NotSaved(words::unwritable(lang, &file, &error))
        })?;
    }
    Ok(Status::Done)
}

/// Appends a checkpoint as one line, and has it on the disk.
fn add_line(file: &Path, sealed: &Sealed) -> std::io::Result<()> {
    let line = serde_json::to_string(sealed)?;
    let mut file = std::fs::OpenOptions::new()
        .append(true)
        .create(true)
        .open(file)?;
    file.write_all(format!("{line}\n").as_bytes())?;
    file.sync_all()
}

/// A record that cannot be read through does not verify either.
fn unreadable(cx: &Context, what: &str) -> Result<Failure, Failure> {
    let message = words::unreadable_record(cx.lang(), what);
    if cx.json {
        let difference = json!({"code": "unreadable", "message": message});
        out::json(&json!({"ok": false, "differences": [difference]}))?;
    }
    Ok(Failure::NotVerified(message))
}
