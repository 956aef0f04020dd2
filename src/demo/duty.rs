//! What the clocks of a rulebook ask for beside the acts of a story: the steps that
//! they wait for, a word on what was overrun, and when an act comes too late.

use crate::domain::ids::{ClockId, StaffNo, StepId};
use crate::domain::inquiry::{ClockRun, Inquiry, Stage};
use crate::domain::rulebook::{Act, ClockRule, Rulebook, Step, StepBy};
use crate::domain::time::Moment;

/// Something that somebody has to do.
#[derive(Debug, Clone)]
pub(super) enum Duty {
    /// A step of the rulebook's own.
    Step {
        /// Which.
        step: StepId,
        /// Who takes it.
        by: Taker,
        /// The end of the clock that waits for it.
        due: Moment,
        /// Whether the story waits for it too.
        first: bool,
    },
    /// A word on why a time in principle was overrun.
    Explanation(ClockId),
    /// The head of a department signs how it was handled.
    Signature(String),
    /// Documents go back to the visitor, from whoever keeps them.
    Documents(StaffNo),
}

/// Who takes a step.
#[derive(Debug, Clone, Copy)]
pub(super) enum Taker {
    /// Whoever keeps the first responder's part.
    Keeper,
    /// Whoever holds the inquiry.
    Holder,
    /// Any supervisor.
    Supervisor,
    /// Anyone of quality control.
    Quality,
}

impl Duty {
    /// Whether the story waits for it.
    pub fn is_first(&self) -> bool {
        match self {
            Self::Step { first, .. } => *first,
            Self::Explanation(_) | Self::Signature(_) | Self::Documents(_) => true,
        }
    }
}

/// What is to be done next, whatever the story says.
pub(super) fn next(rules: &Rulebook, state: &Inquiry) -> Option<Duty> {
    if state.is_closed() {
        return None;
    }
    let waits = |run: &&ClockRun| {
        let rule = rules.clock(&run.run.clock);
        run.breached.is_some() && !run.explained && rule.is_some_and(|rule| rule.in_principle)
    };
    if state.stage == Stage::Answered
        && let Some(run) = state.clocks.iter().find(waits)
    {
        return Some(Duty::Explanation(run.run.clock.clone()));
    }
    if state.stage == Stage::Answered
        && let Some(duty) = before_the_end(rules, state)
    {
        return Some(duty);
    }
    let runs = |run: &&ClockRun| run.is_running() && !run.stands_still();
    let steps = state.clocks.iter().filter(runs).filter_map(|run| {
        let rule = rules.clock(&run.run.clock)?;
        let step = rules.step(waited_for(state, rule, run)?)?;
        ripe(rules, state, step).then(|| Duty::Step {
            step: step.id.clone(),
            by: taker(state, run, step),
            due: run.run.due,
            first: rule.owed || !rule.kinds.is_empty(),
        })
    });
    // What the story waits for goes before what it may do without.
    steps.min_by_key(|duty| match duty {
        Duty::Step { due, first, .. } => (!first, *due),
        Duty::Explanation(_) | Duty::Signature(_) | Duty::Documents(_) => {
            (false, Moment::default())
        }
    })
}

/// What stands between an answer and the end, beside what clocks ask for.
fn before_the_end(rules: &Rulebook, state: &Inquiry) -> Option<Duty> {
    if let Some(one) = state.in_custody().next() {
        return Some(Duty::Documents(one.keeper.clone()));
    }
    let leg = state.handled_leg().filter(|_| rules.slip.head_signs)?;
    let signed = state.handling.signed.as_ref();
    let is_signed = signed.is_some_and(|signed| signed.leg == leg.no && signed.stamped);
    (!is_signed).then(|| Duty::Signature(leg.department.clone()))
}

/// The step that a clock waits for next: one of those that meet it together once
/// nothing else is lacking, else the act that meets it before all others.
fn waited_for<'a>(state: &Inquiry, rule: &'a ClockRule, run: &ClockRun) -> Option<&'a StepId> {
    let first = if rule.needs.is_empty() {
        rule.stops.first()
    } else {
        let happened = |act: &Act| {
            let mut acts = state.acts.iter();
            acts.any(|(done, _, at)| done == act && *at >= run.run.from)
        };
        let mut lacking = rule.needs.iter().filter(|act| !happened(act));
        // Signing is the receiver's part, and waits for nothing.
        lacking.find(|act| **act != Act::Signed)
    };
    if let Some(Act::Step(step)) = first {
        Some(step)
    } else {
        None
    }
}

/// Whether the time for a step has come.
fn ripe(rules: &Rulebook, state: &Inquiry, step: &Step) -> bool {
    let of_this_kind = step.kinds.is_empty() || step.kinds.contains(&state.kind_of_request);
    // Asking whether it was settled comes after it was.
    let asks_afterwards = rules
        .follow_up
        .as_ref()
        .is_some_and(|rule| rule.step == step.id);
    of_this_kind && (!asks_afterwards || state.stage == Stage::Answered)
}

fn taker(state: &Inquiry, run: &ClockRun, step: &Step) -> Taker {
    match step.by {
        StepBy::Supervisor => Taker::Supervisor,
        StepBy::Quality => Taker::Quality,
        StepBy::Holder => Taker::Holder,
        StepBy::Hands if state.answerable(&run.run) == state.holder() => Taker::Holder,
        StepBy::First | StepBy::Hands => Taker::Keeper,
    }
}

/// By when an act is awaited: the earliest end ahead among the clocks that it meets.
pub(super) fn awaited(rules: &Rulebook, state: &Inquiry, act: &Act, now: Moment) -> Option<Moment> {
    let leg = state.current_leg().no;
    let meets = |run: &&ClockRun| {
        let rule = rules.clock(&run.run.clock);
        run.is_running()
            && !run.stands_still()
            && run.run.due > now
            && rule.is_some_and(|rule| rule.is_met_by(act) && (!rule.per_leg || run.run.leg == leg))
    };
    let ends = state.clocks.iter().filter(meets).map(|run| run.run.due);
    ends.min()
}
