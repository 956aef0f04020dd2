//! What a storm of commands is made of, and what holds after it.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests"
)]

use std::collections::BTreeSet;

use serde_json::{Value, json};
use shouwen::domain::inquiry::{Event, Inquiry};
use shouwen::store::{Fact, Recorded};

use super::kit::{CLERK, HANDLER, OTHER_CLERK, SUPERVISOR, WINDOW_HANDLER};

/// Who acts in it.
pub const PEOPLE: [&str; 5] = [CLERK, OTHER_CLERK, HANDLER, WINDOW_HANDLER, SUPERVISOR];

/// What they may try, each about an inquiry that is yet to be named.
pub fn commands() -> Vec<Value> {
    vec![
        json!({"accept": {}}),
        json!({"answer": {"text": "可以"}}),
        json!({"hand_off": {"department": "税政科", "staff": HANDLER}}),
        json!({"hand_off": {"department": "征管科", "staff": WINDOW_HANDLER}}),
        json!({"hand_off": {"department": "办税服务厅", "staff": OTHER_CLERK}}),
        json!({"sign_for": {}}),
        json!({"sign_for": {}}),
        json!({"sign_for": {"how": "电话"}}),
        json!({"return": {"opinion": "不归本科", "should_go_to": "征管科"}}),
        json!({"guide_outside": {"advice": "请到社保"}}),
        json!({"notify": {"matter": "sj-company", "reason": "补充"}}),
        json!({"bring": {"brought": (1..=5).collect::<Vec<u32>>()}}),
        json!({"bring": {"brought": [1]}}),
        json!({"extend": {"clock": "D9-i3", "by": 1, "reason": "复杂"}}),
        json!({"extend": {"clock": "D11-1", "by": 1, "reason": "复杂"}}),
        json!({"deliver": {"text": "执照"}}),
        json!({"decline": {"reason": "不符", "superior": SUPERVISOR}}),
        json!({"several": {"departments": ["税政科", "征管科"]}}),
        json!({"convene": {}}),
        json!({"settle_opinion": {"text": "可以"}}),
        json!({"ask_superior": {"superior": SUPERVISOR, "question": "?"}}),
        json!({"superior_opinion": {"text": "可以"}}),
        json!({"close": {}}),
        json!({"close": {"contact": {"how": "phone", "who": "本人"}}}),
        json!({"handover_open": {"to": OTHER_CLERK}}),
        json!({"register": {"visitor": {"name": "李四"}, "words": "另一件"}}),
        json!({"urge": {"text": "来人在等"}}),
        json!({"supervise": {"text": "今天办妥"}}),
        json!({"reassign": {"department": "税政科", "staff": HANDLER, "reason": "轮休"}}),
        json!({"reassign": {"department": "办税服务厅", "staff": CLERK, "reason": "调岗"}}),
        json!({"rule_on_handling": {"department": "征管科", "staff": WINDOW_HANDLER, "text": "由征管科办"}}),
        json!({"rule_on_handling": {"department": "办税服务厅", "staff": OTHER_CLERK, "text": "由服务厅办"}}),
        json!({"return": {"opinion": "不归本科", "should_go_to": "税政科"}}),
        json!({"attempt": {"whom": HANDLER, "how": "电话"}}),
        json!({"tell_holder": {"how": "当面"}}),
        json!({"keep_documents": {"documents": ["申请书", "合同"]}}),
        json!({"take_custody": {}}),
        json!({"sign_for": {"custody": true}}),
        json!({"give_back_documents": {"to": "张三本人"}}),
        json!({"follow_up": {"text": "没有联系上"}}),
        json!({"follow_up": {"reached": true, "level": 1, "text": "没办成"}}),
        json!({"follow_up": {"reached": true, "level": 5}}),
        json!({"reopen": {"reason": "来人又来"}}),
        json!({"sign_handling": {"stamped": true}}),
        json!({"coordinate": {"text": "请协调"}}),
        json!({"receive": {"documents": ["申请书"]}}),
        json!({"suspend": {"reason": "expert-review", "told": "约三天"}}),
        json!({"resume": {}}),
        json!({"visit": {}}),
        json!({"step": {"step": "copied_quality"}}),
        json!({"step": {"step": "fed_back_first"}}),
        json!({"step": {"step": "coordination_raised", "text": "填报"}}),
        json!({"step": {"step": "took_custody", "text": "两件"}}),
    ]
}

/// Exactly one person answers for it, or it is closed; clocks and breaches are in order.
pub fn hold(state: &Inquiry, story: &[Recorded], first: &str) {
    assert_eq!(state.first.as_str(), first, "the first responder stays");
    let open: Vec<u32> = state
        .legs
        .iter()
        .filter(|leg| leg.end.is_none())
        .map(|leg| leg.no)
        .collect();
    if state.is_closed() {
        assert_eq!(open, Vec::<u32>::new());
    } else {
        assert!(
            open.len() <= 2 && open[0] == 0,
            "one holder beside the keeper: {open:?}"
        );
        let answerable = &state.current_leg().holder;
        assert_eq!(
            state.holder(),
            answerable,
            "exactly one person answers for it"
        );
        assert!(
            PEOPLE.contains(&answerable.as_str()),
            "nobody answers for it"
        );
    }
    let mut running = BTreeSet::new();
    for run in &state.clocks {
        assert!(run.run.due >= run.run.from, "{run:?}");
        assert!(run.run.soon <= run.run.due, "{run:?}");
        if run.is_running() {
            assert!(!state.is_closed(), "{} runs on", run.run.clock);
            assert!(
                running.insert((run.run.clock.clone(), run.run.leg)),
                "{} runs twice on leg {}",
                run.run.clock,
                run.run.leg
            );
        }
    }
    let mut breaches = BTreeSet::new();
    for event in story {
        if let Fact::Inquiry(Event::Breached {
            clock, leg, due, ..
        }) = &event.fact
        {
            assert!(
                breaches.insert((clock.clone(), *leg, *due)),
                "{clock} breached twice"
            );
        }
    }
    let deemed = story
        .iter()
        .filter(|event| event.kind == "deemed_consent")
        .count();
    assert!(deemed <= 1);
}
