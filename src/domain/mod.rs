//! The regulations, pure: no file, no clock, no SQL, no screen.
//!
//! `now`, the calendar and the rulebook come in as arguments; a refusal goes
//! out as a typed value that `i18n` words.

pub mod access;
pub mod case;
pub mod catalog;
pub mod command;
pub mod deadline;
pub mod identity;
pub mod ids;
pub mod inquiry;
pub mod mask;
pub mod notice;
pub mod office;
pub mod oversight;
pub mod paper;
pub mod presence;
pub mod printing;
pub mod privacy;
pub mod private;
pub mod refusal;
pub mod rulebook;
pub mod shift;
pub mod staff;
pub mod text;
pub mod time;
