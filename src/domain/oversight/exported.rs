//! What left the register as a file: who took it, and for what.

use serde::{Deserialize, Serialize};

use crate::domain::ids::StaffNo;
use crate::domain::private::Private;
use crate::domain::time::Moment;

/// The inquiries of a period were written to a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exported {
    /// The period's first instant.
    pub from: Moment,
    /// The first instant after the period.
    pub to: Moment,
    /// `xlsx` or `csv`.
    pub format: String,
    /// How many inquiries were entered in the period.
    pub inquiries: u64,
    /// Whether names, telephones and words stand in it in clear.
    pub revealed: bool,
    /// Who took it.
    pub by: StaffNo,
    /// For what.
    pub reason: Private<String>,
}
