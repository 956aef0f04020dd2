//! The history played from its first day to the present: every act a real
//! command, at its own instant, in the order of time.
//!
//! Between the acts of a story its people do what the rulebook's clocks ask for
//! beside them, and an act that a clock waits for comes in time unless the story
//! is one of a late inquiry.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap, VecDeque};

use super::acts::{self, Deed};
use super::cast::{Cast, nth};
use super::duty::{self, Duty, Taker};
use super::hall::{Hall, Minute, OpenDay};
use super::story::{By, Step, Story, Teller};
use crate::desk::{Actor, Batch, DeskError, Done};
use crate::domain::command::{
    Command, Envelope, HandoverItem, HandoverNote, HandoverOpen, HandoverSign, Register,
};
use crate::domain::ids::{HandoverNo, Number, StaffNo};
use crate::domain::inquiry::{ClockRun, Event, Inquiry};
use crate::domain::rulebook::{Act, Lapse, Rulebook};
use crate::domain::shift::ShiftEvent;
use crate::domain::staff::Role;
use crate::domain::time::Moment;
use crate::store::{Fact, Stream};

/// One inquiry whose story is not over.
struct Thread {
    /// How it will be entered, until it is.
    register: Option<Register>,
    first: StaffNo,
    /// What the record says of it, once it is entered.
    state: Option<Inquiry>,
    /// The minute of its last act.
    minute: Minute,
    /// The instant of its last act.
    last: Moment,
    /// The minute for which the story plans its next act.
    planned: Minute,
    steps: VecDeque<Step>,
    /// Something that comes before the story's next act.
    duty: Option<Duty>,
    /// Whether something in it comes too late.
    late: bool,
}

impl Thread {
    /// Whether the story comes to its end next: what is owed first comes before that.
    fn ends_next(&self) -> bool {
        let act = self.steps.front().and_then(|step| step.deed.act.as_ref());
        matches!(act, Some(Act::Answered | Act::Delivered | Act::Closed))
    }
}

/// Where less than so many seconds are left, people hurry.
const MINUTES: i64 = 20 * 60;

/// A shift handover that both sign.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shift {
    /// How many working days before the present one.
    pub back: u32,
    /// Who leaves.
    pub from: &'static str,
    /// Who comes.
    pub to: &'static str,
}

/// Everything under way.
pub(super) struct Play<'a> {
    hall: &'a Hall,
    cast: &'a Cast,
    rules: &'a Rulebook,
    /// Why a time in principle was overrun.
    overruns: Vec<String>,
    now: Moment,
    threads: BTreeMap<u64, Thread>,
    by_number: BTreeMap<Number, u64>,
    next: BinaryHeap<Reverse<(Moment, u64)>>,
    begun: u64,
    entered: u32,
}

impl<'a> Play<'a> {
    pub fn new(teller: &Teller<'a>, now: Moment) -> Self {
        Self {
            hall: teller.hall,
            cast: teller.cast,
            rules: teller.rules,
            overruns: teller.visitors.names().overruns.clone(),
            now,
            threads: BTreeMap::new(),
            by_number: BTreeMap::new(),
            next: BinaryHeap::new(),
            begun: 0,
            entered: 0,
        }
    }

    /// How many inquiries were entered.
    pub fn entered(&self) -> u32 {
        self.entered
    }

    /// Takes a story up, to be played from its first minute on.
    pub fn take_up(&mut self, story: Story) {
        let id = self.begun;
        self.begun += 1;
        let at = self.instant(story.start, id);
        let thread = Thread {
            register: Some(story.register),
            first: story.first,
            state: None,
            minute: story.start,
            last: at,
            planned: story.start,
            steps: story.steps,
            duty: None,
            late: story.late,
        };
        self.next.push(Reverse((at, id)));
        self.threads.insert(id, thread);
    }

    /// The instant of a thread's act: somewhere within its minute, never past the present.
    fn instant(&self, minute: Minute, id: u64) -> Moment {
        let within = i64::try_from((id * 37 + u64::from(minute) * 11) % 60).unwrap_or(0);
        self.hall.moment(minute).plus_seconds(within).min(self.now)
    }

    /// Plays everything up to the end of a day.
    pub fn until(&mut self, batch: &mut Batch, end: Moment) -> Result<(), DeskError> {
        while let Some(Reverse((at, _))) = self.next.peek()
            && *at <= end
        {
            if let Some(Reverse((at, id))) = self.next.pop() {
                self.step(batch, id, at)?;
            }
        }
        Ok(())
    }

