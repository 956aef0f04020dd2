//! Accountability cases: the list, one of them, and who answered before.

use rusqlite::{OptionalExtension, Row};

use super::error::StoreError;
use super::event::{self, Recorded, Stream};
use super::read::Read;
use crate::domain::case::Case;
use crate::domain::ids::{CaseNo, Number, StaffNo};
use crate::domain::time::Moment;

/// A line of the list of cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseRow {
    /// Number.
    pub case: CaseNo,
    /// When it was entered.
    pub opened_at: Moment,
    /// Where it stands, as [`CaseStage::as_str`](crate::domain::case::CaseStage::as_str) writes it.
    pub stage: String,
    /// Id of what is charged.
    pub category: String,
    /// The inquiry that it rests on; empty for none.
    pub inquiry: Number,
    /// Who is concerned.
    pub about: Vec<StaffNo>,
    /// When the next of its clocks ends.
    pub next_at: Option<Moment>,
    /// How many clocks of the procedure ran out.
    pub breached: u32,
    /// When it was closed.
    pub closed_at: Option<Moment>,
}

const ROW: &str =
    "number, opened_at, stage, category, inquiry, about, next_at, breached, closed_at";

fn row(row: &Row) -> rusqlite::Result<CaseRow> {
    let about: String = row.get(5)?;
    Ok(CaseRow {
        case: CaseNo(row.get(0)?),
        opened_at: Moment(row.get(1)?),
        stage: row.get(2)?,
        category: row.get(3)?,
        inquiry: Number(row.get(4)?),
        about: about.split_whitespace().map(StaffNo::from).collect(),
        next_at: row.get::<_, Option<i64>>(6)?.map(Moment),
        breached: row.get(7)?,
        closed_at: row.get::<_, Option<i64>>(8)?.map(Moment),
    })
}

impl Read<'_> {
    /// A case and its timeline.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn case(&self, number: &CaseNo) -> Result<Option<(Case, Vec<Recorded>)>, StoreError> {
        let events = event::of_stream(self.conn, &Stream::Case(number.clone()))?;
        Ok(Recorded::fold_case(&events).map(|state| (state, events)))
    }

    /// Every case, open ones first, then the newest.
    ///
    /// # Errors
    ///
    /// When they cannot be read.
    pub fn cases(&self) -> Result<Vec<CaseRow>, StoreError> {
        let sql = format!(
            "SELECT {ROW} FROM accounting ORDER BY closed_at IS NOT NULL, opened_at DESC, number DESC"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map([], row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The cases that rest on an inquiry.
    ///
    /// # Errors
    ///
    /// When they cannot be read.
    pub fn cases_of(&self, inquiry: &Number) -> Result<Vec<CaseRow>, StoreError> {
        let sql = format!("SELECT {ROW} FROM accounting WHERE inquiry = ?1 ORDER BY number");
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map([inquiry.as_str()], row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Open cases with a clock that has ended by `now`.
    pub(crate) fn lapsed_cases(self, now: Moment) -> Result<Vec<CaseNo>, StoreError> {
        self.case_numbers("next_at < ?1", now)
    }

    /// Open cases with a clock that runs.
    pub(crate) fn ticking_cases(self) -> Result<Vec<CaseNo>, StoreError> {
        self.case_numbers("next_at IS NOT NULL AND ?1 = ?1", Moment(0))
    }

    fn case_numbers(self, which: &str, at: Moment) -> Result<Vec<CaseNo>, StoreError> {
        let sql = format!("SELECT number FROM accounting WHERE {which} ORDER BY number");
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map([at.0], |row| Ok(CaseNo(row.get(0)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The cases in which this person was called to account and still is, each with the
    /// instant of its first decision.
    ///
    /// # Errors
    ///
    /// When they cannot be read.
    pub fn answered(&self, staff: &StaffNo) -> Result<Vec<(CaseNo, Moment)>, StoreError> {
        let sql = "SELECT number, at FROM answered WHERE staff = ?1 ORDER BY at";
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map([staff.as_str()], |row| {
            Ok((CaseNo(row.get(0)?), Moment(row.get(1)?)))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// One line of the list.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn case_row(&self, number: &CaseNo) -> Result<Option<CaseRow>, StoreError> {
        let sql = format!("SELECT {ROW} FROM accounting WHERE number = ?1");
        let mut statement = self.conn.prepare_cached(&sql)?;
        Ok(statement.query_row([number.as_str()], row).optional()?)
    }
}
