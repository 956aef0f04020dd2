//! What cannot work in a rulebook that is well formed.

use std::collections::BTreeSet;

use super::{Bilingual, Clause, RouteId, Rulebook};

mod clock;
mod duty;
mod late;

/// A rule that cannot work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The way to the value from the top of the file: `clocks.3.stops`, places from 0.
    pub at: String,
    /// What is wrong with it.
    pub reason: String,
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
    fn say(&mut self, at: &str, reason: impl Into<String>) {
        self.found.push(Finding {
            at: at.to_owned(),
            reason: reason.into(),
        });
    }

    fn text(&mut self, at: &str, text: &str) {
        if text.trim().is_empty() {
            self.say(at, "it is empty");
        }
    }

    fn label(&mut self, at: &str, label: &Bilingual) {
        for (language, text) in [("zh", &label.zh), ("en", &label.en)] {
            if text.trim().is_empty() {
                self.say(
                    &format!("{at}.{language}"),
                    format!("no words in {language}"),
                );
            }
        }
    }

    fn clause(&mut self, at: &str, clause: &Clause) {
        if clause.quote.trim().is_empty() {
            self.say(&format!("{at}.quote"), "the clause quotes nothing");
        }
        if clause.article.trim().is_empty() {
            self.say(&format!("{at}.article"), "the clause names no article");
        }
        if !self.documents.contains(&clause.document) {
            let reason = format!("`documents` does not list {}", clause.document);
            self.say(&format!("{at}.document"), reason);
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
        list: &str,
        ids: impl IntoIterator<Item = &'a str>,
        has: impl Fn(&str) -> bool,
    ) {
        for id in ids {
            if !has(id) {
                self.say(at, format!("`{list}` does not list {id}"));
            }
        }
    }

    fn doubles<'a>(&mut self, list: &str, what: &str, ids: impl Iterator<Item = &'a str>) {
        let mut seen = BTreeSet::new();
        for (place, id) in ids.enumerate() {
            let at = format!("{list}.{place}.id");
            self.text(&at, id);
            if !seen.insert(id) {
                self.say(&at, format!("the {what} {id} is named twice"));
            }
        }
    }
}

fn lists(book: &Rulebook, found: &mut Findings) {
    found.doubles(
        "documents",
        "document",
        book.documents.iter().map(|d| d.id.as_str()),
    );
    for (place, document) in book.documents.iter().enumerate() {
        found.label(&format!("documents.{place}.state"), &document.state);
    }
    if book.channels.is_empty() {
        found.say("channels", "no channel is named");
    }
    found.doubles(
        "channels",
        "channel",
        book.channels.iter().map(|one| one.id.as_str()),
    );
    for (place, one) in book.channels.iter().enumerate() {
        found.label(&format!("channels.{place}.name"), &one.name);
        found.cited(&format!("channels.{place}.clause"), one.clause.as_ref());
    }
    found.doubles(
        "kinds",
        "kind",
        book.kinds.iter().map(|one| one.id.as_str()),
    );
    for (place, one) in book.kinds.iter().enumerate() {
        found.label(&format!("kinds.{place}.name"), &one.name);
        found.cited(&format!("kinds.{place}.clause"), one.clause.as_ref());
    }
    found.doubles(
        "steps",
        "step",
        book.steps.iter().map(|one| one.id.as_str()),
    );
    found.doubles(
        "clocks",
        "clock",
        book.clocks.iter().map(|clock| clock.id.as_str()),
    );
}

fn routes(book: &Rulebook, found: &mut Findings) {
    let mut seen = BTreeSet::new();
    for (place, route) in book.routes.iter().enumerate() {
        let at = format!("routes.{place}");
        if !seen.insert(route.id) {
            found.say(&format!("{at}.id"), "this route stands here twice");
        }
        found.label(&format!("{at}.next"), &route.next);
        if let Some(clause) = &route.clause {
            found.clause(&format!("{at}.clause"), clause);
        }
    }
    for id in RouteId::ALL.into_iter().filter(|id| !seen.contains(id)) {
        found.say("routes", format!("the route {} is missing", id.as_str()));
    }
}

fn papers(book: &Rulebook, found: &mut Findings) {
    found.label("slip.name", &book.slip.name);
    if book.slip.copies == 0 {
        found.say("slip.copies", "a slip of no copies");
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
            let reason = format!("two papers are numbered under the mark {mark}");
            found.say(&format!("papers.marks.{at}"), reason);
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
