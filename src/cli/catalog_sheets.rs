//! Catalogue files on their way in: TOML, a workbook, or two .csv; checked,
//! compared with what is in use, and taken over.

use std::path::Path;

use clap::Args;
use serde_json::{Value, json};

use super::context::Context;
use super::failure::{Failure, Status};
use super::matters::Matters;
use super::register::{self, Voice};
use super::{check, found, out, rules};
use crate::domain::catalog::{Catalog, CatalogError, Changes, parse_reporting};
use crate::i18n::{Lang, catalog as catalog_words, cli as words, sheet as sheet_words};
use crate::sheet::catalog::{Beside, Sheets, read};
use crate::sheet::finding::{Finding, Findings, What};
use crate::sheet::table::{self, Table, ends, is_workbook};

/// Where a catalogue is read from.
#[derive(Debug, Args)]
pub struct Source {
    /// A TOML file, an .xlsx workbook, or one .csv to be checked
    #[arg(value_name = "FILE", conflicts_with_all = ["matters", "documents"])]
    file: Option<String>,
    /// The matters as .csv
    #[arg(long, value_name = "FILE", requires = "documents")]
    matters: Option<String>,
    /// The documents as .csv
    #[arg(long, value_name = "FILE", requires = "matters")]
    documents: Option<String>,
    /// The catalogue's id, where the file gives none
    #[arg(long, value_name = "ID")]
    id: Option<String>,
    /// The catalogue's version, where the file gives none; the day without
    #[arg(long = "catalog-version", value_name = "VERSION")]
    version: Option<String>,
}

/// The id of the catalogue that comes with the program.
const EXAMPLES: &str = "cn-examples";
/// What the first one of an office's own is called where it has no name.
const OWN: &str = "own";

/// A catalogue that was read, with what was found.
struct Read {
    catalog: Catalog,
    findings: Findings,
}

/// What became of a file: read with cells, or as TOML with lines.
enum Gathered {
    Sheets(Box<Read>),
    Toml(Result<Catalog, Vec<CatalogError>>),
}

impl Source {
    fn name(&self) -> String {
        let named = [&self.file, &self.matters, &self.documents];
        let all: Vec<&str> = named.into_iter().flatten().map(String::as_str).collect();
        all.join(", ")
    }

    /// Reads it. A whole catalogue is wanted for an import; a check takes one sheet too.
    fn read(&self, whole: bool, in_use: &InUse, lang: Lang) -> Result<Gathered, Failure> {
        let mut found = Findings::default();
        let tables: Vec<Table>;
        let sheets = match (&self.file, &self.matters, &self.documents) {
            (Some(file), _, _) if !is_workbook(file) && !ends(file, "csv") => {
                let text = rules::read(file, lang)?;
                return Ok(Gathered::Toml(parse_reporting(&text, file)));
            }
            (Some(file), _, _) => {
                tables = open(file, lang)?;
                Sheets::of(&tables, &mut found)
            }
            (None, Some(matters), Some(documents)) => {
                let mut both = open(matters, lang)?;
                both.truncate(1);
                let of_matters = both.len();
                both.extend(open(documents, lang)?);
                tables = both;
                Sheets {
                    matters: tables.first(),
                    documents: tables.get(of_matters),
                    catalog: None,
                }
            }
            (None, _, _) => return Err(Failure::Usage(sheet_words::which_files(lang))),
        };
        let alone = self.file.as_ref().is_some_and(|file| ends(file, "csv"));
        if whole || !alone {
            sheets.whole(&mut found);
        }
        let reading = read(
            sheets,
            Beside {
                id: self.id.as_deref().unwrap_or(&in_use.id),
                version: self.version.as_deref().unwrap_or(&in_use.next_version),
                circumstances: &in_use.catalog.circumstances,
            },
            found,
        );
        Ok(Gathered::Sheets(Box::new(Read {
            catalog: reading.catalog,
            findings: reading.findings,
        })))
    }
}

fn open(file: &str, lang: Lang) -> Result<Vec<Table>, Failure> {
    table::open(Path::new(file))
        .map_err(|fault| Failure::Usage(sheet_words::table(lang, file, &fault)))
}

/// The catalogue in use, and what the next one is called where it does not say.
struct InUse {
    catalog: Catalog,
    id: String,
    next_version: String,
}

impl InUse {
    fn of(matters: &Matters, lang: Lang) -> Result<Self, Failure> {
        let catalog = matters.whole(lang)?;
        let (id, next_version) = match matters.desk() {
            // An office's own catalogue is not the examples any more.
            Some(desk) => {
                let today = desk.office().local(desk.now()).date().to_string();
                let next = (1..).map(|nth| match nth {
                    1 => today.clone(),
                    nth => format!("{today}-{nth}"),
                });
                let mut free = next.filter(|version| *version != catalog.version);
                let id = if catalog.id == EXAMPLES {
                    OWN
                } else {
                    &catalog.id
                };
                (id.to_owned(), free.next().unwrap_or(today))
            }
            None => (catalog.id.clone(), catalog.version.clone()),
        };
        Ok(Self {
            catalog,
            id,
            next_version,
        })
    }

    /// Says where a version is given to other content than it has.
    fn compare(&self, read: &mut Read) -> Changes {
        let changes = Changes::between(&self.catalog, &read.catalog);
        let same =
            self.catalog.id == read.catalog.id && self.catalog.version == read.catalog.version;
        if same && !changes.is_empty() {
            read.findings.warnings.push(Finding {
                sheet: crate::i18n::columns::CATALOG[0].to_owned(),
                row: 2,
                column: crate::i18n::columns::CATALOG_COLUMNS[1].zh.to_owned(),
                what: What::SameVersion(self.catalog.version.clone()),
            });
        }
        changes
    }
}

