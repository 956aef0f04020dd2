//! Counting: one pass over the inquiries of the period, all figures at once.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::Connection;

use super::behind::{Key, STANDS, holds};
use super::{Figure, Grouping, Line, Span};
use crate::store::error::StoreError;

/// Where the groups of a grouping come from, each inquiry once a group.
fn source(key: Option<Key>) -> (String, String) {
    match key {
        None => (
            "''".to_owned(),
            "inquiry i WHERE i.inquiry >= ?1 AND i.inquiry < ?2".to_owned(),
        ),
        Some(Key::Own(column)) => (
            column.to_owned(),
            "inquiry i WHERE i.inquiry >= ?1 AND i.inquiry < ?2".to_owned(),
        ),
        Some(Key::Lay { turn, breach, leg }) => {
            let within = |table: &str| format!("{table}.inquiry >= ?1 AND {table}.inquiry < ?2");
            (
                "d.key".to_owned(),
                format!(
                    "(SELECT t.inquiry, {turn} AS key FROM turn t WHERE {} \
                     UNION SELECT b.inquiry, {breach} FROM breach b \
                     WHERE b.due IS NOT NULL AND {} \
                     UNION SELECT l.inquiry, {leg} FROM leg l \
                     WHERE l.ended = 'returned' AND {}) d \
                     CROSS JOIN inquiry i ON i.inquiry = d.inquiry WHERE d.key <> ''",
                    within("t"),
                    within("b"),
                    within("l"),
                ),
            )
        }
    }
}

/// One line a group; a single one without a grouping.
pub(super) fn lines(
    conn: &Connection,
    span: Span,
    by: Option<Grouping>,
) -> Result<Vec<Line>, StoreError> {
    let key = by.map(Key::of);
    let (group, from) = source(key);
    let sums: Vec<String> = Figure::ALL
        .into_iter()
        .map(|figure| format!("coalesce(sum({}), 0)", holds(figure, key, "d.key")))
        .collect();
    let sums = sums.join(", ");
    let sql = format!(
        "SELECT {group}, {sums}, coalesce(sum(CASE WHEN {STANDS} THEN i.rating END), 0) \
         FROM {from} GROUP BY 1"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query(span.numbers())?;
    let mut lines: BTreeMap<String, Line> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let mut line = Line {
            key: named(by, row.get(0)?),
            ..Line::default()
        };
        for (at, count) in line.counts.iter_mut().enumerate() {
            *count = u64::try_from(row.get::<_, i64>(at + 1)?).unwrap_or(0);
        }
        let levels: i64 = row.get(Figure::ALL.len() + 1)?;
        line.levels = u64::try_from(levels).unwrap_or(0);
        let sum = lines.entry(line.key.clone()).or_insert_with(|| Line {
            key: line.key.clone(),
            ..Line::default()
        });
        sum.add(&line);
    }
    Ok(lines.into_values().collect())
}

/// The key under which a group is shown: of days, the first day of their stretch.
pub(super) fn named(by: Option<Grouping>, key: String) -> String {
    let stretch = match by {
        Some(Grouping::Day) => |day| day,
        Some(Grouping::Week) => |day| Span::week_of(day).from,
        Some(Grouping::Month) => |day| Span::month_of(day).from,
        Some(
            Grouping::First
            | Grouping::Hands
            | Grouping::Department
            | Grouping::Leg
            | Grouping::Channel
            | Grouping::Matter
            | Grouping::Rulebook,
        )
        | None => return key,
    };
    match NaiveDate::parse_from_str(&key, "%Y%m%d") {
        Ok(day) => stretch(day).to_string(),
        Err(_) => key,
    }
}
