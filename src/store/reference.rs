//! Reference data: office, rulebooks, catalogue, calendar, staff.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};

use super::error::StoreError;
use super::read::Read;
use super::write::Writer;
use crate::domain::catalog::{Catalog, Circumstance, Day, Matter};
use crate::domain::notice::CatalogStamp;
use crate::domain::printing::Printing;
use crate::domain::rulebook::Rulebook;
use crate::domain::staff::Person;
use crate::domain::time::Moment;

/// What the register says of its office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeFacts {
    /// The register's own id.
    pub id: String,
    /// The office's name.
    pub name: String,
    /// Short id that its numbers belong to.
    pub site: String,
    /// Minutes east of UTC.
    pub offset_minutes: i32,
    /// Office hours on a working day.
    pub hours: String,
    /// Whether time may be set on it.
    pub sandbox: bool,
    /// Milliseconds by which it lives beside the machine's clock; a sandbox's only.
    pub shift_ms: i64,
    /// Language of its people; empty for each terminal's own.
    pub lang: String,
    /// Complaint line; empty to point at the notice on the counter.
    pub complaint_line: String,
    /// Hash of the rulebook in use.
    pub rulebook: String,
    /// The catalogue in use.
    pub catalog: CatalogStamp,
    /// What it adds to the calendar that comes with the program, as text.
    pub calendar: String,
    /// How its papers are put on paper.
    pub printing: Printing,
}

/// A matter as the picker needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatterRow {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// English name.
    pub name_en: String,
    /// Department.
    pub department: String,
    /// The first day on which it is in force; empty for always.
    pub effective: String,
    /// The first day on which it is no more; empty for never.
    pub cancelled: String,
}

