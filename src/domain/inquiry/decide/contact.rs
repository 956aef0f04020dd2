//! Who was reached, who was told, who signed how it was handled.

use super::{Draft, LINE_LIMIT, required};
use crate::domain::command::{Attempt, SignHandling, TellHolder};
use crate::domain::inquiry::event::{Attempted, Event, HandlingSigned, HolderTold};
use crate::domain::refusal::{Bar, Field, Refusal};
use crate::domain::staff::{Person, Role};

/// Every try to reach the handler or a superior counts, reached or not.
pub(super) fn attempt(draft: &mut Draft, command: &Attempt) -> Result<(), Refusal> {
    draft.must_keep()?;
    if command.whom.is_empty() {
        return Err(Refusal::Empty(Field::Whom));
    }
    let whom = draft.ground.person(&command.whom)?.number.clone();
    let how = line(&command.how)?;
    let leg = draft.state.current_leg().no;
    draft.record(Event::Attempted(Box::new(Attempted {
        leg,
        whom,
        by: draft.ground.actor.number.clone(),
        how: how.into(),
        reached: command.reached,
    })));
    Ok(())
}

/// The visitor hears department, person and telephone of whoever holds it.
pub(super) fn tell_holder(draft: &mut Draft, command: &TellHolder) -> Result<(), Refusal> {
    draft.must_keep()?;
    let leg = draft.leg_named(0)?;
    let (no, department) = (leg.no, leg.department.clone());
    let holder = draft.ground.person(&leg.holder)?;
    let how = line(&command.how)?;
    draft.record(Event::HolderTold(Box::new(HolderTold {
        leg: no,
        department,
        holder: holder.number.clone(),
        phone: holder.phone.clone(),
        by: draft.ground.actor.number.clone(),
        how: how.into(),
    })));
    Ok(())
}

fn line(how: &str) -> Result<String, Refusal> {
    let how = required(how, Field::How)?;
    if how.chars().count() > LINE_LIMIT {
        return Err(Refusal::TooLong {
            field: Field::How,
            limit: LINE_LIMIT,
        });
    }
    Ok(how)
}

/// The head of the department that handled it, or a deputy whom a head has named,
/// signs, times and stamps how it was handled (D6).
pub(super) fn sign_handling(draft: &mut Draft, command: &SignHandling) -> Result<(), Refusal> {
    let actor = draft.ground.actor;
    let handled = draft
        .state
        .handled_leg()
        .filter(|_| draft.ground.rules.slip.head_signs)
        .ok_or(Refusal::Barred(Bar::NothingToSign))?;
    let signer = if command.by.is_empty() {
        actor
    } else {
        draft.ground.person(&command.by)?
    };
    if signer.number != actor.number {
        // On paper: whoever keeps the inquiry enters what stands on it.
        draft.must_keep()?;
    }
    let heads = || {
        let all = draft.ground.roster.people();
        all.filter(|one| one.is(Role::Supervisor) && one.department == handled.department)
    };
    let is_head = |one: &Person| one.is(Role::Supervisor) && one.department == handled.department;
    let deputy =
        !is_head(signer) && heads().any(|one| one.substitute == Some(signer.number.clone()));
    // A department without a head is signed for by whoever supervises it.
    let stands_in = heads().next().is_none() && signer.is(Role::Supervisor);
    if !is_head(signer) && !deputy && !stands_in {
        return Err(Refusal::Barred(Bar::NotHead {
            staff: signer.number.clone(),
            department: handled.department.clone(),
        }));
    }
    let leg = handled.no;
    draft.record(Event::HandlingSigned(Box::new(HandlingSigned {
        leg,
        by: signer.number.clone(),
        entered_by: actor.number.clone(),
        deputy,
        stamped: command.stamped,
    })));
    Ok(())
}

/// Refuses an end before the head has signed and stamped, where the rulebook wants it.
pub(super) fn head_has_signed(draft: &Draft) -> Result<(), Refusal> {
    let handled = draft.state.handled_leg();
    let Some(leg) = handled.filter(|_| draft.ground.rules.slip.head_signs) else {
        return Ok(());
    };
    let signed = draft.state.handling.signed.as_ref();
    if signed.is_some_and(|signed| signed.leg == leg.no && signed.stamped) {
        return Ok(());
    }
    Err(Refusal::Barred(Bar::HandlingUnsigned {
        department: leg.department.clone(),
    }))
}
