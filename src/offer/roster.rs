//! The people who can be chosen.

use std::cell::OnceCell;
use std::cmp::Reverse;
use std::collections::HashMap;
use std::rc::Rc;

use super::Habits;
use crate::domain::ids::StaffNo;
use crate::domain::staff::{Person, Role};
use crate::search::{Choice, Entry, Shelf, Texts};

/// The people of an office, ready to be found.
#[derive(Debug, Default)]
pub struct Roster {
    people: Vec<Person>,
    /// Each under name, department and number.
    named: OnceCell<Vec<Rc<Entry>>>,
    /// Each under name and number, the department beside it.
    briefly: OnceCell<Vec<Rc<Entry>>>,
}

impl Roster {
    /// People by number.
    pub fn new(people: Vec<Person>) -> Self {
        Self {
            people,
            named: OnceCell::new(),
            briefly: OnceCell::new(),
        }
    }

    /// Everyone, by number.
    pub fn people(&self) -> &[Person] {
        &self.people
    }

    /// The person with this number.
    pub fn get(&self, number: &StaffNo) -> Option<&Person> {
        let at = self.people.binary_search_by(|one| one.number.cmp(number));
        at.ok().map(|at| &self.people[at])
    }

    /// Who can take a matter over, the likeliest before others: who took it before,
    /// then whose scope speaks of it, handlers before windows.
    pub fn receivers(&self, me: &StaffNo, matter: &str, habits: &Habits) -> Vec<Rc<Entry>> {
        let none = HashMap::new();
        let took = habits.receivers.get(matter).unwrap_or(&none);
        let mut near = Nearness::to(matter);
        let mut front: Vec<(_, usize)> = Vec::new();
        let (mut handlers, mut others) = (Vec::new(), Vec::new());
        for (at, person) in self.people.iter().enumerate() {
            if &person.number == me || !person.holds_inquiries() {
                continue;
            }
            let times = took.get(&person.number).copied().unwrap_or(0);
            let speaks = (near.of(&person.scope), near.of(&person.department));
            let handler = person.is(Role::Handler);
            // Nobody's scope speaks of it: then being a handler says nothing more than the number.
            if times > 0 || speaks != (0, 0) {
                front.push(((times > 0, times, handler, speaks), at));
            } else if handler {
                handlers.push(at);
            } else {
                others.push(at);
            }
        }
        front.sort_by_key(|(likeliest, _)| Reverse(*likeliest));
        let named = self.named();
        // A window whose scope speaks of it still comes behind every handler.
        let (first, behind): (Vec<_>, Vec<_>) = front
            .into_iter()
            .partition(|((took, _, handler, _), _)| *took || *handler);
        let behind = behind.into_iter().map(|(_, at)| at);
        let places = first.into_iter().map(|(_, at)| at);
        let places = places.chain(handlers).chain(behind).chain(others);
        places.map(|at| Rc::clone(&named[at])).collect()
    }

    /// Supervisors, those of one's own department before others.
    pub fn superiors(&self, me: &Person) -> Vec<Rc<Entry>> {
        let named = self.named();
        let able = self.people.iter().zip(named);
        let able = able.filter(|(one, _)| one.number != me.number && one.is(Role::Supervisor));
        let mut able: Vec<(&Person, &Rc<Entry>)> = able.collect();
        able.sort_by_key(|(person, _)| person.department != me.department);
        able.into_iter()
            .map(|(_, entry)| Rc::clone(entry))
            .collect()
    }

    /// Departments of those who can take something over, the likeliest first, without
    /// those `chosen`.
    pub fn departments(&self, matter: &str, chosen: &[String]) -> Shelf {
        let mut near = Nearness::to(matter);
        let mut places: HashMap<&str, usize> = HashMap::new();
        let mut best: Vec<(&str, usize)> = Vec::new();
        for person in self.people.iter().filter(|one| one.holds_inquiries()) {
            let score = near.of(&person.scope) + near.of(&person.department);
            let place = *places.entry(&person.department).or_insert(best.len());
            if place == best.len() {
                best.push((&person.department, score));
            } else {
                best[place].1 = best[place].1.max(score);
            }
        }
        best.retain(|(name, _)| !chosen.iter().any(|one| one == name));
        best.sort_by_key(|(_, score)| Reverse(*score));
        let choice = |(name, _): (&str, usize)| Choice {
            id: name.to_owned(),
            label: name.to_owned(),
            ..Choice::default()
        };
        best.into_iter().map(choice).collect()
    }

    /// Everyone who is wanted, by name and number, handlers before those who sit in
    /// the hall.
    pub fn everyone(&self, wanted: impl Fn(&Person) -> bool) -> Vec<Rc<Entry>> {
        let all = || self.people.iter().zip(self.briefly());
        let some = |handler: bool| all().filter(move |(one, _)| one.is(Role::Handler) == handler);
        let wanted = some(true).chain(some(false)).filter(|(one, _)| wanted(one));
        wanted.map(|(_, entry)| Rc::clone(entry)).collect()
    }

    pub(super) fn named(&self) -> &[Rc<Entry>] {
        self.named.get_or_init(|| {
            let choice = |person: &Person| Choice {
                id: person.number.to_string(),
                label: format!("{} {} {}", person.name, person.department, person.number),
                detail: person.scope.clone(),
                also: vec![person.scope.clone()],
            };
            let mut texts = Texts::default();
            let ready = |person| Rc::new(Entry::sharing(choice(person), &mut texts));
            self.people.iter().map(ready).collect()
        })
    }

    pub(super) fn briefly(&self) -> &[Rc<Entry>] {
        self.briefly.get_or_init(|| {
            let choice = |person: &Person| Choice {
                id: person.number.to_string(),
                label: format!("{} {}", person.name, person.number),
                detail: person.department.clone(),
                also: vec![
                    person.department.clone(),
                    person.scope.clone(),
                    person.post.clone(),
                ],
            };
            let mut texts = Texts::default();
            let ready = |person| Rc::new(Entry::sharing(choice(person), &mut texts));
            self.people.iter().map(ready).collect()
        })
    }
}

/// How near texts are to one: how many pairs of neighbouring characters they share,
/// as 发票领用 and 发票、增值税 share one. Offices use few texts for many people.
struct Nearness<'p> {
    pairs: Vec<String>,
    known: HashMap<&'p str, usize>,
}

impl<'p> Nearness<'p> {
    fn to(text: &str) -> Self {
        let letters: Vec<char> = text.chars().collect();
        let pairs = letters.windows(2);
        let pairs = pairs.filter(|pair| pair.iter().all(|c| c.is_alphabetic()));
        Self {
            pairs: pairs.map(|pair| pair.iter().collect()).collect(),
            known: HashMap::new(),
        }
    }

    fn of(&mut self, other: &'p str) -> usize {
        if self.pairs.is_empty() {
            return 0;
        }
        let pairs = &self.pairs;
        let count = || pairs.iter().filter(|pair| other.contains(*pair)).count();
        *self.known.entry(other).or_insert_with(count)
    }
}
