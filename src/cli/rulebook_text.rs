//! A rulebook as people read it: what it asks, in its own order, each with its clause.

use crate::domain::ids::ClockId;
use crate::domain::rulebook::{
    Accountability, Bilingual, CaseClock, Clause, ClockRule, Length, Rulebook,
};
use crate::i18n::cli::Section;
use crate::i18n::{Lang, clauses, cli as words, refusal};

/// Everything that a rulebook holds.
pub fn whole(book: &Rulebook, lang: Lang) -> String {
    let mut page = Page {
        lang,
        lines: vec![format!(
            "{} {}  {}",
            book.id,
            book.version,
            lang.pick(&book.name.zh, &book.name.en)
        )],
    };
    for document in &book.documents {
        let state = page.pick(&document.state);
        page.lines
            .push(format!("{}  {}  {state}", document.id, document.title));
    }
    people(book, &mut page);
    ways(book, &mut page);
    papers(book, &mut page);
    page.head(Section::Clocks, book.clocks.len());
    for clock in &book.clocks {
        page.clock(clock);
    }
    standing(book, &mut page);
    if let Some(rules) = &book.accountability {
        accountability(rules, &mut page);
    }
    page.lines.join("\n")
}

struct Page {
    lang: Lang,
    lines: Vec<String>,
}

impl Page {
    fn pick(&self, label: &Bilingual) -> String {
        self.lang.pick(label.zh.clone(), label.en.clone())
    }

    /// A heading, where anything stands under it.
    fn head(&mut self, section: Section, entries: usize) {
        if entries > 0 {
            self.lines.push(String::new());
            self.lines
                .push(words::section(self.lang, section).to_owned());
        }
    }

    fn entry(&mut self, id: &str, name: &str, internal: bool, clause: Option<&Clause>) {
        let mark = if internal {
            format!("  [{}]", words::internal_target(self.lang))
        } else {
            String::new()
        };
        self.lines
            .push(format!("  {id}  {name}{mark}").trim_end().to_owned());
        if let Some(clause) = clause {
            self.lines
                .push(format!("    {}", refusal::clause(self.lang, clause)));
        }
    }

    fn clock(&mut self, clock: &ClockRule) {
        let limit = length(self.lang, clock.limit);
        let name = format!("{}  {limit}", self.pick(&clock.name));
        self.entry(
            clock.id.as_str(),
            &name,
            clock.internal,
            Some(&clock.clause),
        );
    }

    fn case_clock(&mut self, clock: &CaseClock) {
        let limit = clauses::limit(self.lang, clock.limit);
        let name = format!("{}  {limit}", self.pick(&clock.name));
        self.entry(clock.id.as_str(), &name, false, Some(&clock.clause));
    }
}

fn length(lang: Lang, length: Length) -> String {
    match length {
        Length::Fixed(limit) => clauses::limit(lang, limit),
        Length::Matter => words::by_matter(lang).to_owned(),
        Length::Promised => words::by_promise(lang).to_owned(),
        Length::HalfPromised => words::by_half_promise(lang).to_owned(),
        Length::Correction(limit) => words::by_correction(lang, &clauses::limit(lang, limit)),
    }
}

fn people(book: &Rulebook, page: &mut Page) {
    page.head(Section::People, book.roles.len());
    for role in &book.roles {
        let line = format!("{}  {}", page.pick(&role.name), page.pick(&role.duty));
        page.entry("", line.trim(), false, Some(&role.clause));
    }
    page.head(Section::Ladder, book.ladder.len());
    for rung in &book.ladder {
        let name = page.pick(&rung.to);
        page.entry(&rung.id, &name, rung.internal, Some(&rung.clause));
    }
}

fn ways(book: &Rulebook, page: &mut Page) {
    page.head(Section::Channels, book.channels.len());
    for one in &book.channels {
        let name = page.pick(&one.name);
        page.entry(&one.id, &name, one.internal, one.clause.as_ref());
    }
    page.head(Section::Kinds, book.kinds.len());
    for one in &book.kinds {
        let name = page.pick(&one.name);
        page.entry(&one.id, &name, one.internal, one.clause.as_ref());
    }
    page.head(Section::Urgencies, book.urgencies.len());
    for one in &book.urgencies {
        let name = format!("{}  {}", page.pick(&one.name), page.pick(&one.next));
        page.entry("", name.trim(), false, one.clause.as_ref());
    }
    page.head(Section::Routes, book.routes.len());
    for route in &book.routes {
        let next = page.pick(&route.next);
        page.entry(
            route.id.as_str(),
            &next,
            route.clause.is_none(),
            route.clause.as_ref(),
        );
    }
    page.head(Section::Steps, book.steps.len());
    for step in &book.steps {
        let name = page.pick(&step.name);
        page.entry(step.id.as_str(), &name, step.internal, Some(&step.clause));
    }
    page.head(Section::Visits, usize::from(book.visits.is_some()));
    if let Some(visits) = &book.visits {
        let most = words::visits_at_most(page.lang, visits.most);
        page.entry(visits.id.as_str(), &most, false, Some(&visits.clause));
    }
}

