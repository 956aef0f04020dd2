//! The day's work line by line: through a pipe as a script sends it, and at a
//! terminal that can do nothing.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests"
)]

use crate::cli_kit::{Hall, told};
use crate::pty_kit::Seat;

const NOW: &str = "2026-04-03T16:50:00+08:00";

/// What is said to these lines, one answer each; nothing in it may steer a terminal.
fn talk_in(hall: &Hall, lang: &str, staff: &str, lines: &[&str]) -> String {
    let words = ["--plain", "--lang", lang, "--as", staff, "--now", NOW];
    let input = format!("{}\n", lines.join("\n"));
    let (code, out, err) = told(hall.shouwen(&words).write_stdin(input));
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    let control = out.chars().find(|c| c.is_control() && *c != '\n');
    assert_eq!(control, None, "{out:?}");
    out
}

fn talk(hall: &Hall, staff: &str, lines: &[&str]) -> String {
    talk_in(hall, "zh", staff, lines)
}

fn shows(out: &str, words: &[&str]) {
    for one in words {
        assert!(out.contains(one), "no “{one}” in:\n{out}");
    }
}

/// Channel, time, kind, telephone, name, unit, matter, doubt, urgency, green channel,
/// appointment.
const VISITOR: [&str; 11] = [
    "",
    "",
    "",
    "13900000001",
    "赵小满",
    "",
    "首次票种",
    "要带什么",
    "",
    "",
    "",
];

