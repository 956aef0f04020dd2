//! Due dates: the golden table and the counting rules one by one.
#![allow(clippy::unwrap_used, clippy::panic)]

use crate::kit::*;
use rstest::rstest;
use shouwen::domain::deadline::*;

/// The golden table: trigger, limit, counting, extension, due.
#[rstest]
#[case::v01_receipt_day_over_spring_festival(
    "2026-02-12 10:00",
    "15wd",
    true,
    0,
    "2026-03-10 17:30"
)]
#[case::v01_the_same_from_the_next_day("2026-02-12 10:00", "15wd", false, 0, "2026-03-11 17:30")]
#[case::v03_complaint_rolls_over_national_day(
    "2026-09-01 10:00",
    "30cd",
    false,
    0,
    "2026-10-08 17:30"
)]
#[case::v04_extension_counts_from_the_trigger(
    "2026-09-01 10:00",
    "30cd",
    false,
    30,
    "2026-11-02 17:30"
)]
#[case::v07_transfer_over_qingming("2026-04-03 16:50", "1wd", false, 0, "2026-04-07 17:30")]
#[case::v09_answer_over_labour_day("2026-04-30 10:00", "3wd", false, 0, "2026-05-08 17:30")]
#[case::v11_an_hour_over_midnight("2026-05-01 23:30", "1h", false, 0, "2026-05-02 00:30")]
#[case::v12_makeup_saturday("2026-05-08 15:00", "1wd", false, 0, "2026-05-09 17:30")]
#[case::v13_inquiry_over_two_festivals("2026-08-20 10:00", "30wd", false, 0, "2026-10-08 17:30")]
#[case::v17_supplement_notice("2026-02-13 16:59", "5wd", false, 0, "2026-02-27 17:30")]
#[case::v17_deemed_accepted_counts_from_receipt(
    "2026-02-13 16:59",
    "20wd",
    false,
    0,
    "2026-03-19 17:30"
)]
#[case::v21_identity_card_rolls_over_mid_autumn(
    "2026-07-28 10:00",
    "60cd",
    false,
    0,
    "2026-09-28 17:30"
)]
fn golden(
    #[case] from: &str,
    #[case] limit: &str,
    #[case] receipt: bool,
    #[case] extend: u32,
    #[case] due: &str,
) {
    let mut rule = rule(limit);
    if receipt {
        rule.counting = Counting::ReceiptDay;
    }
    let got = compute(&rule, at(from), extend, &[], &office()).unwrap();
    assert_eq!((got.at, got.provisional), (Some(at(due)), false));
}

#[test]
fn v15_past_the_known_calendar_new_year_is_still_a_holiday_and_the_answer_provisional() {
    let got = due("2026-12-18 10:00", "10wd");
    assert_eq!(got.at, Some(at("2027-01-04 17:30")));
    assert!(got.provisional);
}

#[test]
fn a_rule_reads_from_a_file_with_next_day_and_roll_as_defaults() {
    let short: Rule = toml::from_str("limit = \"3wd\"").unwrap();
    assert_eq!(short, rule("3wd"));
    let long = "limit = \"15wd\"\ncounting = \"receipt-day\"\nroll = false";
    let full: Rule = toml::from_str(long).unwrap();
    assert_eq!((full.counting, full.roll), (Counting::ReceiptDay, false));
    assert!(toml::from_str::<Rule>("limit = \"3\"").is_err());
}

mod counting {
    use super::*;

    #[rstest]
    #[case("2026-04-07 10:00", "2026-04-07 17:30")]
    #[case::before_opening("2026-04-07 06:00", "2026-04-07 17:30")]
    #[case::at_lunch("2026-04-07 13:00", "2026-04-07 17:30")]
    #[case::exactly_at_closing("2026-04-07 17:30", "2026-04-07 17:30")]
    #[case::past_closing("2026-04-07 17:31", "2026-04-08 17:30")]
    #[case::on_a_holiday("2026-04-04 10:00", "2026-04-07 17:30")]
    #[case::on_a_makeup_sunday("2026-01-04 10:00", "2026-01-04 17:30")]
    fn receipt_day_is_day_one_unless_past_closing(#[case] from: &str, #[case] due: &str) {
        let rule = receipt("1wd");
        assert_eq!(at_of(&rule, from), at(due));
        let days = receipt("1cd");
        assert_eq!(at_of(&days, from), at(due));
    }

