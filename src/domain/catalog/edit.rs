//! Small changes to one matter: a telephone, a promise, a document (product of an
//! office's own hand, checked as a whole catalogue is).

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use serde_json::{Map, Value};

use super::{Catalog, CatalogReason, Circumstance, Day, InForce, Lint, Matter};
use crate::domain::command::EditDocument;

/// Fields that change from one minute to the next without touching anybody's list or
/// limit: whom to call, where and when to come.
const AT_ONCE: [&str; 6] = [
    "phone",
    "complaint_phone",
    "place",
    "hours",
    "note",
    "caveat",
];

/// Fields that an edit leaves alone: documents are named one by one, and the day is
/// said with the edit itself.
const NOT_SET: [&str; 3] = ["id", "documents", "in_force"];

/// Why a change to a matter is not taken.
#[derive(Debug, Clone, PartialEq)]
pub enum EditFault {
    /// There is no field of this name to set.
    UnknownField(String),
    /// A value does not fit its field; the words are those of the reader.
    WrongValue(String),
    /// The matter has no such document.
    UnknownDocument(String),
    /// Nothing would change.
    NothingChanges,
    /// Not a day.
    NotADay(String),
    /// What applicants rely on changes on this day at the earliest.
    TooSoon(NaiveDate),
    /// What every catalogue must hold does not hold.
    Catalog(CatalogReason),
    /// The matter would contradict itself.
    Lint(Lint),
}

impl EditFault {
    /// The code that scripts read.
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownField(_) => "unknown_field",
            Self::WrongValue(_) => "wrong_value",
            Self::UnknownDocument(_) => "unknown_document",
            Self::NothingChanges => "nothing_changes",
            Self::NotADay(_) => "not_a_day",
            Self::TooSoon(_) => "too_soon",
            Self::Catalog(_) | Self::Lint(_) => "catalog_faulty",
        }
    }
}

impl Matter {
    /// This matter with fields set as [`serde_json`] writes them, `null` for none, and
    /// with documents changed, added or taken away.
    ///
    /// # Errors
    ///
    /// The first thing that does not fit.
    pub fn edited(
        &self,
        set: &BTreeMap<String, Value>,
        documents: &[EditDocument],
    ) -> Result<Self, EditFault> {
        let mut fields = object(self)?;
        for (name, value) in set {
            if NOT_SET.contains(&name.as_str()) {
                return Err(EditFault::UnknownField(name.clone()));
            }
            put(&mut fields, name, value);
        }
        let mut matter: Self = read(fields)?;
        for change in documents {
            matter.change(change)?;
        }
        if matter == *self {
            return Err(EditFault::NothingChanges);
        }
        Ok(matter)
    }

    fn change(&mut self, change: &EditDocument) -> Result<(), EditFault> {
        let name = change.document.trim();
        let at = self.documents.iter().position(|one| one.name == name);
        match (at, change.remove) {
            (Some(at), true) => {
                self.documents.remove(at);
            }
            (None, true) => return Err(EditFault::UnknownDocument(name.to_owned())),
            (Some(at), false) => {
                let mut fields = object(&self.documents[at])?;
                for (field, value) in &change.set {
                    put(&mut fields, field, value);
                }
                self.documents[at] = read(fields)?;
            }
            (None, false) => {
                let mut fields = Map::new();
                for (field, value) in [
                    ("name", Value::from(name)),
                    ("name_en", Value::from(name)),
                    ("kind", Value::from("original")),
                    ("source", Value::from("applicant")),
                    ("required", Value::from(true)),
                ] {
                    fields.insert(field.to_owned(), value);
                }
                for (field, value) in &change.set {
                    put(&mut fields, field, value);
                }
                self.documents.push(read(fields)?);
            }
        }
        Ok(())
    }

    /// Whether nothing but whom to call and where to come sets the two apart.
    pub fn differs_in_contacts_only(&self, other: &Self) -> bool {
        match (object(self), object(other)) {
            (Ok(mut ours), Ok(mut theirs)) => {
                for name in AT_ONCE {
                    ours.remove(name);
                    theirs.remove(name);
                }
                ours == theirs
            }
            (Ok(_) | Err(_), _) => false,
        }
    }

