//! A desk with people at it and a screen under the fingers, for the screens' tests.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::Rect;
use tempfile::TempDir;

use crate::builtin;
use crate::clock::ManualClock;
use crate::demo;
use crate::desk::{Actor, Desk, DeskError, Done, Founding, Pin};
use crate::domain::command::{Command, Envelope, Register, Visitor};
use crate::domain::ids::{Number, StaffNo};
use crate::domain::printing::PaperSize;
use crate::domain::staff::{Person, Role};
use crate::domain::time::Moment;
use crate::entropy::SeededEntropy;
use crate::i18n::Lang;
use crate::i18n::names::Names;
use crate::offer::Offers;
use crate::store::Mode;
use crate::tui::draw::Picture;
use crate::tui::keymap::{Action, Chord, KEYMAP, Scope};
use crate::tui::screen::{Ctx, Message, Outcome, Screen, Sheet, TakeOut, Target};
use crate::tui::theme::Theme;

const PEPPER: [u8; 32] = [7; 32];

/// A register of a tax office in a directory of its own, on 7 April 2026 at 10:42.
pub struct Office {
    pub desk: Desk,
    pub clock: ManualClock,
    pub lang: Lang,
    pub me: Person,
    theme: Theme,
    names: Names,
    offers: Offers,
    _dir: TempDir,
}

/// An instant of the office's wall clock, `2026-04-07 10:42`.
pub fn at(local: &str) -> Moment {
    Moment::parse_rfc3339(&format!("{}:00+08:00", local.replace(' ', "T"))).unwrap()
}

fn person(number: &str, name: &str, department: &str, window: &str, roles: &[Role]) -> Person {
    Person {
        number: number.into(),
        name: name.into(),
        title: "办税员".into(),
        department: department.into(),
        window: window.into(),
        roles: roles.to_vec(),
        ..Person::default()
    }
}

impl Office {
    pub fn new(lang: Lang) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let clock = ManualClock::at(at("2026-04-07 10:42"));
        let founding = Founding {
            name: "青山县税务局".into(),
            offset_minutes: 480,
            hours: String::new(),
            sandbox: true,
            present: None,
            lang: String::new(),
            complaint_line: String::new(),
            rulebook: builtin::rulebook::rulebook("tax").unwrap().unwrap(),
            catalog: builtin::catalog::examples().unwrap(),
        };
        let path = dir.path().join("register.db");
        let entropy = Box::new(SeededEntropy::new(7));
        let mut desk = Desk::found(&path, &founding, Box::new(clock.clone()), entropy).unwrap();
        let mut me = person("1001", "李明", "办税厅", "3号窗", &[Role::Clerk]);
        me.substitute = Some("1003".into());
        let people = [
            me.clone(),
            person("1002", "王芳", "税政科", "", &[Role::Handler]),
            person("1003", "刘洋", "办税厅", "3号窗", &[Role::Clerk]),
            person("1009", "赵质检", "质检科", "", &[Role::Quality]),
        ];
        let pin = |digits: &str| {
            Some(Pin {
                digits: digits.into(),
                one_time: false,
            })
        };
        let people: Vec<_> = people
            .into_iter()
            .map(|one| {
                let pin = pin(&format!("90{}", one.number));
                (one, pin)
            })
            .collect();
        desk.record_people(&people, &PEPPER).unwrap();
        let names = Names::new(desk.read().names().unwrap(), desk.office().offset);
        Self {
            desk,
            clock,
            lang,
            me,
            theme: Theme::default(),
            names,
            offers: Offers::default(),
            _dir: dir,
        }
    }

    /// The hall of a demonstration under a rulebook, with work of every kind in hand.
    pub fn demo(lang: Lang, book: &str, inquiries: u32) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("hall.db");
        let book = builtin::rulebook::rulebook(book).unwrap().unwrap();
        let mut recipe = demo::Recipe::new(&path, book);
        recipe.inquiries = inquiries;
        demo::make(&recipe, &mut |_, _| {}).unwrap();
        let clock = ManualClock::at(demo::PRESENT);
        let entropy = Box::new(SeededEntropy::new(7));
        let desk = Desk::open(&path, Mode::ReadWrite, Box::new(clock.clone()), entropy).unwrap();
        let me = desk.person(&"1001".into()).unwrap();
        let names = Names::new(desk.read().names().unwrap(), desk.office().offset);
        Self {
            desk,
            clock,
            lang,
            me,
            theme: Theme::default(),
            names,
            offers: Offers::default(),
            _dir: dir,
        }
    }

    /// Signs someone else in.
    pub fn sign_in(&mut self, number: &str) {
        self.me = self.desk.person(&number.into()).unwrap();
    }

    pub fn cx(&self) -> Ctx<'_> {
        Ctx {
            desk: &self.desk,
            now: self.desk.now(),
            lang: self.lang,
            theme: &self.theme,
            me: &self.me,
            names: &self.names,
            offers: &self.offers,
        }
    }

    /// Carries out a command as someone.
    pub fn carry_out(&mut self, staff: &str, command: Command) -> Done {
        let actor = Actor::Staff(staff.into());
        self.desk.carry_out(&actor, &Envelope::of(command)).unwrap()
    }

    /// Registers a visitor with 李明.
    pub fn register(&mut self, name: &str, phone: &str, matter: &str, words: &str) -> Number {
        let command = Register {
            visitor: Visitor {
                name: name.into(),
                phone: phone.into(),
                ..Visitor::default()
            },
            matter: matter.into(),
            words: words.into(),
            ..Register::default()
        };
        let done = self.carry_out("1001", Command::Register(Box::new(command)));
        Number(done.subject)
    }
}

