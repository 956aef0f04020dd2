//! A catalogue as sheets, from which the same catalogue can be read again.

use super::matters::{LEGAL, LimitFields, PROMISED};
use crate::domain::catalog::{Catalog, Document, Limit, Matter, Span};
use crate::i18n::columns::{
    BINDS, CASE_TYPES, CATALOG, CATALOG_COLUMNS, CONFIDENCES, Column, DOCUMENT_COLUMNS, DOCUMENTS,
    KINDS, MATTER_COLUMNS, MATTER_MARKS, MATTERS, NECESSITIES, SOURCES, UNITS, YES_NO, word,
};
use crate::i18n::{Lang, paper};
use crate::sheet::grid::{self, Grid, Out};

/// How many columns of 事项 always stand.
const USUAL_OF_MATTER: usize = 18;
/// How many columns of 材料 always stand.
const USUAL_OF_DOCUMENT: usize = 11;

/// A workbook of 事项, 材料 and 目录.
///
/// # Errors
///
/// What the writer says: a text that is too long for a cell, say.
pub fn workbook(catalog: &Catalog) -> Result<Vec<u8>, String> {
    grid::workbook(&[matters(catalog), documents(catalog), head(catalog)])
}

/// The two .csv: matters, documents.
pub fn csv_pair(catalog: &Catalog) -> (Vec<u8>, Vec<u8>) {
    (grid::csv(&matters(catalog)), grid::csv(&documents(catalog)))
}

fn heading(columns: impl Iterator<Item = Column>) -> Vec<String> {
    columns.map(|column| column.zh.to_owned()).collect()
}

fn head(catalog: &Catalog) -> Grid {
    Grid {
        name: CATALOG[0].to_owned(),
        heading: heading(CATALOG_COLUMNS.into_iter()),
        rows: vec![vec![
            Out::text(&catalog.id),
            Out::text(&catalog.version),
            Out::maybe(catalog.retrieval.as_ref()),
            Out::maybe(catalog.warning.as_ref()),
        ]],
    }
}

fn matters(catalog: &Catalog) -> Grid {
    let columns = || MATTER_COLUMNS.into_iter().chain(MATTER_MARKS);
    let row = |matter: &Matter| {
        columns()
            .map(|column| of_matter(matter, column.field))
            .collect()
    };
    let grid = Grid {
        name: MATTERS[0].to_owned(),
        heading: heading(columns()),
        rows: catalog.matters.iter().map(row).collect(),
    };
    grid.without_blank(USUAL_OF_MATTER)
}

fn of_matter(matter: &Matter, field: &str) -> Out {
    let lines = |lines: &[String]| Out::text(lines.join("\n"));
    match field {
        "id" => Out::text(matter.id.as_str()),
        "name" => Out::text(&matter.name),
        "department" => Out::text(&matter.department),
        "type" => Out::text(word(CASE_TYPES, matter.case_type)),
        "steps" => Out::text(steps(matter)),
        "conditions" => lines(&matter.conditions),
        "fee" => Out::maybe(matter.fee.as_ref().map(|fee| &fee.text)),
        "fee_from" => Out::maybe(matter.fee.as_ref().and_then(|fee| fee.from.as_ref())),
        "fee_licence" => Out::maybe(matter.fee.as_ref().and_then(|fee| fee.licence.as_ref())),
        "basis" => lines(&matter.basis),
        "place" => Out::maybe(matter.place.as_ref()),
        "hours" => Out::maybe(matter.hours.as_ref()),
        "phone" => Out::maybe(matter.phone.as_ref()),
        "complaint_phone" => Out::maybe(matter.complaint_phone.as_ref()),
        "effective" => Out::text(day(matter.in_force.from)),
        "cancelled" => Out::text(day(matter.in_force.until)),
        "name_en" if matter.name_en != matter.name => Out::text(&matter.name_en),
        "domain" => Out::text(&matter.domain),
        "basic_code" => Out::maybe(matter.basic_code.as_ref()),
        "item_type" => Out::maybe(matter.item_type.as_ref()),
        "results" => lines(&matter.results),
        "note" => Out::maybe(matter.note.as_ref()),
        "caveat" => Out::maybe(matter.caveat.as_ref()),
        "source_url" => lines(&matter.source_url),
        "confidence" => Out::text(word(CONFIDENCES, matter.confidence)),
        "example" if matter.example => Out::text(word(YES_NO, true)),
        "groups_en" => {
            let pairs = matter.groups_en.iter();
            let pairs: Vec<String> = pairs.map(|(group, en)| format!("{group}={en}")).collect();
            lines(&pairs)
        }
        "correction" => Out::maybe(matter.correction.as_ref().map(|one| &one.rule)),
        "correction_within" | "correction_unit" => {
            let within = matter.correction.as_ref().and_then(|one| one.within);
            of_span(within, field == "correction_unit")
        }
        "else_accepted" => match &matter.correction {
            Some(rule) if rule.else_accepted => Out::text(word(YES_NO, true)),
            Some(_) | None => Out::Blank,
        },
        field => of_limit(matter.legal_limit.as_ref(), &LEGAL, field)
            .or_else(|| of_limit(matter.promised_limit.as_ref(), &PROMISED, field))
            .unwrap_or(Out::Blank),
    }
}

