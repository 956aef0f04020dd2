//! Home visits and other special cases, and what comes without a visitor.

use super::counter::counter;
use super::*;
use crate::domain::inquiry::Inquiry;

fn state(c: &Counter, number: &str) -> Inquiry {
    let found = c.desk.read().inquiry(&number.into()).unwrap();
    found.unwrap().0
}

fn appointed(c: &Counter) -> Option<(Moment, String)> {
    let one = state(c, "20260403-0001").appointment?;
    Some((one.at, one.place.text().to_owned()))
}

#[test]
fn a_home_visit_is_agreed_on_the_same_form_moved_and_called_off() {
    for lang in BOTH {
        let mut c = counter();
        c.speak(lang);
        c.shows(&["^Y"]);
        c.keys("13900000001\n赵小满\n\nfply\n<^y>明天 10:00")
            .shows(&["2026-04-04 10:00", "明天 10:00"]);
        c.keys("\n一号院3栋\n\n\n");
        assert_eq!(
            appointed(&c),
            Some((at("2026-04-04 10:00"), "一号院3栋".to_owned()))
        );
        c.keys("<^z>").shows(&["2026-04-04 10:00", "一号院3栋"]);
        c.screen.form.focus = Entry::Place;
        c.keys("502<^s>改到房间<^s>");
        assert_eq!(appointed(&c).unwrap().1, "一号院3栋502", "{}", c.text());
        c.keys("<^z><^y><^s>不用去了<^s>");
        assert_eq!(appointed(&c), None, "{}", c.text());
    }
}

#[test]
fn a_time_that_is_none_or_past_is_told_at_its_field_and_stays() {
    let mut c = counter();
    c.keys("\n赵小满\n\n\n<^y>哪天\n\n问路<^s>")
        .shows(&["预约的时间看不懂", "哪天"]);
    assert_eq!(c.screen.form.focus, Entry::AppointedAt);
    c.keys("<bs><bs>10:00<^s>").shows(&["早于收到"]);
    c.keys("<^y>").shows(&["^Y 上门等特殊情况"]);
    assert!(c.said().contains("再按 ^Y 恢复"), "{}", c.said());
    c.keys("<^y>").shows(&["10:00"]);
    c.keys("<^y><^s>");
    assert_eq!(appointed(&c), None);
    assert_eq!(c.registered(), 1);
}

#[test]
fn nothing_moves_with_an_appointment_and_a_draft_keeps_it() {
    for (width, height) in SIZES {
        let mut c = counter();
        c.size(width, height);
        let row = |text: &str, label: &str| text.lines().position(|line| line.contains(label));
        let labels = ["电话", "姓名", "单位", "事项", "疑问", "处理"];
        let before = labels.map(|label| row(&c.text(), label));
        c.keys("13900000001\n赵小满\n\nfply\n<^y>明天 9:30\n一号院");
        assert_eq!(
            labels.map(|label| row(&c.text(), label)),
            before,
            "{}",
            c.text()
        );
        let draft = c.with(|screen, _| screen.draft()).unwrap();
        let mut again = counter();
        again.size(width, height);
        again.with(|screen, cx| screen.resume(cx, draft));
        again.shows(&["明天 9:30", "一号院"]);
    }
}

#[test]
fn an_order_from_above_needs_no_name_once_it_is_marked_as_ours() {
    let mut c = counter();
    c.keys("\n\n\n\n领导交办<^s>").shows(&["「姓名」没有填"]);
    c.keys("<^d>").shows(&["姓名可以空着"]);
    c.keys("<^s>");
    let state = state(&c, "20260403-0001");
    assert!(state.internal && !state.clocks.is_empty(), "{}", c.text());
}
