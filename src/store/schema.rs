//! The tables, as numbered steps that are never edited once released.

use rusqlite_migration::{M, Migrations};

/// Marks a file as a register of this program: "shwn".
pub const APPLICATION_ID: i32 = 0x7368_776e;

const STEPS: &[M<'static>] = &[M::up(include_str!("schema/0001_register.sql"))];

/// Every step from an empty file to today's tables.
pub fn migrations() -> Migrations<'static> {
    Migrations::from_slice(STEPS)
}

/// The version that today's tables have.
pub fn current_version() -> i64 {
    i64::try_from(STEPS.len()).unwrap_or(i64::MAX)
}
