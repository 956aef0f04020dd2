//! D7 and D17: the company of 2020.

use serde_json::json;
use shouwen::domain::command::Urgency;
use shouwen::domain::rulebook::{FinePer, RungOn, SlipContent, StepBy};

use super::at_hand::{advice, by_channel, needs_words, promised, rungs, state, step};
use super::kit::{CLERK, HANDLER, desk_of, rules};

#[test]
fn d7_4_2_the_time_told_for_finishing_is_kept() {
    desk_of("company-2020")
        .at("2026-04-07 09:00")
        .act(promised("2026-04-17T09:00"))
        .expect_due("D7-T1", "2026-04-17 09:00")
        .hand_off("税政科", HANDLER)
        .by(HANDLER)
        .sign()
        .expect_running(&["D7-T1", "D7-i1"])
        .at("2026-04-17 09:01")
        .settle()
        .expect_breaches(&[("D7-i1", CLERK), ("D7-T1", CLERK)])
        .answer()
        .expect_met("D7-T1")
        .expect_replaced("D7-i1");
}

#[test]
fn d7_4_2_word_is_due_half_way_to_the_time_told() {
    let counter = desk_of("company-2020")
        .at("2026-04-07 09:00")
        .act(promised("2026-04-17T09:00"))
        .expect_due("D7-i1", "2026-04-12 09:00")
        .at("2026-04-10 16:00");
    needs_words(counter, "stage_feedback")
        .act(step("stage_feedback"))
        .expect_met("D7-i1")
        .expect_running(&["D7-T1"])
        .at("2026-04-13 09:00")
        .settle()
        .expect_breaches(&[]);
}

#[test]
fn d7_4_2_word_on_the_way_that_is_late_is_told() {
    // An odd number of minutes is halved upwards, to a whole one.
    desk_of("company-2020")
        .at("2026-04-07 09:00")
        .act(promised("2026-04-07T09:31"))
        .expect_due("D7-i1", "2026-04-07 09:16")
        .at("2026-04-07 09:17")
        .act(step("stage_feedback"))
        .expect_met("D7-i1")
        .expect_breaches(&[("D7-i1", CLERK)]);
}

#[test]
fn d7_4_2_the_result_is_reported_the_same_day() {
    let counter = desk_of("company-2020")
        .at("2026-04-07 09:00")
        .register("问")
        .hand_off("税政科", HANDLER)
        .by(HANDLER)
        .sign()
        .at("2026-04-08 11:00");
    needs_words(counter, "handled")
        .act(step("handled"))
        .expect_due("D7-i5", "2026-04-08 17:30")
        .answer()
        .expect_met("D7-i5")
        .expect_running(&[]);
}

#[test]
fn d7_4_1_something_is_done_within_a_quarter_of_an_hour() {
    desk_of("company-2020")
        .at("2026-04-07 17:25")
        .register("问")
        .expect_running(&["D7-i2"])
        .expect_due("D7-i2", "2026-04-07 17:40")
        .act(promised("2026-04-08T10:00"))
        .expect_met("D7-i2");
    desk_of("company-2020")
        .at("2026-04-07 17:25")
        .register("问")
        .at("2026-04-07 17:41")
        .settle()
        .expect_breaches(&[("D7-i2", CLERK)]);
}

#[test]
fn d7_4_3_it_is_passed_on_the_same_day_with_how_pressing_it_is() {
    desk_of("company-2020")
        .at("2026-04-03 09:00")
        .register("问")
        .at("2026-04-03 09:10")
        .hand_off("税政科", HANDLER)
        .expect_due("D7-i4", "2026-04-03 17:30")
        .at("2026-04-07 09:00")
        .by(HANDLER)
        .sign()
        .expect_met("D7-i4")
        .expect_breaches(&[("D7-i4", CLERK)]);
    let rules = rules("company-2020");
    let holds: Vec<SlipContent> = rules.slip.fields.iter().map(|field| field.holds).collect();
    assert_eq!(
        holds,
        [
            SlipContent::Unit,
            SlipContent::Name,
            SlipContent::Phone,
            SlipContent::Matter,
            SlipContent::Urgency
        ]
    );
    assert_eq!(advice(&rules, "D7-4.3"), ["4.3"]);
}

#[test]
fn d7_4_4_an_emergency_climbs_at_once_by_night_too() {
    let urgent = json!({"register": {
        "visitor": {"name": "张三"}, "words": "水管爆裂", "urgency": "emergency",
    }});
    let counter = desk_of("company-2020")
        .at("2026-10-01 23:50")
        .act(urgent)
        .expect(|state| assert_eq!(state.urgency, Urgency::Emergency));
    let counter = needs_words(counter, "emergency_unreached")
        .act(step("emergency_unreached"))
        .expect_met("D7-i2")
        .expect_due("D7-i3", "2026-10-02 00:05");
    needs_words(counter, "climbed")
        .at("2026-10-02 00:06")
        .act(step("climbed"))
        .expect_met("D7-i3")
        .expect_breaches(&[("D7-i3", CLERK)])
        // Each further try stands on the record, and asks for no more.
        .act(step("climbed"))
        .expect_running(&[]);
}

