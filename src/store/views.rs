//! What each table shows of an inquiry or a handover: one function a table,
//! for writing and for checking alike.

mod tables;

use rusqlite::Connection;
use rusqlite::types::Value;

use super::error::StoreError;
use super::queue::Waits;
use crate::domain::case::{Accused, Case};
use crate::domain::ids::StaffNo;
use crate::domain::inquiry::{ClockRun, Inquiry, LegEnd, Resolution};
use crate::domain::shift::Handover;
use crate::domain::time::Moment;
use crate::search;
use tables::{ACCOUNTING, ANSWERED, CLOCK, HANDOVER, LEG, NOTICE, PENDING, SEARCH_KEY};
pub(super) use tables::{BREACH, INQUIRY, NAMES, PRESENCE, STAFF, TURN, Table};

/// A due time later than any: for what is open and has no clock.
pub(super) const NEVER: i64 = i64::MAX;

pub(super) type Row = Vec<Value>;

/// What a view shows of an inquiry.
pub(super) type RowsOf = fn(&Inquiry) -> Vec<Row>;

/// Every view of an inquiry, with the rows that it shows.
pub(super) const OF_INQUIRY: [(&Table, RowsOf); 8] = [
    (&INQUIRY, |state| vec![inquiry(state)]),
    (&LEG, legs),
    (&CLOCK, clocks),
    (&PENDING, pending),
    (&NOTICE, notices),
    (&SEARCH_KEY, search_keys),
    (&BREACH, breaches),
    (&TURN, turns),
];

/// Whether a view shows something else of an inquiry than it did before. The
/// keys of a search follow from the visitor alone and are dear to make.
pub(super) fn differ(table: &Table, rows: RowsOf, before: &Inquiry, state: &Inquiry) -> bool {
    if table.name == SEARCH_KEY.name {
        before.visitor != state.visitor
    } else {
        rows(before) != rows(state)
    }
}

