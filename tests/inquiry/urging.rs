//! Pressing for an answer: urged, supervised, escalated, climbed; ladders that time climbs.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use crate::kit::{
    CLERK, Counter, HANDLER, OTHER_CLERK, QUALITY, SUPERVISOR, desk, desk_of, terminal,
};
use serde_json::json;
use shouwen::domain::inquiry::Event;
use shouwen::i18n::refusal::Plain;
use shouwen::i18n::{Lang, timeline};
use shouwen::store::{Fact, Recorded};

/// What colleagues read of a story, in Chinese.
fn told(story: &[Recorded]) -> Vec<String> {
    story
        .iter()
        .filter_map(|event| match &event.fact {
            Fact::Inquiry(fact) => timeline::told(Lang::Zh, &event.header, fact, &Plain),
            Fact::Shift(_) | Fact::Office(_) | Fact::Case(_) => None,
        })
        .collect()
}

fn handed() -> Counter {
    desk()
        .at("2026-04-03 16:50")
        .register("发票")
        .hand_off("税政科", HANDLER)
}

#[test]
fn the_first_responder_and_a_supervisor_urge_the_holder_and_each_time_counts() {
    let counter = handed()
        .act(json!({"urge": {"text": "来人又来电话"}}))
        .by(SUPERVISOR)
        .act(json!({"urge": {}}))
        .expect(|state| {
            assert_eq!(state.urges.len(), 2);
            assert!(state.urges.iter().all(|urge| urge.to == HANDLER.into()));
        });
    let lines = told(&counter.story());
    assert!(lines.contains(&"1001 催办 2003(第 1 次)：「来人又来电话」".to_owned()));
    assert!(lines.contains(&"3001 催办 2003(第 2 次)".to_owned()));
    let row = counter.state().number;
    let mut counter = counter;
    let rows = counter.desk().read().pending_of(&row).unwrap();
    assert!(rows.iter().all(|row| row.urged == 2));
}

#[test]
fn nobody_urges_oneself_nor_what_is_answered_nor_without_a_part_in_it() {
    handed()
        .by(OTHER_CLERK)
        .refuses(json!({"urge": {}}), "not_yours")
        .by(HANDLER)
        .sign()
        .refuses(json!({"urge": {}}), "not_yours")
        .answer()
        .by(CLERK)
        .refuses(json!({"urge": {}}), "already_resolved")
        .close()
        .refuses(json!({"urge": {}}), "closed");
    desk()
        .register("发票")
        .refuses(json!({"urge": {}}), "oneself");
}

#[test]
fn a_supervisors_orders_are_numbered_through_the_year_and_name_department_and_holder() {
    let counter = handed()
        .refuses(json!({"supervise": {"text": "今日答复"}}), "not_allowed")
        .by(SUPERVISOR)
        .refuses(json!({"supervise": {}}), "empty_field")
        .refuses(
            json!({"supervise": {"text": "快办", "by": "2026-04-02"}}),
            "until_past",
        )
        .refuses(
            json!({"supervise": {"text": "快办", "by": "soon"}}),
            "time_malformed",
        )
        .act(json!({"supervise": {"text": "今日答复", "by": "2026-04-07"}}))
        .act(json!({"supervise": {"text": "再催"}}))
        .expect(|state| {
            let numbers: Vec<&str> = state.orders.iter().map(|o| o.number.as_str()).collect();
            assert_eq!(numbers, ["督〔2026〕1号", "督〔2026〕2号"]);
            assert_eq!(
                crate::kit::wall(state.orders[0].until.unwrap()),
                "2026-04-07 17:30"
            );
            assert_eq!(state.orders[0].department, "税政科");
        });
    assert!(told(&counter.story()).contains(
        &"3001 督办 督〔2026〕1号 -> 税政科 2003，04-07 17:30 前办妥：「今日答复」".to_owned()
    ));
}

