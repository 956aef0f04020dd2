//! What cannot work in a rulebook that is well formed.

use std::collections::BTreeSet;

use super::{ClockRule, Rulebook};

/// A rule that cannot work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The id of the part concerned.
    pub at: String,
    /// What is wrong with it.
    pub reason: String,
}

/// Finds what a unit's own edit broke; empty when nothing is.
pub fn check(book: &Rulebook) -> Vec<Finding> {
    let mut found = Vec::new();
    doubles(
        book.clocks.iter().map(|clock| clock.id.as_str()),
        "clock",
        &mut found,
    );
    doubles(
        book.channels.iter().map(|choice| choice.id.as_str()),
        "channel",
        &mut found,
    );
    let documents: BTreeSet<&str> = book.documents.iter().map(|doc| doc.id.as_str()).collect();
    for clock in &book.clocks {
        check_clock(clock, &documents, &mut found);
    }
    if book.channels.is_empty() {
        found.push(Finding {
            at: book.id.clone(),
            reason: "no channel is named".to_owned(),
        });
    }
    found
}

fn check_clock(clock: &ClockRule, documents: &BTreeSet<&str>, found: &mut Vec<Finding>) {
    let mut say = |reason: &str| {
        found.push(Finding {
            at: clock.id.0.clone(),
            reason: format!("{}: {reason}", clock.id),
        });
    };
    if clock.starts.is_empty() {
        say("the clock never starts: `starts` names no act");
    }
    if clock.stops.is_empty() {
        say("the clock never stops: `stops` names no act");
    }
    if let Some(act) = clock.stops.iter().find(|act| clock.ends.contains(act)) {
        say(&format!("{act:?} both meets and replaces the clock"));
    }
    if !clock.internal && !documents.contains(clock.clause.document.as_str()) {
        say(&format!(
            "its clause cites {}, which `documents` does not list",
            clock.clause.document
        ));
    }
    if clock.clause.quote.trim().is_empty() {
        say("its clause quotes nothing");
    }
}

fn doubles<'a>(ids: impl Iterator<Item = &'a str>, what: &str, found: &mut Vec<Finding>) {
    let mut seen = BTreeSet::new();
    for id in ids {
        if !seen.insert(id) {
            found.push(Finding {
                at: id.to_owned(),
                reason: format!("the {what} {id} is named twice"),
            });
        }
    }
}
