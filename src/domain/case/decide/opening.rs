//! Entering what was reported or found.

use super::{CaseGround, line, said};
use crate::domain::case::command::{Open, Reporter};
use crate::domain::case::event::{CaseEvent, Opened};
use crate::domain::ids::StaffNo;
use crate::domain::refusal::{Accounting, Field, Named, Refusal};

pub(super) fn open(command: &Open, ground: &CaseGround<'_>) -> Result<Vec<CaseEvent>, Refusal> {
    let rules = ground.rules;
    if rules.categories.is_empty() {
        return Err(Accounting::NoRules.into());
    }
    let source = match command.source.trim() {
        // Not every regulation lists how things come to light.
        "" if rules.sources.is_empty() => "",
        "" => return Err(Refusal::Empty(Field::Source)),
        id if rules.sources.iter().any(|one| one.id == id) => id,
        id => return Err(Accounting::Unknown(Named::Source, id.to_owned()).into()),
    };
    let category = match (command.category.trim(), rules.categories.as_slice()) {
        ("", [only]) => only,
        ("", _) => return Err(Refusal::Empty(Field::Category)),
        (id, all) => all
            .iter()
            .find(|one| one.id == id)
            .ok_or_else(|| Accounting::Unknown(Named::Category, id.to_owned()))?,
    };
    if usize::try_from(command.item).unwrap_or(usize::MAX) > category.items.len() {
        let item = command.item.to_string();
        return Err(Accounting::Unknown(Named::Item, item).into());
    }
    let about = concerned(command, ground)?;
    if about.contains(&ground.actor.number) {
        return Err(Accounting::Concerned.into());
    }
    let text = said(&command.text, Field::Facts)?;
    line(&command.reporter.name, Field::Name)?;
    line(&command.reporter.contact, Field::Phone)?;
    let reporter = Reporter {
        name: command.reporter.name.trim().to_owned(),
        contact: command.reporter.contact.trim().to_owned(),
    };
    let given = |empty: bool| !empty;
    Ok(vec![CaseEvent::CaseOpened(Box::new(Opened {
        case: ground.next_number.clone(),
        rulebook: ground.rulebook.to_owned(),
        source: source.to_owned(),
        category: category.id.clone(),
        item: command.item,
        inquiry: given(command.inquiry.is_empty()).then(|| command.inquiry.clone()),
        complaint: given(command.complaint.is_empty()).then(|| command.complaint.clone()),
        before: given(command.before.is_empty()).then(|| command.before.clone()),
        about,
        by: ground.actor.number.clone(),
        text,
        reporter: reporter.into(),
    }))])
}

/// Who is concerned: those named, else the hands in which the inquiry's breaches fell.
fn concerned(command: &Open, ground: &CaseGround<'_>) -> Result<Vec<StaffNo>, Refusal> {
    let mut about: Vec<StaffNo> = command
        .about
        .iter()
        .filter(|one| !one.is_empty())
        .cloned()
        .collect();
    if about.is_empty() {
        let breaches = ground.inquiry.iter().flat_map(|one| &one.breaches);
        about.extend(breaches.map(|breach| breach.hands.clone()));
    }
    about.sort();
    about.dedup();
    if about.is_empty() {
        return Err(Refusal::Empty(Field::Concerned));
    }
    match about.iter().find(|one| ground.roster.get(one).is_none()) {
        Some(stranger) => Err(Refusal::UnknownStaff(stranger.clone())),
        None => Ok(about),
    }
}
