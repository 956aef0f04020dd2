//! Time that does not count, extensions that wait for a word, and what counts
//! as accepted: under a rulebook of the tests' own.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use crate::kit::*;
use serde_json::{Value, json};
use shouwen::domain::inquiry::Stage;
use shouwen::domain::rulebook::{Rulebook, parse};

/// The service centre's rules, with what a unit of its own could add.
fn own() -> Rulebook {
    let clause = r#"{ document = "D11", article = "四", quote = "必须认真履行承诺" }"#;
    let added = format!(
        r#"
[visits]
id = "OWN-V"
most = 2
clause = {clause}

[[roles]]
role = "quality"
name = {{ zh = "质检", en = "Quality control" }}
duty = {{ zh = "抽查。", en = "Samples what was handled." }}
clause = {clause}

[[kinds]]
id = "order"
name = {{ zh = "领导交办", en = "Order from above" }}
visitor = false

[[kinds]]
id = "petition"
name = {{ zh = "信访", en = "Petition" }}

[[steps]]
id = "plan_made"
name = {{ zh = "已制定工作计划", en = "Plan made" }}
kinds = ["order"]
words = true
clause = {clause}

[[steps]]
id = "plan_reported"
name = {{ zh = "已报告上级", en = "Plan reported" }}
kinds = ["order"]
clause = {clause}

[[steps]]
id = "sampled"
name = {{ zh = "已抽查", en = "Sampled" }}
by = "quality"
clause = {clause}

[[suspensions]]
reasons = ["hearing", "expert-review", "appraisal"]
clocks = ["OWN-20", "OWN-P"]
clause = {clause}

[[clocks]]
id = "OWN-C"
name = {{ zh = "补正告知", en = "Tell what is missing" }}
limit = {{ correction = "5wd" }}
starts = ["received"]
stops = ["notified", "accepted", "declined"]
ends = ["guided", "closed"]
lapse = "deemed_accepted"
clause = {clause}

[[clocks]]
id = "OWN-20"
name = {{ zh = "许可决定", en = "Decision" }}
limit = {{ fixed = "20wd" }}
starts = ["accepted"]
stops = ["delivered", "declined"]
ends = ["guided", "closed"]
clause = {clause}
extension = {{ max = 10, approval = true, clause = {clause} }}

[[clocks]]
id = "OWN-P"
name = {{ zh = "信访办结", en = "Petition" }}
limit = {{ fixed = "60cd" }}
kinds = ["petition"]
starts = ["accepted"]
stops = ["delivered", "declined"]
ends = ["guided", "closed"]
clause = {clause}

[[clocks]]
id = "OWN-L"
name = {{ zh = "计划并报告", en = "Plan and report" }}
limit = {{ fixed = "15wd" }}
counting = "receipt-day"
kinds = ["order"]
starts = ["registered"]
needs = ["step:plan_made", "step:plan_reported"]
ends = ["guided", "closed"]
clause = {clause}

[[clocks]]
id = "OWN-15"
name = {{ zh = "原则上十五日", en = "In principle" }}
limit = {{ fixed = "15wd" }}
kinds = ["petition"]
starts = ["registered"]
stops = ["answered", "delivered"]
ends = ["guided", "closed", "declined"]
in_principle = true
clause = {clause}
"#
    );
    let base = include_str!("../../src/builtin/rulebooks/service-centre.toml");
    let whole = format!("{base}\n{added}");
    let mut book = parse(&whole, "own.toml").unwrap_or_else(|faults| panic!("{faults:#?}"));
    // What the centre takes from national law would stand beside the unit's own.
    book.clocks.retain(|clock| clock.clause.document != "XK");
    book.suspensions.retain(|rule| rule.clause.document != "XK");
    book
}

fn counter() -> Counter {
    desk_under(own())
}

fn suspend(reason: &str) -> Value {
    json!({"suspend": {"reason": reason, "told": "专家评审约需十个工作日，已书面告知"}})
}

fn resume() -> Value {
    json!({"resume": {}})
}

/// An application for a permit.
fn permit(matter: &str) -> Value {
    json!({"register": {"visitor": {"name": "张三"}, "matter": matter, "kind": "permit"}})
}

fn accepted(at: &str) -> Counter {
    counter()
        .at(at)
        .register_matter("zr-realestate-transfer")
        .accept()
}

// ---- Suspension -----------------------------------------------------------------------