/// Every view of a handover.
pub(super) fn of_handover(state: &Handover) -> [(&'static Table, Vec<Row>); 1] {
    [(&HANDOVER, vec![handover(state)])]
}

pub(super) fn inquiry(state: &Inquiry) -> Row {
    let visitor = state.visitor.get();
    let breaches = state.breaches.len();
    vec![
        text(&state.number.0),
        moment(state.received_at),
        moment(state.entered_at),
        flag(state.back_entry),
        text(&state.first.0),
        text(&state.legs[0].department),
        text(&state.channel),
        optional(visitor.map(|v| v.name.as_str())),
        optional(visitor.map(|v| v.phone.as_str())),
        optional(visitor.map(|v| v.unit.as_str())),
        optional(state.words.get().map(String::as_str)),
        text(state.matter.as_ref().map_or("", |matter| &matter.id)),
        text(state.matter.as_ref().map_or("", |matter| &matter.name)),
        text(urgency(state)),
        flag(state.green),
        text(&state.rulebook),
        text(state.stage.as_str()),
        text(state.resolution.map_or("", resolution)),
        text(&state.holder().0),
        number(state.returns),
        Value::Integer(i64::try_from(breaches).unwrap_or(i64::MAX)),
        maybe_moment(state.closed_at),
        maybe_moment(state.next_at()),
        number(state.version),
        flag(state.was_answered_on_the_spot()),
        number(state.ran_out()),
        number(state.second_notices()),
        number(state.escalated()),
        number(state.rating_that_stands().into()),
    ]
}

pub(super) fn turns(state: &Inquiry) -> Vec<Row> {
    let row = |(no, turn): (u32, &crate::domain::inquiry::hands::Turn)| {
        vec![
            text(&state.number.0),
            number(no),
            number(turn.leg),
            text(turn.holder.as_ref().map_or("", |staff| staff.as_str())),
            text(&turn.department),
            moment(turn.from),
            maybe_moment(turn.until),
        ]
    };
    (0..).zip(state.turns()).map(row).collect()
}

fn legs(state: &Inquiry) -> Vec<Row> {
    let row = |leg: &crate::domain::inquiry::Leg| {
        vec![
            text(&state.number.0),
            number(leg.no),
            text(&leg.slip),
            text(&leg.sender.0),
            text(&leg.keeper.0),
            text(&leg.department),
            text(&leg.holder.0),
            moment(leg.sent_at),
            maybe_moment(leg.signed_at),
            text(leg.end.map_or("", |(how, _)| leg_end(how))),
            maybe_moment(leg.end.map(|(_, at)| at)),
        ]
    };
    state.legs.iter().map(row).collect()
}

fn clocks(state: &Inquiry) -> Vec<Row> {
    let row = |(run, clock): (u32, &ClockRun)| {
        let stopped = clock.stopped.map_or("", |(how, _)| match how {
            crate::domain::inquiry::event::Stop::Met => "met",
            crate::domain::inquiry::event::Stop::Replaced => "replaced",
        });
        vec![
            text(&state.number.0),
            number(run),
            number(clock.run.leg),
            text(&clock.run.clock.0),
            moment(clock.run.from),
            moment(clock.run.due),
            moment(clock.run.soon),
            flag(clock.run.provisional),
            number(clock.extended),
            text(stopped),
            maybe_moment(clock.stopped.map(|(_, at)| at)),
            text(clock.breached.as_ref().map_or("", |hands| hands.as_str())),
            flag(clock.stands_still()),
        ]
    };
    (0..).zip(&state.clocks).map(row).collect()
}

/// The open leg: one row for each clock that runs, or one without a clock.
fn pending(state: &Inquiry) -> Vec<Row> {
    if state.is_closed() {
        return Vec::new();
    }
    let running: Vec<&ClockRun> = state
        .clocks
        .iter()
        .filter(|clock| clock.is_running())
        .collect();
    if running.is_empty() {
        return vec![pending_row(state, 0, None)];
    }
    // A clock may run on two legs at once: each is a row of its own.
    (0..)
        .zip(running)
        .map(|(run, clock)| pending_row(state, run, Some(clock)))
        .collect()
}

fn pending_row(state: &Inquiry, run: u32, clock: Option<&ClockRun>) -> Row {
    let leg = state.current_leg();
    let visitor = state.visitor.get();
    let ends = clock.filter(|clock| !clock.stands_still());
    let answerable = clock.map_or(&leg.holder, |clock| state.answerable(&clock.run));
    vec![
        text(&state.number.0),
        number(leg.no),
        text(clock.map_or("", |clock| clock.run.clock.as_str())),
        Value::Text(clock.map_or(String::new(), |clock| clock.run.limit.to_string())),
        // What stands still has no end until it runs on.
        Value::Integer(ends.map_or(NEVER, |clock| clock.run.due.0)),
        Value::Integer(ends.map_or(NEVER, |clock| clock.run.soon.0)),
        flag(clock.is_some_and(|clock| clock.run.provisional)),
        flag(clock.is_some_and(|clock| clock.run.internal)),
        text(state.stage.as_str()),
        text(&leg.holder.0),
        text(&leg.department),
        text(&state.first.0),
        text(&state.keeper().0),
        text(&answerable.0),
        optional(visitor.map(|v| v.name.as_str())),
        optional(visitor.map(|v| v.phone.as_str())),
        text(state.matter.as_ref().map_or("", |matter| &matter.name)),
        text(state.matter.as_ref().map_or("", |matter| &matter.name_en)),
        optional(state.words.get().map(String::as_str)),
        text(urgency(state)),
        flag(state.green),
        moment(state.received_at),
        number(state.returns),
        text(clock.map_or("", waits)),
        Value::Text(custodians(state)),
        number(u32::try_from(state.urges.len()).unwrap_or(u32::MAX)),
        number(run),
    ]
}

/// Who keeps each document of the visitor, one a line; empty when nobody keeps any.
fn custodians(state: &Inquiry) -> String {
    let mut all = String::new();
    for one in state.in_custody() {
        all.push('\n');
        all.push_str(one.keeper.as_str());
    }
    if !all.is_empty() {
        all.push('\n');
    }
    all
}

/// What a running clock waits for, if it waits.
fn waits(clock: &ClockRun) -> &'static str {
    if clock.stands_still() {
        Waits::Suspended.as_str()
    } else if clock.filed.is_some() {
        Waits::Filed.as_str()
    } else {
        ""
    }
}

fn notices(state: &Inquiry) -> Vec<Row> {
    let row = |notice: &crate::domain::inquiry::Notice| {
        vec![
            text(&state.number.0),
            text(&notice.number),
            moment(notice.at),
            text(notice.content.matter.as_str()),
            flag(notice.complete),
            flag(notice.second),
            text(notice.charged.as_ref().map_or("", StaffNo::as_str)),
        ]
    };
    state.notices.iter().map(row).collect()
}

pub(super) fn breaches(state: &Inquiry) -> Vec<Row> {
    let row = |breach: &crate::domain::inquiry::Breach| {
        let leg = state.leg(breach.leg).unwrap_or(&state.legs[0]);
        let own_fault = breach.review.as_ref().map(|review| review.own_fault);
        vec![
            text(&state.number.0),
            number(breach.no),
            text(breach.rule.as_str()),
            number(breach.leg),
            text(&leg.department),
            text(&breach.hands.0),
            moment(breach.at),
            maybe_moment(breach.due),
            flag(breach.excuse.is_some()),
            own_fault.map_or(Value::Null, flag),
        ]
    };
    state.breaches.iter().map(row).collect()
}

fn search_keys(state: &Inquiry) -> Vec<Row> {
    let Some(visitor) = state.visitor.get() else {
        return Vec::new();
    };
    let mut keys = search::name_keys(&visitor.name);
    keys.extend(search::phone_keys(&visitor.phone));
    keys.extend(search::unit_key(&visitor.unit));
    keys.extend(search::document_key(&visitor.id_number));
    keys.sort();
    keys.dedup();
    keys.into_iter()
        .map(|key| vec![text(&state.number.0), Value::Text(key)])
        .collect()
}

