//! Extending a clock: only where a clause or the matter's own law grants it.

use super::{Draft, TEXT_LIMIT, Verdict, required, within};
use crate::domain::command::{ExplainOverrun, Extend, RuleOnExtension};
use crate::domain::ids::ClockId;
use crate::domain::inquiry::clocks;
use crate::domain::inquiry::event::Event;
use crate::domain::inquiry::state::ClockRun;
use crate::domain::refusal::{Field, Refusal};
use crate::domain::staff::Role;

/// Filed by the end it is counted from the trigger and rolled once; filed later
/// it is refused, and that is recorded (D1 art. 3.7).
pub(super) fn extend(mut draft: Draft, command: &Extend) -> Result<Verdict, Refusal> {
    draft.must_keep()?;
    if command.clock.is_empty() {
        return Err(Refusal::Empty(Field::Clock));
    }
    let clock = draft
        .state
        .running(&command.clock)
        .ok_or_else(|| Refusal::ClockNotRunning(command.clock.clone()))?
        .clone();
    if clock.filed.is_some() {
        return Err(Refusal::ExtensionPending(clock.run.clock));
    }
    if clock.stands_still() {
        return Err(Refusal::StandsStill(clock.run.clock));
    }
    let max = clocks::grantable(&clock.run, &draft.ground.terms()).ok_or(Refusal::NoExtension)?;
    if command.by == 0 {
        return Err(Refusal::Empty(Field::By));
    }
    let reason = required(&command.reason, Field::Reason)?;
    let filed_by = draft.ground.actor.number.clone();
    let (id, leg) = (clock.run.clock.clone(), clock.run.leg);
    if draft.ground.now.is_late_for(clock.run.due) {
        let refused = Refusal::ExtensionTooLate { due: clock.run.due };
        draft.record(Event::ExtensionRefusedLate {
            clock: id,
            leg,
            filed_by,
        });
        let late = draft.ground.rules.late.as_ref();
        if let Some(rule) = late.and_then(|late| late.late_extension.clone()) {
            let hands = draft.state.answerable(&clock.run).clone();
            draft.record(Event::RuleBroken {
                rule,
                hands,
                substitute: None,
                charge: None,
            });
        }
        return Ok(Verdict {
            events: draft.events,
            refused: Some(refused),
        });
    }
    let by = clock.extended.saturating_add(command.by);
    if by > max {
        return Err(Refusal::ExtensionTooLong { max });
    }
    let rule = draft.ground.rules.clock(&id);
    let approval = rule
        .and_then(|rule| rule.extension.as_ref())
        .is_some_and(|extension| extension.approval);
    if approval && !draft.ground.actor.is(Role::Supervisor) {
        draft.record(Event::ExtensionFiled {
            clock: id,
            leg,
            by,
            filed_by,
            reason: reason.into(),
        });
    } else {
        let end = clocks::recount(&clock, by, draft.ground.now, draft.ground.office)?;
        let approved_by = approval.then(|| filed_by.clone());
        draft.record(Event::Extended {
            clock: id,
            leg,
            by,
            filed_by,
            reason: reason.into(),
            due: end.at,
            soon: end.soon,
            provisional: end.provisional,
            approved_by,
        });
    }
    Ok(Verdict {
        events: draft.events,
        refused: None,
    })
}

/// A supervisor decides on what was filed; what was filed in time may be decided
/// after the end, and counts from the trigger all the same.
pub(super) fn rule(draft: &mut Draft, command: &RuleOnExtension) -> Result<(), Refusal> {
    draft.must_be(Role::Supervisor)?;
    if command.clock.is_empty() {
        return Err(Refusal::Empty(Field::Clock));
    }
    let clock = draft
        .state
        .running(&command.clock)
        .ok_or_else(|| Refusal::ClockNotRunning(command.clock.clone()))?
        .clone();
    let filed = clock
        .filed
        .clone()
        .ok_or_else(|| Refusal::NothingFiled(command.clock.clone()))?;
    let by = draft.ground.actor.number.clone();
    let (id, leg) = (clock.run.clock.clone(), clock.run.leg);
    if !command.granted {
        let reason = required(&command.reason, Field::Reason)?;
        draft.record(Event::ExtensionDenied {
            clock: id,
            leg,
            by,
            reason: reason.into(),
        });
        return Ok(());
    }
    let end = clocks::recount(&clock, filed.by, draft.ground.now, draft.ground.office)?;
    draft.record(Event::Extended {
        clock: id,
        leg,
        by: filed.by,
        filed_by: filed.filed_by,
        reason: within(&command.reason, Field::Reason, TEXT_LIMIT)?.into(),
        due: end.at,
        soon: end.soon,
        provisional: end.provisional,
        approved_by: Some(by),
    });
    Ok(())
}

/// A time that holds "in principle" may be overrun, with a reason (D9 art. 11).
pub(super) fn explain(draft: &mut Draft, command: &ExplainOverrun) -> Result<(), Refusal> {
    draft.must_keep()?;
    if command.clock.is_empty() {
        return Err(Refusal::Empty(Field::Clock));
    }
    let rules = draft.ground.rules;
    let in_principle = rules
        .clock(&command.clock)
        .is_some_and(|rule| rule.in_principle);
    let overrun =
        |run: &ClockRun| run.run.clock == command.clock && run.breached.is_some() && !run.explained;
    if !in_principle || !draft.state.clocks.iter().any(overrun) {
        return Err(Refusal::NotOverrun(command.clock.clone()));
    }
    let reason = required(&command.reason, Field::Reason)?;
    draft.record(Event::OverrunExplained {
        clock: command.clock.clone(),
        by: draft.ground.actor.number.clone(),
        reason: reason.into(),
    });
    Ok(())
}

/// The first overrun of a time in principle that nobody has explained.
pub(super) fn unexplained(draft: &Draft) -> Option<ClockId> {
    let waits = |run: &&ClockRun| {
        let rule = draft.ground.rules.clock(&run.run.clock);
        run.breached.is_some() && !run.explained && rule.is_some_and(|rule| rule.in_principle)
    };
    let run = draft.state.clocks.iter().find(waits)?;
    Some(run.run.clock.clone())
}
