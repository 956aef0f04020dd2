//! Full text over the visitors' words: a term for each pair of neighbouring hanzi
//! and each word of letters. Only where a term occurs is kept, not the texts.
//!
//! What SQLite and `PostgreSQL` do not share stays in this file.

use rusqlite::{Connection, OptionalExtension, params};

use super::error::StoreError;
use crate::domain::ids::Number;
use crate::domain::inquiry::Inquiry;
use crate::search;

/// The table.
pub(super) const NAME: &str = "said";
/// The table's own list of what it holds, one row an inquiry.
pub(super) const COUNTED: &str = "said_docsize";

/// A serial of a day takes so many places of a row's number.
const SERIALS: i64 = 1_000_000;

/// The place of an inquiry in the table; the later one has the greater.
fn place(number: &Number) -> Option<i64> {
    let (day, serial) = number.as_str().split_once('-')?;
    let (day, serial): (i64, i64) = (day.parse().ok()?, serial.parse().ok()?);
    (0..SERIALS)
        .contains(&serial)
        .then_some(day * SERIALS + serial)
}

/// The inquiry at a place.
pub(super) fn number(place: i64) -> String {
    format!("{:08}-{:04}", place / SERIALS, place % SERIALS)
}

/// What an inquiry is found by; nothing when nothing was said.
pub(super) fn of(state: &Inquiry) -> Option<String> {
    let words = state.words.get().map_or("", String::as_str);
    let unit = state.visitor.get().map_or("", |one| one.unit.as_str());
    terms_of(words, unit)
}

fn terms_of(words: &str, unit: &str) -> Option<String> {
    let mut terms = search::terms(words);
    terms.extend(search::terms(unit));
    (!terms.is_empty()).then(|| terms.join(" "))
}

/// Brings the table up to date with an inquiry that was `before`.
pub(super) fn show(
    conn: &Connection,
    before: Option<&Inquiry>,
    state: &Inquiry,
) -> Result<(), StoreError> {
    if before.is_some_and(|one| one.words == state.words && one.visitor == state.visitor) {
        return Ok(());
    }
    let (was, is) = (before.and_then(of), of(state));
    let Some(place) = place(&state.number).filter(|_| was != is) else {
        return Ok(());
    };
    if was.is_some() {
        conn.prepare_cached("DELETE FROM said WHERE rowid = ?1")?
            .execute([place])?;
    }
    match is {
        Some(terms) => put(conn, place, &terms),
        None => Ok(()),
    }
}

fn put(conn: &Connection, place: i64, terms: &str) -> Result<(), StoreError> {
    conn.prepare_cached("INSERT INTO said (rowid, terms) VALUES (?1, ?2)")?
        .execute(params![place, terms])?;
    Ok(())
}

/// Lets go of terms that no inquiry has any more: they stand in the table's own pages
/// until those are merged.
pub(super) fn forget(conn: &Connection) -> Result<(), StoreError> {
    conn.execute("INSERT INTO said (said) VALUES ('optimize')", [])?;
    Ok(())
}

/// Empties the table.
pub(super) fn clear(conn: &Connection) -> Result<(), StoreError> {
    conn.execute("INSERT INTO said (said) VALUES ('delete-all')", [])?;
    Ok(())
}

/// Fills the table of a register that was made before there was one.
pub(super) fn fill(conn: &Connection) -> Result<(), StoreError> {
    let mut statement =
        conn.prepare("SELECT inquiry, coalesce(words, ''), coalesce(unit, '') FROM inquiry")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let inquiry = Number(row.get(0)?);
        let (words, unit): (String, String) = (row.get(1)?, row.get(2)?);
        if let (Some(place), Some(terms)) = (place(&inquiry), terms_of(&words, &unit)) {
            put(conn, place, &terms)?;
        }
    }
    Ok(())
}

/// Whether the table finds an inquiry by all of its terms, or not at all without any.
pub(super) fn holds(
    conn: &Connection,
    inquiry: &Number,
    terms: Option<&str>,
) -> Result<bool, StoreError> {
    let Some(place) = place(inquiry) else {
        return Ok(true);
    };
    let found: Option<i64> = match terms {
        Some(terms) => conn
            .prepare_cached("SELECT 1 FROM said WHERE said MATCH ?1 AND rowid = ?2")?
            .query_row(params![all(terms.split(' ')), place], |row| row.get(0))
            .optional()?,
        None => conn
            .prepare_cached("SELECT 1 FROM said_docsize WHERE id = ?1")?
            .query_row([place], |row| row.get(0))
            .optional()?,
    };
    Ok(found.is_some() == terms.is_some())
}

/// A query for texts that have every one of these terms.
fn all<'a>(terms: impl Iterator<Item = &'a str>) -> String {
    let quoted: Vec<String> = terms.map(|term| format!("\"{term}\"")).collect();
    quoted.join(" AND ")
}

/// So many terms of a query are looked for; more of them find nothing else.
const TERMS: usize = 8;

/// Whether the text of a row `i` fits a query; its place follows from its number.
pub(super) const AMONG: &str = "EXISTS (SELECT 1 FROM said WHERE said MATCH ? AND rowid = \
     CAST(substr(i.inquiry, 1, 8) AS INTEGER) * 1000000 + CAST(substr(i.inquiry, 10) AS INTEGER))";

/// A query for what was typed; nothing where it is too short to find anything by.
pub(super) fn query(typed: &str) -> Option<String> {
    let terms = search::terms(typed);
    let long_enough = |term: &String| term.chars().count() >= if term.is_ascii() { 3 } else { 2 };
    if terms.is_empty() || !terms.iter().all(long_enough) {
        return None;
    }
    let mut query = all(terms.iter().take(TERMS).map(String::as_str));
    // A word of letters may still be under way.
    if terms.len() <= TERMS && terms.last().is_some_and(|term| term.is_ascii()) {
        query.push('*');
    }
    Some(query)
}
