//! Folding what happens to clocks.

use crate::domain::inquiry::event::{Event, Started, Stop};
use crate::domain::inquiry::state::{ClockRun, Filed, Inquiry, Pause};
use crate::domain::time::Moment;

impl Inquiry {
    pub(super) fn apply_to_clocks(&mut self, at: Moment, event: &Event) {
        if let Event::ClockStarted(run) = event {
            self.start_clock(run);
        }
        let named = if let Event::ClockStopped { clock, leg, .. }
        | Event::Extended { clock, leg, .. }
        | Event::ExtensionFiled { clock, leg, .. }
        | Event::ExtensionDenied { clock, leg, .. }
        | Event::Breached { clock, leg, .. }
        | Event::Recounted { clock, leg, .. } = event
        {
            Some((clock, *leg))
        } else {
            None
        };
        let Some(clock) = named.and_then(|(id, leg)| {
            self.clocks
                .iter_mut()
                .rev()
                .find(|c| c.stopped.is_none() && &c.run.clock == id && c.run.leg == leg)
        }) else {
            return;
        };
        if let Event::ClockStopped { how, by, .. } = event {
            clock.stopped = Some((*how, at));
            clock.stopped_by = Some(by.clone());
        }
        if let Event::ExtensionFiled { by, filed_by, .. } = event {
            clock.filed = Some(Filed {
                by: *by,
                filed_by: filed_by.clone(),
                at,
            });
        }
        if let Event::ExtensionDenied { .. } = event {
            clock.filed = None;
        }

        if let Event::Extended {
            by,
            due,
            soon,
            provisional,
            ..
        } = event
        {
            clock.extended = *by;
            clock.filed = None;
            clock.run.due = *due;
            clock.run.soon = *soon;
            clock.run.provisional = *provisional;
        }
        if let Event::Breached { hands, .. } = event {
            clock.breached = Some(hands.clone());
        }
        if let Event::Recounted {
            due,
            soon,
            provisional,
            calendar,
            ..
        } = event
        {
            clock.run.due = *due;
            clock.run.soon = *soon;
            clock.run.provisional = *provisional;
            clock.run.calendar.clone_from(calendar);
        }
    }

    pub(super) fn apply_to_pauses(&mut self, at: Moment, event: &Event) {
        if let Event::Suspended {
            suspension,
            reason,
            clocks,
            ..
        } = event
        {
            self.suspensions = *suspension;
            for run in self.clocks.iter_mut().filter(|run| run.is_running()) {
                if clocks.contains(&(run.run.clock.clone(), run.run.leg)) {
                    run.pauses.push(Pause {
                        suspension: *suspension,
                        reason: *reason,
                        from: at,
                        until: None,
                    });
                }
            }
        }
        if let Event::Resumed {
            suspension, clocks, ..
        } = event
        {
            for run in &mut self.clocks {
                for pause in &mut run.pauses {
                    if pause.suspension == *suspension && pause.until.is_none() {
                        pause.until = Some(at);
                    }
                }
                let again = clocks
                    .iter()
                    .find(|on| on.clock == run.run.clock && on.leg == run.run.leg);
                if let (Some(on), true) = (again, run.is_running()) {
                    run.run.due = on.due;
                    run.run.soon = on.soon;
                    run.run.provisional = on.provisional;
                }
            }
        }
    }

    /// Starts a clock, or lets one run on that had only been replaced.
    fn start_clock(&mut self, run: &Started) {
        let paused = self.clocks.iter_mut().rev().find(|clock| {
            matches!(clock.stopped, Some((Stop::Replaced, _)))
                && clock.run.clock == run.clock
                && clock.run.leg == run.leg
                && clock.run.from == run.from
        });
        if let Some(clock) = paused {
            clock.stopped = None;
            clock.stopped_by = None;
            clock.run = run.clone();
        } else {
            self.clocks.push(ClockRun {
                run: run.clone(),
                extended: 0,
                stopped: None,
                stopped_by: None,
                pauses: Vec::new(),
                filed: None,
                explained: false,
                breached: None,
            });
        }
    }
}