    /// What must hold of a matter that an office publishes, with its circumstances.
    ///
    /// # Errors
    ///
    /// The first thing that does not.
    pub fn sound(&self, known: &[Circumstance]) -> Result<(), EditFault> {
        let alone = Catalog {
            id: "edit".to_owned(),
            version: "edit".to_owned(),
            retrieval: None,
            warning: None,
            circumstances: known.to_vec(),
            matters: vec![self.clone()],
        };
        if let Some(found) = alone.check().into_iter().next() {
            return Err(EditFault::Catalog(found.reason));
        }
        let against = [self.promise_beyond_law(), self.steps_against_promise()];
        for lint in against.into_iter().flatten() {
            // What only may be too long is for people to judge.
            if !matches!(lint, Lint::PromisePerhapsBeyondLaw { .. }) {
                return Err(EditFault::Lint(lint));
            }
        }
        Ok(())
    }
}

/// The day from which a change holds: the named one, else the earliest. What applicants
/// rely on never changes in the middle of a day: who registered in the morning and who
/// does in the afternoon read the same list.
///
/// # Errors
///
/// When it is no day, or too soon.
pub fn from_day(
    named: &str,
    today: NaiveDate,
    contacts_only: bool,
) -> Result<NaiveDate, EditFault> {
    let earliest = if contacts_only {
        today
    } else {
        today.checked_add_days(Days::new(1)).unwrap_or(today)
    };
    let named = named.trim();
    if named.is_empty() {
        return Ok(earliest);
    }
    let day: NaiveDate = named
        .parse()
        .map_err(|_| EditFault::NotADay(named.to_owned()))?;
    if day < earliest {
        return Err(EditFault::TooSoon(earliest));
    }
    Ok(day)
}

/// The name of the version after this one: the day, and a number where it is taken.
pub fn next_version(current: &str, today: NaiveDate) -> String {
    let day = today.to_string();
    let nth = match current.strip_prefix(&day) {
        Some("") => 2,
        Some(rest) => rest
            .strip_prefix('-')
            .and_then(|nth| nth.parse::<u32>().ok())
            .map_or(1, |nth| nth + 1),
        None => 1,
    };
    if nth == 1 {
        day
    } else {
        format!("{day}-{nth}")
    }
}

impl Catalog {
    /// Puts a matter into force from a day, in place of its version of that day, whose
    /// last day is the one before. Says whether there was such a version.
    pub fn put_from(&mut self, mut matter: Matter, day: NaiveDate) -> bool {
        let of_day = |one: &Matter| one.id == matter.id && one.in_force.on(day);
        let Some(at) = self.matters.iter().position(of_day) else {
            return false;
        };
        let old = self.matters[at].in_force;
        matter.in_force = InForce {
            from: Some(Day(day)),
            until: old.until,
        };
        if old.from == Some(Day(day)) {
            self.matters[at] = matter;
        } else {
            self.matters[at].in_force.until = Some(Day(day));
            self.matters.insert(at + 1, matter);
        }
        true
    }
}

fn put(fields: &mut Map<String, Value>, name: &str, value: &Value) {
    if value.is_null() {
        fields.remove(name);
    } else {
        fields.insert(name.to_owned(), value.clone());
    }
}

fn object(of: &impl serde::Serialize) -> Result<Map<String, Value>, EditFault> {
    match serde_json::to_value(of) {
        Ok(Value::Object(fields)) => Ok(fields),
        Ok(_) => Ok(Map::new()),
        Err(error) => Err(EditFault::WrongValue(error.to_string())),
    }
}

fn read<T: serde::de::DeserializeOwned>(fields: Map<String, Value>) -> Result<T, EditFault> {
    serde_json::from_value(Value::Object(fields))
        .map_err(|error| EditFault::WrongValue(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_named_by_the_day() {
        let day = NaiveDate::from_ymd_opt(2026, 4, 7).unwrap();
        assert_eq!(next_version("1", day), "2026-04-07");
        assert_eq!(next_version("2026-04-07", day), "2026-04-07-2");
        assert_eq!(next_version("2026-04-07-2", day), "2026-04-07-3");
        assert_eq!(next_version("2026-04-06-9", day), "2026-04-07");
    }

    #[test]
    fn what_applicants_rely_on_changes_tomorrow_at_the_earliest() {
        let day = NaiveDate::from_ymd_opt(2026, 4, 7).unwrap();
        let next = NaiveDate::from_ymd_opt(2026, 4, 8).unwrap();
        assert_eq!(from_day("", day, true), Ok(day));
        assert_eq!(from_day("", day, false), Ok(next));
        assert_eq!(
            from_day("2026-04-07", day, false),
            Err(EditFault::TooSoon(next))
        );
        assert_eq!(
            from_day("4.8", day, true),
            Err(EditFault::NotADay("4.8".to_owned()))
        );
    }
}
