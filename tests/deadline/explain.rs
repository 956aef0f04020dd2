//! Why a limit ends when it does, and how much of it is left.
#![allow(clippy::unwrap_used, clippy::panic)]

use crate::kit::*;
use rstest::rstest;
use shouwen::domain::deadline::*;

/// One line a day: date, whether counted, part and kind.
fn days(rule: &Rule, from: &str, extend: u32, pauses: &[Suspension]) -> Vec<String> {
    let got = explain(rule, at(from), extend, pauses, &office()).unwrap();
    let Lines::Days(lines) = got.lines else {
        panic!("days expected")
    };
    let word = |line: &DayLine| {
        let kind = match &line.day.kind {
            DayKind::Workday => "workday".to_owned(),
            DayKind::MakeUp(name) => format!("makeup {}", name.zh),
            DayKind::Holiday(name) => name.zh.to_string(),
            DayKind::Weekend => "weekend".to_owned(),
            DayKind::Opened(name) | DayKind::Closed(name) => name.to_string(),
        };
        format!("{} {:?} {kind}", line.date().format("%m-%d"), line.part)
    };
    lines.iter().map(word).collect()
}

fn stretches(limit: &str, from: &str, pauses: &[Suspension]) -> Vec<String> {
    let got = explain(&rule(limit), at(from), 0, pauses, &office()).unwrap();
    let Lines::Stretches(lines) = got.lines else {
        panic!("stretches expected")
    };
    let word = |line: &Stretch| {
        let why = match &line.why {
            StretchWhy::Counted => "counted".to_owned(),
            StretchWhy::OutsideHours => "outside".to_owned(),
            StretchWhy::NotWorking(day) => format!("{:?}", day.kind.works()),
            StretchWhy::Suspended(reason) => format!("{reason:?}"),
        };
        let to = line
            .to
            .map_or("…".to_owned(), |to| to.format("%d %H:%M").to_string());
        format!("{} – {to} {why}", line.from.format("%d %H:%M"))
    };
    lines.iter().map(word).collect()
}

#[test]
fn a_working_day_over_qingming() {
    assert_eq!(
        days(&rule("1wd"), "2026-04-03 16:50", 0, &[]),
        [
            "04-03 Trigger workday",
            "04-04 NotWorking 清明节",
            "04-05 NotWorking 清明节",
            "04-06 NotWorking 清明节",
            "04-07 Counted(1) workday",
        ]
    );
}

#[test]
fn a_receipt_after_closing_and_a_makeup_saturday() {
    assert_eq!(
        days(&receipt("1wd"), "2026-05-08 18:00", 0, &[]),
        [
            "05-08 AfterClosing workday",
            "05-09 Counted(1) makeup 劳动节"
        ]
    );
}

#[test]
fn a_rolled_end_shows_the_days_it_passed_over() {
    let lines = days(&rule("30cd"), "2026-09-01 10:00", 0, &[]);
    assert_eq!(
        lines[30..],
        [
            "10-01 Counted(30) 国庆节",
            "10-02 RolledPast 国庆节",
            "10-03 RolledPast 国庆节",
            "10-04 RolledPast 国庆节",
            "10-05 RolledPast 国庆节",
            "10-06 RolledPast 国庆节",
            "10-07 RolledPast 国庆节",
            "10-08 RolledTo workday",
        ]
    );
}

#[test]
fn an_extension_is_counted_with_the_limit() {
    let lines = days(&rule("1wd"), "2026-04-07 10:00", 2, &[]);
    assert_eq!(
        lines.last().map(String::as_str),
        Some("04-10 Counted(3) workday")
    );
}

#[test]
fn suspended_days_tell_their_reason() {
    let pause = [suspended("2026-04-14 10:00", "2026-04-16 10:00")];
    assert_eq!(
        days(&rule("2wd"), "2026-04-13 10:00", 0, &pause),
        [
            "04-13 Trigger workday",
            "04-14 Suspended(Appraisal) workday",
            "04-15 Suspended(Appraisal) workday",
            "04-16 Counted(1) workday",
            "04-17 Counted(2) workday",
        ]
    );
}

#[test]
fn office_hours_show_lunch_night_and_each_day_of_rest() {
    assert_eq!(
        stretches("4oh", "2026-04-10 13:00", &[]),
        [
            "10 13:00 – 10 14:00 outside",
            "10 14:00 – 10 17:30 counted",
            "10 17:30 – 11 00:00 outside",
            "11 00:00 – 12 00:00 false",
            "12 00:00 – 13 00:00 false",
            "13 00:00 – 13 09:00 outside",
            "13 09:00 – 13 09:30 counted",
        ]
    );
}