/// A screen under the fingers, and what came of the keys.
pub struct Hands<S> {
    pub office: Office,
    pub screen: S,
    pub said: Option<Message>,
    pub shown: Option<Sheet>,
    pub went: Option<Target>,
    pub took: Option<TakeOut>,
    /// Whether the screen hears of a PIN that was not taken.
    pub hears_of_pins: bool,
    asked: Option<Outcome>,
    area: Rect,
}

impl<S: Screen + Default> Hands<S> {
    /// A screen of this size, arrived at.
    pub fn on(office: Office, (width, height): (u16, u16), target: &Target) -> Self {
        // The line of screens above; the message, and the keys, below.
        let area = Rect::new(0, 1, width, height - 3);
        let mut hands = Self {
            office,
            screen: S::default(),
            said: None,
            shown: None,
            went: None,
            took: None,
            hears_of_pins: true,
            asked: None,
            area,
        };
        hands.arrive(target);
        hands
    }

    pub fn arrive(&mut self, target: &Target) {
        self.screen.arrive(&self.office.cx(), target, self.area);
    }

    /// Presses keys: letters, and names such as `<enter>` or `<tab>`.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        let mut rest = keys;
        while let Some(first) = rest.chars().next() {
            let named = rest.strip_prefix('<').and_then(|rest| rest.split_once('>'));
            let code = if let Some((name, after)) = named {
                rest = after;
                key(name)
            } else {
                rest = &rest[first.len_utf8()..];
                KeyCode::Char(first)
            };
            self.key(KeyEvent::new(code, KeyModifiers::NONE));
        }
        self
    }

    fn key(&mut self, key: KeyEvent) {
        if let Some(asked) = self.asked.take() {
            if key.code == KeyCode::Char('y') {
                self.follow(asked);
            }
            return;
        }
        let cx = self.office.cx();
        let (scope, typing) = (self.screen.scope(), self.screen.typing());
        let outcome = match action(scope, key, typing) {
            Some(action) => match self.screen.enabled(&cx, action) {
                Ok(()) => self.screen.act(&cx, action),
                Err(why) => Outcome::Say(Message::bad(why)),
            },
            None => self.screen.input(&cx, key),
        };
        self.follow(outcome);
        self.screen.rested(&self.office.cx());
    }

    fn follow(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Ignored | Outcome::Handled | Outcome::Moved => {}
            Outcome::Say(message) => self.said = Some(message),
            Outcome::Show(sheet) => self.shown = Some(*sheet),
            Outcome::Papers(all) => {
                self.shown = all.first().map(|one| Sheet {
                    title: one.drawn.title.clone(),
                    text: one.drawn.text(PaperSize::A4).to_owned(),
                    file: String::new(),
                });
            }
            Outcome::Export(ask) => self.took = Some(*ask),
            Outcome::Go(target) => self.went = Some(target),
            Outcome::RunEach(all) => {
                let me = self.office.me.number.clone();
                for envelope in all {
                    self.run(&me, &envelope);
                }
            }
            Outcome::Several(all) => all.into_iter().for_each(|one| self.follow(one)),
            Outcome::Confirm { then, words } => {
                self.said = Some(Message::plain(words));
                self.asked = Some(*then);
            }
            Outcome::Run(envelope) => {
                let me = self.office.me.number.clone();
                self.run(&me, &envelope);
            }
            Outcome::RunAs {
                staff,
                pin,
                envelope,
            } => match self.office.desk.sign_in(&staff, &pin, &PEPPER) {
                Ok(_) => self.run(&staff, &envelope),
                Err(error) => {
                    let refused = DeskError::Reference(error.to_string());
                    self.said = Some(Message::bad(error.to_string()));
                    if self.hears_of_pins {
                        let cx = self.office.cx();
                        let outcome = self.screen.done(&cx, &envelope, Err(&refused));
                        self.follow(outcome);
                    }
                }
            },
        }
    }

    fn run(&mut self, staff: &StaffNo, envelope: &Envelope) {
        let actor = Actor::Staff(staff.clone());
        let result = self.office.desk.carry_out(&actor, envelope);
        let cx = self.office.cx();
        let outcome = self.screen.done(&cx, envelope, result.as_ref());
        self.follow(outcome);
    }

    /// The screen as it looks.
    pub fn look(&self) -> String {
        let (width, height) = (self.area.width, self.area.height + 3);
        let cx = self.office.cx();
        let picture = Picture::paint(width, height, |c| self.screen.render(&cx, c, self.area));
        picture.text()
    }

    /// What was said last.
    pub fn heard(&self) -> &str {
        self.said.as_ref().map_or("", |message| &message.text)
    }

    /// The sheet shown last.
    pub fn sheet(&self) -> &str {
        self.shown.as_ref().map_or("", |sheet| &sheet.text)
    }
}

/// As the table of keys says; digits stay with a screen that takes them.
fn action(scope: Scope, key: KeyEvent, typing: bool) -> Option<Action> {
    let fits = |chord: &&Chord| chord.is(key) && !(typing && chord.is_plain());
    KEYMAP
        .iter()
        .filter(|binding| binding.scope == scope)
        .find(|binding| binding.chords.iter().any(|chord| fits(&chord)))
        .map(|binding| binding.action)
}

fn key(name: &str) -> KeyCode {
    match name {
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "tab" => KeyCode::Tab,
        "down" => KeyCode::Down,
        "up" => KeyCode::Up,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "pgdn" => KeyCode::PageDown,
        "pgup" => KeyCode::PageUp,
        "back" => KeyCode::Backspace,
        other => panic!("no key {other}"),
    }
}
