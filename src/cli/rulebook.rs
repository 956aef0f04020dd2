//! `rulebook`: the regulations.

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::context::Context;
use super::failure::{Failure, Status};
use super::register::Voice;
use super::table::Table;
use super::{check, out, register, rulebook_text, rules};
use crate::builtin::rulebook;
use crate::domain::rulebook::{Rulebook, parse};
use crate::i18n::cli as words;

/// What is done with them.
#[derive(Debug, Args)]
pub struct RulebookArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// List the rulebooks that come with the program
    List,
    /// Show one with its clocks and clauses; the register's without a name
    Show {
        /// A built-in id or a file
        rulebook: Option<String>,
    },
    /// Check a rulebook file: file, line, reason
    Check {
        /// A TOML file
        file: String,
    },
    /// Take a rulebook into use; open inquiries keep the one they were registered under
    Import {
        /// A TOML file, or a built-in id
        file: String,
    },
    /// Write one as TOML, to be changed, checked and used
    Export {
        /// A built-in id; the register's without
        rulebook: Option<String>,
        /// Where to; standard output without
        file: Option<String>,
    },
}

/// Lists, shows, checks or exports.
pub fn run(args: &RulebookArgs, cx: &mut Context) -> Result<Status, Failure> {
    match &args.what {
        What::List => list(cx)?,
        What::Show { rulebook } => show(rulebook.as_deref(), cx)?,
        What::Check { file } => return checked(file, cx),
        What::Import { file } => import(file, cx)?,
        What::Export { rulebook, file } => export(rulebook.as_deref(), file.as_deref(), cx)?,
    }
    Ok(Status::Done)
}

fn list(cx: &Context) -> Result<(), Failure> {
    let lang = cx.lang();
    let books = rulebook::ids()
        .map(|id| rules::named(id, lang))
        .collect::<Result<Vec<_>, _>>()?;
    if cx.json {
        let all: Vec<Value> = books.iter().map(summary).collect();
        return out::json(&all);
    }
    let mut table = Table::new(words::rulebook_columns(lang), cx.plain);
    for book in &books {
        table.row(&[
            &book.id,
            &book.version,
            lang.pick(&book.name.zh, &book.name.en),
            &book.clocks.len().to_string(),
        ]);
    }
    out::text(&table.finish())
}

fn summary(book: &Rulebook) -> Value {
    json!({
        "id": book.id,
        "version": book.version,
        "name": book.name,
        "documents": book.documents.iter().map(|one| &one.id).collect::<Vec<_>>(),
        "clocks": book.clocks.iter().map(|one| &one.id).collect::<Vec<_>>(),
    })
}

fn show(name: Option<&str>, cx: &mut Context) -> Result<(), Failure> {
    let book = one(name, cx)?;
    if cx.json {
        return out::json(&book);
    }
    out::text(&rulebook_text::whole(&book, cx.lang()))
}

fn one(name: Option<&str>, cx: &mut Context) -> Result<Rulebook, Failure> {
    match name {
        Some(name) => rules::named(name, cx.lang()),
        None => Ok(register::read(cx)?.rules().clone()),
    }
}

fn checked(file: &str, cx: &Context) -> Result<Status, Failure> {
    let lang = cx.lang();
    let text = rules::read(file, lang)?;
    let faults: Vec<check::Fault> = match parse(&text, file) {
        Ok(_) => Vec::new(),
        Err(faults) => faults
            .iter()
            .map(|fault| check::Fault {
                line: Some(fault.line),
                message: words::flaw(lang, &fault.flaw),
                sentence: words::fault(lang, fault),
            })
            .collect(),
    };
    check::print(&faults, file, cx)
}

fn import(file: &str, cx: &mut Context) -> Result<(), Failure> {
    let book = rules::named(file, cx.lang())?;
    let mut desk = register::write(cx)?;
    let lang = cx.lang();
    let actor = register::keeper(cx, &mut desk)?;
    desk.adopt_rulebook(&actor, &book)
        .map_err(|error| register::failed(lang, &error, &Voice::of(&desk)))?;
    if cx.json {
        return out::json(&json!({
            "id": book.id,
            "version": book.version,
            "hash": desk.facts().rulebook,
        }));
    }
    out::text(&words::imported_rulebook(lang, &book.id, &book.version))
}

fn export(name: Option<&str>, file: Option<&str>, cx: &mut Context) -> Result<(), Failure> {
    let built_in = name.and_then(|name| rulebook::FILES.iter().find(|(id, _)| *id == name));
    let text = if let Some((_, text)) = built_in {
        // As it was written, remarks and all.
        (*text).to_owned()
    } else {
        let book = one(name, cx)?;
        toml::to_string(&book).map_err(|error| Failure::NotSaved(error.to_string()))?
    };
    rules::write(file, &text, cx.lang())
}
