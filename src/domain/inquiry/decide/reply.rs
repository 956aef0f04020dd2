//! What reaches the visitor: acceptance, answer, result, guidance.

use super::{Draft, polite, required};
use crate::domain::command::Decline;
use crate::domain::inquiry::event::Event;
use crate::domain::inquiry::state::Stage;
use crate::domain::refusal::{Field, Refusal};
use crate::domain::rulebook::{Act, ClockRule, Length};

pub(super) fn accept(draft: &mut Draft) -> Result<(), Refusal> {
    draft.must_have_in_hand()?;
    if draft.state.accepted_at.is_some() {
        return Err(Refusal::WrongStage(draft.state.stage));
    }
    // A kind of request with a limit of its own needs no matter (D1 art. 3.5).
    let kind = &draft.state.kind_of_request;
    let by_kind = |rule: &ClockRule| {
        matches!(rule.limit, Length::Fixed(_))
            && rule.starts.contains(&Act::Accepted)
            && rule.kinds.contains(kind)
    };
    if draft.state.matter.is_none() && !draft.ground.rules.clocks.iter().any(by_kind) {
        return Err(Refusal::Empty(Field::Matter));
    }
    let receipt = draft.ground.paper_number(&draft.ground.marks.acceptance);
    draft.record(Event::Accepted { receipt });
    draft.happened(&Act::Accepted, draft.state.current_leg().no)
}

pub(super) fn answer(draft: &mut Draft, text: &str) -> Result<(), Refusal> {
    draft.must_have_in_hand()?;
    let text = required(text, Field::Answer)?;
    polite(&text, draft.ground.rules)?;
    let leg = draft.state.current_leg().no;
    let by = draft.ground.actor.number.clone();
    draft.record(Event::Answered {
        leg,
        by,
        text: text.into(),
    });
    draft.happened(&Act::Answered, leg)
}

pub(super) fn deliver(draft: &mut Draft, text: &str) -> Result<(), Refusal> {
    draft.must_keep()?;
    let ready = draft.state.accepted_at.is_some() || draft.state.stage == Stage::Answered;
    if !ready || draft.state.resolution == Some(crate::domain::inquiry::Resolution::Delivered) {
        return Err(Refusal::WrongStage(draft.state.stage));
    }
    let text = required(text, Field::Delivery)?;
    polite(&text, draft.ground.rules)?;
    let by = draft.ground.actor.number.clone();
    let leg = draft.state.current_leg().no;
    draft.record(Event::Delivered {
        by,
        text: text.into(),
    });
    draft.happened(&Act::Delivered, leg)
}

pub(super) fn guide(draft: &mut Draft, advice: &str) -> Result<(), Refusal> {
    draft.must_have_in_hand()?;
    super::custody::none_left(draft)?;
    let advice = required(advice, Field::Advice)?;
    polite(&advice, draft.ground.rules)?;
    let by = draft.ground.actor.number.clone();
    let leg = draft.state.current_leg().no;
    draft.record(Event::Guided {
        by,
        advice: advice.into(),
    });
    draft.happened(&Act::Guided, leg)
}

pub(super) fn decline(draft: &mut Draft, command: &Decline) -> Result<(), Refusal> {
    draft.must_have_in_hand()?;
    let reason = required(&command.reason, Field::Reason)?;
    polite(&reason, draft.ground.rules)?;
    let superior = if command.superior.is_empty() {
        if draft.state.accepted_at.is_some() {
            return Err(Refusal::Empty(Field::Superior));
        }
        None
    } else {
        Some(draft.ground.supervisor(&command.superior)?.number.clone())
    };
    let notice = draft.ground.paper_number(&draft.ground.marks.decline);
    let by = draft.ground.actor.number.clone();
    let leg = draft.state.current_leg().no;
    draft.record(Event::Declined {
        notice,
        by,
        superior,
        reason: reason.into(),
    });
    draft.happened(&Act::Declined, leg)
}
