//! Folding: each event copied into the state, nothing computed.

mod afterwards;
mod breach;
mod clocks;
mod correct;
mod custody;
mod handling;
mod legs;
mod urging;

use super::event::{Event, PaperGiven, Registered};
use super::state::{
    ClockRun, Handling, Inquiry, Leg, LegEnd, Notice, Resolution, Stage, Turn, Turned,
};
use crate::domain::ids::{ClockId, StaffNo};
use crate::domain::paper::{Given, Paper};
use crate::domain::rulebook::Act;
use crate::domain::time::Moment;

impl Inquiry {
    /// The state after its first event.
    pub fn begin(fact: &Registered) -> Self {
        let hold = Leg {
            no: 0,
            slip: String::new(),
            sender: fact.first.clone(),
            keeper: fact.first.clone(),
            department: fact.department.clone(),
            holder: fact.first.clone(),
            sent_at: fact.received_at,
            accompanied: false,
            signed_at: Some(fact.received_at),
            end: None,
        };
        Self {
            turns: vec![super::hands::Turn::first(&hold)],
            number: fact.number.clone(),
            received_at: fact.received_at,
            entered_at: fact.entered_at,
            back_entry: fact.back_entry,
            first: fact.first.clone(),
            channel: fact.channel.clone(),
            kind_of_request: fact.kind_of_request.clone(),
            visitor: fact.visitor.clone(),
            words: fact.words.clone(),
            matter: fact.matter.clone(),
            urgency: fact.urgency,
            green: fact.green,
            internal: fact.internal,
            rulebook: fact.rulebook.clone(),
            stage: Stage::Open,
            legs: vec![hold],
            clocks: Vec::new(),
            notices: Vec::new(),
            accepted_at: None,
            departments: Vec::new(),
            promised: None,
            appointment: fact.appointment.clone(),
            returns: 0,
            resolution: None,
            deemed_consent: false,
            closed_at: None,
            taken_in_at: None,
            acts: vec![(Act::Registered, 0, fact.received_at)],
            visits: 1,
            last_visit: fact.received_at,
            suspensions: 0,
            follow_ups: 0,
            reached_at: None,
            missed_at: None,
            rating: None,
            reopened: 0,
            broken: Vec::new(),
            turned: None,
            version: 1,
            bounces: Vec::new(),
            handling: Handling::default(),
            custody: Vec::new(),
            breaches: Vec::new(),
            urges: Vec::new(),
            orders: Vec::new(),
            escalations: Vec::new(),
            climbs: Vec::new(),
            leaders: Vec::new(),
            follows: fact.follows.clone(),
            continued_in: Vec::new(),
            papers: Vec::new(),
        }
    }

