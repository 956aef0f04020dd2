//! Who is too near to a case to investigate or decide it (D1 art. 4.18).

use std::collections::BTreeSet;

use super::state::Case;
use crate::domain::ids::StaffNo;
use crate::domain::inquiry::Inquiry;
use crate::domain::staff::{Role, Roster};

/// Everyone in whose hands an inquiry ever lay: who was asked first, who sent, held or
/// kept a leg of it, and who took it over with a shift.
pub fn hands(inquiry: &Inquiry) -> BTreeSet<StaffNo> {
    let mut hands = BTreeSet::from([inquiry.first.clone()]);
    for leg in &inquiry.legs {
        hands.extend([leg.sender.clone(), leg.keeper.clone(), leg.holder.clone()]);
    }
    hands.extend(inquiry.turns().filter_map(|turn| turn.holder.clone()));
    for breach in &inquiry.breaches {
        hands.insert(breach.hands.clone());
        hands.extend(breach.substitute.clone());
    }
    hands.retain(|one| !one.is_empty());
    hands
}

/// Everyone who may not investigate: those concerned, whoever held the inquiry, and their
/// superiors of record, who are the supervisors of those people's departments.
pub fn kept_out(case: &Case, inquiry: Option<&Inquiry>, roster: &Roster) -> BTreeSet<StaffNo> {
    let mut out: BTreeSet<StaffNo> = case.accused.iter().map(|one| one.staff.clone()).collect();
    out.extend(inquiry.into_iter().flat_map(hands));
    let departments: BTreeSet<&str> = out
        .iter()
        .filter_map(|staff| roster.get(staff))
        .map(|person| person.department.as_str())
        .collect();
    let superiors: Vec<StaffNo> = roster
        .people()
        .filter(|person| {
            person.is(Role::Supervisor) && departments.contains(person.department.as_str())
        })
        .map(|person| person.number.clone())
        .collect();
    out.extend(superiors);
    out
}
