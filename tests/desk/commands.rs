//! What the desk keeps: numbers, requests, handovers, the order of time.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use crate::kit::*;
use serde_json::{Value, json};
use shouwen::desk::DeskError;
use shouwen::domain::refusal::Refusal;
use shouwen::domain::shift::About;

// ---- Numbers ----------------------------------------------------------------------

#[test]
fn numbers_begin_anew_at_the_offices_own_midnight() {
    let counter = desk().at("2026-04-07 23:59").register("一").register("二");
    assert_eq!(counter.number(), "20260407-0002");
    // 16:00 of the day before in Greenwich.
    let counter = counter.at("2026-04-08 00:00").register("三");
    assert_eq!(counter.number(), "20260408-0001");
    let counter = counter.at("2026-04-08 07:59").register("四");
    assert_eq!(counter.number(), "20260408-0002");
}

#[test]
fn a_refused_registration_uses_up_no_number() {
    let counter = desk()
        .at("2026-04-07 09:00")
        .register("一")
        .refuses(
            json!({"register": {"visitor": {"name": ""}, "words": "问"}}),
            "empty_field",
        )
        .register("二");
    assert_eq!(counter.number(), "20260407-0002");
}

#[test]
fn papers_are_numbered_by_mark_and_year() {
    let receipt = |counter: &Counter| {
        let told = counter.last().iter().find(|event| event.kind == "accepted");
        told.expect("accepted").body.clone()
    };
    let counter = desk()
        .at("2026-12-31 10:00")
        .register_matter("sj-company")
        .accept();
    assert!(receipt(&counter).contains("受〔2026〕1号"));
    let counter = counter.register_matter("sj-company").accept();
    assert!(receipt(&counter).contains("受〔2026〕2号"));
    let counter = counter.register_matter("sw-fapiao").notify("sw-fapiao");
    assert_eq!(counter.state().notices[0].number, "告〔2026〕1号");
    // The year is the office's own: 2027 begins at 16:00 in Greenwich.
    let counter = counter
        .at("2027-01-01 00:10")
        .register_matter("sj-company")
        .accept();
    assert!(receipt(&counter).contains("受〔2027〕1号"));
}

#[test]
fn the_slip_carries_the_inquirys_number_and_its_leg() {
    let state = desk()
        .at("2026-04-07 09:00")
        .register("问")
        .hand_off("税政科", HANDLER)
        .by(HANDLER)
        .sign()
        .hand_off("征管科", WINDOW_HANDLER)
        .state();
    assert_eq!(state.legs[1].slip, "20260407-0001/1");
    assert_eq!(state.legs[2].slip, "20260407-0001/2");
}

// ---- The same command again ----------------------------------------------------------

#[test]
fn a_command_sent_again_returns_its_first_result() {
    let command = json!({
        "register": {"visitor": {"name": "张三"}, "words": "问"}, "request": "draft-17"
    });
    let counter = desk().act(command.clone());
    let first = (counter.number().to_owned(), counter.last().to_vec());
    let counter = counter.act(command);
    assert_eq!(
        (counter.number().to_owned(), counter.last().to_vec()),
        first
    );
    let counter = counter.register("另一件");
    assert!(counter.number().ends_with("-0002"));
}

#[test]
fn a_refusal_on_record_sent_again_is_refused_again() {
    let extend = json!({
        "extend": {"clock": "D9-i3", "by": 2, "reason": "情形复杂"}, "request": "r-1"
    });
    let counter = desk()
        .at("2026-04-07 09:10")
        .register_matter("sj-company")
        .accept()
        .at("2026-04-13 09:00")
        .refuses_on_record(extend.clone(), "extension_too_late")
        .refuses_on_record(extend, "extension_too_late");
    assert_eq!(counter.count("extension_refused_late"), 1);
}

#[test]
fn a_refused_command_may_be_sent_again_under_the_same_id() {
    let command = |words: &str| {
        json!({
            "register": {"visitor": {"name": "张三"}, "words": words}, "request": "draft-18"
        })
    };
    let _ = desk()
        .refuses(command(""), "empty_field")
        .act(command("问"));
}

