//! From what the command line knows to an open app.

use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use thiserror::Error;

use super::app::{App, Setting};
use super::drafts::Drafts;
use super::run;
use super::setup::{Founded, Setup};
use super::theme::Theme;
use crate::builtin;
use crate::clock::SystemClock;
use crate::desk::{Desk, DeskError, Founding, Pin, SignInError, pepper_at};
use crate::domain::ids::StaffNo;
use crate::domain::staff::{Person, Role};
use crate::domain::time::Moment;
use crate::entropy::SystemEntropy;
use crate::i18n::Lang;
use crate::paths;
use crate::store::Mode;

/// What the command line knows.
#[derive(Debug, Clone)]
pub struct Opening {
    /// Where the register lies, or shall lie.
    pub register: PathBuf,
    /// The language that was asked for; else the register's, else the locale's.
    pub asked: Option<Lang>,
    /// The language of the locale.
    pub locale: Lang,
    /// The present to live in; a sandbox only.
    pub now: Option<Moment>,
    /// Who is signed in without a PIN; a sandbox only.
    pub staff: Option<StaffNo>,
    /// Whether lines are drawn in ASCII.
    pub ascii: bool,
}

/// Why the app did not open, or ended early.
#[derive(Debug, Error)]
pub enum OpenError {
    /// The register cannot be used.
    #[error(transparent)]
    Desk(#[from] DeskError),
    /// The PIN could not be kept.
    #[error(transparent)]
    SignIn(#[from] SignInError),
    /// Time may be set, and a PIN left out, on a sandbox only.
    #[error("only a sandbox allows this")]
    NoSandbox,
    /// The platform knows no place for keys and drafts.
    #[error("no place for keys and drafts")]
    NoState,
    /// There is no terminal, or it failed.
    #[error(transparent)]
    Terminal(#[from] std::io::Error),
}

/// Opens the app; where there is no register yet, asks the questions of a first run.
///
/// # Errors
///
/// When the register or the terminal cannot be used.
pub fn open(opening: &Opening) -> Result<(), OpenError> {
    let mut lang = opening.asked;
    let mut signed_in = opening.staff.clone();
    let desk = if opening.register.exists() {
        Desk::open(
            &opening.register,
            Mode::ReadWrite,
            Box::new(SystemClock::default()),
            Box::new(SystemEntropy),
        )?
    } else {
        let setup = Setup::new(
            opening.asked.unwrap_or(opening.locale),
            theme(opening),
            choices(),
        );
        let Some(founded) = run::set_up(setup)? else {
            return Ok(());
        };
        lang = lang.or(Some(founded.lang));
        signed_in = Some(StaffNo(founded.number.clone()));
        found(&opening.register, &founded)?
    };
    work(desk, opening, lang, signed_in.as_ref())
}

fn work(
    mut desk: Desk,
    opening: &Opening,
    lang: Option<Lang>,
    signed_in: Option<&StaffNo>,
) -> Result<(), OpenError> {
    let facts = desk.facts().clone();
    if !facts.sandbox && (opening.now.is_some() || opening.staff.is_some()) {
        return Err(OpenError::NoSandbox);
    }
    desk.set_clock(Box::new(match opening.now {
        Some(now) => SystemClock::starting_at(now),
        None => SystemClock {
            shift_ms: facts.shift_ms,
        },
    }));
    let state = paths::state(&facts.id).ok_or(OpenError::NoState)?;
    let setting = Setting {
        lang: lang
            .or_else(|| facts.lang.parse().ok())
            .unwrap_or(opening.locale),
        theme: theme(opening),
        pepper: state.join("pepper"),
        drafts: Drafts::at(&state.join(drafts_of(&opening.register))),
        sheets: std::env::current_dir().unwrap_or_else(|_| state.join("sheets")),
        desk,
    };
    run::run(|size| {
        let mut app = App::new(setting, size)?;
        if let Some(staff) = signed_in {
            app.sign_in_as(staff)?;
        }
        Ok(app)
    })
}

/// A directory of its own for each file: demonstrations made from the same seed
/// are alike down to their ids, and their drafts must not meet.
fn drafts_of(register: &Path) -> String {
    let whole = register
        .canonicalize()
        .unwrap_or_else(|_| register.to_owned());
    let digest = Sha256::digest(whole.as_os_str().as_encoded_bytes());
    format!(
        "drafts-{}",
        hex::encode(digest.get(..6).unwrap_or_default())
    )
}

fn theme(opening: &Opening) -> Theme {
    Theme::asked_for(opening.ascii, |name| std::env::var(name).ok())
}

/// The built-in rulebooks, as a person chooses among them.
fn choices() -> Vec<(String, String, String)> {
    builtin::rulebook::ids()
        .filter_map(|id| builtin::rulebook::rulebook(id)?.ok())
        .map(|book| (book.id, book.name.zh, book.name.en))
        .collect()
}

/// Makes the register of a first run, with its first person.
fn found(path: &Path, founded: &Founded) -> Result<Desk, OpenError> {
    let reference = |what: String| OpenError::Desk(DeskError::Reference(what));
    let rulebook = builtin::rulebook::rulebook(&founded.rulebook)
        .and_then(Result::ok)
        .ok_or_else(|| reference(founded.rulebook.clone()))?;
    let catalog = builtin::catalog::examples().map_err(|error| reference(format!("{error:?}")))?;
    let founding = Founding {
        name: founded.office.clone(),
        offset_minutes: 480,
        hours: String::new(),
        sandbox: false,
        present: None,
        lang: founded.lang.pick("zh", "en").to_owned(),
        complaint_line: String::new(),
        rulebook,
        catalog,
    };
    let clock = Box::new(SystemClock::default());
    let mut desk = Desk::found(path, &founding, clock, Box::new(SystemEntropy))?;
    let pepper = paths::pepper(&desk.facts().id).ok_or(OpenError::NoState)?;
    let pepper = pepper_at(&pepper, &mut SystemEntropy)?;
    let person = Person {
        number: StaffNo(founded.number.clone()),
        name: founded.name.clone(),
        department: founded.department.clone(),
        roles: vec![Role::Clerk, Role::Handler, Role::Supervisor, Role::Admin],
        ..Person::default()
    };
    let pin = Pin {
        digits: founded.pin.clone(),
        one_time: false,
    };
    desk.record_people(&[(person, Some(pin))], &pepper)?;
    Ok(desk)
}
