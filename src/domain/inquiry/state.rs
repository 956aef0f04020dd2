//! What is known of an inquiry after its events.

mod breach;
mod clock;
mod custody;
mod handling;
mod stage;
mod turn;

use serde::{Deserialize, Serialize};

pub use breach::{Breach, Excuse, Review};
pub use clock::{ClockRun, Filed, Pause};
pub use custody::{Document, Out};
pub use handling::{Bounce, Handling, HeadSigned, Ruled, Try};
pub use stage::{Resolution, Stage};
pub use turn::{Turn, Turned};

use super::event::{Appointed, MatterRef};
pub use super::pressed::{Climb, Escalation, LeaderWanted, Order, Urge};
use crate::domain::command::{Urgency, Visitor};
use crate::domain::ids::{ClockId, Number, StaffNo};
use crate::domain::notice::NoticeContent;
use crate::domain::paper::Paper;
use crate::domain::private::Private;
use crate::domain::rulebook::Act;
use crate::domain::time::Moment;

/// How a leg ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LegEnd {
    /// Its holder answered.
    Answered,
    /// Its holder sent it back.
    Returned,
    /// Its holder handed it on.
    HandedOn,
    /// The inquiry closed.
    Closed,
}

/// One leg of responsibility: from a sender to a named receiver.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leg {
    /// Number; 0 is the first responder's own hold.
    pub no: u32,
    /// Number of the slip; empty for leg 0.
    pub slip: String,
    /// Who sent it; the first responder for leg 0.
    pub sender: StaffNo,
    /// Who answers for the sending side now, after shift handovers.
    pub keeper: StaffNo,
    /// Department that holds it.
    pub department: String,
    /// Who holds it.
    pub holder: StaffNo,
    /// When it was sent.
    pub sent_at: Moment,
    /// Whether the visitor was led there in person.
    pub accompanied: bool,
    /// When it was signed for.
    pub signed_at: Option<Moment>,
    /// How and when it ended.
    pub end: Option<(LegEnd, Moment)>,
}

/// What the visitor said of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rating {
    /// How satisfied, 5 very much to 1 not at all.
    pub level: u8,
    /// When it was given.
    pub at: Moment,
    /// Whether it was appealed.
    pub appealed: bool,
    /// What came of the appeal: whether it stands.
    pub stands: Option<bool>,
}

/// A rule without a clock that was broken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// The rule.
    pub rule: ClockId,
    /// Whose hands it was in.
    pub hands: StaffNo,
    /// When.
    pub at: Moment,
}

/// A notice that was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Number.
    pub number: String,
    /// When it was told.
    pub at: Moment,
    /// What it says.
    pub content: NoticeContent,
    /// Numbers of the documents brought since.
    pub brought: Vec<u32>,
    /// Whether nothing is missing any more.
    pub complete: bool,
    /// Whether it asked for something that an earlier one lacked.
    pub second: bool,
    /// Whose earlier list lacked it.
    pub charged: Option<StaffNo>,
}

