//! The rows of 材料.

use std::collections::BTreeMap;

use super::circumstances::Circumstances;
use super::lint;
use crate::domain::catalog::{
    Catalog, Circumstance, Document, DocumentKind, DocumentSource, Lint, MatterId, Particulars,
    is_catch_all,
};
use crate::i18n::columns::{FILLERS, KINDS, NECESSITIES, OTHERS, SOURCES, THINGS, value};
use crate::sheet::finding::{Findings, What};
use crate::sheet::headed::{Headed, Line};

/// Reads the rows into their matters. Where `any` matter will do, none is looked for.
pub(super) fn read(
    headed: &Headed<'_>,
    known: &[Circumstance],
    any: bool,
    catalog: &mut Catalog,
    found: &mut Findings,
) {
    if !headed.has("source") {
        found
            .warnings
            .push(headed.at_heading("source", What::NoSource));
    }
    let mut circumstances = Circumstances::new(known);
    let mut places: BTreeMap<MatterId, Vec<usize>> = BTreeMap::new();
    for (place, matter) in catalog.matters.iter().enumerate() {
        places.entry(matter.id.clone()).or_default().push(place);
    }
    let mut names: BTreeMap<(String, String), usize> = BTreeMap::new();
    for line in headed.lines() {
        let code = line.id("matter", found);
        let document = document(&line, headed, &mut circumstances, found);
        if code.is_empty() {
            continue;
        }
        let of = places.get(&MatterId(code.clone()));
        if of.is_none() && !any {
            found
                .errors
                .push(line.at("matter", What::UnknownMatter(code.clone())));
        }
        let same = (code, document.name.clone());
        if let Some(row) = names.get(&same).filter(|_| !document.name.is_empty()) {
            found.errors.push(line.at("matter", What::Twice(*row)));
        } else {
            names.insert(same, line.number());
        }
        for place in of.into_iter().flatten() {
            if let Some(matter) = catalog.matters.get_mut(*place) {
                matter.documents.push(document.clone());
            }
        }
    }
    catalog.circumstances = circumstances.into_used();
}

fn document(
    line: &Line<'_>,
    headed: &Headed<'_>,
    circumstances: &mut Circumstances<'_>,
    found: &mut Findings,
) -> Document {
    let name = line.name_of("name", found);
    if is_catch_all(&name, &OTHERS, &FILLERS, &THINGS) {
        found.errors.push(line.at("name", lint(Lint::CatchAll)));
    }
    let originals = line.count("originals", found);
    let copies = line.count("copies", found);
    let kind = line.word("kind", KINDS, found);
    if let Some(kind) = kind {
        let (of_originals, of_copies) = kind.against_counts(originals, copies);
        for (field, against) in [("originals", of_originals), ("copies", of_copies)] {
            if let Some(against) = against {
                found.warnings.push(line.at(field, lint(against)));
            }
        }
    }
    let filled = |count: Option<u32>| count.filter(|count| *count > 0);
    let (originals, copies) = (filled(originals), filled(copies));
    let kind = kind.unwrap_or(match (originals, copies) {
        (Some(_), Some(_)) => DocumentKind::OriginalAndCopy,
        (None, Some(_)) => DocumentKind::Copy,
        (_, None) => DocumentKind::Original,
    });
    // Of what is wanted as original alone there is one count.
    let (originals, copies) = match (kind, copies) {
        (DocumentKind::Original, None) => (None, originals),
        _ => (originals, copies),
    };
    let (source, issuer) = source(line, headed, found);
    let (required, may_follow) = line
        .word("required", NECESSITIES, found)
        .unwrap_or((true, false));
    Document {
        name_en: line
            .optional("name_en", found)
            .unwrap_or_else(|| name.clone()),
        name,
        kind,
        copies,
        originals,
        source,
        issuer,
        required,
        may_follow,
        when: circumstances.of(line, found),
        any_of_group: line.optional("any_of_group", found),
        note: line.optional("note", found),
        particulars: Particulars {
            form: line.optional("form_name", found),
            issued_at: line.optional("issued_at", found),
            validity: line.optional("validity", found),
            electronic: line.optional("electronic", found),
        },
        basis: line.optional("basis", found),
    }
}

/// A kind of source, or who issues it.
fn source(
    line: &Line<'_>,
    headed: &Headed<'_>,
    found: &mut Findings,
) -> (DocumentSource, Option<String>) {
    let Some(text) = line.optional("source", found) else {
        if headed.has("source") {
            found.errors.push(line.at("source", What::NoSource));
        }
        return (DocumentSource::Mixed, None);
    };
    let kind = line.word("source_kind", SOURCES, found);
    match (value(SOURCES, &text), kind) {
        (Some(source), None) => (source, None),
        (_, kind) => (kind.unwrap_or(DocumentSource::Mixed), Some(text)),
    }
}
