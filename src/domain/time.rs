//! Instants and the office's own wall clock.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDateTime, TimeZone, Utc};
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

    /// Reads RFC 3339 text, the seconds of which may be left out (`2026-04-03T16:50+08:00`);
    /// `None` when it is not that, or lies outside the years 1900 to 2200.
    ///
    /// No calendar says anything of the years beyond, and day by day reckoning
    /// from there would keep everyone waiting.
    pub fn parse_rfc3339(text: &str) -> Option<Self> {
        let text = text.trim();
        let at = DateTime::parse_from_rfc3339(text)
            .or_else(|_| DateTime::parse_from_str(text, "%Y-%m-%dT%H:%M%:z"))
            .or_else(|_| DateTime::parse_from_str(text, "%Y-%m-%d %H:%M%:z"))
            .or_else(|_| {
                let utc = text.strip_suffix(['Z', 'z']).unwrap_or_default();
                NaiveDateTime::parse_from_str(utc, "%Y-%m-%dT%H:%M").map(|at| at.and_utc().into())
            })
            .ok()?;
        (1900..=2200)
            .contains(&at.year())
            .then(|| Self(at.timestamp_millis()))
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

    /// The whole minutes since the epoch: people tell times by them.
    pub fn minute(self) -> i64 {
        self.0.div_euclid(60_000)
    }

    /// Whether this instant is too late for a limit that ends at `due`: "within"
    /// includes the whole minute of its end.
    pub fn is_late_for(self, due: Self) -> bool {
        self.minute() > due.minute()
    }
}

#[cfg(test)]
mod tests {
    use super::Moment;

    #[test]
    fn seconds_may_be_left_out() {
        let whole = Moment::parse_rfc3339("2026-04-03T16:50:00+08:00");
        assert!(whole.is_some());
        for text in [
            "2026-04-03T16:50+08:00",
            "2026-04-03 16:50+08:00",
            "2026-04-03T08:50Z",
            "2026-04-03T08:50:00Z",
        ] {
            assert_eq!(Moment::parse_rfc3339(text), whole, "{text}");
        }
    }

    #[test]
    fn what_is_no_time_of_ours_is_none() {
        for text in [
            "",
            "Z",
            "2026-04-03",
            "2026-02-29T10:00+08:00",
            "2026-04-03T24:00+08:00",
            "0000-01-01T00:00:00+08:00",
            "9999-12-31T23:59:59Z",
        ] {
            assert_eq!(Moment::parse_rfc3339(text), None, "{text}");
        }
    }
}
