//! The people of a made-up hall, and what is asked there.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::chance::Chance;
use crate::desk::DeskError;
use crate::domain::ids::{StaffNo, StepId};
use crate::domain::staff::{Person, Role};

/// Each hall, with the rulebooks that it serves; the last one serves all others too.
const CASTS: [(&[&str], &str, &str); 8] = [
    (
        &["tax"],
        "tax.toml",
        include_str!("../builtin/demo/tax.toml"),
    ),
    (
        &["police"],
        "police.toml",
        include_str!("../builtin/demo/police.toml"),
    ),
    (
        &["hotel"],
        "hotel.toml",
        include_str!("../builtin/demo/hotel.toml"),
    ),
    (
        &["property"],
        "property.toml",
        include_str!("../builtin/demo/property.toml"),
    ),
    (
        &["customer-service"],
        "customer-service.toml",
        include_str!("../builtin/demo/customer-service.toml"),
    ),
    (
        &["forestry", "company", "company-2020", "management"],
        "company.toml",
        include_str!("../builtin/demo/company.toml"),
    ),
    (
        &["township", "mine-centre"],
        "township.toml",
        include_str!("../builtin/demo/township.toml"),
    ),
    (
        &["service-centre"],
        "service-centre.toml",
        include_str!("../builtin/demo/service-centre.toml"),
    ),
];

/// What is written down with a step of which a hall says nothing.
const DONE: &str = "已按规定办理，来人知悉";

/// Reads a file that comes with the program.
pub(super) fn read<'a, T: Deserialize<'a>>(file: &str, text: &'a str) -> Result<T, DeskError> {
    toml::from_str(text).map_err(|error| DeskError::Reference(format!("{file}: {error}")))
}

/// How an inquiry goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Plot {
    AnswerNow,
    Later,
    HandOff,
    Returned,
    Several,
    Unclear,
    Outside,
    Notice,
    Accepted,
    /// An order or an alarm, with steps of its own.
    Task,
    /// Accepted because of its kind, and finished days later.
    Case,
}

/// How often each plot is played, in a hundred inquiries.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stories {
    answer_now: u32,
    later: u32,
    hand_off: u32,
    returned: u32,
    several: u32,
    unclear: u32,
    outside: u32,
    notice: u32,
    accepted: u32,
}

/// What visitors ask about.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Topic {
    /// A matter of the catalogue; empty for free text.
    #[serde(default)]
    pub matter: String,
    /// Kinds of request that it may be, where a rulebook has them.
    #[serde(default)]
    pub kinds: Vec<String>,
    /// Channels that it comes by, where a rulebook has them; any when empty.
    #[serde(default)]
    pub channels: Vec<String>,
    /// Steps that are taken on the way, where a rulebook has them.
    #[serde(default)]
    pub steps: Vec<StepId>,
    /// The department whose business it is.
    pub department: String,
    weight: u32,
    /// Doubts in the visitors' words.
    pub doubts: Vec<String>,
    /// What they are answered.
    pub answers: Vec<String>,
}

/// Something that is asked in the wrong house.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Outside {
    pub doubt: String,
    pub advice: String,
}

/// What staff write down.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub returns: Vec<String>,
    pub convened: Vec<String>,
    pub opinions: Vec<String>,
    pub questions: Vec<String>,
    pub rulings: Vec<String>,
    pub delivered: Vec<String>,
    pub declined: Vec<String>,
}

/// A made-up hall.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Cast {
    /// The office's name.
    pub office: String,
    /// How many visitors in a hundred come for a firm.
    pub from_firms: u32,
    /// Everyone who works there.
    pub staff: Vec<Person>,
    stories: Stories,
    topic: Vec<Topic>,
    outside: Vec<Outside>,
    pub words: Words,
    /// What is written down with a step.
    #[serde(default)]
    steps: BTreeMap<StepId, Vec<String>>,
}

/// One of several texts by a number, empty when there is none.
pub(super) fn nth(from: &[String], number: u64) -> String {
    let count = u64::try_from(from.len()).unwrap_or(1).max(1);
    let at = usize::try_from(number % count).unwrap_or(0);
    from.get(at).cloned().unwrap_or_default()
}

impl Cast {
    /// The hall for a rulebook.
    pub fn of(rulebook: &str) -> Result<Self, DeskError> {
        let own = CASTS.iter().find(|(ids, ..)| ids.contains(&rulebook));
        let [.., other] = &CASTS;
        let (_, file, text) = own.unwrap_or(other);
        read(file, text)
    }

