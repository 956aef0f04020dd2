//! Nobody is passed around: returns, rulings that bind, other hands, the slip that
//! stays inside the house, who was reached, told and signed.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use crate::kit::*;
use serde_json::{Value, json};
use shouwen::builtin::rulebook;
use shouwen::domain::inquiry::{Event, Stage};
use shouwen::domain::refusal::{Bar, Refusal};
use shouwen::store::Fact;

/// Sent to 税政科, sent back, sent there again, sent back again: the clerk holds it.
fn sent_back_twice(desk: Counter) -> Counter {
    let mut desk = desk.at("2026-04-07 09:30").register("发票");
    for _ in 0..2 {
        desk = desk
            .by(CLERK)
            .hand_off("税政科", HANDLER)
            .by(HANDLER)
            .sign()
            .give_back();
    }
    desk.by(CLERK)
}

fn ruling() -> Value {
    json!({"rule_on_handling": {"department": "税政科", "staff": HANDLER, "text": "归税政科管"}})
}

fn reassign(department: &str, staff: &str) -> Value {
    json!({"reassign": {"department": department, "staff": staff, "reason": "原承办人出差"}})
}

#[test]
fn after_the_second_return_a_supervisor_decides_under_every_rulebook() {
    for id in rulebook::ids() {
        if !rules(id).returns.allowed {
            continue;
        }
        sent_back_twice(desk_of(id))
            .expect_stage(Stage::Ruling)
            .expect_holder(CLERK)
            .refuses(
                json!({"hand_off": {"department": "税政科", "staff": HANDLER}}),
                "awaits_ruling",
            )
            .by(SUPERVISOR)
            .act(ruling())
            .expect_stage(Stage::Unsigned)
            .expect_holder(HANDLER);
    }
}

#[test]
fn the_first_return_waits_for_nobody() {
    desk()
        .at("2026-04-07 09:30")
        .register("发票")
        .hand_off("税政科", HANDLER)
        .by(HANDLER)
        .sign()
        .give_back()
        .expect_stage(Stage::Open)
        .by(SUPERVISOR)
        .refuses(ruling(), "nothing_to_rule");
}

#[test]
fn a_leg_that_lies_above_the_return_cannot_go_back_either_before_the_ruling() {
    desk()
        .at("2026-04-07 09:30")
        .register("发票")
        .hand_off("税政科", HANDLER)
        .by(HANDLER)
        .sign()
        .hand_off("征管科", WINDOW_HANDLER)
        .by(WINDOW_HANDLER)
        .sign()
        .give_back()
        .by(HANDLER)
        .hand_off("征管科", WINDOW_HANDLER)
        .by(WINDOW_HANDLER)
        .sign()
        .give_back()
        .expect_stage(Stage::Ruling)
        .expect_holder(HANDLER)
        .by(HANDLER)
        .refuses(
            json!({"return": {"opinion": "不归本科管", "should_go_to": "征管科"}}),
            "awaits_ruling",
        )
        .answer()
        .expect_stage(Stage::Answered);
}

#[test]
fn a_ruling_is_a_supervisors_and_binds_the_receiver() {
    let desk = sent_back_twice(desk())
        .refuses(ruling(), "not_allowed")
        .by(SUPERVISOR)
        .refuses(
            json!({"rule_on_handling": {"department": "税政科", "staff": HANDLER}}),
            "empty_field",
        )
        .act(ruling())
        .refuses(ruling(), "nothing_to_rule")
        .by(HANDLER)
        .sign()
        .refuses(
            json!({"hand_off": {"department": "征管科", "staff": WINDOW_HANDLER}}),
            "ruled",
        );
    let number = desk.number().to_owned();
    let mut desk = desk;
    let refused = refusal(send(
        desk.desk(),
        HANDLER,
        &json!({"return": {"inquiry": number, "opinion": "不归本科管", "should_go_to": "征管科"}}),
    ));
    let Refusal::Barred(Bar::Ruled { by, department }) = refused else {
        panic!("{refused:?}");
    };
    assert_eq!((by.as_str(), department.as_str()), (SUPERVISOR, "税政科"));
    desk.answer()
        .by(CLERK)
        .expect_stage(Stage::Answered)
        .expect(|state| assert_eq!((state.returns, state.legs.len()), (2, 4)))
        .close();
}

