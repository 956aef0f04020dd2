//! A rulebook that tells kinds of request apart, with more channels than digits.

use super::counter::{Counter, under};
use super::*;
use crate::domain::rulebook::{Rulebook, parse};

fn own() -> Rulebook {
    let text = include_str!("own.toml");
    parse(text, "own.toml").unwrap_or_else(|faults| panic!("{faults:#?}"))
}

fn office() -> Counter {
    under(own())
}

/// The row of a label on the form, below the head line.
fn row(c: &mut Counter, label: &str) -> Option<usize> {
    let begins = |line: &str| line.get(1..).is_some_and(|rest| rest.starts_with(label));
    c.text().lines().position(begins)
}

#[test]
fn a_form_without_kinds_does_not_ask_for_one() {
    let mut plain = own();
    plain.kinds.clear();
    plain.steps.clear();
    plain.clocks.retain(|clock| clock.kinds.is_empty());
    let mut c = under(plain);
    assert!(!c.screen.form.order().contains(&Entry::Kind));
    assert!(!c.text().contains("类型"));
}

#[test]
fn the_first_kind_stands_until_another_is_chosen() {
    let mut c = office();
    assert_eq!(c.screen.form.focus, Entry::Phone);
    c.shows(&["类型  咨询"]);
    assert_eq!(c.screen.draft(), None);
    c.keys("13900000001").shows(&["电话  13900000001"]);
}

#[test]
fn a_digit_letters_or_an_arrow_choose_the_kind() {
    for (keys, kind) in [
        ("2", "petition"),
        ("\n", "consult"),
        ("<bs>\n", "consult"),
        ("ldjb\n", "order"),
        ("现场\n", "k10"),
        ("<down><down>\n", "order"),
        ("<bs><s-tab>", "consult"),
    ] {
        let mut c = office();
        c.keys("<s-tab>").keys(keys);
        assert_eq!(c.screen.form.kind.id(), kind, "{keys}");
    }
}

#[test]
fn the_form_goes_on_from_the_kind_and_another_can_be_chosen() {
    let mut c = office();
    c.keys("<s-tab>2");
    assert_eq!(c.screen.form.focus, Entry::Phone);
    c.keys("<s-tab>");
    assert_eq!(c.screen.form.focus, Entry::Kind);
    c.shows(&["类型  信访", "1 咨询", "2 信访", "9 培训认证"]);
    c.keys("8");
    assert_eq!(c.screen.form.kind.id(), "k8");
    c.keys("<s-tab><down><down>").shows(&["> 现场支持"]);
    c.keys("\n").shows(&["类型  现场支持"]);
    assert_eq!(c.screen.form.focus, Entry::Phone);
}

#[test]
fn the_tenth_channel_is_found_by_its_letters() {
    let mut c = office();
    c.keys("<s-tab><s-tab><s-tab>");
    assert_eq!(c.screen.form.focus, Entry::Channel);
    c.shows(&["方式  窗口来访", "1 窗口来访", "9 会议"]);
    c.keys("lh\n");
    assert_eq!(c.screen.form.channel.id(), "letter");
    c.shows(&["方式  来函"]);
    assert_eq!(c.screen.form.focus, Entry::Urgency);
    c.keys("<s-tab>3");
    assert_eq!(c.screen.form.channel.id(), "post");
    // Left empty, it came in the first way.
    c.keys("<s-tab><bs><s-tab>");
    assert_eq!(c.screen.form.channel.id(), "visit");
}

#[test]
fn letters_that_fit_no_channel_or_kind_stand_at_their_field() {
    let mut c = office();
    c.keys("<s-tab>qqq\n")
        .shows(&["!类型  qqq", "找不到「qqq」"]);
    c.keys("<^u>2<s-tab><s-tab><s-tab>zzz<^s>")
        .shows(&["!方式  zzz"]);
    assert_eq!(c.registered(), 0);
}

#[test]
fn an_order_from_above_needs_no_visitor() {
    for lang in BOTH {
        let mut c = office();
        c.speak(lang);
        c.keys("<s-tab>3");
        assert_eq!(c.screen.form.focus, Entry::Matter);
        c.shows(&[lang.pick("没有来人：这三项不用填", "no visitor: these are skipped")]);
        assert!(!c.text().contains(lang.pick("请说", "Say “")));
        c.keys("\n整理一季度台账<^s>");
        assert_eq!(c.registered(), 1, "{}", c.text());
        assert_eq!(c.newest().name.as_deref().unwrap_or_default(), "");
    }
}

#[test]
fn what_was_typed_of_a_visitor_stays_but_is_not_sent_with_an_order() {
    let mut c = office();
    c.keys("139\n赵小满<s-tab><s-tab>3<tab>整理台账");
    let command = c
        .with(|s, cx| s.form.command(cx, &s.roster, s.due))
        .unwrap();
    assert_eq!(command.kind, "order");
    assert_eq!(command.visitor, crate::domain::command::Visitor::default());
    c.keys("<s-tab><s-tab>1").shows(&["姓名  赵小满"]);
    let command = c
        .with(|s, cx| s.form.command(cx, &s.roster, s.due))
        .unwrap();
    assert_eq!(
        (command.kind.as_str(), command.visitor.name.as_str()),
        ("consult", "赵小满")
    );
}

#[test]
fn a_visitor_without_a_name_is_asked_for_it_at_its_field() {
    let mut c = office();
    c.keys("\n\n\n\n问<^s>").shows(&["!姓名", "「姓名」没有填"]);
    c.keys("钱<^s>");
    assert_eq!(c.registered(), 1);
}

