//! What each act does to the clocks of the two regulations.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use crate::kit::*;
use serde_json::json;
use shouwen::domain::inquiry::Stage;

// ---- D9: own answer, transfer, the department's answer ---------------------------

#[test]
fn the_example_on_the_eve_of_a_holiday() {
    desk()
        .at("2026-04-03 16:50")
        .register("发票领用")
        .expect_running(&["D9-T1"])
        .expect_due("D9-T1", "2026-04-09 17:30")
        .hand_off("税政科", HANDLER)
        .expect_running(&["D9-T2"])
        .expect_replaced("D9-T1")
        .expect_due("D9-T2", "2026-04-07 17:30")
        .at("2026-04-07 10:00")
        .by(HANDLER)
        .sign()
        .expect_met("D9-T2")
        .expect_running(&["D9-T3"])
        .expect_due("D9-T3", "2026-04-10 17:30")
        .answer()
        .expect_met("D9-T3")
        .expect_running(&[])
        .by(CLERK)
        .close()
        .expect_stage(Stage::Closed);
}

#[test]
fn the_transfer_clock_counts_from_registration_not_from_the_handoff() {
    desk()
        .at("2026-04-07 09:10")
        .register("问")
        .at("2026-04-08 16:00")
        .hand_off("税政科", HANDLER)
        .expect_due("D9-T2", "2026-04-08 17:30");
}

#[test]
fn a_slip_that_lies_unsigned_does_not_stop_the_transfer_clock() {
    desk()
        .at("2026-04-07 09:10")
        .register("问")
        .hand_off("税政科", HANDLER)
        .at("2026-04-08 17:31")
        .settle()
        .expect_breaches(&[("D9-T2", CLERK)])
        .by(HANDLER)
        .sign()
        .expect_met("D9-T2")
        .expect_breaches(&[("D9-T2", CLERK)])
        .expect_due("D9-T3", "2026-04-13 17:30");
}

#[test]
fn a_slip_entered_late_and_answered_at_once_still_tells_its_breach() {
    let late = json!({"register": {
        "visitor": {"name": "张三"},
        "words": "问",
        "received_at": "2026-04-07T09:10:00+08:00",
        "late_reason": "纸质单补录",
        "route": {"answer_now": {"text": "已当面答复"}},
    }});
    desk()
        .at("2026-04-14 09:00")
        .act(late)
        .expect_met("D9-T1")
        .expect_breaches(&[("D9-T1", CLERK)])
        .expect_stage(Stage::Closed);
}

#[test]
fn leading_the_visitor_there_still_needs_a_signature() {
    let lead = json!({"hand_off": {"department": "税政科", "staff": HANDLER, "accompanied": true}});
    desk()
        .at("2026-04-07 09:10")
        .register("问")
        .act(lead)
        .expect_running(&["D9-T2"])
        .by(HANDLER)
        .sign()
        .expect_met("D9-T2")
        .expect(|state| assert!(state.legs[1].accompanied));
}

#[test]
fn what_comes_back_runs_on_from_where_it_first_counted() {
    desk()
        .at("2026-04-07 09:10")
        .register("问")
        .hand_off("税政科", HANDLER)
        .at("2026-04-08 09:10")
        .by(HANDLER)
        .sign()
        .at("2026-04-09 09:10")
        .give_back()
        .expect_replaced("D9-T3")
        .expect_running(&["D9-T1"])
        .expect_due("D9-T1", "2026-04-10 17:30")
        .expect_holder(CLERK)
        .expect_stage(Stage::Open)
        .expect(|state| assert_eq!(state.returns, 1));
}

#[test]
fn a_slip_sent_back_unsigned_replaces_its_transfer_clock() {
    desk()
        .at("2026-04-07 09:10")
        .register("问")
        .hand_off("税政科", HANDLER)
        .by(HANDLER)
        .give_back()
        .expect_replaced("D9-T2")
        .expect_running(&["D9-T1"]);
}

#[test]
fn handing_on_leaves_one_clock_on_the_new_leg() {
    desk()
        .at("2026-04-07 09:10")
        .register("问")
        .hand_off("税政科", HANDLER)
        .by(HANDLER)
        .sign()
        .hand_off("征管科", WINDOW_HANDLER)
        .expect_replaced("D9-T3")
        .expect_running(&["D9-T2"])
        .expect(|state| {
            let run = state.running(&"D9-T2".into()).expect("running");
            assert_eq!(run.run.leg, 2);
            assert_eq!(state.answerable(&run.run).as_str(), HANDLER);
        })
        .by(WINDOW_HANDLER)
        .sign()
        .expect_running(&["D9-T3"])
        .expect_holder(WINDOW_HANDLER);
}

