//! When each command is refused, and with which code.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use crate::kit::*;
use serde_json::{Value, json};
use shouwen::domain::refusal::Refusal;

#[expect(clippy::needless_pass_by_value, reason = "cases read better so")]
fn register(fields: Value) -> Value {
    let mut command = json!({"register": {"visitor": {"name": "张三"}, "words": "问"}});
    let into = command["register"].as_object_mut().expect("fields");
    for (key, value) in fields.as_object().expect("fields") {
        into.insert(key.clone(), value.clone());
    }
    command
}

#[test]
fn a_registration_says_who_and_what() {
    let cases = [
        (json!({"visitor": {"name": " "}}), "empty_field"),
        (json!({"words": ""}), "empty_field"),
        (
            json!({"visitor": {"name": "张三", "phone": "1380000000a"}}),
            "phone_malformed",
        ),
        (
            json!({"visitor": {"name": "张三", "phone": "电话没有"}}),
            "phone_malformed",
        ),
        (
            json!({"visitor": {"name": "张三", "phone": "1".repeat(21)}}),
            "too_long",
        ),
        (json!({"visitor": {"name": "张".repeat(201)}}), "too_long"),
        (json!({"words": "问".repeat(4001)}), "too_long"),
        (json!({"matter": "xx-none"}), "unknown_matter"),
        (json!({"channel": "pigeon"}), "unknown_channel"),
        (json!({"kind": "complaint"}), "unknown_kind"),
        (json!({"received_at": "yesterday"}), "time_malformed"),
        (
            json!({"received_at": "2026-04-01T09:00:01+08:00"}),
            "in_future",
        ),
        (
            json!({"received_at": "2026-04-01T08:54:00+08:00"}),
            "late_entry",
        ),
        (
            json!({"route": {"mine_later": {"promised": ""}}}),
            "empty_field",
        ),
        (
            json!({"route": {"mine_later": {"promised": "soon"}}}),
            "time_malformed",
        ),
        (
            json!({"route": {"mine_later": {"promised": "2026-04-01T08:00:00+08:00"}}}),
            "in_past",
        ),
        (
            json!({"route": {"answer_now": {"text": ""}}}),
            "empty_field",
        ),
        (
            json!({"route": {"several": {"departments": ["税政科", " 税政科 "]}}}),
            "empty_field",
        ),
        (json!({"route": {"outside": {"advice": ""}}}), "empty_field"),
    ];
    let mut counter = desk();
    for (fields, code) in cases {
        counter = counter.refuses(register(fields), code);
    }
}

#[test]
fn a_telephone_is_kept_as_its_digits() {
    desk()
        .act(register(
            json!({"visitor": {"name": "张三", "phone": "+86 (0000) 000-0001"}}),
        ))
        .expect(|state| {
            assert_eq!(state.visitor.get().expect("there").phone, "+8600000000001");
        });
}

#[test]
fn only_those_who_serve_visitors_register() {
    let counter = desk();
    let counter = counter
        .by(QUALITY)
        .refuses(register(json!({})), "not_allowed");
    let counter = counter
        .by(ADMIN)
        .refuses(register(json!({})), "not_allowed");
    let counter = counter
        .by("0000")
        .refuses(register(json!({})), "unknown_staff");
    let _ = counter.by(HANDLER).act(register(json!({})));
}

#[test]
fn an_entry_of_the_past_keeps_both_times_and_is_marked_for_ever() {
    desk()
        .at("2026-04-07 09:20")
        .act(register(json!({
            "received_at": "2026-04-03T16:50:00+08:00",
            "late_reason": "停电,纸上先记"
        })))
        .expect(|state| {
            assert!(state.back_entry);
            assert_eq!(wall(state.received_at), "2026-04-03 16:50");
            assert_eq!(wall(state.entered_at), "2026-04-07 09:20");
            assert!(state.number.as_str().starts_with("20260407-"));
        })
        .expect_due("D9-T1", "2026-04-09 17:30");
}

#[test]
fn five_minutes_late_is_not_late() {
    desk()
        .act(register(
            json!({"received_at": "2026-04-01T08:55:00+08:00"}),
        ))
        .expect(|state| assert!(!state.back_entry));
}

#[test]
fn an_entry_past_its_own_limit_is_a_breach_at_once() {
    desk()
        .at("2026-04-14 09:20")
        .act(register(json!({
            "received_at": "2026-04-07T10:00:00+08:00",
            "late_reason": "下乡代收"
        })))
        .expect_breaches(&[("D9-T1", CLERK)]);
}

#[test]
fn the_same_telephone_and_matter_on_the_same_day_is_asked_about() {
    let again = || {
        json!({"register": {
            "visitor": {"name": "张三", "phone": "000-0001"}, "matter": "sw-fapiao"
        }})
    };
    let mut confirmed = again();
    confirmed["confirm"] = json!(["duplicate"]);
    let mut otherwise = again();
    otherwise["register"]["matter"] = json!("sj-company");
    let counter = desk().at("2026-04-07 23:30").act(again());
    let first = counter.number().to_owned();
    let mut counter = counter.refuses(again(), "duplicate");
    let refusal = refusal(send(counter.desk(), CLERK, &again()));
    assert_eq!(refusal, Refusal::Duplicate(first.into()));
    let _ = counter
        .act(otherwise)
        .act(confirmed)
        // Midnight of the office's own day, not of Greenwich.
        .at("2026-04-08 00:00")
        .act(again());
}

