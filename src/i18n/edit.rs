//! What is said of a change to one matter.

use super::Lang;
use super::catalog::catalog_reason;
use super::sheet::lint;
use crate::domain::catalog::EditFault;

/// A change was saved: the foot of the screen. `number` is the day from which it holds.
pub(super) fn done(number: &str) -> (String, String) {
    (
        format!("已保存，自 {number} 起施行；已登记的件和已出的告知单不变"),
        format!("Saved, in force from {number}; inquiries and notices already made keep theirs"),
    )
}

/// Why a change is not taken, and what to do.
pub(super) fn refused(lang: Lang, why: &EditFault) -> String {
    let (zh, en) = match why {
        EditFault::UnknownField(name) => (
            format!("没有叫 {name} 的栏目可改，请核对。"),
            format!("There is no field {name} to change: check its name."),
        ),
        EditFault::WrongValue(said) => (
            format!("值不对（{said}），请改正。"),
            format!("A value does not fit ({said}): correct it."),
        ),
        EditFault::UnknownDocument(name) => (
            format!("这一事项没有叫「{name}」的材料，请核对名称。"),
            format!("The matter has no document “{name}”: check the name."),
        ),
        EditFault::NothingChanges => (
            "和现在的一样，没有要改的。".to_owned(),
            "Nothing would change.".to_owned(),
        ),
        EditFault::NotADay(text) => (
            format!("「{text}」不是日期，请写成 2026-05-01 这样。"),
            format!("“{text}” is not a day: write it like 2026-05-01."),
        ),
        EditFault::TooSoon(earliest) => (
            format!("来人所依的内容不能当天改，也不能倒改，最早从 {earliest} 起。"),
            format!(
                "What applicants rely on is not changed within a day or backwards: {earliest} at \
                 the earliest."
            ),
        ),
        EditFault::Catalog(reason) => return catalog_reason(lang, reason),
        EditFault::Lint(found) => return lint(lang, *found),
    };
    lang.pick(zh, en)
}
