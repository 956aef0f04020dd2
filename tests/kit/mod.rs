//! A counter to try things at: a register of its own, made-up staff, a clock moved by hand.
//!
//! ```text
//! desk().at("2026-04-03 16:50").register("发票").hand_off("税政科", "2003")
//!     .expect_due("D9-T2", "2026-04-07 17:30");
//! ```
//! Whatever a test does, the record must be whole when it ends.
#![allow(dead_code)]

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use chrono::{FixedOffset, NaiveDateTime};
use serde_json::{Value, json};
use shouwen::builtin::{catalog, rulebook};
use shouwen::clock::{Clock, FixedClock, ManualClock};
use shouwen::desk::{Actor, Desk, DeskError, Done, Founding};
use shouwen::domain::catalog::Catalog;
use shouwen::domain::command::Envelope;
use shouwen::domain::ids::{ClockId, HandoverNo, Number, StaffNo};
use shouwen::domain::inquiry::event::Stop;
use shouwen::domain::inquiry::{ClockRun, Event, Inquiry, Stage};
use shouwen::domain::refusal::Refusal;
use shouwen::domain::rulebook::Rulebook;
use shouwen::domain::shift::Handover;
use shouwen::domain::staff::{Person, Role};
use shouwen::domain::time::Moment;
use shouwen::entropy::SeededEntropy;
use shouwen::store::{Fact, Mode, Recorded};
use tempfile::TempDir;

/// A window clerk, the first responder unless a test says otherwise.
pub const CLERK: &str = "1001";
/// A second clerk of the same hall.
pub const OTHER_CLERK: &str = "1002";
/// A handler of 税政科 without a window.
pub const HANDLER: &str = "2003";
/// A handler of 征管科 who sits at a window.
pub const WINDOW_HANDLER: &str = "2004";
/// The supervisor of the hall.
pub const SUPERVISOR: &str = "3001";
/// Quality control, who changes nothing.
pub const QUALITY: &str = "9001";
/// The one who looks after staff.
pub const ADMIN: &str = "9002";

