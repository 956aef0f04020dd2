//! A day at the counter, typed as keys into the real app.
//!
//! ```text
//! journey().at("2026-04-03 16:50").keys("1…<enter>").shows("已登记")
//! ```
//! Keys stand in one line: characters as they are, `<enter>`, `<tab>`, `<s-tab>`,
//! `<esc>`, `<f2>`, `<c-s>`, `<down>` and their like.

#![allow(dead_code, reason = "each test file uses a part of it")]

use std::rc::Rc;
use std::sync::OnceLock;

use chrono::{FixedOffset, NaiveDateTime};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use shouwen::builtin::{catalog, rulebook};
use shouwen::clock::ManualClock;
use shouwen::desk::{Desk, Founding, Pin, pepper_at};
use shouwen::domain::ids::StaffNo;
use shouwen::domain::staff::{Person, Role};
use shouwen::domain::time::Moment;
use shouwen::drafts::Drafts;
use shouwen::entropy::{SeededEntropy, SystemEntropy};
use shouwen::i18n::Lang;
use shouwen::store::Mode;
use shouwen::tui::app::{App, Setting};
use shouwen::tui::draw::Picture;
use shouwen::tui::input::Input;
use shouwen::tui::theme::Theme;

/// A register of a tax office, with its keys and drafts.
pub struct Hall {
    dir: tempfile::TempDir,
    clock: ManualClock,
}

/// One person's terminal.
pub struct Journey {
    hall: Rc<Hall>,
    app: App,
    lang: Lang,
    size: (u16, u16),
    typed: String,
}

fn moment(text: &str) -> Moment {
    let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M")
        .unwrap_or_else(|_| panic!("no such time: {text}"));
    Moment::from_local(local, FixedOffset::east_opt(8 * 3600).unwrap())
}

/// A visitor who asks for invoices, left with the clerk.
pub const INVOICES: &str = "<f1>13900000001<enter>赵小满<enter><enter>fply<enter><enter><enter>";

/// The same visitor, handed to 陈静 of 税政科.
pub const TO_CHEN: &str =
    "<f1>13900000001<enter>赵小满<enter><enter>fply<enter><enter>3cj<enter><enter>";

/// A clerk who has just handed a visitor to 税政科, and the handler there.
pub fn handed(lang: Lang) -> (Journey, Journey) {
    let mut li = journey();
    li.speak(lang).keys(TO_CHEN);
    li.shows("20260403-0001");
    let mut chen = li.beside("2003");
    chen.speak(lang);
    (li, chen)
}

/// The PIN of everyone in the hall; 1002's was drawn and must be changed.
pub const PIN: &str = "135790";

/// The two clerks stand in for each other, the handler of 征管科 for the one of 税政科.
fn substitute(number: &str) -> Option<StaffNo> {
    let other = match number {
        "1001" => "1002",
        "1002" => "1001",
        "2003" => "2004",
        _ => return None,
    };
    Some(other.into())
}

fn people() -> Vec<(Person, Option<Pin>)> {
    let person = |number: &str, name: &str, department: &str, window: &str, role| {
        let person = Person {
            number: number.into(),
            name: name.to_owned(),
            title: "办税员".to_owned(),
            department: department.to_owned(),
            window: window.to_owned(),
            roles: vec![role],
            substitute: substitute(number),
            ..Person::default()
        };
        let pin = Pin {
            digits: PIN.to_owned(),
            one_time: number == "1002",
        };
        (person, Some(pin))
    };
    vec![
        person("1001", "李明", "办税服务厅", "3", Role::Clerk),
        person("1002", "周岚", "办税服务厅", "4", Role::Clerk),
        person("2003", "陈静", "税政科", "", Role::Handler),
        person("2004", "赵宁", "征管科", "", Role::Handler),
        person("3001", "孙卫", "办税服务厅", "1", Role::Supervisor),
        person("4001", "吴琳", "办公室", "", Role::Quality),
    ]
}

