//! `queue`: open legs, most pressing first.

use clap::Args;
use serde_json::{Value, json};

use super::context::Context;
use super::failure::{Failure, Status};
use super::table::Table;
use super::{out, register};
use crate::desk::Desk;
use crate::domain::deadline::{Limit, Office, Unit, time_left};
use crate::domain::ids::StaffNo;
use crate::domain::mask::mask_name;
use crate::domain::staff::Role;
use crate::domain::time::Moment;
use crate::i18n::{Lang, cli as words, urging, words as names};
use crate::store::{AwayRow, Filter, Order, Pending, View, Waits};

/// Which open work is shown.
#[derive(Debug, Args)]
pub struct QueueArgs {
    /// mine, first, department, all, unsigned, today, overdue or visitor
    #[arg(long, value_name = "VIEW")]
    view: Option<String>,
    /// pressing, urgency, received, holder or matter
    #[arg(long, value_name = "ORDER")]
    sort: Option<String>,
    /// At most so many rows
    #[arg(long, value_name = "N")]
    limit: Option<u32>,
}

/// Prints the open work.
pub fn run(args: &QueueArgs, cx: &mut Context) -> Result<Status, Failure> {
    let lang = cx.lang();
    let view = match args.view.as_deref() {
        Some(name) => View::parse(name)
            .ok_or_else(|| unknown(lang, "--view", name, &View::ALL.map(View::as_str)))?,
        None if cx.staff.is_some() => View::Mine,
        None => View::All,
    };
    let order = match args.sort.as_deref() {
        Some(name) => Order::parse(name)
            .ok_or_else(|| unknown(lang, "--sort", name, &Order::ALL.map(Order::as_str)))?,
        None => Order::Pressing,
    };
    let someones = matches!(view, View::Mine | View::First | View::Department);
    if someones && cx.staff.is_none() {
        return Err(Failure::Usage(words::view_of_someone(lang, view.as_str())));
    }
    let desk = register::read(cx)?;
    let lang = cx.lang();
    let rows = rows(&desk, (view, order), args.limit, cx)?;
    if cx.json {
        let all: Vec<Value> = rows.iter().map(|row| row.json(&desk)).collect();
        out::json(&all)?;
    } else {
        print(&rows, &desk, cx, lang)?;
    }
    Ok(Status::Done)
}

fn unknown(lang: Lang, option: &str, name: &str, known: &[&str]) -> Failure {
    Failure::Usage(words::bad_value(lang, option, name, Some(known.join(" "))))
}

fn rows(
    desk: &Desk,
    (view, order): (View, Order),
    limit: Option<u32>,
    cx: &Context,
) -> Result<Vec<Row>, Failure> {
    let lang = cx.lang();
    let now = desk.now();
    let (staff, department, rules) = match &cx.staff {
        Some(number) => {
            let person = register::person(desk, number, lang)?;
            let rules = person.is(Role::Supervisor);
            (person.number, person.department, rules)
        }
        None => (StaffNo::default(), String::new(), false),
    };
    let filter = Filter {
        view,
        staff,
        department,
        now,
        day_end: desk.day_end(now),
        text: String::new(),
        spelled: std::rc::Rc::default(),
        rules,
        order,
        hands: None,
        limit: limit.unwrap_or(u32::MAX),
        offset: 0,
    };
    let pending = desk
        .read()
        .queue(&filter)
        .map_err(|error| register::unread(lang, &error))?;
    let read = desk.read();
    let failed = |error| register::unread(lang, &error);
    let away = read.away(now).map_err(failed)?;
    let empty = read.both_away(now).map_err(failed)?;
    if !empty.is_empty() {
        let voice = register::Voice::of(desk);
        out::say(&urging::both_away(lang, &empty, &voice));
    }
    let rows = pending.into_iter().map(|pending| {
        let mut row = Row::new(pending, now, desk.office());
        let holder = &row.pending.holder;
        row.away = away.iter().find(|one| &one.staff == holder).cloned();
        row.uncovered = empty.iter().any(|one| &one.staff == holder);
        let substitute = row.away.as_ref().and_then(|one| one.substitute.as_ref());
        row.in_place_of_holder = substitute.is_some_and(|one| one == &filter.staff);
        row
    });
    // The minute of its end still belongs to a limit.
    Ok(rows
        .filter(|row| view != View::Overdue || row.state == State::Overdue)
        .collect())
}

/// How a clock stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Time enough, or no clock.
    Ok,
    /// Little time is left.
    Soon,
    /// Past its end.
    Overdue,
    /// It stands still for a reason that the law lists.
    Suspended,
}

