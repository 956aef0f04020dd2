//! D9 and D16: the tax bureau.

use serde_json::json;
use shouwen::domain::inquiry::Stage;
use shouwen::domain::rulebook::SlipContent;

use super::at_hand::{advice, by_channel, permit, promised, state};
use super::kit::{CLERK, HANDLER, SUPERVISOR, desk, rules};

#[test]
fn d9_t1_one_answers_within_three_working_days_of_registration() {
    // Thursday before Qingming: Friday, Tuesday, Wednesday.
    desk()
        .at("2026-04-02 16:50")
        .register("问")
        .expect_due("D9-T1", "2026-04-08 17:30")
        .at("2026-04-08 17:31")
        .settle()
        .expect_breaches(&[("D9-T1", CLERK)]);
}

#[test]
fn d9_t2_a_handoff_is_signed_for_within_one_working_day_of_registration() {
    desk()
        .at("2026-02-13 10:00")
        .register("问")
        // The Saturday before Spring Festival is worked in exchange.
        .hand_off("税政科", HANDLER)
        .expect_due("D9-T2", "2026-02-14 17:30")
        .at("2026-02-14 17:31")
        .settle()
        .expect_breaches(&[("D9-T2", CLERK)])
        .by(HANDLER)
        .sign()
        .expect_met("D9-T2");
    let rules = rules("tax");
    assert_eq!(rules.slip.copies, 2);
    assert!(
        rules
            .slip
            .clause
            .expect("quoted")
            .quote
            .ends_with("双方各执一份。")
    );
}

#[test]
fn d9_t3_the_department_answers_within_three_working_days_of_signing() {
    desk()
        .at("2026-09-29 09:00")
        .register("问")
        .hand_off("税政科", HANDLER)
        .at("2026-09-30 16:00")
        .by(HANDLER)
        .sign()
        // 10-08, 10-09 and the Saturday 10-10, which is worked.
        .expect_due("D9-T3", "2026-10-10 17:30")
        .answer()
        .expect_met("D9-T3")
        .expect_breaches(&[]);
}

#[test]
fn d9_t4_departments_are_called_within_two_working_days() {
    desk()
        .at("2026-04-30 09:00")
        .register("问")
        .several()
        .expect_due("D9-T4", "2026-05-07 17:30")
        .at("2026-05-07 17:30")
        .act(json!({"convene": {"text": "会商"}}))
        .expect_met("D9-T4")
        .expect_breaches(&[]);
}

#[test]
fn d9_t5_two_working_days_count_from_the_settled_opinion() {
    desk()
        .at("2026-04-07 09:00")
        .register("问")
        .several()
        .act(json!({"convene": {"text": "会商"}}))
        .at("2026-04-10 16:00")
        .act(json!({"settle_opinion": {"text": "由税政科答复"}}))
        .expect_due("D9-T5", "2026-04-14 17:30")
        .at("2026-04-14 17:31")
        .answer()
        .expect_breaches(&[("D9-T5", CLERK)]);
}

#[test]
fn d9_t5_conferring_itself_has_our_own_target_only() {
    desk()
        .at("2026-04-07 09:00")
        .register("问")
        .several()
        .expect_due("D9-i1", "2026-04-28 17:30")
        .expect(|state| {
            let run = state.running(&"D9-i1".into()).expect("running");
            assert!(run.run.internal);
            assert!(state.running(&"D9-T7".into()).is_none());
        });
}

#[test]
fn d9_t6_two_working_days_count_from_the_superiors_opinion() {
    desk()
        .at("2026-04-07 09:00")
        .register("问")
        .ask_superior()
        .at("2026-04-29 10:00")
        .by(SUPERVISOR)
        .act(json!({"superior_opinion": {"text": "可以"}}))
        .expect_due("D9-T6", "2026-05-06 17:30")
        .by(CLERK)
        .answer()
        .expect_met("D9-T6");
}

#[test]
fn d9_t7_the_cap_counts_from_registration_and_an_overrun_is_explained_before_closing() {
    let explain = json!({"explain_overrun": {"clock": "D9-T7", "reason": "上级答复较迟"}});
    desk()
        .at("2026-04-07 09:00")
        .register("问")
        .at("2026-04-09 09:00")
        .ask_superior()
        .expect_due("D9-T7", "2026-04-28 17:30")
        .refuses(explain.clone(), "not_overrun")
        .at("2026-04-29 09:00")
        .by(SUPERVISOR)
        .act(json!({"superior_opinion": {"text": "可以"}}))
        .by(CLERK)
        .answer()
        .expect_breaches(&[("D9-T7", CLERK)])
        .refuses(json!({"close": {}}), "unexplained")
        .act(explain)
        .close()
        .expect_stage(Stage::Closed);
}

#[test]
fn d9_6_names_five_channels() {
    let rules = rules("tax");
    let named: Vec<&str> = rules
        .channels
        .iter()
        .map(|one| one.clause.as_ref().expect("quoted").quote.as_str())
        .collect();
    assert_eq!(
        named,
        ["人员来访", "语音电话", "来信来函", "网上咨询", "电子邮件"]
    );
    for channel in ["visit", "call", "letter", "web", "email"] {
        desk()
            .act(by_channel(channel))
            .expect(|state| assert_eq!(state.channel, channel));
    }
    desk().refuses(by_channel("fax"), "unknown_channel");
}