#[test]
fn who_hands_on_has_a_day_from_signing_not_from_a_registration_long_past() {
    desk()
        .at("2026-04-07 09:10")
        .register("问")
        .hand_off("税政科", HANDLER)
        .at("2026-04-08 10:00")
        .by(HANDLER)
        .sign()
        .at("2026-04-09 10:00")
        .hand_off("征管科", WINDOW_HANDLER)
        .expect_due("D9-T2", "2026-04-09 17:30")
        .expect_breaches(&[]);
}

#[test]
fn what_was_handed_on_comes_back_to_whoever_handed_it_on() {
    desk()
        .at("2026-04-07 09:10")
        .register("问")
        .hand_off("税政科", HANDLER)
        .by(HANDLER)
        .sign()
        .hand_off("征管科", WINDOW_HANDLER)
        .by(WINDOW_HANDLER)
        .sign()
        .at("2026-04-08 09:00")
        .give_back()
        .expect_holder(HANDLER)
        .expect_stage(Stage::Working)
        .expect_running(&["D9-T3"])
        .expect(|state| {
            let run = &state.running(&"D9-T3".into()).expect("running").run;
            assert_eq!((run.leg, run.due), (1, moment("2026-04-10 17:30")));
        })
        .by(SUPERVISOR)
        .refuses(
            json!({"rule_on_handling": {"department": "税政科", "staff": HANDLER, "text": "归本科"}}),
            "nothing_to_rule",
        )
        .by(HANDLER)
        .give_back()
        .expect_holder(CLERK)
        .expect_stage(Stage::Ruling)
        .expect_running(&["D9-T1"])
        .expect(|state| assert_eq!(state.returns, 2));
}

#[test]
fn a_breach_of_ones_own_answer_is_not_told_twice_when_it_comes_back() {
    desk()
        .at("2026-04-07 09:10")
        .register("问")
        .at("2026-04-13 09:00")
        .hand_off("税政科", HANDLER)
        .by(HANDLER)
        .sign()
        .give_back()
        .expect_running(&["D9-T1"])
        .at("2026-04-14 09:00")
        .settle()
        .expect_breaches(&[("D9-T1", CLERK), ("D9-T2", CLERK)]);
}

// ---- D9 art. 10: several departments ----------------------------------------------

#[test]
fn several_departments_are_called_within_two_days_and_answered_two_days_after() {
    desk()
        .at("2026-04-07 09:10")
        .register("问")
        .several()
        .expect_replaced("D9-T1")
        .expect_running(&["D9-T4", "D9-i1"])
        .expect_due("D9-T4", "2026-04-09 17:30")
        .expect_due("D9-i1", "2026-04-28 17:30")
        .expect_stage(Stage::Conferring)
        .act(json!({"convene": {"text": "会商"}}))
        .expect_met("D9-T4")
        .expect_running(&["D9-i1"])
        .at("2026-04-15 09:00")
        .act(json!({"settle_opinion": {"text": "由税政科答复"}}))
        .expect_running(&["D9-T5", "D9-i1"])
        .expect_due("D9-T5", "2026-04-17 17:30")
        .answer()
        .expect_met("D9-T5")
        .expect_met("D9-i1")
        .expect_running(&[]);
}

#[test]
fn the_first_department_that_received_it_calls_the_others() {
    desk()
        .at("2026-04-07 09:10")
        .register("问")
        .hand_off("税政科", HANDLER)
        .by(HANDLER)
        .sign()
        .several()
        .expect_replaced("D9-T3")
        .expect_running(&["D9-T4", "D9-i1"])
        .at("2026-04-09 17:31")
        .settle()
        .expect_breaches(&[("D9-T4", HANDLER)]);
}

#[test]
fn conferring_is_our_own_target_and_never_law() {
    desk().register("问").several().expect(|state| {
        assert!(
            state
                .running(&"D9-i1".into())
                .expect("running")
                .run
                .internal
        );
        assert!(
            !state
                .running(&"D9-T4".into())
                .expect("running")
                .run
                .internal
        );
    });
}

// ---- D9 art. 11: a difficult question ---------------------------------------------

#[test]
fn a_difficult_question_has_a_cap_from_registration_beside_the_superiors_clock() {
    desk()
        .at("2026-04-07 09:10")
        .register("问")
        .at("2026-04-09 09:10")
        .ask_superior()
        .expect_replaced("D9-T1")
        .expect_running(&["D9-T7"])
        .expect_due("D9-T7", "2026-04-28 17:30")
        .expect_stage(Stage::Superior)
        .at("2026-04-27 09:10")
        .by(SUPERVISOR)
        .act(json!({"superior_opinion": {"text": "可以"}}))
        .expect_running(&["D9-T6", "D9-T7"])
        .expect_due("D9-T6", "2026-04-29 17:30")
        .by(CLERK)
        .at("2026-04-29 09:00")
        .answer()
        .expect_met("D9-T6")
        .expect_met("D9-T7")
        .expect_breaches(&[("D9-T7", CLERK)]);
}

