//! What a hostile or careless sender puts into the command line comes to nothing.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use crate::cli_kit::{Hall, json, status};
use rstest::rstest;
use serde_json::{Value, json};

const FRIDAY: &str = "2026-04-03T16:50+08:00";

fn register(change: &Value) -> Value {
    let mut command = json!({
        "channel": "visit",
        "visitor": {"name": "张三", "phone": "13800000000"},
        "matter": "sw-fapiao",
        "words": "首次领用",
    });
    for (key, value) in change.as_object().unwrap() {
        command[key] = value.clone();
    }
    json!({ "register": command })
}

fn acted(hall: &Hall, command: &Value) -> (i32, Value) {
    let (code, mut done) = hall.act("1001", FRIDAY, &[&command.to_string()]);
    assert_eq!(done.len(), 1, "one line for one command");
    (code, done.remove(0))
}

#[test]
fn the_seconds_of_a_time_may_be_left_out() {
    let due = json(&["due", "--json", "--limit", "1wd", "--from", FRIDAY]);
    assert_eq!(due["due"], "2026-04-07T17:30:00+08:00");
}

#[rstest]
#[case::far_past("0000-01-01T00:00:00+08:00")]
#[case::far_future("9999-12-31T23:59:00Z")]
#[case::far_past_day("0001-01-01")]
fn a_time_that_no_calendar_reaches_is_none(#[case] from: &str) {
    let (code, _, err) = status(&["due", "--limit", "1wd", "--from", from]);
    assert_eq!(code, 2, "{err}");
    let hall = Hall::sandbox();
    let late = register(&json!({"received_at": from, "late_reason": "旧单"}));
    let (code, line) = acted(&hall, &late);
    assert_eq!((code, &line["refused"]), (3, &json!("time_malformed")));
}

#[rstest]
#[case::form(json!({"register": ["visit"]}))]
#[case::nothing(json!({"register": []}))]
#[case::visitor(register(&json!({"visitor": ["张三", "13800000000"]})))]
#[case::route(register(&json!({"route": {"hand_off": ["税政科", "2003"]}})))]
#[case::answer(json!({"answer": ["20260403-0001", "好"]}))]
#[case::invalid(json!({"notify": {"inquiry": "20260403-0001", "invalid": [[1, "旧"]]}}))]
fn a_list_in_place_of_a_form_is_wrong_usage(#[case] command: Value) {
    let (code, line) = acted(&Hall::sandbox(), &command);
    assert_eq!((code, &line["error"]), (2, &json!("malformed")), "{line}");
}

#[rstest]
#[case::zero_width("\u{200b}", "visitor.name")]
#[case::control("\0\u{1b}", "visitor.name")]
#[case::direction("\u{202e} ", "visitor.name")]
fn a_name_of_which_nothing_can_be_seen_is_empty(#[case] name: &str, #[case] field: &str) {
    let command = register(&json!({"visitor": {"name": name}}));
    let (code, line) = acted(&Hall::sandbox(), &command);
    assert_eq!(
        (code, &line["refused"], &line["field"]),
        (3, &json!("empty_field"), &json!(field))
    );
}

#[rstest]
#[case("+")]
#[case("- -")]
#[case("138abc")]
fn a_phone_without_a_number_is_refused(#[case] phone: &str) {
    let command = register(&json!({"visitor": {"name": "张三", "phone": phone}}));
    let (code, line) = acted(&Hall::sandbox(), &command);
    assert_eq!((code, &line["refused"]), (3, &json!("phone_malformed")));
}

#[test]
fn a_late_entry_asks_once_and_takes_yes_for_an_answer() {
    let hall = Hall::sandbox();
    let mut command = register(&json!({"received_at": "2026-04-03T10:00+08:00"}));
    let (code, line) = acted(&hall, &command);
    assert_eq!((code, &line["refused"]), (3, &json!("late_entry")));
    command["confirm"] = json!(["late_entry"]);
    let (code, line) = acted(&hall, &command);
    assert_eq!(code, 0, "{line}");
    assert_eq!(line["events"][0]["back_entry"], true);
}

