//! What a clerk waits for: opening the queue, entering an inquiry, looking one up.
//!
//! The register is made once, in the system's temporary directory, with 2,000
//! inquiries; `SHOUWEN_BENCH_INQUIRIES=100000` makes a large one. How long the
//! making took is printed first.
#![allow(clippy::unwrap_used)]

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::Instant;

use divan::Bencher;
use shouwen::clock::SystemClock;
use shouwen::demo::{self, PRESENT, Recipe};
use shouwen::desk::{Actor, Desk};
use shouwen::domain::command::{Command, Envelope, Register, Visitor};
use shouwen::domain::ids::{Number, StaffNo};
use shouwen::entropy::SystemEntropy;
use shouwen::store::{Filter, Mode, Recorded, View};

static ROOM: OnceLock<tempfile::TempDir> = OnceLock::new();

fn main() {
    let room = tempfile::tempdir().unwrap();
    let inquiries = std::env::var("SHOUWEN_BENCH_INQUIRIES")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(2_000);
    let book = shouwen::builtin::rulebook::rulebook("tax")
        .unwrap()
        .unwrap();
    let recipe = Recipe {
        inquiries,
        ..Recipe::new(&room.path().join("hall.db"), book)
    };
    let begun = Instant::now();
    demo::make(&recipe, &mut |_, _| {}).unwrap();
    let took = begun.elapsed();
    let size = std::fs::metadata(&recipe.path).map_or(0, |file| file.len() / 1_000_000);
    eprintln!("made {inquiries} inquiries in {took:.1?}, {size} MB");
    drop(ROOM.set(room));
    divan::main();
}

fn path() -> PathBuf {
    let room = ROOM.get().unwrap();
    room.path().join("hall.db")
}

fn open(path: &Path) -> Desk {
    Desk::open(
        path,
        Mode::ReadWrite,
        Box::new(SystemClock::starting_at(PRESENT)),
        Box::new(SystemEntropy),
    )
    .unwrap()
}

fn first_page(desk: &Desk, view: View) -> usize {
    let filter = Filter {
        view,
        staff: StaffNo::from("1001"),
        department: String::new(),
        now: PRESENT,
        day_end: desk.day_end(PRESENT),
        text: String::new(),
        spelled: std::rc::Rc::default(),
        rules: false,
        order: shouwen::store::Order::Pressing,
        hands: None,
        limit: 50,
        offset: 0,
    };
    let page = desk.read().queue(&filter);
    page.unwrap().len()
}

/// From the file to the first page of the queue.
#[divan::bench]
fn open_and_first_page(bencher: Bencher) {
    let path = path();
    bencher.bench(|| first_page(&open(&path), View::Mine));
}

/// A page again, as after another terminal's commit.
#[divan::bench(args = ["mine", "all", "overdue", "unsigned"])]
fn queue_refresh(bencher: Bencher, view: &str) {
    let desk = open(&path());
    let view = View::parse(view).unwrap_or(View::All);
    bencher.bench_local(|| first_page(&desk, view));
}

/// One inquiry, durable: acknowledged means that it survives a power loss.
#[divan::bench]
fn register(bencher: Bencher) {
    let desk = RefCell::new(open(&path()));
    let clerk = Actor::Staff(StaffNo::from("1002"));
    let mut serial = 0_u32;
    bencher
        .with_inputs(|| {
            serial += 1;
            Envelope::of(Command::Register(Box::new(Register {
                visitor: Visitor {
                    name: "赵小满".to_owned(),
                    phone: format!("1390001{serial:04}"),
                    ..Visitor::default()
                },
                matter: "sw-fapiao".to_owned(),
                words: "第一次开店,不知道要带什么".to_owned(),
                ..Register::default()
            })))
        })
        .bench_local_values(|envelope| desk.borrow_mut().carry_out(&clerk, &envelope));
}

/// The state of one inquiry from its events, as read from the file.
#[divan::bench]
fn read_and_fold(bencher: Bencher) {
    let desk = open(&path());
    let number = longest(&desk);
    bencher.bench_local(|| desk.read().inquiry(&number));
}

/// The state of one inquiry from its events in memory.
#[divan::bench]
fn fold(bencher: Bencher) {
    let desk = open(&path());
    let read = desk.read().inquiry(&longest(&desk));
    let events = read.ok().flatten().map(|(_, events)| events);
    let events = events.unwrap_or_default();
    bencher.bench_local(|| Recorded::fold_inquiry(&events));
}

/// The inquiry with the most events among the newest.
fn longest(desk: &Desk) -> Number {
    let newest = desk.read().newest(200).unwrap_or_default();
    let numbers = newest.into_iter().map(|row| row.inquiry);
    let length = |number: &Number| {
        let read = desk.read().inquiry(number).ok().flatten();
        read.map_or(0, |(_, events)| events.len())
    };
    numbers.max_by_key(length).unwrap_or_default()
}

/// By telephone tail, surname in letters, hanzi, number, and words.
#[divan::bench(args = ["0007", "wang", "王", "20260403", "额度"])]
fn find(bencher: Bencher, text: &str) {
    let desk = open(&path());
    bencher.bench_local(|| desk.read().find(text, 20));
}
