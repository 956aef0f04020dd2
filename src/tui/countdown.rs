//! How much time is left, as short as it can be said.

use crate::domain::deadline::{self, Limit, Office, Unit};
use crate::domain::time::Moment;
use crate::i18n::{Lang, app};

/// Where a countdown stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nothing runs.
    None,
    /// Time enough.
    Fine,
    /// Close to its end.
    Soon,
    /// Past its end.
    Over,
}

/// Seconds left of a limit, in the time that it is counted by; negative when past.
pub fn seconds_left(limit: &str, due: Moment, now: Moment, office: &Office) -> i64 {
    let unit = limit.parse::<Limit>().map_or(Unit::H, Limit::unit);
    deadline::time_left(unit, office.local(now), office.local(due), &[], office)
        .unwrap_or_else(|_| due.seconds_since(now))
}

/// Where a countdown stands at `now`.
pub fn standing(due: Option<Moment>, soon: Option<Moment>, now: Moment) -> Standing {
    match (due, soon) {
        (Some(due), _) if now.is_late_for(due) => Standing::Over,
        (Some(_), Some(soon)) if now >= soon => Standing::Soon,
        (Some(_), _) => Standing::Fine,
        (None, _) => Standing::None,
    }
}

/// `3日`, `4:48`, `1'05"`, `超 1:42`; days are the office's own when the limit counts office time.
pub fn text(lang: Lang, limit: &str, due: Moment, now: Moment, office: &Office) -> String {
    let seconds = seconds_left(limit, due, now, office);
    let over = now.is_late_for(due);
    let unit = limit.parse::<Limit>().map_or(Unit::H, Limit::unit);
    let day = if unit.in_office_time() {
        office.hours.regular_day().num_seconds().max(3600)
    } else {
        86_400
    };
    let amount = span(lang, seconds.abs(), day);
    if over {
        app::over_by(lang, &amount)
    } else {
        amount
    }
}

/// A length of time: days from one on, then hours and minutes, then seconds.
fn span(lang: Lang, seconds: i64, day: i64) -> String {
    if seconds > day {
        app::days(lang, seconds / day)
    } else if seconds >= 120 {
        format!("{}:{:02}", seconds / 3600, seconds % 3600 / 60)
    } else {
        format!("{}'{:02}\"", seconds / 60, seconds % 60)
    }
}
