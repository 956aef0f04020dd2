//! What the rulebook only says: duties, advice, names.

use shouwen::domain::rulebook::{Guidance, RungOn};

use crate::kit::*;

fn advice(id: &str) -> Guidance {
    let book = rules("police");
    let found = book.guidance.iter().find(|one| one.id == Some(id.into()));
    found.unwrap_or_else(|| panic!("no advice {id}")).clone()
}

#[test]
fn d1_s1_the_desk_is_manned_round_the_clock() {
    let book = rules("police");
    let duty = book
        .duties
        .iter()
        .find(|one| one.id == "D1-S1".into())
        .unwrap();
    assert!(duty.clause.quote.contains("24小时受理") && !duty.internal);
    assert!(advice("D1-1.4.7").clause.quote.contains("24小时值班制度"));
}

#[test]
fn d1_s4_twenty_hours_a_week_on_the_beat() {
    let book = rules("police");
    let duty = book
        .duties
        .iter()
        .find(|one| one.id == "D1-S4".into())
        .unwrap();
    assert!(duty.clause.quote.contains("每周不少于20个小时"));
    assert!(duty.name.zh.contains("20个小时") && duty.name.en.contains("20 hours"));
}

#[test]
fn d1_art_3_6_a_post_with_a_limit_has_a_substitute_and_leaves_word() {
    let quote = advice("D1-3.6").clause.quote;
    assert!(quote.contains("AB 角制") && quote.contains("留言、启事"));
    let book = rules("police");
    let rung = book
        .ladder
        .iter()
        .find(|one| one.on == RungOn::Unreachable)
        .unwrap();
    assert!(rung.to.zh.contains("B角") && !rung.internal);
}

#[test]
fn d1_art_1_and_2_the_advice_quotes_its_articles() {
    for (id, article) in [
        ("D1-1.3", "一(三)"),
        ("D1-1.4.2", "一(四)2"),
        ("D1-1.4.3", "一(四)3"),
        ("D1-1.4.4", "一(四)4"),
        ("D1-1.4.6", "一(四)6"),
        ("D1-1.4.7", "一(四)7"),
        ("D1-1.5", "一(五)"),
        ("D1-1.6", "一(六)"),
        ("D1-2.3", "二(三)"),
        ("D1-2.5", "二(五)"),
        ("D1-2.7", "二(七)"),
        ("D1-2.8", "二(八)"),
        ("D1-2.10", "二(十)"),
    ] {
        assert_eq!(advice(id).clause.article, article, "{id}");
    }
}

#[test]
fn d1_art_1_3_eight_things_not_to_let_happen() {
    assert_eq!(advice("D1-1.3").clause.quote.matches("不让").count(), 8);
}

#[test]
fn d1_art_1_4_3_four_hardships_and_four_abuses() {
    let quote = advice("D1-1.4.3").clause.quote;
    assert_eq!(quote.matches('难').count(), 5, "four and their name");
    assert_eq!(quote.matches('乱').count(), 5, "four and their name");
}

#[test]
fn d1_art_2_4_five_things_are_registered() {
    let quote = advice("D1-2.4").clause.quote;
    for thing in ["姓名", "单位", "时间", "咨询或办理事项", "办理结果"] {
        assert!(quote.contains(thing), "{thing}");
    }
}

#[test]
fn where_the_source_is_silent_the_book_says_nothing() {
    let book = rules("police");
    assert!(book.forbidden.is_empty() && book.follow_up.is_none());
    assert!(book.returns.clause.is_none() && book.handoff.once.is_none());
    assert!(book.slip.clause.is_none());
}

#[test]
fn targets_of_ours_say_so_in_both_languages() {
    for clock in rules("police").clocks {
        assert_eq!(
            clock.name.zh.ends_with("（内控）"),
            clock.internal,
            "{}",
            clock.id
        );
        assert_eq!(
            clock.name.en.ends_with("(internal)"),
            clock.internal,
            "{}",
            clock.id
        );
    }
}
