//! Pressing for an answer, leaving the post and standing in, typed as keys.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use crate::journey::{INVOICES, Journey, journey};
use shouwen::i18n::Lang;

const BOTH: [Lang; 2] = [Lang::Zh, Lang::En];

/// The same, with the clerk before the queue of what they were asked first.
fn handed(lang: Lang) -> (Journey, Journey) {
    let (mut li, chen) = crate::journey::handed(lang);
    li.keys("<f2>v");
    (li, chen)
}

#[test]
fn the_holder_sees_in_the_row_and_the_story_that_they_were_urged() {
    for lang in BOTH {
        let (mut li, mut chen) = handed(lang);
        li.keys("U来人又来电话<enter>")
            .shows(lang.pick(
                "已催办 20260403-0001，第 1 次",
                "Urged 20260403-0001, no. 1",
            ))
            .keys("U<enter>")
            .shows(lang.pick("第 2 次", "no. 2"));
        chen.tick()
            .shows(lang.pick("[催2]", "[urged 2]"))
            .shows("来人又来电话")
            .keys("U")
            .shows(lang.pick("由 李明 负责", "李明 answers for it"));
        li.is_whole();
    }
}

#[test]
fn a_supervisor_orders_with_a_date_and_mistyped_times_lose_nothing() {
    for lang in BOTH {
        let (mut li, mut chen) = handed(lang);
        let mut sun = li.beside("3001");
        sun.speak(lang)
            .keys("vvvF今日答复<enter>soon<enter>")
            .shows(lang.pick("时间看不懂", "That is no time"))
            .shows("今日答复")
            .keys("<bs><bs><bs><bs>04-07 12:00<enter>")
            .shows("督〔2026〕1号");
        chen.tick().shows("督〔2026〕1号").shows("04-07 12:00");
        li.is_whole();
    }
}

#[test]
fn who_is_away_is_seen_and_the_substitute_acts_with_both_names() {
    for lang in BOTH {
        let mut li = journey();
        li.speak(lang)
            .keys(INVOICES)
            .keys("<f2>Q去开会<enter>04-04 09:00<enter>")
            .shows(lang.pick("离岗至 04-04 09:00", "away until 04-04 09:00"));
        let mut zhou = li.beside("1002");
        zhou.speak(lang)
            .shows("20260403-0001")
            .shows(lang.pick("代李明", "for 李明"))
            .shows(lang.pick(
                "李明 离岗至 04-04 09:00(去开会)",
                "李明 is away until 04-04 09:00",
            ))
            .keys("a带身份证来一次就能办完<enter>")
            .shows(lang.pick("已答复 20260403-0001", "Answered 20260403-0001"))
            .shows(lang.pick("(周岚 代 李明)", "(周岚 in place of 李明)"));
        // The same key takes one back.
        li.tick()
            .keys("Q")
            .shows(lang.pick("已返岗", "Back at the post"))
            .hides(lang.pick("离岗至", "away until"));
        zhou.tick().hides(lang.pick("代李明", "for 李明 "));
        li.is_whole();
    }
}

#[test]
fn an_absence_ends_by_itself_and_the_screens_follow() {
    let mut li = journey();
    li.keys(INVOICES).keys("<f2>Q去开会<enter>17:10<enter>");
    let mut zhou = li.beside("1002");
    zhou.shows("代李明");
    li.at("2026-04-03 17:10");
    zhou.tick().hides("代李明");
    li.tick().hides("离岗至").is_whole();
}

#[test]
fn a_picker_marks_who_is_away_and_proposes_the_substitute_first() {
    for lang in BOTH {
        let mut li = journey();
        li.speak(lang).keys(INVOICES);
        let mut chen = li.beside("2003");
        chen.keys("<f2>Q看病<enter>04-07 09:00<enter>");
        li.keys("<f2>hcj")
            .shows(lang.pick("离岗至 04-07 09:00", "away until 04-07 09:00"))
            .shows(lang.pick("B角，代陈静", "stands in for 陈静"))
            .keys("<enter><enter>")
            .shows("征管科");
        let mut zhao = li.beside("2004");
        zhao.shows("20260403-0001");
        li.is_whole();
    }
}

#[test]
fn both_away_is_an_alarm_on_the_supervisors_screen_alone() {
    for lang in BOTH {
        let mut li = journey();
        li.keys("<f2>Q去开会<enter>17:30<enter>");
        let mut zhou = li.beside("1002");
        zhou.keys("<f2>Q看病<enter>17:20<enter>");
        let mut sun = li.beside("3001");
        sun.speak(lang)
            .shows(lang.pick("AB都离岗 李明/周岚", "both away: 李明/周岚"));
        li.tick().hides("AB都离岗");
        // A supervisor records that someone is back.
        sun.keys("Qzl<enter><enter><enter>")
            .shows(lang.pick("已返岗 1002", "Back at the post 1002"))
            .hides(lang.pick("AB都离岗", "both away"));
        li.is_whole();
    }
}

#[test]
fn a_form_for_leaving_outlives_a_hang_up_and_needs_no_row() {
    let mut li = journey();
    li.keys("<f2>Q去开会");
    li.hang_up();
    let mut again = li.beside("1001");
    again
        .shows("去开会")
        .keys("<enter>17:30<enter>")
        .shows("离岗至 04-03 17:30");
}

#[test]
fn an_emergency_climbs_and_the_visitor_is_told_and_a_leader_is_asked_for_by_keys() {
    for lang in BOTH {
        let mut li = journey();
        li.speak(lang)
            .keys(INVOICES)
            .keys("<f2>!cj<enter><enter><enter>")
            .shows(lang.pick("请找再上一级", "try the next one up"))
            .keys("!sw<enter>jie")
            .keys("<bs><bs><bs><down><enter>先关总阀<enter>")
            .shows(lang.pick("请告知来人", "tell the visitor"))
            .keys("N已报领导<enter>")
            .shows(lang.pick("已记下告知来人", "Recorded what the visitor was told"))
            .keys("l投诉排队<enter>sw<enter><enter>请稍候<enter>")
            .shows(lang.pick("领到接待处转报", "led to reception"));
        // The tax bureau's rules name no rung.
        li.keys("H")
            .shows(lang.pick("请用请示(u)", "ask a superior (u)"))
            .is_whole();
    }
}
