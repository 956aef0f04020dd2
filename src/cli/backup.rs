//! `backup`: a verified copy of the register, made while others work.

use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::time::Duration;

use clap::Args;
use serde_json::json;

use super::audit_text::{differences, lines};
use super::context::Context;
use super::failure::{Failure, Status};
use super::{out, register};
use crate::i18n::{Lang, cli as words};
use crate::store::{Copying, Mode, Store, StoreError};

/// How many seconds a copy may take unless told otherwise.
pub const PATIENCE: u64 = 600;

/// Where the copy goes.
#[derive(Debug, Args)]
pub struct BackupArgs {
    /// Where the copy will lie
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Replace what lies there
    #[arg(long)]
    replace: bool,
    /// Keep the copy even where the record does not verify
    #[arg(long)]
    damaged: bool,
    /// Give up after so many seconds
    #[arg(long, value_name = "SECONDS", default_value_t = PATIENCE)]
    within: u64,
}

/// Copies, reads the copy through, and gives it its name.
pub fn run(args: &BackupArgs, cx: &mut Context) -> Result<Status, Failure> {
    let path = register::path(cx)?;
    let lang = cx.lang();
    let store =
        Store::open(&path, Mode::ReadOnly).map_err(|error| register::unread(lang, &error))?;
    if let Ok(facts) = store.read().office() {
        cx.speak(&facts.lang);
    }
    let lang = cx.lang();
    let how = Copying {
        target: args.file.clone(),
        replace: args.replace,
        damaged: args.damaged,
        within: Duration::from_secs(args.within),
    };
    let copied = store
        .back_up(&how, &mut progress(lang))
        .map_err(|error| failed(lang, &error))?;
    let ok = copied.audit.differences.is_empty();
    if cx.json {
        out::json(&json!({
            "backup": args.file.display().to_string(),
            "kept": copied.bytes > 0,
            "verified": ok,
            "events": copied.audit.events,
            "head": copied.audit.head,
            "bytes": copied.bytes,
            "differences": differences(lang, &copied.audit.differences),
        }))?;
    } else if ok {
        out::text(&words::backed_up(lang, &args.file, copied.audit.events))?;
    } else {
        out::text(&lines(lang, &copied.audit.differences))?;
    }
    if ok {
        return Ok(Status::Done);
    }
    out::say(&words::damaged_copy(lang, copied.bytes > 0));
    Ok(Status::NotVerified)
}

/// Why it came to nothing.
pub fn failed(lang: Lang, error: &StoreError) -> Failure {
    let message = words::not_copied(lang, error);
    if matches!(error, StoreError::Damaged(_)) {
        Failure::NotVerified(message)
    } else {
        Failure::NotSaved(message)
    }
}

/// Tells how far it has come: in place on a terminal, else at each quarter.
pub fn progress(lang: Lang) -> impl FnMut(u32, u32) {
    let terminal = std::io::stderr().is_terminal();
    let step = if terminal { 1 } else { 25 };
    let mut told = 0;
    move |done, total| {
        let percent = u64::from(done) * 100 / u64::from(total.max(1));
        let percent = u32::try_from(percent).unwrap_or(100);
        if percent < told + step {
            return;
        }
        told = percent;
        let text = words::copy_progress(lang, percent);
        let mut err = std::io::stderr().lock();
        let _ = if !terminal {
            writeln!(err, "{text}")
        } else if percent < 100 {
            write!(err, "\r{text}")
        } else {
            writeln!(err, "\r{text}")
        };
    }
}
