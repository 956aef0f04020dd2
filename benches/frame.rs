//! One frame: a key taken, the screen painted, compared and sent.
#![allow(clippy::unwrap_used)]

use std::io::sink;

use crossterm::event::{KeyCode, KeyEvent};
use divan::Bencher;
use shouwen::clock::FixedClock;
use shouwen::demo::{self, PRESENT, Recipe};
use shouwen::desk::Desk;
use shouwen::domain::ids::StaffNo;
use shouwen::drafts::Drafts;
use shouwen::entropy::SystemEntropy;
use shouwen::i18n::Lang;
use shouwen::store::Mode;
use shouwen::tui::app::{App, Setting};
use shouwen::tui::draw::Screen;
use shouwen::tui::input::Input;
use shouwen::tui::theme::Theme;

const SIZE: (u16, u16) = (120, 40);

fn main() {
    divan::main();
}

fn app(room: &std::path::Path) -> App {
    let book = shouwen::builtin::rulebook::rulebook("tax")
        .unwrap()
        .unwrap();
    let path = room.join("hall.db");
    demo::make(&Recipe::new(&path, book), &mut |_, _| {}).unwrap();
    let desk = Desk::open(
        &path,
        Mode::ReadWrite,
        Box::new(FixedClock(PRESENT)),
        Box::new(SystemEntropy),
    )
    .unwrap();
    let setting = Setting {
        desk,
        lang: Lang::Zh,
        theme: Theme::default(),
        pepper: room.join("pepper"),
        drafts: Drafts::at(&room.join("drafts")),
        sheets: room.to_owned(),
    };
    let mut app = App::new(setting, SIZE).unwrap();
    app.sign_in_as(&StaffNo::from("1001")).unwrap();
    app
}

/// Up and down the queue, each key with its frame.
#[divan::bench]
fn a_key_and_its_frame(bencher: Bencher) {
    let room = tempfile::tempdir().unwrap();
    let mut app = app(room.path());
    let mut screen = Screen::new(sink(), SIZE.0, SIZE.1);
    let mut down = true;
    bencher.bench_local(|| {
        let key = if down { 'j' } else { 'k' };
        down = !down;
        app.input(Input::Key(KeyEvent::from(KeyCode::Char(key))));
        screen.draw(|canvas| app.draw(canvas)).unwrap()
    });
}

/// The whole screen, as after a resize.
#[divan::bench]
fn a_full_repaint(bencher: Bencher) {
    let room = tempfile::tempdir().unwrap();
    let app = app(room.path());
    let mut screen = Screen::new(sink(), SIZE.0, SIZE.1);
    bencher.bench_local(|| {
        screen.invalidate();
        screen.draw(|canvas| app.draw(canvas)).unwrap()
    });
}
