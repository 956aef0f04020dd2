//! The one-pass notice 一次性告知单 as text, and as sentences to read aloud.
//!
//! D1 二(六), D11二: everything that is missing stands on one sheet, what is
//! missing first, and the sheet says that nothing else may be asked for later.

use chrono::NaiveDate;

use super::layout::{PaperSize, Sheet};
use crate::domain::catalog::Tick;
use crate::domain::notice::{Missing, NoticeContent, NoticeDocument};
use crate::i18n::Lang;
use crate::i18n::paper::{self as words, Label};

/// What stands on a notice beside its content.
///
/// Texts are printed as they come: whoever fills this in decides whether the
/// applicant's name and telephone are masked. An empty text leaves its line out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticePaper<'a> {
    /// The office's name.
    pub office: &'a str,
    /// What the rulebook calls it.
    pub name: &'a str,
    /// The words that it rests on; empty where the rulebook is silent.
    pub clause: &'a str,
    /// The notice's number; `None` for a preview.
    pub number: Option<&'a str>,
    /// The visitor's name.
    pub applicant: &'a str,
    /// The visitor's telephone or address.
    pub contact: &'a str,
    /// The day of issue, by the office's own calendar.
    pub date: NaiveDate,
    /// Who issued it: name, and title or staff number.
    pub handler: &'a str,
    /// Where to go, unless the matter says it.
    pub place: &'a str,
    /// Whom to ask, unless the matter says it.
    pub phone: &'a str,
    /// Where to complain, unless the matter says it.
    pub complaint: &'a str,
    /// What was told.
    pub content: &'a NoticeContent,
}

impl NoticePaper<'_> {
    /// The notice as lines that fit the paper, each ended by a line feed.
    pub fn text(&self, size: PaperSize, lang: Lang) -> String {
        let mut sheet = Sheet::new(size.columns());
        self.head(&mut sheet, lang);
        self.documents(&mut sheet, lang);
        self.terms(&mut sheet, lang);
        self.foot(&mut sheet, lang);
        sheet.finish()
    }

    /// The notice as short sentences to be said to the visitor, in their order.
    pub fn read_aloud(&self, lang: Lang) -> Vec<String> {
        let content = self.content;
        let matter = matter_name(content, lang);
        if content.is_complete() {
            return vec![words::say_complete(lang, matter)];
        }
        let mut said = vec![words::say_opening(lang, matter, content.missing.len())];
        for (nth, want) in (1..).zip(&content.missing) {
            let mut what: Vec<String> = wanted(content, want)
                .map(|one| with_form(one, lang))
                .collect();
            said.push(match what.as_mut_slice() {
                [only] => words::say_document(lang, nth, only),
                several => words::say_any_one_of(lang, nth, several),
            });
        }
        said.push(words::second_visit(lang).to_owned());
        if let Some(promise) = &content.promised_limit {
            let label = Label::PromisedLimit.binding(promise.binds);
            said.push(words::say_field(lang, label, &words::limit(lang, promise)));
        }
        if let Some(fee) = &content.fee {
            said.push(words::say_field(lang, Label::Fee, &fee.text));
        }
        let closing = [
            (Label::Place, self.place()),
            (Label::Complaint, self.complaint()),
        ];
        for (label, text) in closing {
            if !text.trim().is_empty() {
                said.push(words::say_field(lang, label, text));
            }
        }
        said.iter()
            .map(|sentence| super::layout::printable(sentence))
            .collect()
    }

    fn head(&self, sheet: &mut Sheet, lang: Lang) {
        let content = self.content;
        sheet.centred(self.office);
        sheet.centred(self.name);
        let number = self.number.unwrap_or(Label::Preview.text(lang));
        sheet.ends(
            &labelled(lang, Label::Number, number),
            &self.date.format("%Y-%m-%d").to_string(),
        );
        sheet.rule();
        field(sheet, lang, Label::Applicant, self.applicant);
        field(sheet, lang, Label::Contact, self.contact);
        field(sheet, lang, Label::Matter, matter_name(content, lang));
        let case = words::case_type(lang, content.case_type);
        field(sheet, lang, Label::CaseType, case);
        let circumstances: Vec<&str> = content
            .circumstances
            .iter()
            .map(|one| lang.pick(one.sentence.as_str(), one.label_en.as_str()))
            .collect();
        let circumstances = circumstances.join(lang.pick("、", "; "));
        field(sheet, lang, Label::Circumstances, &circumstances);
        let stamp = format!("{} {}", content.catalog.id, content.catalog.version);
        field(sheet, lang, Label::Catalogue, &stamp);
        sheet.rule();
    }

    fn documents(&self, sheet: &mut Sheet, lang: Lang) {
        let content = self.content;
        if content.is_complete() {
            sheet.text(words::complete(lang));
        } else {
            sheet.text(&words::missing_count(lang, content.missing.len()));
            for want in &content.missing {
                if want.documents.len() > 1 {
                    sheet.text(&words::any_one_of(lang, &group_name(content, want, lang)));
                }
                for document in wanted(content, want) {
                    entry(sheet, lang, document);
                }
            }
        }
        let listed = |one: &&NoticeDocument| {
            let number = one.number;
            !content
                .missing
                .iter()
                .any(|want| want.documents.contains(&number))
        };
        let rest = || content.documents.iter().filter(listed);
        let brought: Vec<_> = rest().filter(|one| one.tick == Tick::Brought).collect();
        let open: Vec<_> = rest()
            .filter(|one| one.tick != Tick::Brought && !one.required)
            .filter(|one| one.any_of_group.is_none())
            .collect();
        for (label, part) in [(Label::Brought, brought), (Label::Optional, open)] {
            if !part.is_empty() {
                sheet.gap();
                sheet.text(label.text(lang));
                for document in part {
                    entry(sheet, lang, document);
                }
            }
        }
        sheet.rule();
    }

    fn terms(&self, sheet: &mut Sheet, lang: Lang) {
        let content = self.content;
        let join = lang.pick("；", "; ");
        field(
            sheet,
            lang,
            Label::Conditions,
            &content.conditions.join(join),
        );
        let limits = [
            (Label::PromisedLimit, &content.promised_limit),
            (Label::LegalLimit, &content.legal_limit),
        ];
        for (label, limit) in limits {
            if let Some(limit) = limit {
                let label = label.binding(limit.binds);
                field(sheet, lang, label, &words::limit(lang, limit));
            }
        }
        if let Some(fee) = &content.fee {
            field(sheet, lang, Label::Fee, &fee.text);
        }
        field(sheet, lang, Label::Result, &content.results.join(join));
        if let Some(correction) = &content.correction {
            field(sheet, lang, Label::Correction, &correction.rule);
        }
        field(sheet, lang, Label::Basis, &content.basis.join(join));
        field(sheet, lang, Label::Department, &content.department);
        field(sheet, lang, Label::Place, self.place());
        let hours = content.hours.as_deref().unwrap_or_default();
        field(sheet, lang, Label::Hours, hours);
        sheet.rule();
    }

    fn foot(&self, sheet: &mut Sheet, lang: Lang) {
        if !self.content.is_complete() {
            sheet.text(words::second_visit(lang));
        }
        sheet.text(words::nothing_else(lang));
        if !self.clause.is_empty() {
            sheet.text(self.clause);
        }
        if self.content.example {
            sheet.text(words::example_mark(lang));
        }
        sheet.gap();
        field(sheet, lang, Label::Handler, self.handler);
        let phone = self.content.phone.as_deref().unwrap_or(self.phone);
        field(sheet, lang, Label::Phone, phone);
        field(sheet, lang, Label::Complaint, self.complaint());
        sheet.gap();
        sheet.text(words::told(lang));
        let (signature, day) = words::receipt(lang);
        sheet.ends(signature, day);
        sheet.text(words::two_copies(lang));
    }

    fn place(&self) -> &str {
        self.content.place.as_deref().unwrap_or(self.place)
    }

    fn complaint(&self) -> &str {
        let own = self.content.complaint_phone.as_deref();
        own.unwrap_or(self.complaint)
    }
}

