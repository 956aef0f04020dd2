//! One row of 事项.

use std::collections::BTreeMap;

use super::lint;
use crate::domain::catalog::{
    Binds, CaseType, Confidence, Correction, Day, Extension, Fee, HandlingStep, InForce, Limit,
    LimitUnit, Lint, Matter, MatterId, Span,
};
use crate::i18n::columns::{BINDS, CASE_TYPES, CONFIDENCES, UNITS, YES_NO};
use crate::i18n::{Lang, paper};
use crate::sheet::finding::{Findings, What};
use crate::sheet::headed::{Headed, Line};

/// Reads a row, and says what does not fit.
pub(super) fn read(line: &Line<'_>, headed: &Headed<'_>, found: &mut Findings) -> Matter {
    let id = line.id("id", found);
    let name = line.name_of("name", found);
    let department = line.name_of("department", found);
    let case = line.word("type", CASE_TYPES, found);
    let legal = limit(line, &LEGAL, case, found);
    let promised = limit(line, &PROMISED, case, found);
    let case_type = case.unwrap_or_else(|| match promised.as_ref().and_then(Limit::span) {
        Some(span) if span.unit == LimitUnit::OnSpot => CaseType::OnSpot,
        Some(_) | None => CaseType::Promised,
    });
    let matter = Matter {
        id: MatterId(id),
        name_en: line
            .optional("name_en", found)
            .unwrap_or_else(|| name.clone()),
        name,
        domain: line.text("domain", found),
        department,
        case_type,
        legal_limit: legal,
        promised_limit: promised,
        basis: line.list("basis", found),
        fee: fee(line, found),
        conditions: line.list("conditions", found),
        correction: correction(line, found),
        results: line.list("results", found),
        note: line.optional("note", found),
        caveat: line.optional("caveat", found),
        source_url: line.list("source_url", found),
        confidence: line
            .word("confidence", CONFIDENCES, found)
            .unwrap_or(Confidence::High),
        example: line.word("example", YES_NO, found).unwrap_or(false),
        basic_code: line.optional("basic_code", found),
        item_type: line.optional("item_type", found),
        steps: steps(line, found),
        in_force: in_force(line, found),
        place: line.optional("place", found),
        hours: line.optional("hours", found),
        phone: line.optional("phone", found),
        complaint_phone: line.optional("complaint_phone", found),
        groups_en: groups(line, found),
        documents: Vec::new(),
    };
    contradictions(line, &matter, found);
    for (field, what, value) in [
        ("phone", Lint::NoPhone, &matter.phone),
        (
            "complaint_phone",
            Lint::NoComplaintPhone,
            &matter.complaint_phone,
        ),
    ] {
        if value.is_none() && headed.has(field) {
            found.warnings.push(line.at(field, lint(what)));
        }
    }
    matter
}

fn contradictions(line: &Line<'_>, matter: &Matter, found: &mut Findings) {
    for (field, against) in [
        ("promised_limit", matter.promise_beyond_law()),
        ("steps", matter.steps_against_promise()),
    ] {
        match against {
            Some(doubt @ Lint::PromisePerhapsBeyondLaw { .. }) => {
                found.warnings.push(line.at(field, lint(doubt)));
            }
            Some(against) => found.errors.push(line.at(field, lint(against))),
            None => {}
        }
    }
    if !matter.in_force.is_sound() {
        found
            .errors
            .push(line.at("cancelled", lint(Lint::EndsBeforeItBegins)));
    }
}

/// The columns of one limit.
pub(super) struct LimitFields {
    pub value: &'static str,
    pub unit: &'static str,
    pub text: &'static str,
    pub start: &'static str,
    pub binds: &'static str,
    pub from: &'static str,
    pub extension: &'static str,
    pub max: &'static str,
    pub max_unit: &'static str,
}

/// The columns of the limit of the law.
pub(super) const LEGAL: LimitFields = LimitFields {
    value: "legal_limit",
    unit: "legal_limit_unit",
    text: "legal_limit_text",
    start: "legal_limit_start",
    binds: "legal_limit_binds",
    from: "legal_limit_from",
    extension: "legal_extension",
    max: "legal_extension_max",
    max_unit: "legal_extension_unit",
};

/// The columns of the promise.
pub(super) const PROMISED: LimitFields = LimitFields {
    value: "promised_limit",
    unit: "promised_limit_unit",
    text: "promised_limit_text",
    start: "promised_limit_start",
    binds: "promised_limit_binds",
    from: "promised_limit_from",
    extension: "promised_extension",
    max: "promised_extension_max",
    max_unit: "promised_extension_unit",
};

