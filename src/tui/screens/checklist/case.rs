//! One visitor's list: matter, circumstances, ticks, and what to do with them next.

use std::collections::BTreeSet;

use crate::domain::catalog::{
    Checklist, Circumstance, CircumstanceId, Document, Matter, Progress, Tick, Ticks,
};
use crate::domain::command::{Bring, Invalid, Notify};
use crate::domain::ids::Number;
use crate::domain::inquiry::{Inquiry, Notice};
use crate::domain::mask::{mask_name, mask_phone};
use crate::domain::notice::{CatalogStamp, NoticeContent};

/// The inquiry that the list is for.
#[derive(Debug, Clone)]
pub(super) struct Served {
    pub number: Number,
    /// Name as the visitor's own notice has it.
    pub name: String,
    /// Telephone with its middle covered.
    pub phone: String,
    /// The last notice told for this matter.
    pub notice: Option<Notice>,
    /// What is known of it.
    pub state: Option<Box<Inquiry>>,
}

impl Served {
    pub fn of(inquiry: &Inquiry, matter: &Matter) -> Self {
        let visitor = inquiry.visitor.get();
        let last = inquiry.notices.last();
        Self {
            number: inquiry.number.clone(),
            name: visitor.map(|v| v.name.clone()).unwrap_or_default(),
            phone: visitor.map(|v| mask_phone(&v.phone)).unwrap_or_default(),
            notice: last.filter(|n| n.content.matter == matter.id).cloned(),
            state: Some(Box::new(inquiry.clone())),
        }
    }

    /// Name and telephone, covered, for the screen.
    pub fn masked(&self) -> String {
        let name = mask_name(&self.name);
        format!("{name} {}", self.phone).trim().to_owned()
    }
}

/// Where a document stands on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Missing,
    Brought,
    Optional,
}

/// Where a document stands among the alternatives of its group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bracket {
    First,
    Middle,
    Last,
}

/// One document as it is listed.
#[derive(Debug, Clone)]
pub(super) struct Entry<'a> {
    pub number: u32,
    pub document: &'a Document,
    pub tick: Tick,
    pub part: Part,
    pub bracket: Option<Bracket>,
}

/// What `i` leads to.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Next {
    /// A visitor has to be registered first.
    Register,
    /// Nothing is missing and nothing was told.
    NothingToTell,
    /// The last notice says it all already.
    NothingNew(String),
    /// Only documents of the last notice were brought: they are taken against it.
    Bring(Bring),
    /// A notice is to be told.
    Notify(Notify),
}

/// One visitor's list.
#[derive(Debug, Clone)]
pub(super) struct Case {
    pub matter: Matter,
    /// Every circumstance that the matter names.
    pub known: Vec<Circumstance>,
    pub chosen: BTreeSet<CircumstanceId>,
    pub ticks: Ticks,
    pub served: Option<Served>,
    saved: (BTreeSet<CircumstanceId>, Ticks),
}

impl Case {
    pub fn new(matter: Matter, known: Vec<Circumstance>) -> Self {
        Self {
            matter,
            known,
            chosen: BTreeSet::new(),
            ticks: Ticks::new(),
            served: None,
            saved: (BTreeSet::new(), Ticks::new()),
        }
    }

    /// Serves an inquiry from now on; the ticks of its last notice come along,
    /// unless someone ticked here before it was registered.
    pub fn serve(&mut self, served: Served) {
        if let Some(notice) = &served.notice {
            let (chosen, ticks) = told(notice);
            if !self.is_changed() {
                (self.chosen, self.ticks) = (chosen.clone(), ticks.clone());
            }
            self.saved = (chosen, ticks);
        }
        self.served = Some(served);
    }

    /// Takes what stands on the screen for what stands on the record.
    pub fn settle(&mut self) {
        self.saved = (self.chosen.clone(), self.ticks.clone());
    }

