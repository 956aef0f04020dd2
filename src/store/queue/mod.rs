//! What is open, most pressing first: one indexed query over open work only.

mod filter;
mod held;
mod pending;
mod view;

use std::rc::Rc;

use rusqlite::ToSql;

use super::error::StoreError;
use super::read::Read;
use crate::domain::ids::Number;
use crate::search;

pub use filter::{Filter, Hands, Order};
pub use held::Held;
use pending::COLUMNS;
pub use pending::{Pending, Waits};
pub use view::View;

/// So many names at most are looked for by their spelling.
const SPELLED: usize = 200;

impl Read<'_> {
    /// What stands in open work and is spelled by the letters, in pinyin or initials.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn spelled(&self, letters: &str) -> Result<Rc<[String]>, StoreError> {
        let letters = letters.trim();
        if letters.len() < 2 || !letters.is_ascii() || letters.bytes().any(|b| b.is_ascii_digit()) {
            return Ok(Rc::from([]));
        }
        let mut statement = self.conn.prepare_cached(
            "SELECT name FROM pending WHERE name IS NOT NULL UNION SELECT matter_name FROM pending \
             UNION SELECT department FROM pending \
             UNION SELECT s.name FROM pending p JOIN staff s ON s.staff = p.holder",
        )?;
        let all: Vec<String> = statement
            .query_map([], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        let found = search::pick(letters, &all);
        Ok(found
            .into_iter()
            .take(SPELLED)
            .map(|at| all[at].clone())
            .collect())
    }

    /// One page of the open work, most pressing first.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn queue(&self, filter: &Filter) -> Result<Vec<Pending>, StoreError> {
        let (condition, values) = filter.condition();
        let sql = format!(
            "SELECT {COLUMNS} FROM pending p LEFT JOIN staff s ON s.staff = p.holder \
             WHERE {condition} ORDER BY {}p.due, p.inquiry, p.leg, p.clock LIMIT {} OFFSET {}",
            filter.order.first_by(),
            filter.limit,
            filter.offset
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let values: Vec<&dyn ToSql> = values.iter().map(AsRef::as_ref).collect();
        let rows = statement.query_map(values.as_slice(), Pending::read)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// How many rows a view has.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn queue_size(&self, filter: &Filter) -> Result<u32, StoreError> {
        let (condition, values) = filter.condition();
        let sql = format!(
            "SELECT count(*) FROM pending p LEFT JOIN staff s ON s.staff = p.holder \
             WHERE {condition}"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let values: Vec<&dyn ToSql> = values.iter().map(AsRef::as_ref).collect();
        Ok(statement.query_row(values.as_slice(), |row| row.get(0))?)
    }

    /// How many rows of a view are close to their end and not past it.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn queue_soon(&self, filter: &Filter) -> Result<u32, StoreError> {
        let (condition, mut values) = filter.condition();
        values.push(Box::new(filter.now.0));
        let n = values.len();
        let sql = format!(
            "SELECT count(*) FROM pending p LEFT JOIN staff s ON s.staff = p.holder \
             WHERE {condition} AND p.soon <= ?{n} AND p.due >= ?{n}"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let values: Vec<&dyn ToSql> = values.iter().map(AsRef::as_ref).collect();
        Ok(statement.query_row(values.as_slice(), |row| row.get(0))?)
    }

    /// The inquiries with a clock that runs, by number.
    ///
    /// # Errors
    ///
    /// When they cannot be read.
    pub fn ticking(&self) -> Result<Vec<Number>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT DISTINCT inquiry FROM pending WHERE clock <> '' ORDER BY inquiry",
        )?;
        let rows = statement.query_map([], |row| row.get(0).map(Number))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Everything that one inquiry has in the queue.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn pending_of(&self, inquiry: &Number) -> Result<Vec<Pending>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM pending p LEFT JOIN staff s ON s.staff = p.holder \
             WHERE p.inquiry = ?1 ORDER BY p.due, p.leg, p.clock"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map([inquiry.as_str()], Pending::read)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
