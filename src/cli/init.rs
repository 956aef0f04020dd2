//! `init`: makes a register without questions.

use std::path::Path;

use clap::Args;
use serde_json::json;

use super::context::Context;
use super::failure::{Failure, Status};
use super::{out, people, register, rules};
use crate::builtin::catalog;
use crate::clock::{Clock, SystemClock};
use crate::desk::{Desk, Founding};
use crate::domain::deadline::OfficeHours;
use crate::entropy::SystemEntropy;
use crate::i18n::{Lang, cli as words};
use crate::sheet::staff::Entry;

/// Minutes east of UTC of an office in China.
const CHINA: i32 = 480;

/// What a register begins with.
#[derive(Debug, Args)]
pub struct InitArgs {
    /// The rulebook: a built-in id or a file
    #[arg(long, value_name = "R")]
    rulebook: String,
    /// The office's name
    #[arg(long, value_name = "NAME")]
    office: String,
    /// The people: a TOML, .csv or .xlsx file
    #[arg(long, value_name = "FILE")]
    staff: Option<String>,
    /// Make it for trying out: time may be set on it, for ever
    #[arg(long)]
    sandbox: bool,
    /// Office hours on working days; the usual ones without
    #[arg(long, value_name = "HOURS")]
    hours: Option<String>,
    /// The telephone for complaints
    #[arg(long, value_name = "PHONE")]
    complaint_line: Option<String>,
}

/// Makes the register, with its people.
pub fn run(args: &InitArgs, cx: &mut Context) -> Result<Status, Failure> {
    let lang = cx.lang();
    if cx.now.is_some() && !args.sandbox {
        return Err(Failure::refused("forged_time", words::forged_time(lang)));
    }
    // Everything that can be wrong is read before anything is made.
    let founding = founding(args, cx)?;
    let entries = match &args.staff {
        Some(file) => people::from_file(file, lang)?,
        None => Vec::new(),
    };
    let path = register::path(cx)?;
    let clock: Box<dyn Clock> = match cx.now {
        Some(_) => register::clock(cx, 0),
        None => Box::new(SystemClock::default()),
    };
    let voice = register::Voice::default();
    let mut desk = Desk::found(&path, &founding, clock, Box::new(SystemEntropy))
        .map_err(|error| register::failed(lang, &error, &voice))?;
    let drawn = match recorded(&mut desk, &entries, lang) {
        Ok(drawn) => drawn,
        Err(failure) => {
            drop(desk);
            unmake(&path);
            return Err(failure);
        }
    };
    if cx.json {
        out::json(&json!({
            "register": path.display().to_string(),
            "id": desk.facts().id,
            "office": desk.facts().name,
            "rulebook": desk.rules().id,
            "sandbox": args.sandbox,
            "staff": people::drawn_json(&entries, &drawn),
        }))?;
    } else {
        let name = &desk.facts().name;
        out::text(&words::made(lang, name, &path, entries.len()))?;
        people::print_drawn(&drawn, lang)?;
    }
    if entries.is_empty() {
        out::say(&words::nobody_yet(lang));
    }
    Ok(Status::Done)
}

fn founding(args: &InitArgs, cx: &Context) -> Result<Founding, Failure> {
    let lang = cx.lang();
    let hours = args.hours.clone().unwrap_or_default();
    if !hours.is_empty() {
        hours
            .parse::<OfficeHours>()
            .map_err(|error| Failure::Usage(words::bad_hours(lang, &error)))?;
    }
    Ok(Founding {
        name: args.office.clone(),
        offset_minutes: CHINA,
        hours,
        sandbox: args.sandbox,
        present: None,
        lang: cx.lang_option.map_or("", Lang::code).to_owned(),
        complaint_line: args.complaint_line.clone().unwrap_or_default(),
        rulebook: rules::named(&args.rulebook, lang)?,
        catalog: catalog::examples().map_err(|error| {
            Failure::NotSaved(crate::i18n::catalog::catalog_error(lang, &error))
        })?,
    })
}

fn recorded(desk: &mut Desk, entries: &[Entry], lang: Lang) -> Result<Vec<people::Drawn>, Failure> {
    if entries.is_empty() {
        return Ok(Vec::new());
    }
    people::record(desk, entries, &crate::desk::Actor::Owner, lang)
}

/// Takes away a register that this process has just made and could not finish.
pub fn unmake(path: &Path) {
    let name = path.file_name().unwrap_or_default().to_os_string();
    for end in ["", "-wal", "-shm", ".lock"] {
        let mut name = name.clone();
        name.push(end);
        let _ = std::fs::remove_file(path.with_file_name(name));
    }
}
