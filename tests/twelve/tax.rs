//! A taxpayer asks at the tax bureau (D9).

use serde_json::json;

use super::kit::{CLERK, HANDLER, SUPERVISOR, WINDOW_HANDLER};
use super::{CLOSED, Part, Tale, answer, back, close, rated, sign, to, told_and_closed, urge};

const CAST: [Part; 4] = [
    (CLERK, "李明", "办税服务厅", "clerk"),
    (HANDLER, "陈静", "税政科", "handler"),
    (WINDOW_HANDLER, "赵宁", "征管科", "handler"),
    (SUPERVISOR, "孙卫", "办税服务厅", "supervisor"),
];

#[test]
fn a_question_sent_back_twice_is_ruled_on_and_its_fifteen_days_are_explained() {
    let (first, policy, levy, superior) = (CLERK, HANDLER, WINDOW_HANDLER, SUPERVISOR);
    Tale::under("tax", &CAST)
        .go(
            "04-03 16:50",
            first,
            json!({"register": {
            "kind": "consult", "visitor": {"name": "张三"},
            "words": "出口退税与留抵退税能否同时申请"}}),
            first,
        )
        .go("04-03 16:55", first, to("税政科", policy), policy)
        .see(|desk| desk.expect_due("D9-T2", "2026-04-07 17:30"))
        .go("04-07 09:10", policy, sign(), policy)
        .see(|desk| {
            desk.expect_met("D9-T2")
                .expect_due("D9-T3", "2026-04-10 17:30")
        })
        .go(
            "04-07 09:30",
            policy,
            back("留抵退税归征管科受理", "征管科"),
            first,
        )
        .go("04-07 09:40", first, to("征管科", levy), levy)
        .go("04-07 10:00", levy, sign(), levy)
        .go(
            "04-07 10:20",
            levy,
            back("政策口径归税政科", "税政科"),
            first,
        )
        .see(|desk| desk.expect(|state| assert!(state.handling.awaits_ruling)))
        .no("04-07 10:25", first, to("税政科", policy), "awaits_ruling")
        .go(
            "04-07 10:40",
            superior,
            json!({"rule_on_handling": {
            "department": "税政科", "staff": policy, "text": "政策问题由税政科答复"}}),
            policy,
        )
        .go("04-07 15:00", first, urge("咨询人来电催问"), policy)
        // A slip that lies unsigned never stops the day from running.
        .wait("04-07 17:31", policy)
        .see(|desk| desk.expect_breaches(&[("D9-T2", first)]))
        .go("04-08 10:50", policy, sign(), policy)
        .no("04-08 10:55", policy, back("仍不归本科", "征管科"), "ruled")
        .go(
            "04-08 14:10",
            policy,
            json!({"several": {"departments": ["税政科", "征管科"]}}),
            policy,
        )
        .see(|desk| desk.expect_due("D9-T4", "2026-04-10 17:30"))
        .go(
            "04-09 09:30",
            policy,
            json!({"convene": {"text": "与征管科会商"}}),
            policy,
        )
        .go(
            "04-09 11:00",
            policy,
            json!({"settle_opinion": {"text": "两科意见不一，报请上级"}}),
            policy,
        )
        .go(
            "04-09 11:20",
            policy,
            json!({"ask_superior": {
            "superior": superior, "question": "两项退税能否同期申请？"}}),
            policy,
        )
        .see(|desk| desk.expect_due("D9-T7", "2026-04-27 17:30"))
        .wait("04-27 17:31", policy)
        .go(
            "04-28 09:30",
            superior,
            json!({"superior_opinion": {"text": "不得同期，可择一"}}),
            policy,
        )
        .see(|desk| desk.expect_due("D9-T6", "2026-04-30 17:30"))
        .go(
            "04-28 15:00",
            policy,
            answer("两项退税不得同期申请，可择一办理"),
            first,
        )
        .no("04-28 15:10", first, close(), "unexplained")
        .go(
            "04-28 15:20",
            first,
            json!({"explain_overrun": {
            "clock": "D9-T7", "reason": "请示期间上级统一口径，原则时限内未能明确"}}),
            first,
        )
        .go(
            "04-28 15:30",
            first,
            json!({"excuse_breach": {
            "clock": "D9-T2", "excuse": "多次联系经办人未签收"}}),
            first,
        )
        .go(
            "04-28 15:40",
            superior,
            json!({"review_breach": {
            "clock": "D9-T2", "own_fault": false, "text": "经办人外出未交代"}}),
            first,
        )
        .go("04-28 15:50", first, told_and_closed(), CLOSED)
        // A bad rating takes it up again, with a clock of its own.
        .go(
            "04-30 09:30",
            first,
            rated(2, "只说不行，没说怎么选"),
            first,
        )
        .see(|desk| desk.expect_running(&["D9-i5"]))
        .go(
            "04-30 10:30",
            first,
            answer("按留抵额测算表比较后择一，已当面讲解"),
            first,
        )
        .go("04-30 10:40", first, told_and_closed(), CLOSED)
        .see(|desk| desk.expect_breaches(&[("D9-T2", first), ("D9-T7", policy)]))
        .told();
}