    fn step(&mut self, batch: &mut Batch, id: u64, at: Moment) -> Result<(), DeskError> {
        let Some((actor, command)) = self.next_act(id) else {
            return Ok(());
        };
        let done = batch.carry_out(&Actor::Staff(actor), &Envelope::of(command), at)?;
        if let Some(thread) = self.threads.get_mut(&id)
            && thread.state.is_none()
        {
            self.entered += 1;
            self.by_number.insert(Number(done.subject.clone()), id);
        }
        self.follow(&done);
        self.go_on(id);
        Ok(())
    }

    /// Who acts in a thread now, and how.
    fn next_act(&mut self, id: u64) -> Option<(StaffNo, Command)> {
        let thread = self.threads.get_mut(&id)?;
        if let Some(register) = thread.register.take() {
            let enter = Command::Register(Box::new(register));
            return Some((thread.first.clone(), enter));
        }
        let state = thread.state.as_ref()?;
        let (by, deed) = if let Some(duty) = thread.duty.take() {
            done_by(&duty, self.cast, &self.overruns, id)
        } else {
            let step = thread.steps.pop_front()?;
            if let Some(next) = thread.steps.front() {
                thread.planned = thread.minute + next.after.max(1);
            }
            (step.by, step.deed)
        };
        let actor = match by {
            By::Keeper => state.keeper().clone(),
            By::Holder => state.holder().clone(),
            By::Person(person) => person,
        };
        Some((actor, (deed.command)(state.number.clone())))
    }

    /// Plans the next act of a thread, or lets go of one that is over or goes past the present.
    fn go_on(&mut self, id: u64) {
        let upcoming = self.threads.get(&id).and_then(|thread| {
            let (minute, at, duty) = self.upcoming(thread, id)?;
            (minute <= self.hall.now()).then_some((minute, at, duty))
        });
        if let Some((minute, at, duty)) = upcoming {
            if let Some(thread) = self.threads.get_mut(&id) {
                thread.minute = minute;
                thread.last = at;
                thread.duty = duty;
            }
            self.next.push(Reverse((at, id)));
        } else if let Some(thread) = self.threads.remove(&id)
            && let Some(state) = thread.state
        {
            self.by_number.remove(&state.number);
        }
    }

    /// When something happens next in a thread, and the duty that it is, if it is one.
    fn upcoming(&self, thread: &Thread, id: u64) -> Option<(Minute, Moment, Option<Duty>)> {
        let state = thread.state.as_ref()?;
        // One thing in a late inquiry comes too late, not everything; and nothing whose
        // end would do what the story does itself.
        let spoils = |run: &ClockRun| {
            run.breached.is_some() || (run.is_running() && run.run.lapse == Lapse::DeemedAccepted)
        };
        let late = thread.late && !state.clocks.iter().any(spoils);
        let told = thread.steps.front().map(|step| {
            let minute = thread.planned.max(thread.minute);
            let at = self.instant(minute, id).max(thread.last);
            let act = step.deed.act.as_ref();
            let due = act.and_then(|act| duty::awaited(self.rules, state, act, thread.last));
            match due {
                Some(due) if late && at <= due => self.in_time(thread, due, 105 + id * 13 % 60),
                Some(due) if !late && at > due => self.in_time(thread, due, 35 + id * 13 % 50),
                Some(_) | None => (minute, at),
            }
        });
        let Some(duty) = duty::next(self.rules, state) else {
            return told.map(|(minute, at)| (minute, at, None));
        };
        let (minute, at) = match &duty {
            Duty::Step { due, .. } if *due > thread.last => {
                let hundredths = match due.seconds_since(thread.last) {
                    _ if late => 115 + id * 7 % 50,
                    ..=MINUTES => 5 + id * 7 % 18,
                    _ => 12 + id * 7 % 50,
                };
                self.in_time(thread, *due, hundredths)
            }
            Duty::Step { .. } | Duty::Explanation(_) | Duty::Signature(_) | Duty::Documents(_) => {
                let minute = thread.minute + 1;
                (minute, self.instant(minute, id))
            }
        };
        match told {
            Some((planned, then)) if then < at && !(duty.is_first() && thread.ends_next()) => {
                Some((planned, then, None))
            }
            Some(_) | None => Some((minute, at, Some(duty))),
        }
    }

    /// After so many hundredths of the time that is left until `due`.
    fn in_time(&self, thread: &Thread, due: Moment, hundredths: u64) -> (Minute, Moment) {
        let left = self.hall.minute_of(due).saturating_sub(thread.minute);
        let share = |whole: u64| whole * hundredths / 100;
        let minutes = u32::try_from(share(left.into())).unwrap_or(left);
        if minutes > 0 {
            let minute = thread.minute + minutes;
            let id = u64::from(thread.minute);
            let at = self.instant(minute, id).max(thread.last);
            let last = if hundredths < 100 { due } else { at };
            return (minute, at.min(last));
        }
        // Less than a minute: within this one, so that it never falls into the night.
        let left = u64::try_from(due.seconds_since(thread.last)).unwrap_or(0);
        let wait = i64::try_from(share(left)).unwrap_or(0).max(1);
        let end = self.hall.moment(thread.minute).plus_seconds(59);
        let at = thread.last.plus_seconds(wait).min(end).min(self.now);
        (thread.minute, at.max(thread.last))
    }

