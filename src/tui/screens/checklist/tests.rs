use super::*;
use crate::i18n::Lang;
use crate::tui::screen::ScreenId;
use crate::tui::screens::kit::{Hands, Office};

const SALE: &str = "zr-realestate-transfer";

fn choosing(lang: Lang, size: (u16, u16)) -> Hands<ChecklistScreen> {
    Hands::on(
        Office::new(lang),
        size,
        &Target::Screen(ScreenId::Checklist),
    )
}

fn for_matter(inquiry: Option<Number>, matter: &str) -> Target {
    Target::Checklist {
        inquiry,
        matter: matter.to_owned(),
    }
}

/// A house sale by an agent, registered, two documents ticked.
fn sale(lang: Lang, size: (u16, u16)) -> (Hands<ChecklistScreen>, Number) {
    let mut office = Office::new(lang);
    let number = office.register("周满", "13800000000", SALE, "卖房过户");
    let target = for_matter(Some(number.clone()), SALE);
    let mut hands = Hands::on(office, size, &target);
    hands.press("<tab> <tab>").press("34");
    (hands, number)
}

#[test]
fn initials_find_a_matter() {
    let mut hands = choosing(Lang::Zh, (80, 24));
    assert!(hands.look().contains("选事项"), "{}", hands.look());
    hands.press("<enter>");
    assert!(hands.heard().contains("请先打几个字"));
    hands.press("bdczy<enter>");
    insta::assert_snapshot!("fresh_zh_80", hands.look());
}

#[test]
fn an_agent_is_told_everything_missing_on_a_numbered_notice() {
    let (mut hands, number) = sale(Lang::Zh, (80, 24));
    insta::assert_snapshot!("agent_zh_80", hands.look());
    hands.press("i");
    assert!(hands.look().contains("怎么告知的"), "{}", hands.look());
    hands.press("1");
    assert!(hands.heard().contains("告〔2026〕1号"), "{}", hands.heard());
    for part in [
        "告〔2026〕1号",
        "周满",
        "委托代理",
        "还缺 4 项",
        "授权委托书",
    ] {
        assert!(hands.sheet().contains(part), "{part}: {}", hands.sheet());
    }
    let read = hands.office.desk.read();
    let (inquiry, _) = read.inquiry(&number).unwrap().unwrap();
    assert_eq!(inquiry.notices.len(), 1);
    assert_eq!(inquiry.notices[0].content.missing.len(), 4);
    assert_eq!(hands.screen.draft(), None);
}

#[test]
fn it_fits_both_sizes_in_both_languages() {
    insta::assert_snapshot!("agent_en_80", sale(Lang::En, (80, 24)).0.look());
    insta::assert_snapshot!("agent_zh_120", sale(Lang::Zh, (120, 40)).0.look());
    insta::assert_snapshot!("agent_en_120", sale(Lang::En, (120, 40)).0.look());
}

#[test]
fn the_second_visit_opens_with_the_earlier_ticks_and_is_taken_against_the_notice() {
    let (mut hands, number) = sale(Lang::Zh, (80, 24));
    hands.press("i2");
    hands.press("/zylh<enter>");
    assert!(
        hands.screen.inquiry().is_none(),
        "the next matter is the next visitor's"
    );
    hands.arrive(&for_matter(Some(number.clone()), ""));
    assert!(hands.look().contains("已带 2"), "{}", hands.look());
    assert!(hands.look().contains("上次 告〔2026〕1号 04-07，缺 4 项"));
    hands.press("i");
    assert!(hands.heard().contains("没有变化"), "{}", hands.heard());
    hands.press("1256");
    hands.press("i");
    assert!(hands.heard().contains("已齐"), "{}", hands.heard());
    let (inquiry, _) = hands.office.desk.read().inquiry(&number).unwrap().unwrap();
    assert!(inquiry.notices[0].complete);
    assert_eq!(inquiry.notices.len(), 1);
}

#[test]
fn asking_more_than_the_notice_had_needs_a_reason() {
    let (mut hands, number) = sale(Lang::Zh, (80, 24));
    hands.press("i1");
    hands.press("<tab><down> <tab>i1");
    assert!(
        hands.heard().contains("上次告知单里没有"),
        "{}",
        hands.heard()
    );
    assert!(hands.look().contains("为什么再要"), "{}", hands.look());
    hands.press("<enter>");
    assert!(hands.heard().contains("请写明原因"));
    hands.press("预告登记后补");
    let draft = hands.screen.draft().unwrap();
    hands.press("<enter>");
    assert!(hands.heard().contains("计为二次告知"), "{}", hands.heard());
    let (inquiry, _) = hands.office.desk.read().inquiry(&number).unwrap().unwrap();
    assert!(inquiry.notices[1].second);
    assert_eq!(draft["typing"]["why"], "预告登记后补");
}