#[test]
fn what_is_reported_for_a_decision_counts_against_the_department_and_a_copy_does_not() {
    // D6 art. 4.6, and the routine copy of art. 4.3.
    let counter = desk_of("hotel")
        .register("客人投诉")
        .hand_off("税政科", HANDLER)
        .act(json!({"step": {"step": "copied_quality"}}))
        .expect(|state| assert!(state.escalations.is_empty()))
        .refuses(json!({"escalate": {"text": "请决定"}}), "empty_field")
        .refuses(
            json!({"escalate": {"rung": "nobody", "text": "请决定"}}),
            "unknown_rung",
        )
        .act(json!({"escalate": {"rung": "D6-H5-quality", "text": "请决定"}}))
        .act(json!({"escalate": {"rung": "D6-H4", "text": "请协调"}}));
    let state = counter.state();
    let charged: Vec<(&str, &str, bool)> = state
        .escalations
        .iter()
        .map(|one| (one.rung.as_str(), one.department.as_str(), one.counts))
        .collect();
    assert_eq!(
        charged,
        [
            ("D6-H5-quality", "税政科", true),
            ("D6-H4", "税政科", false)
        ]
    );
    assert!(
        told(&counter.story())
            .contains(&"1001 上报 质检部(矛盾升级，计 税政科)：「请决定」".to_owned())
    );
    counter
        .by(OTHER_CLERK)
        .refuses(
            json!({"escalate": {"rung": "D6-H4", "text": "请协调"}}),
            "not_yours",
        )
        .by(QUALITY)
        .refuses(
            json!({"escalate": {"rung": "D6-H4", "text": "请协调"}}),
            "not_allowed",
        );
}

#[test]
fn an_emergency_climbs_until_someone_answers_and_the_visitor_is_told() {
    let counter = desk_of("company-2020")
        .act(json!({"register": {"visitor": {"name": "张三"}, "words": "漏水", "urgency": "emergency"}}))
        .refuses(json!({"climb": {}}), "empty_field")
        .refuses(json!({"climb": {"superior": "0000"}}), "unknown_staff")
        .refuses(json!({"climb": {"superior": CLERK}}), "oneself")
        .act(json!({"climb": {"superior": HANDLER}}))
        .refuses(json!({"climb": {"superior": SUPERVISOR, "reached": true}}), "empty_field")
        .act(json!({"climb": {"superior": SUPERVISOR, "reached": true, "text": "先关总阀"}}))
        .refuses(json!({"climb": {"superior": SUPERVISOR}}), "already_reached")
        .refuses(json!({"tell": {}}), "empty_field")
        .act(json!({"tell": {"text": "已报领导，先关总阀"}}));
    let lines = told(&counter.story());
    for line in [
        "1001 逐级汇报第 1 次：2003 联系不上",
        "1001 逐级汇报第 2 次：3001 已接：「先关总阀」",
        "1001 告知来人：「已报领导，先关总阀」",
    ] {
        assert!(lines.contains(&line.to_owned()), "{lines:#?}");
    }
}

#[test]
fn a_leaders_number_is_never_given_without_consent_and_the_purpose_comes_first() {
    let ask = |more: serde_json::Value| {
        let mut body = json!({"leader": SUPERVISOR, "purpose": "投诉排队"});
        for (key, value) in more.as_object().unwrap() {
            body[key] = value.clone();
        }
        json!({ "leader_asked": body })
    };
    let counter = desk_of("company-2020")
        .register("找领导")
        .refuses(
            json!({"leader_asked": {"leader": SUPERVISOR}}),
            "empty_field",
        )
        .refuses(ask(json!({"told_number": true})), "no_consent")
        .refuses(
            ask(json!({"told_number": true, "consented": false})),
            "no_consent",
        )
        .act(ask(json!({"led_to_reception": true})))
        .act(ask(json!({"consented": true, "told": "领导会回电"})))
        .act(ask(json!({"consented": true, "told_number": true})))
        .expect(|state| assert_eq!(state.leaders.len(), 3));
    let lines = told(&counter.story());
    assert!(
        lines.contains(&"来人找 3001：「投诉排队」，领到接待处转报(1001 记)".to_owned()),
        "{lines:#?}"
    );
}