    /// Copies what went on record into what is known of each thread.
    fn follow(&mut self, done: &Done) {
        for recorded in &done.events {
            let (Fact::Inquiry(event), Stream::Inquiry(number)) =
                (&recorded.fact, &recorded.stream)
            else {
                continue;
            };
            let known = self.by_number.get(number);
            let Some(thread) = known.and_then(|id| self.threads.get_mut(id)) else {
                continue;
            };
            match (&mut thread.state, event) {
                (Some(state), event) => state.apply(recorded.at, event),
                (none @ None, Event::Registered(fact)) => *none = Some(Inquiry::begin(fact)),
                (None, _) => {}
            }
        }
    }

    /// One hands the shift over to another after closing: item by item, signed by both.
    pub fn hand_over(
        &mut self,
        batch: &mut Batch,
        shift: Shift,
        day: &OpenDay,
        (keys, words): (Vec<String>, &[String]),
    ) -> Result<(), DeskError> {
        let (from, to) = (StaffNo::from(shift.from), StaffNo::from(shift.to));
        let mut second = 90;
        let mut send = |batch: &mut Batch, by: &StaffNo, command: Command| {
            second += 5;
            let at = self.hall.after_closing(day, second);
            batch.carry_out(&Actor::Staff(by.clone()), &Envelope::of(command), at)
        };
        let open = Command::HandoverOpen(HandoverOpen {
            to: to.clone(),
            notes: keys,
        });
        let opened = send(batch, &from, open)?;
        let handover = HandoverNo(opened.subject.clone());
        let count = opened
            .events
            .iter()
            .find_map(|recorded| match &recorded.fact {
                Fact::Shift(ShiftEvent::HandoverOpened { items, .. }) => {
                    u32::try_from(items.len()).ok()
                }
                Fact::Shift(_) | Fact::Inquiry(_) | Fact::Office(_) | Fact::Case(_) => None,
            });
        for item in 1..=count.unwrap_or(0) {
            if item % 3 == 1
                && let Some(text) = words.get(item as usize % words.len().max(1))
            {
                let note = HandoverNote {
                    handover: handover.clone(),
                    item,
                    text: text.clone(),
                };
                send(batch, &from, Command::HandoverNote(note))?;
            }
            let taken = HandoverItem {
                as_asked: false,
                handover: handover.clone(),
                item,
            };
            send(batch, &to, Command::HandoverAcknowledge(taken))?;
        }
        let sign = HandoverSign { handover };
        send(batch, &from, Command::HandoverSign(sign.clone()))?;
        let done = send(batch, &to, Command::HandoverSign(sign))?;
        self.follow(&done);
        Ok(())
    }
}

/// Who does a duty, and how.
fn done_by(duty: &Duty, cast: &Cast, overruns: &[String], id: u64) -> (By, Deed) {
    match duty {
        Duty::Step { step, by, .. } => {
            let by = match by {
                Taker::Keeper => By::Keeper,
                Taker::Holder => By::Holder,
                Taker::Supervisor => By::Person(cast.of_role(Role::Supervisor, id)),
                Taker::Quality => By::Person(cast.of_role(Role::Quality, id)),
            };
            (by, acts::step(step.clone(), cast.said(step, id)))
        }
        Duty::Explanation(clock) => {
            let reason = nth(overruns, id);
            (By::Keeper, acts::explain(clock.clone(), reason))
        }
        Duty::Signature(department) => {
            (By::Person(cast.head(department, id)), acts::sign_handling())
        }
        Duty::Documents(keeper) => (By::Person(keeper.clone()), acts::return_documents()),
    }
}

/// Stories of a day beside the scenes: as many as the plan says, busier in mid-morning.
pub(super) fn arrivals(teller: &mut Teller, day: &OpenDay, count: u32) -> Vec<Story> {
    let now = teller.hall.now();
    let end = (day.first + day.minutes).min(now);
    let quiet_from = teller.hall.on_day(8, 0);
    let length = end.saturating_sub(day.first);
    let mut stories = Vec::new();
    for _ in 0..count {
        // Two lots make the middle of the day likelier than its ends.
        let lot = teller.chance.below(length / 2 + 1) + teller.chance.below(length / 2 + 1);
        let start = (day.first + lot).min(end.saturating_sub(1));
        let plain = |first: &StaffNo| first.as_str() == "1001" && start >= quiet_from;
        stories.extend(teller.story(start, plain));
    }
    teller.visitors.end_of_day();
    stories
}
