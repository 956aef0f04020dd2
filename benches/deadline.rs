//! How long a due date takes.
#![allow(clippy::unwrap_used)]

use chrono::{FixedOffset, NaiveDateTime};
use shouwen::builtin::calendar::china;
use shouwen::domain::deadline::{Office, OfficeHours, Rule, Week, compute, explain, time_left};

fn main() {
    divan::main();
}

fn office() -> Office {
    Office {
        offset: FixedOffset::east_opt(8 * 3600).unwrap(),
        hours: OfficeHours::default(),
        week: Week::STANDARD,
        calendar: china().unwrap(),
    }
}

fn friday() -> NaiveDateTime {
    "2026-04-03T16:50:00".parse().unwrap()
}

const LIMITS: [&str; 7] = ["90min", "24h", "40oh", "1wd", "60wd", "60cd", "6mo"];

#[divan::bench(args = LIMITS)]
fn due(bencher: divan::Bencher, limit: &str) {
    let (office, rule) = (office(), Rule::new(limit.parse().unwrap()));
    bencher.bench(|| compute(divan::black_box(&rule), friday(), 0, &[], &office));
}

#[divan::bench(args = ["40oh", "60wd", "60cd"])]
fn explained(bencher: divan::Bencher, limit: &str) {
    let (office, rule) = (office(), Rule::new(limit.parse().unwrap()));
    bencher.bench(|| explain(divan::black_box(&rule), friday(), 0, &[], &office));
}

#[divan::bench(args = ["3wd", "60wd"])]
fn left(bencher: divan::Bencher, limit: &str) {
    let (office, rule) = (office(), Rule::new(limit.parse().unwrap()));
    let due = compute(&rule, friday(), 0, &[], &office)
        .unwrap()
        .at
        .unwrap();
    let unit = rule.limit.unit();
    bencher.bench(|| time_left(unit, divan::black_box(friday()), due, &[], &office));
}

#[divan::bench]
fn calendar_of_china() -> bool {
    china().is_ok()
}
