//! What ran late: excused, judged, charged. Nothing here takes it away.

use super::{Draft, required};
use crate::domain::command::{Command, ExcuseBreach, RecordBreach, ReviewBreach};
use crate::domain::ids::ClockId;
use crate::domain::inquiry::event::{BreachExcused, BreachReviewed, Charge, Event};
use crate::domain::inquiry::state::Breach;
use crate::domain::refusal::{Bar, Field, Refusal};
use crate::domain::staff::Role;

/// Whether a command may still be given once the inquiry is closed.
pub(super) fn outlives_closing(command: &Command) -> bool {
    matches!(
        command,
        Command::ExcuseBreach(_) | Command::ReviewBreach(_) | Command::RecordBreach(_)
    )
}

/// Why it was late, in the words of the one in whose hands it was.
pub(super) fn excuse(draft: &mut Draft, command: &ExcuseBreach) -> Result<(), Refusal> {
    let actor = &draft.ground.actor.number;
    let all = named(draft, &command.clock)?;
    let mine = || all.iter().filter(|one| one.lay_with(actor));
    let open = mine().find(|one| one.excuse.is_none());
    let breach = match (open.or_else(|| mine().next_back()), all.first()) {
        (Some(breach), _) => breach,
        (None, Some(others)) => {
            return Err(Refusal::NotYours {
                holder: others.hands.clone(),
            });
        }
        (None, None) => return Err(Refusal::Barred(Bar::NotBreached(command.clock.clone()))),
    };
    let excuse = required(&command.excuse, Field::Excuse)?;
    let fact = BreachExcused {
        breach: breach.no,
        clock: command.clock.clone(),
        by: actor.clone(),
        excuse: excuse.into(),
    };
    draft.record(Event::BreachExcused(Box::new(fact)));
    Ok(())
}

/// A supervisor or quality control says whether it was our own fault; nobody does
/// of what was in their own hands.
pub(super) fn review(draft: &mut Draft, command: &ReviewBreach) -> Result<(), Refusal> {
    must_judge(draft)?;
    let actor = &draft.ground.actor.number;
    let all = named(draft, &command.clock)?;
    let others = || all.iter().filter(|one| !one.lay_with(actor));
    let open = others().find(|one| one.review.is_none());
    let breach = match open.or_else(|| others().next_back()) {
        Some(breach) => breach,
        None if all.is_empty() => {
            return Err(Refusal::Barred(Bar::NotBreached(command.clock.clone())));
        }
        None => return Err(Refusal::Barred(Bar::OwnBreach)),
    };
    let text = required(&command.text, Field::Note)?;
    let fact = BreachReviewed {
        breach: breach.no,
        clock: command.clock.clone(),
        by: actor.clone(),
        own_fault: command.own_fault,
        text: text.into(),
    };
    draft.record(Event::BreachReviewed(Box::new(fact)));
    Ok(())
}

/// A supervisor or quality control charges a rule that no clock watches over: refused
/// without reason, no reply as prescribed, the result not delivered (D1 art. 3.7).
pub(super) fn record(draft: &mut Draft, command: &RecordBreach) -> Result<(), Refusal> {
    must_judge(draft)?;
    if command.rule.is_empty() {
        return Err(Refusal::Empty(Field::Rule));
    }
    let rule = draft
        .ground
        .rules
        .chargeable(&command.rule)
        .ok_or_else(|| Refusal::Barred(Bar::UnknownRule(command.rule.clone())))?;
    if command.hands.is_empty() {
        return Err(Refusal::Empty(Field::Hands));
    }
    let hands = draft.ground.person(&command.hands)?.number.clone();
    let text = required(&command.text, Field::Note)?;
    draft.record(Event::RuleBroken {
        rule,
        hands,
        substitute: None,
        charge: Some(Box::new(Charge {
            by: draft.ground.actor.number.clone(),
            text: text.into(),
        })),
    });
    Ok(())
}

fn must_judge(draft: &Draft) -> Result<(), Refusal> {
    let actor = draft.ground.actor;
    if actor.is(Role::Supervisor) || actor.is(Role::Quality) {
        Ok(())
    } else {
        Err(Refusal::NotAllowed)
    }
}

/// The breaches of a clock or a rule.
fn named(draft: &Draft, clock: &ClockId) -> Result<Vec<Breach>, Refusal> {
    if clock.is_empty() {
        return Err(Refusal::Empty(Field::Clock));
    }
    let all = draft.state.breaches.iter();
    Ok(all.filter(|one| &one.rule == clock).cloned().collect())
}
