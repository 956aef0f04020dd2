//! What can be chosen in a form, the likeliest first.

use std::cell::{Cell, OnceCell, RefCell};
use std::cmp::Reverse;
use std::collections::HashMap;
use std::rc::Rc;

use chrono::NaiveDate;

use crate::desk::Desk;
use crate::domain::ids::StaffNo;
use crate::domain::rulebook::Bilingual;
use crate::domain::staff::{Person, Role};
use crate::i18n::refusal::Speaker;
use crate::i18n::{Lang, urging as say};
use crate::search::{Choice, Entry, Shelf, Texts};
use crate::store::{InquiryRow, MatterRow};

/// How many of the newest inquiries tell what is asked for most.
pub const NEWEST: u32 = 300;

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

/// The matters of a catalogue, ready to be found.
#[derive(Debug, Default)]
pub struct Catalogue {
    rows: Vec<MatterRow>,
    zh: OnceCell<Vec<Rc<Entry>>>,
    en: OnceCell<Vec<Rc<Entry>>>,
}

impl Catalogue {
    /// Matters in their order.
    pub fn new(rows: Vec<MatterRow>) -> Self {
        Self {
            rows,
            zh: OnceCell::new(),
            en: OnceCell::new(),
        }
    }

    /// The matters as the register has them.
    pub fn rows(&self) -> &[MatterRow] {
        &self.rows
    }

    /// Matters to choose from, those asked for most before others.
    pub fn shelf(&self, habits: &Habits, lang: Lang) -> Shelf {
        let entries = self.entries(lang);
        let asked = |row: &MatterRow| habits.matters.get(&row.name).copied();
        let often = self.rows.iter().enumerate();
        let often = often.filter_map(|(at, row)| Some((asked(row)?, at)));
        let mut often: Vec<(usize, usize)> = often.collect();
        often.sort_by_key(|(times, _)| Reverse(*times));
        in_front(
            entries,
            &often.into_iter().map(|(_, at)| at).collect::<Vec<_>>(),
        )
    }

    fn entries(&self, lang: Lang) -> &[Rc<Entry>] {
        let cell = lang.pick(&self.zh, &self.en);
        cell.get_or_init(|| {
            let choice = |row: &MatterRow| Choice {
                id: row.id.clone(),
                label: lang.pick(&row.name, &row.name_en).clone(),
                detail: row.department.clone(),
                also: vec![lang.pick(&row.name_en, &row.name).clone(), row.id.clone()],
            };
            let ready = |row| Rc::new(Entry::new(choice(row)));
            self.rows.iter().map(ready).collect()
        })
    }
}

