//! The calendar: the built-in notices date by date, and what a broken file says.
#![allow(clippy::unwrap_used, clippy::panic)]

use crate::kit::*;
use chrono::{Datelike, Weekday};
use rstest::rstest;
use shouwen::builtin::calendar::china;
use shouwen::domain::deadline::*;

#[test]
fn the_notices_hold_exactly_the_announced_dates() {
    let calendar = china().unwrap();
    let notices = calendar.notices();
    let off: Vec<_> = notices
        .iter()
        .flat_map(|n| n.days_off().map(|day| day.0))
        .collect();
    let makeup: Vec<_> = notices
        .iter()
        .flat_map(|n| n.makeup_days().map(|day| day.0))
        .collect();
    assert_eq!(off, dates(OFF).into_iter().collect::<Vec<_>>());
    assert_eq!(makeup, dates(MAKEUP).into_iter().collect::<Vec<_>>());
    assert_eq!(calendar.version(), "cn-2026");
    assert_eq!(calendar.first_known(), date("2024-01-01"));
    assert_eq!(calendar.last_known(), date("2026-12-31"));
}

#[test]
fn every_day_of_three_years_works_or_rests_as_announced() {
    let (office, off, makeup) = (office(), dates(OFF), dates(MAKEUP));
    let days = date("2024-01-01").iter_days();
    for day in days.take_while(|day| day.year() < 2027) {
        let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        let works = makeup.contains(&day) || (!weekend && !off.contains(&day));
        let seen = office.day(day);
        assert_eq!((seen.kind.works(), seen.known), (works, true), "{day}");
    }
}

#[rstest]
#[case("2024-01-01", "元旦", "New Year's Day")]
#[case("2026-02-23", "春节", "Spring Festival")]
#[case("2026-04-04", "清明节", "Qingming Festival")]
#[case("2026-05-05", "劳动节", "Labour Day")]
#[case("2025-06-02", "端午节", "Dragon Boat Festival")]
#[case("2026-09-26", "中秋节", "Mid-Autumn Festival")]
#[case("2026-10-07", "国庆节", "National Day")]
#[case("2025-10-06", "国庆节、中秋节", "National Day and Mid-Autumn Festival")]
#[case::fixed_by_law("2027-05-02", "劳动节", "Labour Day")]
fn a_holiday_has_its_name(#[case] on: &str, #[case] zh: &str, #[case] en: &str) {
    let name = HolidayName::new(zh, en);
    assert_eq!(office().day(date(on)).kind, DayKind::Holiday(name));
}

#[test]
fn a_makeup_day_names_the_holiday_it_pays_for() {
    let name = HolidayName::new("国庆节", "National Day");
    assert_eq!(office().day(date("2026-09-20")).kind, DayKind::MakeUp(name));
}

/// A notice of 2027 with these lines after its head, which takes three lines.
fn notice(lines: &str) -> String {
    format!("id = \"cn-2027\"\nyear = 2027\nsource = \"\"\n{lines}")
}

fn one(rest: &str) -> String {
    notice(&format!(
        "[[holiday]]\nzh = \"元旦\"\nen = \"New Year\"\n{rest}"
    ))
}

#[rstest]
#[case::no_such_day(one("from = \"2027-02-30\""), Some(7), CalendarFault::BadDate("2027-02-30".into()))]
#[case::a_number(one("from = 20270101"), Some(7), CalendarFault::BadDate("20270101".into()))]
#[case::backwards(
    one("from = 2027-01-03\nto = 2027-01-01"),
    Some(7),
    CalendarFault::Backwards(date("2027-01-03"), date("2027-01-01"))
)]
#[case::a_year_long(
    one("from = 2027-01-01\nto = 2027-12-31"),
    Some(7),
    CalendarFault::TooLong(date("2027-01-01"), date("2027-12-31"))
)]
#[case::other_year(
    one("from = 2028-01-01"),
    Some(7),
    CalendarFault::OtherYear(date("2028-01-01"), 2027)
)]
#[case::off_and_worked(
    one("from = 2027-01-01\nto = 2027-01-03\nmakeup = [\n  2027-01-09,\n  2027-01-02,\n]"),
    Some(11),
    CalendarFault::OffAndMakeUp(date("2027-01-02"))
)]
#[case::no_name(
    notice("[[holiday]]\nzh = \" \"\nen = \"x\"\nfrom = 2027-01-01"),
    Some(7),
    CalendarFault::NoName(date("2027-01-01"))
)]
#[case::no_id("id = \"\"\nyear = 2027".to_owned(), None, CalendarFault::NoId)]
fn a_broken_notice_names_file_line_and_fault(
    #[case] text: String,
    #[case] line: Option<usize>,
    #[case] fault: CalendarFault,
) {
    let error = Notice::parse("own.toml", &text).unwrap_err();
    assert_eq!(
        (error.file.as_str(), error.line, error.fault),
        ("own.toml", line, fault)
    );
}

