//! What cannot work in a rulebook that is well formed.

use std::collections::BTreeSet;

use super::{Act, Bilingual, Clause, ClockRule, Length, RouteId, Rulebook};

/// A rule that cannot work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The way to the value from the top of the file: `clocks.3.stops`, places from 0.
    pub at: String,
    /// What is wrong with it.
    pub reason: String,
}

/// Finds what a unit's own edit broke, in the order of the fields; empty when nothing is.
pub fn check(book: &Rulebook) -> Vec<Finding> {
    let mut found = Findings {
        documents: book.documents.iter().map(|doc| doc.id.clone()).collect(),
        found: Vec::new(),
    };
    found.text("id", &book.id);
    found.text("version", &book.version);
    found.label("name", &book.name);
    lists(book, &mut found);
    routes(book, &mut found);
    papers(book, &mut found);
    for (place, clock) in book.clocks.iter().enumerate() {
        check_clock(book, clock, &format!("clocks.{place}"), &mut found);
    }
    found.found
}

struct Findings {
    documents: BTreeSet<String>,
    found: Vec<Finding>,
}

impl Findings {
    fn say(&mut self, at: &str, reason: impl Into<String>) {
        self.found.push(Finding {
            at: at.to_owned(),
            reason: reason.into(),
        });
    }

    fn text(&mut self, at: &str, text: &str) {
        if text.trim().is_empty() {
            self.say(at, "it is empty");
        }
    }

    fn label(&mut self, at: &str, label: &Bilingual) {
        for (language, text) in [("zh", &label.zh), ("en", &label.en)] {
            if text.trim().is_empty() {
                self.say(
                    &format!("{at}.{language}"),
                    format!("no words in {language}"),
                );
            }
        }
    }

    fn clause(&mut self, at: &str, clause: &Clause) {
        if clause.quote.trim().is_empty() {
            self.say(&format!("{at}.quote"), "the clause quotes nothing");
        }
        if clause.article.trim().is_empty() {
            self.say(&format!("{at}.article"), "the clause names no article");
        }
        if !self.documents.contains(&clause.document) {
            let reason = format!("`documents` does not list {}", clause.document);
            self.say(&format!("{at}.document"), reason);
        }
    }

    fn doubles<'a>(&mut self, list: &str, what: &str, ids: impl Iterator<Item = &'a str>) {
        let mut seen = BTreeSet::new();
        for (place, id) in ids.enumerate() {
            let at = format!("{list}.{place}.id");
            self.text(&at, id);
            if !seen.insert(id) {
                self.say(&at, format!("the {what} {id} is named twice"));
            }
        }
    }
}

fn lists(book: &Rulebook, found: &mut Findings) {
    found.doubles(
        "documents",
        "document",
        book.documents.iter().map(|d| d.id.as_str()),
    );
    for (place, document) in book.documents.iter().enumerate() {
        found.label(&format!("documents.{place}.state"), &document.state);
    }
    if book.channels.is_empty() {
        found.say("channels", "no channel is named");
    }
    for (list, what, choices) in [
        ("channels", "channel", &book.channels),
        ("kinds", "kind", &book.kinds),
    ] {
        found.doubles(list, what, choices.iter().map(|choice| choice.id.as_str()));
        for (place, choice) in choices.iter().enumerate() {
            found.label(&format!("{list}.{place}.name"), &choice.name);
        }
    }
    found.doubles(
        "clocks",
        "clock",
        book.clocks.iter().map(|clock| clock.id.as_str()),
    );
}

fn routes(book: &Rulebook, found: &mut Findings) {
    let mut seen = BTreeSet::new();
    for (place, route) in book.routes.iter().enumerate() {
        let at = format!("routes.{place}");
        if !seen.insert(route.id) {
            found.say(&format!("{at}.id"), "this route stands here twice");
        }
        found.label(&format!("{at}.next"), &route.next);
        if let Some(clause) = &route.clause {
            found.clause(&format!("{at}.clause"), clause);
        }
    }
    for id in RouteId::ALL.into_iter().filter(|id| !seen.contains(id)) {
        found.say("routes", format!("the route {} is missing", id.as_str()));
    }
}

