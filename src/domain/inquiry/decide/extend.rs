//! Extending a clock: only where a clause or the matter's own law grants it.

use super::{Draft, Verdict, required};
use crate::domain::command::Extend;
use crate::domain::inquiry::clocks;
use crate::domain::inquiry::event::Event;
use crate::domain::refusal::{Field, Refusal};

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
    let max = clocks::grantable(&clock.run, draft.ground).ok_or(Refusal::NoExtension)?;
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
        return Ok(Verdict {
            events: draft.events,
            refused: Some(refused),
        });
    }
    let by = clock.extended.saturating_add(command.by);
    if by > max {
        return Err(Refusal::ExtensionTooLong { max });
    }
    let due = clocks::extended(&clock.run, by, draft.ground)?;
    draft.record(Event::Extended {
        clock: id,
        leg,
        by,
        filed_by,
        reason: reason.into(),
        due: due.at,
        soon: due.soon,
        provisional: due.provisional,
    });
    Ok(Verdict {
        events: draft.events,
        refused: None,
    })
}