/// Every view of an accountability case.
pub(super) fn of_case(state: &Case) -> [(&'static Table, Vec<Row>); 2] {
    [
        (&ACCOUNTING, vec![accounting(state)]),
        (&ANSWERED, answered(state)),
    ]
}

fn accounting(state: &Case) -> Row {
    let about: Vec<&str> = state.accused.iter().map(|one| one.staff.as_str()).collect();
    vec![
        text(&state.number().0),
        moment(state.opened_at),
        text(state.stage().as_str()),
        text(&state.opened.category),
        text(state.inquiry().map_or("", |number| number.as_str())),
        text(&about.join(" ")),
        maybe_moment(state.next_due()),
        Value::Integer(i64::try_from(state.breached().count()).unwrap_or(i64::MAX)),
        maybe_moment(state.closed_at),
        number(state.version),
    ]
}

/// Who was called to account and still is, from the day of the first decision.
fn answered(state: &Case) -> Vec<Row> {
    let still = state.accused.iter().filter(|one| Accused::answers(one));
    let rows = still.filter_map(|one| {
        let at = one.decision.as_ref()?.at;
        Some(vec![
            text(&state.number().0),
            text(&one.staff.0),
            moment(at),
        ])
    });
    rows.collect()
}

fn handover(state: &Handover) -> Row {
    vec![
        text(&state.number.0),
        text(&state.from.0),
        text(&state.to.0),
        moment(state.opened_at),
        Value::Integer(i64::try_from(state.items.len()).unwrap_or(i64::MAX)),
        number(state.open_items()),
        Value::Integer(i64::try_from(state.signed.len()).unwrap_or(i64::MAX)),
        maybe_moment(state.done_at),
        maybe_moment(state.cancelled.as_ref().map(|(at, _)| *at)),
        number(state.version),
    ]
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn optional(value: Option<&str>) -> Value {
    value.map_or(Value::Null, text)
}

fn moment(at: Moment) -> Value {
    Value::Integer(at.0)
}

fn maybe_moment(at: Option<Moment>) -> Value {
    at.map_or(Value::Null, moment)
}

fn number(value: u32) -> Value {
    Value::Integer(i64::from(value))
}

fn flag(value: bool) -> Value {
    Value::Integer(i64::from(value))
}

fn urgency(state: &Inquiry) -> &'static str {
    use crate::domain::command::Urgency;
    match state.urgency {
        Urgency::Normal => "normal",
        Urgency::Urgent => "urgent",
        Urgency::Emergency => "emergency",
    }
}

fn resolution(how: Resolution) -> &'static str {
    match how {
        Resolution::Answered => "answered",
        Resolution::Delivered => "delivered",
        Resolution::Guided => "guided",
        Resolution::Declined => "declined",
        Resolution::Withdrawn => "withdrawn",
    }
}

fn leg_end(how: LegEnd) -> &'static str {
    match how {
        LegEnd::Answered => "answered",
        LegEnd::Returned => "returned",
        LegEnd::HandedOn => "handed_on",
        LegEnd::Closed => "closed",
    }
}

/// Puts what a table shows of one owner in place of what it showed before.
pub(super) fn replace(
    conn: &Connection,
    table: &Table,
    owner: &str,
    rows: &[Row],
) -> Result<(), StoreError> {
    conn.prepare_cached(&table.texts().delete)?
        .execute([owner])?;
    insert(conn, table, rows)
}

/// Puts in what a table shows of an owner that it showed nothing of.
pub(super) fn insert(conn: &Connection, table: &Table, rows: &[Row]) -> Result<(), StoreError> {
    if rows.is_empty() {
        return Ok(());
    }
    let mut insert = conn.prepare_cached(&table.texts().insert)?;
    for row in rows {
        insert.execute(rusqlite::params_from_iter(row))?;
    }
    Ok(())
}

/// What a table shows of one owner now, in a fixed order.
pub(super) fn shown(conn: &Connection, table: &Table, owner: &str) -> Result<Vec<Row>, StoreError> {
    let Table {
        name,
        owner: column,
        ..
    } = table;
    let columns = table.columns.join(",");
    let mut statement =
        conn.prepare_cached(&format!("SELECT {columns} FROM {name} WHERE {column} = ?1"))?;
    let mut rows: Vec<Row> = statement
        .query_map([owner], |row| {
            (0..table.columns.len()).map(|i| row.get(i)).collect()
        })?
        .collect::<rusqlite::Result<_>>()?;
    in_order(&mut rows);
    Ok(rows)
}

/// Sorts rows so that two sets of them can be compared.
pub(super) fn in_order(rows: &mut [Row]) {
    rows.sort_by_cached_key(|row| format!("{row:?}"));
}
