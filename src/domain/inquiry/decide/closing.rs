//! The end, and what shows that whoever asked knows of it.

use super::{Draft, LINE_LIMIT, TEXT_LIMIT, required, within};
use crate::domain::command::ToldHow;
use crate::domain::inquiry::event::{Contact, Event};
use crate::domain::inquiry::state::{ClockRun, Inquiry, Resolution, Stage};
use crate::domain::refusal::{Bar, Field, Refusal};
use crate::domain::rulebook::{Act, Rulebook};
use crate::domain::time::Moment;

/// An answer within this many minutes of the visit or the call was given on the spot.
pub const SPOT_MINUTES: i64 = 60;

pub(super) fn close(
    draft: &mut Draft,
    text: &str,
    contact: Option<&ToldHow>,
) -> Result<(), Refusal> {
    draft.must_keep()?;
    if draft.state.stage != Stage::Answered {
        // What was accepted is owed its result, not a word about it.
        return Err(if draft.state.accepted_at.is_some() {
            Refusal::WrongStage(draft.state.stage)
        } else {
            Refusal::NotAnswered
        });
    }
    let owed = |run: &&ClockRun| {
        let rule = draft.ground.rules.clock(&run.run.clock);
        run.is_running() && rule.is_some_and(|rule| rule.owed)
    };
    if let Some(run) = draft.state.clocks.iter().find(owed) {
        return Err(Refusal::StillOwed(run.run.clock.clone()));
    }
    if let Some(clock) = super::extend::unexplained(draft) {
        return Err(Refusal::Unexplained(clock));
    }
    super::custody::none_left(draft)?;
    super::contact::head_has_signed(draft)?;
    let contact = evidence(draft, contact)?;
    let text = within(text, Field::Note, TEXT_LIMIT)?;
    let by = draft.ground.actor.number.clone();
    draft.record(Event::Closed {
        by,
        text: text.into(),
        contact: contact.map(Box::new),
    });
    draft.happened(&Act::Closed, 0)
}

/// How the visitor was told (D1 art. 2.9: confirmed afterwards). What the record
/// shows already is not asked a second time.
fn evidence(draft: &Draft, given: Option<&ToldHow>) -> Result<Option<Contact>, Refusal> {
    let resolved = draft.state.resolved_at().unwrap_or(draft.ground.now);
    let Some(given) = given else {
        let rules = draft.ground.rules;
        return if knows_already(&draft.state, rules) {
            Ok(None)
        } else {
            Err(Refusal::Barred(Bar::Untold))
        };
    };
    let at = instant(&given.at, draft.ground.now)?;
    if at.minute() < resolved.minute() {
        return Err(Refusal::Barred(Bar::ToldBefore { resolved }));
    }
    // Nobody reached is no way out before it was tried once.
    let tried = draft
        .state
        .missed_at
        .is_some_and(|missed| missed >= resolved);
    if given.unreached && !tried {
        return Err(Refusal::Barred(Bar::Untried));
    }
    let who = if given.unreached {
        within(&given.who, Field::Who, LINE_LIMIT)?
    } else {
        required(&given.who, Field::Who)?
    };
    Ok(Some(Contact {
        how: given.how,
        at,
        who: within(&who, Field::Who, LINE_LIMIT)?.into(),
        reached: !given.unreached,
    }))
}

fn instant(given: &str, now: Moment) -> Result<Moment, Refusal> {
    let given = given.trim();
    if given.is_empty() {
        return Ok(now);
    }
    let at =
        Moment::parse_rfc3339(given).ok_or_else(|| Refusal::TimeMalformed(given.to_owned()))?;
    if at > now {
        return Err(Refusal::InFuture(at));
    }
    Ok(at)
}

/// Whether nobody has to be told any more: no visitor stands behind it, the record
/// shows that they were reached since it was settled, or they heard it on the spot.
pub fn knows_already(state: &Inquiry, rules: &Rulebook) -> bool {
    let Some(resolved) = state.resolved_at() else {
        return true;
    };
    let visitor = rules
        .kind(&state.kind_of_request)
        .is_none_or(|kind| kind.visitor);
    !visitor || state.reached_at.is_some_and(|at| at >= resolved) || on_the_spot(state, rules)
}

/// Answered by whoever was asked, while the visitor stood there or was on the line.
fn on_the_spot(state: &Inquiry, rules: &Rulebook) -> bool {
    let last = state
        .acts
        .iter()
        .rev()
        .find(|(act, _, _)| *act == Act::Answered);
    let (Some((_, leg, answered)), Some(Resolution::Answered)) = (last, state.resolution) else {
        return false;
    };
    let at_once = *answered == state.entered_at;
    let present = rules
        .channel(&state.channel)
        .is_none_or(|channel| !channel.absent)
        || state.visits > 1;
    let minutes = answered.seconds_since(state.last_visit) / 60;
    *leg == 0 && (at_once || (present && minutes <= SPOT_MINUTES))
}
