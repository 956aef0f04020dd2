use super::*;
use crate::domain::command::HandOff;
use crate::i18n::Lang;
use crate::tui::screens::kit::{Hands, Office, at};

const HERE: Target = Target::Screen(ScreenId::Handover);

/// 李明 at the end of a shift: three inquiries in hand, one of them overdue.
fn shift(lang: Lang) -> (Office, Vec<Number>) {
    let mut office = Office::new(lang);
    office.clock.set(at("2026-04-01 09:00"));
    let old = office.register("周满", "13800000001", "sw-fapiao", "发票领用");
    office.clock.set(at("2026-04-07 10:42"));
    let new = office.register("郑小满", "13800000002", "", "社保卡怎么补");
    let sent = office.register("吴晓", "13800000003", "", "税率");
    let hand_off = HandOff {
        inquiry: sent.clone(),
        department: "税政科".into(),
        staff: "1002".into(),
        ..HandOff::default()
    };
    office.carry_out("1001", Command::HandOff(hand_off));
    (office, vec![old, sent, new])
}

fn leaving(lang: Lang, size: (u16, u16)) -> (Hands<HandoverScreen>, Vec<Number>) {
    let (office, numbers) = shift(lang);
    (Hands::on(office, size, &HERE), numbers)
}

/// As above, with a handover to 刘洋 begun and one note written.
fn begun(lang: Lang, size: (u16, u16)) -> (Hands<HandoverScreen>, Vec<Number>) {
    let (mut hands, numbers) = leaving(lang, size);
    hands.press("n<enter>公章、钥匙在抽屉;<enter>");
    hands.press("c下午两点前再催<enter>");
    (hands, numbers)
}

#[test]
fn before_a_handover_it_shows_what_is_in_these_hands() {
    let (mut hands, numbers) = leaving(Lang::Zh, (80, 24));
    let look = hands.look();
    for number in &numbers {
        assert!(look.contains(&number.0), "{number}: {look}");
    }
    assert!(
        look.contains("3 件") && look.contains("按 n 开始交班"),
        "{look}"
    );
    hands.press(" ");
    assert!(hands.heard().contains("请先按 n"), "{}", hands.heard());
    hands.press("<enter>");
    assert_eq!(hands.went, Some(Target::Inquiry(numbers[0].clone())));
}

#[test]
fn the_substitute_is_proposed_and_others_are_found_by_initials() {
    let (mut hands, _) = leaving(Lang::Zh, (80, 24));
    hands.press("n");
    insta::assert_snapshot!("who_zh_80", hands.look());
    hands.press("wf<enter><enter>");
    assert!(hands.heard().contains("王芳"), "{}", hands.heard());
    assert!(
        hands.look().contains("交班 李明 -> 接班 王芳"),
        "{}",
        hands.look()
    );
}

#[test]
fn an_open_handover_fits_both_sizes_in_both_languages() {
    insta::assert_snapshot!("open_zh_80", begun(Lang::Zh, (80, 24)).0.look());
    insta::assert_snapshot!("open_en_80", begun(Lang::En, (80, 24)).0.look());
    insta::assert_snapshot!("open_zh_120", begun(Lang::Zh, (120, 40)).0.look());
    insta::assert_snapshot!("open_en_120", begun(Lang::En, (120, 40)).0.look());
}

