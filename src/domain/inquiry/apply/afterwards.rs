//! Folding what comes after an answer.

use crate::domain::inquiry::event::{Contact, Event, Reopened};
use crate::domain::inquiry::state::{Inquiry, Leg, LegEnd, Rating, Resolution, Stage};
use crate::domain::time::Moment;

impl Inquiry {
    /// What closing says of how the visitor was told.
    pub(super) fn reach(&mut self, contact: Option<&Contact>) {
        if let Some(contact) = contact.filter(|contact| contact.reached) {
            self.reached_at = Some(contact.at);
        }
    }

    /// The result lies in the visitor's hands.
    pub(super) fn deliver(&mut self, at: Moment) {
        self.reached_at = Some(at);
        self.resolution = Some(Resolution::Delivered);
        self.stage = Stage::Answered;
    }

    pub(super) fn apply_afterwards(&mut self, at: Moment, event: &Event) {
        if let Event::FollowedUp(fact) = event {
            self.follow_ups = fact.nth;
            if fact.reached || fact.refused {
                self.reached_at = Some(at);
            } else {
                self.missed_at = Some(at);
            }
            if fact.level > 0 {
                self.rating = Some(Rating {
                    level: fact.level,
                    at,
                    appealed: false,
                    stands: None,
                });
            }
        }
        if let (Event::RatingAppealed(_), Some(rating)) = (event, &mut self.rating) {
            rating.appealed = true;
        }
        if let (Event::RatingRuled(fact), Some(rating)) = (event, &mut self.rating) {
            rating.stands = Some(fact.stands);
        }
        if let Event::Reopened(fact) = event {
            let Reopened {
                leg, by, holder, ..
            } = fact.as_ref();
            let (department, keeper) = (self.legs[0].department.clone(), self.keeper().clone());
            self.legs[0].end = None;
            // One leg at most is open beside the keeper's own.
            for leg in self.legs.iter_mut().skip(1).filter(|leg| leg.end.is_none()) {
                leg.end = Some((LegEnd::Closed, at));
            }
            self.legs.push(Leg {
                no: *leg,
                slip: format!("{}/{leg}", self.number),
                sender: by.clone(),
                keeper,
                department,
                holder: holder.clone(),
                sent_at: at,
                accompanied: false,
                signed_at: Some(at),
                end: None,
            });
            // A ruling binds the course that it was given for.
            self.handling.ruled = None;
            self.reopened += 1;
            self.resolution = None;
            self.closed_at = None;
            self.stage = self.stage_in_hand();
        }
    }
}
