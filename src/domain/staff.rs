//! The people behind the window.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ids::StaffNo;
use super::inquiry::LINE_LIMIT;
use super::refusal::{Field, Refusal};
use super::text::is_blank;

/// What a member of staff may do.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Registers, tells, hands off, tracks to the end, hands the shift over.
    Clerk,
    /// Signs for a handoff, answers it, returns it with a stated opinion.
    Handler,
    /// Decides unclear matters, approves, urges, receives escalations.
    Supervisor,
    /// Sees all and samples; holds no inquiry and changes none.
    Quality,
    /// Looks after staff, rulebook, catalogue and calendar.
    Admin,
}

impl Role {
    /// Every role, in the order in which they are shown.
    pub const ALL: [Self; 5] = [
        Self::Clerk,
        Self::Handler,
        Self::Supervisor,
        Self::Quality,
        Self::Admin,
    ];

    /// The role as files and commands write it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Clerk => "clerk",
            Self::Handler => "handler",
            Self::Supervisor => "supervisor",
            Self::Quality => "quality",
            Self::Admin => "admin",
        }
    }
}

/// One member of staff, as the badge and the roster say (D1 art. 2.5).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Person {
    /// Staff number.
    pub number: StaffNo,
    /// Name.
    pub name: String,
    /// Title said aloud to a visitor.
    pub title: String,
    /// Post.
    pub post: String,
    /// Scope of business.
    pub scope: String,
    /// Department.
    pub department: String,
    /// Window; empty for someone who does not sit in the hall.
    pub window: String,
    /// Telephone at the desk.
    pub phone: String,
    /// What this person may do.
    pub roles: Vec<Role>,
    /// Substitute (B角), where the rulebook has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub substitute: Option<StaffNo>,
}

impl Person {
    /// Whether this person has `role`.
    pub fn is(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }

    /// Whether this person may enter and hold inquiries; quality control and those
    /// who look after reference data hold none.
    pub fn holds_inquiries(&self) -> bool {
        self.is(Role::Clerk) || self.is(Role::Handler) || self.is(Role::Supervisor)
    }

    /// Refuses what cannot stand on the roster: nobody without a number, a name, a
    /// department or a role.
    ///
    /// # Errors
    ///
    /// The first of them that is missing or longer than [`LINE_LIMIT`].
    pub fn complete(&self) -> Result<(), Refusal> {
        let missing = [
            (self.number.is_empty(), Field::StaffNumber),
            (is_blank(&self.name), Field::Name),
            (is_blank(&self.department), Field::Department),
            (self.roles.is_empty(), Field::Roles),
        ];
        if let Some((_, field)) = missing.into_iter().find(|(is_missing, _)| *is_missing) {
            return Err(Refusal::Empty(field));
        }
        let named = [
            (Field::StaffNumber, self.number.as_str()),
            (Field::Name, &self.name),
            (Field::Department, &self.department),
        ];
        let limit = LINE_LIMIT;
        match named
            .into_iter()
            .find(|(_, text)| text.chars().count() > limit)
        {
            Some((field, _)) => Err(Refusal::TooLong { field, limit }),
            None => Ok(()),
        }
    }
}

/// The people whom one command concerns, by number.
#[derive(Debug, Clone, Default)]
pub struct Roster(BTreeMap<StaffNo, Person>);

impl Roster {
    /// Adds or replaces a person.
    pub fn put(&mut self, person: Person) {
        self.0.insert(person.number.clone(), person);
    }

    /// The person with this number.
    pub fn get(&self, number: &StaffNo) -> Option<&Person> {
        self.0.get(number)
    }

    /// Everyone on it, by number.
    pub fn people(&self) -> impl Iterator<Item = &Person> {
        self.0.values()
    }
}

impl FromIterator<Person> for Roster {
    fn from_iter<I: IntoIterator<Item = Person>>(people: I) -> Self {
        let mut roster = Self::default();
        for person in people {
            roster.put(person);
        }
        roster
    }
}