impl Hall {
    /// A copy of a hall that is made once: the catalogue takes its time.
    fn new() -> Rc<Self> {
        static FIRST: OnceLock<tempfile::TempDir> = OnceLock::new();
        let first = FIRST.get_or_init(|| Self::found("tax").dir);
        let hall = Self::empty();
        for entry in std::fs::read_dir(first.path()).unwrap() {
            let path = entry.unwrap().path();
            let copy = hall.dir.path().join(path.file_name().unwrap());
            std::fs::copy(&path, copy).unwrap();
        }
        Rc::new(hall)
    }

    fn empty() -> Self {
        Self {
            dir: tempfile::tempdir().expect("a directory"),
            clock: ManualClock::at(moment("2026-04-03 16:50")),
        }
    }

    fn found(book: &str) -> Self {
        let hall = Self::empty();
        let founding = Founding {
            name: "东城办税服务厅".to_owned(),
            offset_minutes: 480,
            hours: String::new(),
            sandbox: true,
            present: None,
            lang: String::new(),
            complaint_line: String::new(),
            rulebook: rulebook::rulebook(book).expect("built in").expect("sound"),
            catalog: catalog::examples().expect("built in"),
        };
        let mut desk = Desk::found(
            &hall.register(),
            &founding,
            Box::new(hall.clock.clone()),
            Box::new(SeededEntropy::new(7)),
        )
        .expect("a register");
        desk.store().without_syncing().expect("speed");
        let pepper = pepper_at(&hall.dir.path().join("pepper"), &mut SystemEntropy).unwrap();
        desk.record_people(&people(), &pepper).expect("staff");
        hall
    }

    fn register(&self) -> std::path::PathBuf {
        self.dir.path().join("register.db")
    }

    fn app(&self, lang: Lang, size: (u16, u16)) -> App {
        let desk = Desk::open(
            &self.register(),
            Mode::ReadWrite,
            Box::new(self.clock.clone()),
            Box::new(SystemEntropy),
        )
        .expect("an open register");
        desk.store().without_syncing().expect("speed");
        let setting = Setting {
            desk,
            lang,
            theme: Theme::default(),
            pepper: self.dir.path().join("pepper"),
            drafts: Drafts::at(&self.dir.path().join("drafts")),
            sheets: self.dir.path().join("sheets"),
        };
        App::new(setting, size).expect("an app")
    }
}

/// A terminal in a new hall, in Chinese, with nobody signed in.
pub fn door() -> Journey {
    let hall = Hall::new();
    let app = hall.app(Lang::Zh, (80, 24));
    Journey {
        hall,
        app,
        lang: Lang::Zh,
        size: (80, 24),
        typed: String::new(),
    }
}

/// A terminal at which 1001 is signed in, in a hall with another rulebook.
pub fn journey_under(book: &str) -> Journey {
    let hall = Rc::new(Hall::found(book));
    let app = hall.app(Lang::Zh, (80, 24));
    let mut journey = Journey {
        hall,
        app,
        lang: Lang::Zh,
        size: (80, 24),
        typed: String::new(),
    };
    journey.sign_in("1001");
    journey
}

/// A terminal in a new hall at which 1001 is signed in, on a Friday at 16:50.
pub fn journey() -> Journey {
    let mut journey = door();
    journey.sign_in("1001");
    journey
}

impl Journey {
    fn sign_in(&mut self, staff: &str) {
        self.app.sign_in_as(&StaffNo::from(staff)).expect("staff");
    }

    /// Another terminal on the same register, with somebody else at it.
    pub fn beside(&self, staff: &str) -> Self {
        let mut other = self.fresh();
        other.sign_in(staff);
        other
    }

    /// A terminal with nobody signed in, on the same register.
    pub fn fresh(&self) -> Self {
        Self {
            hall: Rc::clone(&self.hall),
            app: self.hall.app(self.lang, self.size),
            lang: self.lang,
            size: self.size,
            typed: String::new(),
        }
    }

