//! Documents of the visitor in our hands: listed, counted, handed over signed, never forgotten.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use crate::kit::*;
use serde_json::{Value, json};
use shouwen::domain::inquiry::state::Out;
use shouwen::domain::shift::About;
use shouwen::store::{Filter, View};

fn keep() -> Value {
    json!({"keep_documents": {"documents": ["身份证", " ", "购销合同"]}})
}

fn back(numbers: &[u32]) -> Value {
    json!({"give_back_documents": {"documents": numbers, "to": "张三本人"}})
}

/// Two documents with the clerk, the inquiry on its way to 税政科.
fn kept() -> Counter {
    desk()
        .at("2026-04-07 09:30")
        .register("发票")
        .act(keep())
        .hand_off("税政科", HANDLER)
}

/// Who keeps each document that is in custody.
fn keepers(desk: &Counter) -> Vec<(u32, String)> {
    let state = desk.state();
    let one = state.in_custody();
    one.map(|one| (one.no, one.keeper.to_string())).collect()
}

fn both(staff: &str) -> Vec<(u32, String)> {
    vec![(1, staff.to_owned()), (2, staff.to_owned())]
}

/// The custodians of the inquiry's rows in a view.
fn rows(desk: &mut Counter, view: View, staff: &str) -> Vec<usize> {
    let now = desk.now();
    let filter = Filter {
        view,
        staff: staff.into(),
        department: String::new(),
        now,
        day_end: now,
        text: String::new(),
        spelled: std::rc::Rc::default(),
        rules: false,
        order: shouwen::store::Order::Pressing,
        hands: None,
        limit: 100,
        offset: 0,
    };
    let rows = desk.desk().read().queue(&filter).expect("readable");
    rows.iter().map(|row| row.custodians.len()).collect()
}

#[test]
fn what_is_kept_is_listed_and_counted_and_shown_in_the_queue() {
    let mut desk = kept();
    assert_eq!(keepers(&desk), both(CLERK));
    assert_eq!(desk.state().custody_count(), 2);
    for row in rows(&mut desk, View::All, CLERK) {
        assert_eq!(row, 2);
    }
    desk.refuses(
        json!({"keep_documents": {"documents": [" "]}}),
        "empty_field",
    )
    .by(OTHER_CLERK)
    .refuses(keep(), "not_yours");
}

#[test]
fn signing_for_a_leg_leaves_the_documents_where_they_are_unless_they_are_counted() {
    let desk = kept().by(HANDLER).sign();
    assert_eq!(keepers(&desk), both(CLERK));
    assert_eq!(desk.count("custody_moved"), 0);
    let desk = desk.act(json!({"take_custody": {}}));
    assert_eq!(keepers(&desk), both(HANDLER));
    desk.refuses(json!({"take_custody": {}}), "not_in_custody");
}

#[test]
fn a_signature_that_confirms_the_documents_moves_them_too() {
    let desk = kept()
        .by(HANDLER)
        .refuses(json!({"take_custody": {}}), "not_signed")
        .act(json!({"sign_for": {"custody": true}}));
    assert_eq!(keepers(&desk), both(HANDLER));
    assert_eq!(
        (desk.count("signed_for"), desk.count("custody_moved")),
        (1, 1)
    );
}

#[test]
fn documents_that_are_not_there_cannot_be_signed_for() {
    desk()
        .at("2026-04-07 09:30")
        .register("发票")
        .hand_off("税政科", HANDLER)
        .by(HANDLER)
        .refuses(json!({"sign_for": {"custody": true}}), "not_in_custody")
        .sign();
}

#[test]
fn nothing_is_closed_while_documents_are_in_custody() {
    let desk = kept()
        .by(HANDLER)
        .sign()
        .refuses(
            json!({"guide_outside": {"advice": "请到社保"}}),
            "in_custody",
        )
        .answer()
        .refuses(back(&[]), "not_yours")
        .by(CLERK)
        .refuses(json!({"close": {}}), "in_custody")
        .refuses(back(&[3]), "not_in_custody")
        .refuses(json!({"give_back_documents": {}}), "empty_field")
        .act(back(&[1]))
        .refuses(back(&[1]), "not_in_custody")
        .refuses(json!({"close": {}}), "in_custody");
    assert_eq!(keepers(&desk), [(2, CLERK.to_owned())]);
    desk.act(back(&[]))
        .refuses(back(&[]), "not_in_custody")
        .close()
        .expect(|state| {
            let out = |one: &shouwen::domain::inquiry::state::Document| one.out.map(|(how, _)| how);
            assert!(
                state
                    .custody
                    .iter()
                    .all(|one| out(one) == Some(Out::Returned))
            );
        });
}