fn papers(book: &Rulebook, found: &mut Findings) {
    found.label("slip.name", &book.slip.name);
    if book.slip.copies == 0 {
        found.say("slip.copies", "a slip of no copies");
    }
    let papers = &book.papers;
    for (at, name, mark) in [
        ("notice", &papers.notice, &papers.marks.notice),
        ("acceptance", &papers.acceptance, &papers.marks.acceptance),
        ("decline", &papers.decline, &papers.marks.decline),
    ] {
        found.label(&format!("papers.{at}"), name);
        found.text(&format!("papers.marks.{at}"), mark);
    }
    let marks = [
        ("notice", &papers.marks.notice),
        ("acceptance", &papers.marks.acceptance),
        ("decline", &papers.marks.decline),
    ];
    for (place, (at, mark)) in marks.iter().enumerate() {
        if marks.iter().take(place).any(|(_, other)| other == mark) {
            let reason = format!("two papers are numbered under the mark {mark}");
            found.say(&format!("papers.marks.{at}"), reason);
        }
    }
    for (at, clause) in [
        ("slip.clause", &book.slip.clause),
        (
            "handoff.accepted_stays_at_windows",
            &book.handoff.accepted_stays_at_windows,
        ),
        ("returns.clause", &book.returns.clause),
        ("told_once", &book.told_once),
    ] {
        if let Some(clause) = clause {
            found.clause(at, clause);
        }
    }
    for (place, rule) in book.forbidden.iter().enumerate() {
        found.text(&format!("forbidden.{place}.phrase"), &rule.phrase);
        found.clause(&format!("forbidden.{place}.clause"), &rule.clause);
    }
    for (place, advice) in book.guidance.iter().enumerate() {
        found.label(&format!("guidance.{place}.text"), &advice.text);
        found.clause(&format!("guidance.{place}.clause"), &advice.clause);
    }
}

fn check_clock(book: &Rulebook, clock: &ClockRule, at: &str, found: &mut Findings) {
    let id = &clock.id;
    found.label(&format!("{at}.name"), &clock.name);
    found.clause(&format!("{at}.clause"), &clock.clause);
    let happens = |act: &Act| *act != Act::Returned || book.returns.allowed;
    let starts: Vec<Act> = clock.starts.iter().copied().filter(happens).collect();
    if starts.is_empty() {
        found.say(&format!("{at}.starts"), format!("{id} never starts"));
    }
    for act in starts.iter().filter(|act| follow(**act).is_empty()) {
        let reason = format!(
            "{id} starts on {}, after which nothing follows",
            act.as_str()
        );
        found.say(&format!("{at}.starts"), reason);
    }
    let can_be_met = |start: &Act| {
        let after = follow(*start);
        clock
            .stops
            .iter()
            .any(|stop| happens(stop) && after.contains(stop))
    };
    if !starts.is_empty() && !starts.iter().all(can_be_met) {
        let reason = format!("{id} can never be met: nothing in `stops` can follow its start");
        found.say(&format!("{at}.stops"), reason);
    }
    if let Some(act) = clock.stops.iter().find(|act| clock.ends.contains(act)) {
        let reason = format!("{} both meets and replaces {id}", act.as_str());
        found.say(&format!("{at}.ends"), reason);
    }
    for act in [Act::Guided, Act::Closed] {
        if !clock.stops.contains(&act) && !clock.ends.contains(&act) {
            let reason = format!("{id} would run on after {}", act.as_str());
            found.say(&format!("{at}.ends"), reason);
        }
    }
    extension(clock, at, found);
}

