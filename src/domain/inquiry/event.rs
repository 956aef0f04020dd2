//! Facts about an inquiry, in the past tense.
//!
//! Each carries every value that was computed when it came about, so that
//! folding asks neither the rulebook nor the calendar again.

mod afterwards;
mod clock;
mod correct;
mod entry;
mod handling;
mod meaning;
mod paper;
mod urging;

use serde::{Deserialize, Serialize};

pub use afterwards::{Contact, FollowedUp, RatingAppealed, RatingRuled, Reopened};
pub use clock::{RunsOn, Started, Stop};
pub use correct::{Change, ClockCorrected, Continued, Corrected, Withdrawn};
pub use entry::{Appointed, MatterRef, Registered};
pub use handling::{
    Attempted, BreachExcused, BreachReviewed, Charge, Coordinated, CustodyMoved, DocumentsKept,
    DocumentsReturned, HandlingRuled, HandlingSigned, HolderTold, Proxy, Reassigned,
};
pub use paper::{PaperGiven, SuperiorAsked};
pub use urging::{Climbed, Escalated, LeaderAsked, RungReached, Supervised, Urged, VisitorTold};

use crate::domain::command::Told;
use crate::domain::deadline::SuspensionReason;
use crate::domain::ids::{ClockId, HandoverNo, StaffNo, StepId};
use crate::domain::notice::NoticeContent;
use crate::domain::private::Private;
use crate::domain::rulebook::{Act, Bilingual};
use crate::domain::time::Moment;

