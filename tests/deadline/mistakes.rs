//! Due dates: input that cannot be, and the mistakes that other programs made.
#![allow(clippy::unwrap_used, clippy::panic)]

use crate::kit::*;
use rstest::rstest;
use shouwen::domain::deadline::*;

mod bad_input {
    use super::*;

    #[rstest]
    #[case("0wd", LimitError::Zero)]
    #[case("10000wd", LimitError::TooLong { amount: 10_000, unit: Unit::Wd })]
    #[case("10001cd", LimitError::TooLong { amount: 10_001, unit: Unit::Cd })]
    #[case("328mo", LimitError::TooLong { amount: 328, unit: Unit::Mo })]
    #[case("99999999999min", LimitError::TooLong { amount: 99_999_999_999, unit: Unit::Min })]
    #[case("5", LimitError::NoUnit("5".into()))]
    #[case("wd", LimitError::NoNumber("wd".into()))]
    #[case("", LimitError::NoNumber(String::new()))]
    #[case("-3wd", LimitError::NoNumber("-3wd".into()))]
    #[case("3days", LimitError::UnknownUnit("days".into()))]
    #[case("3.5h", LimitError::UnknownUnit(".5h".into()))]
    fn limits(#[case] text: &str, #[case] error: LimitError) {
        assert_eq!(text.parse::<Limit>(), Err(error));
    }

    #[test]
    fn the_longest_limits_end() {
        for unit in Unit::ALL {
            let rule = Rule::new(Limit::new(unit.most(), unit).unwrap());
            assert!(
                compute(&rule, at("2026-04-03 16:50"), 0, &[], &office())
                    .unwrap()
                    .at
                    .is_some()
            );
        }
    }

    #[test]
    fn an_extension_may_not_carry_the_limit_past_its_bound() {
        for extend in [1, u32::MAX] {
            let error = compute(
                &rule("9999wd"),
                at("2026-04-03 10:00"),
                extend,
                &[],
                &office(),
            );
            assert!(matches!(
                error,
                Err(DeadlineError::Limit(LimitError::TooLong { .. }))
            ));
        }
    }

    #[rstest]
    #[case("", HoursError::Empty)]
    #[case("09:00", HoursError::NotASpan("09:00".into()))]
    #[case("09:00-25:00", HoursError::BadTime("25:00".into()))]
    #[case("09:60-12:00", HoursError::BadTime("09:60".into()))]
    #[case("9-12", HoursError::BadTime("9".into()))]
    #[case("12:00-09:00", HoursError::Backwards("12:00-09:00".into()))]
    #[case("22:00-06:00", HoursError::Backwards("22:00-06:00".into()))]
    #[case("09:00-12:00,11:00-13:00", HoursError::Overlap("09:00-12:00".into(), "11:00-13:00".into()))]
    fn hours(#[case] text: &str, #[case] error: HoursError) {
        assert_eq!(text.parse::<OfficeHours>(), Err(error));
    }

    #[test]
    fn hours_read_in_any_order_and_print_tidily() {
        let spans: Spans = " 14:00-17:30, 9:00-10:00,10:00-12:00".parse().unwrap();
        assert_eq!(spans.to_string(), "09:00-12:00,14:00-17:30");
    }

    #[test]
    fn an_empty_week() {
        assert_eq!(Week::of(&[]), Err(OfficeError::EmptyWeek));
    }

    #[test]
    fn a_suspension_that_ends_before_it_begins() {
        let pause = suspended("2026-04-08 10:00", "2026-04-07 10:00");
        let error = compute(&rule("1wd"), at("2026-04-03 10:00"), 0, &[pause], &office());
        assert_eq!(
            error,
            Err(DeadlineError::SuspensionBackwards(at("2026-04-08 10:00")))
        );
    }

    #[test]
    fn a_suspension_of_three_centuries() {
        for limit in ["1min", "1h", "1oh", "1wd", "1cd", "1mo"] {
            let pause = suspended("2026-04-03 09:00", "2326-04-03 09:00");
            let error = compute(&rule(limit), at("2026-04-03 10:00"), 0, &[pause], &office());
            assert_eq!(error, Err(DeadlineError::BeyondHorizon), "{limit}");
        }
    }
}

/// Mistakes found in other programs that count service hours.
mod known_mistakes {
    use super::*;

    #[test]
    fn what_ends_at_closing_time_ends_there_and_not_at_the_next_opening() {
        assert_eq!(
            due("2026-04-03 16:30", "1oh").at,
            Some(at("2026-04-03 17:30"))
        );
        assert_eq!(
            due("2026-04-03 17:30", "1wd").at,
            Some(at("2026-04-07 17:30"))
        );
    }

    #[test]
    fn a_search_that_finds_no_end_is_an_error_and_never_the_receipt_itself() {
        let days = (0..74_000).map(chrono::Days::new);
        let days = days.map(|n| closed_on(date("2026-04-03") + n)).collect();
        let office = with_days(days);
        for limit in ["1wd", "1oh", "1cd"] {
            let error = compute(&rule(limit), at("2026-04-03 10:00"), 0, &[], &office);
            assert_eq!(error, Err(DeadlineError::BeyondHorizon), "{limit}");
        }
    }

    #[test]
    fn lunch_never_makes_a_due_time_before_receipt() {
        for minute in 0..24 * 60 {
            let from = at("2026-04-03 00:00") + chrono::TimeDelta::minutes(minute);
            let got = compute(&rule("1oh"), from, 0, &[], &office())
                .unwrap()
                .at
                .unwrap();
            assert!(got > from, "{from} → {got}");
        }
    }

