//! What runs on a limit that may stand still or be extended.

use super::super::acts::accept;
use super::super::cast::Topic;
use super::super::hall::Minute;
use super::super::own::Changeable;
use super::super::story::{By, Story, Teller};
use super::{begin_with, drawn};
use crate::domain::catalog::{Binds, LimitUnit, MatterId, Span};
use crate::domain::ids::StaffNo;

/// Time that does not count, while something is tested or appraised.
pub(super) fn stands_still(
    teller: &mut Teller,
    clerk: &'static str,
    at: Minute,
    matter: bool,
) -> Option<Story> {
    let mut story = if matter {
        limited(teller, clerk, at)?
    } else {
        case(teller, clerk, at, |change| !change.reasons.is_empty())?
    };
    story.then(6, By::Holder, accept());
    let (clock, reasons) = teller.suspendable(&story.register)?;
    let wait = teller.hall.now().saturating_sub(at + 6 + 200).max(1);
    teller
        .stands_still(&mut story, wait, &clock, &reasons)
        .then_some(story)
}

/// More time is asked for, and granted when `decided`.
pub(super) fn more_time(
    teller: &mut Teller,
    clerk: &'static str,
    at: Minute,
    decided: bool,
) -> Option<Story> {
    let mut story = case(teller, clerk, at, |change| change.extension.is_some())?;
    story.then(20, By::Holder, accept());
    let change = teller.changeable(&story.register.kind)?;
    let wait = teller.hall.now().saturating_sub(at + 20 + 330).max(1);
    teller.more_time(&mut story, wait, &change, decided);
    Some(story)
}

/// A request with a limit by its kind, of which something can be changed.
fn case(
    teller: &mut Teller,
    clerk: &'static str,
    at: Minute,
    can: fn(&Changeable) -> bool,
) -> Option<Story> {
    let fits = |teller: &Teller, topic: &Topic| {
        let can = |kind: &String| teller.changeable(kind).is_some_and(|change| can(&change));
        let rules = teller.rules;
        let mut known = topic.kinds.iter().filter(|id| rules.kind(id).is_some());
        !topic.kinds.is_empty() && known.all(can)
    };
    let topic = drawn(teller, fits)?;
    let mut story = teller.entered(topic, StaffNo::from(clerk), at);
    let change = teller.changeable(&story.register.kind);
    story.register.green = false;
    change.is_some_and(|change| can(&change)).then_some(story)
}

/// A matter of the catalogue with a limit of its own that may stand still.
fn limited(teller: &mut Teller, clerk: &'static str, at: Minute) -> Option<Story> {
    let fits = |teller: &Teller, topic: &Topic| {
        let matter = teller.catalog.matter(&MatterId(topic.matter.clone()));
        matter.is_some_and(|matter| {
            let limits = [&matter.legal_limit, &matter.promised_limit];
            let mut limits = limits.into_iter().flatten();
            limits.any(|limit| {
                let counts = |span: Span| span.unit != LimitUnit::OnSpot;
                limit.binds == Binds::Office && limit.span().is_some_and(counts)
            })
        })
    };
    let topic = drawn(teller, fits)?;
    Some(begin_with(teller, clerk, at, topic))
}
