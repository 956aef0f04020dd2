//! What may be done about a handover, and what follows from it.

use super::{About, Handover, Item, ShiftEvent};
use crate::domain::command::Command;
use crate::domain::ids::{HandoverNo, StaffNo};
use crate::domain::private::Private;
use crate::domain::refusal::{Field, Refusal};
use crate::domain::staff::{Person, Role, Roster};

/// Everything that a decision about a handover rests on, beside state and command.
pub struct ShiftGround<'a> {
    /// Who acts.
    pub actor: &'a Person,
    /// The people concerned.
    pub roster: &'a Roster,
    /// What is open in the hands of the one who leaves and not on the list yet, what
    /// would hurt first at the top.
    pub open: &'a [About],
    /// A handover of the one who leaves that is under way already.
    pub under_way: Option<HandoverNo>,
    /// The number that a new handover gets.
    pub next_number: HandoverNo,
}

/// Decides on a command about a handover.
///
/// # Errors
///
/// The reason why nothing was done.
pub fn decide(
    state: Option<&Handover>,
    command: &Command,
    ground: &ShiftGround,
) -> Result<Vec<ShiftEvent>, Refusal> {
    if let Command::HandoverOpen(command) = command {
        return open(&command.to, &command.notes, ground);
    }
    let Some(state) = state else {
        let number = command.handover().filter(|number| !number.is_empty());
        return Err(number.map_or(Refusal::Empty(Field::Handover), Refusal::UnknownHandover));
    };
    if let Some(at) = state.ended_at() {
        return Err(Refusal::Closed { at });
    }
    let actor = &ground.actor.number;
    if let Command::HandoverCancel(command) = command {
        if actor != &state.from && actor != &state.to && !ground.actor.is(Role::Supervisor) {
            return Err(Refusal::NotInHandover);
        }
        let reason = said(&command.text, Field::Reason)?;
        return Ok(vec![ShiftEvent::HandoverCancelled { reason }]);
    }
    // What arrived since the list was made is on it before anyone goes on.
    let mut events: Vec<ShiftEvent> = arrived(state, ground);
    let mut next = state.clone();
    for event in &events {
        next.apply(state.opened_at, event);
    }
    let fact = if let Command::HandoverNote(command) = command {
        must_be(actor, &state.from)?;
        ShiftEvent::ItemNoted {
            item: item(&next, command.item)?,
            text: words(&command.text)?,
        }
    } else if let Command::HandoverQuestion(command) = command {
        must_be(actor, &state.to)?;
        ShiftEvent::ItemQuestioned {
            item: item(&next, command.item)?,
            text: words(&command.text)?,
        }
    } else if let Command::HandoverAcknowledge(command) = command {
        must_be(actor, &state.to)?;
        let unanswered = known(&next, command.item)?.unanswered();
        if unanswered && !command.as_asked {
            return Err(Refusal::Unanswered(command.item));
        }
        ShiftEvent::ItemAcknowledged {
            item: command.item,
            as_asked: unanswered,
        }
    } else if let Command::HandoverAnswer(command) = command {
        must_be(actor, &state.from)?;
        if known(&next, command.item)?.question.is_none() {
            return Err(Refusal::NoQuestion(command.item));
        }
        ShiftEvent::ItemAnswered {
            item: command.item,
            text: words(&command.text)?,
        }
    } else {
        return sign(&next, actor, events);
    };
    events.push(fact);
    Ok(events)
}

fn open(to: &StaffNo, notes: &[String], ground: &ShiftGround) -> Result<Vec<ShiftEvent>, Refusal> {
    if let Some(number) = &ground.under_way {
        return Err(Refusal::HandoverOpen(number.clone()));
    }
    if to.is_empty() {
        return Err(Refusal::Empty(Field::To));
    }
    let incoming = ground
        .roster
        .get(to)
        .ok_or_else(|| Refusal::UnknownStaff(to.clone()))?;
    if incoming.number == ground.actor.number {
        return Err(Refusal::SamePerson);
    }
    if !incoming.holds_inquiries() {
        return Err(Refusal::LacksRole {
            staff: to.clone(),
            role: Role::Clerk,
        });
    }
    let free = notes
        .iter()
        .map(|text| text.trim())
        .filter(|text| !text.is_empty())
        .map(About::free);
    Ok(vec![ShiftEvent::HandoverOpened {
        handover: ground.next_number.clone(),
        from: ground.actor.number.clone(),
        to: incoming.number.clone(),
        items: ground.open.iter().cloned().chain(free).collect(),
    }])
}

fn arrived(state: &Handover, ground: &ShiftGround) -> Vec<ShiftEvent> {
    let new = |about: &&About| match about {
        About::Inquiry { inquiry, .. } => !state.has(inquiry),
        About::Free { note, .. } => note.as_ref().is_some_and(|note| !state.has_note(note)),
    };
    ground
        .open
        .iter()
        .filter(new)
        .map(|about| ShiftEvent::ItemAdded {
            item: about.clone(),
        })
        .collect()
}

fn sign(
    state: &Handover,
    actor: &StaffNo,
    mut events: Vec<ShiftEvent>,
) -> Result<Vec<ShiftEvent>, Refusal> {
    if actor != &state.from && actor != &state.to {
        return Err(Refusal::NotInHandover);
    }
    if state.has_signed(actor) {
        return Err(Refusal::HandoverSigned);
    }
    let open = state.open_items();
    if open > 0 {
        return Err(Refusal::Unacknowledged { open });
    }
    events.push(ShiftEvent::HandoverSigned { by: actor.clone() });
    if !state.signed.is_empty() {
        events.push(ShiftEvent::HandedOver);
    }
    Ok(events)
}

fn must_be(actor: &StaffNo, party: &StaffNo) -> Result<(), Refusal> {
    if actor == party {
        Ok(())
    } else {
        Err(Refusal::NotInHandover)
    }
}

fn known(state: &Handover, number: u32) -> Result<&Item, Refusal> {
    state.item(number).ok_or(Refusal::UnknownItem(number))
}

fn item(state: &Handover, number: u32) -> Result<u32, Refusal> {
    known(state, number).map(|_| number)
}

fn words(text: &str) -> Result<Private<String>, Refusal> {
    said(text, Field::Note)
}

fn said(text: &str, field: Field) -> Result<Private<String>, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        Err(Refusal::Empty(field))
    } else {
        Ok(text.to_owned().into())
    }
}
