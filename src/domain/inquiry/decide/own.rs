//! What a rulebook asks for beyond what each one knows: its own steps, visits, documents taken in.

use super::{Draft, TEXT_LIMIT, required, within};
use crate::domain::command::{Receive, TakeStep};
use crate::domain::inquiry::event::Event;
use crate::domain::inquiry::state::Stage;
use crate::domain::refusal::{Field, Refusal};
use crate::domain::rulebook::{Act, StepBy};
use crate::domain::staff::Role;
use crate::domain::time::Moment;

pub(super) fn step(draft: &mut Draft, command: &TakeStep) -> Result<(), Refusal> {
    if command.step.is_empty() {
        return Err(Refusal::Empty(Field::Step));
    }
    let kind = &draft.state.kind_of_request;
    let step = draft
        .ground
        .rules
        .step(&command.step)
        .filter(|step| step.kinds.is_empty() || step.kinds.contains(kind))
        .ok_or_else(|| Refusal::UnknownStep(command.step.clone()))?;
    match step.by {
        StepBy::Hands => draft.must_keep()?,
        StepBy::Holder => draft.must_hold()?,
        StepBy::First => {
            let keeper = draft.state.keeper();
            if keeper != &draft.ground.actor.number {
                return Err(Refusal::NotYours {
                    holder: keeper.clone(),
                });
            }
        }
        StepBy::Supervisor => draft.must_be(Role::Supervisor)?,
        StepBy::Quality => draft.must_be(Role::Quality)?,
    }
    let text = if step.words {
        required(&command.text, Field::Note)?
    } else {
        within(&command.text, Field::Note, TEXT_LIMIT)?
    };
    let leg = draft.state.current_leg().no;
    draft.record(Event::StepTaken {
        leg,
        step: step.id.clone(),
        name: step.name.clone(),
        by: draft.ground.actor.number.clone(),
        text: text.into(),
    });
    draft.happened(&Act::Step(step.id.clone()), leg)
}

/// The visitor came again, to whichever window; one visit too many breaks the
/// rule that a second one must finish (D1 art. 1.4.5, D2 art. 7).
pub(super) fn visit(draft: &mut Draft, text: &str) -> Result<(), Refusal> {
    if !draft.ground.actor.holds_inquiries() {
        return Err(Refusal::NotAllowed);
    }
    let text = within(text, Field::Note, TEXT_LIMIT)?;
    came_again(draft, text)
}

pub(super) fn came_again(draft: &mut Draft, text: String) -> Result<(), Refusal> {
    let visit = draft.state.visits + 1;
    let leg = draft.state.current_leg().no;
    draft.record(Event::Visited {
        visit,
        by: draft.ground.actor.number.clone(),
        text: text.into(),
    });
    if let Some(rule) = &draft.ground.rules.visits
        && visit == rule.most + 1
    {
        draft.record(Event::RuleBroken {
            rule: rule.id.clone(),
            hands: draft.state.holder().clone(),
            substitute: None,
            charge: None,
        });
    }
    draft.happened(&Act::Visited, leg)
}

/// The documents of an application are taken in: from now on everything that
/// is missing must be told in the time that the matter's law gives. Once that was
/// told they can be submitted again, and the time runs again from that day
/// (administrative licensing law, art. 32).
pub(super) fn receive(draft: &mut Draft, command: &Receive) -> Result<(), Refusal> {
    draft.must_keep()?;
    if draft.state.stage == Stage::Answered {
        return Err(Refusal::AlreadyResolved);
    }
    let again = draft.state.taken_in_at.is_some();
    if draft.state.accepted_at.is_some() || again && !told_since_receipt(&draft.state.acts) {
        return Err(Refusal::AlreadyReceived);
    }
    if draft.state.matter.is_none() {
        return Err(Refusal::Empty(Field::Matter));
    }
    let documents = super::custody::listed(&command.documents)?;
    if again {
        came_on_another_day(draft)?;
    }
    let leg = draft.state.current_leg().no;
    draft.record(Event::Received {
        by: draft.ground.actor.number.clone(),
        documents: documents.into(),
    });
    draft.happened(&Act::Received, leg)
}

/// Whether the applicant was told what is missing after the documents were last taken in.
fn told_since_receipt(acts: &[(Act, u32, Moment)]) -> bool {
    let mut latest = acts.iter().rev().map(|(act, _, _)| act);
    latest.find(|act| matches!(act, Act::Received | Act::Notified)) == Some(&Act::Notified)
}

/// Bringing something on another day is another visit.
pub(super) fn came_on_another_day(draft: &mut Draft) -> Result<(), Refusal> {
    let day = |at| draft.ground.office.midnight(at);
    if day(draft.state.last_visit) < day(draft.ground.now) {
        came_again(draft, String::new())?;
    }
    Ok(())
}
