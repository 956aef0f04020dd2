//! What is wrong with a staff file, in words.

use super::Lang;
use crate::domain::inquiry::LINE_LIMIT;
use crate::sheet::staff::{FIELDS, StaffFault, StaffReason};

/// One line: file, line, what is wrong and what to do.
pub fn fault(lang: Lang, file: &str, fault: &StaffFault) -> String {
    let StaffFault { line, what } = fault;
    let what = reason(lang, what);
    match lang {
        Lang::Zh => format!("{file} 第 {line} 行：{what}"),
        Lang::En => format!("{file}, line {line}: {what}"),
    }
}

/// What is wrong and what to do, without the place.
pub fn reason(lang: Lang, reason: &StaffReason) -> String {
    let fields = FIELDS.join(" ");
    let (zh, en) = match reason {
        StaffReason::Syntax(said) => (
            format!("读不懂({said})，请改正。"),
            format!("this cannot be read ({said}): correct it."),
        ),
        StaffReason::UnknownField(name) => (
            format!("没有「{name}」这一项，请核对拼写。可以有：{fields}"),
            format!("there is no field “{name}”: check its spelling. There are: {fields}"),
        ),
        StaffReason::MissingColumn(name) => (
            format!("缺少 {name} 列，请补上。"),
            format!("the column {name} is missing: add it."),
        ),
        StaffReason::Empty(name) => (
            format!("{name} 是空的，请填写。"),
            format!("{name} is empty: fill it in."),
        ),
        StaffReason::TooLong(name) => (
            format!("{name} 太长，最多 {LINE_LIMIT} 个字。"),
            format!("{name} is too long: at most {LINE_LIMIT} characters."),
        ),
        StaffReason::Unseen(name) => (
            format!("{name} 里有看不见的字符(工号里也不能有空格)，请重新输入。"),
            format!(
                "{name} has characters that cannot be seen (a number has no spaces either): type \
                 it anew."
            ),
        ),
        StaffReason::UnknownRole(name) => (
            format!("没有角色「{name}」。可以是：clerk handler supervisor quality admin"),
            format!("there is no role “{name}”. There are: clerk handler supervisor quality admin"),
        ),
        StaffReason::BadPin => (
            "pin 须是 6 到 12 位数字，不能全部相同；也可以不写，由程序发一次性 PIN。".to_owned(),
            "a pin has 6 to 12 digits that are not all the same; leave it out to have a one-time \
             PIN drawn."
                .to_owned(),
        ),
        StaffReason::Twice(number) => (
            format!("工号 {number} 重复，请改成不同的工号。"),
            format!("the staff number {number} stands twice: give one of them another."),
        ),
        StaffReason::NumericId(name) => (
            format!("{name} 是按数字存的，开头的 0 会丢。请把单元格设为「文本」后重新输入。"),
            format!(
                "{name} is stored as a number, which loses its zeros: make the cell text and type it anew."
            ),
        ),
        StaffReason::Nobody => (
            "没有人员。请至少写一个 [[staff]]。".to_owned(),
            "nobody stands in it: write at least one [[staff]].".to_owned(),
        ),
    };
    lang.pick(zh, en)
}
