//! A key in a picker over a large office: 20,000 people, 3,000 matters.
//!
//! `cargo bench --bench picker` measures the program as it is used; `--profile dev`
//! the one that is being worked on.
#![allow(clippy::unwrap_used)]

use std::io::sink;
use std::path::Path;
use std::sync::OnceLock;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use divan::Bencher;
use shouwen::builtin;
use shouwen::clock::FixedClock;
use shouwen::demo::PRESENT;
use shouwen::desk::{Actor, Desk, Founding};
use shouwen::domain::command::{Command, Envelope, Register, Visitor};
use shouwen::domain::ids::StaffNo;
use shouwen::domain::staff::{Person, Role};
use shouwen::drafts::Drafts;
use shouwen::entropy::SystemEntropy;
use shouwen::i18n::Lang;
use shouwen::offer::{Habits, Offers};
use shouwen::search::Shelf;
use shouwen::store::Mode;
use shouwen::tui::app::{App, Setting};
use shouwen::tui::draw::Screen;
use shouwen::tui::input::Input;
use shouwen::tui::theme::Theme;

const SIZE: (u16, u16) = (80, 24);
const PEOPLE: usize = 20_000;
const MATTERS: usize = 3_000;
const SURNAMES: [&str; 12] = [
    "王", "李", "张", "刘", "陈", "单", "曾", "解", "吕", "欧阳", "赵", "石",
];
const GIVEN: [&str; 14] = [
    "芳", "明", "小满", "静", "雄", "伟", "娜", "强", "磊", "洋", "志远", "玉兰", "建国", "思齐",
];

fn main() {
    divan::main();
}

fn person(n: usize) -> Person {
    let name = format!("{}{}", SURNAMES[n % 12], GIVEN[n / 12 % 14]);
    Person {
        number: StaffNo(format!("{n:05}")),
        name,
        title: "办税员".to_owned(),
        scope: format!("业务{}、登记、发票", n % 90),
        department: format!("第{}税务所", n % 180),
        roles: vec![if n.is_multiple_of(3) {
            Role::Handler
        } else {
            Role::Clerk
        }],
        ..Person::default()
    }
}

/// The office, made once.
fn hall() -> &'static Path {
    static HALL: OnceLock<tempfile::TempDir> = OnceLock::new();
    HALL.get_or_init(|| {
        let room = tempfile::tempdir().unwrap();
        make(room.path());
        room
    })
    .path()
}

fn desk() -> Desk {
    let clock = Box::new(FixedClock(PRESENT));
    let path = hall().join("register.db");
    Desk::open(&path, Mode::ReadWrite, clock, Box::new(SystemEntropy)).unwrap()
}

fn make(room: &Path) {
    let mut catalog = builtin::catalog::examples().unwrap();
    let known = catalog.matters.clone();
    for (n, matter) in (known.len()..MATTERS).zip(known.iter().cycle()) {
        let mut matter = matter.clone();
        matter.id.0 = format!("m{n}");
        matter.name = format!("{}第{n}类", matter.name);
        matter.name_en = format!("{} no. {n}", matter.name_en);
        catalog.matters.push(matter);
    }
    let founding = Founding {
        name: "某省税务局".to_owned(),
        offset_minutes: 480,
        hours: String::new(),
        sandbox: true,
        present: None,
        lang: "zh".to_owned(),
        complaint_line: String::new(),
        rulebook: builtin::rulebook::rulebook("tax").unwrap().unwrap(),
        catalog,
    };
    let clock = Box::new(FixedClock(PRESENT));
    let path = room.join("register.db");
    let mut desk = Desk::found(&path, &founding, clock, Box::new(SystemEntropy)).unwrap();
    let people: Vec<_> = (0..PEOPLE).map(|n| (person(n), None)).collect();
    desk.record_people(&people, &[0; 32]).unwrap();
    let register = Register {
        visitor: Visitor {
            name: "赵小满".to_owned(),
            ..Visitor::default()
        },
        words: "问路".to_owned(),
        ..Register::default()
    };
    let envelope = Envelope::of(Command::Register(Box::new(register)));
    desk.carry_out(&Actor::Staff("00001".into()), &envelope)
        .unwrap();
}

