//! Acceptance receipt, return notice, coordination slip.

use super::{Desktop, Shows, visitor};
use crate::domain::catalog::Matter;
use crate::domain::ids::StaffNo;
use crate::domain::inquiry::{Event, Inquiry};
use crate::domain::paper::{Paper, PaperKind};
use crate::i18n::clauses;
use crate::i18n::paper::{self as words, Label, SlipLabel};
use crate::i18n::papers::{self as say, Word};
use crate::paper::form::{FormPaper, Part};
use crate::store::{Fact, Recorded};

/// The paper, as far as the record holds it.
pub(super) fn draw(
    desktop: Desktop<'_>,
    state: &Inquiry,
    events: &[Recorded],
    paper: &Paper,
    shows: Shows,
) -> Option<FormPaper> {
    let (by, fact) = events.iter().find_map(|event| match &event.fact {
        Fact::Inquiry(fact) => {
            let of = Paper::of(event.at, 0, fact)?;
            let by = StaffNo::from(event.header.actor.as_str());
            (of.number == paper.number).then_some((by, fact))
        }
        Fact::Shift(_) | Fact::Office(_) | Fact::Case(_) => None,
    })?;
    let mut drawing = Drawing {
        desktop,
        state,
        events,
        parts: Vec::new(),
    };
    match paper.kind {
        PaperKind::Acceptance => drawing.acceptance(&by, shows),
        PaperKind::Return => drawing.declined(fact, shows),
        PaperKind::Coordination => drawing.coordination(fact),
        PaperKind::Notice | PaperKind::Supplement | PaperKind::Slip => return None,
    }
    Some(FormPaper {
        office: desktop.desk.facts().name.clone(),
        name: desktop.name(&desktop.desk.rules_of(state), paper.kind),
        number: paper.number.clone(),
        date: desktop.day(paper.at).format("%Y-%m-%d").to_string(),
        parts: drawing.parts,
    })
}

struct Drawing<'a> {
    desktop: Desktop<'a>,
    state: &'a Inquiry,
    events: &'a [Recorded],
    parts: Vec<Part>,
}

