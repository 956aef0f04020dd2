//! The clocks of an inquiry: how each runs, and who answers for it.

use super::Inquiry;
use crate::domain::deadline::SuspensionReason;
use crate::domain::ids::{ClockId, StaffNo};
use crate::domain::inquiry::event::{Started, Stop};
use crate::domain::rulebook::{Act, Answerable};
use crate::domain::time::Moment;

/// One run of a clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClockRun {
    /// As it was started, with the due time of its last extension.
    pub run: Started,
    /// How many units its extensions added.
    pub extended: u32,
    /// When and why it stopped.
    pub stopped: Option<(Stop, Moment)>,
    /// The act that stopped it.
    pub stopped_by: Option<Act>,
    /// When it stood still, and why.
    pub pauses: Vec<Pause>,
    /// An extension that waits for a decision.
    pub filed: Option<Filed>,
    /// Whether somebody said why it was overrun.
    pub explained: bool,
    /// In whose hands it ran out.
    pub breached: Option<StaffNo>,
}

impl ClockRun {
    /// Whether it still runs.
    pub fn is_running(&self) -> bool {
        self.stopped.is_none()
    }

    /// Whether it runs but stands still at present.
    pub fn stands_still(&self) -> bool {
        self.is_running() && self.pauses.iter().any(|pause| pause.until.is_none())
    }
}

/// A stretch in which a clock stood still.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pause {
    /// Number of the suspension.
    pub suspension: u32,
    /// Why.
    pub reason: SuspensionReason,
    /// From when.
    pub from: Moment,
    /// Until when; nothing while it lasts.
    pub until: Option<Moment>,
}

/// An extension that waits for a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filed {
    /// How many units would be added in all.
    pub by: u32,
    /// Who filed it.
    pub filed_by: StaffNo,
    /// When.
    pub at: Moment,
}

impl Inquiry {
    /// The running clock with this id, the latest leg's first.
    pub fn running(&self, id: &ClockId) -> Option<&ClockRun> {
        self.clocks
            .iter()
            .rev()
            .find(|clock| clock.is_running() && &clock.run.clock == id)
    }

    /// Whoever answers for a clock now.
    pub fn answerable(&self, run: &Started) -> &StaffNo {
        let leg = self.leg(run.leg).unwrap_or(&self.legs[0]);
        match run.answerable {
            Answerable::First => self.keeper(),
            Answerable::Sender => &leg.keeper,
            Answerable::Handler => &leg.holder,
            Answerable::Holder => self.holder(),
        }
    }

    /// Whether a clock runs whose end nobody has been called to account for: one
    /// that begins again towards the same end is not breached a second time, nor is
    /// one whose end another calendar moved after it, nor one that the same hands
    /// had missed already when they sent the inquiry again.
    pub fn awaits_its_end(&self, clock: &ClockRun) -> bool {
        // An extension filed in time keeps the end open until it is decided.
        clock.is_running()
            && !clock.stands_still()
            && clock.filed.is_none()
            && !self.clocks.iter().any(|other| {
                other
                    .breached
                    .as_ref()
                    .is_some_and(|hands| self.is_one_duty(clock, other, hands))
            })
    }

    /// Whether a clock is the duty that ran out in these hands as `missed`.
    fn is_one_duty(&self, clock: &ClockRun, missed: &ClockRun, hands: &StaffNo) -> bool {
        let (run, other) = (&clock.run, &missed.run);
        let same_length = other.limit == run.limit && missed.extended == clock.extended;
        let same_from = other.from == run.from;
        other.clock == run.clock
            && if other.leg == run.leg {
                other.due == run.due || (same_from && same_length)
            } else {
                // Whoever sends it again on another leg has had that day since they held it.
                run.answerable == Answerable::Sender
                    && same_from
                    && (other.due == run.due || same_length)
                    && self.answerable(run) == hands
            }
    }

    /// The earliest instant at which time alone changes this inquiry.
    pub fn next_at(&self) -> Option<Moment> {
        self.clocks
            .iter()
            .filter(|clock| self.awaits_its_end(clock))
            .map(|clock| clock.run.due)
            .min()
    }
}
