//! D3: a company.

use serde_json::json;
use shouwen::domain::rulebook::RungOn;
use shouwen::domain::staff::Role;

use super::at_hand::{needs_words, promised, rungs, state, step};
use super::kit::{CLERK, HANDLER, SUPERVISOR, desk_of, matters, rules};

#[test]
fn d3_2_2_what_nobody_owns_reaches_the_leader_the_same_day() {
    // After closing on the eve of National Day, the same day is the next working one.
    let counter = desk_of("company")
        .at("2026-09-30 18:00")
        .register("谁来修路")
        .expect_running(&[]);
    needs_words(counter, "owner_missing")
        .act(step("owner_missing"))
        .expect_due("D3-i1", "2026-10-08 17:30")
        .at("2026-10-08 10:00")
        .ask_superior()
        .expect_met("D3-i1")
        .expect_running(&[])
        .at("2026-10-09 09:00")
        .by(SUPERVISOR)
        .act(json!({"superior_opinion": {"text": "由工程部办理"}}))
        .expect_running(&["D3-i2"])
        .expect_due("D3-i2", "2026-10-09 17:30")
        .by(CLERK)
        .at("2026-10-09 17:31")
        .answer()
        .expect_met("D3-i2")
        .expect_breaches(&[("D3-i2", CLERK)]);
}

#[test]
fn d3_2_2_a_report_that_is_late_is_told() {
    desk_of("company")
        .at("2026-04-07 09:10")
        .register("问")
        .act(step("owner_missing"))
        .expect_due("D3-i1", "2026-04-07 17:30")
        .at("2026-04-08 09:00")
        .settle()
        .expect_breaches(&[("D3-i1", CLERK)])
        .hand_off("税政科", HANDLER)
        .expect_replaced("D3-i1");
}

#[test]
fn d3_2_2_without_substitutes_the_leader_decides() {
    let rules = rules("company");
    assert_eq!(rungs(&rules, RungOn::Unclear), ["owner_unclear"]);
    assert_eq!(rungs(&rules, RungOn::Unreachable), ["owner_away"]);
    assert!(
        rules
            .ladder
            .iter()
            .all(|rung| rung.role == Role::Supervisor)
    );
}

#[test]
fn d3_2_2_that_nobody_was_reached_is_told_and_recorded() {
    let counter = desk_of("company").register("问");
    let counter = needs_words(counter, "not_reached")
        .act(step("not_reached"))
        .act(step("not_reached"));
    assert_eq!(counter.count("step_taken"), 2);
    // What is written down to be passed on.
    let labels: Vec<String> = rules("company")
        .slip
        .fields
        .into_iter()
        .map(|field| field.label.zh)
        .collect();
    assert_eq!(labels, ["单位", "姓名", "联系电话", "拟办事项"]);
}

#[test]
fn d3_2_1_a_time_agreed_is_our_own_target() {
    desk_of("company")
        .at("2026-04-07 09:10")
        .act(promised("2026-04-08T10:00"))
        .expect_due("D3-i3", "2026-04-08 10:00")
        .expect(|state| assert!(state.clocks[0].run.internal))
        .hand_off("税政科", HANDLER)
        .expect_replaced("D3-i3")
        .expect_running(&[]);
}

#[test]
fn d3_2_1_asking_again_needs_a_reason() {
    let matters = matters();
    let sale = matters
        .matters
        .iter()
        .find(|matter| matter.id.as_str() == "zr-realestate-transfer")
        .expect("there");
    let more = sale.circumstances()[0].as_str().to_owned();
    desk_of("company")
        .register("问")
        .notify("zr-realestate-transfer")
        .refuses(
            json!({"notify": {"matter": "zr-realestate-transfer", "circumstances": [more]}}),
            "second_notice",
        );
}

#[test]
fn d3_5_an_upheld_complaint_ends_in_one_of_three_forms_and_no_fine() {
    let rules = rules("company").accountability.expect("accountability");
    let forms: Vec<&str> = rules
        .forms
        .iter()
        .map(|form| form.name.zh.as_str())
        .collect();
    assert_eq!(forms, ["批评教育", "通报", "扣发奖金"]);
    assert!(rules.forms.iter().all(|form| form.clause.article == "(五)"));
    assert_eq!(rules.sources[0].id, "complaint");
    assert!(rules.fines.is_empty() && rules.clocks.is_empty());
}

#[test]
fn d3_4_good_service_is_praised() {
    let rules = rules("company").accountability.expect("accountability");
    assert_eq!(rules.rules[0].id, "praise");
    assert_eq!(rules.rules[0].clause.article, "(四)");
}

#[test]
fn d3_text_keeps_its_garbled_word_and_says_so() {
    let rules = rules("company");
    assert!(state(&rules, "D3").contains("误作“教育”"));
    let told = rules.told_once.expect("a clause");
    assert_eq!(told.quote, "一次教育告知有关事项");
    assert!(rules.roles[2].clause.quote.contains("分教育领导"));
}
