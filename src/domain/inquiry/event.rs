//! Facts about an inquiry, in the past tense.
//!
//! Each carries every value that was computed when it came about, so that
//! folding asks neither the rulebook nor the calendar again.

use serde::{Deserialize, Serialize};

use crate::domain::command::{Told, Urgency, Visitor};
use crate::domain::deadline::{Counting, Limit};
use crate::domain::ids::{ClockId, HandoverNo, Number, StaffNo};
use crate::domain::notice::NoticeContent;
use crate::domain::private::Private;
use crate::domain::rulebook::{Act, Answerable, Lapse, Marks};
use crate::domain::time::Moment;

/// The matter of an inquiry, as it was named at registration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatterRef {
    /// Id in the catalogue.
    pub id: String,
    /// Name.
    pub name: String,
    /// English name.
    #[serde(default)]
    pub name_en: String,
}

/// A clock as it was started.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Started {
    /// The clock.
    pub clock: ClockId,
    /// The leg that it belongs to; 0 for the inquiry's own.
    pub leg: u32,
    /// How long it runs.
    pub limit: Limit,
    /// Whether the day of the trigger counts.
    pub counting: Counting,
    /// The instant that it counts from.
    pub from: Moment,
    /// When it ends.
    pub due: Moment,
    /// From when it is close to its end.
    pub soon: Moment,
    /// Whether the calendar did not reach as far as its end.
    pub provisional: bool,
    /// The calendar that it was counted by.
    pub calendar: String,
    /// Who answers for it.
    pub answerable: Answerable,
    /// What its end brings about.
    pub lapse: Lapse,
    /// Whether it is an internal target.
    pub internal: bool,
}

/// Why a clock stands still for good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stop {
    /// What it asked for was done.
    Met,
    /// Something else took its place.
    Replaced,
}

/// How a leg was signed for when not by the receiver at a terminal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proxy {
    /// Who entered the signature.
    pub entered_by: StaffNo,
    /// How it was given: on paper, by telephone, in person.
    pub how: Private<String>,
}

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
    SuperiorAsked {
        /// The superior.
        superior: StaffNo,
        /// The question.
        question: Private<String>,
    },
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
    /// Closed.
    Closed {
        /// Who closed it.
        by: StaffNo,
        /// A word about it.
        text: Private<String>,
    },
}

impl Event {
    /// The mark of the numbered paper that this fact gave out, if it gave one.
    pub fn mark<'a>(&self, marks: &'a Marks) -> Option<&'a str> {
        match self {
            Self::Notified { .. } => Some(&marks.notice),
            Self::Accepted { .. } => Some(&marks.acceptance),
            Self::Declined { .. } => Some(&marks.decline),
            Self::Registered(_)
            | Self::Promised { .. }
            | Self::HandedOff { .. }
            | Self::SignedFor { .. }
            | Self::Returned { .. }
            | Self::Answered { .. }
            | Self::Delivered { .. }
            | Self::Guided { .. }
            | Self::Brought { .. }
            | Self::SeveralNamed { .. }
            | Self::Convened { .. }
            | Self::OpinionSettled { .. }
            | Self::SuperiorAsked { .. }
            | Self::SuperiorRuled { .. }
            | Self::ClockStarted(_)
            | Self::ClockStopped { .. }
            | Self::Extended { .. }
            | Self::ExtensionRefusedLate { .. }
            | Self::Breached { .. }
            | Self::Recounted { .. }
            | Self::DeemedConsent { .. }
            | Self::Taken { .. }
            | Self::Closed { .. } => None,
        }
    }
}

/// How an inquiry was entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Registered {
    /// Its number.
    pub number: Number,
    /// When it was received.
    pub received_at: Moment,
    /// When it was entered.
    pub entered_at: Moment,
    /// Whether it was entered late.
    pub back_entry: bool,
    /// Why.
    pub late_reason: Private<String>,
    /// The first responder.
    pub first: StaffNo,
    /// The first responder's department.
    pub department: String,
    /// Channel.
    pub channel: String,
    /// Kind of request.
    #[serde(default)]
    pub kind_of_request: String,
    /// Who came, called or wrote.
    pub visitor: Private<Visitor>,
    /// The exact doubt.
    pub words: Private<String>,
    /// Matter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matter: Option<MatterRef>,
    /// How pressing.
    pub urgency: Urgency,
    /// Whether the visitor goes first.
    pub green: bool,
    /// Whether the visitor is one of our own.
    pub internal: bool,
    /// Hash of the rulebook that it keeps until it closes.
    pub rulebook: String,
}
