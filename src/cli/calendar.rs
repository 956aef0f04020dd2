//! `calendar`: the public holidays, and the office's own days, that due dates are
//! counted by.

use chrono::NaiveDate;
use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::context::Context;
use super::failure::{Failure, Status};
use super::register::{self, Voice};
use super::table::Table;
use super::{check, out, rules};
use crate::builtin::calendar::china;
use crate::desk::{Adopted, Desk, DeskError, Moved};
use crate::domain::deadline::{
    Additions, Calendar, CalendarError, DayOverride, HolidayName, Notice, Ruling,
};
use crate::i18n::{Lang, calendar as calendar_words, cli as words, refusal};
use crate::paths;
use crate::sheet::calendar::{Brought, Kind, read};

/// What is done with it.
#[derive(Debug, Args)]
pub struct CalendarArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// List the yearly notices, with their days off and make-up days
    List,
    /// Bring in yearly notices or own days, and move the clocks that run
    Import {
        /// A TOML, JSON or .csv file
        file: String,
        /// The file holds the office's own days: closed, or open with hours of its own
        #[arg(long)]
        own: bool,
        /// Only print which due dates would move
        #[arg(long)]
        preview: bool,
    },
    /// Check a notice file: file, line, reason
    Check {
        /// A TOML, JSON or .csv file
        file: String,
        /// The file holds the office's own days: closed, or open with hours of its own
        #[arg(long)]
        own: bool,
    },
}

/// Lists, imports or checks.
pub fn run(args: &CalendarArgs, cx: &mut Context) -> Result<Status, Failure> {
    match &args.what {
        What::List => list(cx).map(|()| Status::Done),
        What::Import { file, own, preview } => import(file, kind(*own), *preview, cx),
        What::Check { file, own } => checked(file, kind(*own), cx),
    }
}

fn kind(own: bool) -> Kind {
    if own { Kind::Own } else { Kind::Public }
}

/// The register's calendar where there is a register, else the built-in one; with
/// the day it is there.
fn in_use(cx: &mut Context) -> Result<(Calendar, NaiveDate), Failure> {
    let path = register::path(cx)?;
    if paths::is_named(cx.db.as_deref()) || path.exists() {
        let desk = register::read(cx)?;
        let office = desk.office();
        return Ok((office.calendar.clone(), office.local(desk.now()).date()));
    }
    let now = register::clock(cx, 0).now();
    Ok((built_in(cx.lang())?, now.local(refusal::china()).date()))
}

fn built_in(lang: Lang) -> Result<Calendar, Failure> {
    china().map_err(|error| Failure::NotSaved(calendar_words::error(lang, &error)))
}

fn list(cx: &mut Context) -> Result<(), Failure> {
    let (calendar, today) = in_use(cx)?;
    let lang = cx.lang();
    let own = calendar.overrides();
    if cx.json {
        let mut all: Vec<Value> = calendar.notices().iter().map(notice_json).collect();
        if !own.is_empty() {
            let days: Vec<Value> = own.iter().map(own_json).collect();
            all.push(json!({"id": "own", "own_days": days}));
        }
        out::json(&all)?;
    } else {
        out::text(&text(&calendar, cx))?;
        out::say(&words::known_until(lang, calendar.last_known()));
    }
    if let Some(year) = calendar.missing_year(today) {
        out::say(&calendar_words::missing_year(lang, year));
    }
    Ok(())
}

fn text(calendar: &Calendar, cx: &Context) -> String {
    let lang = cx.lang();
    let mut table = Table::new(words::calendar_columns(lang), cx.plain);
    for notice in calendar.notices() {
        table.row(&[
            notice.id(),
            &notice.year().to_string(),
            &notice.days_off().count().to_string(),
            &notice.makeup_days().count().to_string(),
            notice.source(),
        ]);
    }
    let mut text = table.finish();
    if !calendar.overrides().is_empty() {
        let mut own = Table::new(calendar_words::own_columns(lang), cx.plain);
        for day in calendar.overrides() {
            let (open, hours) = match &day.ruling {
                Ruling::Closed => (calendar_words::CLOSED, String::new()),
                Ruling::Open(hours) => (
                    calendar_words::OPEN,
                    hours.as_ref().map(ToString::to_string).unwrap_or_default(),
                ),
            };
            own.row(&[&day.date.to_string(), open.text(lang), &hours, &day.name]);
        }
        text.push('\n');
        text.push_str(&own.finish());
    }
    text
}

fn notice_json(notice: &Notice) -> Value {
    let day = |(date, name): (NaiveDate, &HolidayName)| json!({"date": date.to_string(), "zh": *name.zh, "en": *name.en});
    json!({
        "id": notice.id(),
        "year": notice.year(),
        "source": notice.source(),
        "days_off": notice.days_off().map(day).collect::<Vec<_>>(),
        "makeup_days": notice.makeup_days().map(day).collect::<Vec<_>>(),
    })
}