impl State {
    /// How a clock stands at `now` that ends at `due`.
    pub fn of(now: Moment, due: Option<Moment>, soon: Option<Moment>) -> Self {
        match (due, soon) {
            (Some(due), _) if now.is_late_for(due) => Self::Overdue,
            (Some(_), Some(soon)) if now >= soon => Self::Soon,
            (Some(_) | None, _) => Self::Ok,
        }
    }

    /// The state as scripts read it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Soon => "soon",
            Self::Overdue => "overdue",
            Self::Suspended => "suspended",
        }
    }
}

/// Seconds left, in office time for limits in working days and office hours.
pub fn remaining(unit: Unit, now: Moment, due: Moment, office: &Office) -> Option<i64> {
    time_left(unit, office.local(now), office.local(due), &[], office).ok()
}

/// One row, with what follows from the time of day.
struct Row {
    pending: Pending,
    unit: Option<Unit>,
    remaining: Option<i64>,
    state: State,
    /// Its holder's absence.
    away: Option<AwayRow>,
    /// Whether it is for the reader to act on in the holder's place.
    in_place_of_holder: bool,
    /// Both its holder and their substitute are away.
    uncovered: bool,
}

impl Row {
    fn new(pending: Pending, now: Moment, office: &Office) -> Self {
        let unit = pending.limit.parse::<Limit>().ok().map(Limit::unit);
        let remaining = match (unit, pending.due) {
            (Some(unit), Some(due)) => remaining(unit, now, due, office),
            (_, None) | (None, _) => None,
        };
        Self {
            state: match pending.waits {
                Some(Waits::Suspended) => State::Suspended,
                Some(Waits::Filed) | None => State::of(now, pending.due, pending.soon),
            },
            unit,
            remaining,
            pending,
            away: None,
            in_place_of_holder: false,
            uncovered: false,
        }
    }

    fn json(&self, desk: &Desk) -> Value {
        let row = &self.pending;
        let offset = desk.office().offset;
        json!({
            "number": row.inquiry,
            "leg": row.leg,
            "visitor": row.name.as_deref().map(mask_name),
            "matter": row.matter,
            "stage": row.stage.as_str(),
            "holder": {
                "department": row.department,
                "staff": row.holder,
                "name": row.holder_name,
            },
            "first": row.first,
            "clock": row.clock,
            "limit": row.clock.as_ref().map(|_| row.limit.as_str()),
            "due": row.due.map(|due| due.rfc3339(offset)),
            "remaining_s": self.remaining,
            "state": self.state.as_str(),
            "provisional": row.provisional,
            "internal": row.internal,
            "urgency": row.urgency,
            "green": row.green,
            "received_at": row.received_at.rfc3339(offset),
            "returns": row.returns,
            "waits": row.waits.map(Waits::as_str),
            "custody": row.custodians.len(),
            "custodians": row.custodians,
            "urged": row.urged,
            "away": super::pressed::away(self.away.as_ref(), offset),
            "on_behalf_of": self.in_place_of_holder.then_some(&row.holder),
            "alarm": self.uncovered.then_some("both_away"),
        })
    }
}

fn print(rows: &[Row], desk: &Desk, cx: &Context, lang: Lang) -> Result<(), Failure> {
    if rows.is_empty() {
        return out::text(&words::nothing_open(lang));
    }
    let mut table = Table::new(words::queue_columns(lang), cx.plain);
    for row in rows {
        let pending = &row.pending;
        let matter = match (pending.matter.as_str(), lang) {
            ("", _) => words::free_text(lang).to_owned(),
            (_, Lang::En) if !pending.matter_en.is_empty() => pending.matter_en.clone(),
            (name, _) => name.to_owned(),
        };
        let holder = format!("{} {}", pending.department, pending.holder_name);
        let left = match (row.remaining, row.unit) {
            (Some(left), Some(unit)) => words::time_left(lang, left, unit.in_office_time()),
            (_, None) | (None, _) => String::new(),
        };
        table.row(&[
            pending.inquiry.as_str(),
            &pending.leg.to_string(),
            &pending.name.as_deref().map(mask_name).unwrap_or_default(),
            &matter,
            names::stage(lang, pending.stage),
            holder.trim(),
            pending.clock.as_ref().map_or("", |clock| clock.as_str()),
            &pending
                .due
                .map(|due| words::due_cell(lang, desk.office().local(due), pending.provisional))
                .unwrap_or_default(),
            &left,
            words::state(lang, row.state.as_str()),
        ]);
    }
    out::text(&table.finish())
}