#[test]
fn a_ruling_may_leave_it_where_it_is() {
    sent_back_twice(desk())
        .by(SUPERVISOR)
        .act(json!({"rule_on_handling": {
            "department": "办税服务厅", "staff": CLERK, "text": "由首问责任人办",
        }}))
        .expect_stage(Stage::Open)
        .expect_holder(CLERK)
        .expect(|state| assert_eq!(state.legs.len(), 3))
        .by(CLERK)
        .refuses(
            json!({"hand_off": {"department": "税政科", "staff": HANDLER}}),
            "ruled",
        );
}

#[test]
fn every_bounce_is_charged_to_the_hands_that_held_it() {
    sent_back_twice(desk()).expect(|state| {
        let charged: Vec<_> = state
            .bounces
            .iter()
            .map(|one| (one.leg, one.hands.as_str(), one.sender.as_str()))
            .collect();
        assert_eq!(charged, [(1, HANDLER, CLERK), (2, HANDLER, CLERK)]);
        assert_eq!(state.bounces[0].department, "税政科");
    });
}

#[test]
fn what_comes_back_to_a_department_that_gave_it_away_is_named_ping_pong() {
    let desk = desk()
        .at("2026-04-07 09:30")
        .register("发票")
        .hand_off("税政科", HANDLER)
        .by(HANDLER)
        .sign()
        .hand_off("征管科", WINDOW_HANDLER)
        .expect(|state| assert_eq!(state.handling.ping_pongs, 0))
        .by(WINDOW_HANDLER)
        .sign()
        .hand_off("办税服务厅", OTHER_CLERK)
        .expect(|state| assert_eq!(state.handling.ping_pongs, 1));
    let flags: Vec<bool> = desk
        .story()
        .iter()
        .filter_map(|event| match &event.fact {
            Fact::Inquiry(Event::HandedOff { ping_pong, .. }) => Some(*ping_pong),
            Fact::Inquiry(_) | Fact::Shift(_) | Fact::Office(_) | Fact::Case(_) => None,
        })
        .collect();
    assert_eq!(flags, [false, false, true]);
}

#[test]
fn a_return_to_the_department_that_sent_it_is_ping_pong_and_one_within_it_is_none() {
    desk()
        .at("2026-04-07 09:30")
        .register("发票")
        .hand_off("办税服务厅", OTHER_CLERK)
        .by(OTHER_CLERK)
        .sign()
        .give_back()
        .expect(|state| assert_eq!(state.handling.ping_pongs, 0))
        .by(CLERK)
        .hand_off("税政科", HANDLER)
        .by(HANDLER)
        .sign()
        .give_back()
        .expect(|state| assert_eq!(state.handling.ping_pongs, 1));
}

#[test]
fn other_hands_move_the_duty_and_no_clock() {
    desk()
        .at("2026-04-07 09:30")
        .register("发票")
        .hand_off("税政科", HANDLER)
        .by(HANDLER)
        .sign()
        .expect_due("D9-T3", "2026-04-10 17:30")
        .refuses(reassign("征管科", WINDOW_HANDLER), "not_allowed")
        .by(SUPERVISOR)
        .at("2026-04-08 09:30")
        .refuses(reassign("税政科", HANDLER), "already_holds")
        .refuses(
            json!({"reassign": {"department": "征管科", "staff": WINDOW_HANDLER}}),
            "empty_field",
        )
        .act(reassign("征管科", WINDOW_HANDLER))
        .expect_holder(WINDOW_HANDLER)
        .expect_due("D9-T3", "2026-04-10 17:30")
        .expect_stage(Stage::Working)
        .expect(|state| {
            assert_eq!(state.current_leg().department, "征管科");
            assert_eq!(state.legs.len(), 2);
        })
        .at("2026-04-13 09:00")
        .settle()
        .expect_breaches(&[("D9-T3", WINDOW_HANDLER)])
        .by(HANDLER)
        .refuses(json!({"answer": {"text": "可以"}}), "not_yours")
        .by(WINDOW_HANDLER)
        .answer();
}

