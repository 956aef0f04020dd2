//! The procedure's own clocks, counted by the office's calendar, and its lists.

use chrono::NaiveDate;
use shouwen::domain::deadline::{Due, Rule, compute, falls_within};
use shouwen::domain::rulebook::{Accountability, CaseAct, CaseClock, Weighs};

use super::police;
use crate::kit::*;

fn clock(id: &str) -> CaseClock {
    rules("police").case_clock(&id.into()).unwrap().clone()
}

fn accountability() -> Accountability {
    rules("police").accountability.unwrap()
}

/// When a clock of the procedure ends, extended by `extend`.
fn case_due(id: &str, from: &str, extend: u32) -> Due {
    let clock = clock(id);
    let rule = Rule {
        limit: clock.limit,
        counting: clock.counting,
        roll: true,
    };
    let mut counter = police();
    let office = counter.desk().office();
    compute(&rule, office.local(moment(from)), extend, &[], office).unwrap()
}

fn day(due: Due) -> String {
    due.at.unwrap().format("%Y-%m-%d %H:%M").to_string()
}

#[test]
fn d1_a1_an_investigation_reports_in_thirty_working_days_from_its_opening() {
    let clock = clock("D1-A1");
    assert_eq!(
        (clock.starts, clock.stops),
        (CaseAct::Opened, CaseAct::Reported)
    );
    assert_eq!(
        day(case_due("D1-A1", "2026-08-20 10:00", 0)),
        "2026-10-08 17:30"
    );
    assert_eq!(
        day(case_due("D1-A1", "2026-01-20 10:00", 0)),
        "2026-03-09 17:30"
    );
}

#[test]
fn d1_a2_with_approval_it_has_fifteen_more_counted_from_the_opening() {
    let extension = clock("D1-A1").extension.unwrap();
    assert!(extension.approval);
    assert_eq!(extension.max, 15);
    assert_eq!(extension.clause.article, "四(十三)");
    let due = case_due("D1-A1", "2026-08-20 10:00", extension.max);
    assert_eq!(day(due), "2026-10-28 17:30");
}

#[test]
fn d1_a3_a_decision_is_served_within_ten_working_days() {
    let clock = clock("D1-A3");
    assert_eq!(
        (clock.starts, clock.stops),
        (CaseAct::Decided, CaseAct::Served)
    );
    assert_eq!(
        day(case_due("D1-A3", "2026-02-12 10:00", 0)),
        "2026-03-04 17:30"
    );
    // Into a year that is not announced: the first of January is fixed by law all the same.
    let due = case_due("D1-A3", "2026-12-18 10:00", 0);
    assert_eq!(day(due), "2027-01-04 17:30");
    assert!(due.provisional);
}

#[test]
fn d1_a4_an_appeal_is_a_right_for_fifteen_working_days_after_service() {
    let clock = clock("D1-A4");
    assert!(clock.right);
    assert_eq!(
        (clock.starts, clock.stops),
        (CaseAct::Served, CaseAct::Appealed)
    );
    assert_eq!(
        day(case_due("D1-A4", "2026-02-12 10:00", 0)),
        "2026-03-11 17:30"
    );
    let others = ["D1-A1", "D1-A3", "D1-A5"];
    assert!(
        others
            .iter()
            .all(|id| !super::accountability::clock(id).right)
    );
}

#[test]
fn d1_a5_an_appeal_is_decided_within_thirty_working_days() {
    let clock = clock("D1-A5");
    assert_eq!(
        (clock.starts, clock.stops),
        (CaseAct::Appealed, CaseAct::Reviewed)
    );
    assert_eq!(
        day(case_due("D1-A5", "2026-04-01 10:00", 0)),
        "2026-05-18 17:30"
    );
}

