//! Making the views again from the record, in one transaction.

use super::error::StoreError;
use super::event::{Recorded, Stream};
use super::follow;
use super::grounds::{self, Numbers};
use super::integrity::{self, Audit, Difference};
use super::open::Store;
use super::reference;
use super::said;
use super::views;

/// What making the views again came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rebuilt {
    /// What differed before.
    pub before: Vec<Difference>,
    /// What an audit finds now: what cannot be made from the record.
    pub after: Audit,
    /// Whether the views were made again: not where the record itself does not hold.
    pub made: bool,
}

impl Store {
    /// Throws every view away and makes it again from the record. Rulebooks, catalogue
    /// and sign-in stand beside the record: it knows their hashes, not their texts.
    ///
    /// # Errors
    ///
    /// When it cannot be read or saved; nothing was changed then.
    pub fn rebuild(&mut self) -> Result<Rebuilt, StoreError> {
        let writer = self.begin()?;
        let conn = writer.conn();
        let mut before = integrity::whole(conn, &[])?;
        let mut numbers = Numbers::default();
        if !integrity::chain(conn, &[], &mut Audit::default(), &mut numbers)? {
            return Ok(Rebuilt {
                before: std::mem::take(&mut before.differences),
                after: before,
                made: false,
            });
        }
        for table in views::NAMES {
            conn.execute(&format!("DELETE FROM {table}"), [])?;
        }
        said::clear(conn)?;
        let mut found = Audit::default();
        follow::each_series(conn, &mut found, &mut |series, _| {
            for (table, _, rows) in follow::rows_of(series) {
                views::insert(conn, table, &rows)?;
            }
            if let Some(state) = Recorded::fold_inquiry(series) {
                said::show(conn, None, &state)?;
            }
            if let Some((person, version)) = follow::last_person(series) {
                reference::show_person(conn, person, version)?;
            }
            if series
                .first()
                .is_some_and(|one| one.stream == Stream::Office)
            {
                grounds::show_office(conn, series)?;
            }
            Ok(())
        })?;
        numbers.show(conn)?;
        conn.execute_batch("REINDEX")?;
        let after = integrity::whole(conn, &[])?;
        writer.commit()?;
        Ok(Rebuilt {
            before: before.differences,
            after,
            made: true,
        })
    }
}
