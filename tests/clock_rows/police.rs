//! Rows of the police rulebook, each by its id: alarms, service commitment, first inquiry.

mod accountability;
mod limits;
mod permits;
mod words;

use serde_json::{Value, json};

use crate::kit::*;

fn police() -> Counter {
    desk_of("police")
}

/// Registers something of a kind that somebody came for.
fn of_kind(kind: &str) -> Value {
    json!({"register": {"visitor": {"name": "张三"}, "words": "求助", "kind": kind}})
}

/// Registers something that came without anybody.
fn inside(kind: &str) -> Value {
    json!({"register": {"words": "上级来文", "kind": kind, "channel": "document"}})
}

fn step(id: &str) -> Value {
    json!({"step": {"step": id, "text": "已办"}})
}

impl Counter {
    /// Exactly these rules without a clock are broken.
    #[track_caller]
    fn expect_broken(self, rules: &[&str]) -> Self {
        let state = self.state();
        let broken: Vec<&str> = state.broken.iter().map(|one| one.rule.as_str()).collect();
        assert_eq!(broken, rules);
        self
    }

    /// Nothing has run out by now, and what ran out stays on record.
    #[track_caller]
    fn expect_in_time(self) -> Self {
        self.settle().expect_breaches(&[])
    }
}

// ---- Alarms ---------------------------------------------------------------------

#[test]
fn d1_p1_patrol_is_under_way_within_a_minute() {
    let ordered = || {
        police()
            .at("2026-05-01 23:59")
            .act(of_kind("alarm_urban"))
            .act(step("order_patrol"))
            .expect_due("D1-P1", "2026-05-02 00:00")
    };
    ordered()
        .at("2026-05-02 00:00:59")
        .act(step("patrol_dispatched"))
        .expect_met("D1-P1")
        .expect_breaches(&[]);
    ordered()
        .at("2026-05-02 00:01:00")
        .settle()
        .expect_breaches(&[("D1-P1", CLERK)])
        .act(step("patrol_dispatched"))
        .expect_breaches(&[("D1-P1", CLERK)]);
}

#[test]
fn d1_p2_station_is_under_way_within_two_minutes() {
    let ordered = || {
        police()
            .at("2026-02-17 03:14")
            .act(of_kind("alarm_suburb"))
            .act(step("order_station"))
            .expect_due("D1-P2", "2026-02-17 03:16")
            .expect_running(&["D1-P2", "D1-P4"])
    };
    ordered()
        .act(step("patrol_dispatched"))
        .expect_due("D1-P2", "2026-02-17 03:16")
        .at("2026-02-17 03:16:30")
        .act(step("station_dispatched"))
        .expect_met("D1-P2")
        .expect_breaches(&[]);
    ordered()
        .at("2026-02-17 03:17")
        .settle()
        .expect_breaches(&[("D1-P2", CLERK)]);
}

#[test]
fn d1_p3_at_the_scene_in_town_within_five_minutes_of_the_first_order() {
    police()
        .at("2026-10-01 10:00")
        .act(of_kind("alarm_urban"))
        .act(step("order_patrol"))
        .at("2026-10-01 10:02")
        .act(step("order_station"))
        .expect_due("D1-P3", "2026-10-01 10:05")
        .act(step("patrol_dispatched"))
        .act(step("station_dispatched"))
        .expect_running(&["D1-P3"])
        .at("2026-10-01 10:06")
        .act(step("arrived"))
        .expect_breaches(&[("D1-P1", CLERK), ("D1-P3", CLERK)])
        .expect_running(&[]);
}

#[test]
fn d1_p4_at_the_scene_on_the_outskirts_within_twenty_minutes() {
    police()
        .at("2026-02-16 23:50")
        .act(of_kind("alarm_suburb"))
        .act(step("order_station"))
        .act(step("station_dispatched"))
        .expect_due("D1-P4", "2026-02-17 00:10")
        .at("2026-02-17 00:10:59")
        .act(step("arrived"))
        .expect_met("D1-P4")
        .expect_in_time();
}

#[test]
fn d1_p5_in_the_mountains_the_way_is_a_target_of_ours() {
    police()
        .at("2026-10-03 22:30")
        .act(of_kind("alarm_remote"))
        .act(step("order_station"))
        .act(step("station_dispatched"))
        .expect_due("D1-P5", "2026-10-03 23:30")
        .expect(|state| assert!(state.running(&"D1-P5".into()).unwrap().run.internal))
        .at("2026-10-03 23:20")
        .act(step("arrived"))
        .expect_met("D1-P5")
        .expect_in_time();
}

#[test]
fn d1_p6_what_is_not_urgent_is_handled_within_a_day_round_the_clock() {
    police()
        .at("2026-04-04 22:00")
        .act(of_kind("help"))
        .expect_running(&["D1-P6"])
        .expect_due("D1-P6", "2026-04-05 22:00")
        .expect(|state| assert!(state.running(&"D1-P6".into()).unwrap().run.internal))
        .hand_off("税政科", HANDLER)
        .expect_due("D1-P6", "2026-04-05 22:00")
        .at("2026-04-05 22:01")
        .settle()
        .expect_breaches(&[("D1-P6", HANDLER)]);
}

#[test]
fn an_alarm_without_an_order_does_not_lie_about() {
    police()
        .at("2026-05-01 23:59")
        .act(of_kind("alarm_urban"))
        .expect_running(&["D1-i9"])
        .expect_due("D1-i9", "2026-05-02 00:14")
        .act(step("order_patrol"))
        .expect_met("D1-i9")
        .refuses(step("plan_made"), "unknown_step");
}

// ---- Service commitment -----------------------------------------------------------

