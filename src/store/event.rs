//! One fact of the record: how it is written, hashed and read back.

use rusqlite::{Connection, OptionalExtension, Row, params};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::error::StoreError;
use super::private::{reveal, seal};
use crate::domain::case::CaseEvent;
use crate::domain::ids::{CaseNo, HandoverNo, Number, StaffNo};
use crate::domain::inquiry::Event;
use crate::domain::office::OfficeEvent;
use crate::domain::shift::ShiftEvent;
use crate::domain::time::Moment;
use crate::entropy::Entropy;

/// The version of the bodies that are written today.
const BODY_VERSION: u64 = 1;

/// What a series of events is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Stream {
    /// One inquiry.
    Inquiry(Number),
    /// One shift handover.
    Shift(HandoverNo),
    /// One member of staff.
    Staff(StaffNo),
    /// The office: rulebook, catalogue, calendar.
    Office,
    /// One accountability case.
    Case(CaseNo),
}

impl Stream {
    /// The stream as it is stored.
    pub fn key(&self) -> String {
        match self {
            Self::Inquiry(number) => format!("i:{number}"),
            Self::Shift(number) => format!("h:{number}"),
            Self::Staff(number) => format!("s:{number}"),
            Self::Office => "office".to_owned(),
            Self::Case(number) => format!("a:{number}"),
        }
    }

    /// What it is about, as people call it; empty for the office.
    pub fn subject(&self) -> String {
        match self {
            Self::Inquiry(number) => number.0.clone(),
            Self::Shift(number) => number.0.clone(),
            Self::Staff(number) => number.0.clone(),
            Self::Office => String::new(),
            Self::Case(number) => number.0.clone(),
        }
    }

    /// Reads what [`Stream::key`] wrote.
    pub fn parse(key: &str) -> Option<Self> {
        match key.split_once(':') {
            Some(("i", number)) => Some(Self::Inquiry(number.into())),
            Some(("h", number)) => Some(Self::Shift(number.into())),
            Some(("a", number)) => Some(Self::Case(number.into())),
            Some(("s", number)) => Some(Self::Staff(number.into())),
            Some(_) => None,
            None => (key == "office").then_some(Self::Office),
        }
    }
}

/// A fact of any kind.
#[derive(Debug, Clone, PartialEq)]
pub enum Fact {
    /// About an inquiry.
    Inquiry(Event),
    /// About a shift handover.
    Shift(ShiftEvent),
    /// About the office or its staff.
    Office(OfficeEvent),
    /// About an accountability case.
    Case(CaseEvent),
}

impl Fact {
    fn to_value(&self) -> Result<Value, StoreError> {
        Ok(match self {
            Self::Inquiry(event) => serde_json::to_value(event)?,
            Self::Shift(event) => serde_json::to_value(event)?,
            Self::Office(event) => serde_json::to_value(event)?,
            Self::Case(event) => serde_json::to_value(event)?,
        })
    }

    fn from_value(stream: &Stream, value: Value) -> Result<Self, StoreError> {
        Ok(match stream {
            Stream::Inquiry(_) => Self::Inquiry(serde_json::from_value(value)?),
            Stream::Shift(_) => Self::Shift(serde_json::from_value(value)?),
            Stream::Case(_) => Self::Case(serde_json::from_value(value)?),
            Stream::Staff(_) | Stream::Office => Self::Office(serde_json::from_value(value)?),
        })
    }
}

/// Who recorded a fact, when and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// Staff number, `system` for what time has done, `owner` for the account that owns the file.
    pub actor: String,
    /// The one in whose place it was done; empty mostly.
    pub on_behalf_of: String,
    /// The window.
    pub window: String,
    /// The site.
    pub site: String,
    /// When it was recorded.
    pub recorded_at: Moment,
}

/// A fact on the record.
#[derive(Debug, Clone, PartialEq)]
pub struct Recorded {
    /// Place in the log, counting from 1.
    pub seq: i64,
    /// When it came about.
    pub at: Moment,
    /// Who recorded it, when and where.
    pub header: Header,
    /// The series that it belongs to.
    pub stream: Stream,
    /// Place in the series, counting from 1.
    pub version: u32,
    /// What kind of fact it is.
    pub kind: String,
    /// The fact.
    pub fact: Fact,
    /// The body as stored, with commitments in place of private values.
    pub body: String,
}