#[test]
fn a_worked_day_may_not_become_a_day_off_later_in_the_notice() {
    let text = format!(
        "{}\nmakeup = [2027-02-06]\n[[holiday]]\nzh = \"春节\"\nen = \"x\"\nfrom = 2027-02-06",
        one("from = 2027-01-01")
    );
    let error = Notice::parse("own.toml", &text).unwrap_err();
    assert_eq!(error.fault, CalendarFault::OffAndMakeUp(date("2027-02-06")));
    assert_eq!(
        error.to_string(),
        "own.toml:12: 2027-02-06 is both off and a make-up day"
    );
}

#[rstest]
#[case::misspelt_key(one("form = 2027-01-01"), 7)]
#[case::impossible_date(one("from = 2027-13-01"), 7)]
#[case::year_as_text("id = \"x\"\nyear = \"2027\"".to_owned(), 2)]
#[case::unclosed(one("from = 2027-01-01\nmakeup = [2027-01-02"), 8)]
fn a_file_that_does_not_read_says_on_which_line(#[case] text: String, #[case] line: usize) {
    let error = Notice::parse("own.toml", &text).unwrap_err();
    assert!(matches!(error.fault, CalendarFault::Syntax(_)), "{error}");
    assert_eq!(error.line, Some(line), "{error}");
}

fn empty(id: &str, year: i32) -> Notice {
    Notice::new(id, year, "test").unwrap()
}

#[rstest]
#[case::gap(vec![empty("a", 2024), empty("b", 2026)], CalendarFault::Gap(2025))]
#[case::twice(vec![empty("a", 2024), empty("b", 2024)], CalendarFault::YearTwice(2024))]
#[case::far_away(vec![empty("a", 300_000)], CalendarFault::BadYear(300_000))]
#[case::nothing(vec![], CalendarFault::Empty)]
fn years_that_do_not_fit_together(#[case] notices: Vec<Notice>, #[case] fault: CalendarFault) {
    let error = Calendar::new(FixedHolidays::default(), notices, vec![]).unwrap_err();
    assert_eq!(error.fault, fault);
}

#[test]
fn an_offices_own_days_read_from_a_file() {
    let text = "[[day]]\ndate = 2026-07-04\nname = \"周六值班\"\nopen = true\nhours = \"09:00-12:00\"\n\
                [[day]]\ndate = 2026-07-06\nname = \"防汛\"\nopen = false\n";
    let office = with_days(parse_overrides("days.toml", text).unwrap());
    assert_eq!(
        office.day(date("2026-07-04")).kind,
        DayKind::Opened("周六值班".into())
    );
    assert_eq!(
        office.day(date("2026-07-06")).kind,
        DayKind::Closed("防汛".into())
    );
    let got = compute(&rule("1wd"), at("2026-07-03 10:00"), 0, &[], &office).unwrap();
    assert_eq!(got.at, Some(at("2026-07-04 12:00")));
}

#[rstest]
#[case(
    "date = 2026-07-04\nname = \"\"\nopen = true",
    CalendarFault::NoName(date("2026-07-04"))
)]
#[case(
    "date = 2026-07-04\nname = \"x\"\nopen = false\nhours = \"09:00-12:00\"",
    CalendarFault::HoursWhenClosed(date("2026-07-04"))
)]
#[case(
    "date = 2026-07-04\nname = \"x\"\nopen = true\nhours = \"\"",
    CalendarFault::Hours(HoursError::Empty)
)]
fn an_own_day_that_cannot_be(#[case] day: &str, #[case] fault: CalendarFault) {
    let error = parse_overrides("days.toml", &format!("[[day]]\n{day}")).unwrap_err();
    assert_eq!((error.line, error.fault), (Some(2), fault));
}

#[test]
fn one_date_may_be_ruled_only_once() {
    let twice = vec![closed("2026-07-06"), opened("2026-07-06", None)];
    let error = china().unwrap().with_overrides(twice).unwrap_err();
    assert_eq!(error.fault, CalendarFault::Twice(date("2026-07-06")));
}
