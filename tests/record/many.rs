//! Many processes on one register at once, and processes that die in the middle of it.
//!
//! `SHOUWEN_LONG=1` runs 32 processes of 200 registrations each, and 3,000 kills.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests")]

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Lines, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use crate::cli_kit::Hall;
use serde_json::Value;
use shouwen::store::{Mode, Store};

const NOW: &str = "2026-04-07T10:00:00+08:00";
/// The log may grow to this before it is moved into the file, and some way beyond while others read.
const LOG: u64 = 32 << 20;

fn long() -> bool {
    std::env::var_os("SHOUWEN_LONG").is_some()
}

/// A process at a window, fed one command after another.
struct Window {
    child: Child,
    to: ChildStdin,
    from: Lines<BufReader<ChildStdout>>,
}

impl Window {
    fn open(hall: &Hall, staff: &str) -> Self {
        let mut child = Command::new(assert_cmd::cargo::cargo_bin("shouwen"))
            .args(["act", "--as", staff, "--now", NOW])
            .env("SHOUWEN_DB", hall.db())
            .env("HOME", hall.dir.path())
            .env("XDG_STATE_HOME", hall.path("state"))
            .env("SHOUWEN_LANG", "en")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let to = child.stdin.take().unwrap();
        let from = BufReader::new(child.stdout.take().unwrap()).lines();
        Self { child, to, from }
    }

    /// Registers someone; the number once it is acknowledged, nothing once the process is gone.
    fn register(&mut self, words: &str) -> Option<String> {
        let line = format!(r#"{{"register":{{"visitor":{{"name":"张三"}},"words":"{words}"}}}}"#);
        writeln!(self.to, "{line}").ok()?;
        self.to.flush().ok()?;
        let reply: Value = serde_json::from_str(&self.from.next()?.ok()?).ok()?;
        let number = reply["inquiry"].as_str();
        Some(
            number
                .unwrap_or_else(|| panic!("not saved: {reply}"))
                .to_owned(),
        )
    }

    fn leave(self) {
        drop(self.to);
        let out = self.child.wait_with_output().unwrap();
        let err = String::from_utf8_lossy(&out.stderr);
        assert!(out.status.success() && err.is_empty(), "{err}");
    }
}

fn on_record(hall: &Hall) -> BTreeSet<String> {
    let db = rusqlite::Connection::open(hall.db()).unwrap();
    let mut statement = db
        .prepare("SELECT substr(stream, 3) FROM event WHERE kind = 'registered' ORDER BY seq")
        .unwrap();
    let all: Vec<String> = statement
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<rusqlite::Result<_>>()
        .unwrap();
    let each: BTreeSet<String> = all.iter().cloned().collect();
    assert_eq!(each.len(), all.len(), "a number stands twice");
    each
}

fn whole(hall: &Hall) {
    let store = Store::open(&hall.db(), Mode::ReadOnly).unwrap();
    assert_eq!(store.audit().unwrap().differences, []);
}

#[test]
fn many_register_at_once_and_none_is_missing_double_or_late() {
    let (windows, each) = if long() { (32, 200) } else { (6, 8) };
    let hall = Hall::sandbox();
    let done = AtomicBool::new(false);
    let log = AtomicU64::new(0);
    let mut waits: Vec<Duration> = Vec::new();
    let mut numbers: Vec<String> = Vec::new();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                // A viewer that is open all day and looks whenever something changed.
                let store = Store::open(&hall.db(), Mode::ReadOnly).unwrap();
                let mut seen = 0;
                while !done.load(Ordering::Relaxed) {
                    let now = store.data_version().unwrap();
                    if now != seen {
                        seen = now;
                        store.read().newest(50).unwrap();
                    }
                    let size = hall.path("register.db-wal").metadata();
                    log.fetch_max(size.map_or(0, |size| size.len()), Ordering::Relaxed);
                    std::thread::sleep(Duration::from_millis(50));
                }
            });
        }
        let at_windows: Vec<_> = (0..windows)
            .map(|nth| {
                let hall = &hall;
                scope.spawn(move || {
                    let mut window = Window::open(hall, ["1001", "1002"][nth % 2]);
                    let mut mine = Vec::new();
                    for inquiry in 0..each {
                        let begun = Instant::now();
                        let number = window.register(&format!("窗口 {nth} 第 {inquiry} 件"));
                        // The first answer waits for the process to start.
                        mine.push((number.unwrap(), begun.elapsed(), inquiry > 0));
                    }
                    window.leave();
                    mine
                })
            })
            .collect();
        for window in at_windows {
            for (number, wait, counts) in window.join().unwrap() {
                numbers.push(number);
                if counts {
                    waits.push(wait);
                }
            }
        }
        done.store(true, Ordering::Relaxed);
    });
    let acknowledged: BTreeSet<String> = numbers.iter().cloned().collect();
    assert_eq!(
        acknowledged.len(),
        windows * each,
        "a number was given twice"
    );
    assert_eq!(
        on_record(&hall),
        acknowledged,
        "what was acknowledged is what is there"
    );
    whole(&hall);
    waits.sort();
    let at = |part: usize| waits[(waits.len() - 1) * part / 100];
    let log = log.load(Ordering::Relaxed);
    println!(
        "{windows} processes × {each}: none missing, none double; p50 {:?}, p99 {:?}, longest {:?}; \
         log at most {} KB",
        at(50),
        at(99),
        at(100),
        log / 1024
    );
    assert!(
        log < LOG,
        "viewers keep the log from being moved into the file: {log}"
    );
}

