//! The numbers that callers are given (D1 art. 2.9), and when each was last found right.

use serde::{Deserialize, Serialize};

use crate::domain::ids::StaffNo;
use crate::domain::private::Private;
use crate::domain::staff::Person;
use crate::domain::time::Moment;

/// Whose number it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Whose {
    /// Of a department.
    Department(String),
    /// Of a member of staff.
    Staff(StaffNo),
}

/// Somebody called a number to see whether it is right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checked {
    /// Whose it is.
    pub whose: Whose,
    /// The number that was tried.
    pub phone: String,
    /// Whether it was found wrong.
    pub wrong: bool,
    /// Who checked.
    pub by: StaffNo,
    /// A word about it.
    pub text: Private<String>,
}

/// How far a number can be relied on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Checked lately.
    Right,
    /// Checked too long ago.
    Stale,
    /// Found wrong.
    Wrong,
    /// Never checked.
    Unchecked,
}

impl Standing {
    /// The standing as scripts read it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Right => "right",
            Self::Stale => "stale",
            Self::Wrong => "wrong",
            Self::Unchecked => "unchecked",
        }
    }
}

/// A number on the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Whose it is.
    pub whose: Whose,
    /// The number.
    pub phone: String,
    /// When it was last checked, and by whom.
    pub checked: Option<(Moment, StaffNo)>,
    /// Whether it was found wrong then.
    pub wrong: bool,
    /// For how many days a check holds, by the rulebook.
    pub holds_days: u32,
}

impl Contact {
    /// How far it can be relied on now.
    pub fn standing(&self, now: Moment) -> Standing {
        match &self.checked {
            None => Standing::Unchecked,
            Some(_) if self.wrong => Standing::Wrong,
            Some((at, _)) if now.seconds_since(*at) > i64::from(self.holds_days) * 86_400 => {
                Standing::Stale
            }
            Some(_) => Standing::Right,
        }
    }
}

/// Every number that can be given out: the departments', then the people's as the roster
/// has them. A check counts for the number that was tried, not for one that came after it,
/// and for `holds_days`.
pub fn contacts(people: &[Person], checks: &[(Moment, Checked)], holds_days: u32) -> Vec<Contact> {
    let last = |whose: &Whose| checks.iter().rev().find(|(_, check)| &check.whose == whose);
    let mut departments: Vec<&Whose> = checks
        .iter()
        .map(|(_, check)| &check.whose)
        .filter(|whose| matches!(whose, Whose::Department(_)))
        .collect();
    departments.sort();
    departments.dedup();
    let of_departments = departments.into_iter().filter_map(|whose| {
        let (at, check) = last(whose)?;
        Some(Contact {
            whose: whose.clone(),
            phone: check.phone.clone(),
            checked: Some((*at, check.by.clone())),
            wrong: check.wrong,
            holds_days,
        })
    });
    let of_people = people
        .iter()
        .filter(|person| !person.phone.is_empty())
        .map(|person| {
            let whose = Whose::Staff(person.number.clone());
            let check = last(&whose).filter(|(_, check)| check.phone == person.phone);
            Contact {
                phone: person.phone.clone(),
                checked: check.map(|(at, check)| (*at, check.by.clone())),
                wrong: check.is_some_and(|(_, check)| check.wrong),
                whose,
                holds_days,
            }
        });
    of_departments.chain(of_people).collect()
}
