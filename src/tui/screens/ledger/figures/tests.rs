//! The figures under the fingers.

use crate::i18n::Lang;
use crate::store::{Count, Figure};
use crate::tui::keymap::Scope;
use crate::tui::screen::{Screen, ScreenId, Target};
use crate::tui::screens::kit::{Hands, Office};
use crate::tui::screens::ledger::Ledger;

type Book = Hands<Ledger>;

fn book(lang: Lang, size: (u16, u16)) -> Book {
    let mut book = Hands::on(
        Office::demo(lang, "tax", 300),
        size,
        &Target::Screen(ScreenId::Ledger),
    );
    book.press("F");
    book
}

/// How many rows the figure under the cursor claims.
fn claimed(book: &Book) -> u64 {
    let view = book.screen.figures.as_ref().unwrap();
    let found = view.found.as_ref().unwrap();
    let line = view.line().unwrap_or(&found.figures.whole);
    line.count(view.column().figure())
}

#[test]
fn each_figure_opens_as_many_rows_as_it_says() {
    let mut book = book(Lang::Zh, (80, 24));
    book.press("[");
    for (keys, chip) in [
        ("", "数字 登记"),
        ("jl", "数字 当场答复 按首问人 "),
        ("vjlll", "数字 超期 按经手人"),
        ("Vjjllll", "数字 未办结 按首问人"),
        ("w", "登记 2026"),
    ] {
        book.press(keys);
        let claimed = claimed(&book);
        book.press("<enter>");
        assert_eq!(book.screen.scope(), Scope::Ledger);
        assert!(book.look().contains(chip), "{chip}: {}", book.look());
        assert_eq!(book.screen.count, Some(Count::Exactly(claimed)), "{chip}");
        book.press("F");
        assert_eq!(book.screen.scope(), Scope::Figures, "{chip}");
        book.press("g<left><left><left><left><left><left><left>");
    }
    let view = book.screen.figures.as_ref().unwrap();
    assert_eq!(view.column().figure(), Figure::Registered);
    book.press("<esc>xx");
    assert!(book.screen.sought.is_days_alone() || book.look().contains("全部"));
}

#[test]
fn periods_go_back_and_forth_but_not_ahead_of_the_present() {
    let mut book = book(Lang::Zh, (80, 24));
    assert!(book.look().contains("数字 2026-04  按首问人"));
    book.press("]");
    assert!(book.heard().contains("还没有到"), "{}", book.heard());
    book.press("[");
    assert!(book.look().contains("数字 2026-03"), "{}", book.look());
    book.press("w");
    assert!(book.look().contains("数字 2026  "), "{}", book.look());
    book.press("ww");
    assert!(book.look().contains("数字 2026-04  "), "{}", book.look());
    book.press("ww[");
    assert!(
        book.look().contains("2026-03-30 .. 04-05"),
        "{}",
        book.look()
    );
    book.press("[[[[[[[[[[[[[[[[[[[[[[[[[[[[");
    assert!(book.look().contains("这段时间没有登记"), "{}", book.look());
}

#[test]
fn what_comes_in_is_counted_at_once() {
    let mut book = book(Lang::Zh, (80, 24));
    let before = claimed(&book);
    book.office.register("新来的", "13900009999", "", "刚到");
    book.screen.refresh(&book.office.cx());
    assert_eq!(claimed(&book), before + 1);
}

#[test]
fn the_figures_look_like_this() {
    for (lang, name) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        let mut narrow = book(lang, (80, 24));
        narrow.press("[jl");
        insta::assert_snapshot!(format!("narrow_{name}"), narrow.look());
        let mut wide = book(lang, (120, 40));
        wide.press("[vvvvv");
        insta::assert_snapshot!(format!("wide_{name}"), wide.look());
    }
}
