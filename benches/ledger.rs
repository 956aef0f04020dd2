//! The ledger: any page of it, narrowed down in any way, and finding while one types.
//!
//! The register is made once, in the system's temporary directory, with 2,000
//! inquiries; `SHOUWEN_BENCH_INQUIRIES=1000000` makes a large one, and
//! `SHOUWEN_BENCH_REGISTER=/path` takes one that was made before.
#![allow(clippy::unwrap_used)]

use std::path::PathBuf;
use std::sync::OnceLock;
use std::time::Instant;

use divan::Bencher;
use shouwen::clock::SystemClock;
use shouwen::demo::{self, PRESENT, Recipe};
use shouwen::desk::Desk;
use shouwen::domain::ids::Number;
use shouwen::entropy::SystemEntropy;
use shouwen::store::{Mode, Side, Sought, Standing};

static REGISTER: OnceLock<PathBuf> = OnceLock::new();

fn main() {
    let room = tempfile::tempdir().unwrap();
    let path = match std::env::var_os("SHOUWEN_BENCH_REGISTER") {
        Some(path) => PathBuf::from(path),
        None => made(&room.path().join("hall.db")),
    };
    drop(REGISTER.set(path));
    divan::main();
}

fn made(path: &std::path::Path) -> PathBuf {
    let inquiries = std::env::var("SHOUWEN_BENCH_INQUIRIES");
    let inquiries = inquiries
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(2_000);
    let book = shouwen::builtin::rulebook::rulebook("tax")
        .unwrap()
        .unwrap();
    let recipe = Recipe {
        inquiries,
        ..Recipe::new(path, book)
    };
    let begun = Instant::now();
    demo::make(&recipe, &mut |_, _| {}).unwrap();
    eprintln!("made {inquiries} inquiries in {:.1?}", begun.elapsed());
    path.to_owned()
}

fn open() -> Desk {
    let clock = Box::new(SystemClock::starting_at(PRESENT));
    let path = REGISTER.get().unwrap();
    Desk::open(path, Mode::ReadWrite, clock, Box::new(SystemEntropy)).unwrap()
}

/// Newest and oldest page, and one in the middle.
#[divan::bench(args = ["newest", "oldest", "middle"])]
fn page(bencher: Bencher, which: &str) {
    let desk = open();
    let side = match which {
        "newest" => Side::Newest,
        "oldest" => Side::Oldest,
        _ => Side::Older(Number("20240903-0100".into())),
    };
    let all = Sought::default();
    bencher.bench_local(|| desk.read().ledger(&all, &side, 40));
}

/// One condition or several, from rare to common.
#[divan::bench(args = ["first", "hands", "department", "channel", "closed", "breached", "rule", "matter", "two", "rare", "none"])]
fn narrowed(bencher: Bencher, by: &str) {
    let desk = open();
    let mut sought = Sought::default();
    match by {
        "first" => sought.first = Some("1002".into()),
        "hands" => sought.hands = Some("2003".into()),
        "department" => sought.department = Some("税政科".into()),
        "channel" => sought.channel = Some("letter".into()),
        "closed" => sought.standing = Standing::parse("closed"),
        "breached" => sought.standing = Some(Standing::Breached),
        "rule" => sought.rule = Some("D9-T3".into()),
        "matter" => sought.matter = Some("sw-fapiao".into()),
        "two" => (sought.first, sought.channel) = (Some("1002".into()), Some("call".into())),
        "rare" => {
            sought.hands = Some("2003".into());
            sought.rule = Some("D9-T2".into());
            sought.channel = Some("letter".into());
        }
        _ => (sought.first, sought.hands) = (Some("1002".into()), Some("9999".into())),
    }
    bencher.bench_local(|| desk.read().ledger(&sought, &Side::Newest, 40));
}

/// How many there are, which waits until the fingers rest.
#[divan::bench(args = ["all", "hands", "closed"])]
fn count(bencher: Bencher, by: &str) {
    let desk = open();
    let mut sought = Sought::default();
    match by {
        "hands" => sought.hands = Some("2003".into()),
        "closed" => sought.standing = Standing::parse("closed"),
        _ => {}
    }
    bencher.bench_local(|| desk.read().ledger_count(&sought));
}

/// By telephone tail, names in letters and hanzi, number, and words.
#[divan::bench(args = ["0007", "wang", "wangx", "wxm", "王", "王小", "20260403", "额度", "第一次开店", "fply", "发票"])]
fn find(bencher: Bencher, text: &str) {
    let desk = open();
    let sought = Sought::text(text);
    bencher.bench_local(|| desk.read().ledger(&sought, &Side::Newest, 40));
}