#[test]
fn days_for_which_a_clock_stands_still_do_not_count() {
    accepted("2026-03-02 10:00")
        .expect_due("OWN-20", "2026-03-30 17:30")
        .at("2026-03-05 10:00")
        .act(suspend("expert-review"))
        .expect(|state| {
            let clock = state.running(&"OWN-20".into()).unwrap();
            assert!(clock.stands_still());
            assert!(!state.awaits_its_end(clock), "nothing falls due meanwhile");
        })
        .at("2026-03-19 10:00")
        .act(resume())
        // Ten working days stood still: Thursday the 5th to Wednesday the 18th.
        .expect_due("OWN-20", "2026-04-14 17:30");
}

#[test]
fn nothing_is_breached_while_it_stands_still_however_long() {
    accepted("2026-03-02 10:00")
        .at("2026-03-05 10:00")
        .act(suspend("hearing"))
        .at("2026-06-30 10:00")
        .settle()
        .act(resume())
        .expect(|state| {
            let clock = state.running(&"OWN-20".into()).unwrap();
            assert_eq!(clock.breached, None);
            assert_eq!(wall(clock.run.due), "2026-07-23 17:30");
        });
}

#[test]
fn two_suspensions_that_overlap_count_once_and_both_must_end() {
    accepted("2026-03-02 10:00")
        .at("2026-03-05 10:00")
        .act(suspend("hearing"))
        .at("2026-03-10 10:00")
        .act(suspend("expert-review"))
        .at("2026-03-12 10:00")
        .act(json!({"resume": {"suspension": 1}}))
        .expect(|state| assert!(state.running(&"OWN-20".into()).unwrap().stands_still()))
        .at("2026-03-19 10:00")
        .act(json!({"resume": {"suspension": 2}}))
        .expect_due("OWN-20", "2026-04-14 17:30")
        .refuses(resume(), "not_suspended");
}

#[test]
fn a_suspension_across_a_weekend_gives_back_no_weekend() {
    accepted("2026-03-02 10:00")
        .at("2026-03-06 16:00")
        .act(suspend("appraisal"))
        .at("2026-03-09 09:30")
        .act(resume())
        .expect_due("OWN-20", "2026-03-31 17:30");
}

#[test]
fn only_a_listed_reason_stops_a_clock_and_the_applicant_is_told() {
    accepted("2026-03-02 10:00")
        .refuses(suspend("we are busy"), "unknown_reason")
        .refuses(suspend("auction"), "no_suspension")
        .refuses(json!({"suspend": {"reason": "hearing"}}), "empty_field")
        .refuses(json!({"suspend": {"told": "十日"}}), "empty_field")
        .refuses(
            json!({"suspend": {"clock": "OWN-P", "reason": "hearing", "told": "十日"}}),
            "clock_not_running",
        )
        .refuses(resume(), "not_suspended");
}

#[test]
fn an_answer_given_while_it_stands_still_meets_the_clock() {
    accepted("2026-03-02 10:00")
        .at("2026-03-05 10:00")
        .act(suspend("hearing"))
        .deliver()
        .expect_met("OWN-20")
        .act(resume())
        .expect_running(&[]);
}

// ---- Extensions that a supervisor decides ------------------------------------------------

fn file() -> Value {
    json!({"extend": {"clock": "OWN-20", "by": 10, "reason": "情况复杂"}})
}

fn rule(granted: bool) -> Value {
    json!({"rule_on_extension": {"clock": "OWN-20", "granted": granted, "reason": "理由"}})
}

#[test]
fn what_was_filed_in_time_may_be_granted_after_the_end() {
    accepted("2026-03-02 10:00")
        .at("2026-03-30 17:00")
        .act(file())
        .expect_due("OWN-20", "2026-03-30 17:30")
        .at("2026-04-01 10:00")
        .settle()
        .expect_breaches(&[])
        .by(SUPERVISOR)
        .act(rule(true))
        .expect_breaches(&[])
        .expect_due("OWN-20", "2026-04-14 17:30");
}

#[test]
fn what_is_not_granted_was_due_when_it_was_due() {
    accepted("2026-03-02 10:00")
        .at("2026-03-30 17:00")
        .act(file())
        .refuses(file(), "extension_pending")
        .at("2026-04-01 10:00")
        .refuses(rule(true), "not_allowed")
        .by(SUPERVISOR)
        .act(rule(false))
        .expect_breaches(&[("OWN-20", CLERK)])
        .refuses(rule(true), "nothing_filed");
}

#[test]
fn a_supervisors_own_extension_needs_no_second_word() {
    counter()
        .at("2026-03-02 10:00")
        .by(SUPERVISOR)
        .register_matter("zr-realestate-transfer")
        .accept()
        .act(file())
        .expect_due("OWN-20", "2026-04-14 17:30");
}

