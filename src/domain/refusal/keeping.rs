//! Why personal data is not destroyed like this, or a key not let in.

use super::Refusal;
use crate::domain::ids::StaffNo;

/// Why personal data is not destroyed like this, or a key not let in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Keeping {
    /// Nothing has been kept for so many months yet.
    NothingDue(u32),
    /// No such list.
    NoList(String),
    /// What stands on this list is destroyed already.
    DestroyedAlready(String),
    /// Whoever drew a list up does not sign it.
    OwnList,
    /// This is no public key.
    NoKey,
    /// Somebody comes in with this key already.
    KeyTaken(StaffNo),
    /// This person has no such key.
    UnknownKey,
}

impl Keeping {
    /// The code that scripts read.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NothingDue(_) => "nothing_due",
            Self::NoList(_) => "no_list",
            Self::DestroyedAlready(_) => "destroyed_already",
            Self::OwnList => "own_list",
            Self::NoKey => "no_key",
            Self::KeyTaken(_) => "key_taken",
            Self::UnknownKey => "unknown_key",
        }
    }
}

impl From<Keeping> for Refusal {
    fn from(why: Keeping) -> Self {
        Self::Keeping(why)
    }
}