fn matter_name(content: &NoticeContent, lang: Lang) -> &str {
    lang.pick(&content.matter_name, &content.matter_name_en)
}

fn wanted<'c>(
    content: &'c NoticeContent,
    want: &'c Missing,
) -> impl Iterator<Item = &'c NoticeDocument> {
    let numbers = want.documents.iter();
    numbers.filter_map(|&number| content.document(number))
}

fn group_name(content: &NoticeContent, want: &Missing, lang: Lang) -> String {
    let zh = want.any_of_group.clone().unwrap_or_default();
    let mut of_group = wanted(content, want);
    let en = of_group.find_map(|one| one.any_of_group_en.clone());
    lang.pick(zh.clone(), en.unwrap_or(zh))
}

fn labelled(lang: Lang, label: Label, text: &str) -> String {
    let label = label.text(lang);
    lang.pick(format!("{label}：{text}"), format!("{label}: {text}"))
}

fn field(sheet: &mut Sheet, lang: Lang, label: Label, text: &str) {
    if !text.trim().is_empty() {
        sheet.hanging(&labelled(lang, label, ""), text);
    }
}

/// One document: number, box, name; below it form, source, reason and note.
fn entry(sheet: &mut Sheet, lang: Lang, document: &NoticeDocument) {
    let mark = match &document.tick {
        Tick::Brought => "[x]",
        Tick::Invalid(_) => "[!]",
        Tick::Missing => "[ ]",
    };
    let lead = format!("{:>2} {mark} ", document.number);
    let name = lang.pick(&document.name, &document.name_en);
    sheet.hanging(&lead, name);
    let form = words::form(lang, document.kind, document.originals, document.copies);
    let source = words::issuer(lang, document.source, document.issuer.as_ref());
    sheet.indented(lead.len(), &format!("{form} / {source}"));
    if let Tick::Invalid(reason) = &document.tick {
        let line = labelled(lang, Label::DoesNotServe, reason);
        sheet.indented(lead.len(), &line);
    }
    if document.may_follow {
        sheet.indented(lead.len(), words::may_follow(lang));
    }
    for line in words::particulars(lang, &document.particulars) {
        sheet.indented(lead.len(), &line);
    }
    if let Some(note) = &document.note {
        sheet.indented(lead.len(), &labelled(lang, Label::Note, note));
    }
}

/// A document as it is said: name, form, how many.
fn with_form(document: &NoticeDocument, lang: Lang) -> String {
    let name = lang.pick(&document.name, &document.name_en);
    let kind = words::document_kind(lang, document.kind);
    let copies = document
        .copies
        .map(|copies| words::copies(lang, copies))
        .unwrap_or_default();
    lang.pick(
        format!("{name}，{kind}{copies}"),
        format!("{name}, {kind} {copies}").trim_end().to_owned(),
    )
}

#[cfg(test)]
mod tests;
