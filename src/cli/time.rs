//! Times as people and scripts write them.

use chrono::{DateTime, NaiveDate, NaiveDateTime};

use crate::domain::time::Moment;
use crate::i18n::refusal::china;

/// Reads RFC 3339, with or without seconds; also a wall clock or a day, `2026-04-03T16:50`, `2026-04-03 16:50`,
/// `2026-04-03`, as an office's own time at UTC+8.
pub fn instant(text: &str) -> Option<Moment> {
    let text = text.trim();
    if let Some(at) = Moment::parse_rfc3339(text) {
        return Some(at);
    }
    if let Ok(at) = DateTime::parse_from_str(text, "%Y-%m-%dT%H:%M%:z") {
        return Some(Moment(at.timestamp_millis()));
    }
    let local = [
        "%Y-%m-%dT%H:%M:%S",
        "%Y-%m-%dT%H:%M",
        "%Y-%m-%d %H:%M:%S",
        "%Y-%m-%d %H:%M",
    ]
    .iter()
    .find_map(|form| NaiveDateTime::parse_from_str(text, form).ok())
    .or_else(|| {
        let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?;
        Some(day.and_time(chrono::NaiveTime::MIN))
    })?;
    Moment::parse_rfc3339(&Moment::from_local(local, china()).rfc3339(china()))
}
