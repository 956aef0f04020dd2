//! Those who oversee: numbers that callers get, samples by a seed on record, bulletins.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use crate::kit::{ADMIN, CLERK, Counter, HANDLER, QUALITY, SUPERVISOR, desk, desk_of};
use serde_json::{Value, json};
use shouwen::domain::oversight::{Standing, contacts, draw};
use shouwen::domain::time::Moment;

/// The handler's desk has a number.
fn with_a_number() -> Counter {
    let mut counter = desk();
    let mut person = counter.desk().person(&HANDLER.into()).unwrap();
    person.phone = "8003".into();
    counter
        .desk()
        .record_people(&[(person, None)], b"")
        .unwrap();
    counter.at("2026-04-01 09:30")
}

fn standings(counter: &mut Counter) -> Vec<(String, Standing)> {
    let now = counter.now();
    let read = counter.desk().read();
    contacts(&read.people().unwrap(), &read.checks().unwrap(), 90)
        .iter()
        .map(|one| (one.phone.clone(), one.standing(now)))
        .collect()
}

fn check(wrong: bool) -> Value {
    json!({"check_contact": {"staff": HANDLER, "wrong": wrong, "text": if wrong {"空号"} else {""}}})
}

#[test]
fn a_number_is_marked_until_somebody_tries_it_and_again_after_ninety_days() {
    let mut counter = with_a_number();
    let one = |standing| vec![("8003".to_owned(), standing)];
    assert_eq!(standings(&mut counter), one(Standing::Unchecked));
    let mut counter = counter.act(check(false));
    assert_eq!(standings(&mut counter), one(Standing::Right));
    let mut counter = counter.at("2026-06-30 09:30");
    assert_eq!(standings(&mut counter), one(Standing::Right));
    let mut counter = counter.at("2026-06-30 09:31");
    assert_eq!(standings(&mut counter), one(Standing::Stale));
    let mut counter = counter.by(ADMIN).act(check(true));
    assert_eq!(standings(&mut counter), one(Standing::Wrong));
    // Another number on the roster is another one to try.
    let mut person = counter.desk().person(&HANDLER.into()).unwrap();
    person.phone = "8004".into();
    counter
        .desk()
        .record_people(&[(person, None)], b"")
        .unwrap();
    assert_eq!(
        standings(&mut counter),
        [("8004".to_owned(), Standing::Unchecked)]
    );
}

#[test]
fn a_check_says_whose_number_and_what_is_wrong_with_it() {
    let mut counter = with_a_number()
        .refuses(json!({"check_contact": {}}), "empty_field")
        .refuses(json!({"check_contact": {"staff": "0000"}}), "unknown_staff")
        .refuses(json!({"check_contact": {"staff": CLERK}}), "no_number")
        .refuses(
            json!({"check_contact": {"department": "税政科"}}),
            "no_number",
        )
        .refuses(
            json!({"check_contact": {"staff": HANDLER, "wrong": true}}),
            "empty_field",
        )
        .act(json!({"check_contact": {"department": "税政科", "phone": "8000"}}))
        .act(json!({"check_contact": {"department": "税政科", "wrong": true, "text": "改号了"}}))
        .by(QUALITY)
        .refuses(check(false), "not_allowed");
    assert_eq!(
        standings(&mut counter),
        [
            ("8000".to_owned(), Standing::Wrong),
            ("8003".to_owned(), Standing::Unchecked)
        ]
    );
}

/// Ten closed on 3 April, one of them taken up again since, and one closed on the 8th.
fn closed() -> Counter {
    let mut counter = desk().at("2026-04-03 09:00");
    for _ in 0..10 {
        counter = counter.register("发票").answer().close();
    }
    counter = counter
        .at("2026-04-07 09:00")
        .act(json!({"reopen": {"reason": "没解决"}}));
    counter
        .at("2026-04-08 09:00")
        .register("发票")
        .answer()
        .close()
        .by(QUALITY)
}

fn sample(percent: u32) -> Value {
    json!({"draw_sample": {"from": "2026-04-01", "to": "2026-04-07", "percent": percent}})
}

