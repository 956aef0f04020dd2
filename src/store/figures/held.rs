//! How long it lay in the same hands: every stretch that is over, in office time.

use std::collections::HashMap;

use rusqlite::Connection;

use super::behind::{Key, STANDS};
use super::counted::named;
use super::{Grouping, Line, Span};
use crate::domain::deadline::{Elapsed, Office};
use crate::domain::time::Moment;
use crate::store::error::StoreError;

/// How long it lay in the same hands, in seconds of office time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Held {
    /// How many stretches are over.
    pub turns: u64,
    /// Half of them were no longer than this.
    pub median: i64,
    /// Nine of ten were no longer than this.
    pub ninetieth: i64,
}

impl Held {
    /// What these lengths come to.
    fn of(mut lengths: Vec<i64>) -> Self {
        lengths.sort_unstable();
        let at = |hundredths: usize| {
            let place = (lengths.len() * hundredths).div_ceil(100).max(1) - 1;
            lengths.get(place).copied().unwrap_or(0)
        };
        Self {
            turns: lengths.len() as u64,
            median: at(50),
            ninetieth: at(90),
        }
    }
}

/// Puts beside each line how long it was held. The hands of a stretch are its own,
/// whatever was charged to others.
pub(super) fn fill(
    conn: &Connection,
    span: Span,
    by: Option<Grouping>,
    office: &Office,
    lines: &mut [Line],
) -> Result<(), StoreError> {
    let group = match by.map(Key::of) {
        None => "''",
        Some(Key::Own(column)) => column,
        Some(Key::Lay { turn, .. }) => turn,
    };
    let sql = format!(
        "SELECT {group}, t.from_at, t.until_at \
         FROM inquiry i CROSS JOIN turn t ON t.inquiry = i.inquiry \
         WHERE i.inquiry >= ?1 AND i.inquiry < ?2 AND {STANDS} \
         AND t.holder <> '' AND t.until_at IS NOT NULL"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query(span.numbers())?;
    let mut stretches: HashMap<String, Vec<(Moment, Moment)>> = HashMap::new();
    let (mut first, mut last) = (Moment(i64::MAX), Moment(i64::MIN));
    while let Some(row) = rows.next()? {
        let (from, until) = (Moment(row.get(1)?), Moment(row.get(2)?));
        (first, last) = (first.min(from), last.max(until));
        let key = row.get_ref(0)?.as_str().unwrap_or_default();
        if let Some(known) = stretches.get_mut(key) {
            known.push((from, until));
        } else {
            stretches.insert(key.to_owned(), vec![(from, until)]);
        }
    }
    if first > last {
        return Ok(());
    }
    let elapsed = Elapsed::between(office, first, last);
    let mut lengths: HashMap<String, Vec<i64>> = HashMap::new();
    for (key, own) in stretches {
        let own = own.into_iter();
        lengths
            .entry(named(by, key))
            .or_default()
            .extend(own.map(|(from, until)| elapsed.seconds(from, until)));
    }
    for line in lines {
        line.held = Held::of(lengths.remove(&line.key).unwrap_or_default());
    }
    Ok(())
}
