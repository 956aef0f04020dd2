//! The guide to the office itself.

use std::collections::{BTreeMap, BTreeSet};

use super::{About, Block, Guide, Listed, field, lines};
use crate::domain::catalog::Matter;
use crate::domain::rulebook::{Clause, ClockRule};
use crate::domain::staff::Person;
use crate::i18n::guide::{self as words, Say};
use crate::i18n::{Lang, clauses};

pub(super) fn guide(about: &About<'_>, matters: &[Listed]) -> Guide {
    let lang = about.lang;
    let mut guide = Guide {
        title: Say::OfficeGuide.text(lang).to_owned(),
        aside: String::new(),
        parts: Vec::new(),
    };
    guide.part(Say::Structure.text(lang), structure(about));
    guide.part(Say::Places.text(lang), places(about, matters));
    guide.part(Say::Duties.text(lang), duties(about));
    guide.part(Say::Standard.text(lang), standard(about));
    guide.part(Say::Discipline.text(lang), discipline(about));
    guide.part(Say::Fees.text(lang), fees(lang, matters));
    guide.part(Say::Complaints.text(lang), complaints(about));
    guide.part(Say::Rules.text(lang), rules(about));
    guide
}

/// Departments, with the posts in each.
fn structure(about: &About<'_>) -> Vec<Block> {
    let mut posts: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for person in about.people {
        let of = posts.entry(person.department.trim()).or_default();
        let post = [&person.post, &person.title];
        of.extend(
            post.iter()
                .map(|one| one.trim())
                .find(|one| !one.is_empty()),
        );
    }
    posts
        .into_iter()
        .map(|(department, posts)| {
            let posts: Vec<&str> = posts.into_iter().collect();
            let posts = posts.join(about.lang.pick("、", ", "));
            Block::Field(department.to_owned(), posts)
        })
        .collect()
}

fn places(about: &About<'_>, matters: &[Listed]) -> Vec<Block> {
    let lang = about.lang;
    let mut blocks = Vec::new();
    let mut windows: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for person in about.people.iter().filter(|one| !one.window.is_empty()) {
        let of = windows.entry(person.department.trim()).or_default();
        of.insert(person.window.trim());
    }
    for (department, windows) in windows {
        let windows: Vec<&str> = windows.into_iter().collect();
        field(
            &mut blocks,
            department,
            &words::windows(lang, &windows.join(lang.pick("、", ", "))),
        );
    }
    let places: BTreeSet<&str> = matters
        .iter()
        .filter_map(|(matter, _)| matter.place.as_deref())
        .collect();
    lines(&mut blocks, places.into_iter().map(str::to_owned).collect());
    field(
        &mut blocks,
        Say::OfficeHours.text(lang),
        &words::on_working_days(lang, about.hours),
    );
    blocks
}

/// What units do, what each post does, and what the regulation asks of them.
fn duties(about: &About<'_>) -> Vec<Block> {
    let lang = about.lang;
    let mut blocks = Vec::new();
    let mut seen = BTreeSet::new();
    for person in about.people {
        let said = scope(person);
        if !person.scope.trim().is_empty() && seen.insert(said.clone()) {
            field(&mut blocks, &said, &person.scope);
        }
    }
    let named = about.rules.roles.iter().map(|role| {
        let name = lang.pick(&role.name.zh, &role.name.en);
        let duty = lang.pick(&role.duty.zh, &role.duty.en);
        with_clause(
            lang,
            &format!("{name}{}{duty}", lang.pick("：", ": ")),
            &role.clause,
        )
    });
    let standing = about.rules.duties.iter().filter(|one| !one.internal);
    let standing =
        standing.map(|one| with_clause(lang, lang.pick(&one.name.zh, &one.name.en), &one.clause));
    lines(&mut blocks, named.chain(standing).collect());
    blocks
}