#[test]
fn what_came_with_an_application_is_in_custody_until_it_is_accepted() {
    let desk = desk_of("police")
        .at("2026-04-07 09:30")
        .act(json!({"register": {
            "kind": "permit", "visitor": {"name": "张三"}, "matter": "ga-passport",
        }}))
        .act(json!({"receive": {"documents": ["申请表", "户口簿"]}}));
    assert_eq!(keepers(&desk), both(CLERK));
    let desk = desk
        .act(json!({"keep_documents": {"documents": ["原护照"]}}))
        .accept();
    assert_eq!(
        keepers(&desk),
        [(3, CLERK.to_owned())],
        "the rest is on file"
    );
    desk.deliver()
        .refuses(json!({"close": {}}), "in_custody")
        .act(back(&[3]))
        .close();
}

#[test]
fn what_is_sent_back_as_not_admissible_goes_back_with_its_documents() {
    desk_of("police")
        .at("2026-04-07 09:30")
        .act(json!({"register": {
            "kind": "permit", "visitor": {"name": "张三"}, "matter": "ga-passport",
        }}))
        .act(json!({"receive": {"documents": ["申请表"]}}))
        .act(json!({"decline": {"reason": "不属本机关职权"}}))
        .refuses(json!({"close": {}}), "in_custody")
        .act(back(&[]))
        .close();
}

#[test]
fn a_shift_handover_names_the_documents_and_moves_them() {
    let mut desk = kept().by(HANDLER).sign().answer().by(CLERK);
    assert_eq!(rows(&mut desk, View::InHands, CLERK), [2]);
    let desk = desk.act(json!({"handover_open": {"to": OTHER_CLERK}}));
    let custody: Vec<u32> = desk
        .handover()
        .items
        .iter()
        .filter_map(|item| match &item.about {
            About::Inquiry { custody, .. } => Some(*custody),
            About::Free { .. } => None,
        })
        .collect();
    assert_eq!(custody, [2]);
    let desk = desk
        .by(OTHER_CLERK)
        .act(json!({"handover_acknowledge": {"item": 1}}))
        .act(json!({"handover_sign": {}}))
        .by(CLERK)
        .act(json!({"handover_sign": {}}));
    assert_eq!(keepers(&desk), both(OTHER_CLERK));
    desk.by(OTHER_CLERK).act(back(&[])).close();
}

#[test]
fn whoever_keeps_documents_of_what_others_hold_hands_them_over_all_the_same() {
    // Reassigned before any handoff: the clerk holds nothing but the documents.
    let mut desk = desk()
        .at("2026-04-07 09:30")
        .register("发票")
        .act(keep())
        .by(SUPERVISOR)
        .act(json!({"reassign": {
            "department": "办税服务厅", "staff": OTHER_CLERK, "reason": "调班",
        }}));
    assert_eq!(rows(&mut desk, View::Mine, CLERK), [] as [usize; 0]);
    assert_eq!(rows(&mut desk, View::InHands, CLERK), [2]);
    desk.by(CLERK)
        .act(json!({"handover_open": {"to": SUPERVISOR}}))
        .by(SUPERVISOR)
        .act(json!({"handover_acknowledge": {"item": 1}}))
        .act(json!({"handover_sign": {}}))
        .by(CLERK)
        .act(json!({"handover_sign": {}}))
        .expect_holder(OTHER_CLERK)
        .expect(|state| {
            assert!(
                state
                    .in_custody()
                    .all(|one| one.keeper.as_str() == SUPERVISOR)
            );
        })
        .by(OTHER_CLERK)
        .act(json!({"take_custody": {}}))
        .expect(|state| {
            assert!(
                state
                    .in_custody()
                    .all(|one| one.keeper.as_str() == OTHER_CLERK)
            );
        });
}
