//! Writing: one turn in the line, one transaction, facts and their views together.

use std::cell::RefCell;
use std::path::Path;

use rusqlite::{OptionalExtension, Transaction, TransactionBehavior, params};

use super::error::StoreError;
use super::event::{self, Fact, Header, Place, Recorded, Stream};
use super::holder;
use super::lock::Turn;
use super::open::Store;
use super::said;
use super::views;
use crate::domain::case::Case;
use crate::domain::inquiry::Inquiry;
use crate::domain::shift::Handover;
use crate::domain::time::Moment;
use crate::entropy::Entropy;

/// A writer with its turn, inside one transaction. Dropped without
/// [`Writer::commit`], it leaves no trace.
#[derive(Debug)]
pub struct Writer<'a> {
    tx: Transaction<'a>,
    /// The last place in the log and its hash, once they are known.
    head: RefCell<Option<(i64, Vec<u8>)>>,
    // Declared after the transaction, so that the turn ends when all is written.
    _turn: Turn<'a>,
}

impl Store {
    /// Waits for this process's turn and begins.
    ///
    /// # Errors
    ///
    /// When another process holds the register for too long, or it cannot be written.
    pub fn begin(&mut self) -> Result<Writer<'_>, StoreError> {
        let turn = self.line.turn()?;
        let tx = self
            .conn
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(|error| held(&self.path, error.into()))?;
        Ok(Writer {
            tx,
            head: RefCell::new(None),
            _turn: turn,
        })
    }
}

/// Names the process that writes, where that is why nobody else can.
fn held(register: &Path, error: StoreError) -> StoreError {
    if matches!(error, StoreError::Busy) {
        holder::of_register(register).map_or(error, StoreError::Held)
    } else {
        error
    }
}

impl Writer<'_> {
    /// Makes everything since the beginning permanent.
    ///
    /// # Errors
    ///
    /// When it could not be saved; nothing was changed then.
    pub fn commit(self) -> Result<(), StoreError> {
        Ok(self.tx.commit()?)
    }

    /// How many events a series has.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn version(&self, stream: &Stream) -> Result<u32, StoreError> {
        let version: Option<u32> = self
            .tx
            .prepare_cached("SELECT max(version) FROM event WHERE stream = ?1")?
            .query_row([stream.key()], |row| row.get(0))?;
        Ok(version.unwrap_or(0))
    }

    /// When the last fact was recorded.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn last_recorded_at(&self) -> Result<Option<Moment>, StoreError> {
        let at: Option<i64> = self
            .tx
            .prepare_cached("SELECT recorded_at FROM event ORDER BY seq DESC LIMIT 1")?
            .query_row([], |row| row.get(0))
            .optional()?;
        Ok(at.map(Moment))
    }

    /// Appends one fact to its series, of which it becomes number `version`.
    ///
    /// # Errors
    ///
    /// When it could not be written.
    pub fn append(
        &self,
        entropy: &mut dyn Entropy,
        stream: &Stream,
        version: u32,
        at: Moment,
        header: &Header,
        fact: Fact,
    ) -> Result<Recorded, StoreError> {
        let mut head = self.head.borrow_mut();
        // Nobody else appends while this transaction lasts.
        let (last, prev) = match head.take() {
            Some(known) => known,
            None => event::head(&self.tx)?,
        };
        let place = Place {
            seq: last + 1,
            prev,
            stream,
            version,
            at,
        };
        let (recorded, hash) = event::append(&self.tx, entropy, place, header, fact)?;
        *head = Some((recorded.seq, hash));
        Ok(recorded)
    }

    /// Brings the views of an inquiry up to date, those that changed since it was `before`.
    ///
    /// # Errors
    ///
    /// When they could not be written.
    pub fn show_inquiry(
        &self,
        before: Option<&Inquiry>,
        state: &Inquiry,
    ) -> Result<(), StoreError> {
        for (table, rows) in views::OF_INQUIRY {
            match before {
                None => views::insert(&self.tx, table, &rows(state))?,
                Some(before) if views::differ(table, rows, before, state) => {
                    views::replace(&self.tx, table, state.number.as_str(), &rows(state))?;
                }
                Some(_) => {}
            }
        }
        said::show(&self.tx, before, state)?;
        Ok(())
    }

    /// Brings the views of a handover up to date.
    ///
    /// # Errors
    ///
    /// When they could not be written.
    pub fn show_handover(&self, state: &Handover) -> Result<(), StoreError> {
        for (table, rows) in views::of_handover(state) {
            views::replace(&self.tx, table, state.number.as_str(), &rows)?;
        }
        Ok(())
    }

    /// Brings the views of an accountability case up to date.
    ///
    /// # Errors
    ///
    /// When they could not be written.
    pub fn show_case(&self, state: &Case) -> Result<(), StoreError> {
        for (table, rows) in views::of_case(state) {
            views::replace(&self.tx, table, state.number().as_str(), &rows)?;
        }
        Ok(())
    }

    /// The last number given in a series.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn serial(&self, series: &str) -> Result<u32, StoreError> {
        self.read().serial(series)
    }

    /// Records the last number given in a series.
    ///
    /// # Errors
    ///
    /// When it could not be written.
    pub fn set_serial(&self, series: &str, last: u32) -> Result<(), StoreError> {
        self.tx
            .prepare_cached(
                "INSERT INTO serial (series, last) VALUES (?1, ?2) \
                 ON CONFLICT (series) DO UPDATE SET last = ?2",
            )?
            .execute(params![series, last])?;
        Ok(())
    }

    /// The result of an earlier command with this id of the sender's own.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn earlier(&self, request: &str) -> Result<Option<Vec<Recorded>>, StoreError> {
        let found: Option<(i64, i64)> = self
            .tx
            .prepare_cached("SELECT first_seq, last_seq FROM request WHERE id = ?1")?
            .query_row([request], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        // One command's facts stand together, for it had the register to itself.
        found
            .map(|(first, last)| event::between(&self.tx, first, last))
            .transpose()
    }

    /// Remembers what a command with an id of the sender's own came to.
    ///
    /// # Errors
    ///
    /// When it could not be written.
    pub fn remember(&self, request: &str, events: &[Recorded]) -> Result<(), StoreError> {
        let (Some(first), Some(last)) = (events.first(), events.last()) else {
            return Ok(());
        };
        self.tx
            .prepare_cached("INSERT INTO request (id, first_seq, last_seq) VALUES (?1, ?2, ?3)")?
            .execute(params![request, first.seq, last.seq])?;
        Ok(())
    }

    /// The transaction, for this room's other files.
    pub(super) fn conn(&self) -> &rusqlite::Connection {
        &self.tx
    }
}