#[test]
fn a_receiver_is_named_known_and_of_that_department() {
    let to = |department: &str, staff: &str| json!({"hand_off": {"department": department, "staff": staff}});
    desk()
        .register("问")
        .refuses(to("税政科", ""), "empty_field")
        .refuses(to("", HANDLER), "empty_field")
        .refuses(to("税政科", "0000"), "unknown_staff")
        .refuses(to("征管科", HANDLER), "not_in_department")
        .refuses(to("办税服务厅", CLERK), "already_holds")
        .refuses(to("督察科", QUALITY), "lacks_role")
        .by(OTHER_CLERK)
        .refuses(to("税政科", HANDLER), "not_yours");
}

#[test]
fn a_slip_is_signed_by_its_receiver_once() {
    desk()
        .register("问")
        .refuses(json!({"sign_for": {}}), "unknown_leg")
        .hand_off("税政科", HANDLER)
        .by(OTHER_CLERK)
        .refuses(json!({"sign_for": {"leg": 1}}), "not_yours")
        .by(CLERK)
        .refuses(json!({"sign_for": {"leg": 1}}), "not_yours")
        .by(HANDLER)
        .refuses(json!({"sign_for": {"leg": 2}}), "unknown_leg")
        .refuses(json!({"answer": {"text": "可以"}}), "not_signed")
        .refuses(json!({"guide_outside": {"advice": "去社保"}}), "not_signed")
        .refuses(json!({"decline": {"reason": "不符"}}), "not_signed")
        .refuses(json!({"accept": {}}), "not_signed")
        .refuses(
            json!({"several": {"departments": ["甲", "乙"]}}),
            "not_signed",
        )
        .act(json!({"sign_for": {"leg": 1}}))
        .refuses(json!({"sign_for": {"leg": 1}}), "already_signed");
}

#[test]
fn a_receiver_without_a_terminal_signs_through_the_sender() {
    desk()
        .register("问")
        .hand_off("税政科", HANDLER)
        .by(CLERK)
        .act(json!({"sign_for": {"leg": 1, "how": "电话"}}))
        .expect_holder(HANDLER)
        .expect_met("D9-T2");
}

#[test]
fn a_return_has_an_opinion_and_a_better_address() {
    let back =
        |opinion: &str, to: &str| json!({"return": {"opinion": opinion, "should_go_to": to}});
    desk()
        .register("问")
        .refuses(back("不归我", "征管科"), "unknown_leg")
        .hand_off("税政科", HANDLER)
        .refuses(back("不归本科", "征管科"), "not_yours")
        .by(HANDLER)
        .refuses(back(" ", "征管科"), "empty_field")
        .refuses(back("不归本科", ""), "empty_field")
        .act(back("不归本科", "征管科"))
        .refuses(back("不归本科", "征管科"), "unknown_leg");
}

#[test]
fn a_rulebook_may_forbid_returns() {
    let mut rules = rules("tax");
    rules.returns.allowed = false;
    desk_under(rules)
        .register("问")
        .hand_off("税政科", HANDLER)
        .by(HANDLER)
        .refuses(
            json!({"return": {"opinion": "不归本科", "should_go_to": "征管科"}}),
            "return_forbidden",
        );
}

#[test]
fn a_reply_says_something_and_is_given_once() {
    desk()
        .register("问")
        .refuses(json!({"close": {}}), "not_answered")
        .refuses(json!({"answer": {"text": " "}}), "empty_field")
        .by(OTHER_CLERK)
        .refuses(json!({"answer": {"text": "可以"}}), "not_yours")
        .by(CLERK)
        .answer()
        .refuses(json!({"answer": {"text": "可以"}}), "already_resolved")
        .refuses(
            json!({"guide_outside": {"advice": "去社保"}}),
            "already_resolved",
        )
        .refuses(json!({"accept": {}}), "already_resolved")
        .refuses(
            json!({"hand_off": {"department": "税政科", "staff": HANDLER}}),
            "already_resolved",
        )
        .refuses(json!({"decline": {"reason": "不符"}}), "already_resolved")
        .by(OTHER_CLERK)
        .refuses(json!({"close": {}}), "not_yours")
        .by(CLERK)
        .close()
        .refuses(json!({"close": {}}), "closed")
        .refuses(json!({"answer": {"text": "可以"}}), "closed")
        .refuses(
            json!({"hand_off": {"department": "税政科", "staff": HANDLER}}),
            "closed",
        );
}

