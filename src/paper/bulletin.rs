//! The bulletin as text: a period's figures, department by department (D8 art. 4.10).

use super::layout::{PaperSize, Sheet};
use crate::domain::oversight::{Line, total};
use crate::i18n::Lang;
use crate::i18n::oversight as words;

/// What stands on a bulletin; texts are printed as they come.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BulletinPaper<'a> {
    /// The office's name.
    pub office: &'a str,
    /// The bulletin's number; empty for one that was not issued.
    pub number: &'a str,
    /// The period, both days.
    pub period: &'a str,
    /// When and by whom it was issued; empty for one that was not.
    pub issued: &'a str,
    /// A word to the house.
    pub word: &'a str,
    /// One line a department.
    pub lines: &'a [Line],
}

impl BulletinPaper<'_> {
    /// The sheet as lines that fit the paper, each ended by a line feed.
    pub fn text(&self, size: PaperSize, lang: Lang) -> String {
        let mut sheet = Sheet::new(size.columns());
        sheet.centred(self.office);
        sheet.centred(words::BULLETIN.text(lang));
        sheet.ends(self.number, self.period);
        sheet.rule();
        let all = total(self.lines);
        let house = words::figures(lang, &all).join(lang.pick("，", ", "));
        sheet.hanging(words::THE_HOUSE.text(lang), nothing(lang, &house));
        sheet.rule();
        for line in self.lines {
            sheet.text(&line.department);
            let figures = words::figures(lang, line).join(lang.pick("，", ", "));
            sheet.indented(2, nothing(lang, &figures));
        }
        if !self.word.is_empty() {
            sheet.rule();
            sheet.text(self.word);
        }
        if !self.issued.is_empty() {
            sheet.rule();
            sheet.text(self.issued);
        }
        sheet.finish()
    }
}

fn nothing(lang: Lang, figures: &str) -> &str {
    if figures.is_empty() {
        words::NOTHING.text(lang)
    } else {
        figures
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::layout::columns;

    fn lines() -> Vec<Line> {
        vec![
            Line {
                department: "客房部".into(),
                registered: 12,
                escalated: 2,
                breaches: 3,
                own_fault: 1,
                ..Line::default()
            },
            Line {
                department: "工程部".into(),
                returned: 1,
                urged: 4,
                ..Line::default()
            },
        ]
    }

    #[test]
    fn it_names_each_department_with_what_the_record_says_and_nothing_that_is_nought() {
        let lines = lines();
        let paper = BulletinPaper {
            office: "青山酒店",
            number: "通报〔2026〕1号",
            period: "2026-03-01 / 2026-03-31",
            issued: "何清 2026-04-01 09:00",
            word: "请各部门对照整改。",
            lines: &lines,
        };
        let zh = paper.text(PaperSize::A4, Lang::Zh);
        assert!(
            zh.contains("登记 12，矛盾升级 2，超时违规 3，其中自身责任 1"),
            "{zh}"
        );
        assert!(
            zh.contains("退回 1，被催办 4") && !zh.contains("二次告知"),
            "{zh}"
        );
        assert!(paper.text(PaperSize::A4, Lang::En).contains("escalated 2"));
        for size in [PaperSize::Receipt, PaperSize::A5, PaperSize::A4] {
            for lang in [Lang::Zh, Lang::En] {
                let text = paper.text(size, lang);
                assert!(
                    text.lines().all(|line| columns(line) <= size.columns()),
                    "{text}"
                );
            }
        }
    }
}
