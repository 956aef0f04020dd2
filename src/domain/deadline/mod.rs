//! When a limit ends, and why: exact to the minute.
//!
//! Everything here is computed on the office's own wall clock (a
//! [`NaiveDateTime`](chrono::NaiveDateTime) at its fixed offset) from what the
//! caller brings: the [`Rule`], the instant of the trigger, the suspensions and
//! the [`Office`] with its hours and its [`Calendar`]. Three questions share one
//! walk over the days, so they cannot disagree: [`compute`] (when), [`explain`]
//! (why) and [`time_left`] (how much remains).
//!
//! ## Decisions
//!
//! - **A day is suspended when the suspension still stands at the end of it**
//!   (the closing of its office hours, 24:00 where it has none). The day on which
//!   a suspension begins is thus not counted, the day on which the clock runs on
//!   is, a pause within one day costs nothing, and no limit can end inside a
//!   suspension. Cutting one suspension in two changes no day. Turned down: "any
//!   day touched", by which an hour of suspension a day would stop a clock for
//!   ever. Limits in minutes and hours subtract suspensions exactly.
//! - **Provisional means consulted.** A due date is provisional when a day beyond
//!   the announced calendar had a say in it; an hour that runs through the night
//!   asks no calendar and is never provisional.
//! - **Seconds are kept.** An hour from 23:30:20 ends at 00:30:20; a limit in
//!   days ends on the closing minute. What is done within the last minute is in
//!   time: [`late_from`].
//! - **Months ask only for the corresponding day** (the month's last where there
//!   is none), whether the trigger day counts or not.

mod additions;
mod calendar;
mod calendar_fault;
mod due;
mod elapsed;
mod explain;
mod hours;
mod iso_date;
mod limit;
mod notice;
mod office;
mod remaining;
mod run;
mod suspension;
mod walk;
mod window;

pub use additions::{Additions, Change};
pub use calendar::{Calendar, Day, DayKind, DayOverride, Ruling, once, parse_overrides};
pub use calendar_fault::{CalendarError, CalendarFault};
pub use due::{Counting, DeadlineError, Due, Rule, UnknownCounting, compute, corresponding_day};
pub use elapsed::Elapsed;
pub use explain::{DayLine, Explanation, Lines, Stretch, StretchWhy, explain};
pub use hours::{HoursError, OfficeHours, Span, Spans};
pub use limit::{Limit, LimitError, Unit};
pub use notice::{FixedHolidays, Holiday, HolidayName, Notice};
pub use office::{Office, OfficeError, Week};
pub use remaining::{clock_time, late_from, office_time, time_left};
pub use suspension::{Suspension, SuspensionReason};
pub use walk::{HORIZON_DAYS, Part};
pub use window::falls_within;
