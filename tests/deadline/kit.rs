//! Short words for the tests of due dates.
#![allow(dead_code)]

use std::collections::BTreeSet;

use chrono::{FixedOffset, NaiveDate, NaiveDateTime};
use shouwen::builtin::calendar::china;
use shouwen::domain::deadline::*;

pub fn at(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

pub fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn office() -> Office {
    office_with("09:00-12:00,14:00-17:30", Week::STANDARD)
}

pub fn office_with(hours: &str, week: Week) -> Office {
    Office {
        offset: FixedOffset::east_opt(8 * 3600).unwrap(),
        hours: hours.parse().unwrap(),
        week,
        calendar: china().unwrap(),
    }
}

pub fn with_days(days: Vec<DayOverride>) -> Office {
    let mut office = office();
    office.calendar = office.calendar.with_overrides(days).unwrap();
    office
}

pub fn closed(on: &str) -> DayOverride {
    closed_on(date(on))
}

pub fn closed_on(date: NaiveDate) -> DayOverride {
    DayOverride {
        date,
        name: "防汛".into(),
        ruling: Ruling::Closed,
    }
}

pub fn opened(on: &str, hours: Option<&str>) -> DayOverride {
    DayOverride {
        date: date(on),
        name: "值班".into(),
        ruling: Ruling::Open(hours.map(|hours| hours.parse().unwrap())),
    }
}

pub fn holiday(from: &str, to: &str, makeup: &[&str]) -> Holiday {
    Holiday {
        name: HolidayName::new("元旦", "New Year's Day"),
        from: date(from),
        to: date(to),
        makeup: makeup.iter().map(|day| date(day)).collect(),
    }
}

pub fn rule(limit: &str) -> Rule {
    Rule::new(limit.parse().unwrap())
}

pub fn receipt(limit: &str) -> Rule {
    Rule {
        counting: Counting::ReceiptDay,
        ..rule(limit)
    }
}

pub fn suspended(from: &str, until: &str) -> Suspension {
    Suspension {
        from: at(from),
        until: Some(at(until)),
        reason: SuspensionReason::Appraisal,
    }
}

pub fn at_of(rule: &Rule, from: &str) -> NaiveDateTime {
    let due = compute(rule, at(from), 0, &[], &office()).unwrap();
    due.at.unwrap()
}

pub fn due(from: &str, limit: &str) -> Due {
    due_with(from, limit, &[])
}

pub fn due_with(from: &str, limit: &str, suspensions: &[Suspension]) -> Due {
    compute(&rule(limit), at(from), 0, suspensions, &office()).unwrap()
}

/// Every day off from 2024 to 2026, written out apart from the notices.
pub const OFF: &str = "
    2024-01-01 2024-02-10 2024-02-11 2024-02-12 2024-02-13 2024-02-14 2024-02-15
    2024-02-16 2024-02-17 2024-04-04 2024-04-05 2024-04-06 2024-05-01 2024-05-02
    2024-05-03 2024-05-04 2024-05-05 2024-06-10 2024-09-15 2024-09-16 2024-09-17
    2024-10-01 2024-10-02 2024-10-03 2024-10-04 2024-10-05 2024-10-06 2024-10-07
    2025-01-01 2025-01-28 2025-01-29 2025-01-30 2025-01-31 2025-02-01 2025-02-02
    2025-02-03 2025-02-04 2025-04-04 2025-04-05 2025-04-06 2025-05-01 2025-05-02
    2025-05-03 2025-05-04 2025-05-05 2025-05-31 2025-06-01 2025-06-02 2025-10-01
    2025-10-02 2025-10-03 2025-10-04 2025-10-05 2025-10-06 2025-10-07 2025-10-08
    2026-01-01 2026-01-02 2026-01-03 2026-02-15 2026-02-16 2026-02-17 2026-02-18
    2026-02-19 2026-02-20 2026-02-21 2026-02-22 2026-02-23 2026-04-04 2026-04-05
    2026-04-06 2026-05-01 2026-05-02 2026-05-03 2026-05-04 2026-05-05 2026-06-19
    2026-06-20 2026-06-21 2026-09-25 2026-09-26 2026-09-27 2026-10-01 2026-10-02
    2026-10-03 2026-10-04 2026-10-05 2026-10-06 2026-10-07
";

/// Every make-up day from 2024 to 2026, written out apart from the notices.
pub const MAKEUP: &str = "
    2024-02-04 2024-02-18 2024-04-07 2024-04-28 2024-05-11 2024-09-14 2024-09-29
    2024-10-12
    2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11
    2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10
";

pub fn dates(text: &str) -> BTreeSet<NaiveDate> {
    text.split_whitespace().map(date).collect()
}