fn papers(book: &Rulebook, page: &mut Page) {
    page.head(Section::Papers, 1);
    let slip = words::slip_in_copies(page.lang, &page.pick(&book.slip.name), book.slip.copies);
    page.entry(
        "",
        slip.trim(),
        book.slip.clause.is_none(),
        book.slip.clause.as_ref(),
    );
    for name in [
        &book.papers.notice,
        &book.papers.acceptance,
        &book.papers.decline,
    ] {
        let name = page.pick(name);
        page.entry("", &name, false, None);
    }
    page.head(Section::Returns, 1);
    let returns = words::returns(page.lang, book.returns.allowed);
    let ours = book.returns.allowed && book.returns.clause.is_none();
    page.entry("", returns, ours, book.returns.clause.as_ref());
    if let Some(once) = &book.handoff.once {
        let instead = page.pick(&once.instead);
        let line = words::one_transfer(page.lang, &instead);
        page.entry("", &line, false, Some(&once.clause));
    }
    page.head(Section::Forbidden, book.forbidden.len());
    for rule in &book.forbidden {
        page.entry("", &rule.phrase, false, Some(&rule.clause));
    }
    page.head(Section::Guidance, book.guidance.len());
    for advice in &book.guidance {
        let text = page.pick(&advice.text);
        let id = advice.id.as_ref().map_or("", |id| id.as_str());
        page.entry(id, &text, false, Some(&advice.clause));
    }
}

fn standing(book: &Rulebook, page: &mut Page) {
    page.head(Section::Suspensions, book.suspensions.len());
    for rule in &book.suspensions {
        let reasons: Vec<&str> = rule
            .reasons
            .iter()
            .map(|reason| words::reason(page.lang, *reason))
            .collect();
        let clocks: Vec<&str> = rule.clocks.iter().map(ClockId::as_str).collect();
        let line = words::listed(page.lang, &reasons);
        page.entry(&clocks.join(" "), &line, false, Some(&rule.clause));
    }
    page.head(Section::Contacts, 1);
    let term = words::contact_term(page.lang, book.contact_days());
    let clause = book.contacts.as_ref().and_then(|rule| rule.clause.as_ref());
    page.entry("", &term, clause.is_none(), clause);
    page.head(Section::Duties, book.duties.len());
    for duty in &book.duties {
        let name = page.pick(&duty.name);
        page.entry(duty.id.as_str(), &name, duty.internal, Some(&duty.clause));
    }
    page.head(Section::FollowUp, usize::from(book.follow_up.is_some()));
    if let Some(rule) = &book.follow_up {
        let step = book.step(&rule.step).map(|step| page.pick(&step.name));
        page.entry("", &step.unwrap_or_default(), false, Some(&rule.clause));
    }
}

fn accountability(rules: &Accountability, page: &mut Page) {
    page.head(Section::Categories, rules.categories.len());
    for one in &rules.categories {
        let name = page.pick(&one.name);
        page.entry(&one.id, &name, false, Some(&one.clause));
        for item in &one.items {
            let item = page.pick(item);
            page.lines.push(format!("      - {item}"));
        }
    }
    page.head(Section::Forms, rules.forms.len());
    for one in &rules.forms {
        let name = page.pick(&one.name);
        page.entry(&one.id, &name, false, Some(&one.clause));
    }
    page.head(Section::Tiers, rules.tiers.len());
    for one in &rules.tiers {
        let name = format!("{}  {}", page.pick(&one.name), one.forms.join(" "));
        page.entry(&one.id, &name, false, Some(&one.clause));
    }
    page.head(Section::Weights, rules.circumstances.len());
    for one in &rules.circumstances {
        let name = page.pick(&one.name);
        page.entry(&one.id, &name, false, Some(&one.clause));
    }
    page.head(Section::Fines, rules.fines.len());
    for one in &rules.fines {
        let range = words::fine(page.lang, one.from, one.to);
        let name = format!("{}  {range}", page.pick(&one.name));
        page.entry(&one.id, &name, false, Some(&one.clause));
    }
    for (section, list) in [
        (Section::Sources, &rules.sources),
        (Section::Outcomes, &rules.outcomes),
        (Section::Procedure, &rules.rules),
    ] {
        page.head(section, list.len());
        for one in list {
            let name = page.pick(&one.name);
            page.entry(&one.id, &name, false, Some(&one.clause));
        }
    }
    page.head(Section::CaseClocks, rules.clocks.len());
    for clock in &rules.clocks {
        page.case_clock(clock);
    }
}