/// One row as it is hashed.
pub(super) struct RawEvent {
    pub seq: i64,
    pub at: i64,
    pub recorded_at: i64,
    pub actor: String,
    pub on_behalf_of: String,
    pub window: String,
    pub site: String,
    pub stream: String,
    pub version: u32,
    pub kind: String,
    pub body: String,
    pub prev: Vec<u8>,
    pub hash: Vec<u8>,
}

pub(super) const COLUMNS: &str = "seq, at, recorded_at, actor, on_behalf_of, window, site, \
     stream, version, kind, body, prev, hash";

impl RawEvent {
    pub fn read(row: &Row) -> rusqlite::Result<Self> {
        Ok(Self {
            seq: row.get(0)?,
            at: row.get(1)?,
            recorded_at: row.get(2)?,
            actor: row.get(3)?,
            on_behalf_of: row.get(4)?,
            window: row.get(5)?,
            site: row.get(6)?,
            stream: row.get(7)?,
            version: row.get(8)?,
            kind: row.get(9)?,
            body: row.get(10)?,
            prev: row.get(11)?,
            hash: row.get(12)?,
        })
    }

    /// SHA-256 over every column and the previous hash, each with its length before it.
    pub fn digest(&self) -> Vec<u8> {
        let mut hash = Sha256::new();
        let mut add = |bytes: &[u8]| {
            hash.update((bytes.len() as u64).to_be_bytes());
            hash.update(bytes);
        };
        add(&self.seq.to_be_bytes());
        add(&self.at.to_be_bytes());
        add(&self.recorded_at.to_be_bytes());
        add(self.actor.as_bytes());
        add(self.on_behalf_of.as_bytes());
        add(self.window.as_bytes());
        add(self.site.as_bytes());
        add(self.stream.as_bytes());
        add(&self.version.to_be_bytes());
        add(self.kind.as_bytes());
        add(self.body.as_bytes());
        add(&self.prev);
        hash.finalize().to_vec()
    }

    /// The fact itself, private values put back.
    pub fn into_recorded(self, conn: &Connection) -> Result<Recorded, StoreError> {
        let stream = Stream::parse(&self.stream)
            .ok_or_else(|| StoreError::Damaged(format!("stream {:?}", self.stream)))?;
        let mut value: Value = serde_json::from_str(&self.body)?;
        reveal(&mut value, conn)?;
        if let Value::Object(map) = &mut value {
            let version = map.shift_remove("v");
            // Nothing to bring up to date yet: there is one version of every body.
            if version.as_ref().and_then(Value::as_u64) != Some(BODY_VERSION) {
                return Err(StoreError::Damaged(format!(
                    "event {} ({}): body version {version:?}",
                    self.seq, self.kind
                )));
            }
            map.insert("kind".to_owned(), Value::String(self.kind.clone()));
        }
        let fact = Fact::from_value(&stream, value).map_err(|error| {
            StoreError::Damaged(format!("event {} ({}): {error}", self.seq, self.kind))
        })?;
        Ok(Recorded {
            seq: self.seq,
            at: Moment(self.at),
            header: Header {
                actor: self.actor,
                on_behalf_of: self.on_behalf_of,
                window: self.window,
                site: self.site,
                recorded_at: Moment(self.recorded_at),
            },
            stream,
            version: self.version,
            kind: self.kind,
            fact,
            body: self.body,
        })
    }
}

/// The last place in the log and its hash; 0 and nothing for an empty log.
pub(super) fn head(conn: &Connection) -> Result<(i64, Vec<u8>), StoreError> {
    let row = conn
        .prepare_cached("SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1")?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    Ok(row.unwrap_or((0, Vec::new())))
}

/// Where a fact goes: into the log after the hash before it, and into its series.
pub(super) struct Place<'a> {
    pub seq: i64,
    pub prev: Vec<u8>,
    pub stream: &'a Stream,
    pub version: u32,
    pub at: Moment,
}

/// The kind of a fact, and its body as it is stored: the version first, the kind apart.
fn written(value: &Value) -> Result<(String, String), StoreError> {
    let mut kind = String::new();
    let mut body = format!("{{\"v\":{BODY_VERSION}");
    for (key, field) in value.as_object().into_iter().flatten() {
        if key == "kind" {
            field.as_str().unwrap_or_default().clone_into(&mut kind);
        } else {
            body.push(',');
            body.push_str(&serde_json::to_string(key)?);
            body.push(':');
            body.push_str(&serde_json::to_string(field)?);
        }
    }
    body.push('}');
    Ok((kind, body))
}

