//! `catalog`: the matters and their documents.

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::context::Context;
use super::failure::{Failure, Status};
use super::matters::{self, Matters};
use super::register::{self, Voice};
use super::table::Table;
use super::{check, out, rules};
use crate::builtin;
use crate::domain::catalog::{Catalog, CatalogError, Circumstance, Matter, parse_reporting};
use crate::domain::refusal::Refusal;
use crate::i18n::paper::Label;
use crate::i18n::{Lang, catalog as catalog_words, cli as words, paper};

/// What is done with it.
#[derive(Debug, Args)]
pub struct CatalogArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// List the matters
    List,
    /// Show one matter
    Show {
        /// The matter: id, name, pinyin or initials
        matter: String,
    },
    /// Put a catalogue file in place of the one in use
    Import {
        /// A TOML file
        file: String,
    },
    /// Check a catalogue file: file, line, reason
    Check {
        /// A TOML file
        file: String,
    },
    /// Write the catalogue as TOML, to be changed and imported
    Export {
        /// Where to; standard output without
        file: Option<String>,
        /// The built-in examples, even where a register has its own
        #[arg(long)]
        examples: bool,
    },
}

/// Lists, shows, imports, checks or exports.
pub fn run(args: &CatalogArgs, cx: &mut Context) -> Result<Status, Failure> {
    match &args.what {
        What::List => list(cx)?,
        What::Show { matter } => show(matter, cx)?,
        What::Import { file } => return import(file, cx),
        What::Check { file } => return checked(file, cx).map(|(status, _)| status),
        What::Export { file, examples } => export(file.as_deref(), *examples, cx)?,
    }
    Ok(Status::Done)
}

fn list(cx: &mut Context) -> Result<(), Failure> {
    let matters = Matters::open(cx)?;
    let lang = cx.lang();
    let lines = matters.lines(lang)?;
    if cx.json {
        let all: Vec<Value> = lines
            .iter()
            .map(|line| {
                json!({
                    "id": line.id,
                    "name": line.name,
                    "name_en": line.name_en,
                    "department": line.department,
                })
            })
            .collect();
        return out::json(&all);
    }
    let mut table = Table::new(words::catalog_columns(lang), cx.plain);
    for line in &lines {
        table.row(&[
            &line.id,
            lang.pick(&line.name, &line.name_en),
            &line.department,
        ]);
    }
    out::text(&table.finish())
}

fn show(named: &str, cx: &mut Context) -> Result<(), Failure> {
    let matters = Matters::open(cx)?;
    let lang = cx.lang();
    let matter = matters.only(named, lang)?;
    let circumstances = matters.circumstances(&matter, lang)?;
    if cx.json {
        let mut value = serde_json::to_value(&matter).unwrap_or_default();
        if let Value::Object(map) = &mut value {
            map.insert("circumstances".to_owned(), json!(circumstances));
            map.insert("catalog".to_owned(), json!(matters.stamp()));
        }
        return out::json(&value);
    }
    out::text(&text(&matter, &circumstances, lang))
}

fn text(matter: &Matter, circumstances: &[Circumstance], lang: Lang) -> String {
    let mut lines = vec![format!(
        "{}  {}",
        matter.id.as_str(),
        lang.pick(&matter.name, &matter.name_en)
    )];
    let mut field = |name: &str, value: &str| {
        if !value.trim().is_empty() {
            lines.push(format!("{name}{}{value}", lang.pick("：", ": ")));
        }
    };
    field(Label::Department.text(lang), &matter.department);
    field(
        Label::CaseType.text(lang),
        paper::case_type(lang, matter.case_type),
    );
    for (label, limit) in [
        (Label::LegalLimit, &matter.legal_limit),
        (Label::PromisedLimit, &matter.promised_limit),
    ] {
        if let Some(limit) = limit {
            field(label.text(lang), &paper::limit(lang, limit));
        }
    }
    if let Some(fee) = &matter.fee {
        field(Label::Fee.text(lang), &fee.text);
    }
    field(
        Label::Conditions.text(lang),
        &matter.conditions.join(lang.pick("；", "; ")),
    );
    field(
        Label::Basis.text(lang),
        &matter.basis.join(lang.pick("；", "; ")),
    );
    let labels = matters::labels(lang, circumstances);
    field(
        Label::Circumstances.text(lang),
        &labels.join(lang.pick("、", ", ")),
    );
    for document in &matter.documents {
        let when = document
            .when
            .as_ref()
            .and_then(|id| circumstances.iter().find(|one| &one.id == id))
            .map(|one| format!(" [{}]", lang.pick(&one.label, &one.label_en)));
        lines.push(format!(
            "  - {}{}",
            lang.pick(&document.name, &document.name_en),
            when.unwrap_or_default()
        ));
    }
    if matter.example {
        lines.push(paper::example_mark(lang).to_owned());
    }
    lines.join("\n")
}

