//! What the record rests on: the tables and guards themselves, the office's own data,
//! sign-in, and the numbers given out. All of it has to be what the record says it is.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::error::StoreError;
use super::event::{Fact, Recorded};
use super::follow::counted;
use super::integrity::{Audit, Difference};
use super::read::Read;
use super::reference::{OfficeFacts, set_office};
use super::schema;
use crate::domain::office::OfficeEvent;

/// Whether tables, indexes and the triggers that keep the log as it is stand as they were made.
pub(super) fn guards(conn: &Connection, audit: &mut Audit) -> Result<(), StoreError> {
    let mut standing = schema::standing(conn)?;
    for (name, sql) in schema::expected()? {
        if standing.remove(&name).as_ref() != Some(&sql) {
            audit.differences.push(Difference::Guard { name });
        }
    }
    for name in standing.into_keys() {
        audit.differences.push(Difference::Guard { name });
    }
    Ok(())
}

/// The register's own id; empty where it has lost it.
pub(super) fn register_id(conn: &Connection) -> Result<String, StoreError> {
    let id: Option<String> = conn
        .query_row("SELECT value FROM office WHERE key = 'id'", [], |row| {
            row.get(0)
        })
        .optional()?;
    Ok(id.unwrap_or_default())
}

/// What the record says of the office, put over what the register shows of it.
fn office_of(shown: &OfficeFacts, series: &[Recorded]) -> OfficeFacts {
    let mut office = shown.clone();
    for event in series {
        let Fact::Office(fact) = &event.fact else {
            continue;
        };
        match fact {
            OfficeEvent::Founded {
                name,
                site,
                offset_minutes,
                hours,
                sandbox,
                lang,
                complaint_line,
                id,
            } => {
                office.name.clone_from(name);
                office.site.clone_from(site);
                office.offset_minutes = *offset_minutes;
                office.hours.clone_from(hours);
                office.sandbox = *sandbox;
                office.lang.clone_from(lang);
                office.complaint_line.clone_from(complaint_line);
                if !id.is_empty() {
                    office.id.clone_from(id);
                }
                if !sandbox {
                    office.shift_ms = 0;
                }
            }
            OfficeEvent::RulebookAdopted { hash, .. } => office.rulebook.clone_from(hash),
            OfficeEvent::CatalogAdopted { id, version, .. } => {
                office.catalog.id.clone_from(id);
                office.catalog.version.clone_from(version);
            }
            OfficeEvent::MatterEdited(fact) => {
                office.catalog.version.clone_from(&fact.version);
            }
            OfficeEvent::CalendarAdopted { text, .. } => office.calendar.clone_from(text),
            OfficeEvent::PrintingSet { printing, .. } => office.printing.clone_from(printing),
            OfficeEvent::StaffRecorded { .. }
            | OfficeEvent::PinSet { .. }
            | OfficeEvent::ContactChecked(_)
            | OfficeEvent::SampleDrawn(_)
            | OfficeEvent::SampleAsked(_)
            | OfficeEvent::BulletinIssued(_)
            | OfficeEvent::NoteKept(_)
            | OfficeEvent::NotePassed(_)
            | OfficeEvent::NoteDone(_)
            | OfficeEvent::Exported(_)
            | OfficeEvent::Revealed(_)
            | OfficeEvent::DestructionListed(_)
            | OfficeEvent::Destroyed(_)
            | OfficeEvent::KeyAdded(_)
            | OfficeEvent::KeyRemoved(_)
            | OfficeEvent::WentAway(_)
            | OfficeEvent::CameBack { .. }
            | OfficeEvent::Checkpointed(_)
            | OfficeEvent::Restored { .. } => {}
        }
    }
    office
}

