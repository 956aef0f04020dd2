//! The form as a clerk uses it: keys in, pictures out.
#![allow(clippy::unwrap_used, clippy::panic)]

mod again;
mod appointments;
mod correcting;
mod counter;
mod kinds;
mod saving;
mod units;

use super::*;
use crate::desk::Actor;
use crate::tui::draw::Picture;
use counter::{Counter, at, counter};

const BOTH: [Lang; 2] = [Lang::Zh, Lang::En];
const SIZES: [(u16, u16); 2] = [(80, 24), (120, 40)];

#[test]
fn initials_find_the_matter_at_every_size_in_both_languages() {
    for (lang, name) in [(Lang::Zh, "1 发票领用"), (Lang::En, "1 Invoice issue")] {
        for (width, height) in SIZES {
            let mut c = counter();
            c.size(width, height);
            c.speak(lang);
            c.keys("\n\n\nfply").shows(&[name]);
            c.keys("\n");
            assert_eq!(c.screen.form.focus, Entry::Words);
            assert!(c.screen.form.matter.taken().is_some());
        }
    }
}

#[test]
fn the_pane_tells_what_will_run_until_when_and_by_which_clause() {
    let mut c = counter();
    c.shows(&[
        "首问答复    3个工作日  04-09 17:30",
        "D9 八「",
        "我是办税员李明，工号1001",
    ]);
    c.keys("<s-tab><s-tab><s-tab>");
    c.screen.form.focus = Entry::Route;
    c.keys("3").shows(&[
        "流转签收    1个工作日  04-07 17:30",
        "责任部门答复  3个工作日 签收后起算",
        "D9 九「",
        "接着 不属于本人职责",
    ]);
    c.screen.form.focus = Entry::Route;
    c.keys("4").shows(&["会商总时限（内控）", "会商明确后起算"]);
    c.screen.form.focus = Entry::Route;
    c.keys("6").shows(&["当场办结，不再计时"]);
    c.speak(Lang::En);
    c.screen.form.focus = Entry::Route;
    c.keys("5")
        .shows(&["15 working days  04-27 17:30", "once ruled on"]);
}

#[test]
fn nothing_is_cut_off_at_eighty_columns_but_quotations() {
    for lang in BOTH {
        for route in 1..=7 {
            let mut c = counter();
            c.speak(lang);
            c.keys("13900000001\n赵小满\n\nfply\n\n");
            c.keys(&route.to_string());
            for line in c.text().lines().filter(|line| !line.contains("D9 ")) {
                assert!(!line.contains(".."), "route {route}: {line}");
            }
        }
    }
}

#[test]
fn fields_stay_where_they_are() {
    let mut c = counter();
    let place = |text: &str, label: &str| {
        text.lines()
            .position(|line| line.get(1..).is_some_and(|rest| rest.starts_with(label)))
    };
    let labels = [
        "方式", "紧要", "收到", "电话", "姓名", "单位", "事项", "疑问", "处理",
    ];
    let before: Vec<_> = labels.map(|label| place(&c.text(), label)).to_vec();
    assert!(before.iter().all(Option::is_some));
    for keys in ["139x", "\n赵\n\nfp", "\n问\n3", "<^b>", "<^s>"] {
        c.keys(keys);
        let now: Vec<_> = labels.map(|label| place(&c.text(), label)).to_vec();
        assert_eq!(now, before, "after {keys}");
    }
}

#[test]
fn what_is_wrong_stands_at_its_field_and_clears_nothing() {
    let mut c = counter();
    c.keys("139x\n赵小满\n\n\n问<^s>");
    assert_eq!(c.registered(), 0);
    c.shows(&[
        "!电话  139x",
        "电话里有不是数字的字符",
        "姓名  赵小满",
        "疑问  问",
    ]);
    c.keys("<bs>").shows(&[">电话  139", "电话 3 位"]);
    c.keys("<tab><^u><^s>").shows(&["!姓名", "「姓名」没有填"]);
    c.keys("钱<^s>");
    assert_eq!(c.registered(), 1);

    c.keys("<tab>孙<^s>").shows(&["!疑问", "「疑问」没有填"]);
    c.keys("<s-tab>qqqq\n")
        .shows(&["!事项  qqqq", "找不到「qqqq」"]);
    c.keys("<^s>").shows(&["找不到「qqqq」"]);
    assert_eq!(c.registered(), 1);
}

#[test]
fn both_languages_say_what_is_wrong_whole() {
    let mut c = counter();
    c.speak(Lang::En);
    c.keys("139x\nZhao\n\n\nwhat<^s>");
    c.shows(&["digit: use digits, spaces, - or a", "leading +."]);
}

#[test]
fn a_returning_visitor_is_known_by_phone_with_the_name_covered() {
    let mut c = counter();
    c.keys("13900000001\n赵小满\n\nfply\n\n3\n\n");
    c.keys("139000").shows(&[" 来人 ─"]);
    c.keys("00001");
    c.shows(&["来过 1 次", "04-03 赵*满 发票领用", "待签收"]);
    assert!(!c.text().contains("赵小满"));
    c.keys("2").shows(&["来人  初次"]);
}

