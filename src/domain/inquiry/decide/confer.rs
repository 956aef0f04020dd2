//! Several departments confer; a superior is asked (D9 art. 10 and 11, D4 art. 3.4).

use super::{Draft, TEXT_LIMIT, required, within};
use crate::domain::ids::StaffNo;
use crate::domain::inquiry::event::{Event, SuperiorAsked};
use crate::domain::inquiry::state::Stage;
use crate::domain::refusal::{Field, Refusal};
use crate::domain::rulebook::Act;
use crate::domain::staff::Role;

pub(super) fn several(draft: &mut Draft, departments: &[String]) -> Result<(), Refusal> {
    draft.must_have_in_hand()?;
    let mut named: Vec<String> = Vec::new();
    for department in departments {
        let department = department.trim();
        if !department.is_empty() && !named.iter().any(|known| known == department) {
            named.push(department.to_owned());
        }
    }
    if named.len() < 2 {
        return Err(Refusal::Empty(Field::Departments));
    }
    let leg = draft.state.current_leg().no;
    draft.record(Event::SeveralNamed { departments: named });
    draft.happened(&Act::Several, leg)
}

pub(super) fn convene(draft: &mut Draft, text: &str) -> Result<(), Refusal> {
    draft.must_hold()?;
    if draft.state.stage != Stage::Conferring {
        return Err(Refusal::WrongStage(draft.state.stage));
    }
    let text = within(text, Field::Note, TEXT_LIMIT)?;
    let leg = draft.state.current_leg().no;
    draft.record(Event::Convened { text: text.into() });
    draft.happened(&Act::Convened, leg)
}

pub(super) fn settle_opinion(draft: &mut Draft, text: &str) -> Result<(), Refusal> {
    draft.must_hold()?;
    if draft.state.stage != Stage::Conferring {
        return Err(Refusal::WrongStage(draft.state.stage));
    }
    let text = required(text, Field::Opinion)?;
    let leg = draft.state.current_leg().no;
    draft.record(Event::OpinionSettled { text: text.into() });
    draft.happened(&Act::OpinionSettled, leg)
}

pub(super) fn ask(draft: &mut Draft, superior: &StaffNo, question: &str) -> Result<(), Refusal> {
    draft.must_have_in_hand()?;
    if superior.is_empty() {
        return Err(Refusal::Empty(Field::Superior));
    }
    let superior = draft.ground.supervisor(superior)?.number.clone();
    let question = required(question, Field::Question)?;
    let leg = draft.state.current_leg().no;
    draft.record(Event::SuperiorAsked(SuperiorAsked {
        superior,
        question: question.into(),
    }));
    draft.happened(&Act::SuperiorAsked, leg)
}

pub(super) fn superior_opinion(draft: &mut Draft, text: &str) -> Result<(), Refusal> {
    // The superior may write it down, or whoever asked.
    if !draft.ground.actor.is(Role::Supervisor) {
        draft.must_hold()?;
    }
    if draft.state.stage != Stage::Superior {
        return Err(Refusal::WrongStage(draft.state.stage));
    }
    let text = required(text, Field::Opinion)?;
    let by = draft.ground.actor.number.clone();
    let leg = draft.state.current_leg().no;
    draft.record(Event::SuperiorRuled {
        by,
        text: text.into(),
    });
    draft.happened(&Act::SuperiorRuled, leg)
}
