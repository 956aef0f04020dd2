//! The clocks of the procedure: what starts them, what meets them, what time does.

use super::event::CaseEvent;
use super::state::{Case, CaseRun};
use crate::domain::deadline::{DeadlineError, Office, Rule, compute};
use crate::domain::ids::StaffNo;
use crate::domain::rulebook::{Accountability, CaseAct, CaseClock};
use crate::domain::time::Moment;

/// Whether a clock concerns one person's decision rather than the whole case.
fn personal(act: CaseAct) -> bool {
    act >= CaseAct::Decided
}

/// When a clock ends that counts from `from`, and whether that is certain.
pub(super) fn due(
    clock: &CaseClock,
    from: Moment,
    extended: u32,
    office: &Office,
) -> Result<(Moment, bool), DeadlineError> {
    let rule = Rule {
        limit: clock.limit,
        counting: clock.counting,
        roll: true,
    };
    let due = compute(&rule, office.local(from), extended, &[], office)?;
    let at = due.at.ok_or(DeadlineError::BeyondHorizon)?;
    Ok((office.moment(at), due.provisional))
}

/// What an act does to the clocks: those it meets, then those it starts.
pub(super) fn around(
    case: &Case,
    rules: &Accountability,
    office: &Office,
    act: CaseAct,
    staff: Option<&StaffNo>,
    now: Moment,
) -> Result<Vec<CaseEvent>, DeadlineError> {
    let mut facts = Vec::new();
    for run in case.clocks.iter().filter(|run| run.is_running()) {
        let rule = rules.clocks.iter().find(|clock| clock.id == run.clock);
        let met = rule.is_some_and(|clock| clock.stops == act);
        if met && (run.staff.is_none() || run.staff.as_ref() == staff) {
            facts.push(CaseEvent::CaseClockMet {
                clock: run.clock.clone(),
                staff: run.staff.clone(),
            });
        }
    }
    for clock in rules.clocks.iter().filter(|clock| clock.starts == act) {
        let (due, provisional) = due(clock, now, 0, office)?;
        facts.push(CaseEvent::CaseClockStarted {
            clock: clock.id.clone(),
            staff: staff.filter(|_| personal(clock.starts)).cloned(),
            due,
            provisional,
            right: clock.right,
        });
    }
    Ok(facts)
}

/// Facts that came about by `now` without anyone's act, each with the instant at which
/// it fell due. Asking again after they are recorded gives nothing.
pub fn settle(case: &Case, now: Moment) -> Vec<(Moment, CaseEvent)> {
    let mut facts: Vec<(Moment, CaseEvent)> = case
        .ticking()
        .filter(|run| now.is_late_for(run.due))
        .map(|run| (run.due, ran_out(run)))
        .collect();
    facts.sort_by_key(|(at, _)| *at);
    facts
}

fn ran_out(run: &CaseRun) -> CaseEvent {
    let (clock, staff, due) = (run.clock.clone(), run.staff.clone(), run.due);
    if run.right {
        CaseEvent::RightLapsed { clock, staff, due }
    } else {
        CaseEvent::CaseClockBreached { clock, staff, due }
    }
}

/// The moves of the clocks that still tick, by another calendar. What has run out or
/// was met stays as it was.
///
/// # Errors
///
/// When an end cannot be reckoned.
pub fn recounted(
    case: &Case,
    rules: &Accountability,
    office: &Office,
) -> Result<Vec<CaseEvent>, DeadlineError> {
    let mut facts = Vec::new();
    for run in case.ticking() {
        let rule = rules.clocks.iter().find(|clock| clock.id == run.clock);
        let Some(clock) = rule else { continue };
        let (due, provisional) = due(clock, run.from, run.extended, office)?;
        if due != run.due || provisional != run.provisional {
            facts.push(CaseEvent::CaseClockMoved {
                clock: run.clock.clone(),
                staff: run.staff.clone(),
                was: run.due,
                due,
                provisional,
            });
        }
    }
    Ok(facts)
}
