//! One leg of responsibility: sent, signed for, sent back.

use super::ruling::RETURNS_BEFORE_RULING;
use super::{Draft, LINE_LIMIT, TEXT_LIMIT, required, within};
use crate::domain::command::{HandOff, Return, SignFor};
use crate::domain::ids::StaffNo;
use crate::domain::inquiry::clocks;
use crate::domain::inquiry::event::{Event, Proxy};
use crate::domain::inquiry::state::Stage;
use crate::domain::refusal::{Bar, Field, Refusal};
use crate::domain::rulebook::Act;
use crate::domain::staff::{Person, Role};

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
    if draft.state.handling.awaits_ruling {
        return Err(Refusal::Barred(Bar::AwaitsRuling));
    }
    let receiver = receiver(draft, &command.department, &command.staff)?;
    if &receiver.number == draft.state.holder() {
        return Err(Refusal::AlreadyHolds(receiver.number.clone()));
    }
    let from = draft.state.current_leg();
    if from.department != receiver.department {
        draft.bound(from.no)?;
    }
    let from_leg = from.no;
    let ping_pong =
        from.department != receiver.department && draft.state.gave_it_away(&receiver.department);
    let leg = draft.next_leg();
    draft.record(Event::HandedOff {
        leg,
        slip: format!("{}/{leg}", draft.state.number),
        sender: draft.ground.actor.number.clone(),
        department: receiver.department.clone(),
        holder: receiver.number.clone(),
        accompanied: command.accompanied,
        note: within(&command.note, Field::Note, TEXT_LIMIT)?.into(),
        ping_pong,
    });
    draft.left(from_leg, &Act::HandedOff);
    draft.happened(&Act::HandedOff, leg)
}

/// The one who is to hold it, refused where they cannot.
pub(super) fn receiver<'a>(
    draft: &Draft<'a>,
    department: &str,
    staff: &StaffNo,
) -> Result<&'a Person, Refusal> {
    if staff.is_empty() {
        return Err(Refusal::Empty(Field::Staff));
    }
    let receiver = draft.ground.person(staff)?;
    let department = department.trim();
    if department.is_empty() {
        return Err(Refusal::Empty(Field::Department));
    }
    if receiver.department != department {
        return Err(Refusal::NotInDepartment {
            staff: receiver.number.clone(),
            department: receiver.department.clone(),
        });
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
    Ok(receiver)
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
    let signer = by.clone();
    draft.record(Event::SignedFor { leg, by, proxy });
    if command.custody {
        super::custody::move_to(draft, &signer)?;
    }
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
    if draft.state.handling.awaits_ruling {
        return Err(Refusal::Barred(Bar::AwaitsRuling));
    }
    draft.bound(leg)?;
    let opinion = required(&command.opinion, Field::Opinion)?;
    let should_go_to = required(&command.should_go_to, Field::ShouldGoTo)?;
    let here = draft.state.leg(leg).map(|leg| leg.department.clone());
    let back = &draft.state.sending_leg(leg).department;
    let ping_pong = here.as_ref() != Some(back) && draft.state.gave_it_away(back);
    let to_rule =
        draft.state.returns + 1 >= RETURNS_BEFORE_RULING && draft.state.handling.ruled.is_none();
    draft.record(Event::Returned {
        leg,
        by: draft.ground.actor.number.clone(),
        opinion: opinion.into(),
        should_go_to,
        internal_rule,
        ping_pong,
        to_rule,
    });
    draft.happened(&Act::Returned, leg)
}

impl Draft<'_> {
    /// The number that the next leg gets.
    pub(super) fn next_leg(&self) -> u32 {
        self.state.legs.iter().map(|leg| leg.no).max().unwrap_or(0) + 1
    }

    /// Refuses to pass a leg on or back that a supervisor has ruled on.
    fn bound(&self, leg: u32) -> Result<(), Refusal> {
        match &self.state.handling.ruled {
            Some(ruled) if leg >= ruled.leg => Err(Refusal::Barred(Bar::Ruled {
                by: ruled.by.clone(),
                department: ruled.department.clone(),
            })),
            Some(_) | None => Ok(()),
        }
    }

    /// The open leg with this number, 0 meaning the current one; never leg 0 itself.
    pub(super) fn leg_named(&self, no: u32) -> Result<&crate::domain::inquiry::Leg, Refusal> {
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
    pub(super) fn left(&mut self, leg: u32, act: &Act) {
        for event in clocks::stopped(&self.state, act, leg, self.ground.rules) {
            self.record(event);
        }
    }
}
