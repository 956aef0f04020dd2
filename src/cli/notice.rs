//! `notice`: every document of a matter in one pass, and what is missing.

use std::collections::BTreeSet;

use clap::Args;
use serde_json::{Map, Value, json};

use super::context::Context;
use super::failure::{Failure, Status};
use super::matters::{self, Matters};
use super::register::{self, Voice};
use super::{facts, out};
use crate::clock::{Clock, SystemClock};
use crate::desk::{Actor, Desk};
use crate::domain::catalog::{Checklist, Circumstance, Matter};
use crate::domain::command::{Command, Envelope, Notify, Told};
use crate::domain::ids::Number;
use crate::domain::inquiry::Event;
use crate::domain::mask::{mask_name, mask_phone};
use crate::domain::notice::NoticeContent;
use crate::domain::refusal::Refusal;
use crate::i18n::papers::ONE_PASS_NOTICE;
use crate::i18n::refusal::{Speaker, china};
use crate::i18n::{Lang, clauses, cli as words};
use crate::paper::layout::PaperSize;
use crate::paper::notice::NoticePaper;
use crate::store::Fact;

/// For which matter and visitor.
#[derive(Debug, Args)]
pub struct NoticeArgs {
    /// The matter: id, name, pinyin or initials
    matter: String,
    /// A circumstance of the visitor: id or label
    #[arg(long = "when", value_name = "CIRC")]
    when: Vec<String>,
    /// Numbers of the documents brought, counting from 1
    #[arg(long, value_name = "N,N", value_delimiter = ',')]
    have: Vec<String>,
    /// Record it for this inquiry; needs --as
    #[arg(long, value_name = "NUMBER")]
    issue: Option<String>,
    /// How it is told when recorded: printed, read or shown
    #[arg(long, value_name = "HOW", requires = "issue")]
    told: Option<String>,
    /// Why more is asked than an earlier notice had
    #[arg(long, value_name = "REASON", requires = "issue")]
    reason: Option<String>,
    /// Paper: a4, a5 or receipt
    #[arg(long, value_name = "SIZE", default_value = "a4")]
    paper: String,
    /// Print sentences to read aloud
    #[arg(long)]
    aloud: bool,
}

/// Prints the notice, and records it where an inquiry is named.
pub fn run(args: &NoticeArgs, cx: &mut Context) -> Result<Status, Failure> {
    let lang = cx.lang();
    let paper = paper(&args.paper, "--paper", lang)?;
    let told = told(args.told.as_deref(), lang)?;
    let brought = numbers(&args.have, lang)?;
    let matters = Matters::open(cx)?;
    let lang = cx.lang();
    let matter = matters.only(&args.matter, lang)?;
    let chosen = chosen(&matters, &matter, &args.when, lang)?;
    let content = content(&matters, &matter, &chosen, &brought, lang)?;
    let sheet = Sheet {
        paper,
        aloud: args.aloud,
    };
    let Some(number) = &args.issue else {
        let printed = Printed::preview(&matters, content, cx);
        return printed.print(&sheet, &[], cx);
    };
    let command = Notify {
        inquiry: Number(number.trim().to_owned()),
        matter: matter.id.0.clone(),
        circumstances: chosen.iter().map(|one| one.id.0.clone()).collect(),
        brought,
        invalid: Vec::new(),
        told,
        reason: args.reason.clone().unwrap_or_default(),
    };
    issue(command, &sheet, cx)
}

fn issue(command: Notify, sheet: &Sheet, cx: &mut Context) -> Result<Status, Failure> {
    let mut desk = register::write(cx)?;
    let lang = cx.lang();
    let staff = register::staff(cx, &mut desk)?;
    let voice = Voice::of(&desk);
    let number = command.inquiry.clone();
    let envelope = Envelope::of(Command::Notify(command));
    let done = desk
        .carry_out(&Actor::Staff(staff.clone()), &envelope)
        .map_err(|error| register::failed(lang, &error, &voice))?;
    let told = done.events.iter().find_map(|event| match &event.fact {
        Fact::Inquiry(Event::Notified {
            notice, content, ..
        }) => Some((notice.clone(), content.as_ref().clone())),
        Fact::Inquiry(_) | Fact::Shift(_) | Fact::Office(_) | Fact::Case(_) => None,
    });
    let Some((notice, content)) = told else {
        return Err(Failure::NotSaved(words::no_notice(lang)));
    };
    let mut printed = Printed::of(&desk, content, lang);
    printed.number = Some(notice);
    printed.inquiry = Some(number.0.clone());
    printed.handler = format!("{} {staff}", voice.name(&staff));
    if let Ok(Some((state, _))) = desk.read().inquiry(&number)
        && let Some(visitor) = state.visitor.get()
    {
        printed.applicant = mask_name(&visitor.name);
        printed.contact = mask_phone(&visitor.phone);
    }
    let offset = desk.office().offset;
    let events: Vec<Value> = done
        .events
        .iter()
        .map(|event| facts::json(event, offset))
        .collect();
    printed.print(sheet, &events, cx)
}

/// How it is put on paper.
struct Sheet {
    paper: PaperSize,
    aloud: bool,
}

/// A notice with what stands around it.
struct Printed {
    content: NoticeContent,
    name: String,
    clause: String,
    office: String,
    complaint: String,
    number: Option<String>,
    inquiry: Option<String>,
    applicant: String,
    contact: String,
    handler: String,
    date: chrono::NaiveDate,
}