fn registration(route: &[&'static str]) -> Vec<&'static str> {
    let mut lines = vec!["1"];
    lines.extend(VISITOR);
    lines.extend(route);
    lines.extend(["", "<<"]);
    lines
}

fn handed_off(hall: &Hall) -> String {
    talk(hall, "1001", &registration(&["4", "zq", "n"]))
}

#[test]
fn a_visitor_is_registered_and_handed_off_by_answers_alone() {
    let hall = Hall::sandbox();
    let out = handed_off(&hall);
    shows(
        &out,
        &[
            "某市税务局，李明，现在 2026-04-03 16:5",
            "方式：1 人员来访，2",
            "即 发票领用(首次票种核定)",
            "即 周强 税政科 2003",
            "姓名：赵小满",
            "已记录，编号 20260403-0001",
            "李明 -> 税政科 周强",
            "时限 ",
            "到 2026-04-07 17:30",
            "工号1001",
        ],
    );
    let queue = hall.json_at(NOW, &["queue", "--as", "2003", "--view", "mine"]);
    assert_eq!(queue[0]["stage"], "unsigned");
    assert_eq!(queue[0]["visitor"], "赵*满");
}

#[test]
fn the_handler_signs_and_answers_and_the_clerk_closes() {
    let hall = Hall::sandbox();
    handed_off(&hall);
    // Queue, mine, the first row; then by name what to do with it.
    let out = talk(
        &hall,
        "2003",
        &[
            "2",
            "",
            "1",
            "签收",
            "",
            "答复",
            "带执照副本",
            "",
            "",
            "",
            "<<",
        ],
    );
    shows(
        &out,
        &[
            "待签收",
            "赵*满",
            "在您手里",
            "已记录，编号 20260403-0001",
            "带执照副本",
        ],
    );
    let out = talk(
        &hall,
        "1001",
        &[
            "5",
            "zxm",
            "1",
            "听经过",
            "办结",
            "",
            "本人",
            "",
            "",
            "",
            "<<",
        ],
    );
    shows(&out, &["周强 签收", "周强 答复", "办结"]);
    let shown = hall.json_at(NOW, &["show", "20260403-0001"]);
    assert_eq!(shown["stage"], "closed");
    // What is not at hand in this view is said to be nothing, and nothing breaks.
    shows(
        &talk(&hall, "2003", &["2", "8", "", "<<"]),
        &["待来人，0 件"],
    );
}

#[test]
fn all_documents_are_read_out_and_told_on_a_numbered_notice() {
    let hall = Hall::sandbox();
    talk(&hall, "1001", &registration(&[""]));
    let only_read = talk(&hall, "1001", &["3", "首次票种", "", "1", "", "", "<<"]);
    shows(&only_read, &["1 ", "您办的是", "还缺"]);
    assert!(!only_read.contains("已记录"), "{only_read}");
    let told = talk(
        &hall,
        "1001",
        &["2", "", "1", "一次性告知", "", "", "", "", "", "", "<<"],
    );
    shows(&told, &["已记录，编号 20260403-0001"]);
    let shown = hall.json_at(NOW, &["show", "20260403-0001"]);
    assert_eq!(shown["notices"].as_array().map(Vec::len), Some(1), "{told}");
    assert_eq!(shown["stage"], "visitor");
}

#[test]
fn a_second_visit_is_linked_to_the_first_and_both_say_so() {
    let hall = Hall::sandbox();
    talk(&hall, "1001", &registration(&["", ""]));
    let again = [
        "1",
        "",
        "",
        "",
        "13900000001",
        "2",
        "赵小满",
        "",
        "",
        "再来问一句",
        "",
        "",
        "",
        "",
        "",
        "<<",
    ];
    let out = talk(&hall, "1001", &again);
    shows(&out, &["接着以前的哪一件", "已记录，编号 20260403-0002"]);
    let told = hall.json_at(NOW, &["show", "20260403-0002"]);
    assert_eq!(told["follows"], "20260403-0001", "{told}");
    let out = talk(
        &hall,
        "1001",
        &["5", "20260403-0002", "1", "<<", "<<", "<<"],
    );
    shows(&out, &["接着 20260403-0001 再来的"]);
}

#[test]
fn a_form_that_was_left_is_offered_again_and_saved_once() {
    let hall = Hall::sandbox();
    // The line is cut in the middle of the form.
    talk(&hall, "1001", &["1", "", "", "", "13900000001", "赵小满"]);
    let out = talk(&hall, "1002", &["1", "<<", "<<"]);
    assert!(!out.contains("赵小满"), "nobody else's: {out}");
    let mut lines = vec!["1", ""];
    lines.extend(["", "首次票种", "要带什么", "", "", "", "", "", "<<"]);
    let out = talk(&hall, "1001", &lines);
    shows(
        &out,
        &[
            "有一张没填完的登记",
            "上次没有填完",
            "姓名：赵小满",
            "已记录，编号 20260403-0001",
        ],
    );
    let out = talk(&hall, "1001", &["<<"]);
    assert!(!out.contains("没填完"), "{out}");
}

#[test]
fn one_goes_back_a_question_leaves_with_a_draft_and_asks_for_help() {
    let hall = Hall::sandbox();
    let lines = [
        "1",
        "",
        "",
        "",
        "139",
        "<",
        "13900000002",
        "?",
        "",
        "",
        "",
        "赵小满",
        "<<",
        "1",
        "n",
        "<<",
        "<<",
    ];
    let out = talk(&hall, "1001", &lines);
    shows(
        &out,
        &[
            "电话 [139]：",
            "输入文字，回车。",
            "是没有来人的内部件吗(领导交办、请示) [否]：",
            "姓名不能留空",
            "没有保存，草稿保留。",
            "电话：13900000002",
            "接着填吗 [是]：",
            "没有保存。",
        ],
    );
}

#[test]
fn what_the_rules_refuse_is_asked_again_and_what_can_be_confirmed_is_asked() {
    let hall = Hall::sandbox();
    talk(&hall, "1001", &registration(&[""]));
    // The same telephone and matter again: no, then the words are mended, then yes.
    let mut twice = registration(&[""]);
    // It goes on with nothing earlier.
    twice.insert(5, "");
    twice.truncate(twice.len() - 1);
    twice.extend(["n", "", "y", "<<"]);
    let out = talk(&hall, "1001", &twice);
    shows(
        &out,
        &[
            "20260403-0001",
            "仍然保存吗 [否]：",
            "已记录，编号 20260403-0002",
        ],
    );
    // Letters in a telephone number: only that is asked again.
    let lines = [
        "1",
        "",
        "",
        "",
        "139x",
        "钱一",
        "",
        "-",
        "问路",
        "",
        "",
        "",
        "2",
        "三楼",
        "",
        "13900000009",
        "",
        "<<",
    ];
    let out = talk(&hall, "1001", &lines);
    shows(
        &out,
        &[
            "不是数字的字符",
            "电话 [139x]：",
            "已记录，编号 20260403-0003",
        ],
    );
    assert_eq!(out.matches("姓名 [钱一]：").count(), 0, "{out}");
}

#[test]
fn it_speaks_english_from_the_door_to_the_farewell() {
    let hall = Hall::sandbox();
    let mut lines = registration(&["4", "zq", "n"]);
    lines.splice(0..0, ["?", "2", "", "", "<"]);
    let out = talk_in(&hall, "en", "1001", &lines);
    shows(
        &out,
        &[
            "What to do [Register]:",
            "mine: 0 open.",
            "Recorded, number 20260403-0001.",
            "Goodbye.",
        ],
    );
    let hanzi = |line: &&str| line.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let names = [
        "某市税务局",
        "李明",
        "赵",
        "周强",
        "要带什么",
        "发票",
        "税",
        "中文",
        "办税",
    ];
    for line in out.lines().filter(hanzi) {
        assert!(names.iter().any(|name| line.contains(name)), "{line}");
    }
}

#[test]
fn nothing_stored_or_typed_steers_the_terminal() {
    let hall = Hall::sandbox();
    let evil = r#"{"register":{"visitor":{"name":"张\u001b[2J\u202e三","phone":"13900000003"},"words":"\u009b31m红\u0007"}}"#;
    let (code, _) = hall.act("1001", NOW, &[evil]);
    assert_eq!(code, 0);
    let out = talk(
        &hall,
        "1001",
        &["2", "", "1", "听来人", "听经过", "", "", "<<"],
    );
    assert!(!out.contains('\u{202e}'), "{out}");
    shows(&out, &["三", "红"]);
    let typed = talk(&hall, "1001", &["1\u{1b}[A", "\u{feff}5", "zzzz", "", "<<"]);
    shows(&typed, &["控制字符", "找不到「zzzz」"]);
}

#[test]
fn a_real_register_asks_for_number_and_pin() {
    let hall = Hall::real();
    let lines = "1001\n000000\n1001\n135790\n7\n";
    let mut command = hall.shouwen(&["--plain", "--lang", "zh"]);
    let (code, out, err) = told(command.write_stdin(lines));
    assert_eq!(code, 0, "{err}");
    shows(&out, &["工号或 PIN 不对", "某市税务局，李明", "再见"]);
    assert!(!out.contains("135790"), "{out}");
}

#[test]
fn a_shift_is_handed_over_item_by_item() {
    let hall = Hall::sandbox();
    talk(&hall, "1001", &registration(&[""]));
    let out = talk(&hall, "1001", &["4", "wf", "钥匙；公章", "", "<<"]);
    shows(&out, &["没有进行中的交接", "即 王芳"]);
    let out = talk(
        &hall,
        "1002",
        &["4", "逐件接", "", "", "", "签字", "", "返回", "<<"],
    );
    shows(
        &out,
        &[
            "李明 交给 王芳",
            "钥匙",
            "公章",
            "20260403-0001",
            "还有 0 件没接",
        ],
    );
    let out = talk(&hall, "1001", &["4", "签字", "", "<<"]);
    shows(&out, &["完成"]);
}

#[test]
fn a_first_run_founds_a_register_line_by_line() {
    let hall = Hall::empty();
    let lines = "1\n某所\n1001\n李明\n窗口\n12\n135790\n7\n";
    let mut command = hall.shouwen(&["--plain", "--lang", "zh"]);
    let (code, out, err) = told(command.write_stdin(lines));
    assert_eq!(code, 0, "{err}");
    shows(&out, &["PIN 要 6 到 12 位数字", "某所，李明"]);
    assert!(hall.db().exists());
}

#[test]
fn a_home_visit_is_agreed_on_and_an_order_from_above_has_no_visitor() {
    let hall = Hall::sandbox();
    let mut lines = registration(&["明天 10:00", "一号院3栋", ""]);
    lines.remove(11);
    let out = talk(&hall, "1001", &lines);
    shows(&out, &["预约时间", "即 2026-04-04 10:00", "地点"]);
    let told = hall.json_at(NOW, &["show", "20260403-0001"]);
    assert_eq!(
        told["appointment"],
        serde_json::json!({"at": "2026-04-04T10:00:00+08:00", "place": "一**栋"})
    );
    let order = [
        "1",
        "",
        "",
        "",
        "",
        "",
        "y",
        "",
        "领导交办：核对一季度台账",
        "",
        "",
        "",
        "",
        "<<",
    ];
    let out = talk(&hall, "1001", &order);
    shows(&out, &["已记录，编号 20260403-0002"]);
    let told = hall.json_at(NOW, &["show", "20260403-0002"]);
    assert_eq!(
        (&told["internal"], &told["visitor"]),
        (&true.into(), &"".into())
    );
    assert!(!told["clocks"].as_array().unwrap().is_empty(), "{told}");
    // Both are heard again in the queue.
    let out = talk(&hall, "1001", &["2", "", "1", "", "<<"]);
    shows(&out, &["预约 2026-04-04 10:00 一号院3栋"]);
}

#[test]
fn a_terminal_of_forty_columns_that_can_do_nothing_is_enough() {
    let hall = Hall::sandbox();
    let words = ["--plain", "--lang", "zh", "--as", "1001", "--now", NOW];
    let mut seat = Seat::sized(hall.dir.path(), &words, (40, 24));
    seat.shows("做什么 [登记]：")
        .keys("1\n")
        .shows("人员来访]：")
        .keys("\n");
    seat.shows("收到").keys("\n").shows("类型 [").keys("\n");
    seat.shows("电话：").keys("13900000001\n");
    seat.shows("姓名：")
        .keys("赵小满\n")
        .shows("单位：")
        .keys("<\n");
    seat.shows("姓名 [赵小满]：").keys("<<\n").shows("草稿保留");
    seat.keys("<<\n").shows("再见");
    seat.ends();
}
