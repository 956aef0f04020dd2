//! Asking whether it helped, and taking it up again when it did not.

use super::{Draft, TEXT_LIMIT, required, within};
use crate::domain::command::{Command, FollowUp, RuleOnRating};
use crate::domain::inquiry::event::{Event, FollowedUp, RatingAppealed, RatingRuled, Reopened};
use crate::domain::inquiry::state::Stage;
use crate::domain::refusal::{Field, Refusal};
use crate::domain::rulebook::{Act, StepBy};
use crate::domain::staff::Role;

/// A rating at or below this takes the inquiry up again.
const BAD: u8 = 2;

/// Whether a command is for what is closed as well.
pub(super) fn outlives_closing(command: &Command) -> bool {
    matches!(
        command,
        Command::FollowUp(_)
            | Command::Reopen(_)
            | Command::AppealRating(_)
            | Command::RuleOnRating(_)
    )
}

/// The visitor is asked by whom the rulebook says; a try that found nobody is
/// recorded and asks nothing off the clock.
pub(super) fn follow_up(draft: &mut Draft, command: &FollowUp) -> Result<(), Refusal> {
    if !matches!(draft.state.stage, Stage::Answered | Stage::Closed) {
        return Err(Refusal::NotAnswered);
    }
    may_follow_up(draft)?;
    if command.level > 5 || (command.level > 0 && !command.reached) {
        return Err(Refusal::NoSuchLevel(command.level));
    }
    let text = if command.reached && command.level > BAD {
        within(&command.text, Field::Note, TEXT_LIMIT)?
    } else {
        // What was wrong, or how it was tried.
        required(&command.text, Field::Note)?
    };
    let by = draft.ground.actor.number.clone();
    draft.record(Event::FollowedUp(Box::new(FollowedUp {
        by: by.clone(),
        nth: draft.state.follow_ups + 1,
        reached: command.reached,
        refused: command.refused,
        level: command.level,
        text: text.clone().into(),
    })));
    let rules = draft.ground.rules;
    if let Some(step) = rules
        .follow_up
        .as_ref()
        .and_then(|rule| rules.step(&rule.step))
        && (command.reached || command.refused)
    {
        let leg = draft.state.current_leg().no;
        draft.record(Event::StepTaken {
            leg,
            step: step.id.clone(),
            name: step.name.clone(),
            by,
            text: String::new().into(),
        });
        draft.happened(&Act::Step(step.id.clone()), leg)?;
    }
    if (1..=BAD).contains(&command.level) {
        take_up(draft, text, true)?;
    }
    Ok(())
}

fn may_follow_up(draft: &Draft) -> Result<(), Refusal> {
    let actor = draft.ground.actor;
    let keeps = draft.state.keeper() == &actor.number;
    let rule = draft.ground.rules.follow_up.as_ref();
    let may = match rule.map(|rule| rule.by) {
        Some(StepBy::First) => keeps,
        Some(StepBy::Holder) => draft.state.holder() == &actor.number,
        Some(StepBy::Supervisor) => actor.is(Role::Supervisor),
        Some(StepBy::Quality) => actor.is(Role::Quality),
        Some(StepBy::Hands) | None => keeps || draft.state.holder() == &actor.number,
    };
    // Quality control may sample whatever was handled.
    if may || actor.is(Role::Quality) {
        Ok(())
    } else {
        Err(Refusal::NotYours {
            holder: draft.state.keeper().clone(),
        })
    }
}

/// Takes an answered or closed inquiry up again, by whoever kept it or a supervisor.
pub(super) fn reopen(draft: &mut Draft, reason: &str) -> Result<(), Refusal> {
    if !matches!(draft.state.stage, Stage::Answered | Stage::Closed) {
        return Err(Refusal::WrongStage(draft.state.stage));
    }
    super::correct::not_withdrawn(draft)?;
    let actor = draft.ground.actor;
    if draft.state.keeper() != &actor.number && !actor.is(Role::Supervisor) {
        return Err(Refusal::NotYours {
            holder: draft.state.keeper().clone(),
        });
    }
    let reason = required(reason, Field::Reason)?;
    take_up(draft, reason, false)
}

fn take_up(draft: &mut Draft, reason: String, rated: bool) -> Result<(), Refusal> {
    let leg = draft.state.legs.iter().map(|leg| leg.no).max().unwrap_or(0) + 1;
    draft.record(Event::Reopened(Box::new(Reopened {
        leg,
        by: draft.ground.actor.number.clone(),
        holder: draft.state.keeper().clone(),
        rated,
        reason: reason.into(),
    })));
    draft.happened(&Act::Reopened, leg)
}

/// Whoever answers for it may say that the rating is not for them.
pub(super) fn appeal(draft: &mut Draft, text: &str) -> Result<(), Refusal> {
    let open = draft.state.rating.is_some_and(|rating| !rating.appealed);
    if !open {
        return Err(Refusal::NoRating);
    }
    let mine = |leg: &crate::domain::inquiry::Leg| leg.holder == draft.ground.actor.number;
    if !draft.state.legs.iter().any(mine) {
        return Err(Refusal::NotYours {
            holder: draft.state.keeper().clone(),
        });
    }
    let text = required(text, Field::Reason)?;
    draft.record(Event::RatingAppealed(Box::new(RatingAppealed {
        by: draft.ground.actor.number.clone(),
        text: text.into(),
    })));
    Ok(())
}

pub(super) fn rule(draft: &mut Draft, command: &RuleOnRating) -> Result<(), Refusal> {
    let actor = draft.ground.actor;
    if !actor.is(Role::Supervisor) && !actor.is(Role::Quality) {
        return Err(Refusal::NotAllowed);
    }
    let waits =
        |rating: crate::domain::inquiry::state::Rating| rating.appealed && rating.stands.is_none();
    if !draft.state.rating.is_some_and(waits) {
        return Err(Refusal::NoRating);
    }
    let text = required(&command.text, Field::Reason)?;
    draft.record(Event::RatingRuled(Box::new(RatingRuled {
        by: actor.number.clone(),
        stands: command.stands,
        text: text.into(),
    })));
    Ok(())
}