impl Read<'_> {
    /// What the register says of its office.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn office(&self) -> Result<OfficeFacts, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT key, value FROM office")?;
        let mut facts: BTreeMap<String, String> = statement
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<_>>()?;
        let mut take = |key: &str| facts.remove(key).unwrap_or_default();
        Ok(OfficeFacts {
            id: take("id"),
            name: take("name"),
            site: take("site"),
            offset_minutes: take("offset_minutes").parse().unwrap_or(480),
            hours: take("hours"),
            sandbox: take("sandbox") == "1",
            shift_ms: take("shift_ms").parse().unwrap_or(0),
            lang: take("lang"),
            complaint_line: take("complaint_line"),
            rulebook: take("rulebook"),
            catalog: CatalogStamp {
                id: take("catalog_id"),
                version: take("catalog"),
            },
            calendar: take("calendar"),
            printing: Printing::from_text(&take("printing")),
        })
    }

    /// The rulebook with this hash.
    ///
    /// # Errors
    ///
    /// When there is none or it cannot be read.
    pub fn rulebook(&self, hash: &str) -> Result<Rulebook, StoreError> {
        let body: Option<String> = self
            .conn
            .prepare_cached("SELECT body FROM rulebook WHERE hash = ?1")?
            .query_row([hash], |row| row.get(0))
            .optional()?;
        let body = body.ok_or_else(|| StoreError::Damaged(format!("rulebook {hash}")))?;
        Ok(serde_json::from_str(&body)?)
    }

    /// SHA-256 of the catalogue in use: its matters in their order, then its
    /// circumstances by id, as they are stored.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn catalog_digest(&self) -> Result<String, StoreError> {
        let mut hash = Sha256::new();
        for sql in [
            "SELECT matter, effective, cancelled, name, name_en, department, body FROM matter \
             ORDER BY place",
            "SELECT circumstance, body FROM circumstance ORDER BY circumstance",
        ] {
            let mut statement = self.conn.prepare(sql)?;
            let columns = statement.column_count();
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                for column in 0..columns {
                    let text: String = row.get(column)?;
                    hash.update(u64::try_from(text.len()).unwrap_or(u64::MAX).to_be_bytes());
                    hash.update(text.as_bytes());
                }
            }
        }
        Ok(hex::encode(hash.finalize()))
    }

    /// A matter of the catalogue, as it was, is or will be last.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn matter(&self, id: &str) -> Result<Option<Matter>, StoreError> {
        self.one_matter(
            "SELECT body FROM matter WHERE matter = ?1 AND ?2 = ?2 ORDER BY effective DESC LIMIT 1",
            id,
            "",
        )
    }

    /// A matter of the catalogue as it is in force on a day.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn matter_on(&self, id: &str, day: NaiveDate) -> Result<Option<Matter>, StoreError> {
        self.one_matter(
            "SELECT body FROM matter WHERE matter = ?1 AND effective <= ?2 \
             AND (cancelled = '' OR cancelled > ?2) LIMIT 1",
            id,
            &day.to_string(),
        )
    }

    fn one_matter(self, sql: &str, id: &str, day: &str) -> Result<Option<Matter>, StoreError> {
        let body: Option<String> = self
            .conn
            .prepare_cached(sql)?
            .query_row([id, day], |row| row.get(0))
            .optional()?;
        Ok(match body {
            Some(body) => Some(serde_json::from_str(&body)?),
            None => None,
        })
    }

    /// Every version of every matter, as the picker needs it, in the catalogue's order.
    ///
    /// # Errors
    ///
    /// When they cannot be read.
    pub fn matters(&self) -> Result<Vec<MatterRow>, StoreError> {
        self.matter_rows(
            "SELECT matter, name, name_en, department, effective, cancelled FROM matter \
             WHERE ?1 = ?1 ORDER BY place",
            "",
        )
    }

    /// The matters that are in force on a day, as the picker needs them, in the
    /// catalogue's order.
    ///
    /// # Errors
    ///
    /// When they cannot be read.
    pub fn matters_on(&self, day: NaiveDate) -> Result<Vec<MatterRow>, StoreError> {
        self.matter_rows(
            "SELECT matter, name, name_en, department, effective, cancelled FROM matter \
             WHERE effective <= ?1 AND (cancelled = '' OR cancelled > ?1) ORDER BY place",
            &day.to_string(),
        )
    }

    /// The catalogue as it is kept, all versions of its matters with it.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn catalog(&self) -> Result<Catalog, StoreError> {
        let stamp = self.office()?.catalog;
        let mut catalog = Catalog {
            id: stamp.id,
            version: stamp.version,
            retrieval: None,
            warning: None,
            circumstances: Vec::new(),
            matters: Vec::new(),
        };
        let mut statement = self
            .conn
            .prepare("SELECT body FROM matter ORDER BY place")?;
        let bodies = statement.query_map([], |row| row.get::<_, String>(0))?;
        for body in bodies {
            catalog.matters.push(serde_json::from_str(&body?)?);
        }
        for matter in &catalog.matters {
            for one in self.circumstances_of(matter)? {
                if !catalog.circumstances.contains(&one) {
                    catalog.circumstances.push(one);
                }
            }
        }
        Ok(catalog)
    }

    fn matter_rows(self, sql: &str, day: &str) -> Result<Vec<MatterRow>, StoreError> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map([day], |row| {
            Ok(MatterRow {
                id: row.get(0)?,
                name: row.get(1)?,
                name_en: row.get(2)?,
                department: row.get(3)?,
                effective: row.get(4)?,
                cancelled: row.get(5)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Something that changes with the people and with the catalogue, and with nothing
    /// else that happens every day.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn offer_stamp(&self) -> Result<String, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT (SELECT count(*) || ' ' || coalesce(sum(version), 0) FROM staff) || ' ' || \
             (SELECT count(*) FROM matter) || ' ' || \
             coalesce((SELECT value FROM office WHERE key = 'catalog_id'), '') || ' ' || \
             coalesce((SELECT value FROM office WHERE key = 'catalog'), '')",
        )?;
        Ok(statement.query_row([], |row| row.get(0))?)
    }

    /// The circumstances that a matter's documents name, in their order.
    ///
    /// # Errors
    ///
    /// When they cannot be read.
    pub fn circumstances_of(&self, matter: &Matter) -> Result<Vec<Circumstance>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT body FROM circumstance WHERE circumstance = ?1")?;
        let mut found = Vec::new();
        for id in matter.circumstances() {
            let body: Option<String> = statement
                .query_row([id.as_str()], |row| row.get(0))
                .optional()?;
            if let Some(body) = body {
                found.push(serde_json::from_str(&body)?);
            }
        }
        Ok(found)
    }
}

