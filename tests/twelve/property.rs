//! A resident asks for help at the property company (D12, D13).

use serde_json::json;

use super::kit::{CLERK, HANDLER, SUPERVISOR, WINDOW_HANDLER};
use super::{CLOSED, Part, Tale, answer, back, close, rated, sign, step_with, to, urge};

const CAST: [Part; 4] = [
    (CLERK, "李明", "安保部", "clerk"),
    (HANDLER, "陈静", "保洁部", "handler"),
    (WINDOW_HANDLER, "赵宁", "维修部", "handler"),
    (SUPERVISOR, "孙卫", "管理部", "supervisor"),
];

#[test]
fn a_request_is_transferred_once_and_what_went_wrong_is_coordinated_inside() {
    let (guard, cleaning, repair) = (CLERK, HANDLER, WINDOW_HANDLER);
    Tale::under("property", &CAST)
        .go(
            "04-07 09:00",
            guard,
            json!({"register": {
            "kind": "help", "visitor": {"name": "张三", "address": "3栋502"},
            "words": "楼道积水，渗到家门口"}}),
            guard,
        )
        .go(
            "04-07 09:03",
            guard,
            json!({"hand_off": {
            "department": "保洁部", "staff": cleaning, "accompanied": true}}),
            cleaning,
        )
        .go("04-07 09:10", cleaning, sign(), cleaning)
        // Whoever got it wrongly neither sends it back nor on.
        .no(
            "04-07 09:12",
            cleaning,
            back("是水管漏水", "维修部"),
            "return_forbidden",
        )
        .no(
            "04-07 09:13",
            cleaning,
            to("维修部", repair),
            "transferred_once",
        )
        .no(
            "04-07 09:14",
            guard,
            json!({"coordinate": {"text": "请维修部处理"}}),
            "not_yours",
        )
        .go(
            "04-07 09:20",
            cleaning,
            json!({"coordinate": {
            "text": "积水因水管渗漏，请管理部协调维修部"}}),
            cleaning,
        )
        .go(
            "04-07 09:25",
            cleaning,
            step_with("coordination_raised", "交管理部孙卫"),
            cleaning,
        )
        .go("04-07 10:30", guard, urge("住户又到岗亭来问"), cleaning)
        .go(
            "04-07 10:40",
            guard,
            json!({"escalate": {
            "rung": "D12-manager", "text": "保洁部、维修部职责不明，请管理部经理定"}}),
            cleaning,
        )
        .go(
            "04-07 10:50",
            SUPERVISOR,
            json!({"reassign": {
            "department": "维修部", "staff": repair, "reason": "水管渗漏归维修部，不再转移"}}),
            repair,
        )
        .go(
            "04-07 10:55",
            guard,
            json!({"tell_holder": {"how": "当面"}}),
            repair,
        )
        .no(
            "04-07 11:00",
            repair,
            back("人手不够", "保洁部"),
            "return_forbidden",
        )
        .see(|desk| {
            desk.expect(|state| {
                assert_eq!(state.returns, 0);
                assert_eq!(state.handling.coordination.len(), 1);
            })
        })
        .wait("04-07 17:40", repair)
        .see(|desk| desk.expect_breaches(&[("D12-i3", repair)]))
        .go(
            "04-08 09:30",
            repair,
            answer("水管接头已换，楼道积水已清"),
            guard,
        )
        .go(
            "04-08 09:40",
            repair,
            json!({"excuse_breach": {
            "clock": "D12-i3", "excuse": "配件当晚才到"}}),
            guard,
        )
        .go(
            "04-08 09:50",
            SUPERVISOR,
            json!({"review_breach": {
            "clock": "D12-i3", "own_fault": false, "text": "配件须外购"}}),
            guard,
        )
        .go("04-08 10:00", guard, rated(5, ""), guard)
        .go("04-08 10:05", guard, close(), CLOSED)
        .told();
}
