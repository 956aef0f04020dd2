//! What cannot work in the duties of people and in accountability.

use std::collections::BTreeSet;

use super::{ClockFlaw, Findings, Flaw};
use crate::domain::deadline::OfficeHours;
use crate::domain::ids::ClockId;
use crate::domain::rulebook::{Rulebook, StepBy};
use crate::domain::staff::Role;

pub(super) fn duties(book: &Rulebook, found: &mut Findings) {
    if let Some(hours) = book
        .office
        .as_ref()
        .and_then(|office| office.hours.as_ref())
        && let Err(error) = hours.parse::<OfficeHours>()
    {
        found.say("office.hours", Flaw::Hours(error));
    }
    for (place, role) in book.roles.iter().enumerate() {
        let at = format!("roles.{place}");
        found.label(&format!("{at}.name"), &role.name);
        found.label(&format!("{at}.duty"), &role.duty);
        found.clause(&format!("{at}.clause"), &role.clause);
    }
    let mut levels = BTreeSet::new();
    for (place, urgency) in book.urgencies.iter().enumerate() {
        let at = format!("urgencies.{place}");
        if !levels.insert(urgency.level) {
            found.say(&format!("{at}.level"), Flaw::SameLevelTwice);
        }
        found.label(&format!("{at}.name"), &urgency.name);
        found.label(&format!("{at}.next"), &urgency.next);
        found.cited(&format!("{at}.clause"), urgency.clause.as_ref());
    }
    for (place, step) in book.steps.iter().enumerate() {
        let at = format!("steps.{place}");
        found.label(&format!("{at}.name"), &step.name);
        let kinds = step.kinds.iter().map(String::as_str);
        found.known(&format!("{at}.kinds"), "kinds", kinds, |id| {
            book.kind(id).is_some()
        });
        found.clause(&format!("{at}.clause"), &step.clause);
    }
    if let Some(visits) = &book.visits {
        if visits.most == 0 {
            found.say("visits.most", Flaw::NoVisit);
        }
        found.clause("visits.clause", &visits.clause);
    }
    if let Some(once) = &book.handoff.once {
        found.label("handoff.once.instead", &once.instead);
        found.clause("handoff.once.clause", &once.clause);
    }
    advice(book, found);
    standing(book, found);
    nobody(book, found);
}

fn advice(book: &Rulebook, found: &mut Findings) {
    for (place, advice) in book.guidance.iter().enumerate() {
        let at = format!("guidance.{place}");
        found.label(&format!("{at}.text"), &advice.text);
        let channels = advice.channels.iter().map(String::as_str);
        found.known(&format!("{at}.channels"), "channels", channels, |id| {
            book.channel(id).is_some()
        });
        found.clause(&format!("{at}.clause"), &advice.clause);
    }
}

/// Ways that lead to a role which the rulebook gives to nobody.
fn nobody(book: &Rulebook, found: &mut Findings) {
    // A rulebook that names no people leaves them to the office.
    let named =
        |role: Role| book.roles.is_empty() || book.roles.iter().any(|rule| rule.role == role);
    let mut leads = |at: String, role: Role| {
        if !named(role) {
            found.say(&at, Flaw::LeadsToNobody(role));
        }
    };
    for (place, rung) in book.ladder.iter().enumerate() {
        leads(format!("ladder.{place}.role"), rung.role);
    }
    let by = |by: StepBy| match by {
        StepBy::Supervisor => Some(Role::Supervisor),
        StepBy::Quality => Some(Role::Quality),
        StepBy::Hands | StepBy::First | StepBy::Holder => None,
    };
    for (place, step) in book.steps.iter().enumerate() {
        if let Some(role) = by(step.by) {
            leads(format!("steps.{place}.by"), role);
        }
    }
    if let Some(role) = book.follow_up.as_ref().and_then(|rule| by(rule.by)) {
        leads("follow_up.by".to_owned(), role);
    }
}

