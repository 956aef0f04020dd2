//! What cannot work in a clock, or in the reasons for which clocks stand still.

use super::{ClockFlaw, Findings, Flaw};
use crate::domain::ids::ClockId;
use crate::domain::rulebook::{Act, ClockRule, Length, Rulebook};

pub(super) fn clock(book: &Rulebook, clock: &ClockRule, at: &str, found: &mut Findings) {
    found.label(&format!("{at}.name"), &clock.name);
    found.clause(&format!("{at}.clause"), &clock.clause);
    lists(book, clock, at, found);
    let happens = |act: &&Act| {
        if let Act::Step(step) = act {
            book.step(step).is_some()
        } else {
            **act != Act::Returned || book.returns.allowed
        }
    };
    let starts: Vec<&Act> = clock.starts.iter().filter(happens).collect();
    if starts.is_empty() {
        found.of_clock(at, "starts", &clock.id, ClockFlaw::NeverStarts);
    }
    for act in starts.iter().filter(|act| follow(act).is_empty()) {
        let why = ClockFlaw::StartsAtEnd((**act).clone());
        found.of_clock(at, "starts", &clock.id, why);
    }
    let can_be_met = |start: &&Act| {
        let after = follow(start);
        let follows = |act: &Act| matches!(act, Act::Step(_)) || after.contains(act);
        let alone = clock.stops.iter().filter(happens).any(follows);
        let together =
            !clock.needs.is_empty() && clock.needs.iter().all(|act| happens(&act) && follows(act));
        alone || together
    };
    if !starts.is_empty() && !starts.iter().all(can_be_met) {
        found.of_clock(at, "stops", &clock.id, ClockFlaw::NeverMet);
    }
    if let Some(act) = clock.ends.iter().find(|act| clock.is_met_by(act)) {
        let why = ClockFlaw::MetAndReplaced(act.clone());
        found.of_clock(at, "ends", &clock.id, why);
    }
    for act in [Act::Guided, Act::Closed] {
        let never = clock.owed && act == Act::Closed;
        if !never && !clock.is_met_by(&act) && !clock.ends.contains(&act) {
            found.of_clock(at, "ends", &clock.id, ClockFlaw::RunsOn(act));
        }
    }
    extension(clock, at, found);
}

/// Kinds, channels and steps that the clock names.
fn lists(book: &Rulebook, clock: &ClockRule, at: &str, found: &mut Findings) {
    let kinds = clock.kinds.iter().map(String::as_str);
    found.known(&format!("{at}.kinds"), "kinds", kinds, |id| {
        id.is_empty() || book.kind(id).is_some()
    });
    let channels = clock.channels.iter().map(String::as_str);
    found.known(&format!("{at}.channels"), "channels", channels, |id| {
        book.channel(id).is_some()
    });
    for (field, acts) in [
        ("starts", &clock.starts),
        ("stops", &clock.stops),
        ("needs", &clock.needs),
        ("ends", &clock.ends),
    ] {
        let steps = acts.iter().filter_map(|act| {
            if let Act::Step(id) = act {
                Some(id.as_str())
            } else {
                None
            }
        });
        found.known(&format!("{at}.{field}"), "steps", steps, |id| {
            book.step(&id.into()).is_some()
        });
    }
}

fn extension(clock: &ClockRule, at: &str, found: &mut Findings) {
    let Some(extension) = &clock.extension else {
        return;
    };
    if extension.max == 0 {
        found.of_clock(at, "extension.max", &clock.id, ClockFlaw::ExtendedByNothing);
    }
    // A clause that grants more than the limit itself is rare: it must be quoted.
    if let Length::Fixed(limit) = clock.limit
        && extension.max > limit.amount()
        && extension.clause.quote.trim().is_empty()
    {
        found.of_clock(at, "extension.max", &clock.id, ClockFlaw::ExtendedBeyond);
    } else {
        found.clause(&format!("{at}.extension.clause"), &extension.clause);
    }
}

pub(super) fn suspensions(book: &Rulebook, found: &mut Findings) {
    for (place, rule) in book.suspensions.iter().enumerate() {
        let at = format!("suspensions.{place}");
        if rule.reasons.is_empty() {
            found.say(&format!("{at}.reasons"), Flaw::NoReason);
        }
        if rule.clocks.is_empty() {
            found.say(&format!("{at}.clocks"), Flaw::NoClock);
        }
        let clocks = rule.clocks.iter().map(ClockId::as_str);
        found.known(&format!("{at}.clocks"), "clocks", clocks, |id| {
            book.clock(&id.into()).is_some()
        });
        found.clause(&format!("{at}.clause"), &rule.clause);
    }
}

/// The acts that may follow an act in one inquiry's life; steps follow any but the last.
fn follow(act: &Act) -> Vec<Act> {
    match act {
        Act::Guided | Act::Closed => Vec::new(),
        Act::Declined | Act::Delivered => vec![Act::Delivered, Act::Closed, Act::Visited],
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
        | Act::SuperiorRuled
        | Act::Received
        | Act::Visited
        | Act::Reopened
        | Act::Step(_) => all_but(&[Act::Registered, Act::Promised]),
    }
}

fn all_but(not: &[Act]) -> Vec<Act> {
    Act::ALL
        .into_iter()
        .filter(|act| !not.contains(act))
        .collect()
}
