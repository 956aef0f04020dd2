//! Stories that only some rulebooks know: orders and alarms with steps of their own,
//! cases with a limit by their kind, time that does not count, more time asked for.

use super::acts::{accept, close, deliver, extend, grant, resume, step, suspend};
use super::cast::{Plot, Topic};
use super::story::{By, Story, Teller};
use crate::domain::command::Register;
use crate::domain::deadline::{SuspensionReason, Unit};
use crate::domain::ids::{ClockId, StepId};
use crate::domain::rulebook::{Act, ClockRule, Length, StepBy};
use crate::domain::staff::Role;

/// A clock that runs from acceptance, and how its time may be changed.
pub(super) struct Changeable {
    pub clock: ClockId,
    /// Reasons for which it may stand still.
    pub reasons: Vec<SuspensionReason>,
    /// How much may be added to it, and whether somebody has to approve that.
    pub extension: Option<(u32, bool)>,
}

impl Teller<'_> {
    /// The kind of request that a topic is: one of its own, else a question where it
    /// is no matter of the catalogue and the next plain kind where it is one.
    pub fn kind(&mut self, topic: &Topic) -> String {
        let known = |id: &&String| self.rules.kind(id).is_some();
        let own: Vec<&String> = topic.kinds.iter().filter(known).collect();
        if let Some(kind) = self.chance.pick(&own) {
            return (*kind).clone();
        }
        if topic.matter.is_empty() {
            return self.plain_kind();
        }
        let second = self.rules.kinds.get(1);
        let second = second.filter(|kind| !kind.permit && self.is_plain(&kind.id));
        second.map_or_else(String::new, |kind| kind.id.clone())
    }

    /// The kind that a plain question is.
    pub fn plain_kind(&self) -> String {
        let plain = self.rules.kinds.iter().find(|kind| self.is_plain(&kind.id));
        plain.map_or_else(String::new, |kind| kind.id.clone())
    }

    /// Whether a request of this kind goes the way of any question.
    pub fn is_plain(&self, kind: &str) -> bool {
        !self.is_task(kind) && self.case_clock(kind).is_none()
    }

    /// Clocks that are for this kind by name.
    fn own_clocks(&self, kind: &str) -> impl Iterator<Item = &ClockRule> {
        let of_it = move |clock: &&ClockRule| clock.kinds.iter().any(|own| own == kind);
        self.rules.clocks.iter().filter(of_it)
    }

    /// Whether it is an order, or begins with a step that its clocks wait for.
    pub fn is_task(&self, kind: &str) -> bool {
        let begins_with_step = |clock: &ClockRule| {
            let mut meet = clock.needs.iter().chain(&clock.stops);
            clock.starts.contains(&Act::Registered)
                && meet.next().is_some_and(|act| matches!(act, Act::Step(_)))
        };
        self.rules.kind(kind).is_some_and(|kind| !kind.visitor)
            || self.own_clocks(kind).any(begins_with_step)
    }

    /// Whether minutes count for this kind.
    pub fn counts_minutes(&self, kind: &str) -> bool {
        self.own_clocks(kind).any(in_minutes)
    }

    /// The clock that runs from acceptance because of the kind alone.
    fn case_clock(&self, kind: &str) -> Option<&ClockRule> {
        let mut own = self.own_clocks(kind);
        own.find(|clock| {
            clock.starts.contains(&Act::Accepted)
                && matches!(clock.limit, Length::Fixed(_))
                && !self.rules.kind(kind).is_some_and(|kind| kind.permit)
        })
    }

    /// What can be changed about the time of a case.
    pub fn changeable(&self, kind: &str) -> Option<Changeable> {
        let rule = self.case_clock(kind)?;
        Some(Changeable {
            clock: rule.id.clone(),
            reasons: self.reasons(&rule.id),
            extension: rule
                .extension
                .as_ref()
                .map(|extension| (extension.max, extension.approval)),
        })
    }

    /// The reasons for which a clock may stand still.
    pub fn reasons(&self, clock: &ClockId) -> Vec<SuspensionReason> {
        let of_it = self.rules.suspensions.iter();
        of_it
            .filter(|rule| rule.clocks.contains(clock))
            .flat_map(|rule| rule.reasons.iter().copied())
            .collect()
    }

    /// The clock that may stand still once such an inquiry is accepted, and for what.
    pub fn suspendable(&self, register: &Register) -> Option<(ClockId, Vec<SuspensionReason>)> {
        if let Some(change) = self.changeable(&register.kind) {
            return Some((change.clock, change.reasons));
        }
        let of_the_matter = |clock: &&ClockRule| {
            clock.limit == Length::Matter
                && clock.starts.contains(&Act::Accepted)
                && clock.concerns(&register.kind, &register.channel)
        };
        let mut clocks = self.rules.clocks.iter().filter(of_the_matter);
        clocks.find_map(|clock| {
            let reasons = self.reasons(&clock.id);
            (!reasons.is_empty()).then(|| (clock.id.clone(), reasons))
        })
    }

    /// Whether applications are taken in before they are accepted.
    pub fn takes_in(&self) -> bool {
        let from_receipt = |clock: &ClockRule| clock.starts.contains(&Act::Received);
        self.rules.clocks.iter().any(from_receipt)
    }

    /// Whether an answer may close a request of this kind in the same breath.
    pub fn ends_at_once(&self, kind: &str) -> bool {
        let owed = |clock: &&ClockRule| {
            clock.owed && (clock.kinds.is_empty() || clock.kinds.iter().any(|own| own == kind))
        };
        let mut owed = self.rules.clocks.iter().filter(owed);
        !owed.any(|clock| {
            let starts = &clock.starts;
            starts.contains(&Act::Registered) || starts.contains(&Act::Answered)
        })
    }

    /// Whether a receiver may send a slip back, and it may then go elsewhere.
    pub fn comes_back(&self) -> bool {
        self.rules.returns.allowed && self.rules.handoff.once.is_none()
    }

    /// How an inquiry goes on that was drawn to go on as `plot`, under these rules.
    pub fn fitting(&self, plot: Plot, register: &Register) -> Plot {
        if self.is_task(&register.kind) {
            return Plot::Task;
        }
        if plot == Plot::Outside {
            return plot;
        }
        if self.case_clock(&register.kind).is_some() {
            return Plot::Case;
        }
        if plot == Plot::Returned && !self.comes_back() {
            return Plot::HandOff;
        }
        let of_the_catalogue = matches!(plot, Plot::Notice | Plot::Accepted);
        if of_the_catalogue && register.matter.is_empty() {
            return Plot::AnswerNow;
        }
        plot
    }

    /// An order is carried out, an alarm is answered: what its clocks ask for comes in between.
    pub fn task(&mut self, story: &mut Story, topic: &Topic) {
        story.late = self.chance.happens(6);
        if self.counts_minutes(&story.register.kind) {
            self.on_the_way(story, topic);
            let wait = self.chance.between(25, 90);
            self.answered(story, topic, wait);
            return;
        }
        if self.chance.happens(60) && self.sent(story, &topic.department) {
            let wait = self.until_signed(story);
            story.then(wait, By::Holder, super::acts::sign());
        }
        self.on_the_way(story, topic);
        let wait = self.chance.between(300, 2_400);
        self.answered(story, topic, wait);
    }

    /// Accepted because of its kind, and finished days later.
    pub fn case(&mut self, story: &mut Story) {
        let wait = self.chance.between(5, 60);
        story.then(wait, By::Holder, accept());
        if let Some(change) = self.changeable(&story.register.kind) {
            match self.chance.below(100) {
                0..=17 => {
                    let wait = self.chance.between(200, 800);
                    if self.stands_still(story, wait, &change.clock, &change.reasons) {
                        let wait = self.chance.between(300, 1_500);
                        story.then(wait, By::Keeper, resume());
                    }
                }
                18..=35 => {
                    let wait = self.chance.between(300, 1_200);
                    self.more_time(story, wait, &change, true);
                }
                _ => {}
            }
        }
        let text = self.chance.text(&self.cast.words.delivered);
        let wait = self.chance.between(800, 5_000);
        story.then(wait, By::Keeper, deliver(text));
        let wait = self.chance.between(1, 60);
        story.then(wait, By::Keeper, close());
    }

    /// Lets a clock stand still where there is a reason for which it may.
    pub fn stands_still(
        &mut self,
        story: &mut Story,
        wait: u32,
        clock: &ClockId,
        reasons: &[SuspensionReason],
    ) -> bool {
        let Some(reason) = self.chance.pick(reasons).copied() else {
            return false;
        };
        let told = self.chance.text(&self.visitors.names().suspended);
        story.then(wait, By::Keeper, suspend(clock.clone(), reason, told));
        true
    }

    /// Asks for more time where a clause grants any; a superior decides where one has to.
    pub fn more_time(&mut self, story: &mut Story, wait: u32, change: &Changeable, decided: bool) {
        let Some((most, approval)) = change.extension else {
            return;
        };
        let by = self.chance.between(most.div_ceil(3), most);
        let reason = self.chance.text(&self.visitors.names().extensions);
        let clock = change.clock.clone();
        story.then(wait, By::Keeper, extend(clock.clone(), by, reason));
        if approval && decided {
            let superior = self.cast.superior(&mut self.chance);
            let wait = self.chance.between(30, 300);
            story.then(wait, By::Person(superior), grant(clock));
        }
    }

    /// Some take a step on the way that no clock asks for.
    pub fn on_the_way(&mut self, story: &mut Story, topic: &Topic) {
        if self.chance.happens(60) {
            let wait = self.chance.between(1, 12);
            self.take_step(story, wait, topic);
        }
    }

    /// Takes one of the topic's own steps, where the rulebook has it for this kind.
    pub fn take_step(&mut self, story: &mut Story, wait: u32, topic: &Topic) -> bool {
        let kind = &story.register.kind;
        let known = |id: &&StepId| {
            let step = self.rules.step(id);
            step.is_some_and(|step| step.kinds.is_empty() || step.kinds.contains(kind))
        };
        let own: Vec<&StepId> = topic.steps.iter().filter(known).collect();
        let Some(id) = self.chance.pick(&own).map(|id| (*id).clone()) else {
            return false;
        };
        let lot = u64::from(self.chance.below(1_000));
        let by = match self.rules.step(&id).map(|step| step.by) {
            Some(StepBy::First | StepBy::Hands) => By::Keeper,
            Some(StepBy::Supervisor) => By::Person(self.cast.of_role(Role::Supervisor, lot)),
            Some(StepBy::Quality) => By::Person(self.cast.of_role(Role::Quality, lot)),
            Some(StepBy::Holder) | None => By::Holder,
        };
        let said = self.cast.said(&id, lot);
        story.then(wait, by, step(id, said));
        true
    }
}

/// Whether a limit is so short that minutes count.
fn in_minutes(clock: &ClockRule) -> bool {
    matches!(clock.limit, Length::Fixed(limit) if limit.unit() == Unit::Min)
}
