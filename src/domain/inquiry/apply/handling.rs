//! Folding how an inquiry is passed on.

use crate::domain::inquiry::event::Event;
use crate::domain::inquiry::state::{Bounce, HeadSigned, Inquiry, Ruled, Stage, Try};
use crate::domain::time::Moment;

impl Inquiry {
    pub(super) fn apply_to_handling(&mut self, at: Moment, event: &Event) {
        if let Event::HandlingRuled(fact) = event {
            self.handling.awaits_ruling = false;
            self.handling.ruled = Some(Ruled {
                by: fact.by.clone(),
                department: fact.department.clone(),
                leg: fact.leg,
            });
            if self.stage == Stage::Ruling {
                self.stage = self.stage_in_hand();
            }
        }
        if let Event::Coordinated(fact) = event {
            self.handling.coordination.push(fact.slip.clone());
        }
        if let Event::Reassigned(fact) = event
            && let Some(leg) = self.legs.iter_mut().find(|leg| leg.no == fact.leg)
        {
            if leg.no == 0 {
                leg.keeper.clone_from(&fact.holder);
            }
            leg.holder.clone_from(&fact.holder);
            leg.department.clone_from(&fact.department);
            // Whoever was named before is not the one who holds it now.
            self.handling.told = None;
        }
        if let Event::Attempted(fact) = event {
            self.handling.tries.push(Try {
                leg: fact.leg,
                whom: fact.whom.clone(),
                by: fact.by.clone(),
                reached: fact.reached,
                at,
            });
        }
        if let Event::HolderTold(fact) = event {
            self.handling.told = Some((fact.leg, at));
        }
        if let Event::HandlingSigned(fact) = event {
            self.handling.signed = Some(HeadSigned {
                leg: fact.leg,
                by: fact.by.clone(),
                stamped: fact.stamped,
                at,
            });
        }
    }

    /// Charges a return to the hands that held it.
    pub(super) fn charge_bounce(&mut self, at: Moment, no: u32, ping_pong: bool) {
        let Some(leg) = self.leg(no).cloned() else {
            return;
        };
        self.returns += 1;
        self.bounces.push(Bounce {
            leg: no,
            department: leg.department,
            hands: leg.holder,
            sender: leg.sender,
            from: leg.sent_at,
            at,
            ping_pong,
        });
    }
}
