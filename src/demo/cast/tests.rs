//! Who and what a demonstration is made of, for each rulebook.

use std::collections::BTreeSet;

use super::*;
use crate::builtin::{catalog, rulebook};
use crate::demo::SHIFTS;
use crate::domain::catalog::MatterId;

fn casts() -> impl Iterator<Item = (&'static str, Cast)> {
    let read = |(_, file, text): &(_, &'static str, &str)| (*file, read(file, text).unwrap());
    CASTS.iter().map(read)
}

#[test]
fn everyone_whom_the_scenes_and_shifts_name_is_there() {
    for (file, cast) in casts() {
        let first = cast.person(&StaffNo::from("1001")).unwrap();
        assert_eq!(first.name, "李明", "{file}");
        let clerks = (1001..=1010).map(|number| number.to_string());
        let shifts = SHIFTS.iter().flat_map(|shift| [shift.from, shift.to]);
        for number in clerks.chain(shifts.map(str::to_owned)) {
            let person = cast.person(&StaffNo(number.clone())).unwrap();
            assert!(person.is(Role::Clerk), "{file}: {number}");
        }
        for number in ["2001", "2002", "2003"] {
            let person = cast.person(&StaffNo::from(number)).unwrap();
            assert!(person.is(Role::Handler), "{file}: {number}");
        }
        for role in [Role::Supervisor, Role::Quality, Role::Admin] {
            assert!(
                cast.staff.iter().any(|one| one.is(role)),
                "{file}: {role:?}"
            );
        }
    }
}

#[test]
fn numbers_are_given_once_and_substitutes_exist() {
    for (file, cast) in casts() {
        let numbers: BTreeSet<&StaffNo> = cast.staff.iter().map(|one| &one.number).collect();
        let names: BTreeSet<&str> = cast.staff.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(numbers.len(), cast.staff.len(), "{file}");
        assert_eq!(names.len(), cast.staff.len(), "{file}");
        for substitute in cast.staff.iter().filter_map(|one| one.substitute.as_ref()) {
            assert!(numbers.contains(substitute), "{file}: {substitute}");
        }
    }
}

#[test]
fn every_topic_has_someone_to_go_to_and_names_what_exists() {
    let catalog = catalog::examples().unwrap();
    for (file, cast) in casts() {
        for topic in &cast.topic {
            let somebody = StaffNo::default();
            let mut chance = Chance::new(1);
            let handler = cast.handler(&topic.department, &somebody, &mut chance);
            let at_window = cast
                .staff
                .iter()
                .any(|one| one.department == topic.department);
            assert!(
                handler.is_some() && at_window,
                "{file}: {}",
                topic.department
            );
            assert!(!topic.doubts.is_empty() && !topic.answers.is_empty());
            let matter = MatterId(topic.matter.clone());
            let listed = topic.matter.is_empty() || catalog.matter(&matter).is_some();
            assert!(listed, "{file}: {}", topic.matter);
        }
    }
}

#[test]
fn every_kind_and_channel_is_known_to_a_rulebook_that_the_cast_serves() {
    for (ids, file, text) in &CASTS {
        let cast: Cast = read(file, text).unwrap();
        let books: Vec<_> = ids.iter().filter_map(|id| rulebook::rulebook(id)).collect();
        let books: Vec<_> = books.into_iter().map(Result::unwrap).collect();
        if books.len() < ids.len() {
            continue;
        }
        for topic in &cast.topic {
            for kind in &topic.kinds {
                assert!(
                    books.iter().any(|book| book.kind(kind).is_some()),
                    "{file}: {kind}"
                );
            }
            for id in &topic.channels {
                assert!(
                    books.iter().any(|book| book.channel(id).is_some()),
                    "{file}: {id}"
                );
            }
            for step in topic.steps.iter().chain(cast.steps.keys()) {
                assert!(
                    books.iter().any(|book| book.step(step).is_some()),
                    "{file}: {step}"
                );
            }
        }
    }
}

#[test]
fn no_reply_uses_a_phrase_that_a_rulebook_forbids() {
    for (ids, file, text) in &CASTS {
        for book in ids.iter().filter_map(|id| rulebook::rulebook(id)) {
            let book = book.unwrap();
            assert!(book.forbidden_in(text).is_none(), "{file}: {}", book.id);
        }
    }
}

#[test]
fn what_people_say_is_punctuated_in_full_width() {
    for (_, file, text) in &CASTS {
        for said in text.split('"').skip(1).step_by(2) {
            let half = said.contains([',', ';', ':', '?', '!', '(']);
            assert!(!half, "{file}: {said}");
        }
    }
}