    /// Whether something was ticked that is not on the record.
    pub fn is_changed(&self) -> bool {
        self.chosen != self.saved.0 || brought(&self.ticks) != brought(&self.saved.1)
    }

    fn list(&self) -> Checklist<'_> {
        Checklist::new(&self.matter, &self.chosen)
    }

    pub fn progress(&self) -> Progress {
        self.list().progress(&self.ticks)
    }

    fn tick(&self, name: &str) -> Tick {
        self.ticks.get(name).cloned().unwrap_or_default()
    }

    /// The documents as they are listed: missing, brought, not compulsory; the
    /// alternatives of a group together. Numbers are those of the notice.
    pub fn entries(&self) -> Vec<Entry<'_>> {
        let list = self.list();
        let missing = list.missing(&self.ticks);
        let mut units: Vec<(Part, Vec<u32>)> = missing
            .iter()
            .map(|want| {
                let numbers = want.alternatives.iter().map(|one| one.number).collect();
                (Part::Missing, numbers)
            })
            .collect();
        units.extend(self.rest(&list, &units));
        let rank = |part: Part| match part {
            Part::Missing => 0,
            Part::Brought => 1,
            Part::Optional => 2,
        };
        units.sort_by_key(|(part, _)| rank(*part));
        let mut entries = Vec::new();
        for (part, numbers) in &units {
            let end = numbers.len() - 1;
            for (nth, number) in numbers.iter().enumerate() {
                let Some(item) = list.item(*number) else {
                    continue;
                };
                let bracket = match nth {
                    _ if end == 0 => None,
                    0 => Some(Bracket::First),
                    nth if nth == end => Some(Bracket::Last),
                    _ => Some(Bracket::Middle),
                };
                entries.push(Entry {
                    number: *number,
                    document: item.document,
                    tick: self.tick(&item.document.name),
                    part: *part,
                    bracket,
                });
            }
        }
        entries
    }

    /// What is not wanted any more, or never was: groups together.
    fn rest(&self, list: &Checklist<'_>, missing: &[(Part, Vec<u32>)]) -> Vec<(Part, Vec<u32>)> {
        let wanted = |number: u32| missing.iter().any(|(_, all)| all.contains(&number));
        let mut groups: Vec<(Option<&str>, Vec<u32>)> = Vec::new();
        for item in list.items().iter().filter(|item| !wanted(item.number)) {
            let group = item.document.any_of_group.as_deref();
            match groups
                .iter_mut()
                .find(|(known, _)| group.is_some() && *known == group)
            {
                Some((_, numbers)) => numbers.push(item.number),
                None => groups.push((group, vec![item.number])),
            }
        }
        let part = |numbers: &[u32]| {
            let here = numbers.iter().any(|number| {
                list.item(*number)
                    .is_some_and(|item| self.tick(&item.document.name) == Tick::Brought)
            });
            if here { Part::Brought } else { Part::Optional }
        };
        groups
            .into_iter()
            .map(|(_, numbers)| (part(&numbers), numbers))
            .collect()
    }

    /// Ticks a document or unticks it.
    pub fn toggle(&mut self, name: &str) {
        let tick = match self.tick(name) {
            Tick::Brought => Tick::Missing,
            Tick::Missing | Tick::Invalid(_) => Tick::Brought,
        };
        self.ticks.insert(name.to_owned(), tick);
    }

    /// Marks a document as brought but not valid; without a reason, as missing.
    pub fn mark_invalid(&mut self, name: &str, why: &str) {
        let tick = match why.trim() {
            "" => Tick::Missing,
            why => Tick::Invalid(why.to_owned()),
        };
        self.ticks.insert(name.to_owned(), tick);
    }

    /// Adds a circumstance or takes it away.
    pub fn toggle_circumstance(&mut self, nth: usize) {
        if let Some(one) = self.known.get(nth)
            && !self.chosen.remove(&one.id)
        {
            self.chosen.insert(one.id.clone());
        }
    }

    /// The notice as it would be told now.
    pub fn content(&self, stamp: CatalogStamp) -> NoticeContent {
        let chosen: Vec<Circumstance> = self
            .known
            .iter()
            .filter(|one| self.chosen.contains(&one.id))
            .cloned()
            .collect();
        NoticeContent::new(stamp, &self.matter, &chosen, &self.ticks)
    }

    /// What `i` leads to.
    ///
    /// When the visitor only brought what the last notice asked for, it is taken
    /// against that notice; whatever else changed needs a notice of its own.
    pub fn next(&self) -> Next {
        let complete = self.progress().missing() == 0;
        let Some(served) = &self.served else {
            return if complete {
                Next::NothingToTell
            } else {
                Next::Register
            };
        };
        let Some(notice) = &served.notice else {
            return if complete {
                Next::NothingToTell
            } else {
                Next::Notify(self.notify(&served.number))
            };
        };
        if !self.is_changed() {
            return Next::NothingNew(notice.number.clone());
        }
        let newly = self.newly_brought(notice);
        if !newly.is_empty() && (complete || self.only_more(notice)) {
            return Next::Bring(Bring {
                inquiry: served.number.clone(),
                brought: newly,
            });
        }
        if complete {
            Next::NothingToTell
        } else {
            Next::Notify(self.notify(&served.number))
        }
    }

    /// Numbers on the notice of documents that are here now and were not then.
    fn newly_brought(&self, notice: &Notice) -> Vec<u32> {
        let (_, before) = told(notice);
        let documents = notice.content.documents.iter();
        documents
            .filter(|one| self.tick(&one.name) == Tick::Brought)
            .filter(|one| before.get(&one.name) != Some(&Tick::Brought))
            .map(|one| one.number)
            .collect()
    }

    /// Whether nothing but more documents sets this apart from the notice.
    fn only_more(&self, notice: &Notice) -> bool {
        let (chosen, before) = told(notice);
        let more = |name: &str| {
            let now = self.tick(name);
            now == Tick::Brought || now == before.get(name).cloned().unwrap_or_default()
        };
        let listed = self.list();
        let known = |name: &str| notice.content.documents.iter().any(|one| one.name == name);
        chosen == self.chosen
            && listed.items().iter().all(|item| {
                let name = item.document.name.as_str();
                known(name) && more(name)
            })
    }

    fn notify(&self, inquiry: &Number) -> Notify {
        let list = self.list();
        let mut brought = Vec::new();
        let mut invalid = Vec::new();
        for item in list.items() {
            match self.tick(&item.document.name) {
                Tick::Brought => brought.push(item.number),
                Tick::Invalid(why) => invalid.push(Invalid {
                    document: item.number,
                    why,
                }),
                Tick::Missing => {}
            }
        }
        let chosen = self
            .known
            .iter()
            .filter(|one| self.chosen.contains(&one.id));
        Notify {
            inquiry: inquiry.clone(),
            matter: self.matter.id.0.clone(),
            circumstances: chosen.map(|one| one.id.0.clone()).collect(),
            brought,
            invalid,
            ..Notify::default()
        }
    }
}

/// Circumstances and ticks as a notice has them, with what was brought since.
fn told(notice: &Notice) -> (BTreeSet<CircumstanceId>, Ticks) {
    let content = &notice.content;
    let chosen = content.circumstances.iter().map(|one| one.id.clone());
    let mut ticks = content.ticks();
    for number in &notice.brought {
        if let Some(document) = content.document(*number) {
            ticks.insert(document.name.clone(), Tick::Brought);
        }
    }
    (chosen.collect(), ticks)
}

/// Ticks that say something: a missing document and one never looked at are the same.
fn brought(ticks: &Ticks) -> Vec<(&String, &Tick)> {
    let said = |(_, tick): &(&String, &Tick)| **tick != Tick::Missing;
    ticks.iter().filter(said).collect()
}

#[cfg(test)]
mod tests;