#[test]
fn two_people_hand_over_on_one_terminal() {
    let (mut hands, numbers) = begun(Lang::Zh, (80, 24));
    hands.press(" ");
    assert!(
        hands.look().contains("请 刘洋 本人输入 PIN"),
        "{}",
        hands.look()
    );
    hands.press("111111<enter>");
    assert!(hands.heard().contains("wrong"), "{}", hands.heard());
    assert!(hands.look().contains("已接 0 / 4"), "{}", hands.look());
    hands.press("901003");
    assert!(!hands.look().contains("901003"));
    assert_eq!(hands.screen.draft(), None);
    hands.press("<enter>");
    assert!(hands.look().contains("已接 1 / 4"), "{}", hands.look());
    // Once is enough.
    hands.press("  ");
    assert!(hands.look().contains("已接 3 / 4"), "{}", hands.look());
    hands.press("s");
    assert!(
        hands.heard().contains("还有 1 件没有接"),
        "{}",
        hands.heard()
    );
    hands.press(" s");
    assert!(
        hands.heard().contains("刘洋 也在这里签字"),
        "{}",
        hands.heard()
    );
    hands.press("y");
    assert!(hands.heard().contains("由 刘洋 负责"), "{}", hands.heard());
    for part in [
        "H20260407-01",
        "李明 1001",
        "刘洋 1003",
        "公章、钥匙在抽屉",
        "下午两点前再催",
    ] {
        assert!(hands.sheet().contains(part), "{part}: {}", hands.sheet());
    }
    assert!(hands.screen.pin.is_none());
    assert!(
        hands.look().contains("手里没有未办的件"),
        "{}",
        hands.look()
    );
    let (inquiry, _) = hands
        .office
        .desk
        .read()
        .inquiry(&numbers[0])
        .unwrap()
        .unwrap();
    assert_eq!(
        (inquiry.keeper(), &inquiry.first),
        (&"1003".into(), &"1001".into())
    );
}

#[test]
fn the_one_who_comes_asks_and_takes_on_another_terminal() {
    let (hands, _) = begun(Lang::Zh, (80, 24));
    let mut office = hands.office;
    office.sign_in("1003");
    let mut hands: Hands<HandoverScreen> = Hands::on(office, (80, 24), &HERE);
    hands.press("c");
    assert!(hands.heard().contains("请按 w"), "{}", hands.heard());
    hands.press("w委托书样表在哪里<enter>");
    assert!(hands.look().contains("? 疑问"), "{}", hands.look());
    assert!(
        hands.look().contains("疑问：委托书样表在哪里"),
        "{}",
        hands.look()
    );
    hands.press(" ");
    assert!(hands.heard().contains("按原样接下"), "{}", hands.heard());
    assert!(hands.look().contains("已接 0 / 4"), "{}", hands.look());
    hands.press("y   s");
    assert!(hands.look().contains("已接 4 / 4"), "{}", hands.look());
    assert!(hands.heard().contains("刘洋 已签字"), "{}", hands.heard());
    hands.press("<esc>");
    hands.office.sign_in("1001");
    hands.screen = HandoverScreen::default();
    hands.arrive(&HERE);
    hands.press("s");
    assert!(hands.heard().contains("由 刘洋 负责"), "{}", hands.heard());
}

#[test]
fn what_was_asked_is_answered_and_then_taken_without_more_ado() {
    let (mut hands, _) = begun(Lang::Zh, (80, 24));
    hands.press("a");
    assert!(hands.heard().contains("没有疑问"), "{}", hands.heard());
    hands.press("w901003<enter>样表呢<enter>a在二号柜<enter>");
    let look = hands.look();
    assert!(look.contains("= 已答复"), "{look}");
    assert!(look.contains("答复：在二号柜"), "{look}");
    hands.press(" ");
    assert!(hands.look().contains("已接 1 / 4"), "{}", hands.look());
    hands.press("<up>w还有呢<enter>");
    let look = hands.look();
    assert!(look.contains("? 疑问"), "{look}");
    assert!(
        look.contains("已接 0 / 4") && !look.contains("在二号柜"),
        "{look}"
    );
}

