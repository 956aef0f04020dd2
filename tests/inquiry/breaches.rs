//! What ran late is a fact: with whose hands, how late, what excuse and whose fault;
//! nothing takes it off the record.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use crate::kit::*;
use assert_cmd::Command;
use serde_json::{Value, json};
use shouwen::domain::inquiry::Breach;

fn excuse(clock: &str) -> Value {
    json!({"excuse_breach": {"clock": clock, "excuse": "系统停电"}})
}

fn review(clock: &str, own_fault: bool) -> Value {
    json!({"review_breach": {"clock": clock, "own_fault": own_fault, "text": "已核实"}})
}

fn charge(rule: &str) -> Value {
    json!({"record_breach": {"rule": rule, "hands": CLERK, "text": "来人反映"}})
}

/// The transfer to 税政科 was not signed for in its working day.
fn overrun() -> Counter {
    desk()
        .at("2026-04-07 16:30")
        .register("发票")
        .hand_off("税政科", HANDLER)
        .at("2026-04-09 09:30")
        .settle()
        .expect_breaches(&[("D9-T2", CLERK)])
}

fn only(desk: &Counter) -> Breach {
    let state = desk.state();
    assert_eq!(state.breaches.len(), 1, "{:#?}", state.breaches);
    state.breaches[0].clone()
}

/// The inquiry as a script reads it at an instant.
fn shown(desk: &Counter, now: &str) -> Value {
    let home = tempfile::tempdir().expect("a directory");
    let mut command = Command::cargo_bin("shouwen").expect("the program");
    let output = command
        .args(["show", desk.number(), "--json", "--now", now])
        .env("SHOUWEN_DB", desk.path())
        .env("HOME", home.path())
        .env("XDG_STATE_HOME", home.path())
        .env("XDG_DATA_HOME", home.path())
        .output()
        .expect("an answer");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{said}"))
}

#[test]
fn only_the_hands_that_held_it_may_excuse_it() {
    let desk = overrun()
        .by(HANDLER)
        .refuses(excuse("D9-T2"), "not_yours")
        .by(CLERK)
        .refuses(excuse("D9-T9"), "not_breached")
        .refuses(json!({"excuse_breach": {"clock": "D9-T2"}}), "empty_field")
        .act(excuse("D9-T2"));
    let given = only(&desk).excuse.expect("an excuse");
    assert_eq!((given.by.as_str(), given.text.text()), (CLERK, "系统停电"));
}

#[test]
fn a_supervisor_or_quality_control_says_whose_fault_it_was() {
    let desk = overrun()
        .refuses(review("D9-T2", true), "not_allowed")
        .by(QUALITY)
        .refuses(review("D9-T3", true), "not_breached")
        .act(review("D9-T2", false));
    let found = only(&desk).review.expect("a judgement");
    assert!(!found.own_fault);
    assert_eq!(found.by.as_str(), QUALITY);
    let desk = desk.by(SUPERVISOR).act(review("D9-T2", true));
    assert!(only(&desk).review.expect("a judgement").own_fault);
    assert_eq!(desk.count("breach_reviewed"), 2, "both stand on record");
}

#[test]
fn nobody_judges_what_was_late_in_their_own_hands() {
    desk()
        .at("2026-04-07 16:30")
        .by(SUPERVISOR)
        .register("发票")
        .at("2026-04-13 09:30")
        .settle()
        .refuses(review("D9-T1", false), "own_breach")
        .by(QUALITY)
        .act(review("D9-T1", false));
}

#[test]
fn a_day_that_was_missed_is_missed_once_however_often_the_same_hands_send_it() {
    overrun()
        .by(HANDLER)
        .sign()
        .give_back()
        .by(CLERK)
        .hand_off("征管科", WINDOW_HANDLER)
        .at("2026-04-13 09:30")
        .settle()
        .expect_breaches(&[("D9-T2", CLERK)]);
}