fn limit(
    line: &Line<'_>,
    fields: &LimitFields,
    case: Option<CaseType>,
    found: &mut Findings,
) -> Option<Limit> {
    let known = found.errors.len();
    let value = line.count(fields.value, found);
    let unit = line.word(fields.unit, UNITS, found);
    let at_once = case == Some(CaseType::OnSpot);
    let (value, unit) = match (value, unit) {
        (Some(0), _) if at_once => (Some(0), Some(LimitUnit::OnSpot)),
        (None, Some(LimitUnit::OnSpot)) => (Some(0), unit),
        (Some(_), None) if found.errors.len() == known => {
            found
                .errors
                .push(line.at(fields.unit, What::LimitWithoutUnit));
            (None, None)
        }
        (Some(count), Some(of)) if (count == 0) != (of == LimitUnit::OnSpot) => {
            found.errors.push(line.at(fields.value, What::ZeroLimit));
            (None, unit)
        }
        other => other,
    };
    let said = line.optional(fields.text, found);
    let text = match (said, value, unit) {
        (Some(text), _, _) => text,
        (None, Some(value), Some(unit)) => paper::span(Lang::Zh, Span { value, unit }),
        (None, _, _) => return None,
    };
    Some(Limit {
        text,
        value,
        unit,
        start: line.optional(fields.start, found),
        extension: extension(line, fields, found),
        from: line.optional(fields.from, found),
        binds: line
            .word(fields.binds, BINDS, found)
            .unwrap_or(Binds::Office),
    })
}

fn extension(line: &Line<'_>, fields: &LimitFields, found: &mut Findings) -> Option<Extension> {
    let max = span(line, fields.max, fields.max_unit, found);
    let said = line.optional(fields.extension, found);
    let text = said.or_else(|| max.map(|max| paper::span(Lang::Zh, max)))?;
    Some(Extension { text, max })
}

fn span(
    line: &Line<'_>,
    value: &'static str,
    unit: &'static str,
    found: &mut Findings,
) -> Option<Span> {
    let known = found.errors.len();
    let count = line.count(value, found);
    let of = line.word(unit, UNITS, found);
    match (count, of) {
        (Some(count), Some(of)) if (count == 0) != (of == LimitUnit::OnSpot) => {
            found.errors.push(line.at(value, What::ZeroLimit));
            None
        }
        (Some(value), Some(unit)) => Some(Span { value, unit }),
        (None, Some(LimitUnit::OnSpot)) => Some(Span {
            value: 0,
            unit: LimitUnit::OnSpot,
        }),
        (Some(_), None) if found.errors.len() == known => {
            found.errors.push(line.at(unit, What::LimitWithoutUnit));
            None
        }
        (_, _) => None,
    }
}

fn fee(line: &Line<'_>, found: &mut Findings) -> Option<Fee> {
    let text = line.optional("fee", found)?;
    Some(Fee {
        text,
        from: line.optional("fee_from", found),
        licence: line.optional("fee_licence", found),
    })
}

fn correction(line: &Line<'_>, found: &mut Findings) -> Option<Correction> {
    let rule = line.optional("correction", found)?;
    Some(Correction {
        rule,
        within: span(line, "correction_within", "correction_unit", found),
        else_accepted: line.word("else_accepted", YES_NO, found).unwrap_or(false),
    })
}

fn in_force(line: &Line<'_>, found: &mut Findings) -> InForce {
    InForce {
        from: line.date("effective", found).map(Day),
        until: line.date("cancelled", found).map(Day),
    }
}

/// `受理:1;审核:3;决定:1`.
fn steps(line: &Line<'_>, found: &mut Findings) -> Vec<HandlingStep> {
    let text = line.text("steps", found);
    let parts = text.split([';', '；', '\n']).map(str::trim);
    let mut steps = Vec::new();
    for part in parts.filter(|part| !part.is_empty()) {
        let step = part.rsplit_once([':', '：']).and_then(|(name, days)| {
            let days = days.trim().trim_end_matches(|c: char| !c.is_ascii_digit());
            let name = name.trim();
            let days = days.parse().ok()?;
            (!name.is_empty()).then(|| HandlingStep {
                name: name.to_owned(),
                days,
            })
        });
        let Some(step) = step else {
            let what = What::BadSteps(part.to_owned());
            found.errors.push(line.at("steps", what));
            return Vec::new();
        };
        steps.push(step);
    }
    steps
}

/// `组=Group`, one a line.
fn groups(line: &Line<'_>, found: &mut Findings) -> BTreeMap<String, String> {
    let lines = line.list("groups_en", found);
    let pairs = lines.iter().filter_map(|line| line.split_once('='));
    pairs
        .map(|(group, name)| (group.trim().to_owned(), name.trim().to_owned()))
        .collect()
}
