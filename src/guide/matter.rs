//! The guide to one matter.

use super::{About, Asked, Block, Guide, Listed, field, lines};
use crate::domain::catalog::{Binds, Circumstance, Document, Limit, LimitUnit, Matter};
use crate::i18n::guide::{self as words, Say};
use crate::i18n::paper::{self, Label};
use crate::i18n::{Lang, clauses};

pub(super) fn guide(about: &About<'_>, (matter, known): &Listed) -> Guide {
    let lang = about.lang;
    let (title, aside) = match lang {
        Lang::Zh => (&matter.name, &matter.name_en),
        Lang::En => (&matter.name_en, &matter.name),
    };
    let mut guide = Guide {
        title: title.clone(),
        aside: if title == aside {
            String::new()
        } else {
            aside.clone()
        },
        parts: Vec::new(),
    };
    guide.part(Say::Overview.text(lang), overview(about, matter));
    guide.part(
        Label::Conditions.text(lang),
        listed(matter.conditions.clone()),
    );
    guide.part(Say::Documents.text(lang), documents(lang, matter, known));
    guide.part(Say::Steps.text(lang), listed(steps(lang, matter)));
    guide.part(Say::Limits.text(lang), limits(lang, matter));
    guide.part(Label::Fee.text(lang), fee(lang, matter));
    guide.part(Label::Result.text(lang), listed(matter.results.clone()));
    guide.part(Label::Basis.text(lang), listed(matter.basis.clone()));
    guide.part(Say::Commitment.text(lang), commitment(about, matter));
    guide
}

fn overview(about: &About<'_>, matter: &Matter) -> Vec<Block> {
    let lang = about.lang;
    let mut blocks = Vec::new();
    let mut add = |label: &str, text: &str| field(&mut blocks, label, text);
    add(Label::Department.text(lang), &matter.department);
    add(
        Label::CaseType.text(lang),
        paper::case_type(lang, matter.case_type),
    );
    add(Say::Code.text(lang), matter.id.as_str());
    let or_none = |text: &Option<String>| text.clone().unwrap_or_default();
    add(Say::BasicCode.text(lang), &or_none(&matter.basic_code));
    add(Say::ItemType.text(lang), &or_none(&matter.item_type));
    add(Label::Place.text(lang), &or_none(&matter.place));
    let own = or_none(&matter.hours);
    let hours = if own.trim().is_empty() {
        words::on_working_days(lang, about.hours)
    } else {
        own
    };
    add(Label::Hours.text(lang), &hours);
    add(Label::Phone.text(lang), &or_none(&matter.phone));
    let line = matter.complaint_phone.as_deref().unwrap_or(about.complaint);
    add(Label::Complaint.text(lang), line);
    if let Some(from) = matter.in_force.from {
        add(Say::Since.text(lang), &from.to_string());
    }
    if let Some(until) = matter.in_force.until {
        add(Say::Until.text(lang), &until.to_string());
    }
    blocks
}

fn listed(all: Vec<String>) -> Vec<Block> {
    let mut blocks = Vec::new();
    lines(&mut blocks, all);
    blocks
}

/// What everyone brings, then what each circumstance adds.
fn documents(lang: Lang, matter: &Matter, known: &[Circumstance]) -> Vec<Block> {
    let of = |when: Option<&Circumstance>| -> Vec<Asked> {
        let id = when.map(|one| &one.id);
        let those = matter.documents.iter();
        those
            .filter(|one| one.when.as_ref() == id)
            .map(|one| asked(lang, matter, one))
            .collect()
    };
    let mut blocks = Vec::new();
    let mut add = |said: String, when: Option<String>, documents: Vec<Asked>| {
        if !documents.is_empty() {
            blocks.push(Block::Documents {
                of: said,
                when,
                documents,
            });
        }
    };
    add(Say::Everyone.text(lang).to_owned(), None, of(None));
    for one in known {
        let sentence = lang.pick(&one.sentence, &one.label_en);
        let id = one.id.as_str().to_owned();
        add(words::under(lang, sentence), Some(id), of(Some(one)));
    }
    blocks
}

