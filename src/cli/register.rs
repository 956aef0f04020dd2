//! The register that a subcommand works on: opening it, its time, and who acts.

use std::collections::HashMap;
use std::path::PathBuf;

use chrono::FixedOffset;

use super::context::Context;
use super::failure::{Failure, Refused};
use super::pin;
use crate::clock::{Clock, FixedClock, SystemClock};
use crate::desk::{Actor, Desk, DeskError, SignInError, pepper_kept};
use crate::domain::ids::StaffNo;
use crate::domain::refusal::Refusal;
use crate::domain::staff::{Person, Role};
use crate::entropy::SystemEntropy;
use crate::i18n::refusal::Speaker;
use crate::i18n::{Lang, cli as words, fault};
use crate::paths;
use crate::store::{Mode, StoreError};

/// Where the register lies.
///
/// # Errors
///
/// Where the platform has no place for it and none is named.
pub fn path(cx: &Context) -> Result<PathBuf, Failure> {
    paths::register(cx.db.as_deref()).ok_or_else(|| Failure::Usage(words::no_place(cx.lang())))
}

/// Opens the register for reading, at the time that was set.
///
/// # Errors
///
/// When it cannot be read.
pub fn read(cx: &mut Context) -> Result<Desk, Failure> {
    open(cx, Mode::ReadOnly)
}

/// Opens the register for writing.
///
/// # Errors
///
/// When it cannot be used, or when a time was set and it is no sandbox.
pub fn write(cx: &mut Context) -> Result<Desk, Failure> {
    let desk = open(cx, Mode::ReadWrite)?;
    if cx.now.is_some() && !desk.facts().sandbox {
        return Err(Failure::refused(
            "forged_time",
            words::forged_time(cx.lang()),
        ));
    }
    Ok(desk)
}

fn open(cx: &mut Context, mode: Mode) -> Result<Desk, Failure> {
    let path = path(cx)?;
    let machine = Box::new(SystemClock::default());
    let mut desk = Desk::open(&path, mode, machine, Box::new(SystemEntropy))
        .map_err(|error| failed(cx.lang(), &error, &Voice::default()))?;
    cx.speak(&desk.facts().lang);
    let shift_ms = desk.facts().shift_ms;
    desk.set_clock(clock(cx, shift_ms));
    let key = paths::key(&desk.facts().id);
    desk.seal_with(key);
    Ok(desk)
}

/// The set time, standing still; else the machine's, shifted as the register has it.
pub fn clock(cx: &Context, shift_ms: i64) -> Box<dyn Clock> {
    match cx.now {
        Some(now) => Box::new(FixedClock(now)),
        None => Box::new(SystemClock { shift_ms }),
    }
}

/// The member of staff named with `--as`, signed in with a PIN unless on a sandbox.
///
/// # Errors
///
/// When nobody is named, or the PIN does not fit.
pub fn staff(cx: &Context, desk: &mut Desk) -> Result<StaffNo, Failure> {
    let lang = cx.lang();
    let staff = cx
        .staff
        .clone()
        .ok_or_else(|| Failure::Usage(words::missing_option(lang, "--as")))?;
    if desk.facts().sandbox {
        return Ok(staff);
    }
    let digits = pin::ask(&staff, lang)?;
    let voice = Voice::of(desk);
    let file = pepper(desk, lang)?;
    let signed_in = pepper_kept(&file)
        .and_then(|pepper| desk.sign_in(&staff, &digits, &pepper))
        .map_err(|error| not_signed_in(lang, &error, &voice))?;
    if signed_in.must_change {
        super::out::say(&words::one_time_pin(lang));
    }
    Ok(staff)
}

/// Who changes reference data: the admin named with `--as`, else the owner of the file.
///
/// # Errors
///
/// As for [`staff`], and when the person is no admin.
pub fn keeper(cx: &Context, desk: &mut Desk) -> Result<Actor, Failure> {
    if cx.staff.is_none() {
        return Ok(Actor::Owner);
    }
    let number = staff(cx, desk)?;
    let lang = cx.lang();
    let person = person(desk, &number, lang)?;
    if person.is(Role::Admin) {
        Ok(Actor::Staff(number))
    } else {
        Err(refused(lang, &Refusal::NotAllowed, &Voice::of(desk)))
    }
}

/// A member of staff by number.
///
/// # Errors
///
/// When nobody has it.
pub fn person(desk: &Desk, number: &StaffNo, lang: Lang) -> Result<Person, Failure> {
    desk.person(number)
        .map_err(|error| failed(lang, &error, &Voice::default()))
}

/// The file of the register's pepper.
///
/// # Errors
///
/// Where the platform has no place for it.
pub fn pepper(desk: &Desk, lang: Lang) -> Result<PathBuf, Failure> {
    paths::pepper(&desk.facts().id).ok_or_else(|| Failure::NotSaved(words::no_state(lang)))
}

/// Names and wall clock of an open register.
#[derive(Debug)]
pub struct Voice {
    names: HashMap<StaffNo, String>,
    offset: FixedOffset,
}

impl Default for Voice {
    fn default() -> Self {
        Self {
            names: HashMap::new(),
            offset: crate::i18n::refusal::china(),
        }
    }
}

impl Voice {
    /// Reads the names; without them the numbers serve.
    pub fn of(desk: &Desk) -> Self {
        Self {
            names: desk.read().names().unwrap_or_default(),
            offset: desk.office().offset,
        }
    }
}

impl Speaker for Voice {
    fn name(&self, staff: &StaffNo) -> String {
        self.names
            .get(staff)
            .cloned()
            .unwrap_or_else(|| staff.to_string())
    }

    fn offset(&self) -> FixedOffset {
        self.offset
    }
}

/// A refusal of the rules.
pub fn refused(lang: Lang, refusal: &Refusal, voice: &Voice) -> Failure {
    Failure::Refused(refusal_of(lang, refusal, voice))
}

/// A refusal as it is printed.
pub fn refusal_of(lang: Lang, refusal: &Refusal, voice: &Voice) -> Refused {
    Refused {
        code: refusal.code(),
        message: crate::i18n::refusal::refusal(lang, refusal, voice),
        field: refusal.field().map(crate::domain::refusal::Field::as_str),
    }
}

/// Why the desk did not carry something out.
pub fn failed(lang: Lang, error: &DeskError, voice: &Voice) -> Failure {
    let message = fault::desk(lang, error, voice);
    match error {
        DeskError::Refused(refusal) => refused(lang, refusal, voice),
        DeskError::Calendar(_) => Failure::refused("faulty_file", message),
        DeskError::ClockBehind { .. } => Failure::refused("clock_behind", message),
        DeskError::Store(StoreError::Damaged(_)) => Failure::NotVerified(message),
        DeskError::Store(_) | DeskError::Reference(_) => Failure::NotSaved(message),
    }
}

/// Why the register could not be read.
pub fn unread(lang: Lang, error: &StoreError) -> Failure {
    let message = fault::store(lang, error);
    if matches!(error, StoreError::Damaged(_)) {
        Failure::NotVerified(message)
    } else {
        Failure::NotSaved(message)
    }
}

/// Why someone is not signed in.
pub fn not_signed_in(lang: Lang, error: &SignInError, voice: &Voice) -> Failure {
    let message = fault::sign_in(lang, error, voice);
    match error {
        SignInError::Wrong => Failure::refused("sign_in", message),
        SignInError::Locked { .. } => Failure::refused("locked", message),
        SignInError::Pepper(_) => Failure::NotSaved(message),
        SignInError::Desk(error) => failed(lang, error, voice),
    }
}
