//! The real binary at a real terminal.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::time::{Duration, Instant};

use crate::cli_kit::Hall;
use crate::pty_kit::{PATIENCE, Seat};

const F1: &str = "\x1bOP";
const F2: &str = "\x1bOQ";
const F8: &str = "\x1b[19~";

/// A visitor who asks something that no matter covers, left with the clerk.
const VISITOR: &str = "13900000001\r赵小满\r\r\r怎么开发票\r\r";

fn li(hall: &Hall) -> Seat {
    at(hall, "1001", "zh", "[2待办]")
}

/// A terminal on a Friday at 16:50, with someone signed in.
fn at(hall: &Hall, staff: &str, lang: &str, ready: &str) -> Seat {
    let now = "2026-04-03T16:50:00+08:00";
    let words = ["--as", staff, "--lang", lang, "--now", now];
    let mut seat = Seat::open(hall.dir.path(), &words);
    seat.shows(ready);
    seat
}

#[test]
fn what_was_registered_is_there_after_a_restart() {
    let hall = Hall::sandbox();
    let mut seat = li(&hall);
    seat.keys(F1).shows("[1登记]");
    seat.keys(VISITOR).shows("已登记 20260403-0001");
    seat.leave();
    let mut seat = li(&hall);
    seat.shows("20260403-0001").shows("怎么开发票");
    seat.keys(F8).shows("[2Queue]").leave();
    let (status, out, err) = hall.told(&["audit", "verify"]);
    assert_eq!(status, 0, "{out}{err}");
}

#[test]
fn a_second_terminal_shows_the_first_ones_handoff_without_a_key() {
    let hall = Hall::sandbox();
    let mut zhou = at(&hall, "2003", "en", "[2Queue]");
    let mut li = li(&hall);
    li.keys(F1).shows("[1登记]");
    // The machine may be busy with other things once, or twice.
    let quick = (1..=3).any(|visitor| {
        li.keys(format!("1390000000{visitor}\r赵小满\r\rfply\r\r3zq\r"));
        li.shows("陪同").keys("\r");
        let number = format!("20260403-000{visitor}");
        let waited = zhou.shows_within(&number, PATIENCE);
        li.shows(&format!("已登记 {number}"));
        waited < Duration::from_millis(1500)
    });
    assert!(quick, "longer than a tick, three times");
    zhou.keys("s").shows("Signed for 20260403-0001");
    li.keys(F2).keys("v").shows("04-09 17:30");
    zhou.keys("a")
        .keys("带身份证来\r")
        .shows("Answered 20260403-0001");
    li.shows("带身份证来");
}

#[test]
fn a_hang_up_ends_the_process_soon_and_keeps_what_was_typed() {
    let hall = Hall::sandbox();
    let mut seat = li(&hall);
    seat.keys(F1).shows("[1登记]");
    seat.keys("13900000001\r赵小满").shows("赵小满");
    seat.hang_up();
    let (took, _) = seat.ends();
    assert!(took < Duration::from_secs(2), "{took:?}");
    let mut again = li(&hall);
    again.shows("有未保存的草稿");
    again.keys(F1).shows("赵小满").shows("13900000001");
}

#[test]
fn a_kill_gives_the_terminal_back_and_keeps_what_was_typed() {
    let hall = Hall::sandbox();
    let mut seat = li(&hall);
    seat.keys(F1).keys("13900000001\r赵小满").shows("赵小满");
    seat.terminate();
    let (took, _) = seat.ends();
    assert!(took < Duration::from_secs(2), "{took:?}");
    seat.is_given_back();
    li(&hall).keys(F1).shows("赵小满");
}

#[test]
fn what_was_typed_more_than_a_second_ago_survives_even_a_merciless_kill() {
    let hall = Hall::sandbox();
    let mut seat = li(&hall);
    seat.keys(F1).keys("13900000001\r赵小满").shows("赵小满");
    let drafts = hall.path("state");
    let began = Instant::now();
    while !holds(&drafts, "赵小满") {
        assert!(
            began.elapsed() < Duration::from_millis(2500),
            "no draft yet"
        );
        std::thread::sleep(Duration::from_millis(20));
    }
    drop(seat);
    li(&hall).keys(F1).shows("赵小满");
}

/// Whether a file under a directory holds these words.
fn holds(directory: &std::path::Path, words: &str) -> bool {
    std::fs::read_dir(directory)
        .into_iter()
        .flatten()
        .any(|entry| {
            let path = entry.unwrap().path();
            if path.is_dir() {
                holds(&path, words)
            } else {
                std::fs::read_to_string(&path).is_ok_and(|text| text.contains(words))
            }
        })
}

