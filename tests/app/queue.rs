//! The list of open work: its order, many at once, whose hands, and what is new.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use crate::journey::{Journey, PIN, journey, journey_under};
use shouwen::i18n::Lang;

const BOTH: [Lang; 2] = [Lang::Zh, Lang::En];

/// Visitors who ask for invoices, handed to 陈静 of 税政科.
fn handed(lang: Lang, visitors: &[(&str, &str)]) -> Journey {
    let mut li = journey();
    li.speak(lang);
    for (phone, name) in visitors {
        li.keys(&format!(
            "<f1>{phone}<enter>{name}<enter><enter>fply<enter><enter>3cj<enter><enter>"
        ));
    }
    li.keys("<f2>v");
    li
}

const TWO: [(&str, &str); 2] = [("13900000001", "赵小满"), ("13900000002", "周月")];

#[test]
fn one_key_goes_through_the_orders_and_each_person_finds_theirs_again() {
    for lang in BOTH {
        let mut li = handed(lang, &TWO);
        li.keys(",")
            .shows(lang.pick("紧急的在前", "Emergencies first"))
            .keys(",")
            .shows(lang.pick("最早收到的在前", "received first comes first"))
            .shows(lang.pick("收到", "Received"))
            .keys("j")
            .shows(lang.pick("今 16:50", "today 16:50"));
        li.keys("<c-l>").keys(&format!("2003<enter>{PIN}<enter>"));
        li.hides(lang.pick("收到", "Received"));
        li.keys("<c-l>").keys(&format!("1001<enter>{PIN}<enter>"));
        li.shows(lang.pick("收到", "Received"));
    }
}

#[test]
fn what_is_marked_is_urged_at_once_each_on_its_own() {
    for lang in BOTH {
        let mut li = handed(lang, &TWO);
        li.keys("  ")
            .shows(lang.pick("选中 2 件", "2 marked"))
            .keys("U来人等着<enter>")
            .shows(lang.pick("已办 2 件", "Done: all 2"))
            .hides(lang.pick("选中 2 件", "2 marked"))
            .shows(lang.pick("[催1]", "[urged 1]"));
        let mut chen = li.beside("2003");
        chen.speak(lang)
            .shows("20260403-0001")
            .shows("20260403-0002")
            .shows("来人等着");
        li.is_whole();
    }
}

#[test]
fn what_is_refused_is_told_with_number_and_reason_and_stays_marked() {
    for lang in BOTH {
        let mut li = handed(lang, &TWO);
        let mut sun = li.beside("3001");
        sun.speak(lang)
            .keys("vvv  M")
            .shows(lang.pick("改派 2 件", "Reassign: 2 inquiries"));
        // Meanwhile one of them goes to the very person.
        let mut other = li.beside("3001");
        other.keys("vvvM赵宁<enter>请假<enter>");
        sun.keys("赵宁<enter>陈静出差<enter>")
            .shows(lang.pick("已办 1 件，未办 1 件", "1 done, 1 refused"))
            .shows("20260403-0001  ")
            .shows(lang.pick("已在 赵宁 手里", "赵宁"))
            .keys("<esc>")
            .shows(lang.pick("选中 1 件", "1 marked"))
            .keys("<esc>")
            .hides(lang.pick("选中 1 件", "1 marked"));
        li.is_whole();
    }
}

#[test]
fn many_that_cannot_be_done_open_no_form() {
    let mut li = handed(Lang::Zh, &TWO);
    li.keys("  M").shows("这一步由带班领导办理").hides("接收人");
    // Esc takes the marks back before the filter.
    li.keys("<esc>").shows("已取消选中");
}

#[test]
fn the_bar_of_hands_follows_the_record() {
    for lang in BOTH {
        let mut li = handed(lang, &TWO[..1]);
        li.at("2026-04-07 09:50");
        let mut chen = li.beside("2003");
        chen.speak(lang).keys("s").at("2026-04-07 10:00");
        chen.keys("r不归本科管<enter>征管科<enter>");
        li.at("2026-04-07 10:30").tick();
        let screen = li.screen();
        let bar = screen
            .lines()
            .find(|line| line.contains(lang.pick("在手工时", "Office time")))
            .unwrap()
            .to_owned();
        let (chen, back) = (bar.find("陈静").unwrap(), bar.rfind("李明").unwrap());
        assert!(chen < back, "{bar}");
        assert!(bar.contains("0:30"), "{bar}");
    }
}

