//! D10: the management company.

use serde_json::json;
use shouwen::domain::inquiry::Stage;
use shouwen::domain::rulebook::{RouteId, RungOn, StepBy};

use super::at_hand::{advice, needs_words, promised, rungs, state, step};
use super::kit::{CLERK, Counter, HANDLER, desk_of, rules};

/// Handed off and signed for on a Wednesday morning before a holiday.
fn in_the_handlers_hands() -> Counter {
    desk_of("management")
        .at("2026-04-29 09:00")
        .register("问")
        .hand_off("税政科", HANDLER)
        .at("2026-04-29 10:00")
        .by(HANDLER)
        .sign()
}

#[test]
fn d10_3_2_the_time_set_is_the_units_own_and_stays_with_whoever_holds_it() {
    desk_of("management")
        .at("2026-04-29 09:00")
        .act(promised("2026-05-07T12:00"))
        .expect_running(&["D10-i1"])
        .expect(|state| {
            let run = state.running(&"D10-i1".into()).expect("running");
            assert!(run.run.internal);
        })
        .hand_off("税政科", HANDLER)
        .expect_due("D10-i1", "2026-05-07 12:00")
        .by(HANDLER)
        .sign()
        .act(step("contacted"))
        .act(step("handled"))
        .act(step("fed_back"))
        .at("2026-05-07 12:01")
        .settle()
        .expect_breaches(&[("D10-i1", HANDLER)]);
}

#[test]
fn d10_3_2_the_first_responder_keeps_it_until_it_is_closed() {
    in_the_handlers_hands()
        .answer()
        .expect(|state| assert_eq!(state.keeper().as_str(), CLERK))
        .refuses(json!({"close": {}}), "not_yours")
        .by(CLERK)
        .act(step("followed_up"))
        .close()
        .expect_stage(Stage::Closed);
}

#[test]
fn d10_3_2_without_substitutes_the_leaders_decide() {
    let rules = rules("management");
    assert_eq!(rungs(&rules, RungOn::Unclear), ["head", "leader", "chief"]);
    assert_eq!(rungs(&rules, RungOn::Unreachable), ["handler_away"]);
    let unclear = rules.route(RouteId::Unclear).expect("a route");
    assert!(
        unclear
            .clause
            .as_ref()
            .expect("quoted")
            .quote
            .contains("直至办结")
    );
}

#[test]
fn d10_3_2_the_handler_gets_in_touch_the_same_day() {
    let counter = in_the_handlers_hands().expect_due("D10-i3", "2026-04-29 17:30");
    needs_words(counter, "contacted")
        .by(CLERK)
        .refuses(step("contacted"), "not_yours")
        .by(HANDLER)
        .act(step("contacted"))
        .expect_met("D10-i3")
        .expect_running(&["D10-i4"]);
    in_the_handlers_hands()
        .at("2026-04-29 17:31")
        .settle()
        .expect_breaches(&[("D10-i3", HANDLER), ("D10-i4", HANDLER)]);
}

#[test]
fn d10_6_the_handler_deals_with_it_the_same_day() {
    in_the_handlers_hands()
        .expect_due("D10-i4", "2026-04-29 17:30")
        .give_back()
        .expect_replaced("D10-i4")
        .expect_running(&[]);
    // Signed for after closing on the eve of Labour Day.
    desk_of("management")
        .at("2026-04-30 17:40")
        .register("问")
        .hand_off("税政科", HANDLER)
        .by(HANDLER)
        .sign()
        .expect_due("D10-i4", "2026-05-06 17:30")
        .answer()
        .expect_met("D10-i4")
        .expect_met("D10-i3");
}

#[test]
fn d10_6_the_result_goes_to_the_first_responder_at_once() {
    let counter = in_the_handlers_hands();
    needs_words(counter, "handled")
        .at("2026-04-29 15:00")
        .act(step("handled"))
        .expect_met("D10-i4")
        .expect_due("D10-i5", "2026-04-29 15:15")
        .at("2026-04-29 15:16")
        .act(step("fed_back"))
        .expect_met("D10-i5")
        .expect_breaches(&[("D10-i5", HANDLER)]);
}