#[test]
fn whoever_is_killed_loses_nothing_that_was_acknowledged() {
    const WRITERS: u64 = 8;
    let kills = if long() { 3000 } else { 16 };
    let hall = Hall::sandbox();
    let mut acknowledged = BTreeSet::new();
    let mut chance = 0x9e37_79b9_7f4a_7c15_u64;
    for round in 0..kills / WRITERS {
        let said: Vec<String> = std::thread::scope(|scope| {
            let windows: Vec<_> = (0..WRITERS)
                .map(|nth| {
                    chance = chance
                        .wrapping_mul(6_364_136_223_846_793_005)
                        .wrapping_add(1);
                    let alive = Duration::from_micros(20_000 + (chance >> 33) % 300_000);
                    let hall = &hall;
                    scope.spawn(move || {
                        let mut window = Window::open(hall, "1001");
                        let process = rustix::process::Pid::from_child(&window.child);
                        let killer = std::thread::spawn(move || {
                            std::thread::sleep(alive);
                            let _ = rustix::process::kill_process(
                                process,
                                rustix::process::Signal::KILL,
                            );
                        });
                        let mut mine = Vec::new();
                        while let Some(number) = window.register(&format!("{round} {nth}")) {
                            mine.push(number);
                        }
                        killer.join().unwrap();
                        window.child.wait().unwrap();
                        mine
                    })
                })
                .collect();
            windows
                .into_iter()
                .flat_map(|window| window.join().unwrap())
                .collect()
        });
        for number in said {
            assert!(acknowledged.insert(number), "a number was given twice");
        }
    }
    let there = on_record(&hall);
    let lost: Vec<_> = acknowledged.difference(&there).collect();
    assert!(lost.is_empty(), "{lost:?}");
    whole(&hall);
    println!(
        "{} kills with {WRITERS} writers: {} acknowledged, 0 lost, {} more on record than acknowledged",
        kills / WRITERS * WRITERS,
        acknowledged.len(),
        there.len() - acknowledged.len()
    );
}

#[test]
fn a_stuck_process_is_named_and_waited_out() {
    let hall = Hall::sandbox();
    let before = on_record(&hall);
    let stuck = std::fs::File::create(hall.path("register.db.lock")).unwrap();
    stuck.lock().unwrap();
    let ask = r#"{"register":{"visitor":{"name":"张三"},"words":"问"}}"#;
    let begun = Instant::now();
    let (code, _, err) = hall.told(&["act", "--as", "1001", "--now", NOW, ask]);
    assert_eq!(code, 4, "{err}");
    assert!(begun.elapsed() < Duration::from_secs(20), "it gives up");
    let ours = format!("进程 {} 占着登记簿", std::process::id());
    assert!(err.contains(&ours), "{err}");
    assert_eq!(on_record(&hall), before, "nothing false is shown as saved");
    stuck.unlock().unwrap();
    let (code, _, err) = hall.told(&["act", "--as", "1001", "--now", NOW, ask]);
    assert_eq!(code, 0, "{err}");
    assert_eq!(on_record(&hall).len(), before.len() + 1);
}

#[test]
fn a_register_that_has_no_room_says_so_and_goes_on_when_it_has() {
    let hall = Hall::sandbox();
    let ask = r#"{"register":{"visitor":{"name":"张三"},"words":"问"}}"#;
    let bin = assert_cmd::cargo::cargo_bin("shouwen");
    // The log may not grow beyond so many blocks of 512 bytes.
    let limited = |blocks: u32| {
        let out = Command::new("sh")
            .arg("-c")
            .arg(format!(
                "ulimit -f {blocks}; exec {} act --as 1001 --now {NOW}",
                bin.display()
            ))
            .env("SHOUWEN_DB", hall.db())
            .env("HOME", hall.dir.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .and_then(|mut child| {
                let mut to = child.stdin.take().unwrap();
                // One that could not begin is gone before it has read everything.
                let _ = to.write_all(format!("{ask}\n").repeat(3).as_bytes());
                drop(to);
                child.wait_with_output()
            })
            .unwrap();
        let text = String::from_utf8(out.stdout).unwrap();
        let saved = text
            .lines()
            .filter(|line| line.contains("\"inquiry\""))
            .count();
        (out.status.code(), saved)
    };
    let mut acknowledged = on_record(&hall).len();
    let mut full = 0;
    for blocks in [1, 16, 64, 128, 256, 512, 1024] {
        let (code, saved) = limited(blocks);
        acknowledged += saved;
        full += usize::from(code == Some(4));
        assert!(saved == 3 || code == Some(4), "{blocks}: {code:?} {saved}");
        assert_eq!(
            on_record(&hall).len(),
            acknowledged,
            "{blocks}: what is said is what is so"
        );
        whole(&hall);
    }
    assert!(full > 0, "the limits are too wide to show anything");
    assert_eq!(
        hall.told(&["act", "--as", "1001", "--now", NOW, ask]).0,
        0,
        "it goes on"
    );
    whole(&hall);
}
