//! Who is away from the post, and who stands in.

use rusqlite::types::Value;
use rusqlite::{OptionalExtension, Row, params};

use super::error::StoreError;
use super::event::{self, Fact, Recorded, Stream};
use super::read::Read;
use super::views::{self, PRESENCE};
use super::write::Writer;
use crate::domain::ids::StaffNo;
use crate::domain::office::OfficeEvent;
use crate::domain::presence::{Absence, Presence};
use crate::domain::time::Moment;

/// Someone who is away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AwayRow {
    /// Who.
    pub staff: StaffNo,
    /// Since when.
    pub since: Moment,
    /// Expected return.
    pub until: Moment,
    /// Who stands in; nobody where a leader decides.
    pub substitute: Option<StaffNo>,
    /// Why; nothing once destroyed.
    pub reason: Option<String>,
}

const COLUMNS: &str = "staff, since, until, substitute, reason";

impl AwayRow {
    fn read(row: &Row) -> rusqlite::Result<Self> {
        let substitute: String = row.get(3)?;
        Ok(Self {
            staff: StaffNo(row.get(0)?),
            since: Moment(row.get(1)?),
            until: Moment(row.get(2)?),
            substitute: (!substitute.is_empty()).then_some(StaffNo(substitute)),
            reason: row.get(4)?,
        })
    }
}

/// What the view shows of one person: a row while an absence is under way.
pub(super) fn rows(staff: &StaffNo, presence: &Presence) -> Vec<views::Row> {
    let row = |(since, absence): &(Moment, crate::domain::presence::Absence)| {
        let substitute = absence.substitute.as_ref().map_or("", StaffNo::as_str);
        let reason = absence.reason.get().cloned();
        vec![
            Value::Text(staff.0.clone()),
            Value::Integer(since.0),
            Value::Integer(absence.until.0),
            Value::Text(substitute.to_owned()),
            reason.map_or(Value::Null, Value::Text),
        ]
    };
    presence.away.iter().map(row).collect()
}

/// What is recorded of a person's presence, with the instants.
pub(super) fn facts(events: &[Recorded]) -> impl Iterator<Item = (Moment, &OfficeEvent)> {
    events.iter().filter_map(|event| match &event.fact {
        Fact::Office(fact) => Some((event.at, fact)),
        Fact::Inquiry(_) | Fact::Shift(_) | Fact::Case(_) => None,
    })
}

impl Read<'_> {
    /// Where a person is, as recorded.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn presence(&self, staff: &StaffNo) -> Result<Presence, StoreError> {
        let events = event::of_stream(self.conn, &Stream::Staff(staff.clone()))?;
        Ok(Presence::fold(facts(&events)))
    }

    /// Who stood in for someone at an instant, present or past; nobody where they were
    /// at their post, or where the one who was to stand in was away as well.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn stood_in(&self, staff: &StaffNo, at: Moment) -> Result<Option<StaffNo>, StoreError> {
        let substitute = self
            .away_at(staff, at)?
            .and_then(|absence| absence.substitute);
        match substitute {
            Some(substitute) if self.away_at(&substitute, at)?.is_none() => Ok(Some(substitute)),
            Some(_) | None => Ok(None),
        }
    }

    /// The absence of someone that was under way at an instant.
    fn away_at(self, staff: &StaffNo, at: Moment) -> Result<Option<Absence>, StoreError> {
        let events = event::of_stream(self.conn, &Stream::Staff(staff.clone()))?;
        let until_then = facts(&events).filter(|(came, _)| *came <= at);
        let away = Presence::fold(until_then).away;
        Ok(away
            .map(|(_, absence)| absence)
            .filter(|absence| absence.until > at))
    }

    /// Everyone who is away at `now`.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn away(&self, now: Moment) -> Result<Vec<AwayRow>, StoreError> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM presence WHERE until > ?1 ORDER BY staff"
        ))?;
        let rows = statement.query_map([now.0], AwayRow::read)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// A person's absence at `now`, if there is one.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn away_now(&self, staff: &StaffNo, now: Moment) -> Result<Option<AwayRow>, StoreError> {
        Ok(self
            .conn
            .prepare_cached(&format!(
                "SELECT {COLUMNS} FROM presence WHERE staff = ?1 AND until > ?2"
            ))?
            .query_row(params![staff.as_str(), now.0], AwayRow::read)
            .optional()?)
    }

    /// Those in whose place this person acts at `now`.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn stands_in_for(&self, staff: &StaffNo, now: Moment) -> Result<Vec<StaffNo>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT staff FROM presence WHERE substitute = ?1 AND until > ?2 ORDER BY staff",
        )?;
        let rows = statement.query_map(params![staff.as_str(), now.0], |row| row.get(0))?;
        Ok(rows
            .map(|row| row.map(StaffNo))
            .collect::<rusqlite::Result<_>>()?)
    }

    /// Those who are away at `now` and whose substitute is away too: an alarm.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn both_away(&self, now: Moment) -> Result<Vec<AwayRow>, StoreError> {
        let away = self.away(now)?;
        let is_away = |staff: &StaffNo| away.iter().any(|row| &row.staff == staff);
        Ok(away
            .iter()
            .filter(|row| row.substitute.as_ref().is_some_and(is_away))
            .cloned()
            .collect())
    }

    /// Those whose expected return has been reached by `now`, and was not recorded yet.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn returned(&self, now: Moment) -> Result<Vec<AwayRow>, StoreError> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM presence WHERE until <= ?1 ORDER BY until, staff"
        ))?;
        let rows = statement.query_map([now.0], AwayRow::read)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The next expected return.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn next_return(&self) -> Result<Option<Moment>, StoreError> {
        let at: Option<i64> = self
            .conn
            .prepare_cached("SELECT min(until) FROM presence")?
            .query_row([], |row| row.get(0))?;
        Ok(at.map(Moment))
    }
}

impl Writer<'_> {
    /// Brings the view of a person's presence up to date.
    ///
    /// # Errors
    ///
    /// When it could not be written.
    pub fn show_presence(&self, staff: &StaffNo, presence: &Presence) -> Result<(), StoreError> {
        views::replace(
            self.conn(),
            &PRESENCE,
            staff.as_str(),
            &rows(staff, presence),
        )
    }
}
