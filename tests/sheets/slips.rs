//! Paper slips entered afterwards from a sheet: the true time kept, all or none,
//! and none twice.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::too_many_lines,
    reason = "helpers of tests, and one line a mistake"
)]

use crate::cli_kit::{Hall, lines};
use crate::sheet_kit::{Sheet, places, workbook};
use serde_json::{Value, json};

const NOW: &str = "2026-04-07T10:42:00+08:00";

fn slips() -> Sheet {
    let mut sheet = Sheet::new(
        "补录",
        "收到时间 来人 电话 方式 事项 疑问 处理 答复 转给部门 转给 首问人 纸单号",
    );
    sheet.row(&[
        "2026-04-03 10:20",
        "张三",
        "13800000000",
        "visit",
        "sw-fapiao",
        "首次领用",
        "",
        "",
        "",
        "",
        "1001",
        "12",
    ]);
    sheet.row(&[
        "2026/4/3 11:05",
        "李四",
        "",
        "",
        "",
        "问地址",
        "当场答复",
        "二楼三号窗",
        "",
        "",
        "李明",
        "13",
    ]);
    sheet.row(&[
        "2026年4月3日 14:30",
        "王五",
        "",
        "语音电话",
        "",
        "税率",
        "转办",
        "",
        "",
        "周强",
        "",
        "14",
    ]);
    sheet
}

fn import(hall: &Hall, words: &[&str]) -> (i32, Value) {
    let mut all = vec!["slips", "import", "--as", "1001", "--json", "--now", NOW];
    all.extend(words);
    let (code, out, err) = hall.told(&all);
    (
        code,
        serde_json::from_str(&out).unwrap_or_else(|_| panic!("{out}{err}")),
    )
}

#[test]
fn a_sheet_is_previewed_entered_whole_and_never_twice() {
    let hall = Hall::sandbox();
    hall.file("slips.xlsx", workbook(&[&slips()]));
    let queue = || hall.json_at(NOW, &["queue"]).as_array().unwrap().len();
    let words = ["slips.xlsx", "--reason", "停电"];
    let (code, preview) = import(&hall, &["slips.xlsx", "--reason", "停电", "--preview"]);
    assert_eq!(
        (code, &preview["preview"], &preview["entered"]),
        (0, &json!(true), &json!(3))
    );
    assert_eq!(queue(), 0, "a preview enters nothing");
    let (code, done) = import(&hall, &words);
    assert_eq!(
        (code, &done["entered"], &done["again"]),
        (0, &json!(3), &json!(0)),
        "{done}"
    );
    assert_eq!(done["slips"][0]["inquiry"], "20260407-0001");
    let first = hall.json_at(NOW, &["show", "20260407-0001"]);
    assert_eq!(first["received_at"], "2026-04-03T10:20:00+08:00");
    assert_eq!(first["back_entry"], true);
    let said = first.to_string();
    assert!(said.contains("停电（纸单 12）"), "{said}");
    let third = hall.json_at(NOW, &["show", "20260407-0003"]);
    assert_eq!(third["holder"]["staff"], "2003", "{third}");
    let (code, again) = import(&hall, &["slips.xlsx", "--reason", "又一次"]);
    assert_eq!(
        (code, &again["entered"], &again["again"]),
        (0, &json!(0), &json!(3))
    );
    let mut more = slips();
    more.row(&[
        "2026-04-03 15:00",
        "赵六",
        "",
        "",
        "",
        "问时间",
        "",
        "",
        "",
        "",
        "",
        "15",
    ]);
    hall.file("more.csv", more.csv());
    let (code, added) = import(&hall, &["more.csv", "--reason", "停电"]);
    assert_eq!(
        (code, &added["entered"], &added["again"]),
        (0, &json!(1), &json!(3)),
        "{added}"
    );
    assert_eq!(hall.json_at(NOW, &["audit", "verify"])["ok"], true);
}

#[test]
fn act_does_the_same_with_the_commands_of_the_preview() {
    let hall = Hall::sandbox();
    hall.file("slips.xlsx", workbook(&[&slips()]));
    let (_, preview) = import(&hall, &["slips.xlsx", "--reason", "停电", "--preview"]);
    let commands: Vec<String> = preview["slips"]
        .as_array()
        .unwrap()
        .iter()
        .map(|slip| slip["command"].to_string())
        .collect();
    let commands: Vec<&str> = commands.iter().map(String::as_str).collect();
    let (code, done) = hall.act("1001", NOW, &commands);
    assert_eq!(code, 0, "{done:?}");
    let (_, again) = import(&hall, &["slips.xlsx", "--reason", "停电"]);
    assert_eq!((&again["entered"], &again["again"]), (&json!(0), &json!(3)));
}

