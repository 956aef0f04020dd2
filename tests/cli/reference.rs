//! Reference data and the rest: rulebook, catalog, calendar, completions, demo, help.

use crate::cli_kit::{Hall, json, shouwen, status, told};
use serde_json::Value;

const NOW: &str = "2026-04-07T10:42:00+08:00";

#[test]
fn rulebooks_are_listed_shown_and_exported() {
    let list = json(&["rulebook", "list", "--json"]);
    let ids: Vec<&str> = list
        .as_array()
        .unwrap()
        .iter()
        .map(|book| book["id"].as_str().unwrap())
        .collect();
    assert!(ids.contains(&"tax") && ids.contains(&"service-centre"));
    let tax = json(&["rulebook", "show", "tax", "--json"]);
    assert_eq!(tax["clocks"][0]["clause"]["document"], "D9");
    let (_, zh, _) = status(&["rulebook", "show", "tax", "--lang", "zh"]);
    assert!(zh.contains("D9-T2") && zh.contains("1 个工作日"), "{zh}");
    let (_, text, _) = status(&["rulebook", "export", "tax"]);
    assert!(text.contains("id = \"tax\""));
    assert_eq!(status(&["rulebook", "show", "harbour"]).0, 2);
    let hall = Hall::sandbox();
    assert_eq!(hall.json_at(NOW, &["rulebook", "show"])["id"], "tax");
}

#[test]
fn a_check_names_file_line_and_reason() {
    let hall = Hall::empty();
    hall.file("rules.toml", "id = \"own\"\nverison = \"1\"\n");
    hall.file("matters.toml", "id = \"own\"\nverison = \"1\"\n");
    hall.file(
        "days.toml",
        "id = \"cn-2027\"\nyear = 2027\n[[holiday]]\nzh = \"春节\"\nen = \"Spring Festival\"\n\
         from = 2027-02-06\nto = 2027-02-05\n",
    );
    for (kind, file, line) in [
        ("rulebook", "rules.toml", 2),
        ("catalog", "matters.toml", 2),
        ("calendar", "days.toml", 6),
    ] {
        let (code, out, _) = hall.told(&[kind, "check", file, "--json"]);
        assert_eq!(code, 3, "{kind}");
        let found: Value = serde_json::from_str(&out).unwrap();
        assert_eq!(found["errors"][0]["line"], line, "{found}");
        assert!(found["errors"][0]["message"].is_string());
        assert!(found["warnings"].is_array());
        let (_, out, _) = hall.told(&[kind, "check", file, "--lang", "zh"]);
        assert!(out.contains(&format!("{file} 第 {line} 行")), "{out}");
        let (code, _, err) = hall.told(&[kind, "check", "nowhere.toml"]);
        assert_eq!(code, 2);
        assert!(err.contains("nowhere.toml"), "{err}");
    }
}

#[test]
fn matters_are_listed_shown_exported_and_imported() {
    let hall = Hall::sandbox();
    let list = hall.json_at(NOW, &["catalog", "list"]);
    assert_eq!(list.as_array().unwrap().len(), 29);
    assert_eq!(list[0]["id"], "ga-idcard-renew");
    let shown = hall.json_at(NOW, &["catalog", "show", "fply"]);
    assert_eq!(shown["id"], "sw-fapiao");
    assert_eq!(hall.told(&["catalog", "export", "own.toml"]).0, 0);
    assert_eq!(
        hall.told(&["catalog", "export", "own.toml"]).0,
        4,
        "it is there"
    );
    let text = std::fs::read_to_string(hall.path("own.toml")).unwrap();
    assert_eq!(hall.told(&["catalog", "check", "own.toml"]).0, 0);
    hall.file(
        "own.toml",
        text.replacen("version = \"1\"", "version = \"2\"", 1),
    );
    let done = hall.json_at(NOW, &["catalog", "import", "own.toml"]);
    assert_eq!(done["version"], "2");
    assert_eq!(done["matters"], 29);
    let notice = hall.json_at(NOW, &["notice", "sw-fapiao"]);
    assert_eq!(notice["catalog"]["version"], "2");
    assert_eq!(hall.json_at(NOW, &["audit", "verify"])["ok"], true);
    hall.file("own.toml", "id = \"own\"\n");
    let (code, out, _) = hall.told(&["catalog", "import", "own.toml", "--json", "--now", NOW]);
    assert_eq!(code, 3);
    assert!(out.contains("errors"), "{out}");
    let notice = hall.json_at(NOW, &["notice", "sw-fapiao"]);
    assert_eq!(
        notice["catalog"]["version"], "2",
        "a faulty import changes nothing"
    );
    assert_eq!(
        hall.told(&[
            "catalog", "import", "own.toml", "--as", "1002", "--now", NOW
        ])
        .0,
        3
    );
}

