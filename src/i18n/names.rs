//! Names of the staff, kept at hand for sentences.

use std::collections::HashMap;

use chrono::FixedOffset;

use super::refusal::Speaker;
use crate::domain::ids::StaffNo;

/// Names by staff number, and the office's offset.
#[derive(Debug, Clone)]
pub struct Names {
    by_number: HashMap<StaffNo, String>,
    offset: FixedOffset,
}

impl Names {
    /// The names of an office.
    pub fn new(by_number: HashMap<StaffNo, String>, offset: FixedOffset) -> Self {
        Self { by_number, offset }
    }

    /// A person's name; the number when nobody has it.
    pub fn of(&self, staff: &StaffNo) -> String {
        self.by_number
            .get(staff)
            .cloned()
            .unwrap_or_else(|| staff.to_string())
    }
}

impl Speaker for Names {
    fn name(&self, staff: &StaffNo) -> String {
        self.of(staff)
    }

    fn offset(&self) -> FixedOffset {
        self.offset
    }
}
