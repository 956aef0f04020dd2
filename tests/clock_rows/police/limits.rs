//! Time-limited completion: what counts from when, what meets it, how far it is extended.

use serde_json::{Value, json};
use shouwen::domain::deadline::{Counting, Rule, compute};
use shouwen::domain::inquiry::{Event, Stage};
use shouwen::domain::rulebook::{Act, From, Length};
use shouwen::store::Fact;

use super::{inside, of_kind, police, step};
use crate::kit::*;

pub(super) fn extend(clock: &str, by: u32) -> Value {
    json!({"extend": {"clock": clock, "by": by, "reason": "情况复杂"}})
}

fn grant(clock: &str) -> Value {
    json!({"rule_on_extension": {"clock": clock, "granted": true, "reason": "同意"}})
}

impl Counter {
    /// When a running clock would end if its day of receipt were not counted.
    fn not_counting_receipt(&mut self, clock: &str) -> String {
        let state = self.state();
        let run = state.running(&clock.into()).unwrap().run.clone();
        assert_eq!(run.counting, Counting::ReceiptDay);
        let office = self.desk().office();
        let rule = Rule::new(run.limit);
        let due = compute(&rule, office.local(run.from), 0, &[], office).unwrap();
        wall(office.moment(due.at.unwrap()))
    }
}

// ---- From the day of receipt --------------------------------------------------------

#[test]
fn d1_l1_a_decision_is_carried_out_in_fifteen_working_days_with_the_day_of_receipt() {
    let mut counter = police()
        .at("2026-02-12 10:00")
        .act(inside("decision"))
        .expect_running(&["D1-L1"])
        .expect_due("D1-L1", "2026-03-10 17:30");
    assert_eq!(counter.not_counting_receipt("D1-L1"), "2026-03-11 17:30");
    counter
        .at("2026-03-10 17:30")
        .act(step("carried_out"))
        .expect_met("D1-L1")
        .expect_breaches(&[]);
}

#[test]
fn d1_l1_received_after_closing_or_on_a_holiday_counts_from_the_next_working_day() {
    police()
        .at("2026-02-12 18:00")
        .act(inside("decision"))
        .expect_due("D1-L1", "2026-03-11 17:30");
    police()
        .at("2026-02-16 10:00")
        .act(inside("decision"))
        .expect_due("D1-L1", "2026-03-13 17:30");
}

#[test]
fn d1_l2_needs_the_plan_and_the_report() {
    let received = || {
        police()
            .at("2026-09-18 10:00")
            .act(inside("decision_plan"))
            .expect_due("D1-L2", "2026-10-14 17:30")
    };
    let mut counter = received();
    assert_eq!(counter.not_counting_receipt("D1-L2"), "2026-10-15 17:30");
    received()
        .act(step("plan_made"))
        .expect_running(&["D1-L2"])
        .at("2026-10-14 17:00")
        .act(step("plan_reported"))
        .expect_met("D1-L2")
        .expect_in_time();
    received()
        .act(step("plan_reported"))
        .act(step("plan_made"))
        .expect_met("D1-L2");
    received()
        .act(step("plan_made"))
        .at("2026-10-14 17:31")
        .settle()
        .expect_breaches(&[("D1-L2", CLERK)]);
}

#[test]
fn d1_l3_a_request_gets_a_clear_answer_whoever_holds_it() {
    let mut counter = police()
        .at("2026-09-30 17:30")
        .act(inside("request"))
        .expect_due("D1-L3", "2026-10-26 17:30");
    assert_eq!(counter.not_counting_receipt("D1-L3"), "2026-10-27 17:30");
    counter
        .hand_off("税政科", HANDLER)
        .by(HANDLER)
        .sign()
        .expect_due("D1-L3", "2026-10-26 17:30")
        .at("2026-10-28 09:00")
        .settle()
        .expect_breaches(&[("D1-L3", HANDLER)])
        .answer()
        .expect_met("D1-L3");
}

