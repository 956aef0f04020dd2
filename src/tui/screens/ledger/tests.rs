//! The ledger under the fingers.

use crate::domain::command::{Answer, Close, Command};
use crate::domain::ids::Number;
use crate::domain::inquiry::Stage;
use crate::i18n::Lang;
use crate::tui::keymap::Action;
use crate::tui::screen::{Screen, ScreenId, Target};
use crate::tui::screens::kit::{Hands, Office};

use super::Ledger;

type Book = Hands<Ledger>;

/// 李明's ledger with `count` inquiries, one a minute, every third of them closed.
fn book(lang: Lang, size: (u16, u16), count: usize) -> Book {
    let mut office = Office::new(lang);
    let names = ["赵小满", "钱多多", "孙小国", "李晓", "周周"];
    for at in 0..count {
        let phone = format!("1390000{:04}", at + 1);
        let words = format!("第{at}次来问发票额度");
        let number = office.register(names[at % names.len()], &phone, "", &words);
        if at % 3 == 0 {
            closed(&mut office, &number);
        }
    }
    Hands::on(office, size, &Target::Screen(ScreenId::Ledger))
}

fn closed(office: &mut Office, number: &Number) {
    let answer = Answer {
        inquiry: number.clone(),
        text: "已经说明".into(),
    };
    office.carry_out("1001", Command::Answer(answer));
    let close = Close {
        inquiry: number.clone(),
        ..Close::default()
    };
    office.carry_out("1001", Command::Close(close));
}

fn selected(book: &Book) -> String {
    let row = book.screen.selected();
    row.map_or(String::new(), |row| row.inquiry.to_string())
}

#[test]
fn the_newest_comes_first_and_pages_turn_to_the_oldest_and_back() {
    let mut book = book(Lang::Zh, (80, 24), 40);
    assert_eq!(selected(&book), "20260407-0040");
    assert!(book.look().contains("第 1 / 40 件"), "{}", book.look());
    let page = book.screen.page.len();
    for _ in 0..page {
        book.press("j");
    }
    assert_eq!(selected(&book), format!("20260407-{:04}", 40 - page));
    book.press("k");
    assert_eq!(selected(&book), format!("20260407-{:04}", 41 - page));
    book.press("G");
    assert_eq!(selected(&book), "20260407-0001");
    assert!(book.look().contains("第 40 / 40 件"), "{}", book.look());
    book.press("<pgdn>");
    assert_eq!(selected(&book), "20260407-0001");
    for _ in 0..40 {
        book.press("k");
    }
    assert_eq!(selected(&book), "20260407-0040");
    book.press("<pgdn><pgdn><pgup><pgup><pgup>");
    assert_eq!(selected(&book), "20260407-0040");
    assert!(book.look().contains("第 1 / 40 件"), "{}", book.look());
}

#[test]
fn what_comes_in_does_not_move_the_selection() {
    let mut book = book(Lang::Zh, (80, 24), 30);
    book.press("jj");
    let before = selected(&book);
    book.office.register("新来的", "13900009999", "", "刚到");
    book.screen.refresh(&book.office.cx());
    assert_eq!(selected(&book), before);
    assert!(book.look().contains("20260407-0031"), "{}", book.look());
    book.press("<pgdn>");
    let before = (
        selected(&book),
        book.screen.page.first().map(|row| row.inquiry.clone()),
    );
    book.office.register("又来的", "13900009998", "", "刚到");
    book.screen.refresh(&book.office.cx());
    let after = (
        selected(&book),
        book.screen.page.first().map(|row| row.inquiry.clone()),
    );
    assert_eq!(after, before);
}

#[test]
fn typing_finds_and_conditions_narrow_down_until_they_are_dropped() {
    let mut book = book(Lang::Zh, (80, 24), 30);
    book.press("/zxm");
    assert!(
        book.screen
            .page
            .iter()
            .all(|row| row.name.as_deref() == Some("赵小满"))
    );
    assert_eq!(book.screen.page.len(), 6);
    book.press("<enter>");
    assert!(book.look().contains("\"zxm\""), "{}", book.look());
    book.press("ayibanjie<enter>");
    assert!(book.look().contains("环节 已办结"), "{}", book.look());
    assert!(
        book.screen
            .page
            .iter()
            .all(|row| row.stage == Stage::Closed)
    );
    assert_eq!(book.screen.page.len(), 2);
    book.press("xx");
    assert!(book.look().contains("第 1 / 30 件"), "{}", book.look());
    book.press("d0401<enter>昨天<enter>");
    assert!(book.look().contains("没有符合的件"), "{}", book.look());
    book.press("<esc>");
    assert!(book.look().contains("第 1 / 30 件"), "{}", book.look());
    book.press("d32<enter><enter>");
    assert!(book.look().contains("日期看不懂"), "{}", book.look());
}

#[test]
fn conditions_are_kept_under_a_name_from_one_sign_in_to_the_next() {
    let mut first = book(Lang::Zh, (80, 24), 9);
    first.press("a首问李明<enter>");
    assert!(first.look().contains("首问 李明"), "{}", first.look());
    first.press("s我问的<enter>");
    assert!(first.heard().contains("已留下"), "{}", first.heard());
    first.press("<esc>");
    let kept = first.screen.draft().unwrap();
    let mut next = book(Lang::Zh, (80, 24), 9);
    assert!(
        next.screen
            .enabled(&next.office.cx(), Action::TakeUpConditions)
            .is_err()
    );
    next.screen.resume(&next.office.cx(), kept);
    next.press("v我问<enter>");
    assert!(next.look().contains("首问 李明"), "{}", next.look());
    next.press("v忘掉<enter>");
    assert!(next.screen.kept.is_empty());
    assert!(!next.screen.is_half_typed());
}

#[test]
fn a_closed_inquiry_is_taken_up_again_from_here() {
    let mut book = book(Lang::Zh, (80, 24), 2);
    book.press("O");
    assert!(book.heard().contains("还没有办结"), "{}", book.heard());
    book.press("jO没有解决<enter>");
    let row = book.screen.selected().unwrap();
    assert_ne!(row.stage, Stage::Closed, "{}", book.look());
    assert!(book.look().contains("重"), "{}", book.look());
    book.press("o");
    let number = Number("20260407-0001".into());
    assert_eq!(book.went, Some(Target::Inquiry(number)));
}

#[test]
fn names_and_telephones_are_masked_until_revealed() {
    let mut book = book(Lang::Zh, (80, 24), 3);
    assert!(!book.look().contains("孙小国") && book.look().contains("孙*国"));
    book.press("<enter>");
    assert!(!book.sheet().contains("孙小国"), "{}", book.sheet());
    book.press("z<esc>");
    assert!(!book.look().contains("孙小国"), "{}", book.look());
    book.press("z联系<enter><enter>");
    assert!(book.look().contains("孙小国") && book.look().contains("13900000003"));
    book.press("z");
    assert!(!book.look().contains("孙小国"), "once more masks it again");
    book.press("z");
    assert!(book.look().contains("孙小国"), "the reason was given");
}

#[test]
fn the_ledger_looks_like_this() {
    for (lang, name) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        let mut narrow = book(lang, (80, 24), 20);
        insta::assert_snapshot!(format!("narrow_{name}"), narrow.look());
        narrow.press("a已办结<enter>/zxm");
        insta::assert_snapshot!(format!("finding_{name}"), narrow.look());
        let wide = book(lang, (120, 40), 20);
        insta::assert_snapshot!(format!("wide_{name}"), wide.look());
    }
}
