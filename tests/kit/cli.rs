//! The real binary in a directory of its own, away from the person's settings.

#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each test file uses a part of it"
)]

use std::path::PathBuf;

use assert_cmd::Command;
use serde_json::Value;

/// The binary without anything inherited from the environment.
pub fn shouwen() -> Command {
    let mut command = Command::cargo_bin("shouwen").unwrap();
    for name in [
        "SHOUWEN_DB",
        "SHOUWEN_LANG",
        "SHOUWEN_NOW",
        "SHOUWEN_PIN_FILE",
        "LC_ALL",
        "LC_MESSAGES",
        "LANG",
    ] {
        command.env_remove(name);
    }
    command
}

/// Exit status, standard output and standard error.
pub fn status(words: &[&str]) -> (i32, String, String) {
    told(shouwen().args(words))
}

/// Exit status, standard output and standard error of a prepared command.
pub fn told(command: &mut Command) -> (i32, String, String) {
    let output = command.output().unwrap();
    (
        output.status.code().unwrap(),
        String::from_utf8(output.stdout).unwrap(),
        String::from_utf8(output.stderr).unwrap(),
    )
}

/// The one JSON value that a command prints when it is done.
pub fn json(words: &[&str]) -> Value {
    let (code, out, err) = status(words);
    assert_eq!(code, 0, "{err}");
    serde_json::from_str(&out).unwrap()
}

/// Three people: two clerks and a handler in 税政科.
pub const STAFF: &str = r#"
[[staff]]
number = "1001"
name = "李明"
title = "办税员"
post = "综合窗口"
scope = "登记、发票"
department = "办税服务厅"
window = "3"
roles = ["clerk", "admin"]
pin = "135790"

[[staff]]
number = "1002"
name = "王芳"
department = "办税服务厅"
window = "4"
roles = ["clerk"]
pin = "246801"

[[staff]]
number = "2003"
name = "周强"
department = "税政科"
roles = ["handler"]
pin = "975310"
"#;

/// A directory with a register in it.
pub struct Hall {
    /// The directory.
    pub dir: tempfile::TempDir,
}

impl Hall {
    /// An empty directory.
    pub fn empty() -> Self {
        Self {
            dir: tempfile::tempdir().unwrap(),
        }
    }

    /// A sandbox of a tax office with three people.
    pub fn sandbox() -> Self {
        let hall = Self::empty();
        hall.init(&["--sandbox"]);
        hall
    }

    /// A real register of a tax office with three people.
    pub fn real() -> Self {
        let hall = Self::empty();
        hall.init(&[]);
        hall
    }

    fn init(&self, more: &[&str]) {
        self.file("staff.toml", STAFF);
        let staff = self.path("staff.toml");
        let mut words = vec!["init", "--rulebook", "tax", "--office", "某市税务局"];
        words.extend(["--staff", staff.to_str().unwrap()]);
        words.extend(more);
        let mut command = self.shouwen(&words);
        if more.contains(&"--sandbox") {
            command.env("SHOUWEN_NOW", "2026-04-03T16:00:00+08:00");
        }
        let (code, _, err) = told(&mut command);
        assert_eq!(code, 0, "{err}");
    }

    /// A path in the directory.
    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    /// Where the register lies.
    pub fn db(&self) -> PathBuf {
        self.path("register.db")
    }

    /// Writes a file.
    pub fn file(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    /// The binary on this register, its keys and settings kept in the directory too.
    pub fn shouwen(&self, words: &[&str]) -> Command {
        let mut command = shouwen();
        command
            .args(words)
            .env("SHOUWEN_DB", self.db())
            .env("HOME", self.dir.path())
            .env("XDG_STATE_HOME", self.path("state"))
            .env("XDG_DATA_HOME", self.path("data"))
            .current_dir(self.dir.path());
        command
    }

    /// Exit status, standard output and standard error.
    pub fn told(&self, words: &[&str]) -> (i32, String, String) {
        told(&mut self.shouwen(words))
    }

    /// The same at a set time.
    pub fn told_at(&self, now: &str, words: &[&str]) -> (i32, String, String) {
        told(self.shouwen(words).args(["--now", now]))
    }

    /// The one JSON value that a command prints at a set time.
    pub fn json_at(&self, now: &str, words: &[&str]) -> Value {
        let (code, out, err) = told(self.shouwen(words).args(["--json", "--now", now]));
        assert_eq!(code, 0, "{out}{err}");
        serde_json::from_str(&out).unwrap()
    }

    /// The JSON lines of `act` at a set time.
    pub fn act(&self, staff: &str, now: &str, commands: &[&str]) -> (i32, Vec<Value>) {
        let mut words = vec!["act", "--as", staff, "--now", now];
        words.extend(commands);
        let (code, out, _) = self.told(&words);
        (code, lines(&out))
    }
}

/// JSON lines.
pub fn lines(out: &str) -> Vec<Value> {
    out.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}
