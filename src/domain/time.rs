//! Instants and the office's own wall clock.

use chrono::{DateTime, FixedOffset, NaiveDateTime, TimeZone, Utc};
use serde::{Deserialize, Serialize};

/// An instant: milliseconds since 1970-01-01T00:00:00Z.
///
/// The record stores instants only as this number, so that they sort and
/// compare the same in memory and in SQL.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default,
)]
#[serde(transparent)]
pub struct Moment(pub i64);

impl Moment {
    /// The wall clock of an office at this instant.
    pub fn local(self, offset: FixedOffset) -> NaiveDateTime {
        DateTime::<Utc>::from_timestamp_millis(self.0)
            .unwrap_or_default()
            .with_timezone(&offset)
            .naive_local()
    }

    /// The instant at which an office's wall clock shows `local`.
    pub fn from_local(local: NaiveDateTime, offset: FixedOffset) -> Self {
        match offset.from_local_datetime(&local) {
            chrono::LocalResult::Single(at) | chrono::LocalResult::Ambiguous(at, _) => {
                Self(at.timestamp_millis())
            }
            // A fixed offset has no gaps, so this arm only serves the type.
            chrono::LocalResult::None => Self(local.and_utc().timestamp_millis()),
        }
    }

    /// RFC 3339 text in an office's offset, whole seconds: `2026-04-07T17:30:00+08:00`.
    pub fn rfc3339(self, offset: FixedOffset) -> String {
        DateTime::<Utc>::from_timestamp_millis(self.0)
            .unwrap_or_default()
            .with_timezone(&offset)
            .to_rfc3339_opts(chrono::SecondsFormat::Secs, false)
    }

    /// Reads RFC 3339 text, or `None` when it is not that.
    pub fn parse_rfc3339(text: &str) -> Option<Self> {
        DateTime::parse_from_rfc3339(text.trim())
            .ok()
            .map(|at| Self(at.timestamp_millis()))
    }

    /// Whole seconds from `earlier` to `self`, negative when `self` is earlier.
    pub fn seconds_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).div_euclid(1000)
    }

    /// The instant `seconds` later.
    #[must_use]
    pub fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds.saturating_mul(1000)))
    }

    /// Whether this instant is too late for a limit that ends at `due`: "within"
    /// includes the whole minute of its end.
    pub fn is_late_for(self, due: Self) -> bool {
        self.0 >= due.0.div_euclid(60_000) * 60_000 + 60_000
    }
}
