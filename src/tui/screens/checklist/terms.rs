//! The terms of a matter, as the screen says them.

use crate::domain::catalog::{Binds, Limit, Matter};
use crate::i18n::Lang;
use crate::i18n::checklist::Say;
use crate::i18n::paper::{self, Label};
use crate::tui::text;

/// Case type, limits and fee in one line, each only where it can be said briefly.
pub(super) fn facts(matter: &Matter, lang: Lang, room: usize) -> String {
    let mut line = paper::case_type(lang, matter.case_type).to_owned();
    let brief = |say: Say, limit: &Option<Limit>| {
        let limit = limit.as_ref().filter(|one| one.binds == Binds::Office)?;
        let words = limit.span().map(|span| paper::span(lang, span))?;
        Some(format!("{} {words}", say.text(lang)))
    };
    let fee = matter.fee.as_ref();
    let parts = [
        brief(Say::Promised, &matter.promised_limit),
        brief(Say::Legal, &matter.legal_limit),
        fee.map(|fee| format!("{} {}", Say::Fee.text(lang), fee.text)),
    ];
    for part in parts.into_iter().flatten() {
        let part = text::visible(&part).into_owned();
        if text::width(&line) + 2 + text::width(&part) <= room {
            line.push_str("  ");
            line.push_str(&part);
        }
    }
    line
}

/// The terms of a matter, in the order in which a visitor asks for them.
pub(super) fn terms(matter: &Matter, lang: Lang) -> Vec<String> {
    let join = lang.pick("；", "; ");
    let colon = lang.pick("：", ": ");
    let mut terms = Vec::new();
    let mut add = |label: Label, words: String| {
        if !words.trim().is_empty() {
            terms.push(format!("{}{colon}{words}", label.text(lang)));
        }
    };
    for (label, limit) in [
        (Label::PromisedLimit, &matter.promised_limit),
        (Label::LegalLimit, &matter.legal_limit),
    ] {
        if let Some(limit) = limit {
            add(label.binding(limit.binds), paper::limit(lang, limit));
        }
    }
    let fee = matter.fee.as_ref();
    add(
        Label::Fee,
        fee.map(|fee| fee.text.clone()).unwrap_or_default(),
    );
    add(Label::Conditions, matter.conditions.join(join));
    add(Label::Basis, matter.basis.join(join));
    let rule = matter.correction.as_ref();
    add(
        Label::Correction,
        rule.map(|one| one.rule.clone()).unwrap_or_default(),
    );
    add(Label::Place, matter.place.clone().unwrap_or_default());
    add(Label::Hours, matter.hours.clone().unwrap_or_default());
    add(
        Label::Complaint,
        matter.complaint_phone.clone().unwrap_or_default(),
    );
    terms
}
