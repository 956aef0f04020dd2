//! D11: the public service centre.

use serde_json::json;
use shouwen::domain::inquiry::Stage;
use shouwen::domain::rulebook::{Lapse, RungOn};

use super::at_hand::{advice, needs_words, permit, promised, rungs, step};
use super::kit::{CLERK, HANDLER, SUPERVISOR, WINDOW_HANDLER, desk_of, matters, rules};

#[test]
fn d11_1_the_shorter_of_law_and_promise_counts_from_acceptance() {
    // Fifteen calendar days by law, ten working days promised: over Labour Day the law ends first.
    desk_of("service-centre")
        .at("2026-04-29 09:10")
        .register_matter("ga-passport")
        .expect_running(&[])
        .accept()
        .expect_due("D11-1", "2026-05-14 17:30")
        .deliver()
        .expect_met("D11-1")
        .close();
    desk_of("service-centre")
        .at("2026-04-07 09:10")
        .register_matter("ga-passport")
        .accept()
        .expect_due("D11-1", "2026-04-21 17:30");
}

#[test]
fn d11_1_a_hearing_does_not_count() {
    let told = json!({"suspend": {"reason": "expert-review", "told": "专家评审约3日"}});
    desk_of("service-centre")
        .at("2026-04-07 09:00")
        .register_matter("sj-company")
        .accept()
        .expect_due("D11-1", "2026-04-10 17:30")
        .at("2026-04-08 09:00")
        .act(told)
        .at("2026-04-13 09:00")
        .settle()
        .expect_breaches(&[])
        .act(json!({"resume": {}}))
        .expect_due("D11-1", "2026-04-15 17:30")
        .expect(|state| assert!(!state.deemed_consent));
}

#[test]
fn d11_2_a_second_list_needs_a_reason_and_counts_against_us() {
    let matters = matters();
    let transfer = matters
        .matters
        .iter()
        .find(|matter| matter.id.as_str() == "zr-realestate-transfer")
        .expect("there");
    let more = transfer.circumstances()[0].as_str().to_owned();
    let with = |reason: &str| {
        json!({"notify": {
            "matter": "zr-realestate-transfer", "circumstances": [more], "reason": reason
        }})
    };
    desk_of("service-centre")
        .register("问")
        .notify("zr-realestate-transfer")
        .notify("zr-realestate-transfer")
        .expect(|state| assert!(!state.notices[1].second))
        .refuses(with(""), "second_notice")
        .act(with("来人改为委托代理"))
        .expect(|state| {
            assert!(state.notices[2].second);
            assert_eq!(state.notices[2].number, "补〔2026〕3号");
        });
    let told = rules("service-centre").told_once.expect("a clause");
    assert_eq!(told.article, "二4");
}

#[test]
fn d11_3_what_was_accepted_is_sent_back_only_with_the_leader() {
    desk_of("service-centre")
        .register_matter("sj-company")
        .accept()
        .refuses(json!({"decline": {"reason": "不符合条件"}}), "empty_field")
        .act(json!({"decline": {"reason": "不符合条件", "superior": SUPERVISOR}}))
        .expect_met("D11-1")
        .close();
    assert_eq!(advice(&rules("service-centre"), "D11-2.5"), ["二5"]);
}

#[test]
fn d11_4_at_the_end_consent_is_recorded_and_no_licence_is_given() {
    let counter = desk_of("service-centre")
        .at("2026-04-29 09:10")
        .register_matter("sj-company")
        .accept()
        .expect_due("D11-1", "2026-05-07 17:30")
        .at("2026-05-07 17:30:59")
        .settle()
        .expect(|state| assert!(!state.deemed_consent))
        .at("2026-05-07 17:31")
        .settle()
        .settle()
        .expect_breaches(&[("D11-1", CLERK)])
        .expect(|state| assert!(state.deemed_consent))
        .expect_stage(Stage::Accepted);
    assert_eq!(counter.count("deemed_consent"), 1);
    assert_eq!(counter.count("delivered"), 0);
}

#[test]
fn d11_4_the_order_to_supervise_goes_to_the_leader() {
    let rules = rules("service-centre");
    assert_eq!(rungs(&rules, RungOn::Breach), ["out_of_time"]);
    assert_eq!(rungs(&rules, RungOn::Unsettled), ["cannot_settle"]);
    let clock = rules.clock(&"D11-1".into()).expect("a clock");
    assert_eq!(clock.lapse, Lapse::DeemedConsent);
}

