//! What somebody did in a shift: for that person's own eyes, never a ranking.

use std::collections::HashSet;

use crate::domain::ids::{Number, StaffNo};
use crate::domain::inquiry::Event;

/// What somebody did in a shift, counted from the record.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Review {
    /// Inquiries entered.
    pub registered: u32,
    /// Of these, answered before they were handed to anyone.
    pub on_the_spot: u32,
    /// Answers given.
    pub answered: u32,
    /// Legs handed to others.
    pub handed_off: u32,
    /// Legs signed for.
    pub signed: u32,
    /// Inquiries closed.
    pub closed: u32,
    /// Clocks that ran out in these hands.
    pub overdue: u32,
    /// Seconds that the timed registrations took together.
    pub seconds: u32,
    /// How many registrations were timed: typed at one go, at the time of the visit.
    pub timed: u32,
}

impl Review {
    /// Counts what `staff` did. Facts come in the order of the record, each with who
    /// recorded it and its inquiry.
    pub fn of<'a>(
        staff: &StaffNo,
        facts: impl IntoIterator<Item = (&'a str, &'a Number, &'a Event)>,
    ) -> Self {
        let mut review = Self::default();
        // Entered in this shift and not given away since.
        let mut own: HashSet<&Number> = HashSet::new();
        for (actor, inquiry, fact) in facts {
            if let Event::Breached { hands, .. } = fact {
                review.overdue += u32::from(hands == staff);
            }
            if actor != staff.as_str() {
                continue;
            }
            if let Event::Registered(fact) = fact {
                review.registered += 1;
                own.insert(inquiry);
                if fact.seconds > 0 {
                    review.seconds = review.seconds.saturating_add(fact.seconds);
                    review.timed += 1;
                }
            } else if let Event::HandedOff { .. } = fact {
                review.handed_off += 1;
                own.remove(inquiry);
            } else if let Event::Answered { .. } = fact {
                review.answered += 1;
                review.on_the_spot += u32::from(own.remove(inquiry));
            } else if let Event::SignedFor { .. } = fact {
                review.signed += 1;
            } else if let Event::Closed { .. } = fact {
                review.closed += 1;
            }
        }
        review
    }

    /// Seconds that a registration took on average; nothing where none was timed.
    pub fn average_seconds(&self) -> Option<u32> {
        self.seconds.checked_div(self.timed)
    }
}
