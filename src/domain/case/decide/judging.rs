//! Deciding about a person, and on that person's appeal (D1 art. 4.4 to 4.8, 4.14, 4.17).

use super::inquiring::borne_out;
use super::{CaseGround, after, line, meant, said, with_clocks};
use crate::domain::case::command::{self, FineSet};
use crate::domain::case::event::{CaseEvent, Measure, Outcome};
use crate::domain::case::repeat::repeated;
use crate::domain::case::state::Case;
use crate::domain::ids::StaffNo;
use crate::domain::refusal::{Accounting, Field, Named, Refusal};
use crate::domain::rulebook::{Accountability, CaseAct, CaseStep, Fine, FinePer};

pub(super) fn decide(
    state: &Case,
    command: &command::Decide,
    ground: &CaseGround<'_>,
) -> Result<Vec<CaseEvent>, Refusal> {
    borne_out(state, ground)?;
    after(state.report.is_some(), CaseStep::Report, ground)?;
    if state.team.contains(&ground.actor.number) {
        return Err(Accounting::Investigated.into());
    }
    let staff = judged(state, &command.staff, ground)?;
    let decided = state.accused(&staff).and_then(|one| one.decision.as_ref());
    if let Some(decision) = decided {
        return Err(Accounting::Done(CaseStep::Decide, decision.at).into());
    }
    let fact = CaseEvent::CaseDecided {
        staff: staff.clone(),
        by: ground.actor.number.clone(),
        measure: Box::new(measure(command, ground)?),
    };
    with_clocks(state, fact, CaseAct::Decided, Some(&staff), ground)
}

/// Someone concerned; or the head of their department, where a fine falls on both.
fn judged(state: &Case, named: &StaffNo, ground: &CaseGround<'_>) -> Result<StaffNo, Refusal> {
    let head_too = ground.rules.fines.iter().any(|fine| fine.head_too);
    if !head_too || named.is_empty() || state.accused(named).is_some() {
        return meant(state, named);
    }
    let department = |staff: &StaffNo| ground.roster.get(staff).map(|one| &one.department);
    let theirs = department(named).ok_or_else(|| Refusal::UnknownStaff(named.clone()))?;
    let shared = state.accused.iter();
    if shared
        .map(|one| department(&one.staff))
        .any(|one| one == Some(theirs))
    {
        Ok(named.clone())
    } else {
        Err(Accounting::NotConcerned(named.clone()).into())
    }
}

pub(super) fn review(
    state: &Case,
    command: &command::Decide,
    ground: &CaseGround<'_>,
) -> Result<Vec<CaseEvent>, Refusal> {
    let staff = meant(state, &command.staff)?;
    let one = state.accused(&staff);
    let open = one.filter(|one| one.appeals());
    let first = open.and_then(|one| one.decision.as_ref());
    let Some(first) = first else {
        return Err(Accounting::NoAppeal(staff).into());
    };
    let outcome = match command.outcome.trim() {
        "" => return Err(Refusal::Empty(Field::Outcome)),
        id => Outcome::of(id).ok_or_else(|| Accounting::Unknown(Named::Outcome, id.to_owned()))?,
    };
    let text = said(&command.text, Field::Grounds)?;
    let measure = match outcome {
        Outcome::Uphold => Measure {
            text,
            ..first.measure.clone()
        },
        Outcome::Revoke => Measure {
            tier: String::new(),
            forms: Vec::new(),
            fines: Vec::new(),
            circumstances: Vec::new(),
            on_record: Vec::new(),
            authority: String::new().into(),
            refer: command.refer,
            text,
        },
        Outcome::Change => {
            let changed = measure(command, ground)?;
            if weight(ground.rules, &changed) > weight(ground.rules, &first.measure) {
                return Err(Accounting::Heavier.into());
            }
            changed
        }
    };
    let fact = CaseEvent::AppealDecided {
        staff: staff.clone(),
        by: ground.actor.number.clone(),
        outcome,
        measure: Box::new(measure),
    };
    with_clocks(state, fact, CaseAct::Reviewed, Some(&staff), ground)
}

