//! What cannot work in a rulebook that is well formed.

use std::collections::BTreeSet;

use super::{Act, Bilingual, Clause, ClockRule, Length, RouteId, Rulebook};

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
    for (place, clock) in book.clocks.iter().enumerate() {
        check_clock(book, clock, &format!("clocks.{place}"), &mut found);
    }
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
    for (list, what, choices) in [
        ("channels", "channel", &book.channels),
        ("kinds", "kind", &book.kinds),
    ] {
        found.doubles(list, what, choices.iter().map(|choice| choice.id.as_str()));
        for (place, choice) in choices.iter().enumerate() {
            found.label(&format!("{list}.{place}.name"), &choice.name);
        }
    }
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
    for (place, advice) in book.guidance.iter().enumerate() {
        found.label(&format!("guidance.{place}.text"), &advice.text);
        found.clause(&format!("guidance.{place}.clause"), &advice.clause);
    }
}

fn check_clock(book: &Rulebook, clock: &ClockRule, at: &str, found: &mut Findings) {
    let id = &clock.id;
    found.label(&format!("{at}.name"), &clock.name);
    found.clause(&format!("{at}.clause"), &clock.clause);
    let happens = |act: &Act| *act != Act::Returned || book.returns.allowed;
    let starts: Vec<Act> = clock.starts.iter().copied().filter(happens).collect();
    if starts.is_empty() {
        found.say(&format!("{at}.starts"), format!("{id} never starts"));
    }
    for act in starts.iter().filter(|act| follow(**act).is_empty()) {
        let reason = format!(
            "{id} starts on {}, after which nothing follows",
            act.as_str()
        );
        found.say(&format!("{at}.starts"), reason);
    }
    let can_be_met = |start: &Act| {
        let after = follow(*start);
        clock
            .stops
            .iter()
            .any(|stop| happens(stop) && after.contains(stop))
    };
    if !starts.is_empty() && !starts.iter().all(can_be_met) {
        let reason = format!("{id} can never be met: nothing in `stops` can follow its start");
        found.say(&format!("{at}.stops"), reason);
    }
    if let Some(act) = clock.stops.iter().find(|act| clock.ends.contains(act)) {
        let reason = format!("{} both meets and replaces {id}", act.as_str());
        found.say(&format!("{at}.ends"), reason);
    }
    for act in [Act::Guided, Act::Closed] {
        if !clock.stops.contains(&act) && !clock.ends.contains(&act) {
            let reason = format!("{id} would run on after {}", act.as_str());
            found.say(&format!("{at}.ends"), reason);
        }
    }
    extension(clock, at, found);
}

fn extension(clock: &ClockRule, at: &str, found: &mut Findings) {
    let Some(extension) = &clock.extension else {
        return;
    };
    let id = &clock.id;
    if extension.max == 0 {
        found.say(
            &format!("{at}.extension.max"),
            format!("{id} is extended by nothing"),
        );
    }
    // A clause that grants more than the limit itself is rare: it must be quoted.
    if let Length::Fixed(limit) = clock.limit
        && extension.max > limit.amount()
        && extension.clause.quote.trim().is_empty()
    {
        let reason = format!("{id} can be extended beyond its own length, and no clause says so");
        found.say(&format!("{at}.extension.max"), reason);
    } else {
        found.clause(&format!("{at}.extension.clause"), &extension.clause);
    }
}

/// The acts that may follow an act in one inquiry's life.
fn follow(act: Act) -> Vec<Act> {
    match act {
        Act::Guided | Act::Closed => Vec::new(),
        Act::Declined | Act::Delivered => vec![Act::Delivered, Act::Closed],
        Act::Accepted => all_but(&[Act::Registered, Act::Promised, Act::Accepted]),
        Act::Registered => all_but(&[Act::Registered]),
        Act::Promised
        | Act::HandedOff
        | Act::Signed
        | Act::Returned
        | Act::Answered
        | Act::Notified
        | Act::Brought
        | Act::Several
        | Act::Convened
        | Act::OpinionSettled
        | Act::SuperiorAsked
        | Act::SuperiorRuled => all_but(&[Act::Registered, Act::Promised]),
    }
}

fn all_but(not: &[Act]) -> Vec<Act> {
    Act::ALL
        .into_iter()
        .filter(|act| !not.contains(act))
        .collect()
}

#[cfg(test)]
mod tests;