/// A day as the tables keep it; empty where none is set.
fn day(day: Option<Day>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

impl Writer<'_> {
    /// Sets one value of the office.
    ///
    /// # Errors
    ///
    /// When it could not be written.
    pub fn set_office(&self, key: &str, value: &str) -> Result<(), StoreError> {
        set_office(self.conn(), key, value)
    }

    /// Stores a rulebook's compact text under its hash.
    ///
    /// # Errors
    ///
    /// When it could not be written.
    pub fn put_rulebook(&self, hash: &str, id: &str, body: &str) -> Result<(), StoreError> {
        self.conn().execute(
            "INSERT OR IGNORE INTO rulebook (hash, id, body) VALUES (?1, ?2, ?3)",
            [hash, id, body],
        )?;
        Ok(())
    }

    /// Puts a catalogue in place of the one before.
    ///
    /// # Errors
    ///
    /// When it could not be written.
    pub fn put_catalog(&self, catalog: &Catalog) -> Result<(), StoreError> {
        self.conn().execute("DELETE FROM matter", [])?;
        self.conn().execute("DELETE FROM circumstance", [])?;
        for (place, matter) in (0_i64..).zip(&catalog.matters) {
            self.conn()
                .prepare_cached(
                    "INSERT INTO matter \
                     (matter, effective, cancelled, place, name, name_en, department, body) \
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                )?
                .execute(params![
                    matter.id.as_str(),
                    day(matter.in_force.from),
                    day(matter.in_force.until),
                    place,
                    matter.name,
                    matter.name_en,
                    matter.department,
                    serde_json::to_string(matter)?
                ])?;
        }
        for circumstance in &catalog.circumstances {
            self.conn()
                .prepare_cached("INSERT INTO circumstance (circumstance, body) VALUES (?1, ?2)")?
                .execute(params![
                    circumstance.id.as_str(),
                    serde_json::to_string(circumstance)?
                ])?;
        }
        Ok(())
    }

    /// Shows a member of staff as known from now on.
    ///
    /// # Errors
    ///
    /// When it could not be written.
    pub fn show_person(&self, person: &Person, version: u32) -> Result<(), StoreError> {
        show_person(self.conn(), person, version)
    }

    /// The present sandbox shift is recorded with the office; see [`OfficeFacts::shift_ms`].
    ///
    /// # Errors
    ///
    /// When it could not be written.
    pub fn set_present(&self, machine: Moment, present: Moment) -> Result<(), StoreError> {
        self.set_office("shift_ms", &(present.0 - machine.0).to_string())
    }
}

pub(super) fn set_office(conn: &Connection, key: &str, value: &str) -> Result<(), StoreError> {
    conn.prepare_cached(
        "INSERT INTO office (key, value) VALUES (?1, ?2) \
         ON CONFLICT (key) DO UPDATE SET value = ?2",
    )?
    .execute([key, value])?;
    Ok(())
}

pub(super) fn show_person(
    conn: &Connection,
    person: &Person,
    version: u32,
) -> Result<(), StoreError> {
    conn.prepare_cached(
        "INSERT INTO staff (staff, name, department, body, version) \
         VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (staff) DO UPDATE SET \
         name = ?2, department = ?3, body = ?4, version = ?5",
    )?
    .execute(params![
        person.number.as_str(),
        person.name,
        person.department,
        serde_json::to_string(person)?,
        version
    ])?;
    Ok(())
}