fn of_limit(limit: Option<&Limit>, fields: &LimitFields, field: &str) -> Option<Out> {
    let limit = limit?;
    let max = limit.extension.as_ref().and_then(|one| one.max);
    let cell = if field == fields.value {
        Out::count(limit.value)
    } else if field == fields.unit {
        Out::text(limit.unit.map_or("", |unit| word(UNITS, unit)))
    } else if field == fields.text {
        let usual = limit.span().map(|span| paper::span(Lang::Zh, span));
        Out::maybe(Some(&limit.text).filter(|text| usual.as_ref() != Some(*text)))
    } else if field == fields.start {
        Out::maybe(limit.start.as_ref())
    } else if field == fields.binds {
        let usual = limit.binds == crate::domain::catalog::Binds::Office;
        Out::text(if usual { "" } else { word(BINDS, limit.binds) })
    } else if field == fields.from {
        Out::maybe(limit.from.as_ref())
    } else if field == fields.extension {
        Out::maybe(limit.extension.as_ref().map(|one| &one.text))
    } else if field == fields.max || field == fields.max_unit {
        of_span(max, field == fields.max_unit)
    } else {
        return None;
    };
    Some(cell)
}

fn of_span(span: Option<Span>, unit: bool) -> Out {
    match span {
        None => Out::Blank,
        Some(span) if unit => Out::text(word(UNITS, span.unit)),
        Some(span) => Out::Number(span.value),
    }
}

fn steps(matter: &Matter) -> String {
    let steps = matter.steps.iter();
    let steps: Vec<String> = steps
        .map(|step| format!("{}:{}", step.name, step.days))
        .collect();
    steps.join(";")
}

fn day(day: Option<crate::domain::catalog::Day>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

/// The documents of all versions of a matter stand once.
fn documents(catalog: &Catalog) -> Grid {
    let mut rows = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    for matter in &catalog.matters {
        for document in &matter.documents {
            if seen.insert((&matter.id, &document.name)) {
                let fields = DOCUMENT_COLUMNS.into_iter().map(|column| column.field);
                let row = fields.map(|field| of_document(catalog, matter, document, field));
                rows.push(row.collect());
            }
        }
    }
    let grid = Grid {
        name: DOCUMENTS[0].to_owned(),
        heading: heading(DOCUMENT_COLUMNS.into_iter()),
        rows,
    };
    grid.without_blank(USUAL_OF_DOCUMENT)
}

fn of_document(catalog: &Catalog, matter: &Matter, document: &Document, field: &str) -> Out {
    let (originals, copies) = document.counts();
    let when = document
        .when
        .as_ref()
        .and_then(|id| catalog.circumstance(id));
    match field {
        "matter" => Out::text(matter.id.as_str()),
        "name" => Out::text(&document.name),
        "kind" => Out::text(word(KINDS, document.kind)),
        "originals" => Out::count(originals),
        "copies" => Out::count(copies),
        "source" => match &document.issuer {
            Some(issuer) => Out::text(issuer),
            None => Out::text(word(SOURCES, document.source)),
        },
        "source_kind" if document.issuer.is_some() => Out::text(word(SOURCES, document.source)),
        "required" => Out::text(word(NECESSITIES, (document.required, document.may_follow))),
        "when" => Out::text(when.map_or("", |one| &one.sentence)),
        "when_id" => Out::text(when.map_or("", |one| one.id.as_str())),
        "when_label" => Out::text(when.map_or("", |one| &one.label)),
        "when_label_en" => Out::text(when.map_or("", |one| &one.label_en)),
        "any_of_group" => Out::maybe(document.any_of_group.as_ref()),
        "note" => Out::maybe(document.note.as_ref()),
        "form_name" => Out::maybe(document.particulars.form.as_ref()),
        "issued_at" => Out::maybe(document.particulars.issued_at.as_ref()),
        "validity" => Out::maybe(document.particulars.validity.as_ref()),
        "electronic" => Out::maybe(document.particulars.electronic.as_ref()),
        "basis" => Out::maybe(document.basis.as_ref()),
        "name_en" if document.name_en != document.name => Out::text(&document.name_en),
        _ => Out::Blank,
    }
}
