//! Rows of the customer-service rulebook, each by its id.

use serde_json::{Value, json};
use shouwen::domain::inquiry::Stage;
use shouwen::domain::rulebook::Guidance;
use shouwen::domain::staff::Role;

use super::kit::*;

const WINDOWS: [&str; 6] = ["hotline", "chat", "bbs", "email", "weibo", "follow_up"];

fn by(channel: &str, kind: &str) -> Value {
    json!({"register": {
        "channel": channel, "kind": kind, "visitor": {"name": "张三"}, "words": "软件打不开",
    }})
}

fn advice(id: &str) -> Guidance {
    let rules = rules("customer-service");
    let found = rules
        .guidance
        .iter()
        .find(|one| one.id.as_ref().is_some_and(|own| own.as_str() == id));
    found.expect("the advice").clone()
}

#[test]
fn d18_each_window_channel_has_a_roster_whose_person_is_the_natural_first_responder() {
    let rules = rules("customer-service");
    let rosters: Vec<&str> = rules.duties.iter().map(|duty| duty.id.as_str()).collect();
    let wanted: Vec<String> = WINDOWS.iter().map(|id| format!("D18-{id}")).collect();
    assert_eq!(rosters, wanted);
    assert!(rules.duties.iter().all(|duty| !duty.internal));
    assert_eq!(advice("D18-8-1").channels, WINDOWS);
    assert_eq!(advice("D18-8-2").channels, ["meeting", "visit"]);
    assert_eq!(advice("D18-8-3").channels, ["letter", "call"]);
}

#[test]
fn d18_every_channel_says_who_is_the_natural_first_responder() {
    let told: Vec<String> = ["D18-8-1", "D18-8-2", "D18-8-3"]
        .into_iter()
        .flat_map(|id| advice(id).channels)
        .collect();
    for channel in &rules("customer-service").channels {
        let times = told.iter().filter(|id| **id == channel.id).count();
        assert_eq!(times, 1, "{}", channel.id);
    }
}

#[test]
fn d18_until_it_is_passed_on_the_natural_first_responder_is_the_actual_one() {
    desk_of("customer-service")
        .at("2026-04-03 10:00")
        .act(by("hotline", "technical"))
        .expect(|state| assert_eq!(state.first, state.holder().clone()))
        .hand_off("税政科", HANDLER)
        .by(HANDLER)
        .sign()
        .expect_holder(HANDLER)
        .expect(|state| assert_eq!(state.first.as_str(), CLERK))
        .answer()
        .by(CLERK)
        .close()
        .expect(|state| assert_eq!(state.first.as_str(), CLERK));
    let roles: Vec<(Role, String)> = rules("customer-service")
        .roles
        .into_iter()
        .map(|role| (role.role, role.name.zh))
        .collect();
    assert_eq!(
        roles,
        [
            (Role::Clerk, "自然首问责任人".to_owned()),
            (Role::Handler, "事实首问责任人".to_owned()),
        ]
    );
    assert_eq!(advice("D18-9-2").clause.article, "九(二)");
}

#[test]
fn d18_channels_are_ten() {
    let rules = rules("customer-service");
    assert_eq!(rules.channels.len(), 10);
    let named = |id: &str| rules.channel(id).expect("a channel").name.zh.clone();
    assert_eq!(named("hotline"), "呼叫中心（热线）");
    assert_eq!(named("call"), "来电（非热线）");
    let mut desk = desk_of("customer-service").at("2026-04-03 10:00");
    for channel in &rules.channels {
        desk = desk.act(by(&channel.id, ""));
    }
    desk.refuses(by("fax", ""), "unknown_channel");
}

#[test]
fn d18_kinds_are_seven() {
    let rules = rules("customer-service");
    assert_eq!(rules.kinds.len(), 7);
    let mut desk = desk_of("customer-service").at("2026-04-03 10:00");
    for kind in &rules.kinds {
        assert_eq!(kind.clause.as_ref().expect("a clause").article, "五");
        desk = desk.act(by("visit", &kind.id));
    }
    desk.refuses(by("visit", "praise"), "unknown_kind");
}

#[test]
fn d18_limits_are_internal_targets_that_end_with_the_day() {
    for clock in &rules("customer-service").clocks {
        assert!(clock.internal && clock.extension.is_none(), "{}", clock.id);
        assert!(clock.name.zh.ends_with("（内控）"), "{}", clock.id);
        assert!(clock.name.en.ends_with("(internal)"), "{}", clock.id);
    }
    desk_of("customer-service")
        .at("2026-04-03 16:50")
        .act(by("email", "bug"))
        .expect_due("D18-i1", "2026-04-03 17:30")
        .hand_off("税政科", HANDLER)
        .expect_met("D18-i1")
        .expect_due("D18-i2", "2026-04-03 17:30")
        .at("2026-04-03 18:00")
        .by(HANDLER)
        .sign()
        .expect_due("D18-i3", "2026-04-07 17:30")
        .expect_breaches(&[("D18-i2", CLERK)]);
}

#[test]
fn d18_tracking_goes_on_until_it_is_settled() {
    desk_of("customer-service")
        .at("2026-04-03 10:00")
        .act(by("chat", "on_site"))
        .hand_off("税政科", HANDLER)
        .by(HANDLER)
        .sign()
        .several()
        .expect_stage(Stage::Conferring)
        .expect_running(&["D18-i4"])
        .by(CLERK)
        .refuses(json!({"close": {}}), "not_answered")
        .by(HANDLER)
        .answer()
        .expect_running(&[])
        .by(CLERK)
        .close()
        .expect_stage(Stage::Closed);
}
