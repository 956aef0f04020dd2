//! Backing up while others work, going back, and checkpoints, by the real binary.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::cli_kit::{Hall, lines, told};
use serde_json::Value;

const NOW: &str = "2026-04-07T10:00:00+08:00";
const ASK: &str = r#"{"register":{"visitor":{"name":"张三"},"words":"如何领用发票"}}"#;

fn on(hall: &Hall, words: &[&str]) -> (i32, Value, String) {
    let (code, out, err) = told(hall.shouwen(words).arg("--json"));
    let value = serde_json::from_str(out.trim()).unwrap_or(Value::Null);
    (code, value, err)
}

fn files(hall: &Hall) -> Vec<String> {
    let mut all: Vec<String> = std::fs::read_dir(hall.dir.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| name.contains(".db"))
        .collect();
    all.sort();
    all
}

#[cfg(unix)]
fn mode(path: &Path) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    std::fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn a_backup_is_a_register_and_going_back_to_it_says_what_came_after() {
    let hall = Hall::sandbox();
    hall.act("1001", NOW, &[ASK]);
    let (code, made, err) = on(&hall, &["backup", "copy.db"]);
    assert_eq!(code, 0, "{err}");
    assert_eq!(made["verified"], true);
    assert!(err.contains("100%") || err.is_empty(), "{err}");
    #[cfg(unix)]
    assert_eq!(mode(&hall.path("copy.db")), 0o600);
    let copy = hall.json_at(NOW, &["queue", "--db", "copy.db"]);
    assert_eq!(copy.as_array().unwrap().len(), 1);

    let (_, after) = hall.act(
        "1001",
        NOW,
        &[
            ASK,
            r#"{"answer":{"inquiry":"20260407-0001","text":"可以"}}"#,
        ],
    );
    assert_eq!(after.len(), 2);
    let (code, back, err) = on(&hall, &["restore", "copy.db", "--now", NOW]);
    assert_eq!(code, 0, "{err}");
    assert_eq!(back["verified"], true);
    assert!(back["lost"]["events"].as_i64().unwrap() >= 2, "{back}");
    assert_eq!(
        back["lost"]["inquiries"],
        serde_json::json!(["20260407-0001", "20260407-0002"])
    );
    assert_eq!(hall.json_at(NOW, &["queue"]).as_array().unwrap().len(), 1);
    let audit = hall.json_at(NOW, &["audit", "verify"]);
    assert_eq!(audit["ok"], true);
    assert_eq!(
        audit["events"].as_i64().unwrap(),
        made["events"].as_i64().unwrap() + 1,
        "that it was restored is on record"
    );
    let kept = back["kept"].as_str().unwrap();
    assert_eq!(
        hall.json_at(NOW, &["audit", "verify", "--db", kept])["ok"],
        true
    );
    let both = hall.json_at(NOW, &["find", "202604", "--db", kept]);
    assert_eq!(both.as_array().unwrap().len(), 2, "what came after is kept");
    #[cfg(unix)]
    assert_eq!(mode(&hall.db()), 0o600);
    let (code, _) = hall.act("1001", NOW, &[ASK]);
    assert_eq!(code, 0, "work goes on");
    assert!(
        !files(&hall).iter().any(|name| name.contains("part")),
        "{:?}",
        files(&hall)
    );
}

