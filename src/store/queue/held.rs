//! What lies in whose hands: one pass over the open work, none over what is closed.

use rusqlite::Row;

use crate::domain::ids::StaffNo;
use crate::domain::time::Moment;
use crate::store::error::StoreError;
use crate::store::read::Read;

/// What one person holds for one department.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Held {
    /// Who.
    pub staff: StaffNo,
    /// For which department.
    pub department: String,
    /// Open inquiries.
    pub open: u32,
    /// Of these, sent and not signed for.
    pub unsigned: u32,
    /// With a clock past its end.
    pub overdue: u32,
    /// With a clock that ends today and has not yet.
    pub today: u32,
}

/// Grouped along the index over holders; an inquiry with two clocks counts once. What
/// is closed has no row here, so the cost is that of the work in hand.
const HELD: &str = "SELECT p.holder, p.department, count(DISTINCT p.inquiry), \
     count(DISTINCT CASE WHEN p.stage = 'unsigned' THEN p.inquiry END), \
     count(DISTINCT CASE WHEN p.due < ?1 THEN p.inquiry END), \
     count(DISTINCT CASE WHEN p.due >= ?1 AND p.due <= ?2 THEN p.inquiry END) \
     FROM pending p GROUP BY p.holder, p.department";

impl Held {
    fn read(row: &Row) -> rusqlite::Result<Self> {
        Ok(Self {
            staff: StaffNo(row.get(0)?),
            department: row.get(1)?,
            open: row.get(2)?,
            unsigned: row.get(3)?,
            overdue: row.get(4)?,
            today: row.get(5)?,
        })
    }
}

impl Read<'_> {
    /// What everyone holds at `now`, whose day ends at `day_end`; those who hold
    /// nothing are left out.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn held(&self, now: Moment, day_end: Moment) -> Result<Vec<Held>, StoreError> {
        let mut statement = self.conn.prepare_cached(HELD)?;
        let rows = statement.query_map([now.0, day_end.0], Held::read)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;

    #[test]
    fn it_looks_at_open_work_alone_and_along_an_index() {
        let dir = tempfile::tempdir().unwrap();
        let store = Store::create(&dir.path().join("register.db")).unwrap();
        let plan: Vec<String> = store
            .read()
            .conn
            .prepare(&format!("EXPLAIN QUERY PLAN {HELD}"))
            .unwrap()
            .query_map([0, 0], |row| row.get(3))
            .unwrap()
            .collect::<rusqlite::Result<_>>()
            .unwrap();
        // The one table that it reads has a row for open work only.
        let reads = |line: &&String| line.contains("SCAN") || line.contains("SEARCH");
        let read: Vec<&String> = plan.iter().filter(reads).collect();
        assert_eq!(read, ["SCAN p USING INDEX pending_holder"], "{plan:?}");
    }
}