fn scope(person: &Person) -> String {
    let parts = [&person.department, &person.post, &person.title];
    let parts: Vec<&str> = parts.iter().map(|one| one.trim()).collect();
    let parts: Vec<&str> = parts.into_iter().filter(|one| !one.is_empty()).collect();
    parts.join(" ")
}

/// The times that the regulation itself sets; targets of ours are no promise.
fn standard(about: &About<'_>) -> Vec<Block> {
    let lang = about.lang;
    let rules = about.rules;
    let clock = |one: &ClockRule| {
        let name = lang.pick(&one.name.zh, &one.name.en);
        let line = format!(
            "{name}{}{}",
            lang.pick("：", ": "),
            words::length(lang, one.limit)
        );
        with_clause(lang, &line, &one.clause)
    };
    let clocks = rules.clocks.iter().filter(|one| !one.internal).map(clock);
    let visits = rules
        .visits
        .iter()
        .map(|one| with_clause(lang, &words::visits(lang, one.most), &one.clause));
    let told = rules
        .told_once
        .iter()
        .map(|one| with_clause(lang, Say::ToldOnce.text(lang), one));
    let mut blocks = Vec::new();
    lines(&mut blocks, told.chain(visits).chain(clocks).collect());
    blocks
}

fn discipline(about: &About<'_>) -> Vec<Block> {
    let lang = about.lang;
    let rules = about.rules;
    let forbidden = rules.forbidden.iter().map(|one| {
        let line = words::never_say(lang, &one.phrase);
        with_clause(lang, &line, &one.clause)
    });
    let charged = rules.accountability.iter().flat_map(|one| &one.categories);
    let charged = charged.map(|one| {
        let name = lang.pick(&one.name.zh, &one.name.en);
        let items: Vec<&str> = one
            .items
            .iter()
            .map(|item| lang.pick(item.zh.as_str(), item.en.as_str()))
            .collect();
        let line = if items.is_empty() {
            name.clone()
        } else {
            let items = items.join(lang.pick("；", "; "));
            format!("{name}{}{items}", lang.pick("：", ": "))
        };
        with_clause(lang, &line, &one.clause)
    });
    let mut blocks = Vec::new();
    lines(&mut blocks, forbidden.chain(charged).collect());
    blocks
}

fn fees(lang: Lang, matters: &[Listed]) -> Vec<Block> {
    let said = |matter: &Matter| {
        let fee = matter.fee.as_ref()?;
        let mut parts = vec![fee.text.clone()];
        for (label, text) in [(Say::FeeBasis, &fee.from), (Say::FeeLicence, &fee.licence)] {
            if let Some(text) = text {
                parts.push(format!(
                    "{}{}{text}",
                    label.text(lang),
                    lang.pick("：", ": ")
                ));
            }
        }
        let name = lang.pick(&matter.name, &matter.name_en).clone();
        Some(Block::Field(name, parts.join(lang.pick("；", "; "))))
    };
    matters
        .iter()
        .filter_map(|(matter, _)| said(matter))
        .collect()
}

fn complaints(about: &About<'_>) -> Vec<Block> {
    let lang = about.lang;
    let mut blocks = vec![Block::Text(words::complain(lang, about.complaint))];
    let sources = about
        .rules
        .accountability
        .iter()
        .flat_map(|one| &one.sources);
    let sources = sources.map(|one| lang.pick(&one.name.zh, &one.name.en).clone());
    lines(&mut blocks, sources.collect());
    blocks
}

fn rules(about: &About<'_>) -> Vec<Block> {
    let documents = about.rules.documents.iter();
    let titles = documents.map(|one| format!("{} {}", one.id, one.title));
    vec![Block::Lines(titles.collect())]
}

fn with_clause(lang: Lang, line: &str, clause: &Clause) -> String {
    let words = clauses::clause(lang, clause);
    format!(
        "{line}{}",
        lang.pick(format!("（{words}）"), format!(" ({words})"))
    )
}
