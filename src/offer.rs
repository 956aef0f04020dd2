//! What can be chosen in a form, the likeliest first.

use std::collections::HashMap;

use crate::desk::Desk;
use crate::domain::ids::StaffNo;
use crate::domain::rulebook::Bilingual;
use crate::domain::staff::{Person, Role};
use crate::i18n::refusal::Speaker;
use crate::i18n::{Lang, urging as say};
use crate::search::Choice;
use crate::store::{InquiryRow, MatterRow};

/// How many of the newest inquiries tell what is asked for most.
pub const NEWEST: u32 = 300;

/// What the newest inquiries tell of how the office is used.
#[derive(Debug, Clone, Default)]
pub struct Habits {
    matters: HashMap<String, usize>,
    receivers: HashMap<(String, StaffNo), usize>,
}

impl Habits {
    /// Learns from the newest inquiries.
    pub fn of(rows: &[InquiryRow]) -> Self {
        let mut habits = Self::default();
        for row in rows.iter().filter(|row| !row.matter.is_empty()) {
            *habits.matters.entry(row.matter.clone()).or_default() += 1;
            if row.holder != row.first {
                let pair = (row.matter.clone(), row.holder.clone());
                *habits.receivers.entry(pair).or_default() += 1;
            }
        }
        habits
    }