/// An instant on the office's wall clock, UTC+8.
pub fn moment(text: &str) -> Moment {
    let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M")
        .or_else(|_| NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S"))
        .unwrap_or_else(|_| panic!("no such time: {text}"));
    Moment::from_local(local, offset())
}

/// An instant as tests write it.
pub fn wall(at: Moment) -> String {
    at.local(offset()).format("%Y-%m-%d %H:%M").to_string()
}

fn offset() -> FixedOffset {
    FixedOffset::east_opt(8 * 3600).unwrap()
}

/// A few matters of the starter catalogue: parsing it once serves every test.
pub fn matters() -> Catalog {
    static CATALOG: OnceLock<Catalog> = OnceLock::new();
    CATALOG
        .get_or_init(|| {
            let mut catalog = catalog::examples().expect("the starter catalogue");
            let wanted = [
                "sw-fapiao",
                "sj-company",
                "ga-passport",
                "mz-marry",
                "zr-realestate-transfer",
            ];
            catalog
                .matters
                .retain(|matter| wanted.contains(&matter.id.as_str()));
            assert_eq!(catalog.matters.len(), wanted.len());
            catalog
        })
        .clone()
}

/// A rulebook that comes with the program.
pub fn rules(id: &str) -> Rulebook {
    rulebook::rulebook(id)
        .expect("a built-in rulebook")
        .expect("no faults")
}

fn staff() -> Vec<Person> {
    let person = |number: &str, name: &str, department: &str, window: &str, role| Person {
        number: number.into(),
        name: name.to_owned(),
        title: "办税员".to_owned(),
        department: department.to_owned(),
        window: window.to_owned(),
        roles: vec![role],
        ..Person::default()
    };
    vec![
        person(CLERK, "李明", "办税服务厅", "3", Role::Clerk),
        person(OTHER_CLERK, "周岚", "办税服务厅", "4", Role::Clerk),
        person(HANDLER, "陈静", "税政科", "", Role::Handler),
        person(WINDOW_HANDLER, "赵宁", "征管科", "7", Role::Handler),
        person(SUPERVISOR, "孙卫", "办税服务厅", "1", Role::Supervisor),
        person(QUALITY, "何清", "督察科", "", Role::Quality),
        person(ADMIN, "冯立", "信息科", "", Role::Admin),
    ]
}

/// A new register under the tax bureau's rules.
pub fn desk() -> Counter {
    desk_of("tax")
}

/// A new register under a built-in rulebook.
pub fn desk_of(rulebook: &str) -> Counter {
    desk_under(rules(rulebook))
}

/// A new register under any rulebook.
pub fn desk_under(rulebook: Rulebook) -> Counter {
    found(rulebook, true)
}

/// A new register on which time cannot be set.
pub fn real_desk() -> Counter {
    found(rules("tax"), false)
}

fn found(rulebook: Rulebook, sandbox: bool) -> Counter {
    let dir = tempfile::tempdir().expect("a directory");
    let path = dir.path().join("register.db");
    let clock = ManualClock::at(moment("2026-04-01 09:00"));
    let founding = Founding {
        name: "东城办税服务厅".to_owned(),
        offset_minutes: 480,
        hours: String::new(),
        sandbox,
        present: None,
        lang: String::new(),
        complaint_line: String::new(),
        rulebook,
        catalog: matters(),
    };
    let mut desk = Desk::found(
        &path,
        &founding,
        Box::new(clock.clone()),
        Box::new(SeededEntropy::new(7)),
    )
    .expect("a register");
    desk.store().without_syncing().expect("speed");
    let people: Vec<_> = staff().into_iter().map(|person| (person, None)).collect();
    desk.record_people(&people, b"").expect("staff");
    Counter {
        dir,
        path,
        clock,
        desk,
        actor: CLERK.into(),
        number: Number::default(),
        handover: HandoverNo::default(),
        last: Vec::new(),
        whole: true,
    }
}

/// Another terminal on a register, with a clock that stands still.
pub fn terminal(path: &Path, now: Moment, seed: u64) -> Desk {
    let clock: Box<dyn Clock> = Box::new(FixedClock(now));
    Desk::open(
        path,
        Mode::ReadWrite,
        clock,
        Box::new(SeededEntropy::new(seed)),
    )
    .expect("an open register")
}

/// Sends one command as a script would.
pub fn send(desk: &mut Desk, staff: &str, command: &Value) -> Result<Done, DeskError> {
    let envelope = Envelope::from_json(&command.to_string()).expect("a command");
    desk.carry_out(&Actor::Staff(staff.into()), &envelope)
}

/// The rules' reason why a command was not carried out.
pub fn refusal(result: Result<Done, DeskError>) -> Refusal {
    match result {
        Err(DeskError::Refused(refusal)) => *refusal,
        Err(other) => panic!("not a refusal: {other}"),
        Ok(done) => done
            .refused
            .unwrap_or_else(|| panic!("carried out: {:#?}", done.events)),
    }
}

/// A register, the person at it, and the inquiry in front of them.
pub struct Counter {
    dir: TempDir,
    path: PathBuf,
    clock: ManualClock,
    desk: Desk,
    actor: StaffNo,
    number: Number,
    handover: HandoverNo,
    last: Vec<Recorded>,
    whole: bool,
}

impl Drop for Counter {
    fn drop(&mut self) {
        if self.whole && !std::thread::panicking() {
            self.expect_whole();
        }
    }
}

impl Counter {
    /// Moves the clock.
    pub fn at(self, text: &str) -> Self {
        self.clock.set(moment(text));
        self
    }

    /// Lets someone else act.
    pub fn by(mut self, staff: &str) -> Self {
        self.actor = staff.into();
        self
    }

    /// Looks at another inquiry.
    pub fn on(mut self, number: &str) -> Self {
        self.number = number.into();
        self
    }

    /// The record is damaged on purpose: do not check it at the end.
    pub fn damaged(mut self) -> Self {
        self.whole = false;
        self
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    pub fn desk(&mut self) -> &mut Desk {
        &mut self.desk
    }

    pub fn now(&self) -> Moment {
        self.clock.now()
    }

    pub fn number(&self) -> &str {
        self.number.as_str()
    }

    /// The facts that the last command recorded.
    pub fn last(&self) -> &[Recorded] {
        &self.last
    }

    /// The inquiry in front of us.
    pub fn state(&self) -> Inquiry {
        let found = self.desk.read().inquiry(&self.number).expect("readable");
        found
            .unwrap_or_else(|| panic!("no inquiry {}", self.number))
            .0
    }

    /// The facts about the inquiry in front of us.
    pub fn story(&self) -> Vec<Recorded> {
        let found = self.desk.read().inquiry(&self.number).expect("readable");
        found.map(|(_, events)| events).unwrap_or_default()
    }

    /// The handover under way.
    pub fn handover(&self) -> Handover {
        let found = self.desk.read().handover(&self.handover).expect("readable");
        found.expect("a handover").0
    }

    fn send(&mut self, mut command: Value) -> Result<Done, DeskError> {
        let (act, body) = command
            .as_object_mut()
            .and_then(|map| {
                map.iter_mut()
                    .find(|(key, _)| *key != "confirm" && *key != "request")
            })
            .expect("a command");
        let body = body.as_object_mut().expect("fields");
        if act.starts_with("handover") {
            if act != "handover_open" {
                body.entry("handover").or_insert(json!(self.handover));
            }
        } else if act != "register" && act != "record_staff" {
            body.entry("inquiry").or_insert(json!(self.number));
        }
        send(&mut self.desk, self.actor.as_str(), &command)
    }

    /// Does something, which must be carried out.
    #[track_caller]
    pub fn act(mut self, command: Value) -> Self {
        let shown = command.to_string();
        match self.send(command) {
            Ok(done) => {
                assert_eq!(done.refused, None, "{shown}");
                self.last = done.events;
                let subject = done.subject;
                if shown.starts_with("{\"handover_open") {
                    self.handover = subject.into();
                } else if !shown.contains("handover") && !shown.starts_with("{\"record_staff") {
                    self.number = subject.into();
                }
                self
            }
            Err(error) => panic!("{shown}: {error}"),
        }
    }

    /// Tries something, which must be refused with this code and change nothing.
    #[track_caller]
    pub fn refuses(mut self, command: Value, code: &str) -> Self {
        let before = self.events();
        let shown = command.to_string();
        let refusal = refusal(self.send(command));
        assert_eq!(refusal.code(), code, "{shown}");
        assert_eq!(self.events(), before, "{shown} left a trace");
        self
    }

    /// Tries something, which must be refused with this code and put that on record.
    #[track_caller]
    pub fn refuses_on_record(mut self, command: Value, code: &str) -> Self {
        let done = self.send(command).expect("recorded");
        let refusal = done.refused.expect("a refusal");
        assert_eq!(refusal.code(), code);
        self.last = done.events;
        self
    }

    fn events(&self) -> i64 {
        self.desk.store().audit().expect("an audit").events
    }

    // ---- Acts in a word -----------------------------------------------------

    /// Registers a visitor's free question.
    #[track_caller]
    pub fn register(self, words: &str) -> Self {
        self.act(json!({"register": {"visitor": {"name": "张三"}, "words": words}}))
    }

    /// Registers a visitor with a matter.
    #[track_caller]
    pub fn register_matter(self, matter: &str) -> Self {
        self.act(json!({"register": {"visitor": {"name": "张三"}, "matter": matter}}))
    }

    #[track_caller]
    pub fn hand_off(self, department: &str, staff: &str) -> Self {
        self.act(json!({"hand_off": {"department": department, "staff": staff}}))
    }

    #[track_caller]
    pub fn sign(self) -> Self {
        self.act(json!({"sign_for": {}}))
    }

    #[track_caller]
    pub fn give_back(self) -> Self {
        self.act(json!({"return": {"opinion": "不归本科管", "should_go_to": "征管科"}}))
    }

    #[track_caller]
    pub fn answer(self) -> Self {
        self.act(json!({"answer": {"text": "可以,带齐材料即可。"}}))
    }

    #[track_caller]
    pub fn accept(self) -> Self {
        self.act(json!({"accept": {}}))
    }

    #[track_caller]
    pub fn deliver(self) -> Self {
        self.act(json!({"deliver": {"text": "执照一份,当面交付"}}))
    }

    #[track_caller]
    pub fn close(self) -> Self {
        self.act(json!({"close": {}}))
    }

    #[track_caller]
    pub fn several(self) -> Self {
        self.act(json!({"several": {"departments": ["税政科", "征管科"]}}))
    }

    #[track_caller]
    pub fn ask_superior(self) -> Self {
        self.act(json!({"ask_superior": {"superior": SUPERVISOR, "question": "如何适用?"}}))
    }

    /// Tells the visitor that everything for this matter is missing.
    #[track_caller]
    pub fn notify(self, matter: &str) -> Self {
        self.act(json!({"notify": {"matter": matter}}))
    }

    /// Lets the app's tick record what time has done.
    #[track_caller]
    pub fn settle(mut self) -> Self {
        self.desk.settle(1000).expect("settled");
        self
    }

    // ---- What must hold -----------------------------------------------------

    fn run(&self, clock: &str) -> ClockRun {
        let state = self.state();
        let run = state
            .clocks
            .iter()
            .rev()
            .find(|run| run.run.clock == ClockId::from(clock));
        run.cloned()
            .unwrap_or_else(|| panic!("{clock} never ran: {:#?}", state.clocks))
    }

    #[track_caller]
    pub fn expect_due(self, clock: &str, due: &str) -> Self {
        let run = self.run(clock);
        assert!(run.is_running(), "{clock} stopped: {:?}", run.stopped);
        assert_eq!(wall(run.run.due), due, "{clock}");
        self
    }

    /// Exactly these clocks run.
    #[track_caller]
    pub fn expect_running(self, clocks: &[&str]) -> Self {
        let state = self.state();
        let mut running: Vec<&str> = state
            .clocks
            .iter()
            .filter(|run| run.is_running())
            .map(|run| run.run.clock.as_str())
            .collect();
        running.sort_unstable();
        assert_eq!(running, clocks);
        self
    }

    #[track_caller]
    pub fn expect_met(self, clock: &str) -> Self {
        let stopped = self.run(clock).stopped.map(|(how, _)| how);
        assert_eq!(stopped, Some(Stop::Met), "{clock}");
        self
    }

    #[track_caller]
    pub fn expect_replaced(self, clock: &str) -> Self {
        let stopped = self.run(clock).stopped.map(|(how, _)| how);
        assert_eq!(stopped, Some(Stop::Replaced), "{clock}");
        self
    }

    /// Exactly these breaches stand on record, each with whose hands it was in.
    #[track_caller]
    pub fn expect_breaches(self, breaches: &[(&str, &str)]) -> Self {
        let story = self.story();
        let found: Vec<(&str, &str)> = story
            .iter()
            .filter_map(|event| match &event.fact {
                Fact::Inquiry(Event::Breached { clock, hands, .. }) => {
                    Some((clock.as_str(), hands.as_str()))
                }
                _ => None,
            })
            .collect();
        assert_eq!(found, breaches);
        self
    }

    #[track_caller]
    pub fn expect_stage(self, stage: Stage) -> Self {
        assert_eq!(self.state().stage, stage);
        self
    }

    #[track_caller]
    pub fn expect_holder(self, staff: &str) -> Self {
        assert_eq!(self.state().holder().as_str(), staff);
        self
    }

    /// Looks at the inquiry in the middle of a chain.
    #[track_caller]
    pub fn expect(self, look: impl FnOnce(&Inquiry)) -> Self {
        look(&self.state());
        self
    }

    /// How many facts of one kind the inquiry has.
    pub fn count(&self, kind: &str) -> usize {
        self.story()
            .iter()
            .filter(|event| match &event.fact {
                Fact::Inquiry(event) => serde_json::to_value(event).expect("json")["kind"] == kind,
                Fact::Shift(_) | Fact::Office(_) => false,
            })
            .count()
    }

    /// The record is whole and every view follows from it.
    #[track_caller]
    pub fn expect_whole(&self) {
        let audit = self.desk.store().audit().expect("an audit");
        assert_eq!(audit.differences, vec![], "the record is not whole");
    }
}
