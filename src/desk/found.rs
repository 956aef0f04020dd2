//! Making a register: office, rulebook, catalogue, first people.

use std::path::Path;

use sha2::{Digest, Sha256};

use super::signin::hash_pin;
use super::{Actor, Desk, DeskError};
use crate::clock::Clock;
use crate::domain::catalog::Catalog;
use crate::domain::ids::StaffNo;
use crate::domain::office::OfficeEvent;
use crate::domain::refusal::{Field, Refusal};
use crate::domain::rulebook::Rulebook;
use crate::domain::staff::Person;
use crate::domain::text::is_blank;
use crate::domain::time::Moment;
use crate::entropy::Entropy;
use crate::store::{Credential, Store, Stream, Unfinished};

/// What a new register begins with.
#[derive(Debug, Clone)]
pub struct Founding {
    /// The office's name.
    pub name: String,
    /// Minutes east of UTC.
    pub offset_minutes: i32,
    /// Office hours; empty for the usual ones.
    pub hours: String,
    /// Whether time may be set on it, for ever.
    pub sandbox: bool,
    /// The present of a sandbox, kept as a shift from the machine's clock.
    pub present: Option<Moment>,
    /// Language of its people; empty for each terminal's own.
    pub lang: String,
    /// Complaint line; empty to point at the notice on the counter.
    pub complaint_line: String,
    /// The rulebook.
    pub rulebook: Rulebook,
    /// The catalogue.
    pub catalog: Catalog,
}

impl Desk {
    /// Makes a register.
    ///
    /// # Errors
    ///
    /// When the office has no name, or the file is there already or cannot be made.
    pub fn found(
        path: &Path,
        founding: &Founding,
        clock: Box<dyn Clock>,
        entropy: Box<dyn Entropy>,
    ) -> Result<Self, DeskError> {
        if is_blank(&founding.name) {
            return Err(Refusal::Empty(Field::OfficeName).into());
        }
        let unfinished = Unfinished::at(path)?;
        let Self {
            store,
            clock,
            entropy,
            ..
        } = Self::begun(unfinished.create()?, founding, clock, entropy)?;
        drop(store);
        Self::over(unfinished.finish()?, clock, entropy)
    }

    /// Puts everything that a new register begins with into an empty one.
    fn begun(
        mut store: Store,
        founding: &Founding,
        clock: Box<dyn Clock>,
        mut entropy: Box<dyn Entropy>,
    ) -> Result<Self, DeskError> {
        let now = clock.now();
        let machine = crate::clock::SystemClock::default().now();
        let mut id = [0_u8; 8];
        entropy
            .fill(&mut id)
            .map_err(crate::store::StoreError::from)?;
        let rules = compact(&founding.rulebook)?;
        let hash = digest(&rules);
        {
            let writer = store.begin()?;
            let offset = founding.offset_minutes.to_string();
            for (key, value) in [
                ("id", hex::encode(id).as_str()),
                ("name", founding.name.trim()),
                ("site", "1"),
                ("offset_minutes", offset.as_str()),
                ("hours", founding.hours.as_str()),
                ("sandbox", if founding.sandbox { "1" } else { "0" }),
                ("lang", founding.lang.as_str()),
                ("complaint_line", founding.complaint_line.as_str()),
                ("rulebook", hash.as_str()),
                ("catalog_id", founding.catalog.id.as_str()),
                ("catalog", founding.catalog.version.as_str()),
                ("calendar", ""),
                ("printing", ""),
            ] {
                writer.set_office(key, value)?;
            }
            if let (true, Some(present)) = (founding.sandbox, founding.present) {
                writer.set_present(machine, present)?;
            }
            writer.put_rulebook(&hash, &founding.rulebook.id, &rules)?;
            writer.put_catalog(&founding.catalog)?;
            writer.commit()?;
        }
        let mut desk = Self::over(store, clock, entropy)?;
        desk.record_founding(founding, &hash, now)?;
        Ok(desk)
    }

