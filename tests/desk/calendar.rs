//! A calendar that changes while inquiries are open: what moves, what stays, who knows.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use crate::kit::*;
use serde_json::json;
use shouwen::desk::{Actor, Adopted, DeskError};
use shouwen::domain::deadline::{CalendarFault, Change};
use shouwen::domain::refusal::Refusal;
use shouwen::sheet::calendar::{Kind, read};
use shouwen::store::Fact;

/// Days of the office's own, as `date,off|work` lines.
fn own(days: &[&str]) -> Change {
    let rows: Vec<String> = days.iter().map(|day| format!("{day},x")).collect();
    let text = format!("date,kind,name\n{}\n", rows.join("\n"));
    let known = shouwen::builtin::calendar::china().unwrap();
    read("own.csv", text.as_bytes(), Kind::Own, &known)
        .unwrap()
        .change
}

/// Public holidays, as `date,off|work` lines.
fn public(days: &[&str]) -> Change {
    let rows: Vec<String> = days.iter().map(|day| format!("{day},x")).collect();
    let text = format!("date,kind,name\n{}\n", rows.join("\n"));
    let known = shouwen::builtin::calendar::china().unwrap();
    read("notice.csv", text.as_bytes(), Kind::Public, &known)
        .unwrap()
        .change
}

/// Brings a change in as the owner of the file.
fn adopt(counter: &mut Counter, change: &Change) -> Adopted {
    let before = counter.desk().preview_calendar(change).unwrap();
    let adopted = counter
        .desk()
        .adopt_calendar(&Actor::Owner, change)
        .unwrap();
    assert_eq!(before, adopted, "the preview told it");
    adopted
}

#[test]
fn a_flood_day_moves_every_running_clock_of_an_open_inquiry() {
    let mut counter = desk()
        .at("2026-04-07 09:10")
        .register("问")
        .hand_off("税政科", HANDLER)
        .expect_due("D9-T2", "2026-04-08 17:30");
    let adopted = adopt(&mut counter, &own(&["2026-04-08,off"]));
    let moved = adopted
        .moved
        .iter()
        .map(|one| (one.leg, one.clock.as_str()));
    assert!(moved.collect::<Vec<_>>().contains(&(1, "D9-T2")));
    let counter = counter.expect_due("D9-T2", "2026-04-09 17:30");
    let last = counter.story().pop().unwrap();
    assert_eq!(
        (last.kind.as_str(), last.header.actor.as_str()),
        ("recounted", "owner")
    );
    counter
        .by(HANDLER)
        .sign()
        .expect_due("D9-T3", "2026-04-13 17:30");
}

#[test]
fn a_breach_stays_and_happens_once_though_its_end_moves() {
    for settled in [true, false] {
        let mut counter = desk()
            .at("2026-04-07 09:10")
            .register("问")
            .expect_due("D9-T1", "2026-04-10 17:30")
            .at("2026-04-13 09:00");
        if settled {
            counter = counter.settle();
        }
        let adopted = adopt(&mut counter, &own(&["2026-04-09,off"]));
        assert!(adopted.moved[0].breached);
        counter
            .expect_due("D9-T1", "2026-04-13 17:30")
            .expect_breaches(&[("D9-T1", CLERK)])
            .at("2026-05-20 09:00")
            .settle()
            .expect_breaches(&[("D9-T1", CLERK)]);
    }
}

#[test]
fn a_saturday_of_work_may_end_a_clock_that_then_has_run_out() {
    let mut counter = desk()
        .at("2026-04-09 09:10")
        .register("问")
        .expect_due("D9-T1", "2026-04-14 17:30")
        .at("2026-04-14 09:00");
    adopt(&mut counter, &own(&["2026-04-11,work"]));
    let counter = counter
        .expect_due("D9-T1", "2026-04-13 17:30")
        .expect_breaches(&[("D9-T1", CLERK)]);
    let breach = counter.story().pop().unwrap();
    assert_eq!(wall(breach.at), "2026-04-13 17:30");
    assert_eq!(breach.header.actor, "system");
}

#[test]
fn what_extensions_added_is_counted_again_with_the_limit() {
    let mut counter = desk()
        .at("2026-04-07 09:10")
        .register_matter("sj-company")
        .accept()
        .act(json!({"extend": {"clock": "D9-i3", "by": 2, "reason": "情形复杂"}}))
        .expect_due("D9-i3", "2026-04-14 17:30");
    adopt(&mut counter, &own(&["2026-04-08,off"]));
    counter.expect_due("D9-i3", "2026-04-15 17:30");
}

#[test]
fn a_promise_and_what_runs_in_minutes_ends_when_it_was_to_end() {
    let mut counter = desk().at("2026-04-07 09:10").act(json!({"register": {
        "visitor": {"name": "张三"}, "words": "问",
        "route": {"mine_later": {"promised": "2026-04-08T11:00:00+08:00"}},
    }}));
    counter = counter.expect_due("D9-i4", "2026-04-08 11:00");
    let adopted = adopt(&mut counter, &own(&["2026-04-08,off"]));
    assert!(
        adopted
            .moved
            .iter()
            .all(|one| one.clock.as_str() != "D9-i4")
    );
    counter.expect_due("D9-i4", "2026-04-08 11:00");
}

