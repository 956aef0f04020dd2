//! Looking back on a shift: what the record says one did, and nothing of the others.
#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests")]

use crate::kit::{CLERK, Counter, HANDLER, OTHER_CLERK, desk};
use serde_json::json;
use shouwen::desk::review::review;
use shouwen::domain::shift::Review;

fn of(counter: &mut Counter, staff: &str) -> Review {
    let now = counter.now();
    let office = counter.desk().office().clone();
    review(counter.desk().read(), &office, &staff.into(), now)
        .unwrap()
        .1
}

fn timed(words: &str, seconds: u32) -> serde_json::Value {
    json!({"register": {"visitor": {"name": "张三", "phone": "13800000000"},
        "words": words, "seconds": seconds}})
}

#[test]
fn a_shift_counts_what_one_did_oneself_since_it_began() {
    let mut counter = desk()
        .at("2026-04-03 09:00")
        .register("昨天的")
        .at("2026-04-07 09:00")
        .act(timed("当场", 8))
        .answer()
        .close()
        .act(timed("转走", 14))
        .hand_off("税政科", HANDLER)
        .register("没有计时")
        .by(HANDLER)
        .at("2026-04-07 10:00");
    assert_eq!(
        of(&mut counter, CLERK),
        Review {
            registered: 3,
            on_the_spot: 1,
            answered: 1,
            handed_off: 1,
            closed: 1,
            seconds: 22,
            timed: 2,
            ..Review::default()
        }
    );
    assert_eq!(of(&mut counter, CLERK).average_seconds(), Some(11));
    assert_eq!(of(&mut counter, HANDLER), Review::default());
    assert_eq!(of(&mut counter, HANDLER).average_seconds(), None);
}

#[test]
fn a_handover_begins_the_next_shift() {
    let mut counter = desk()
        .at("2026-04-07 09:00")
        .by(OTHER_CLERK)
        .register("早上的")
        .at("2026-04-07 12:00")
        .by(CLERK)
        .act(json!({"handover_open": {"to": OTHER_CLERK, "notes": []}}))
        .act(json!({"handover_sign": {}}))
        .by(OTHER_CLERK)
        .act(json!({"handover_sign": {}}))
        .at("2026-04-07 13:00")
        .register("下午的")
        .at("2026-04-07 14:00");
    assert_eq!(of(&mut counter, OTHER_CLERK).registered, 1);
    assert_eq!(of(&mut counter, CLERK).registered, 0);
}

#[test]
fn time_that_nobody_can_vouch_for_is_not_kept() {
    let mut counter = desk()
        .at("2026-04-07 15:00")
        .act(timed("放了一个多小时", 3601))
        .act(
            json!({"register": {"visitor": {"name": "张三", "phone": "13800000000"},
            "words": "补录的", "seconds": 9, "received_at": "2026-04-07T09:00:00+08:00",
            "late_reason": "断网"}}),
        );
    let done = of(&mut counter, CLERK);
    assert_eq!((done.registered, done.timed), (2, 0));
}
