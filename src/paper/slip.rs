//! The handoff slip under its rulebook's own name: both sides keep a copy, both
//! sign (D9 art. 9).

use super::layout::{PaperSize, Sheet};
use crate::i18n::Lang;
use crate::i18n::paper::{self as words, Label, SlipLabel};

/// One side of a handoff.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SlipParty {
    /// Department.
    pub department: String,
    /// Name and staff number.
    pub name: String,
}

/// A limit that the slip names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SlipClock {
    /// The clock's name.
    pub name: String,
    /// When it ends, by the office's own clock.
    pub due: String,
    /// Whether the calendar did not reach that far.
    pub provisional: bool,
    /// Whether it is an internal target, which no clause sets.
    pub internal: bool,
    /// The clause in its own words; empty for an internal target.
    pub clause: String,
}

/// What stands on a handoff slip.
///
/// Texts are printed as they come: whoever fills this in decides whether the
/// visitor's name and telephone are masked. An empty text leaves its line out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SlipPaper<'a> {
    /// The office's name.
    pub office: &'a str,
    /// What the rulebook calls the slip.
    pub name: &'a str,
    /// The slip's number.
    pub number: &'a str,
    /// The inquiry's number.
    pub inquiry: &'a str,
    /// The fields that the rulebook names, each with its own word; the usual ones when empty.
    pub fields: Vec<(String, String)>,
    /// Others who get a copy for their information.
    pub copied_to: Vec<String>,
    /// Whether the head of the department signs, times and stamps how it was handled (D6 art. 4.7).
    pub head_signs: bool,
    /// How it came.
    pub channel: &'a str,
    /// When it was received.
    pub received_at: &'a str,
    /// The visitor's name.
    pub visitor: &'a str,
    /// The visitor's telephone or address.
    pub contact: &'a str,
    /// The visitor's employer or organisation.
    pub unit: &'a str,
    /// The matter.
    pub matter: &'a str,
    /// The exact doubt, in the visitor's words.
    pub words: &'a str,
    /// The first responder, who tracks it to the end.
    pub first: &'a str,
    /// Who sends it.
    pub from: SlipParty,
    /// Who receives it.
    pub to: SlipParty,
    /// When it was sent.
    pub sent_at: &'a str,
    /// When it was signed for; empty until it is.
    pub signed_at: &'a str,
    /// Whether the visitor was led there in person (D9 art. 12).
    pub accompanied: bool,
    /// A word to the receiver.
    pub note: &'a str,
    /// The limits that run.
    pub clocks: Vec<SlipClock>,
    /// How many copies the rulebook asks for.
    pub copies: u32,
    /// The words that the slip rests on; empty where name and copies are ours.
    pub clause: &'a str,
}

impl SlipPaper<'_> {
    /// The slip as lines that fit the paper, each ended by a line feed.
    pub fn text(&self, size: PaperSize, lang: Lang) -> String {
        let mut sheet = Sheet::new(size.columns());
        sheet.centred(self.office);
        sheet.centred(self.name);
        let number = line(lang, Label::Number.text(lang), self.number);
        sheet.ends(&number, self.sent_at);
        sheet.rule();
        self.inquiry(&mut sheet, lang);
        sheet.rule();
        self.handoff(&mut sheet, lang);
        sheet.rule();
        self.signatures(&mut sheet, lang);
        sheet.finish()
    }

    fn inquiry(&self, sheet: &mut Sheet, lang: Lang) {
        if !self.fields.is_empty() {
            field(sheet, lang, SlipLabel::Inquiry.text(lang), self.inquiry);
            for (label, text) in &self.fields {
                // A field that nothing is known for is left to be written by hand.
                sheet.hanging(&line(lang, label, ""), text);
            }
            return;
        }
        let fields = [
            (SlipLabel::Inquiry.text(lang), self.inquiry),
            (SlipLabel::Channel.text(lang), self.channel),
            (SlipLabel::Received.text(lang), self.received_at),
            (Label::Applicant.text(lang), self.visitor),
            (Label::Contact.text(lang), self.contact),
            (SlipLabel::Unit.text(lang), self.unit),
            (Label::Matter.text(lang), self.matter),
            (SlipLabel::Words.text(lang), self.words),
            (SlipLabel::First.text(lang), self.first),
        ];
        for (label, text) in fields {
            field(sheet, lang, label, text);
        }
    }

    fn handoff(&self, sheet: &mut Sheet, lang: Lang) {
        for (label, party) in [(SlipLabel::From, &self.from), (SlipLabel::To, &self.to)] {
            let who = format!("{} {}", party.department, party.name);
            field(sheet, lang, label.text(lang), who.trim());
        }
        field(sheet, lang, SlipLabel::Sent.text(lang), self.sent_at);
        field(sheet, lang, SlipLabel::Signed.text(lang), self.signed_at);
        if self.accompanied {
            sheet.text(SlipLabel::Accompanied.text(lang));
        }
        field(sheet, lang, Label::Note.text(lang), self.note);
        if !self.clocks.is_empty() {
            sheet.text(&line(lang, SlipLabel::Limits.text(lang), ""));
        }
        for clock in &self.clocks {
            let due = words::slip_due(lang, &clock.due, clock.provisional);
            sheet.indented(2, &format!("{}  {due}", clock.name));
            if clock.internal {
                sheet.indented(4, words::internal_rule(lang));
            } else if !clock.clause.is_empty() {
                sheet.indented(4, &clock.clause);
            }
        }
    }

    fn signatures(&self, sheet: &mut Sheet, lang: Lang) {
        sheet.text(&line(lang, SlipLabel::Result.text(lang), ""));
        // Room to write by hand.
        sheet.text(" ");
        sheet.text(" ");
        if self.head_signs {
            let (signature, time) = words::head_signature(lang);
            sheet.ends(signature, time);
            sheet.gap();
        }
        for receiver in [false, true] {
            let (signature, time) = words::slip_signature(lang, receiver);
            sheet.ends(signature, time);
            sheet.gap();
        }
        if self.copies > 0 {
            sheet.text(&words::slip_copies(lang, self.copies));
        }
        for other in &self.copied_to {
            sheet.text(&words::slip_copied_to(lang, other));
        }
        if !self.clause.is_empty() {
            sheet.text(self.clause);
        }
    }
}

