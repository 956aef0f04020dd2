//! Whose it is when colleagues cannot agree: rulings, coordination, other hands.

use super::handoff::receiver;
use super::{Draft, required};
use crate::domain::command::{Reassign, RuleOnHandling};
use crate::domain::inquiry::event::{Coordinated, Event, HandlingRuled, Reassigned};
use crate::domain::inquiry::state::Stage;
use crate::domain::refusal::{Bar, Field, Refusal};
use crate::domain::rulebook::Act;
use crate::domain::staff::Role;

/// After this many returns of one inquiry a supervisor decides, whatever the rulebook.
pub(super) const RETURNS_BEFORE_RULING: u32 = 2;

/// A supervisor says whose it is, and sends it there: from now on nobody sends it back.
pub(super) fn rule_on_handling(draft: &mut Draft, command: &RuleOnHandling) -> Result<(), Refusal> {
    draft.must_be(Role::Supervisor)?;
    if !draft.state.handling.awaits_ruling {
        return Err(Refusal::Barred(Bar::NothingToRule));
    }
    if draft.state.stage == Stage::Answered {
        return Err(Refusal::AlreadyResolved);
    }
    let holder = receiver(draft, &command.department, &command.staff)?.clone();
    let text = required(&command.text, Field::Reason)?;
    let from = draft.state.current_leg();
    let from_leg = from.no;
    let sender = from.holder.clone();
    let stays = sender == holder.number;
    let leg = if stays { from_leg } else { draft.next_leg() };
    draft.record(Event::HandlingRuled(Box::new(HandlingRuled {
        leg,
        by: draft.ground.actor.number.clone(),
        department: holder.department.clone(),
        holder: holder.number.clone(),
        text: text.into(),
    })));
    if stays {
        return Ok(());
    }
    draft.record(Event::HandedOff {
        leg,
        slip: format!("{}/{leg}", draft.state.number),
        sender,
        department: holder.department,
        holder: holder.number,
        accompanied: false,
        note: String::new().into(),
        ping_pong: false,
    });
    draft.left(from_leg, &Act::HandedOff);
    draft.happened(&Act::HandedOff, leg)
}

/// Where only one transfer is allowed, whoever got it wrongly keeps it and asks for
/// it to be settled inside the house (D12, D13).
pub(super) fn coordinate(draft: &mut Draft, text: &str) -> Result<(), Refusal> {
    let Some(once) = &draft.ground.rules.handoff.once else {
        return Err(Refusal::Barred(Bar::NoCoordination));
    };
    draft.must_hold()?;
    let leg = draft.leg_named(0)?.no;
    let text = required(text, Field::Note)?;
    let nth = draft.state.handling.coordination.len() + 1;
    draft.record(Event::Coordinated(Box::new(Coordinated {
        leg,
        slip: format!("{}/C{nth}", draft.state.number),
        name: once.instead.clone(),
        by: draft.ground.actor.number.clone(),
        text: text.into(),
    })));
    Ok(())
}

/// Puts the current leg into other hands: the duty moves, no clock does.
pub(super) fn reassign(draft: &mut Draft, command: &Reassign) -> Result<(), Refusal> {
    draft.must_be(Role::Supervisor)?;
    let holder = receiver(draft, &command.department, &command.staff)?.clone();
    let leg = draft.state.current_leg();
    if holder.number == leg.holder {
        return Err(Refusal::AlreadyHolds(holder.number));
    }
    let (leg, from) = (leg.no, leg.holder.clone());
    if !command.from.is_empty() && command.from != from {
        let moved = draft
            .state
            .tell_who_was_quicker(Refusal::NotYours { holder: from }, &command.from);
        return Err(moved);
    }
    let reason = required(&command.reason, Field::Reason)?;
    draft.record(Event::Reassigned(Box::new(Reassigned {
        leg,
        from,
        department: holder.department,
        holder: holder.number,
        by: draft.ground.actor.number.clone(),
        reason: reason.into(),
    })));
    Ok(())
}
