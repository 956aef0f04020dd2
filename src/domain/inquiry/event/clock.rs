//! Clocks as they begin, stop and run on.

use serde::{Deserialize, Serialize};

use crate::domain::deadline::{Counting, Limit};
use crate::domain::ids::ClockId;
use crate::domain::rulebook::{Answerable, Lapse};
use crate::domain::time::Moment;

/// A clock as it was started.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Started {
    /// The clock.
    pub clock: ClockId,
    /// The leg that it belongs to; 0 for the inquiry's own.
    pub leg: u32,
    /// How long it runs.
    pub limit: Limit,
    /// Whether the day of the trigger counts.
    pub counting: Counting,
    /// The instant that it counts from.
    pub from: Moment,
    /// When it ends.
    pub due: Moment,
    /// From when it is close to its end.
    pub soon: Moment,
    /// Whether the calendar did not reach as far as its end.
    pub provisional: bool,
    /// The calendar that it was counted by.
    pub calendar: String,
    /// Who answers for it.
    pub answerable: Answerable,
    /// What its end brings about.
    pub lapse: Lapse,
    /// Whether it is an internal target.
    pub internal: bool,
}

/// Why a clock stands still for good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stop {
    /// What it asked for was done.
    Met,
    /// Something else took its place.
    Replaced,
}

/// A clock that runs on after a suspension.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunsOn {
    /// The clock.
    pub clock: ClockId,
    /// Its leg.
    pub leg: u32,
    /// When it ends now.
    pub due: Moment,
    /// From when it is close to its end.
    pub soon: Moment,
    /// Whether the calendar did not reach that far.
    pub provisional: bool,
}
