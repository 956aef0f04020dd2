//! Reading from the command line: queue, show, explain, find, notice, handover, audit.

use crate::cli_kit::{Hall, status, told};
use serde_json::{Value, json};

const FRIDAY: &str = "2026-04-03T16:50:00+08:00";
const TUESDAY: &str = "2026-04-07T16:00:00+08:00";

/// One inquiry about invoices, handed to 税政科 on the Friday before a holiday.
fn handed_off() -> Hall {
    let hall = Hall::sandbox();
    let (code, done) = hall.act(
        "1001",
        FRIDAY,
        &[
            r#"{"register":{"channel":"visit","visitor":{"name":"张三","phone":"13800000000","unit":"甲公司"},"matter":"sw-fapiao","words":"我是张三,打13800000000找我","urgent":false}}"#,
            r#"{"hand_off":{"inquiry":"20260403-0001","department":"税政科","staff":"2003"}}"#,
        ],
    );
    assert_eq!(code, 0, "{done:?}");
    hall
}

#[test]
fn a_row_of_the_queue_has_its_promised_shape() {
    let hall = handed_off();
    let queue = hall.json_at(TUESDAY, &["queue", "--view", "unsigned"]);
    let row = &queue.as_array().unwrap()[0];
    for (name, value) in [
        ("number", json!("20260403-0001")),
        ("leg", json!(1)),
        ("visitor", json!("张*")),
        ("matter", json!("发票领用(首次票种核定)")),
        ("stage", json!("unsigned")),
        ("first", json!("1001")),
        ("clock", json!("D9-T2")),
        ("due", json!("2026-04-07T17:30:00+08:00")),
        ("remaining_s", json!(5400)),
        ("state", json!("soon")),
        ("provisional", json!(false)),
    ] {
        assert_eq!(row[name], value, "{name}");
    }
    assert_eq!(row["holder"]["department"], "税政科");
    assert_eq!(row["holder"]["staff"], "2003");
}

#[test]
fn within_includes_the_minute_of_its_end() {
    let hall = handed_off();
    let state = |now: &str| {
        let queue = hall.json_at(now, &["queue"]);
        (
            queue[0]["state"].clone(),
            queue[0]["remaining_s"].as_i64().unwrap(),
        )
    };
    assert_eq!(state(FRIDAY).0, "ok");
    assert_eq!(state("2026-04-07T17:30:59+08:00").0, "soon");
    assert_eq!(state("2026-04-07T17:31:00+08:00").0, "overdue");
    assert_eq!(
        state("2026-04-08T10:00:00+08:00"),
        ("overdue".into(), -3600)
    );
    let overdue = |now: &str| {
        let queue = hall.json_at(now, &["queue", "--view", "overdue"]);
        queue.as_array().unwrap().len()
    };
    assert_eq!(overdue("2026-04-07T17:30:30+08:00"), 0);
    assert_eq!(overdue("2026-04-07T17:31:00+08:00"), 1);
}

