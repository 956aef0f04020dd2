//! `catalog`: the matters and their documents.

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::catalog_guide::{self, PublishArgs};
use super::catalog_sheets::{self as sheets, Source};
use super::context::Context;
use super::failure::{Failure, Status};
use super::matters::{self, Matters};
use super::register::{self, Voice};
use super::table::Table;
use super::{out, rules};
use crate::builtin;
use crate::domain::catalog::{Catalog, Circumstance, Matter};
use crate::domain::refusal::Refusal;
use crate::i18n::paper::Label;
use crate::i18n::{Lang, cli as words, paper};
use crate::sheet::catalog::{csv_pair, workbook};
use crate::sheet::table::is_workbook;

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
    /// Put a catalogue in place of the one in use: TOML, .xlsx, or two .csv
    Import {
        #[command(flatten)]
        source: Source,
        /// Only check it, and print what would change
        #[arg(long)]
        preview: bool,
    },
    /// Check a catalogue: sheet, row, column, reason
    Check {
        #[command(flatten)]
        source: Source,
    },
    /// Print what a catalogue would change in the one in use
    Diff {
        #[command(flatten)]
        source: Source,
    },
    /// Write the guide to every matter as pages that need nothing else
    Publish(PublishArgs),
    /// Write the catalogue as TOML or .xlsx by the file's name, or as two .csv
    Export {
        /// Where to; standard output without
        file: Option<String>,
        /// The built-in examples, even where a register has its own
        #[arg(long)]
        examples: bool,
        /// The matters as .csv
        #[arg(
            long,
            value_name = "FILE",
            requires = "documents",
            conflicts_with = "file"
        )]
        matters: Option<String>,
        /// The documents as .csv
        #[arg(
            long,
            value_name = "FILE",
            requires = "matters",
            conflicts_with = "file"
        )]
        documents: Option<String>,
    },
}

/// Lists, shows, imports, checks, exports or publishes.
pub fn run(args: &CatalogArgs, cx: &mut Context) -> Result<Status, Failure> {
    match &args.what {
        What::List => list(cx)?,
        What::Show { matter } => show(matter, cx)?,
        What::Import { source, preview } => return sheets::import(source, *preview, cx),
        What::Check { source } => return sheets::check(source, cx),
        What::Diff { source } => return sheets::diff(source, cx),
        What::Publish(args) => return catalog_guide::run(args, cx),
        What::Export {
            file,
            examples,
            matters,
            documents,
        } => {
            let catalog = if *examples {
                Matters::examples(cx.lang())?
            } else {
                Matters::open(cx)?
            };
            let lang = cx.lang();
            match (matters, documents) {
                (Some(matters), Some(documents)) => pair(&catalog, matters, documents, lang)?,
                (_, _) => export(&catalog, file.as_deref(), lang)?,
            }
        }
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
                    "effective": line.effective,
                    "cancelled": line.cancelled,
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

fn export(matters: &Matters, file: Option<&str>, lang: Lang) -> Result<(), Failure> {
    if let Some(file) = file.filter(|file| is_workbook(file)) {
        let catalog = matters.whole(lang)?;
        let bytes = workbook(&catalog).map_err(Failure::NotSaved)?;
        return rules::write_bytes(file, &bytes, lang);
    }
    let text = match matters {
        Matters::Examples(_) => builtin::catalog::TEXT.to_owned(),
        Matters::Register(_) => {
            let catalog = matters.whole(lang)?;
            toml::to_string(&catalog).map_err(|error| Failure::NotSaved(error.to_string()))?
        }
    };
    rules::write(file, &text, lang)
}

fn pair(matters: &Matters, of: &str, documents: &str, lang: Lang) -> Result<(), Failure> {
    let catalog = matters.whole(lang)?;
    let (first, second) = csv_pair(&catalog);
    rules::write_bytes(of, &first, lang)?;
    rules::write_bytes(documents, &second, lang)
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

    /// The catalogue as it is kept.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn whole(&self, lang: Lang) -> Result<Catalog, Failure> {
        match self {
            Self::Register(desk) => {
                let kept = desk.read().catalog();
                kept.map_err(|error| register::unread(lang, &error))
            }
            Self::Examples(catalog) => Ok((**catalog).clone()),
        }
    }
}