#[test]
fn an_extension_counts_with_the_time_that_stood_still() {
    accepted("2026-03-02 10:00")
        .at("2026-03-05 10:00")
        .act(suspend("expert-review"))
        .refuses(file(), "stands_still")
        .at("2026-03-19 10:00")
        .act(resume())
        .act(file())
        .by(SUPERVISOR)
        .act(rule(true))
        .expect_due("OWN-20", "2026-04-28 17:30");
}

// ---- Deemed accepted --------------------------------------------------------------------

#[test]
fn what_nobody_told_in_time_counts_as_accepted_from_the_day_of_receipt() {
    counter()
        .at("2026-02-13 16:59")
        .act(permit("ga-passport"))
        .act(json!({"receive": {"documents": ["申请表", "身份证复印件"]}}))
        .expect_due("OWN-C", "2026-02-27 17:30")
        .at("2026-03-02 09:00")
        .settle()
        // The matter's own fifteen days, counted from the same day, are over by now too.
        .expect_breaches(&[("OWN-C", CLERK), ("D11-1", CLERK)])
        .expect_stage(Stage::Accepted)
        .expect_due("D11-1", "2026-02-28 17:30")
        .expect_due("OWN-20", "2026-03-19 17:30");
}

#[test]
fn telling_in_time_keeps_it_from_counting_as_accepted() {
    counter()
        .at("2026-02-13 16:59")
        .act(permit("ga-passport"))
        .act(json!({"receive": {"documents": ["申请表"]}}))
        .refuses(
            json!({"receive": {"documents": ["申请表"]}}),
            "already_received",
        )
        .at("2026-02-27 10:00")
        .notify("ga-passport")
        .expect_met("OWN-C")
        .at("2026-03-09 10:00")
        .settle()
        .expect_breaches(&[])
        .expect(|state| assert!(state.accepted_at.is_none()));
}

#[test]
fn what_must_be_told_on_the_spot_must_be_told_that_day() {
    counter()
        .at("2026-03-02 10:00")
        .register_matter("zr-realestate-transfer")
        .act(json!({"receive": {"documents": ["申请书"]}}))
        .expect_due("OWN-C", "2026-03-02 17:30")
        .at("2026-03-03 09:00")
        .settle()
        .expect_stage(Stage::Accepted)
        .expect_due("OWN-20", "2026-03-30 17:30");
}

#[test]
fn what_is_no_permit_and_has_no_such_rule_of_its_own_never_counts_as_accepted() {
    let take_in = json!({"receive": {"documents": ["申请书"]}});
    counter()
        .at("2026-03-02 10:00")
        .register_matter("sj-company")
        .act(take_in.clone())
        .expect_running(&[])
        .at("2026-03-30 09:00")
        .settle()
        .expect_breaches(&[])
        .expect(|state| assert!(state.accepted_at.is_none()));
    counter()
        .at("2026-03-02 10:00")
        .act(permit("sj-company"))
        .act(take_in)
        .expect_due("OWN-C", "2026-03-09 17:30")
        .at("2026-03-09 17:31")
        .settle()
        .expect_stage(Stage::Accepted);
}

#[test]
fn taking_in_says_what() {
    counter()
        .register_matter("ga-passport")
        .refuses(json!({"receive": {"documents": [" "]}}), "empty_field")
        .refuses(json!({"receive": {}}), "empty_field");
    counter()
        .register("问")
        .refuses(json!({"receive": {"documents": ["申请表"]}}), "empty_field");
}

// ---- Steps, kinds, several acts together --------------------------------------------------

#[test]
fn an_order_from_above_has_no_visitor_and_ends_with_plan_and_report_alike() {
    counter()
        .at("2026-02-12 10:00")
        .act(json!({"register": {"kind": "order", "words": "部署专项检查"}}))
        .expect_due("OWN-L", "2026-03-10 17:30")
        .refuses(json!({"step": {"step": "plan_made"}}), "empty_field")
        .act(json!({"step": {"step": "plan_made", "text": "分三步"}}))
        .expect_running(&["OWN-L"])
        .at("2026-02-25 10:00")
        .act(json!({"step": {"step": "plan_reported"}}))
        .expect_met("OWN-L");
}