    /// Lets a sandbox live on from `present`, as of this moment of the machine's clock.
    ///
    /// # Errors
    ///
    /// When it could not be saved, or this is a real register.
    pub fn live_at(&mut self, present: Moment) -> Result<(), DeskError> {
        if !self.facts.sandbox {
            return Err(Refusal::NotAllowed.into());
        }
        let machine = crate::clock::SystemClock::default().now();
        self.carry_out_all(&mut |batch| Ok(batch.writer().set_present(machine, present)?))?;
        self.refresh()?;
        Ok(())
    }

    fn record_founding(
        &mut self,
        founding: &Founding,
        rulebook: &str,
        now: Moment,
    ) -> Result<(), DeskError> {
        let calendar = self.office.calendar.version().to_owned();
        let facts = [
            OfficeEvent::Founded {
                name: self.facts.name.clone(),
                site: self.facts.site.clone(),
                offset_minutes: self.facts.offset_minutes,
                hours: self.facts.hours.clone(),
                sandbox: self.facts.sandbox,
                lang: self.facts.lang.clone(),
                complaint_line: self.facts.complaint_line.clone(),
                id: self.facts.id.clone(),
            },
            OfficeEvent::RulebookAdopted {
                id: founding.rulebook.id.clone(),
                version: founding.rulebook.version.clone(),
                hash: rulebook.to_owned(),
            },
            OfficeEvent::CatalogAdopted {
                id: founding.catalog.id.clone(),
                version: founding.catalog.version.clone(),
                hash: self.read().catalog_digest()?,
                matters: u32::try_from(founding.catalog.matters.len()).unwrap_or(u32::MAX),
            },
            OfficeEvent::CalendarAdopted {
                hash: digest(&calendar),
                version: calendar,
                text: String::new(),
            },
        ];
        self.carry_out_all(&mut |batch| {
            let header = batch.header(Actor::Owner.name(), "", now);
            for fact in &facts {
                batch.add_office(&Stream::Office, &header, fact.clone())?;
            }
            Ok(())
        })
    }

    /// Adds or changes people in one go, with a PIN for those who get one.
    ///
    /// # Errors
    ///
    /// When one of them lacks a number, name, department or role; nothing was changed then.
    pub fn record_people(
        &mut self,
        people: &[(Person, Option<Pin>)],
        pepper: &[u8],
    ) -> Result<(), DeskError> {
        let now = self.now();
        let mut hashed: Vec<(StaffNo, Credential)> = Vec::new();
        for (person, pin) in people {
            if let Some(pin) = pin {
                let phc = hash_pin(&pin.digits, pepper, self.entropy.as_mut())?;
                hashed.push((
                    person.number.clone(),
                    Credential {
                        phc,
                        one_time: pin.one_time,
                    },
                ));
            }
        }
        self.carry_out_all(&mut |batch| {
            let header = batch.header(Actor::Owner.name(), "", now);
            for (person, _) in people {
                batch.record_person(person, &header, now)?;
            }
            for (number, credential) in &hashed {
                batch.writer().set_credential(number, credential)?;
                let fact = OfficeEvent::PinSet {
                    one_time: credential.one_time,
                    hash: digest(&credential.phc),
                };
                batch.add_office(&Stream::Staff(number.clone()), &header, fact)?;
            }
            Ok(())
        })
    }
}

/// A PIN to be set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pin {
    /// Its digits.
    pub digits: String,
    /// Whether it must be changed at the first sign-in.
    pub one_time: bool,
}

/// A rulebook as the register keeps it.
pub(super) fn compact(rules: &Rulebook) -> Result<String, DeskError> {
    serde_json::to_string(rules).map_err(|error| DeskError::Reference(error.to_string()))
}

pub(super) fn digest(text: &str) -> String {
    hex::encode(Sha256::digest(text.as_bytes()))
}
