//! A paper of fields: head, fields, lists, where to sign. What the receipts and
//! returns of a counter have in common.

use super::layout::{PaperSize, Sheet};
use crate::i18n::Lang;
use crate::i18n::paper::Label;

/// A part of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A label and what it says; left out where it says nothing.
    Field(String, String),
    /// A paragraph.
    Text(String),
    /// A label, and below it a numbered list; left out where it is empty.
    List(String, Vec<String>),
    /// A label, and room to write by hand.
    ByHand(String),
    /// Where one signs, and the day or time beside it.
    Sign(String, String),
    /// A line across.
    Rule,
}

/// A paper of fields. Texts are printed as they come: whoever fills this in decides
/// what is masked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FormPaper {
    /// The office's name.
    pub office: String,
    /// What the rulebook calls the paper.
    pub name: String,
    /// Its number.
    pub number: String,
    /// The day on it.
    pub date: String,
    /// Its parts, in their order.
    pub parts: Vec<Part>,
}

impl FormPaper {
    /// The paper as lines that fit, each ended by a line feed.
    pub fn text(&self, size: PaperSize, lang: Lang) -> String {
        let mut sheet = Sheet::new(size.columns());
        sheet.centred(&self.office);
        sheet.centred(&self.name);
        sheet.ends(
            &line(lang, Label::Number.text(lang), &self.number),
            &self.date,
        );
        sheet.rule();
        for part in &self.parts {
            put(&mut sheet, lang, part);
        }
        sheet.finish()
    }
}

fn put(sheet: &mut Sheet, lang: Lang, part: &Part) {
    match part {
        Part::Field(label, text) if !text.trim().is_empty() => {
            sheet.hanging(&line(lang, label, ""), text);
        }
        Part::Text(text) if !text.trim().is_empty() => sheet.text(text),
        Part::List(label, items) if !items.is_empty() => {
            sheet.text(&line(lang, label, ""));
            for (nth, item) in (1..).zip(items) {
                sheet.hanging(&format!("{nth:>2} "), item);
            }
        }
        Part::ByHand(label) => {
            sheet.text(&line(lang, label, ""));
            sheet.text(" ");
            sheet.text(" ");
        }
        Part::Sign(who, when) => {
            sheet.ends(who, when);
            sheet.gap();
        }
        Part::Rule => sheet.rule(),
        Part::Field(..) | Part::Text(_) | Part::List(..) => {}
    }
}

fn line(lang: Lang, label: &str, text: &str) -> String {
    lang.pick(format!("{label}：{text}"), format!("{label}: {text}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::layout::columns;

    fn paper() -> FormPaper {
        FormPaper {
            office: "青山县政务服务中心".into(),
            name: "受理通知单".into(),
            number: "青政受〔2026〕1号".into(),
            date: "2026-04-03".into(),
            parts: vec![
                Part::Field("申请人".into(), "周满".into()),
                Part::Field("联系方式".into(), String::new()),
                Part::List(
                    "收到材料".into(),
                    vec!["身份证".into(), "甲\u{1b}[4i乙".into()],
                ),
                Part::Rule,
                Part::ByHand("办理情况".into()),
                Part::Sign("签收：____".into(), "日期：____".into()),
            ],
        }
    }

    #[test]
    fn what_is_not_known_leaves_no_line_and_what_is_to_be_written_has_room() {
        let text = paper().text(PaperSize::A5, Lang::Zh);
        assert!(!text.contains("联系方式"), "{text}");
        assert!(text.contains("办理情况：\n\n\n"), "{text}");
        assert!(text.contains(" 1 身份证"), "{text}");
    }

    #[test]
    fn every_line_fits_and_nothing_steers_a_printer() {
        for size in PaperSize::ALL {
            let text = paper().text(size, Lang::Zh);
            assert!(
                text.lines().all(|one| columns(one) <= size.columns()),
                "{text}"
            );
            assert!(!text.contains('\u{1b}'));
        }
    }
}
