//! The ledger against a walk through every inquiry's own facts.
#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests")]

use chrono::NaiveDate;
use shouwen::clock::FixedClock;
use shouwen::demo::{self, PRESENT, Recipe};
use shouwen::desk::Desk;
use shouwen::domain::ids::{ClockId, Number, StaffNo};
use shouwen::domain::inquiry::{Inquiry, Stage};
use shouwen::entropy::SystemEntropy;
use shouwen::store::{Count, Mode, Side, Sought, Standing};

/// A hall, and every inquiry of it folded from its facts, newest first.
struct Hall {
    desk: Desk,
    all: Vec<Inquiry>,
    _room: tempfile::TempDir,
}

impl Hall {
    fn new(inquiries: u32) -> Self {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("hall.db");
        let book = shouwen::builtin::rulebook::rulebook("tax")
            .unwrap()
            .unwrap();
        let recipe = Recipe {
            inquiries,
            ..Recipe::new(&path, book)
        };
        demo::make(&recipe, &mut |_, _| {}).unwrap();
        let clock = Box::new(FixedClock(PRESENT));
        let desk = Desk::open(&path, Mode::ReadWrite, clock, Box::new(SystemEntropy)).unwrap();
        let numbers = desk.read().newest(inquiries + 1).unwrap();
        let fold = |number: &Number| desk.read().inquiry(number).unwrap().unwrap().0;
        let all = numbers.iter().map(|row| fold(&row.inquiry)).collect();
        Self {
            desk,
            all,
            _room: room,
        }
    }

    /// Numbers of those that fit, as the ledger turns them up a page at a time.
    fn walked(&self, sought: &Sought, page: u32) -> Vec<Number> {
        let mut numbers: Vec<Number> = Vec::new();
        let mut side = Side::Newest;
        loop {
            let rows = self.desk.read().ledger(sought, &side, page).unwrap();
            let Some(last) = rows.last() else {
                return numbers;
            };
            side = Side::Older(last.inquiry.clone());
            numbers.extend(rows.into_iter().map(|row| row.inquiry));
        }
    }

    /// The same from the oldest one upwards.
    fn climbed(&self, sought: &Sought, page: u32) -> Vec<Number> {
        let mut pages: Vec<Vec<Number>> = Vec::new();
        let mut side = Side::Oldest;
        loop {
            let rows = self.desk.read().ledger(sought, &side, page).unwrap();
            let Some(first) = rows.first() else {
                pages.reverse();
                return pages.concat();
            };
            side = Side::Newer(first.inquiry.clone());
            pages.push(rows.into_iter().map(|row| row.inquiry).collect());
        }
    }

