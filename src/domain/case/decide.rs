//! What may be done about a case, and what follows from it.

mod afterwards;
mod inquiring;
mod judging;
mod opening;

use super::clocks;
use super::command::CaseCommand;
use super::event::CaseEvent;
use super::repeat::Earlier;
use super::state::Case;
use crate::domain::deadline::{DeadlineError, Office};
use crate::domain::ids::{CaseNo, StaffNo};
use crate::domain::inquiry::{Inquiry, LINE_LIMIT, TEXT_LIMIT};
use crate::domain::private::Private;
use crate::domain::refusal::{Accounting, Field, Refusal};
use crate::domain::rulebook::{Accountability, CaseAct, CaseStep};
use crate::domain::staff::{Person, Roster};
use crate::domain::time::Moment;

/// Everything that a decision about a case rests on, beside state and command.
pub struct CaseGround<'a> {
    /// Who acts.
    pub actor: &'a Person,
    /// Everyone on the roster.
    pub roster: &'a Roster,
    /// What the case's rulebook says of calling to account.
    pub rules: &'a Accountability,
    /// Hash of that rulebook.
    pub rulebook: &'a str,
    /// Calendar and hours.
    pub office: &'a Office,
    /// The present.
    pub now: Moment,
    /// The inquiry that it rests on.
    pub inquiry: Option<&'a Inquiry>,
    /// Earlier decisions about the person that a command decides about, which still stand.
    pub earlier: &'a [Earlier],
    /// The number that a new case gets.
    pub next_number: CaseNo,
}

/// Decides on a command about a case.
///
/// # Errors
///
/// The reason why nothing was done.
pub fn decide(
    state: Option<&Case>,
    command: &CaseCommand,
    ground: &CaseGround<'_>,
) -> Result<Vec<CaseEvent>, Refusal> {
    if let CaseCommand::Open(command) = command {
        return opening::open(command, ground);
    }
    let state = state.ok_or_else(|| unknown(command.case()))?;
    if let CaseCommand::Look(command) = command {
        return inquiring::look(state, command, ground);
    }
    if let Some(at) = state.closed_at {
        return Err(Refusal::Closed { at });
    }
    let own = matches!(command, CaseCommand::Appeal(_));
    if state.accused(&ground.actor.number).is_some() && !own {
        return Err(Accounting::Concerned.into());
    }
    match command {
        CaseCommand::Open(_) | CaseCommand::Look(_) => Ok(Vec::new()),
        CaseCommand::Check(one) => inquiring::check(state, one, ground),
        CaseCommand::Propose(one) => inquiring::propose(state, one, ground),
        CaseCommand::Investigate(one) => inquiring::investigate(state, one, ground),
        CaseCommand::Recuse(one) => inquiring::recuse(state, one, ground),
        CaseCommand::Hear(one) => inquiring::hear(state, one, ground),
        CaseCommand::Obstruct(one) => inquiring::obstruct(state, one),
        CaseCommand::Extend(one) => inquiring::extend(state, one, ground),
        CaseCommand::RuleOnExtension(one) => inquiring::rule_on_extension(state, one, ground),
        CaseCommand::Report(one) => inquiring::report(state, one, ground),
        CaseCommand::Decide(one) => judging::decide(state, one, ground),
        CaseCommand::Review(one) => judging::review(state, one, ground),
        CaseCommand::Serve(one) => afterwards::serve(state, one, ground),
        CaseCommand::Appeal(one) => afterwards::appeal(state, one, ground),
        CaseCommand::CarryOut(one) => afterwards::carry_out(state, one, ground),
        CaseCommand::Tell(one) => afterwards::tell(state, one, ground),
        CaseCommand::Restore(one) => afterwards::restore(state, one, ground),
        CaseCommand::Close(one) => afterwards::close(state, one, ground),
    }
}

fn unknown(number: Option<&CaseNo>) -> Refusal {
    match number.filter(|number| !number.is_empty()) {
        Some(number) => Accounting::UnknownCase(number.clone()).into(),
        None => Refusal::Empty(Field::Case),
    }
}

/// A fact, and what it does to the clocks of the procedure.
fn with_clocks(
    state: &Case,
    fact: CaseEvent,
    act: CaseAct,
    staff: Option<&StaffNo>,
    ground: &CaseGround<'_>,
) -> Result<Vec<CaseEvent>, Refusal> {
    let moved = clocks::around(state, ground.rules, ground.office, act, staff, ground.now)
        .map_err(|error| unreckoned(&error))?;
    Ok(std::iter::once(fact).chain(moved).collect())
}

fn unreckoned(error: &DeadlineError) -> Refusal {
    Accounting::Unreckoned(error.to_string()).into()
}

/// Asks for a step that the regulation wants before this one.
fn after(done: bool, step: CaseStep, ground: &CaseGround<'_>) -> Result<(), Refusal> {
    if done || !ground.rules.procedure.contains(&step) {
        Ok(())
    } else {
        Err(Accounting::First(step).into())
    }
}

/// The person meant: the one who is named, else the only one concerned.
fn meant(state: &Case, named: &StaffNo) -> Result<StaffNo, Refusal> {
    if named.is_empty() {
        return match state.accused.as_slice() {
            [one] => Ok(one.staff.clone()),
            _ => Err(Refusal::Empty(Field::Staff)),
        };
    }
    match state.accused(named) {
        Some(one) => Ok(one.staff.clone()),
        None => Err(Accounting::NotConcerned(named.clone()).into()),
    }
}

/// Words that must be there and not too long.
fn said(text: &str, field: Field) -> Result<Private<String>, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Refusal::Empty(field));
    }
    short(text, field, TEXT_LIMIT)
}

fn line(text: &str, field: Field) -> Result<Private<String>, Refusal> {
    short(text.trim(), field, LINE_LIMIT)
}

fn short(text: &str, field: Field, limit: usize) -> Result<Private<String>, Refusal> {
    if text.chars().count() > limit {
        Err(Refusal::TooLong { field, limit })
    } else {
        Ok(text.to_owned().into())
    }
}
