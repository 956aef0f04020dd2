//! From the first check to the written report (D1 art. 4.10 to 4.13).

use super::{CaseGround, after, meant, said, unreckoned, with_clocks};
use crate::domain::case::clocks;
use crate::domain::case::command::{
    Check, Extend, Hear, Investigate, Obstruct, Recuse, Report, Rule, Say,
};
use crate::domain::case::concern::kept_out;
use crate::domain::case::event::{CaseEvent, Written};
use crate::domain::case::seen::Sees;
use crate::domain::case::state::{Case, CaseRun};
use crate::domain::ids::StaffNo;
use crate::domain::refusal::{Accounting, Field, Refusal};
use crate::domain::rulebook::{CaseAct, CaseClock, CaseStep, Extension};

/// A look is put on record before anything is shown.
pub(super) fn look(
    state: &Case,
    command: &Say,
    ground: &CaseGround<'_>,
) -> Result<Vec<CaseEvent>, Refusal> {
    if state.seen_by(ground.actor) == Sees::Nothing {
        // Not even that there is such a case.
        return Err(Accounting::UnknownCase(state.number().clone()).into());
    }
    Ok(vec![CaseEvent::CaseLookedAt {
        by: ground.actor.number.clone(),
        reason: said(&command.text, Field::Reason)?,
    }])
}

pub(super) fn check(
    state: &Case,
    command: &Check,
    ground: &CaseGround<'_>,
) -> Result<Vec<CaseEvent>, Refusal> {
    if let Some((at, ..)) = &state.check {
        return Err(Accounting::Done(CaseStep::Check, *at).into());
    }
    Ok(vec![CaseEvent::CaseChecked {
        borne_out: command.borne_out,
        by: ground.actor.number.clone(),
        text: said(&command.text, Field::Findings)?,
    }])
}

pub(super) fn propose(
    state: &Case,
    command: &Say,
    ground: &CaseGround<'_>,
) -> Result<Vec<CaseEvent>, Refusal> {
    borne_out(state, ground)?;
    if let Some((at, _)) = &state.proposal {
        return Err(Accounting::Done(CaseStep::Propose, *at).into());
    }
    Ok(vec![CaseEvent::CaseProposed {
        by: ground.actor.number.clone(),
        text: said(&command.text, Field::Proposal)?,
    }])
}

/// What the first check did not bear out goes no further.
pub(super) fn borne_out(state: &Case, ground: &CaseGround<'_>) -> Result<(), Refusal> {
    match &state.check {
        Some((_, false, _)) => Err(Accounting::NotBorneOut.into()),
        Some((_, true, _)) => Ok(()),
        None => after(false, CaseStep::Check, ground),
    }
}

pub(super) fn investigate(
    state: &Case,
    command: &Investigate,
    ground: &CaseGround<'_>,
) -> Result<Vec<CaseEvent>, Refusal> {
    borne_out(state, ground)?;
    after(state.proposal.is_some(), CaseStep::Propose, ground)?;
    if let Some(at) = state.investigated_at {
        return Err(Accounting::Done(CaseStep::Investigate, at).into());
    }
    let mut team: Vec<StaffNo> = command
        .team
        .iter()
        .filter(|one| !one.is_empty())
        .cloned()
        .collect();
    team.sort();
    team.dedup();
    if team.is_empty() {
        return Err(Refusal::Empty(Field::Team));
    }
    for one in &team {
        may_investigate(state, one, ground)?;
    }
    let fact = CaseEvent::InvestigationOpened {
        by: ground.actor.number.clone(),
        team,
        text: said(&command.text, Field::Reason)?,
    };
    with_clocks(state, fact, CaseAct::Opened, None, ground)
}

/// Nobody who is concerned, who held the inquiry, or who is such a person's superior.
fn may_investigate(state: &Case, staff: &StaffNo, ground: &CaseGround<'_>) -> Result<(), Refusal> {
    if ground.roster.get(staff).is_none() {
        return Err(Refusal::UnknownStaff(staff.clone()));
    }
    let out = kept_out(state, ground.inquiry, ground.roster);
    if out.contains(staff) || state.recused.contains(staff) {
        return Err(Accounting::TooNear(staff.clone()).into());
    }
    Ok(())
}

pub(super) fn recuse(
    state: &Case,
    command: &Recuse,
    ground: &CaseGround<'_>,
) -> Result<Vec<CaseEvent>, Refusal> {
    if !state.team.contains(&command.staff) {
        return Err(Accounting::NotInTeam(command.staff.clone()).into());
    }
    let instead = (!command.instead.is_empty()).then(|| command.instead.clone());
    match &instead {
        Some(one) => may_investigate(state, one, ground)?,
        // Somebody has to go on.
        None if state.team.len() == 1 => return Err(Refusal::Empty(Field::Team)),
        None => {}
    }
    Ok(vec![CaseEvent::InvestigatorRecused {
        staff: command.staff.clone(),
        instead,
        text: said(&command.text, Field::Reason)?,
    }])
}