impl Printed {
    fn preview(matters: &Matters, content: NoticeContent, cx: &Context) -> Self {
        if let Some(desk) = matters.desk() {
            return Self::of(desk, content, cx.lang());
        }
        let now = cx.now.unwrap_or_else(|| SystemClock::default().now());
        Self {
            content,
            name: ONE_PASS_NOTICE.text(cx.lang()).to_owned(),
            clause: String::new(),
            office: String::new(),
            complaint: String::new(),
            number: None,
            inquiry: None,
            applicant: String::new(),
            contact: String::new(),
            handler: String::new(),
            date: now.local(china()).date(),
        }
    }

    fn of(desk: &Desk, content: NoticeContent, lang: Lang) -> Self {
        let rules = desk.rules();
        let clause = rules.told_once.as_ref();
        let name = &rules.papers.notice;
        Self {
            content,
            name: lang.pick(name.zh.clone(), name.en.clone()),
            clause: clause.map_or_else(String::new, |one| clauses::clause(lang, one)),
            office: desk.facts().name.clone(),
            complaint: desk.facts().complaint_line.clone(),
            number: None,
            inquiry: None,
            applicant: String::new(),
            contact: String::new(),
            handler: String::new(),
            date: desk.office().local(desk.now()).date(),
        }
    }

    fn print(&self, sheet: &Sheet, events: &[Value], cx: &Context) -> Result<Status, Failure> {
        if cx.json {
            out::json(&self.json(events))?;
            return Ok(Status::Done);
        }
        let paper = NoticePaper {
            office: &self.office,
            name: &self.name,
            clause: &self.clause,
            number: self.number.as_deref(),
            applicant: &self.applicant,
            contact: &self.contact,
            date: self.date,
            handler: &self.handler,
            place: "",
            phone: "",
            complaint: &self.complaint,
            content: &self.content,
        };
        if sheet.aloud {
            out::text(&paper.read_aloud(cx.lang()).join("\n"))?;
        } else {
            out::text(&paper.text(sheet.paper, cx.lang()))?;
        }
        Ok(Status::Done)
    }

    fn json(&self, events: &[Value]) -> Value {
        let mut value = serde_json::to_value(&self.content).unwrap_or_default();
        if let Value::Object(map) = &mut value {
            map.insert("documents".to_owned(), documents(&self.content).into());
            map.insert("complete".to_owned(), self.content.is_complete().into());
            map.insert("number".to_owned(), json!(self.number));
            map.insert("inquiry".to_owned(), json!(self.inquiry));
            if !events.is_empty() {
                map.insert("events".to_owned(), events.into());
            }
        }
        value
    }
}

/// The documents of a notice as scripts read them.
pub fn documents(content: &NoticeContent) -> Vec<Value> {
    let missing: BTreeSet<u32> = content
        .missing
        .iter()
        .flat_map(|one| one.documents.iter().copied())
        .collect();
    content
        .documents
        .iter()
        .map(|document| {
            let mut map = Map::new();
            if let Ok(Value::Object(fields)) = serde_json::to_value(document) {
                map.extend(fields);
            }
            map.insert("group".to_owned(), json!(document.any_of_group));
            map.insert(
                "missing".to_owned(),
                missing.contains(&document.number).into(),
            );
            Value::Object(map)
        })
        .collect()
}

fn chosen(
    matters: &Matters,
    matter: &Matter,
    named: &[String],
    lang: Lang,
) -> Result<Vec<Circumstance>, Failure> {
    let known = matters.circumstances(matter, lang)?;
    let mut chosen: Vec<Circumstance> = Vec::new();
    for name in named {
        let name = name.trim();
        let Some(found) = known.iter().find(|one| one.is_named(name)) else {
            let labels = matters::labels(lang, &known);
            return Err(Failure::refused(
                "unknown_circumstance",
                words::unknown_circumstance(lang, name, &labels),
            ));
        };
        if !chosen.contains(found) {
            chosen.push(found.clone());
        }
    }
    Ok(chosen)
}

fn content(
    matters: &Matters,
    matter: &Matter,
    chosen: &[Circumstance],
    brought: &[u32],
    lang: Lang,
) -> Result<NoticeContent, Failure> {
    let ids = chosen.iter().map(|one| one.id.clone()).collect();
    let list = Checklist::new(matter, &ids);
    let ticks = list.brought(brought).map_err(|number| {
        let of = u32::try_from(list.items().len()).unwrap_or(u32::MAX);
        let unknown = Refusal::UnknownDocument { number, of };
        register::refused(lang, &unknown, &Voice::default())
    })?;
    Ok(NoticeContent::new(matters.stamp(), matter, chosen, &ticks))
}

fn numbers(given: &[String], lang: Lang) -> Result<Vec<u32>, Failure> {
    given
        .iter()
        .map(|text| text.trim())
        .filter(|text| !text.is_empty())
        .map(|text| {
            text.parse()
                .map_err(|_| Failure::Usage(words::bad_value(lang, "--have", text, None)))
        })
        .collect()
}

/// The paper of this name.
pub fn paper(name: &str, option: &str, lang: Lang) -> Result<PaperSize, Failure> {
    match name.to_ascii_lowercase().as_str() {
        "a4" => Ok(PaperSize::A4),
        "a5" => Ok(PaperSize::A5),
        "receipt" => Ok(PaperSize::Receipt),
        _ => {
            let known = Some("a4 a5 receipt".to_owned());
            Err(Failure::Usage(words::bad_value(lang, option, name, known)))
        }
    }
}

fn told(name: Option<&str>, lang: Lang) -> Result<Told, Failure> {
    match name {
        None | Some("printed") => Ok(Told::Printed),
        Some("read") => Ok(Told::Read),
        Some("shown") => Ok(Told::Shown),
        Some(other) => {
            let known = Some("printed read shown".to_owned());
            Err(Failure::Usage(words::bad_value(
                lang, "--told", other, known,
            )))
        }
    }
}