#[test]
fn two_commands_with_an_empty_request_are_not_taken_for_one() {
    let hall = Hall::sandbox();
    for request in ["", " ", "\u{200b}"] {
        let mut command = register(&json!({}));
        command["request"] = json!(request);
        let (code, line) = acted(&hall, &command);
        assert_eq!((code, &line["field"]), (3, &json!("request")), "{line}");
    }
    let mut command = register(&json!({}));
    command["request"] = json!("长".repeat(10_000));
    let (code, line) = acted(&hall, &command);
    assert_eq!((code, &line["refused"]), (3, &json!("too_long")));
}

const EVIL: &str = "张\u{1b}[2J三\u{202e}\u{9b}2J\u{7}\u{200b}";

fn clean(said: &str) -> bool {
    !said
        .chars()
        .any(|c| (c.is_control() && c != '\n') || "\u{202e}\u{200b}".contains(c))
}

#[test]
fn stored_text_never_steers_a_terminal() {
    let hall = Hall::sandbox();
    let command = register(&json!({
        "visitor": {"name": EVIL, "phone": "13800000000", "unit": EVIL},
        "words": "问\u{1b}]0;x\u{7}\u{202e}",
    }));
    let (code, line) = acted(&hall, &command);
    assert_eq!(code, 0);
    let number = line["inquiry"].as_str().unwrap();
    for words in [
        vec!["queue"],
        vec!["--json", "queue"],
        vec!["show", number],
        vec!["--json", "show", number],
        vec!["explain", number],
        vec!["find", "三"],
        vec!["--json", "find", "三"],
    ] {
        let (code, out, err) = hall.told_at(FRIDAY, &words);
        assert_eq!(code, 0, "{err}");
        assert!(clean(&out) && clean(&err), "{words:?}: {out:?} {err:?}");
    }
    let shown = hall.json_at(FRIDAY, &["show", number]);
    assert!(shown["words"].as_str().unwrap().contains('\u{1b}'));
}

#[test]
fn what_is_typed_wrong_never_steers_the_terminal_that_hears_of_it() {
    let hall = Hall::sandbox();
    for words in [
        vec!["show", EVIL],
        vec!["notice", EVIL],
        vec!["queue", "--view", EVIL],
        vec!["queue", "--view", "mine", "--as", EVIL],
        vec!["due", "--limit", EVIL, "--from", "2026-04-03"],
        vec!["rulebook", "check", EVIL],
        vec!["--lang", EVIL, "queue"],
        vec![EVIL],
    ] {
        let (code, out, err) = hall.told(&words);
        assert!(code == 2 || code == 3, "{words:?}: {code}");
        assert!(!err.is_empty() && clean(&out) && clean(&err), "{err:?}");
    }
    let (code, out, err) = hall.told(&["act", "--as", "1001", &json!({EVIL: {}}).to_string()]);
    assert_eq!(code, 2);
    assert!(clean(&out) && clean(&err), "{out:?} {err:?}");
}

#[test]
fn a_megabyte_is_not_thrown_back() {
    let hall = Hall::sandbox();
    let long = "1".repeat(1_000_000);
    for command in [
        json!({"answer": {"inquiry": long, "text": "好"}}),
        json!({ long.clone(): {} }),
    ] {
        let mut told = hall.shouwen(&["act", "--as", "1001"]);
        told.write_stdin(command.to_string());
        let (code, out, err) = crate::cli_kit::told(&mut told);
        assert!(code == 2 || code == 3);
        assert!(out.len() < 10_000 && err.len() < 10_000);
    }
}

#[rstest]
#[case::control("1003", "王\\u001b[2J五")]
#[case::invisible("1003", "\\u200b")]
#[case::spaces("10 03", "王五")]
#[case::line("1003\\n", "王\\n五")]
fn a_person_whom_nobody_could_name_is_not_taken_in(#[case] number: &str, #[case] name: &str) {
    let hall = Hall::sandbox();
    let person = |number: &str, name: &str| {
        format!(
            "[[staff]]\nnumber = \"{number}\"\nname = \"{name}\"\ndepartment = \"办税服务厅\"\n\
             roles = [\"clerk\"]\n"
        )
    };
    let text = person("1009", "赵六") + &person(number, name);
    hall.file("more.toml", text);
    let (code, _, err) = hall.told(&["staff", "import", "more.toml"]);
    assert_eq!(code, 3, "{err}");
    assert!(
        err.contains("more.toml") && err.contains('6') && clean(&err),
        "{err}"
    );
    let (_, out, _) = hall.told(&["staff", "list"]);
    assert!(!out.contains("赵六"), "nothing is half imported");
}