/// The office's values by key, as they are stored.
fn values(office: &OfficeFacts) -> [(&'static str, String); 13] {
    [
        ("id", office.id.clone()),
        ("name", office.name.clone()),
        ("site", office.site.clone()),
        ("offset_minutes", office.offset_minutes.to_string()),
        ("hours", office.hours.clone()),
        (
            "sandbox",
            String::from(if office.sandbox { "1" } else { "0" }),
        ),
        ("lang", office.lang.clone()),
        ("complaint_line", office.complaint_line.clone()),
        ("rulebook", office.rulebook.clone()),
        ("catalog_id", office.catalog.id.clone()),
        ("catalog", office.catalog.version.clone()),
        ("calendar", office.calendar.clone()),
        ("printing", office.printing.to_text().unwrap_or_default()),
    ]
}

/// Shows the office as the record has it.
pub(super) fn show_office(conn: &Connection, series: &[Recorded]) -> Result<(), StoreError> {
    let shown = Read { conn }.office()?;
    for (key, value) in values(&office_of(&shown, series)) {
        set_office(conn, key, &value)?;
    }
    conn.execute(
        &format!("DELETE FROM office WHERE key NOT IN ({KNOWN})"),
        [],
    )?;
    if !office_of(&shown, series).sandbox {
        conn.execute("DELETE FROM office WHERE key = 'shift_ms'", [])?;
    }
    Ok(())
}

/// Every key that the office may have, as SQL.
const KNOWN: &str = "'id', 'name', 'site', 'offset_minutes', 'hours', 'sandbox', 'lang', \
     'complaint_line', 'rulebook', 'catalog_id', 'catalog', 'calendar', 'printing', 'shift_ms'";

/// Whether the office's own data is what was taken into use.
pub(super) fn office(
    conn: &Connection,
    series: &[Recorded],
    audit: &mut Audit,
) -> Result<(), StoreError> {
    let read = Read { conn };
    let shown = read.office()?;
    let expected = office_of(&shown, series);
    let stored = stored(conn)?;
    let mut apart = values(&expected)
        .into_iter()
        .filter(|(key, value)| stored.get(*key).map_or("", String::as_str) != value);
    if let Some((key, _)) = apart.next() {
        differs(audit, "office", key, "value");
    } else if shown != expected {
        differs(audit, "office", "shift_ms", "value");
    } else if let Some(key) = stored
        .keys()
        .find(|key| !KNOWN.contains(&format!("'{key}'")))
    {
        differs(audit, "office", key, "");
    }
    let mut rulebooks: BTreeMap<&str, &str> = BTreeMap::new();
    let mut catalog = None;
    for event in series {
        if let Fact::Office(OfficeEvent::RulebookAdopted { id, hash, .. }) = &event.fact {
            rulebooks.insert(hash, id);
        } else if let Fact::Office(OfficeEvent::CatalogAdopted { hash, .. }) = &event.fact {
            catalog = Some(hash);
        } else if let Fact::Office(OfficeEvent::MatterEdited(fact)) = &event.fact {
            catalog = Some(&fact.hash);
        } else if let Fact::Office(OfficeEvent::CalendarAdopted {
            hash,
            text,
            version,
        }) = &event.fact
            && !text.is_empty()
            && digest(text) != *hash
        {
            differs(audit, "office", version, "calendar");
        }
    }
    if catalog.is_some_and(|hash| read.catalog_digest().ok().as_ref() != Some(hash)) {
        differs(audit, "matter", &expected.catalog.id, "");
    }
    places(conn, audit)?;
    rulebooks_stand(conn, &rulebooks, audit)
}

/// The office's rows, by key; a value that cannot be read is none.
fn stored(conn: &Connection) -> Result<BTreeMap<String, String>, StoreError> {
    let mut statement = conn.prepare("SELECT key, value FROM office")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Whether the matters stand in the places 0, 1, 2, …
fn places(conn: &Connection, audit: &mut Audit) -> Result<(), StoreError> {
    let mut statement = conn.prepare("SELECT place, matter FROM matter ORDER BY place")?;
    let mut rows = statement.query([])?;
    let mut expected = 0_i64;
    while let Some(row) = rows.next()? {
        if row.get::<_, i64>(0)? != expected {
            differs(audit, "matter", &row.get::<_, String>(1)?, "place");
            return Ok(());
        }
        expected += 1;
    }
    Ok(())
}

fn rulebooks_stand(
    conn: &Connection,
    rulebooks: &BTreeMap<&str, &str>,
    audit: &mut Audit,
) -> Result<(), StoreError> {
    for (hash, id) in rulebooks {
        let row: Option<(String, String)> = conn
            .prepare_cached("SELECT id, body FROM rulebook WHERE hash = ?1")?
            .query_row([hash], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        if !row.is_some_and(|(shown, body)| shown == *id && digest(&body) == *hash) {
            differs(audit, "rulebook", id, "body");
        }
    }
    let stand: i64 = conn.query_row("SELECT count(*) FROM rulebook", [], |row| row.get(0))?;
    let expected = i64::try_from(rulebooks.len()).unwrap_or(i64::MAX);
    if stand != expected {
        differs(audit, "rulebook", &counted(stand, expected), "");
    }
    Ok(())
}

/// Whether a person's PIN is the one that was set on record.
pub(super) fn credential(
    conn: &Connection,
    staff: &str,
    series: &[Recorded],
    audit: &mut Audit,
) -> Result<(), StoreError> {
    let set = series.iter().rev().find_map(|event| {
        if let Fact::Office(OfficeEvent::PinSet { one_time, hash }) = &event.fact {
            Some((*one_time, hash))
        } else {
            None
        }
    });
    let stands: Option<(String, bool)> = conn
        .prepare_cached("SELECT phc, one_time FROM credential WHERE staff = ?1")?
        .query_row([staff], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let column = match (set, stands) {
        (Some((_, hash)), Some((phc, _))) if !hash.is_empty() && digest(&phc) != *hash => "phc",
        (Some((one_time, _)), Some((_, shown))) if shown != one_time => "one_time",
        (None, Some(_)) | (Some(_), None) => "",
        (None, None) | (Some(_), Some(_)) => return Ok(()),
    };
    differs(audit, "credential", staff, column);
    Ok(())
}

/// The fields in which facts name the numbered paper that they gave out.
const PAPERS: [&str; 3] = ["notice", "receipt", "order"];

/// The last number of each series that the record has given out.
#[derive(Debug, Default)]
pub(super) struct Numbers(BTreeMap<String, i64>);

impl Numbers {
    /// Takes note of the numbers in one event.
    pub fn note(&mut self, stream: &str, body: &Value) {
        let numbered = stream
            .strip_prefix("i:")
            .map(|number| ("day", number))
            .or_else(|| Some(("handover", stream.strip_prefix("h:H")?)))
            .or_else(|| Some(("case", stream.strip_prefix("a:A")?)));
        let Some((series, number)) = numbered else {
            return;
        };
        if let Some((day, serial)) = number.split_once('-') {
            self.reached(format!("{series}:{day}"), serial);
        }
        self.papers(body);
    }

    /// The number of the paper that a fact gave out: mark, 〔year〕, serial.
    fn papers(&mut self, body: &Value) {
        // Other texts of a fact may name papers of other houses.
        for field in PAPERS {
            if let Some(text) = body.get(field).and_then(Value::as_str)
                && let Some((mark, rest)) = text.split_once('〔')
                && let Some((year, serial)) = rest.split_once('〕')
            {
                let serial = serial.trim_end_matches(not_digit);
                self.reached(format!("{mark}:{year}"), serial);
            }
        }
    }

    fn reached(&mut self, series: String, serial: &str) {
        if let Ok(serial) = serial.parse::<i64>() {
            let highest = self.0.entry(series).or_default();
            *highest = serial.max(*highest);
        }
    }

    /// Puts them in place of what the register shows.
    pub fn show(&self, conn: &Connection) -> Result<(), StoreError> {
        conn.execute("DELETE FROM serial", [])?;
        let mut insert = conn.prepare("INSERT INTO serial (series, last) VALUES (?1, ?2)")?;
        for (series, last) in &self.0 {
            insert.execute(rusqlite::params![series, last])?;
        }
        Ok(())
    }
}

fn not_digit(c: char) -> bool {
    !c.is_ascii_digit()
}

/// Whether the last number given of each series is the last one on record, so that
/// none is given twice.
pub(super) fn serials(
    conn: &Connection,
    numbers: &Numbers,
    audit: &mut Audit,
) -> Result<(), StoreError> {
    let mut statement = conn.prepare("SELECT series, last FROM serial")?;
    let shown: BTreeMap<String, i64> = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let all: BTreeSet<&String> = numbers.0.keys().chain(shown.keys()).collect();
    for series in all {
        if numbers.0.get(series) != shown.get(series) {
            differs(audit, "serial", series, "last");
        }
    }
    Ok(())
}

fn differs(audit: &mut Audit, table: &str, owner: &str, column: &str) {
    let difference = Difference::view(table, owner, column);
    audit.differences.push(difference);
}

fn digest(text: &str) -> String {
    hex::encode(Sha256::digest(text.as_bytes()))
}