#[test]
fn d1_a6_twice_within_a_rolling_year_weighs_heavier() {
    let rules = accountability();
    let twice = rules
        .circumstances
        .iter()
        .find(|one| one.id == "D1-A6")
        .unwrap();
    assert_eq!(twice.weighs, Weighs::Aggravating);
    let often = twice.repeated.unwrap();
    let decided = |dates: &[&str]| -> Vec<NaiveDate> {
        dates.iter().map(|text| text.parse().unwrap()).collect()
    };
    let reached = |dates: &[&str]| {
        let dates = decided(dates);
        let now = *dates.last().unwrap();
        falls_within(&dates, often.months, now) >= often.times as usize
    };
    assert!(!reached(&["2026-03-10"]));
    assert!(reached(&["2025-03-10", "2026-03-10"]));
    assert!(!reached(&["2025-03-10", "2026-03-11"]));
    assert!(reached(&["2025-12-31", "2026-01-04"]));
}

#[test]
fn d1_art_4_3_twelve_categories_with_their_cases() {
    let rules = accountability();
    let items: Vec<usize> = rules.categories.iter().map(|one| one.items.len()).collect();
    assert_eq!(items, [3, 3, 2, 4, 3, 3, 3, 4, 2, 2, 2, 0]);
    for (place, category) in rules.categories.iter().enumerate() {
        assert_eq!(category.clause.article, format!("四(三){}", place + 1));
    }
}

#[test]
fn d1_art_4_4_ten_forms_the_last_five_by_those_who_manage_the_post() {
    let rules = accountability();
    assert_eq!(rules.forms.len(), 10);
    for (place, form) in rules.forms.iter().enumerate() {
        assert_eq!(form.by_management, place >= 5, "{}", form.id);
    }
    let silent: Vec<&str> = rules
        .forms
        .iter()
        .filter(|form| form.carried_out_by.is_none())
        .map(|form| form.id.as_str())
        .collect();
    assert_eq!(silent, ["no_honours", "post_adjusted", "advised_to_resign"]);
}

#[test]
fn d1_art_4_5_three_tiers_share_the_forms_out() {
    let rules = accountability();
    let sizes: Vec<usize> = rules.tiers.iter().map(|tier| tier.forms.len()).collect();
    assert_eq!(sizes, [3, 4, 3]);
    let in_order: Vec<&String> = rules.tiers.iter().flat_map(|tier| &tier.forms).collect();
    let forms: Vec<&String> = rules.forms.iter().map(|form| &form.id).collect();
    assert_eq!(in_order, forms);
}

#[test]
fn d1_art_4_6_to_8_four_weigh_heavier_one_lighter_three_exempt() {
    let rules = accountability();
    let count = |weighs| {
        let all = rules.circumstances.iter();
        all.filter(|one| one.weighs == weighs).count()
    };
    assert_eq!(count(Weighs::Aggravating), 4);
    assert_eq!(count(Weighs::Mitigating), 1);
    assert_eq!(count(Weighs::Exempting), 3);
}

#[test]
fn d1_art_4_10_and_17_eight_sources_and_three_outcomes() {
    let rules = accountability();
    assert_eq!(rules.sources.len(), 8);
    let outcomes: Vec<&str> = rules.outcomes.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(outcomes, ["uphold", "change", "revoke"]);
    assert!(rules.fines.is_empty(), "the source knows no fine");
}

#[test]
fn d1_art_4_12_to_18_the_rules_of_procedure_quote_their_articles() {
    let rules = accountability();
    for (id, article) in [
        ("heard", "四(十二)"),
        ("defence", "四(十二)"),
        ("cooperate", "四(十二)"),
        ("report", "四(十三)"),
        ("cleared", "四(十四)3"),
        ("rights_told", "四(十五)"),
        ("runs_on", "四(十六)"),
        ("recusal", "四(十八)"),
        ("investigators", "四(十八)"),
    ] {
        let rule = rules.rules.iter().find(|one| one.id == id).unwrap();
        assert_eq!(rule.clause.article, article, "{id}");
    }
}

#[test]
fn d1_z_five_cases_count_as_late() {
    let rules = accountability();
    let late: Vec<&str> = rules
        .rules
        .iter()
        .map(|one| one.id.as_str())
        .filter(|id| id.starts_with("D1-Z"))
        .collect();
    assert_eq!(late, ["D1-Z", "D1-Z1", "D1-Z2", "D1-Z3", "D1-Z4", "D1-Z5"]);
}