#[test]
fn a_handover_signed_again_returns_all_that_it_moved() {
    let sign = json!({"handover_sign": {}, "request": "h-1"});
    let counter = desk()
        .register("问")
        .act(json!({"handover_open": {"to": OTHER_CLERK}}))
        .by(OTHER_CLERK)
        .act(json!({"handover_acknowledge": {"item": 1}}))
        .act(json!({"handover_sign": {}}))
        .by(CLERK)
        .act(sign.clone());
    let first = counter.last().to_vec();
    assert!(first.iter().any(|event| event.kind == "taken"));
    let counter = counter.act(sign);
    assert_eq!(counter.last(), first);
}

// ---- Time -------------------------------------------------------------------------------

#[test]
fn a_clock_behind_the_record_is_refused_on_a_real_register() {
    let mut counter = real_desk()
        .at("2026-04-07 09:10")
        .register("问")
        .at("2026-04-07 09:07");
    let command = json!({"register": {"visitor": {"name": "李四"}, "words": "问"}});
    match send(counter.desk(), CLERK, &command) {
        Err(DeskError::ClockBehind { now, last }) => {
            assert_eq!(wall(now), "2026-04-07 09:07");
            assert_eq!(wall(last), "2026-04-07 09:10");
        }
        other => panic!("{other:?}"),
    }
    // Two minutes are forgiven: clocks of two machines never agree wholly.
    let _ = counter.at("2026-04-07 09:08").register("问");
}

#[test]
fn what_time_does_is_recorded_at_the_instant_it_fell_due_by_the_system() {
    let counter = desk()
        .at("2026-04-07 09:10")
        .register("问")
        .at("2026-05-20 09:00")
        .settle();
    let story = counter.story();
    let breach = story.last().expect("a fact");
    assert_eq!(breach.kind, "breached");
    assert_eq!(breach.header.actor, "system");
    assert_eq!(wall(breach.at), "2026-04-10 17:30");
    assert_eq!(wall(breach.header.recorded_at), "2026-05-20 09:00");
}

#[test]
fn a_due_date_beyond_the_known_calendar_is_provisional() {
    desk()
        .at("2026-12-30 09:10")
        .register("问")
        .expect(|state| {
            assert!(state.clocks[0].run.provisional);
        });
}

#[test]
fn closed_inquiries_keep_no_clock_and_nothing_to_settle() {
    let mut counter = desk()
        .at("2026-04-07 09:10")
        .register("问")
        .answer()
        .close()
        .at("2026-05-20 09:00");
    assert_eq!(counter.desk().settle(100).expect("settled"), 0);
}

// ---- Shift handover -----------------------------------------------------------------------

fn open_to(staff: &str, notes: &[&str]) -> Value {
    json!({"handover_open": {"to": staff, "notes": notes}})
}

fn acknowledge(item: u32) -> Value {
    json!({"handover_acknowledge": {"item": item}})
}

fn answer(text: &str) -> Value {
    json!({"handover_answer": {"item": 1, "text": text}})
}

fn sign() -> Value {
    json!({"handover_sign": {}})
}

#[test]
fn a_handover_opens_with_everything_in_hand_most_pressing_first() {
    let counter = desk()
        .at("2026-04-07 09:10")
        .register("后到期")
        .register("已转出未签")
        .hand_off("税政科", HANDLER)
        .register("已办结")
        .answer()
        .close()
        .by(OTHER_CLERK)
        .register("别人的")
        .by(CLERK)
        .act(open_to(OTHER_CLERK, &["钥匙一把", " "]));
    let handover = counter.handover();
    let items: Vec<String> = handover
        .items
        .iter()
        .map(|item| match &item.about {
            About::Inquiry { inquiry, .. } => inquiry.to_string(),
            About::Free { text, .. } => text.text().to_owned(),
        })
        .collect();
    assert_eq!(items, ["20260407-0002", "20260407-0001", "钥匙一把"]);
    assert_eq!(handover.number.as_str(), "H20260407-01");
}

