//! A call to the mine's service centre (D4).

use serde_json::json;

use super::kit::{CLERK, HANDLER, SUPERVISOR, WINDOW_HANDLER};
use super::{CLOSED, Part, Tale, answer, back, close, rated, sign, step_with, to, urge};

const CAST: [Part; 4] = [
    (CLERK, "李明", "综合服务站", "clerk"),
    (HANDLER, "陈静", "工资科", "handler"),
    (WINDOW_HANDLER, "赵宁", "社保科", "handler"),
    (SUPERVISOR, "孙卫", "综合服务中心", "supervisor"),
];

#[test]
fn a_caller_is_told_who_holds_it_and_what_is_unclear_goes_to_the_leader() {
    let (first, wages, insurance, leader) = (CLERK, HANDLER, WINDOW_HANDLER, SUPERVISOR);
    Tale::under("mine-centre", &CAST)
        .go(
            "04-07 15:00",
            first,
            json!({"register": {
            "channel": "call", "kind": "apply", "visitor": {"name": "张三"},
            "words": "工伤期间的工资怎么补"}}),
            first,
        )
        .go("04-07 15:05", first, to("工资科", wages), wages)
        .see(|desk| {
            desk.expect_due("D4-i2", "2026-04-07 17:30")
                .expect_due("D4-i4", "2026-04-07 17:30")
        })
        .go(
            "04-07 15:10",
            first,
            step_with("told_caller", "由工资科陈静承办"),
            wages,
        )
        .see(|desk| desk.expect_met("D4-i4"))
        .go("04-07 15:20", wages, sign(), wages)
        .go(
            "04-07 15:30",
            wages,
            back("工伤待遇先由社保科认定", "社保科"),
            first,
        )
        .go(
            "04-07 15:35",
            first,
            json!({"escalate": {
            "rung": "D4-4", "text": "两科都说不归自己，请领导明确"}}),
            first,
        )
        .go(
            "04-07 15:40",
            first,
            json!({"ask_superior": {
            "superior": leader, "question": "工伤工资由哪科承办？"}}),
            first,
        )
        .see(|desk| desk.expect_due("D4-i5", "2026-04-07 17:30"))
        .go(
            "04-07 16:10",
            leader,
            json!({"superior_opinion": {"text": "社保科认定，工资科补发"}}),
            first,
        )
        .go("04-07 16:15", first, to("社保科", insurance), insurance)
        .go(
            "04-07 16:20",
            first,
            step_with("told_caller", "改由社保科赵宁承办"),
            insurance,
        )
        // The transfer waits past closing: the first responder's breach.
        .go("04-08 09:05", first, urge("昨天的单还没有签"), insurance)
        .see(|desk| desk.expect_breaches(&[("D4-i2", first)]))
        .go("04-08 09:10", insurance, sign(), insurance)
        .go(
            "04-08 11:00",
            leader,
            json!({"supervise": {
            "text": "当天答复来电人", "by": "2026-04-08"}}),
            insurance,
        )
        .no("04-08 11:10", first, close(), "not_answered")
        .go(
            "04-08 16:00",
            insurance,
            answer("已认定，下月随工资补发，凭认定书领取"),
            first,
        )
        .go(
            "04-08 16:10",
            first,
            json!({"excuse_breach": {
            "clock": "D4-i2", "excuse": "临近下班，经办人已离岗"}}),
            first,
        )
        .go(
            "04-08 16:20",
            leader,
            json!({"review_breach": {
            "clock": "D4-i2", "own_fault": false, "text": "首问人已及时转出"}}),
            first,
        )
        .go("04-08 16:30", first, rated(4, "说得清楚"), first)
        .go("04-08 16:35", first, close(), CLOSED)
        .see(|desk| desk.expect_breaches(&[("D4-i2", first)]))
        .told();
}