#[test]
fn a_rung_on_breach_is_reached_at_the_instant_of_the_breach_and_once() {
    let counter = desk_of("service-centre")
        .at("2026-04-01 09:30")
        .register_matter("sj-company")
        .accept();
    let state = counter.state();
    let run = state
        .clocks
        .iter()
        .find(|run| run.run.clock == "D11-1".into());
    let due = run.unwrap().run.due;
    // The machine was off for a month.
    let counter = counter.at("2026-06-01 09:00").settle().settle();
    assert_eq!(counter.count("rung_reached"), 1);
    assert_eq!(counter.count("supervised"), 1);
    assert_eq!(counter.count("deemed_consent"), 1);
    for event in counter.story() {
        if ["breached", "rung_reached", "deemed_consent", "supervised"]
            .contains(&event.kind.as_str())
        {
            assert_eq!(event.at, due, "{}", event.kind);
            assert_eq!(event.header.actor, "system");
        }
    }
    let lines = told(&counter.story());
    let order = "超时默认督办单 督〔2026〕1号 -> 便民服务中心领导（督促有关窗口）、办税服务厅 1001：\
                 立即办理(不自动发证)";
    assert!(lines.contains(&order.to_owned()), "{lines:#?}");
    // The number that time took is not given again, and nothing was delivered by itself.
    counter
        .by(SUPERVISOR)
        .act(json!({"supervise": {"text": "立即办理"}}))
        .expect(|state| {
            assert_eq!(state.orders[1].number, "督〔2026〕2号");
            assert_eq!(state.resolution, None);
            assert_eq!(state.stage.as_str(), "accepted");
        })
        .settle()
        .by(CLERK)
        .deliver()
        .expect(|state| assert_eq!(state.escalations.len(), 1));
}

#[test]
fn another_terminal_that_catches_up_finds_nothing_left_to_fire() {
    let mut counter = desk_of("service-centre")
        .register_matter("sj-company")
        .accept()
        .at("2026-06-01 09:00");
    let (path, now) = (counter.path().to_owned(), counter.now());
    assert_eq!(terminal(&path, now, 3).settle(10).unwrap(), 1);
    assert_eq!(counter.desk().settle(10).unwrap(), 0);
    assert_eq!(counter.count("rung_reached"), 1);
}

#[test]
fn a_target_of_our_own_sends_nobody_up_the_ladder() {
    // D11: only what was accepted and ran out is for the leader; a promise is ours.
    let promised = json!({"register": {"visitor": {"name": "张三"}, "words": "问",
        "route": {"mine_later": {"promised": "2026-04-01T17:00:00+08:00"}}}});
    let counter = desk_of("service-centre")
        .act(promised)
        .at("2026-04-02 09:00")
        .settle();
    assert_eq!(counter.count("breached"), 1);
    assert_eq!(counter.count("rung_reached"), 0);
    // D1: discipline looks into what breaks the regulation, not into targets of ours;
    // that each such breach is told them is ours again, and says so.
    let counter = desk_of("police")
        .act(json!({"register": {"visitor": {"name": "张三"}, "words": "投诉", "kind": "complaint"}}))
        .at("2026-06-15 09:00")
        .settle();
    let story = counter.story();
    let rungs: Vec<(&str, bool)> = story
        .iter()
        .filter_map(|event| match &event.fact {
            Fact::Inquiry(Event::RungReached(fact)) => Some((fact.clock.as_str(), fact.internal)),
            Fact::Inquiry(_) | Fact::Shift(_) | Fact::Office(_) | Fact::Case(_) => None,
        })
        .collect();
    assert_eq!(rungs, [("D1-L4", true)]);
    let counter = desk_of("police")
        .register("办证")
        .at("2026-04-15 09:00")
        .settle();
    assert!(
        counter.count("breached") >= 1,
        "nobody said a word that day"
    );
    assert_eq!(counter.count("rung_reached"), 0);
}