#[test]
fn the_calendar_is_listed() {
    let list = Hall::sandbox().json_at(NOW, &["calendar", "list"]);
    let newest = list.as_array().unwrap().last().unwrap();
    assert_eq!(newest["id"], "cn-2026");
    assert_eq!(newest["days_off"][0]["date"], "2026-01-01");
}

#[test]
fn a_demonstration_is_made_and_lives_in_its_own_time() {
    let hall = Hall::empty();
    let (code, _, err) = hall.told(&["demo", "--into", "demo.db", "--inquiries", "60"]);
    assert_eq!(code, 0, "{err}");
    assert!(err.contains("60/60"), "{err}");
    let on = |words: &[&str]| {
        let mut all = vec!["--db", "demo.db", "--json"];
        all.extend(words);
        let (code, out, err) = told(&mut hall.shouwen(&all));
        assert_eq!(code, 0, "{err}");
        serde_json::from_str::<Value>(&out).unwrap()
    };
    assert_eq!(on(&["audit", "verify"])["ok"], true);
    assert!(!on(&["queue"]).as_array().unwrap().is_empty());
    let (code, out, _) = hall.told(&[
        "--db",
        "demo.db",
        "act",
        "--as",
        "1001",
        r#"{"register":{"visitor":{"name":"张三"},"matter":"sw-fapiao","words":"x"}}"#,
    ]);
    assert_eq!(code, 0, "{out}");
    assert!(out.contains("\"at\":\"2026-04-07T10:4"), "{out}");
    assert_eq!(
        hall.told(&["demo", "--into", "demo.db"]).0,
        4,
        "it is there"
    );
    assert_eq!(on(&["audit", "verify"])["ok"], true);
    assert_eq!(
        hall.told(&["demo", "--rulebook", "harbour", "--into", "x.db"])
            .0,
        2
    );
}

#[test]
fn shells_get_their_completion() {
    for shell in ["bash", "zsh", "fish"] {
        let (code, out, _) = status(&["completions", shell]);
        assert_eq!(code, 0);
        assert!(out.contains("shouwen"));
    }
    assert_eq!(status(&["completions", "dos"]).0, 2);
}

#[test]
fn help_speaks_both_languages() {
    let (code, zh, _) = status(&["--help", "--lang", "zh"]);
    assert_eq!(code, 0);
    assert!(zh.contains("推算到期日") && zh.contains("选项"), "{zh}");
    let (code, en, _) = status(&["due", "--help", "--lang", "en"]);
    assert_eq!(code, 0);
    assert!(en.contains("Compute when a limit ends"), "{en}");
}

#[test]
fn what_is_no_command_is_wrong_usage_in_the_persons_language() {
    let (code, _, err) = status(&["quene", "--lang", "zh"]);
    assert_eq!(code, 2);
    assert!(err.contains("quene") && err.contains("queue"), "{err}");
    let (code, _, err) = status(&["queue", "--veiw", "all", "--lang", "en"]);
    assert_eq!(code, 2);
    assert!(err.contains("--veiw") && err.contains("--view"), "{err}");
    let (code, _, err) = told(shouwen().args(["frob"]).env("SHOUWEN_LANG", "en"));
    assert_eq!(code, 2);
    assert!(err.contains("no subcommand"), "{err}");
}

#[test]
fn empty_variables_count_as_unset() {
    let mut command = shouwen();
    command.args(["due", "--limit", "1wd", "--from", "2026-04-03", "--json"]);
    for name in ["SHOUWEN_DB", "SHOUWEN_LANG", "SHOUWEN_NOW"] {
        command.env(name, "");
    }
    assert_eq!(told(&mut command).0, 0);
}

#[test]
fn a_reader_who_leaves_is_no_failure() {
    let mut child = std::process::Command::new(assert_cmd::cargo::cargo_bin("shouwen"))
        .arg("schema")
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    assert!(output.stderr.is_empty(), "{:?}", output.stderr);
}

#[test]
fn without_a_terminal_the_app_says_so() {
    let hall = Hall::sandbox();
    let mut command = hall.shouwen(&["--as", "1001"]);
    let output = command.write_stdin("").output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(!output.stderr.is_empty());
}
