//! The days on which a version of a matter is in force.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A day as catalogues write it: `2026-10-01`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day(pub NaiveDate);

impl TryFrom<String> for Day {
    type Error = chrono::ParseError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.trim().parse().map(Self)
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// From its first day until the day before it is cancelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InForce {
    /// The first day; always so far without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Day>,
    /// The first day on which it is no more; for good without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
}

impl InForce {
    /// Whether nothing limits it.
    pub fn is_always(&self) -> bool {
        *self == Self::default()
    }

    /// Whether it is in force on this day.
    pub fn on(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from.0 <= day) && self.until.is_none_or(|until| day < until.0)
    }

    /// Whether there is a day on which it is in force.
    pub fn is_sound(&self) -> bool {
        match (self.from, self.until) {
            (Some(from), Some(until)) => from < until,
            (None, _) | (_, None) => true,
        }
    }

    /// Whether both are in force on some day.
    pub fn overlaps(&self, other: &Self) -> bool {
        let begins_before_end = |one: &Self, other: &Self| match (one.from, other.until) {
            (Some(from), Some(until)) => from < until,
            (None, _) | (_, None) => true,
        };
        begins_before_end(self, other) && begins_before_end(other, self)
    }
}

#[cfg(test)]
mod tests {
    use super::{Day, InForce};

    fn days(from: &str, until: &str) -> InForce {
        let day = |text: &str| text.parse().ok().map(Day);
        InForce {
            from: day(from),
            until: day(until),
        }
    }

    #[test]
    fn the_day_of_cancelling_is_the_first_without_it() {
        let year = days("2026-01-01", "2027-01-01");
        let on = |text: &str| year.on(text.parse().unwrap());
        assert!(!on("2025-12-31") && on("2026-01-01"));
        assert!(on("2026-12-31") && !on("2027-01-01"));
    }

    #[test]
    fn one_version_may_follow_another_without_overlapping() {
        let first = days("2026-01-01", "2027-01-01");
        assert!(!first.overlaps(&days("2027-01-01", "")));
        assert!(first.overlaps(&days("2026-12-31", "")));
        assert!(first.overlaps(&InForce::default()));
        assert!(!days("2027-01-01", "2027-01-01").is_sound());
    }
}