#[test]
fn d9_12_leading_the_visitor_there_names_who_receives_them() {
    let lead = |staff: &str| json!({"hand_off": {"department": "税政科", "staff": staff, "accompanied": true}});
    desk()
        .register("问")
        .refuses(lead(""), "empty_field")
        .act(lead(HANDLER))
        .expect_running(&["D9-T2"])
        .by(HANDLER)
        .sign()
        .expect_met("D9-T2")
        .expect(|state| assert!(state.legs[1].accompanied))
        .expect_holder(HANDLER);
    assert_eq!(advice(&rules("tax"), "D9-12"), ["十二"]);
}

#[test]
fn d9_8_the_record_holds_question_contact_and_answer() {
    let holds: Vec<SlipContent> = rules("tax")
        .slip
        .fields
        .into_iter()
        .map(|field| field.holds)
        .collect();
    assert_eq!(
        holds,
        [
            SlipContent::Words,
            SlipContent::Phone,
            SlipContent::Handling
        ]
    );
}

#[test]
fn d9_returns_are_our_own_rule_and_reset_nothing() {
    let counter = desk()
        .at("2026-04-07 09:00")
        .register("问")
        .hand_off("税政科", HANDLER)
        .at("2026-04-09 09:00")
        .by(HANDLER)
        .give_back()
        .expect_due("D9-T1", "2026-04-10 17:30");
    assert_eq!(counter.count("returned"), 1);
    assert!(rules("tax").returns.clause.is_none());
}

#[test]
fn d9_14_breaks_off_and_nothing_is_filled_in() {
    let rules = rules("tax");
    assert!(state(&rules, "D9").contains("第十四条中截断"));
    assert!(rules.accountability.is_none());
}

#[test]
fn d16_is_named_with_where_it_breaks_off() {
    assert!(state(&rules("tax"), "D16").contains("第八条中截断"));
}

#[test]
fn xk_32_nobody_told_so_it_counts_as_accepted_from_the_day_of_receipt() {
    let receive = json!({"receive": {"documents": ["营业执照"]}});
    let taken = || {
        desk()
            .at("2026-04-28 10:00")
            .act(permit("sw-fapiao"))
            .act(receive.clone())
            .expect_due("XK-32", "2026-05-08 17:30")
    };
    taken()
        .at("2026-05-08 17:31")
        .settle()
        // The matter's own five working days run from the day of receipt as well.
        .expect_breaches(&[("D9-T1", CLERK), ("XK-32", CLERK), ("D9-i3", CLERK)])
        .expect_stage(Stage::Accepted)
        .expect_due("D9-i3", "2026-05-08 17:30");
    taken()
        .at("2026-04-29 10:00")
        .notify("sw-fapiao")
        .expect_met("XK-32")
        .expect(|state| assert_eq!(state.accepted_at, None));
    // What is no permit, and has no such rule of its own, does not count as accepted.
    desk()
        .at("2026-04-28 10:00")
        .register_matter("sw-fapiao")
        .act(receive)
        .expect_running(&["D9-T1"]);
}

#[test]
fn xk_45_a_hearing_stops_the_matters_clock_and_no_answer_clock() {
    let suspend = |reason: &str, told: &str| json!({"suspend": {"reason": reason, "told": told}});
    desk()
        .at("2026-04-07 09:00")
        .register_matter("sj-company")
        .refuses(suspend("hearing", "听证需2日"), "no_suspension")
        .accept()
        .expect_due("D9-i3", "2026-04-10 17:30")
        .refuses(suspend("holiday", "休假"), "unknown_reason")
        .refuses(suspend("public-notice", "公示需2日"), "no_suspension")
        .refuses(suspend("hearing", ""), "empty_field")
        .at("2026-04-08 09:00")
        .act(suspend("hearing", "听证需2日"))
        .at("2026-04-10 09:00")
        .act(json!({"resume": {}}))
        .expect_due("D9-i3", "2026-04-14 17:30");
}

#[test]
fn d9_7_what_was_brought_is_dealt_with_the_same_day() {
    let all: Vec<u32> = {
        let told = desk().register_matter("sw-fapiao").notify("sw-fapiao");
        let documents = told.state().notices[0].content.documents.len();
        (1..=u32::try_from(documents).expect("few")).collect()
    };
    desk()
        .at("2026-04-30 09:00")
        .register_matter("sw-fapiao")
        .notify("sw-fapiao")
        .at("2026-05-06 09:30")
        .act(json!({"bring": {"brought": all}}))
        .expect_due("D9-i2", "2026-05-06 17:30")
        .answer()
        .expect_met("D9-i2");
}

#[test]
fn d9_8_an_accepted_application_runs_on_its_own_limit() {
    desk()
        .at("2026-04-30 09:00")
        .register_matter("sj-company")
        .accept()
        .expect_met("D9-T1")
        .expect_running(&["D9-i3"])
        .expect_due("D9-i3", "2026-05-08 17:30")
        .deliver()
        .expect_met("D9-i3");
}

#[test]
fn d9_8_a_time_agreed_is_our_own_target() {
    desk()
        .at("2026-04-07 09:00")
        .act(promised("2026-04-08T10:00"))
        .expect_running(&["D9-T1", "D9-i4"])
        .expect_due("D9-i4", "2026-04-08 10:00")
        .hand_off("税政科", HANDLER)
        .expect_replaced("D9-i4");
}
