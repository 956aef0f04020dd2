//! What holds after any commands in any order, by anyone, at any pace.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use std::collections::BTreeSet;

use crate::kit::*;
use crate::storm_kit::{PEOPLE, commands, hold};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::json;
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
