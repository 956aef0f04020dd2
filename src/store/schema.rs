//! The tables, as numbered steps that are never edited once released.

use rusqlite_migration::{M, Migrations};

/// Marks a file as a register of this program: "shwn".
pub const APPLICATION_ID: i32 = 0x7368_776e;

const REGISTER: &str = include_str!("schema/0001_register.sql");

const STEPS: &[M<'static>] = &[M::up(REGISTER)];

/// The triggers that keep the log as it is: name, and text as SQLite keeps it.
pub fn guards() -> impl Iterator<Item = (&'static str, &'static str)> {
    REGISTER
        .split("CREATE TRIGGER ")
        .skip(1)
        .filter_map(|rest| {
            let name = rest.split_whitespace().next()?;
            let end = rest.find("END;")? + "END".len();
            let start = REGISTER.find(rest)? - "CREATE TRIGGER ".len();
            Some((
                name,
                &REGISTER[start..start + "CREATE TRIGGER ".len() + end],
            ))
        })
}

/// Every step from an empty file to today's tables.
pub fn migrations() -> Migrations<'static> {
    Migrations::from_slice(STEPS)
}

/// The version that today's tables have.
pub fn current_version() -> i64 {
    i64::try_from(STEPS.len()).unwrap_or(i64::MAX)
}
