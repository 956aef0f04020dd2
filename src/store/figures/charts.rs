//! When they come: day by day, and by the hours of the week.

use chrono::NaiveDate;
use rusqlite::params;

use super::Span;
use super::behind::STANDS;
use crate::store::error::StoreError;
use crate::store::read::Read;

/// How many were received in each hour of each weekday, Monday first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Heat(pub [[u64; 24]; 7]);

impl Heat {
    /// The most that any hour has.
    pub fn most(&self) -> u64 {
        self.0.iter().flatten().copied().max().unwrap_or(0)
    }
}

impl Read<'_> {
    /// How many were registered on each of these days, each day once.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn registered_by_day(&self, span: Span) -> Result<Vec<(NaiveDate, u64)>, StoreError> {
        let sql = format!(
            "SELECT substr(i.inquiry, 1, 8), count(*) FROM inquiry i \
             WHERE i.inquiry >= ?1 AND i.inquiry < ?2 AND {STANDS} GROUP BY 1"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query(span.numbers())?;
        let days = span.from.iter_days();
        let days = days.take_while(|day| *day <= span.until);
        let mut all: Vec<(NaiveDate, u64)> = days.map(|day| (day, 0)).collect();
        while let Some(row) = rows.next()? {
            let day = NaiveDate::parse_from_str(&row.get::<_, String>(0)?, "%Y%m%d");
            let count: i64 = row.get(1)?;
            if let Some(one) = all.iter_mut().find(|(at, _)| Ok(*at) == day) {
                one.1 = u64::try_from(count).unwrap_or(0);
            }
        }
        Ok(all)
    }

    /// At which hours of the week they were received, by a wall clock that is so many
    /// minutes east of UTC.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn heat(&self, span: Span, offset_minutes: i32) -> Result<Heat, StoreError> {
        // The epoch was a Thursday: three days before it, a week began.
        let sql = format!(
            "SELECT ((i.received_at + ?3) / 3600000) % 168, count(*) FROM inquiry i \
             WHERE i.inquiry >= ?1 AND i.inquiry < ?2 AND {STANDS} GROUP BY 1"
        );
        let shift = (i64::from(offset_minutes) * 60 + 3 * 86_400) * 1000;
        let [from, past] = span.numbers();
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query(params![from, past, shift])?;
        let mut heat = Heat::default();
        while let Some(row) = rows.next()? {
            let (hour, count): (i64, i64) = (row.get(0)?, row.get(1)?);
            let hour = usize::try_from(hour).unwrap_or(0);
            if let Some(cell) = heat
                .0
                .get_mut(hour / 24)
                .and_then(|day| day.get_mut(hour % 24))
            {
                *cell = u64::try_from(count).unwrap_or(0);
            }
        }
        Ok(heat)
    }
}
