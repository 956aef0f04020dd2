//! The only door to change: load, settle, decide, append, in one transaction.
//!
//! Every command, whoever sends it, comes through [`Desk::carry_out`]. The
//! decision falls inside the transaction, so that of two terminals that act on
//! the same leg one wins and the other is told who and when.

mod access;
mod adopt;
mod asked;
mod basis;
mod batch;
mod calendar;
mod carry;
mod checkpoint;
mod edit;
mod follows;
mod found;
pub mod gather;
mod keys;
mod known;
mod on_case;
mod on_handover;
mod on_inquiry;
mod on_staff;
mod oversight;
mod presence;
mod privacy;
pub mod review;
mod signin;
mod together;

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use thiserror::Error;

pub use batch::Batch;
pub use calendar::{Adopted, Moved};
pub use checkpoint::seal_kept;
pub use found::{Founding, Pin};
pub use oversight::period;
pub use signin::{PIN_MAX, PIN_MIN, SignInError, SignedIn, is_pin, pepper_at, pepper_kept};
pub use together::{One, Together};

use crate::clock::Clock;
use crate::domain::command::{Command, Envelope};
use crate::domain::deadline::{CalendarError, Office, OfficeHours, Week};
use crate::domain::ids::StaffNo;
use crate::domain::inquiry::{Event, Inquiry};
use crate::domain::refusal::Refusal;
use crate::domain::rulebook::{OfficeRule, Rulebook};
use crate::domain::staff::Person;
use crate::domain::time::Moment;
use crate::entropy::Entropy;
use crate::store::{Mode, OfficeFacts, Read, Recorded, Store, StoreError};

/// Who sends a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// A member of staff who is signed in.
    Staff(StaffNo),
    /// The account that owns the file, for reference data.
    Owner,
}

impl Actor {
    /// The actor as the record names it.
    pub fn name(&self) -> &str {
        match self {
            Self::Staff(number) => number.as_str(),
            Self::Owner => "owner",
        }
    }
}

/// What a command came to.
#[derive(Debug, Clone, PartialEq)]
pub struct Done {
    /// What it was about, as people call it: an inquiry's, a handover's or a staff number.
    pub subject: String,
    /// The facts that it put on the record.
    pub events: Vec<Recorded>,
    /// A refusal that went on record with them.
    pub refused: Option<Refusal>,
}

/// Why a command was not carried out.
#[derive(Debug, Error)]
pub enum DeskError {
    /// The rules refuse it.
    #[error("refused: {}", .0.code())]
    Refused(Box<Refusal>),
    /// It could not be saved.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The clock is behind the last fact on the record by more than two minutes.
    #[error("the clock is behind the record")]
    ClockBehind {
        /// What the clock says.
        now: Moment,
        /// When the last fact was recorded.
        last: Moment,
    },
    /// Reference data does not make sense.
    #[error("{0}")]
    Reference(String),
    /// What was to be the calendar is none.
    #[error(transparent)]
    Calendar(#[from] CalendarError),
}

impl From<Refusal> for DeskError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(Box::new(refusal))
    }
}

/// An open register with the rules that apply to it.
pub struct Desk {
    store: Store,
    clock: Box<dyn Clock>,
    entropy: Box<dyn Entropy>,
    facts: OfficeFacts,
    office: Office,
    rules: Rulebook,
    key: Option<PathBuf>,
}

impl std::fmt::Debug for Desk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Desk")
            .field("store", &self.store)
            .finish_non_exhaustive()
    }
}

impl Desk {
    /// Opens a register.
    ///
    /// # Errors
    ///
    /// When the file or what stands in it cannot be used.
    pub fn open(
        path: &Path,
        mode: Mode,
        clock: Box<dyn Clock>,
        entropy: Box<dyn Entropy>,
    ) -> Result<Self, DeskError> {
        Self::over(Store::open(path, mode)?, clock, entropy)
    }

    /// Sits down at an open store.
    fn over(
        store: Store,
        clock: Box<dyn Clock>,
        entropy: Box<dyn Entropy>,
    ) -> Result<Self, DeskError> {
        let facts = store.read().office()?;
        let rules = store.read().rulebook(&facts.rulebook)?;
        let office = office_of(&facts, &rules)?;
        Ok(Self {
            store,
            clock,
            entropy,
            facts,
            office,
            rules,
            key: None,
        })
    }