#[test]
fn the_first_responders_part_can_be_put_into_other_hands_before_any_handoff() {
    desk()
        .at("2026-04-07 09:30")
        .register("发票")
        .by(SUPERVISOR)
        .act(reassign("办税服务厅", OTHER_CLERK))
        .expect_holder(OTHER_CLERK)
        .expect(|state| {
            assert_eq!(state.first.as_str(), CLERK, "the first responder stays");
            assert_eq!(state.keeper().as_str(), OTHER_CLERK);
        })
        .by(OTHER_CLERK)
        .answer()
        .close();
}

#[test]
fn where_one_transfer_is_all_the_wrong_receiver_coordinates_inside_the_house() {
    let slip = json!({"coordinate": {"text": "应由工程部处理"}});
    let desk = desk_of("property")
        .at("2026-04-07 09:30")
        .register("水管漏水")
        .refuses(slip.clone(), "unknown_leg")
        .hand_off("税政科", HANDLER)
        .by(HANDLER)
        .sign()
        .refuses(
            json!({"return": {"opinion": "不归本科管", "should_go_to": "工程部"}}),
            "return_forbidden",
        )
        .refuses(
            json!({"hand_off": {"department": "征管科", "staff": WINDOW_HANDLER}}),
            "transferred_once",
        )
        .refuses(json!({"coordinate": {}}), "empty_field")
        .act(slip.clone())
        .expect_holder(HANDLER)
        .expect_stage(Stage::Working);
    let number = desk.number().to_owned();
    let named = desk.last().iter().any(|event| match &event.fact {
        Fact::Inquiry(Event::Coordinated(fact)) => {
            fact.slip == format!("{number}/C1") && fact.name.zh == "客户接待事项协调单"
        }
        Fact::Inquiry(_) | Fact::Shift(_) | Fact::Office(_) | Fact::Case(_) => false,
    });
    assert!(named, "{:?}", desk.last());
    desk.act(slip)
        .expect(|state| {
            assert_eq!(
                state.handling.coordination,
                [format!("{number}/C1"), format!("{number}/C2")]
            );
            // Nothing that goes to the visitor came of it.
            assert!(state.notices.is_empty());
            assert_eq!((state.returns, state.legs.len()), (0, 2));
        })
        .answer();
}

#[test]
fn a_rulebook_that_allows_returns_has_no_coordination_slip() {
    desk()
        .at("2026-04-07 09:30")
        .register("发票")
        .hand_off("税政科", HANDLER)
        .by(HANDLER)
        .sign()
        .refuses(
            json!({"coordinate": {"text": "归征管科"}}),
            "no_coordination",
        );
}

#[test]
fn each_try_to_reach_the_handler_and_who_was_told_stand_on_record() {
    let try_of = |whom: &str, reached: bool| json!({"attempt": {"whom": whom, "how": "电话", "reached": reached}});
    desk()
        .at("2026-04-07 09:30")
        .register("发票")
        .refuses(json!({"tell_holder": {"how": "当面"}}), "unknown_leg")
        .hand_off("税政科", HANDLER)
        .expect(|state| assert!(state.holder_untold()))
        .refuses(json!({"tell_holder": {}}), "empty_field")
        .act(json!({"tell_holder": {"how": "当面"}}))
        .expect(|state| assert!(!state.holder_untold()))
        .refuses(
            json!({"attempt": {"whom": "7777", "how": "电话"}}),
            "unknown_staff",
        )
        .refuses(json!({"attempt": {"how": "电话"}}), "empty_field")
        .act(try_of(HANDLER, false))
        .act(try_of(SUPERVISOR, true))
        .expect(|state| {
            let tries: Vec<_> = state
                .handling
                .tries
                .iter()
                .map(|one| (one.whom.as_str(), one.reached))
                .collect();
            assert_eq!(tries, [(HANDLER, false), (SUPERVISOR, true)]);
        })
        .by(OTHER_CLERK)
        .refuses(try_of(HANDLER, false), "not_yours");
}

