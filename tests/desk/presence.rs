//! Away from the post and back: colleagues see it, the substitute acts, it ends by itself.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use crate::kit::{
    CLERK, Counter, HANDLER, OTHER_CLERK, SUPERVISOR, desk, desk_of, moment, terminal,
};
use serde_json::json;
use shouwen::domain::ids::StaffNo;
use shouwen::i18n::refusal::Plain;
use shouwen::i18n::{Lang, timeline};
use shouwen::store::{Fact, Filter, View};

/// The same people, each of the two clerks standing in for the other.
fn paired(counter: Counter) -> Counter {
    let mut counter = counter;
    let mut pair = Vec::new();
    for (number, other) in [(CLERK, OTHER_CLERK), (OTHER_CLERK, CLERK)] {
        let mut person = counter.desk().person(&number.into()).unwrap();
        person.substitute = Some(other.into());
        pair.push((person, None));
    }
    counter.desk().record_people(&pair, b"").unwrap();
    counter
}

fn away(until: &str) -> serde_json::Value {
    json!({"away": {"reason": "开会", "until": format!("{until}:00+08:00")}})
}

fn mine(counter: &mut Counter, staff: &str) -> Vec<String> {
    let now = counter.now();
    let filter = Filter {
        view: View::Mine,
        staff: staff.into(),
        department: String::new(),
        now,
        day_end: now,
        text: String::new(),
        spelled: std::rc::Rc::default(),
        rules: false,
        order: shouwen::store::Order::Pressing,
        hands: None,
        limit: 50,
        offset: 0,
    };
    let rows = counter.desk().read().queue(&filter).unwrap();
    rows.into_iter().map(|row| row.inquiry.0).collect()
}

#[test]
fn being_away_needs_a_reason_and_a_return_to_come_and_is_said_of_oneself_or_by_a_supervisor() {
    paired(desk())
        .at("2026-04-03 10:00")
        .refuses(json!({"away": {"until": "2026-04-03T12:00:00+08:00"}}), "empty_field")
        .refuses(json!({"away": {"reason": "开会"}}), "empty_field")
        .refuses(json!({"away": {"reason": "开会", "until": "noon"}}), "time_malformed")
        .refuses(away("2026-04-03T09:00"), "until_past")
        .refuses(
            json!({"away": {"staff": OTHER_CLERK, "reason": "开会", "until": "2026-04-03T12:00:00+08:00"}}),
            "lacks_role",
        )
        .refuses(json!({"back": {}}), "not_away")
        .act(away("2026-04-03T12:00"))
        .refuses(away("2026-04-03T13:00"), "already_away")
        .by(SUPERVISOR)
        .refuses(json!({"back": {"staff": "0000"}}), "unknown_staff")
        .act(json!({"back": {"staff": CLERK}}))
        .act(json!({"away": {"staff": CLERK, "reason": "出警", "until": "2026-04-03T11:00:00+08:00"}}))
        .by(CLERK)
        .act(json!({"back": {}}));
}

#[test]
fn the_other_terminal_sees_who_is_away_until_when_and_who_stands_in() {
    let counter = paired(desk())
        .at("2026-04-03 10:00")
        .act(away("2026-04-03T12:00"));
    let other = terminal(counter.path(), counter.now(), 3);
    let rows = other.read().away(other.now()).unwrap();
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].staff, CLERK.into());
    assert_eq!(rows[0].substitute, Some(OTHER_CLERK.into()));
    assert_eq!(rows[0].reason.as_deref(), Some("开会"));
    assert_eq!(rows[0].until, moment("2026-04-03 12:00"));
}

#[test]
fn the_substitute_sees_and_acts_in_their_place_and_both_names_stand_on_it() {
    let mut counter = paired(desk())
        .at("2026-04-03 10:00")
        .register("发票")
        .by(OTHER_CLERK)
        .refuses(json!({"answer": {"text": "可以"}}), "not_yours")
        .by(CLERK)
        .act(away("2026-04-03T12:00"));
    let number = counter.number().to_owned();
    assert_eq!(mine(&mut counter, OTHER_CLERK), [number]);
    let counter = counter
        .by(HANDLER)
        .refuses(json!({"answer": {"text": "可以"}}), "not_yours")
        .by(OTHER_CLERK)
        .answer()
        .expect_holder(CLERK);
    let done = counter.story().pop().unwrap();
    let answered = counter
        .story()
        .into_iter()
        .rfind(|e| e.kind == "answered")
        .unwrap();
    assert_eq!(answered.header.actor, OTHER_CLERK);
    assert_eq!(answered.header.on_behalf_of, CLERK);
    assert_eq!(done.header.on_behalf_of, CLERK);
    let Fact::Inquiry(fact) = &answered.fact else {
        panic!("not of an inquiry")
    };
    let line = timeline::told(Lang::Zh, &answered.header, fact, &Plain).unwrap();
    assert_eq!(line, "1001 答复：「可以,带齐材料即可。」(1002 代 1001)");
    let line = timeline::told(Lang::En, &answered.header, fact, &Plain).unwrap();
    assert!(line.contains("(1002 in place of 1001)"), "{line}");
}

