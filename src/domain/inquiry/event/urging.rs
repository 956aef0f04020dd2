//! Pressing for an answer: urged, supervised, escalated, reported upwards.

use serde::{Deserialize, Serialize};

use crate::domain::ids::{ClockId, StaffNo};
use crate::domain::private::Private;
use crate::domain::rulebook::Bilingual;
use crate::domain::time::Moment;

/// The holder was urged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Urged {
    /// How many times the inquiry was urged, with this one.
    pub count: u32,
    /// Who urged.
    pub by: StaffNo,
    /// Who holds it.
    pub to: StaffNo,
    /// A word to the holder.
    pub text: Private<String>,
}

/// A numbered order to supervise went to a department and its holder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Supervised {
    /// Number of the order.
    pub order: String,
    /// Who gave it; nobody where time alone brought it about (D11 art. 5).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<StaffNo>,
    /// The leader who is to press the window, as the rulebook names them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leader: Option<Bilingual>,
    /// The clock whose end brought it about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clock: Option<ClockId>,
    /// Department that it went to.
    pub department: String,
    /// Who holds the inquiry.
    pub to: StaffNo,
    /// By when it is to be done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Moment>,
    /// What is ordered; empty where time alone brought it about.
    pub text: Private<String>,
}

/// Reported to a rung of the ladder, for a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Escalated {
    /// The rung.
    pub rung: String,
    /// Who is told, as the rulebook names them.
    pub to: Bilingual,
    /// Who reported.
    pub by: StaffNo,
    /// The department that it lay with.
    pub department: String,
    /// Whether it counts against that department (D6 art. 4.6).
    pub counts: bool,
    /// Whether the rung is our own.
    pub internal: bool,
    /// What was reported.
    pub text: Private<String>,
}

/// A clock ran out, and that sent the inquiry up a rung.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RungReached {
    /// The rung.
    pub rung: String,
    /// Who is told, as the rulebook names them.
    pub to: Bilingual,
    /// The clock.
    pub clock: ClockId,
    /// Its leg.
    pub leg: u32,
    /// When it ran out.
    pub due: Moment,
    /// The department that it lay with.
    pub department: String,
    /// Whether it counts against that department.
    pub counts: bool,
    /// Whether the rung is our own.
    pub internal: bool,
}

/// One try up the chain of superiors in an emergency (D7 4.4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Climbed {
    /// Which try it is, the first being 1.
    pub attempt: u32,
    /// Who was tried.
    pub superior: StaffNo,
    /// Whether they answered.
    pub reached: bool,
    /// Who tried.
    pub by: StaffNo,
    /// What was reported, and what they decided.
    pub text: Private<String>,
}

/// The visitor was told how it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisitorTold {
    /// Who told.
    pub by: StaffNo,
    /// What was said.
    pub text: Private<String>,
}

/// The visitor asked for a leader (D2 art. 10, D7 5.2.3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeaderAsked {
    /// The leader.
    pub leader: StaffNo,
    /// What the leader said to it; nothing while nobody has asked them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consented: Option<bool>,
    /// Whether the visitor got the leader's number.
    pub told_number: bool,
    /// Whether the visitor was led to reception, which relays.
    pub led_to_reception: bool,
    /// Who recorded it.
    pub by: StaffNo,
    /// What the visitor wants of the leader.
    pub purpose: Private<String>,
    /// What the visitor was told.
    pub told: Private<String>,
}
