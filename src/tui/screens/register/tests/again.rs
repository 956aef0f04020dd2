//! Whoever comes again, and what their numbers say.

use super::counter::counter;
use super::*;
use crate::domain::command::{Command, Notify};

/// A first visit with a name, a unit and a document, left with the clerk.
const FIRST: &str = "13900000001<^o>\n\n赵小满\n11010519491231002X\n晨光商店\n一号院\nfply\n\n\n";

#[test]
fn they_are_known_by_name_by_unit_and_by_the_tail_of_phone_or_document() {
    for typed in [
        "0001<tab>",
        "<tab>赵小满<tab>",
        "<tab><tab>晨光商店<tab>",
        "<^o><tab><tab><tab>002x<tab>",
    ] {
        let mut c = counter();
        c.keys(FIRST);
        assert_eq!(c.registered(), 1, "{}", c.text());
        c.keys(typed).shows(&["04-03 赵*满 发票领用"]);
    }
    let mut c = counter();
    c.keys(FIRST).keys("<tab>赵小<tab>");
    assert!(!c.text().contains("赵*满"), "{}", c.text());
}

#[test]
fn one_key_links_and_fills_what_is_known_but_never_over_what_was_typed() {
    for lang in BOTH {
        let mut c = counter();
        c.speak(lang);
        c.keys(FIRST).keys("13900000001<tab>赵晓满<^r>");
        c.shows(&["赵晓满", "晨光商店", "20260403-0001"]);
        assert!(c.said().contains("20260403-0001"), "{}", c.said());
        c.keys("<tab><tab>fply\n\n");
        c.keys("<^s>");
        let (words, then) = c.asked.take().expect("the same matter today asks");
        assert!(words.contains("20260403-0001"), "{words}");
        c.follow(then);
        let newest = c.newest().inquiry;
        let found = c.desk.read().inquiry(&newest).unwrap().unwrap().0;
        assert_eq!(found.follows, Some("20260403-0001".into()));
        assert_eq!(found.visitor.get().unwrap().id_number, "11010519491231002X");
    }
}

#[test]
fn the_key_again_takes_the_link_away() {
    let mut c = counter();
    c.keys(FIRST).keys("13900000001<^r>");
    assert_eq!(c.screen.form.follows, "20260403-0001");
    c.keys("<^r>");
    assert_eq!(c.screen.form.follows, "");
    assert!(c.said().contains("按新件登记"));
    let mut c = counter();
    c.keys("13900000001<^r>");
    assert!(c.said().contains("没有找到"), "{}", c.said());
}

#[test]
fn an_open_notice_is_taken_up_by_the_same_key_and_the_visit_is_on_record() {
    let mut c = counter();
    c.keys(FIRST);
    let notify = Notify {
        inquiry: "20260403-0001".into(),
        ..Notify::default()
    };
    let envelope = Envelope::of(Command::Notify(notify));
    let clerk = Actor::Staff("1001".into());
    c.desk.carry_out(&clerk, &envelope).unwrap();
    c.keys("13900000001")
        .shows(&["^R 第二次来应办完 20260403-0001"]);
    c.keys("<^r>");
    let inquiry = Some("20260403-0001".into());
    let matter = String::new();
    assert_eq!(c.gone, Some(Target::Checklist { inquiry, matter }));
    let state = c
        .desk
        .read()
        .inquiry(&"20260403-0001".into())
        .unwrap()
        .unwrap()
        .0;
    assert_eq!(state.visits, 2);
    assert_eq!(c.registered(), 1);
    c.shows(&["登记  新件 "]);
}

#[test]
fn doubtful_numbers_are_said_beside_them_and_saved_all_the_same() {
    for lang in BOTH {
        let mut c = counter();
        c.speak(lang);
        c.keys("1390000001<tab>")
            .shows(&[lang.pick("位数？", "digits?")]);
        c.keys("<^o>赵小满<tab>110105194912310021");
        c.shows(&[
            lang.pick("!证件", "!ID"),
            lang.pick("校验位不对", "does not fit"),
        ]);
        c.keys("<bs>x")
            .shows(&[lang.pick("身份证号校验通过", "check passed")]);
        c.keys("<bs>1<tab><tab><tab><tab>问\n<^s>");
        assert_eq!(c.registered(), 1, "{}", c.text());
    }
}

#[test]
fn what_was_left_is_kept_from_the_start() {
    let mut c = counter();
    c.keys("<^o>13900000001\n身份证、合同\n赵小满\n\n\n\nfply\n\n\n");
    let state = c
        .desk
        .read()
        .inquiry(&"20260403-0001".into())
        .unwrap()
        .unwrap()
        .0;
    assert_eq!(state.custody_count(), 2);
}

#[test]
fn the_seldom_needed_fields_fit_at_eighty_columns() {
    for (lang, labels) in [
        (Lang::Zh, ["代收", "证件", "地址"]),
        (Lang::En, ["Left", "ID", "Addr"]),
    ] {
        for (width, height) in SIZES {
            let mut c = counter();
            c.size(width, height);
            c.speak(lang);
            c.keys("<^o>13900000001\n证\n赵小满\n11010519491231002X")
                .shows(&labels);
            c.shows(&["13900000001", "赵小满", "11010519491231002X"]);
        }
    }
}