    #[test]
    fn what_is_received_outside_hours_starts_at_the_next_opening() {
        for from in ["2026-04-03 17:31", "2026-04-05 03:00", "2026-04-07 08:59"] {
            assert_eq!(due(from, "1oh").at, Some(at("2026-04-07 10:00")));
        }
    }

    #[test]
    fn saturday_and_one_working_day_is_monday() {
        assert_eq!(
            due("2026-04-11 10:00", "1wd").at,
            Some(at("2026-04-13 17:30"))
        );
    }

    #[test]
    fn a_pause_over_a_weekend_costs_no_weekend() {
        // Friday is suspended at its end; Monday runs on before it ends.
        let pause = [suspended("2026-04-10 16:00", "2026-04-13 10:00")];
        assert_eq!(
            due_with("2026-04-09 10:00", "1wd", &pause).at,
            Some(at("2026-04-13 17:30"))
        );
        assert_eq!(
            due_with("2026-04-10 15:00", "2oh", &pause).at,
            Some(at("2026-04-13 11:00"))
        );
        assert_eq!(
            due_with("2026-04-10 15:00", "2h", &pause).at,
            Some(at("2026-04-13 11:00"))
        );
        assert_eq!(
            due_with("2026-04-09 10:00", "2cd", &pause).at,
            Some(at("2026-04-14 17:30"))
        );
    }

    #[test]
    fn a_pause_then_another_limit_keeps_the_pause() {
        let pause = [suspended("2026-04-14 10:00", "2026-04-16 10:00")];
        assert_eq!(
            due_with("2026-04-13 10:00", "3wd", &pause).at,
            Some(at("2026-04-20 17:30"))
        );
        assert_eq!(
            due_with("2026-04-13 10:00", "1wd", &pause).at,
            Some(at("2026-04-16 17:30"))
        );
    }

    #[test]
    fn nothing_falls_due_while_the_clock_stands_still() {
        let pause = [suspended("2026-04-14 10:00", "2026-04-16 10:00")];
        let from = "2026-04-13 10:00";
        for limit in ["24h", "7oh", "1wd", "1cd", "1mo"] {
            let got = due_with(from, limit, &pause).at.unwrap();
            let inside = at("2026-04-14 10:00") < got && got < at("2026-04-16 10:00");
            assert!(!inside, "{limit}: {got}");
        }
    }

    #[test]
    fn midnight_as_closing_is_the_next_day_and_a_minute_before_is_not() {
        let end = |hours| {
            let office = office_with(hours, Week::STANDARD);
            compute(&rule("1wd"), at("2026-04-03 23:59"), 0, &[], &office)
                .unwrap()
                .at
        };
        assert_eq!(end("00:00-24:00"), Some(at("2026-04-08 00:00")));
        assert_eq!(end("00:00-23:59"), Some(at("2026-04-07 23:59")));
    }

    #[test]
    fn a_calendar_edited_later_changes_what_is_computed_later_and_tells_its_version() {
        let before = office();
        let mut after = office();
        let mut notice = Notice::new("cn-2027", 2027, "test").unwrap();
        notice
            .add(&holiday("2027-01-01", "2027-01-04", &[]))
            .unwrap();
        after.calendar = after.calendar.with_notice(notice).unwrap();
        assert_eq!(
            (before.calendar.version(), after.calendar.version()),
            ("cn-2026", "cn-2027")
        );
        let end = |office| {
            let got = compute(&rule("1wd"), at("2026-12-31 10:00"), 0, &[], office).unwrap();
            (got.at.unwrap(), got.provisional)
        };
        assert_eq!(end(&before), (at("2027-01-04 17:30"), true));
        assert_eq!(end(&after), (at("2027-01-05 17:30"), false));
    }

    #[test]
    fn december_may_be_governed_by_next_years_notice() {
        let mut office = office();
        let mut notice = Notice::new("cn-2027", 2027, "test").unwrap();
        notice
            .add(&holiday("2026-12-31", "2027-01-03", &["2026-12-26"]))
            .unwrap();
        office.calendar = office.calendar.with_notice(notice).unwrap();
        let end = |from| compute(&rule("1wd"), at(from), 0, &[], &office).unwrap().at;
        assert_eq!(end("2026-12-25 10:00"), Some(at("2026-12-26 17:30")));
        assert_eq!(end("2026-12-30 10:00"), Some(at("2027-01-04 17:30")));
    }

    #[test]
    fn makeup_weekends_work() {
        assert_eq!(
            due("2026-02-13 10:00", "1wd").at,
            Some(at("2026-02-14 17:30"))
        );
        assert_eq!(
            due("2026-02-14 10:00", "1oh").at,
            Some(at("2026-02-14 11:00"))
        );
        assert_eq!(
            due("2026-02-26 10:00", "2cd").at,
            Some(at("2026-02-28 17:30"))
        );
    }

    #[test]
    fn an_empty_calendar_is_an_error_and_no_loop() {
        let error = Calendar::new(FixedHolidays::default(), vec![], vec![]).unwrap_err();
        assert_eq!(error.fault, CalendarFault::Empty);
    }

    #[test]
    fn soon_never_begins_at_midnight_when_nobody_is_there() {
        let got = due("2026-04-03 16:50", "1wd");
        assert_eq!(got.soon, Some(at("2026-04-07 09:00")));
        let got = due("2026-04-01 10:00", "60cd");
        assert_eq!(
            (got.at, got.soon),
            (Some(at("2026-06-01 17:30")), Some(at("2026-06-01 09:00")))
        );
    }

    #[test]
    fn the_minute_of_the_end_is_within() {
        assert_eq!(late_from(at("2026-04-07 17:30")), at("2026-04-07 17:31"));
        let odd = "2026-04-07T17:30:20".parse().unwrap();
        assert_eq!(late_from(odd), at("2026-04-07 17:31"));
    }
}
