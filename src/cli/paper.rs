//! `paper`: the numbered papers of an inquiry, listed or printed.

use clap::Args;
use serde_json::json;

use super::context::Context;
use super::failure::{Failure, Status};
use super::register::{self, Voice};
use super::{notice, out};
use crate::desk::Desk;
use crate::domain::ids::Number;
use crate::domain::paper::Paper;
use crate::domain::refusal::Refusal;
use crate::i18n::Lang;
use crate::i18n::papers as words;
use crate::papers::{Desktop, Drawn, Shows};

/// Which inquiry, and which of its papers.
#[derive(Debug, Args)]
pub struct PaperArgs {
    /// The inquiry's number
    inquiry: String,
    /// The paper's number; a list of all without
    paper: Option<String>,
    /// Paper: a4, a5 or receipt; the office's own without
    #[arg(long, value_name = "SIZE")]
    size: Option<String>,
    /// Print what a QR code of it says
    #[arg(long, requires = "paper")]
    short: bool,
}

/// Lists an inquiry's papers, or prints one; names and telephones are covered.
pub fn run(args: &PaperArgs, cx: &mut Context) -> Result<Status, Failure> {
    let desk = register::read(cx)?;
    let lang = cx.lang();
    let voice = Voice::of(&desk);
    let number = Number(args.inquiry.trim().to_owned());
    let read = desk.read().inquiry(&number);
    let Some((state, events)) = read.map_err(|error| register::unread(lang, &error))? else {
        return Err(register::refused(
            lang,
            &Refusal::UnknownInquiry(number),
            &voice,
        ));
    };
    let desktop = Desktop {
        desk: &desk,
        lang,
        names: &voice,
    };
    let Some(wanted) = &args.paper else {
        return list(&state.papers, &desktop, cx);
    };
    let found = state.papers.iter().find(|one| one.number == wanted.trim());
    let drawn = found.and_then(|one| desktop.draw(&state, &events, one, Shows::Masked));
    let Some(drawn) = drawn else {
        let unknown = Refusal::UnknownPaper(wanted.clone());
        return Err(register::refused(lang, &unknown, &voice));
    };
    print(args, &drawn, &desk, cx)
}

fn print(args: &PaperArgs, drawn: &Drawn, desk: &Desk, cx: &Context) -> Result<Status, Failure> {
    let size = match &args.size {
        Some(size) => notice::paper(size, "--size", cx.lang())?,
        None => desk.facts().printing.size,
    };
    let text = if args.short {
        &drawn.short
    } else {
        drawn.text(size)
    };
    if cx.json {
        out::json(&json!({
            "kind": drawn.kind,
            "number": drawn.number,
            "size": size.as_str(),
            "text": drawn.text(size),
            "short": drawn.short,
        }))?;
    } else {
        out::text(text.trim_end())?;
    }
    Ok(Status::Done)
}

fn list(papers: &[Paper], desktop: &Desktop<'_>, cx: &Context) -> Result<Status, Failure> {
    let offset = desktop.desk.office().offset;
    if cx.json {
        let all: Vec<_> = papers
            .iter()
            .map(|one| {
                json!({
                    "kind": one.kind,
                    "number": one.number,
                    "at": one.at.rfc3339(offset),
                    "given": one.given.len(),
                })
            })
            .collect();
        out::json(&json!(all))?;
        return Ok(Status::Done);
    }
    if papers.is_empty() {
        out::text(words::NO_PAPER_YET.text(cx.lang()))?;
    }
    for one in papers {
        out::text(&line(one, desktop, cx.lang()))?;
    }
    Ok(Status::Done)
}

fn line(paper: &Paper, desktop: &Desktop<'_>, lang: Lang) -> String {
    let at = desktop.desk.office().local(paper.at);
    let given: Vec<&str> = paper
        .given
        .iter()
        .map(|one| words::told(lang, one.told))
        .collect();
    let given = given.join(lang.pick("、", ", "));
    format!("{}  {}  {given}", at.format("%Y-%m-%d %H:%M"), paper.number)
        .trim_end()
        .to_owned()
}