#[test]
fn a_kind_that_the_rulebook_does_not_know_is_told_at_the_kind() {
    let mut c = office();
    let fault = c.with(|_, cx| Fault::refused(cx, &Refusal::UnknownKind("x".into()), None));
    assert_eq!(fault.entry, Some(Entry::Kind));
}

#[test]
fn clocks_follow_the_kind_and_the_channel() {
    let mut c = office();
    c.shows(&["这样处理不开始计时"]);
    c.keys("<s-tab>2").shows(&[
        "信访受理",
        "15日  04-20 17:30",
        "信访办结",
        "60日  受理后起算",
    ]);
    c.keys("<s-tab>3").shows(&[
        "计划并报告",
        "04-27 17:30",
        "按计划落实",
        "「已制定工作计划」后起算",
    ]);
    assert!(!c.text().contains("信访"));
    c.keys("<s-tab><s-tab><s-tab>6");
    c.shows(&["论坛回复（内控）", "4小时"]);
    c.speak(Lang::En);
    c.shows(&["after “Plan made”"]);
}

#[test]
fn a_promised_time_runs_as_soon_as_it_is_typed_and_half_the_way_too() {
    let mut c = office();
    c.keys("\n赵\n\n\n问\n2");
    assert!(!c.text().contains("约定回复"));
    c.keys("04-07 16:50").shows(&[
        "约定回复(内控)",
        "04-07 16:50",
        "进展反馈（内控）",
        "04-05 16:50",
    ]);
    // A time that is over promises nothing.
    c.keys("<^u>04-01 10:00");
    assert!(!c.text().contains("约定回复"));
}

#[test]
fn urgency_is_called_and_explained_as_the_rulebook_does() {
    let mut c = office();
    c.shows(&["[1非紧急]2急 3重大、紧急"]);
    c.keys("1<s-tab><s-tab>3")
        .shows(&["紧要 危及人身、财产安全"]);
    c.speak(Lang::En);
    c.keys("<s-tab>")
        .shows(&["3Serious or urgent]", "Urgency Life or property"]);
}

#[test]
fn what_to_mind_of_the_route_and_the_channel_comes_first() {
    let mut c = office();
    assert!(!c.text().contains("来信件件有回音"));
    assert!(!c.text().contains("经办人不在"));
    c.screen.form.focus = Entry::Route;
    c.keys("3").shows(&["- 经办人不在：先联系并记下。"]);
    c.screen.form.focus = Entry::Channel;
    c.keys("lh\n").shows(&["- 来信件件有回音。 D11 四"]);
}

#[test]
fn fields_stay_where_they_are_whatever_is_chosen() {
    let mut c = office();
    let labels = [
        "方式", "紧要", "收到", "类型", "电话", "姓名", "单位", "事项", "疑问", "处理",
    ];
    let before: Vec<_> = labels.map(|label| row(&mut c, label)).to_vec();
    assert!(before.iter().all(Option::is_some), "{}", c.text());
    for keys in ["139x", "<s-tab>3", "\n问\n3", "<^b>", "<^s>"] {
        c.keys(keys);
        let now: Vec<_> = labels.map(|label| row(&mut c, label)).to_vec();
        assert_eq!(now, before, "after {keys}\n{}", c.text());
    }
}

#[test]
fn a_draft_keeps_the_kind_and_the_channel() {
    let mut c = office();
    c.keys("<s-tab>3<s-tab><s-tab><s-tab>lh\n<tab><tab>\n整理台账");
    let draft = c.screen.draft().unwrap();
    let before = c.text();
    c.screen = Register::new();
    c.arrive(&Target::Screen(ScreenId::Register));
    c.with(|screen, cx| screen.resume(cx, draft.clone()));
    assert_eq!(c.text(), before);
    assert_eq!(c.screen.form.kind.id(), "order");
    assert_eq!(c.screen.form.channel.id(), "letter");
    assert_eq!(c.screen.draft(), Some(draft));
}

#[test]
fn nothing_is_cut_at_the_edge_without_a_sign() {
    for (width, height) in SIZES {
        for lang in BOTH {
            for kind in ["1", "2", "3", "6"] {
                for route in 1..=7 {
                    let mut c = office();
                    c.size(width, height);
                    c.speak(lang);
                    c.keys("<s-tab>").keys(kind);
                    c.screen.form.focus = Entry::Route;
                    c.keys(&route.to_string());
                    let pane = c.screen.places.pane;
                    for (line, y) in c.text().lines().zip(0..) {
                        let right = line.split('│').nth(1).unwrap_or_default();
                        let whole = !right.contains("..") || right.contains("D11");
                        let told = (pane.top()..pane.bottom()).contains(&y);
                        assert!(whole || !told, "{line}");
                    }
                }
            }
        }
    }
}

#[test]
fn the_form_with_kinds_at_both_sizes_in_both_languages() {
    for (width, height) in SIZES {
        for lang in BOTH {
            let name = format!("{width}-{}", lang.pick("zh", "en"));
            let mut c = office();
            c.size(width, height);
            c.speak(lang);
            c.keys("<s-tab>");
            insta::assert_snapshot!(format!("kinds-{name}"), c.text());
            c.keys("213900000001\n赵小满\n\nbdczydj\n补什么\n3");
            insta::assert_snapshot!(format!("petition-{name}"), c.text());
            c.keys("<^x><s-tab>3\n整理一季度台账\n2明天 10:00");
            insta::assert_snapshot!(format!("order-{name}"), c.text());
        }
    }
}
