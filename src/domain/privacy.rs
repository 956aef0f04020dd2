//! Personal data on record: who looked at it and why, and when it is destroyed.

use serde::{Deserialize, Serialize};

use super::ids::{Number, StaffNo};
use super::private::Private;
use super::time::Moment;

/// How many inquiries one list of destruction takes.
pub const ON_ONE_LIST: u32 = 500;

/// Somebody looked at a visitor's name and telephone in clear.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revealed {
    /// The inquiry.
    pub inquiry: Number,
    /// Who looked.
    pub by: StaffNo,
    /// What for.
    pub reason: Private<String>,
}

/// A list of inquiries whose personal data has been kept for long enough.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    /// The list's number.
    pub list: String,
    /// Who drew it up.
    pub by: StaffNo,
    /// All of them were closed before this instant.
    pub before: Moment,
    /// The inquiries.
    pub inquiries: Vec<Number>,
}

/// Personal data was destroyed. The commitments to it stay where they are, so the chain
/// stays whole; what they committed to is gone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Destroyed {
    /// The list's number.
    pub list: String,
    /// Who signed it.
    pub by: StaffNo,
    /// The inquiries: those of the list that were still closed.
    pub inquiries: Vec<Number>,
    /// The values that are gone, by their ids.
    pub values: Vec<i64>,
}
