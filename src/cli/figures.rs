//! `figures`: what a month comes to, group by group.

use std::io::IsTerminal;

use chrono::NaiveDate;
use clap::Args;
use serde_json::{Map, Value, json};

use super::context::Context;
use super::failure::{Failure, Status};
use super::out;
use super::register;
use super::table::Table;
use crate::i18n::figures::{self as say, Column, Groups};
use crate::i18n::{Lang, cli as words, export};
use crate::store::{Figure, Figures, Grouping, Line, Span};

/// The days that are counted.
#[derive(Debug, Args)]
pub struct Period {
    /// The month of registration, `2026-11`
    #[arg(long, value_name = "MONTH", conflicts_with_all = ["from", "until"], required_unless_present = "from")]
    month: Option<String>,
    /// Registered on this day or later
    #[arg(long, value_name = "DATE", requires = "until")]
    from: Option<String>,
    /// Registered on this day or before
    #[arg(long, value_name = "DATE", requires = "from")]
    until: Option<String>,
}

impl Period {
    /// The days.
    ///
    /// # Errors
    ///
    /// For a month or a day that is none, and a last day before the first.
    pub fn span(&self, lang: Lang) -> Result<Span, Failure> {
        if let Some(month) = &self.month {
            let first = NaiveDate::parse_from_str(&format!("{month}-01"), "%Y-%m-%d");
            return match first {
                Ok(first) if month.len() == 7 => Ok(Span::month_of(first)),
                Ok(_) | Err(_) => {
                    let known = Some(export::BAD_MONTH.text(lang).to_owned());
                    Err(Failure::Usage(words::bad_value(
                        lang, "--month", month, known,
                    )))
                }
            };
        }
        let day = |name: &str, given: &Option<String>| {
            let given = given.as_deref().unwrap_or_default();
            let known = Some("2026-04-07".to_owned());
            let bad = || Failure::Usage(words::bad_value(lang, name, given, known));
            given.parse::<NaiveDate>().map_err(|_| bad())
        };
        let (from, until) = (day("--from", &self.from)?, day("--until", &self.until)?);
        if until < from {
            let until = until.to_string();
            return Err(Failure::Usage(words::bad_value(
                lang, "--until", &until, None,
            )));
        }
        Ok(Span { from, until })
    }
}

/// What is counted.
#[derive(Debug, Args)]
pub struct FiguresArgs {
    #[command(flatten)]
    period: Period,
    /// Set apart by: first, hands, department, leg, channel, matter, rulebook, day, week, month
    #[arg(long, value_name = "SIDE", default_value = "first")]
    by: String,
}

/// Prints the figures.
pub fn run(args: &FiguresArgs, cx: &mut Context) -> Result<Status, Failure> {
    let desk = register::read(cx)?;
    let lang = cx.lang();
    let span = args.period.span(lang)?;
    let by = Grouping::parse(&args.by).ok_or_else(|| {
        let known: Vec<&str> = Grouping::ALL.iter().map(|one| one.as_str()).collect();
        Failure::Usage(words::bad_value(
            lang,
            "--by",
            &args.by,
            Some(known.join(" ")),
        ))
    })?;
    let figures = desk
        .read()
        .figures(span, by, desk.office())
        .map_err(|error| register::unread(lang, &error))?;
    let groups = Groups::of(&desk, lang);
    if cx.json {
        out::json(&as_json(&figures, &groups))?;
        return Ok(Status::Done);
    }
    let mut heads = vec![say::grouping(lang, by)];
    heads.extend(Column::SHOWN.map(|column| column.head(lang)));
    let mut table = Table::headless(cx.plain);
    table.row(&heads);
    let mut row = |name: &str, line: &Line| {
        let mut cells = vec![name.to_owned()];
        cells.extend(Column::SHOWN.map(|column| column.value(line)));
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        table.row(&cells);
    };
    row(say::ALL.text(lang), &figures.whole);
    for line in &figures.lines {
        row(&groups.name(by, &line.key), line);
    }
    out::text(&table.finish())?;
    Ok(Status::Done)
}

fn as_json(figures: &Figures, groups: &Groups) -> Value {
    let lines = figures.lines.iter();
    let lines: Vec<Value> = lines
        .map(|line| {
            let mut all = of(line);
            all.insert("key".to_owned(), line.key.clone().into());
            all.insert("name".to_owned(), groups.name(figures.by, &line.key).into());
            all.into()
        })
        .collect();
    json!({
        "from": figures.span.from.to_string(),
        "until": figures.span.until.to_string(),
        "by": figures.by.as_str(),
        "total": of(&figures.whole),
        "groups": lines,
    })
}

/// Shares in percent, lengths in seconds of office time.
fn of(line: &Line) -> Map<String, Value> {
    let mut all = Map::new();
    for figure in Figure::ALL {
        all.insert(figure.as_str().to_owned(), line.count(figure).into());
    }
    let tenths = |value: Option<u64>| {
        let value = value.and_then(|value| u32::try_from(value).ok());
        value.map_or(Value::Null, |value| (f64::from(value) / 10.0).into())
    };
    all.insert(
        "on_the_spot_share".to_owned(),
        tenths(line.on_the_spot_share()),
    );
    all.insert("on_time_share".to_owned(), tenths(line.on_time_share()));
    all.insert("mean_rating".to_owned(), tenths(line.mean_rating()));
    all.insert("turns".to_owned(), line.held.turns.into());
    all.insert("held_median_s".to_owned(), line.held.median.into());
    all.insert("held_90_s".to_owned(), line.held.ninetieth.into());
    all
}

/// Says how far an export is, where somebody looks on.
pub fn progress_of(lang: Lang) -> impl FnMut(u64, u64) {
    let looked_at = std::io::stderr().is_terminal();
    let mut told = 0;
    move |done, of| {
        let tenth = (of / 10).max(1);
        if done != u64::MAX && (looked_at || of > 50_000) && done / tenth > told {
            told = done / tenth;
            out::say(&export::progress(lang, done, of));
        }
    }
}
