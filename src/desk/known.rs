//! What a transaction has read already: nobody else writes while it lasts, so what
//! was read stays true until it is written there. A long transaction reads nothing
//! twice, and shows each inquiry once, as it stands in the end.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use chrono::NaiveDate;

use super::DeskError;
use super::batch::Batch;
use crate::domain::catalog::{Circumstance, Matter};
use crate::domain::ids::{Number, StaffNo};
use crate::domain::inquiry::{Inquiry, Resolution};
use crate::domain::staff::Person;
use crate::domain::time::Moment;
use crate::store::{Read, StoreError};

/// A matter with the circumstances that its documents name.
pub(super) type Listed = Rc<(Matter, Vec<Circumstance>)>;

/// So many inquiries are held at once before their views are written.
const MANY: usize = 4_000;

/// What has been read in one transaction.
#[derive(Default)]
pub(super) struct Known {
    people: RefCell<HashMap<StaffNo, Option<Person>>>,
    matters: RefCell<HashMap<(String, NaiveDate, bool), Option<Listed>>>,
    serials: RefCell<HashMap<String, u32>>,
    /// Inquiries as they stand after the last fact.
    inquiries: HashMap<Number, Inquiry>,
    /// Inquiries whose views are to be written, as they were last shown.
    shown: BTreeMap<Number, Option<Inquiry>>,
    /// Those of them that were entered here, by telephone.
    entered: HashMap<String, Vec<Number>>,
}

impl Known {
    /// A member of staff.
    pub fn person(&self, read: Read, number: &StaffNo) -> Result<Option<Person>, StoreError> {
        if let Some(known) = self.people.borrow().get(number) {
            return Ok(known.clone());
        }
        let found = read.person(number)?;
        let mut people = self.people.borrow_mut();
        people.insert(number.clone(), found.clone());
        Ok(found)
    }

    /// Someone is to be read again.
    pub fn forget(&mut self, person: &StaffNo) {
        self.people.get_mut().remove(person);
    }

    /// A matter of the catalogue as it is in force on a day; with `goes_on` as it stood
    /// last when it is in force no more.
    pub fn matter(
        &self,
        read: Read,
        id: &str,
        day: NaiveDate,
        goes_on: bool,
    ) -> Result<Option<Listed>, StoreError> {
        let key = (id.to_owned(), day, goes_on);
        if let Some(known) = self.matters.borrow().get(&key) {
            return Ok(known.clone());
        }
        let matter = match read.matter_on(id, day)? {
            None if goes_on => read.matter(id)?,
            found => found,
        };
        let found = match matter {
            Some(matter) => {
                let circumstances = read.circumstances_of(&matter)?;
                Some(Rc::new((matter, circumstances)))
            }
            None => None,
        };
        self.matters.borrow_mut().insert(key, found.clone());
        Ok(found)
    }

    /// The catalogue is to be read again.
    pub fn forget_matters(&mut self) {
        self.matters.get_mut().clear();
    }

    /// The last number given in a series.
    pub fn serial(&self, read: Read, series: &str) -> Result<u32, StoreError> {
        if let Some(last) = self.serials.borrow().get(series) {
            return Ok(*last);
        }
        let last = read.serial(series)?;
        let mut serials = self.serials.borrow_mut();
        serials.insert(series.to_owned(), last);
        Ok(last)
    }
}

impl Batch<'_, '_> {
    /// The last number given in a series.
    pub(super) fn serial(&self, series: &str) -> Result<u32, DeskError> {
        Ok(self.known.serial(self.writer.read(), series)?)
    }

    /// Gives out the next number of a series.
    pub(super) fn set_serial(&mut self, series: &str, last: u32) -> Result<(), DeskError> {
        let serials = self.known.serials.get_mut();
        serials.insert(series.to_owned(), last);
        Ok(self.writer.set_serial(series, last)?)
    }

    /// An inquiry to be acted on; [`Batch::put`] gives it back. One that is not given
    /// back is read from its facts again.
    pub(super) fn take(&mut self, number: &Number) -> Result<Option<Inquiry>, DeskError> {
        let state = match self.known.inquiries.remove(number) {
            Some(state) => Some(state),
            None => self.writer.read().inquiry(number)?.map(|(state, _)| state),
        };
        if let Some(state) = &state
            && !self.known.shown.contains_key(number)
        {
            self.known.shown.insert(number.clone(), Some(state.clone()));
        }
        Ok(state)
    }

    /// An inquiry as it stands now.
    pub(super) fn put(&mut self, state: Inquiry) {
        self.known.inquiries.insert(state.number.clone(), state);
    }

    /// An inquiry that was not there before.
    pub(super) fn put_new(&mut self, state: Inquiry) {
        if let Some(visitor) = state.visitor.get() {
            let same = self.known.entered.entry(visitor.phone.clone()).or_default();
            same.push(state.number.clone());
        }
        self.known.shown.insert(state.number.clone(), None);
        self.put(state);
    }

    /// The latest inquiry from this telephone about this matter entered since `since`.
    pub(super) fn same_since(
        &self,
        phone: &str,
        matter: &str,
        since: Moment,
    ) -> Result<Option<Number>, DeskError> {
        let about = |number: &&Number| {
            self.known.inquiries.get(*number).is_some_and(|state| {
                let dialled = state.visitor.get().map(|visitor| visitor.phone.as_str());
                state
                    .matter
                    .as_ref()
                    .is_some_and(|about| about.id == matter)
                    && dialled == Some(phone)
                    && state.entered_at >= since
                    && state.resolution != Some(Resolution::Withdrawn)
            })
        };
        if !phone.is_empty()
            && let Some(here) = self.known.entered.get(phone)
            && let Some(number) = here.iter().rev().find(about)
        {
            return Ok(Some(number.clone()));
        }
        Ok(self.writer.read().same_today(phone, matter, since)?)
    }

    /// Inquiries that time alone has changed by `now`, the earliest first: from the
    /// views, and from what has changed since they were written.
    pub(super) fn lapsed(&mut self, now: Moment, limit: u32) -> Result<Vec<Number>, DeskError> {
        if self.known.shown.len() > MANY {
            self.show()?;
        }
        let mut all = self.writer.read().lapsed(now, limit)?;
        all.retain(|(_, number)| !self.known.shown.contains_key(number));
        for number in self.known.shown.keys() {
            let next = match self.known.inquiries.get(number) {
                Some(state) => state.next_at(),
                // What was not given back stands as its facts say.
                None => self
                    .writer
                    .read()
                    .inquiry(number)?
                    .and_then(|(state, _)| state.next_at()),
            };
            all.extend(next.filter(|at| *at < now).map(|at| (at, number.clone())));
        }
        all.sort();
        all.truncate(limit as usize);
        Ok(all.into_iter().map(|(_, number)| number).collect())
    }

    /// Writes the views of everything that changed: before they are read, and in the end.
    pub(super) fn show(&mut self) -> Result<(), DeskError> {
        self.known.entered.clear();
        for (number, before) in std::mem::take(&mut self.known.shown) {
            let state = match self.known.inquiries.remove(&number) {
                Some(state) => Some(state),
                None => self.writer.read().inquiry(&number)?.map(|(state, _)| state),
            };
            let Some(state) = state else { continue };
            self.writer.show_inquiry(before.as_ref(), &state)?;
            if !state.is_closed() {
                self.known.inquiries.insert(number, state);
            }
        }
        Ok(())
    }
}
