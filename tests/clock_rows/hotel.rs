//! Rows of the hotel rulebook, each by its id.

use serde_json::{Value, json};
use shouwen::domain::inquiry::{Event, Stage};
use shouwen::domain::rulebook::{RungOn, StepBy};
use shouwen::domain::staff::Role;
use shouwen::store::Fact;

use super::kit::*;

fn step(id: &str) -> Value {
    json!({"step": {"step": id}})
}

fn said(id: &str, text: &str) -> Value {
    json!({"step": {"step": id, "text": text}})
}

/// A slip that went to another department on the eve of May Day.
fn passed_on(registered: &str, handed: &str) -> Counter {
    desk_of("hotel")
        .at(registered)
        .register("房间空调不制冷")
        .at(handed)
        .hand_off("税政科", HANDLER)
}

/// The same, signed for and with someone designated.
fn in_hand() -> Counter {
    passed_on("2026-04-30 16:00", "2026-04-30 16:10")
        .act(step("copied_quality"))
        .at("2026-04-30 16:20")
        .by(HANDLER)
        .sign()
        .act(said("designated", "工程部赵师傅"))
}

// ---- D6 四3: one hour, two receivers ---------------------------------------------

#[test]
fn d6_h1_the_hour_runs_from_registration_through_the_night() {
    passed_on("2026-04-30 23:40", "2026-04-30 23:50").expect_due("D6-H1", "2026-05-01 00:40");
}

#[test]
fn d6_h1_is_met_only_when_both_receivers_have_it() {
    passed_on("2026-04-30 23:40", "2026-04-30 23:50")
        .at("2026-04-30 23:55")
        .by(HANDLER)
        .sign()
        .expect_due("D6-H1", "2026-05-01 00:40")
        .act(said("designated", "工程部赵师傅"))
        .at("2026-05-01 00:40")
        .by(CLERK)
        .act(step("copied_quality"))
        .expect_met("D6-H1")
        .settle()
        .expect_breaches(&[]);
}

#[test]
fn d6_h1_the_copy_may_come_before_the_signature() {
    passed_on("2026-04-30 16:00", "2026-04-30 16:10")
        .act(step("copied_quality"))
        .expect_due("D6-H1", "2026-04-30 17:00")
        .at("2026-04-30 16:59")
        .by(HANDLER)
        .sign()
        .expect_met("D6-H1")
        .expect_breaches(&[]);
}

#[test]
fn d6_h1_a_slip_that_lies_unsigned_breaches_in_the_senders_hands() {
    passed_on("2026-04-30 16:00", "2026-04-30 16:10")
        .act(step("copied_quality"))
        .at("2026-04-30 17:01")
        .settle()
        .expect_breaches(&[("D6-H1", CLERK)])
        .by(HANDLER)
        .sign()
        .expect_breaches(&[("D6-H1", CLERK)]);
}

#[test]
fn d6_h1_without_the_copy_a_signature_is_not_enough() {
    passed_on("2026-04-30 16:00", "2026-04-30 16:10")
        .at("2026-04-30 16:20")
        .by(HANDLER)
        .sign()
        .act(said("designated", "工程部赵师傅"))
        .at("2026-04-30 17:01")
        .settle()
        .expect_breaches(&[("D6-H1", CLERK)]);
}

#[test]
fn d6_4_3_a_question_asked_more_than_five_minutes_before_its_entry_needs_a_reason() {
    let asked = |at: &str, reason: &str| {
        json!({"register": {
            "visitor": {"name": "张三"}, "words": "问", "received_at": at, "late_reason": reason,
        }})
    };
    desk_of("hotel")
        .at("2026-04-30 16:10")
        .refuses(asked("2026-04-30T16:04:00+08:00", ""), "late_entry")
        .act(asked("2026-04-30T16:05:00+08:00", ""))
        .act(asked("2026-04-30T16:00:00+08:00", "客人在楼层提出"))
        .expect(|state| assert!(state.back_entry))
        .hand_off("税政科", HANDLER)
        .expect_due("D6-H1", "2026-04-30 17:00");
}

#[test]
fn d6_3_the_routine_copy_to_quality_control_is_a_step_and_no_escalation() {
    let desk = in_hand();
    assert_eq!(desk.count("step_taken"), 2);
    let rules = rules("hotel");
    let copy = rules.step(&"copied_quality".into()).expect("the step");
    assert_eq!(copy.clause.article, "四3");
    let counted: Vec<&str> = rules
        .ladder
        .iter()
        .filter(|rung| rung.counts)
        .map(|rung| rung.clause.article.as_str())
        .collect();
    assert_eq!(counted, ["四6", "四6", "四6"]);
    assert_eq!(rules.slip.copied_to[0].zh, "质检部");
}

