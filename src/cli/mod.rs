//! The command line: one file a subcommand.
//!
//! Data goes to standard output, messages to standard error. Every failure is a
//! sentence in the person's language and one of five exit statuses ([`Status`]).

mod act;
mod args;
mod audit;
mod audit_text;
mod backup;
mod calendar;
mod catalog;
mod catalog_guide;
mod catalog_sheets;
mod check;
mod completions;
mod context;
mod demo;
mod docs;
mod due;
mod explain;
mod export;
mod facts;
mod failure;
mod figures;
mod find;
mod found;
mod handling;
mod handover;
mod help;
mod init;
mod keys;
mod kiosk;
mod looks;
mod matters;
mod notice;
mod out;
mod oversee;
mod paper;
mod people;
mod pin;
mod pressed;
mod queue;
mod reasons;
mod register;
mod restore;
mod rulebook;
mod rulebook_text;
mod rules;
mod schema;
mod show;
mod slips;
mod staff;
mod story;
mod table;
mod time;
mod trouble;
mod usage;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::Parser;

use args::{Cli, Command};
use context::Context;
use failure::Failure;
pub use failure::Status;
pub use trouble::{Trouble, tell};

use crate::domain::ids::StaffNo;
use crate::domain::time::Moment;
use crate::i18n::Lang;
use crate::paths;

/// What the command line came to.
#[derive(Debug)]
pub enum Outcome {
    /// It is done; leave with this status.
    Done(Status),
    /// The app is to be opened.
    App(Box<Start>),
}

/// With what the app is opened.
#[derive(Debug)]
pub struct Start {
    /// Where the register lies, or shall lie.
    pub register: PathBuf,
    /// The language that was asked for.
    pub asked: Option<Lang>,
    /// The language of the locale.
    pub locale: Lang,
    /// The present to live in; a sandbox only.
    pub now: Option<Moment>,
    /// Who is signed in without a PIN; a sandbox only.
    pub staff: Option<StaffNo>,
    /// Who came in with a key: nothing but the app is theirs.
    pub kiosk: Option<StaffNo>,
    /// Whether lines are drawn in ASCII.
    pub ascii: bool,
    /// Whether it is worked on by questions and answers, without a screen.
    pub plain: bool,
    /// Whether no bell rings.
    pub quiet: bool,
    /// The directory of a register that is thrown away.
    room: Option<PathBuf>,
}

impl Start {
    fn new(cx: &Context) -> Result<Self, Failure> {
        Ok(Self {
            register: register::path(cx)?,
            asked: cx.asked(),
            locale: cx.lang(),
            now: cx.now,
            staff: cx.staff.clone(),
            kiosk: None,
            ascii: cx.ascii,
            plain: cx.plain,
            quiet: cx.quiet,
            room: None,
        })
    }

    /// Takes away what was only made to be shown.
    pub fn clear(&self) {
        if let Some(room) = &self.room {
            demo::clear(room);
        }
    }
}

/// Parses and carries out a command line, of which the first word is the program's name.
pub fn run(words: impl IntoIterator<Item = OsString>) -> Outcome {
    let words: Vec<OsString> = words.into_iter().collect();
    let cli = match Cli::try_parse_from(&words) {
        Ok(cli) => cli,
        Err(error) => return Outcome::Done(usage::report(&words, &error)),
    };
    if let Some(Command::Kiosk(args)) = &cli.command {
        paths::seal(&args.state);
    }
    let mut cx = match Context::new(cli.global) {
        Ok(cx) => cx,
        Err(failure) => return Outcome::Done(report(&failure, false)),
    };
    match carry_out(cli.command, &mut cx) {
        Ok(outcome) => outcome,
        Err(failure) => Outcome::Done(report(&failure, cx.json)),
    }
}

fn carry_out(command: Option<Command>, cx: &mut Context) -> Result<Outcome, Failure> {
    let Some(command) = command else {
        return Ok(Outcome::App(Box::new(Start::new(cx)?)));
    };
    let status = match command {
        Command::Demo(args) => return demo::run(&args, cx),
        Command::Kiosk(_) => return kiosk::open(cx),
        Command::SshKeys(args) => keys::ssh_keys(&args, cx),
        Command::Init(args) => init::run(&args, cx),
        Command::Act(args) => act::run(&args, cx),
        Command::Schema => schema::run(),
        Command::Queue(args) => queue::run(&args, cx),
        Command::Show(args) => show::run(&args, cx),
        Command::Explain(args) => explain::run(&args, cx),
        Command::Find(args) => find::run(&args, cx),
        Command::Figures(args) => figures::run(&args, cx),
        Command::Export(args) => export::run(&args, cx),
        Command::Due(args) => due::run(&args, cx),
        Command::Notice(args) => notice::run(&args, cx),
        Command::Paper(args) => paper::run(&args, cx),
        Command::Handover(args) => handover::run(&args, cx),
        Command::Slips(args) => slips::run(&args, cx),
        Command::Staff(args) => staff::run(&args, cx),
        Command::Oversee(args) => oversee::run(&args, cx),
        Command::Rulebook(args) => rulebook::run(&args, cx),
        Command::Catalog(args) => catalog::run(&args, cx),
        Command::Calendar(args) => calendar::run(&args, cx),
        Command::Audit(args) => audit::run(&args, cx),
        Command::Backup(args) => backup::run(&args, cx),
        Command::Restore(args) => restore::run(&args, cx),
        Command::Completions(args) => completions::run(&args, cx),
        Command::Docs(args) => docs::run(&args, cx),
    }?;
    Ok(Outcome::Done(status))
}

/// Tells why it failed: the sentence to people, a refusal also to scripts.
fn report(failure: &Failure, json: bool) -> Status {
    if let Some(message) = failure.message() {
        out::say(message);
    }
    if let (Failure::Refused(refused), true) = (failure, json) {
        // When this cannot be printed either, the status still says it.
        let _ = out::json(&refused.json());
    }
    failure.status()
}
