//! Notices of what is missing, and the short form that a QR code of any paper says.

use std::fmt::Write as _;

use super::{Desktop, Shows, visitor};
use crate::domain::inquiry::Inquiry;
use crate::domain::notice::NoticeContent;
use crate::domain::paper::Paper;
use crate::domain::printing::PaperSize;
use crate::domain::rulebook::Rulebook;
use crate::domain::staff::Person;
use crate::domain::time::Moment;
use crate::i18n::papers::{any_of, still_to_bring};
use crate::i18n::{Lang, clauses};
use crate::paper::notice::NoticePaper;

/// What stands around the content of a notice.
#[derive(Debug, Clone)]
pub struct Around<'a> {
    /// What the rulebook calls it.
    pub name: String,
    /// The rulebook.
    pub rules: &'a Rulebook,
    /// Its number; none for a preview.
    pub number: Option<String>,
    /// The inquiry that it is for.
    pub inquiry: Option<&'a Inquiry>,
    /// How much of the visitor it shows.
    pub shows: Shows,
    /// When it was told, or would be.
    pub at: Moment,
    /// Who told it, or would.
    pub handler: Option<Person>,
}

/// A notice with everything that is printed on it.
#[derive(Debug, Clone)]
pub struct Whole<'a> {
    lang: Lang,
    office: String,
    name: String,
    clause: String,
    number: Option<String>,
    applicant: String,
    contact: String,
    date: chrono::NaiveDate,
    handler: String,
    place: String,
    phone: String,
    complaint: &'a str,
    content: &'a NoticeContent,
}

/// A notice, ready for any paper.
pub fn notice<'a>(
    desktop: Desktop<'a>,
    around: &Around<'_>,
    content: &'a NoticeContent,
) -> Whole<'a> {
    let (applicant, contact) = around
        .inquiry
        .map(|state| visitor(state, around.shows))
        .unwrap_or_default();
    let clause = around.rules.told_once.as_ref();
    let handler = around.handler.as_ref();
    Whole {
        lang: desktop.lang,
        office: desktop.desk.facts().name.clone(),
        name: around.name.clone(),
        clause: clause.map_or_else(String::new, |one| clauses::clause(desktop.lang, one)),
        number: around.number.clone(),
        applicant,
        contact,
        date: desktop.day(around.at),
        handler: handler.map_or_else(String::new, |one| desktop.named(&one.number)),
        place: handler.map_or_else(String::new, |one| one.window.clone()),
        phone: handler.map_or_else(String::new, |one| one.phone.clone()),
        complaint: desktop.complaint(),
        content,
    }
}

impl Whole<'_> {
    fn paper(&self) -> NoticePaper<'_> {
        NoticePaper {
            office: &self.office,
            name: &self.name,
            clause: &self.clause,
            number: self.number.as_deref(),
            applicant: &self.applicant,
            contact: &self.contact,
            date: self.date,
            handler: &self.handler,
            place: &self.place,
            phone: &self.phone,
            complaint: self.complaint,
            content: self.content,
        }
    }

    /// The notice as lines that fit the paper.
    pub fn text(&self, size: PaperSize) -> String {
        self.paper().text(size, self.lang)
    }

    /// The notice as short sentences to be said to the visitor.
    pub fn read_aloud(&self) -> Vec<String> {
        self.paper().read_aloud(self.lang)
    }
}

/// How many characters of missing documents a code carries: more makes it too fine
/// to be read off a screen.
const SHORT_LIMIT: usize = 180;

/// What a QR code of a paper says: its number, the matter, and what a notice still
/// asks for. Nothing of any person.
pub fn short(desktop: Desktop<'_>, state: &Inquiry, paper: &Paper) -> String {
    let mut said = format!("{}\n{}", paper.number, desktop.matter(state));
    let told = state.notices.iter().find(|one| one.number == paper.number);
    if let Some(told) = told {
        said = short_notice(desktop.lang, Some(&paper.number), &told.content);
    }
    said.trim_end().to_owned()
}

/// The same of a notice.
pub fn short_notice(lang: Lang, number: Option<&str>, content: &NoticeContent) -> String {
    let mut said = String::new();
    if let Some(number) = number {
        let _ = writeln!(said, "{number}");
    }
    said.push_str(lang.pick(&content.matter_name, &content.matter_name_en));
    let mut names = Vec::new();
    for want in &content.missing {
        let each: Vec<&str> = want
            .documents
            .iter()
            .filter_map(|&number| content.document(number))
            .map(|one| lang.pick(one.name.as_str(), one.name_en.as_str()))
            .collect();
        names.push(any_of(lang, &each));
    }
    if !names.is_empty() {
        let all = names.join(lang.pick("；", "; "));
        let cut: String = all.chars().take(SHORT_LIMIT).collect();
        let end = if cut.len() < all.len() { "…" } else { "" };
        let _ = write!(said, "\n{}{cut}{end}", still_to_bring(lang));
    }
    said
}