// ---- D6 四4: designate, answer, report back to three ------------------------------

#[test]
fn d6_h2_the_department_designates_someone_within_our_quarter_of_an_hour() {
    let desk = passed_on("2026-04-30 16:00", "2026-04-30 16:10")
        .act(step("copied_quality"))
        .at("2026-04-30 16:20")
        .by(HANDLER)
        .sign()
        .expect_due("D6-H2", "2026-04-30 16:35")
        .refuses(step("designated"), "empty_field")
        .by(CLERK)
        .refuses(said("designated", "赵师傅"), "not_yours")
        .by(HANDLER);
    let clock = rules("hotel").clock(&"D6-H2".into()).cloned();
    assert!(clock.expect("the clock").internal);
    desk.at("2026-04-30 16:35")
        .act(said("designated", "工程部赵师傅"))
        .expect_met("D6-H2")
        .expect_breaches(&[]);
}

#[test]
fn d6_h2_a_minute_more_is_a_breach_of_the_department() {
    passed_on("2026-04-30 16:00", "2026-04-30 16:10")
        .act(step("copied_quality"))
        .at("2026-04-30 16:20")
        .by(HANDLER)
        .sign()
        .at("2026-04-30 16:36")
        .act(said("designated", "工程部赵师傅"))
        .expect_breaches(&[("D6-H2", HANDLER)]);
}

#[test]
fn d6_h3_a_hotel_works_on_a_public_holiday() {
    in_hand().expect_due("D6-H3", "2026-05-01 17:30");
}

#[test]
fn d6_h3_is_met_by_the_answer_and_the_last_of_three_reports() {
    in_hand()
        .at("2026-05-01 10:00")
        .act(step("fed_back_sender"))
        .answer()
        .expect_due("D6-H3", "2026-05-01 17:30")
        .by(CLERK)
        .act(step("fed_back_first"))
        .expect_due("D6-H3", "2026-05-01 17:30")
        .act(step("fed_back_quality"))
        .expect_met("D6-H3")
        .expect_breaches(&[]);
}

#[test]
fn d6_h3_one_report_short_is_a_breach() {
    in_hand()
        .at("2026-05-01 10:00")
        .act(step("fed_back_sender"))
        .act(step("fed_back_first"))
        .answer()
        .by(CLERK)
        .act(said("followed_up", "客人满意"))
        .at("2026-05-01 17:31")
        .settle()
        .expect_breaches(&[("D6-H3", HANDLER)]);
}

#[test]
fn d6_h3_nothing_is_closed_before_the_reports_are_made() {
    in_hand()
        .at("2026-05-01 10:00")
        .answer()
        .by(CLERK)
        .refuses(json!({"close": {}}), "still_owed")
        .act(step("fed_back_sender"))
        .act(step("fed_back_first"))
        .act(step("fed_back_quality"))
        .act(said("followed_up", "客人满意"))
        .refuses(json!({"close": {}}), "handling_unsigned")
        .by(SUPERVISOR)
        .act(json!({"sign_handling": {"stamped": true}}))
        .by(CLERK)
        .close()
        .expect_breaches(&[]);
}

#[test]
fn d6_h3_neither_asking_nor_conferring_nor_extending_puts_it_off() {
    in_hand()
        .ask_superior()
        .expect_due("D6-H3", "2026-05-01 17:30")
        .by(SUPERVISOR)
        .act(json!({"superior_opinion": {"text": "可以换房"}}))
        .by(HANDLER)
        .several()
        .expect_due("D6-H3", "2026-05-01 17:30")
        .refuses(
            json!({"extend": {"clock": "D6-H3", "by": 1, "reason": "配件未到"}}),
            "no_extension",
        );
}

// ---- D6 四5, 四6: coordination and escalation -------------------------------------

#[test]
fn d6_h4_two_departments_are_several_and_go_to_whoever_coordinates() {
    desk_of("hotel")
        .register("婚宴场地与客房冲突")
        .refuses(
            json!({"several": {"departments": ["餐饮部"]}}),
            "empty_field",
        )
        .act(json!({"several": {"departments": ["餐饮部", "客房部"]}}))
        .expect_stage(Stage::Conferring)
        .expect_running(&["D6-i2"]);
    let rules = rules("hotel");
    let rung = rules.ladder.first().expect("a rung");
    assert_eq!(
        (rung.id.as_str(), rung.on, rung.counts),
        ("D6-H4", RungOn::Unclear, false)
    );
    assert_eq!(rung.clause.article, "四5");
}