#[test]
fn d1_s2_what_can_be_done_today_is_done_by_the_close_of_the_day() {
    let accepted = |at: &str| police().at(at).act(of_kind("permit_today")).accept();
    accepted("2026-09-30 15:00")
        .expect_due("D1-S2", "2026-09-30 17:30")
        .at("2026-09-30 17:30:59")
        .deliver()
        .expect_met("D1-S2")
        .expect_in_time();
    accepted("2026-09-30 15:00")
        .at("2026-10-08 09:00")
        .deliver()
        .expect_breaches(&[("D1-S2", CLERK)]);
    accepted("2026-09-30 17:40").expect_due("D1-S2", "2026-10-08 17:30");
}

#[test]
fn d1_s3_the_second_visit_must_finish_it() {
    police()
        .at("2026-04-07 09:10")
        .register_matter("sw-fapiao")
        .notify("sw-fapiao")
        .at("2026-04-08 09:10")
        .act(json!({"visit": {}}))
        .expect_broken(&[])
        .at("2026-04-09 09:10")
        .act(json!({"visit": {"text": "第三次来"}}))
        .expect_broken(&["D1-S3"])
        .act(json!({"visit": {}}))
        .expect_broken(&["D1-S3"])
        .expect(|state| assert_eq!(state.visits, 4));
}

#[test]
fn d1_s3_bringing_the_rest_on_another_day_is_the_second_visit() {
    police()
        .at("2026-04-07 09:10")
        .register_matter("sw-fapiao")
        .notify("sw-fapiao")
        .act(json!({"bring": {"brought": [1]}}))
        .expect(|state| assert_eq!(state.visits, 1))
        .at("2026-04-08 09:10")
        .act(json!({"bring": {"brought": [2]}}))
        .expect(|state| assert_eq!(state.visits, 2))
        .expect_broken(&[]);
}

// ---- First inquiry ----------------------------------------------------------------

#[test]
fn d1_art_2_6_a_question_is_answered_or_explained_the_same_day() {
    let asked = json!({"register": {
        "visitor": {"name": "张三"}, "words": "落户", "kind": "consult",
        "route": {"mine_later": {"promised": "2026-10-09T10:00:00+08:00"}},
    }});
    police()
        .at("2026-09-30 16:50")
        .act(of_kind("consult"))
        .expect_running(&["D1-i1"])
        .expect_due("D1-i1", "2026-09-30 17:30")
        .act(asked)
        .expect_met("D1-i1")
        .expect_due("D1-i2", "2026-10-09 10:00");
}

#[test]
fn d1_art_2_7_leading_the_visitor_on_is_prompt_and_signed_for() {
    police()
        .at("2026-04-03 09:00")
        .act(of_kind("consult"))
        .hand_off("税政科", HANDLER)
        .expect_replaced("D1-i1")
        .expect_running(&["D1-i3"])
        .expect_due("D1-i3", "2026-04-03 17:30")
        .act(step("led"))
        .at("2026-04-07 08:59")
        .by(HANDLER)
        .sign()
        .expect_breaches(&[("D1-i3", CLERK)])
        .expect_running(&["D1-i4"])
        .expect_due("D1-i4", "2026-04-07 17:30");
}

#[test]
fn d1_art_2_7_custody_is_recorded_and_handed_over_by_the_next_working_day() {
    let list = json!({"step": {"step": "took_custody", "text": "身份证复印件1份、申请表1份"}});
    police()
        .at("2026-04-03 15:00")
        .act(of_kind("errand"))
        .hand_off("税政科", HANDLER)
        .refuses(json!({"step": {"step": "tried_handler"}}), "empty_field")
        .act(json!({"step": {"step": "tried_handler", "text": "15:02 打办公电话，无人接"}}))
        .refuses(json!({"step": {"step": "took_custody"}}), "empty_field")
        .act(list)
        .expect_due("D1-i10", "2026-04-07 17:30")
        .at("2026-04-07 09:00")
        .by(HANDLER)
        .sign()
        .expect_met("D1-i10");
}

#[test]
fn d1_art_2_9_a_caller_is_told_the_number() {
    let call = json!({"register": {
        "visitor": {"name": "张三"}, "words": "问路", "kind": "consult", "channel": "call",
    }});
    police()
        .at("2026-04-07 09:00")
        .act(call)
        .refuses(json!({"step": {"step": "told_phone"}}), "empty_field")
        .act(json!({"step": {"step": "told_phone", "text": "户籍窗口，座机"}}))
        .expect(|state| assert_eq!(state.channel, "call"));
    let book = rules("police");
    let advice = book
        .guidance
        .iter()
        .find(|one| one.id == Some("D1-2.9".into()))
        .unwrap();
    assert!(advice.channels.contains(&"call".to_owned()));
}

#[test]
fn whoever_holds_an_application_the_applicant_hears_the_same_day() {
    police()
        .at("2026-04-07 09:00")
        .act(of_kind("permit"))
        .expect_running(&["D1-i6"])
        .hand_off("税政科", HANDLER)
        .by(HANDLER)
        .sign()
        .expect_running(&["D1-i6"])
        .at("2026-04-07 17:31")
        .settle()
        .expect_breaches(&[("D1-i6", HANDLER)]);
}

#[test]
fn several_departments_agree_by_the_next_working_day_and_answer_the_same_day() {
    police()
        .at("2026-04-03 15:00")
        .act(of_kind("errand"))
        .several()
        .expect_running(&["D1-i7"])
        .expect_due("D1-i7", "2026-04-07 17:30")
        .at("2026-04-07 10:00")
        .act(json!({"settle_opinion": {"text": "由户籍窗口答复"}}))
        .expect_met("D1-i7")
        .expect_running(&["D1-i8"])
        .expect_due("D1-i8", "2026-04-07 17:30")
        .answer()
        .expect_met("D1-i8")
        .expect_in_time();
}