#[test]
fn a_change_of_hands_moves_the_cap_and_never_its_end() {
    desk()
        .at("2026-04-07 09:10")
        .register("问")
        .ask_superior()
        .hand_off("税政科", HANDLER)
        .expect_due("D9-T7", "2026-04-28 17:30")
        .by(HANDLER)
        .sign()
        .at("2026-04-29 09:00")
        .settle()
        .expect_breaches(&[("D9-T3", HANDLER), ("D9-T7", HANDLER)]);
}

#[test]
fn asking_again_does_not_move_the_cap() {
    desk()
        .at("2026-04-07 09:10")
        .register("问")
        .ask_superior()
        .act(json!({"superior_opinion": {"text": "再查"}}).clone())
        .by(CLERK)
        .at("2026-04-10 09:00")
        .ask_superior()
        .expect_replaced("D9-T6")
        .expect_running(&["D9-T7"])
        .expect_due("D9-T7", "2026-04-28 17:30");
}

#[test]
fn a_question_that_concerns_several_departments_and_the_superior_keeps_one_cap() {
    desk()
        .at("2026-04-07 09:10")
        .register("问")
        .several()
        .ask_superior()
        .expect_replaced("D9-T4")
        .expect_replaced("D9-i1")
        .expect_running(&["D9-T7"]);
}

#[test]
fn an_answer_after_the_end_never_erases_the_breach() {
    desk()
        .at("2026-04-07 09:10")
        .register("问")
        .at("2026-04-13 09:00")
        .answer()
        .expect_met("D9-T1")
        .expect_breaches(&[("D9-T1", CLERK)])
        .close()
        .settle()
        .expect_breaches(&[("D9-T1", CLERK)]);
}

#[test]
fn the_whole_minute_of_the_end_is_still_in_time() {
    desk()
        .at("2026-04-07 09:10")
        .register("问")
        .at("2026-04-10 17:30:59")
        .settle()
        .expect_breaches(&[])
        .at("2026-04-10 17:31:00")
        .settle()
        .expect_breaches(&[("D9-T1", CLERK)]);
}

#[test]
fn settling_twice_adds_nothing() {
    let counter = desk()
        .at("2026-04-07 09:10")
        .register("问")
        .several()
        .at("2026-06-01 09:00")
        .settle();
    let before = counter.story().len();
    let counter = counter.settle().at("2026-06-02 09:00").settle();
    assert_eq!(counter.story().len(), before);
}

// ---- Notice and documents -----------------------------------------------------------

#[test]
fn a_notice_is_a_reply_and_bringing_the_rest_starts_our_own_target() {
    desk()
        .at("2026-04-07 09:10")
        .register_matter("sw-fapiao")
        .notify("sw-fapiao")
        .expect_met("D9-T1")
        .expect_running(&[])
        .expect_stage(Stage::Visitor)
        .act(json!({"bring": {"brought": [1]}}))
        .act(json!({"bring": {"brought": all_documents()}}))
        .expect_running(&["D9-i2"])
        .expect_due("D9-i2", "2026-04-07 17:30")
        .expect_stage(Stage::Open)
        .answer()
        .expect_met("D9-i2");
}

fn all_documents() -> Vec<u32> {
    let state = desk()
        .register_matter("sw-fapiao")
        .notify("sw-fapiao")
        .state();
    let of = u32::try_from(state.notices[0].content.documents.len()).expect("few");
    (1..=of).collect()
}

// ---- D11 ------------------------------------------------------------------------------

#[test]
fn acceptance_starts_the_shorter_of_law_and_promise() {
    desk_of("service-centre")
        .at("2026-04-07 09:10")
        .register_matter("ga-passport")
        .expect_running(&[])
        .accept()
        .expect_stage(Stage::Accepted)
        // 10 working days promised end before 15 calendar days by law would: 04-21 against 04-22.
        .expect_due("D11-1", "2026-04-21 17:30")
        .deliver()
        .expect_met("D11-1")
        .close();
}

#[test]
fn a_matter_done_on_the_spot_needs_no_clock() {
    desk_of("service-centre")
        .register_matter("mz-marry")
        .accept()
        .expect_running(&[]);
}