fn own_json(day: &DayOverride) -> Value {
    let (open, hours) = match &day.ruling {
        Ruling::Closed => (false, None),
        Ruling::Open(hours) => (true, hours.as_ref().map(ToString::to_string)),
    };
    json!({"date": day.date.to_string(), "name": *day.name, "open": open, "hours": hours})
}

fn import(file: &str, kind: Kind, preview: bool, cx: &mut Context) -> Result<Status, Failure> {
    let mut desk = if preview {
        register::read(cx)?
    } else {
        register::write(cx)?
    };
    let lang = cx.lang();
    let bytes = rules::bytes(file, lang)?;
    // A refused import prints what a check prints.
    let brought = match read(file, &bytes, kind, &desk.office().calendar) {
        Ok(brought) => brought,
        Err(error) => return report(Some(&error), file, cx),
    };
    let adopted = if preview {
        desk.preview_calendar(&brought.change)
    } else {
        let actor = register::keeper(cx, &mut desk)?;
        desk.adopt_calendar(&actor, &brought.change)
    };
    match adopted {
        Ok(adopted) => print(&adopted, preview, &desk, cx).map(|()| Status::Done),
        Err(DeskError::Calendar(error)) => report(Some(&brought.placed(file, error)), file, cx),
        Err(error) => Err(register::failed(lang, &error, &Voice::of(&desk))),
    }
}

fn print(adopted: &Adopted, preview: bool, desk: &Desk, cx: &Context) -> Result<(), Failure> {
    let Adopted {
        calendar,
        moved,
        confirmed,
    } = adopted;
    let offset = desk.office().offset;
    if cx.json {
        let line = |one: &Moved| {
            json!({
                "number": one.inquiry,
                "leg": one.leg,
                "clock": one.clock,
                "from": one.from.rfc3339(offset),
                "to": one.to.rfc3339(offset),
                "provisional": one.provisional,
                "breached": one.breached,
            })
        };
        return out::json(&json!({
            "calendar": calendar.version(),
            "known_until": calendar.last_known().to_string(),
            "preview": preview,
            "moved": moved.iter().map(line).collect::<Vec<_>>(),
            "confirmed": confirmed.iter().map(line).collect::<Vec<_>>(),
            "errors": [],
            "warnings": [],
        }));
    }
    let lang = cx.lang();
    let (version, known) = (calendar.version(), calendar.last_known());
    let head = if preview {
        calendar_words::previewed(lang, version, known)
    } else {
        calendar_words::adopted(lang, version, known)
    };
    let counted = calendar_words::counted(lang, moved.len(), confirmed.len());
    let mut text = format!("{head}\n{counted}\n");
    if !moved.is_empty() {
        let mut table = Table::new(calendar_words::moved_columns(lang), cx.plain);
        for one in moved {
            let note = match (one.breached, one.provisional) {
                (true, _) => calendar_words::BREACH_STAYS.text(lang),
                (false, true) => calendar_words::STILL_PROVISIONAL.text(lang),
                (false, false) => "",
            };
            table.row(&[
                one.inquiry.as_str(),
                &one.leg.to_string(),
                one.clock.as_str(),
                &words::minute(one.from.local(offset)),
                &words::minute(one.to.local(offset)),
                note,
            ]);
        }
        text.push_str(&table.finish());
    }
    out::text(&text)
}

fn checked(file: &str, kind: Kind, cx: &mut Context) -> Result<Status, Failure> {
    let bytes = rules::bytes(file, cx.lang())?;
    // A file can be checked before there is a register.
    let known = if register::path(cx)?.exists() {
        in_use(cx)?.0
    } else {
        built_in(cx.lang())?
    };
    let fits = read(file, &bytes, kind, &known)
        .and_then(|brought| beside(&known, &brought).map_err(|error| brought.placed(file, error)));
    report(fits.err().as_ref(), file, cx)
}

/// Whether what a file brings fits beside what is known.
fn beside(known: &Calendar, brought: &Brought) -> Result<Calendar, CalendarError> {
    Additions::default()
        .with(&brought.change, known)
        .upon(known.clone())
}

fn report(error: Option<&CalendarError>, file: &str, cx: &Context) -> Result<Status, Failure> {
    let lang = cx.lang();
    let faults: Vec<check::Fault> = error
        .into_iter()
        .map(|error| check::Fault {
            line: error.line,
            message: calendar_words::fault(lang, &error.fault),
            sentence: calendar_words::error(lang, error),
        })
        .collect();
    check::print(&faults, file, cx)
}
