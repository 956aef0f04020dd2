//! A catalogue from sheets: 事项 and 材料 of a workbook, or two .csv.
//!
//! Every cell that does not fit is reported at its place. A finding that spans
//! columns stands at the cell that is mended: the promise, the steps, the day of
//! cancelling, or the later of two rows that say the same.

mod circumstances;
mod documents;
mod matters;
mod write;

use std::collections::BTreeMap;

use super::finding::{Finding, Findings, What};
use super::headed::Headed;
use super::table::Table;
use crate::domain::catalog::{Catalog, Circumstance, InForce, Lint, MatterId, Step};
use crate::i18n::columns::{
    CATALOG, CATALOG_COLUMNS, DOCUMENT_COLUMNS, DOCUMENTS, MATTER_COLUMNS, MATTER_MARKS, MATTERS,
    field,
};

pub use write::{csv_pair, workbook};

/// What a sheet leaves to its reader.
#[derive(Debug, Clone, Copy)]
pub struct Beside<'a> {
    /// The id of a catalogue that names none.
    pub id: &'a str,
    /// The version of a catalogue that names none.
    pub version: &'a str,
    /// Circumstances that are known by their label or sentence.
    pub circumstances: &'a [Circumstance],
}

/// The sheets of a catalogue.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sheets<'t> {
    /// 事项.
    pub matters: Option<&'t Table>,
    /// 材料.
    pub documents: Option<&'t Table>,
    /// 目录: id, version and where it is from.
    pub catalog: Option<&'t Table>,
}

/// What was read.
#[derive(Debug)]
pub struct Reading {
    /// The catalogue; to be used only when nothing is found that stops it.
    pub catalog: Catalog,
    /// What was found.
    pub findings: Findings,
}

impl<'t> Sheets<'t> {
    /// Tells the sheets of a file apart: by their names, else by their headings.
    pub fn of(tables: &'t [Table], found: &mut Findings) -> Self {
        let mut sheets = Self::default();
        for table in tables {
            let name = table.name.trim().to_lowercase();
            let called = |names: &[&str]| names.contains(&name.as_str());
            let place = if called(&MATTERS) {
                &mut sheets.matters
            } else if called(&DOCUMENTS) {
                &mut sheets.documents
            } else if called(&CATALOG) {
                &mut sheets.catalog
            } else if names(table, "name", &DOCUMENT_COLUMNS)
                && !names(table, "department", &MATTER_COLUMNS)
            {
                &mut sheets.documents
            } else if names(table, "name", &MATTER_COLUMNS) {
                &mut sheets.matters
            } else {
                found
                    .warnings
                    .push(of_sheet(&table.name, What::UnknownSheet));
                continue;
            };
            if place.is_some() {
                found
                    .warnings
                    .push(of_sheet(&table.name, What::UnknownSheet));
            } else {
                *place = Some(table);
            }
        }
        sheets
    }

    /// Says which sheets are missing for a whole catalogue.
    pub fn whole(&self, found: &mut Findings) {
        for (table, name) in [(self.matters, MATTERS[0]), (self.documents, DOCUMENTS[0])] {
            if table.is_none() {
                found.errors.push(of_sheet(name, What::MissingSheet));
            }
        }
    }
}

fn names(table: &Table, wanted: &str, columns: &[crate::i18n::columns::Column]) -> bool {
    let mut found = table
        .columns
        .iter()
        .filter_map(|heading| field(columns, heading));
    found.any(|one| one == wanted)
}

fn of_sheet(sheet: &str, what: What) -> Finding {
    Finding {
        sheet: sheet.to_owned(),
        row: 1,
        column: String::new(),
        what,
    }
}