    /// How the next inquiry goes on.
    pub fn plot(&self, chance: &mut Chance) -> Plot {
        let Stories {
            answer_now,
            later,
            hand_off,
            returned,
            several,
            unclear,
            outside,
            notice,
            accepted,
        } = self.stories;
        let plots = [
            (Plot::AnswerNow, answer_now),
            (Plot::Later, later),
            (Plot::HandOff, hand_off),
            (Plot::Returned, returned),
            (Plot::Several, several),
            (Plot::Unclear, unclear),
            (Plot::Outside, outside),
            (Plot::Notice, notice),
            (Plot::Accepted, accepted),
        ];
        let drawn = chance.weigh(&plots, |(_, weight)| *weight);
        drawn.map_or(Plot::AnswerNow, |(plot, _)| *plot)
    }

    /// What is asked, of the topics that will do.
    pub fn topic(&self, will_do: impl Fn(&Topic) -> bool, chance: &mut Chance) -> Option<&Topic> {
        let weight = |topic: &Topic| if will_do(topic) { topic.weight } else { 0 };
        chance.weigh(&self.topic, weight)
    }

    /// What is written down with a step.
    pub fn said(&self, step: &StepId, number: u64) -> String {
        match self.steps.get(step) {
            Some(texts) => nth(texts, number),
            None => DONE.to_owned(),
        }
    }

    /// The head of a department, or any supervisor of one that has none.
    pub fn head(&self, department: &str, number: u64) -> StaffNo {
        let head = |one: &&Person| one.is(Role::Supervisor) && one.department == department;
        match self.staff.iter().find(head) {
            Some(one) => one.number.clone(),
            None => self.of_role(Role::Supervisor, number),
        }
    }

    /// Someone of a role.
    pub fn of_role(&self, role: Role, number: u64) -> StaffNo {
        let able: Vec<&Person> = self.staff.iter().filter(|one| one.is(role)).collect();
        let count = u64::try_from(able.len()).unwrap_or(1).max(1);
        let at = usize::try_from(number % count).unwrap_or(0);
        able.get(at)
            .map_or_else(StaffNo::default, |one| one.number.clone())
    }

    /// Something asked in the wrong house.
    pub fn outside(&self, chance: &mut Chance) -> Option<&Outside> {
        chance.pick(&self.outside)
    }

    /// Who sits at a window: those of the topic's department first if it has any
    /// there, and nobody else where it comes by channels of its own.
    pub fn clerk(&self, topic: &Topic, chance: &mut Chance) -> StaffNo {
        let all: Vec<&Person> = self.staff.iter().filter(|p| p.is(Role::Clerk)).collect();
        let own: Vec<&Person> = all
            .iter()
            .filter(|person| person.department == topic.department)
            .copied()
            .collect();
        let anybody = topic.channels.is_empty() && chance.happens(30);
        let from = if own.is_empty() || anybody { all } else { own };
        let drawn = chance.pick(&from);
        drawn.map_or_else(StaffNo::default, |person| person.number.clone())
    }

    /// Another clerk than this one.
    pub fn colleague(&self, than: &StaffNo) -> StaffNo {
        let other = |one: &&Person| one.is(Role::Clerk) && &one.number != than;
        let other = self.staff.iter().filter(other).nth(1);
        other.map_or_else(|| than.clone(), |one| one.number.clone())
    }

    /// Someone of a department who can sign for a handoff, and is not `but`.
    pub fn handler(&self, department: &str, but: &StaffNo, chance: &mut Chance) -> Option<&Person> {
        let able = |person: &&Person| {
            (person.is(Role::Handler) || person.is(Role::Clerk))
                && person.department == department
                && &person.number != but
        };
        let from: Vec<&Person> = self.staff.iter().filter(able).collect();
        chance.pick(&from).copied()
    }

    /// Someone of any other department who can sign for a handoff.
    pub fn elsewhere(&self, department: &str, chance: &mut Chance) -> Option<&Person> {
        let able = |person: &&Person| person.is(Role::Handler) && person.department != department;
        let from: Vec<&Person> = self.staff.iter().filter(able).collect();
        chance.pick(&from).copied()
    }

    /// A superior.
    pub fn superior(&self, chance: &mut Chance) -> StaffNo {
        let able = |person: &&Person| person.is(Role::Supervisor);
        let from: Vec<&Person> = self.staff.iter().filter(able).collect();
        let drawn = chance.pick(&from);
        drawn.map_or_else(StaffNo::default, |person| person.number.clone())
    }

    /// The person with a number.
    pub fn person(&self, number: &StaffNo) -> Option<&Person> {
        self.staff.iter().find(|person| &person.number == number)
    }
}

#[cfg(test)]
mod tests;
