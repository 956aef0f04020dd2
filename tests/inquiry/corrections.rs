//! Mending what was entered: before and after on record, clocks by what is right, breaches kept.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use crate::kit::*;
use serde_json::{Value, json};
use shouwen::domain::inquiry::{Resolution, Stage};
use shouwen::i18n::Lang;
use shouwen::i18n::refusal::Plain;
use shouwen::i18n::timeline;
use shouwen::store::Fact;

fn correct(changes: &Value) -> Value {
    json!({"correct": {"changes": changes, "reason": "看错一位"}})
}

fn visitor() -> Value {
    json!({"register": {
        "visitor": {"name": "张三", "phone": "13900000001", "unit": "某厂"},
        "matter": "sw-fapiao", "words": "发票"}})
}

/// The story as a person reads it.
fn told(desk: &Counter, lang: Lang) -> String {
    let line = |fact: &Fact| match fact {
        Fact::Inquiry(event) => timeline::line(lang, "1001", event, &Plain),
        Fact::Shift(_) | Fact::Office(_) | Fact::Case(_) => None,
    };
    let lines: Vec<String> = desk
        .story()
        .iter()
        .filter_map(|one| line(&one.fact))
        .collect();
    lines.join("\n")
}

#[test]
fn every_field_can_be_corrected_and_the_views_follow() {
    let mut desk = desk()
        .at("2026-04-07 09:30")
        .act(visitor())
        .act(correct(&json!({
        "name": "章三", "phone": "139-0000 0002", "unit": "", "address": "一号院",
        "id_number": "A1", "words": "领票", "matter": "sj-company", "channel": "call",
        "kind": "consult", "urgency": "urgent", "green": true, "internal": true,
        "received_at": "2026-04-07T09:10:00+08:00"})));
    let state = desk.state();
    let visitor = state.visitor.get().unwrap();
    assert_eq!(
        (
            visitor.name.as_str(),
            visitor.phone.as_str(),
            visitor.unit.as_str()
        ),
        ("章三", "13900000002", "")
    );
    assert_eq!(
        (visitor.address.as_str(), visitor.id_number.as_str()),
        ("一号院", "A1")
    );
    assert_eq!(state.words.text(), "领票");
    assert_eq!(state.matter.unwrap().id, "sj-company");
    assert_eq!(
        (state.channel.as_str(), state.kind_of_request.as_str()),
        ("call", "consult")
    );
    assert!(state.green && state.internal && state.back_entry);
    let read = desk.desk().read();
    assert_eq!(read.find("zhangsan", 9).unwrap().len(), 1);
    assert_eq!(read.by_phone("13900000002", 9).unwrap().len(), 1);
    assert!(read.by_phone("13900000001", 9).unwrap().is_empty());
}

#[test]
fn before_and_after_stand_in_the_story_with_the_visitor_covered() {
    let desk = desk().at("2026-04-07 09:30").act(visitor()).act(correct(
        &json!({"name": "章三", "phone": "13900000002", "words": "领票"}),
    ));
    for (lang, line) in [
        (
            Lang::Zh,
            "更正 姓名 张* -> 章*；电话 139****0001 -> 139****0002；疑问 发票 -> 领票：「看错一位」",
        ),
        (
            Lang::En,
            "corrected Name 张* -> 章*; Phone 139****0001 -> 139****0002; Doubt 发票 -> 领票: “看错一位”",
        ),
    ] {
        assert!(told(&desk, lang).contains(line), "{}", told(&desk, lang));
    }
    let stored = desk
        .last()
        .iter()
        .map(|one| one.body.as_str())
        .collect::<String>();
    for private in ["张三", "章三", "13900000002", "看错一位"] {
        assert!(!stored.contains(private), "{stored}");
    }
}

#[test]
fn the_true_time_of_receipt_moves_the_clocks_that_count_from_it() {
    desk()
        .at("2026-04-07 09:30")
        .act(visitor())
        .expect_due("D9-T1", "2026-04-10 17:30")
        .act(correct(
            &json!({"received_at": "2026-04-03T16:50:00+08:00"}),
        ))
        .expect_due("D9-T1", "2026-04-09 17:30")
        .expect(|state| assert!(state.back_entry, "marked as entered late from now on"))
        .act(correct(
            &json!({"received_at": "2026-04-07T09:30:00+08:00"}),
        ))
        .expect_due("D9-T1", "2026-04-10 17:30")
        .expect(|state| assert!(state.back_entry, "once marked, for ever"))
        .refuses(
            correct(&json!({"received_at": "2026-04-08T09:30:00+08:00"})),
            "in_future",
        )
        .refuses(
            correct(&json!({"received_at": "gestern"})),
            "time_malformed",
        );
}

