//! The shift handover sheet as text: every item with its note, and both signatures.

use super::layout::{PaperSize, Sheet};
use crate::i18n::Lang;
use crate::i18n::handover::{self as words, Say};

/// One item on the sheet; texts are printed as they come.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HandoverLine {
    /// The inquiry's number, or what is handed over when it is none.
    pub what: String,
    /// Where it stands, when it is due.
    pub state: String,
    /// What the one who leaves says about it.
    pub note: String,
    /// What the one who comes asked about it.
    pub question: String,
    /// What the one who leaves answered.
    pub answer: String,
    /// Whether it was taken over with its question unanswered.
    pub as_asked: bool,
    /// Whether it was taken over.
    pub taken: bool,
}

/// One of the two on the sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HandoverParty {
    /// Name and staff number.
    pub name: String,
    /// When they signed; empty until they do.
    pub signed_at: String,
}

/// What stands on a handover sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HandoverPaper<'a> {
    /// The office's name.
    pub office: &'a str,
    /// The handover's number.
    pub number: &'a str,
    /// Who leaves.
    pub from: HandoverParty,
    /// Who comes.
    pub to: HandoverParty,
    /// When it began.
    pub opened_at: &'a str,
    /// When it took effect; empty until it does.
    pub done_at: &'a str,
    /// The code of the checkpoint that was made when it took effect.
    pub code: &'a str,
    /// The items.
    pub lines: Vec<HandoverLine>,
}

impl HandoverPaper<'_> {
    /// The sheet as lines that fit the paper, each ended by a line feed.
    pub fn text(&self, size: PaperSize, lang: Lang) -> String {
        let mut sheet = Sheet::new(size.columns());
        sheet.centred(self.office);
        sheet.centred(Say::SheetName.text(lang));
        sheet.text(self.number);
        sheet.text(&labelled(lang, Say::Code, self.code));
        sheet.rule();
        for (label, party) in [(Say::From, &self.from), (Say::To, &self.to)] {
            sheet.text(&labelled(lang, label, &party.name));
        }
        sheet.text(&labelled(lang, Say::Opened, self.opened_at));
        let done = match self.done_at {
            "" => Say::NotDone.text(lang),
            at => at,
        };
        sheet.text(&labelled(lang, Say::Done, done));
        sheet.rule();
        for (nth, line) in (1..).zip(&self.lines) {
            let mark = if line.taken { "[x]" } else { "[ ]" };
            let lead = format!("{nth:>2} {mark} ");
            let what = format!("{}  {}", line.what, line.state);
            sheet.hanging(&lead, what.trim_end());
            if !line.note.is_empty() {
                sheet.indented(lead.len(), &words::noted(lang, &line.note));
            }
            if !line.question.is_empty() {
                sheet.indented(lead.len(), &words::asked(lang, &line.question));
            }
            if !line.answer.is_empty() {
                sheet.indented(lead.len(), &words::answered(lang, &line.answer));
            }
            if line.as_asked {
                sheet.indented(lead.len(), Say::AsAsked.text(lang));
            }
        }
        let taken = self.lines.iter().filter(|line| line.taken).count();
        sheet.text(&words::taken(lang, taken, self.lines.len()));
        sheet.rule();
        sheet.text(Say::WhoAnswers.text(lang));
        sheet.gap();
        for (label, party) in [(Say::From, &self.from), (Say::To, &self.to)] {
            let signature = Say::Signature.text(lang);
            let left = lang.pick(
                format!("{}{signature}:____________", label.text(lang)),
                format!("{} {signature}: ____________", label.text(lang)),
            );
            let right = match party.signed_at.as_str() {
                "" => String::new(),
                at => format!("{} {at}", Say::SignedAt.text(lang)),
            };
            if right.is_empty() {
                sheet.text(&left);
            } else {
                sheet.ends(&left, &right);
            }
            sheet.gap();
        }
        sheet.text(Say::Copies.text(lang));
        sheet.finish()
    }
}

fn labelled(lang: Lang, label: Say, text: &str) -> String {
    let label = label.text(lang);
    lang.pick(format!("{label}:{text}"), format!("{label}: {text}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::layout::columns;

    fn paper() -> HandoverPaper<'static> {
        HandoverPaper {
            office: "青山县税务局",
            number: "H20260407-01",
            from: HandoverParty {
                name: "李明 1001".into(),
                signed_at: "04-07 12:01".into(),
            },
            to: HandoverParty {
                name: "刘洋 1003".into(),
                signed_at: String::new(),
            },
            opened_at: "2026-04-07 11:50",
            done_at: "",
            code: "ACDE-FGHJ-KMNP-RTWX",
            lines: vec![
                HandoverLine {
                    what: "20260403-0001".into(),
                    state: "待签收  04-07 17:30".into(),
                    note: "下午两点前再催".into(),
                    question: "委托书样表在哪里".into(),
                    taken: true,
                    ..HandoverLine::default()
                },
                HandoverLine {
                    what: "公章、钥匙".into(),
                    ..HandoverLine::default()
                },
            ],
        }
    }

    #[test]
    fn the_sheet_names_every_item_both_people_and_the_code() {
        insta::assert_snapshot!("handover_a5_zh", paper().text(PaperSize::A5, Lang::Zh));
        insta::assert_snapshot!("handover_a4_en", paper().text(PaperSize::A4, Lang::En));
    }

    #[test]
    fn no_line_is_wider_than_the_paper() {
        for size in [PaperSize::Receipt, PaperSize::A5, PaperSize::A4] {
            for lang in [Lang::Zh, Lang::En] {
                let text = paper().text(size, lang);
                assert!(
                    text.lines().all(|line| columns(line) <= size.columns()),
                    "{text}"
                );
            }
        }
    }
}
