//! `shouwen init`, `staff`, `act`, `schema`: making a register and acting on it.

use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

use crate::cli_kit::{Hall, json, lines, status, told};
use serde_json::Value;

const FRIDAY: &str = "2026-04-03T16:50:00+08:00";
const TUESDAY: &str = "2026-04-07T09:50:00+08:00";

const REGISTER: &str = r#"{"register":{"channel":"visit","visitor":{"name":"张三","phone":"13800000000","unit":""},"matter":"sw-fapiao","words":"首次领用","urgent":false}}"#;
const HAND_OFF: &str =
    r#"{"hand_off":{"inquiry":"20260403-0001","department":"税政科","staff":"2003"}}"#;

#[test]
fn a_visitor_is_registered_handed_off_signed_for_answered_and_closed() {
    let hall = Hall::sandbox();
    let (code, done) = hall.act("1001", FRIDAY, &[REGISTER, HAND_OFF]);
    assert_eq!(code, 0);
    assert_eq!(done[0]["inquiry"], "20260403-0001");
    assert_eq!(done[0]["events"][0]["kind"], "registered");
    let started = &done[1]["events"][2];
    assert_eq!(started["clock"], "D9-T2");
    assert_eq!(started["due"], "2026-04-07T17:30:00+08:00");
    let (code, _) = hall.act(
        "2003",
        TUESDAY,
        &[
            r#"{"sign_for":{"inquiry":"20260403-0001","leg":1}}"#,
            r#"{"answer":{"inquiry":"20260403-0001","text":"请先做票种核定"}}"#,
        ],
    );
    assert_eq!(code, 0);
    let (code, done) = hall.act(
        "1001",
        TUESDAY,
        &[r#"{"close":{"inquiry":"20260403-0001"}}"#],
    );
    assert_eq!((code, &done[0]["refused"]), (3, &"untold".into()));
    let told = r#"{"close":{"inquiry":"20260403-0001","contact":{"how":"phone","who":"张三"}}}"#;
    let (code, done) = hall.act("1001", TUESDAY, &[told]);
    assert_eq!(code, 0, "{done:?}");
    assert!(!done[0].to_string().contains("张三"), "{done:?}");
}

#[test]
fn nothing_private_is_printed_with_the_events() {
    let hall = Hall::sandbox();
    let (_, done) = hall.act("1001", FRIDAY, &[REGISTER]);
    let printed = done[0].to_string();
    assert!(!printed.contains("张三") && !printed.contains("13800000000"));
    assert!(!printed.contains("首次领用"));
}

#[test]
fn a_refused_command_does_not_stop_the_rest_and_the_worst_status_counts() {
    let hall = Hall::sandbox();
    let (code, done) = hall.act(
        "1001",
        FRIDAY,
        &[
            r#"{"close":{"inquiry":"20260403-0001"}}"#,
            "{half a line",
            REGISTER,
            r#"{"register":{"visitor":{"name":""},"words":"x"}}"#,
        ],
    );
    assert_eq!(code, 3);
    assert_eq!(done[0]["refused"], "unknown_inquiry");
    assert!(done[1]["error"].is_string(), "{}", done[1]);
    assert_eq!(done[2]["inquiry"], "20260403-0001");
    assert_eq!(done[3]["refused"], "empty_field");
    assert_eq!(done[3]["field"], "visitor.name");
    assert!(done[3]["message"].as_str().unwrap().contains("姓名"));
}

#[test]
fn malformed_unknown_and_wrongly_typed_are_wrong_usage() {
    let hall = Hall::sandbox();
    for command in [
        "[]",
        r#"{"regsiter":{}}"#,
        r#"{"register":{"visitr":{}}}"#,
        r#"{"sign_for":{"inquiry":"20260403-0001","leg":"one"}}"#,
        r#"{"close":{"inquiry":"1"},"answer":{"inquiry":"1"}}"#,
        "{}",
    ] {
        let (code, done) = hall.act("1001", FRIDAY, &[command]);
        assert_eq!(code, 2, "{command}");
        assert_eq!(done.len(), 1);
        assert!(done[0]["error"].is_string(), "{command}");
    }
    assert_eq!(hall.told(&["act", REGISTER]).0, 2, "nobody acts");
}

#[test]
fn a_question_is_answered_beforehand_with_confirm() {
    let hall = Hall::sandbox();
    hall.act("1001", FRIDAY, &[REGISTER]);
    let (code, done) = hall.act("1001", FRIDAY, &[REGISTER]);
    assert_eq!((code, &done[0]["refused"]), (3, &"duplicate".into()));
    let confirmed = REGISTER.replace(r#"{"register""#, r#"{"confirm":["duplicate"],"register""#);
    let (code, done) = hall.act("1001", FRIDAY, &[&confirmed]);
    assert_eq!((code, &done[0]["inquiry"]), (0, &"20260403-0002".into()));
}

#[test]
fn a_request_sent_again_returns_the_first_result() {
    let hall = Hall::sandbox();
    let once = REGISTER.replace(r#"{"register""#, r#"{"request":"draft-7","register""#);
    let (_, first) = hall.act("1001", FRIDAY, &[&once]);
    let (code, again) = hall.act("1001", FRIDAY, &[&once]);
    assert_eq!(code, 0);
    assert_eq!(first[0]["inquiry"], again[0]["inquiry"]);
    assert_eq!(first[0]["events"], again[0]["events"]);
}

#[test]
fn each_line_is_answered_after_its_commit_while_the_input_stays_open() {
    let hall = Hall::sandbox();
    let prepared = hall.shouwen(&["act", "--as", "1001", "--now", FRIDAY]);
    let mut command = std::process::Command::new(prepared.get_program());
    command.args(prepared.get_args());
    for (name, value) in prepared.get_envs() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    writeln!(input, "{REGISTER}\n").unwrap();
    let answer: Value = serde_json::from_str(&answers.next().unwrap().unwrap()).unwrap();
    assert_eq!(answer["inquiry"], "20260403-0001");
    let found = hall.json_at(FRIDAY, &["find", "20260403-0001"]);
    assert_eq!(found[0]["number"], "20260403-0001");
    writeln!(input, "{HAND_OFF}").unwrap();
    assert!(answers.next().unwrap().unwrap().contains("handed_off"));
    drop(input);
    assert!(child.wait().unwrap().success());
}

#[test]
fn someone_unknown_is_refused_on_a_sandbox() {
    let hall = Hall::sandbox();
    let (code, done) = hall.act("9999", FRIDAY, &[REGISTER]);
    assert_eq!((code, &done[0]["refused"]), (3, &"unknown_staff".into()));
}

#[test]
fn a_real_register_asks_for_the_pin_and_lives_in_real_time() {
    let hall = Hall::real();
    let pin = hall.file("pin", "135790\n");
    let act = |staff: &str, file: Option<&std::path::Path>, now: Option<&str>| {
        let mut command = hall.shouwen(&["act", "--as", staff, REGISTER]);
        if let Some(file) = file {
            command.env("SHOUWEN_PIN_FILE", file);
        }
        if let Some(now) = now {
            command.args(["--now", now]);
        }
        let (code, out, _) = told(&mut command);
        (code, lines(&out))
    };
    assert_eq!(act("1001", Some(&pin), None).0, 0);
    let (code, done) = act("1002", Some(&pin), None);
    assert_eq!((code, &done[0]["refused"]), (3, &"sign_in".into()));
    let (code, done) = act("1001", Some(&pin), Some(FRIDAY));
    assert_eq!((code, &done[0]["refused"]), (3, &"forged_time".into()));
    let missing = hall.path("no-pin");
    assert_eq!(act("1001", Some(&missing), None).0, 2);
}

#[test]
fn keys_stand_apart_from_the_register() {
    let hall = Hall::real();
    let state = hall.path("state");
    let id = std::fs::read_dir(state.join("shouwen"))
        .unwrap()
        .next()
        .unwrap()
        .unwrap();
    assert_eq!(std::fs::read(id.path().join("pepper")).unwrap().len(), 32);
    assert!(!hall.path("pepper").exists());
}

#[test]
fn making_a_register_says_what_is_wrong_and_leaves_nothing_half_done() {
    let hall = Hall::empty();
    let init = |words: &[&str]| {
        let mut all = vec!["init", "--lang", "zh"];
        all.extend(words);
        hall.told(&all)
    };
    let (code, _, err) = init(&["--rulebook", "harbour", "--office", "某局"]);
    assert_eq!(code, 2);
    assert!(
        err.contains("tax") && err.contains("service-centre"),
        "{err}"
    );
    let (code, _, err) = init(&["--rulebook", "tax", "--office", " "]);
    assert_eq!(code, 3);
    assert!(err.contains("单位名称"), "{err}");
    assert_eq!(init(&["--office", "某局"]).0, 2);
    let (code, _, err) = init(&[
        "--rulebook",
        "tax",
        "--office",
        "某局",
        "--staff",
        "no.toml",
    ]);
    assert_eq!(code, 2);
    assert!(err.contains("no.toml"), "{err}");
    hall.file("bad.toml", "[[staff]]\nnumber = \"1\"\nnmae = \"x\"\n");
    let (code, _, err) = init(&[
        "--rulebook",
        "tax",
        "--office",
        "某局",
        "--staff",
        "bad.toml",
    ]);
    assert_eq!(code, 3);
    assert!(
        err.contains("bad.toml 第 3 行") && err.contains("nmae"),
        "{err}"
    );
    assert_eq!(
        init(&["--rulebook", "tax", "--office", "某局", "--now", FRIDAY]).0,
        3
    );
    assert!(!hall.db().exists());
    let (code, _, err) = init(&["--rulebook", "tax", "--office", "某局"]);
    assert_eq!(code, 0);
    assert!(err.contains("staff import"), "{err}");
    let (code, _, err) = init(&["--rulebook", "tax", "--office", "某局"]);
    assert_eq!(code, 4);
    assert!(err.contains("已经存在"), "{err}");
}

#[test]
fn a_broken_rulebook_file_is_named_with_its_line() {
    let hall = Hall::empty();
    hall.file("own.toml", "id = \"own\"\nverison = \"1\"\n");
    let (code, _, err) = hall.told(&["init", "--rulebook", "own.toml", "--office", "某局"]);
    assert_eq!(code, 3);
    assert!(err.contains("own.toml 第 2 行"), "{err}");
}

#[test]
fn an_own_rulebook_can_be_exported_changed_and_used() {
    let hall = Hall::empty();
    assert_eq!(hall.told(&["rulebook", "export", "tax", "own.toml"]).0, 0);
    let text = std::fs::read_to_string(hall.path("own.toml")).unwrap();
    hall.file("own.toml", text.replacen("id = \"tax\"", "id = \"own\"", 1));
    assert_eq!(hall.told(&["rulebook", "check", "own.toml"]).0, 0);
    let words = [
        "init",
        "--json",
        "--rulebook",
        "own.toml",
        "--office",
        "某局",
    ];
    let (code, out, _) = hall.told(&words);
    assert_eq!(code, 0);
    let made: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(made["rulebook"], "own");
    assert_eq!(made["sandbox"], false);
}

#[test]
fn a_pin_is_drawn_once_for_those_who_bring_none() {
    let hall = Hall::real();
    let (gb, _, _) =
        encoding_rs::GB18030.encode("number,name,department,roles\n3001,赵敏,办税服务厅,clerk\n");
    hall.file("more.csv", &gb);
    let (code, out, err) = hall.told(&["staff", "import", "more.csv", "--json"]);
    assert_eq!(code, 0, "{err}");
    let people: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(people[0]["name"], "赵敏");
    let pin = people[0]["one_time_pin"].as_str().unwrap().to_owned();
    let file = hall.file("pin", &pin);
    let mut act = hall.shouwen(&["act", "--as", "3001", REGISTER]);
    assert_eq!(told(act.env("SHOUWEN_PIN_FILE", &file)).0, 0);
    let (_, out, _) = hall.told(&["staff", "import", "more.csv", "--json"]);
    let people: Value = serde_json::from_str(&out).unwrap();
    assert!(
        people[0].get("one_time_pin").is_none(),
        "it keeps the one it has"
    );
    let (code, out, _) = hall.told(&["staff", "pin", "3001", "--json"]);
    assert_eq!(code, 0);
    assert!(out.contains("one_time_pin"));
    let mut act = hall.shouwen(&["act", "--as", "3001", REGISTER]);
    assert_eq!(
        told(act.env("SHOUWEN_PIN_FILE", &file)).0,
        3,
        "the old one is gone"
    );
}

#[test]
fn staff_are_listed_and_shown() {
    let hall = Hall::sandbox();
    let all = hall.json_at(FRIDAY, &["staff", "list"]);
    assert_eq!(all.as_array().unwrap().len(), 3);
    assert_eq!(all[0]["roles"], serde_json::json!(["clerk", "admin"]));
    let one = hall.json_at(FRIDAY, &["staff", "show", "2003"]);
    assert_eq!(one["department"], "税政科");
    let (code, out, _) = hall.told(&["staff", "show", "9999", "--json"]);
    assert_eq!(code, 3);
    assert!(out.contains("unknown_staff"));
    let (_, out, _) = hall.told(&["staff", "list", "--lang", "en"]);
    assert!(out.contains("number") && out.contains("handler"), "{out}");
}

#[test]
fn only_an_admin_changes_staff_by_name() {
    let hall = Hall::sandbox();
    hall.file(
        "more.csv",
        "number,name,department,roles\n3001,赵敏,办税服务厅,clerk\n",
    );
    let import = |staff: &str| {
        hall.told(&[
            "staff", "import", "more.csv", "--as", staff, "--now", FRIDAY,
        ])
        .0
    };
    assert_eq!(import("1002"), 3);
    assert_eq!(import("1001"), 0);
}

#[test]
fn the_schema_names_every_command() {
    let schema = json(&["schema"]).to_string();
    for name in [
        "register",
        "hand_off",
        "sign_for",
        "handover_sign",
        "record_staff",
        "confirm",
    ] {
        assert!(schema.contains(name), "{name}");
    }
}

#[test]
fn what_cannot_be_used_as_a_register_is_said_and_left_alone() {
    let hall = Hall::empty();
    let file = hall.file("text.db", "no register at all, only some text in a file");
    let read = |path: &std::path::Path| status(&["queue", "--db", path.to_str().unwrap()]);
    let (code, _, err) = read(&file);
    assert_eq!(code, 4);
    assert!(err.contains("不是本程序的登记簿"), "{err}");
    let (code, _, err) = read(&hall.path("nowhere.db"));
    assert_eq!(code, 4);
    assert!(err.contains("没有登记簿"), "{err}");
    assert!(
        std::fs::read_to_string(&file)
            .unwrap()
            .starts_with("no register")
    );
}

#[cfg(unix)]
#[test]
fn what_cannot_be_saved_is_said_and_nothing_is_changed() {
    let hall = Hall::sandbox();
    let prepared = hall.shouwen(&["act", "--as", "1001", "--now", FRIDAY, REGISTER]);
    let mut limited = std::process::Command::new("sh");
    limited.args(["-c", "ulimit -f 1 && exec \"$@\"", "sh"]);
    limited
        .arg(prepared.get_program())
        .args(prepared.get_args());
    for (name, value) in prepared.get_envs() {
        match value {
            Some(value) => limited.env(name, value),
            None => limited.env_remove(name),
        };
    }
    let output = limited.output().unwrap();
    assert_eq!(output.status.code(), Some(4), "{output:?}");
    let said = lines(&String::from_utf8(output.stdout).unwrap());
    assert_eq!(said[0]["error"], "not_saved");
    assert!(!output.stderr.is_empty());
    let found = hall.json_at(FRIDAY, &["find", "20260403-0001"]);
    assert_eq!(found, serde_json::json!([]));
    assert_eq!(hall.json_at(FRIDAY, &["audit", "verify"])["ok"], true);
}