#[test]
fn every_fault_stands_at_its_cell_and_nothing_is_entered() {
    let hall = Hall::sandbox();
    let mut sheet = slips();
    sheet.set(2, "收到时间", "昨天上午");
    sheet.set(2, "首问人", "王芳");
    sheet.set(3, "方式", "飞鸽");
    sheet.set(4, "转给", "无此人");
    hall.file("slips.csv", sheet.csv());
    let (code, found) = import(&hall, &["slips.csv", "--reason", "停电"]);
    assert_eq!(code, 3);
    let at = |row, column: &str, code: &str| {
        ("补录".to_owned(), row, column.to_owned(), code.to_owned())
    };
    assert_eq!(
        places(&found["errors"]),
        [
            at(2, "首问人", "others_slip"),
            at(2, "收到时间", "not_a_time"),
            at(3, "方式", "unknown_word"),
            at(4, "转给", "unknown_staff"),
        ]
    );
    let (_, found) = import(&hall, &["slips.csv"]);
    assert!(
        places(&found["errors"]).contains(&at(3, "补录原因", "empty")),
        "{found}"
    );
    assert_eq!(hall.json_at(NOW, &["queue"]), json!([]));
}

#[test]
fn what_the_rules_refuse_stands_at_its_cell_too() {
    let hall = Hall::sandbox();
    let mut sheet = slips();
    sheet.set(3, "答复", "不知道");
    sheet.set(4, "收到时间", "2026-05-01 09:00");
    sheet.row(&[
        "2026-04-03 16:00",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
    ]);
    sheet.row(&[
        "2026-04-03 16:30",
        "张三",
        "13800000000",
        "",
        "sw-fapiao",
        "再问",
        "",
        "",
        "",
        "",
        "",
        "",
    ]);
    hall.file("slips.csv", sheet.csv());
    let (code, found) = import(&hall, &["slips.csv", "--reason", "停电"]);
    assert_eq!(code, 3);
    let at = |row, column: &str, code: &str| {
        ("补录".to_owned(), row, column.to_owned(), code.to_owned())
    };
    let found = places(&found["errors"]);
    assert!(found.contains(&at(4, "收到时间", "in_future")), "{found:?}");
    assert!(found.contains(&at(5, "来人", "empty_field")), "{found:?}");
    assert!(found.contains(&at(6, "电话", "duplicate")), "{found:?}");
    assert_eq!(hall.json_at(NOW, &["queue"]), json!([]), "all or nothing");
    sheet.rows.truncate(2);
    sheet.row(&[
        "2026-04-03 16:30",
        "张三",
        "13800000000",
        "",
        "sw-fapiao",
        "再问",
        "",
        "",
        "",
        "",
        "",
        "",
    ]);
    hall.file("twice.csv", sheet.csv());
    assert_eq!(import(&hall, &["twice.csv", "--reason", "停电"]).0, 3);
    let (code, done) = import(
        &hall,
        &["twice.csv", "--reason", "停电", "--confirm", "duplicate"],
    );
    assert_eq!((code, &done["entered"]), (0, &json!(2)), "{done}");
}

#[test]
fn the_blank_sheet_is_understood_when_it_is_filled_in() {
    let hall = Hall::sandbox();
    assert_eq!(hall.told(&["slips", "template", "blank.xlsx"]).0, 0);
    let (code, found) = import(&hall, &["blank.xlsx", "--reason", "停电"]);
    assert_eq!(code, 3);
    assert_eq!(found["errors"][0]["code"], "no_rows");
    assert_eq!(found["warnings"], json!([]), "every column of it is known");
    assert_eq!(
        hall.told(&["slips", "template", "blank.xlsx"]).0,
        4,
        "it is there"
    );
}

#[test]
fn a_real_register_asks_who_and_other_files_are_not_looked_into() {
    let hall = Hall::real();
    hall.file("slips.csv", slips().csv());
    hall.file("pepper", "secret");
    assert_eq!(
        hall.told(&["slips", "import", "slips.csv", "--reason", "x"])
            .0,
        2
    );
    let (code, _, err) = hall.told(&["slips", "import", "pepper", "--as", "1001", "--reason", "x"]);
    assert_eq!(code, 2);
    assert!(!err.contains("secret"), "{err}");
    assert!(lines("").is_empty());
}