/// An inquiry, folded from its events.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inquiry {
    /// Number.
    pub number: Number,
    /// When it was received.
    pub received_at: Moment,
    /// When it was entered.
    pub entered_at: Moment,
    /// Whether it was entered late.
    pub back_entry: bool,
    /// The first responder, for ever.
    pub first: StaffNo,
    /// Channel.
    pub channel: String,
    /// Kind of request.
    pub kind_of_request: String,
    /// Who came, called or wrote.
    pub visitor: Private<Visitor>,
    /// The exact doubt.
    pub words: Private<String>,
    /// Matter.
    pub matter: Option<MatterRef>,
    /// How pressing.
    pub urgency: Urgency,
    /// Whether the visitor goes first.
    pub green: bool,
    /// Whether the visitor is one of our own.
    pub internal: bool,
    /// Hash of the rulebook that it keeps.
    pub rulebook: String,
    /// Where it stands.
    pub stage: Stage,
    /// Its legs; the first is the first responder's own hold.
    pub legs: Vec<Leg>,
    /// Its clocks, in the order in which they started.
    pub clocks: Vec<ClockRun>,
    /// Its notices.
    pub notices: Vec<Notice>,
    /// When it was accepted for handling.
    pub accepted_at: Option<Moment>,
    /// Departments named as concerned, the lead first.
    pub departments: Vec<String>,
    /// The time promised to the visitor.
    pub promised: Option<Moment>,
    /// When and where somebody is to be seen.
    pub appointment: Option<Appointed>,
    /// How often it was sent back.
    pub returns: u32,
    /// How it came to its end.
    pub resolution: Option<Resolution>,
    /// Whether consent was deemed.
    pub deemed_consent: bool,
    /// When it closed.
    pub closed_at: Option<Moment>,
    /// When the application's documents were taken in.
    pub taken_in_at: Option<Moment>,
    /// What happened, with the leg and the instant, for clocks that several acts meet together.
    pub acts: Vec<(Act, u32, Moment)>,
    /// How often the visitor came.
    pub visits: u32,
    /// When the visitor came last.
    pub last_visit: Moment,
    /// How many suspensions there were.
    pub suspensions: u32,
    /// Rules without a clock that were broken.
    pub broken: Vec<Broken>,
    /// How often somebody tried to ask the visitor afterwards.
    pub follow_ups: u32,
    /// When the record last shows that the visitor was reached: told how it stands,
    /// handed the result, asked afterwards.
    pub reached_at: Option<Moment>,
    /// When somebody last tried to ask the visitor afterwards and found nobody.
    pub missed_at: Option<Moment>,
    /// How satisfied the visitor was.
    pub rating: Option<Rating>,
    /// How often it was taken up again.
    pub reopened: u32,
    /// What last changed whose turn it is.
    pub turned: Option<Turned>,
    /// How many events it has.
    pub version: u32,
    /// Legs that were sent back, each charged to the hands that held it.
    pub bounces: Vec<Bounce>,
    /// How it was passed on.
    pub handling: Handling,
    /// Documents that were kept for the visitor.
    pub custody: Vec<Document>,
    /// What ran late or was broken.
    pub breaches: Vec<Breach>,
    /// Every time that its holder was urged.
    pub urges: Vec<Urge>,
    /// Orders to supervise.
    pub orders: Vec<Order>,
    /// Every rung of the ladder that it was sent to, by people or by time.
    pub escalations: Vec<Escalation>,
    /// Every try up the chain of superiors.
    pub climbs: Vec<Climb>,
    /// Leaders whom the visitor asked for.
    pub leaders: Vec<LeaderWanted>,
    /// The earlier inquiry that it goes on with.
    pub follows: Option<Number>,
    /// Later inquiries that go on with it.
    pub continued_in: Vec<Number>,
    /// In whose hands it lay, one turn after another.
    pub(super) turns: Vec<super::hands::Turn>,
    /// Its numbered papers, in the order in which they came about.
    pub papers: Vec<Paper>,
}

impl Inquiry {
    /// The leg on which the next act falls: the last one that is still open.
    pub fn current_leg(&self) -> &Leg {
        // Leg 0 exists from registration on and ends only at closing.
        self.legs
            .iter()
            .rev()
            .find(|leg| leg.end.is_none())
            .unwrap_or(&self.legs[0])
    }

    /// The leg with this number.
    pub fn leg(&self, no: u32) -> Option<&Leg> {
        self.legs.iter().find(|leg| leg.no == no)
    }

    /// The one person who answers for this inquiry now.
    pub fn holder(&self) -> &StaffNo {
        &self.current_leg().holder
    }

    /// Whoever keeps the first responder's part: the first responder, or who took over the shift.
    #[expect(
        clippy::misnamed_getters,
        reason = "the first leg's holder keeps that part"
    )]
    pub fn keeper(&self) -> &StaffNo {
        &self.legs[0].holder
    }

    /// When the visitor's question found its present answer, result or refusal.
    pub fn resolved_at(&self) -> Option<Moment> {
        self.resolution?;
        let ends = |act: &Act| matches!(act, Act::Answered | Act::Delivered | Act::Declined);
        let last = self.acts.iter().rev().find(|(act, _, _)| ends(act));
        last.map(|(_, _, at)| *at)
    }

    /// Whether it is closed.
    pub fn is_closed(&self) -> bool {
        self.stage == Stage::Closed
    }
}