#[test]
fn d7_4_4_the_chain_goes_from_handler_to_superior() {
    let rules = rules("company-2020");
    assert_eq!(
        rungs(&rules, RungOn::Emergency),
        ["handler", "leader", "superior"]
    );
    let [urgency] = rules.urgencies.as_slice() else {
        panic!("the source tells one level apart")
    };
    assert_eq!(urgency.level, Urgency::Emergency);
    assert_eq!(urgency.clause.as_ref().expect("quoted").article, "4.4");
}

#[test]
fn d7_5_1_2_the_visitor_is_told_the_departments_and_their_order() {
    let counter = desk_of("company-2020")
        .register("问")
        .several()
        .expect(|state| assert_eq!(state.departments, ["税政科", "征管科"]));
    let counter = needs_words(counter, "order_told").act(step("order_told"));
    assert_eq!(counter.count("step_taken"), 1);
}

#[test]
fn d7_5_2_a_caller_has_three_choices() {
    for choice in ["chose_direct", "chose_through_us", "handler_calls"] {
        let counter = desk_of("company-2020")
            .act(by_channel("call"))
            .act(json!({"step": {"step": choice}}))
            .expect_met("D7-i2");
        assert_eq!(counter.count("step_taken"), 1, "{choice}");
        let book = rules("company-2020");
        let step = book.step(&choice.into()).expect("a step");
        assert_eq!(step.clause.article, "5.2.1", "{choice}");
    }
}

#[test]
fn d7_5_2_5_a_call_is_announced() {
    let rules = rules("company-2020");
    assert_eq!(advice(&rules, "D7-5.2.1"), ["5.2.1"]);
    assert_eq!(advice(&rules, "D7-5.2.5"), ["5.2.5"]);
    let on_calls = rules
        .guidance
        .iter()
        .filter(|one| one.channels == ["call"])
        .count();
    assert_eq!(on_calls, 3);
}

#[test]
fn d7_5_2_2_after_the_handler_was_told_to_call_we_make_sure_the_same_day() {
    desk_of("company-2020")
        .at("2026-04-07 09:00")
        .act(by_channel("call"))
        .hand_off("税政科", HANDLER)
        .act(step("handler_calls"))
        .expect_due("D7-i6", "2026-04-07 17:30")
        .by(HANDLER)
        .sign()
        .answer()
        // An answer is not yet the visitor's word that it is settled.
        .expect_running(&["D7-i6"])
        .refuses(step("followed_up"), "not_yours")
        .by(CLERK)
        .refuses(json!({"close": {}}), "still_owed")
        .act(step("followed_up"))
        .expect_met("D7-i6")
        .close();
    let follow_up = rules("company-2020").follow_up.expect("a follow-up");
    assert_eq!(follow_up.by, StepBy::First);
    assert_eq!(follow_up.step, "followed_up".into());
}

#[test]
fn d7_5_2_3_a_leaders_number_needs_consent_and_a_purpose() {
    let counter = desk_of("company-2020").register("找总经理");
    let counter = needs_words(counter, "purpose_asked")
        .act(step("purpose_asked"))
        .act(step("number_allowed"))
        .act(step("leader_calls"));
    assert_eq!(counter.count("step_taken"), 3);
    let rules = rules("company-2020");
    assert_eq!(rungs(&rules, RungOn::LeaderAsked), ["leader_himself"]);
    assert_eq!(advice(&rules, "D7-5.2.3"), ["5.2.3"]);
}

#[test]
fn d7_6_1_each_instance_costs_100_to_200_yuan_and_the_500_is_left_open() {
    let book = rules("company-2020");
    assert!(state(&book, "D7").contains("500"));
    let rules = book.accountability.expect("accountability");
    let fines: Vec<_> = rules
        .fines
        .iter()
        .map(|fine| (fine.from, fine.to, fine.per, fine.head_too))
        .collect();
    assert_eq!(
        fines,
        [
            (100, Some(200), FinePer::Instance, false),
            (500, None, FinePer::Instance, false)
        ]
    );
    assert!(rules.fines[1].name.zh.contains("截断"));
}

#[test]
fn d7_6_the_departments_leader_tells_the_visitor() {
    let book = rules("company-2020");
    assert_eq!(book.duties[0].id, "D7-6".into());
    let rules = book.accountability.expect("accountability");
    assert_eq!(rules.rules[0].id, "visitor_told");
    assert!(
        rules.rules[0]
            .clause
            .quote
            .ends_with("由责任人所在部门领导通报服务对象")
    );
    let sources: Vec<&str> = rules.sources.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(sources, ["complaint", "spot_check"]);
}

#[test]
fn d7_date_stands_in_the_title() {
    let rules = rules("company-2020");
    assert!(rules.documents[0].title.contains("2020年2月25日"));
}

#[test]
fn d17_is_named_with_where_it_breaks_off() {
    assert!(state(&rules("company-2020"), "D17").contains("5.2.1"));
}