#[test]
fn without_a_visitor_it_asks_to_register_and_keeps_the_ticks() {
    let mut hands = choosing(Lang::Zh, (80, 24));
    hands.press("bdczy<enter>1");
    hands.press("i");
    assert!(hands.heard().contains("先登记来人"), "{}", hands.heard());
    hands.press("y");
    let register = Target::Register {
        matter: SALE.into(),
    };
    assert_eq!(hands.went, Some(register));
    let number = hands.office.register("周满", "13800000000", SALE, "");
    hands.arrive(&for_matter(Some(number.clone()), SALE));
    assert!(hands.look().contains("已带 1"));
    assert!(
        hands
            .look()
            .contains(&format!("为 {number} 周* 138****0000"))
    );
    hands.press("g");
    assert!(hands.heard().contains("请按 F1"), "{}", hands.heard());
}

#[test]
fn a_document_that_does_not_serve_is_missing_with_its_reason() {
    let mut hands = choosing(Lang::Zh, (80, 24));
    hands.press("bdczy<enter><down>x已过期<enter>");
    assert!(
        hands.look().contains("[!] 申请人身份证明"),
        "{}",
        hands.look()
    );
    assert!(hands.look().contains("不能用：已过期"), "{}", hands.look());
    hands.press("p");
    assert!(hands.sheet().contains("预览") && hands.sheet().contains("已过期"));
    hands.press("y");
    assert!(
        hands.sheet().contains("第1，不动产登记申请书"),
        "{}",
        hands.sheet()
    );
}

#[test]
fn what_was_ticked_survives_a_dropped_line() {
    let mut hands = choosing(Lang::Zh, (80, 24));
    hands.press("bdczy<enter><tab> <tab>13x半份");
    let draft = hands.screen.draft().unwrap();
    let office = Office::new(Lang::Zh);
    let mut again: Hands<ChecklistScreen> =
        Hands::on(office, (80, 24), &for_matter(None, "mz-divorce"));
    again.screen.resume(&again.office.cx(), draft);
    assert!(
        again.look().contains("为什么不能用 半份"),
        "{}",
        again.look()
    );
    again.press("<esc>");
    assert!(again.look().contains("已带 2"), "{}", again.look());
}

#[test]
fn the_longest_list_stands_on_one_screen_and_smaller_ones_turn_pages() {
    for lang in [Lang::Zh, Lang::En] {
        let mut hands = choosing(lang, (80, 24));
        hands.press("bdczy<enter><tab>");
        hands.press(" <down> <down> <down> <down> <down> <down> <tab>");
        let look = hands.look();
        for number in 1..=12 {
            assert!(
                look.contains(&format!("{number:>2} [ ]")),
                "{number}: {look}"
            );
        }
    }
    let mut hands = choosing(Lang::Zh, (80, 14));
    hands.press("bdczy<enter><tab> <down> <down> <down> <tab>");
    assert!(hands.look().contains("第 1/"), "{}", hands.look());
    hands.press("<pgdn>");
    assert!(hands.look().contains("第 2/"), "{}", hands.look());
}

#[test]
fn every_matter_in_every_circumstance_is_drawn_at_every_size() {
    let matters = Office::new(Lang::Zh).desk.read().matters().unwrap();
    for lang in [Lang::Zh, Lang::En] {
        for size in [(80, 24), (120, 40), (40, 12), (20, 8), (5, 4)] {
            let mut hands: Hands<ChecklistScreen> = Hands::on(
                Office::new(lang),
                size,
                &Target::Screen(ScreenId::Checklist),
            );
            for matter in &matters {
                hands.arrive(&for_matter(None, &matter.id));
                hands.press("<tab> <right> <right> <right> <right> <right> <right> <tab>1x");
                hands.look();
                hands.press("坏<enter><pgdn><pgdn>");
                let look = hands.look();
                assert_eq!(look.lines().count(), usize::from(size.1));
            }
        }
    }
}

mod every_matter;