#[test]
fn the_visitor_hears_department_person_and_telephone() {
    let desk = desk()
        .at("2026-04-07 09:30")
        .by(ADMIN)
        .act(json!({"record_staff": {
            "number": HANDLER, "name": "陈静", "department": "税政科",
            "phone": "分机 21", "roles": ["handler"],
        }}))
        .by(CLERK)
        .register("发票")
        .hand_off("税政科", HANDLER)
        .act(json!({"tell_holder": {"how": "当面"}}));
    let told = desk.last().iter().find_map(|event| match &event.fact {
        Fact::Inquiry(Event::HolderTold(fact)) => Some(fact.clone()),
        Fact::Inquiry(_) | Fact::Shift(_) | Fact::Office(_) | Fact::Case(_) => None,
    });
    let told = told.expect("the fact");
    assert_eq!(told.department, "税政科");
    assert_eq!(
        (told.holder.as_str(), told.phone.as_str()),
        (HANDLER, "分机 21")
    );
}

#[test]
fn whoever_holds_it_next_is_told_anew() {
    desk()
        .at("2026-04-07 09:30")
        .register("发票")
        .hand_off("税政科", HANDLER)
        .act(json!({"tell_holder": {"how": "当面"}}))
        .by(SUPERVISOR)
        .act(reassign("征管科", WINDOW_HANDLER))
        .expect(|state| assert!(state.holder_untold()))
        .by(CLERK)
        .act(json!({"tell_holder": {"how": "电话"}}));
}

// ---- The head signs how it was handled (D6) -------------------------------------

/// A hotel with its head of 税政科 and the deputy whom she named.
fn hotel() -> Counter {
    let person = |number: &str, roles: &str, substitute: Value| {
        json!({"record_staff": {
            "number": number, "name": format!("人员{number}"), "department": "税政科",
            "roles": [roles], "substitute": substitute,
        }})
    };
    desk_of("hotel")
        .by(ADMIN)
        .act(person("2010", "handler", Value::Null))
        .act(person("2009", "supervisor", json!("2010")))
        .at("2026-04-30 16:00")
        .by(CLERK)
        .register("空调不制冷")
        .hand_off("税政科", HANDLER)
        .by(HANDLER)
        .sign()
}

/// Answered, and all three told: only the signature is missing.
fn handled() -> Counter {
    hotel()
        .answer()
        .by(CLERK)
        .act(json!({"step": {"step": "fed_back_sender"}}))
        .act(json!({"step": {"step": "fed_back_first"}}))
        .act(json!({"step": {"step": "fed_back_quality"}}))
        .act(json!({"step": {"step": "followed_up", "text": "客人满意"}}))
}

fn sign_as(by: &str, stamped: bool) -> Value {
    json!({"sign_handling": {"by": by, "stamped": stamped}})
}

#[test]
fn nothing_is_closed_before_the_head_has_signed_and_stamped() {
    handled()
        .refuses(json!({"close": {}}), "handling_unsigned")
        .refuses(sign_as(CLERK, true), "not_head")
        .refuses(sign_as(SUPERVISOR, true), "not_head")
        .act(sign_as("2009", false))
        .refuses(json!({"close": {}}), "handling_unsigned")
        .act(sign_as("2009", true))
        .close();
}

#[test]
fn a_deputy_whom_the_head_has_named_may_sign_and_is_named_as_such() {
    let desk = handled().by("2010").act(sign_as("", true));
    let deputy = desk.last().iter().any(
        |event| matches!(&event.fact, Fact::Inquiry(Event::HandlingSigned(fact)) if fact.deputy),
    );
    assert!(deputy);
    desk.by(CLERK).close();
}

#[test]
fn there_is_nothing_to_sign_before_it_was_handled_or_where_nobody_asks() {
    hotel().refuses(sign_as("2009", true), "nothing_to_sign");
    desk()
        .at("2026-04-07 09:30")
        .register("发票")
        .hand_off("税政科", HANDLER)
        .by(HANDLER)
        .sign()
        .answer()
        .by(SUPERVISOR)
        .refuses(sign_as("", true), "nothing_to_sign")
        .by(CLERK)
        .close();
}

#[test]
fn what_the_first_responder_answers_needs_no_head() {
    desk_of("hotel")
        .at("2026-04-30 16:00")
        .register("早餐几点")
        .answer()
        .close();
}