fn import(file: &str, cx: &mut Context) -> Result<Status, Failure> {
    // A refused import prints what a check prints.
    let catalog = match read(file, cx.lang())? {
        Ok(catalog) => catalog,
        Err(errors) => return report(&errors, file, cx),
    };
    let mut desk = register::write(cx)?;
    let lang = cx.lang();
    let actor = register::keeper(cx, &mut desk)?;
    desk.adopt_catalog(&actor, &catalog)
        .map_err(|error| register::failed(lang, &error, &Voice::of(&desk)))?;
    if cx.json {
        out::json(&json!({
            "id": catalog.id,
            "version": catalog.version,
            "matters": catalog.matters.len(),
            "errors": [],
            "warnings": [],
        }))?;
    } else {
        out::text(&words::imported_catalog(
            lang,
            &catalog.id,
            &catalog.version,
            catalog.matters.len(),
        ))?;
    }
    Ok(Status::Done)
}

fn checked(file: &str, cx: &Context) -> Result<(Status, Option<Catalog>), Failure> {
    match read(file, cx.lang())? {
        Ok(catalog) => {
            check::print(&[], file, cx)?;
            Ok((Status::Done, Some(catalog)))
        }
        Err(errors) => Ok((report(&errors, file, cx)?, None)),
    }
}

fn read(file: &str, lang: Lang) -> Result<Result<Catalog, Vec<CatalogError>>, Failure> {
    let text = rules::read(file, lang)?;
    Ok(parse_reporting(&text, file))
}

fn report(errors: &[CatalogError], file: &str, cx: &Context) -> Result<Status, Failure> {
    let lang = cx.lang();
    let faults: Vec<check::Fault> = errors
        .iter()
        .map(|error| check::Fault {
            line: Some(error.line),
            message: catalog_words::catalog_reason(lang, &error.reason),
            sentence: catalog_words::catalog_error(lang, error),
        })
        .collect();
    check::print(&faults, file, cx)
}

fn export(file: Option<&str>, examples: bool, cx: &mut Context) -> Result<(), Failure> {
    let matters = if examples {
        Matters::examples(cx.lang())?
    } else {
        Matters::open(cx)?
    };
    let lang = cx.lang();
    let text = match &matters {
        Matters::Examples(_) => builtin::catalog::TEXT.to_owned(),
        Matters::Register(_) => {
            let catalog = matters.whole(lang)?;
            toml::to_string(&catalog).map_err(|error| Failure::NotSaved(error.to_string()))?
        }
    };
    rules::write(file, &text, lang)
}

impl Matters {
    /// The one matter that a person names.
    ///
    /// # Errors
    ///
    /// When none or several fit.
    pub fn only(&self, named: &str, lang: Lang) -> Result<Matter, Failure> {
        match self.named(named, lang)? {
            Ok(matter) => Ok(matter),
            Err(fitting) if fitting.is_empty() => {
                let unknown = Refusal::UnknownMatter(named.trim().to_owned());
                Err(register::refused(lang, &unknown, &Voice::default()))
            }
            Err(fitting) => Err(Failure::refused(
                "ambiguous_matter",
                words::several_matters(lang, named, &fitting),
            )),
        }
    }

    /// The catalogue put together again.
    fn whole(&self, lang: Lang) -> Result<Catalog, Failure> {
        let stamp = self.stamp();
        let mut catalog = Catalog {
            id: stamp.id,
            version: stamp.version,
            retrieval: None,
            warning: None,
            circumstances: Vec::new(),
            matters: Vec::new(),
        };
        for line in self.lines(lang)? {
            let Some(matter) = self.matter(&line.id, lang)? else {
                continue;
            };
            for one in self.circumstances(&matter, lang)? {
                if !catalog.circumstances.contains(&one) {
                    catalog.circumstances.push(one);
                }
            }
            catalog.matters.push(matter);
        }
        Ok(catalog)
    }
}
