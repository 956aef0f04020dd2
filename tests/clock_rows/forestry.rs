//! D2: the forestry company.

use serde_json::json;
use shouwen::domain::rulebook::{FinePer, RungOn};

use super::at_hand::{advice, by_channel, needs_words, of_kind, promised, rungs, step};
use super::kit::{CLERK, HANDLER, desk_of, rules};

#[test]
fn d2_5_what_was_told_runs_on_with_the_first_responder_after_a_handoff() {
    desk_of("forestry")
        .at("2026-04-30 09:00")
        .act(promised("2026-05-06T17:00"))
        .hand_off("税政科", HANDLER)
        .expect_running(&["D2-T1", "D2-i2"])
        .by(HANDLER)
        .sign()
        .expect_running(&["D2-T1"])
        .at("2026-05-06 17:01")
        .settle()
        .expect_breaches(&[("D2-T1", CLERK)])
        .answer()
        .expect_met("D2-T1")
        .by(CLERK)
        .close();
    assert_eq!(advice(&rules("forestry"), "D2-5"), ["5"]);
}

#[test]
fn d2_7_a_third_visit_breaks_the_rule() {
    desk_of("forestry")
        .register("问")
        .act(json!({"visit": {}}))
        .expect(|state| assert_eq!((state.visits, state.broken.len()), (2, 0)))
        .act(json!({"visit": {"text": "又来一趟"}}))
        .expect(|state| {
            assert_eq!(state.broken.len(), 1);
            assert_eq!(state.broken[0].rule, "D2-7".into());
            assert_eq!(state.broken[0].hands.as_str(), CLERK);
        })
        .act(json!({"visit": {}}))
        .expect(|state| assert_eq!(state.broken.len(), 1));
}

#[test]
fn d2_7_the_time_told_is_kept_to_the_minute() {
    // A Saturday is no excuse: it was told.
    desk_of("forestry")
        .at("2026-04-07 09:10")
        .act(promised("2026-04-11T16:00"))
        .expect_running(&["D2-T1"])
        .expect_due("D2-T1", "2026-04-11 16:00")
        .at("2026-04-11 16:00:59")
        .settle()
        .expect_breaches(&[])
        .at("2026-04-11 16:01")
        .settle()
        .expect_breaches(&[("D2-T1", CLERK)]);
}

#[test]
fn d2_7_later_needs_a_time() {
    let later = json!({"register": {
        "visitor": {"name": "张三"}, "words": "问", "route": {"mine_later": {}},
    }});
    desk_of("forestry").refuses(later, "empty_field");
}

#[test]
fn d2_7_something_is_done_within_a_quarter_of_an_hour() {
    desk_of("forestry")
        .at("2026-04-07 09:10")
        .register("问")
        .expect_running(&["D2-i1"])
        .expect_due("D2-i1", "2026-04-07 09:25")
        .expect(|state| assert!(state.clocks[0].run.internal))
        .act(step("told_who"))
        .expect_running(&["D2-i1"])
        .at("2026-04-07 09:26")
        .hand_off("税政科", HANDLER)
        .expect_met("D2-i1")
        .expect_breaches(&[("D2-i1", CLERK)]);
}

#[test]
fn d2_9_an_early_answer_is_the_next_working_day() {
    let counter = desk_of("forestry").at("2026-04-03 16:50").register("问");
    needs_words(counter, "not_reached")
        .act(step("not_reached"))
        .expect_met("D2-i1")
        .expect_running(&["D2-i3"])
        .expect_due("D2-i3", "2026-04-07 17:30")
        // A second attempt gives no more time.
        .at("2026-04-07 09:00")
        .act(step("not_reached"))
        .expect_due("D2-i3", "2026-04-07 17:30")
        .hand_off("税政科", HANDLER)
        .by(HANDLER)
        .sign()
        .at("2026-04-08 09:00")
        .answer()
        .expect_met("D2-i3")
        .expect_breaches(&[("D2-i2", CLERK), ("D2-i3", HANDLER)]);
}

#[test]
fn d2_9_the_person_is_reached_the_same_day() {
    desk_of("forestry")
        .at("2026-04-03 16:50")
        .register("问")
        .hand_off("税政科", HANDLER)
        .expect_due("D2-i2", "2026-04-03 17:30")
        .by(HANDLER)
        .sign()
        .expect_met("D2-i2");
    desk_of("forestry")
        .at("2026-04-03 17:40")
        .register("下班后的问")
        .hand_off("税政科", HANDLER)
        .expect_due("D2-i2", "2026-04-07 17:30");
}

#[test]
fn d2_11_the_fine_is_20_to_200_yuan_for_the_person_and_the_head() {
    let rules = rules("forestry").accountability.expect("accountability");
    let [fine] = rules.fines.as_slice() else {
        panic!("one fine: {:?}", rules.fines)
    };
    assert_eq!((fine.from, fine.to), (20, Some(200)));
    assert_eq!((fine.per, fine.head_too), (FinePer::Person, true));
    assert_eq!(
        (fine.id.as_str(), fine.clause.article.as_str()),
        ("D2-11", "11")
    );
}

#[test]
fn d2_11_the_administration_department_checks_at_any_time() {
    let rules = rules("forestry");
    assert_eq!(rules.duties[0].id, "D2-11".into());
    assert!(!rules.duties[0].internal);
    let accountability = rules.accountability.expect("accountability");
    assert_eq!(accountability.sources[0].id, "spot_check");
}

#[test]
fn d2_6_the_visitor_is_told_who_handles_it_and_that_is_recorded() {
    let counter = desk_of("forestry").act(by_channel("call"));
    let counter = needs_words(counter, "told_who").act(step("told_who"));
    assert_eq!(counter.count("step_taken"), 1);
    let rules = rules("forestry");
    assert_eq!(advice(&rules, "D2-6"), ["6"]);
    let call = rules.guidance.iter().find(|one| one.channels == ["call"]);
    assert!(call.expect("advice").clause.quote.contains("联系电话"));
}

#[test]
fn d2_10_the_leader_hears_of_who_asks_for_them_the_same_day() {
    let counter = desk_of("forestry")
        .at("2026-04-03 16:00")
        .act(of_kind("leader"))
        .expect_running(&["D2-i1", "D2-i4"])
        .expect_due("D2-i4", "2026-04-03 17:30")
        .act(step("led_to_reception"))
        .expect_running(&["D2-i4"]);
    let _ = needs_words(counter, "leader_told")
        .act(step("leader_told"))
        .expect_met("D2-i4")
        .expect_running(&[]);
    desk_of("forestry")
        .act(of_kind("consult"))
        .expect_running(&["D2-i1"]);
}

#[test]
fn d2_10_reception_comes_before_the_leader() {
    let rules = rules("forestry");
    assert_eq!(rungs(&rules, RungOn::LeaderAsked), ["reception", "leader"]);
    assert_eq!(advice(&rules, "D2-10"), ["10"]);
}

#[test]
fn d2_8_no_reply_uses_any_of_the_three_phrases() {
    for phrase in ["不知道", "没办法", "不归我管"] {
        let said = format!("这个我{phrase}。");
        desk_of("forestry")
            .register("问")
            .refuses(json!({"answer": {"text": said}}), "forbidden_phrase")
            .refuses(
                json!({"guide_outside": {"advice": said}}),
                "forbidden_phrase",
            )
            .refuses(json!({"decline": {"reason": said}}), "forbidden_phrase")
            .answer();
    }
    assert_eq!(rules("forestry").forbidden.len(), 3);
}