#[test]
fn an_open_notice_says_that_this_visit_must_finish() {
    use crate::domain::command::Notify;
    let mut c = counter();
    c.keys("13900000001\n赵小满\n\nfply\n\n\n");
    let notify = Notify {
        inquiry: "20260403-0001".into(),
        ..Notify::default()
    };
    let envelope = Envelope::of(Command::Notify(notify));
    c.desk
        .carry_out(&Actor::Staff("1001".into()), &envelope)
        .unwrap();
    c.keys("13900000001")
        .shows(&["待补 ", "第二次来应办完 20260403-0001"]);
}

#[test]
fn due_times_follow_the_time_of_receipt() {
    let mut c = counter();
    c.keys("<^b>04-01 10:00").shows(&["3个工作日  04-07 17:30"]);
    c.clock.set(at("2026-12-30 10:00"));
    c.keys("<^x>").shows(&["暂算"]);
}

#[test]
fn a_draft_brings_everything_back() {
    let mut c = counter();
    assert_eq!(c.screen.draft(), None);
    c.keys("<s-tab><s-tab>3213900000001\n赵小满\n某单位\nfply\n问\n31y<^g><^b>04-02 09:00\n停电");
    let draft = c.screen.draft().unwrap();
    let before = c.text();
    c.screen = Register::new();
    c.arrive(&Target::Screen(ScreenId::Register));
    c.with(|screen, cx| screen.resume(cx, draft.clone()));
    assert_eq!(c.text(), before);
    assert_eq!(c.screen.draft(), Some(draft.clone()));
    // A draft of some other shape is left alone.
    let mut other = counter();
    other.with(|screen, cx| screen.resume(cx, serde_json::json!({ "focus": 7 })));
    assert_eq!(other.screen.draft(), None);
}

#[test]
fn emptying_the_form_can_be_taken_back() {
    let mut c = counter();
    c.keys("139\n赵小满<^x>");
    assert_eq!(c.screen.draft(), None);
    c.keys("<^x>").shows(&["姓名  赵小满"]);
}

#[test]
fn hanzi_where_a_digit_chooses_ask_for_english_input() {
    let mut c = counter();
    c.screen.form.focus = Entry::Route;
    c.keys("三");
    assert_eq!(c.said(), "这里按数字选，请切换到英文输入。");
    c.speak(Lang::En);
    c.screen.form.focus = Entry::Urgency;
    c.keys("来");
    assert!(c.said().contains("switch to English input"));
}

#[test]
fn wide_digits_of_an_input_method_are_digits() {
    let mut c = counter();
    c.keys("１３９\n赵\n\n\n问<^s>");
    assert_eq!(c.newest().phone.as_deref(), Some("139"));
}

#[test]
fn a_megabyte_is_cut_at_the_fields_limit_and_said() {
    let mut c = counter();
    let much = "责任\r\n".repeat(150_000);
    c.screen.form.focus = Entry::Words;
    let outcome = c.with(|screen, cx| screen.paste(cx, &much));
    c.follow(outcome);
    assert!(c.said().contains("太长"));
    assert_eq!(c.screen.form.words.remaining(), 0);
    c.shows(&["还可以写 0 个字"]);
    assert!(!c.screen.form.words.value().contains('\n'));
}

#[test]
fn arrows_move_among_hits_and_leave_at_their_upper_end() {
    let mut c = counter();
    c.keys("\n\n\nsfz<down>\n");
    let second = c.screen.form.matter.id().to_owned();
    assert!(!second.is_empty());
    c.keys("<up><bs>sfz<up>");
    assert_eq!(c.screen.form.focus, Entry::Unit);
    // Once taken there is no list any more: down goes on.
    c.keys("<down>\n<up><down>");
    assert_eq!(c.screen.form.focus, Entry::Words);
    assert_ne!(c.screen.form.matter.id(), second);
}

#[test]
fn it_draws_within_its_place_at_any_size() {
    let mut c = counter();
    c.keys("13900000001\n赵小满\n\nfply\n\n3");
    for (width, height) in [(1, 1), (8, 3), (20, 10), (43, 16), (80, 18), (200, 60)] {
        let area = Rect::new(2, 1, width, height);
        let whole = Rect::new(0, 0, width + 4, height + 3);
        let picture = c.with(|screen, cx| {
            screen.resized(cx, area);
            Picture::paint(whole.width, whole.height, |canvas| {
                screen.render(cx, canvas, area);
            })
        });
        let untouched = whole
            .positions()
            .filter(|at| !area.contains(*at))
            .all(|at| picture.buffer[at].symbol() == " ");
        assert!(untouched, "{width}x{height}\n{}", picture.text());
    }
}

#[test]
fn the_form_at_eighty_by_twenty_four() {
    let mut c = counter();
    c.keys("13900000001\n赵小满\n\nfply\n第一次开店\n3");
    insta::assert_snapshot!(c.text());
    c.speak(Lang::En);
    insta::assert_snapshot!(c.text());
}