/// How heavy a measure is: the tier, the heaviest form and the fines, in the rulebook's order.
fn weight(rules: &Accountability, measure: &Measure) -> (usize, usize, u32) {
    let tier = rules.tiers.iter().position(|one| one.id == measure.tier);
    let form = |id: &String| rules.forms.iter().position(|one| &one.id == id);
    let heaviest = measure.forms.iter().filter_map(form).max();
    let fines = measure.fines.iter().map(|one| one.yuan).sum();
    let place = |one: Option<usize>| one.map_or(0, |one| one + 1);
    (place(tier), place(heaviest), fines)
}

/// What is decided, once it stands in the rulebook's bounds.
fn measure(command: &command::Decide, ground: &CaseGround<'_>) -> Result<Measure, Refusal> {
    let rules = ground.rules;
    let tier = command.tier.trim();
    let of_tier = rules.tiers.iter().find(|one| one.id == tier);
    if !tier.is_empty() && of_tier.is_none() {
        return Err(Accounting::Unknown(Named::Tier, tier.to_owned()).into());
    }
    let mut forms: Vec<String> = Vec::new();
    for id in command.forms.iter().map(|id| id.trim()) {
        let form = rules.forms.iter().find(|one| one.id == id);
        let form = form.ok_or_else(|| Accounting::Unknown(Named::Form, id.to_owned()))?;
        if of_tier.is_some_and(|tier| !tier.forms.iter().any(|one| one == id)) {
            return Err(Accounting::NotOfTier(id.to_owned()).into());
        }
        if form.by_management && command.authority.trim().is_empty() {
            return Err(Accounting::ByManagement(id.to_owned()).into());
        }
        if !forms.iter().any(|one| one == id) {
            forms.push(id.to_owned());
        }
    }
    // A tier names how grave it is; what follows still has to be said.
    if of_tier.is_some() && forms.is_empty() {
        return Err(Refusal::Empty(Field::Forms));
    }
    if of_tier.is_none() && !forms.is_empty() && !rules.tiers.is_empty() {
        return Err(Refusal::Empty(Field::Tier));
    }
    for fine in &command.fines {
        fits(fine, rules)?;
    }
    let (circumstances, on_record) = weighing(command, ground)?;
    Ok(Measure {
        tier: tier.to_owned(),
        forms,
        fines: command.fines.clone(),
        circumstances,
        on_record,
        authority: line(&command.authority, Field::Authority)?,
        refer: command.refer,
        text: said(&command.text, Field::Grounds)?,
    })
}

/// A fine within its range; where the regulation breaks off, only its least is known.
fn fits(set: &FineSet, rules: &Accountability) -> Result<(), Refusal> {
    let known = rules.fines.iter().find(|one| one.id == set.fine);
    let fine: &Fine = known.ok_or_else(|| Accounting::Unknown(Named::Fine, set.fine.clone()))?;
    let times = match fine.per {
        FinePer::Instance => set.times.max(1),
        FinePer::Person => 1,
    };
    let from = fine.from.saturating_mul(times);
    let to = fine.to.map(|most| most.saturating_mul(times));
    if set.yuan < from || to.is_some_and(|most| set.yuan > most) {
        return Err(Accounting::FineOutside { from, to }.into());
    }
    Ok(())
}

/// The circumstances given, and those that the record itself shows.
fn weighing(
    command: &command::Decide,
    ground: &CaseGround<'_>,
) -> Result<(Vec<String>, Vec<crate::domain::ids::CaseNo>), Refusal> {
    let rules = ground.rules;
    let mut given: Vec<String> = Vec::new();
    for id in command.circumstances.iter().map(|id| id.trim()) {
        if !rules.circumstances.iter().any(|one| one.id == id) {
            return Err(Accounting::Unknown(Named::Circumstance, id.to_owned()).into());
        }
        if !given.iter().any(|one| one == id) {
            given.push(id.to_owned());
        }
    }
    let today = ground.office.local(ground.now).date();
    let mut cases = Vec::new();
    for (id, shown) in repeated(rules, ground.earlier, today) {
        if !given.iter().any(|one| one == id) {
            given.push(id.to_owned());
        }
        cases.extend(shown);
    }
    cases.sort();
    cases.dedup();
    Ok((given, cases))
}
