//! Who is away from the post, for lists and pickers.

use crate::domain::ids::StaffNo;
use crate::store::AwayRow;
use crate::tui::screen::Ctx;

/// Who is away now, and the posts that nobody holds.
#[derive(Debug, Clone, Default)]
pub(super) struct Posts {
    away: Vec<AwayRow>,
    /// Both the one who is away and their substitute are away.
    pub empty: Vec<AwayRow>,
}

impl Posts {
    /// As the register has it now.
    pub fn read(cx: &Ctx) -> Self {
        let read = cx.desk.read();
        Self {
            away: read.away(cx.now).unwrap_or_default(),
            empty: read.both_away(cx.now).unwrap_or_default(),
        }
    }

    /// A person's absence.
    pub fn of(&self, staff: &StaffNo) -> Option<&AwayRow> {
        self.away.iter().find(|row| &row.staff == staff)
    }
}