    /// The register, for reading.
    pub fn read(&self) -> Read<'_> {
        self.store.read()
    }

    /// The file, for its keeping: checkpoints, change detection, audit.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// The present.
    pub fn now(&self) -> Moment {
        self.clock.now()
    }

    /// What the register says of its office.
    pub fn facts(&self) -> &OfficeFacts {
        &self.facts
    }

    /// Calendar and hours of the office.
    pub fn office(&self) -> &Office {
        &self.office
    }

    /// The rulebook in use.
    pub fn rules(&self) -> &Rulebook {
        &self.rules
    }

    /// The rulebook that an inquiry keeps; the present one where its own cannot be read.
    pub fn rules_of(&self, state: &Inquiry) -> Cow<'_, Rulebook> {
        if state.rulebook == self.facts.rulebook {
            return Cow::Borrowed(&self.rules);
        }
        match self.read().rulebook(&state.rulebook) {
            Ok(kept) => Cow::Owned(kept),
            Err(_) => Cow::Borrowed(&self.rules),
        }
    }

    /// Reads what the register says of its office again, with the calendar and the
    /// rulebook where another process put others in place. Says whether anything
    /// had changed. A command does so by itself, inside its transaction.
    ///
    /// # Errors
    ///
    /// When it cannot be read, or does not make sense; the desk stays as it was then.
    pub fn refresh(&mut self) -> Result<bool, DeskError> {
        let Self {
            store,
            facts,
            office,
            rules,
            ..
        } = self;
        renew(store.read(), facts, office, rules)
    }

    /// Lives by another clock from now on.
    pub fn set_clock(&mut self, clock: Box<dyn Clock>) {
        self.clock = clock;
    }

    /// The last instant of the office's day at `at`.
    pub fn day_end(&self, at: Moment) -> Moment {
        Moment(self.office.midnight(at).0 + 24 * 3_600_000 - 1)
    }

    /// A member of staff who may act.
    ///
    /// # Errors
    ///
    /// When nobody has this number.
    pub fn person(&self, number: &StaffNo) -> Result<Person, DeskError> {
        match self.read().person(number)? {
            Some(person) => Ok(person),
            None => Err(Refusal::UnknownStaff(number.clone()).into()),
        }
    }

    /// What a command about an inquiry would record if it were carried out now: decided
    /// as it would be, and recorded nowhere. A second terminal may be quicker all the same.
    ///
    /// # Errors
    ///
    /// The rules' reason, or why it could not be read.
    pub fn rehearse(
        &self,
        staff: &StaffNo,
        state: &Inquiry,
        command: Command,
    ) -> Result<Vec<Event>, DeskError> {
        let known = known::Known::default();
        let basis = basis::Basis {
            read: self.read(),
            facts: &self.facts,
            office: &self.office,
            rules: &self.rules,
            known: &known,
        };
        basis.rehearse(staff, state, command, self.now())
    }

    /// Carries out a command.
    ///
    /// # Errors
    ///
    /// The rules' reason, or why it could not be saved; nothing was changed then.
    pub fn carry_out(&mut self, actor: &Actor, envelope: &Envelope) -> Result<Done, DeskError> {
        carry::carry_out(self, actor, envelope)
    }

    /// Carries out many commands in one transaction, each at its own instant:
    /// for a register that is being made up.
    ///
    /// # Errors
    ///
    /// The first reason why one could not be carried out; nothing was changed then.
    pub fn carry_out_all(
        &mut self,
        batch: &mut dyn FnMut(&mut Batch<'_, '_>) -> Result<(), DeskError>,
    ) -> Result<(), DeskError> {
        carry::carry_out_all(self, batch)
    }

    /// Records what time alone has done by now, to at most `limit` inquiries.
    ///
    /// # Errors
    ///
    /// When it could not be saved.
    pub fn settle(&mut self, limit: u32) -> Result<u32, DeskError> {
        carry::settle_lapsed(self, limit)
    }
}

/// Brings what a desk knows of its office up to date with the register.
fn renew(
    read: Read<'_>,
    facts: &mut OfficeFacts,
    office: &mut Office,
    rules: &mut Rulebook,
) -> Result<bool, DeskError> {
    let known = read.office()?;
    if known == *facts {
        return Ok(false);
    }
    let book = if known.rulebook == facts.rulebook {
        None
    } else {
        Some(read.rulebook(&known.rulebook)?)
    };
    let now = office_of(&known, book.as_ref().unwrap_or(rules))?;
    if let Some(book) = book {
        *rules = book;
    }
    *office = now;
    *facts = known;
    Ok(true)
}

/// Calendar and hours, from what the register says of its office.
///
/// Where the register names no hours the rulebook's are taken, else the usual ones.
fn office_of(facts: &OfficeFacts, rules: &Rulebook) -> Result<Office, DeskError> {
    let broken = |error: String| DeskError::Reference(error);
    let offset = chrono::FixedOffset::east_opt(facts.offset_minutes * 60)
        .ok_or_else(|| broken(format!("offset {} minutes", facts.offset_minutes)))?;
    let open = rules.office.as_ref();
    let named = if facts.hours.is_empty() {
        open.and_then(|open| open.hours.as_deref())
            .unwrap_or_default()
    } else {
        &facts.hours
    };
    let hours: OfficeHours = if named.is_empty() {
        OfficeHours::default()
    } else {
        named.parse().map_err(|error| broken(format!("{error}")))?
    };
    Ok(Office {
        offset,
        hours,
        week: open.map_or(Week::STANDARD, OfficeRule::week),
        calendar: calendar::calendar_of(&facts.calendar)?,
    })
}
