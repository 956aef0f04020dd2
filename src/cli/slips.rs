//! `slips`: paper slips that are entered afterwards, from a sheet.

use std::path::Path;

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::context::Context;
use super::failure::{Failure, Status};
use super::register::{self, Voice};
use super::table::Table;
use super::{found, out, rules};
use crate::desk::{Actor, Desk, One, Together};
use crate::domain::command::{Command, Envelope, Register};
use crate::domain::mask::mask_name;
use crate::domain::staff::Person;
use crate::domain::time::Moment;
use crate::i18n::{Lang, cli as words, sheet as sheet_words, slips as say};
use crate::sheet::slips::{Around, Slip, Slips, read, template};
use crate::sheet::table;

/// What is done with slips.
#[derive(Debug, Args)]
pub struct SlipsArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Enter a sheet of paper slips: all of it, or none; a slip that is there already is not entered again
    Import {
        /// An .xlsx or .csv file
        file: String,
        /// Why they are entered late; once for the whole sheet
        #[arg(long, value_name = "TEXT")]
        reason: Option<String>,
        /// Answer a question with yes for the whole sheet: duplicate
        #[arg(long, value_name = "CODE")]
        confirm: Vec<String>,
        /// Only check it, and print what would be entered
        #[arg(long)]
        preview: bool,
    },
    /// Write a blank sheet to fill in, with what each column takes
    Template {
        /// The .xlsx file to write
        file: String,
    },
}

/// Enters slips, or writes a blank sheet for them.
pub fn run(args: &SlipsArgs, cx: &mut Context) -> Result<Status, Failure> {
    match &args.what {
        What::Import {
            file,
            reason,
            confirm,
            preview,
        } => {
            let asked = Asked {
                file,
                reason: reason.as_deref().unwrap_or_default(),
                confirm,
                preview: *preview,
            };
            import(&asked, cx)
        }
        What::Template { file } => blank(file, cx).map(|()| Status::Done),
    }
}

/// What was asked on the command line.
struct Asked<'a> {
    file: &'a str,
    reason: &'a str,
    confirm: &'a [String],
    preview: bool,
}

/// What slips may name, as the register has it.
struct Known {
    people: Vec<Person>,
    matters: Vec<(String, String, String)>,
}

impl Known {
    fn of(desk: &Desk, lang: Lang) -> Result<Self, Failure> {
        let read = desk.read();
        let today = desk.office().local(desk.now()).date();
        let unread = |error| register::unread(lang, &error);
        let matters = read.matters_on(today).map_err(unread)?;
        Ok(Self {
            people: read.people().map_err(unread)?,
            matters: matters
                .into_iter()
                .map(|row| (row.id, row.name, row.name_en))
                .collect(),
        })
    }

    fn around<'a>(&'a self, desk: &'a Desk, me: &'a Person, lang: Lang) -> Around<'a> {
        Around {
            me,
            people: &self.people,
            matters: &self.matters,
            rules: desk.rules(),
            offset: desk.office().offset,
            reason: "",
            lang,
            confirm: &[],
        }
    }
}

fn import(asked: &Asked<'_>, cx: &mut Context) -> Result<Status, Failure> {
    let tables = table::open(Path::new(asked.file))
        .map_err(|fault| Failure::Usage(sheet_words::table(cx.lang(), asked.file, &fault)))?;
    if cx.staff.is_none() {
        return Err(Failure::Usage(words::missing_option(cx.lang(), "--as")));
    }
    let mut desk = register::write(cx)?;
    let lang = cx.lang();
    let staff = register::staff(cx, &mut desk)?;
    let me = register::person(&desk, &staff, lang)?;
    let known = Known::of(&desk, lang)?;
    let around = Around {
        reason: asked.reason,
        confirm: asked.confirm,
        ..known.around(&desk, &me, lang)
    };
    let mut slips = read(&tables, around);
    let voice = Voice::of(&desk);
    if !slips.findings.errors.is_empty() {
        return found::print(&slips.findings, asked.file, &voice, cx);
    }
    let together = desk
        .together(&Actor::Staff(staff), &slips.envelopes(), !asked.preview)
        .map_err(|error| register::failed(lang, &error, &voice))?;
    let refused: Vec<_> = slips
        .slips
        .iter()
        .zip(&together.all)
        .filter_map(|(slip, one)| {
            let why = one.result.as_ref().err()?;
            Some(slips.refused(slip.row, why.clone()))
        })
        .collect();
    if !refused.is_empty() {
        slips.findings.errors = refused;
        return found::print(&slips.findings, asked.file, &voice, cx);
    }
    print(&slips, &together, &desk, cx)?;
    Ok(Status::Done)
}

fn print(slips: &Slips, together: &Together, desk: &Desk, cx: &Context) -> Result<(), Failure> {
    let lang = cx.lang();
    let voice = Voice::of(desk);
    let rows = slips.slips.iter().zip(&together.all);
    if cx.json {
        let warnings = slips.findings.warnings.iter();
        return out::json(&json!({
            "preview": !together.kept,
            "entered": together.entered(),
            "again": together.again(),
            "slips": rows.map(|(slip, one)| row_json(slip, one)).collect::<Vec<_>>(),
            "errors": [],
            "warnings": warnings.map(|one| found::json(one, &voice, cx)).collect::<Vec<_>>(),
        }));
    }
    let mut table = Table::new(say::columns(lang), cx.plain);
    let offset = desk.office().offset;
    for (slip, one) in rows {
        let Some(register) = registered(&slip.envelope) else {
            continue;
        };
        let received = Moment::parse_rfc3339(&register.received_at);
        let about = [&register.matter, &register.words];
        table.row(&[
            &slip.row.to_string(),
            subject(one),
            &received.map_or(String::new(), |at| words::minute(at.local(offset))),
            &mask_name(&register.visitor.name),
            about
                .into_iter()
                .find(|text| !text.is_empty())
                .map_or("", String::as_str),
            if one.again { say::again(lang) } else { "" },
        ]);
    }
    let told = if together.kept {
        say::entered(lang, together.entered(), together.again())
    } else {
        say::previewed(lang, together.entered(), together.again())
    };
    out::text(&format!("{}{told}", table.finish()))?;
    for warning in &slips.findings.warnings {
        let sentence = sheet_words::finding(lang, warning, &voice);
        out::say(&sheet_words::warning(lang, &sentence));
    }
    Ok(())
}

fn registered(envelope: &Envelope) -> Option<&Register> {
    if let Command::Register(register) = &envelope.command {
        return Some(register);
    }
    None
}

fn subject(one: &One) -> &str {
    one.result.as_ref().map_or("", |done| done.subject.as_str())
}

/// A slip with the command that `act` would be given for it.
fn row_json(slip: &Slip, one: &One) -> Value {
    let mut command = serde_json::to_value(&slip.envelope.command).unwrap_or_default();
    if let Value::Object(map) = &mut command {
        map.insert("request".to_owned(), json!(slip.envelope.request));
        map.insert("confirm".to_owned(), json!(slip.envelope.confirm));
    }
    json!({
        "row": slip.row,
        "inquiry": subject(one),
        "again": one.again,
        "command": command,
    })
}

fn blank(file: &str, cx: &mut Context) -> Result<(), Failure> {
    let desk = register::read(cx)?;
    let lang = cx.lang();
    let known = Known::of(&desk, lang)?;
    let me = Person::default();
    let bytes = template(known.around(&desk, &me, lang)).map_err(Failure::NotSaved)?;
    rules::write_bytes(file, &bytes, lang)
}