#[test]
fn a_clock_that_had_been_handed_away_runs_on_by_todays_calendar() {
    let mut counter = desk()
        .at("2026-04-07 09:10")
        .register("问")
        .hand_off("税政科", HANDLER)
        .expect_replaced("D9-T1");
    adopt(&mut counter, &own(&["2026-04-08,off"]));
    let counter = counter
        .by(HANDLER)
        .sign()
        .give_back()
        .expect_due("D9-T1", "2026-04-13 17:30");
    let state = counter.state();
    let run = state.clocks.iter().find(|run| run.is_running()).unwrap();
    assert_eq!(run.run.calendar, "cn-2026+1");
}

#[test]
fn provisional_clears_and_december_follows_next_years_notice() {
    let mut counter = desk().at("2026-12-29 09:10").register("问");
    counter = counter.expect_due("D9-T1", "2027-01-04 17:30");
    assert!(counter.state().clocks[0].run.provisional);
    adopt(
        &mut counter,
        &public(&["2026-12-31,off", "2027-01-01,off", "2027-01-02,work"]),
    );
    counter = counter.expect_due("D9-T1", "2027-01-04 17:30");
    let run = &counter.state().clocks[0].run;
    assert!(!run.provisional);
    assert_eq!(run.calendar, "cn-2027");
    let fact = counter.story().pop().unwrap().fact;
    assert!(matches!(fact, Fact::Inquiry(_)));
}

#[test]
fn only_the_owner_or_an_admin_may_and_a_gap_changes_nothing() {
    let mut counter = desk().at("2026-04-07 09:10").register("问");
    let events = counter.desk().store().audit().unwrap().events;
    let flood = own(&["2026-04-08,off"]);
    let clerk = Actor::Staff(CLERK.into());
    let refused = counter.desk().adopt_calendar(&clerk, &flood);
    assert!(matches!(refused, Err(DeskError::Refused(why)) if *why == Refusal::NotAllowed));
    let gap = public(&["2028-01-01,off"]);
    for result in [
        counter.desk().preview_calendar(&gap),
        counter.desk().adopt_calendar(&Actor::Owner, &gap),
    ] {
        assert!(
            matches!(result, Err(DeskError::Calendar(error)) if error.fault == CalendarFault::Gap(2027))
        );
    }
    assert_eq!(counter.desk().store().audit().unwrap().events, events);
    let admin = Actor::Staff(ADMIN.into());
    counter.desk().adopt_calendar(&admin, &flood).unwrap();
    let last = counter.story().pop().unwrap();
    assert_eq!(last.header.actor, ADMIN);
}

#[test]
fn another_process_counts_by_the_new_calendar_at_once() {
    let mut counter = desk().at("2026-04-07 09:10");
    let mut other = terminal(counter.path(), counter.now(), 11);
    adopt(&mut counter, &own(&["2026-04-08,off"]));
    assert_eq!(
        other.office().calendar.version(),
        "cn-2026",
        "not looked yet"
    );
    let register = json!({"register": {"visitor": {"name": "张三"}, "words": "问"}});
    let done = send(&mut other, CLERK, &register).unwrap();
    let counter = counter
        .on(&done.subject)
        .expect_due("D9-T1", "2026-04-13 17:30");
    assert_eq!(counter.state().clocks[0].run.calendar, "cn-2026+1");
    assert_eq!(other.office().calendar.version(), "cn-2026+1");
    assert!(!other.refresh().unwrap(), "nothing is new");
}

#[test]
fn a_desk_that_only_reads_is_told_when_it_asks() {
    let mut counter = desk().at("2026-04-07 09:10");
    let mut other = terminal(counter.path(), counter.now(), 11);
    adopt(&mut counter, &own(&["2026-04-08,off"]));
    assert!(other.refresh().unwrap());
    assert_eq!(other.office(), counter.desk().office());
}

#[test]
fn the_record_says_what_the_calendar_was() {
    let mut counter = desk().at("2026-04-07 09:10");
    adopt(&mut counter, &own(&["2026-04-08,off"]));
    let bent = "UPDATE office SET value = replace(value, '04-08', '04-09') WHERE key = 'calendar'";
    for sql in [bent, "UPDATE office SET value = '' WHERE key = 'calendar'"] {
        let copy = counter.path().with_extension("copy");
        std::fs::copy(counter.path(), &copy).unwrap();
        let wal = counter.path().with_extension("db-wal");
        if wal.exists() {
            std::fs::copy(wal, copy.with_extension("copy-wal")).unwrap();
        }
        let conn = rusqlite::Connection::open(&copy).unwrap();
        conn.execute_batch(sql).unwrap();
        drop(conn);
        let audit = terminal(&copy, counter.now(), 3).store().audit().unwrap();
        assert!(!audit.differences.is_empty(), "{sql}");
        std::fs::remove_file(copy).unwrap();
    }
}
