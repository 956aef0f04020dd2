//! From serving a decision to closing the case (D1 art. 4.14 to 4.17, D7 art. 6).

use super::{CaseGround, meant, said, with_clocks};
use crate::domain::case::command::{CarryOut, Say, SayOf, Serve, Tell, Whom};
use crate::domain::case::event::CaseEvent;
use crate::domain::case::state::{Accused, Case};
use crate::domain::ids::StaffNo;
use crate::domain::refusal::{Accounting, Field, Named, Refusal};
use crate::domain::rulebook::{CaseAct, CaseStep};
use crate::domain::staff::Role;
use crate::domain::time::Moment;

fn decided(state: &Case, staff: &StaffNo) -> Result<(Accused, Moment), Refusal> {
    let one = state.accused(staff);
    let found = one.and_then(|one| Some((one.clone(), one.decision.as_ref()?.at)));
    found.ok_or_else(|| Accounting::First(CaseStep::Decide).into())
}

pub(super) fn serve(
    state: &Case,
    command: &Serve,
    ground: &CaseGround<'_>,
) -> Result<Vec<CaseEvent>, Refusal> {
    let staff = meant(state, &command.staff)?;
    let (one, _) = decided(state, &staff)?;
    if let Some(at) = one.served_at {
        return Err(Accounting::Done(CaseStep::Serve, at).into());
    }
    if !command.rights_told && ground.rules.procedure.contains(&CaseStep::Serve) {
        return Err(Accounting::RightsUntold.into());
    }
    let fact = CaseEvent::DecisionServed {
        staff: staff.clone(),
        by: ground.actor.number.clone(),
        text: said(&command.text, Field::How)?,
    };
    with_clocks(state, fact, CaseAct::Served, Some(&staff), ground)
}

/// By the person, or entered for them by those who oversee.
pub(super) fn appeal(
    state: &Case,
    command: &SayOf,
    ground: &CaseGround<'_>,
) -> Result<Vec<CaseEvent>, Refusal> {
    let actor = ground.actor;
    let own = state.accused(&actor.number).is_some();
    if !own && !actor.is(Role::Quality) && !actor.is(Role::Supervisor) {
        return Err(Accounting::UnknownCase(state.number().clone()).into());
    }
    let staff = if own {
        actor.number.clone()
    } else {
        meant(state, &command.staff)?
    };
    let (one, _) = decided(state, &staff)?;
    if one.served_at.is_none() {
        return Err(Accounting::First(CaseStep::Serve).into());
    }
    if let Some(appeal) = &one.appeal {
        return Err(Accounting::AlreadyAppealed(appeal.at).into());
    }
    let right = state.clocks.iter().rev().find(|run| {
        let rule = ground.rules.clocks.iter().find(|one| one.id == run.clock);
        let stops = rule.is_some_and(|clock| clock.stops == CaseAct::Appealed);
        stops && run.staff.as_ref() == Some(&staff)
    });
    if let Some(run) = right
        && ground.now.is_late_for(run.due)
    {
        return Err(Accounting::RightGone(run.due).into());
    }
    let fact = CaseEvent::DecisionAppealed {
        staff: staff.clone(),
        by: actor.number.clone(),
        text: said(&command.text, Field::Grounds)?,
    };
    with_clocks(state, fact, CaseAct::Appealed, Some(&staff), ground)
}

pub(super) fn carry_out(
    state: &Case,
    command: &CarryOut,
    ground: &CaseGround<'_>,
) -> Result<Vec<CaseEvent>, Refusal> {
    let staff = meant(state, &command.staff)?;
    let (one, at) = decided(state, &staff)?;
    let form = command.form.trim();
    let stands = one.stands().map_or(&[][..], |one| &one.measure.forms);
    if !stands.iter().any(|id| id == form) {
        return Err(Accounting::Unknown(Named::Form, form.to_owned()).into());
    }
    if one.carried_out.iter().any(|id| id == form) {
        return Err(Accounting::Done(CaseStep::CarryOut, at).into());
    }
    Ok(vec![CaseEvent::FormCarriedOut {
        staff,
        form: form.to_owned(),
        by: ground.actor.number.clone(),
        text: said(&command.text, Field::How)?,
    }])
}

