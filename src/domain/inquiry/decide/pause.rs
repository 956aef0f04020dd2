//! Time that does not count: only for a reason that the law lists, and told to the applicant.

use super::{Draft, required};
use crate::domain::command::{Resume, Suspend};
use crate::domain::deadline::SuspensionReason;
use crate::domain::ids::ClockId;
use crate::domain::inquiry::clocks;
use crate::domain::inquiry::event::{Event, RunsOn};
use crate::domain::inquiry::state::ClockRun;
use crate::domain::refusal::{Field, Refusal};

/// Lets the clocks that a reason may stop stand still from now on.
pub(super) fn suspend(draft: &mut Draft, command: &Suspend) -> Result<(), Refusal> {
    draft.must_keep()?;
    let given = command.reason.trim();
    if given.is_empty() {
        return Err(Refusal::Empty(Field::Reason));
    }
    let reason =
        SuspensionReason::parse(given).ok_or_else(|| Refusal::UnknownReason(given.to_owned()))?;
    let rules = draft.ground.rules;
    let may = |run: &&ClockRun| {
        run.is_running()
            && (command.clock.is_empty() || run.run.clock == command.clock)
            && rules.suspension(&run.run.clock, reason).is_some()
    };
    let clocks: Vec<(ClockId, u32)> = draft
        .state
        .clocks
        .iter()
        .filter(may)
        .map(|run| (run.run.clock.clone(), run.run.leg))
        .collect();
    if clocks.is_empty() {
        let runs = command.clock.is_empty() || draft.state.running(&command.clock).is_some();
        return Err(if runs {
            Refusal::NoSuspension
        } else {
            Refusal::ClockNotRunning(command.clock.clone())
        });
    }
    let told = required(&command.told, Field::Told)?;
    super::polite(&told, draft.ground.rules)?;
    draft.record(Event::Suspended {
        suspension: draft.state.suspensions + 1,
        reason,
        clocks,
        by: draft.ground.actor.number.clone(),
        told: told.into(),
    });
    Ok(())
}

/// Ends a suspension; its clocks run on unless another still holds them.
pub(super) fn resume(draft: &mut Draft, command: &Resume) -> Result<(), Refusal> {
    draft.must_keep()?;
    let lasts = |number: u32| {
        draft.state.clocks.iter().any(|run| {
            let mut pauses = run.pauses.iter();
            pauses.any(|pause| pause.suspension == number && pause.until.is_none())
        })
    };
    let suspension = if command.suspension == 0 {
        (1..=draft.state.suspensions)
            .rev()
            .find(|number| lasts(*number))
    } else {
        Some(command.suspension).filter(|number| lasts(*number))
    }
    .ok_or(Refusal::NotSuspended)?;
    let mut again = Vec::new();
    for run in draft.state.clocks.iter().filter(|run| run.stands_still()) {
        let mut after = run.clone();
        for pause in &mut after.pauses {
            if pause.suspension == suspension && pause.until.is_none() {
                pause.until = Some(draft.ground.now);
            }
        }
        if after.stands_still() {
            continue;
        }
        let end = clocks::recount(
            &after,
            after.extended,
            draft.ground.now,
            draft.ground.office,
        )?;
        again.push(RunsOn {
            clock: after.run.clock,
            leg: after.run.leg,
            due: end.at,
            soon: end.soon,
            provisional: end.provisional,
        });
    }
    draft.record(Event::Resumed {
        suspension,
        by: draft.ground.actor.number.clone(),
        clocks: again,
    });
    Ok(())
}
