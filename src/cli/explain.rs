//! `explain`: how the due dates of an inquiry came about, day by day.

use clap::Args;
use serde_json::Value;

use super::context::Context;
use super::failure::{Failure, Status};
use super::register::{self, Voice};
use super::story::{Story, clock_json, explained};
use super::{out, reasons};
use crate::desk::Desk;
use crate::domain::ids::ClockId;
use crate::domain::inquiry::{ClockRun, clocks};
use crate::domain::refusal::Refusal;
use crate::i18n::{Lang, cli as words, refusal};

/// Which inquiry, and which of its clocks.
#[derive(Debug, Args)]
pub struct ExplainArgs {
    /// The inquiry's number
    number: String,
    /// A clock of it; all of them without
    clock: Option<String>,
    /// Show what an extension by so many more of its unit would give, without filing it
    #[arg(long, value_name = "N", default_value_t = 0, requires = "clock")]
    extend: u32,
}

/// Prints the reasons: an array of all clocks, or the latest run of the one named.
pub fn run(args: &ExplainArgs, cx: &mut Context) -> Result<Status, Failure> {
    let desk = register::read(cx)?;
    let lang = cx.lang();
    let story = Story::read(&desk, &args.number, lang)?;
    let clocks = &story.state.clocks;
    match &args.clock {
        Some(id) => {
            let id = ClockId(id.trim().to_owned());
            let Some(run) = clocks.iter().rev().find(|run| run.run.clock == id) else {
                let unknown = Refusal::ClockNotRunning(id);
                return Err(register::refused(lang, &unknown, &Voice::of(&desk)));
            };
            if cx.json {
                out::json(&clock_json(&story, run, args.extend, &desk))?;
            } else {
                out::text(&text(&story, run, args.extend, &desk, lang))?;
            }
        }
        None if cx.json => {
            let all: Vec<Value> = clocks
                .iter()
                .map(|run| clock_json(&story, run, 0, &desk))
                .collect();
            out::json(&all)?;
        }
        None => {
            let all: Vec<String> = clocks
                .iter()
                .map(|run| text(&story, run, 0, &desk, lang))
                .collect();
            out::text(&all.join("\n\n"))?;
        }
    }
    Ok(Status::Done)
}

/// One clock, or what `more` units would make of it.
fn text(story: &Story, run: &ClockRun, more: u32, desk: &Desk, lang: Lang) -> String {
    let office = desk.office();
    let started = &run.run;
    let rule = story.rule(run);
    let name = rule.map_or("", |rule| {
        lang.pick(rule.name.zh.as_str(), rule.name.en.as_str())
    });
    let mut lines = vec![words::clock_head(
        lang,
        started.clock.as_str(),
        name,
        started.limit,
        run.extended + more,
    )];
    if run.stands_still() {
        lines.push(words::stands_still(lang).to_owned());
    }
    if more > 0 {
        lines.push(words::not_filed_yet(lang, more));
    }
    if let Some(explained) = explained(run, more, desk) {
        if more == 0 && !run.stands_still() && explained.due.at != Some(office.local(started.due)) {
            lines.push(words::recorded_due(lang, office.local(started.due)));
        }
        lines.extend(reasons::due_lines(&explained, office, lang));
    } else {
        lines.push(words::due_at(lang, Some(office.local(started.due))));
    }
    if let Some(later) = clocks::from_next_day(run, office) {
        lines.push(words::from_next_day(lang, office.local(later)));
    }
    if let Some(rule) = rule {
        lines.push(refusal::clause(lang, &rule.clause));
    }
    if started.internal {
        lines.push(words::internal_target(lang));
    }
    lines.join("\n")
}
