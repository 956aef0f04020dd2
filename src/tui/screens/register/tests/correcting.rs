//! Mending what was saved, from the form itself.

use super::counter::counter;
use super::*;
use crate::domain::inquiry::{Inquiry, Resolution};

const HANDED: &str = "13900000001\n赵小满\n\nfply\n\n3\n\n";

fn state(c: &Counter, number: &str) -> Inquiry {
    let found = c.desk.read().inquiry(&number.into()).unwrap();
    found.unwrap().0
}

#[test]
fn a_slip_is_mended_right_after_saving_and_the_next_form_goes_on() {
    for lang in BOTH {
        let mut c = counter();
        c.speak(lang);
        c.keys(HANDED);
        // The next visitor is half typed already when the slip is seen.
        c.keys("138000<^z>")
            .shows(&["20260403-0001", "13900000001", "赵小满", "2026-04-03 16:50"]);
        c.keys("<bs>2<^s>")
            .shows(&[lang.pick("「原因」没有填", "Reason")]);
        c.keys("看错一位\n");
        assert_eq!(
            state(&c, "20260403-0001").visitor.get().unwrap().phone,
            "13900000002"
        );
        assert!(c.said().contains("20260403-0001"), "{}", c.said());
        c.shows(&["138000"]);
        assert_eq!(c.registered(), 1);
    }
}

#[test]
fn nothing_moves_while_correcting_and_every_row_is_where_it_was() {
    let mut c = counter();
    let place = |text: &str, label: &str| {
        text.lines()
            .position(|line| line.get(1..).is_some_and(|rest| rest.starts_with(label)))
    };
    let labels = [
        "方式", "紧要", "收到", "类型", "电话", "姓名", "单位", "事项", "疑问",
    ];
    let before: Vec<_> = labels.map(|label| place(&c.text(), label)).to_vec();
    c.keys(HANDED);
    for keys in [
        "<^z>",
        "<^o>",
        "x\n",
        "<^s>",
        "<^x>",
        "<^o>",
        "<^g>",
        "<^r>",
        "13900000001<^r>",
    ] {
        c.keys(keys);
        let now: Vec<_> = labels.map(|label| place(&c.text(), label)).to_vec();
        assert_eq!(now, before, "after {keys}\n{}", c.text());
    }
}

#[test]
fn without_a_change_nothing_is_recorded_and_a_correction_can_be_given_up() {
    let mut c = counter();
    c.keys("<^z>");
    assert!(c.said().contains("还没有刚存的件"), "{}", c.said());
    c.keys(HANDED).keys("<^z><^s>").shows(&["没有改动"]);
    c.keys("<^x>").shows(&["登记  新件"]);
    assert!(c.said().contains("已放弃更正"));
    assert_eq!(
        state(&c, "20260403-0001").visitor.get().unwrap().phone,
        "13900000001"
    );
}

#[test]
fn a_mistaken_entry_is_withdrawn_after_a_reason_and_a_yes() {
    let mut c = counter();
    c.keys("<^n>");
    assert!(c.said().contains("先按 ^Z"));
    c.keys(HANDED)
        .keys("<^z><^n>")
        .shows(&["!原因", "请先写明为什么是误登"]);
    c.keys("登了两次<^n>");
    let (words, then) = c.asked.take().unwrap();
    assert!(
        words.contains("20260403-0001") && words.contains("登了两次"),
        "{words}"
    );
    c.follow(then);
    assert_eq!(
        state(&c, "20260403-0001").resolution,
        Some(Resolution::Withdrawn)
    );
    c.shows(&["登记  新件"]);
}

#[test]
fn the_matter_the_time_and_the_channel_are_mended_on_the_same_form() {
    let mut c = counter();
    c.keys("13900000001\n赵小满\n\nfply\n\n\n<^z>");
    c.screen.form.focus = Entry::Channel;
    c.keys("2");
    c.screen.form.focus = Entry::Received;
    c.keys("<^u>04-02 09:00");
    c.screen.form.focus = Entry::Why;
    c.keys("是昨天来电\n");
    let mended = state(&c, "20260403-0001");
    assert_eq!(mended.channel, "call");
    assert!(mended.back_entry);
    c.keys("<^z>");
    c.screen.form.focus = Entry::Received;
    c.keys("<^u>04-04 09:00");
    c.keys("<^s>").shows(&["不能晚于登记时间"]);
}

#[test]
fn the_queue_opens_a_correction_and_gets_it_back_when_done() {
    let mut c = counter();
    c.keys("13900000001\n赵小满\n\nfply\n\n\n");
    c.arrive(&Target::Correct("20260403-0001".into()));
    c.shows(&["更正  20260403-0001"]).keys("<tab>钱多<^s>");
    c.keys("写错\n");
    assert_eq!(c.gone, Some(Target::Inquiry("20260403-0001".into())));
    assert_eq!(
        state(&c, "20260403-0001").visitor.get().unwrap().name,
        "赵小满钱多"
    );
}

#[test]
fn a_draft_keeps_the_correction_and_the_form_that_lay_aside() {
    let mut c = counter();
    c.keys(HANDED).keys("138000<^z><bs>9");
    let draft = c.with(|screen, _| screen.draft()).unwrap();
    c.screen = Register::new();
    c.arrive(&Target::Screen(ScreenId::Register));
    c.with(|screen, cx| screen.resume(cx, draft));
    c.shows(&["更正  20260403-0001", "13900000009"]);
    c.keys("<^x>").shows(&["登记  新件", "138000"]);
}
