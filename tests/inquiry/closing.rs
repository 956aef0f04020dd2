//! Closing shows that whoever asked knows of it: how, when, who answered.

#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests")]

use crate::kit::{CLERK, Counter, HANDLER, desk, desk_of};
use serde_json::{Value, json};
use shouwen::domain::inquiry::Event;
use shouwen::i18n::refusal::Plain;
use shouwen::i18n::{Lang, timeline};
use shouwen::store::Fact;

fn close() -> Value {
    json!({"close": {}})
}

fn told(how: &str, at: &str, who: &str) -> Value {
    json!({"close": {"contact": {"how": how, "at": at, "who": who}}})
}

fn unreached() -> Value {
    json!({"close": {"contact": {"how": "phone", "unreached": true}}})
}

/// Answered by the handler at 11:00, out of the visitor's sight.
fn answered_elsewhere() -> Counter {
    desk()
        .at("2026-04-03 09:00")
        .register("发票")
        .hand_off("税政科", HANDLER)
        .by(HANDLER)
        .sign()
        .at("2026-04-03 11:00")
        .answer()
        .by(CLERK)
}

fn last_line(counter: &Counter, lang: Lang) -> String {
    let story = counter.story();
    let closed = |event: &&shouwen::store::Recorded| {
        matches!(event.fact, Fact::Inquiry(Event::Closed { .. }))
    };
    let event = story.iter().rev().find(closed).unwrap();
    let Fact::Inquiry(fact) = &event.fact else {
        panic!("closed");
    };
    timeline::line(lang, &event.header.actor, fact, &Plain).unwrap()
}

#[test]
fn an_answer_that_nobody_saw_the_visitor_get_closes_with_how_when_and_who() {
    let counter = answered_elsewhere()
        .refuses(close(), "untold")
        .refuses(told("phone", "", ""), "empty_field")
        .refuses(
            told("phone", "2026-04-03T10:00:00+08:00", "本人"),
            "told_before",
        )
        .refuses(
            told("phone", "2026-04-03T12:00:00+08:00", "本人"),
            "in_future",
        )
        .refuses(told("phone", "noon", "本人"), "time_malformed")
        .at("2026-04-03 11:20")
        .act(told("phone", "2026-04-03T11:05:00+08:00", "本人"));
    assert_eq!(
        last_line(&counter, Lang::Zh),
        "1001 办结（04-03 11:05 电话告知，本人接听）"
    );
    assert_eq!(
        last_line(&counter, Lang::En),
        "1001 closed it (told 04-03 11:05 by phone, answered by 本人)"
    );
}

#[test]
fn what_the_record_shows_already_is_not_asked_again() {
    // Told how it stands.
    let _ = answered_elsewhere()
        .act(json!({"tell": {"text": "可以办了，带身份证来"}}))
        .act(close());
    // Asked afterwards.
    let _ = answered_elsewhere()
        .act(json!({"follow_up": {"reached": true, "level": 5}}))
        .act(close());
    // The result was put into their hands.
    let _ = desk_of("service-centre")
        .at("2026-04-03 09:00")
        .register_matter("sj-company")
        .accept()
        .at("2026-04-08 10:00")
        .deliver()
        .act(close());
}

#[test]
fn what_was_said_before_the_answer_shows_nothing() {
    let _ = desk()
        .at("2026-04-03 09:00")
        .register("发票")
        .hand_off("税政科", HANDLER)
        .act(json!({"tell": {"text": "已转税政科"}}))
        .by(HANDLER)
        .sign()
        .at("2026-04-03 11:00")
        .answer()
        .by(CLERK)
        .refuses(close(), "untold")
        .close();
}

#[test]
fn the_visitor_who_stood_there_heard_it() {
    let _ = desk()
        .at("2026-04-03 09:00")
        .register("发票")
        .at("2026-04-03 10:00")
        .answer()
        .act(close());
    // An hour is the longest that anybody stands there.
    let _ = desk()
        .at("2026-04-03 09:00")
        .register("发票")
        .at("2026-04-03 10:01")
        .answer()
        .refuses(close(), "untold")
        .close();
    // Whoever comes again stands there again.
    let _ = desk()
        .at("2026-04-03 09:00")
        .register("发票")
        .at("2026-04-07 10:00")
        .act(json!({"visit": {"text": "来问结果"}}))
        .answer()
        .act(close());
}

#[test]
fn a_letter_is_heard_by_nobody_until_it_is_answered_in_writing() {
    let letter = || {
        desk().at("2026-04-03 09:00").act(json!({"register": {
            "channel": "letter", "visitor": {"name": "张三"}, "words": "发票"}}))
    };
    let _ = letter()
        .at("2026-04-03 09:10")
        .answer()
        .refuses(close(), "untold")
        .act(told("letter", "", "张三"));
}

#[test]
fn an_order_of_a_superior_has_no_visitor_to_tell() {
    let _ = desk_of("police")
        .at("2026-04-03 09:00")
        .act(json!({"register": {
            "channel": "document", "kind": "decision", "words": "部署清明安保"}}))
        .at("2026-04-08 09:00")
        .answer()
        .act(close());
}

#[test]
fn nobody_reached_closes_only_after_a_try_and_says_so_for_ever() {
    let counter = answered_elsewhere()
        .refuses(unreached(), "untried")
        .at("2026-04-03 14:30")
        .act(json!({"follow_up": {"text": "关机"}}))
        .refuses(close(), "untold")
        .at("2026-04-07 09:30")
        .act(unreached());
    assert_eq!(
        last_line(&counter, Lang::Zh),
        "1001 办结（04-07 09:30 电话仍未联系上来人）"
    );
    assert!(counter.state().reached_at.is_none());
}

#[test]
fn taken_up_again_it_needs_a_word_of_its_own() {
    let _ = answered_elsewhere()
        .close()
        .at("2026-04-07 09:00")
        .act(json!({"reopen": {"reason": "还没解决"}}))
        .at("2026-04-07 11:00")
        .answer()
        .refuses(close(), "untold")
        .close();
}
