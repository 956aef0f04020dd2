//! `oversee`: samples and bulletins, and whether a sample was drawn as the record says.

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::context::Context;
use super::failure::{Failure, Status};
use super::out;
use super::register::{self, Voice};
use super::table::Table;
use crate::desk::{Desk, period};
use crate::domain::oversight::{self, Drawn, Issued, Line};
use crate::domain::time::Moment;
use crate::i18n::refusal::Speaker;
use crate::i18n::{Lang, oversight as words};
use crate::paper::bulletin::BulletinPaper;
use crate::paper::layout::PaperSize;

/// What is looked at.
#[derive(Debug, Args)]
pub struct OverseeArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// List the samples that were drawn, with who of them was asked
    Samples,
    /// Draw samples again from seed and record, and compare
    Verify {
        /// The sample; all of them without
        sample: Option<String>,
    },
    /// List who looked at personal data and why, and what was destroyed
    Looks,
    /// List the bulletins that were issued
    Bulletins,
    /// Print a bulletin: one that was issued, or a period as it stands now
    Bulletin {
        /// The bulletin's number
        number: Option<String>,
        /// The first day
        #[arg(long, value_name = "DATE", requires = "to", conflicts_with = "number")]
        from: Option<String>,
        /// The last day
        #[arg(long, value_name = "DATE", requires = "from")]
        to: Option<String>,
    },
}

/// Lists, verifies or prints.
pub fn run(args: &OverseeArgs, cx: &mut Context) -> Result<Status, Failure> {
    let desk = register::read(cx)?;
    let lang = cx.lang();
    match &args.what {
        What::Samples => samples(&desk, cx)?,
        What::Verify { sample } => return verify(&desk, sample.as_deref(), cx),
        What::Looks => super::looks::list(&desk, cx)?,
        What::Bulletins => bulletins(&desk, cx)?,
        What::Bulletin { number, from, to } => {
            let fact = match (number, from, to) {
                (Some(number), _, _) => issued(&desk, number, lang)?,
                (None, Some(from), Some(to)) => as_it_stands(&desk, from, to, lang)?,
                _ => return Err(Failure::Usage(words::WHICH_BULLETIN.text(lang).to_owned())),
            };
            print(&desk, fact, cx)?;
        }
    }
    Ok(Status::Done)
}

fn samples(desk: &Desk, cx: &Context) -> Result<(), Failure> {
    let lang = cx.lang();
    let read = desk.read();
    let all = read.samples().map_err(|e| register::unread(lang, &e))?;
    let asked = read.sampled().map_err(|e| register::unread(lang, &e))?;
    let asked_of = |drawn: &Drawn| -> Vec<&oversight::Asked> {
        let of_it = asked.iter().map(|(_, one)| one);
        of_it.filter(|one| one.sample == drawn.sample).collect()
    };
    if cx.json {
        let one = |(_, at, drawn): &(i64, Moment, Drawn)| {
            json!({
                "sample": drawn.sample,
                "drawn_at": rfc(desk, *at),
                "by": drawn.by,
                "from": rfc(desk, drawn.from),
                "to": rfc(desk, drawn.to),
                "percent": drawn.percent,
                "seed": drawn.seed,
                "of": drawn.of,
                "inquiries": drawn.inquiries,
                "asked": asked_of(drawn).iter().map(|one| json!({
                    "number": one.inquiry,
                    "by": one.by,
                    "reached": one.reached,
                    "settled": one.settled,
                    "level": one.level,
                })).collect::<Vec<_>>(),
            })
        };
        return out::json(&all.iter().map(one).collect::<Vec<Value>>());
    }
    let mut table = Table::new(words::sample_columns(lang), cx.plain);
    for (_, _, drawn) in &all {
        let asked = drawn
            .inquiries
            .iter()
            .filter(|number| asked_of(drawn).iter().any(|one| &one.inquiry == *number));
        table.row(&[
            drawn.sample.as_str(),
            &days(desk, drawn.from, drawn.to),
            &format!("{}%", drawn.percent),
            &format!("{}/{}", drawn.inquiries.len(), drawn.of),
            &asked.count().to_string(),
            &drawn.seed,
        ]);
    }
    out::text(&table.finish())
}

