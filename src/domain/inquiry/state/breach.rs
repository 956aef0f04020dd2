//! What ran late or was broken, for good.

use crate::domain::ids::{ClockId, StaffNo};
use crate::domain::private::Private;
use crate::domain::time::Moment;

/// Something that ran late or was broken. It is never taken off the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breach {
    /// Number in the inquiry's list, counting from 1.
    pub no: u32,
    /// The clock that ran out, or the rule that was broken.
    pub rule: ClockId,
    /// The leg on which it fell.
    pub leg: u32,
    /// Whose hands it was in.
    pub hands: StaffNo,
    /// Who stood in for them at the post then (B角).
    pub substitute: Option<StaffNo>,
    /// When it came about.
    pub at: Moment,
    /// When the clock was due; nothing for a rule without a clock.
    pub due: Option<Moment>,
    /// Who charged it and with what, where somebody did.
    pub charge: Option<(StaffNo, Private<String>)>,
    /// What the one in whose hands it was said.
    pub excuse: Option<Excuse>,
    /// What was found.
    pub review: Option<Review>,
}

impl Breach {
    /// Whether it was in this person's hands, as the holder or standing in.
    pub fn lay_with(&self, staff: &StaffNo) -> bool {
        &self.hands == staff || self.substitute.as_ref() == Some(staff)
    }
}

/// Why it was late, in the words of the one in whose hands it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excuse {
    /// Who said it.
    pub by: StaffNo,
    /// When.
    pub at: Moment,
    /// The words.
    pub text: Private<String>,
}

/// Whether it was our own fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// Who judged.
    pub by: StaffNo,
    /// When.
    pub at: Moment,
    /// Whether it was our own fault.
    pub own_fault: bool,
    /// What was found.
    pub text: Private<String>,
}
