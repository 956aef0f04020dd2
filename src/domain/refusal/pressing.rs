//! Why nobody can be pressed, reported to or away like this.

use super::Refusal;
use crate::domain::ids::StaffNo;
use crate::domain::time::Moment;

/// Why nobody can be pressed, reported to or away like this.
#[derive(Debug, Clone, PartialEq)]
pub enum Pressing {
    /// One cannot urge, or report to, oneself.
    Oneself,
    /// The ladder of this rulebook has no such rung to report to.
    UnknownRung(String),
    /// The leader has not agreed to have their number given.
    NoConsent(StaffNo),
    /// A superior has answered already.
    Reached(StaffNo),
    /// It should have been done, or they should be back, before now.
    UntilPast(Moment),
    /// They are away already, until then.
    AlreadyAway(Moment),
    /// They are not away.
    NotAway(StaffNo),
}

impl Pressing {
    /// The code that scripts read.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Oneself => "oneself",
            Self::UnknownRung(_) => "unknown_rung",
            Self::NoConsent(_) => "no_consent",
            Self::Reached(_) => "already_reached",
            Self::UntilPast(_) => "until_past",
            Self::AlreadyAway(_) => "already_away",
            Self::NotAway(_) => "not_away",
        }
    }
}

impl From<Pressing> for Refusal {
    fn from(why: Pressing) -> Self {
        Self::Pressing(why)
    }
}
