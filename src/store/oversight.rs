//! What those who oversee need of the record: what was closed, what a period touched,
//! and what they put on record themselves.

use rusqlite::params;

use super::error::StoreError;
use super::event::{self, Fact, Recorded, Stream};
use super::read::Read;
use crate::domain::ids::Number;
use crate::domain::inquiry::Inquiry;
use crate::domain::office::OfficeEvent;
use crate::domain::oversight::{Asked, Checked, Drawn, Exported, Issued};
use crate::domain::shift::{self, Note};
use crate::domain::time::Moment;

impl Read<'_> {
    /// What the office has on record of itself, in order.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn office_facts(&self) -> Result<Vec<Recorded>, StoreError> {
        event::of_stream(self.conn, &Stream::Office)
    }

    /// Numbers that were tried, in order.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn checks(&self) -> Result<Vec<(Moment, Checked)>, StoreError> {
        let mut all = Vec::new();
        for event in event::of_kind(self.conn, &Stream::Office, "contact_checked")? {
            if let Fact::Office(OfficeEvent::ContactChecked(fact)) = event.fact {
                all.push((event.at, *fact));
            }
        }
        Ok(all)
    }

    /// What stands or stood from shift to shift, in order.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn notes(&self) -> Result<Vec<Note>, StoreError> {
        let kinds = ["note_kept", "note_passed", "note_done"];
        let facts = event::of_stream_and_kinds(self.conn, &Stream::Office, &kinds)?;
        let told = facts.iter().filter_map(|one| match &one.fact {
            Fact::Office(fact) => Some((one.at, fact)),
            Fact::Inquiry(_) | Fact::Shift(_) | Fact::Case(_) => None,
        });
        Ok(shift::notes(told))
    }

    /// Samples that were drawn, each with its place in the log.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn samples(&self) -> Result<Vec<(i64, Moment, Drawn)>, StoreError> {
        let mut all = Vec::new();
        for event in event::of_kind(self.conn, &Stream::Office, "sample_drawn")? {
            if let Fact::Office(OfficeEvent::SampleDrawn(fact)) = event.fact {
                all.push((event.seq, event.at, *fact));
            }
        }
        Ok(all)
    }

    /// Visitors of sampled inquiries who were asked, or tried.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn sampled(&self) -> Result<Vec<(Moment, Asked)>, StoreError> {
        let mut all = Vec::new();
        for event in event::of_kind(self.conn, &Stream::Office, "sample_asked")? {
            if let Fact::Office(OfficeEvent::SampleAsked(fact)) = event.fact {
                all.push((event.at, *fact));
            }
        }
        Ok(all)
    }

    /// Bulletins that were issued.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn bulletins(&self) -> Result<Vec<(Moment, Issued)>, StoreError> {
        let mut all = Vec::new();
        for event in event::of_kind(self.conn, &Stream::Office, "bulletin_issued")? {
            if let Fact::Office(OfficeEvent::BulletinIssued(fact)) = event.fact {
                all.push((event.at, *fact));
            }
        }
        Ok(all)
    }

    /// What left the register as a file.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn exports(&self) -> Result<Vec<(Moment, Exported)>, StoreError> {
        let mut all = Vec::new();
        for event in self.office_facts()? {
            if let Fact::Office(OfficeEvent::Exported(fact)) = event.fact {
                all.push((event.at, *fact));
            }
        }
        Ok(all)
    }

    /// What was closed in a period, as the record stood before a place in the log: an
    /// inquiry that was taken up again since still counts.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn closed_between(
        &self,
        from: Moment,
        to: Moment,
        before: i64,
    ) -> Result<Vec<Number>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT DISTINCT stream FROM event WHERE kind IN ('closed', 'guided') \
             AND at >= ?1 AND at < ?2 AND seq < ?3 ORDER BY stream",
        )?;
        let rows = statement.query_map(params![from.0, to.0, before], |row| row.get(0))?;
        numbers(rows)
    }

    /// Every inquiry of which something came about in a period, as it stands now.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn touched_between(&self, from: Moment, to: Moment) -> Result<Vec<Inquiry>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT DISTINCT stream FROM event WHERE at >= ?1 AND at < ?2 \
             AND stream >= 'i:' AND stream < 'i;' ORDER BY stream",
        )?;
        let rows = statement.query_map(params![from.0, to.0], |row| row.get(0))?;
        let mut all = Vec::new();
        for number in numbers(rows)? {
            all.extend(self.inquiry(&number)?.map(|(state, _)| state));
        }
        Ok(all)
    }
}

fn numbers(
    rows: impl Iterator<Item = rusqlite::Result<String>>,
) -> Result<Vec<Number>, StoreError> {
    let mut all = Vec::new();
    for key in rows {
        if let Some(Stream::Inquiry(number)) = Stream::parse(&key?) {
            all.push(number);
        }
    }
    Ok(all)
}