#[test]
fn it_ends_by_itself_at_the_expected_return_and_the_record_shows_the_end() {
    let mut counter = paired(desk())
        .at("2026-04-03 10:00")
        .register("发票")
        .act(away("2026-04-03T12:00"))
        .at("2026-04-03 12:00");
    // Reading knows before anything is recorded.
    assert_eq!(mine(&mut counter, OTHER_CLERK), Vec::<String>::new());
    let mut counter = counter
        .by(OTHER_CLERK)
        .refuses(json!({"answer": {"text": "可以"}}), "not_yours")
        .at("2026-04-05 08:00")
        .settle()
        .settle();
    let presence = counter.desk().read().presence(&CLERK.into()).unwrap();
    assert_eq!(presence.away, None);
    assert_eq!(counter.desk().read().next_return().unwrap(), None);
    // One may go again afterwards, settled or not.
    counter
        .by(CLERK)
        .act(away("2026-04-05T09:00"))
        .at("2026-04-05 10:00")
        .act(away("2026-04-05T11:00"))
        .act(json!({"back": {}}));
}

#[test]
fn both_away_is_an_alarm() {
    let mut counter = paired(desk())
        .at("2026-04-03 10:00")
        .act(away("2026-04-03T12:00"));
    let now = counter.now();
    assert!(counter.desk().read().both_away(now).unwrap().is_empty());
    let mut counter = counter.by(OTHER_CLERK).act(away("2026-04-03T11:00"));
    let alarms = counter.desk().read().both_away(now).unwrap();
    let who: Vec<&StaffNo> = alarms.iter().map(|row| &row.staff).collect();
    assert_eq!(who, [&StaffNo::from(CLERK), &StaffNo::from(OTHER_CLERK)]);
    let later = moment("2026-04-03 11:00");
    assert!(counter.desk().read().both_away(later).unwrap().is_empty());
}

#[test]
fn where_a_leader_decides_nobody_stands_in() {
    // D10 art. 3.2: report to the head, the leader in charge or the chief leader.
    for rulebook in ["company", "management"] {
        let mut counter = paired(desk_of(rulebook))
            .at("2026-04-03 10:00")
            .register("发票")
            .act(away("2026-04-03T12:00"))
            .by(OTHER_CLERK)
            .refuses(json!({"answer": {"text": "可以"}}), "not_yours");
        let now = counter.now();
        assert_eq!(counter.desk().read().away(now).unwrap()[0].substitute, None);
        assert_eq!(mine(&mut counter, OTHER_CLERK), Vec::<String>::new());
        let rung = if rulebook == "company" {
            "owner_away"
        } else {
            "handler_away"
        };
        counter
            .by(CLERK)
            .act(json!({"escalate": {"rung": rung, "text": "经办人出差"}}));
    }
}

#[test]
fn a_supervisor_who_is_away_has_a_substitute_for_decisions_too() {
    let mut counter = desk();
    let mut boss = counter.desk().person(&SUPERVISOR.into()).unwrap();
    boss.substitute = Some(OTHER_CLERK.into());
    counter.desk().record_people(&[(boss, None)], b"").unwrap();
    counter
        .at("2026-04-03 10:00")
        .register("发票")
        .hand_off("税政科", HANDLER)
        .by(OTHER_CLERK)
        .refuses(json!({"supervise": {"text": "今日答复"}}), "not_allowed")
        .by(SUPERVISOR)
        .act(away("2026-04-03T12:00"))
        .by(OTHER_CLERK)
        .act(json!({"supervise": {"text": "今日答复"}}))
        .expect(|state| assert_eq!(state.orders[0].by, Some(SUPERVISOR.into())));
}

/// Registered with a quarter of an hour to the first act, and nobody acts.
fn lapsing(counter: Counter) -> Counter {
    counter
        .at("2026-04-03 16:50")
        .register("发票")
        .hand_off("税政科", HANDLER)
}

fn breach(counter: &Counter) -> shouwen::domain::inquiry::Breach {
    counter.state().breaches.first().cloned().unwrap()
}

#[test]
fn what_lapsed_while_the_substitute_stood_in_names_both_and_either_may_say_why() {
    let counter = lapsing(paired(desk()))
        .at("2026-04-07 09:00")
        .act(away("2026-04-07T20:00"))
        .at("2026-04-08 09:00")
        .settle();
    let fact = breach(&counter);
    assert_eq!(fact.hands, CLERK.into());
    assert_eq!(fact.substitute, Some(OTHER_CLERK.into()));
    let told: Vec<String> = counter
        .story()
        .iter()
        .filter_map(|event| match &event.fact {
            Fact::Inquiry(fact) => timeline::told(Lang::Zh, &event.header, fact, &Plain),
            Fact::Shift(_) | Fact::Office(_) | Fact::Case(_) => None,
        })
        .collect();
    assert!(
        told.contains(&"超时 D9-T2，在 1001(离岗，B角 1002 代) 手里".to_owned()),
        "{told:#?}"
    );
    let _ = counter
        .by(OTHER_CLERK)
        .act(json!({"excuse_breach": {"clock": "D9-T2", "excuse": "窗口排队"}}))
        .by(SUPERVISOR)
        .act(json!({"review_breach": {"clock": "D9-T2", "own_fault": true, "text": "应先移交"}}));
}

#[test]
fn what_lapsed_before_or_after_or_with_both_away_names_the_holder_alone() {
    // Back in time, though nobody looked before the next day.
    let back = lapsing(paired(desk()))
        .at("2026-04-07 09:00")
        .act(away("2026-04-07T12:00"))
        .at("2026-04-08 09:00")
        .settle();
    assert_eq!(breach(&back).substitute, None);
    let later = lapsing(paired(desk()))
        .at("2026-04-08 09:00")
        .act(away("2026-04-08T12:00"))
        .settle();
    assert_eq!(breach(&later).substitute, None);
    let both = lapsing(paired(desk()))
        .at("2026-04-07 09:00")
        .act(away("2026-04-07T20:00"))
        .by(OTHER_CLERK)
        .act(away("2026-04-07T20:00"))
        .at("2026-04-08 09:00")
        .settle();
    assert_eq!(breach(&both).substitute, None);
}
