//! A visitor asks for the leader at the forestry company (D2).

use serde_json::json;

use super::kit::{CLERK, HANDLER, QUALITY, SUPERVISOR, WINDOW_HANDLER};
use super::{CLOSED, Part, Tale, answer, back, close, rated, sign, step, step_with, to, urge};

const CAST: [Part; 5] = [
    (CLERK, "李明", "行政部", "clerk"),
    (HANDLER, "陈静", "营林部", "handler"),
    (WINDOW_HANDLER, "赵宁", "林权部", "handler"),
    (SUPERVISOR, "孙卫", "总经理室", "supervisor"),
    (QUALITY, "何清", "行政督查", "quality"),
];

#[test]
fn the_first_one_asked_tracks_it_to_the_end_and_the_second_visit_finishes_it() {
    let (first, planting, rights) = (CLERK, HANDLER, WINDOW_HANDLER);
    Tale::under("forestry", &CAST)
        .go(
            "04-07 09:00",
            first,
            json!({"register": {
            "kind": "leader", "visitor": {"name": "张三"}, "words": "找总经理谈林地承包续签",
            "route": {"mine_later": {"promised": "2026-04-08T17:00:00+08:00"}}}}),
            first,
        )
        .see(|desk| {
            desk.expect_due("D2-T1", "2026-04-08 17:00")
                .expect_due("D2-i4", "2026-04-07 17:30")
        })
        .go("04-07 09:02", first, step("led_to_reception"), first)
        .go(
            "04-07 09:05",
            first,
            json!({"leader_asked": {
            "leader": SUPERVISOR, "purpose": "林地承包续签", "led_to_reception": true,
            "told": "先由林权部办，总经理已知晓"}}),
            first,
        )
        .no(
            "04-07 09:06",
            first,
            json!({"leader_asked": {
            "leader": SUPERVISOR, "purpose": "林地承包续签", "told_number": true}}),
            "no_consent",
        )
        .go(
            "04-07 09:10",
            first,
            step_with("leader_told", "已向总经理汇报来意"),
            first,
        )
        .see(|desk| desk.expect_met("D2-i4"))
        .no(
            "04-07 09:12",
            first,
            answer("这个不归我管"),
            "forbidden_phrase",
        )
        .go("04-07 09:15", first, to("营林部", planting), planting)
        .go("04-07 10:00", planting, sign(), planting)
        .go(
            "04-07 10:10",
            planting,
            back("承包合同由林权部管", "林权部"),
            first,
        )
        .go(
            "04-07 10:15",
            first,
            json!({"attempt": {"whom": rights, "how": "电话"}}),
            first,
        )
        .go(
            "04-07 10:16",
            first,
            step_with("not_reached", "记下疑点，答应尽早答复"),
            first,
        )
        .see(|desk| desk.expect_due("D2-i3", "2026-04-08 17:30"))
        .go("04-07 15:00", first, to("林权部", rights), rights)
        .go(
            "04-07 15:02",
            first,
            step_with("told_who", "林权部赵宁办理"),
            rights,
        )
        .go("04-07 15:20", rights, sign(), rights)
        // The time that was told stays with the first one asked, wherever it lies.
        .go(
            "04-08 09:30",
            first,
            json!({"visit": {"text": "来问进展"}}),
            rights,
        )
        .go("04-08 15:00", first, urge("预计解决时间是今天"), rights)
        .wait("04-08 17:31", rights)
        .see(|desk| desk.expect_breaches(&[("D2-T1", first), ("D2-i3", rights)]))
        .no(
            "04-09 09:00",
            rights,
            answer("没办法，等通知"),
            "forbidden_phrase",
        )
        .go(
            "04-09 09:10",
            rights,
            json!({"visit": {"text": "第三次上门"}}),
            rights,
        )
        .see(|desk| {
            desk.expect(|state| {
                assert_eq!(state.visits, 3);
                assert_eq!(state.broken.len(), 1);
                assert_eq!(state.broken[0].hands.as_str(), rights);
            })
        })
        .go(
            "04-09 09:30",
            rights,
            answer("续签合同已备好，今天即可签字"),
            first,
        )
        .go(
            "04-09 10:00",
            first,
            json!({"excuse_breach": {
            "clock": "D2-T1", "excuse": "合同用印等了一天"}}),
            first,
        )
        .go(
            "04-09 10:10",
            QUALITY,
            json!({"review_breach": {
            "clock": "D2-T1", "own_fault": true, "text": "应事先告知用印要一天"}}),
            first,
        )
        .go("04-09 11:00", first, rated(3, "多跑了一趟"), first)
        .go("04-09 11:10", first, close(), CLOSED)
        .told();
}
