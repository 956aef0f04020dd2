//! Files and words that cannot be used: one sentence in the person's language,
//! an exit status, and nothing touched.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::Path;

use crate::cli_kit::{Hall, told};

/// What a subcommand says and how it ends, in Chinese and in English.
fn says(hall: &Hall, words: &[&str], status: i32, zh: &[&str], en: &[&str]) {
    for (lang, parts) in [("zh", zh), ("en", en)] {
        let (code, out, err) = told(hall.shouwen(words).args(["--lang", lang]));
        assert_eq!(code, status, "{words:?}: {out}{err}");
        assert_eq!(err.trim_end().lines().count(), 1, "one sentence: {err}");
        for part in parts {
            assert!(err.contains(part), "no “{part}” in {err}");
        }
    }
}

fn bytes(path: &Path) -> Vec<u8> {
    std::fs::read(path).unwrap()
}

#[test]
fn a_register_by_a_newer_version_is_left_alone() {
    let hall = Hall::sandbox();
    let newer = rusqlite::Connection::open(hall.db()).unwrap();
    newer.pragma_update(None, "user_version", 4711).unwrap();
    drop(newer);
    let before = bytes(&hall.db());
    for words in [&[][..], &["queue"], &["audit", "verify"]] {
        says(
            &hall,
            words,
            4,
            &["更新的版本", "4711", "请升级"],
            &["newer version", "4711", "upgrade"],
        );
    }
    assert_eq!(bytes(&hall.db()), before);
}

#[test]
fn a_file_that_is_no_register_is_left_alone() {
    let hall = Hall::empty();
    let other = hall.path("other.db");
    rusqlite::Connection::open(&other)
        .unwrap()
        .execute_batch("CREATE TABLE letter (words)")
        .unwrap();
    for file in [
        hall.file("letter.txt", "亲爱的同事"),
        hall.file("empty", ""),
        other,
    ] {
        let before = bytes(&file);
        let name = file.to_str().unwrap();
        for words in [vec!["--db", name], vec!["queue", "--db", name]] {
            says(
                &hall,
                &words,
                4,
                &[name, "不是本程序的登记簿", "--db"],
                &[name, "no register", "--db"],
            );
        }
        let exists = [
            "init",
            "--rulebook",
            "tax",
            "--office",
            "某局",
            "--db",
            name,
        ];
        says(&hall, &exists, 4, &["已经存在"], &["exists already"]);
        assert_eq!(bytes(&file), before);
    }
}

#[cfg(unix)]
#[test]
fn a_directory_that_cannot_be_written_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let hall = Hall::sandbox();
    let shut = |mode| {
        let permissions = std::fs::Permissions::from_mode(mode);
        std::fs::set_permissions(hall.dir.path(), permissions).unwrap();
    };
    shut(0o500);
    if std::fs::write(hall.path("probe"), "").is_ok() {
        shut(0o700);
        eprintln!("SKIPPED: this user may write everywhere, so no directory is read-only");
        return;
    }
    let fresh = hall.path("fresh.db");
    let fresh = fresh.to_str().unwrap();
    let init = [
        "init",
        "--rulebook",
        "tax",
        "--office",
        "某局",
        "--db",
        fresh,
    ];
    says(
        &hall,
        &init,
        4,
        &[fresh, "不能写入"],
        &[fresh, "cannot be written"],
    );
    shut(0o700);
}

#[test]
fn a_typo_in_a_rulebook_is_shown_by_file_line_and_reason() {
    let hall = Hall::empty();
    let (_, tax, _) = hall.told(&["rulebook", "export", "tax"]);
    let at = tax
        .lines()
        .position(|line| line.starts_with("limit = { fixed"))
        .expect("a limit");
    let typo: Vec<String> = tax
        .lines()
        .enumerate()
        .map(|(row, line)| {
            if row == at {
                "limit = { fixed = \"3wdd\" }".to_owned()
            } else {
                line.to_owned()
            }
        })
        .collect();
    let file = hall.file("own.toml", typo.join("\n"));
    let name = file.to_str().unwrap();
    let line = at + 1;
    for (lang, place) in [
        ("zh", format!("own.toml 第 {line} 行")),
        ("en", format!("own.toml, line {line}")),
    ] {
        for words in [
            vec!["rulebook", "check", name],
            vec!["init", "--rulebook", name, "--office", "某局"],
        ] {
            let (code, out, err) = told(hall.shouwen(&words).args(["--lang", lang]));
            assert_ne!(code, 0, "{out}");
            let all = format!("{out}{err}");
            assert!(
                all.contains(&place) && all.contains("wdd"),
                "{words:?}: {all}"
            );
        }
    }
    assert!(!hall.db().exists(), "nothing was made");
    let torn = hall.file("torn.toml", "id = \"x\"\nname = {");
    let (code, out, err) =
        hall.told(&["--lang", "en", "rulebook", "check", torn.to_str().unwrap()]);
    assert_ne!(code, 0);
    assert!(
        format!("{out}{err}").contains("torn.toml, line 2"),
        "{out}{err}"
    );
}

#[test]
fn what_makes_no_sense_is_told_and_registers_nothing() {
    let hall = Hall::sandbox();
    let now = "2026-04-03T16:50:00+08:00";
    let register = |visitor: &str, more: &str| {
        format!(
            r#"{{"register":{{"channel":"visit","visitor":{{{visitor}}},"words":"问"{more}}}}}"#
        )
    };
    let zhao = r#""name":"赵""#;
    let long = format!(r#""name":"{}""#, "赵".repeat(400_000));
    for (visitor, more, code) in [
        (r#""name":"""#, "", "empty_field"),
        (r#""name":"赵","phone":"139abc""#, "", "phone_malformed"),
        (zhao, r#","matter":"no-such-matter""#, "unknown_matter"),
        (
            zhao,
            r#","received_at":"2026-04-04T09:00:00+08:00""#,
            "in_future",
        ),
        (long.as_str(), "", "too_long"),
    ] {
        let mut command = hall.shouwen(&["act", "--as", "1001", "--now", now, "-"]);
        let (status, out, err) = told(command.write_stdin(register(visitor, more)));
        assert_eq!(status, 3, "{code}: {out}{err}");
        assert!(out.contains(code), "{code}: {out}{err}");
    }
    let (_, found, _) = hall.told_at(now, &["queue", "--json"]);
    assert!(!found.contains("20260403-"), "{found}");
    says(
        &hall,
        &["queue", "--as", "9999"],
        3,
        &["没有工号 9999"],
        &["staff number 9999"],
    );
}
