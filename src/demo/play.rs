//! The history played from its first day to the present: every act a real
//! command, at its own instant, in the order of time.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap, VecDeque};

use super::hall::{Hall, Minute, OpenDay};
use super::story::{By, Step, Story, Teller};
use crate::desk::{Actor, Batch, DeskError, Done};
use crate::domain::command::{
    Command, Envelope, HandoverItem, HandoverNote, HandoverOpen, HandoverSign, Register,
};
use crate::domain::ids::{HandoverNo, Number, StaffNo};
use crate::domain::inquiry::Event;
use crate::domain::shift::ShiftEvent;
use crate::domain::time::Moment;
use crate::store::Fact;

/// One inquiry whose story is not over.
struct Thread {
    /// How it will be entered, until it is.
    register: Option<Register>,
    number: Number,
    keeper: StaffNo,
    holder: StaffNo,
    /// The minute of its last act.
    minute: Minute,
    steps: VecDeque<Step>,
}

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
    now: Moment,
    threads: BTreeMap<u64, Thread>,
    by_number: BTreeMap<Number, u64>,
    next: BinaryHeap<Reverse<(Moment, u64)>>,
    begun: u64,
    entered: u32,
}

impl<'a> Play<'a> {
    pub fn new(hall: &'a Hall, now: Moment) -> Self {
        Self {
            hall,
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
        let thread = Thread {
            register: Some(story.register),
            number: Number::default(),
            keeper: story.first.clone(),
            holder: story.first,
            minute: story.start,
            steps: story.steps,
        };
        self.next.push(Reverse((self.instant(story.start, id), id)));
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
        let Some(thread) = self.threads.get_mut(&id) else {
            return Ok(());
        };
        let (actor, command) = if let Some(register) = thread.register.take() {
            self.entered += 1;
            (thread.keeper.clone(), Command::Register(Box::new(register)))
        } else if let Some(step) = thread.steps.pop_front() {
            let actor = match step.by {
                By::Keeper => thread.keeper.clone(),
                By::Holder => thread.holder.clone(),
                By::Person(person) => person,
            };
            (actor, (step.act)(thread.number.clone()))
        } else {
            return Ok(());
        };
        let done = batch.carry_out(&Actor::Staff(actor), &Envelope::of(command), at)?;
        if thread.number.is_empty() {
            thread.number = Number(done.subject.clone());
            self.by_number.insert(thread.number.clone(), id);
        }
        self.follow(&done);
        self.go_on(id);
        Ok(())
    }

    /// Plans the next act of a thread, or lets go of one that is over or goes past the present.
    fn go_on(&mut self, id: u64) {
        let upcoming = self.threads.get(&id).and_then(|thread| {
            let step = thread.steps.front()?;
            let minute = thread.minute + step.after.max(1);
            (minute <= self.hall.now()).then_some(minute)
        });
        if let Some(minute) = upcoming {
            let at = self.instant(minute, id);
            if let Some(thread) = self.threads.get_mut(&id) {
                thread.minute = minute;
            }
            self.next.push(Reverse((at, id)));
        } else if let Some(thread) = self.threads.remove(&id) {
            self.by_number.remove(&thread.number);
        }
    }

    /// Keeps track of who answers for what.
    fn follow(&mut self, done: &Done) {
        for recorded in &done.events {
            let (Fact::Inquiry(event), crate::store::Stream::Inquiry(number)) =
                (&recorded.fact, &recorded.stream)
            else {
                continue;
            };
            let Some(thread) = self
                .by_number
                .get(number)
                .and_then(|id| self.threads.get_mut(id))
            else {
                continue;
            };
            if let Event::HandedOff { holder, .. } | Event::SignedFor { by: holder, .. } = event {
                thread.holder = holder.clone();
            }
            if matches!(event, Event::Returned { .. } | Event::Answered { .. }) {
                thread.holder = thread.keeper.clone();
            }
            if let Event::Taken { from, to, .. } = event {
                for person in [&mut thread.keeper, &mut thread.holder] {
                    if person == from {
                        *person = to.clone();
                    }
                }
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
                Fact::Shift(_) | Fact::Inquiry(_) | Fact::Office(_) => None,
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
