//! From what the command line knows to an open register, for whoever is to work on it.

use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use thiserror::Error;

use crate::builtin;
use crate::clock::SystemClock;
use crate::desk::{Desk, DeskError, Founding, Pin, SignInError, pepper_at};
use crate::domain::ids::StaffNo;
use crate::domain::staff::{Person, Role};
use crate::domain::time::Moment;
use crate::drafts::Drafts;
use crate::entropy::SystemEntropy;
use crate::i18n::Lang;
use crate::paths;
use crate::store::{Mode, StoreError};

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
    /// Who came in with a key, and so needs no PIN; nothing but the app is theirs.
    pub kiosk: Option<StaffNo>,
    /// Whether lines are drawn in ASCII.
    pub ascii: bool,
    /// Whether no bell rings.
    pub quiet: bool,
}

/// Why the register did not open, or its use ended early.
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

/// What the person of a first run answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Founded {
    /// Id of the rulebook.
    pub rulebook: String,
    /// The office's name.
    pub office: String,
    /// The first person's staff number.
    pub number: String,
    /// The first person's name.
    pub name: String,
    /// The first person's department.
    pub department: String,
    /// The first person's PIN.
    pub pin: String,
    /// The language in which they were asked.
    pub lang: Lang,
}

/// An open register with what belongs to it.
#[derive(Debug)]
pub struct Opened {
    /// The register, living by the time that was set.
    pub desk: Desk,
    /// The language to begin in.
    pub lang: Lang,
    /// Where the pepper lies.
    pub pepper: PathBuf,
    /// Where drafts lie.
    pub drafts: Drafts,
    /// Where sheets are written to.
    pub sheets: PathBuf,
    /// Who is signed in already.
    pub signed_in: Option<StaffNo>,
    /// Whether nothing but the app may be had from here.
    pub kiosk: bool,
}

impl Opening {
    /// Opens the register; where there is none yet, asks `found` for what a new one
    /// begins with. Nothing when the person left instead.
    ///
    /// # Errors
    ///
    /// When the register cannot be used, or what was asked for needs a sandbox.
    pub fn open(
        &self,
        found: impl FnOnce() -> std::io::Result<Option<Founded>>,
    ) -> Result<Option<Opened>, OpenError> {
        if self.register.exists() {
            let clock = Box::new(SystemClock::default());
            let entropy = Box::new(SystemEntropy);
            let desk = Desk::open(&self.register, Mode::ReadWrite, clock, entropy)?;
            return self
                .settle_in(desk, self.asked, self.kiosk.clone().or(self.staff.clone()))
                .map(Some);
        }
        if self.kiosk.is_some() {
            let missing = StoreError::Missing(self.register.clone());
            return Err(OpenError::Desk(missing.into()));
        }
        let Some(founded) = found()? else {
            return Ok(None);
        };
        let desk = make(&self.register, &founded)?;
        let signed_in = Some(StaffNo(founded.number.clone()));
        let lang = self.asked.or(Some(founded.lang));
        self.settle_in(desk, lang, signed_in).map(Some)
    }

    fn settle_in(
        &self,
        mut desk: Desk,
        lang: Option<Lang>,
        signed_in: Option<StaffNo>,
    ) -> Result<Opened, OpenError> {
        let facts = desk.facts().clone();
        if !facts.sandbox && (self.now.is_some() || self.staff.is_some()) {
            return Err(OpenError::NoSandbox);
        }
        desk.set_clock(Box::new(match self.now {
            Some(now) => SystemClock::starting_at(now),
            None => SystemClock {
                shift_ms: facts.shift_ms,
            },
        }));
        let state = paths::state(&facts.id).ok_or(OpenError::NoState)?;
        desk.seal_with(Some(state.join("checkpoint.key")));
        Ok(Opened {
            lang: lang
                .or_else(|| facts.lang.parse().ok())
                .unwrap_or(self.locale),
            pepper: state.join("pepper"),
            drafts: Drafts::at(&state.join(drafts_of(&self.register))),
            sheets: if self.kiosk.is_some() {
                state.join("sheets")
            } else {
                std::env::current_dir().unwrap_or_else(|_| state.join("sheets"))
            },
            kiosk: self.kiosk.is_some(),
            signed_in,
            desk,
        })
    }
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

/// The built-in rulebooks, as a person chooses among them: id, Chinese and English name.
pub fn rulebooks() -> Vec<(String, String, String)> {
    builtin::rulebook::ids()
        .filter_map(|id| builtin::rulebook::rulebook(id)?.ok())
        .map(|book| (book.id, book.name.zh, book.name.en))
        .collect()
}

/// Makes the register of a first run, with its first person.
fn make(path: &Path, founded: &Founded) -> Result<Desk, OpenError> {
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
        lang: founded.lang.code().to_owned(),
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