/// Checks a catalogue file, and says with which status that ends.
pub fn check(source: &Source, cx: &mut Context) -> Result<Status, Failure> {
    // A file can be checked before there is a register.
    let matters = if register::path(cx)?.exists() {
        Matters::open(cx)?
    } else {
        Matters::examples(cx.lang())?
    };
    let lang = cx.lang();
    let in_use = InUse::of(&matters, lang)?;
    match source.read(false, &in_use, lang)? {
        Gathered::Toml(read) => report(read.err().as_deref(), &source.name(), cx),
        Gathered::Sheets(read) => {
            found::print(&read.findings, &source.name(), &Voice::default(), cx)
        }
    }
}

/// Prints what a catalogue file would change.
pub fn diff(source: &Source, cx: &mut Context) -> Result<Status, Failure> {
    let matters = Matters::open(cx)?;
    compared(source, &matters, cx)
}

fn compared(source: &Source, matters: &Matters, cx: &Context) -> Result<Status, Failure> {
    let lang = cx.lang();
    let in_use = InUse::of(matters, lang)?;
    let read = match gathered(source, &in_use, cx)? {
        Ok(read) => read,
        Err(status) => return Ok(status),
    };
    let mut read = read;
    let changes = in_use.compare(&mut read);
    print(&read, &changes, true, cx)?;
    Ok(Status::Done)
}

/// A catalogue that can be used, or the status after everything wrong was printed.
fn gathered(
    source: &Source,
    in_use: &InUse,
    cx: &Context,
) -> Result<Result<Read, Status>, Failure> {
    Ok(match source.read(true, in_use, cx.lang())? {
        Gathered::Toml(Ok(catalog)) => Ok(Read {
            catalog,
            findings: Findings::default(),
        }),
        // A refused import prints what a check prints.
        Gathered::Toml(Err(errors)) => Err(report(Some(&errors), &source.name(), cx)?),
        Gathered::Sheets(read) if read.findings.errors.is_empty() => Ok(*read),
        Gathered::Sheets(read) => Err(found::print(
            &read.findings,
            &source.name(),
            &Voice::default(),
            cx,
        )?),
    })
}

/// Takes a catalogue file into use, or only says what that would change.
pub fn import(source: &Source, preview: bool, cx: &mut Context) -> Result<Status, Failure> {
    if preview {
        let matters = Matters::open(cx)?;
        return compared(source, &matters, cx);
    }
    let desk = register::write(cx)?;
    let lang = cx.lang();
    let mut matters = Matters::Register(Box::new(desk));
    let in_use = InUse::of(&matters, lang)?;
    let mut read = match gathered(source, &in_use, cx)? {
        Ok(read) => read,
        Err(status) => return Ok(status),
    };
    let changes = in_use.compare(&mut read);
    if let Matters::Register(desk) = &mut matters {
        let actor = register::keeper(cx, desk)?;
        desk.adopt_catalog(&actor, &read.catalog)
            .map_err(|error| register::failed(lang, &error, &Voice::of(desk)))?;
    }
    print(&read, &changes, false, cx)?;
    Ok(Status::Done)
}

fn print(read: &Read, changes: &Changes, preview: bool, cx: &Context) -> Result<(), Failure> {
    let Read { catalog, findings } = read;
    let documents = catalog.matters.iter().map(|one| one.documents.len()).sum();
    let voice = Voice::default();
    if cx.json {
        let warnings = findings.warnings.iter();
        return out::json(&json!({
            "id": catalog.id,
            "version": catalog.version,
            "matters": catalog.matters.len(),
            "documents": documents,
            "preview": preview,
            "changes": changes_json(changes),
            "errors": [],
            "warnings": warnings.map(|one| found::json(one, &voice, cx)).collect::<Vec<_>>(),
        }));
    }
    let lang = cx.lang();
    let count = catalog.matters.len();
    let head = if preview {
        catalog_words::previewed(lang, &catalog.id, &catalog.version, count, documents)
    } else {
        words::imported_catalog(lang, &catalog.id, &catalog.version, count)
    };
    let mut lines = vec![head];
    lines.extend(catalog_words::changes(lang, changes));
    out::text(&lines.join("\n"))?;
    for warning in &findings.warnings {
        let sentence = sheet_words::finding(lang, warning, &voice);
        out::say(&sheet_words::warning(lang, &sentence));
    }
    Ok(())
}

fn changes_json(changes: &Changes) -> Value {
    let named = |all: &[(crate::domain::catalog::MatterId, String)]| -> Vec<Value> {
        let all = all.iter();
        all.map(|(id, name)| json!({"id": id, "name": name}))
            .collect()
    };
    let kept = changes.changed.iter().map(|one| {
        json!({
            "id": one.id,
            "name": one.name,
            "fields": one.fields,
            "documents_added": one.documents_added,
            "documents_removed": one.documents_removed,
            "documents_changed": one.documents_changed,
        })
    });
    json!({
        "added": named(&changes.added),
        "removed": named(&changes.removed),
        "changed": kept.collect::<Vec<_>>(),
    })
}

fn report(errors: Option<&[CatalogError]>, file: &str, cx: &Context) -> Result<Status, Failure> {
    let lang = cx.lang();
    let faults: Vec<check::Fault> = errors
        .unwrap_or_default()
        .iter()
        .map(|error| check::Fault {
            line: Some(error.line),
            message: catalog_words::catalog_reason(lang, &error.reason),
            sentence: catalog_words::catalog_error(lang, error),
        })
        .collect();
    check::print(&faults, file, cx)
}
