//! Permits and approvals: the matter's own limit, and the time to tell what is missing.

use serde_json::json;
use shouwen::domain::catalog::{Catalog, Correction, LimitUnit, Span};
use shouwen::domain::inquiry::Stage;
use shouwen::domain::paper::PaperKind;

use super::limits::extend;
use super::{of_kind, police};
use crate::kit::*;

/// A catalogue with one permit as the law on permits has it: 20 working days and
/// 10 more, everything missing to be told within 5.
fn permits() -> Catalog {
    let days = |value| Span {
        value,
        unit: LimitUnit::WorkingDay,
    };
    let mut catalog = matters();
    catalog
        .matters
        .retain(|one| one.id.as_str() == "sj-company");
    let permit = &mut catalog.matters[0];
    let limit = permit.legal_limit.as_mut().unwrap();
    limit.value = Some(20);
    limit.extension.as_mut().unwrap().max = Some(days(10));
    permit.correction = Some(Correction {
        rule: "当场或者在五日内一次告知".to_owned(),
        within: Some(days(5)),
        else_accepted: true,
    });
    catalog
}

fn permit_at(at: &str) -> Counter {
    desk_with(rules("police"), permits()).at(at).act(
        json!({"register": {"visitor": {"name": "张三"}, "kind": "permit", "matter": "sj-company"}}),
    )
}

#[test]
fn d1_l7_a_permit_runs_on_its_own_limit_and_its_own_laws_extension() {
    permit_at("2026-02-12 10:00")
        .accept()
        .expect_running(&["D1-L7"])
        .expect_due("D1-L7", "2026-03-18 17:30")
        .refuses(extend("D1-L7", 11), "extension_too_long")
        .act(extend("D1-L7", 10))
        .expect_due("D1-L7", "2026-04-01 17:30")
        .answer()
        .expect_running(&["D1-L7"])
        .deliver()
        .expect_met("D1-L7");
}

#[test]
fn d1_l7_a_hearing_does_not_count() {
    let pause = json!({"suspend": {"reason": "hearing", "told": "听证至3月6日"}});
    permit_at("2026-02-12 10:00")
        .accept()
        .at("2026-03-02 10:00")
        .act(pause)
        .at("2026-03-06 10:00")
        .act(json!({"resume": {}}))
        .expect_due("D1-L7", "2026-03-24 17:30");
}

#[test]
fn d1_l7_a_kind_without_a_matter_has_no_limit_to_accept_it_under() {
    police()
        .at("2026-04-07 09:00")
        .act(of_kind("permit"))
        .refuses(json!({"accept": {}}), "empty_field");
    police()
        .at("2026-04-07 09:00")
        .register_matter("sj-company")
        .accept()
        .expect_due("D1-L7", "2026-04-10 17:30");
}

#[test]
fn xk_32_untold_in_five_days_it_counts_as_accepted_from_the_day_of_receipt() {
    let takes = json!({"receive": {"documents": ["申请书1份"]}});
    permit_at("2026-02-13 16:59")
        .act(takes)
        .expect_replaced("D1-i6")
        .expect_running(&["XK-32"])
        .expect_due("XK-32", "2026-02-27 17:30")
        .at("2026-02-27 17:30:59")
        .settle()
        .expect_breaches(&[])
        .at("2026-02-28 09:00")
        .settle()
        .expect_breaches(&[("XK-32", CLERK)])
        .expect(|state| assert_eq!(state.accepted_at, Some(moment("2026-02-13 16:59"))))
        .expect_due("D1-L7", "2026-03-19 17:30");
}

#[test]
fn xk_32_told_in_time_nothing_is_deemed() {
    permit_at("2026-02-13 16:59")
        .act(json!({"receive": {"documents": ["申请书1份"]}}))
        .at("2026-02-27 17:00")
        .notify("sj-company")
        .expect_met("XK-32")
        .at("2026-03-02 09:00")
        .expect_in_time()
        .expect(|state| assert_eq!(state.accepted_at, None));
}

#[test]
fn what_was_taken_in_is_looked_through_even_where_nothing_is_deemed() {
    police()
        .at("2026-04-03 16:00")
        .register_matter("sw-fapiao")
        .act(json!({"receive": {"documents": ["申请书1份"]}}))
        .expect_running(&["D1-i11"])
        .expect_due("D1-i11", "2026-04-13 17:30")
        .accept()
        .expect_met("D1-i11");
}

fn submit(document: &str) -> serde_json::Value {
    json!({"receive": {"documents": [document]}})
}

/// Taken in on 13 February, everything missing told on the 14th, a working Saturday.
fn told_once() -> Counter {
    permit_at("2026-02-13 16:59")
        .act(submit("申请书1份"))
        .refuses(submit("申请书1份"), "already_received")
        .at("2026-02-14 10:00")
        .notify("sj-company")
        .expect_met("XK-32")
}

#[test]
fn xk_32_submitted_again_everything_must_be_told_in_time_again() {
    told_once()
        .at("2026-03-02 10:00")
        .act(submit("补正后的申请书1份"))
        .expect_running(&["XK-32"])
        .expect_due("XK-32", "2026-03-09 17:30")
        .expect(|state| {
            assert_eq!(state.taken_in_at, Some(moment("2026-03-02 10:00")));
            assert_ne!(state.stage, Stage::Visitor, "it is the office's turn");
            assert_eq!(state.visits, 2);
        })
        .refuses(submit("又一份"), "already_received")
        .at("2026-03-10 09:00")
        .settle()
        .expect_breaches(&[("XK-32", CLERK)])
        .expect(|state| assert_eq!(state.accepted_at, Some(moment("2026-03-02 10:00"))))
        .refuses(submit("又一份"), "already_received");
}

#[test]
fn xk_32_refused_in_writing_on_the_spot_nothing_is_deemed() {
    permit_at("2026-02-13 16:59")
        .act(submit("申请书1份"))
        .act(json!({"decline": {"reason": "不属于本机关职权范围"}}))
        .expect_met("XK-32")
        .refuses(submit("申请书1份"), "already_resolved")
        .at("2026-03-10 09:00")
        .settle()
        .expect_breaches(&[])
        .expect(|state| {
            assert_eq!(state.accepted_at, None);
            assert!(state.papers.iter().any(|one| one.kind == PaperKind::Return));
        });
}

#[test]
fn xk_32_submitted_again_and_accepted_in_time() {
    told_once()
        .at("2026-03-02 10:00")
        .act(submit("补正后的申请书1份"))
        .at("2026-03-04 10:00")
        .accept()
        .expect_met("XK-32")
        .expect_due("D1-L7", "2026-04-01 17:30");
}