#[test]
fn any_size_down_to_one_cell_and_back() {
    let hall = Hall::sandbox();
    let mut seat = li(&hall);
    seat.keys(F1).keys("13900000001\r赵小满").shows("赵小满");
    for (cols, rows) in [(79, 24), (20, 3), (2, 2), (1, 1), (3, 60), (300, 1)] {
        seat.resize(cols, rows).hides("赵小满");
    }
    seat.resize(60, 12).shows("太小");
    seat.resize(120, 40).shows("赵小满").shows("[1登记]");
    seat.resize(80, 24).shows("赵小满");
    seat.leave();
}

#[test]
fn an_arrow_that_arrives_in_two_pieces_is_an_arrow() {
    let hall = Hall::sandbox();
    let mut seat = li(&hall);
    seat.keys(F1)
        .shows("[1登记]")
        .keys("139")
        .shows(">电话  139");
    seat.keys("\x1b");
    // A slow line, not a wait: this is what is tried here.
    std::thread::sleep(Duration::from_millis(20));
    seat.keys("[B").shows(">姓名");
    seat.keys("张三").shows("张三").shows("[1登记]");
    assert!(!seat.screen().contains("[B"), "{}", seat.screen());
    seat.leave();
}

#[test]
fn a_megabyte_is_pasted_and_cut_without_a_freeze() {
    let hall = Hall::sandbox();
    let mut seat = li(&hall);
    seat.keys(F1).shows("[1登记]");
    seat.keys("\t\t\t\t").shows(">疑问");
    let began = Instant::now();
    seat.paste(&"责任\n".repeat(150_000));
    seat.keys(F2).shows("[2待办]");
    let took = began.elapsed();
    assert!(took < Duration::from_secs(4), "{took:?}");
    seat.keys(F1).shows("责任");
    seat.leave();
}

#[test]
fn the_first_run_asks_and_makes_a_register() {
    for (lang, title, ready, door, wrong) in [
        ("zh", "建立登记簿", "[2待办]", "首问 登录", "PIN 不对"),
        (
            "en",
            "a new register",
            "[2Queue]",
            "shouwen sign-in",
            "PIN is wrong",
        ),
    ] {
        let hall = Hall::empty();
        let mut seat = Seat::open(hall.dir.path(), &["--lang", lang]);
        seat.shows(title);
        seat.keys("tax\r某市税务局\r1001\r李明\r办税服务厅\r");
        seat.keys("1234\r").shows("6").shows(title);
        seat.keys("135790\r").shows(ready).shows("李明");
        assert!(hall.db().exists());
        seat.keys("\x11");
        assert_eq!(seat.ends().1, 0);
        let mut seat = Seat::open(hall.dir.path(), &["--lang", lang]);
        seat.shows(door).keys("1001\r111222\r").shows(wrong);
        seat.keys("135790\r").shows(ready).leave();
    }
}

#[test]
fn leaving_the_first_run_makes_nothing() {
    let hall = Hall::empty();
    let mut seat = Seat::open(hall.dir.path(), &["--lang", "zh"]);
    seat.shows("建立登记簿").leave();
    assert!(!hall.db().exists());
    let mut seat = Seat::open(hall.dir.path(), &["--lang", "zh"]);
    seat.shows("建立登记簿").hang_up();
    assert!(seat.ends().0 < Duration::from_secs(2));
    assert!(!hall.db().exists());
}

#[test]
fn a_small_demonstration_opens_ready_to_work() {
    let hall = Hall::empty();
    let db = hall.db();
    let words = ["demo", "--inquiries", "60", "--into", db.to_str().unwrap()];
    let (status, out, err) = hall.told(&words);
    assert_eq!(status, 0, "{out}{err}");
    let mut seat = Seat::sized(
        hall.dir.path(),
        &["--as", "1001", "--lang", "zh"],
        (120, 40),
    );
    seat.shows("[2待办]")
        .shows("李明")
        .shows("04-07 周二")
        .leave();
}

#[test]
fn someone_unknown_is_told_so_on_the_ordinary_screen() {
    let hall = Hall::sandbox();
    for (lang, words) in [("zh", "没有工号 9999"), ("en", "staff number 9999")] {
        let mut seat = Seat::open(hall.dir.path(), &["--as", "9999", "--lang", lang]);
        assert_eq!(seat.ends().1, 3);
        seat.is_given_back().shows(words);
    }
}