    /// Another process on the same register, at the same time.
    pub fn process(&self) -> Desk {
        Desk::open(
            &self.hall.register(),
            Mode::ReadWrite,
            Box::new(self.hall.clock.clone()),
            Box::new(SystemEntropy),
        )
        .expect("an open register")
    }

    /// Sets everyone's clock.
    pub fn at(&mut self, time: &str) -> &mut Self {
        self.hall.clock.set(moment(time));
        self
    }

    /// Resizes the terminal.
    pub fn size(&mut self, width: u16, height: u16) -> &mut Self {
        self.size = (width, height);
        self.app.input(Input::Resize);
        self.app.resize(self.size);
        self
    }

    /// Puts the terminal into a language, by its key.
    pub fn speak(&mut self, lang: Lang) -> &mut Self {
        if self.app.lang() != lang {
            self.keys("<f8>");
        }
        self.lang = lang;
        self
    }

    /// Types.
    pub fn keys(&mut self, typed: &str) -> &mut Self {
        self.typed.push_str(typed);
        let mut rest = typed;
        while let Some(first) = rest.chars().next() {
            let name = rest.strip_prefix('<').and_then(|rest| rest.split_once('>'));
            let (key, length) = match name {
                Some((name, _)) => (named(name), name.len() + 2),
                None => (KeyEvent::from(KeyCode::Char(first)), first.len_utf8()),
            };
            if self.app.input(Input::Key(key)).moved {
                self.app.rested();
            }
            rest = &rest[length..];
        }
        self
    }

    /// Pastes.
    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.app.input(Input::Paste(text.to_owned()));
        self
    }

    /// A second has gone by.
    pub fn tick(&mut self) -> &mut Self {
        self.app.tick();
        self
    }

    /// Whether the bell rings now.
    pub fn rings(&mut self) -> bool {
        self.app.take_bell()
    }

    /// The line to the terminal breaks.
    pub fn hang_up(&mut self) {
        self.app.input(Input::Hangup);
        assert!(self.app.is_over());
    }

    /// Whether the person has left.
    pub fn is_over(&self) -> bool {
        self.app.is_over()
    }

    /// What stands on the screen.
    pub fn screen(&self) -> String {
        let (width, height) = self.size;
        Picture::paint(width, height, |canvas| self.app.draw(canvas)).text()
    }

    /// Holds that these words stand on the screen.
    pub fn shows(&mut self, words: &str) -> &mut Self {
        let screen = self.screen();
        assert!(
            screen.contains(words),
            "no “{words}” after {}\n{screen}",
            self.typed
        );
        self
    }

    /// Holds that these words do not stand on the screen.
    pub fn hides(&mut self, words: &str) -> &mut Self {
        let screen = self.screen();
        assert!(
            !screen.contains(words),
            "“{words}” after {}\n{screen}",
            self.typed
        );
        self
    }

    /// Holds that the record is whole.
    pub fn is_whole(&mut self) -> &mut Self {
        let desk = Desk::open(
            &self.hall.register(),
            Mode::ReadOnly,
            Box::new(self.hall.clock.clone()),
            Box::new(SystemEntropy),
        )
        .unwrap();
        let audit = desk.store().audit().unwrap();
        assert!(audit.differences.is_empty(), "{audit:?}");
        self
    }
}

fn named(name: &str) -> KeyEvent {
    if let Some(letter) = name.strip_prefix("c-") {
        let letter = letter.chars().next().expect("a letter after c-");
        return KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL);
    }
    if let Some(number) = name.strip_prefix('f').and_then(|n| n.parse().ok()) {
        return KeyEvent::from(KeyCode::F(number));
    }
    KeyEvent::from(match name {
        "enter" => KeyCode::Enter,
        "tab" => KeyCode::Tab,
        "s-tab" => KeyCode::BackTab,
        "esc" => KeyCode::Esc,
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "bs" => KeyCode::Backspace,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "pgup" => KeyCode::PageUp,
        "pgdn" => KeyCode::PageDown,
        other => panic!("no key is called {other}"),
    })
}