#[test]
fn hours_show_each_suspension_with_its_own_reason() {
    let hearing = Suspension {
        reason: SuspensionReason::Hearing,
        ..suspended("2026-04-10 10:10", "2026-04-10 10:30")
    };
    let pauses = [suspended("2026-04-10 10:20", "2026-04-10 11:00"), hearing];
    assert_eq!(
        stretches("1h", "2026-04-10 10:00", &pauses),
        [
            "10 10:00 – 10 10:10 counted",
            "10 10:10 – 10 10:30 Hearing",
            "10 10:30 – 10 11:00 Appraisal",
            "10 11:00 – 10 11:50 counted",
        ]
    );
}

#[rstest]
#[case("1h")]
#[case("1oh")]
#[case("1wd")]
#[case("1cd")]
#[case("1mo")]
fn a_suspension_of_unknown_end_leaves_the_due_date_unknown(#[case] limit: &str) {
    let open = [Suspension {
        until: None,
        ..suspended("2026-04-10 10:30", "2026-04-10 10:30")
    }];
    let got = explain(&rule(limit), at("2026-04-10 10:00"), 0, &open, &office()).unwrap();
    let monday = [Suspension {
        until: None,
        ..suspended("2026-06-10 10:30", "2026-06-10 10:30")
    }];
    let known = explain(&rule(limit), at("2026-04-10 10:00"), 0, &monday, &office()).unwrap();
    assert_eq!((got.due.at, got.due.soon), (None, None));
    assert!(known.due.at.is_some());
}

#[test]
fn an_open_suspension_is_the_last_line() {
    let open = [Suspension {
        until: None,
        ..suspended("2026-04-10 15:00", "2026-04-10 15:00")
    }];
    assert_eq!(
        stretches("5oh", "2026-04-10 11:00", &open),
        [
            "10 11:00 – 10 12:00 counted",
            "10 12:00 – 10 14:00 outside",
            "10 14:00 – 10 15:00 counted",
            "10 15:00 – … Appraisal",
        ]
    );
    assert_eq!(
        days(&rule("3wd"), "2026-04-09 11:00", 0, &open),
        [
            "04-09 Trigger workday",
            "04-10 Suspended(Appraisal) workday"
        ]
    );
}

#[rstest]
#[case::in_office_time(Unit::Wd, "2026-04-03 16:50", (40 + 390) * 60)]
#[case::over_lunch(Unit::Oh, "2026-04-07 11:00", (60 + 210) * 60)]
#[case::at_night_nothing_runs(Unit::Wd, "2026-04-05 03:00", 390 * 60)]
#[case::past_in_office_time(Unit::Wd, "2026-04-08 10:00", -60 * 60)]
#[case::past_over_night(Unit::Wd, "2026-04-08 03:00", 0)]
#[case::clock_time(Unit::Cd, "2026-04-06 17:30", 24 * 3600)]
#[case::past_in_clock_time(Unit::H, "2026-04-08 17:30", -24 * 3600)]
fn what_is_left(#[case] unit: Unit, #[case] now: &str, #[case] seconds: i64) {
    let due = at("2026-04-07 17:30");
    assert_eq!(time_left(unit, at(now), due, &[], &office()), Ok(seconds));
}

#[test]
fn suspended_time_is_not_left() {
    let pause = [suspended("2026-04-07 11:00", "2026-04-07 15:00")];
    let (now, due) = (at("2026-04-07 10:00"), at("2026-04-07 17:30"));
    let left = |unit| time_left(unit, now, due, &pause, &office()).unwrap();
    assert_eq!((left(Unit::Oh), left(Unit::H)), (3600 + 9000, 3600 + 9000));
}

#[rstest]
#[case::an_hour("2026-05-01 23:30", "1h", "2026-05-02 00:10")]
#[case::minutes("2026-05-01 23:30", "90min", "2026-05-02 00:30")]
#[case::office_hours("2026-04-03 16:30", "3oh", "2026-04-07 10:00")]
#[case::the_last_working_day("2026-04-07 10:00", "3wd", "2026-04-10 09:00")]
#[case::calendar_days("2026-04-07 10:00", "3cd", "2026-04-10 09:00")]
#[case::never_before_the_trigger("2026-04-07 10:00", "1cd", "2026-04-08 09:00")]
fn little_is_left_from(#[case] from: &str, #[case] limit: &str, #[case] soon: &str) {
    assert_eq!(due(from, limit).soon, Some(at(soon)));
}

#[test]
fn a_limit_that_ends_today_is_soon_from_the_start() {
    let got = compute(&receipt("1wd"), at("2026-04-07 11:00"), 0, &[], &office()).unwrap();
    assert_eq!(got.soon, Some(at("2026-04-07 11:00")));
}