#[test]
fn on_a_real_register_nobody_comes_in_without_a_pin() {
    let hall = Hall::real();
    for (lang, sentence, door, ready) in [
        ("zh", "免 PIN", "首问 登录", "[2待办]"),
        ("en", "sandbox", "shouwen sign-in", "[2Queue]"),
    ] {
        let mut seat = Seat::open(hall.dir.path(), &["--as", "1001", "--lang", lang]);
        assert_eq!(seat.ends().1, 3);
        seat.shows(sentence);
        let mut seat = Seat::open(hall.dir.path(), &["--lang", lang]);
        seat.shows(door).keys("1001\r135790\r").shows(ready).leave();
    }
}

#[test]
fn a_register_that_cannot_be_used_is_told_without_touching_the_terminal() {
    let hall = Hall::empty();
    let letter = hall.file("letter.txt", "亲爱的同事");
    let words = ["--db", letter.to_str().unwrap(), "--lang", "zh"];
    let mut seat = Seat::open(hall.dir.path(), &words);
    assert_eq!(seat.ends().1, 4);
    seat.is_given_back().shows("不是本程序的登记簿");
}

#[test]
fn two_at_two_terminals_hand_over_twenty_five_with_a_question_an_arrival_and_a_hang_up() {
    const NOW: &str = "2026-04-03T16:50:00+08:00";
    const F4: &str = "\x1bOS";
    let hall = Hall::sandbox();
    let register = |visitor: u32| {
        format!(
            r#"{{"register":{{"channel":"visit","visitor":{{"name":"赵小满","phone":"139000000{visitor:02}"}},"words":"怎么开发票"}}}}"#
        )
    };
    let visitors: Vec<String> = (1..=25).map(register).collect();
    let visitors: Vec<&str> = visitors.iter().map(String::as_str).collect();
    assert_eq!(hall.act("1001", NOW, &visitors).0, 0);

    let mut li = li(&hall);
    li.keys(F4).shows("25 件");
    li.keys("n")
        .shows("接班人")
        .keys("wf\r\r")
        .shows("已接 0 / 25");
    let mut wang = at(&hall, "1002", "zh", "[2待办]");
    wang.keys(F4).shows("H20260403-01").shows("已接 0 / 25");

    // Asked at one terminal; the other is killed in the middle of the answer.
    wang.keys("w原件在哪里\r").shows("? 疑问");
    li.shows("原件在哪里")
        .keys("a在二号柜")
        .shows("答复 在二号柜");
    li.terminate();
    li.ends();
    // What arrives meanwhile is on both lists.
    assert_eq!(hall.act("1001", NOW, &[&register(26)]).0, 0);
    wang.shows("已接 0 / 26");
    let mut li = self::li(&hall);
    li.keys(F4).shows("已接 0 / 26").shows("答复 在二号柜");
    li.keys("\r").hides("答复 在二号柜").shows("答复：在二号柜");
    wang.shows("= 已答复");

    // Nobody signs while one is open; then all are taken, and both sign.
    wang.keys(" ")
        .shows("已接 1 / 26")
        .keys("s")
        .shows("还有 25 件没有接");
    for taken in 2..=12 {
        wang.keys(" ").shows(&format!("已接 {taken} / 26"));
    }
    wang.hang_up();
    wang.ends();
    let mut wang = at(&hall, "1002", "zh", "[2待办]");
    wang.keys(F4).shows("已接 12 / 26");
    for taken in 13..=26 {
        wang.keys(" ").shows(&format!("已接 {taken} / 26"));
    }
    wang.keys("s").shows("王芳 已签字");
    li.shows("已接 26 / 26").keys("s").shows("由 王芳 负责");

    let one = hall.json_at(NOW, &["handover", "print", "H20260403-01"]);
    let items = one["items"].as_array().unwrap();
    assert_eq!(items.len(), 26);
    assert!(
        items.iter().all(|item| item["acknowledged"] == true),
        "{one}"
    );
    assert_eq!(items[0]["question"], "原件在哪里");
    assert_eq!(items[0]["answer"], "在二号柜");
    assert_eq!(items[25]["arrived"], true);
    assert_eq!(one["signed"][0]["by"], "1002");
    assert_eq!(one["signed"][1]["by"], "1001");
    for item in items {
        let number = item["inquiry"].as_str().unwrap();
        let shown = hall.json_at(NOW, &["show", number]);
        assert_eq!(
            (&shown["first"], &shown["keeper"]),
            (&"1001".into(), &"1002".into())
        );
    }
    let (status, out, err) = hall.told(&["audit", "verify"]);
    assert_eq!(status, 0, "{out}{err}");
}