#[test]
fn d1_art_3_2_what_a_leader_gives_is_registered_numbered_and_timed() {
    let told = json!({"register": {
        "words": "专项检查", "kind": "leader_task", "channel": "document",
        "route": {"mine_later": {"promised": "2026-10-09T17:00:00+08:00"}},
    }});
    police()
        .at("2026-09-29 09:00")
        .act(inside("leader_task"))
        .expect_due("D1-i6", "2026-09-29 17:30")
        .refuses(
            json!({"register": {"words": "咨询", "kind": "consult"}}),
            "empty_field",
        )
        .act(told)
        .expect_due("D1-i2", "2026-10-09 17:00")
        .expect(|state| assert!(!state.number.is_empty()));
}

// ---- Complaints, petitions, cases -----------------------------------------------------

#[test]
fn d1_l4_a_complaint_counts_from_receipt_and_ends_with_word_back() {
    police()
        .at("2026-09-01 09:00")
        .act(of_kind("complaint"))
        .expect_running(&["D1-L4"])
        .expect_due("D1-L4", "2026-10-08 17:30")
        .refuses(json!({"accept": {}}), "empty_field")
        .hand_off("征管科", WINDOW_HANDLER)
        .by(WINDOW_HANDLER)
        .sign()
        .at("2026-10-08 17:30")
        .answer()
        .expect_met("D1-L4")
        .expect(|state| assert_eq!(state.stage, Stage::Answered))
        .settle();
}

#[test]
fn d1_l4_is_extended_once_from_the_trigger_and_rolled_once() {
    police()
        .at("2026-09-01 09:00")
        .act(of_kind("complaint"))
        .refuses(extend("D1-L4", 31), "extension_too_long")
        .at("2026-10-08 17:00")
        .act(extend("D1-L4", 30))
        .expect_due("D1-L4", "2026-11-02 17:30")
        .refuses(extend("D1-L4", 1), "extension_too_long")
        .at("2026-11-02 17:30")
        .answer()
        .expect_met("D1-L4")
        .expect_breaches(&[]);
}

#[test]
fn d1_l4_entered_late_still_counts_from_its_receipt() {
    police()
        .at("2026-09-03 09:00")
        .act(json!({"register": {
            "visitor": {"name": "张三"}, "words": "态度", "kind": "complaint", "channel": "letter",
            "received_at": "2026-09-01T16:00:00+08:00", "late_reason": "周末收信",
        }}))
        .expect_due("D1-L4", "2026-10-08 17:30");
}

#[test]
fn d1_l5_a_petition_counts_from_acceptance_and_its_extension_is_approved() {
    police()
        .at("2026-03-02 09:00")
        .act(of_kind("petition"))
        .expect_running(&["XF-23"])
        .at("2026-03-10 09:00")
        .accept()
        .expect_due("D1-L5", "2026-05-09 17:30")
        .at("2026-05-08 16:00")
        .act(extend("D1-L5", 30))
        .expect_due("D1-L5", "2026-05-09 17:30")
        .refuses(extend("D1-L5", 10), "extension_pending")
        .refuses(grant("D1-L5"), "not_allowed")
        .at("2026-05-12 09:00")
        .settle()
        .expect_breaches(&[])
        .by(SUPERVISOR)
        .act(grant("D1-L5"))
        .expect_due("D1-L5", "2026-06-08 17:30")
        .by(CLERK)
        .answer()
        .expect_due("D1-L5", "2026-06-08 17:30")
        .at("2026-06-08 17:30")
        .deliver()
        .expect_met("D1-L5")
        .expect_breaches(&[]);
}

#[test]
fn d1_l5_an_extension_that_is_denied_leaves_the_old_end() {
    let deny =
        json!({"rule_on_extension": {"clock": "D1-L5", "granted": false, "reason": "不复杂"}});
    police()
        .at("2026-03-10 09:00")
        .act(of_kind("petition"))
        .accept()
        .at("2026-05-08 16:00")
        .act(extend("D1-L5", 30))
        .at("2026-05-12 09:00")
        .by(SUPERVISOR)
        .act(deny)
        .settle()
        .expect_breaches(&[("D1-L5", CLERK)]);
}

