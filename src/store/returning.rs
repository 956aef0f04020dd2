//! Whoever comes again: what is known of them already, by few reads of an index.

use std::collections::BTreeSet;

use rusqlite::OptionalExtension as _;

use super::StoreError;
use super::read::{InquiryRow, ROW, Read, inquiry_row};
use crate::domain::ids::Number;
use crate::domain::time::Moment;
use crate::search;

/// What is known of somebody who stands at the counter; what is not known is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// Telephone, digits with a leading `+` kept; its last four find it too.
    pub phone: String,
    /// Name, whole.
    pub name: String,
    /// Organisation, from its beginning on.
    pub unit: String,
    /// Number of an identity document, or its last four characters or more.
    pub id_number: String,
}

/// By what somebody was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FoundBy {
    /// By telephone or document: surely the same.
    Number,
    /// By a name or an organisation: perhaps the same.
    Name,
}

/// Digits from which on a telephone number is looked up from its beginning.
const WHOLE_PHONE: usize = 7;
/// Characters of a tail that are looked up.
const TAIL: usize = 4;

/// Inquiries of a telephone, newest first.
const OF_PHONE: &str =
    "FROM inquiry i WHERE i.phone = ?1 AND i.phone <> '' ORDER BY i.inquiry DESC LIMIT ?2";
/// Inquiries under a range of keys: at most `?3` of them are touched.
const UNDER_KEYS: &str = "SELECT inquiry FROM search_key WHERE key >= ?1 AND key < ?2 \
     ORDER BY key, inquiry DESC LIMIT ?3";

impl Read<'_> {
    /// The latest inquiry from this telephone about this matter entered since `since`.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn same_today(
        &self,
        phone: &str,
        matter: &str,
        since: Moment,
    ) -> Result<Option<Number>, StoreError> {
        if phone.is_empty() || matter.is_empty() {
            return Ok(None);
        }
        let found: Option<String> = self
            .conn
            .prepare_cached(
                "SELECT inquiry FROM inquiry WHERE phone = ?1 AND phone <> '' AND matter = ?2 \
                 AND entered_at >= ?3 AND resolution <> 'withdrawn' \
                 ORDER BY inquiry DESC LIMIT 1",
            )?
            .query_row(rusqlite::params![phone, matter, since.0], |row| row.get(0))
            .optional()?;
        Ok(found.map(Into::into))
    }

    /// The organisations that the newest `among` inquiries name, the most frequent first.
    ///
    /// # Errors
    ///
    /// When they cannot be read.
    pub fn units(&self, among: u32) -> Result<Vec<String>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT unit FROM \
             (SELECT unit, inquiry FROM inquiry ORDER BY inquiry DESC LIMIT ?1) \
             WHERE unit <> '' GROUP BY unit ORDER BY count(*) DESC, max(inquiry) DESC",
        )?;
        let rows = statement.query_map([among], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Earlier inquiries from this telephone, newest first.
    ///
    /// # Errors
    ///
    /// When they cannot be read.
    pub fn by_phone(&self, phone: &str, limit: u32) -> Result<Vec<InquiryRow>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(&format!("SELECT {ROW} {OF_PHONE}"))?;
        let rows = statement.query_map(rusqlite::params![phone, limit], inquiry_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Earlier inquiries of somebody of whom this much is known, newest first, and how
    /// surely they are the same: by telephone or document first, else by name and unit.
    /// Each read is of one range of an index and ends at `limit`.
    ///
    /// # Errors
    ///
    /// When they cannot be read.
    pub fn returning(
        &self,
        known: &Known,
        limit: u32,
    ) -> Result<(FoundBy, Vec<InquiryRow>), StoreError> {
        let digits = known.phone.trim_start_matches('+').len();
        let mut numbers = BTreeSet::new();
        if digits >= WHOLE_PHONE {
            let rows = self.by_phone(&known.phone, limit)?;
            numbers.extend(rows.into_iter().map(|row| row.inquiry.0));
        } else if digits == TAIL {
            // The whole number begins with four digits too: only a tail is meant here.
            let tail = search::query_ranges(&known.phone).into_iter().next();
            self.under(tail, limit, &mut numbers)?;
        }
        let document = search::document_key(&known.id_number);
        self.under(document.map(upwards), limit, &mut numbers)?;
        if !numbers.is_empty() {
            return Ok((FoundBy::Number, self.hits(&numbers, limit)?));
        }
        if known.name.chars().count() >= 2 {
            let range = search::query_ranges(&known.name).into_iter().next();
            self.under(range, limit, &mut numbers)?;
        }
        let mut hits = self.hits(&numbers, limit)?;
        hits.retain(|hit| hit.name.as_deref().map(str::trim) == Some(known.name.as_str()));
        if hits.is_empty() {
            numbers.clear();
            let unit = search::unit_key(&known.unit);
            self.under(unit.map(upwards), limit, &mut numbers)?;
            hits = self.hits(&numbers, limit)?;
        }
        Ok((FoundBy::Name, hits))
    }

    /// What lies in a range of keys.
    fn range(
        self,
        sql: &str,
        (from, to): (&str, &str),
        limit: u32,
        found: &mut BTreeSet<String>,
    ) -> Result<(), StoreError> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map(rusqlite::params![from, to, limit], |row| {
            row.get::<_, String>(0)
        })?;
        for row in rows {
            found.insert(row?);
        }
        Ok(())
    }

    fn under(
        self,
        range: Option<(String, String)>,
        limit: u32,
        found: &mut BTreeSet<String>,
    ) -> Result<(), StoreError> {
        match range {
            Some((from, to)) => self.range(UNDER_KEYS, (&from, &to), limit, found),
            None => Ok(()),
        }
    }

    /// The newest of these inquiries.
    fn hits(self, numbers: &BTreeSet<String>, limit: u32) -> Result<Vec<InquiryRow>, StoreError> {
        let mut hits = Vec::new();
        for number in numbers.iter().rev().take(limit as usize) {
            hits.extend(self.inquiry_row(&number.as_str().into())?);
        }
        Ok(hits)
    }
}

/// Everything that begins with a key.
fn upwards(key: String) -> (String, String) {
    let end = format!("{key}{}", char::MAX);
    (key, end)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{OF_PHONE, UNDER_KEYS};
    use crate::store::schema;

    #[test]
    fn whoever_comes_again_is_found_by_an_index_alone() {
        let mut conn = rusqlite::Connection::open_in_memory().unwrap();
        schema::migrations().to_latest(&mut conn).unwrap();
        for (sql, index) in [
            (
                format!("SELECT i.inquiry {OF_PHONE}").as_str(),
                "INDEX inquiry_phone (phone=?)",
            ),
            (UNDER_KEYS, "USING PRIMARY KEY (key>? AND key<?)"),
        ] {
            let mut plan = conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
            let mut wanted = plan.parameter_count();
            let nothing: Vec<&str> = std::iter::from_fn(|| {
                wanted = wanted.checked_sub(1)?;
                Some("1")
            })
            .collect();
            let steps: Vec<String> = plan
                .query_map(rusqlite::params_from_iter(nothing), |row| row.get(3))
                .unwrap()
                .map(Result::unwrap)
                .collect();
            let steps = steps.join("\n");
            assert!(steps.contains(index), "{sql}: {steps}");
            assert!(!steps.contains("SCAN"), "{sql}: {steps}");
        }
    }
}
