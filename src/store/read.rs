//! Reading one thing: an inquiry with its timeline, a handover, the people.

use rusqlite::{Connection, OptionalExtension, Row};

use super::error::StoreError;
use super::event::{self, Fact, Recorded, Stream};
use super::open::Store;
use super::write::Writer;
use crate::domain::case::{Case, CaseEvent};
use crate::domain::ids::{HandoverNo, Number, StaffNo};
use crate::domain::inquiry::{Inquiry, Stage};
use crate::domain::shift::Handover;
use crate::domain::staff::Person;
use crate::domain::time::Moment;

/// One line of the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InquiryRow {
    /// Number.
    pub inquiry: Number,
    /// When it was received.
    pub received_at: Moment,
    /// The first responder.
    pub first: StaffNo,
    /// Who holds it.
    pub holder: StaffNo,
    /// The visitor's name; nothing once destroyed.
    pub name: Option<String>,
    /// The visitor's telephone.
    pub phone: Option<String>,
    /// The matter's name, empty for free text.
    pub matter: String,
    /// The exact doubt.
    pub words: Option<String>,
    /// Where it stands.
    pub stage: Stage,
    /// When it closed.
    pub closed_at: Option<Moment>,
    /// When it was entered.
    pub entered_at: Moment,
    /// Whether it was entered late.
    pub back_entry: bool,
    /// The first responder's department.
    pub department: String,
    /// By which channel it came.
    pub channel: String,
    /// The visitor's unit; nothing once destroyed.
    pub unit: Option<String>,
    /// The matter's id, empty for free text.
    pub matter_id: String,
    /// How pressing: `normal`, `urgent` or `emergency`.
    pub urgency: String,
    /// Whether the visitor goes first.
    pub green: bool,
    /// Hash of the rulebook that it keeps.
    pub rulebook: String,
    /// How it came to its end; empty until it has.
    pub resolution: String,
    /// How often it was sent back.
    pub returns: u32,
    /// How often it was late, or a rule was broken in it.
    pub breaches: u32,
}

/// One line of the list of handovers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandoverRow {
    /// Number.
    pub handover: HandoverNo,
    /// Who leaves.
    pub from: StaffNo,
    /// Who comes.
    pub to: StaffNo,
    /// When it began.
    pub opened_at: Moment,
    /// How many items it has.
    pub items: u32,
    /// How many are not taken over yet.
    pub open_items: u32,
    /// How many have signed.
    pub signed: u32,
    /// When it took effect.
    pub done_at: Option<Moment>,
    /// When it was called off.
    pub cancelled_at: Option<Moment>,
}

/// The facts of one kind in a series, with the instants at which they came about.
pub(super) fn inquiry_facts(
    events: &[Recorded],
) -> impl Iterator<Item = (Moment, &crate::domain::inquiry::Event)> {
    events.iter().filter_map(|event| match &event.fact {
        Fact::Inquiry(fact) => Some((event.at, fact)),
        Fact::Shift(_) | Fact::Office(_) | Fact::Case(_) => None,
    })
}

/// The facts of a handover, with the instants at which they came about.
pub(super) fn shift_facts(
    events: &[Recorded],
) -> impl Iterator<Item = (Moment, &crate::domain::shift::ShiftEvent)> {
    events.iter().filter_map(|event| match &event.fact {
        Fact::Shift(fact) => Some((event.at, fact)),
        Fact::Inquiry(_) | Fact::Office(_) | Fact::Case(_) => None,
    })
}

/// The facts of a case, with the instants at which they came about.
pub(super) fn case_facts(events: &[Recorded]) -> impl Iterator<Item = (Moment, &CaseEvent)> {
    events.iter().filter_map(|event| match &event.fact {
        Fact::Case(fact) => Some((event.at, fact)),
        Fact::Inquiry(_) | Fact::Shift(_) | Fact::Office(_) => None,
    })
}

/// Reading, whether from the register at large or inside a writer's transaction.
#[derive(Debug, Clone, Copy)]
pub struct Read<'a> {
    pub(super) conn: &'a Connection,
}

impl Store {
    /// The register as it stands.
    pub fn read(&self) -> Read<'_> {
        Read { conn: &self.conn }
    }
}

impl Writer<'_> {
    /// The register as this writer sees it.
    pub fn read(&self) -> Read<'_> {
        Read { conn: self.conn() }
    }
}

