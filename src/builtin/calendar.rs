//! The public holidays of China, one notice a year.

use crate::domain::deadline::{Calendar, CalendarError, FixedHolidays, HolidayName, Notice};

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

/// What a public holiday is called where nothing says its name.
pub fn unnamed() -> HolidayName {
    HolidayName::new("节假日", "public holiday")
}

/// The column of a sheet of days that goes by this heading, in lower case.
pub fn column(heading: &str) -> Option<&'static str> {
    let columns = [
        ("date", "date"),
        ("kind", "kind"),
        ("type", "kind"),
        ("name", "name"),
        ("name_en", "name_en"),
        ("hours", "hours"),
        ("日期", "date"),
        ("类型", "kind"),
        ("名称", "name"),
        ("英文名", "name_en"),
        ("时间", "hours"),
    ];
    let found = columns.iter().find(|(name, _)| *name == heading);
    found.map(|(_, column)| *column)
}

/// Whether a day of this kind, in lower case, is worked; none for what is no kind of day.
pub fn works(kind: &str) -> Option<bool> {
    match kind {
        "off" | "休" | "放假" | "休息" => Some(false),
        "work" | "班" | "上班" | "调休" => Some(true),
        _ => None,
    }
}
