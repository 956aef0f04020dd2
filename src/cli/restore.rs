//! `restore`: a backup takes the register's place, and the register that was there is kept.

use std::path::PathBuf;
use std::time::Duration;

use clap::Args;
use serde_json::{Value, json};

use super::audit_text::{differences, lines};
use super::backup::{PATIENCE, failed, progress};
use super::context::Context;
use super::failure::{Failure, Status};
use super::out;
use super::register::{self, Voice};
use crate::clock::SystemClock;
use crate::desk::Desk;
use crate::entropy::SystemEntropy;
use crate::i18n::{Lang, cli as words};
use crate::paths;
use crate::store::{Audit, Mode, Present, Restoring};

/// Which backup.
#[derive(Debug, Args)]
pub struct RestoreArgs {
    /// The backup
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Even where the backup is another register's
    #[arg(long)]
    another: bool,
    /// Give up after so many seconds
    #[arg(long, value_name = "SECONDS", default_value_t = PATIENCE)]
    within: u64,
}

/// Verifies the backup, keeps what is there, and puts the backup in its place.
pub fn run(args: &RestoreArgs, cx: &mut Context) -> Result<Status, Failure> {
    let path = register::path(cx)?;
    let lang = cx.lang();
    let within = Duration::from_secs(args.within);
    let (mut restoring, audit) = Restoring::prepare(&args.file, &path, within, &mut progress(lang))
        .map_err(|error| failed(lang, &error))?;
    if !audit.differences.is_empty() {
        return unverified(&audit, cx);
    }
    let present = restoring.take().map_err(|error| failed(lang, &error))?;
    if present == Present::Another && !args.another {
        return Err(Failure::refused(
            "other_register",
            words::another_register(lang),
        ));
    }
    let mut desk = Desk::open(
        restoring.copy(),
        Mode::ReadWrite,
        Box::new(SystemClock::default()),
        Box::new(SystemEntropy),
    )
    .map_err(|error| register::failed(lang, &error, &Voice::default()))?;
    cx.speak(&desk.facts().lang);
    let lang = cx.lang();
    let shift_ms = desk.facts().shift_ms;
    if cx.now.is_some() && !desk.facts().sandbox {
        return Err(Failure::refused("forged_time", words::forged_time(lang)));
    }
    desk.set_clock(register::clock(cx, shift_ms));
    desk.record_restore(&audit, &present)
        .map_err(|error| register::failed(lang, &error, &Voice::of(&desk)))?;
    let offset = desk.office().offset;
    let aside = format!(
        "before-{}",
        desk.now().local(offset).format("%Y%m%d-%H%M%S")
    );
    let pepper = paths::pepper(&desk.facts().id).is_some_and(|file| file.exists());
    drop(desk);
    let kept = restoring
        .put_in_place(&aside)
        .map_err(|error| failed(lang, &error))?;
    let time = |at: crate::domain::time::Moment| at.rfc3339(offset);
    if cx.json {
        out::json(&json!({
            "register": path.display().to_string(),
            "backup": args.file.display().to_string(),
            "verified": true,
            "events": audit.events,
            "head": audit.head,
            "kept": kept.as_ref().map(|kept| kept.display().to_string()),
            "lost": lost_json(&present, time),
            "keys": pepper,
        }))?;
    } else {
        out::text(&words::restored(lang, audit.events, kept.as_deref()))?;
        told(&present, lang, offset)?;
    }
    if !pepper {
        out::say(&words::no_pepper(lang));
    }
    Ok(Status::Done)
}

fn unverified(audit: &Audit, cx: &Context) -> Result<Status, Failure> {
    let lang = cx.lang();
    if cx.json {
        out::json(&json!({
            "verified": false,
            "differences": differences(lang, &audit.differences),
        }))?;
    } else {
        out::text(&lines(lang, &audit.differences))?;
    }
    out::say(&words::damaged_backup(lang));
    Ok(Status::NotVerified)
}

/// What the register had beyond the backup, for people.
fn told(present: &Present, lang: Lang, offset: chrono::FixedOffset) -> Result<(), Failure> {
    match present {
        Present::None | Present::Another => Ok(()),
        Present::Unreadable(why) => out::text(&words::present_unreadable(lang, why)),
        Present::Same(lost) => {
            let minute = |at: crate::domain::time::Moment| words::minute(at.local(offset));
            let between = lost.between.map(|(from, to)| (minute(from), minute(to)));
            let between = between
                .as_ref()
                .map(|(from, to)| (from.as_str(), to.as_str()));
            out::text(&words::lost(lang, lost, between))
        }
    }
}

/// The same for scripts; null where it cannot be told.
fn lost_json(present: &Present, time: impl Fn(crate::domain::time::Moment) -> String) -> Value {
    match present {
        Present::None | Present::Another | Present::Unreadable(_) => Value::Null,
        Present::Same(lost) => json!({
            "events": lost.events,
            "from": lost.between.map(|(from, _)| time(from)),
            "to": lost.between.map(|(_, to)| time(to)),
            "inquiries": lost.inquiries,
        }),
    }
}