#[test]
fn a_backup_never_takes_the_place_of_what_is_there_unasked() {
    let hall = Hall::sandbox();
    let (code, _, err) = on(&hall, &["backup", "register.db", "--replace"]);
    assert_eq!(code, 4, "{err}");
    assert!(err.contains("就是登记簿自己"), "{err}");
    #[cfg(unix)]
    {
        std::fs::hard_link(hall.db(), hall.path("alias.db")).unwrap();
        assert_eq!(on(&hall, &["backup", "alias.db", "--replace"]).0, 4);
        std::fs::remove_file(hall.path("alias.db")).unwrap();
    }
    hall.file("copy.db", "something else");
    let (code, _, err) = on(&hall, &["backup", "copy.db"]);
    assert_eq!(code, 4, "{err}");
    assert_eq!(
        std::fs::read(hall.path("copy.db")).unwrap(),
        b"something else"
    );
    assert_eq!(on(&hall, &["backup", "copy.db", "--replace"]).0, 0);
    assert_eq!(on(&hall, &["backup", "nowhere/copy.db"]).0, 4);
    assert_eq!(on(&hall, &["backup", "."]).0, 4);
    let (code, _, err) = on(
        &hall,
        &["backup", "late.db", "--within", "0", "--lang", "en"],
    );
    assert!(code == 4 && err.contains("too long") || code == 0, "{err}");
    assert!(!files(&hall).iter().any(|name| name.contains("part")));
}

#[test]
fn a_disk_that_is_full_leaves_neither_half_a_backup_nor_half_a_restore() {
    let hall = Hall::sandbox();
    hall.act("1001", NOW, &[ASK]);
    assert_eq!(on(&hall, &["backup", "copy.db"]).0, 0);
    let before = files(&hall);
    let limited = |words: &str| {
        let mut command = std::process::Command::new("sh");
        let bin = assert_cmd::cargo::cargo_bin("shouwen");
        command
            .arg("-c")
            .arg(format!(
                "ulimit -f 64; exec {} {words} --lang en",
                bin.display()
            ))
            .env("SHOUWEN_DB", hall.db())
            .env("HOME", hall.dir.path())
            .env("XDG_STATE_HOME", hall.path("state"))
            .current_dir(hall.dir.path());
        let out = command.output().unwrap();
        (out.status.code(), String::from_utf8(out.stderr).unwrap())
    };
    let (code, err) = limited("backup second.db");
    assert_eq!(code, Some(4), "{err}");
    assert!(err.contains("the disk is full"), "{err}");
    let (code, err) = limited("restore copy.db");
    assert_eq!(code, Some(4), "{err}");
    assert_eq!(files(&hall), before, "nothing half-made is left");
    assert_eq!(hall.json_at(NOW, &["audit", "verify"])["ok"], true);
}

#[test]
fn a_restore_waits_for_nobody_and_pushes_nobody_out() {
    let hall = Hall::sandbox();
    assert_eq!(on(&hall, &["backup", "copy.db"]).0, 0);
    let open = shouwen::store::Store::open(&hall.db(), shouwen::store::Mode::ReadOnly).unwrap();
    let (code, _, err) = on(&hall, &["restore", "copy.db", "--now", NOW]);
    assert_eq!(code, 4, "{err}");
    assert!(err.contains("还在别处打开着"), "{err}");
    drop(open);
    assert_eq!(on(&hall, &["restore", "copy.db", "--now", NOW]).0, 0);
}

#[test]
fn a_damaged_or_foreign_backup_changes_nothing() {
    let hall = Hall::sandbox();
    hall.act("1001", NOW, &[ASK]);
    assert_eq!(on(&hall, &["backup", "copy.db"]).0, 0);
    let db = rusqlite::Connection::open(hall.path("copy.db")).unwrap();
    db.execute_batch("UPDATE inquiry SET words = 'x'").unwrap();
    drop(db);
    let before = std::fs::read(hall.db()).unwrap();
    let (code, out, err) = on(&hall, &["restore", "copy.db", "--now", NOW]);
    assert_eq!(code, 5, "{err}");
    assert_eq!(out["differences"][0]["column"], "words", "{out}");
    hall.file("letter.db", "no register".repeat(999));
    assert_eq!(on(&hall, &["restore", "letter.db"]).0, 4);
    assert_eq!(on(&hall, &["restore", "nothing.db"]).0, 4);
    assert_eq!(on(&hall, &["restore", "register.db"]).0, 4);
    assert_eq!(std::fs::read(hall.db()).unwrap(), before);

    let other = Hall::sandbox();
    assert_eq!(on(&other, &["backup", "copy.db"]).0, 0);
    let foreign = other.path("copy.db");
    let foreign = foreign.to_str().unwrap();
    let (code, out, _) = on(&hall, &["restore", foreign, "--now", NOW]);
    assert_eq!((code, out["refused"].as_str()), (3, Some("other_register")));
    assert_eq!(
        on(&hall, &["restore", foreign, "--another", "--now", NOW]).0,
        0
    );
}

