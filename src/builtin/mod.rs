//! Rulebooks, catalogue and calendar that the program brings along: data, not code.

pub mod calendar;
pub mod catalog;
pub mod rulebook;