#[test]
fn a_correction_neither_hides_a_breach_nor_breaks_the_same_clock_twice() {
    let desk = desk()
        .at("2026-04-07 09:30")
        .act(visitor())
        .act(correct(
            &json!({"received_at": "2026-03-31T09:30:00+08:00"}),
        ))
        .expect_breaches(&[("D9-T1", CLERK)])
        .act(correct(
            &json!({"received_at": "2026-04-07T09:20:00+08:00"}),
        ))
        .expect_due("D9-T1", "2026-04-10 17:30")
        .expect_breaches(&[("D9-T1", CLERK)])
        .at("2026-04-13 09:00")
        .settle()
        .expect_breaches(&[("D9-T1", CLERK)]);
    assert!(told(&desk, Lang::Zh).contains("按更正重算：D9-T1 到期"));
}

#[test]
fn clocks_that_hang_on_the_matter_or_the_kind_are_replaced_or_begun() {
    desk_of("service-centre")
        .at("2026-04-07 09:30")
        .register_matter("sj-company")
        .accept()
        .expect_due("D11-1", "2026-04-10 17:30")
        .act(correct(&json!({"matter": "ga-passport"})))
        .expect_due("D11-1", "2026-04-21 17:30")
        .act(correct(&json!({"matter": "", "words": "办证"})))
        .expect_replaced("D11-1")
        .act(correct(&json!({"matter": "sj-company"})))
        .expect_due("D11-1", "2026-04-10 17:30");
    let complaint =
        json!({"register": {"visitor": {"name": "张三"}, "words": "灯", "kind": "request"}});
    desk_of("police")
        .at("2026-04-07 09:30")
        .act(complaint)
        .expect_due("D1-L3", "2026-04-27 17:30")
        .act(correct(&json!({"kind": "complaint"})))
        .expect_replaced("D1-L3")
        .expect(|state| assert!(state.running(&"D1-L4".into()).is_some()));
}

#[test]
fn what_runs_from_a_handoff_stays_and_what_was_met_stays_met() {
    desk()
        .at("2026-04-07 09:30")
        .act(visitor())
        .hand_off("税政科", HANDLER)
        .by(HANDLER)
        .sign()
        .by(CLERK)
        .at("2026-04-07 10:00")
        .act(correct(
            &json!({"received_at": "2026-04-01T09:30:00+08:00", "matter": "sj-company"}),
        ))
        .expect_running(&["D9-T3"])
        .expect_due("D9-T3", "2026-04-10 17:30")
        .expect_met("D9-T2")
        .expect_breaches(&[]);
}

#[test]
fn only_who_was_asked_first_and_supervisors_correct_and_nothing_is_no_correction() {
    let phone = || correct(&json!({"phone": "13900000009"}));
    desk()
        .at("2026-04-07 09:30")
        .act(visitor())
        .hand_off("税政科", HANDLER)
        .by(HANDLER)
        .refuses(phone(), "not_yours")
        .by(OTHER_CLERK)
        .refuses(phone(), "not_yours")
        .by(QUALITY)
        .refuses(phone(), "not_allowed")
        .by(SUPERVISOR)
        .act(phone())
        .by(CLERK)
        .refuses(phone(), "nothing_to_correct")
        .refuses(correct(&json!({"name": " "})), "empty_field")
        .refuses(correct(&json!({"phone": "abc"})), "phone_malformed")
        .refuses(correct(&json!({"matter": "nope"})), "unknown_matter")
        .refuses(correct(&json!({"channel": "nope"})), "unknown_channel")
        .refuses(correct(&json!({"unit": "长".repeat(201)})), "too_long")
        .refuses(
            json!({"correct": {"changes": {"name": "李四"}}}),
            "empty_field",
        )
        .refuses(correct(&json!({"matter": "", "words": ""})), "empty_field");
}