impl Recorded {
    /// Folds an inquiry's series.
    pub fn fold_inquiry(events: &[Self]) -> Option<Inquiry> {
        Inquiry::fold(inquiry_facts(events))
    }

    /// Folds a handover's series.
    pub fn fold_handover(events: &[Self]) -> Option<Handover> {
        Handover::fold(shift_facts(events))
    }

    /// Folds an accountability case's series.
    pub fn fold_case(events: &[Self]) -> Option<Case> {
        Case::fold(case_facts(events))
    }
}

impl Read<'_> {
    /// The last place in the log; 0 when nothing is on record.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn last_seq(&self) -> Result<i64, StoreError> {
        Ok(event::head(self.conn)?.0)
    }

    /// The last fact that was recorded before a moment; 0 for none. The record grows in
    /// the order of recording, so a few looks find it however long it is.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn last_before(&self, moment: Moment) -> Result<i64, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT recorded_at FROM event WHERE seq = ?1")?;
        let (mut low, mut high): (i64, i64) =
            self.conn
                .query_row("SELECT 0, coalesce(max(seq), 0) FROM event", [], |row| {
                    Ok((row.get(0)?, row.get(1)?))
                })?;
        while low < high {
            let middle = low + (high - low + 1) / 2;
            let at: i64 = statement.query_row([middle], |row| row.get(0))?;
            if at < moment.0 {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        Ok(low)
    }

    /// What was recorded after a place in the log, in order; of more than `most` facts
    /// the last ones.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn since(&self, seq: i64, most: u32) -> Result<Vec<Recorded>, StoreError> {
        let last = self.last_seq()?;
        let first = (seq + 1).max(last - i64::from(most) + 1);
        event::between(self.conn, first, last)
    }

    /// The last number given in a series; 0 when none was.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn serial(&self, series: &str) -> Result<u32, StoreError> {
        let last: Option<u32> = self
            .conn
            .prepare_cached("SELECT last FROM serial WHERE series = ?1")?
            .query_row([series], |row| row.get(0))
            .optional()?;
        Ok(last.unwrap_or(0))
    }

    /// An inquiry and its timeline.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn inquiry(&self, number: &Number) -> Result<Option<(Inquiry, Vec<Recorded>)>, StoreError> {
        let events = event::of_stream(self.conn, &Stream::Inquiry(number.clone()))?;
        Ok(Recorded::fold_inquiry(&events).map(|state| (state, events)))
    }

    /// A handover and its timeline.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn handover(
        &self,
        number: &HandoverNo,
    ) -> Result<Option<(Handover, Vec<Recorded>)>, StoreError> {
        let events = event::of_stream(self.conn, &Stream::Shift(number.clone()))?;
        Ok(Recorded::fold_handover(&events).map(|state| (state, events)))
    }

    /// One line of the ledger.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn inquiry_row(&self, number: &Number) -> Result<Option<InquiryRow>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(&format!("SELECT {ROW} FROM inquiry i WHERE i.inquiry = ?1"))?;
        Ok(statement
            .query_row([number.as_str()], inquiry_row)
            .optional()?)
    }

    /// The newest lines of the ledger.
    ///
    /// # Errors
    ///
    /// When they cannot be read.
    pub fn newest(&self, limit: u32) -> Result<Vec<InquiryRow>, StoreError> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT {ROW} FROM inquiry i ORDER BY i.inquiry DESC LIMIT ?1"
        ))?;
        let rows = statement.query_map([limit], inquiry_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Handovers, the newest first; only those under way when `open_only`.
    ///
    /// # Errors
    ///
    /// When they cannot be read.
    pub fn handovers(&self, open_only: bool, limit: u32) -> Result<Vec<HandoverRow>, StoreError> {
        let condition = if open_only {
            "WHERE done_at IS NULL AND cancelled_at IS NULL"
        } else {
            ""
        };
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT handover, leaves, comes, opened_at, items, open_items, signed, done_at, \
             cancelled_at \
             FROM handover {condition} ORDER BY opened_at DESC, handover DESC LIMIT ?1"
        ))?;
        let rows = statement.query_map([limit], |row| {
            Ok(HandoverRow {
                handover: HandoverNo(row.get(0)?),
                from: StaffNo(row.get(1)?),
                to: StaffNo(row.get(2)?),
                opened_at: Moment(row.get(3)?),
                items: row.get(4)?,
                open_items: row.get(5)?,
                signed: row.get(6)?,
                done_at: row.get::<_, Option<i64>>(7)?.map(Moment),
                cancelled_at: row.get::<_, Option<i64>>(8)?.map(Moment),
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The handover under way from or to this person.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn handover_of(&self, staff: &StaffNo) -> Result<Option<HandoverNo>, StoreError> {
        let found: Option<String> = self
            .conn
            .prepare_cached(
                "SELECT handover FROM handover WHERE done_at IS NULL AND cancelled_at IS NULL \
                 AND (leaves = ?1 OR comes = ?1) ORDER BY opened_at LIMIT 1",
            )?
            .query_row([staff.as_str()], |row| row.get(0))
            .optional()?;
        Ok(found.map(HandoverNo))
    }

    /// A member of staff.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn person(&self, number: &StaffNo) -> Result<Option<Person>, StoreError> {
        let body: Option<String> = self
            .conn
            .prepare_cached("SELECT body FROM staff WHERE staff = ?1")?
            .query_row([number.as_str()], |row| row.get(0))
            .optional()?;
        Ok(match body {
            Some(body) => Some(serde_json::from_str(&body)?),
            None => None,
        })
    }

    /// All staff, by number.
    ///
    /// # Errors
    ///
    /// When they cannot be read.
    pub fn people(&self) -> Result<Vec<Person>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT body FROM staff ORDER BY staff")?;
        let bodies: Vec<String> = statement
            .query_map([], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        bodies
            .iter()
            .map(|body| Ok(serde_json::from_str(body)?))
            .collect()
    }

    /// The names of all staff, by number.
    ///
    /// # Errors
    ///
    /// When they cannot be read.
    pub fn names(&self) -> Result<std::collections::HashMap<StaffNo, String>, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT staff, name FROM staff")?;
        let rows = statement.query_map([], |row| {
            Ok((StaffNo(row.get(0)?), row.get::<_, String>(1)?))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Inquiries that time alone has changed by `now`.
    ///
    /// # Errors
    ///
    /// When they cannot be read.
    pub fn lapsed(&self, now: Moment, limit: u32) -> Result<Vec<(Moment, Number)>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT next_at, inquiry FROM inquiry WHERE next_at IS NOT NULL AND next_at < ?1 \
             ORDER BY next_at, inquiry LIMIT ?2",
        )?;
        let rows = statement.query_map(rusqlite::params![now.0, limit], |row| {
            Ok((Moment(row.get(0)?), Number(row.get(1)?)))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The next instant at which time alone changes something.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn next_lapse(&self) -> Result<Option<Moment>, StoreError> {
        let at: Option<i64> = self
            .conn
            .prepare_cached("SELECT min(next_at) FROM inquiry WHERE next_at IS NOT NULL")?
            .query_row([], |row| row.get(0))?;
        Ok(at.map(Moment))
    }
}

/// The columns of an [`InquiryRow`], of a table `i`.
pub(super) const ROW: &str = "i.inquiry, i.received_at, i.first, i.holder, i.name, i.phone, \
     i.matter_name, i.words, i.stage, i.closed_at, i.entered_at, i.back_entry, i.department, \
     i.channel, i.unit, i.matter, i.urgency, i.green, i.rulebook, i.resolution, i.returns, \
     i.breaches";

pub(super) fn inquiry_row(row: &Row) -> rusqlite::Result<InquiryRow> {
    Ok(InquiryRow {
        inquiry: Number(row.get(0)?),
        received_at: Moment(row.get(1)?),
        first: StaffNo(row.get(2)?),
        holder: StaffNo(row.get(3)?),
        name: row.get(4)?,
        phone: row.get(5)?,
        matter: row.get(6)?,
        words: row.get(7)?,
        stage: Stage::parse(&row.get::<_, String>(8)?).unwrap_or(Stage::Closed),
        closed_at: row.get::<_, Option<i64>>(9)?.map(Moment),
        entered_at: Moment(row.get(10)?),
        back_entry: row.get(11)?,
        department: row.get(12)?,
        channel: row.get(13)?,
        unit: row.get(14)?,
        matter_id: row.get(15)?,
        urgency: row.get(16)?,
        green: row.get(17)?,
        rulebook: row.get(18)?,
        resolution: row.get(19)?,
        returns: row.get(20)?,
        breaches: row.get(21)?,
    })
}
