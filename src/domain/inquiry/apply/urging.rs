//! Folding how an inquiry was pressed for.

use crate::domain::inquiry::event::Event;
use crate::domain::inquiry::pressed::{Climb, Escalation, LeaderWanted, Order, Urge};
use crate::domain::inquiry::state::Inquiry;
use crate::domain::time::Moment;

impl Inquiry {
    pub(super) fn apply_to_urging(&mut self, at: Moment, event: &Event) {
        if let Event::VisitorTold(_) = event {
            self.reached_at = Some(at);
        }
        if let Event::Urged(fact) = event {
            self.urges.push(Urge {
                by: fact.by.clone(),
                to: fact.to.clone(),
                at,
            });
        }
        if let Event::Supervised(fact) = event {
            self.orders.push(Order {
                number: fact.order.clone(),
                by: fact.by.clone(),
                clock: fact.clock.clone(),
                department: fact.department.clone(),
                to: fact.to.clone(),
                until: fact.until,
                at,
            });
        }
        if let Event::Escalated(fact) = event {
            self.escalations.push(Escalation {
                rung: fact.rung.clone(),
                by: Some(fact.by.clone()),
                clock: None,
                department: fact.department.clone(),
                counts: fact.counts,
                at,
            });
        }
        if let Event::RungReached(fact) = event {
            self.escalations.push(Escalation {
                rung: fact.rung.clone(),
                by: None,
                clock: Some((fact.clock.clone(), fact.leg, fact.due)),
                department: fact.department.clone(),
                counts: fact.counts,
                at,
            });
        }
        if let Event::Climbed(fact) = event {
            self.climbs.push(Climb {
                superior: fact.superior.clone(),
                reached: fact.reached,
                by: fact.by.clone(),
                at,
            });
        }
        if let Event::LeaderAsked(fact) = event {
            self.leaders.push(LeaderWanted {
                leader: fact.leader.clone(),
                consented: fact.consented,
                told_number: fact.told_number,
                led_to_reception: fact.led_to_reception,
                at,
            });
        }
    }
}
