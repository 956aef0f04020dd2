//! Several people at one window: locked, changed over, and nothing half-typed lost.

use crate::journey::{PIN, door};
use shouwen::i18n::Lang;

const BOTH: [Lang; 2] = [Lang::Zh, Lang::En];

fn at_work(lang: Lang) -> crate::journey::Journey {
    let mut li = door();
    li.speak(lang).keys(&format!("1001<enter>{PIN}<enter>"));
    li.shows(lang.pick("李明", "李明"));
    li
}

#[test]
fn a_screen_left_alone_covers_itself_and_keeps_the_form() {
    for lang in BOTH {
        let mut li = at_work(lang);
        li.keys("<f1>13900000001<enter>赵小满<enter>")
            .shows("赵小满")
            .at("2026-04-03 16:59")
            .tick()
            .shows("赵小满")
            .at("2026-04-03 17:00")
            .tick()
            .hides("赵小满")
            .hides("13900000001")
            .shows(lang.pick("李明 的屏幕已锁", "李明's screen is locked"))
            .keys("000000<enter>")
            .hides("赵小满")
            .keys(&format!("{PIN}<enter>"))
            .shows("赵小满")
            .shows("13900000001");
    }
}

#[test]
fn two_take_turns_at_one_window_and_each_finds_their_own_form() {
    for lang in BOTH {
        let mut window = at_work(lang);
        window
            .keys("<f1>13900000001<enter>赵小满<enter><c-l>")
            .hides("赵小满")
            .keys(&format!("2003<enter>{PIN}<enter>"))
            .hides("赵小满")
            .keys("<f1>13900000002<enter>钱多多<enter><c-l>")
            .shows("陈静 2003")
            .shows("李明 1001")
            .keys("<down><down>")
            .keys(&format!("<enter>{PIN}<enter>"))
            .shows("赵小满")
            .hides("钱多多")
            .keys("<c-l><down><down>")
            .keys(&format!("<enter>{PIN}<enter>"))
            .shows("钱多多");
    }
}

#[test]
fn what_was_revealed_is_masked_again_for_whoever_comes_back() {
    let mut li = at_work(Lang::Zh);
    li.keys("<f1>13900000001<enter>赵小满<enter><enter>fply<enter><enter><enter><c-s>")
        .keys("<f2>")
        .hides("13900000001")
        .keys("<c-k>")
        .hides("赵")
        .keys(&format!("{PIN}<enter>"))
        .hides("13900000001")
        .shows("赵*满");
}

#[test]
fn a_pin_is_changed_by_whoever_knows_it_and_drawn_anew_by_an_admin_alone() {
    for lang in BOTH {
        let mut li = at_work(lang);
        li.keys("<f1>13900000001<enter>赵小满<enter><f10>")
            .shows(lang.pick("请先输入现在的 PIN", "Enter your present PIN first"))
            .keys("<esc>")
            .shows("赵小满")
            .keys(&format!("<f10>{PIN}<enter>"))
            .keys("864201<enter>864201<enter>")
            .shows("赵小满")
            .shows(lang.pick("PIN 已改", "The PIN is changed"))
            .keys(&format!("<c-k>{PIN}<enter>"))
            .hides("赵小满")
            .keys("864201<enter>")
            .shows("赵小满")
            .keys("<f12>")
            .hides(lang.pick("给谁发一次性 PIN", "Draw a one-time PIN"));
        li.is_whole();
    }
}