#[cfg(unix)]
#[test]
fn what_must_stay_private_is_for_the_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let hall = Hall::real();
    let mode =
        |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&hall.db()), 0o600);
    assert_eq!(mode(&hall.path("register.db.lock")), 0o600);
    let state = hall.path("state/shouwen");
    let own = std::fs::read_dir(&state)
        .unwrap()
        .next()
        .unwrap()
        .unwrap()
        .path();
    for directory in [&state, &own] {
        assert_eq!(mode(directory), 0o700, "{}", directory.display());
    }
    assert_eq!(mode(&own.join("pepper")), 0o600);
    let left = std::fs::read_dir(&own).unwrap().count();
    assert_eq!(left, 1, "nothing but the pepper");
    assert!(!hall.dir.path().join("pepper").exists());
}

#[test]
fn a_lost_key_file_is_named_and_no_try_is_counted() {
    let hall = Hall::real();
    hall.file("pin", "135790");
    for _ in 0..6 {
        let mut act = hall.shouwen(&["--lang", "en", "act", "--as", "1001", "{\"close\":{}}"]);
        act.env("SHOUWEN_PIN_FILE", hall.path("pin"));
        act.env("XDG_STATE_HOME", hall.path("elsewhere"));
        let (code, _, err) = crate::cli_kit::told(&mut act);
        assert_eq!(code, 4, "{err}");
        assert!(err.contains("pepper"), "{err}");
    }
    assert!(!hall.path("elsewhere").exists(), "no other key is made");
    let mut act = hall.shouwen(&["act", "--as", "1001", "{\"close\":{}}"]);
    act.env("SHOUWEN_PIN_FILE", hall.path("pin"));
    let (code, out, _) = crate::cli_kit::told(&mut act);
    assert_eq!(code, 3, "signed in, and the rules refuse: {out}");
    assert!(out.contains("empty_field"), "{out}");
}

#[test]
fn what_is_no_register_is_said_to_be_none_and_left_alone() {
    let hall = Hall::empty();
    std::fs::create_dir(hall.db()).unwrap();
    for words in [
        &["queue"][..],
        &["audit", "verify"],
        &["act", "--as", "1001", "{}"],
    ] {
        let mut command = hall.shouwen(words);
        command.args(["--lang", "en"]);
        let (code, _, err) = crate::cli_kit::told(&mut command);
        assert_eq!(code, 4, "{err}");
        assert!(err.contains("no register"), "{err}");
    }
}

#[test]
fn a_register_cut_short_does_not_verify() {
    let hall = Hall::sandbox();
    let whole = std::fs::read(hall.db()).unwrap();
    for keep in [whole.len() / 2, whole.len() - 8192] {
        std::fs::write(hall.db(), &whole[..keep]).unwrap();
        let (code, out, err) = hall.told(&["--json", "audit", "verify"]);
        assert_eq!(code, 5, "{err}");
        let said: Value = serde_json::from_str(&out).unwrap();
        assert_eq!(said["ok"], false);
    }
}

#[test]
fn a_register_that_could_not_be_made_leaves_nothing_behind() {
    let hall = Hall::empty();
    let (code, _, _) = hall.told(&["init", "--rulebook", "tax", "--office", " "]);
    assert_eq!(code, 3);
    hall.file("staff.toml", "[[staff]]\nnumber = \"1\"\n");
    let words = [
        "init",
        "--rulebook",
        "tax",
        "--office",
        "某局",
        "--staff",
        "staff.toml",
    ];
    let (code, _, _) = hall.told(&words);
    assert_eq!(code, 3);
    let names: Vec<_> = std::fs::read_dir(hall.dir.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(names, ["staff.toml"]);
}
