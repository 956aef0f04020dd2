//! What a register says for its guide.

use chrono::NaiveDate;

use super::{About, Listed};
use crate::desk::Desk;
use crate::domain::catalog::Matter;
use crate::domain::staff::Person;
use crate::i18n::Lang;
use crate::i18n::papers::complaint_board;
use crate::store::StoreError;

/// What was read of a register.
pub struct Kept<'d> {
    desk: &'d Desk,
    lang: Lang,
    day: NaiveDate,
    people: Vec<Person>,
}

impl<'d> Kept<'d> {
    /// Reads it, as of today.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn of(desk: &'d Desk, lang: Lang) -> Result<Self, StoreError> {
        Ok(Self {
            desk,
            lang,
            day: desk.office().local(desk.now()).date(),
            people: desk.read().people()?,
        })
    }

    /// What a guide is made from.
    pub fn about(&self) -> About<'_> {
        let facts = self.desk.facts();
        let complaint = match facts.complaint_line.trim() {
            "" => complaint_board(self.lang),
            line => line,
        };
        About {
            lang: self.lang,
            office: &facts.name,
            complaint,
            hours: &facts.hours,
            day: self.day,
            rules: self.desk.rules(),
            catalog: &facts.catalog,
            people: &self.people,
        }
    }

    /// A matter with its circumstances.
    ///
    /// # Errors
    ///
    /// When they cannot be read.
    pub fn listed(&self, matter: Matter) -> Result<Listed, StoreError> {
        let known = self.desk.read().circumstances_of(&matter)?;
        Ok((matter, known))
    }

    /// Every matter in force today, in the catalogue's order.
    ///
    /// # Errors
    ///
    /// When they cannot be read.
    pub fn matters(&self) -> Result<Vec<Listed>, StoreError> {
        let read = self.desk.read();
        let mut listed = Vec::new();
        for row in read.matters_on(self.day)? {
            if let Some(matter) = read.matter_on(&row.id, self.day)? {
                listed.push(self.listed(matter)?);
            }
        }
        Ok(listed)
    }
}
