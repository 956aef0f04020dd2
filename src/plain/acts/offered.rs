//! What the questions of an act offer to choose from.

use super::words;
use crate::domain::command::Way;
use crate::domain::ids::StaffNo;
use crate::domain::inquiry::{ClockRun, Inquiry, knows_already};
use crate::i18n::queue::closing;
use crate::i18n::{Both, plain as say, words as names};
use crate::offer;
use crate::plain::ask::{Ask, Kind};
use crate::plain::register::ask;
use crate::plain::talk::Talk;
use crate::search::{Choice, Shelf};

/// The choice that nobody was reached.
pub(super) const UNREACHED: &str = "unreached";

pub(super) fn department_of(talk: &Talk, staff: &StaffNo) -> String {
    let roster = talk.offers.roster(&talk.desk);
    let person = roster.get(staff);
    person.map_or(String::new(), |person| person.department.clone())
}

pub(super) fn receivers(talk: &Talk, state: &Inquiry) -> Shelf {
    let matter = state.matter.as_ref().map(|matter| matter.name.as_str());
    let wanted = matter.unwrap_or_else(|| state.words.text());
    let newest = talk.desk.read().newest(offer::NEWEST).unwrap_or_default();
    let habits = offer::Habits::of(&newest, &talk.me.number);
    let roster = talk.offers.roster(&talk.desk);
    let mut found = roster.receivers(state.holder(), wanted, &habits);
    offer::propose_substitutes(&talk.desk, talk.lang, &talk.names, &mut found);
    found.into()
}

pub(super) fn departments(talk: &Talk) -> Shelf {
    talk.offers.roster(&talk.desk).departments("", &[])
}

pub(super) fn superiors(talk: &Talk) -> Shelf {
    talk.offers.roster(&talk.desk).superiors(&talk.me).into()
}

/// How the visitor was told, where the record does not show it.
pub(super) fn told_how(talk: &Talk, state: &Inquiry) -> Vec<Ask> {
    if knows_already(state, &talk.desk.rules_of(state)) {
        return Vec::new();
    }
    let mut ways: Vec<Choice> = Way::ALL
        .into_iter()
        .map(|way| Choice {
            id: way.as_str().to_owned(),
            label: names::way(talk.lang, way).to_owned(),
            ..Choice::default()
        })
        .collect();
    ways.push(Choice {
        id: UNREACHED.to_owned(),
        label: talk.t(say::UNREACHED).to_owned(),
        ..Choice::default()
    });
    vec![
        ask(talk, "how", closing::TOLD_HOW, true, Kind::List(ways)),
        words(talk, "who", closing::WHO_ANSWERED, false),
    ]
}

pub(super) fn levels(talk: &Talk) -> Kind {
    let level = |level: u8| Choice {
        id: level.to_string(),
        label: names::satisfaction(talk.lang, level).to_owned(),
        ..Choice::default()
    };
    let other = |id: &str, words: Both| Choice {
        id: id.to_owned(),
        label: talk.t(words).to_owned(),
        ..Choice::default()
    };
    let mut choices: Vec<Choice> = (1..=5).rev().map(level).collect();
    choices.push(other("unreached", say::UNREACHED));
    choices.push(other("refused", say::WOULD_NOT_SAY));
    Kind::List(choices)
}

/// What the last notice still waits for, under the numbers that it gave.
pub(super) fn awaited(talk: &Talk, state: &Inquiry) -> Vec<Choice> {
    let Some(notice) = state.notices.last() else {
        return Vec::new();
    };
    let missing = notice.content.missing.iter();
    let numbers = missing.flat_map(|one| one.documents.iter().copied());
    let document = |number: u32| {
        let document = notice.content.document(number)?;
        Some(Choice {
            id: number.to_string(),
            label: talk.lang.pick(&document.name, &document.name_en).clone(),
            ..Choice::default()
        })
    };
    numbers
        .filter(|number| !notice.brought.contains(number))
        .filter_map(document)
        .collect()
}

pub(super) fn running(talk: &Talk, state: &Inquiry) -> Kind {
    let rules = talk.desk.rules_of(state);
    let clock = |clock: &ClockRun| {
        let name = rules.clock(&clock.run.clock);
        let name = name.map_or("", |rule| talk.named(&rule.name));
        Choice {
            id: clock.run.clock.to_string(),
            label: format!("{} {name}", clock.run.clock),
            ..Choice::default()
        }
    };
    let running = state.clocks.iter().filter(|clock| clock.is_running());
    Kind::List(running.map(clock).collect())
}