#[test]
fn d11_5_what_was_accepted_stays_at_the_windows_with_one_person_responsible() {
    desk_of("service-centre")
        .register_matter("sj-company")
        .accept()
        .refuses(
            json!({"hand_off": {"department": "税政科", "staff": HANDLER}}),
            "stays_at_windows",
        )
        .hand_off("征管科", WINDOW_HANDLER)
        .by(WINDOW_HANDLER)
        .sign()
        .expect(|state| {
            let run = &state.running(&"D11-1".into()).expect("running").run;
            assert_eq!(state.answerable(run).as_str(), CLERK);
        });
    assert_eq!(advice(&rules("service-centre"), "D11-3.3"), ["三3"]);
}

#[test]
fn d11_1_3_a_document_that_does_not_serve_says_why() {
    let notify = |why: &str| {
        json!({"notify": {
            "matter": "sj-company", "brought": [2], "invalid": [{"document": 1, "why": why}]
        }})
    };
    desk_of("service-centre")
        .register("问")
        .refuses(notify(""), "empty_field")
        .act(notify("未签字"))
        .expect(|state| assert!(!state.notices[0].complete));
    assert_eq!(advice(&rules("service-centre"), "D11-1.3"), ["一3"]);
}

#[test]
fn d11_1_4_what_was_advised_is_recorded() {
    let counter = desk_of("service-centre").register("问");
    let counter = needs_words(counter, "guidance_given").act(step("guidance_given"));
    assert_eq!(counter.count("step_taken"), 1);
    assert_eq!(advice(&rules("service-centre"), "D11-1.4"), ["一4"]);
}

#[test]
fn d11_1_5_the_leaders_decision_is_told_the_same_day() {
    desk_of("service-centre")
        .at("2026-04-30 09:10")
        .register("问")
        .ask_superior()
        .at("2026-04-30 17:40")
        .by(SUPERVISOR)
        .act(json!({"superior_opinion": {"text": "可以"}}))
        .expect_due("D11-i1", "2026-05-06 17:30")
        .by(CLERK)
        .answer()
        .expect_met("D11-i1");
}

#[test]
fn d11_2_3_the_forms_handed_out_are_recorded() {
    let counter = desk_of("service-centre").register("问");
    let counter = needs_words(counter, "forms_given").act(step("forms_given"));
    assert_eq!(counter.count("step_taken"), 1);
    assert_eq!(advice(&rules("service-centre"), "D11-2.3"), ["二3"]);
}

#[test]
fn d11_4_3_a_reason_of_policy_is_told_and_stops_no_clock() {
    let counter = desk_of("service-centre")
        .at("2026-04-07 09:10")
        .register_matter("sj-company")
        .accept();
    needs_words(counter, "policy_explained")
        .act(step("policy_explained"))
        .expect_running(&["D11-1"])
        .expect_due("D11-1", "2026-04-10 17:30");
    assert_eq!(advice(&rules("service-centre"), "D11-4.3"), ["四3"]);
}

#[test]
fn d11_1_1_three_things_are_done_once() {
    let rules = rules("service-centre");
    assert_eq!(advice(&rules, "D11-1.1"), ["一1"]);
    let once = rules.guidance.iter().map(|one| &one.clause.quote);
    let once = once.filter(|quote| {
        ["一口清", "一手清", "一次清"]
            .iter()
            .all(|word| quote.contains(word))
    });
    assert_eq!(once.count(), 1);
}

#[test]
fn xk_32_the_matters_clock_runs_from_the_day_of_receipt() {
    desk_of("service-centre")
        .at("2026-04-07 09:10")
        .act(permit("ga-passport"))
        .act(json!({"receive": {"documents": ["申请表"]}}))
        .expect_due("XK-32", "2026-04-14 17:30")
        .hand_off("税政科", HANDLER)
        .at("2026-04-14 17:31")
        .settle()
        .expect_breaches(&[("XK-32", HANDLER)])
        .expect(|state| assert!(state.accepted_at.is_some()))
        // Ten working days from 04-07, not from the day on which nobody had told.
        .expect_due("D11-1", "2026-04-21 17:30");
    desk_of("service-centre")
        .at("2026-04-07 09:10")
        .act(permit("ga-passport"))
        .act(json!({"receive": {"documents": ["申请表"]}}))
        .accept()
        .expect_met("XK-32");
}

#[test]
fn d11_1_2_a_time_agreed_is_our_own_target() {
    desk_of("service-centre")
        .at("2026-04-07 09:00")
        .act(promised("2026-04-08T10:00"))
        .expect_due("D11-i2", "2026-04-08 10:00")
        .at("2026-04-08 10:01")
        .settle()
        .expect_breaches(&[("D11-i2", CLERK)]);
}