    #[test]
    fn calendar_days_from_a_receipt_on_a_day_of_rest_begin_on_the_next_working_day() {
        // Day 1 is Tuesday 7 April, day 3 Thursday.
        assert_eq!(
            at_of(&receipt("3cd"), "2026-04-04 10:00"),
            at("2026-04-09 17:30")
        );
    }

    #[rstest]
    #[case::saturday("2026-04-10 10:00", "1cd", "2026-04-12 00:00")]
    #[case::holiday("2026-09-01 10:00", "30cd", "2026-10-02 00:00")]
    #[case::working_day("2026-04-06 10:00", "1cd", "2026-04-07 17:30")]
    #[case::makeup_sunday("2026-09-19 10:00", "1cd", "2026-09-20 17:30")]
    #[case::month_end_saturday("2026-01-31 10:00", "1mo", "2026-02-28 17:30")]
    #[case::month_to_a_holiday("2026-09-01 10:00", "1mo", "2026-10-02 00:00")]
    fn without_roll_a_day_of_rest_ends_at_midnight(
        #[case] from: &str,
        #[case] limit: &str,
        #[case] due: &str,
    ) {
        let mut rule = rule(limit);
        rule.roll = false;
        assert_eq!(at_of(&rule, from), at(due));
    }

    #[rstest]
    #[case::corresponding_day("2026-03-10 10:00", "1mo", "2026-04-10 17:30")]
    #[case::short_month("2026-03-31 10:00", "1mo", "2026-04-30 17:30")]
    #[case::february_rolls("2025-01-31 10:00", "1mo", "2025-02-28 17:30")]
    #[case::leap_february("2024-01-30 10:00", "1mo", "2024-02-29 17:30")]
    #[case::rolls_over_national_day("2026-09-03 10:00", "1mo", "2026-10-08 17:30")]
    #[case::a_year("2024-02-29 10:00", "12mo", "2025-02-28 17:30")]
    fn months(#[case] from: &str, #[case] limit: &str, #[case] expected: &str) {
        assert_eq!(due(from, limit).at, Some(at(expected)));
    }

    #[test]
    fn an_extension_in_months_looks_for_the_day_of_the_trigger_again() {
        let got = compute(&rule("1mo"), at("2026-01-31 10:00"), 1, &[], &office()).unwrap();
        assert_eq!(got.at, Some(at("2026-03-31 17:30")));
    }

    #[rstest]
    #[case("2026-04-03 16:50", "1oh", "2026-04-07 09:20")]
    #[case::over_lunch("2026-04-03 11:30", "1oh", "2026-04-03 14:30")]
    #[case::from_lunch("2026-04-03 13:00", "1oh", "2026-04-03 15:00")]
    #[case::ends_at_lunch("2026-04-03 11:00", "1oh", "2026-04-03 12:00")]
    #[case::ends_at_closing("2026-04-03 16:30", "1oh", "2026-04-03 17:30")]
    #[case::from_closing("2026-04-03 17:30", "3oh", "2026-04-07 12:00")]
    #[case::two_whole_weeks("2026-04-13 09:00", "65oh", "2026-04-24 17:30")]
    fn office_hours(#[case] from: &str, #[case] limit: &str, #[case] expected: &str) {
        assert_eq!(due(from, limit).at, Some(at(expected)));
    }

    #[test]
    fn clock_time_ignores_nights_holidays_and_keeps_the_seconds() {
        assert_eq!(
            due("2026-04-03 23:59", "90min").at,
            Some(at("2026-04-04 01:29"))
        );
        let from = "2026-12-31T23:30:20".parse().unwrap();
        let got = compute(&rule("1h"), from, 1, &[], &office()).unwrap();
        assert_eq!(got.at, Some("2027-01-01T01:30:20".parse().unwrap()));
        assert!(!got.provisional, "an hour asks no calendar");
    }

    #[test]
    fn a_seven_day_office_works_on_holidays_and_never_guesses() {
        let hotel = office_with("00:00-24:00", Week::SEVEN_DAY);
        let got = compute(&rule("1wd"), at("2026-10-01 15:00"), 0, &[], &hotel).unwrap();
        assert_eq!(got.at, Some(at("2026-10-03 00:00")));
        let got = compute(&rule("1wd"), at("2031-10-01 15:00"), 0, &[], &hotel).unwrap();
        assert_eq!(
            (got.at, got.provisional),
            (Some(at("2031-10-03 00:00")), false)
        );
    }