#[test]
fn what_is_new_for_me_is_told_until_a_key_and_rings_once_in_a_while() {
    for lang in BOTH {
        let mut li = journey();
        li.speak(lang);
        let mut chen = li.beside("2003");
        chen.speak(lang);
        li.keys("<f1>13900000001<enter>赵小满<enter><enter>fply<enter><enter>3cj<enter><enter>");
        assert!(!li.rings(), "one's own act");
        let new = lang.pick("新到：李明 转来 20260403-0001", "New: 李明 hands you");
        chen.tick().shows(new);
        assert!(chen.rings());
        assert!(!chen.rings(), "a bell rings once");
        // A key that was on its way already takes nothing away.
        chen.keys("j").shows(new);
        li.keys("<f2>vU<enter>");
        chen.tick()
            .shows(lang.pick("新到 2 项，最近：李明 催办", "2 new, the last: 李明 urges"));
        assert!(!chen.rings(), "twice within half a minute");
        li.at("2026-04-03 16:51");
        chen.keys("j").hides(lang.pick("新到", "2 new"));
        li.keys("U<enter>");
        chen.tick();
        assert!(chen.rings());
    }
}

#[test]
fn whoever_stands_in_hears_of_it_and_of_what_comes() {
    let mut li = journey();
    let mut zhou = li.beside("1002");
    li.keys("<f2>Q去开会<enter>17:20<enter>");
    zhou.tick().shows("李明 离岗，由您代班");
    assert!(zhou.rings());
}

#[test]
fn a_supervisor_sees_what_everyone_holds_and_opens_it() {
    for lang in BOTH {
        let mut li = handed(lang, &TWO);
        li.keys("@")
            .shows(lang.pick("这一步由带班领导或质检办理", "for a supervisor or quality"));
        let mut chen = li.beside("2003");
        chen.keys("Q看病<enter>04-07 09:00<enter>");
        let mut sun = li.beside("3001");
        sun.speak(lang)
            .keys("@")
            .shows(lang.pick("各人在手", "What each person holds"))
            .shows("陈静")
            .shows(lang.pick("赵宁代", "赵宁"))
            .shows("李明")
            .keys("<tab>")
            .shows(lang.pick("各部门在手", "What each department holds"))
            .shows("税政科")
            .keys("<tab><enter>")
            .shows(lang.pick("只看 陈静 在手", "held by 陈静"))
            .shows("20260403-0002")
            .keys("<esc>")
            .hides(lang.pick("只看 陈静 在手", "held by 陈静"));
        li.is_whole();
    }
}

#[test]
fn open_or_closed_what_was_entered_is_corrected_from_the_ledger() {
    for lang in BOTH {
        let mut li = handed(lang, &TWO[..1]);
        li.keys("<f1>13900000003<enter>钱一<enter><enter><enter>问路<enter>1三楼<enter>");
        li.keys("<f5>").shows("20260403-0002").keys("<c-z>");
        li.shows("13900000003").shows("2026-04-03 16:50");
        li.keys("<bs>4<c-s>听错<c-s>");
        // A closed one leads back to the ledger.
        li.shows(lang.pick("[5台账]", "[5Ledger]"))
            .shows(lang.pick("已更正 20260403-0002", "Corrected 20260403-0002"));
        li.keys("j<c-z>")
            .shows("13900000001")
            .keys("<bs>9<c-s>听错<c-s>");
        li.shows(lang.pick("已更正 20260403-0001", "Corrected 20260403-0001"));
    }
}

#[test]
fn a_forbidden_phrase_is_told_with_its_clause_while_it_is_typed() {
    for lang in BOTH {
        let mut li = journey_under("forestry");
        li.speak(lang);
        li.keys("<f1>13900000001<enter>赵小满<enter><enter>fply<enter><enter><enter><f2>");
        let phrase = lang.pick("「没办法」", "“没办法”");
        li.keys("a这个没办法").shows(phrase).shows("D2");
        li.keys("<bs><bs><bs>可以办").hides(phrase);
    }
}
