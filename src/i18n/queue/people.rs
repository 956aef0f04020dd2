//! The list of people and departments with what each holds.

use super::{Both, Lang};

/// By person.
pub const PEOPLE: Both = Both::new("各人在手", "What each person holds");
/// By department.
pub const DEPARTMENTS: Both = Both::new("各部门在手", "What each department holds");
/// How to get from one to the other.
pub const TAB_SWITCHES: Both = Both::new("Tab 人员/部门", "Tab people/departments");

/// The names of the columns.
pub const fn columns(lang: Lang) -> [&'static str; 7] {
    match lang {
        Lang::Zh => [
            "姓名",
            "部门",
            "在手",
            "待签收",
            "超期",
            "今日",
            "离岗至，代班",
        ],
        Lang::En => [
            "Name",
            "Department",
            "Open",
            "Unsigned",
            "Overdue",
            "Today",
            "Away until",
        ],
    }
}

/// Away until then, with nobody in place.
pub fn away(lang: Lang, until: &str) -> String {
    lang.pick(format!("{until} 无人代"), format!("{until} nobody"))
}

/// Away until then, and who stands in.
pub fn away_with(lang: Lang, until: &str, substitute: &str) -> String {
    lang.pick(
        format!("{until} {substitute}代"),
        format!("{until} {substitute}"),
    )
}