#[test]
fn the_order_in_which_several_acts_come_is_all_one() {
    counter()
        .at("2026-02-12 10:00")
        .act(json!({"register": {"kind": "order", "words": "部署专项检查"}}))
        .act(json!({"step": {"step": "plan_reported"}}))
        .expect_running(&["OWN-L"])
        .act(json!({"step": {"step": "plan_made", "text": "分三步"}}))
        .expect_met("OWN-L");
}

#[test]
fn a_clock_of_one_kind_leaves_the_others_alone() {
    counter()
        .at("2026-03-02 10:00")
        .register("问")
        .expect(|state| assert!(state.running(&"OWN-L".into()).is_none()))
        .refuses(
            json!({"step": {"step": "plan_made", "text": "x"}}),
            "unknown_step",
        )
        .refuses(json!({"step": {"step": "nonsense"}}), "unknown_step")
        .refuses(json!({"step": {"step": "sampled"}}), "not_allowed")
        .by(QUALITY)
        .act(json!({"step": {"step": "sampled"}}));
}

#[test]
fn a_petition_runs_from_acceptance_and_needs_no_matter() {
    counter()
        .at("2026-09-01 10:00")
        .act(
            json!({"register": {"kind": "petition", "visitor": {"name": "张三"}, "words": "反映"}}),
        )
        .at("2026-09-10 10:00")
        .accept()
        .expect_due("OWN-P", "2026-11-09 17:30");
}

// ---- Visits -------------------------------------------------------------------------------

#[test]
fn a_third_visit_breaks_the_rule_that_a_second_one_finishes() {
    counter()
        .at("2026-03-02 10:00")
        .register("问")
        .at("2026-03-04 10:00")
        .by(OTHER_CLERK)
        .act(json!({"visit": {"text": "补来材料"}}))
        .expect(|state| assert!(state.broken.is_empty()))
        .at("2026-03-06 10:00")
        .act(json!({"visit": {}}))
        .expect(|state| {
            assert_eq!(state.visits, 3);
            assert_eq!(state.broken.len(), 1);
            assert_eq!(state.broken[0].rule.as_str(), "OWN-V");
            assert_eq!(state.broken[0].hands.as_str(), CLERK);
        })
        .act(json!({"visit": {}}))
        .expect(|state| assert_eq!(state.broken.len(), 1, "broken once"));
}

#[test]
fn bringing_documents_on_another_day_is_another_visit() {
    counter()
        .at("2026-03-02 10:00")
        .register_matter("ga-passport")
        .notify("ga-passport")
        .at("2026-03-02 15:00")
        .act(json!({"bring": {"brought": [1]}}))
        .expect(|state| assert_eq!(state.visits, 1))
        .at("2026-03-03 09:30")
        .act(json!({"bring": {"brought": [2]}}))
        .expect(|state| assert_eq!(state.visits, 2));
}

// ---- In principle -------------------------------------------------------------------------

#[test]
fn a_time_in_principle_that_was_overrun_is_explained_before_closing() {
    let explain = json!({"explain_overrun": {"clock": "OWN-15", "reason": "等待上级批复"}});
    counter()
        .at("2026-03-02 10:00")
        .act(
            json!({"register": {"kind": "petition", "visitor": {"name": "张三"}, "words": "反映"}}),
        )
        .refuses(explain.clone(), "not_overrun")
        .at("2026-03-30 10:00")
        .answer()
        .expect_breaches(&[("OWN-15", CLERK)])
        .refuses(json!({"close": {}}), "unexplained")
        .refuses(
            json!({"explain_overrun": {"clock": "OWN-15", "reason": " "}}),
            "empty_field",
        )
        .act(explain)
        .expect_breaches(&[("OWN-15", CLERK)])
        .close()
        .expect_stage(Stage::Closed);
}

// ---- A rulebook that is changed in use ------------------------------------------------------

#[test]
fn an_inquiry_keeps_the_rulebook_that_it_was_registered_under() {
    use shouwen::desk::Actor;
    let mut counter = desk().at("2026-04-07 10:00").register("问");
    let mut changed = rules("tax");
    changed.version = "2".to_owned();
    for clock in &mut changed.clocks {
        if clock.id.as_str() == "D9-T2" {
            clock.limit = shouwen::domain::rulebook::Length::Fixed("2wd".parse().unwrap());
        }
    }
    counter
        .desk()
        .adopt_rulebook(&Actor::Owner, &changed)
        .unwrap();
    counter
        .hand_off("税政科", HANDLER)
        .expect_due("D9-T2", "2026-04-08 17:30")
        .register("又问")
        .hand_off("税政科", HANDLER)
        .expect_due("D9-T2", "2026-04-09 17:30");
}