    /// Folds a whole stream; nothing when it does not begin with a registration.
    pub fn fold<'a>(events: impl IntoIterator<Item = (Moment, &'a Event)>) -> Option<Self> {
        let mut events = events.into_iter();
        let mut state = match events.next() {
            Some((_, Event::Registered(fact))) => Self::begin(fact),
            _ => return None,
        };
        for (at, event) in events {
            state.apply(at, event);
        }
        Some(state)
    }

    /// Copies one event, which came about at `at`.
    pub fn apply(&mut self, at: Moment, event: &Event) {
        self.version += 1;
        let held = self.current_leg().no;
        self.papers.extend(Paper::of(at, held, event));
        let from = self.holder().clone();
        self.copy(at, event);
        self.turn(at, from, event);
        if let Some(act) = event.act() {
            // A leg that an act ends or begins is the one that it belongs to.
            let leg = event.leg().unwrap_or(held);
            self.acts.push((act, leg, at));
        }
        self.follow_hands(at);
    }

    fn turn(&mut self, at: Moment, from: StaffNo, event: &Event) {
        let to = self.holder().clone();
        if let (Some(turned), Event::HandedOff { .. }) = (&mut self.turned, event)
            && turned.what == Turn::Ruled
            && turned.at == at
        {
            // The slip that a ruling sends is the supervisor's doing.
            turned.to = to;
        } else if let Some((what, by)) = event.turn() {
            let by = by.clone();
            self.turned = Some(Turned {
                what,
                by,
                from,
                to,
                at,
            });
        }
    }

    fn copy(&mut self, at: Moment, event: &Event) {
        match event {
            // The first event of a stream is copied by `begin`, a step by `acts` alone.
            Event::Registered(_) | Event::StepTaken { .. } => {}
            Event::Promised { by } => self.promised = Some(*by),
            Event::Accepted { .. } => {
                self.accepted_at = Some(at);
                self.stage = Stage::Accepted;
                self.file_application(at);
            }
            Event::HandedOff { .. } | Event::SignedFor { .. } | Event::Returned { .. } => {
                self.apply_to_legs(at, event);
            }
            Event::Answered { leg, .. } => {
                self.end_leg(*leg, LegEnd::Answered, at);
                // An accepted application ends with its result, not with a word about it.
                if self.accepted_at.is_some() {
                    self.stage = self.stage_in_hand();
                } else {
                    self.resolution = Some(Resolution::Answered);
                    self.stage = Stage::Answered;
                }
            }
            Event::Delivered { .. } => self.deliver(at),
            Event::Guided { .. } => self.close(at, Some(Resolution::Guided)),
            Event::Declined { .. } => {
                self.resolution = Some(Resolution::Declined);
                self.stage = Stage::Answered;
            }
            Event::Notified { .. } | Event::Brought { .. } => self.apply_to_notices(at, event),
            Event::SeveralNamed { departments } => {
                self.departments.clone_from(departments);
                self.stage = Stage::Conferring;
            }
            Event::Convened { .. } => self.stage = Stage::Conferring,
            Event::OpinionSettled { .. } | Event::SuperiorRuled { .. } => {
                self.stage = self.stage_in_hand();
            }
            Event::SuperiorAsked(_) => self.stage = Stage::Superior,
            Event::ClockStarted(_)
            | Event::ClockStopped { .. }
            | Event::Extended { .. }
            | Event::ExtensionFiled { .. }
            | Event::ExtensionDenied { .. }
            | Event::ExtensionRefusedLate { .. }
            | Event::Recounted { .. } => self.apply_to_clocks(at, event),
            Event::Breached { .. } => {
                self.apply_to_clocks(at, event);
                self.apply_to_breaches(at, event);
            }
            Event::Suspended { .. } | Event::Resumed { .. } => self.apply_to_pauses(at, event),
            Event::OverrunExplained { clock, .. } => self.explain(clock),
            Event::FollowedUp(_)
            | Event::Reopened(_)
            | Event::RatingAppealed(_)
            | Event::RatingRuled(_) => self.apply_afterwards(at, event),
            Event::Visited { visit, .. } => {
                self.visits = *visit;
                self.last_visit = at;
            }
            Event::DeemedAccepted { from, .. } => {
                self.accepted_at = Some(*from);
                self.stage = self.stage_in_hand();
                self.file_application(at);
            }
            Event::DeemedConsent { .. } => self.deemed_consent = true,
            Event::Taken { from, to, .. } => {
                self.take(from, to);
                self.apply_to_custody(at, event);
            }
            Event::Closed { contact, .. } => {
                self.reach(contact.as_deref());
                self.close(at, None);
            }
            Event::Received { .. }
            | Event::DocumentsKept(_)
            | Event::CustodyMoved(_)
            | Event::DocumentsReturned(_) => self.apply_to_custody(at, event),
            Event::RuleBroken { .. } | Event::BreachExcused(_) | Event::BreachReviewed(_) => {
                self.apply_to_breaches(at, event);
            }
            Event::HandlingRuled(_)
            | Event::Coordinated(_)
            | Event::Reassigned(_)
            | Event::Attempted(_)
            | Event::HolderTold(_)
            | Event::HandlingSigned(_) => self.apply_to_handling(at, event),
            Event::Urged(_)
            | Event::Supervised(_)
            | Event::Escalated(_)
            | Event::RungReached(_)
            | Event::Climbed(_)
            | Event::VisitorTold(_)
            | Event::LeaderAsked(_) => self.apply_to_urging(at, event),
            Event::Corrected(_)
            | Event::ClockCorrected(_)
            | Event::Withdrawn(_)
            | Event::Continued(_) => self.apply_correction(at, event),
            Event::PaperGiven(fact) => self.give(at, fact),
        }
    }

    /// One more time that a paper was given.
    fn give(&mut self, at: Moment, fact: &PaperGiven) {
        let of_number = |one: &&mut Paper| one.number == fact.paper;
        if let Some(paper) = self.papers.iter_mut().find(of_number) {
            paper.given.push(Given {
                at,
                by: fact.by.clone(),
                told: fact.told,
            });
        }
    }

    fn explain(&mut self, clock: &ClockId) {
        let of_this = |run: &&mut ClockRun| &run.run.clock == clock && run.breached.is_some();
        for run in self.clocks.iter_mut().filter(of_this) {
            run.explained = true;
        }
    }

    fn apply_to_notices(&mut self, at: Moment, event: &Event) {
        if let Event::Notified {
            notice,
            content,
            invalid,
            second,
            charged,
            ..
        } = event
        {
            let complete = content.is_complete();
            let mut content = (**content).clone();
            content.put_reasons(invalid.get().map_or(&[], Vec::as_slice));
            self.notices.push(Notice {
                number: notice.clone(),
                at,
                content,
                brought: Vec::new(),
                complete,
                second: *second,
                charged: charged.clone(),
            });
            self.stage = if complete {
                self.stage_in_hand()
            } else {
                Stage::Visitor
            };
        }
        if let Event::Brought {
            notice,
            documents,
            complete,
        } = event
            && let Some(told) = self.notices.iter_mut().find(|n| &n.number == notice)
        {
            told.brought.extend(documents);
            told.complete = *complete;
            if *complete && self.stage == Stage::Visitor {
                self.stage = self.stage_in_hand();
            }
        }
    }

    /// The stage of an inquiry that someone has in hand again.
    pub(super) fn stage_in_hand(&self) -> Stage {
        let leg = self.current_leg();
        if leg.no > 0 && leg.signed_at.is_none() {
            Stage::Unsigned
        } else if self.handling.awaits_ruling {
            Stage::Ruling
        } else if self.accepted_at.is_some() {
            Stage::Accepted
        } else if leg.no > 0 {
            Stage::Working
        } else {
            Stage::Open
        }
    }

    fn end_leg(&mut self, no: u32, how: LegEnd, at: Moment) {
        // Leg 0 is the first responder's hold and lasts to the end.
        if no > 0
            && let Some(leg) = self.legs.iter_mut().find(|leg| leg.no == no)
        {
            leg.end = Some((how, at));
        }
    }

    fn take(&mut self, from: &StaffNo, to: &StaffNo) {
        for leg in self.legs.iter_mut().filter(|leg| leg.end.is_none()) {
            if &leg.holder == from {
                leg.holder = to.clone();
            }
            if &leg.keeper == from {
                leg.keeper = to.clone();
            }
        }
    }

    fn close(&mut self, at: Moment, how: Option<Resolution>) {
        for leg in self.legs.iter_mut().filter(|leg| leg.end.is_none()) {
            leg.end = Some((LegEnd::Closed, at));
        }
        if how.is_some() {
            self.resolution = how;
        }
        self.stage = Stage::Closed;
        self.closed_at = Some(at);
    }
}