#[test]
fn hands_that_let_a_day_of_their_own_pass_answer_for_it_too() {
    overrun()
        .by(HANDLER)
        .sign()
        .hand_off("征管科", WINDOW_HANDLER)
        .at("2026-04-10 17:31")
        .settle()
        .expect_breaches(&[("D9-T2", CLERK), ("D9-T2", HANDLER)]);
}

#[test]
fn nothing_takes_a_breach_off_the_record() {
    let reassign = json!({"reassign": {
        "department": "征管科", "staff": WINDOW_HANDLER, "reason": "换人",
    }});
    let desk = overrun()
        .act(excuse("D9-T2"))
        .by(QUALITY)
        .act(review("D9-T2", false))
        .by(HANDLER)
        .sign()
        .give_back()
        .by(CLERK)
        .hand_off("税政科", HANDLER)
        .by(HANDLER)
        .sign()
        .by(SUPERVISOR)
        .act(reassign)
        .by(WINDOW_HANDLER)
        .answer()
        .by(CLERK)
        .act(json!({"handover_open": {"to": OTHER_CLERK}}))
        .by(OTHER_CLERK)
        .act(json!({"handover_acknowledge": {"item": 1}}))
        .act(json!({"handover_sign": {}}))
        .by(CLERK)
        .act(json!({"handover_sign": {}}))
        .by(OTHER_CLERK)
        .close();
    let kept = desk
        .state()
        .breaches
        .into_iter()
        .next()
        .expect("the breach");
    assert_eq!((kept.rule.as_str(), kept.hands.as_str()), ("D9-T2", CLERK));
    assert!(kept.excuse.is_some() && kept.review.is_some());
    desk.expect(|state| assert!(state.is_closed()));
}

#[test]
fn what_ran_late_can_still_be_excused_and_judged_after_closing() {
    let desk = overrun()
        .by(HANDLER)
        .sign()
        .answer()
        .by(CLERK)
        .close()
        .refuses(json!({"answer": {"text": "再答"}}), "closed")
        .act(excuse("D9-T2"))
        .by(QUALITY)
        .act(review("D9-T2", true))
        .act(charge("refused"));
    desk.expect(|state| {
        assert!(state.is_closed());
        assert_eq!(state.breaches.len(), 2);
    });
}

#[test]
fn how_late_it_was_is_told_in_the_clocks_own_kind_of_time() {
    let desk = overrun();
    // Due on the 8th at 17:30; office hours from 9 to 12 and from 14 to 17:30.
    let late = |now: &str| {
        let shown = shown(&desk, now);
        let clock = shown["clocks"]
            .as_array()
            .expect("clocks")
            .iter()
            .find(|clock| clock["clock"] == "D9-T2")
            .expect("the clock")
            .clone();
        assert_eq!(clock["late_s"], shown["breaches"][0]["late_s"]);
        clock["late_s"].as_i64().expect("seconds")
    };
    let first = late("2026-04-09T09:30:00+08:00");
    let second = late("2026-04-09T10:30:00+08:00");
    let night = late("2026-04-09T23:30:00+08:00");
    let morning = late("2026-04-10T08:00:00+08:00");
    assert!(first > 0 && first < 3600, "{first}");
    assert_eq!(second - first, 3600);
    assert_eq!(night, morning, "the night is no working time");
    // Signed for at 11: from then on it is not any later.
    let desk = desk.at("2026-04-09 11:30").by(HANDLER).sign();
    let after = shown(&desk, "2026-04-20T10:00:00+08:00");
    assert_eq!(after["breaches"][0]["late_s"], first + 7200);
    assert_eq!(after["breaches"][0]["hands"], CLERK);
    let other = after["clocks"].as_array().expect("clocks").iter();
    let met = |clock: &&Value| clock["breached"].is_null();
    assert!(other.filter(met).all(|clock| clock["late_s"].is_null()));
}

