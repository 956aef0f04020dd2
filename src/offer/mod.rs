//! What can be chosen in a form, the likeliest first.

mod away;
mod catalogue;
mod roster;
#[cfg(test)]
mod tests;

use std::cell::{Cell, RefCell};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use chrono::NaiveDate;

use crate::desk::Desk;
use crate::domain::ids::StaffNo;
use crate::domain::rulebook::Bilingual;
use crate::i18n::Lang;
use crate::search::{Choice, Entry, Shelf};
use crate::store::InquiryRow;

pub use away::{mark_away, propose_substitutes};
pub use catalogue::Catalogue;
pub use roster::Roster;

/// How many of the newest inquiries tell what is asked for most.
pub const NEWEST: u32 = 300;
/// How many of the newest inquiries tell which organisations come.
const NAMED: u32 = 1000;

/// What the newest inquiries tell of how the office is used.
#[derive(Debug, Clone, Default)]
pub struct Habits {
    matters: HashMap<String, usize>,
    receivers: HashMap<String, HashMap<StaffNo, usize>>,
}

impl Habits {
    /// Learns from the newest inquiries; one's own weigh double.
    pub fn of(rows: &[InquiryRow], me: &StaffNo) -> Self {
        let mut habits = Self::default();
        for row in rows.iter().filter(|row| !row.matter.is_empty()) {
            let weight = if &row.first == me { 2 } else { 1 };
            *habits.matters.entry(row.matter.clone()).or_default() += weight;
            if row.holder != row.first {
                let receivers = habits.receivers.entry(row.matter.clone()).or_default();
                *receivers.entry(row.holder.clone()).or_default() += weight;
            }
        }
        habits
    }

    /// What an office does that is open for the first time.
    pub fn none() -> Self {
        Self::default()
    }
}

/// Organisations to name: those of earlier inquiries, the most frequent first, then
/// the departments of the catalogue.
pub fn units(desk: &Desk, catalogue: &Catalogue) -> Shelf {
    // What cannot be read now is not offered.
    let named = desk.read().units(NAMED).unwrap_or_default();
    let lately = named.len();
    let mut seen = HashSet::new();
    let of_matters = catalogue.rows().iter().map(|row| row.department.clone());
    let all = named.into_iter().chain(of_matters);
    let choice = |name: String| Choice {
        id: name.clone(),
        label: name,
        ..Choice::default()
    };
    let entries: Vec<Rc<Entry>> = all
        .filter(|name| !name.is_empty() && seen.insert(name.clone()))
        .map(|name| Rc::new(Entry::new(choice(name))))
        .collect();
    Shelf::new(entries, lately)
}

/// Choices of the rulebook's own, in its order, found by their names in both languages.
pub fn of_rulebook<'a>(
    named: impl Iterator<Item = (&'a String, &'a Bilingual)>,
    lang: Lang,
) -> Vec<Choice> {
    let choice = |(id, name): (&String, &Bilingual)| Choice {
        id: id.clone(),
        label: lang.pick(&name.zh, &name.en).clone(),
        detail: String::new(),
        also: vec![lang.pick(&name.en, &name.zh).clone()],
    };
    named.map(choice).collect()
}

/// What can be chosen in an office, read and made ready once: as long as nobody
/// changes the people or the catalogue, a form opens without reading them again.
#[derive(Debug, Default)]
pub struct Offers {
    seen: Cell<Option<(i64, u64)>>,
    /// The day that the catalogue was read for: matters come into force and lapse.
    day: Cell<Option<NaiveDate>>,
    stamp: RefCell<String>,
    roster: RefCell<Option<Rc<Roster>>>,
    catalogue: RefCell<Option<Rc<Catalogue>>>,
}

impl Offers {
    /// The people as they are now. What cannot be read is not offered.
    pub fn roster(&self, desk: &Desk) -> Rc<Roster> {
        self.renew(desk);
        let mut kept = self.roster.borrow_mut();
        let roster = kept.get_or_insert_with(|| {
            let people = desk.read().people().unwrap_or_default();
            Rc::new(Roster::new(people))
        });
        Rc::clone(roster)
    }

    /// The matters in force today. What cannot be read is not offered.
    pub fn catalogue(&self, desk: &Desk) -> Rc<Catalogue> {
        self.renew(desk);
        let today = desk.office().local(desk.now()).date();
        if self.day.replace(Some(today)) != Some(today) {
            self.catalogue.take();
        }
        let mut kept = self.catalogue.borrow_mut();
        let catalogue = kept.get_or_insert_with(|| {
            let rows = desk.read().matters_on(today).unwrap_or_default();
            Rc::new(Catalogue::new(rows))
        });
        Rc::clone(catalogue)
    }

    /// Makes everything ready that forms will ask for, so that no key has to wait for it.
    pub fn prepare(&self, desk: &Desk, lang: Lang) {
        let roster = self.roster(desk);
        roster.named();
        roster.briefly();
        self.catalogue(desk).entries(lang);
    }

    /// Forgets what others have changed since.
    fn renew(&self, desk: &Desk) {
        let seen = desk.store().changes().ok();
        if seen.is_some() && self.seen.get() == seen {
            return;
        }
        self.seen.set(seen);
        let stamp = desk.read().offer_stamp().unwrap_or_default();
        if *self.stamp.borrow() != stamp || stamp.is_empty() {
            self.roster.take();
            self.catalogue.take();
            self.stamp.replace(stamp);
        }
    }
}