#[test]
fn a_view_is_someones_and_a_leg_without_a_clock_appears_once() {
    let hall = handed_off();
    let count = |words: &[&str]| hall.json_at(TUESDAY, words).as_array().unwrap().len();
    assert_eq!(count(&["queue", "--as", "2003"]), 1);
    assert_eq!(count(&["queue", "--as", "1002"]), 0);
    assert_eq!(count(&["queue", "--view", "first", "--as", "1001"]), 1);
    assert_eq!(count(&["queue", "--view", "department", "--as", "2003"]), 1);
    assert_eq!(count(&["queue", "--view", "today"]), 1);
    assert_eq!(count(&["queue", "--view", "visitor"]), 0);
    assert_eq!(hall.told(&["queue", "--view", "mine"]).0, 2);
    assert_eq!(hall.told(&["queue", "--view", "everything"]).0, 2);
    assert_eq!(hall.told(&["queue", "--as", "9999"]).0, 3);
    hall.act(
        "2003",
        TUESDAY,
        &[r#"{"answer":{"inquiry":"20260403-0001","text":"先核定票种"}}"#],
    );
    hall.act(
        "2003",
        TUESDAY,
        &[
            r#"{"sign_for":{"inquiry":"20260403-0001","leg":1}}"#,
            r#"{"answer":{"inquiry":"20260403-0001","text":"先核定票种"}}"#,
        ],
    );
    let queue = hall.json_at(TUESDAY, &["queue"]);
    assert_eq!(queue.as_array().unwrap().len(), 1, "{queue}");
    for name in ["clock", "due", "remaining_s"] {
        assert_eq!(queue[0][name], Value::Null, "{name}");
    }
}

#[test]
fn people_read_the_queue_in_their_language_with_names_covered() {
    let hall = handed_off();
    let (_, zh, _) = hall.told_at(TUESDAY, &["queue"]);
    assert!(
        zh.contains("张*") && zh.contains("待签收") && zh.contains("1时30分"),
        "{zh}"
    );
    let (_, en, _) = hall.told_at(TUESDAY, &["queue", "--lang", "en"]);
    assert!(en.contains("unsigned") && en.contains("1h30m"), "{en}");
    assert!(!zh.contains("张三") && !en.contains("张三"));
    let (_, plain, _) = hall.told_at(TUESDAY, &["queue", "--plain"]);
    assert!(plain.contains("20260403-0001\t1\t张*\t"), "{plain}");
}

#[test]
fn show_tells_legs_clocks_with_days_and_clause_and_the_timeline() {
    let hall = handed_off();
    let shown = hall.json_at(TUESDAY, &["show", "20260403-0001"]);
    assert_eq!(shown["stage"], "unsigned");
    assert_eq!(shown["legs"].as_array().unwrap().len(), 2);
    assert_eq!(shown["legs"][1]["holder"], "2003");
    let transfer = shown["clocks"]
        .as_array()
        .unwrap()
        .iter()
        .find(|clock| clock["clock"] == "D9-T2")
        .unwrap();
    assert_eq!(transfer["due"], "2026-04-07T17:30:00+08:00");
    assert_eq!(transfer["provisional"], false);
    assert_eq!(transfer["calendar"], "cn-2026");
    assert_eq!(transfer["clause"]["document"], "D9");
    assert_eq!(transfer["days"][0]["why"], "trigger day");
    assert_eq!(transfer["days"][1]["why"], "清明节");
    assert_eq!(transfer["days"][4]["counted"], true);
    let kinds: Vec<&str> = shown["timeline"]
        .as_array()
        .unwrap()
        .iter()
        .map(|event| event["kind"].as_str().unwrap())
        .collect();
    assert!(
        kinds.contains(&"registered") && kinds.contains(&"handed_off"),
        "{kinds:?}"
    );
    assert_eq!(shown["notices"], json!([]));
}

#[test]
fn what_is_read_without_a_pin_is_covered() {
    let hall = handed_off();
    for words in [
        vec!["show", "20260403-0001", "--json"],
        vec!["show", "20260403-0001"],
        vec!["find", "张三", "--json"],
        vec!["find", "张三"],
        vec!["explain", "20260403-0001"],
        vec!["queue", "--json"],
    ] {
        let (code, out, _) = hall.told_at(TUESDAY, &words);
        assert_eq!(code, 0, "{words:?}");
        assert!(
            !out.contains("张三") && !out.contains("13800000000"),
            "{words:?} {out}"
        );
        assert!(!out.trim().is_empty());
    }
}

#[test]
fn an_inquiry_is_found_by_number_name_tail_words_pinyin_and_initials() {
    let hall = handed_off();
    for text in ["20260403-0001", "张三", "zhangsan", "zs", "0000", "发票"] {
        let found = hall.json_at(TUESDAY, &["find", text]);
        assert_eq!(found[0]["number"], "20260403-0001", "{text}");
    }
    assert_eq!(hall.json_at(TUESDAY, &["find", "没有这个人"]), json!([]));
    assert_eq!(hall.json_at(TUESDAY, &["find", ""]), json!([]));
    assert_eq!(
        hall.json_at(TUESDAY, &["find", "张三", "--limit", "0"]),
        json!([])
    );
    let (_, out, _) = hall.told_at(TUESDAY, &["find", "nobody", "--lang", "en"]);
    assert!(out.contains("Nothing fits"), "{out}");
}

#[test]
fn explain_tells_day_zero_each_day_and_the_clause() {
    let hall = handed_off();
    let all = hall.json_at(TUESDAY, &["explain", "20260403-0001"]);
    assert!(all.as_array().unwrap().len() >= 2);
    let one = hall.json_at(TUESDAY, &["explain", "20260403-0001", "D9-T2"]);
    assert_eq!(one["due"], "2026-04-07T17:30:00+08:00");
    let (_, out, _) = hall.told_at(TUESDAY, &["explain", "20260403-0001", "D9-T2"]);
    assert!(out.contains("触发日") && out.contains("清明节") && out.contains("1个工作日内流转"));
    let (_, out, _) = hall.told_at(
        TUESDAY,
        &["explain", "20260403-0001", "D9-T2", "--lang", "en"],
    );
    assert!(
        out.contains("trigger day") && out.contains("Qingming"),
        "{out}"
    );
    let (code, out, _) = hall.told_at(TUESDAY, &["explain", "20260403-0001", "D9-T9", "--json"]);
    assert_eq!(code, 3);
    assert!(out.contains("clock_not_running"), "{out}");
}

#[test]
fn a_number_that_nobody_has_is_refused_in_the_persons_language() {
    let hall = handed_off();
    for word in ["show", "explain"] {
        let (code, out, err) = hall.told(&[word, "20260403-0099", "--json", "--lang", "en"]);
        assert_eq!(code, 3);
        let refused: Value = serde_json::from_str(&out).unwrap();
        assert_eq!(refused["refused"], "unknown_inquiry");
        assert!(err.contains("20260403-0099"), "{err}");
    }
}

#[test]
fn a_notice_lists_every_document_once_without_a_register() {
    let notice = |words: &[&str]| {
        let home = tempfile::tempdir().unwrap();
        let mut command = crate::cli_kit::shouwen();
        command
            .arg("notice")
            .args(words)
            .arg("--json")
            .env("HOME", home.path());
        command.env("XDG_DATA_HOME", home.path());
        let (code, out, _) = told(&mut command);
        (code, serde_json::from_str::<Value>(&out).unwrap())
    };
    let (code, list) = notice(&[
        "zr-realestate-transfer",
        "--when",
        "委托代理",
        "--have",
        "1,2",
    ]);
    assert_eq!(code, 0);
    let documents = list["documents"].as_array().unwrap();
    assert_eq!(documents.len(), 6);
    assert_eq!(documents[0]["number"], 1);
    assert_eq!(documents[0]["tick"], "brought");
    assert_eq!(documents[0]["missing"], false);
    assert_eq!(documents[5]["missing"], true);
    assert_eq!(documents[5]["when"], "agent");
    assert_eq!(list["missing"].as_array().unwrap().len(), 4);
    assert_eq!(list["catalog"]["id"], "cn-examples");
    assert_eq!(list["number"], Value::Null);
    let (code, list) = notice(&["fply"]);
    assert_eq!((code, &list["matter"]), (0, &json!("sw-fapiao")));
    for (words, refused) in [
        (vec!["no-such-matter"], "unknown_matter"),
        (vec!["sf"], "ambiguous_matter"),
        (
            vec!["sw-fapiao", "--when", "外星人"],
            "unknown_circumstance",
        ),
        (vec!["sw-fapiao", "--have", "99"], "unknown_document"),
    ] {
        let (code, said) = notice(&words);
        assert_eq!((code, &said["refused"]), (3, &json!(refused)), "{words:?}");
    }
    assert_eq!(status(&["notice", "sw-fapiao", "--have", "one"]).0, 2);
    assert_eq!(status(&["notice"]).0, 2);
}

#[test]
fn a_notice_is_printed_or_read_aloud() {
    let hall = Hall::sandbox();
    let words = ["notice", "zr-realestate-transfer", "--when", "agent"];
    let (_, out, _) = hall.told_at(TUESDAY, &words);
    assert!(
        out.contains("一次性告知单") && out.contains("授权委托书"),
        "{out}"
    );
    assert!(
        out.contains("某市税务局") && out.contains("2026-04-07"),
        "{out}"
    );
    let mut aloud = words.to_vec();
    aloud.extend(["--aloud", "--lang", "en"]);
    let (_, out, _) = hall.told_at(TUESDAY, &aloud);
    assert!(out.contains("still to bring"), "{out}");
}

#[test]
fn a_notice_is_recorded_with_a_number() {
    let hall = Hall::sandbox();
    hall.act(
        "1001",
        TUESDAY,
        &[r#"{"register":{"visitor":{"name":"张三"},"matter":"sw-fapiao","words":"x"}}"#],
    );
    let words = [
        "notice",
        "sw-fapiao",
        "--have",
        "1",
        "--issue",
        "20260407-0001",
    ];
    assert_eq!(hall.told_at(TUESDAY, &words).0, 2, "nobody issues it");
    let mut by = words.to_vec();
    by.extend(["--as", "1001"]);
    let told = hall.json_at(TUESDAY, &by);
    assert!(told["number"].as_str().unwrap().contains("2026"), "{told}");
    assert_eq!(told["inquiry"], "20260407-0001");
    let shown = hall.json_at(TUESDAY, &["show", "20260407-0001"]);
    assert_eq!(shown["notices"][0]["number"], told["number"]);
    assert_eq!(shown["stage"], "visitor");
    let mut more = by.clone();
    more[5] = "20260407-0099";
    assert_eq!(hall.told_at(TUESDAY, &more).0, 3);
}

#[test]
fn handovers_are_listed_and_printed() {
    let hall = Hall::sandbox();
    hall.act(
        "1001",
        TUESDAY,
        &[
            r#"{"register":{"visitor":{"name":"张三"},"matter":"sw-fapiao","words":"x"}}"#,
            r#"{"handover_open":{"to":"1002","notes":["印章一枚"]}}"#,
        ],
    );
    let list = hall.json_at(TUESDAY, &["handover", "list"]);
    assert_eq!(list[0]["handover"], "H20260407-01");
    assert_eq!(list[0]["open_items"], 2);
    let one = hall.json_at(TUESDAY, &["handover", "print", "H20260407-01"]);
    assert_eq!(one["items"][0]["inquiry"], "20260407-0001");
    let (_, sheet, _) = hall.told_at(TUESDAY, &["handover", "print", "H20260407-01"]);
    assert!(
        sheet.contains("交接班清单") && sheet.contains("印章一枚"),
        "{sheet}"
    );
    assert!(sheet.contains("交班人签字"), "{sheet}");
    assert_eq!(hall.told(&["handover", "print", "H1"]).0, 3);
}

#[test]
fn an_audit_finds_a_changed_fact() {
    let hall = handed_off();
    let whole = hall.json_at(TUESDAY, &["audit", "verify"]);
    assert_eq!(whole["ok"], true);
    assert!(whole["events"].as_i64().unwrap() > 5);
    let db = rusqlite::Connection::open(hall.db()).unwrap();
    db.execute_batch(
        "PRAGMA writable_schema = ON; \
         DELETE FROM sqlite_schema WHERE type = 'trigger'; \
         PRAGMA writable_schema = RESET;",
    )
    .unwrap();
    db.execute("UPDATE event SET actor = '1002' WHERE seq = 9", [])
        .unwrap();
    drop(db);
    let (code, out, _) = hall.told(&["audit", "verify", "--json"]);
    assert_eq!(code, 5);
    let broken: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(broken["ok"], false);
    assert_eq!(broken["differences"][0]["seq"], 9);
    let (code, out, err) = hall.told(&["audit", "verify", "--lang", "en"]);
    assert_eq!(code, 5);
    assert!(out.contains("Fact 9 was altered"), "{out}");
    assert!(err.contains("does not verify"), "{err}");
}

#[test]
fn a_newer_register_is_left_alone() {
    let hall = Hall::sandbox();
    let db = rusqlite::Connection::open(hall.db()).unwrap();
    db.pragma_update(None, "user_version", 9999).unwrap();
    drop(db);
    let (code, _, err) = hall.told(&["queue"]);
    assert_eq!(code, 4);
    assert!(err.contains("更新的版本"), "{err}");
}