#[test]
fn a_handover_is_called_off_with_a_reason_and_nothing_has_moved() {
    let (mut hands, numbers) = begun(Lang::Zh, (80, 24));
    hands.press("x<enter>");
    assert!(hands.heard().contains("请先写内容"), "{}", hands.heard());
    hands.press("接班人没有到<enter>");
    assert!(hands.heard().contains("没有移交"), "{}", hands.heard());
    assert!(hands.look().contains("按 n 开始交班"), "{}", hands.look());
    let read = hands.office.desk.read();
    let (inquiry, _) = read.inquiry(&numbers[0]).unwrap().unwrap();
    assert_eq!(inquiry.keeper(), &"1001".into());
    let rows = read.handovers(false, 9).unwrap();
    assert!(rows[0].cancelled_at.is_some() && rows[0].done_at.is_none());
    assert!(read.handovers(true, 9).unwrap().is_empty());
}

#[test]
fn what_was_handed_over_before_says_how_many_shifts_it_has_come_through() {
    let (mut hands, numbers) = begun(Lang::Zh, (80, 24));
    hands.press(" 901003<enter>   sy<esc>");
    let mut office = hands.office;
    office.sign_in("1003");
    let mut hands: Hands<HandoverScreen> = Hands::on(office, (80, 24), &HERE);
    let look = hands.look();
    let row = look.lines().find(|line| line.contains(&numbers[0].0));
    assert!(row.unwrap().contains("已过1班"), "{look}");
    hands.press("n<enter><enter>");
    let look = hands.look();
    let row = look.lines().find(|line| line.contains(&numbers[0].0));
    assert!(row.unwrap().contains("已过1班"), "{look}");
}

#[test]
fn what_arrives_meanwhile_stands_on_the_list_and_has_to_be_taken() {
    let (mut hands, _) = begun(Lang::Zh, (80, 24));
    hands.press(" 901003<enter>   ");
    let late = hands.office.register("钱多", "13800000009", "", "刚来的");
    hands.screen.refresh(&hands.office.cx());
    let look = hands.look();
    assert!(look.contains(&late.0) && look.contains("+ 新到"), "{look}");
    assert!(look.contains("还有 1 件未接"), "{look}");
    hands.press("s");
    assert!(
        hands.heard().contains("还有 1 件没有接"),
        "{}",
        hands.heard()
    );
    hands.press("<down><down><down><down> sy");
    assert!(hands.heard().contains("由 刘洋 负责"), "{}", hands.heard());
}

#[test]
fn a_question_survives_a_wrong_pin_and_a_half_typed_note_a_dropped_line() {
    let (mut hands, _) = begun(Lang::Zh, (80, 24));
    hands.press("w111111<enter>样表呢<enter>");
    assert!(hands.look().contains("本人输入 PIN"), "{}", hands.look());
    hands.press("901003<enter>");
    assert!(hands.look().contains("样表呢"), "{}", hands.look());
    hands.press("<enter>");
    assert!(hands.look().contains("疑问：样表呢"), "{}", hands.look());
    hands.press("<down>c半句");
    let draft = hands.screen.draft().unwrap();
    hands.screen = HandoverScreen::default();
    hands.screen.resume(&hands.office.cx(), draft);
    assert!(
        hands.look().contains("第 2 项说明 半句"),
        "{}",
        hands.look()
    );
}

#[test]
fn a_wrong_pin_is_asked_for_again_even_when_nobody_says_that_it_was_wrong() {
    let (mut hands, _) = begun(Lang::Zh, (80, 24));
    hands.hears_of_pins = false;
    hands.press(" 111111<enter>");
    assert!(hands.look().contains("已接 0 / 4"), "{}", hands.look());
    hands.press(" 901003<enter>");
    assert!(hands.look().contains("已接 1 / 4"), "{}", hands.look());
}

#[test]
fn every_size_is_drawn() {
    for lang in [Lang::Zh, Lang::En] {
        for size in [(120, 40), (80, 24), (40, 12), (20, 8), (5, 4)] {
            let (mut hands, _) = begun(lang, size);
            for keys in ["n", "<esc>c", "<esc> ", "<esc><down>"] {
                hands.press(keys);
                assert_eq!(hands.look().lines().count(), usize::from(size.1));
            }
        }
    }
}