#[test]
fn a_rulebooks_forbidden_phrases_reach_no_reply() {
    let mut rules = rules("tax");
    rules.forbidden.push(shouwen::domain::rulebook::Forbidden {
        phrase: "不归我管".to_owned(),
        clause: rules.slip.clause.clone().expect("a clause"),
    });
    desk_under(rules)
        .register("问")
        .refuses(
            json!({"answer": {"text": "这个不归我管。"}}),
            "forbidden_phrase",
        )
        .refuses(
            json!({"guide_outside": {"advice": "不归我管"}}),
            "forbidden_phrase",
        )
        .refuses(
            json!({"decline": {"reason": "不归我管"}}),
            "forbidden_phrase",
        )
        .answer();
}

#[test]
fn acceptance_needs_a_matter_and_happens_once() {
    desk()
        .register("问")
        .refuses(json!({"accept": {}}), "empty_field")
        .refuses(json!({"deliver": {"text": "执照"}}), "wrong_stage")
        .register_matter("sj-company")
        .accept()
        .refuses(json!({"accept": {}}), "wrong_stage")
        .refuses(json!({"deliver": {"text": ""}}), "empty_field")
        .deliver()
        .refuses(json!({"deliver": {"text": "又一份"}}), "wrong_stage");
}

#[test]
fn a_slip_that_lies_about_is_void_once_the_result_is_delivered() {
    desk()
        .register_matter("sj-company")
        .accept()
        .hand_off("征管科", WINDOW_HANDLER)
        .deliver()
        .expect_running(&[])
        .by(WINDOW_HANDLER)
        .refuses(json!({"sign_for": {"leg": 1}}), "already_resolved")
        .refuses(
            json!({"return": {"leg": 1, "opinion": "不归", "should_go_to": "税政科"}}),
            "already_resolved",
        )
        .by(CLERK)
        .close();
}

#[test]
fn conferring_and_asking_follow_their_order() {
    desk()
        .register("问")
        .refuses(json!({"convene": {}}), "wrong_stage")
        .refuses(json!({"settle_opinion": {"text": "可以"}}), "wrong_stage")
        .refuses(json!({"superior_opinion": {"text": "可以"}}), "wrong_stage")
        .refuses(
            json!({"several": {"departments": ["税政科"]}}),
            "empty_field",
        )
        .refuses(
            json!({"ask_superior": {"superior": "", "question": "?"}}),
            "empty_field",
        )
        .refuses(
            json!({"ask_superior": {"superior": SUPERVISOR, "question": ""}}),
            "empty_field",
        )
        .refuses(
            json!({"ask_superior": {"superior": HANDLER, "question": "?"}}),
            "lacks_role",
        )
        .several()
        .refuses(json!({"settle_opinion": {"text": ""}}), "empty_field")
        .ask_superior()
        .by(OTHER_CLERK)
        .refuses(json!({"superior_opinion": {"text": "可以"}}), "not_yours");
}

#[test]
fn a_notice_lists_something_missing_of_a_known_matter() {
    let counter = desk()
        .register("问")
        .refuses(json!({"notify": {}}), "empty_field")
        .refuses(json!({"notify": {"matter": "xx-none"}}), "unknown_matter")
        .refuses(json!({"bring": {"brought": [1]}}), "no_notice")
        .refuses(
            json!({"notify": {"matter": "sw-fapiao", "brought": [99]}}),
            "unknown_document",
        )
        .refuses(
            json!({"notify": {"matter": "sw-fapiao", "circumstances": ["月球居民"]}}),
            "unknown_circumstance",
        )
        .refuses(
            json!({"notify": {"matter": "sw-fapiao", "invalid": [{"document": 1, "why": ""}]}}),
            "empty_field",
        )
        .notify("sw-fapiao")
        .refuses(json!({"bring": {"brought": []}}), "empty_field")
        .refuses(json!({"bring": {"brought": [99]}}), "unknown_document");
    let all: Vec<usize> = (1..=counter.state().notices[0].content.documents.len()).collect();
    let _ = counter
        .refuses(
            json!({"notify": {"matter": "sw-fapiao", "brought": all}}),
            "nothing_missing",
        )
        .answer()
        .refuses(json!({"bring": {"brought": [1]}}), "already_resolved");
}

#[test]
fn an_unknown_or_empty_number_is_named() {
    desk()
        .refuses(
            json!({"answer": {"inquiry": "", "text": "可以"}}),
            "empty_field",
        )
        .refuses(
            json!({"answer": {"inquiry": "20260401-9999", "text": "可以"}}),
            "unknown_inquiry",
        );
}

#[test]
fn what_is_outside_is_guided_and_closed_in_one_act() {
    desk()
        .register("问")
        .refuses(json!({"guide_outside": {"advice": ""}}), "empty_field")
        .act(json!({"guide_outside": {"advice": "请到社保窗口"}}))
        .expect_met("D9-T1")
        .expect_running(&[])
        .expect(|state| assert!(state.is_closed()));
}

#[test]
fn a_circumstance_has_several_names_and_stands_on_the_notice_once() {
    let names = ["委托代理", "agent", "through an agent"];
    desk_of("service-centre")
        .register("问")
        .act(json!({"notify": {"matter": "zr-realestate-transfer", "circumstances": names}}))
        .expect(|state| assert_eq!(state.notices[0].content.circumstances.len(), 1));
}