fn extension(clock: &ClockRule, at: &str, found: &mut Findings) {
    let Some(extension) = &clock.extension else {
        return;
    };
    let id = &clock.id;
    if extension.max == 0 {
        found.say(
            &format!("{at}.extension.max"),
            format!("{id} is extended by nothing"),
        );
    }
    // A clause that grants more than the limit itself is rare: it must be quoted.
    if let Length::Fixed(limit) = clock.limit
        && extension.max > limit.amount()
        && extension.clause.quote.trim().is_empty()
    {
        let reason = format!("{id} can be extended beyond its own length, and no clause says so");
        found.say(&format!("{at}.extension.max"), reason);
    } else {
        found.clause(&format!("{at}.extension.clause"), &extension.clause);
    }
}

/// The acts that may follow an act in one inquiry's life.
fn follow(act: Act) -> Vec<Act> {
    match act {
        Act::Guided | Act::Closed => Vec::new(),
        Act::Declined | Act::Delivered => vec![Act::Delivered, Act::Closed],
        Act::Accepted => all_but(&[Act::Registered, Act::Accepted]),
        Act::Registered
        | Act::HandedOff
        | Act::Signed
        | Act::Returned
        | Act::Answered
        | Act::Notified
        | Act::Brought
        | Act::Several
        | Act::Convened
        | Act::OpinionSettled
        | Act::SuperiorAsked
        | Act::SuperiorRuled => all_but(&[Act::Registered]),
    }
}