fn verify(desk: &Desk, wanted: Option<&str>, cx: &Context) -> Result<Status, Failure> {
    let lang = cx.lang();
    let read = desk.read();
    let all = read.samples().map_err(|e| register::unread(lang, &e))?;
    let is_wanted = |drawn: &Drawn| wanted.is_none_or(|number| drawn.sample == number.trim());
    let mut results = Vec::new();
    for (seq, _, drawn) in all.iter().filter(|(_, _, drawn)| is_wanted(drawn)) {
        let closed = read
            .closed_between(drawn.from, drawn.to, *seq)
            .map_err(|e| register::unread(lang, &e))?;
        let again = oversight::draw(&drawn.seed, drawn.percent, &closed);
        let same = again == drawn.inquiries && closed.len() == drawn.of as usize;
        results.push((drawn.sample.clone(), same));
    }
    if let (Some(number), true) = (wanted, results.is_empty()) {
        return Err(no_such(number, lang));
    }
    if cx.json {
        let one = |(sample, same): &(String, bool)| json!({"sample": sample, "ok": same});
        out::json(&results.iter().map(one).collect::<Vec<Value>>())?;
    } else {
        let lines: Vec<String> = results
            .iter()
            .map(|(sample, same)| words::verified(lang, sample, *same))
            .collect();
        out::text(&lines.join("\n"))?;
    }
    Ok(if results.iter().all(|(_, same)| *same) {
        Status::Done
    } else {
        Status::NotVerified
    })
}

fn bulletins(desk: &Desk, cx: &Context) -> Result<(), Failure> {
    let lang = cx.lang();
    let all = desk
        .read()
        .bulletins()
        .map_err(|e| register::unread(lang, &e))?;
    if cx.json {
        let one = |(at, fact): &(Moment, Issued)| as_json(desk, Some(*at), fact);
        return out::json(&all.iter().map(one).collect::<Vec<Value>>());
    }
    let voice = Voice::of(desk);
    let mut table = Table::new(words::bulletin_columns(lang), cx.plain);
    for (at, fact) in &all {
        table.row(&[
            fact.bulletin.as_str(),
            &days(desk, fact.from, fact.to),
            &desk
                .office()
                .local(*at)
                .format("%Y-%m-%d %H:%M")
                .to_string(),
            &voice.name(&fact.by),
        ]);
    }
    out::text(&table.finish())
}

fn issued(desk: &Desk, number: &str, lang: Lang) -> Result<(Option<Moment>, Issued), Failure> {
    let all = desk
        .read()
        .bulletins()
        .map_err(|e| register::unread(lang, &e))?;
    let known = all
        .into_iter()
        .find(|(_, fact)| fact.bulletin == number.trim());
    match known {
        Some((at, fact)) => Ok((Some(at), fact)),
        None => Err(no_such(number, lang)),
    }
}

fn as_it_stands(
    desk: &Desk,
    from: &str,
    to: &str,
    lang: Lang,
) -> Result<(Option<Moment>, Issued), Failure> {
    let voice = Voice::of(desk);
    let (from, to) = period(desk.office(), from, to)
        .map_err(|why| register::failed(lang, &why.into(), &voice))?;
    let touched = desk
        .read()
        .touched_between(from, to)
        .map_err(|e| register::unread(lang, &e))?;
    let fact = Issued {
        bulletin: String::new(),
        from,
        to,
        by: crate::domain::ids::StaffNo::default(),
        lines: oversight::figures(&touched, from, to),
        text: String::new().into(),
    };
    Ok((None, fact))
}

fn print(desk: &Desk, fact: (Option<Moment>, Issued), cx: &Context) -> Result<(), Failure> {
    let lang = cx.lang();
    let (at, fact) = fact;
    if cx.json {
        return out::json(&as_json(desk, at, &fact));
    }
    let voice = Voice::of(desk);
    let issued = at.map_or(String::new(), |at| {
        let at = desk.office().local(at).format("%Y-%m-%d %H:%M");
        format!("{} {at}", voice.name(&fact.by))
    });
    let paper = BulletinPaper {
        office: &desk.facts().name,
        number: &fact.bulletin,
        period: &days(desk, fact.from, fact.to),
        issued: &issued,
        word: fact.text.text(),
        lines: &fact.lines,
    };
    out::text(paper.text(PaperSize::A4, lang).trim_end())
}

fn as_json(desk: &Desk, at: Option<Moment>, fact: &Issued) -> Value {
    let line = |line: &Line| serde_json::to_value(line).unwrap_or_default();
    json!({
        "bulletin": fact.bulletin,
        "issued_at": at.map(|at| rfc(desk, at)),
        "by": at.map(|_| &fact.by),
        "from": rfc(desk, fact.from),
        "to": rfc(desk, fact.to),
        "departments": fact.lines.iter().map(line).collect::<Vec<_>>(),
        "total": line(&oversight::total(&fact.lines)),
    })
}

fn no_such(number: &str, lang: Lang) -> Failure {
    Failure::refused("unknown_number", words::no_such(lang, number))
}

fn rfc(desk: &Desk, at: Moment) -> String {
    at.rfc3339(desk.office().offset)
}

/// Both days of a period.
fn days(desk: &Desk, from: Moment, to: Moment) -> String {
    words::days(from, to, desk.office().offset)
}
