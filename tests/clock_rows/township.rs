//! D5: the township.

use shouwen::domain::rulebook::{Accountability, RouteId};

use super::at_hand::{promised, state};
use super::kit::{CLERK, desk_of, rules};

fn accountability() -> Accountability {
    rules("township").accountability.expect("accountability")
}

#[test]
fn d5_categories_are_ten() {
    let rules = accountability();
    assert_eq!(rules.categories.len(), 10);
    for (place, category) in rules.categories.iter().enumerate() {
        assert_eq!(category.clause.article, format!("一(四){}", place + 1));
    }
    // The source's own character stays in the quote, never in our words.
    assert_eq!(rules.categories[9].clause.quote, "监管不力、处臵不当");
    assert_eq!(rules.categories[9].name.zh, "监管不力、处置不当");
}

#[test]
fn d5_forms_are_ten_and_from_the_sixth_on_by_management() {
    let rules = accountability();
    let by_management: Vec<bool> = rules.forms.iter().map(|form| form.by_management).collect();
    assert_eq!(by_management, [vec![false; 5], vec![true; 5]].concat());
    assert_eq!(rules.forms[5].name.zh, "调整工作岗位");
    assert_eq!(rules.forms[9].name.zh, "建议免职");
    // Tiers, fines, and a procedure with clocks would stand further on.
    assert!(rules.tiers.is_empty() && rules.fines.is_empty() && rules.clocks.is_empty());
}

#[test]
fn d5_rules_break_off_where_the_source_does() {
    let rules = accountability();
    let ids: Vec<&str> = rules.rules.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["together", "by_management", "discipline", "facts"]);
    assert!(rules.rules[2].clause.quote.ends_with("由纪检监察部"));
    assert!(rules.rules[2].name.zh.contains("截断"));
}

#[test]
fn d5_others_are_named_and_set_no_clock() {
    let rules = rules("township");
    assert!(state(&rules, "D5").contains("只列其名"));
    assert!(rules.clocks.iter().all(|clock| clock.internal));
    for id in RouteId::ALL {
        assert!(rules.route(id).expect("a route").clause.is_none());
    }
    assert!(rules.channels.iter().all(|channel| channel.internal));
    desk_of("township").register("问").expect_running(&[]);
}

#[test]
fn d5_on_time_means_what_was_promised() {
    desk_of("township")
        .at("2026-04-07 09:00")
        .act(promised("2026-04-08T10:00"))
        .expect_due("D5-i1", "2026-04-08 10:00")
        .at("2026-04-08 10:01")
        .answer()
        .expect_met("D5-i1")
        .expect_breaches(&[("D5-i1", CLERK)]);
}
