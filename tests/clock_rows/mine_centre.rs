//! Rows of the mine-centre rulebook, each by its id.

use serde_json::{Value, json};
use shouwen::domain::inquiry::Stage;
use shouwen::domain::rulebook::RungOn;
use shouwen::domain::staff::Role;

use super::kit::*;

fn call(words: &str) -> Value {
    json!({"register": {
        "channel": "call", "visitor": {"name": "张三", "phone": "00000001"}, "words": words,
    }})
}

fn told(who: &str) -> Value {
    json!({"step": {"step": "told_caller", "text": who}})
}

#[test]
fn d4_6_six_cases_are_called_to_account_and_no_punishment_is_made_up() {
    let rules = rules("mine-centre").accountability.expect("accountability");
    let quotes: Vec<&str> = rules
        .categories
        .iter()
        .map(|one| one.clause.quote.as_str())
        .collect();
    assert_eq!(quotes.len(), 6);
    for (quote, words) in quotes.iter().zip([
        "移交给承办人员",
        "没在时限内完成",
        "应告知而没有告知",
        "推诿、扯皮",
        "态度恶劣",
        "吃、拿、卡、要",
    ]) {
        assert!(quote.contains(words), "{quote}");
    }
    assert!(rules.forms.is_empty() && rules.fines.is_empty() && rules.tiers.is_empty());
}

#[test]
fn d4_6_a_transfer_that_waits_past_closing_is_the_first_responders_breach() {
    desk_of("mine-centre")
        .at("2026-04-03 16:50")
        .register("房改房过户")
        .hand_off("税政科", HANDLER)
        .expect_due("D4-i2", "2026-04-03 17:30")
        .at("2026-04-03 17:31")
        .settle()
        .expect_breaches(&[("D4-i2", CLERK)]);
}

#[test]
fn d4_6_a_handler_who_signs_after_closing_has_the_next_working_day() {
    desk_of("mine-centre")
        .at("2026-04-03 16:50")
        .register("房改房过户")
        .hand_off("税政科", HANDLER)
        .at("2026-04-03 18:00")
        .by(HANDLER)
        .sign()
        .expect_due("D4-i3", "2026-04-07 17:30")
        .at("2026-04-07 17:31")
        .settle()
        .expect_breaches(&[("D4-i2", CLERK), ("D4-i3", HANDLER)]);
}

#[test]
fn d4_6_every_limit_is_an_internal_target() {
    for clock in &rules("mine-centre").clocks {
        assert!(clock.internal, "{}", clock.id);
        assert!(clock.extension.is_none(), "{}", clock.id);
        assert!(clock.name.zh.ends_with("（内控）"), "{}", clock.id);
    }
}

#[test]
fn d4_3_4_what_is_unclear_goes_to_the_leader_and_is_answered_the_same_day() {
    desk_of("mine-centre")
        .at("2026-04-03 10:00")
        .register("这事归谁")
        .expect_running(&["D4-i1"])
        .ask_superior()
        .expect_stage(Stage::Superior)
        .expect_met("D4-i1")
        .expect_due("D4-i5", "2026-04-03 17:30")
        .by(SUPERVISOR)
        .act(json!({"superior_opinion": {"text": "由房改办承办"}}))
        .by(CLERK)
        .answer()
        .expect_met("D4-i5");
    let rules = rules("mine-centre");
    let rung = rules.ladder.first().expect("a rung");
    assert_eq!(
        (rung.id.as_str(), rung.on, rung.role),
        ("D4-4", RungOn::Unclear, Role::Supervisor)
    );
    assert_eq!(rung.clause.article, "三4");
}

#[test]
fn d4_3_5_a_caller_is_told_who_holds_it_once_it_was_passed_on() {
    desk_of("mine-centre")
        .at("2026-04-03 10:00")
        .act(call("举报食堂价格"))
        .hand_off("税政科", HANDLER)
        .expect_running(&["D4-i2", "D4-i4"])
        .expect_due("D4-i4", "2026-04-03 17:30")
        .refuses(json!({"step": {"step": "told_caller"}}), "empty_field")
        .by(HANDLER)
        .refuses(told("税政科 陈静"), "not_yours")
        .by(CLERK)
        .act(told("税政科 陈静"))
        .expect_met("D4-i4");
}

#[test]
fn d4_3_5_a_caller_who_is_not_told_is_a_breach_of_the_first_responder() {
    desk_of("mine-centre")
        .at("2026-04-03 10:00")
        .act(call("举报食堂价格"))
        .hand_off("税政科", HANDLER)
        .by(HANDLER)
        .sign()
        .at("2026-04-03 17:31")
        .settle()
        .expect(|state| {
            let late: Vec<&str> = state
                .clocks
                .iter()
                .filter(|run| run.breached.is_some())
                .map(|run| run.run.clock.as_str())
                .collect();
            assert_eq!(late, ["D4-i4", "D4-i3"]);
        });
}

#[test]
fn d4_3_5_a_visitor_at_the_counter_needs_no_call() {
    desk_of("mine-centre")
        .at("2026-04-03 10:00")
        .register("问")
        .hand_off("税政科", HANDLER)
        .expect_running(&["D4-i2"]);
    let rules = rules("mine-centre");
    let called: Vec<&str> = rules
        .guidance
        .iter()
        .filter(|advice| advice.channels == ["call"])
        .map(|advice| advice.clause.article.as_str())
        .collect();
    assert_eq!(called, ["三5", "三5"]);
}

#[test]
fn d4_i1_what_comes_back_gets_a_day_of_its_own() {
    desk_of("mine-centre")
        .at("2026-04-03 10:00")
        .register("问")
        .hand_off("税政科", HANDLER)
        .at("2026-04-03 11:00")
        .by(HANDLER)
        .sign()
        .at("2026-04-03 18:00")
        .give_back()
        .expect_running(&["D4-i1"])
        .expect_due("D4-i1", "2026-04-07 17:30")
        .expect_breaches(&[("D4-i3", HANDLER)]);
}

#[test]
fn d4_5_no_telephone_number_comes_along() {
    let rules = rules("mine-centre");
    let text = serde_json::to_string(&rules).expect("json");
    let mut digits = 0;
    for ch in text.chars() {
        digits = if ch.is_ascii_digit() { digits + 1 } else { 0 };
        assert!(digits < 7, "a telephone number");
    }
}