#[test]
fn xf_23_the_petitioner_is_told_in_writing_within_fifteen_days() {
    let received = || {
        police()
            .at("2026-09-16 09:00")
            .act(of_kind("petition"))
            .expect_due("XF-23", "2026-10-08 17:30")
    };
    received()
        .at("2026-10-08 17:30")
        .accept()
        .expect_met("XF-23");
    received()
        .at("2026-10-09 09:00")
        .accept()
        .expect_breaches(&[("XF-23", CLERK)])
        .expect_due("D1-L5", "2026-12-08 17:30");
}

#[test]
fn d1_l6_a_case_counts_from_acceptance_and_appraisal_does_not_count() {
    let pause = |reason: &str| json!({"suspend": {"reason": reason, "told": "伤情鉴定约10日"}});
    police()
        .at("2026-09-01 09:00")
        .act(of_kind("public_order"))
        .expect_running(&["D1-i6"])
        .accept()
        .expect_running(&["D1-L6"])
        .expect_due("D1-L6", "2026-10-08 17:30")
        .refuses(pause("hearing"), "no_suspension")
        .refuses(pause("holiday"), "unknown_reason")
        .refuses(json!({"suspend": {"reason": "appraisal"}}), "empty_field")
        .at("2026-09-10 10:00")
        .act(pause("appraisal"))
        .refuses(extend("D1-L6", 30), "stands_still")
        .at("2026-09-20 10:00")
        .act(json!({"resume": {}}))
        .expect_due("D1-L6", "2026-10-12 17:30")
        .act(extend("D1-L6", 30))
        .by(SUPERVISOR)
        .act(grant("D1-L6"))
        .expect_due("D1-L6", "2026-11-10 17:30");
}

#[test]
fn d1_l6_the_new_law_is_marked_as_still_to_be_verified() {
    let book = rules("police");
    let law = book.documents.iter().find(|one| one.id == "ZA").unwrap();
    assert!(law.state.zh.contains("待核") && law.state.en.contains("to be verified"));
}

// ---- Late: the five cases of 三(七) ----------------------------------------------------

#[test]
fn d1_z_late_is_late_and_stays_on_record() {
    police()
        .at("2026-09-01 09:00")
        .act(of_kind("complaint"))
        .at("2026-10-09 09:00")
        .answer()
        .close()
        .settle()
        .expect_breaches(&[("D1-L4", CLERK)]);
}

#[test]
fn d1_z_nothing_is_refused_without_a_reason() {
    police()
        .at("2026-04-07 09:00")
        .act(of_kind("permit"))
        .refuses(json!({"decline": {"reason": " "}}), "empty_field");
}

#[test]
fn d1_z_an_acceptance_is_no_reply_and_a_reply_no_delivery() {
    police()
        .at("2026-03-10 09:00")
        .act(of_kind("petition"))
        .accept()
        .answer()
        .at("2026-05-11 09:00")
        .settle()
        .expect_breaches(&[("D1-L5", CLERK)]);
    let book = rules("police");
    for id in ["D1-L5", "D1-L6", "D1-L7", "D1-S2"] {
        let clock = book.clock(&id.into()).unwrap();
        assert!(clock.is_met_by(&Act::Delivered), "{id}");
        assert!(!clock.is_met_by(&Act::Answered), "{id}");
    }
    let word_back = book.clock(&"D1-L4".into()).unwrap();
    assert!(!word_back.is_met_by(&Act::Accepted));
    assert_eq!(word_back.from, From::Start);
    assert!(matches!(word_back.limit, Length::Fixed(_)));
}

#[test]
fn d1_z_an_extension_filed_after_the_end_is_refused_and_recorded() {
    let counter = police()
        .at("2026-09-01 09:00")
        .act(of_kind("complaint"))
        .at("2026-10-08 17:31")
        .refuses_on_record(extend("D1-L4", 30), "extension_too_late")
        .expect_breaches(&[("D1-L4", CLERK)])
        .expect_due("D1-L4", "2026-10-08 17:30");
    let late = |event: &Fact| matches!(event, Fact::Inquiry(Event::ExtensionRefusedLate { .. }));
    assert_eq!(
        counter.story().iter().filter(|one| late(&one.fact)).count(),
        1
    );
}
