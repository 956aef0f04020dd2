//! Guessing PINs, with many processes at once.
#![allow(clippy::unwrap_used)]

use std::process::{Command, Stdio};

use crate::cli_kit::Hall;

const ASK: &str = r#"{"register":{"visitor":{"name":"张三"},"words":"问"}}"#;

/// How many of so many processes at once had a PIN compared, and how many were turned
/// away before.
fn guess(hall: &Hall, staff: &str, processes: usize) -> (usize, usize) {
    let pin = hall.file("pin", "999998");
    let all: Vec<_> = (0..processes)
        .map(|_| {
            Command::new(assert_cmd::cargo::cargo_bin("shouwen"))
                .args(["act", "--json", "--as", staff, ASK])
                .env("SHOUWEN_DB", hall.db())
                .env("HOME", hall.dir.path())
                .env("XDG_STATE_HOME", hall.path("state"))
                .env("SHOUWEN_PIN_FILE", &pin)
                .stdout(Stdio::piped())
                .stderr(Stdio::null())
                .spawn()
                .unwrap()
        })
        .collect();
    let (mut compared, mut locked) = (0, 0);
    for child in all {
        let out = child.wait_with_output().unwrap();
        let text = String::from_utf8_lossy(&out.stdout).into_owned();
        assert_eq!(out.status.code(), Some(3), "{text}");
        compared += usize::from(text.contains("\"sign_in\""));
        locked += usize::from(text.contains("\"locked\""));
    }
    (compared, locked)
}

#[test]
fn of_a_hundred_wrong_pins_at_once_five_are_compared() {
    let hall = Hall::real();
    let (compared, locked) = guess(&hall, "1001", 100);
    println!("100 wrong PINs at once: {compared} compared, {locked} turned away");
    assert_eq!((compared, locked), (5, 95));
}

#[test]
fn a_number_that_nobody_has_is_answered_like_one_that_somebody_has() {
    let hall = Hall::real();
    assert_eq!(guess(&hall, "7777", 8), (5, 3));
    assert_eq!(guess(&hall, "1002", 8), (5, 3));
}