/// These entries, those at `places` before the others, as chosen lately.
fn in_front(entries: &[Rc<Entry>], places: &[usize]) -> Shelf {
    let mut first = vec![false; entries.len()];
    let mut shelf = Vec::with_capacity(entries.len());
    for &at in places {
        first[at] = true;
        shelf.push(Rc::clone(&entries[at]));
    }
    let others = entries.iter().zip(&first).filter(|(_, first)| !**first);
    shelf.extend(others.map(|(entry, _)| Rc::clone(entry)));
    Shelf::new(shelf, places.len())
}

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

    fn named(&self) -> &[Rc<Entry>] {
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

    fn briefly(&self) -> &[Rc<Entry>] {
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

/// Marks those who are away with their expected return.
pub fn mark_away(desk: &Desk, lang: Lang, entries: &mut [Rc<Entry>]) {
    for row in desk.read().away(desk.now()).unwrap_or_default() {
        if let Some(at) = place(entries, &row.staff) {
            let until = desk.office().local(row.until).format("%m-%d %H:%M");
            let mark = say::away_mark(lang, &until.to_string());
            let label = format!("{} {mark}", entries[at].label);
            entries[at] = Rc::new(entries[at].relabelled(label));
        }
    }
}

/// Puts whoever stands in before the one who is away, whose name finds them too;
/// one who is away as well is not proposed.
pub fn propose_substitutes(
    desk: &Desk,
    lang: Lang,
    names: &dyn Speaker,
    entries: &mut Vec<Rc<Entry>>,
) {
    let away = desk.read().away(desk.now()).unwrap_or_default();
    for row in &away {
        let present = |one: &&StaffNo| !away.iter().any(|row| &row.staff == *one);
        let Some(substitute) = row.substitute.as_ref().filter(present) else {
            continue;
        };
        let (Some(at), Some(stand_in)) = (place(entries, &row.staff), place(entries, substitute))
        else {
            continue;
        };
        let name = names.name(&row.staff);
        let known_as = entries[at].label.clone();
        let substitute = entries.remove(stand_in);
        let mark = say::substitute_mark(lang, &name);
        let label = format!("{} {mark}", substitute.label);
        let substitute = substitute.relabelled(label).known_as(known_as);
        let at = place(entries, &row.staff).unwrap_or(0);
        entries.insert(at, Rc::new(substitute));
    }
    mark_away(desk, lang, entries);
}

fn place(entries: &[Rc<Entry>], staff: &StaffNo) -> Option<usize> {
    entries.iter().position(|one| one.id == staff.as_str())
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

#[cfg(test)]
mod tests {
    use super::*;

    fn person(number: &str, department: &str, scope: &str, role: Role) -> Person {
        Person {
            number: number.into(),
            name: format!("某{number}"),
            department: department.into(),
            scope: scope.into(),
            roles: vec![role],
            ..Person::default()
        }
    }

    fn office() -> Roster {
        Roster::new(vec![
            person("1001", "办税厅", "发票", Role::Clerk),
            person("1002", "办税厅", "发票", Role::Clerk),
            person("2001", "税政科", "增值税", Role::Handler),
            person("2003", "税政科", "发票、增值税", Role::Handler),
            person("4001", "督察科", "发票", Role::Quality),
        ])
    }

    fn ids(entries: &[Rc<Entry>]) -> Vec<&str> {
        entries.iter().map(|one| one.id.as_str()).collect()
    }

    #[test]
    fn the_handler_whose_scope_speaks_of_the_matter_comes_first() {
        let me = StaffNo::from("1001");
        let found = office().receivers(&me, "发票领用(首次)", &Habits::none());
        assert_eq!(ids(&found), ["2003", "2001", "1002"]);
        assert_eq!(found[0].label, "某2003 税政科 2003");
    }

    #[test]
    fn whoever_took_it_before_comes_before_that() {
        let took = HashMap::from([(StaffNo::from("1002"), 2)]);
        let habits = Habits {
            receivers: HashMap::from([("发票领用".to_owned(), took)]),
            ..Habits::default()
        };
        let found = office().receivers(&StaffNo::from("1001"), "发票领用", &habits);
        assert_eq!(found[0].id, "1002");
    }

    #[test]
    fn departments_stand_once_and_chosen_ones_are_gone() {
        let found = office().departments("增值税申报", &["办税厅".to_owned()]);
        assert_eq!(ids(&found), ["税政科"]);
    }

    #[test]
    fn matters_asked_for_lately_come_first_and_stay_first_among_hits() {
        let row = |name: &str| MatterRow {
            id: name.to_owned(),
            name: name.to_owned(),
            name_en: String::new(),
            department: String::new(),
            effective: String::new(),
            cancelled: String::new(),
        };
        let catalogue = Catalogue::new(vec![row("发票代开"), row("户口"), row("发票领用(增量)")]);
        let habits = Habits {
            matters: HashMap::from([("发票领用(增量)".to_owned(), 3)]),
            ..Habits::default()
        };
        let shelf = catalogue.shelf(&habits, Lang::Zh);
        assert_eq!(ids(&shelf), ["发票领用(增量)", "发票代开", "户口"]);
        assert_eq!(shelf.find("fp").get(0), Some(0));
    }
}
