//! The people of a made-up hall, and what is asked there.

use serde::Deserialize;

use super::chance::Chance;
use crate::desk::DeskError;
use crate::domain::ids::StaffNo;
use crate::domain::staff::{Person, Role};

/// One hall for each rulebook that has its own, the last one for all others.
const CASTS: [(&str, &str, &str); 2] = [
    ("tax", "tax.toml", include_str!("../builtin/demo/tax.toml")),
    (
        "service-centre",
        "service-centre.toml",
        include_str!("../builtin/demo/service-centre.toml"),
    ),
];

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
}

impl Cast {
    /// The hall for a rulebook.
    pub fn of(rulebook: &str) -> Result<Self, DeskError> {
        let own = CASTS.iter().find(|(id, ..)| *id == rulebook);
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

    /// What is asked; something of the catalogue when `listed`.
    pub fn topic(&self, listed: bool, chance: &mut Chance) -> Option<&Topic> {
        let weight = |topic: &Topic| {
            if listed && topic.matter.is_empty() {
                0
            } else {
                topic.weight
            }
        };
        chance.weigh(&self.topic, weight)
    }

    /// Something asked in the wrong house.
    pub fn outside(&self, chance: &mut Chance) -> Option<&Outside> {
        chance.pick(&self.outside)
    }

    /// Who sits at a window, those of `department` first if it has any there.
    pub fn clerk(&self, department: &str, chance: &mut Chance) -> StaffNo {
        let all: Vec<&Person> = self.staff.iter().filter(|p| p.is(Role::Clerk)).collect();
        let own: Vec<&Person> = all
            .iter()
            .filter(|person| person.department == department)
            .copied()
            .collect();
        let from = if own.is_empty() || chance.happens(30) {
            all
        } else {
            own
        };
        let drawn = chance.pick(&from);
        drawn.map_or_else(StaffNo::default, |person| person.number.clone())
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
