//! Rulebooks that a unit broke while editing.

use crate::builtin::rulebook::FILES;
use crate::domain::rulebook::{Act, ClockFlaw, Fault, Flaw, RouteId, parse};
use crate::domain::staff::Role;

/// The text of the tax rulebook.
fn tax() -> &'static str {
    let (_, text) = FILES.iter().find(|(id, _)| *id == "tax").expect("tax");
    text
}

/// The faults of the tax rulebook after `from` was changed to `to` once.
fn faults(from: &str, to: &str) -> Vec<Fault> {
    let text = tax();
    assert!(text.contains(from), "{from}");
    parse(&text.replacen(from, to, 1), "own.toml").expect_err("a fault")
}

/// The one line on which a changed text is at fault, with what is wrong.
fn only_fault(from: &str, to: &str) -> (usize, Flaw) {
    let faults = faults(from, to);
    assert_eq!(faults.len(), 1, "{faults:#?}");
    assert_eq!(faults[0].file, "own.toml");
    (faults[0].line, faults[0].flaw.clone())
}

/// What the parser said.
fn said(flaw: &Flaw) -> &str {
    if let Flaw::Parser(said) = flaw {
        said
    } else {
        panic!("{flaw:?}")
    }
}

/// What is wrong with a clock.
fn of_clock(clock: &str, why: ClockFlaw) -> Flaw {
    Flaw::Clock {
        clock: clock.into(),
        why,
    }
}

/// The line on which the unchanged text says this first.
fn line_with(words: &str) -> usize {
    let place = tax().lines().position(|line| line.contains(words));
    place.expect("a line") + 1
}

#[test]
fn a_misspelt_field_is_named_with_its_line() {
    let (line, flaw) = only_fault("stops = [\"signed\"]", "stop = [\"signed\"]");
    assert_eq!(line, line_with("stops = [\"signed\"]"));
    assert!(said(&flaw).contains("unknown field `stop`"), "{flaw:?}");
}

#[test]
fn a_misspelt_act_is_named_with_its_line() {
    let (line, flaw) = only_fault("[\"convened\", ", "[\"convend\", ");
    assert_eq!(line, line_with("\"convened\""));
    assert!(said(&flaw).contains("convend"), "{flaw:?}");
}

#[test]
fn a_limit_without_a_unit_is_named_with_its_line() {
    let (line, flaw) = only_fault("fixed = \"15wd\"", "fixed = \"15\"");
    assert_eq!(line, line_with("fixed = \"15wd\""));
    assert!(said(&flaw).contains("no unit"), "{flaw:?}");
}

#[test]
fn text_that_is_no_toml_is_named_with_its_line() {
    let (line, _) = only_fault("copies = 2", "copies = two");
    assert_eq!(line, line_with("copies = 2"));
}

#[test]
fn a_clock_that_nothing_can_meet() {
    let (line, flaw) = only_fault("stops = [\"signed\"]", "stops = [\"registered\"]");
    assert_eq!(line, line_with("stops = [\"signed\"]"));
    assert_eq!(flaw, of_clock("D9-T2", ClockFlaw::NeverMet));
}

#[test]
fn a_clock_that_nothing_starts() {
    let (line, flaw) = only_fault("starts = [\"signed\"]", "starts = []");
    assert_eq!(line, line_with("starts = [\"signed\"]"));
    assert_eq!(flaw, of_clock("D9-T3", ClockFlaw::NeverStarts));
}

#[test]
fn a_clock_for_a_kind_that_is_not_listed_but_not_one_for_no_kind() {
    let own = "id = \"D9-T1\"\n";
    let (_, flaw) = only_fault(own, &format!("{own}kinds = [\"\", \"harbour\"]\n"));
    let (list, id) = ("kinds", "harbour".to_owned());
    assert_eq!(flaw, Flaw::NotListed { list, id });
}

#[test]
fn a_clock_that_starts_when_all_is_over() {
    let faults = faults("starts = [\"signed\"]", "starts = [\"closed\"]");
    let flaw = of_clock("D9-T3", ClockFlaw::StartsAtEnd(Act::Closed));
    assert!(faults.iter().any(|f| f.flaw == flaw), "{faults:#?}");
}