#[test]
fn who_may_take_over() {
    desk()
        .refuses(open_to("", &[]), "empty_field")
        .refuses(open_to("0000", &[]), "unknown_staff")
        .refuses(open_to(CLERK, &[]), "same_person")
        .refuses(open_to(QUALITY, &[]), "lacks_role")
        .act(open_to(OTHER_CLERK, &[]))
        .refuses(open_to(SUPERVISOR, &[]), "handover_open");
}

#[test]
fn nothing_is_signed_while_an_item_is_open() {
    desk()
        .register("一")
        .register("二")
        .act(open_to(OTHER_CLERK, &[]))
        .refuses(acknowledge(1), "not_in_handover")
        .refuses(sign(), "unacknowledged")
        .by(OTHER_CLERK)
        .act(acknowledge(1))
        .refuses(sign(), "unacknowledged")
        .refuses(acknowledge(0), "unknown_item")
        .refuses(acknowledge(3), "unknown_item")
        .act(acknowledge(2))
        .act(sign())
        .refuses(sign(), "handover_signed")
        .by(SUPERVISOR)
        .refuses(sign(), "not_in_handover");
}

#[test]
fn a_question_about_an_item_opens_it_again() {
    desk()
        .register("一")
        .act(open_to(OTHER_CLERK, &[]))
        .act(json!({"handover_note": {"item": 1, "text": "来人下午再来"}}))
        .refuses(
            json!({"handover_note": {"item": 1, "text": ""}}),
            "empty_field",
        )
        .refuses(
            json!({"handover_question": {"item": 1, "text": "几点?"}}),
            "not_in_handover",
        )
        .by(OTHER_CLERK)
        .refuses(
            json!({"handover_note": {"item": 1, "text": "好"}}),
            "not_in_handover",
        )
        .act(acknowledge(1))
        .act(json!({"handover_question": {"item": 1, "text": "几点?"}}))
        .refuses(sign(), "unacknowledged")
        .refuses(acknowledge(1), "unanswered")
        .refuses(answer("三点"), "not_in_handover")
        .by(CLERK)
        .act(answer("三点"))
        .by(OTHER_CLERK)
        .act(acknowledge(1))
        .act(sign());
}

#[test]
fn a_question_without_an_answer_is_taken_over_only_as_asked() {
    let counter = desk()
        .register("一")
        .act(open_to(OTHER_CLERK, &[]))
        .refuses(answer("三点"), "no_question")
        .by(OTHER_CLERK)
        .act(json!({"handover_question": {"item": 1, "text": "几点?"}}))
        .refuses(acknowledge(1), "unanswered")
        .act(json!({"handover_acknowledge": {"item": 1, "as_asked": true}}))
        .act(sign())
        .by(CLERK)
        .act(sign());
    assert!(counter.handover().items[0].as_asked);
    assert!(counter.handover().done_at.is_some());
}

#[test]
fn a_handover_called_off_moves_nothing_and_makes_room_for_another() {
    let cancel = |why: &str| json!({"handover_cancel": {"text": why}});
    desk()
        .register("一")
        .act(open_to(OTHER_CLERK, &[]))
        .refuses(cancel(" "), "empty_field")
        .by(HANDLER)
        .refuses(cancel("没来"), "not_in_handover")
        .by(SUPERVISOR)
        .act(cancel("没来"))
        .by(OTHER_CLERK)
        .refuses(acknowledge(1), "closed")
        .by(CLERK)
        .act(open_to(OTHER_CLERK, &[]));
}

#[test]
fn what_arrives_in_between_is_added_and_must_be_taken_too() {
    let counter = desk()
        .register("一")
        .act(open_to(OTHER_CLERK, &[]))
        .by(OTHER_CLERK)
        .act(acknowledge(1))
        .by(CLERK)
        .register("刚到")
        .refuses(sign(), "unacknowledged")
        .by(OTHER_CLERK)
        .act(acknowledge(2));
    let handover = counter.handover();
    assert_eq!(handover.items.len(), 2);
    assert_eq!(handover.open_items(), 0);
}

