//! Folding how an inquiry goes from hand to hand.

use crate::domain::inquiry::event::Event;
use crate::domain::inquiry::state::{Inquiry, Leg, LegEnd, Stage};
use crate::domain::time::Moment;

impl Inquiry {
    pub(super) fn apply_to_legs(&mut self, at: Moment, event: &Event) {
        if let Event::HandedOff {
            leg,
            slip,
            sender,
            department,
            holder,
            accompanied,
            ping_pong,
            ..
        } = event
        {
            self.handling.ping_pongs += u32::from(*ping_pong);
            let current = self.current_leg().no;
            if current > 0 {
                self.end_leg(current, LegEnd::HandedOn, at);
            }
            self.legs.push(Leg {
                no: *leg,
                slip: slip.clone(),
                sender: sender.clone(),
                keeper: sender.clone(),
                department: department.clone(),
                holder: holder.clone(),
                sent_at: at,
                accompanied: *accompanied,
                signed_at: None,
                end: None,
            });
            self.stage = Stage::Unsigned;
        }
        if let Event::SignedFor { leg, by, .. } = event
            && let Some(leg) = self.legs.iter_mut().find(|l| l.no == *leg)
        {
            leg.signed_at = Some(at);
            leg.holder = by.clone();
            self.stage = self.stage_in_hand();
        }
        if let Event::Returned {
            leg,
            ping_pong,
            to_rule,
            ..
        } = event
        {
            self.charge_bounce(at, *leg, *ping_pong);
            self.handling.ping_pongs += u32::from(*ping_pong);
            self.handling.awaits_ruling |= *to_rule;
            self.end_leg(*leg, LegEnd::Returned, at);
            self.back_to_sender_of(*leg);
            self.stage = self.stage_in_hand();
        }
    }

    /// Whoever handed the leg on holds the inquiry again, or who took over from them
    /// since; without one, the first responder does.
    fn back_to_sender_of(&mut self, no: u32) {
        let Some(keeper) = self.leg(no).map(|leg| leg.keeper.clone()) else {
            return;
        };
        let to = self.sending_leg(no).no;
        if let Some(leg) = self.legs.iter_mut().find(|leg| leg.no == to && to > 0) {
            leg.end = None;
            leg.holder = keeper;
        }
    }
}
