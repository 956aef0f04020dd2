//! The tables, as numbered steps that are never edited once released.

use std::collections::BTreeMap;

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

use super::error::StoreError;

/// Marks a file as a register of this program: "shwn".
pub const APPLICATION_ID: i32 = 0x7368_776e;

const REGISTER: &str = include_str!("schema/0001_register.sql");

const LEDGER: &str = include_str!("schema/0002_ledger.sql");

const VERSIONS: &str = include_str!("schema/0003_versions.sql");

const FIGURES: &str = include_str!("schema/0004_figures.sql");

const CHARGED: &str = include_str!("schema/0005_charged.sql");
const STRANGERS: &str = include_str!("schema/0006_strangers.sql");

const CASES: &str = include_str!("schema/0007_cases.sql");

const STEPS: &[M<'static>] = &[
    M::up(REGISTER),
    M::up(LEDGER),
    M::up(VERSIONS),
    M::up(FIGURES),
    M::up(CHARGED),
    M::up(STRANGERS),
    M::up(CASES),
];

/// The version from which on the tables hold what figures are counted from.
pub const WITH_FIGURES: i64 = 4;

/// The tables, indexes and triggers of a register by name, with the texts that made them.
pub fn standing(conn: &Connection) -> Result<BTreeMap<String, String>, StoreError> {
    let mut statement = conn.prepare(
        "SELECT name, coalesce(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The same as every step from an empty file makes them.
pub fn expected() -> Result<BTreeMap<String, String>, StoreError> {
    static MADE: std::sync::OnceLock<BTreeMap<String, String>> = std::sync::OnceLock::new();
    if let Some(made) = MADE.get() {
        return Ok(made.clone());
    }
    let mut conn = Connection::open_in_memory()?;
    migrations()
        .to_latest(&mut conn)
        .map_err(|error| StoreError::Damaged(error.to_string()))?;
    let made = standing(&conn)?;
    Ok(MADE.get_or_init(|| made).clone())
}

/// Every step from an empty file to today's tables.
pub fn migrations() -> Migrations<'static> {
    Migrations::from_slice(STEPS)
}

/// The version that today's tables have.
pub fn current_version() -> i64 {
    i64::try_from(STEPS.len()).unwrap_or(i64::MAX)
}