#[test]
fn a_register_that_is_gone_or_ruined_comes_back() {
    let hall = Hall::sandbox();
    hall.act("1001", NOW, &[ASK]);
    assert_eq!(on(&hall, &["backup", "copy.db"]).0, 0);
    hall.file("register.db", "ruined".repeat(3000));
    let (code, back, err) = on(&hall, &["restore", "copy.db", "--now", NOW]);
    assert_eq!(code, 0, "{err}");
    assert_eq!(back["lost"], Value::Null, "it cannot be told");
    assert!(hall.path(back["kept"].as_str().unwrap()).exists());
    std::fs::remove_file(hall.db()).unwrap();
    let (code, back, err) = on(&hall, &["restore", "copy.db", "--now", NOW]);
    assert_eq!(code, 0, "{err}");
    assert_eq!(back["kept"], Value::Null);
    assert_eq!(hall.json_at(NOW, &["audit", "verify"])["ok"], true);
}

#[test]
fn a_backup_is_made_while_others_write() {
    let hall = Hall::sandbox();
    let done = Arc::new(AtomicBool::new(false));
    let mut written = 0;
    std::thread::scope(|scope| {
        let writer = scope.spawn(|| {
            let mut count = 0;
            while !done.load(Ordering::Relaxed) {
                let (code, out) = hall.act("1001", NOW, &[ASK, ASK, ASK, ASK]);
                assert_eq!(code, 0, "{out:?}");
                count += out.len();
            }
            count
        });
        let mut events = 0;
        for nth in 0..3 {
            let file = format!("copy-{nth}.db");
            let (code, made, err) = on(&hall, &["backup", &file]);
            assert_eq!(code, 0, "{err}");
            let now = made["events"].as_i64().unwrap();
            assert!(now >= events, "each later one has what the earlier had");
            events = now;
        }
        done.store(true, Ordering::Relaxed);
        written = writer.join().unwrap();
    });
    let all = hall.json_at(NOW, &["queue", "--view", "all"]);
    assert!(all.as_array().unwrap().len() >= written, "nothing was lost");
}

#[test]
fn a_checkpoint_is_printed_kept_elsewhere_and_compared() {
    let hall = Hall::sandbox();
    hall.act("1001", NOW, &[ASK]);
    let sealed = hall.json_at(NOW, &["audit", "checkpoint", "--append", "kept.jsonl"]);
    let code = sealed["code"].as_str().unwrap();
    assert_eq!(code.len(), 19);
    assert!(!sealed["signature"].as_str().unwrap().is_empty());
    hall.json_at(NOW, &["audit", "checkpoint", "--append", "kept.jsonl"]);
    let kept = std::fs::read_to_string(hall.path("kept.jsonl")).unwrap();
    assert_eq!(lines(&kept).len(), 2);
    let audit = hall.json_at(
        NOW,
        &[
            "audit",
            "verify",
            "--checkpoint",
            code,
            "--checkpoint",
            "kept.jsonl",
        ],
    );
    assert_eq!(audit["confirmed"].as_array().unwrap().len(), 3);
    assert_eq!(audit["checkpoints"]["signed"], 2);
    let (status, out, _) = hall.told(&["audit", "verify", "--checkpoint", code, "--lang", "en"]);
    assert_eq!(status, 0);
    assert!(out.contains("fits") && out.contains("Not known"), "{out}");
    let (status, out, _) = on(
        &hall,
        &["audit", "verify", "--checkpoint", "3333-4444-6666-7777"],
    );
    assert_eq!(status, 5);
    assert_eq!(out["differences"][0]["code"], "elsewhere");
    assert_eq!(
        on(&hall, &["audit", "verify", "--checkpoint", "hello"]).0,
        2
    );
    assert_eq!(
        on(
            &hall,
            &["audit", "checkpoint", "--as", "1002", "--now", NOW]
        )
        .0,
        3
    );

    // Moved to a machine without the key, it works on and says that it is unsigned.
    std::fs::remove_dir_all(hall.path("state")).unwrap();
    let (status, out, _) = told(
        hall.shouwen(&["audit", "checkpoint", "--now", NOW, "--lang", "en"])
            .arg("--plain"),
    );
    assert_eq!(status, 0);
    assert!(out.contains("unsigned"), "{out}");
    let anew = hall.json_at(NOW, &["audit", "checkpoint", "--new-key"]);
    assert_ne!(anew["key"], sealed["key"]);
    let audit = hall.json_at(NOW, &["audit", "verify"]);
    assert_eq!(audit["ok"], true);
    assert_eq!(audit["checkpoints"]["keys"].as_array().unwrap().len(), 2);
}

