//! What cannot work in a rulebook that is well formed.

use std::collections::BTreeSet;

use super::{Bilingual, Clause, RouteId, Rulebook};
use crate::domain::ids::ClockId;

mod clock;
mod duty;
mod flaw;
mod late;

pub use flaw::{ClockFlaw, Flaw};

/// A rule that cannot work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The way to the value from the top of the file: `clocks.3.stops`, places from 0.
    pub at: String,
    /// What is wrong with it.
    pub flaw: Flaw,
}

/// Finds what a unit's own edit broke, in the order of the fields; empty when nothing is.
pub fn check(book: &Rulebook) -> Vec<Finding> {
    let mut found = Findings {
        documents: book.documents.iter().map(|doc| doc.id.clone()).collect(),
        found: Vec::new(),
    };
    found.text("id", &book.id);
    found.text("version", &book.version);
    found.label("name", &book.name);
    lists(book, &mut found);
    routes(book, &mut found);
    papers(book, &mut found);
    duty::duties(book, &mut found);
    for (place, rule) in book.clocks.iter().enumerate() {
        clock::clock(book, rule, &format!("clocks.{place}"), &mut found);
    }
    clock::suspensions(book, &mut found);
    duty::accountability(book, &mut found);
    late::late(book, &mut found);
    found.found
}

struct Findings {
    documents: BTreeSet<String>,
    found: Vec<Finding>,
}

impl Findings {
    fn say(&mut self, at: &str, flaw: Flaw) {
        self.found.push(Finding {
            at: at.to_owned(),
            flaw,
        });
    }

    fn of_clock(&mut self, at: &str, field: &str, clock: &ClockId, why: ClockFlaw) {
        let clock = clock.clone();
        self.say(&format!("{at}.{field}"), Flaw::Clock { clock, why });
    }

    fn text(&mut self, at: &str, text: &str) {
        if text.trim().is_empty() {
            self.say(at, Flaw::Empty);
        }
    }

    fn label(&mut self, at: &str, label: &Bilingual) {
        for (language, text) in [("zh", &label.zh), ("en", &label.en)] {
            if text.trim().is_empty() {
                self.say(&format!("{at}.{language}"), Flaw::NoWords(language));
            }
        }
    }

    fn clause(&mut self, at: &str, clause: &Clause) {
        if clause.quote.trim().is_empty() {
            self.say(&format!("{at}.quote"), Flaw::QuotesNothing);
        }
        if clause.article.trim().is_empty() {
            self.say(&format!("{at}.article"), Flaw::NoArticle);
        }
        if !self.documents.contains(&clause.document) {
            let flaw = Flaw::NotListed {
                list: "documents",
                id: clause.document.clone(),
            };
            self.say(&format!("{at}.document"), flaw);
        }
    }

    fn cited(&mut self, at: &str, clause: Option<&Clause>) {
        if let Some(clause) = clause {
            self.clause(at, clause);
        }
    }

    /// Says which of these ids the list named `list` does not have.
    fn known<'a>(
        &mut self,
        at: &str,
        list: &'static str,
        ids: impl IntoIterator<Item = &'a str>,
        has: impl Fn(&str) -> bool,
    ) {
        for id in ids {
            if !has(id) {
                let id = id.to_owned();
                self.say(at, Flaw::NotListed { list, id });
            }
        }
    }

    fn doubles<'a>(&mut self, list: &'static str, ids: impl Iterator<Item = &'a str>) {
        let mut seen = BTreeSet::new();
        for (place, id) in ids.enumerate() {
            let at = format!("{list}.{place}.id");
            self.text(&at, id);
            if !seen.insert(id) {
                let id = id.to_owned();
                self.say(&at, Flaw::NamedTwice { list, id });
            }
        }
    }
}

fn lists(book: &Rulebook, found: &mut Findings) {
    found.doubles("documents", book.documents.iter().map(|d| d.id.as_str()));
    for (place, document) in book.documents.iter().enumerate() {
        found.label(&format!("documents.{place}.state"), &document.state);
    }
    if book.channels.is_empty() {
        found.say("channels", Flaw::NoChannel);
    }
    found.doubles("channels", book.channels.iter().map(|one| one.id.as_str()));
    for (place, one) in book.channels.iter().enumerate() {
        found.label(&format!("channels.{place}.name"), &one.name);
        found.cited(&format!("channels.{place}.clause"), one.clause.as_ref());
    }
    found.doubles("kinds", book.kinds.iter().map(|one| one.id.as_str()));
    for (place, one) in book.kinds.iter().enumerate() {
        found.label(&format!("kinds.{place}.name"), &one.name);
        found.cited(&format!("kinds.{place}.clause"), one.clause.as_ref());
    }
    found.doubles("steps", book.steps.iter().map(|one| one.id.as_str()));
    found.doubles("clocks", book.clocks.iter().map(|clock| clock.id.as_str()));
}

fn routes(book: &Rulebook, found: &mut Findings) {
    let mut seen = BTreeSet::new();
    for (place, route) in book.routes.iter().enumerate() {
        let at = format!("routes.{place}");
        if !seen.insert(route.id) {
            found.say(&format!("{at}.id"), Flaw::RouteTwice);
        }
        found.label(&format!("{at}.next"), &route.next);
        if let Some(clause) = &route.clause {
            found.clause(&format!("{at}.clause"), clause);
        }
    }
    for id in RouteId::ALL.into_iter().filter(|id| !seen.contains(id)) {
        found.say("routes", Flaw::RouteMissing(id));
    }
}

fn papers(book: &Rulebook, found: &mut Findings) {
    found.label("slip.name", &book.slip.name);
    if book.slip.copies == 0 {
        found.say("slip.copies", Flaw::NoCopies);
    }
    let papers = &book.papers;
    for (at, name, mark) in [
        ("notice", &papers.notice, &papers.marks.notice),
        ("acceptance", &papers.acceptance, &papers.marks.acceptance),
        ("decline", &papers.decline, &papers.marks.decline),
    ] {
        found.label(&format!("papers.{at}"), name);
        found.text(&format!("papers.marks.{at}"), mark);
    }
    let marks = [
        ("notice", &papers.marks.notice),
        ("acceptance", &papers.marks.acceptance),
        ("decline", &papers.marks.decline),
    ];
    for (place, (at, mark)) in marks.iter().enumerate() {
        if marks.iter().take(place).any(|(_, other)| other == mark) {
            let mark = (*mark).clone();
            found.say(&format!("papers.marks.{at}"), Flaw::SameMark(mark));
        }
    }
    for (at, clause) in [
        ("slip.clause", &book.slip.clause),
        (
            "handoff.accepted_stays_at_windows",
            &book.handoff.accepted_stays_at_windows,
        ),
        ("returns.clause", &book.returns.clause),
        ("told_once", &book.told_once),
        (
            "contacts.clause",
            book.contacts.as_ref().map_or(&None, |rule| &rule.clause),
        ),
    ] {
        if let Some(clause) = clause {
            found.clause(at, clause);
        }
    }
    for (place, rule) in book.forbidden.iter().enumerate() {
        found.text(&format!("forbidden.{place}.phrase"), &rule.phrase);
        found.clause(&format!("forbidden.{place}.clause"), &rule.clause);
    }
    for (place, field) in book.slip.fields.iter().enumerate() {
        found.label(&format!("slip.fields.{place}.label"), &field.label);
    }
    for (place, name) in book.slip.copied_to.iter().enumerate() {
        found.label(&format!("slip.copied_to.{place}"), name);
    }
}

#[cfg(test)]
mod tests;
