//! A counter with the form open: keys go in as the program would pass them on.

use std::collections::HashMap;

use chrono::NaiveDateTime;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::super::*;
use crate::clock::ManualClock;
use crate::desk::{Actor, Desk, Founding};
use crate::domain::ids::StaffNo;
use crate::domain::rulebook::Rulebook;
use crate::domain::staff::Person;
use crate::entropy::SeededEntropy;
use crate::i18n::names::Names;
use crate::offer::Offers;
use crate::tui::draw::Picture;
use crate::tui::keymap;
use crate::tui::theme::Theme;

/// A counter with this form open.
pub struct Counter {
    _home: tempfile::TempDir,
    pub desk: Desk,
    pub clock: ManualClock,
    pub me: Person,
    names: Names,
    offers: Offers,
    theme: Theme,
    lang: Lang,
    pub screen: Register,
    area: Rect,
    pub keys: usize,
    pub said: Vec<Message>,
    pub gone: Option<Target>,
    pub asked: Option<(String, Outcome)>,
}

fn person(number: &str, name: &str, department: &str, scope: &str, role: Role) -> Person {
    Person {
        number: number.into(),
        name: name.into(),
        title: "办税员".into(),
        scope: scope.into(),
        department: department.into(),
        roles: vec![role],
        ..Person::default()
    }
}

pub fn people() -> Vec<Person> {
    vec![
        person("1001", "李明", "办税服务厅", "登记、发票", Role::Clerk),
        person("1002", "刘洋", "办税服务厅", "登记、发票", Role::Clerk),
        person("2001", "周立新", "税政科", "增值税", Role::Handler),
        person("2003", "王芳", "税政科", "发票、增值税", Role::Handler),
        person("2005", "郑志刚", "征管科", "注销清税", Role::Handler),
        person("3001", "何静", "办税服务厅", "办税服务厅", Role::Supervisor),
        person("9001", "苏工", "信息中心", "系统", Role::Admin),
    ]
}

pub fn at(text: &str) -> Moment {
    let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
    Moment::from_local(local, crate::i18n::refusal::china())
}

pub fn counter() -> Counter {
    under(crate::builtin::rulebook::rulebook("tax").unwrap().unwrap())
}

/// A counter of an office with a rulebook of its own.
pub fn under(rulebook: Rulebook) -> Counter {
    let home = tempfile::tempdir().unwrap();
    let clock = ManualClock::at(at("2026-04-03 16:50"));
    let founding = Founding {
        name: "税务局".into(),
        offset_minutes: 480,
        hours: String::new(),
        sandbox: true,
        present: None,
        lang: String::new(),
        complaint_line: String::new(),
        rulebook,
        catalog: crate::builtin::catalog::examples().unwrap(),
    };
    let mut desk = Desk::found(
        &home.path().join("register.db"),
        &founding,
        Box::new(clock.clone()),
        Box::new(SeededEntropy::new(7)),
    )
    .unwrap();
    let staff: Vec<_> = people().into_iter().map(|one| (one, None)).collect();
    desk.record_people(&staff, b"pepper").unwrap();
    let names: HashMap<StaffNo, String> = people()
        .into_iter()
        .map(|one| (one.number, one.name))
        .collect();
    let mut counter = Counter {
        _home: home,
        desk,
        clock,
        me: people().remove(0),
        names: Names::new(names, crate::i18n::refusal::china()),
        offers: Offers::default(),
        theme: Theme::default(),
        lang: Lang::Zh,
        screen: Register::new(),
        area: Rect::new(0, 1, 80, 21),
        keys: 0,
        said: vec![],
        gone: None,
        asked: None,
    };
    counter.arrive(&Target::Screen(ScreenId::Register));
    counter
}

impl Counter {
    pub fn with<T>(&mut self, act: impl FnOnce(&mut Register, &Ctx) -> T) -> T {
        let cx = Ctx {
            desk: &self.desk,
            now: self.desk.now(),
            lang: self.lang,
            theme: &self.theme,
            me: &self.me,
            names: &self.names,
            offers: &self.offers,
        };
        act(&mut self.screen, &cx)
    }

