//! What comes after an answer.

use serde::{Deserialize, Serialize};

use crate::domain::command::Way;
use crate::domain::ids::StaffNo;
use crate::domain::private::Private;
use crate::domain::time::Moment;

/// How the visitor learnt of the outcome, or that nobody could be reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// How.
    pub how: Way,
    /// When.
    pub at: Moment,
    /// Who answered, or to whom it went.
    pub who: Private<String>,
    /// Whether anybody was reached.
    pub reached: bool,
}

/// The visitor was asked whether it was settled, or somebody tried.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowedUp {
    /// Who asked.
    pub by: StaffNo,
    /// Which try it is, the first being 1.
    pub nth: u32,
    /// Whether the visitor was reached.
    pub reached: bool,
    /// Whether the visitor would not say.
    pub refused: bool,
    /// How satisfied, 5 to 1; 0 when nothing was said.
    pub level: u8,
    /// What was said, or how it was tried.
    pub text: Private<String>,
}

/// Taken up again: the first answer did not settle it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reopened {
    /// Number of the new leg.
    pub leg: u32,
    /// Who took it up.
    pub by: StaffNo,
    /// Who answers for it now.
    pub holder: StaffNo,
    /// Whether a bad rating did it.
    pub rated: bool,
    /// Why.
    pub reason: Private<String>,
}

/// A rating was appealed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RatingAppealed {
    /// Who appealed.
    pub by: StaffNo,
    /// Why.
    pub text: Private<String>,
}

/// An appeal against a rating was decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RatingRuled {
    /// Who decided.
    pub by: StaffNo,
    /// Whether the rating stands.
    pub stands: bool,
    /// Why.
    pub text: Private<String>,
}
