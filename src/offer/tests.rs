//! What is offered first.

use super::*;
use crate::domain::staff::{Person, Role};
use crate::search::Entry;
use crate::store::MatterRow;

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
