//! What is counted of an inquiry, for figures.

use super::decide::SPOT_MINUTES;
use super::state::{Inquiry, Resolution};
use crate::domain::rulebook::Act;

/// A rating of this level or lower is a bad one.
const BAD: u8 = 2;

impl Inquiry {
    /// Whether whoever was asked answered at once, while the visitor stood there or
    /// was on the line, and nobody else was asked.
    pub fn was_answered_on_the_spot(&self) -> bool {
        let answered = self.acts.iter().find(|(act, _, _)| *act == Act::Answered);
        let Some((_, leg, at)) = answered else {
            return false;
        };
        self.resolution == Some(Resolution::Answered)
            && self.legs.len() == 1
            && *leg == 0
            && (*at == self.entered_at || at.seconds_since(self.received_at) / 60 <= SPOT_MINUTES)
    }

    /// How many of its clocks ran out.
    pub fn ran_out(&self) -> u32 {
        let out = self.breaches.iter().filter(|one| one.due.is_some());
        u32::try_from(out.count()).unwrap_or(u32::MAX)
    }

    /// How many notices asked for something that an earlier one lacked.
    pub fn second_notices(&self) -> u32 {
        let second = self.notices.iter().filter(|notice| notice.second);
        u32::try_from(second.count()).unwrap_or(u32::MAX)
    }

    /// How often it was reported upwards for a decision, 矛盾升级 (D6 art. 4.6).
    pub fn escalated(&self) -> u32 {
        let counted = self.escalations.iter().filter(|one| one.counts);
        u32::try_from(counted.count()).unwrap_or(u32::MAX)
    }

    /// The rating as it stands, 5 to 1; 0 without one, or where an appeal took it away.
    pub fn rating_that_stands(&self) -> u8 {
        self.rating
            .filter(|rating| rating.stands != Some(false))
            .map_or(0, |rating| rating.level)
    }

    /// Whether the visitor was not satisfied.
    pub fn is_rated_badly(&self) -> bool {
        (1..=BAD).contains(&self.rating_that_stands())
    }
}