fn app() -> App {
    let room = hall();
    let setting = Setting {
        desk: desk(),
        lang: Lang::Zh,
        theme: Theme::default(),
        pepper: room.join("pepper"),
        drafts: Drafts::at(&room.join("drafts")),
        sheets: room.to_owned(),
    };
    let mut app = App::new(setting, SIZE).unwrap();
    app.sign_in_as(&StaffNo::from("00001")).unwrap();
    app
}

fn key(app: &mut App, code: KeyCode) {
    app.input(Input::Key(KeyEvent::from(code)));
}

fn control(app: &mut App, letter: char) {
    let key = KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL);
    app.input(Input::Key(key));
}

/// Types a query letter by letter and takes it back, each key with its frame: the
/// time is that of all its keys.
fn keys_and_frames(bencher: Bencher, mut app: App, query: &str) {
    let mut screen = Screen::new(sink(), SIZE.0, SIZE.1);
    screen.draw(|canvas| app.draw(canvas)).unwrap();
    bencher
        .counter(divan::counter::ItemsCount::new(query.len() + 1))
        .bench_local(|| {
            for letter in query.chars() {
                key(&mut app, KeyCode::Char(letter));
                screen.draw(|canvas| app.draw(canvas)).unwrap();
            }
            control(&mut app, 'u');
            screen.draw(|canvas| app.draw(canvas)).unwrap()
        });
}

/// What one search costs among all people.
#[divan::bench(args = ["w", "wf", "wfz", "zhx", "wangfang", "wangfamg", "第9税务所", "19999", "xqzzq"])]
fn a_search_among_the_people(bencher: Bencher, typed: &str) {
    let desk = desk();
    let roster = Offers::default().roster(&desk);
    let none = Habits::none();
    let shelf = Shelf::from(roster.receivers(&"00001".into(), "", &none));
    bencher.bench_local(|| shelf.find(typed));
}

/// The receiver of a handoff, typed in the form.
#[divan::bench(args = ["w", "wf", "ouyangn"])]
fn keys_in_the_receiver_of_the_form(bencher: Bencher, typed: &str) {
    let mut app = app();
    key(&mut app, KeyCode::F(1));
    for _ in 0..5 {
        key(&mut app, KeyCode::Tab);
    }
    key(&mut app, KeyCode::Char('3'));
    keys_and_frames(bencher, app, typed);
}

/// The matter, typed in the form.
#[divan::bench(args = ["f", "fply", "budongchan"])]
fn keys_in_the_matter_of_the_form(bencher: Bencher, typed: &str) {
    let mut app = app();
    key(&mut app, KeyCode::F(1));
    for _ in 0..3 {
        key(&mut app, KeyCode::Tab);
    }
    keys_and_frames(bencher, app, typed);
}

/// The form opens, and the receivers are proposed anew.
#[divan::bench]
fn the_receivers_are_proposed(bencher: Bencher) {
    let mut app = app();
    let mut screen = Screen::new(sink(), SIZE.0, SIZE.1);
    key(&mut app, KeyCode::F(1));
    for _ in 0..5 {
        key(&mut app, KeyCode::Tab);
    }
    key(&mut app, KeyCode::Char('3'));
    bencher.bench_local(|| {
        key(&mut app, KeyCode::BackTab);
        key(&mut app, KeyCode::Tab);
        screen.draw(|canvas| app.draw(canvas)).unwrap()
    });
}

/// A form over the queue opens with all the people in it, and closes.
#[divan::bench]
fn the_hand_off_opens_over_the_queue(bencher: Bencher) {
    let mut app = app();
    let mut screen = Screen::new(sink(), SIZE.0, SIZE.1);
    key(&mut app, KeyCode::F(2));
    bencher.bench_local(|| {
        key(&mut app, KeyCode::Char('h'));
        screen.draw(|canvas| app.draw(canvas)).unwrap();
        key(&mut app, KeyCode::Esc);
        screen.draw(|canvas| app.draw(canvas)).unwrap()
    });
}

/// The palette opens over the queue: every command says why it cannot be done now.
#[divan::bench]
fn the_palette_opens_over_the_queue(bencher: Bencher) {
    let mut app = app();
    let mut screen = Screen::new(sink(), SIZE.0, SIZE.1);
    key(&mut app, KeyCode::F(2));
    bencher.bench_local(|| {
        control(&mut app, 'p');
        screen.draw(|canvas| app.draw(canvas)).unwrap();
        key(&mut app, KeyCode::Esc);
        screen.draw(|canvas| app.draw(canvas)).unwrap()
    });
}