fn line(lang: Lang, label: &str, text: &str) -> String {
    lang.pick(format!("{label}:{text}"), format!("{label}: {text}"))
}

fn field(sheet: &mut Sheet, lang: Lang, label: &str, text: &str) {
    if !text.trim().is_empty() {
        sheet.hanging(&line(lang, label, ""), text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::layout::columns;

    fn slip(lang: Lang) -> SlipPaper<'static> {
        SlipPaper {
            office: "青山县税务局",
            name: lang.pick("首问责任记录单", "First-inquiry responsibility record"),
            fields: Vec::new(),
            copied_to: Vec::new(),
            head_signs: false,
            number: "20260403-0007/1",
            inquiry: "20260403-0007",
            channel: lang.pick("人员来访", "Visit"),
            received_at: "2026-04-03 16:50",
            visitor: "周满",
            contact: "13800000007",
            unit: "",
            matter: lang.pick("发票领用(首次票种核定)", "Invoice issue"),
            words: "第一次开店,不知道要带什么",
            first: "李明 1001",
            from: SlipParty {
                department: "办税厅".into(),
                name: "李明 1001".into(),
            },
            to: SlipParty {
                department: "税政科".into(),
                name: "王芳 1002".into(),
            },
            sent_at: "2026-04-03 16:52",
            signed_at: "",
            accompanied: true,
            note: "请下午两点前回电",
            clocks: vec![
                SlipClock {
                    name: lang.pick("流转签收", "Transfer, signed for").into(),
                    due: "2026-04-07 17:30".into(),
                    clause: "D9 九「在1个工作日内流转至相应责任部门」".into(),
                    ..SlipClock::default()
                },
                SlipClock {
                    name: lang.pick("会商总时限", "Conferring").into(),
                    due: "2027-01-04 17:30".into(),
                    provisional: true,
                    internal: true,
                    ..SlipClock::default()
                },
            ],
            copies: 2,
            clause: "D9 九「双方各执一份。」",
        }
    }

    #[test]
    fn the_slip_names_both_sides_the_limits_and_where_to_sign() {
        let (zh, en) = (slip(Lang::Zh), slip(Lang::En));
        insta::assert_snapshot!("slip_a5_zh", zh.text(PaperSize::A5, Lang::Zh));
        insta::assert_snapshot!("slip_a4_en", en.text(PaperSize::A4, Lang::En));
    }

    #[test]
    fn no_line_is_wider_than_the_paper_and_nothing_steers_the_printer() {
        let mut slip = slip(Lang::Zh);
        slip.words = "甲\u{1b}[5i乙";
        for size in [PaperSize::Receipt, PaperSize::A5, PaperSize::A4] {
            let text = slip.text(size, Lang::Zh);
            assert!(
                text.lines().all(|line| columns(line) <= size.columns()),
                "{text}"
            );
            assert!(!text.contains('\u{1b}'));
        }
    }
}