pub(super) fn hear(
    state: &Case,
    command: &Hear,
    ground: &CaseGround<'_>,
) -> Result<Vec<CaseEvent>, Refusal> {
    borne_out(state, ground)?;
    after(
        state.investigated_at.is_some(),
        CaseStep::Investigate,
        ground,
    )?;
    Ok(vec![CaseEvent::StatementHeard {
        staff: meant(state, &command.staff)?,
        by: ground.actor.number.clone(),
        text: said(&command.text, Field::Statement)?,
        upheld: command.upheld,
    }])
}

pub(super) fn obstruct(state: &Case, command: &Obstruct) -> Result<Vec<CaseEvent>, Refusal> {
    Ok(vec![CaseEvent::InvestigationObstructed {
        staff: meant(state, &command.staff)?,
        text: said(&command.text, Field::Facts)?,
        suspend: command.suspend,
    }])
}

/// The running clock that can be extended, with what grants it.
fn extendable<'a>(
    state: &'a Case,
    ground: &'a CaseGround<'_>,
) -> Result<(&'a CaseRun, &'a CaseClock, &'a Extension), Refusal> {
    let found = state.clocks.iter().rev().find_map(|run| {
        let clock = ground.rules.clocks.iter().find(|one| one.id == run.clock)?;
        let extension = clock.extension.as_ref()?;
        run.is_running().then_some((run, clock, extension))
    });
    found.ok_or(Refusal::NoExtension)
}

pub(super) fn extend(
    state: &Case,
    command: &Extend,
    ground: &CaseGround<'_>,
) -> Result<Vec<CaseEvent>, Refusal> {
    if let Some(filed) = &state.filed {
        return Err(Refusal::ExtensionPending(filed.clock.clone()));
    }
    let (run, clock, extension) = extendable(state, ground)?;
    if command.by == 0 {
        return Err(Refusal::Empty(Field::By));
    }
    if ground.now.is_late_for(run.due) {
        return Err(Refusal::ExtensionTooLate { due: run.due });
    }
    if command.by + run.extended > extension.max {
        return Err(Refusal::ExtensionTooLong { max: extension.max });
    }
    let text = said(&command.text, Field::Reason)?;
    let filed = CaseEvent::CaseExtensionFiled {
        clock: clock.id.clone(),
        amount: command.by,
        by: ground.actor.number.clone(),
        text: text.clone(),
    };
    if extension.approval {
        return Ok(vec![filed]);
    }
    let (due, provisional) = clocks::due(clock, run.from, run.extended + command.by, ground.office)
        .map_err(|error| unreckoned(&error))?;
    let granted = CaseEvent::CaseExtensionRuled {
        clock: clock.id.clone(),
        approved: true,
        by: ground.actor.number.clone(),
        due,
        provisional,
        text,
    };
    Ok(vec![filed, granted])
}

pub(super) fn rule_on_extension(
    state: &Case,
    command: &Rule,
    ground: &CaseGround<'_>,
) -> Result<Vec<CaseEvent>, Refusal> {
    let filed = state.filed.as_ref().ok_or(Accounting::NothingFiled)?;
    if filed.by == ground.actor.number {
        return Err(Accounting::OwnRequest.into());
    }
    let (run, clock, _) = extendable(state, ground)?;
    let more = if command.approve { filed.amount } else { 0 };
    let (due, provisional) = clocks::due(clock, run.from, run.extended + more, ground.office)
        .map_err(|error| unreckoned(&error))?;
    Ok(vec![CaseEvent::CaseExtensionRuled {
        clock: clock.id.clone(),
        approved: command.approve,
        by: ground.actor.number.clone(),
        due,
        provisional,
        text: said(&command.text, Field::Reason)?,
    }])
}

pub(super) fn report(
    state: &Case,
    command: &Report,
    ground: &CaseGround<'_>,
) -> Result<Vec<CaseEvent>, Refusal> {
    borne_out(state, ground)?;
    after(
        state.investigated_at.is_some(),
        CaseStep::Investigate,
        ground,
    )?;
    if let Some((at, _)) = &state.report {
        return Err(Accounting::Done(CaseStep::Report, *at).into());
    }
    let in_team = state.team.is_empty() || state.team.contains(&ground.actor.number);
    if !in_team {
        return Err(Accounting::NotInTeam(ground.actor.number.clone()).into());
    }
    if let Some(one) = state.accused.iter().find(|one| one.statements.is_empty()) {
        after(false, CaseStep::Hear, ground).map_err(|_| Accounting::Unheard(one.staff.clone()))?;
    }
    let fact = CaseEvent::ReportHandedIn(Box::new(Written {
        by: ground.actor.number.clone(),
        facts: said(&command.facts, Field::Facts)?,
        conclusion: said(&command.conclusion, Field::Conclusion)?,
        proposal: said(&command.proposal, Field::Proposal)?,
    }));
    with_clocks(state, fact, CaseAct::Reported, None, ground)
}