#[test]
fn d6_h5_three_rungs_count_as_escalation_lowest_first() {
    let rules = rules("hotel");
    let rungs: Vec<(&str, Role)> = rules
        .ladder
        .iter()
        .filter(|rung| rung.counts && rung.on == RungOn::Unsettled)
        .map(|rung| (rung.to.zh.as_str(), rung.role))
        .collect();
    assert_eq!(
        rungs,
        [
            ("质检部", Role::Quality),
            ("公司分管副总经理", Role::Supervisor),
            ("酒店总经理", Role::Supervisor),
        ]
    );
    let tally = rules.duties.iter().find(|duty| duty.id.as_str() == "D6-6");
    assert_eq!(tally.expect("the duty").clause.article, "四6");
}

// ---- D6 四7, D8 四8 to 四11 --------------------------------------------------------

#[test]
fn d6_7_the_head_or_a_deputy_signs_how_it_was_handled() {
    assert!(rules("hotel").slip.head_signs);
    in_hand()
        .refuses(step("handling_signed"), "empty_field")
        .act(said("handling_signed", "工程部经理签名、签章,4月30日16:50"))
        .expect(|state| assert_eq!(state.stage, Stage::Working));
}

#[test]
fn d8_h6_the_first_responder_asks_the_guest_the_same_day() {
    in_hand()
        .at("2026-05-01 10:00")
        .answer()
        .by(CLERK)
        .act(step("fed_back_first"))
        .expect_due("D8-H6", "2026-05-01 17:30")
        .by(HANDLER)
        .refuses(said("followed_up", "客人满意"), "not_yours")
        .by(CLERK)
        .refuses(step("followed_up"), "empty_field")
        .act(said("followed_up", "客人满意"))
        .expect_met("D8-H6");
    let follow_up = rules("hotel").follow_up.expect("a follow-up");
    assert_eq!((follow_up.by, follow_up.sampled), (StepBy::First, true));
}

#[test]
fn d8_h6_what_is_reported_after_closing_is_for_the_next_day() {
    in_hand()
        .at("2026-04-30 20:00")
        .answer()
        .by(CLERK)
        .act(step("fed_back_first"))
        .expect_due("D8-H6", "2026-05-01 17:30")
        .at("2026-05-01 17:31")
        .settle()
        .expect_breaches(&[("D6-H3", HANDLER), ("D8-H6", CLERK)]);
}

#[test]
fn d8_h7_a_slip_goes_back_only_with_an_opinion_and_by_the_regulation_itself() {
    let mute = json!({"return": {"opinion": " ", "should_go_to": "客房部"}});
    let desk = in_hand()
        .refuses(mute, "empty_field")
        .at("2026-04-30 16:40")
        .give_back()
        .expect_replaced("D6-H3")
        .expect_holder(CLERK)
        .expect_due("D6-i1", "2026-04-30 16:55");
    let by_clause = desk.last().iter().any(|event| {
        matches!(
            &event.fact,
            Fact::Inquiry(Event::Returned {
                internal_rule: false,
                ..
            })
        )
    });
    assert!(by_clause);
    let returns = rules("hotel").returns;
    assert_eq!(returns.clause.expect("a clause").article, "四11");
}

#[test]
fn d8_10_quality_control_issues_a_bulletin() {
    let rules = rules("hotel");
    let duty = rules.duties.iter().find(|duty| duty.id.as_str() == "D8-10");
    let duty = duty.expect("the duty");
    assert!(!duty.internal && duty.clause.quote.contains("定期在大厦内进行通报"));
}

// ---- Ours -------------------------------------------------------------------------

#[test]
fn d6_i1_something_is_done_within_a_quarter_of_an_hour() {
    desk_of("hotel")
        .at("2026-04-30 16:00")
        .register("问")
        .expect_due("D6-i1", "2026-04-30 16:15")
        .at("2026-04-30 16:15")
        .answer()
        .expect_met("D6-i1")
        .expect_breaches(&[])
        .close();
}

#[test]
fn d8_i1_after_asking_the_guest_hears_the_same_day() {
    desk_of("hotel")
        .at("2026-04-30 10:00")
        .register("发票能否补开")
        .ask_superior()
        .expect_met("D6-i1")
        .expect_running(&["D8-i1"])
        .expect_due("D8-i1", "2026-04-30 17:30");
}