#[test]
fn a_handover_is_sealed_and_its_sheet_bears_the_code() {
    let hall = Hall::sandbox();
    hall.act("1001", NOW, &[ASK]);
    let (code, out) = hall.act(
        "1001",
        NOW,
        &[r#"{"handover_open":{"to":"1002","notes":[]}}"#],
    );
    assert_eq!(code, 0, "{out:?}");
    let number = out[0]["handover"]
        .as_str()
        .or(out[0]["inquiry"].as_str())
        .unwrap()
        .to_owned();
    let sign = format!(r#"{{"handover_sign":{{"handover":"{number}"}}}}"#);
    let take = format!(r#"{{"handover_acknowledge":{{"handover":"{number}","item":1}}}}"#);
    assert_eq!(hall.act("1002", NOW, &[&take]).0, 0);
    assert_eq!(hall.act("1001", NOW, &[&sign]).0, 0);
    let (code, out) = hall.act("1002", NOW, &[&sign]);
    assert_eq!(code, 0, "{out:?}");
    let shown = hall.json_at(NOW, &["handover", "print", &number]);
    let code = shown["checkpoint"]["code"].as_str().unwrap().to_owned();
    let (_, sheet, _) = hall.told_at(NOW, &["handover", "print", &number]);
    assert!(sheet.contains(&code), "{sheet}");
    let audit = hall.json_at(NOW, &["audit", "verify", "--checkpoint", &code]);
    assert_eq!(audit["confirmed"][0]["code"], code.as_str());
    #[cfg(unix)]
    {
        let mut keys = Vec::new();
        find(&hall.path("state"), &mut keys);
        assert_eq!(keys.len(), 1);
        assert_eq!(mode(&keys[0]), 0o600);
    }
}

fn find(directory: &Path, keys: &mut Vec<std::path::PathBuf>) {
    for entry in std::fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            find(&path, keys);
        } else if path.ends_with("checkpoint.key") {
            keys.push(path);
        }
    }
}

#[test]
fn views_are_made_again_by_one_command() {
    let hall = Hall::sandbox();
    hall.act("1001", NOW, &[ASK]);
    let db = rusqlite::Connection::open(hall.db()).unwrap();
    db.execute_batch("DELETE FROM pending").unwrap();
    drop(db);
    assert_eq!(on(&hall, &["audit", "verify"]).0, 5);
    let (code, done, _) = on(&hall, &["audit", "rebuild"]);
    assert_eq!(code, 0);
    assert_eq!(done["before"][0]["table"], "pending", "{done}");
    assert_eq!(done["after"], serde_json::json!([]));
    assert_eq!(on(&hall, &["audit", "verify"]).0, 0);
    let (code, out, _) = hall.told(&["audit", "rebuild", "--lang", "en"]);
    assert_eq!(code, 0);
    assert!(out.contains("nothing had differed"), "{out}");
}
