//! A counter to try things at: a register of its own, made-up staff, a clock moved by hand.
//!
//! ```text
//! desk().at("2026-04-03 16:50").register("发票").hand_off("税政科", "2003")
//!     .expect_due("D9-T2", "2026-04-07 17:30");
//! ```
//! Whatever a test does, the record must be whole when it ends.
#![allow(
    dead_code,
    missing_docs,
    clippy::expect_used,
    clippy::missing_panics_doc,
    clippy::panic,
    clippy::return_self_not_must_use,
    clippy::unwrap_used,
    clippy::wildcard_enum_match_arm
)]

mod counter;
mod expect;

use std::path::Path;
use std::sync::OnceLock;

use chrono::{FixedOffset, NaiveDateTime};
use serde_json::Value;
use shouwen::builtin::{catalog, rulebook};
use shouwen::clock::{Clock, FixedClock, ManualClock};
use shouwen::desk::{Actor, Desk, DeskError, Done, Founding};
use shouwen::domain::catalog::Catalog;
use shouwen::domain::command::Envelope;
use shouwen::domain::ids::{HandoverNo, Number};
use shouwen::domain::refusal::Refusal;
use shouwen::domain::rulebook::Rulebook;
use shouwen::domain::staff::{Person, Role};
use shouwen::domain::time::Moment;
use shouwen::entropy::SeededEntropy;
use shouwen::store::Mode;

pub use counter::Counter;

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
    desk_with(rulebook, matters())
}

/// A new register under any rulebook, with a catalogue of its own.
pub fn desk_with(rulebook: Rulebook, catalog: Catalog) -> Counter {
    found(rulebook, catalog, true)
}

/// A new register on which time cannot be set.
pub fn real_desk() -> Counter {
    found(rules("tax"), matters(), false)
}

fn found(rulebook: Rulebook, catalog: Catalog, sandbox: bool) -> Counter {
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
        catalog,
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