#[test]
fn at_the_end_consent_is_recorded_once_and_is_never_a_delivery() {
    let counter = desk_of("service-centre")
        .at("2026-04-07 09:10")
        .register_matter("sj-company")
        .accept()
        .expect_due("D11-1", "2026-04-10 17:30")
        .at("2026-04-13 09:00")
        .settle()
        .settle()
        .expect_breaches(&[("D11-1", CLERK)])
        .expect_stage(Stage::Accepted)
        .expect_running(&["D11-1"])
        .expect(|state| {
            assert!(state.deemed_consent);
            assert_eq!(state.resolution, None);
        });
    assert_eq!(counter.count("deemed_consent"), 1);
    assert_eq!(counter.count("delivered"), 0);
    let counter = counter
        .refuses(json!({"close": {}}), "wrong_stage")
        .deliver();
    assert_eq!(counter.count("deemed_consent"), 1);
    let _ = counter.close().expect_breaches(&[("D11-1", CLERK)]);
}

#[test]
fn a_word_about_an_accepted_application_is_not_its_result() {
    desk_of("service-centre")
        .register_matter("sj-company")
        .accept()
        .answer()
        .expect_stage(Stage::Accepted)
        .expect_running(&["D11-1"])
        .refuses(json!({"close": {}}), "wrong_stage");
}

#[test]
fn an_accepted_application_is_sent_back_only_with_the_leaders_opinion() {
    desk_of("service-centre")
        .register_matter("sj-company")
        .accept()
        .refuses(json!({"decline": {"reason": "不符合条件"}}), "empty_field")
        .refuses(
            json!({"decline": {"reason": "不符合条件", "superior": OTHER_CLERK}}),
            "lacks_role",
        )
        .act(json!({"decline": {"reason": "不符合条件", "superior": SUPERVISOR}}))
        .expect_met("D11-1")
        .close();
}

#[test]
fn an_accepted_item_stays_with_the_windows() {
    desk_of("service-centre")
        .register_matter("sj-company")
        .accept()
        .refuses(
            json!({"hand_off": {"department": "税政科", "staff": HANDLER}}),
            "stays_at_windows",
        )
        .hand_off("征管科", WINDOW_HANDLER)
        .expect_running(&["D11-1"]);
}

#[test]
fn the_leaders_decision_is_told_the_same_day() {
    desk_of("service-centre")
        .at("2026-04-07 09:10")
        .register("问")
        .ask_superior()
        .by(SUPERVISOR)
        .act(json!({"superior_opinion": {"text": "可以"}}))
        .expect_due("D11-i1", "2026-04-07 17:30")
        .by(CLERK)
        .answer()
        .expect_met("D11-i1");
}

// ---- Extensions --------------------------------------------------------------------------

#[test]
fn neither_regulation_extends_its_own_clocks() {
    desk()
        .register("问")
        .refuses(
            json!({"extend": {"clock": "D9-T1", "by": 3, "reason": "情况复杂"}}),
            "no_extension",
        )
        .refuses(
            json!({"extend": {"clock": "D9-T9", "by": 3, "reason": "情况复杂"}}),
            "clock_not_running",
        );
}

#[test]
fn the_matters_own_law_extends_once_from_the_trigger() {
    for (rulebook, clock) in [("tax", "D9-i3"), ("service-centre", "D11-1")] {
        let extend = |by: u32| json!({"extend": {"clock": clock, "by": by, "reason": "情形复杂"}});
        desk_of(rulebook)
            .at("2026-04-07 09:10")
            .register_matter("sj-company")
            .accept()
            .expect_due(clock, "2026-04-10 17:30")
            .refuses(extend(0), "empty_field")
            .refuses(extend(4), "extension_too_long")
            .refuses(
                json!({"extend": {"clock": clock, "by": 3, "reason": " "}}),
                "empty_field",
            )
            .act(extend(2))
            .expect_due(clock, "2026-04-14 17:30")
            .refuses(extend(2), "extension_too_long")
            .act(extend(1))
            .expect_due(clock, "2026-04-15 17:30");
    }
}

#[test]
fn a_promise_shorter_than_the_law_is_not_extended_by_the_law() {
    desk_of("service-centre")
        .at("2026-04-07 09:10")
        .register_matter("ga-passport")
        .accept()
        .refuses(
            json!({"extend": {"clock": "D11-1", "by": 5, "reason": "情形复杂"}}),
            "no_extension",
        );
}

#[test]
fn an_extension_filed_too_late_is_refused_and_recorded() {
    let extend = json!({"extend": {"clock": "D11-1", "by": 2, "reason": "情形复杂"}});
    let counter = desk_of("service-centre")
        .at("2026-04-07 09:10")
        .register_matter("sj-company")
        .accept()
        .at("2026-04-10 17:31")
        .refuses_on_record(extend, "extension_too_late")
        .expect_breaches(&[("D11-1", CLERK)]);
    assert_eq!(counter.count("extension_refused_late"), 1);
    let _ = counter.expect_due("D11-1", "2026-04-10 17:30");
}