    pub fn arrive(&mut self, target: &Target) {
        let area = self.area;
        self.with(|screen, cx| screen.arrive(cx, target, area));
    }

    pub fn speak(&mut self, lang: Lang) {
        self.lang = lang;
        self.with(Screen::refresh);
    }

    pub fn size(&mut self, width: u16, height: u16) {
        self.area = Rect::new(0, 1, width, height - 3);
        let area = self.area;
        self.with(|screen, cx| screen.resized(cx, area));
    }

    fn press(&mut self, key: KeyEvent) {
        self.keys += 1;
        let typing = self.screen.typing();
        let outcome = match keymap::action(Scope::Register, key, typing) {
            Some(action) => self.with(|screen, cx| screen.act(cx, action)),
            None => self.with(|screen, cx| screen.input(cx, key)),
        };
        self.follow(outcome);
    }

    pub fn follow(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Say(message) => self.said.push(message),
            Outcome::Go(target) => self.gone = Some(target),
            Outcome::Run(envelope) => {
                let actor = Actor::Staff(self.me.number.clone());
                let result = self.desk.carry_out(&actor, &envelope);
                let after = self.with(|screen, cx| screen.done(cx, &envelope, result.as_ref()));
                self.follow(after);
            }
            Outcome::Confirm { words, then } => self.asked = Some((words, *then)),
            Outcome::Moved => self.with(Screen::rested),
            Outcome::RunEach(_) => panic!("the form runs one command"),
            Outcome::Several(all) => all.into_iter().for_each(|one| self.follow(one)),
            Outcome::Ignored
            | Outcome::Handled
            | Outcome::RunAs { .. }
            | Outcome::Show(_)
            | Outcome::Papers(_)
            | Outcome::Export(_) => {}
        }
    }

    /// Types: letters as they are, and `<tab>`, `<s-tab>`, `<down>`, `<up>`,
    /// `<left>`, `<right>`, `<bs>`, `<esc>`, `<^s>`; `\n` is Enter.
    pub fn keys(&mut self, typed: &str) -> &mut Self {
        let mut rest = typed;
        while let Some(first) = rest.chars().next() {
            if first == '<' {
                let (name, after) = rest[1..].split_once('>').unwrap();
                self.press(named(name));
                rest = after;
            } else {
                let code = if first == '\n' {
                    KeyCode::Enter
                } else {
                    KeyCode::Char(first)
                };
                self.press(KeyEvent::from(code));
                rest = &rest[first.len_utf8()..];
            }
        }
        self
    }

    fn picture(&mut self) -> Picture {
        let area = self.area;
        self.with(|screen, cx| {
            Picture::paint(area.width, area.height + 3, |canvas| {
                screen.render(cx, canvas, area);
            })
        })
    }

    pub fn text(&mut self) -> String {
        self.picture().text()
    }

    pub fn shows(&mut self, wanted: &[&str]) -> &mut Self {
        let text = self.text();
        for words in wanted {
            assert!(text.contains(words), "no {words:?} on\n{text}");
        }
        self
    }

    pub fn said(&self) -> &str {
        self.said.last().map_or("", |message| &message.text)
    }

    pub fn newest(&self) -> crate::store::InquiryRow {
        self.desk.read().newest(1).unwrap().remove(0)
    }

    pub fn registered(&self) -> usize {
        self.desk.read().newest(100).unwrap().len()
    }
}

fn named(name: &str) -> KeyEvent {
    let code = match name {
        "tab" => KeyCode::Tab,
        "s-tab" => KeyCode::BackTab,
        "down" => KeyCode::Down,
        "up" => KeyCode::Up,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "bs" => KeyCode::Backspace,
        "esc" => KeyCode::Esc,
        other => {
            let letter = other.strip_prefix('^').unwrap().chars().next().unwrap();
            return KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL);
        }
    };
    KeyEvent::from(code)
}
