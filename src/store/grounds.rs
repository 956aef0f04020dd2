//! What the record rests on: the guards of the log, the office's own data, and
//! the numbers given out. All of it has to be what the record says it is.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension};
use sha2::{Digest, Sha256};

use super::error::StoreError;
use super::event::{Fact, Recorded};
use super::integrity::{Audit, Difference};
use super::read::Read;
use super::schema;
use crate::domain::office::OfficeEvent;

/// Whether the triggers that keep the log as it is stand where they stood.
pub(super) fn guards(conn: &Connection, audit: &mut Audit) -> Result<(), StoreError> {
    let mut statement =
        conn.prepare("SELECT name, coalesce(sql, '') FROM sqlite_master WHERE type = 'trigger'")?;
    let mut standing: BTreeMap<String, String> = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    for (name, sql) in schema::guards() {
        if standing.remove(name).as_deref() != Some(sql) {
            let name = name.to_owned();
            audit.differences.push(Difference::Guard { name });
        }
    }
    for name in standing.into_keys() {
        audit.differences.push(Difference::Guard { name });
    }
    Ok(())
}

/// Whether the office's own data is what was taken into use.
pub(super) fn office(
    conn: &Connection,
    series: &[Recorded],
    audit: &mut Audit,
) -> Result<(), StoreError> {
    let read = Read { conn };
    let shown = read.office()?;
    let mut rulebooks: BTreeMap<&str, &str> = BTreeMap::new();
    let mut expected = shown.clone();
    let mut catalog = None;
    let mut calendar_holds = true;
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
            } => {
                expected.name.clone_from(name);
                expected.site.clone_from(site);
                expected.offset_minutes = *offset_minutes;
                expected.hours.clone_from(hours);
                expected.sandbox = *sandbox;
                expected.lang.clone_from(lang);
                expected.complaint_line.clone_from(complaint_line);
                if !sandbox {
                    expected.shift_ms = 0;
                }
            }
            OfficeEvent::RulebookAdopted { id, hash, .. } => {
                expected.rulebook.clone_from(hash);
                rulebooks.insert(hash, id);
            }
            OfficeEvent::CatalogAdopted {
                id, version, hash, ..
            } => {
                expected.catalog.id.clone_from(id);
                expected.catalog.version.clone_from(version);
                catalog = Some(hash);
            }
            OfficeEvent::CalendarAdopted { hash, text, .. } => {
                expected.calendar.clone_from(text);
                calendar_holds = text.is_empty() || digest(text) == *hash;
            }
            OfficeEvent::StaffRecorded { .. }
            | OfficeEvent::PinSet { .. }
            | OfficeEvent::WentAway(_)
            | OfficeEvent::CameBack { .. } => {}
        }
    }
    if shown != expected || !calendar_holds {
        differs(audit, "office", &expected.name);
    }
    if catalog.is_some_and(|hash| read.catalog_digest().ok().as_ref() != Some(hash)) {
        differs(audit, "matter", &expected.catalog.id);
    }
    for (hash, id) in &rulebooks {
        let row: Option<(String, String)> = conn
            .prepare_cached("SELECT id, body FROM rulebook WHERE hash = ?1")?
            .query_row([hash], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        if !row.is_some_and(|(shown, body)| shown == *id && digest(&body) == *hash) {
            differs(audit, "rulebook", id);
        }
    }
    Ok(())
}

/// Whether the last number given of each day is the last one on record, so that
/// none is given twice.
pub(super) fn serials(
    conn: &Connection,
    streams: &BTreeSet<String>,
    audit: &mut Audit,
) -> Result<(), StoreError> {
    let mut last: BTreeMap<String, i64> = BTreeMap::new();
    for stream in streams {
        let numbered = stream
            .strip_prefix("i:")
            .map(|number| ("day", number))
            .or_else(|| Some(("handover", stream.strip_prefix("h:H")?)));
        if let Some((series, number)) = numbered
            && let Some((day, serial)) = number.split_once('-')
            && let Ok(serial) = serial.parse::<i64>()
        {
            let highest = last.entry(format!("{series}:{day}")).or_default();
            *highest = serial.max(*highest);
        }
    }
    let mut statement = conn.prepare(
        "SELECT series, last FROM serial WHERE series LIKE 'day:%' OR series LIKE 'handover:%'",
    )?;
    let shown: BTreeMap<String, i64> = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    for series in last.keys().chain(shown.keys()).collect::<BTreeSet<_>>() {
        if last.get(series) != shown.get(series) {
            differs(audit, "serial", series);
        }
    }
    Ok(())
}

fn differs(audit: &mut Audit, table: &str, owner: &str) {
    audit.differences.push(Difference::View {
        table: table.to_owned(),
        owner: owner.to_owned(),
    });
}

fn digest(text: &str) -> String {
    hex::encode(Sha256::digest(text.as_bytes()))
}
