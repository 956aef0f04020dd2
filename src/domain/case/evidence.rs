//! What the record itself says of an inquiry, gathered for a case and changing nothing.

use crate::domain::ids::{ClockId, Number, StaffNo};
use crate::domain::inquiry::{Breach, ClockRun, HandsTurn, Inquiry, LegEnd, Notice, Rating};
use crate::domain::time::Moment;

/// One leg, as a case asks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LegOf {
    /// Number.
    pub no: u32,
    /// Who sent it.
    pub sender: StaffNo,
    /// Department.
    pub department: String,
    /// Who holds it.
    pub holder: StaffNo,
    /// When it was sent.
    pub sent_at: Moment,
    /// When it was signed for.
    pub signed_at: Option<Moment>,
    /// How and when it ended.
    pub end: Option<(LegEnd, Moment)>,
}

/// Everything that the record says of an inquiry and a case asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// The inquiry.
    pub inquiry: Number,
    /// When it was received.
    pub received_at: Moment,
    /// Who was asked first.
    pub first: StaffNo,
    /// Its legs.
    pub legs: Vec<LegOf>,
    /// In whose hands it lay, one turn after another.
    pub turns: Vec<HandsTurn>,
    /// Its clocks.
    pub clocks: Vec<ClockRun>,
    /// What ran late or was broken, with excuses and what was found of them.
    pub breaches: Vec<Breach>,
    /// Its notices.
    pub notices: Vec<Notice>,
    /// What the visitor said of it.
    pub rating: Option<Rating>,
    /// How often it was sent back.
    pub returns: u32,
    /// How often its holder was urged.
    pub urged: usize,
    /// How many events of the inquiry this rests on.
    pub version: u32,
}

impl Evidence {
    /// The clocks and rules that were broken.
    pub fn broken(&self) -> impl Iterator<Item = &ClockId> {
        self.breaches.iter().map(|breach| &breach.rule)
    }
}

/// Gathers what the record says.
pub fn evidence(inquiry: &Inquiry) -> Evidence {
    let legs = inquiry.legs.iter().map(|leg| LegOf {
        no: leg.no,
        sender: leg.sender.clone(),
        department: leg.department.clone(),
        holder: leg.holder.clone(),
        sent_at: leg.sent_at,
        signed_at: leg.signed_at,
        end: leg.end,
    });
    Evidence {
        inquiry: inquiry.number.clone(),
        received_at: inquiry.received_at,
        first: inquiry.first.clone(),
        legs: legs.collect(),
        turns: inquiry.turns().cloned().collect(),
        clocks: inquiry.clocks.clone(),
        breaches: inquiry.breaches.clone(),
        notices: inquiry.notices.clone(),
        rating: inquiry.rating,
        returns: inquiry.returns,
        urged: inquiry.urges.len(),
        version: inquiry.version,
    }
}
