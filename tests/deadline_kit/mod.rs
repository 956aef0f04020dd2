//! Short words for the tests of due dates.
#![allow(dead_code)]

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
