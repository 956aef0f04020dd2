//! What visitors said and people typed: kept beside the record, committed to in it.

use rusqlite::{Connection, OptionalExtension, params};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::error::StoreError;
use crate::domain::private::MARK;
use crate::entropy::Entropy;

/// Moves every private value of a body into its own row, and leaves an id and a
/// salted commitment in its place.
pub(super) fn seal(
    value: &mut Value,
    conn: &Connection,
    entropy: &mut dyn Entropy,
) -> Result<(), StoreError> {
    match value {
        Value::Object(map) => {
            if let Some(inner) = map.shift_remove(MARK) {
                let mut salt = [0_u8; 32];
                entropy.fill(&mut salt)?;
                let body = serde_json::to_string(&inner)?;
                conn.prepare_cached("INSERT INTO private (body, salt) VALUES (?1, ?2)")?
                    .execute(params![body, salt.as_slice()])?;
                map.insert("$p".to_owned(), Value::from(conn.last_insert_rowid()));
                map.insert("h".to_owned(), Value::from(commitment(&salt, &body)));
            } else {
                for inner in map.values_mut() {
                    seal(inner, conn, entropy)?;
                }
            }
        }
        Value::Array(items) => {
            for inner in items {
                seal(inner, conn, entropy)?;
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
    Ok(())
}

/// Puts private values back into a body; a destroyed one becomes nothing.
pub(super) fn reveal(value: &mut Value, conn: &Connection) -> Result<(), StoreError> {
    match value {
        Value::Object(map) => {
            if let Some(id) = map.get("$p").and_then(Value::as_i64) {
                let body: Option<Option<String>> = conn
                    .prepare_cached("SELECT body FROM private WHERE id = ?1")?
                    .query_row([id], |row| row.get(0))
                    .optional()?;
                let inner = match body.flatten() {
                    Some(body) => serde_json::from_str(&body)?,
                    None => Value::Null,
                };
                map.clear();
                map.insert(MARK.to_owned(), inner);
            } else {
                for inner in map.values_mut() {
                    reveal(inner, conn)?;
                }
            }
        }
        Value::Array(items) => {
            for inner in items {
                reveal(inner, conn)?;
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
    Ok(())
}

/// What the record keeps of a private value: SHA-256 of salt and body, in hex.
pub(super) fn commitment(salt: &[u8], body: &str) -> String {
    let mut hash = Sha256::new();
    hash.update(salt);
    hash.update(body.as_bytes());
    hex::encode(hash.finalize())
}

/// Every commitment in a stored body, as id and hash.
pub(super) fn commitments(value: &Value, found: &mut Vec<(i64, String)>) {
    match value {
        Value::Object(map) => {
            if let (Some(id), Some(hash)) = (
                map.get("$p").and_then(Value::as_i64),
                map.get("h").and_then(Value::as_str),
            ) {
                found.push((id, hash.to_owned()));
            } else {
                for inner in map.values() {
                    commitments(inner, found);
                }
            }
        }
        Value::Array(items) => {
            for inner in items {
                commitments(inner, found);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