pub(super) fn tell(
    state: &Case,
    command: &Tell,
    ground: &CaseGround<'_>,
) -> Result<Vec<CaseEvent>, Refusal> {
    if command.whom == Whom::Reporter
        && state.reporter().is_none()
        && state.opened.source.is_empty()
    {
        return Err(Accounting::NoReporter.into());
    }
    Ok(vec![CaseEvent::OutcomeTold {
        whom: command.whom,
        by: ground.actor.number.clone(),
        text: said(&command.text, Field::Told)?,
    }])
}

pub(super) fn restore(
    state: &Case,
    command: &SayOf,
    ground: &CaseGround<'_>,
) -> Result<Vec<CaseEvent>, Refusal> {
    let staff = meant(state, &command.staff)?;
    let (one, _) = decided(state, &staff)?;
    if !one.cleared() {
        return Err(Accounting::StillAnswers(staff).into());
    }
    if let Some(at) = one.restored_at {
        return Err(Accounting::Done(CaseStep::Restore, at).into());
    }
    Ok(vec![CaseEvent::NameRestored {
        staff,
        by: ground.actor.number.clone(),
        text: said(&command.text, Field::How)?,
    }])
}

/// Closes what is finished, or what the first check did not bear out.
pub(super) fn close(
    state: &Case,
    command: &Say,
    ground: &CaseGround<'_>,
) -> Result<Vec<CaseEvent>, Refusal> {
    let borne_out = !matches!(state.check, Some((_, false, _)));
    if borne_out {
        finished(state, ground)?;
    }
    told_back(state, ground)?;
    Ok(vec![CaseEvent::CaseClosed {
        by: ground.actor.number.clone(),
        text: said(&command.text, Field::Note)?,
    }])
}

fn finished(state: &Case, ground: &CaseGround<'_>) -> Result<(), Refusal> {
    let asks = |step| ground.rules.procedure.contains(&step);
    if !state.is_decided() {
        return Err(Accounting::First(CaseStep::Decide).into());
    }
    for one in &state.accused {
        let owed = |step| Refusal::from(Accounting::Owed(step, one.staff.clone()));
        if asks(CaseStep::Serve) && one.served_at.is_none() {
            return Err(owed(CaseStep::Serve));
        }
        if one.appeals() {
            return Err(owed(CaseStep::Review));
        }
        let due = ground.rules.forms.iter().filter(|form| {
            let stands = one.stands().map_or(&[][..], |one| &one.measure.forms);
            stands.contains(&form.id) && !one.carried_out.contains(&form.id)
        });
        if due.count() > 0 {
            return Err(owed(CaseStep::CarryOut));
        }
        if asks(CaseStep::Restore) && one.cleared() && one.restored_at.is_none() {
            return Err(owed(CaseStep::Restore));
        }
    }
    // While a right runs its owner may still use it.
    match state.ticking().find(|run| run.right) {
        Some(run) => Err(Accounting::RightRuns(run.due).into()),
        None => Ok(()),
    }
}

fn told_back(state: &Case, ground: &CaseGround<'_>) -> Result<(), Refusal> {
    let told = |whom| state.told.iter().any(|(one, _)| *one == whom);
    let asks = |step| ground.rules.procedure.contains(&step);
    if asks(CaseStep::TellBack) && state.reporter().is_some() && !told(Whom::Reporter) {
        return Err(Accounting::First(CaseStep::TellBack).into());
    }
    let punished = state.accused.iter().any(Accused::answers);
    if asks(CaseStep::TellVisitor) && punished && state.inquiry().is_some() && !told(Whom::Visitor)
    {
        return Err(Accounting::First(CaseStep::TellVisitor).into());
    }
    Ok(())
}
