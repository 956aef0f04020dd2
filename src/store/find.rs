//! Finding an inquiry by number, name, pinyin, initials or the tail of a telephone.

use std::collections::BTreeSet;

use rusqlite::OptionalExtension;

use super::error::StoreError;
use super::read::{InquiryRow, Read};
use crate::search;

/// So many matters are looked into when letters fit several.
const MATTERS: usize = 5;

/// An inquiry that was found.
pub type Hit = InquiryRow;

impl Read<'_> {
    /// Inquiries that fit a text, newest first.
    ///
    /// # Errors
    ///
    /// When they cannot be read.
    pub fn find(&self, text: &str, limit: u32) -> Result<Vec<Hit>, StoreError> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(Vec::new());
        }
        let mut numbers: BTreeSet<String> = BTreeSet::new();
        if text.starts_with(|ch: char| ch.is_ascii_digit()) && text.len() >= 4 {
            self.range(
                "SELECT inquiry FROM inquiry WHERE inquiry >= ?1 AND inquiry < ?2 \
                 ORDER BY inquiry DESC LIMIT ?3",
                (text, &format!("{text}{}", char::MAX)),
                limit,
                &mut numbers,
            )?;
        }
        for (from, to) in search::query_ranges(text) {
            self.range(
                "SELECT inquiry FROM search_key WHERE key >= ?1 AND key < ?2 \
                 ORDER BY key, inquiry DESC LIMIT ?3",
                (&from, &to),
                limit,
                &mut numbers,
            )?;
        }
        if numbers.len() < limit as usize {
            self.of_matters(text, limit, &mut numbers)?;
        }
        if numbers.len() < limit as usize {
            self.in_words(text, limit, &mut numbers)?;
        }
        let mut hits = Vec::new();
        for number in numbers.into_iter().rev().take(limit as usize) {
            hits.extend(self.inquiry_row(&number.into())?);
        }
        Ok(hits)
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

    /// Inquiries about the matters that the letters fit best.
    fn of_matters(
        self,
        text: &str,
        limit: u32,
        found: &mut BTreeSet<String>,
    ) -> Result<(), StoreError> {
        let matters = self.matters()?;
        let fitting = search::pick(text, matters.iter().map(|matter| matter.name.as_str()));
        for at in fitting.into_iter().take(MATTERS) {
            let Some(matter) = matters.get(at) else {
                continue;
            };
            self.range(
                "SELECT inquiry FROM inquiry WHERE matter = ?1 AND matter <> '' AND ?2 <> '' \
                 ORDER BY inquiry DESC LIMIT ?3",
                (&matter.id, "-"),
                limit,
                found,
            )?;
        }
        Ok(())
    }

    /// Texts that hold the words anywhere, among the newest inquiries.
    fn in_words(
        self,
        text: &str,
        limit: u32,
        found: &mut BTreeSet<String>,
    ) -> Result<(), StoreError> {
        let pattern = format!("%{}%", text.replace(['%', '_'], ""));
        let mut statement = self.conn.prepare_cached(
            "SELECT inquiry FROM (SELECT inquiry, words, matter_name, unit FROM inquiry \
             ORDER BY inquiry DESC LIMIT 20000) \
             WHERE words LIKE ?1 OR matter_name LIKE ?1 OR unit LIKE ?1 LIMIT ?2",
        )?;
        let rows = statement.query_map(rusqlite::params![pattern, limit], |row| {
            row.get::<_, String>(0)
        })?;
        for row in rows {
            found.insert(row?);
        }
        Ok(())
    }

    /// The latest inquiry from this telephone about this matter entered since `since`.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn same_today(
        &self,
        phone: &str,
        matter: &str,
        since: crate::domain::time::Moment,
    ) -> Result<Option<crate::domain::ids::Number>, StoreError> {
        if phone.is_empty() || matter.is_empty() {
            return Ok(None);
        }
        let found: Option<String> = self
            .conn
            .prepare_cached(
                "SELECT inquiry FROM inquiry WHERE phone = ?1 AND phone <> '' AND matter = ?2 \
                 AND entered_at >= ?3 ORDER BY inquiry DESC LIMIT 1",
            )?
            .query_row(rusqlite::params![phone, matter, since.0], |row| row.get(0))
            .optional()?;
        Ok(found.map(Into::into))
    }

    /// Earlier inquiries from this telephone, newest first.
    ///
    /// # Errors
    ///
    /// When they cannot be read.
    pub fn by_phone(&self, phone: &str, limit: u32) -> Result<Vec<Hit>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT inquiry FROM inquiry WHERE phone = ?1 AND phone <> '' \
             ORDER BY inquiry DESC LIMIT ?2",
        )?;
        let numbers: Vec<String> = statement
            .query_map(rusqlite::params![phone, limit], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        let mut hits = Vec::new();
        for number in numbers {
            hits.extend(self.inquiry_row(&number.into())?);
        }
        Ok(hits)
    }
}