fn asked(lang: Lang, matter: &Matter, document: &Document) -> Asked {
    let colon = lang.pick("：", ": ");
    let form = paper::form(lang, document.kind, document.originals, document.copies);
    let source = paper::issuer(lang, document.source, document.issuer.as_ref());
    let mut says = vec![format!("{form} / {source}")];
    if let Some(group) = &document.any_of_group {
        let en = matter.groups_en.get(group).unwrap_or(group);
        says.push(words::any_one(lang, lang.pick(group, en)));
    }
    if document.may_follow {
        says.push(paper::may_follow(lang).to_owned());
    } else if !document.required && document.any_of_group.is_none() {
        says.push(Label::Optional.text(lang).to_owned());
    }
    says.extend(paper::particulars(lang, &document.particulars));
    for (label, text) in [
        (Label::Note, &document.note),
        (Label::Basis, &document.basis),
    ] {
        if let Some(text) = text {
            says.push(format!("{}{colon}{text}", label.text(lang)));
        }
    }
    Asked {
        name: lang.pick(&document.name, &document.name_en).clone(),
        says,
    }
}

fn steps(lang: Lang, matter: &Matter) -> Vec<String> {
    let unit = matter.promised_limit.as_ref().and_then(|one| one.unit);
    let unit = match unit {
        Some(unit @ (LimitUnit::CalendarDay | LimitUnit::DayUnspecified)) => unit,
        Some(LimitUnit::OnSpot | LimitUnit::WorkingDay | LimitUnit::Month | LimitUnit::Hour)
        | None => LimitUnit::WorkingDay,
    };
    let steps = matter.steps.iter();
    steps
        .map(|step| words::step(lang, &step.name, step.days, unit))
        .collect()
}

fn limits(lang: Lang, matter: &Matter) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (label, limit) in [
        (Label::PromisedLimit, &matter.promised_limit),
        (Label::LegalLimit, &matter.legal_limit),
    ] {
        let Some(limit) = limit else { continue };
        let label = label.binding(limit.binds);
        field(&mut blocks, label.text(lang), &paper::limit(lang, limit));
        of_limit(&mut blocks, lang, limit);
    }
    if let Some(rule) = &matter.correction {
        field(&mut blocks, Label::Correction.text(lang), &rule.rule);
        if let Some(within) = rule.within {
            let span = paper::span(lang, within);
            blocks.push(Block::Text(words::told_within(
                lang,
                &span,
                rule.else_accepted,
            )));
        }
    }
    blocks
}

fn of_limit(blocks: &mut Vec<Block>, lang: Lang, limit: &Limit) {
    if let Some(start) = &limit.start {
        field(blocks, Say::Counted.text(lang), start);
    }
    if let (Some(extension), Binds::Office) = (&limit.extension, limit.binds) {
        field(blocks, Say::Extension.text(lang), &extension.text);
    }
}

/// What it costs, by what standard, on what basis and under which licence (D1 art. 1.4.4).
fn fee(lang: Lang, matter: &Matter) -> Vec<Block> {
    let mut blocks = Vec::new();
    if let Some(fee) = &matter.fee {
        blocks.push(Block::Text(fee.text.clone()));
        let from = fee.from.as_deref().unwrap_or_default();
        field(&mut blocks, Say::FeeBasis.text(lang), from);
        let licence = fee.licence.as_deref().unwrap_or_default();
        field(&mut blocks, Say::FeeLicence.text(lang), licence);
    }
    blocks
}

fn commitment(about: &About<'_>, matter: &Matter) -> Vec<Block> {
    let lang = about.lang;
    let mut blocks = vec![
        Block::Text(paper::second_visit(lang).to_owned()),
        Block::Text(Say::NothingElse.text(lang).to_owned()),
    ];
    if let Some(clause) = &about.rules.told_once {
        blocks.push(Block::Text(clauses::clause(lang, clause)));
    }
    let line = matter.complaint_phone.as_deref().unwrap_or(about.complaint);
    blocks.push(Block::Text(words::complain(lang, line)));
    if matter.example {
        blocks.push(Block::Text(paper::example_mark(lang).to_owned()));
    }
    blocks
}
