//! The public holidays of China, one notice a year.

use crate::domain::deadline::{Calendar, CalendarError, FixedHolidays, Notice};

/// Each yearly notice that comes with the program: its file name and its text.
pub const NOTICES: [(&str, &str); 3] = [
    ("cn-2024.toml", include_str!("calendars/cn-2024.toml")),
    ("cn-2025.toml", include_str!("calendars/cn-2025.toml")),
    ("cn-2026.toml", include_str!("calendars/cn-2026.toml")),
];

/// The holidays that the law fixes by date: the file's name and its text.
pub const FIXED: (&str, &str) = ("cn-fixed.toml", include_str!("calendars/cn-fixed.toml"));

/// The calendar of China as far as its notices are known: 2024 to 2026.
///
/// # Errors
/// Only if a file that comes with the program is broken, which the tests rule out.
pub fn china() -> Result<Calendar, CalendarError> {
    let notices = NOTICES
        .iter()
        .map(|(file, text)| Notice::parse(file, text))
        .collect::<Result<Vec<_>, _>>()?;
    Calendar::new(FixedHolidays::parse(FIXED.0, FIXED.1)?, notices, Vec::new())
}
