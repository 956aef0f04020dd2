//! Pressing for an answer: urge, supervise, escalate, climb, ask for a leader.

use chrono::NaiveDate;

use super::{Draft, TEXT_LIMIT, required, within};
use crate::domain::command::{Climb, Escalate, LeaderAsked, Supervise};
use crate::domain::inquiry::event::{self, Event};
use crate::domain::inquiry::state::{Inquiry, Stage};
use crate::domain::refusal::{Field, Pressing, Refusal};
use crate::domain::rulebook::{Rulebook, RungOn};
use crate::domain::staff::Role;
use crate::domain::time::Moment;

/// The first responder's part, or a supervisor, presses whoever holds it.
pub(super) fn urge(draft: &mut Draft, text: &str) -> Result<(), Refusal> {
    let actor = draft.ground.actor;
    if draft.state.keeper() != &actor.number && !actor.is(Role::Supervisor) {
        return Err(Refusal::NotYours {
            holder: draft.state.keeper().clone(),
        });
    }
    still_open(draft)?;
    let to = draft.state.holder().clone();
    if to == actor.number {
        return Err(Pressing::Oneself.into());
    }
    let count = u32::try_from(draft.state.urges.len()).unwrap_or(u32::MAX);
    draft.record(Event::Urged(event::Urged {
        count: count.saturating_add(1),
        by: actor.number.clone(),
        to,
        text: within(text, Field::Note, TEXT_LIMIT)?.into(),
    }));
    Ok(())
}

/// A supervisor's numbered order to the department and whoever holds it there.
pub(super) fn supervise(draft: &mut Draft, command: &Supervise) -> Result<(), Refusal> {
    let actor = draft.ground.actor;
    draft.must_be(Role::Supervisor)?;
    still_open(draft)?;
    let text = required(&command.text, Field::Note)?;
    let until = deadline(&command.by, draft)?;
    let marks = draft.ground.marks;
    let order = event::Supervised {
        order: draft.ground.paper_number(&marks.supervise),
        by: Some(actor.number.clone()),
        leader: None,
        clock: None,
        department: draft.state.current_leg().department.clone(),
        to: draft.state.holder().clone(),
        until,
        text: text.into(),
    };
    draft.record(Event::Supervised(Box::new(order)));
    Ok(())
}

/// An instant, or the end of a day; nothing when none was given.
fn deadline(given: &str, draft: &Draft) -> Result<Option<Moment>, Refusal> {
    let given = given.trim();
    if given.is_empty() {
        return Ok(None);
    }
    let office = draft.ground.office;
    let at = match given.parse::<NaiveDate>() {
        Ok(date) => office.moment(office.closing(&office.day(date))),
        Err(_) => {
            Moment::parse_rfc3339(given).ok_or_else(|| Refusal::TimeMalformed(given.to_owned()))?
        }
    };
    if at <= draft.ground.now {
        return Err(Pressing::UntilPast(at).into());
    }
    Ok(Some(at))
}

/// Reported to a rung for a decision. Rungs that time reaches, and those for
/// someone who asks for a leader, are not reported to by hand.
pub(super) fn escalate(draft: &mut Draft, command: &Escalate) -> Result<(), Refusal> {
    if !draft.ground.actor.is(Role::Supervisor) {
        draft.must_keep()?;
    }
    let id = command.rung.trim();
    if id.is_empty() {
        return Err(Refusal::Empty(Field::Rung));
    }
    let rung = draft
        .ground
        .rules
        .ladder
        .iter()
        .find(|rung| rung.id == id && by_hand(rung.on))
        .ok_or_else(|| Pressing::UnknownRung(id.to_owned()))?;
    still_open(draft)?;
    let fact = event::Escalated {
        rung: rung.id.clone(),
        to: rung.to.clone(),
        by: draft.ground.actor.number.clone(),
        department: draft.state.current_leg().department.clone(),
        counts: rung.counts,
        internal: rung.internal,
        text: required(&command.text, Field::Note)?.into(),
    };
    draft.record(Event::Escalated(Box::new(fact)));
    Ok(())
}

/// Whether people report to rungs that this sends an inquiry to.
pub(in crate::domain::inquiry) fn by_hand(on: RungOn) -> bool {
    match on {
        RungOn::Unsettled | RungOn::Unclear | RungOn::Unreachable | RungOn::Emergency => true,
        RungOn::Breach | RungOn::LeaderAsked => false,
    }
}

