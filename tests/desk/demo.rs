//! The demonstration: real commands, the same each time, nothing from the future.
#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests")]

use std::collections::BTreeSet;
use std::path::Path;

use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags};
use shouwen::clock::FixedClock;
use shouwen::demo::{self, PRESENT, Recipe};
use shouwen::desk::Desk;
use shouwen::domain::ids::StaffNo;
use shouwen::domain::inquiry::{ClockRun, Inquiry, Stage};
use shouwen::domain::rulebook::{Act, ClockRule, Length, RouteId, Rulebook};
use shouwen::domain::time::Moment;
use shouwen::entropy::SystemEntropy;
use shouwen::store::{Filter, Mode, Pending, View};

fn rulebook(id: &str) -> Rulebook {
    match shouwen::builtin::rulebook::rulebook(id) {
        Some(Ok(book)) => book,
        other => panic!("{id}: {other:?}"),
    }
}

/// A hall that was made, open for reading.
struct Hall {
    desk: Desk,
    raw: Connection,
    _room: tempfile::TempDir,
}

impl Hall {
    fn of(id: &str, inquiries: u32, seed: u64) -> Self {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("hall.db");
        let recipe = Recipe {
            inquiries,
            seed,
            ..Recipe::new(&path, rulebook(id))
        };
        let mut told = 0;
        demo::make(&recipe, &mut |done, total| {
            assert!(done >= told && done <= total);
            told = done;
        })
        .unwrap();
        assert_eq!(told, inquiries);
        Self {
            desk: open(&path),
            raw: Connection::open_with_flags(&path, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap(),
            _room: room,
        }
    }

    /// One number that a query gives.
    fn count(&self, sql: &str) -> i64 {
        self.raw.query_row(sql, [], |row| row.get(0)).unwrap()
    }

    /// Every row of every table, but for the shift from the machine's clock.
    fn dump(&self) -> Vec<String> {
        let mut tables = self
            .raw
            .prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
            .unwrap();
        let names = tables.query_map([], |row| row.get::<_, String>(0)).unwrap();
        let mut rows = Vec::new();
        for name in names.map(Result::unwrap) {
            let mut all = self.raw.prepare(&format!("SELECT * FROM {name}")).unwrap();
            let width = all.column_count();
            let mut found = all.query([]).unwrap();
            while let Some(row) = found.next().unwrap() {
                let values: Vec<Value> = (0..width).map(|i| row.get(i).unwrap()).collect();
                let text = format!("{name} {values:?}");
                if !text.contains("shift_ms") {
                    rows.push(text);
                }
            }
        }
        rows
    }

    /// Whether anything under way is so.
    fn present(&self, so: impl Fn(&Inquiry) -> bool) -> bool {
        let open = self.queue(View::All, "");
        open.iter().any(|row| {
            let found = self.desk.read().inquiry(&row.inquiry).unwrap();
            found.is_some_and(|(state, _)| so(&state))
        })
    }

    fn queue(&self, view: View, staff: &str) -> Vec<Pending> {
        self.desk
            .read()
            .queue(&Filter {
                view,
                staff: StaffNo::from(staff),
                department: String::new(),
                now: PRESENT,
                day_end: self.desk.day_end(PRESENT),
                text: String::new(),
                spelled: std::rc::Rc::default(),
                rules: false,
                order: shouwen::store::Order::Pressing,
                hands: None,
                limit: 100_000,
                offset: 0,
            })
            .unwrap()
    }
}

fn open(path: &Path) -> Desk {
    Desk::open(
        path,
        Mode::ReadWrite,
        Box::new(FixedClock(PRESENT)),
        Box::new(SystemEntropy),
    )
    .unwrap()
}

/// The stages in which a hall under these rules has open work. Most follow from
/// routes that each rulebook has. Two follow from papers: only where the regulation
/// itself speaks of missing documents does anyone wait for the visitor, and only
/// where it sets a time from acceptance is anything accepted; at a hotel's desk or
/// on a software house's hotline neither happens.
fn stages(rules: &Rulebook) -> Vec<Stage> {
    let mut stages = vec![
        Stage::Open,
        Stage::Unsigned,
        Stage::Working,
        Stage::Conferring,
        Stage::Superior,
        Stage::Answered,
    ];
    let incomplete = rules.route(RouteId::Incomplete).unwrap();
    if incomplete.clause.is_some() {
        stages.push(Stage::Visitor);
    }
    let from_acceptance =
        |clock: &ClockRule| clock.starts.contains(&Act::Accepted) && !clock.internal;
    if rules.clocks.iter().any(from_acceptance) {
        stages.push(Stage::Accepted);
    }
    stages
}

#[test]
fn every_rulebook_gets_a_whole_record_with_open_work_in_every_stage() {
    for id in shouwen::builtin::rulebook::ids() {
        let hall = Hall::of(id, 300, 7);
        let audit = hall.desk.store().audit().unwrap();
        assert_eq!(audit.differences, [], "{id}");
        let open = hall.queue(View::All, "");
        let found: BTreeSet<&str> = open.iter().map(|row| row.stage.as_str()).collect();
        for stage in stages(&rulebook(id)) {
            assert!(found.contains(stage.as_str()), "{id}: nothing is {stage:?}");
        }
    }
}

#[test]
fn nothing_happens_that_a_rulebook_rules_out_and_what_it_asks_for_does() {
    for id in shouwen::builtin::rulebook::ids() {
        let rules = rulebook(id);
        let hall = Hall::of(id, 300, 2);
        let count = |kind: &str| {
            let sql = format!("SELECT count(*) FROM event WHERE kind = '{kind}'");
            hall.count(&sql)
        };
        assert_eq!(count("returned") > 0, rules.returns.allowed, "{id}");
        let a_step = |act: &Act| matches!(act, Act::Step(_));
        let mut clocks = rules.clocks.iter();
        if clocks.any(|clock| clock.stops.iter().chain(&clock.needs).any(a_step)) {
            assert!(hall.present(|state| steps_of(state) > 0), "{id}: no step");
        }
        assert!(
            hall.present(|state| state.visits > 1),
            "{id}: nobody came twice"
        );
        if !rules.suspensions.is_empty() {
            let still = |state: &Inquiry| state.clocks.iter().any(ClockRun::stands_still);
            assert!(hall.present(still), "{id}: nothing stands still");
        }
        let approved = |clock: &ClockRule| clock.extension.as_ref().is_some_and(|one| one.approval);
        if rules.clocks.iter().any(approved) {
            let filed = |state: &Inquiry| state.clocks.iter().any(|run| run.filed.is_some());
            assert!(hall.present(filed), "{id}: nothing is filed");
            assert!(count("extended") > 0, "{id}: nothing was extended");
        }
        for kind in rules.kinds.iter().filter(|kind| !kind.visitor) {
            let sql = format!(
                "SELECT count(*) FROM event WHERE kind = 'registered' \
                 AND body LIKE '%\"kind_of_request\":\"{}\"%'",
                kind.id
            );
            assert!(hall.count(&sql) < 30, "{id}: too many are {}", kind.id);
        }
    }
}

/// How many steps of a rulebook's own an inquiry has seen.
fn steps_of(state: &Inquiry) -> usize {
    let acts = state.acts.iter();
    acts.filter(|(act, ..)| matches!(act, Act::Step(_))).count()
}

#[test]
fn everywhere_most_is_over_and_little_was_late() {
    for id in shouwen::builtin::rulebook::ids() {
        let hall = Hall::of(id, 400, 9);
        let all = hall.count("SELECT count(*) FROM inquiry");
        let closed = hall.count("SELECT count(*) FROM inquiry WHERE stage = 'closed'");
        let late = hall.count("SELECT count(*) FROM inquiry WHERE closed_at > 0 AND breaches > 0");
        assert!(closed * 10 > all * 8, "{id}: {closed} of {all} closed");
        assert!(late * 8 < closed, "{id}: {late} of {closed} late");
    }
}

#[test]
fn the_same_seed_and_present_make_the_same_register() {
    let [one, again, other] = [3, 3, 4].map(|seed| Hall::of("tax", 60, seed));
    let head = |hall: &Hall| hall.desk.store().audit().unwrap().head;
    assert_eq!(head(&one), head(&again));
    assert_ne!(head(&one), head(&other));
    assert_eq!(one.dump(), again.dump());
    assert_eq!(one.desk.facts().id, again.desk.facts().id);
}

#[test]
fn nothing_lies_in_the_future_and_the_record_follows_time() {
    let hall = Hall::of("tax", 120, 5);
    for column in ["at", "recorded_at"] {
        let last = hall.count(&format!("SELECT max({column}) FROM event"));
        assert!(last <= PRESENT.0, "{column} {last}");
    }
    let backwards = "SELECT count(*) FROM event a JOIN event b ON b.seq = a.seq + 1 \
                     WHERE b.recorded_at < a.recorded_at";
    assert_eq!(hall.count(backwards), 0);
    let early = "SELECT count(*) FROM inquiry WHERE received_at > entered_at";
    assert_eq!(hall.count(early), 0);
    assert!(hall.desk.facts().sandbox);
    assert!(hall.desk.facts().shift_ms != 0);
}

#[test]
fn as_many_inquiries_as_asked_even_when_there_are_few() {
    for inquiries in [0, 1, 9, 33] {
        let hall = Hall::of("tax", inquiries, 1);
        let made = hall.count("SELECT count(*) FROM inquiry");
        assert_eq!(made, i64::from(inquiries));
        assert_eq!(hall.count("SELECT count(*) FROM staff"), 40);
    }
}

#[test]
fn the_history_is_believable() {
    for id in ["tax", "service-centre"] {
        let hall = Hall::of(id, 600, 1);
        let all = hall.count("SELECT count(*) FROM inquiry");
        let closed = hall.count("SELECT count(*) FROM inquiry WHERE stage = 'closed'");
        let late = hall.count("SELECT count(*) FROM inquiry WHERE closed_at > 0 AND breaches > 0");
        assert!(closed * 10 > all * 8, "{id}: {closed} of {all} closed");
        assert!(
            late > 0 && late * 10 < closed,
            "{id}: {late} of {closed} late"
        );
        for kind in [
            "returned",
            "breached",
            "notified",
            "brought",
            "guided",
            "convened",
            "superior_ruled",
            "delivered",
            "taken",
            "promised",
        ] {
            let found = format!("SELECT count(*) FROM event WHERE kind = '{kind}'");
            assert!(hall.count(&found) > 0, "{id}: nothing was {kind}");
        }
        for condition in [
            "urgency = 'urgent'",
            "urgency = 'emergency'",
            "green",
            "back_entry",
        ] {
            let found = format!("SELECT count(*) FROM inquiry WHERE {condition}");
            assert!(hall.count(&found) > 0, "{id}: none is {condition}");
        }
        let again =
            "SELECT count(*) FROM (SELECT phone FROM inquiry GROUP BY phone HAVING count(*) > 1)";
        assert!(hall.count(again) > 5, "{id}: nobody came again");
        let shared = "SELECT count(*) FROM (SELECT phone FROM inquiry GROUP BY phone \
                      HAVING count(DISTINCT name) > 1)";
        assert_eq!(hall.count(shared), 0, "{id}");
        let shifts = hall.desk.read().handovers(false, 10).unwrap();
        assert!(
            shifts
                .iter()
                .any(|shift| shift.done_at.is_some() && shift.signed == 2)
        );
    }
}

#[test]
fn the_first_clerk_has_a_desk_full_of_work() {
    for id in shouwen::builtin::rulebook::ids() {
        let hall = Hall::of(id, 400, 1);
        let mine = hall.queue(View::InHands, "1001");
        let numbers: BTreeSet<&str> = mine.iter().map(|row| row.inquiry.as_str()).collect();
        assert!((8..=18).contains(&numbers.len()), "{id}: {}", numbers.len());
        let person = hall.desk.person(&StaffNo::from("1001")).unwrap();
        assert_eq!(
            (person.name.as_str(), person.window.as_str()),
            ("李明", "3")
        );
    }
    let hall = Hall::of("tax", 400, 1);
    let mine = hall.queue(View::InHands, "1001");
    let end = hall.desk.day_end(PRESENT);
    assert!(
        mine.iter()
            .any(|row| row.due.is_some_and(|due| due < PRESENT))
    );
    assert!(
        mine.iter()
            .any(|row| row.due.is_some_and(|due| due > PRESENT && due <= end))
    );
}

#[test]
fn something_falls_due_in_the_next_minutes() {
    for id in shouwen::builtin::rulebook::ids() {
        let hall = Hall::of(id, 30, 1);
        let mine = hall.queue(View::Mine, "1001");
        let rules = rulebook(id);
        let of_a_promise = |run: &&ClockRun| {
            let rule = rules.clock(&run.run.clock);
            run.is_running() && rule.is_some_and(|rule| rule.limit == Length::Promised)
        };
        let soon = mine.iter().find_map(|row| {
            let (state, _) = hall.desk.read().inquiry(&row.inquiry).unwrap()?;
            let run = state.clocks.iter().find(of_a_promise)?.run.clone();
            let left = run.due.seconds_since(PRESENT);
            (1..=600).contains(&left).then_some((row, state, run))
        });
        let (row, state, run) = soon.unwrap_or_else(|| panic!("{id}: nothing is due soon"));
        assert_eq!(Some(run.due), state.promised, "{id}");
        // Nothing less pressing hides it.
        assert!(row.due.is_some_and(|due| due <= run.due), "{id}");
    }
}

#[test]
fn a_hall_can_be_looked_at_at_any_time() {
    for now in [
        "2026-04-05T23:10:00+08:00",
        "2026-04-07T08:15:00+08:00",
        "2026-04-07T17:20:00+08:00",
        "2027-03-01T12:30:00+08:00",
    ] {
        let room = tempfile::tempdir().unwrap();
        let recipe = Recipe {
            inquiries: 50,
            now: Moment::parse_rfc3339(now).unwrap(),
            ..Recipe::new(&room.path().join("hall.db"), rulebook("tax"))
        };
        demo::make(&recipe, &mut |_, _| {}).unwrap();
        let desk = open(&recipe.path);
        assert_eq!(desk.store().audit().unwrap().differences, [], "{now}");
        assert_eq!(desk.read().newest(100).unwrap().len(), 50, "{now}");
    }
}
