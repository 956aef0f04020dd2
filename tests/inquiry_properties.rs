//! What holds after any commands in any order, by anyone, at any pace.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod kit;

use std::collections::BTreeSet;

use kit::*;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::{Value, json};
use shouwen::desk::DeskError;
use shouwen::domain::inquiry::{Event, Inquiry};
use shouwen::store::{Fact, Recorded};

/// One thing that someone may try.
#[derive(Debug, Clone)]
struct Try {
    what: usize,
    who: usize,
    minutes: i64,
}

const PEOPLE: [&str; 5] = [CLERK, OTHER_CLERK, HANDLER, WINDOW_HANDLER, SUPERVISOR];

fn commands() -> Vec<Value> {
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

fn tries() -> impl Strategy<Value = Vec<Try>> {
    let one = (0..commands().len(), 0..12_usize, 0..2_000_i64)
        .prop_map(|(what, who, minutes)| Try { what, who, minutes });
    prop::collection::vec(one, 1..32)
}

/// Follows one inquiry by the facts that each command says it recorded.
struct Follower {
    live: Inquiry,
    numbers: BTreeSet<String>,
}

impl Follower {
    fn take(&mut self, events: &[Recorded]) {
        for event in events {
            if let Fact::Inquiry(fact) = &event.fact {
                if event.stream.key() == format!("i:{}", self.live.number) {
                    self.live.apply(event.at, fact);
                }
                if let Event::Registered(fact) = fact {
                    assert!(
                        self.numbers.insert(fact.number.to_string()),
                        "a number twice"
                    );
                }
            }
        }
    }
}

fn hold(state: &Inquiry, story: &[Recorded], first: &str) {
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

fn run(rulebook: &str, tries: &[Try]) {
    let commands = commands();
    let mut counter = desk_of(rulebook)
        .at("2026-04-01 09:00")
        .register_matter("sj-company");
    let number = counter.number().to_owned();
    let mut follower = Follower {
        live: counter.state(),
        numbers: BTreeSet::from([number.clone()]),
    };
    let mut now = counter.now();
    for one in tries {
        now = now.plus_seconds(one.minutes * 60);
        counter = counter.at(&now
            .local(chrono::FixedOffset::east_opt(8 * 3600).unwrap())
            .format("%Y-%m-%d %H:%M:%S")
            .to_string());
        let state = counter.state();
        // Mostly those who may; now and then anyone.
        let who = match one.who {
            0..=4 => state.holder().to_string(),
            5..=7 => state.keeper().to_string(),
            8 => SUPERVISOR.to_owned(),
            other => PEOPLE[other % PEOPLE.len()].to_owned(),
        };
        let mut command = commands[one.what].clone();
        for (act, body) in command.as_object_mut().expect("a command") {
            if act != "register" && act != "handover_open" {
                body["inquiry"] = json!(number);
            }
        }
        match send(counter.desk(), &who, &command) {
            Ok(done) => follower.take(&done.events),
            Err(DeskError::Refused(_)) => {}
            Err(error) => panic!("{command}: {error}"),
        }
        let state = counter.state();
        assert_eq!(
            state, follower.live,
            "replayed and live differ after {command}"
        );
        hold(&state, &counter.story(), CLERK);
    }
    counter.desk().settle(100).expect("settled");
    let before = counter.story();
    hold(&counter.state(), &before, CLERK);
    assert_eq!(counter.desk().settle(100).expect("settled"), 0);
    assert_eq!(counter.story(), before, "settling twice added something");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, rng_seed: RngSeed::Fixed(20_260_403), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_tax_bureaus_inquiries_stay_in_order(tries in tries()) {
        run("tax", &tries);
    }

    #[test]
    fn the_service_centres_inquiries_stay_in_order(tries in tries()) {
        run("service-centre", &tries);
    }

    #[test]
    fn the_polices_inquiries_stay_in_order(tries in tries()) {
        run("police", &tries);
    }

    #[test]
    fn the_hotels_inquiries_stay_in_order(tries in tries()) {
        run("hotel", &tries);
    }

    #[test]
    fn the_property_companys_inquiries_stay_in_order(tries in tries()) {
        run("property", &tries);
    }
}

#[test]
fn taken_up_again_and_declined_leaves_one_open_leg_beside_the_keepers() {
    let unhappy = || json!({"reopen": {"reason": "来人又来"}});
    let desk = desk()
        .register_matter("sj-company")
        .answer()
        .act(unhappy())
        .act(json!({"decline": {"reason": "不符", "superior": SUPERVISOR}}))
        .act(unhappy());
    hold(&desk.state(), &desk.story(), CLERK);
}

#[test]
fn a_clock_that_runs_on_two_legs_at_once_stands_in_the_queue_twice() {
    desk_of("hotel")
        .at("2026-04-30 16:00")
        .register("空调不冷")
        .hand_off("税政科", HANDLER)
        .by(HANDLER)
        .sign()
        .hand_off("征管科", WINDOW_HANDLER);
}