#[test]
fn anyone_draws_the_same_sample_from_the_seed_and_the_record() {
    let mut counter = closed()
        .refuses(sample(0), "no_percent")
        .refuses(sample(101), "no_percent")
        .refuses(
            json!({"draw_sample": {"from": "2026-04-07", "to": "2026-04-01", "percent": 5}}),
            "period_turned",
        )
        .refuses(
            json!({"draw_sample": {"from": "4月", "to": "2026-04-01", "percent": 5}}),
            "no_day",
        )
        .refuses(
            json!({"draw_sample": {"from": "2026-02-01", "to": "2026-02-28", "percent": 5}}),
            "nothing_closed",
        )
        .act(sample(25));
    // What comes after the draw changes nothing of it.
    counter = counter.by(CLERK).at("2026-04-09 09:00").register("发票");
    let read = counter.desk().read();
    let (seq, _, drawn) = read.samples().unwrap().remove(0);
    assert_eq!((drawn.of, drawn.inquiries.len()), (10, 3));
    assert_eq!(drawn.sample, "抽〔2026〕1号");
    let closed = read.closed_between(drawn.from, drawn.to, seq).unwrap();
    assert_eq!(draw(&drawn.seed, drawn.percent, &closed), drawn.inquiries);
    assert!(
        closed.contains(&"20260403-0010".into()),
        "taken up again since"
    );
    // Another draw hangs on another seed.
    let mut counter = counter.by(QUALITY).act(sample(25));
    let all = counter.desk().read().samples().unwrap();
    assert_ne!(all[0].2.seed, all[1].2.seed);
}

#[test]
fn a_sampled_visitor_is_asked_and_nothing_of_the_inquiry_changes() {
    let mut counter = closed().act(sample(100));
    let (_, _, drawn) = counter.desk().read().samples().unwrap().remove(0);
    let number = drawn.inquiries[0].clone();
    let before = counter.desk().read().inquiry(&number).unwrap().unwrap();
    let ask = |fields: Value| {
        let mut command = json!({"ask_sampled": {"number": number}});
        for (key, value) in fields.as_object().unwrap() {
            command["ask_sampled"][key] = value.clone();
        }
        command
    };
    let counter = counter
        .refuses(
            json!({"ask_sampled": {"number": "20260408-0001"}}),
            "not_sampled",
        )
        .refuses(ask(json!({"sample": "抽〔2026〕9号"})), "no_sample")
        .refuses(ask(json!({"level": 4})), "no_such_level")
        .refuses(ask(json!({"reached": true, "level": 2})), "empty_field")
        .refuses(ask(json!({})), "empty_field")
        .act(ask(json!({"text": "无人接听"})))
        .act(ask(
            json!({"reached": true, "settled": false, "level": 2, "text": "还没办"}),
        ))
        .by(SUPERVISOR)
        .refuses(
            ask(json!({"reached": true, "settled": true})),
            "not_allowed",
        )
        .refuses(sample(5), "not_allowed");
    let mut counter = counter;
    let read = counter.desk().read();
    let asked = read.sampled().unwrap();
    assert_eq!(asked.len(), 2);
    assert_eq!(asked[1].1.settled, Some(false));
    let after = read.inquiry(&number).unwrap().unwrap();
    assert_eq!((before.0, before.1.len()), (after.0, after.1.len()));
}

#[test]
fn a_bulletin_counts_the_period_by_department_and_keeps_its_figures() {
    let bulletin = json!({"issue_bulletin": {"from": "2026-04-01", "to": "2026-04-30"}});
    let mut counter = desk_of("hotel")
        .at("2026-04-03 09:00")
        .register("空调坏了")
        .hand_off("税政科", HANDLER)
        .act(json!({"urge": {"text": "客人在等"}}))
        .act(json!({"escalate": {"rung": "D6-H5-quality", "text": "请决定"}}))
        .by(HANDLER)
        .sign()
        .give_back()
        .by(CLERK)
        .refuses(bulletin.clone(), "not_allowed")
        .at("2026-05-06 09:00")
        .settle()
        .by(QUALITY)
        .act(bulletin);
    let (_, issued) = counter.desk().read().bulletins().unwrap().remove(0);
    assert_eq!(issued.bulletin, "通报〔2026〕1号");
    let line = |name: &str| {
        let mut lines = issued.lines.iter();
        lines.find(|line| line.department == name).cloned().unwrap()
    };
    let handled = line("税政科");
    assert_eq!(
        (handled.escalated, handled.urged, handled.returned),
        (1, 1, 1)
    );
    assert_eq!(handled.registered, 0);
    let hall = line("办税服务厅");
    assert_eq!(hall.registered, 1);
    assert!(hall.breaches > 0, "nobody answered");
    assert!(issued.from < Moment(issued.to.0), "a period");
    // A month without anything says so, with no line.
    let mut counter = counter
        .act(json!({"issue_bulletin": {"from": "2026-02-01", "to": "2026-02-28", "text": "平安"}}));
    let (_, quiet) = counter.desk().read().bulletins().unwrap().remove(1);
    assert_eq!(
        (quiet.lines.len(), quiet.bulletin.as_str()),
        (0, "通报〔2026〕2号")
    );
}
