//! Someone else was quicker.

use super::Refusal;
use crate::domain::inquiry::Turned;

/// Why a command was not carried out, and who had done something else just before.
#[derive(Debug, Clone, PartialEq)]
pub struct Overtaken {
    /// Why it cannot be done now.
    pub why: Refusal,
    /// What was done before, by whom and when.
    pub turned: Turned,
}
