//! What a regulation asks of people: handing off, returning, escalating, following up, advising.

use serde::{Deserialize, Serialize};

use super::{Bilingual, Clause, RouteId, StepBy};
use crate::domain::ids::{ClockId, StepId};
use crate::domain::staff::Role;

/// Rules for handing off.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Handoff {
    /// An accepted item stays with the windows: its receiver must sit at one.
    pub accepted_stays_at_windows: Option<Clause>,
    /// The only transfer there may be: whoever got it keeps it, and raises a
    /// coordination slip instead of sending it on (D12, D13).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub once: Option<OnceOnly>,
}

/// A rule against a second transfer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OnceOnly {
    /// Those whose part it is to pass an inquiry on to whoever should handle it:
    /// what reached them has not yet been transferred (D12, customer relations).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub passed_on_by: Vec<Role>,
    /// The paper that is raised instead.
    pub instead: Bilingual,
    /// The words it rests on.
    pub clause: Clause,
}

/// Whether a receiver may send a leg back.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Returns {
    /// Whether it is allowed.
    pub allowed: bool,
    /// The clause; where absent the rule is the product's own and is shown as internal.
    pub clause: Option<Clause>,
}

/// How the numbers that callers are given (D1 art. 2.9) are kept right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ContactRule {
    /// A number that nobody has called for this many days is marked.
    pub check_days: u32,
    /// The clause; where absent the term is the product's own and is shown as internal.
    pub clause: Option<Clause>,
}

impl Default for ContactRule {
    /// A quarter of a year: no regulation names a term.
    fn default() -> Self {
        Self {
            check_days: 90,
            clause: None,
        }
    }
}

/// A phrase that no written reply may use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Forbidden {
    /// The phrase.
    pub phrase: String,
    /// The words it rests on.
    pub clause: Clause,
}

/// Something to do or to say, from the regulation, for the side pane.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guidance {
    /// The rule's id, where people cite it by one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<ClockId>,
    /// The route that it belongs to; any when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub route: Option<RouteId>,
    /// Channels that it belongs to; all of them when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<String>,
    /// The advice.
    pub text: Bilingual,
    /// The words it rests on.
    pub clause: Clause,
}

/// A standing duty that no single inquiry starts: a desk manned round the clock,
/// hours a week on the beat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Duty {
    /// The rule's id, as people cite it.
    pub id: ClockId,
    /// What is to be kept up.
    pub name: Bilingual,
    /// A target of ours, where the regulation gives no number.
    #[serde(default)]
    pub internal: bool,
    /// The words it rests on.
    pub clause: Clause,
}

/// Someone whom the regulation names, and what is asked of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleRule {
    /// The role that they have here.
    pub role: Role,
    /// What the regulation calls them.
    pub name: Bilingual,
    /// What is asked of them.
    pub duty: Bilingual,
    /// The words it rests on.
    pub clause: Clause,
}

/// What sends an inquiry up a rung of the ladder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RungOn {
    /// It could not be settled, and someone above is asked to decide.
    Unsettled,
    /// It is not clear whose it is, or several are concerned.
    Unclear,
    /// Whoever should handle it cannot be reached.
    Unreachable,
    /// It cannot wait and nobody in charge can be reached.
    Emergency,
    /// A clock ran out.
    Breach,
    /// Someone asks for a leader.
    LeaderAsked,
}

/// One rung of the escalation ladder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rung {
    /// Id, as the record names it.
    pub id: String,
    /// Who is told.
    pub to: Bilingual,
    /// The role that they have here.
    pub role: Role,
    /// What sends it there.
    pub on: RungOn,
    /// The clocks whose end sends it there, for [`RungOn::Breach`]; every one when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clocks: Vec<ClockId>,
    /// Whether it counts against the department as an escalation (D6 art. 4.6).
    #[serde(default)]
    pub counts: bool,
    /// A rung of ours, where the regulation names none.
    #[serde(default)]
    pub internal: bool,
    /// The words it rests on.
    pub clause: Clause,
}

/// Who asks the visitor afterwards whether it was settled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FollowUp {
    /// Who calls.
    pub by: StepBy,
    /// The step that records it.
    pub step: StepId,
    /// Whether quality control samples what was handled and what was asked.
    #[serde(default)]
    pub sampled: bool,
    /// The words it rests on.
    pub clause: Clause,
}
