//! A believable hall on a sandbox register, made by carrying out real commands
//! under a simulated clock.
//!
//! Nothing is written past the desk: each registration, handoff and answer is a
//! command that the rules let pass at its own instant, and what time alone did
//! (a limit that ran out) is recorded as on any other register. The same seed
//! and present make the same record, ids and salts; only the shift from the
//! machine's clock, which is no part of the record, differs.

mod acts;
mod cast;
mod chance;
mod documents;
mod duty;
mod hall;
mod own;
mod plan;
mod play;
mod present;
mod story;
mod visitors;

use std::path::{Path, PathBuf};

use cast::Cast;
use chance::Chance;
use chrono::FixedOffset;
use hall::Hall;
use play::{Play, Shift};
use story::Teller;
use visitors::{Names, Visitors};

use crate::clock::ManualClock;
use crate::desk::{Batch, Desk, DeskError, Founding, Pin, pepper_at};
use crate::domain::catalog::Catalog;
use crate::domain::deadline::{Office, OfficeHours, Week};
use crate::domain::rulebook::{OfficeRule, Rulebook};
use crate::domain::staff::Person;
use crate::domain::time::Moment;
use crate::entropy::{SeededEntropy, SystemEntropy};

/// 2026-04-07T10:42+08:00, the first working day after a holiday.
pub const PRESENT: Moment = Moment(1_775_529_720_000);
/// How many inquiries a demonstration has unless told otherwise.
pub const INQUIRIES: u32 = 400;
/// The PIN of the few who get one.
pub const PIN: &str = "135790";
/// Who gets one.
pub const WITH_PIN: [&str; 4] = ["1001", "1002", "2003", "3001"];

/// Minutes east of UTC.
const OFFSET: i32 = 480;
/// So many seconds after closing, what ran out that day is recorded.
const NIGHT: i64 = 3 * 3_600;
/// Lapsed limits recorded in one go.
const AT_ONCE: u32 = 1_000_000;
/// Working days played in one transaction.
const DAYS_AT_ONCE: usize = 20;

/// Shifts handed over after closing.
const SHIFTS: [Shift; 4] = [
    Shift {
        back: 15,
        from: "1005",
        to: "1006",
    },
    Shift {
        back: 12,
        from: "1001",
        to: "1002",
    },
    Shift {
        back: 9,
        from: "1002",
        to: "1001",
    },
    Shift {
        back: 1,
        from: "1003",
        to: "1004",
    },
];

/// Where the key file of a register with this id lies.
pub type PepperPath = fn(&str) -> Option<PathBuf>;

/// What kind of register is made.
#[derive(Debug, Clone)]
pub struct Recipe {
    /// Where it will lie; nothing may be there yet.
    pub path: PathBuf,
    /// How many inquiries it has.
    pub inquiries: u32,
    /// What chance follows from.
    pub seed: u64,
    /// The rulebook in use.
    pub rulebook: Rulebook,
    /// The present of the register.
    pub now: Moment,
    /// Where its key file lies, needed for PINs; without it nobody gets one,
    /// and people sign in as a sandbox allows.
    pub pepper: Option<PepperPath>,
}

impl Recipe {
    /// A register of the usual size, seed and present.
    pub fn new(path: &Path, rulebook: Rulebook) -> Self {
        Self {
            path: path.to_owned(),
            inquiries: INQUIRIES,
            seed: 1,
            rulebook,
            now: PRESENT,
            pepper: None,
        }
    }
}

/// Makes the register, telling how many of how many inquiries there are already.
///
/// # Errors
///
/// When the file is there already or cannot be written.
pub fn make(recipe: &Recipe, progress: &mut dyn FnMut(u32, u32)) -> Result<(), DeskError> {
    let cast = Cast::of(&recipe.rulebook.id)?;
    let catalog = crate::builtin::catalog::examples()
        .map_err(|error| DeskError::Reference(error.to_string()))?;
    let hall = Hall::before(
        &office(&recipe.rulebook)?,
        recipe.now,
        plan::working_days(recipe.inquiries),
    );
    // Everyone was there before the first visitor came.
    let clock = ManualClock::at(hall.moment(0).plus_seconds(-3_600).min(recipe.now));
    let mut desk = found(recipe, &cast, catalog.clone(), clock.clone())?;
    let making = desk.store().begin_making()?;
    employ(&mut desk, recipe, &cast)?;
    let mut chance = Chance::new(recipe.seed);
    let visitors = Visitors::new(Names::read()?, &mut chance);
    let mut teller = Teller {
        cast: &cast,
        rules: &recipe.rulebook,
        catalog: &catalog,
        hall: &hall,
        chance,
        visitors,
    };
    play_all(&mut desk, &mut teller, recipe, progress)?;
    clock.set(recipe.now);
    desk.settle(AT_ONCE)?;
    desk.live_at(recipe.now)?;
    desk.store().finish_making(making)?;
    Ok(())
}

