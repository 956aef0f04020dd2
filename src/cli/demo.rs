//! `demo`: a sandbox register with a believable hall in it.

use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::json;

use super::context::Context;
use super::failure::{Failure, Status};
use super::register::{self, Voice};
use super::{Outcome, Start, init, out, rules};
use crate::demo::{INQUIRIES, Recipe, make};
use crate::desk::DeskError;
use crate::domain::ids::StaffNo;
use crate::i18n::{Lang, cli as words};
use crate::paths;
use crate::store::StoreError;

/// The clerk as whom a demonstration is opened.
const CLERK: &str = "1001";

/// What kind of hall it is.
#[derive(Debug, Args)]
pub struct DemoArgs {
    /// How many inquiries it has
    #[arg(long, value_name = "N", default_value_t = INQUIRIES)]
    inquiries: u32,
    /// What chance follows from: the same seed makes the same data
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
    /// The rulebook in use
    #[arg(long, value_name = "R", default_value = "tax")]
    rulebook: String,
    /// Only make the register, here, and leave
    #[arg(long, value_name = "FILE")]
    into: Option<PathBuf>,
}

/// Makes the register, and opens the app on it unless it was made to stay.
pub fn run(args: &DemoArgs, cx: &Context) -> Result<Outcome, Failure> {
    let lang = cx.lang();
    let rulebook = rules::named(&args.rulebook, lang)?;
    let (path, room) = if let Some(path) = &args.into {
        (path.clone(), None)
    } else {
        let room = room(lang)?;
        (room.join("demo.db"), Some(room))
    };
    let mut recipe = Recipe::new(&path, rulebook);
    recipe.inquiries = args.inquiries;
    recipe.seed = args.seed;
    recipe.now = cx.now.unwrap_or(recipe.now);
    recipe.pepper = Some(paths::pepper);
    if let Err(error) = make(&recipe, &mut progress(lang)) {
        match &room {
            Some(room) => clear(room),
            // What was there before is not ours to take away.
            None if matches!(error, DeskError::Store(StoreError::Exists(_))) => {}
            None => init::unmake(&path),
        }
        return Err(register::failed(lang, &error, &Voice::default()));
    }
    if room.is_none() {
        return made(args, &path, cx);
    }
    Ok(Outcome::App(Box::new(Start {
        register: path,
        asked: cx.asked(),
        locale: lang,
        now: None,
        staff: Some(cx.staff.clone().unwrap_or_else(|| StaffNo::from(CLERK))),
        kiosk: None,
        ascii: cx.ascii,
        plain: cx.plain,
        quiet: cx.quiet,
        room,
    })))
}

fn made(args: &DemoArgs, path: &Path, cx: &Context) -> Result<Outcome, Failure> {
    if cx.json {
        out::json(&json!({
            "register": path.display().to_string(),
            "inquiries": args.inquiries,
            "seed": args.seed,
            "rulebook": args.rulebook,
            "sandbox": true,
        }))?;
    } else {
        out::say(&words::demo_made(cx.lang(), path, CLERK));
    }
    Ok(Outcome::Done(Status::Done))
}

/// A directory of its own for a register that is thrown away.
fn room(lang: Lang) -> Result<PathBuf, Failure> {
    let room = std::env::temp_dir().join(format!("shouwen-demo-{}", std::process::id()));
    clear(&room);
    std::fs::create_dir(&room).map_err(|error| {
        let room = room.display().to_string();
        Failure::NotSaved(words::unwritable(lang, &room, &error))
    })?;
    Ok(room)
}

/// Takes such a directory away; what cannot be taken away is left to the system.
pub fn clear(room: &Path) {
    let _ = std::fs::remove_dir_all(room);
}

/// Tells how far it has come: in place on a terminal, else at each tenth.
fn progress(lang: Lang) -> impl FnMut(u32, u32) {
    let terminal = std::io::stderr().is_terminal();
    let mut told = 0;
    move |done, total| {
        let tenth = u64::from(done) * 10 / u64::from(total.max(1));
        if tenth == told && !terminal {
            return;
        }
        told = tenth;
        let text = words::demo_progress(lang, done, total);
        let mut err = std::io::stderr().lock();
        let _ = if !terminal {
            writeln!(err, "{text}")
        } else if done < total {
            write!(err, "\r{text}")
        } else {
            writeln!(err, "\r{text}")
        };
    }
}
