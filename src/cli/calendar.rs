//! `calendar`: the public holidays that due dates are counted by.

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::context::Context;
use super::failure::{Failure, Status};
use super::table::Table;
use super::{check, out, register, rules};
use crate::builtin::calendar::china;
use crate::domain::deadline::{Calendar, CalendarError, Notice};
use crate::i18n::{Lang, calendar as calendar_words, cli as words};
use crate::paths;

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
    /// Check a notice file: file, line, reason
    Check {
        /// A TOML file
        file: String,
    },
}

/// Lists or checks.
pub fn run(args: &CalendarArgs, cx: &mut Context) -> Result<Status, Failure> {
    match &args.what {
        What::List => list(cx).map(|()| Status::Done),
        What::Check { file } => checked(file, cx),
    }
}

/// The register's calendar where there is a register, else the built-in one.
fn in_use(cx: &mut Context) -> Result<Calendar, Failure> {
    let path = register::path(cx)?;
    if paths::is_named(cx.db.as_deref()) || path.exists() {
        return Ok(register::read(cx)?.office().calendar.clone());
    }
    built_in(cx.lang())
}

fn built_in(lang: Lang) -> Result<Calendar, Failure> {
    china().map_err(|error| Failure::NotSaved(calendar_words::error(lang, &error)))
}

fn list(cx: &mut Context) -> Result<(), Failure> {
    let calendar = in_use(cx)?;
    let lang = cx.lang();
    if cx.json {
        let all: Vec<Value> = calendar.notices().iter().map(notice_json).collect();
        return out::json(&all);
    }
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
    out::text(&table.finish())?;
    out::say(&words::known_until(lang, calendar.last_known()));
    Ok(())
}

fn notice_json(notice: &Notice) -> Value {
    let day = |(date, name): (chrono::NaiveDate, &crate::domain::deadline::HolidayName)| json!({"date": date.to_string(), "zh": *name.zh, "en": *name.en});
    json!({
        "id": notice.id(),
        "year": notice.year(),
        "source": notice.source(),
        "days_off": notice.days_off().map(day).collect::<Vec<_>>(),
        "makeup_days": notice.makeup_days().map(day).collect::<Vec<_>>(),
    })
}

fn checked(file: &str, cx: &Context) -> Result<Status, Failure> {
    let lang = cx.lang();
    let text = rules::read(file, lang)?;
    let read = Notice::parse(file, &text).and_then(|notice| built_in_with(notice, file));
    let faults: Vec<check::Fault> = match read {
        Ok(_) => Vec::new(),
        Err(error) => vec![check::Fault {
            line: error.line,
            message: calendar_words::fault(lang, &error.fault),
            sentence: calendar_words::error(lang, &error),
        }],
    };
    check::print(&faults, file, cx)
}

/// Whether the notice fits beside those that are known.
fn built_in_with(notice: Notice, file: &str) -> Result<Calendar, CalendarError> {
    china()?.with_notice(notice).map_err(|error| CalendarError {
        file: file.to_owned(),
        ..error
    })
}
