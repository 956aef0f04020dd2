//! From the ledger to its figures, to the rows behind one, and out as a file.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::time::{Duration, Instant};

use crate::journey::{Journey, journey};
use shouwen::i18n::Lang;

/// Ticks until the foot of the screen says so.
fn until(clerk: &mut Journey, words: &str) {
    let from = Instant::now();
    while !clerk.tick().screen().contains(words) {
        assert!(
            from.elapsed() < Duration::from_secs(20),
            "no {words:?} in\n{}",
            clerk.screen()
        );
        std::thread::yield_now();
    }
}

#[test]
fn a_month_is_counted_opened_and_taken_out() {
    for lang in [Lang::Zh, Lang::En] {
        let mut li = journey();
        li.speak(lang)
            .keys("<f1>13900000001<enter>赵小满<enter><enter><enter>怎么办<enter><enter>")
            .keys("<enter><enter><enter>")
            .keys("<f5>F")
            .shows(lang.pick(
                "数字 2026-04  按首问人",
                "Figures 2026-04  by first responder",
            ))
            .shows("1   0.0")
            .keys("j<enter>")
            .shows(lang.pick(
                "数字 登记 按首问人 李明",
                "counted registered by first responder 李明",
            ))
            .keys("F")
            .keys("E<enter><enter>");
        until(&mut li, lang.pick("姓名电话已遮", "phones masked"));
        li.keys("Egb18030").shows("GB18030").keys("<enter><enter>");
        until(&mut li, "ledger-2026-04.csv");
        // In clear is for others to decide.
        li.keys("E<enter>年终考核<enter>")
            .shows(lang.pick("您的角色不能办这一步", "role"));
        let told = li.process().read().exports().unwrap();
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(
            told.iter()
                .all(|(_, one)| !one.revealed && one.by.as_str() == "1001")
        );
        li.is_whole();
    }
}
