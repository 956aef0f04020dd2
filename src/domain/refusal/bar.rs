//! What bars an act on how an inquiry is passed on and held.

use super::Field;
use crate::domain::ids::{ClockId, StaffNo};
use crate::domain::time::Moment;

/// Why an inquiry cannot be passed on, closed or judged like this.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bar {
    /// It was sent back twice: a supervisor says whose it is.
    AwaitsRuling,
    /// A supervisor has said whose it is, and that binds.
    Ruled {
        /// Who decided.
        by: StaffNo,
        /// The department that handles it.
        department: String,
    },
    /// Nothing waits for a ruling.
    NothingToRule,
    /// The rulebook has no coordination slip.
    NoCoordination,
    /// Documents of the visitor are still in custody.
    InCustody {
        /// How many.
        count: u32,
        /// Who has the first of them.
        keeper: StaffNo,
    },
    /// No such document is in custody.
    NotInCustody(u32),
    /// The head of the department has not yet signed how it was handled.
    HandlingUnsigned {
        /// The department.
        department: String,
    },
    /// The rulebook asks for no signature of a head, or nothing was handled.
    NothingToSign,
    /// The one named is neither the department's head nor a deputy.
    NotHead {
        /// The one named.
        staff: StaffNo,
        /// The department.
        department: String,
    },
    /// The rulebook has no such rule.
    UnknownRule(ClockId),
    /// Nothing of this name was late or broken.
    NotBreached(ClockId),
    /// Nobody judges their own breach.
    OwnBreach,
    /// Every field says already what it should have said.
    NothingToCorrect,
    /// Nothing shows that the visitor knows of the outcome.
    Untold,
    /// The visitor is said to have been told before there was anything to tell.
    ToldBefore {
        /// When it was settled.
        resolved: Moment,
    },
    /// Nobody could be reached, and nobody had tried before.
    Untried,
    /// Somebody is to be seen before they had asked.
    AppointedBefore {
        /// When they asked.
        received: Moment,
    },
}

impl Bar {
    /// The code that scripts read.
    pub fn code(&self) -> &'static str {
        match self {
            Self::AwaitsRuling => "awaits_ruling",
            Self::Ruled { .. } => "ruled",
            Self::NothingToRule => "nothing_to_rule",
            Self::NoCoordination => "no_coordination",
            Self::InCustody { .. } => "in_custody",
            Self::NotInCustody(_) => "not_in_custody",
            Self::HandlingUnsigned { .. } => "handling_unsigned",
            Self::NothingToSign => "nothing_to_sign",
            Self::NotHead { .. } => "not_head",
            Self::UnknownRule(_) => "unknown_rule",
            Self::NotBreached(_) => "not_breached",
            Self::OwnBreach => "own_breach",
            Self::NothingToCorrect => "nothing_to_correct",
            Self::Untold => "untold",
            Self::ToldBefore { .. } => "told_before",
            Self::Untried => "untried",
            Self::AppointedBefore { .. } => "appointed_before",
        }
    }

    /// The field that it is about, if it is about one.
    pub fn field(&self) -> Option<Field> {
        match self {
            Self::UnknownRule(_) => Some(Field::Rule),
            Self::NotBreached(_) => Some(Field::Clock),
            Self::Untold | Self::ToldBefore { .. } | Self::Untried => Some(Field::Contact),
            Self::AppointedBefore { .. } => Some(Field::AppointedAt),
            Self::AwaitsRuling
            | Self::Ruled { .. }
            | Self::NothingToRule
            | Self::NoCoordination
            | Self::InCustody { .. }
            | Self::NotInCustody(_)
            | Self::HandlingUnsigned { .. }
            | Self::NothingToSign
            | Self::NotHead { .. }
            | Self::OwnBreach
            | Self::NothingToCorrect => None,
        }
    }
}
