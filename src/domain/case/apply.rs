//! What each fact makes of a case: copied, never reckoned.

use super::event::CaseEvent;
use super::state::{Accused, Appeal, Case, CaseRun, Decision, Filed, Obstruction, Statement};
use crate::domain::ids::{ClockId, StaffNo};
use crate::domain::time::Moment;

impl Case {
    /// Copies one event, which came about at `at`.
    pub fn apply(&mut self, at: Moment, event: &CaseEvent) {
        self.version += 1;
        match event {
            // Only ever the first event of a stream; see `fold`.
            CaseEvent::CaseOpened(_) => {}
            CaseEvent::CaseChecked {
                borne_out, text, ..
            } => self.check = Some((at, *borne_out, text.clone())),
            CaseEvent::CaseProposed { text, .. } => self.proposal = Some((at, text.clone())),
            CaseEvent::InvestigationOpened { team, .. } => {
                self.investigated_at = Some(at);
                self.team.clone_from(team);
            }
            CaseEvent::InvestigatorRecused { staff, instead, .. } => {
                self.team.retain(|one| one != staff);
                self.team.extend(instead.clone());
                self.recused.push(staff.clone());
            }
            CaseEvent::ReportHandedIn(written) => {
                self.report = Some((at, written.as_ref().clone()));
            }
            CaseEvent::OutcomeTold { whom, .. } => self.told.push((*whom, at)),
            CaseEvent::CaseClosed { .. } => self.closed_at = Some(at),
            CaseEvent::CaseLookedAt { by, reason } => {
                self.looks.push((by.clone(), at, reason.clone()));
            }
            CaseEvent::StatementHeard { .. }
            | CaseEvent::InvestigationObstructed { .. }
            | CaseEvent::CaseDecided { .. }
            | CaseEvent::DecisionServed { .. }
            | CaseEvent::DecisionAppealed { .. }
            | CaseEvent::AppealDecided { .. }
            | CaseEvent::FormCarriedOut { .. }
            | CaseEvent::NameRestored { .. } => self.apply_to_one(at, event),
            CaseEvent::CaseExtensionFiled { .. }
            | CaseEvent::CaseExtensionRuled { .. }
            | CaseEvent::CaseClockStarted { .. }
            | CaseEvent::CaseClockMet { .. }
            | CaseEvent::CaseClockBreached { .. }
            | CaseEvent::RightLapsed { .. }
            | CaseEvent::CaseClockMoved { .. } => self.apply_to_clock(at, event),
        }
    }

    fn apply_to_one(&mut self, at: Moment, event: &CaseEvent) {
        if let CaseEvent::StatementHeard {
            staff,
            text,
            upheld,
            ..
        } = event
        {
            let one = Statement {
                at,
                text: text.clone(),
                upheld: *upheld,
            };
            self.change(staff, |accused| accused.statements.push(one));
        } else if let CaseEvent::InvestigationObstructed {
            staff,
            text,
            suspend,
        } = event
        {
            let one = Obstruction {
                at,
                text: text.clone(),
                suspend: *suspend,
            };
            self.change(staff, |accused| accused.obstructions.push(one));
        } else if let CaseEvent::CaseDecided { staff, by, measure } = event {
            let one = Decision {
                at,
                by: by.clone(),
                measure: measure.as_ref().clone(),
            };
            // A head who answers for the department comes in with the decision.
            if self.accused(staff).is_none() {
                self.accused.push(Accused::new(staff.clone()));
            }
            self.change(staff, |accused| accused.decision = Some(one));
        } else if let CaseEvent::DecisionServed { staff, .. } = event {
            self.change(staff, |accused| accused.served_at = Some(at));
        } else if let CaseEvent::DecisionAppealed { staff, text, .. } = event {
            let one = Appeal {
                at,
                text: text.clone(),
                ended: None,
            };
            self.change(staff, |accused| accused.appeal = Some(one));
        } else if let CaseEvent::AppealDecided {
            staff,
            by,
            outcome,
            measure,
        } = event
        {
            let one = Decision {
                at,
                by: by.clone(),
                measure: measure.as_ref().clone(),
            };
            self.change(staff, |accused| {
                if let Some(appeal) = &mut accused.appeal {
                    appeal.ended = Some((at, *outcome));
                }
                accused.reviewed = Some(one);
            });
        } else if let CaseEvent::FormCarriedOut { staff, form, .. } = event {
            self.change(staff, |accused| accused.carried_out.push(form.clone()));
        } else if let CaseEvent::NameRestored { staff, .. } = event {
            self.change(staff, |accused| accused.restored_at = Some(at));
        }
    }

    fn apply_to_clock(&mut self, at: Moment, event: &CaseEvent) {
        if let CaseEvent::CaseClockStarted {
            clock,
            staff,
            due,
            provisional,
            right,
        } = event
        {
            self.clocks.push(CaseRun {
                clock: clock.clone(),
                staff: staff.clone(),
                from: at,
                due: *due,
                provisional: *provisional,
                right: *right,
                extended: 0,
                met_at: None,
                lapsed_at: None,
            });
        } else if let CaseEvent::CaseExtensionFiled {
            clock, amount, by, ..
        } = event
        {
            self.filed = Some(Filed {
                clock: clock.clone(),
                amount: *amount,
                by: by.clone(),
                at,
            });
        } else if let CaseEvent::CaseExtensionRuled {
            clock,
            approved,
            due,
            provisional,
            ..
        } = event
        {
            let filed = self.filed.take();
            if let (true, Some(filed), Some(run)) = (*approved, filed, self.run_mut(clock, None)) {
                run.extended += filed.amount;
                run.due = *due;
                run.provisional = *provisional;
            }
        } else if let CaseEvent::CaseClockMet { clock, staff } = event {
            if let Some(run) = self.run_mut(clock, staff.as_ref()) {
                run.met_at = Some(at);
            }
        } else if let CaseEvent::CaseClockBreached { clock, staff, .. }
        | CaseEvent::RightLapsed { clock, staff, .. } = event
        {
            if let Some(run) = self.run_mut(clock, staff.as_ref()) {
                run.lapsed_at = Some(at);
            }
        } else if let CaseEvent::CaseClockMoved {
            clock,
            staff,
            due,
            provisional,
            ..
        } = event
            && let Some(run) = self.run_mut(clock, staff.as_ref())
        {
            run.due = *due;
            run.provisional = *provisional;
        }
    }

    fn change(&mut self, staff: &StaffNo, change: impl FnOnce(&mut Accused)) {
        if let Some(one) = self.accused.iter_mut().find(|one| &one.staff == staff) {
            change(one);
        }
    }

    fn run_mut(&mut self, clock: &ClockId, staff: Option<&StaffNo>) -> Option<&mut CaseRun> {
        let mut runs = self.clocks.iter_mut().rev();
        runs.find(|run| run.is_running() && &run.clock == clock && run.staff.as_ref() == staff)
    }
}
