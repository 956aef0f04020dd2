//! One leg of responsibility: sent, signed for, sent back.

use super::{Draft, LINE_LIMIT, TEXT_LIMIT, required, within};
use crate::domain::command::{HandOff, Return, SignFor};
use crate::domain::inquiry::clocks;
use crate::domain::inquiry::event::{Event, Proxy};
use crate::domain::inquiry::state::Stage;
use crate::domain::refusal::{Field, Refusal};
use crate::domain::rulebook::Act;
use crate::domain::staff::Role;

pub(super) fn hand_off(draft: &mut Draft, command: &HandOff) -> Result<(), Refusal> {
    draft.must_hold()?;
    if draft.state.stage == Stage::Answered {
        return Err(Refusal::AlreadyResolved);
    }
    if draft.state.stage == Stage::Unsigned && draft.state.current_leg().no > 0 {
        return Err(Refusal::NotSigned);
    }
    let passes_on = |role: &Role| draft.ground.actor.is(*role);
    if let Some(once) = &draft.ground.rules.handoff.once
        && draft.state.legs.iter().any(|leg| leg.no > 0)
        && !once.passed_on_by.iter().any(passes_on)
    {
        return Err(Refusal::TransferredOnce(Box::new(once.clone())));
    }
    if command.staff.is_empty() {
        return Err(Refusal::Empty(Field::Staff));
    }
    let receiver = draft.ground.person(&command.staff)?;
    let department = command.department.trim();
    if department.is_empty() {
        return Err(Refusal::Empty(Field::Department));
    }
    if receiver.department != department {
        return Err(Refusal::NotInDepartment {
            staff: receiver.number.clone(),
            department: receiver.department.clone(),
        });
    }
    if &receiver.number == draft.state.holder() {
        return Err(Refusal::AlreadyHolds(receiver.number.clone()));
    }
    if !receiver.holds_inquiries() {
        return Err(Refusal::LacksRole {
            staff: receiver.number.clone(),
            role: Role::Handler,
        });
    }
    if let Some(clause) = &draft.ground.rules.handoff.accepted_stays_at_windows
        && draft.state.accepted_at.is_some()
        && receiver.window.trim().is_empty()
    {
        return Err(Refusal::StaysAtWindows(clause.clone()));
    }
    let from_leg = draft.state.current_leg().no;
    let leg = draft.state.legs.iter().map(|leg| leg.no).max().unwrap_or(0) + 1;
    draft.record(Event::HandedOff {
        leg,
        slip: format!("{}/{leg}", draft.state.number),
        sender: draft.ground.actor.number.clone(),
        department: receiver.department.clone(),
        holder: receiver.number.clone(),
        accompanied: command.accompanied,
        note: within(&command.note, Field::Note, TEXT_LIMIT)?.into(),
    });
    draft.left(from_leg, &Act::HandedOff);
    draft.happened(&Act::HandedOff, leg)
}

pub(super) fn sign_for(draft: &mut Draft, command: &SignFor) -> Result<(), Refusal> {
    unresolved(draft)?;
    let leg = draft.leg_named(command.leg)?;
    if let Some(at) = leg.signed_at {
        return Err(Refusal::AlreadySigned {
            by: leg.holder.clone(),
            at,
        });
    }
    let how = within(&command.how, Field::Note, LINE_LIMIT)?;
    let actor = &draft.ground.actor.number;
    let (by, proxy) = if actor == &leg.holder {
        (actor.clone(), None)
    } else if how.is_empty() || actor != &leg.keeper {
        return Err(Refusal::NotYours {
            holder: leg.holder.clone(),
        });
    } else {
        (
            leg.holder.clone(),
            Some(Proxy {
                entered_by: actor.clone(),
                how: how.into(),
            }),
        )
    };
    let leg = leg.no;
    draft.record(Event::SignedFor { leg, by, proxy });
    draft.happened(&Act::Signed, leg)
}

/// Refuses once the visitor has what was asked for: a slip that still lies about is void.
fn unresolved(draft: &Draft) -> Result<(), Refusal> {
    if draft.state.stage == Stage::Answered {
        Err(Refusal::AlreadyResolved)
    } else {
        Ok(())
    }
}

pub(super) fn give_back(draft: &mut Draft, command: &Return) -> Result<(), Refusal> {
    let rules = &draft.ground.rules.returns;
    if !rules.allowed {
        return Err(Refusal::ReturnForbidden(rules.clause.clone()));
    }
    let internal_rule = rules.clause.is_none();
    unresolved(draft)?;
    let leg = draft.leg_named(command.leg)?;
    if leg.holder != draft.ground.actor.number {
        return Err(Refusal::NotYours {
            holder: leg.holder.clone(),
        });
    }
    let leg = leg.no;
    let opinion = required(&command.opinion, Field::Opinion)?;
    let should_go_to = required(&command.should_go_to, Field::ShouldGoTo)?;
    draft.record(Event::Returned {
        leg,
        by: draft.ground.actor.number.clone(),
        opinion: opinion.into(),
        should_go_to,
        internal_rule,
    });
    draft.happened(&Act::Returned, leg)
}

impl Draft<'_> {
    /// The open leg with this number, 0 meaning the current one; never leg 0 itself.
    fn leg_named(&self, no: u32) -> Result<&crate::domain::inquiry::Leg, Refusal> {
        let leg = if no == 0 {
            Some(self.state.current_leg())
        } else {
            self.state.leg(no)
        };
        match leg {
            Some(leg) if leg.no > 0 && leg.end.is_none() => Ok(leg),
            _ => Err(Refusal::UnknownLeg(no)),
        }
    }

    /// Stops the clocks of the leg that was just left; what starts belongs to the next one.
    fn left(&mut self, leg: u32, act: &Act) {
        for event in clocks::stopped(&self.state, act, leg, self.ground.rules) {
            self.record(event);
        }
    }
}
