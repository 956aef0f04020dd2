//! Organisations named before, one of our own, and what a correction tells beside it.

use super::counter::counter;
use super::*;

const WITH_UNIT: &str = "13900000001\n赵小满\n禾木农业科技有限公司\n\n要带什么\n\n";

#[test]
fn a_unit_that_was_named_before_is_one_key_away_and_any_other_is_typed() {
    for lang in BOTH {
        let mut c = counter();
        c.speak(lang);
        c.keys(WITH_UNIT);
        assert_eq!(c.registered(), 1, "{}", c.text());
        c.keys("13900000002\n周月\nhmny");
        c.shows(&[
            "禾木农业科技有限公司",
            lang.pick("按下键取用", "Down takes"),
        ]);
        c.keys("<down>\n\n问\n\n");
        let unit = |c: &Counter, number: &str| {
            let found = c.desk.read().inquiry(&number.into()).unwrap().unwrap().0;
            found.visitor.get().unwrap().unit.clone()
        };
        assert_eq!(unit(&c, "20260403-0002"), "禾木农业科技有限公司");
        // Up brings back what was typed; without a key it stays what was typed.
        c.keys("13900000003\n孙建国\n禾木<down><up>\n\n问\n\n");
        assert_eq!(unit(&c, "20260403-0003"), "禾木");
        c.keys("13900000004\n吴小梅\n禾木店\n\n问\n\n");
        assert_eq!(unit(&c, "20260403-0004"), "禾木店");
    }
}

#[test]
fn one_of_our_own_is_marked_saved_and_corrected() {
    for lang in BOTH {
        let mut c = counter();
        c.speak(lang);
        c.shows(&[lang.pick("^D 内部 [ ]", "^D ours [ ]")]);
        c.keys("<^d>")
            .shows(&[lang.pick("^D 内部 [x]", "^D ours [x]")]);
        c.keys(WITH_UNIT);
        let internal = |c: &Counter| {
            let found = c.desk.read().inquiry(&"20260403-0001".into());
            found.unwrap().unwrap().0.internal
        };
        assert!(internal(&c), "{}", c.text());
        // The next form begins without it.
        c.shows(&[lang.pick("^D 内部 [ ]", "^D ours [ ]")]);
        c.keys("<^z><^d>")
            .shows(&[lang.pick("内部 是 -> 否", "internal yes -> no")]);
        c.keys("<tab><tab><tab><tab><tab>点错\n");
        assert!(!internal(&c), "{}", c.text());
    }
}

#[test]
fn beside_a_correction_stands_what_it_will_come_to() {
    for lang in BOTH {
        let mut c = counter();
        c.speak(lang);
        c.keys("13900000001\n赵小满\n\nfply\n\n3\n\n").keys("<^z>");
        c.shows(&[
            lang.pick("更正会记下", "This correction records"),
            lang.pick("还没有。", "Nothing yet"),
            lang.pick("照原来的走", "run on as they are"),
        ]);
        assert!(
            !c.text().contains(lang.pick("保存后计时", "once saved")),
            "{}",
            c.text()
        );
        c.keys("<bs>2").shows(&["13900000001 -> 13900000002"]);
        // Received an hour earlier: the clocks are counted anew, and said so.
        c.keys("<s-tab><s-tab><^u>2026-04-02 09:00");
        c.shows(&[lang.pick("按更正重算", "Counted anew")]);
        c.keys("<^u>x").shows(&[lang.pick("看不懂", "No time")]);
    }
}
