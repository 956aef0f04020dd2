//! The pictures in `screenshots/`, drawn by the real app on the demonstration
//! register. `UPDATE_SCREENSHOTS=1 cargo test --test app screenshots` renews them;
//! without it a picture that differs from what the app draws is a failure.

#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests")]

use std::fs;
use std::path::{Path, PathBuf};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use shouwen::clock::FixedClock;
use shouwen::demo::{self, Recipe};
use shouwen::desk::Desk;
use shouwen::domain::ids::StaffNo;
use shouwen::drafts::Drafts;
use shouwen::entropy::SeededEntropy;
use shouwen::i18n::Lang;
use shouwen::store::Mode;
use shouwen::tui::app::{App, Setting};
use shouwen::tui::draw::Picture;
use shouwen::tui::input::Input;
use shouwen::tui::svg;
use shouwen::tui::theme::Theme;

/// Each picture: its name, its size, who is signed in, and the keys that lead to it.
const PICTURES: &[(&str, (u16, u16), &str, &str)] = &[
    ("queue", (80, 24), "1001", ""),
    ("queue-wide", (120, 40), "1001", "vvv"),
    ("explain", (80, 24), "1001", "jje"),
    (
        "register",
        (80, 24),
        "1001",
        "<f1>13900000001<cr>赵小满<cr><cr>fply<cr>第一次开店，不知道要带什么<cr>3",
    ),
    ("checklist", (80, 24), "1001", "<f3>bdczydj<cr>"),
    ("handover", (80, 24), "1001", "<f4>"),
    ("ledger", (80, 24), "1001", "<f5>"),
    ("ledger-wide", (120, 40), "1001", "<f5>ahejing<cr>"),
    ("figures", (80, 24), "1001", "<f5>F[vvjll"),
    ("help", (80, 24), "1001", "?"),
];

fn register(dir: &Path) -> PathBuf {
    let path = dir.join("demo.db");
    let rulebook = shouwen::builtin::rulebook::rulebook("tax")
        .unwrap()
        .unwrap();
    let recipe = Recipe {
        inquiries: 300,
        ..Recipe::new(&path, rulebook)
    };
    demo::make(&recipe, &mut |_, _| {}).unwrap();
    path
}

fn app(path: &Path, dir: &Path, lang: Lang, staff: &str, size: (u16, u16)) -> App {
    let desk = Desk::open(
        path,
        Mode::ReadWrite,
        Box::new(FixedClock(demo::PRESENT)),
        Box::new(SeededEntropy::new(1)),
    )
    .unwrap();
    let setting = Setting {
        desk,
        lang,
        theme: Theme::default(),
        pepper: dir.join("pepper"),
        drafts: Drafts::at(&dir.join("drafts")),
        sheets: dir.to_owned(),
    };
    let mut app = App::new(setting, size).unwrap();
    app.sign_in_as(&StaffNo::from(staff)).unwrap();
    app
}

fn press(app: &mut App, keys: &str) {
    let mut rest = keys;
    while let Some(first) = rest.chars().next() {
        let named = rest
            .strip_prefix('<')
            .and_then(|inside| inside.split_once('>'));
        let key = if let Some((name, after)) = named {
            rest = after;
            named_key(name)
        } else {
            rest = &rest[first.len_utf8()..];
            KeyEvent::from(KeyCode::Char(first))
        };
        if app.input(Input::Key(key)).moved {
            app.rested();
        }
    }
    app.rested();
}

fn named_key(name: &str) -> KeyEvent {
    match name {
        "cr" => KeyCode::Enter.into(),
        "tab" => KeyCode::Tab.into(),
        "esc" => KeyCode::Esc.into(),
        "down" => KeyCode::Down.into(),
        _ => match name.split_at(1) {
            ("f", number) => KeyCode::F(number.parse().unwrap()).into(),
            ("^", letter) => {
                let letter = letter.chars().next().unwrap();
                KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL)
            }
            _ => panic!("no key is called {name}"),
        },
    }
}

#[test]
fn the_pictures_show_what_the_app_draws() {
    let dir = tempfile::tempdir().unwrap();
    let path = register(dir.path());
    let shown = Path::new(env!("CARGO_MANIFEST_DIR")).join("screenshots");
    let renew = std::env::var_os("UPDATE_SCREENSHOTS").is_some();
    for (lang, suffix) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        for (name, size, staff, keys) in PICTURES {
            let room = dir.path().join(format!("{name}-{suffix}"));
            let mut app = app(&path, &room, lang, staff, *size);
            press(&mut app, keys);
            let picture = Picture::paint(size.0, size.1, |canvas| app.draw(canvas));
            let svg = svg::draw(&picture, &format!("shouwen {name}"));
            let file = shown.join(format!("{name}-{suffix}.svg"));
            if renew {
                fs::create_dir_all(&shown).unwrap();
                fs::write(&file, &svg).unwrap();
                continue;
            }
            let kept = fs::read_to_string(&file).unwrap_or_default();
            assert!(
                kept == svg,
                "{} is stale; UPDATE_SCREENSHOTS=1 cargo test --test app screenshots renews it.\n{}",
                file.display(),
                picture.text()
            );
        }
    }
}