/// A fact about an inquiry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Event {
    /// Entered in the register.
    Registered(Box<Registered>),
    /// The first responder promised to answer by a time.
    Promised {
        /// The promised time.
        by: Moment,
    },
    /// Accepted for handling.
    Accepted {
        /// Number of the acceptance receipt.
        receipt: String,
    },
    /// Sent to a named receiver.
    HandedOff {
        /// Number of the leg.
        leg: u32,
        /// Number of the slip.
        slip: String,
        /// Who sent it.
        sender: StaffNo,
        /// Receiving department.
        department: String,
        /// Receiver.
        holder: StaffNo,
        /// Whether the visitor was led there in person.
        accompanied: bool,
        /// A word to the receiver.
        note: Private<String>,
        /// Whether it goes to a department that gave it away before (A to B to A).
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        ping_pong: bool,
    },
    /// Signed for.
    SignedFor {
        /// The leg.
        leg: u32,
        /// Who holds it from now on.
        by: StaffNo,
        /// Present when someone else entered the signature.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        proxy: Option<Proxy>,
    },
    /// Sent back to the sender.
    Returned {
        /// The leg.
        leg: u32,
        /// Who sent it back.
        by: StaffNo,
        /// Why.
        opinion: Private<String>,
        /// Where it should go.
        should_go_to: String,
        /// Whether the rule that allows this is the product's own.
        internal_rule: bool,
        /// Whether it goes to a department that gave it away before (A to B to A).
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        ping_pong: bool,
        /// Whether a supervisor has to decide from here on.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        to_rule: bool,
    },
    /// The visitor was answered.
    Answered {
        /// The leg from which the answer came.
        leg: u32,
        /// Who answered.
        by: StaffNo,
        /// The answer.
        text: Private<String>,
    },
    /// The result was delivered.
    Delivered {
        /// Who delivered it.
        by: StaffNo,
        /// What and how.
        text: Private<String>,
    },
    /// Guided elsewhere, and closed.
    Guided {
        /// Who guided.
        by: StaffNo,
        /// What was advised.
        advice: Private<String>,
    },
    /// A numbered notice told what is missing.
    Notified {
        /// Number of the notice.
        notice: String,
        /// What it says.
        content: Box<NoticeContent>,
        /// Why documents that were brought do not serve: number and reason.
        invalid: Private<Vec<(u32, String)>>,
        /// How it was told.
        told: Told,
        /// Who told it.
        by: StaffNo,
        /// Whether something was demanded that an earlier notice lacked.
        second: bool,
        /// Whose earlier list lacked it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        charged: Option<StaffNo>,
        /// Whether the application's documents had been taken in before.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        supplement: bool,
        /// Why.
        reason: Private<String>,
    },
    /// The visitor brought something against the last notice.
    Brought {
        /// The notice.
        notice: String,
        /// Numbers of the documents, counting from 1 in its list.
        documents: Vec<u32>,
        /// Whether nothing is missing any more.
        complete: bool,
    },
    /// Sent back to the visitor as not admissible.
    Declined {
        /// Number of the return notice.
        notice: String,
        /// Who decided.
        by: StaffNo,
        /// The superior who agreed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        superior: Option<StaffNo>,
        /// Why.
        reason: Private<String>,
    },
    /// Found to concern several departments, the lead first.
    SeveralNamed {
        /// The departments.
        departments: Vec<String>,
    },
    /// The departments were called to confer.
    Convened {
        /// A word about it.
        text: Private<String>,
    },
    /// The departments reached an opinion.
    OpinionSettled {
        /// The opinion.
        text: Private<String>,
    },
    /// A superior was asked.
    SuperiorAsked(SuperiorAsked),
    /// The superior's opinion arrived.
    SuperiorRuled {
        /// Who recorded it.
        by: StaffNo,
        /// The opinion.
        text: Private<String>,
    },
    /// A clock began to run.
    ClockStarted(Box<Started>),
    /// A clock stands still for good.
    ClockStopped {
        /// The clock.
        clock: ClockId,
        /// Its leg.
        leg: u32,
        /// Why.
        how: Stop,
        /// The act that did it.
        by: Act,
    },
    /// A clock was extended.
    Extended {
        /// The clock.
        clock: ClockId,
        /// Its leg.
        leg: u32,
        /// How many of its unit were added in all.
        by: u32,
        /// Who filed it.
        filed_by: StaffNo,
        /// Why.
        reason: Private<String>,
        /// When it ends now.
        due: Moment,
        /// From when it is close to its end.
        soon: Moment,
        /// Whether the calendar did not reach that far.
        provisional: bool,
        /// The supervisor who approved it, where that was needed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        approved_by: Option<StaffNo>,
    },
    /// An extension was filed in time, and waits for a supervisor.
    ExtensionFiled {
        /// The clock.
        clock: ClockId,
        /// Its leg.
        leg: u32,
        /// How many of its unit would be added in all.
        by: u32,
        /// Who filed it.
        filed_by: StaffNo,
        /// Why.
        reason: Private<String>,
    },
    /// A supervisor did not grant an extension.
    ExtensionDenied {
        /// The clock.
        clock: ClockId,
        /// Its leg.
        leg: u32,
        /// Who decided.
        by: StaffNo,
        /// Why.
        reason: Private<String>,
    },
    /// Clocks stand still from here on.
    Suspended {
        /// Number of the suspension, counting from 1.
        suspension: u32,
        /// Why.
        reason: SuspensionReason,
        /// The clocks, each with its leg.
        clocks: Vec<(ClockId, u32)>,
        /// Who recorded it.
        by: StaffNo,
        /// What the applicant was told in writing.
        told: Private<String>,
    },
    /// A suspension is over.
    Resumed {
        /// Number of the suspension.
        suspension: u32,
        /// Who recorded it.
        by: StaffNo,
        /// The clocks that run on, each with its new end.
        clocks: Vec<RunsOn>,
    },
    /// A step that the rulebook alone asks for was taken.
    StepTaken {
        /// The leg.
        leg: u32,
        /// The step.
        step: StepId,
        /// What it is called.
        name: Bilingual,
        /// Who took it.
        by: StaffNo,
        /// What was done.
        text: Private<String>,
    },
    /// The visitor came again.
    Visited {
        /// Which visit it is, the first being 1.
        visit: u32,
        /// Who recorded it.
        by: StaffNo,
        /// A word about it.
        text: Private<String>,
    },
    /// The documents of an application were taken in.
    Received {
        /// Who took them.
        by: StaffNo,
        /// What they are.
        documents: Private<Vec<String>>,
    },
    /// Nobody told what was missing in time: the application counts as accepted.
    DeemedAccepted {
        /// The clock that ran out.
        clock: ClockId,
        /// The day from which it counts as accepted.
        from: Moment,
    },
    /// A rule without a clock was broken.
    RuleBroken {
        /// The rule.
        rule: ClockId,
        /// Whose hands it was in.
        hands: StaffNo,
        /// Who stood in for them at the post then (D1 art. 3.6): both are named.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        substitute: Option<StaffNo>,
        /// Who says so, where it does not follow from the act beside it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        charge: Option<Box<Charge>>,
    },
    /// Somebody said why a time that holds in principle was overrun.
    OverrunExplained {
        /// The clock.
        clock: ClockId,
        /// Who said it.
        by: StaffNo,
        /// Why.
        reason: Private<String>,
    },
    /// An extension filed after the end was refused.
    ExtensionRefusedLate {
        /// The clock.
        clock: ClockId,
        /// Its leg.
        leg: u32,
        /// Who filed it.
        filed_by: StaffNo,
    },
    /// A clock ran out.
    Breached {
        /// The clock.
        clock: ClockId,
        /// Its leg.
        leg: u32,
        /// Whose hands it was in.
        hands: StaffNo,
        /// Who stood in for them at the post then (D1 art. 3.6): both are named.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        substitute: Option<StaffNo>,
        /// When it was due.
        due: Moment,
    },
    /// Another calendar moved the end of a clock that runs, or made it certain. A
    /// breach that was recorded before stays: the end moves, the fact does not.
    Recounted {
        /// The clock.
        clock: ClockId,
        /// Its leg.
        leg: u32,
        /// When it would have ended by the calendar before.
        was: Moment,
        /// When it ends now.
        due: Moment,
        /// From when it is close to its end.
        soon: Moment,
        /// Whether the calendar does not reach that far.
        provisional: bool,
        /// The calendar that it is counted by from now on.
        calendar: String,
    },
    /// At the end of the limit the unit is recorded as having agreed (D11 art. 5).
    DeemedConsent {
        /// The clock that ran out.
        clock: ClockId,
    },
    /// A shift handover moved who answers.
    Taken {
        /// Who answered before.
        from: StaffNo,
        /// Who answers now.
        to: StaffNo,
        /// The handover.
        handover: HandoverNo,
    },
    /// The visitor was asked whether it was settled, or somebody tried.
    FollowedUp(Box<FollowedUp>),
    /// Taken up again: the first answer did not settle it.
    Reopened(Box<Reopened>),
    /// A rating was appealed.
    RatingAppealed(Box<RatingAppealed>),
    /// An appeal against a rating was decided.
    RatingRuled(Box<RatingRuled>),
    /// Closed.
    Closed {
        /// Who closed it.
        by: StaffNo,
        /// A word about it.
        text: Private<String>,
        /// How the visitor was told, where the record did not show it before.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        contact: Option<Box<Contact>>,
    },
    /// A supervisor decided whose it is, after it was sent back twice.
    HandlingRuled(Box<HandlingRuled>),
    /// The coordination slip was raised, inside the house.
    Coordinated(Box<Coordinated>),
    /// A supervisor put a leg into other hands.
    Reassigned(Box<Reassigned>),
    /// Documents were kept for the visitor.
    DocumentsKept(Box<DocumentsKept>),
    /// Documents in custody went to someone who counted and signed.
    CustodyMoved(Box<CustodyMoved>),
    /// Documents in custody went back to the visitor.
    DocumentsReturned(Box<DocumentsReturned>),
    /// Somebody tried to reach the handler or a superior.
    Attempted(Box<Attempted>),
    /// The visitor was told who holds it.
    HolderTold(Box<HolderTold>),
    /// The department's head or a deputy confirmed how it was handled.
    HandlingSigned(Box<HandlingSigned>),
    /// The one in whose hands it was late said why.
    BreachExcused(Box<BreachExcused>),
    /// Somebody judged whether it was our own fault.
    BreachReviewed(Box<BreachReviewed>),
    /// The holder was urged.
    Urged(Urged),
    /// An order to supervise was given.
    Supervised(Box<Supervised>),
    /// Reported to a rung of the ladder.
    Escalated(Box<Escalated>),
    /// A clock ran out and sent it up a rung.
    RungReached(Box<RungReached>),
    /// A superior was tried in an emergency.
    Climbed(Climbed),
    /// The visitor was told how it stands.
    VisitorTold(VisitorTold),
    /// The visitor asked for a leader.
    LeaderAsked(Box<LeaderAsked>),
    /// Fields of the registration were corrected.
    Corrected(Box<Corrected>),
    /// A correction changed what a clock counts.
    ClockCorrected(Box<ClockCorrected>),
    /// Entered by mistake: taken back.
    Withdrawn(Box<Withdrawn>),
    /// The visitor came again, which goes on in another inquiry.
    Continued(Box<Continued>),
    /// A numbered paper was printed, read out or shown.
    PaperGiven(PaperGiven),
}
