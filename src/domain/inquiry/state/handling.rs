//! How an inquiry was passed on: sent back, ruled on, told, signed.

use super::{Inquiry, Leg, LegEnd};
use crate::domain::ids::StaffNo;
use crate::domain::time::Moment;

/// A leg that was sent back, charged to the hands that held it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bounce {
    /// The leg.
    pub leg: u32,
    /// Department that sent it back.
    pub department: String,
    /// Whose hands it was in.
    pub hands: StaffNo,
    /// Who had sent it there.
    pub sender: StaffNo,
    /// Since when it lay in these hands.
    pub from: Moment,
    /// When it was sent back.
    pub at: Moment,
    /// Whether it went to a department that gave it away before.
    pub ping_pong: bool,
}

/// A supervisor's ruling, which binds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ruled {
    /// Who decided.
    pub by: StaffNo,
    /// The department that handles it.
    pub department: String,
    /// The leg from which it binds.
    pub leg: u32,
}

/// A try to reach somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Try {
    /// The leg.
    pub leg: u32,
    /// Who was to be reached.
    pub whom: StaffNo,
    /// Who tried.
    pub by: StaffNo,
    /// Whether they answered.
    pub reached: bool,
    /// When.
    pub at: Moment,
}

/// The head's or a deputy's signature on how it was handled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadSigned {
    /// The leg.
    pub leg: u32,
    /// Who signed.
    pub by: StaffNo,
    /// Whether the stamp stands beside it.
    pub stamped: bool,
    /// When.
    pub at: Moment,
}

/// How an inquiry was passed on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Handling {
    /// Whether it waits for a supervisor to say whose it is.
    pub awaits_ruling: bool,
    /// The ruling that binds.
    pub ruled: Option<Ruled>,
    /// How often it went back to a department that gave it away before.
    pub ping_pongs: u32,
    /// Numbers of the coordination slips that were raised.
    pub coordination: Vec<String>,
    /// Tries to reach the handler or a superior.
    pub tries: Vec<Try>,
    /// The last leg of which the visitor was told who holds it, and when.
    pub told: Option<(u32, Moment)>,
    /// The signature on how it was handled.
    pub signed: Option<HeadSigned>,
}

impl Inquiry {
    /// The leg to which a return of this one goes: the last that its sender handed
    /// on, else the first responder's hold.
    pub fn sending_leg(&self, no: u32) -> &Leg {
        let sender = self.leg(no).map(|leg| &leg.sender);
        let handed_on = |leg: &&Leg| {
            leg.no < no
                && Some(&leg.holder) == sender
                && matches!(leg.end, Some((LegEnd::HandedOn, _)))
        };
        self.legs
            .iter()
            .rev()
            .find(handed_on)
            .unwrap_or(&self.legs[0])
    }

    /// Whether a department had it and gave it away: it handed it on or sent it back.
    pub fn gave_it_away(&self, department: &str) -> bool {
        let last = self.legs.last().map_or(0, |leg| leg.no);
        let gave = |leg: &Leg| match leg.end {
            Some((LegEnd::HandedOn | LegEnd::Returned, _)) => true,
            // A leg that came back is open again.
            None => leg.no < last,
            Some((LegEnd::Answered | LegEnd::Closed, _)) => false,
        };
        self.legs
            .iter()
            .any(|leg| leg.department == department && gave(leg))
    }

    /// The leg that was handled, once the visitor has what was asked for.
    pub fn handled_leg(&self) -> Option<&Leg> {
        let handled = |leg: &&Leg| {
            leg.no > 0 && matches!(leg.end, None | Some((LegEnd::Answered | LegEnd::Closed, _)))
        };
        self.resolution?;
        self.legs.iter().rev().find(handled)
    }

    /// Whether the visitor has not yet been told who holds it now.
    pub fn holder_untold(&self) -> bool {
        let leg = self.current_leg().no;
        leg > 0 && self.handling.told.is_none_or(|(told, _)| told != leg)
    }
}
