//! Personal data on record: who looked, what is due for destruction, and its end.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, params};
use serde_json::Value;

use super::error::StoreError;
use super::event::{self, Fact, Recorded, Stream};
use super::open::Store;
use super::private;
use super::read::Read;
use super::said;
use super::write::Writer;
use crate::domain::access::Key;
use crate::domain::ids::{Number, StaffNo};
use crate::domain::office::OfficeEvent;
use crate::domain::privacy::Listed;
use crate::domain::time::Moment;

/// Kinds of facts that tell of personal data.
const KINDS: [&str; 4] = ["revealed", "exported", "destruction_listed", "destroyed"];

impl Read<'_> {
    /// Who looked at personal data, what was listed and destroyed: the last `limit`, the
    /// oldest of them first.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn looks(&self, limit: usize) -> Result<Vec<Recorded>, StoreError> {
        let mut all = Vec::new();
        for kind in KINDS {
            all.extend(event::of_kind(self.conn, &Stream::Office, kind)?);
        }
        all.sort_by_key(|one| one.seq);
        Ok(all.split_off(all.len().saturating_sub(limit)))
    }

    /// Inquiries closed before an instant of which personal data is kept, oldest first.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn kept_since_before(&self, at: Moment, limit: u32) -> Result<Vec<Number>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT inquiry FROM inquiry WHERE closed_at < ?1 AND name IS NOT NULL \
             ORDER BY inquiry LIMIT ?2",
        )?;
        let rows = statement.query_map(params![at.0, limit], |row| row.get(0).map(Number))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Every list of destruction with its instant, and whether it was signed.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn destruction_lists(&self) -> Result<Vec<(Moment, Listed, bool)>, StoreError> {
        let mut signed = BTreeSet::new();
        for one in event::of_kind(self.conn, &Stream::Office, "destroyed")? {
            if let Fact::Office(OfficeEvent::Destroyed(fact)) = one.fact {
                signed.insert(fact.list);
            }
        }
        let mut all = Vec::new();
        for one in event::of_kind(self.conn, &Stream::Office, "destruction_listed")? {
            if let Fact::Office(OfficeEvent::DestructionListed(fact)) = one.fact {
                let done = signed.contains(&fact.list);
                all.push((one.at, *fact, done));
            }
        }
        Ok(all)
    }

    /// The ids of every private value that tells of these inquiries: on their own record,
    /// in the office's, and what was said of them at shift handovers.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn values_of(&self, inquiries: &[Number]) -> Result<Vec<i64>, StoreError> {
        let wanted: BTreeSet<&str> = inquiries.iter().map(Number::as_str).collect();
        let mut found = Vec::new();
        for number in inquiries {
            let key = Stream::Inquiry(number.clone()).key();
            each_body(self.conn, &key, &mut |_, body| {
                private::commitments(&body, &mut found);
            })?;
        }
        each_body(self.conn, &Stream::Office.key(), &mut |_, body| {
            let about = body.get("inquiry").and_then(Value::as_str);
            if about.is_some_and(|number| wanted.contains(number)) {
                private::commitments(&body, &mut found);
            }
        })?;
        said_at_handovers(self.conn, &wanted, &mut found)?;
        let ids: BTreeSet<i64> = found.into_iter().map(|(id, _)| id).collect();
        Ok(ids.into_iter().collect())
    }

    /// The keys with which staff may come in.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn keys(&self) -> Result<Vec<(StaffNo, Key)>, StoreError> {
        let mut keys: Vec<(StaffNo, Key)> = Vec::new();
        for one in event::of_staff(self.conn, &["key_added", "key_removed"])? {
            let Stream::Staff(staff) = one.stream else {
                continue;
            };
            match one.fact {
                Fact::Office(OfficeEvent::KeyAdded(fact)) => keys.push((staff, fact.key)),
                Fact::Office(OfficeEvent::KeyRemoved(fact)) => {
                    keys.retain(|(whose, key)| whose != &staff || key.key != fact.key);
                }
                Fact::Office(_) | Fact::Inquiry(_) | Fact::Shift(_) | Fact::Case(_) => {}
            }
        }
        Ok(keys)
    }
}

impl Writer<'_> {
    /// Destroys these values of these inquiries, and whatever is shown or found by them.
    ///
    /// # Errors
    ///
    /// When it could not be written.
    pub fn destroy(&self, inquiries: &[Number], values: &[i64]) -> Result<(), StoreError> {
        let mut before = BTreeMap::new();
        for number in inquiries {
            if let Some((state, _)) = self.read().inquiry(number)? {
                before.insert(number, state);
            }
        }
        let mut statement = self
            .conn()
            .prepare_cached("UPDATE private SET body = NULL, salt = NULL WHERE id = ?1")?;
        for id in values {
            statement.execute([id])?;
        }
        for (number, before) in before {
            if let Some((state, _)) = self.read().inquiry(number)? {
                self.show_inquiry(Some(&before), &state)?;
            }
        }
        said::forget(self.conn())
    }
}

impl Store {
    /// Moves the whole log into the file and empties it, so that nothing destroyed stands
    /// in it any more.
    ///
    /// # Errors
    ///
    /// When somebody reads meanwhile, or the file cannot be written.
    pub fn empty_log(&self) -> Result<(), StoreError> {
        let busy: i64 = self
            .conn
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        if busy == 0 {
            Ok(())
        } else {
            Err(StoreError::Busy)
        }
    }
}

/// Gives each stored body of a series, in order, with its kind.
fn each_body(
    conn: &Connection,
    stream: &str,
    take: &mut dyn FnMut(&str, Value),
) -> Result<(), StoreError> {
    let mut statement =
        conn.prepare_cached("SELECT kind, body FROM event WHERE stream = ?1 ORDER BY version")?;
    let mut rows = statement.query([stream])?;
    while let Some(row) = rows.next()? {
        let (kind, body): (String, String) = (row.get(0)?, row.get(1)?);
        take(&kind, serde_json::from_str(&body)?);
    }
    Ok(())
}

/// What was noted, asked and answered about these inquiries at shift handovers.
fn said_at_handovers(
    conn: &Connection,
    wanted: &BTreeSet<&str>,
    found: &mut Vec<(i64, String)>,
) -> Result<(), StoreError> {
    let mut statement = conn.prepare_cached("SELECT handover FROM handover")?;
    let streams: Vec<String> = statement
        .query_map([], |row| row.get::<_, String>(0))?
        .map(|number| Ok(Stream::Shift(number?.into()).key()))
        .collect::<rusqlite::Result<_>>()?;
    for stream in streams {
        let mut items: Vec<bool> = Vec::new();
        let is_wanted = |item: &Value| {
            let number = item.get("inquiry").and_then(Value::as_str);
            number.is_some_and(|number| wanted.contains(number))
        };
        each_body(conn, &stream, &mut |kind, body| match kind {
            "handover_opened" => {
                let all = body.get("items").and_then(Value::as_array);
                items.extend(all.into_iter().flatten().map(is_wanted));
            }
            "item_added" => items.push(body.get("item").is_some_and(is_wanted)),
            _ => {
                let nth = body.get("item").and_then(Value::as_u64).unwrap_or(0);
                let at = usize::try_from(nth).unwrap_or(0).checked_sub(1);
                if at.and_then(|at| items.get(at)).is_some_and(|is| *is) {
                    private::commitments(&body, found);
                }
            }
        })?;
    }
    Ok(())
}