#[test]
fn a_clock_that_would_outlive_its_inquiry() {
    let (_, flaw) = only_fault(
        "ends = [\"superior_asked\", \"closed\"]",
        "ends = [\"superior_asked\"]",
    );
    assert_eq!(flaw, of_clock("D9-i1", ClockFlaw::RunsOn(Act::Closed)));
}

#[test]
fn an_extension_longer_than_its_clock_needs_a_clause() {
    let clause = "{ document = \"D9\", article = \"九\", quote = \"\" }";
    let (_, flaw) = only_fault(
        "answerable = \"sender\"",
        &format!("answerable = \"sender\"\nextension = {{ max = 3, clause = {clause} }}"),
    );
    assert_eq!(flaw, of_clock("D9-T2", ClockFlaw::ExtendedBeyond));
}

#[test]
fn a_route_that_is_missing_and_one_that_stands_twice() {
    let faults = faults("id = \"unclear\"", "id = \"outside\"");
    let line = line_with("id = \"outside\"");
    assert!(
        faults
            .iter()
            .any(|f| (f.line, &f.flaw) == (line, &Flaw::RouteTwice)),
        "{faults:#?}"
    );
    let missing = Flaw::RouteMissing(RouteId::Unclear);
    assert!(faults.iter().any(|f| f.flaw == missing), "{faults:#?}");
}

#[test]
fn office_hours_that_cannot_be() {
    let name = "name = { zh = \"市地方税务局首问责任制实施细则\"";
    let hours = "office = { hours = \"17:30-09:00\" }\n";
    let (line, _) = only_fault(name, &format!("{hours}{name}"));
    assert_eq!(line, line_with(name));
}

#[test]
fn a_channel_that_stands_twice() {
    let (line, flaw) = only_fault("id = \"email\"", "id = \"web\"");
    let (list, id) = ("channels", "web".to_owned());
    assert_eq!(line, line_with("id = \"email\""));
    assert_eq!(flaw, Flaw::NamedTwice { list, id });
}

#[test]
fn an_empty_label_in_either_language() {
    let (line, flaw) = only_fault("en = \"Telephone call\"", "en = \" \"");
    assert_eq!(
        (line, flaw),
        (line_with("Telephone call"), Flaw::NoWords("en"))
    );
    let (_, flaw) = only_fault("zh = \"语音电话\"", "zh = \"\"");
    assert_eq!(flaw, Flaw::NoWords("zh"));
}

#[test]
fn an_empty_quote_and_an_unknown_document() {
    let quote = "quote = \"首问责任人不得以任何借口推诿、拒绝、搪塞或拖延首问事宜。\"";
    let (line, flaw) = only_fault(quote, "quote = \"\"");
    assert_eq!((line, flaw), (line_with(quote), Flaw::QuotesNothing));
    let cited = "document = \"D9\", article = \"十二\"";
    let (line, flaw) = only_fault(cited, "document = \"D99\", article = \"十二\"");
    let (list, id) = ("documents", "D99".to_owned());
    assert_eq!(line, line_with(cited));
    assert_eq!(flaw, Flaw::NotListed { list, id });
}

#[test]
fn two_papers_under_one_mark() {
    let (line, flaw) = only_fault("decline = \"退\"", "decline = \"告\"");
    assert_eq!(line, line_with("marks = {"));
    assert_eq!(flaw, Flaw::SameMark("告".to_owned()));
}

#[test]
fn every_fault_of_a_file_is_told_at_once() {
    let text = tax()
        .replacen("id = \"email\"", "id = \"web\"", 1)
        .replacen("copies = 2", "copies = 0", 1);
    let faults = parse(&text, "own.toml").expect_err("faults");
    assert_eq!(faults.len(), 2, "{faults:#?}");
    assert!(faults[0].line < faults[1].line);
}

#[test]
fn a_rung_that_leads_to_nobody() {
    let text = crate::builtin::rulebook::FILES
        .iter()
        .find(|(id, _)| *id == "hotel")
        .map(|(_, text)| text.replace("role = \"quality\"\nname", "role = \"clerk\"\nname"))
        .expect("the hotel's rules");
    let faults = parse(&text, "own.toml").expect_err("a fault");
    assert!(
        faults
            .iter()
            .any(|fault| fault.flaw == Flaw::LeadsToNobody(Role::Quality) && fault.line > 1),
        "{faults:#?}"
    );
}