    fn naive(&self, fits: impl Fn(&Inquiry) -> bool) -> Vec<Number> {
        let fitting = self.all.iter().filter(|state| fits(state));
        fitting.map(|state| state.number.clone()).collect()
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn fits(sought: &Sought, state: &Inquiry) -> bool {
    let entered = NaiveDate::parse_from_str(&state.number.as_str()[..8], "%Y%m%d").unwrap();
    let through = |staff: &StaffNo| state.legs.iter().any(|leg| &leg.holder == staff);
    let of = |department: &String| state.legs.iter().any(|leg| &leg.department == department);
    let about = |id: &String| state.matter.as_ref().is_some_and(|matter| &matter.id == id);
    let broken = |rule: &ClockId| state.breaches.iter().any(|breach| &breach.rule == rule);
    sought.from.is_none_or(|from| entered >= from)
        && sought.until.is_none_or(|until| entered <= until)
        && sought.first.as_ref().is_none_or(|one| &state.first == one)
        && sought.hands.as_ref().is_none_or(through)
        && sought.department.as_ref().is_none_or(of)
        && sought
            .channel
            .as_ref()
            .is_none_or(|one| &state.channel == one)
        && sought.matter.as_ref().is_none_or(about)
        && sought.rule.as_ref().is_none_or(broken)
        && sought.standing.is_none_or(|standing| match standing {
            Standing::Unclosed => !state.is_closed(),
            Standing::Breached => !state.breaches.is_empty(),
            Standing::At(at) => state.stage == at,
        })
}

#[test]
fn every_combination_finds_what_a_walk_through_the_facts_finds() {
    let hall = Hall::new(500);
    let by = |change: fn(&mut Sought)| change;
    let conditions: [fn(&mut Sought); 10] = [
        by(|one| one.from = Some(day("2026-03-20"))),
        by(|one| one.until = Some(day("2026-04-03"))),
        by(|one| one.first = Some("1002".into())),
        by(|one| one.hands = Some("2003".into())),
        by(|one| one.department = Some("税政科".into())),
        by(|one| one.channel = Some("call".into())),
        by(|one| one.standing = Some(Standing::At(Stage::Closed))),
        by(|one| one.standing = Some(Standing::Breached)),
        by(|one| one.standing = Some(Standing::Unclosed)),
        by(|one| one.rule = Some(ClockId("D9-T3".into()))),
    ];
    let mut some = 0;
    for (at, one) in conditions.iter().enumerate() {
        for other in &conditions[at..] {
            let mut sought = Sought::default();
            one(&mut sought);
            other(&mut sought);
            let expected = hall.naive(|state| fits(&sought, state));
            some += usize::from(!expected.is_empty());
            assert_eq!(hall.walked(&sought, 7), expected, "{sought:?}");
            assert_eq!(hall.climbed(&sought, 7), expected, "{sought:?}");
            let count = hall.desk.read().ledger_count(&sought).unwrap();
            assert_eq!(count, Count::Exactly(expected.len() as u64), "{sought:?}");
        }
    }
    assert!(some > 30, "only {some} combinations found anything");
    for stage in ["open", "unsigned", "working", "visitor", "answered"] {
        let standing = Standing::parse(stage);
        let sought = Sought {
            standing,
            ..Sought::default()
        };
        let expected = hall.naive(|state| fits(&sought, state));
        assert_eq!(hall.walked(&sought, 3), expected, "{stage}");
    }
}

#[test]
fn a_text_finds_numbers_people_telephones_matters_and_words() {
    let hall = Hall::new(300);
    let state = hall.all.iter().find(|state| {
        let visitor = state.visitor.get().unwrap();
        visitor.name.chars().count() == 3 && state.words.text().chars().count() > 6
    });
    let state = state.unwrap();
    let visitor = state.visitor.get().unwrap();
    let words: String = state
        .words
        .text()
        .chars()
        .filter(|c| !c.is_ascii())
        .collect();
    let part: String = words
        .split(['，', '、', '。', '？'])
        .next()
        .unwrap()
        .chars()
        .take(4)
        .collect();
    let name: String = visitor.name.chars().skip(1).collect();
    let tail = &visitor.phone[7..];
    for text in [state.number.as_str(), &visitor.name, &name, tail, &part] {
        let found = hall.walked(&Sought::text(text), 5);
        assert!(found.contains(&state.number), "{text}: {found:?}");
        assert!(found.is_sorted_by(|a, b| a > b), "{text}");
    }
    let nobody = hall.walked(&Sought::text("没有这几个字的"), 5);
    assert_eq!(nobody, []);
    let of_another = Sought {
        first: Some("9999".into()),
        ..Sought::text(&visitor.name)
    };
    assert_eq!(hall.walked(&of_another, 5), []);
}

#[test]
fn a_text_that_fits_too_many_to_look_up_finds_the_same() {
    let hall = Hall::new(300);
    // Every number of the century fits; with a condition beside it some do.
    let sought = Sought {
        hands: Some("2003".into()),
        ..Sought::text("2026")
    };
    let expected = hall.naive(|state| fits(&sought, state));
    assert_eq!(hall.walked(&sought, 9), expected);
}

#[test]
fn the_place_of_a_row_is_known_without_counting() {
    let hall = Hall::new(120);
    let all = Sought::default();
    for (at, state) in hall.all.iter().enumerate() {
        let place = hall.desk.read().ledger_place(&all, &state.number).unwrap();
        assert_eq!(place, at as u64 + 1, "{}", state.number);
    }
    assert_eq!(
        hall.desk.read().ledger_count(&all).unwrap(),
        Count::Exactly(120)
    );
}

#[test]
fn what_is_sought_is_kept_as_text_and_read_back() {
    let sought = Sought {
        from: Some(day("2026-03-01")),
        standing: Some(Standing::At(Stage::Visitor)),
        rule: Some(ClockId("D9-T3".into())),
        ..Sought::text("发票")
    };
    let text = serde_json::to_string(&sought).unwrap();
    assert_eq!(serde_json::from_str::<Sought>(&text).unwrap(), sought);
    assert_eq!(
        serde_json::from_str::<Sought>("{}").unwrap(),
        Sought::default()
    );
}

#[test]
fn a_register_made_before_there_was_a_ledger_is_brought_up_to_date() {
    let hall = Hall::new(200);
    let path = hall.desk.store().path().to_owned();
    let broken = Sought {
        standing: Some(Standing::Breached),
        ..Sought::default()
    };
    let texts = ["额度", "发票"];
    let found = |hall: &Desk, sought: &Sought| hall.read().ledger(sought, &Side::Newest, 300);
    let before = found(&hall.desk, &broken).unwrap();
    let words = texts.map(|text| found(&hall.desk, &Sought::text(text)).unwrap());
    assert!(!before.is_empty() && words.iter().all(|rows| !rows.is_empty()));
    let raw = rusqlite::Connection::open(&path).unwrap();
    raw.execute_batch(
        "ALTER TABLE notice DROP COLUMN charged; DROP TABLE stranger; DROP TABLE accounting; DROP TABLE answered; DROP TABLE turn;
         DROP INDEX inquiry_ran_out; DROP INDEX inquiry_returned;
         DROP INDEX inquiry_second; DROP INDEX inquiry_escalated; DROP INDEX inquiry_badly;
         ALTER TABLE inquiry DROP COLUMN on_the_spot; ALTER TABLE inquiry DROP COLUMN ran_out;
         ALTER TABLE inquiry DROP COLUMN second_notices; ALTER TABLE inquiry DROP COLUMN escalated;
         ALTER TABLE inquiry DROP COLUMN rating;
         DROP TABLE breach; DROP TABLE said; DROP INDEX inquiry_first; DROP INDEX inquiry_channel;
         DROP INDEX inquiry_unclosed; DROP INDEX leg_holder; DROP INDEX leg_department;
         DROP INDEX handover_open; ALTER TABLE handover DROP COLUMN cancelled_at;
         CREATE INDEX handover_open ON handover (leaves) WHERE done_at IS NULL;
         CREATE TABLE once (matter TEXT PRIMARY KEY, place INTEGER NOT NULL, name TEXT NOT NULL,
             name_en TEXT NOT NULL, department TEXT NOT NULL, body TEXT NOT NULL)
             STRICT, WITHOUT ROWID;
         INSERT INTO once SELECT matter, place, name, name_en, department, body FROM matter;
         DROP TABLE matter; ALTER TABLE once RENAME TO matter;
         PRAGMA user_version = 1;",
    )
    .unwrap();
    drop(raw);
    for mode in [Mode::ReadOnly, Mode::ReadWrite] {
        let clock = Box::new(FixedClock(PRESENT));
        let desk = Desk::open(&path, mode, clock, Box::new(SystemEntropy)).unwrap();
        assert_eq!(found(&desk, &broken).unwrap(), before);
        for (text, rows) in texts.iter().zip(&words) {
            assert_eq!(&found(&desk, &Sought::text(text)).unwrap(), rows, "{text}");
        }
        assert_eq!(desk.store().audit().unwrap().differences, []);
    }
}