impl Drawing<'_> {
    fn field(&mut self, label: Label, text: impl Into<String>) {
        let label = label.text(self.desktop.lang).to_owned();
        self.parts.push(Part::Field(label, text.into()));
    }

    fn slip_field(&mut self, label: SlipLabel, text: impl Into<String>) {
        let label = label.text(self.desktop.lang).to_owned();
        self.parts.push(Part::Field(label, text.into()));
    }

    fn text(&mut self, text: impl Into<String>) {
        self.parts.push(Part::Text(text.into()));
    }

    fn head(&mut self, shows: Shows) {
        let (name, phone) = visitor(self.state, shows);
        self.slip_field(SlipLabel::Inquiry, self.state.number.as_str());
        self.field(Label::Applicant, name);
        self.field(Label::Contact, phone);
        self.field(Label::Matter, self.desktop.matter(self.state));
        if let Some(matter) = self.matter() {
            let case = words::case_type(self.desktop.lang, matter.case_type);
            self.field(Label::CaseType, case);
        }
        self.slip_field(
            SlipLabel::Received,
            self.desktop.time(self.state.received_at),
        );
        self.parts.push(Part::Rule);
    }

    /// The application was accepted: what was handed in, and by when it is done.
    fn acceptance(&mut self, by: &StaffNo, shows: Shows) {
        let lang = self.desktop.lang;
        self.head(shows);
        self.text(say::accepted(lang));
        self.parts.push(Part::List(
            Word::HandedIn.text(lang).to_owned(),
            self.handed_in(),
        ));
        self.limits();
        if let Some(matter) = self.matter() {
            for (label, limit) in [
                (Label::PromisedLimit, &matter.promised_limit),
                (Label::LegalLimit, &matter.legal_limit),
            ] {
                if let Some(limit) = limit {
                    self.field(label.binding(limit.binds), words::limit(lang, limit));
                }
            }
            if let Some(fee) = &matter.fee {
                self.field(Label::Fee, fee.text.clone());
            }
            let join = lang.pick("；", "; ");
            self.field(Label::Result, matter.results.join(join));
            self.field(Label::Basis, matter.basis.join(join));
        }
        self.foot(by);
    }

    /// It went back: why, on whose word, and what was wanting.
    fn declined(&mut self, fact: &Event, shows: Shows) {
        let lang = self.desktop.lang;
        let Event::Declined {
            by,
            superior,
            reason,
            ..
        } = fact
        else {
            return;
        };
        self.head(shows);
        self.field_of(Word::Reason, reason.text());
        if let Some(superior) = superior {
            self.field_of(Word::Agreed, &self.desktop.named(superior));
        }
        self.parts.push(Part::List(
            Word::Wanting.text(lang).to_owned(),
            self.wanting(),
        ));
        self.parts.push(Part::List(
            Word::GivenBack.text(lang).to_owned(),
            self.handed_in(),
        ));
        if let Some(matter) = self.matter() {
            self.field(
                Label::Conditions,
                matter.conditions.join(lang.pick("；", "; ")),
            );
            self.field(Label::Basis, matter.basis.join(lang.pick("；", "; ")));
        }
        let rules = self.desktop.desk.rules_of(self.state);
        if rules
            .kind(&self.state.kind_of_request)
            .is_some_and(|kind| kind.permit)
        {
            self.text(say::remedies(lang));
        }
        self.foot(&by.clone());
    }

    /// It is to be settled inside the house (D12 and D13: one transfer only).
    fn coordination(&mut self, fact: &Event) {
        let lang = self.desktop.lang;
        let Event::Coordinated(fact) = fact else {
            return;
        };
        let rules = self.desktop.desk.rules_of(self.state);
        self.slip_field(SlipLabel::Inquiry, self.state.number.as_str());
        self.field(Label::Matter, self.desktop.matter(self.state));
        self.slip_field(SlipLabel::Words, self.state.words.text());
        self.slip_field(SlipLabel::First, self.desktop.named(&self.state.first));
        self.slip_field(SlipLabel::From, self.desktop.named(&fact.by));
        self.field_of(Word::ToSettle, fact.text.text());
        self.limits();
        if let Some(once) = &rules.handoff.once {
            self.text(clauses::clause(lang, &once.clause));
        }
        self.parts.push(Part::Rule);
        self.text(say::inside(lang));
        self.parts
            .push(Part::ByHand(Word::Opinion.text(lang).to_owned()));
        for (who, when) in say::coordination_signs(lang) {
            self.parts.push(Part::Sign(who.to_owned(), when.to_owned()));
        }
        self.text(words::slip_copies(lang, rules.slip.copies));
    }

    fn field_of(&mut self, word: Word, text: &str) {
        let label = word.text(self.desktop.lang).to_owned();
        self.parts.push(Part::Field(label, text.to_owned()));
    }

    /// The matter as it stands in the catalogue now.
    fn matter(&self) -> Option<Matter> {
        let id = &self.state.matter.as_ref()?.id;
        let day = self.desktop.day(self.state.received_at);
        let read = self.desktop.desk.read();
        read.matter_on(id, day).ok().flatten()
    }

    /// What the visitor handed in: what was taken in, and what was brought to a notice.
    fn handed_in(&self) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        for event in self.events {
            if let Fact::Inquiry(Event::Received { documents, .. }) = &event.fact {
                all.extend(documents.get().into_iter().flatten().cloned());
            }
        }
        if let Some(told) = self.state.notices.last() {
            let lang = self.desktop.lang;
            let here = told.content.documents.iter().filter(|one| {
                one.tick == crate::domain::catalog::Tick::Brought
                    || told.brought.contains(&one.number)
            });
            all.extend(here.map(|one| {
                let form = words::form(lang, one.kind, one.originals, one.copies);
                format!("{} {form}", lang.pick(&one.name, &one.name_en))
            }));
        }
        all
    }

    /// What the last notice asked for and nobody brought.
    fn wanting(&self) -> Vec<String> {
        let Some(told) = self.state.notices.last() else {
            return Vec::new();
        };
        let lang = self.desktop.lang;
        let here = |number: &u32| told.brought.contains(number);
        let wanting = told
            .content
            .missing
            .iter()
            .filter(|want| !want.documents.iter().any(here));
        wanting
            .map(|want| {
                let each: Vec<&str> = want
                    .documents
                    .iter()
                    .filter_map(|&number| told.content.document(number))
                    .map(|one| lang.pick(one.name.as_str(), one.name_en.as_str()))
                    .collect();
                say::any_of(lang, &each)
            })
            .collect()
    }

    /// The clocks that run, each with its end and its clause.
    fn limits(&mut self) {
        let lang = self.desktop.lang;
        let rules = self.desktop.desk.rules_of(self.state);
        let running = self.state.clocks.iter();
        let running = running.filter(|clock| clock.is_running() && !clock.stands_still());
        let lines: Vec<String> = running
            .map(|clock| {
                let rule = rules.clock(&clock.run.clock);
                let name = rule.map_or_else(String::new, |one| {
                    lang.pick(one.name.zh.clone(), one.name.en.clone())
                });
                let due = self.desktop.time(clock.run.due);
                let due = words::slip_due(lang, &due, clock.run.provisional);
                let clause = rule.filter(|_| !clock.run.internal).map_or_else(
                    || words::internal_rule(lang).to_owned(),
                    |one| clauses::reference(lang, &one.clause),
                );
                format!("{name}  {due}  {clause}")
            })
            .collect();
        let label = SlipLabel::Limits.text(lang).to_owned();
        self.parts.push(Part::List(label, lines));
    }

    /// Whom to ask and where to complain, and where the visitor signs.
    fn foot(&mut self, by: &StaffNo) {
        let lang = self.desktop.lang;
        let person = self.desktop.person(by);
        let matter = self.matter();
        let of_matter = |of: fn(&Matter) -> Option<String>| matter.as_ref().and_then(of);
        let phone = of_matter(|one| one.phone.clone())
            .or_else(|| person.as_ref().map(|one| one.phone.clone()));
        let complaint = of_matter(|one| one.complaint_phone.clone())
            .unwrap_or_else(|| self.desktop.complaint().to_owned());
        let place = of_matter(|one| one.place.clone())
            .or_else(|| person.as_ref().map(|one| one.window.clone()));
        self.parts.push(Part::Rule);
        self.field(Label::Handler, self.desktop.named(by));
        self.field(Label::Place, place.unwrap_or_default());
        self.field(Label::Phone, phone.unwrap_or_default());
        self.field(Label::Complaint, complaint);
        let (signature, day) = words::receipt(lang);
        let sign = Part::Sign(signature.to_owned(), day.to_owned());
        self.parts.push(sign);
        self.text(words::two_copies(lang));
    }
}