fn found(
    recipe: &Recipe,
    cast: &Cast,
    catalog: Catalog,
    clock: ManualClock,
) -> Result<Desk, DeskError> {
    let founding = Founding {
        name: cast.office.clone(),
        offset_minutes: OFFSET,
        hours: String::new(),
        sandbox: true,
        present: Some(recipe.now),
        lang: String::new(),
        complaint_line: String::new(),
        rulebook: recipe.rulebook.clone(),
        catalog,
    };
    let entropy = SeededEntropy::new(recipe.seed);
    Desk::found(&recipe.path, &founding, Box::new(clock), Box::new(entropy))
}

/// An office under a rulebook, as the desk will know it too.
fn office(rules: &Rulebook) -> Result<Office, DeskError> {
    let broken = |error: &dyn std::fmt::Display| DeskError::Reference(error.to_string());
    let open = rules.office.as_ref();
    let hours = match open.and_then(|open| open.hours.as_deref()) {
        Some(hours) => hours.parse().map_err(|error| broken(&error))?,
        None => OfficeHours::default(),
    };
    Ok(Office {
        offset: FixedOffset::east_opt(OFFSET * 60).ok_or_else(|| broken(&OFFSET))?,
        hours,
        week: open.map_or(Week::STANDARD, OfficeRule::week),
        calendar: crate::builtin::calendar::china().map_err(|error| broken(&error))?,
    })
}

/// Enters the staff, a few of them with a PIN.
fn employ(desk: &mut Desk, recipe: &Recipe, cast: &Cast) -> Result<(), DeskError> {
    let path = recipe.pepper.and_then(|path| path(&desk.facts().id));
    let pepper = match path {
        Some(path) => Some(
            pepper_at(&path, &mut SystemEntropy)
                .map_err(|error| DeskError::Reference(error.to_string()))?,
        ),
        None => None,
    };
    let pin = |person: &Person| {
        let gets = pepper.is_some() && WITH_PIN.contains(&person.number.as_str());
        gets.then(|| Pin {
            digits: PIN.to_owned(),
            one_time: false,
        })
    };
    let people: Vec<(Person, Option<Pin>)> = cast
        .staff
        .iter()
        .map(|person| (person.clone(), pin(person)))
        .collect();
    desk.record_people(&people, pepper.as_deref().unwrap_or_default())
}

/// Plays the whole history, many working days a transaction.
fn play_all(
    desk: &mut Desk,
    teller: &mut Teller,
    recipe: &Recipe,
    progress: &mut dyn FnMut(u32, u32),
) -> Result<(), DeskError> {
    let hall = teller.hall;
    let total = recipe.inquiries;
    let mut play = Play::new(teller, recipe.now);
    let mut scenes = present::scenes(teller, recipe.now);
    scenes.truncate(total as usize);
    teller.visitors.end_of_scenes();
    let rest = total - u32::try_from(scenes.len()).unwrap_or(total);
    for scene in scenes {
        play.take_up(scene);
    }
    let a_day = plan::a_day(hall, rest);
    let days: Vec<(usize, u32)> = a_day.into_iter().enumerate().collect();
    for month in days.chunks(DAYS_AT_ONCE) {
        desk.carry_out_all(&mut |batch| {
            for (at, count) in month {
                play_day(batch, teller, &mut play, (*at, *count), recipe.now)?;
                progress(play.entered(), total);
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// Plays one day of the history, and what time does in the night after it.
fn play_day(
    batch: &mut Batch,
    teller: &mut Teller,
    play: &mut Play,
    (at, count): (usize, u32),
    now: Moment,
) -> Result<(), DeskError> {
    let hall = teller.hall;
    let Some(day) = hall.days().get(at) else {
        return Ok(());
    };
    for story in play::arrivals(teller, day, count) {
        play.take_up(story);
    }
    play.until(batch, hall.after_closing(day, 0).min(now))?;
    let back = hall.days().len() - 1 - at;
    for shift in SHIFTS.iter().filter(|shift| shift.back as usize == back) {
        let (keys, words) = teller.passed_on();
        play.hand_over(batch, *shift, day, (keys, &words))?;
    }
    if back > 0 {
        batch.settle_all(hall.after_closing(day, NIGHT), AT_ONCE)?;
    }
    Ok(())
}
