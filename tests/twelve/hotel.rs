//! A guest complains at the hotel (D6, D8).

use serde_json::json;

use super::kit::{CLERK, HANDLER, QUALITY, SUPERVISOR, WINDOW_HANDLER};
use super::{
    CLOSED, HEAD, Part, Tale, answer, back, close, rated, sign, step, step_with, to, unreached,
    urge,
};

const CAST: [Part; 6] = [
    (CLERK, "林晓", "前厅部", "clerk"),
    (HANDLER, "陈静", "工程部", "handler"),
    (WINDOW_HANDLER, "赵宁", "客房部", "handler"),
    (SUPERVISOR, "孙卫", "前厅部", "supervisor"),
    (HEAD, "高远", "工程部", "supervisor"),
    (QUALITY, "何清", "质检部", "quality"),
];

#[test]
fn a_complaint_ends_after_three_reports_the_heads_signature_and_the_guests_word() {
    let (first, repair) = (CLERK, HANDLER);
    Tale::under("hotel", &CAST)
        .go(
            "04-03 09:00",
            first,
            json!({"register": {
            "kind": "complaint", "visitor": {"name": "张三", "address": "1208房"},
            "words": "1208房空调不制冷，要求今天修好"}}),
            first,
        )
        .go(
            "04-03 09:04",
            first,
            to("客房部", WINDOW_HANDLER),
            WINDOW_HANDLER,
        )
        .go("04-03 09:10", WINDOW_HANDLER, sign(), WINDOW_HANDLER)
        .go(
            "04-03 09:12",
            WINDOW_HANDLER,
            back("空调是工程设备，客房部修不了", "工程部"),
            first,
        )
        .go("04-03 09:15", first, to("工程部", repair), repair)
        .go("04-03 09:20", first, step("copied_quality"), repair)
        .see(|desk| desk.expect(|state| assert!(state.escalations.is_empty())))
        .go("04-03 09:50", first, urge("客人在大堂等"), repair)
        // The copy alone does not meet the hour: the slip lies unsigned.
        .wait("04-03 10:16", repair)
        .see(|desk| desk.expect_breaches(&[("D6-H1", first)]))
        .go(
            "04-03 10:20",
            SUPERVISOR,
            json!({"supervise": {
            "text": "工程部立即接单", "by": "2026-04-03T11:30:00+08:00"}}),
            repair,
        )
        .go("04-03 10:25", repair, sign(), repair)
        .go(
            "04-03 10:30",
            repair,
            step_with("designated", "指定陈静上门检修"),
            repair,
        )
        .go(
            "04-03 11:00",
            first,
            json!({"escalate": {
            "rung": "D6-H5-quality", "text": "客人要求换房，两部门意见不一"}}),
            repair,
        )
        .see(|desk| {
            desk.expect(|state| {
                let counted = |one: &shouwen::domain::inquiry::state::Escalation| {
                    one.counts && one.department == "工程部"
                };
                assert!(state.escalations.iter().all(counted));
                assert_eq!(state.escalations.len(), 1);
            })
        })
        .no("04-03 11:30", first, close(), "not_answered")
        .go(
            "04-03 11:40",
            repair,
            answer("压缩机已更换，房间已降到22度"),
            first,
        )
        .no("04-03 11:45", first, close(), "still_owed")
        .go("04-03 11:50", first, step("fed_back_sender"), first)
        .no("04-03 11:50", first, close(), "still_owed")
        .go("04-03 11:52", first, step("fed_back_first"), first)
        .no("04-03 11:52", first, close(), "still_owed")
        .go("04-03 11:55", first, step("fed_back_quality"), first)
        .see(|desk| desk.expect_met("D6-H3"))
        .no("04-03 11:56", first, close(), "handling_unsigned")
        .no(
            "04-03 11:57",
            SUPERVISOR,
            json!({"sign_handling": {"stamped": true}}),
            "not_head",
        )
        .go(
            "04-03 11:58",
            HEAD,
            json!({"sign_handling": {"stamped": true}}),
            first,
        )
        .go("04-03 14:10", first, unreached("房间电话无人接"), first)
        .go(
            "04-03 16:00",
            first,
            rated(4, "空调好了，就是等得久"),
            first,
        )
        .see(|desk| desk.expect_met("D8-H6"))
        .go(
            "04-03 16:10",
            first,
            json!({"excuse_breach": {
            "clock": "D6-H1", "excuse": "先转错部门，工程部值班员在楼上抢修"}}),
            first,
        )
        .go(
            "04-03 16:30",
            QUALITY,
            json!({"review_breach": {
            "clock": "D6-H1", "own_fault": true, "text": "应先问清属哪个部门"}}),
            first,
        )
        .go("04-03 16:40", first, close(), CLOSED)
        .see(|desk| desk.expect_breaches(&[("D6-H1", first)]))
        .told();
}