    #[test]
    fn an_office_with_its_own_week_keeps_holidays_and_makeup_days() {
        use chrono::Weekday::*;
        let week = Week::of(&[Tue, Wed, Thu, Fri, Sat]).unwrap();
        let office = office_with("09:00-17:00", week);
        let end = |from| compute(&rule("1wd"), at(from), 0, &[], &office).unwrap().at;
        assert_eq!(end("2026-04-10 10:00"), Some(at("2026-04-11 17:00")));
        assert_eq!(end("2026-04-11 10:00"), Some(at("2026-04-14 17:00")));
        assert_eq!(end("2026-09-19 10:00"), Some(at("2026-09-20 17:00")));
    }

    #[test]
    fn a_weekday_may_have_hours_of_its_own_and_so_may_a_single_date() {
        let mut office = office();
        office.hours = office
            .hours
            .with_weekday(chrono::Weekday::Fri, "09:00-11:00".parse().unwrap());
        let end =
            |office: &Office, from| compute(&rule("1wd"), at(from), 0, &[], office).unwrap().at;
        assert_eq!(
            end(&office, "2026-04-09 10:00"),
            Some(at("2026-04-10 11:00"))
        );
        office.calendar = office
            .calendar
            .with_overrides(vec![opened("2026-04-10", Some("13:00-20:00"))])
            .unwrap();
        assert_eq!(
            end(&office, "2026-04-09 10:00"),
            Some(at("2026-04-10 20:00"))
        );
    }

    #[test]
    fn an_override_prevails_over_holiday_makeup_day_and_weekday() {
        let office = with_days(vec![
            closed("2026-04-07"),
            closed("2026-05-09"),
            opened("2026-10-01", None),
            opened("2026-04-11", None),
        ]);
        let end = |from| compute(&rule("1wd"), at(from), 0, &[], &office).unwrap().at;
        assert_eq!(end("2026-04-03 10:00"), Some(at("2026-04-08 17:30")));
        assert_eq!(end("2026-05-08 10:00"), Some(at("2026-05-11 17:30")));
        assert_eq!(end("2026-09-30 10:00"), Some(at("2026-10-01 17:30")));
        assert_eq!(end("2026-04-10 10:00"), Some(at("2026-04-11 17:30")));
    }
}

mod provisional {
    use super::*;

    #[rstest]
    #[case::within("2026-12-30 10:00", "1wd", false)]
    #[case::beyond("2026-12-31 10:00", "1wd", true)]
    #[case::calendar_days_within("2026-12-01 10:00", "30cd", false)]
    #[case::calendar_days_beyond("2026-12-02 10:00", "30cd", true)]
    #[case::rolled_beyond("2026-12-01 10:00", "31cd", true)]
    #[case::last_known_afternoon("2026-12-31 16:00", "1oh", false)]
    #[case::one_hour_too_many("2026-12-31 16:00", "2oh", true)]
    #[case::minutes_never("2027-03-01 10:00", "5min", false)]
    #[case::before_the_first_notice("2023-05-04 10:00", "1wd", true)]
    #[case::into_the_first_notice("2023-12-31 10:00", "1wd", false)]
    fn when_a_day_beyond_the_notices_was_asked(
        #[case] from: &str,
        #[case] limit: &str,
        #[case] expected: bool,
    ) {
        assert_eq!(due(from, limit).provisional, expected);
    }

    #[rstest]
    #[case::labour_day("2027-04-30 10:00", "2027-05-03 17:30")]
    #[case::national_day("2027-09-30 10:00", "2027-10-04 17:30")]
    #[case::new_year("2027-12-31 10:00", "2028-01-03 17:30")]
    #[case::qingming_is_not_known("2027-04-02 10:00", "2027-04-05 17:30")]
    #[case::before_the_first_notice("2023-09-29 10:00", "2023-10-04 17:30")]
    fn only_weekends_and_holidays_fixed_by_law_are_known_there(
        #[case] from: &str,
        #[case] expected: &str,
    ) {
        assert_eq!(due(from, "1wd").at, Some(at(expected)));
    }

    #[test]
    fn a_day_that_the_office_ruled_itself_is_known() {
        let office = with_days(vec![opened("2027-01-01", None)]);
        let got = compute(&rule("1wd"), at("2026-12-31 10:00"), 0, &[], &office).unwrap();
        assert_eq!(
            (got.at, got.provisional),
            (Some(at("2027-01-01 17:30")), false)
        );
    }
}
