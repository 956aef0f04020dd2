//! What is known of how an inquiry was pressed for.

use crate::domain::ids::{ClockId, StaffNo};
use crate::domain::time::Moment;

/// The holder was urged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Urge {
    /// Who urged.
    pub by: StaffNo,
    /// Who held it.
    pub to: StaffNo,
    /// When.
    pub at: Moment,
}

/// An order to supervise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// Its number.
    pub number: String,
    /// Who gave it; nobody where time alone brought it about.
    pub by: Option<StaffNo>,
    /// The clock whose end brought it about.
    pub clock: Option<ClockId>,
    /// Department that it went to.
    pub department: String,
    /// Who held the inquiry.
    pub to: StaffNo,
    /// By when it is to be done.
    pub until: Option<Moment>,
    /// When it was given.
    pub at: Moment,
}

/// A rung of the ladder that an inquiry was sent to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Escalation {
    /// The rung.
    pub rung: String,
    /// Who reported; nobody where time alone did.
    pub by: Option<StaffNo>,
    /// The clock that ran out, with its leg and its end.
    pub clock: Option<(ClockId, u32, Moment)>,
    /// The department that it lay with.
    pub department: String,
    /// Whether it counts against that department.
    pub counts: bool,
    /// When.
    pub at: Moment,
}

/// One try up the chain of superiors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Climb {
    /// Who was tried.
    pub superior: StaffNo,
    /// Whether they answered.
    pub reached: bool,
    /// Who tried.
    pub by: StaffNo,
    /// When.
    pub at: Moment,
}

/// A leader whom the visitor asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeaderWanted {
    /// The leader.
    pub leader: StaffNo,
    /// What the leader said to it.
    pub consented: Option<bool>,
    /// Whether the visitor got the number.
    pub told_number: bool,
    /// Whether the visitor was led to reception.
    pub led_to_reception: bool,
    /// When.
    pub at: Moment,
}
