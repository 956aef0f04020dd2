//! A petition at the county public security bureau (D1).

use serde_json::json;

use super::kit::{CLERK, HANDLER, QUALITY, SUPERVISOR};
use super::{CLOSED, Part, Tale, close, rated, step, step_with, to, urge};

/// Who stands in for the handler (D1 art. 3.6).
const B: &str = "2005";

const CAST: [Part; 5] = [
    (CLERK, "李明", "城关派出所", "clerk"),
    (HANDLER, "陈静", "信访科", "handler"),
    (B, "马俊", "信访科", "handler"),
    (SUPERVISOR, "孙卫", "局办公室", "supervisor"),
    (QUALITY, "何清", "督察大队", "quality"),
];

#[test]
fn a_petition_counts_from_its_acceptance_and_a_supervisor_grants_more() {
    let (first, handler, leader) = (CLERK, HANDLER, SUPERVISOR);
    Tale::under("police", &CAST)
        .substitute(CAST[1], B)
        .go(
            "04-07 15:00",
            first,
            json!({"register": {
            "kind": "petition", "visitor": {"name": "张三"},
            "words": "反映邻里纠纷出警后未处理"}}),
            first,
        )
        .see(|desk| desk.expect_due("XF-23", "2026-04-22 17:30"))
        .go(
            "04-07 15:05",
            first,
            json!({"attempt": {"whom": handler, "how": "电话"}}),
            first,
        )
        .go(
            "04-07 15:06",
            first,
            step_with("tried_handler", "经办人下乡，电话未接"),
            first,
        )
        .go(
            "04-07 15:10",
            first,
            json!({"keep_documents": {
            "documents": ["信访材料", "身份证复印件"]}}),
            first,
        )
        .go(
            "04-07 15:12",
            first,
            step_with("took_custody", "信访材料等2件"),
            first,
        )
        .go("04-07 15:15", first, to("信访科", handler), handler)
        .go(
            "04-07 15:16",
            first,
            json!({"tell_holder": {"how": "当面"}}),
            handler,
        )
        .go("04-07 15:20", first, step("led"), handler)
        // Led there, but nobody signed the same day.
        .go("04-08 09:10", first, urge("材料还在派出所"), handler)
        .see(|desk| desk.expect_breaches(&[("D1-i3", first)]))
        .go(
            "04-08 09:30",
            handler,
            json!({"sign_for": {"custody": true}}),
            handler,
        )
        .see(|desk| desk.expect_met("D1-i10"))
        .go("04-10 10:00", handler, json!({"accept": {}}), handler)
        .see(|desk| {
            desk.expect_met("XF-23")
                .expect_due("D1-L5", "2026-06-09 17:30")
        })
        .no("04-10 10:10", first, close(), "wrong_stage")
        .go(
            "05-20 09:30",
            leader,
            json!({"supervise": {
            "text": "抓紧核查，六月九日前办结", "by": "2026-06-09"}}),
            handler,
        )
        .away("06-04 17:00", handler, "外出取证", "06-09 17:30", handler)
        // Nobody waits for the handler: the substitute acts, and both names stand on it.
        .go(
            "06-05 10:00",
            B,
            json!({"extend": {
            "clock": "D1-L5", "by": 30, "reason": "当事人外出务工，情况复杂"}}),
            handler,
        )
        .no(
            "06-05 10:05",
            handler,
            json!({"rule_on_extension": {
            "clock": "D1-L5", "granted": true}}),
            "not_allowed",
        )
        .back("06-08 08:50", handler, handler)
        .go(
            "06-08 09:00",
            leader,
            json!({"rule_on_extension": {
            "clock": "D1-L5", "granted": true}}),
            handler,
        )
        .see(|desk| desk.expect_due("D1-L5", "2026-07-09 17:30"))
        .go(
            "06-08 09:30",
            handler,
            json!({"tell": {
            "text": "经批准延长三十日，理由是当事人外出务工"}}),
            handler,
        )
        .go(
            "07-06 10:00",
            handler,
            json!({"deliver": {
            "text": "处理意见书当面送达，纠纷已调解"}}),
            handler,
        )
        .see(|desk| desk.expect_met("D1-L5"))
        .no("07-06 10:10", first, close(), "in_custody")
        .go(
            "07-06 10:20",
            handler,
            json!({"give_back_documents": {"to": "张三本人"}}),
            handler,
        )
        .go(
            "07-06 10:30",
            first,
            json!({"excuse_breach": {
            "clock": "D1-i3", "excuse": "经办人下乡未归"}}),
            handler,
        )
        .go(
            "07-06 11:00",
            QUALITY,
            json!({"review_breach": {
            "clock": "D1-i3", "own_fault": false, "text": "已联系并代收，按规定移交"}}),
            handler,
        )
        .go("07-06 11:10", first, rated(4, "等得久，但有结果"), handler)
        .go("07-06 11:20", first, close(), CLOSED)
        .see(|desk| desk.expect_breaches(&[("D1-i3", first)]))
        .told();
}