#[test]
fn d10_6_a_difficulty_is_told_the_same_day() {
    in_the_handlers_hands()
        .act(step("difficulty"))
        .expect_due("D10-i6", "2026-04-29 17:30")
        .act(step("difficulty_told"))
        .expect_met("D10-i6")
        // It excuses nothing: the handler still has to deal with it.
        .expect_running(&["D10-i3", "D10-i4"]);
    assert_eq!(
        rungs(&rules("management"), RungOn::Unsettled),
        ["difficulty"]
    );
}

#[test]
fn d10_2_something_is_done_within_a_quarter_of_an_hour() {
    desk_of("management")
        .at("2026-04-29 09:00")
        .register("问")
        .expect_running(&["D10-i2"])
        .expect_due("D10-i2", "2026-04-29 09:15")
        .at("2026-04-29 09:16")
        .answer()
        .expect_met("D10-i2")
        .expect_breaches(&[("D10-i2", CLERK)]);
}

#[test]
fn d10_2_names_four_channels() {
    let rules = rules("management");
    let channels: Vec<&str> = rules.channels.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(channels, ["visit", "call", "letter", "meeting"]);
    assert!(
        rules
            .channels
            .iter()
            .all(|one| !one.internal && one.clause.is_some())
    );
}

#[test]
fn d10_5_the_first_responder_calls_back_the_same_day() {
    let counter = in_the_handlers_hands()
        .at("2026-04-30 17:45")
        .answer()
        .expect_running(&["D10-i7"])
        .expect_due("D10-i7", "2026-05-06 17:30")
        .refuses(step("followed_up"), "not_yours")
        .by(CLERK)
        .refuses(json!({"close": {}}), "still_owed");
    needs_words(counter, "followed_up")
        .at("2026-05-06 17:31")
        .act(step("followed_up"))
        .expect_met("D10-i7")
        .expect(|state| {
            let late = state
                .clocks
                .iter()
                .find(|run| run.run.clock == "D10-i7".into());
            let hands = late.expect("it ran").breached.clone();
            assert_eq!(hands.expect("a breach").as_str(), CLERK);
        })
        .close();
    // What was answered on the spot needs no call.
    let now = json!({"register": {
        "visitor": {"name": "张三"}, "words": "问", "route": {"answer_now": {"text": "可以。"}},
    }});
    desk_of("management")
        .act(now)
        .expect_stage(Stage::Closed)
        .expect(|state| {
            assert!(
                state
                    .clocks
                    .iter()
                    .all(|run| run.run.clock != "D10-i7".into())
            );
        });
    let follow_up = rules("management").follow_up.expect("a follow-up");
    assert_eq!(follow_up.by, StepBy::First);
}

#[test]
fn d10_5_the_record_has_its_own_name_and_fields() {
    let slip = rules("management").slip;
    assert_eq!(slip.name.zh, "“首问负责制”执行登记表");
    assert_eq!(slip.clause.expect("quoted").article, "五");
    let labels: Vec<String> = slip
        .fields
        .into_iter()
        .map(|field| field.label.zh)
        .collect();
    assert_eq!(
        labels,
        ["服务对象的单位（部门）", "姓名", "联系电话", "拟办事项"]
    );
}

#[test]
fn d10_4_2_the_main_department_comes_first() {
    desk_of("management")
        .register("问")
        .several()
        .expect(|state| assert_eq!(state.departments[0], "税政科"));
    let rules = rules("management");
    let several = rules.route(RouteId::Several).expect("a route");
    assert_eq!(several.clause.as_ref().expect("quoted").article, "四2");
}

#[test]
fn d10_7_only_the_two_that_stand_are_given() {
    let rules = rules("management");
    assert_eq!(advice(&rules, "D10-7.1"), ["七1"]);
    assert_eq!(advice(&rules, "D10-7.2"), ["七2"]);
    let of_seven = rules
        .guidance
        .iter()
        .filter(|one| one.clause.article.starts_with('七'));
    assert_eq!(of_seven.count(), 2);
    assert!(state(&rules, "D10").contains("只存前两项"));
    assert!(rules.accountability.is_none());
}