fn standing(book: &Rulebook, found: &mut Findings) {
    found.doubles("ladder", book.ladder.iter().map(|one| one.id.as_str()));
    for (place, rung) in book.ladder.iter().enumerate() {
        found.label(&format!("ladder.{place}.to"), &rung.to);
        let clocks = rung.clocks.iter().map(ClockId::as_str);
        found.known(&format!("ladder.{place}.clocks"), "clocks", clocks, |id| {
            book.clock(&id.into()).is_some()
        });
        found.clause(&format!("ladder.{place}.clause"), &rung.clause);
    }
    if let Some(follow_up) = &book.follow_up {
        let step = std::iter::once(follow_up.step.as_str());
        found.known("follow_up.step", "steps", step, |id| {
            book.step(&id.into()).is_some()
        });
        found.clause("follow_up.clause", &follow_up.clause);
    }
    found.doubles("duties", book.duties.iter().map(|one| one.id.as_str()));
    for (place, duty) in book.duties.iter().enumerate() {
        found.label(&format!("duties.{place}.name"), &duty.name);
        found.clause(&format!("duties.{place}.clause"), &duty.clause);
    }
}

pub(super) fn accountability(book: &Rulebook, found: &mut Findings) {
    let Some(rules) = &book.accountability else {
        return;
    };
    for (list, all) in [
        ("accountability.sources", &rules.sources),
        ("accountability.outcomes", &rules.outcomes),
        ("accountability.rules", &rules.rules),
    ] {
        found.doubles(list, all.iter().map(|one| one.id.as_str()));
        for (place, one) in all.iter().enumerate() {
            found.label(&format!("{list}.{place}.name"), &one.name);
            found.clause(&format!("{list}.{place}.clause"), &one.clause);
        }
    }
    let list = "accountability.categories";
    found.doubles(list, rules.categories.iter().map(|one| one.id.as_str()));
    for (place, one) in rules.categories.iter().enumerate() {
        found.label(&format!("{list}.{place}.name"), &one.name);
        found.clause(&format!("{list}.{place}.clause"), &one.clause);
        for (item, name) in one.items.iter().enumerate() {
            found.label(&format!("{list}.{place}.items.{item}"), name);
        }
    }
    let list = "accountability.forms";
    found.doubles(list, rules.forms.iter().map(|one| one.id.as_str()));
    for (place, one) in rules.forms.iter().enumerate() {
        found.label(&format!("{list}.{place}.name"), &one.name);
        found.clause(&format!("{list}.{place}.clause"), &one.clause);
    }
    for (place, tier) in rules.tiers.iter().enumerate() {
        let at = format!("accountability.tiers.{place}");
        found.label(&format!("{at}.name"), &tier.name);
        let forms = tier.forms.iter().map(String::as_str);
        found.known(&format!("{at}.forms"), "forms", forms, |id| {
            rules.forms.iter().any(|form| form.id == id)
        });
        found.clause(&format!("{at}.clause"), &tier.clause);
    }
    weights(book, found);
}

fn weights(book: &Rulebook, found: &mut Findings) {
    let Some(rules) = &book.accountability else {
        return;
    };
    for (place, one) in rules.circumstances.iter().enumerate() {
        let at = format!("accountability.circumstances.{place}");
        found.label(&format!("{at}.name"), &one.name);
        if one
            .repeated
            .is_some_and(|often| often.times == 0 || often.months == 0)
        {
            found.say(&format!("{at}.repeated"), Flaw::NoTime);
        }
        found.clause(&format!("{at}.clause"), &one.clause);
    }
    for (place, fine) in rules.fines.iter().enumerate() {
        let at = format!("accountability.fines.{place}");
        found.label(&format!("{at}.name"), &fine.name);
        if fine.to.is_some_and(|most| most < fine.from) {
            found.say(&format!("{at}.to"), Flaw::MostBelowLeast);
        }
        found.clause(&format!("{at}.clause"), &fine.clause);
    }
    for (place, clock) in rules.clocks.iter().enumerate() {
        let at = format!("accountability.clocks.{place}");
        found.label(&format!("{at}.name"), &clock.name);
        found.label(&format!("{at}.answerable"), &clock.answerable);
        if clock.stops <= clock.starts {
            found.of_clock(&at, "stops", &clock.id, ClockFlaw::EndBeforeStart);
        }
        found.clause(&format!("{at}.clause"), &clock.clause);
        if let Some(extension) = &clock.extension {
            found.clause(&format!("{at}.extension.clause"), &extension.clause);
        }
    }
}