#[test]
fn returns_and_custody_are_there_for_scripts() {
    let desk = desk()
        .at("2026-04-07 09:30")
        .register("发票")
        .act(json!({"keep_documents": {"documents": ["身份证"]}}))
        .hand_off("税政科", HANDLER)
        .by(HANDLER)
        .sign()
        .give_back();
    let shown = shown(&desk, "2026-04-07T10:00:00+08:00");
    assert_eq!(shown["bounces"][0]["hands"], HANDLER);
    assert_eq!(shown["bounces"][0]["ping_pong"], true);
    assert_eq!(shown["handling"]["ping_pongs"], 1);
    assert_eq!(shown["custody"]["count"], 1);
    assert_eq!(shown["custody"]["documents"][0]["keeper"], CLERK);
}

// ---- The five kinds of finishing late (D1 art. 3.7) --------------------------------

/// A permit of the police, accepted, twenty working days to go.
fn permit() -> Counter {
    desk_of("police")
        .at("2026-04-07 09:30")
        .act(json!({"register": {
            "kind": "petition", "visitor": {"name": "张三"}, "words": "信访事项",
        }}))
        .accept()
}

#[test]
fn late_through_time_alone_counts_by_the_regulations_own_rule() {
    let desk = permit().at("2026-07-07 09:30").settle();
    let shown = shown(&desk, "2026-07-07T09:30:00+08:00");
    let all = shown["breaches"].as_array().expect("breaches");
    let petition = all.iter().find(|one| one["rule"] == "D1-L5").expect("it");
    assert_eq!(petition["counts_as"], "D1-Z1");
    assert_eq!(petition["hands"], CLERK);
}

#[test]
fn an_extension_filed_late_is_a_breach_by_itself() {
    let late = json!({"extend": {"clock": "D1-L5", "by": 10, "reason": "情况复杂"}});
    let desk = permit()
        .at("2026-07-07 09:30")
        .refuses_on_record(late, "extension_too_late");
    let state = desk.state();
    let rules: Vec<&str> = state.breaches.iter().map(|one| one.rule.as_str()).collect();
    assert!(rules.contains(&"D1-Z4"), "{rules:?}");
}

#[test]
fn refused_unanswered_and_undelivered_are_charged_by_their_rules() {
    for (kind, rule) in [
        ("refused", "D1-Z2"),
        ("unanswered", "D1-Z3"),
        ("undelivered", "D1-Z5"),
        ("D1-Z3", "D1-Z3"),
    ] {
        let desk = permit()
            .refuses(charge(kind), "not_allowed")
            .by(QUALITY)
            .act(charge(kind));
        let breach = only(&desk);
        assert_eq!((breach.rule.as_str(), breach.hands.as_str()), (rule, CLERK));
        let (by, text) = breach.charge.expect("a charge");
        assert_eq!((by.as_str(), text.text()), (QUALITY, "来人反映"));
        // It is excused and judged like any other.
        desk.by(CLERK)
            .act(excuse(rule))
            .by(SUPERVISOR)
            .act(review(rule, false));
    }
}

#[test]
fn a_charge_names_a_rule_somebody_and_what_happened() {
    let bare = |body: Value| json!({ "record_breach": body });
    permit()
        .by(QUALITY)
        .refuses(bare(json!({"hands": CLERK, "text": "某事"})), "empty_field")
        .refuses(
            bare(json!({"rule": "D1-Z2", "text": "某事"})),
            "empty_field",
        )
        .refuses(
            bare(json!({"rule": "D1-Z2", "hands": CLERK})),
            "empty_field",
        )
        .refuses(
            bare(json!({"rule": "D1-Z2", "hands": "7777", "text": "某事"})),
            "unknown_staff",
        )
        .refuses(charge("D99-1"), "unknown_rule");
    // A rulebook without names of its own charges by the kind.
    let desk = desk()
        .at("2026-04-07 09:30")
        .register("发票")
        .by(SUPERVISOR)
        .act(charge("unanswered"));
    assert_eq!(only(&desk).rule.as_str(), "unanswered");
}