#[test]
fn a_closed_inquiry_is_corrected_too_and_no_clock_begins() {
    desk()
        .at("2026-04-07 09:30")
        .act(visitor())
        .answer()
        .close()
        .act(correct(
            &json!({"name": "章三", "received_at": "2026-04-01T09:30:00+08:00"}),
        ))
        .expect_running(&[])
        .expect_stage(Stage::Closed)
        .expect_breaches(&[]);
}

#[test]
fn a_mistaken_registration_is_withdrawn_and_stays_on_record() {
    let withdraw = || json!({"withdraw": {"reason": "同一人登记了两次"}});
    let desk = desk()
        .at("2026-04-07 09:30")
        .act(visitor())
        .refuses(json!({"withdraw": {}}), "empty_field")
        .by(OTHER_CLERK)
        .refuses(withdraw(), "not_yours")
        .by(CLERK)
        .act(withdraw())
        .expect_running(&[])
        .expect_stage(Stage::Closed)
        .expect(|state| assert_eq!(state.resolution, Some(Resolution::Withdrawn)))
        .refuses(withdraw(), "closed")
        .refuses(correct(&json!({"name": "章三"})), "closed")
        .refuses(json!({"reopen": {"reason": "还要办"}}), "closed");
    assert!(told(&desk, Lang::Zh).contains("撤销登记(误登，记录保留)：「同一人登记了两次」"));
    // It is no duplicate of what is entered rightly afterwards.
    desk.act(visitor())
        .expect(|state| assert_eq!(state.number.as_str(), "20260407-0002"));
}

#[test]
fn what_ran_out_before_a_withdrawal_stays() {
    desk()
        .at("2026-04-07 09:30")
        .act(visitor())
        .at("2026-04-13 09:00")
        .by(SUPERVISOR)
        .act(json!({"withdraw": {"reason": "误登"}}))
        .expect_breaches(&[("D9-T1", CLERK)]);
}

#[test]
fn documents_left_with_us_are_kept_from_the_start_and_bar_a_withdrawal() {
    desk()
        .at("2026-04-07 09:30")
        .act(
            json!({"register": {"visitor": {"name": "张三"}, "words": "发票",
            "left": ["身份证", "合同"]}}),
        )
        .expect(|state| assert_eq!(state.custody_count(), 2))
        .refuses(json!({"withdraw": {"reason": "误登"}}), "in_custody");
}

#[test]
fn a_second_visit_is_linked_on_both_sides() {
    let desk = desk()
        .at("2026-04-07 09:30")
        .act(visitor())
        .refuses(
            json!({"register": {"visitor": {"name": "张三"}, "words": "再来",
            "follows": "20250101-0001"}}),
            "unknown_inquiry",
        )
        .act(
            json!({"register": {"visitor": {"name": "张三"}, "words": "再来",
            "follows": "20260407-0001"}}),
        )
        .expect(|state| assert_eq!(state.follows, Some("20260407-0001".into())))
        .on("20260407-0001")
        .expect(|state| assert_eq!(state.continued_in, ["20260407-0002".into()]));
    assert!(told(&desk, Lang::En).contains("registered 20260407-0002 to go on with it"));
}

#[test]
fn no_text_that_goes_to_the_visitor_may_use_a_forbidden_phrase() {
    let mut rules = rules("tax");
    rules.forbidden.push(shouwen::domain::rulebook::Forbidden {
        phrase: "不知道".to_owned(),
        clause: rules.slip.clause.clone().expect("a clause"),
    });
    let said = "不知道";
    let leader = json!({"leader": SUPERVISOR, "purpose": "投诉", "told": said});
    let invalid = json!({"matter": "sw-fapiao", "invalid": [{"document": 1, "why": said}]});
    desk_under(rules)
        .at("2026-04-07 09:30")
        .act(visitor())
        .refuses(json!({"answer": {"text": said}}), "forbidden_phrase")
        .refuses(
            json!({"guide_outside": {"advice": said}}),
            "forbidden_phrase",
        )
        .refuses(json!({"tell": {"text": said}}), "forbidden_phrase")
        .refuses(
            json!({"notify": {"matter": "sw-fapiao", "reason": said}}),
            "forbidden_phrase",
        )
        .refuses(json!({ "notify": invalid }), "forbidden_phrase")
        .refuses(json!({ "leader_asked": leader }), "forbidden_phrase")
        .accept()
        .refuses(json!({"deliver": {"text": said}}), "forbidden_phrase");
}
