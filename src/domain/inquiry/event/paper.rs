//! What is put before others: a paper to the visitor, a question to a superior.

use serde::{Deserialize, Serialize};

use crate::domain::command::Told;
use crate::domain::ids::StaffNo;
use crate::domain::private::Private;

/// A numbered paper was printed, read out or shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperGiven {
    /// The paper's number.
    pub paper: String,
    /// How it was given.
    pub told: Told,
    /// Who gave it.
    pub by: StaffNo,
}

/// A superior was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SuperiorAsked {
    /// The superior.
    pub superior: StaffNo,
    /// The question.
    pub question: Private<String>,
}
