//! Folding what ran late: added to, never taken away from.

use crate::domain::ids::{ClockId, StaffNo};
use crate::domain::inquiry::event::Event;
use crate::domain::inquiry::state::{Breach, Broken, Excuse, Inquiry, Review};
use crate::domain::time::Moment;

impl Inquiry {
    pub(super) fn apply_to_breaches(&mut self, at: Moment, event: &Event) {
        if let Event::Breached {
            clock,
            leg,
            hands,
            substitute,
            due,
        } = event
        {
            let breach = self.breach(at, clock, *leg, hands);
            self.breaches.push(Breach {
                substitute: substitute.clone(),
                due: Some(*due),
                ..breach
            });
        }
        if let Event::RuleBroken {
            rule,
            hands,
            substitute,
            charge,
        } = event
        {
            self.broken.push(Broken {
                rule: rule.clone(),
                hands: hands.clone(),
                at,
            });
            let breach = self.breach(at, rule, self.current_leg().no, hands);
            let charge = charge.as_ref();
            self.breaches.push(Breach {
                substitute: substitute.clone(),
                charge: charge.map(|charge| (charge.by.clone(), charge.text.clone())),
                ..breach
            });
        }
        if let Event::BreachExcused(fact) = event
            && let Some(breach) = self.breaches.iter_mut().find(|one| one.no == fact.breach)
        {
            breach.excuse = Some(Excuse {
                by: fact.by.clone(),
                at,
                text: fact.excuse.clone(),
            });
        }
        if let Event::BreachReviewed(fact) = event
            && let Some(breach) = self.breaches.iter_mut().find(|one| one.no == fact.breach)
        {
            breach.review = Some(Review {
                by: fact.by.clone(),
                at,
                own_fault: fact.own_fault,
                text: fact.text.clone(),
            });
        }
    }

    fn breach(&self, at: Moment, rule: &ClockId, leg: u32, hands: &StaffNo) -> Breach {
        Breach {
            no: self.breaches.last().map_or(1, |last| last.no + 1),
            rule: rule.clone(),
            leg,
            hands: hands.clone(),
            substitute: None,
            at,
            due: None,
            charge: None,
            excuse: None,
            review: None,
        }
    }
}