/// Appends one fact to its series; its hash comes with it.
pub(super) fn append(
    conn: &Connection,
    entropy: &mut dyn Entropy,
    place: Place<'_>,
    header: &Header,
    fact: Fact,
) -> Result<(Recorded, Vec<u8>), StoreError> {
    let Place {
        seq,
        prev,
        stream,
        version,
        at,
    } = place;
    let mut value = fact.to_value()?;
    seal(&mut value, conn, entropy)?;
    let (kind, body) = written(&value)?;
    let mut raw = RawEvent {
        seq,
        at: at.0,
        recorded_at: header.recorded_at.0,
        actor: header.actor.clone(),
        on_behalf_of: header.on_behalf_of.clone(),
        window: header.window.clone(),
        site: header.site.clone(),
        stream: stream.key(),
        version,
        kind,
        body,
        prev,
        hash: Vec::new(),
    };
    raw.hash = raw.digest();
    conn.prepare_cached(
        "INSERT INTO event (seq, at, recorded_at, actor, on_behalf_of, window, site, stream, \
         version, kind, body, prev, hash) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13)",
    )?
    .execute(params![
        raw.seq,
        raw.at,
        raw.recorded_at,
        raw.actor,
        raw.on_behalf_of,
        raw.window,
        raw.site,
        raw.stream,
        raw.version,
        raw.kind,
        raw.body,
        raw.prev,
        raw.hash
    ])?;
    let recorded = Recorded {
        seq,
        at,
        header: header.clone(),
        stream: stream.clone(),
        version,
        kind: raw.kind,
        fact,
        body: raw.body,
    };
    Ok((recorded, raw.hash))
}

/// The events of one kind in a series.
pub(super) fn of_kind(
    conn: &Connection,
    stream: &Stream,
    kind: &str,
) -> Result<Vec<Recorded>, StoreError> {
    let sql =
        format!("SELECT {COLUMNS} FROM event WHERE stream = ?1 AND kind = ?2 ORDER BY version");
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map(params![stream.key(), kind], RawEvent::read)?;
    rows.map(|raw| raw?.into_recorded(conn)).collect()
}

/// The events of these two kinds about any member of staff.
pub(super) fn of_staff(conn: &Connection, kinds: &[&str; 2]) -> Result<Vec<Recorded>, StoreError> {
    let prefix = Stream::Staff(StaffNo::default()).key();
    let after = format!("{prefix}\u{10ffff}");
    let sql = format!(
        "SELECT {COLUMNS} FROM event WHERE stream > ?1 AND stream < ?2 AND kind IN (?3, ?4) \
         ORDER BY seq"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let [one, other] = kinds;
    let rows = statement.query_map(params![prefix, after, one, other], RawEvent::read)?;
    rows.map(|raw| raw?.into_recorded(conn)).collect()
}

/// The events from one place in the log to another, both included.
pub(super) fn between(
    conn: &Connection,
    first: i64,
    last: i64,
) -> Result<Vec<Recorded>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM event WHERE seq BETWEEN ?1 AND ?2 ORDER BY seq");
    let mut statement = conn.prepare_cached(&sql)?;
    let rows: Vec<RawEvent> = statement
        .query_map([first, last], RawEvent::read)?
        .collect::<rusqlite::Result<_>>()?;
    rows.into_iter()
        .map(|raw| raw.into_recorded(conn))
        .collect()
}

/// Every event of one series, in order.
pub(super) fn of_stream(conn: &Connection, stream: &Stream) -> Result<Vec<Recorded>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM event WHERE stream = ?1 ORDER BY version");
    let mut statement = conn.prepare_cached(&sql)?;
    let rows: Vec<RawEvent> = statement
        .query_map([stream.key()], RawEvent::read)?
        .collect::<rusqlite::Result<_>>()?;
    rows.into_iter()
        .map(|raw| raw.into_recorded(conn))
        .collect()
}

/// Every event of one series that is of one of these kinds, in order.
pub(super) fn of_stream_and_kinds(
    conn: &Connection,
    stream: &Stream,
    kinds: &[&str],
) -> Result<Vec<Recorded>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM event WHERE stream = ?1 \
         AND kind IN (SELECT value FROM json_each(?2)) ORDER BY version"
    );
    let kinds = serde_json::Value::from(kinds.to_vec()).to_string();
    let mut statement = conn.prepare_cached(&sql)?;
    let rows: Vec<RawEvent> = statement
        .query_map([stream.key(), kinds], RawEvent::read)?
        .collect::<rusqlite::Result<_>>()?;
    rows.into_iter()
        .map(|raw| raw.into_recorded(conn))
        .collect()
}

#[cfg(test)]
mod tests;
