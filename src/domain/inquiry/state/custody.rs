//! Documents that somebody keeps for the visitor.

use super::Inquiry;
use crate::domain::ids::StaffNo;
use crate::domain::time::Moment;

/// How a document left custody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Out {
    /// It went back to the visitor.
    Returned,
    /// The application was accepted: it belongs to the file.
    Filed,
}

/// One document in the custody list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Number in the list, counting from 1.
    pub no: u32,
    /// What it is.
    pub name: String,
    /// Whether it was taken in with an application.
    pub application: bool,
    /// Who has it, or had it last.
    pub keeper: StaffNo,
    /// Since when.
    pub since: Moment,
    /// How and when it left.
    pub out: Option<(Out, Moment)>,
}

impl Inquiry {
    /// The documents that somebody keeps now.
    pub fn in_custody(&self) -> impl Iterator<Item = &Document> {
        self.custody.iter().filter(|one| one.out.is_none())
    }

    /// How many documents somebody keeps now.
    pub fn custody_count(&self) -> u32 {
        u32::try_from(self.in_custody().count()).unwrap_or(u32::MAX)
    }
}
