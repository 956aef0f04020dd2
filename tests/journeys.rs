//! Whole ways through the app, typed as keys on a register of made-up people.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "journeys/journey.rs"]
mod journey;

use journey::{PIN, door, journey};
use shouwen::i18n::Lang;

#[test]
fn probe() {
    let mut li = journey();
    println!("{}", li.screen());
    li.keys("1<enter>13900000001<enter>赵小满<enter><enter>fply");
    println!("{}", li.screen());
    li.keys("<enter>第一次开店<enter>3");
    println!("{}", li.screen());
    li.keys("<enter><enter>");
    println!("{}", li.screen());
    li.keys("<f2>");
    println!("{}", li.screen());
    let mut chen = li.beside("2003");
    println!("{}", chen.screen());
    chen.keys("e");
    println!("{}", chen.screen());
    chen.keys("<esc>s");
    println!("{}", chen.screen());
    chen.keys("a请带<enter>");
    println!("{}", chen.screen());
    li.tick();
    println!("{}", li.screen());
    li.keys("v");
    println!("{}", li.screen());
    let mut d = door();
    println!("{}", d.screen());
    d.keys("1001<enter>000000<enter>");
    println!("{}", d.screen());
    d.keys("1001<enter>").keys(PIN).keys("<enter>");
    println!("{}", d.screen());
    d.speak(Lang::En);
    println!("{}", d.screen());
    d.keys("?");
    println!("{}", d.screen());
    d.keys("<esc><c-p>");
    println!("{}", d.screen());
    d.keys("jj");
    println!("{}", d.screen());
}
