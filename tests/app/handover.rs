//! What goes from shift to shift, and who sees handovers, typed as keys.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use crate::journey::{INVOICES, journey};
use shouwen::i18n::Lang;

const BOTH: [Lang; 2] = [Lang::Zh, Lang::En];

#[test]
fn a_supervisors_word_stands_in_the_clerks_hands_until_it_is_done() {
    for lang in BOTH {
        let mut li = journey();
        li.speak(lang).keys(INVOICES);
        let mut sun = li.beside("3001");
        sun.speak(lang)
            .keys("<f4>t")
            .shows(lang.pick("交办给谁", "Who is asked"))
            .keys("lm<enter>今天回电来信人<enter>")
            .shows(lang.pick("已记下 N1", "Kept N1"));
        li.keys("<f4>")
            .shows(lang.pick(
                "[孙卫交办] 今天回电来信人",
                "[asked by 孙卫] 今天回电来信人",
            ))
            .keys("t公章在抽屉<enter>")
            .shows("公章在抽屉")
            .keys("<up><up><up>d已回电<enter>")
            .shows(lang.pick("N1 已办", "N1 is done"))
            .keys("d")
            .shows(lang.pick("只有随班走的才这样消", "Only what is kept"))
            .hides("今天回电来信人");
        li.is_whole();
    }
}

#[test]
fn a_handover_under_way_is_seen_by_the_supervisor_and_read_again_later() {
    for lang in BOTH {
        let mut li = journey();
        li.speak(lang)
            .keys(INVOICES)
            .keys("<f4>n1002<enter><enter>")
            .shows(lang.pick("已接 0 / 1", "taken 0 / 1"));
        let mut sun = li.beside("3001");
        sun.speak(lang)
            .keys("<f4>")
            .shows(lang.pick("进行中 1：李明 → 周岚 0/1", "Under way 1: 李明 → 周岚 0/1"))
            .keys("v")
            .shows("H20260403-01")
            .keys("<enter>")
            .shows("20260403-0001");
        let mut chen = li.beside("2003");
        chen.speak(lang)
            .keys("<f4>v")
            .shows(lang.pick("还没有交接", "No handover yet"));
    }
}

#[test]
fn a_clerk_looks_back_on_the_shift_with_the_time_that_registering_took() {
    for lang in BOTH {
        let mut li = journey();
        li.speak(lang)
            .keys("<f1>13900000001<enter>赵小满<enter><enter>fply<enter><enter>")
            .at("2026-04-03 16:51")
            .keys("<enter>")
            .keys("<f4>r")
            .shows(lang.pick("自 04-03 00:00 起", "Since 04-03 00:00"))
            .shows(lang.pick("平均 60 秒", "60 s on average"));
        li.is_whole();
    }
}