    fn receiver(&self, matter: &str, staff: &StaffNo) -> usize {
        let pair = (matter.to_owned(), staff.clone());
        self.receivers.get(&pair).copied().unwrap_or(0)
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

/// Matters, those asked for most before others.
pub fn matters(rows: &[MatterRow], habits: &Habits, lang: Lang) -> Vec<Choice> {
    let mut rows: Vec<&MatterRow> = rows.iter().collect();
    rows.sort_by_key(|row| {
        std::cmp::Reverse(habits.matters.get(&row.name).copied().unwrap_or_default())
    });
    let choice = |row: &&MatterRow| Choice {
        id: row.id.clone(),
        label: lang.pick(&row.name, &row.name_en).clone(),
        detail: row.department.clone(),
        also: vec![lang.pick(&row.name_en, &row.name).clone()],
    };
    rows.iter().map(choice).collect()
}

/// Who can take a matter over, the likeliest before others: who took it before,
/// then whose scope speaks of it, handlers before windows.
pub fn receivers(people: &[Person], me: &StaffNo, matter: &str, habits: &Habits) -> Vec<Choice> {
    let mut able: Vec<(&Person, _)> = people
        .iter()
        .filter(|person| &person.number != me && takes_legs(person))
        .map(|person| {
            let likeliest = (
                habits.receiver(matter, &person.number),
                person.is(Role::Handler),
                common(matter, &person.scope),
                common(matter, &person.department),
            );
            (person, likeliest)
        })
        .collect();
    // Nobody's scope speaks of it: then being a handler says nothing more than the number.
    able.sort_by_key(|(_, likeliest)| std::cmp::Reverse(*likeliest));
    able.into_iter().map(|(person, _)| named(person)).collect()
}

/// Supervisors, those of `department` before others.
pub fn superiors(people: &[Person], me: &Person) -> Vec<Choice> {
    let mut able: Vec<&Person> = people
        .iter()
        .filter(|person| person.number != me.number && person.is(Role::Supervisor))
        .collect();
    able.sort_by_key(|person| person.department != me.department);
    able.into_iter().map(named).collect()
}

/// Departments of those who can take something over, without those `chosen`.
pub fn departments(people: &[Person], matter: &str, chosen: &[String]) -> Vec<Choice> {
    let mut best: Vec<(&str, usize)> = Vec::new();
    for person in people.iter().filter(|person| takes_legs(person)) {
        let score = common(matter, &person.scope) + common(matter, &person.department);
        match best.iter_mut().find(|(name, _)| *name == person.department) {
            Some((_, known)) => *known = score.max(*known),
            None => best.push((&person.department, score)),
        }
    }
    best.retain(|(name, _)| !chosen.iter().any(|one| one == name));
    best.sort_by_key(|(_, score)| std::cmp::Reverse(*score));
    let choice = |(name, _): &(&str, usize)| Choice {
        id: (*name).to_owned(),
        label: (*name).to_owned(),
        ..Choice::default()
    };
    best.iter().map(choice).collect()
}

fn takes_legs(person: &Person) -> bool {
    [Role::Handler, Role::Clerk, Role::Supervisor]
        .into_iter()
        .any(|role| person.is(role))
}

fn named(person: &Person) -> Choice {
    let Person {
        number,
        name,
        department,
        scope,
        ..
    } = person;
    Choice {
        id: number.to_string(),
        label: format!("{name} {department} {number}"),
        detail: scope.clone(),
        also: vec![department.clone(), scope.clone()],
    }
}

/// Marks those who are away with their expected return.
pub fn mark_away(desk: &Desk, lang: Lang, choices: &mut [Choice]) {
    for row in desk.read().away(desk.now()).unwrap_or_default() {
        if let Some(at) = place(choices, &row.staff) {
            let until = desk
                .office()
                .local(row.until)
                .format("%m-%d %H:%M")
                .to_string();
            let label = &choices[at].label;
            choices[at].label = format!("{label} {}", say::away_mark(lang, &until));
        }
    }
}

/// Puts whoever stands in before the one who is away, whose name finds them too;
/// one who is away as well is not proposed.
pub fn propose_substitutes(
    desk: &Desk,
    lang: Lang,
    names: &dyn Speaker,
    choices: &mut Vec<Choice>,
) {
    let away = desk.read().away(desk.now()).unwrap_or_default();
    for row in &away {
        let present = |one: &&StaffNo| !away.iter().any(|row| &row.staff == *one);
        let Some(substitute) = row.substitute.as_ref().filter(present) else {
            continue;
        };
        let (Some(at), Some(stand_in)) = (place(choices, &row.staff), place(choices, substitute))
        else {
            continue;
        };
        let name = names.name(&row.staff);
        let known_as = choices[at].label.clone();
        let mut substitute = choices.remove(stand_in);
        let mark = say::substitute_mark(lang, &name);
        substitute.label = format!("{} {mark}", substitute.label);
        substitute.also.push(known_as);
        let at = place(choices, &row.staff).unwrap_or(0);
        choices.insert(at, substitute);
    }
    mark_away(desk, lang, choices);
}

fn place(choices: &[Choice], staff: &StaffNo) -> Option<usize> {
    choices.iter().position(|one| one.id == staff.as_str())
}

/// How many pairs of neighbouring characters two texts share: 发票领用 and
/// 发票、增值税 share one.
fn common(text: &str, other: &str) -> usize {
    let letters: Vec<char> = text.chars().collect();
    letters
        .windows(2)
        .filter(|pair| pair.iter().all(|c| c.is_alphabetic()))
        .filter(|pair| other.contains(&pair.iter().collect::<String>()))
        .count()
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

    fn office() -> Vec<Person> {
        vec![
            person("1001", "办税厅", "发票", Role::Clerk),
            person("1002", "办税厅", "发票", Role::Clerk),
            person("2001", "税政科", "增值税", Role::Handler),
            person("2003", "税政科", "发票、增值税", Role::Handler),
            person("4001", "督察科", "发票", Role::Quality),
        ]
    }

    #[test]
    fn the_handler_whose_scope_speaks_of_the_matter_comes_first() {
        let me = StaffNo::from("1001");
        let found = receivers(&office(), &me, "发票领用(首次)", &Habits::default());
        let ids: Vec<&str> = found.iter().map(|one| one.id.as_str()).collect();
        assert_eq!(ids, ["2003", "2001", "1002"]);
        assert_eq!(found[0].label, "某2003 税政科 2003");
    }

    #[test]
    fn whoever_took_it_before_comes_before_that() {
        let habits = Habits {
            receivers: HashMap::from([(("发票领用".to_owned(), StaffNo::from("1002")), 2)]),
            ..Habits::default()
        };
        let found = receivers(&office(), &StaffNo::from("1001"), "发票领用", &habits);
        assert_eq!(found[0].id, "1002");
    }

    #[test]
    fn departments_stand_once_and_chosen_ones_are_gone() {
        let found = departments(&office(), "增值税申报", &["办税厅".to_owned()]);
        let ids: Vec<&str> = found.iter().map(|one| one.id.as_str()).collect();
        assert_eq!(ids, ["税政科"]);
    }
}