fn all_but(not: &[Act]) -> Vec<Act> {
    Act::ALL
        .into_iter()
        .filter(|act| !not.contains(act))
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::builtin::rulebook::FILES;
    use crate::domain::rulebook::{Fault, parse};

    /// The faults of the tax rulebook after `from` was changed to `to` once.
    fn faults(from: &str, to: &str) -> Vec<Fault> {
        let text = FILES[0].1;
        assert!(text.contains(from), "{from}");
        parse(&text.replacen(from, to, 1), "own.toml").expect_err("a fault")
    }

    /// The one line on which a changed text is at fault, with the reason.
    fn only_fault(from: &str, to: &str) -> (usize, String) {
        let faults = faults(from, to);
        assert_eq!(faults.len(), 1, "{faults:#?}");
        assert_eq!(faults[0].file, "own.toml");
        (faults[0].line, faults[0].reason.clone())
    }

    /// The line on which the unchanged text says this first.
    fn line_with(words: &str) -> usize {
        let place = FILES[0].1.lines().position(|line| line.contains(words));
        place.expect("a line") + 1
    }

    #[test]
    fn a_misspelt_field_is_named_with_its_line() {
        let (line, reason) = only_fault("stops = [\"signed\"]", "stop = [\"signed\"]");
        assert_eq!(line, line_with("stops = [\"signed\"]"));
        assert!(reason.contains("unknown field `stop`"), "{reason}");
    }

    #[test]
    fn a_misspelt_act_is_named_with_its_line() {
        let (line, reason) = only_fault("[\"convened\", ", "[\"convend\", ");
        assert_eq!(line, line_with("\"convened\""));
        assert!(reason.contains("convend"), "{reason}");
    }

    #[test]
    fn a_limit_without_a_unit_is_named_with_its_line() {
        let (line, reason) = only_fault("fixed = \"15wd\"", "fixed = \"15\"");
        assert_eq!(line, line_with("fixed = \"15wd\""));
        assert!(reason.contains("no unit"), "{reason}");
    }

    #[test]
    fn text_that_is_no_toml_is_named_with_its_line() {
        let (line, _) = only_fault("copies = 2", "copies = two");
        assert_eq!(line, line_with("copies = 2"));
    }

    #[test]
    fn a_clock_that_nothing_can_meet() {
        let (line, reason) = only_fault("stops = [\"signed\"]", "stops = [\"registered\"]");
        assert_eq!(line, line_with("stops = [\"signed\"]"));
        assert!(reason.contains("D9-T2 can never be met"), "{reason}");
    }

    #[test]
    fn a_clock_that_nothing_starts() {
        let (line, reason) = only_fault("starts = [\"signed\"]", "starts = []");
        assert_eq!(line, line_with("starts = [\"signed\"]"));
        assert!(reason.contains("D9-T3 never starts"), "{reason}");
    }

    #[test]
    fn a_clock_that_starts_when_all_is_over() {
        let faults = faults("starts = [\"signed\"]", "starts = [\"closed\"]");
        assert!(
            faults
                .iter()
                .any(|f| f.reason.contains("after which nothing follows")),
            "{faults:#?}"
        );
    }

    #[test]
    fn a_clock_that_would_outlive_its_inquiry() {
        let (_, reason) = only_fault(
            "ends = [\"superior_asked\", \"closed\"]",
            "ends = [\"superior_asked\"]",
        );
        assert!(
            reason.contains("D9-i1 would run on after closed"),
            "{reason}"
        );
    }

    #[test]
    fn an_extension_longer_than_its_clock_needs_a_clause() {
        let clause = "{ document = \"D9\", article = \"九\", quote = \"\" }";
        let (_, reason) = only_fault(
            "answerable = \"sender\"",
            &format!("answerable = \"sender\"\nextension = {{ max = 3, clause = {clause} }}"),
        );
        assert!(reason.contains("beyond its own length"), "{reason}");
    }

    #[test]
    fn a_route_that_is_missing_and_one_that_stands_twice() {
        let faults = faults("id = \"unclear\"", "id = \"outside\"");
        let reasons: Vec<_> = faults.iter().map(|f| (f.line, f.reason.as_str())).collect();
        assert!(
            reasons.contains(&(
                line_with("id = \"outside\""),
                "this route stands here twice"
            )),
            "{reasons:?}"
        );
        assert!(
            reasons
                .iter()
                .any(|(_, r)| *r == "the route unclear is missing"),
            "{reasons:?}"
        );
    }

    #[test]
    fn a_channel_that_stands_twice() {
        let (line, reason) = only_fault("id = \"email\"", "id = \"web\"");
        assert_eq!(
            (line, reason.as_str()),
            (
                line_with("id = \"email\""),
                "the channel web is named twice"
            )
        );
    }

    #[test]
    fn an_empty_label_in_either_language() {
        let (line, reason) = only_fault("en = \"Telephone call\"", "en = \" \"");
        assert_eq!(
            (line, reason.as_str()),
            (line_with("Telephone call"), "no words in en")
        );
        let (_, reason) = only_fault("zh = \"语音电话\"", "zh = \"\"");
        assert_eq!(reason, "no words in zh");
    }

    #[test]
    fn an_empty_quote_and_an_unknown_document() {
        let quote = "quote = \"首问责任人不得以任何借口推诿、拒绝、搪塞或拖延首问事宜。\"";
        let (line, reason) = only_fault(quote, "quote = \"\"");
        assert_eq!(
            (line, reason.as_str()),
            (line_with(quote), "the clause quotes nothing")
        );
        let cited = "document = \"D9\", article = \"十二\"";
        let (line, reason) = only_fault(cited, "document = \"D99\", article = \"十二\"");
        assert_eq!(
            (line, reason.as_str()),
            (line_with(cited), "`documents` does not list D99")
        );
    }

    #[test]
    fn two_papers_under_one_mark() {
        let (line, reason) = only_fault("decline = \"退\"", "decline = \"告\"");
        assert_eq!(line, line_with("marks = {"));
        assert!(reason.contains('告'), "{reason}");
    }

    #[test]
    fn every_fault_of_a_file_is_told_at_once() {
        let text = FILES[0]
            .1
            .replacen("id = \"email\"", "id = \"web\"", 1)
            .replacen("copies = 2", "copies = 0", 1);
        let faults = parse(&text, "own.toml").expect_err("faults");
        assert_eq!(faults.len(), 2, "{faults:#?}");
        assert!(faults[0].line < faults[1].line);
        assert_eq!(faults[0].to_string().split(':').next(), Some("own.toml"));
    }
}
