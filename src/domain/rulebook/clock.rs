//! One clock of a regulation: what starts it, what meets it, and what its end brings about.

use serde::{Deserialize, Serialize};

use super::{Act, Bilingual, Clause};
use crate::domain::deadline::{Counting, Limit, SuspensionReason};
use crate::domain::ids::ClockId;

/// The instant that a clock counts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum From {
    /// The act that started it.
    #[default]
    Start,
    /// The receipt of the inquiry, however late the clock itself starts.
    Registered,
    /// The instant at which whoever sends the leg came to hold it: the receipt
    /// for the first responder, the signature for a handler who hands on.
    Held,
}

/// Who answers for a clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answerable {
    /// Whoever keeps the inquiry for the first responder.
    #[default]
    First,
    /// Whoever sent the leg.
    Sender,
    /// Whoever holds the leg.
    Handler,
    /// Whoever holds the inquiry now: a change of hands moves the duty, never the end.
    Holder,
}

/// How long a clock runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Length {
    /// As the rulebook says.
    Fixed(Limit),
    /// As the matter says: the shorter of its legal and its promised limit.
    Matter,
    /// Until the time that was promised to the visitor (D2 art. 7).
    Promised,
    /// Half the way to the promised time, when word is due on how it stands (D7 4.2).
    HalfPromised,
    /// As the matter says of the time in which everything missing must be told. This
    /// much where its rule names none, or where the request is for a permit
    /// (行政许可法 art. 32); else nothing runs.
    Correction(Limit),
}

/// What the end of a clock brings about, beyond the breach itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lapse {
    /// A breach on the record.
    #[default]
    Breach,
    /// The unit is recorded as having agreed, and an order to supervise is made.
    /// Never a licence.
    DeemedConsent,
    /// The application counts as accepted from the day it was received.
    DeemedAccepted,
}

/// How far a clock can be extended, and by what right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Extension {
    /// At most this many of the clock's own unit.
    pub max: u32,
    /// The clause that grants it.
    pub clause: Clause,
    /// Whether a supervisor has to approve what was filed.
    #[serde(default)]
    pub approval: bool,
}

/// For which reasons clocks stand still.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SuspensionRule {
    /// The reasons; there are no others.
    pub reasons: Vec<SuspensionReason>,
    /// The clocks that they stop.
    pub clocks: Vec<ClockId>,
    /// The words that allow it.
    pub clause: Clause,
}

/// One clock of the regulation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "each is a rule of its own")]
pub struct ClockRule {
    /// Its id, as people cite it.
    pub id: ClockId,
    /// A short name for the queue and the side pane.
    pub name: Bilingual,
    /// How long it runs.
    pub limit: Length,
    /// Whether the day of the trigger counts.
    #[serde(default)]
    pub counting: Counting,
    /// Kinds of request that it is for, "" being one of no kind; all of them when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<String>,
    /// Channels that it is for; all of them when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<String>,
    /// Whether it is only for an inquiry that was handed off (D10 art. 5).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub after_handoff: bool,
    /// Acts that start it.
    pub starts: Vec<Act>,
    /// The instant it counts from.
    #[serde(default)]
    pub from: From,
    /// Acts that meet it.
    #[serde(default)]
    pub stops: Vec<Act>,
    /// Acts that meet it together: the last of them does (D6 art. 4.3, both receivers).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<Act>,
    /// Acts that put something else in its place, without judging it.
    #[serde(default)]
    pub ends: Vec<Act>,
    /// Whether it belongs to the leg on which its act falls, rather than to the inquiry.
    #[serde(default)]
    pub per_leg: bool,
    /// Who answers for it.
    #[serde(default)]
    pub answerable: Answerable,
    /// What its end brings about.
    #[serde(default)]
    pub lapse: Lapse,
    /// Whether it must be met before the inquiry can be closed.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub owed: bool,
    /// The words say "in principle": an overrun must be explained before closing (D9 art. 11).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub in_principle: bool,
    /// An internal target of ours, never shown as law.
    #[serde(default)]
    pub internal: bool,
    /// The words it rests on.
    pub clause: Clause,
    /// How far it can be extended; absent where the regulation grants none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extension: Option<Extension>,
}

impl ClockRule {
    /// Whether it is for an inquiry of this kind that came by this channel.
    pub fn concerns(&self, kind: &str, channel: &str) -> bool {
        let among = |list: &[String], one: &str| list.is_empty() || list.iter().any(|id| id == one);
        among(&self.kinds, kind) && among(&self.channels, channel)
    }

    /// Whether an act can meet it, alone or with others.
    pub fn is_met_by(&self, act: &Act) -> bool {
        self.stops.contains(act) || self.needs.contains(act)
    }
}
