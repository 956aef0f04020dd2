//! What was entered wrongly, mended or taken back.

use serde::{Deserialize, Serialize};

use super::{Appointed, MatterRef, Started};
use crate::domain::command::Urgency;
use crate::domain::ids::{Number, StaffNo};
use crate::domain::private::Private;
use crate::domain::time::Moment;

/// Fields of the registration were corrected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Corrected {
    /// Who corrected them.
    pub by: StaffNo,
    /// Each field that changed.
    pub changes: Vec<Change>,
    /// Why.
    pub reason: Private<String>,
}

/// One field, before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "field", rename_all = "snake_case")]
pub enum Change {
    /// The visitor's name.
    Name {
        /// Before.
        was: Private<String>,
        /// After.
        now: Private<String>,
    },
    /// The visitor's telephone.
    Phone {
        /// Before.
        was: Private<String>,
        /// After.
        now: Private<String>,
    },
    /// The visitor's organisation.
    Unit {
        /// Before.
        was: Private<String>,
        /// After.
        now: Private<String>,
    },
    /// The visitor's address.
    Address {
        /// Before.
        was: Private<String>,
        /// After.
        now: Private<String>,
    },
    /// The number of the visitor's identity document.
    IdNumber {
        /// Before.
        was: Private<String>,
        /// After.
        now: Private<String>,
    },
    /// The exact doubt.
    Words {
        /// Before.
        was: Private<String>,
        /// After.
        now: Private<String>,
    },
    /// The matter; nothing for free text.
    Matter {
        /// Before.
        was: Option<MatterRef>,
        /// After.
        now: Option<MatterRef>,
    },
    /// The channel.
    Channel {
        /// Before.
        was: String,
        /// After.
        now: String,
    },
    /// The kind of request.
    Kind {
        /// Before.
        was: String,
        /// After.
        now: String,
    },
    /// How pressing.
    Urgency {
        /// Before.
        was: Urgency,
        /// After.
        now: Urgency,
    },
    /// Whether the visitor goes first.
    Green {
        /// Before.
        was: bool,
        /// After.
        now: bool,
    },
    /// Whether the visitor is one of our own.
    Internal {
        /// Before.
        was: bool,
        /// After.
        now: bool,
    },
    /// When it was received.
    Received {
        /// Before.
        was: Moment,
        /// After.
        now: Moment,
        /// Whether it counts as entered late from now on; once so, for ever.
        back_entry: bool,
    },
    /// When and where somebody is to be seen; nothing without an appointment.
    Appointment {
        /// Before.
        was: Option<Appointed>,
        /// After.
        now: Option<Appointed>,
    },
}

/// A correction changed from when a clock counts, or how long it runs. What had run
/// out before stays on record: the end moves, the fact does not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockCorrected {
    /// When it would have ended before.
    pub was: Moment,
    /// The run as it counts from now on.
    pub run: Started,
}

/// Entered by mistake: taken back, never erased.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawn {
    /// Who took it back.
    pub by: StaffNo,
    /// Why.
    pub reason: Private<String>,
}

/// The visitor came with something that goes on in another inquiry (D1 art. 1.4.5).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Continued {
    /// Who registered it.
    pub by: StaffNo,
    /// The new inquiry.
    pub inquiry: Number,
}
