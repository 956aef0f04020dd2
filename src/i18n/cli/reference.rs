//! Rulebooks, catalogue and calendar.

use chrono::NaiveDate;

use crate::i18n::Lang;

/// A rulebook that is neither built in nor a file.
pub fn unknown_rulebook(lang: Lang, name: &str, ids: &[&str]) -> String {
    let ids = ids.join(" ");
    match lang {
        Lang::Zh => format!("没有制度「{name}」，也没有这个文件。内置制度有：{ids}"),
        Lang::En => format!("There is no rulebook “{name}”, nor such a file. Built in are: {ids}"),
    }
}

/// Heading of the column of commands, in the table of who may give them.
pub fn command(lang: Lang) -> &'static str {
    lang.pick("命令", "Command")
}

/// Headings of the catalogue.
pub fn catalog_columns(lang: Lang) -> [&'static str; 3] {
    lang.pick(["编号", "事项", "部门"], ["id", "matter", "department"])
}

/// Headings of the rulebooks.
pub fn rulebook_columns(lang: Lang) -> [&'static str; 4] {
    lang.pick(
        ["编号", "版本", "名称", "时限数"],
        ["id", "version", "name", "clocks"],
    )
}

/// Headings of the calendar.
pub fn calendar_columns(lang: Lang) -> [&'static str; 5] {
    lang.pick(
        ["编号", "年份", "放假", "调休上班", "来源"],
        ["id", "year", "days off", "make-up days", "source"],
    )
}

/// How far the calendar is known.
pub fn known_until(lang: Lang, last: NaiveDate) -> String {
    match lang {
        Lang::Zh => format!("放假安排已知到 {last}；之后的到期日标「暂算」。"),
        Lang::En => format!("Holidays are known until {last}; later due dates are provisional."),
    }
}

/// A catalogue was taken into use.
pub fn imported_catalog(lang: Lang, id: &str, version: &str, matters: usize) -> String {
    match lang {
        Lang::Zh => format!("已启用目录 {id} {version}，事项 {matters} 个。"),
        Lang::En => format!("The catalogue {id} {version} is in use, matters: {matters}."),
    }
}

/// A rulebook that was taken into use.
pub fn imported_rulebook(lang: Lang, id: &str, version: &str) -> String {
    match lang {
        Lang::Zh => format!("已启用制度 {id} {version}；在办的件按登记时的制度办到办结。"),
        Lang::En => format!(
            "The rulebook {id} {version} is in use; open inquiries keep the one they began under."
        ),
    }
}

/// A file without a fault.
pub fn file_fits(lang: Lang, file: &str) -> String {
    match lang {
        Lang::Zh => format!("{file} 没有问题。"),
        Lang::En => format!("{file}: nothing is wrong."),
    }
}

/// A file with faults.
pub fn faulty_file(lang: Lang, file: &str, count: usize) -> String {
    match lang {
        Lang::Zh => format!("{file} 有 {count} 处问题，没有采用。请改正后再试。"),
        Lang::En => format!("{file} has faults ({count}) and was not used: correct it first."),
    }
}
