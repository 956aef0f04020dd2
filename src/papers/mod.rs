//! The papers of one inquiry, drawn up from its record for whoever asks: a screen,
//! the command line. Nothing here changes anything.
//!
//! One-pass and supplement notice, acceptance receipt, return notice (D1 art. 2.6,
//! D11 art. 2), the slip of a handoff under the rulebook's own name (D9 art. 9) and
//! the slip that asks for coordination.

mod forms;
mod notice;
mod slip;

use std::borrow::Cow;

pub use notice::{Around, Whole, notice, short, short_notice};

use crate::desk::Desk;
use crate::domain::ids::StaffNo;
use crate::domain::inquiry::Inquiry;
use crate::domain::mask::{mask_name, mask_phone};
use crate::domain::paper::{Paper, PaperKind};
use crate::domain::printing::PaperSize;
use crate::domain::rulebook::{Bilingual, Rulebook};
use crate::domain::staff::Person;
use crate::domain::time::Moment;
use crate::i18n::Lang;
use crate::i18n::papers::complaint_board;
use crate::i18n::refusal::Speaker;
use crate::store::Recorded;

/// How much of the visitor a paper shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shows {
    /// Name and telephone as they are: for who has to reach them.
    All,
    /// Name as it is, the telephone covered: for the visitor's own hands.
    Own,
    /// Both covered.
    Masked,
}

/// One paper in every width.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// What it is.
    pub kind: PaperKind,
    /// What the rulebook calls it, with its number.
    pub title: String,
    /// Its number.
    pub number: String,
    /// Its text, from the narrowest paper to the widest.
    pub texts: [String; 3],
    /// What a QR code of it says: number, matter and what is missing, and nobody's data.
    pub short: String,
}

impl Drawn {
    /// Its text for this paper.
    pub fn text(&self, size: PaperSize) -> &str {
        &self.texts[place(size)]
    }
}

/// Where the text for a paper stands among the texts for all.
pub fn place(size: PaperSize) -> usize {
    match size {
        PaperSize::Receipt => 0,
        PaperSize::A5 => 1,
        PaperSize::A4 => 2,
    }
}

/// What papers are drawn up from.
#[derive(Clone, Copy)]
pub struct Desktop<'a> {
    /// The register, for reading.
    pub desk: &'a Desk,
    /// The language on the paper.
    pub lang: Lang,
    /// Names of the staff.
    pub names: &'a dyn Speaker,
}

impl<'a> Desktop<'a> {
    /// A paper of an inquiry, whole; nothing where the record does not hold it.
    pub fn draw(
        self,
        state: &Inquiry,
        events: &[Recorded],
        paper: &Paper,
        shows: Shows,
    ) -> Option<Drawn> {
        let rules = self.desk.rules_of(state);
        let texts = match paper.kind {
            PaperKind::Notice | PaperKind::Supplement => {
                let told = state
                    .notices
                    .iter()
                    .find(|one| one.number == paper.number)?;
                let by = paper.given.first().map(|one| one.by.clone());
                let around = Around {
                    name: self.name(&rules, paper.kind),
                    rules: &rules,
                    number: Some(paper.number.clone()),
                    inquiry: Some(state),
                    shows,
                    at: paper.at,
                    handler: by.and_then(|by| self.person(&by)),
                };
                PaperSize::ALL.map(|size| notice(self, &around, &told.content).text(size))
            }
            PaperKind::Acceptance | PaperKind::Return | PaperKind::Coordination => {
                let form = forms::draw(self, state, events, paper, shows)?;
                PaperSize::ALL.map(|size| form.text(size, self.lang))
            }
            PaperKind::Slip => {
                let slip = slip::draw(self, state, events, paper.leg, shows)?;
                PaperSize::ALL.map(|size| slip.text(size, self.lang))
            }
        };
        Some(Drawn {
            kind: paper.kind,
            title: format!("{} {}", self.name(&rules, paper.kind), paper.number),
            number: paper.number.clone(),
            texts,
            short: short(self, state, paper),
        })
    }

    /// What the rulebook calls a paper.
    pub fn name(self, rules: &Rulebook, kind: PaperKind) -> String {
        let papers = &rules.papers;
        let named = match kind {
            PaperKind::Notice => &papers.notice,
            PaperKind::Supplement => papers.supplement.as_ref().unwrap_or(&papers.notice),
            PaperKind::Acceptance => &papers.acceptance,
            PaperKind::Return => &papers.decline,
            PaperKind::Slip => &rules.slip.name,
            PaperKind::Coordination => rules
                .handoff
                .once
                .as_ref()
                .map_or(&rules.slip.name, |once| &once.instead),
        };
        self.in_words(named)
    }

    fn in_words(self, words: &Bilingual) -> String {
        self.lang.pick(words.zh.clone(), words.en.clone())
    }

    fn person(self, number: &StaffNo) -> Option<Person> {
        self.desk.read().person(number).ok().flatten()
    }

    /// Name and number, with the title where a person has one.
    fn named(self, number: &StaffNo) -> String {
        let title = self.person(number).map(|one| one.title).unwrap_or_default();
        let name = self.names.name(number);
        let parts = [name.as_str(), title.as_str(), number.as_str()];
        let parts: Vec<&str> = parts.into_iter().filter(|one| !one.is_empty()).collect();
        parts.join(" ")
    }

    fn day(self, at: Moment) -> chrono::NaiveDate {
        self.desk.office().local(at).date()
    }

    fn time(self, at: Moment) -> String {
        let local = self.desk.office().local(at);
        local.format("%Y-%m-%d %H:%M").to_string()
    }

    fn complaint(self) -> &'a str {
        match self.desk.facts().complaint_line.trim() {
            "" => complaint_board(self.lang),
            line => line,
        }
    }

    fn matter(self, state: &Inquiry) -> String {
        state.matter.as_ref().map_or_else(String::new, |one| {
            self.lang.pick(one.name.clone(), one.name_en.clone())
        })
    }
}

/// Name and telephone of the visitor as far as a paper shows them.
fn visitor(state: &Inquiry, shows: Shows) -> (String, String) {
    let visitor = state.visitor.get();
    let visitor = visitor.map_or_else(Cow::default, Cow::Borrowed);
    match shows {
        Shows::All => (visitor.name.clone(), visitor.phone.clone()),
        Shows::Own => (visitor.name.clone(), mask_phone(&visitor.phone)),
        Shows::Masked => (mask_name(&visitor.name), mask_phone(&visitor.phone)),
    }
}
