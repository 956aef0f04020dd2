//! Asking whether it helped, ratings, and taking up again.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use crate::kit::*;
use serde_json::{Value, json};
use shouwen::domain::inquiry::Stage;

fn asked(level: u8) -> Value {
    json!({"follow_up": {"reached": true, "level": level, "text": "来人说"}})
}

fn answered() -> Counter {
    desk().at("2026-04-07 10:00").register("问").answer()
}

#[test]
fn who_was_satisfied_is_recorded_before_and_after_closing() {
    answered()
        .act(asked(5))
        .close()
        .expect(|state| assert_eq!(state.rating.unwrap().level, 5))
        .at("2026-04-09 10:00")
        .act(asked(4))
        .expect(|state| {
            assert_eq!(state.rating.unwrap().level, 4);
            assert_eq!(state.follow_ups, 2);
        })
        .expect_stage(Stage::Closed);
}

#[test]
fn a_try_that_found_nobody_is_a_try_and_no_rating() {
    answered()
        .act(json!({"follow_up": {"reached": false, "text": "占线"}}))
        .expect(|state| {
            assert_eq!(state.follow_ups, 1);
            assert!(state.rating.is_none());
        })
        .act(json!({"follow_up": {"reached": true, "refused": true, "text": "不愿说"}}))
        .expect(|state| assert!(state.rating.is_none()));
}

#[test]
fn a_bad_rating_takes_it_up_again_and_erases_nothing() {
    let before = answered().close();
    let events = before.story().len();
    before
        .at("2026-04-08 10:00")
        .act(asked(1))
        .expect_stage(Stage::Working)
        .expect_holder(CLERK)
        .expect(|state| {
            assert_eq!(state.reopened, 1);
            assert!(state.closed_at.is_none());
            assert_eq!(state.current_leg().no, 1);
            assert!(state.version > u32::try_from(events).unwrap());
        })
        .answer()
        .close()
        .expect_stage(Stage::Closed);
}

#[test]
fn what_is_taken_up_again_runs_on_a_clock_of_its_own() {
    answered()
        .close()
        .at("2026-04-08 10:00")
        .act(asked(2))
        .expect_due("D9-i5", "2026-04-15 17:30")
        .answer()
        .expect_met("D9-i5");
}

#[test]
fn closing_is_not_the_end_but_only_those_who_answer_for_it_take_it_up() {
    answered()
        .close()
        .by(OTHER_CLERK)
        .refuses(json!({"reopen": {"reason": "又来问"}}), "not_yours")
        .by(SUPERVISOR)
        .refuses(json!({"reopen": {"reason": " "}}), "empty_field")
        .act(json!({"reopen": {"reason": "来人说没解决"}}))
        .expect_holder(CLERK)
        .refuses(json!({"reopen": {"reason": "又"}}), "wrong_stage");
}

#[test]
fn nobody_is_asked_before_an_answer_and_levels_are_five() {
    desk()
        .at("2026-04-07 10:00")
        .register("问")
        .refuses(asked(5), "not_answered")
        .answer()
        .refuses(asked(6), "no_such_level")
        .refuses(
            json!({"follow_up": {"reached": false, "level": 3, "text": "x"}}),
            "no_such_level",
        )
        .refuses(
            json!({"follow_up": {"reached": true, "level": 1}}),
            "empty_field",
        )
        .by(OTHER_CLERK)
        .refuses(asked(5), "not_yours");
}

#[test]
fn a_rating_is_appealed_once_and_decided_by_someone_above() {
    let appeal = json!({"appeal_rating": {"text": "事项不归本单位"}});
    let rule = json!({"rule_on_rating": {"stands": false, "text": "情况属实"}});
    answered()
        .refuses(appeal.clone(), "no_rating")
        .act(asked(3))
        .by(OTHER_CLERK)
        .refuses(appeal.clone(), "not_yours")
        .by(CLERK)
        .refuses(rule.clone(), "not_allowed")
        .act(appeal.clone())
        .refuses(appeal, "no_rating")
        .by(QUALITY)
        .act(rule.clone())
        .expect(|state| assert_eq!(state.rating.unwrap().stands, Some(false)))
        .refuses(rule, "no_rating");
}

#[test]
fn the_follow_up_that_a_regulation_wants_is_made_by_whom_it_says() {
    let book = rules("management");
    assert!(book.follow_up.is_some());
    desk_of("management")
        .at("2026-04-07 10:00")
        .register("问")
        .hand_off("税政科", HANDLER)
        .by(HANDLER)
        .sign()
        .answer()
        .refuses(asked(5), "not_yours")
        .by(CLERK)
        .refuses(json!({"close": {}}), "still_owed")
        .act(asked(5))
        .close()
        .expect_stage(Stage::Closed);
}

#[test]
fn a_ruling_binds_the_course_it_was_given_for_and_not_the_next() {
    let back = json!({"return": {"opinion": "不归本科管", "should_go_to": "征管科"}});
    let mut desk = desk().at("2026-04-07 10:00").register("问");
    for _ in 0..2 {
        desk = desk
            .by(CLERK)
            .hand_off("税政科", HANDLER)
            .by(HANDLER)
            .sign()
            .act(back.clone());
    }
    desk.by(SUPERVISOR)
        .act(json!({"rule_on_handling": {
            "department": "税政科", "staff": HANDLER, "text": "归税政科管"}}))
        .by(HANDLER)
        .sign()
        .answer()
        .by(CLERK)
        .close()
        .act(json!({"reopen": {"reason": "答非所问"}}))
        .expect(|state| assert!(state.handling.ruled.is_none()))
        .hand_off("征管科", WINDOW_HANDLER)
        .expect_holder(WINDOW_HANDLER);
}
