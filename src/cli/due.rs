//! `due`: when a limit ends, from the calendar alone.

use clap::Args;

use super::context::Context;
use super::failure::{Failure, Status};
use super::{out, reasons, rules, time};
use crate::builtin::calendar;
use crate::domain::deadline::{Counting, Limit, Office, OfficeHours, Rule, Week, explain};
use crate::domain::ids::ClockId;
use crate::domain::rulebook::{Clause, Length, OfficeRule, Rulebook};
use crate::i18n::cli as words;
use crate::i18n::refusal;

/// What `due` computes.
#[derive(Debug, Args)]
pub struct DueArgs {
    /// A rulebook: a built-in id or a file
    #[arg(long, value_name = "R", conflicts_with_all = ["counting", "no_roll"])]
    rulebook: Option<String>,
    /// A clock of that rulebook
    #[arg(long, value_name = "ID", requires = "rulebook")]
    clock: Option<String>,
    /// A limit: a number and min, h, oh, wd, cd or mo
    #[arg(long, value_name = "N[min|h|oh|wd|cd|mo]")]
    limit: Option<String>,
    /// Whether the trigger day counts: next-day or receipt-day
    #[arg(long, value_name = "next-day|receipt-day")]
    counting: Option<String>,
    /// Do not move a last calendar day that is no working day
    #[arg(long)]
    no_roll: bool,
    /// When it was triggered, RFC 3339
    #[arg(long, value_name = "TIME")]
    from: Option<String>,
    /// How many of the same unit an extension adds
    #[arg(long, value_name = "N", default_value_t = 0)]
    extend: u32,
    /// Office hours on working days; the rulebook's, or 09:00-12:00,14:00-17:30 without
    #[arg(long, value_name = "HOURS")]
    hours: Option<String>,
}

/// Computes and prints.
pub fn run(args: &DueArgs, cx: &mut Context) -> Result<Status, Failure> {
    let lang = cx.lang();
    let from = match &args.from {
        Some(text) => time::instant(text)
            .ok_or_else(|| Failure::Usage(words::bad_time(lang, "--from", text)))?,
        None => cx
            .now
            .ok_or_else(|| Failure::Usage(words::missing_option(lang, "--from")))?,
    };
    let book = match &args.rulebook {
        Some(name) => Some(rules::named(name, lang)?),
        None => None,
    };
    let office = office(args.hours.as_deref(), book.as_ref(), cx)?;
    let (rule, clause) = rule(args, book.as_ref(), cx)?;
    let from = office.local(from);
    let explained = explain(&rule, from, args.extend, &[], &office)
        .map_err(|error| Failure::Usage(refusal::deadline(lang, &error)))?;
    if cx.json {
        out::json(&reasons::due_json(&explained, clause.as_ref(), &office))?;
    } else {
        let mut lines = reasons::due_lines(&explained, &office, lang);
        if let Some(clause) = &clause {
            lines.push(refusal::clause(lang, clause));
        }
        out::text(&lines.join("\n"))?;
    }
    Ok(Status::Done)
}

/// A limit and how it is counted, and the clause that it rests on.
fn rule(
    args: &DueArgs,
    book: Option<&Rulebook>,
    cx: &Context,
) -> Result<(Rule, Option<Clause>), Failure> {
    let lang = cx.lang();
    let usage = |message: String| Failure::Usage(message);
    let limit = match &args.limit {
        Some(text) => Some(
            text.parse::<Limit>()
                .map_err(|error| usage(refusal::limit(lang, &error)))?,
        ),
        None => None,
    };
    let Some(book) = book else {
        let limit = limit.ok_or_else(|| usage(words::limit_or_clock(lang)))?;
        let counting = match &args.counting {
            Some(text) => text
                .parse()
                .map_err(|_| usage(words::bad_counting(lang, text)))?,
            None => Counting::NextDay,
        };
        let roll = !args.no_roll;
        return Ok((
            Rule {
                limit,
                counting,
                roll,
            },
            None,
        ));
    };
    let of_cases = book.accountability.iter().flat_map(|rules| &rules.clocks);
    let ids: Vec<&str> = book
        .clocks
        .iter()
        .map(|clock| clock.id.as_str())
        .chain(of_cases.map(|clock| clock.id.as_str()))
        .collect();
    let Some(id) = &args.clock else {
        return Err(usage(words::which_clock(lang, &book.id, &ids)));
    };
    let named = ClockId(id.trim().to_owned());
    if let Some(clock) = book.case_clock(&named) {
        if limit.is_some() {
            return Err(usage(words::clock_has_limit(lang, id, clock.limit)));
        }
        let rule = Rule {
            limit: clock.limit,
            counting: clock.counting,
            roll: true,
        };
        return Ok((rule, Some(clock.clause.clone())));
    }
    let clock = book
        .clock(&named)
        .ok_or_else(|| usage(words::unknown_clock(lang, id, &book.id, &ids)))?;
    let limit = match (clock.limit, limit) {
        (Length::Fixed(limit) | Length::Correction(limit), None)
        | (
            Length::Matter | Length::Promised | Length::HalfPromised | Length::Correction(_),
            Some(limit),
        ) => limit,
        (Length::Fixed(own), Some(_)) => {
            return Err(usage(words::clock_has_limit(lang, id, own)));
        }
        (Length::Matter, None) => {
            return Err(usage(words::clock_of_matter(lang, id)));
        }
        (Length::Promised | Length::HalfPromised, None) => {
            return Err(usage(words::clock_of_promise(lang, id)));
        }
    };
    let counting = clock.counting;
    let rule = Rule {
        limit,
        counting,
        roll: true,
    };
    Ok((rule, Some(clock.clause.clone())))
}

/// An office in China with these hours, else the rulebook's, else the usual ones.
pub fn office(
    hours: Option<&str>,
    book: Option<&Rulebook>,
    cx: &Context,
) -> Result<Office, Failure> {
    let lang = cx.lang();
    let open = book.and_then(|book| book.office.as_ref());
    let hours = hours.or_else(|| open?.hours.as_deref());
    let hours: OfficeHours = match hours {
        Some(hours) => hours
            .parse()
            .map_err(|error| Failure::Usage(words::bad_hours(lang, &error)))?,
        None => OfficeHours::default(),
    };
    let calendar = calendar::china().map_err(|error| Failure::NotSaved(error.to_string()))?;
    Ok(Office {
        offset: refusal::china(),
        hours,
        week: open.map_or(Week::STANDARD, OfficeRule::week),
        calendar,
    })
}