#[test]
fn signing_by_both_moves_who_answers_and_leaves_who_was_first() {
    let counter = desk()
        .at("2026-04-07 09:10")
        .register("未转出")
        .register("已转出未签")
        .hand_off("税政科", HANDLER)
        .act(open_to(OTHER_CLERK, &[]))
        .by(OTHER_CLERK)
        .act(acknowledge(1))
        .act(acknowledge(2))
        .act(sign())
        .on("20260407-0001")
        .expect_holder(CLERK)
        .by(CLERK)
        .act(sign())
        .expect_holder(OTHER_CLERK)
        .expect(|state| assert_eq!(state.first.as_str(), CLERK))
        .on("20260407-0002")
        .expect_holder(HANDLER)
        .expect(|state| {
            assert_eq!(state.first.as_str(), CLERK);
            assert_eq!(state.keeper().as_str(), OTHER_CLERK);
        });
    assert!(counter.handover().done_at.is_some());
    // From now on the breach of the transfer is in the hands of the one who came.
    let _ = counter
        .refuses(sign(), "closed")
        .at("2026-04-09 09:00")
        .settle()
        .expect_breaches(&[("D9-T2", OTHER_CLERK)])
        .on("20260407-0001")
        .by(CLERK)
        .refuses(json!({"answer": {"text": "可以"}}), "not_yours")
        .by(OTHER_CLERK)
        .answer()
        .close();
}

#[test]
fn a_breach_before_the_signature_stays_with_the_one_who_left() {
    desk()
        .at("2026-04-07 09:10")
        .register("问")
        .at("2026-04-13 09:00")
        .act(open_to(OTHER_CLERK, &[]))
        .by(OTHER_CLERK)
        .act(acknowledge(1))
        .act(sign())
        .by(CLERK)
        .act(sign())
        .on("20260407-0001")
        .expect_breaches(&[("D9-T1", CLERK)])
        .expect_holder(OTHER_CLERK);
}

#[test]
fn what_was_passed_on_meanwhile_is_not_taken_back_from_others() {
    desk()
        .at("2026-04-07 09:10")
        .register("问")
        .act(open_to(OTHER_CLERK, &[]))
        .hand_off("税政科", HANDLER)
        .by(HANDLER)
        .sign()
        .by(OTHER_CLERK)
        .act(acknowledge(1))
        .act(sign())
        .by(CLERK)
        .act(sign())
        .on("20260407-0001")
        .expect_holder(HANDLER)
        .expect(|state| assert_eq!(state.keeper().as_str(), OTHER_CLERK));
}

#[test]
fn what_comes_back_after_the_shift_comes_to_whoever_took_it_over() {
    desk()
        .at("2026-04-07 09:10")
        .register("问")
        .hand_off("税政科", HANDLER)
        .by(HANDLER)
        .sign()
        .hand_off("征管科", WINDOW_HANDLER)
        .act(open_to(OTHER_CLERK, &[]))
        .by(OTHER_CLERK)
        .act(acknowledge(1))
        .act(sign())
        .by(HANDLER)
        .act(sign())
        .by(WINDOW_HANDLER)
        .give_back()
        .on("20260407-0001")
        .expect_holder(OTHER_CLERK)
        .expect_running(&["D9-T3"]);
}

// ---- Staff -----------------------------------------------------------------------------------

#[test]
fn only_an_administrator_changes_staff() {
    let person = |name: &str| {
        json!({"record_staff": {
            "number": "1003", "name": name, "department": "办税服务厅", "roles": ["clerk"]
        }})
    };
    let counter = desk()
        .refuses(person("吴静"), "not_allowed")
        .by(ADMIN)
        .refuses(person(" "), "empty_field")
        .act(person("吴静"));
    let _ = counter.by("1003").register("问");
}

#[test]
fn an_unknown_person_does_nothing() {
    let mut counter = desk().register("问");
    let number = counter.number().to_owned();
    let answer = json!({"answer": {"inquiry": number, "text": "可以"}});
    let refusal = refusal(send(counter.desk(), "7777", &answer));
    assert_eq!(refusal, Refusal::UnknownStaff("7777".into()));
}