/// One try up the chain, until someone answers.
pub(super) fn climb(draft: &mut Draft, command: &Climb) -> Result<(), Refusal> {
    draft.must_keep()?;
    still_open(draft)?;
    if command.superior.is_empty() {
        return Err(Refusal::Empty(Field::Superior));
    }
    let superior = draft.ground.person(&command.superior)?.number.clone();
    if superior == draft.ground.actor.number {
        return Err(Pressing::Oneself.into());
    }
    if let Some(climb) = draft.state.climbs.iter().find(|climb| climb.reached) {
        return Err(Pressing::Reached(climb.superior.clone()).into());
    }
    let text = if command.reached {
        required(&command.text, Field::Note)?
    } else {
        within(&command.text, Field::Note, TEXT_LIMIT)?
    };
    let tries = u32::try_from(draft.state.climbs.len()).unwrap_or(u32::MAX);
    draft.record(Event::Climbed(event::Climbed {
        attempt: tries.saturating_add(1),
        superior,
        reached: command.reached,
        by: draft.ground.actor.number.clone(),
        text: text.into(),
    }));
    Ok(())
}

/// The visitor was told how it stands; that stops no clock.
pub(super) fn tell(draft: &mut Draft, text: &str) -> Result<(), Refusal> {
    draft.must_keep()?;
    let text = required(text, Field::Note)?;
    super::polite(&text, draft.ground.rules)?;
    draft.record(Event::VisitorTold(event::VisitorTold {
        by: draft.ground.actor.number.clone(),
        text: text.into(),
    }));
    Ok(())
}

/// The purpose comes first, and no number is given without consent (D7 5.2.3).
pub(super) fn leader_asked(draft: &mut Draft, command: &LeaderAsked) -> Result<(), Refusal> {
    draft.must_keep()?;
    let purpose = required(&command.purpose, Field::Reason)?;
    if command.leader.is_empty() {
        return Err(Refusal::Empty(Field::Superior));
    }
    let leader = draft.ground.person(&command.leader)?.number.clone();
    if command.told_number && command.consented != Some(true) {
        return Err(Pressing::NoConsent(leader).into());
    }
    let told = within(&command.told, Field::Note, TEXT_LIMIT)?;
    super::polite(&told, draft.ground.rules)?;
    let fact = event::LeaderAsked {
        leader,
        consented: command.consented,
        told_number: command.told_number,
        led_to_reception: command.led_to_reception,
        by: draft.ground.actor.number.clone(),
        purpose: purpose.into(),
        told: told.into(),
    };
    draft.record(Event::LeaderAsked(Box::new(fact)));
    Ok(())
}

/// Refuses once the visitor has what was asked for: there is nothing to press for.
fn still_open(draft: &Draft) -> Result<(), Refusal> {
    if draft.state.stage == Stage::Answered {
        Err(Refusal::AlreadyResolved)
    } else {
        Ok(())
    }
}

/// The rungs that a clock which has just run out sends an inquiry to, each once a run.
/// A target of our own breaks no regulation: it goes up to a rung that names it, and
/// to no other.
pub fn reached(state: &Inquiry, breach: &Event, rules: &Rulebook) -> Vec<Event> {
    let Event::Breached {
        clock, leg, due, ..
    } = breach
    else {
        return Vec::new();
    };
    let internal = state
        .clocks
        .iter()
        .rev()
        .find(|run| &run.run.clock == clock && run.run.leg == *leg)
        .is_some_and(|run| run.run.internal);
    let run = Some((clock.clone(), *leg, *due));
    let department = state.leg(*leg).unwrap_or(&state.legs[0]).department.clone();
    rules
        .ladder
        .iter()
        .filter(|rung| rung.on == RungOn::Breach)
        .filter(|rung| rung.clocks.contains(clock) || (rung.clocks.is_empty() && !internal))
        .filter(|rung| {
            let same =
                |one: &&super::super::state::Escalation| one.rung == rung.id && one.clock == run;
            !state.escalations.iter().any(|one| same(&one))
        })
        .map(|rung| {
            Event::RungReached(Box::new(event::RungReached {
                rung: rung.id.clone(),
                to: rung.to.clone(),
                clock: clock.clone(),
                leg: *leg,
                due: *due,
                department: department.clone(),
                counts: rung.counts,
                internal: rung.internal,
            }))
        })
        .collect()
}

/// The order to leader and window that goes with deemed consent (D11 art. 5).
/// It orders; it never issues a licence.
pub fn default_order(
    state: &Inquiry,
    clock: &crate::domain::ids::ClockId,
    order: String,
    rules: &Rulebook,
) -> Event {
    let leader = rules
        .ladder
        .iter()
        .find(|rung| {
            rung.on == RungOn::Breach && (rung.clocks.is_empty() || rung.clocks.contains(clock))
        })
        .map(|rung| rung.to.clone());
    Event::Supervised(Box::new(event::Supervised {
        order,
        by: None,
        leader,
        clock: Some(clock.clone()),
        department: state.current_leg().department.clone(),
        to: state.holder().clone(),
        until: None,
        text: String::new().into(),
    }))
}
