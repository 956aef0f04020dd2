//! Four processes at one register, each with its own stream of commands.
//!
//! `SHOUWEN_STORM_ROUNDS` makes it blow for longer.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::cli_kit::{lines, told};
use crate::kit::*;
use crate::storm_kit::{PEOPLE, commands, hold};
use chrono::FixedOffset;
use serde_json::{Value, json};
use shouwen::domain::ids::Number;
use shouwen::entropy::{Entropy, SeededEntropy};

const PROCESSES: usize = 4;
const EACH: usize = 24;
const INQUIRIES: usize = 3;

/// Numbers out of a seed.
struct Dice(SeededEntropy);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        let mut bytes = [0; 4];
        self.0.fill(&mut bytes).expect("bytes");
        usize::try_from(u32::from_le_bytes(bytes)).unwrap() % limit
    }
}

/// What one process is told to do: a line a command.
fn stream(dice: &mut Dice, numbers: &[String]) -> String {
    let all = commands();
    let mut stream = String::new();
    for _ in 0..EACH {
        let mut command = all[dice.below(all.len())].clone();
        for (act, body) in command.as_object_mut().expect("a command") {
            if act != "register" && act != "handover_open" {
                body["inquiry"] = json!(numbers[dice.below(numbers.len())]);
            }
        }
        stream.push_str(&command.to_string());
        stream.push('\n');
    }
    stream
}

/// The program at the register, as somebody at some time, its commands on the way.
fn begin(counter: &Counter, home: &Path, words: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_shouwen"))
        .args(words)
        .env("SHOUWEN_DB", counter.path())
        .env("SHOUWEN_LANG", "en")
        .env("HOME", home)
        .env("XDG_STATE_HOME", home)
        .env("XDG_DATA_HOME", home)
        .env_remove("SHOUWEN_NOW")
        .env_remove("SHOUWEN_PIN_FILE")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program")
}

/// Lets four people act at once; every command is either done or refused by the rules.
/// Gives back the numbers of what they entered.
fn blow(
    counter: &Counter,
    home: &Path,
    dice: &mut Dice,
    now: &str,
    numbers: &[String],
) -> BTreeSet<String> {
    let blown: Vec<_> = (0..PROCESSES)
        .map(|_| {
            // Now and then two terminals are the same person's.
            let who = PEOPLE[dice.below(PEOPLE.len())];
            let stream = stream(dice, numbers);
            let mut child = begin(counter, home, &["act", "--as", who, "--now", now]);
            let mut input = child.stdin.take().expect("its input");
            std::thread::spawn(move || {
                input.write_all(stream.as_bytes()).expect("read");
                drop(input);
                child.wait_with_output().expect("its output")
            })
        })
        .collect();
    let mut entered = BTreeSet::new();
    for one in blown {
        let output = one.join().expect("a process");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        let answers = lines(&String::from_utf8(output.stdout).unwrap());
        assert_eq!(answers.len(), EACH, "{said}");
        for answer in &answers {
            assert!(
                answer.get("error").is_none(),
                "neither done nor refused: {answer}"
            );
            let number = answer["inquiry"].as_str().unwrap_or_default();
            if !number.is_empty() && !numbers.iter().any(|known| known == number) {
                assert!(entered.insert(number.to_owned()), "{number} given twice");
            }
        }
        assert!(matches!(output.status.code(), Some(0 | 3)), "{said}");
    }
    entered
}

#[test]
fn a_storm_of_four_processes_leaves_every_inquiry_in_one_pair_of_hands() {
    let rounds = std::env::var("SHOUWEN_STORM_ROUNDS").map_or(3, |text| text.parse().unwrap());
    let home = tempfile::tempdir().expect("a directory");
    for (seed, rulebook) in (1..).zip(["tax", "hotel"]) {
        let mut dice = Dice(SeededEntropy::new(seed));
        let mut counter = desk_of(rulebook).at("2026-04-01 09:00");
        let mut numbers: Vec<String> = Vec::new();
        for _ in 0..INQUIRIES {
            counter = counter.register_matter("sj-company");
            numbers.push(counter.number().to_owned());
        }
        let mut now = counter.now();
        for _ in 0..rounds {
            now = now.plus_seconds(i64::try_from(dice.below(3 * 86_400)).unwrap());
            let now = now.rfc3339(FixedOffset::east_opt(8 * 3600).unwrap());
            let entered = blow(&counter, home.path(), &mut dice, &now, &numbers);
            numbers.extend(entered);
        }
        let (code, out, err) = told(
            assert_cmd::Command::cargo_bin("shouwen")
                .expect("the program")
                .args(["audit", "verify", "--json"])
                .env("SHOUWEN_DB", counter.path())
                .env("HOME", home.path()),
        );
        assert_eq!(code, 0, "{out}{err}");
        let audit: Value = serde_json::from_str(&out).unwrap();
        assert_eq!(audit["differences"], json!([]));
        let acted = audit["events"].as_u64().unwrap();
        assert!(acted > 40, "hardly anything was done: {acted}");
        for number in &numbers {
            let found = counter
                .desk()
                .read()
                .inquiry(&Number::from(number.as_str()));
            let (state, story) = found.expect("readable").expect("there");
            hold(&state, &story, state.first.clone().as_str());
        }
    }
}
