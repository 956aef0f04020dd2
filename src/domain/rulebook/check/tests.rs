//! Rulebooks that a unit broke while editing.

use crate::builtin::rulebook::FILES;
use crate::domain::rulebook::{Fault, parse};

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

/// The one line on which a changed text is at fault, with the reason.
fn only_fault(from: &str, to: &str) -> (usize, String) {
    let faults = faults(from, to);
    assert_eq!(faults.len(), 1, "{faults:#?}");
    assert_eq!(faults[0].file, "own.toml");
    (faults[0].line, faults[0].reason.clone())
}

/// The line on which the unchanged text says this first.
fn line_with(words: &str) -> usize {
    let place = tax().lines().position(|line| line.contains(words));
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
fn a_clock_for_a_kind_that_is_not_listed_but_not_one_for_no_kind() {
    let own = "id = \"D9-T1\"\n";
    let (_, reason) = only_fault(own, &format!("{own}kinds = [\"\", \"harbour\"]\n"));
    assert_eq!(reason, "`kinds` does not list harbour");
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
fn office_hours_that_cannot_be() {
    let name = "name = { zh = \"市地方税务局首问责任制实施细则\"";
    let hours = "office = { hours = \"17:30-09:00\" }\n";
    let (line, _) = only_fault(name, &format!("{hours}{name}"));
    assert_eq!(line, line_with(name));
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
    let text = tax()
        .replacen("id = \"email\"", "id = \"web\"", 1)
        .replacen("copies = 2", "copies = 0", 1);
    let faults = parse(&text, "own.toml").expect_err("faults");
    assert_eq!(faults.len(), 2, "{faults:#?}");
    assert!(faults[0].line < faults[1].line);
    assert_eq!(faults[0].to_string().split(':').next(), Some("own.toml"));
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
            .any(|fault| fault.reason.contains("leads to nobody") && fault.line > 1),
        "{faults:#?}"
    );
}