/// Reads the sheets. One that is missing is passed over.
pub fn read(sheets: Sheets<'_>, beside: Beside<'_>, mut found: Findings) -> Reading {
    let mut catalog = head(sheets.catalog, beside, &mut found);
    let mut rows = Vec::new();
    let matters_name = label(sheets.matters, MATTERS[0]);
    let documents_name = label(sheets.documents, DOCUMENTS[0]);
    if let Some(table) = sheets.matters {
        let columns = MATTER_COLUMNS.into_iter().chain(MATTER_MARKS);
        let headed = Headed::new(table, &matters_name, columns, &mut found);
        if headed.is_whole() {
            for line in headed.lines() {
                catalog
                    .matters
                    .push(matters::read(&line, &headed, &mut found));
                rows.push(line.number());
            }
            versions(&headed, &catalog, &rows, &mut found);
            if rows.is_empty() {
                found.errors.push(headed.at_heading("id", What::NoRows));
            }
        }
    }
    if let Some(table) = sheets.documents {
        let headed = Headed::new(table, &documents_name, DOCUMENT_COLUMNS, &mut found);
        if headed.is_whole() {
            let all = sheets.matters.is_none();
            documents::read(&headed, beside.circumstances, all, &mut catalog, &mut found);
        }
    }
    if found.errors.is_empty() && sheets.matters.is_some() {
        held(&catalog, &matters_name, &rows, &mut found);
    }
    let catalog_name = label(sheets.catalog, CATALOG[0]);
    Reading {
        catalog,
        findings: found.sorted(&[&catalog_name, &matters_name, &documents_name]),
    }
}

fn label(table: Option<&Table>, usual: &str) -> String {
    let named = table.filter(|table| !table.name.is_empty());
    named.map_or_else(|| usual.to_owned(), |table| table.name.clone())
}

fn head(table: Option<&Table>, beside: Beside<'_>, found: &mut Findings) -> Catalog {
    let mut catalog = Catalog {
        id: beside.id.to_owned(),
        version: beside.version.to_owned(),
        retrieval: None,
        warning: None,
        circumstances: Vec::new(),
        matters: Vec::new(),
    };
    let Some(table) = table else {
        return catalog;
    };
    let name = label(Some(table), CATALOG[0]);
    let headed = Headed::new(table, &name, CATALOG_COLUMNS, found);
    let Some(line) = headed.lines().next() else {
        return catalog;
    };
    if let Some(id) = line.optional("id", found) {
        catalog.id = id;
    }
    if let Some(version) = line.optional("version", found) {
        catalog.version = version;
    }
    catalog.retrieval = line.optional("retrieval", found);
    catalog.warning = line.optional("warning", found);
    catalog
}

/// Versions of one matter may follow each other; they may not stand side by side.
fn versions(headed: &Headed<'_>, catalog: &Catalog, rows: &[usize], found: &mut Findings) {
    let mut seen: BTreeMap<&MatterId, Vec<(usize, InForce)>> = BTreeMap::new();
    for (matter, row) in catalog.matters.iter().zip(rows) {
        if matter.id.as_str().is_empty() {
            continue;
        }
        let earlier = seen.entry(&matter.id).or_default();
        let now = matter.in_force;
        if let Some((other, its)) = earlier.iter().find(|(_, its)| its.overlaps(&now)) {
            let alike = its.is_always() || now.is_always() || its.from == now.from;
            let finding = if alike {
                headed.at(*row, "id", What::Twice(*other))
            } else if its.from <= now.from {
                headed.at(*other, "cancelled", What::Overlaps(*row))
            } else {
                headed.at(*row, "cancelled", What::Overlaps(*other))
            };
            found.errors.push(finding);
        }
        earlier.push((*row, now));
    }
}

/// What every catalogue must hold, wherever it is from.
fn held(catalog: &Catalog, sheet: &str, rows: &[usize], found: &mut Findings) {
    for finding in catalog.check() {
        let place = finding.path.iter().find_map(|step| match step {
            Step::At(place) => Some(*place),
            Step::Field(_) => None,
        });
        found.errors.push(Finding {
            sheet: sheet.to_owned(),
            row: place.and_then(|at| rows.get(at)).copied().unwrap_or(1),
            column: MATTER_COLUMNS[0].zh.to_owned(),
            what: What::Catalog(finding.reason),
        });
    }
}

/// A lint as it stands in findings.
fn lint(lint: Lint) -> What {
    What::Lint(lint)
}
