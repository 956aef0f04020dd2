//! An emergency at the company of 2020 (D7).

use serde_json::json;

use super::kit::{CLERK, HANDLER, QUALITY, SUPERVISOR};
use super::{
    CLOSED, HEAD, Part, Tale, answer, close, rated, sign, step, step_with, to, unreached, urge,
};

const CAST: [Part; 5] = [
    (CLERK, "李明", "前台", "clerk"),
    (HANDLER, "陈静", "设备部", "handler"),
    (SUPERVISOR, "孙卫", "设备分管领导", "supervisor"),
    (HEAD, "高远", "总经理室", "supervisor"),
    (QUALITY, "何清", "总经办", "quality"),
];

#[test]
fn an_emergency_climbs_until_someone_decides_and_is_confirmed_with_the_visitor() {
    let (first, handler) = (CLERK, HANDLER);
    Tale::under("company-2020", &CAST)
        .go(
            "04-07 09:00",
            first,
            json!({"register": {
            "channel": "call", "urgency": "emergency",
            "visitor": {"name": "张三", "unit": "某食品厂"}, "words": "冷库漏氨，要人马上来",
            "route": {"mine_later": {"promised": "2026-04-07T17:00:00+08:00"}}}}),
            first,
        )
        .see(|desk| desk.expect_due("D7-T1", "2026-04-07 17:00"))
        .go(
            "04-07 09:02",
            first,
            json!({"attempt": {"whom": handler, "how": "电话"}}),
            first,
        )
        .go(
            "04-07 09:03",
            first,
            step_with("emergency_unreached", "分管人电话占线"),
            first,
        )
        .see(|desk| desk.expect_due("D7-i3", "2026-04-07 09:18"))
        .go(
            "04-07 09:04",
            first,
            json!({"climb": {"superior": SUPERVISOR}}),
            first,
        )
        .go(
            "04-07 09:06",
            first,
            json!({"climb": {
            "superior": HEAD, "reached": true, "text": "立即停机，设备部半小时内到场"}}),
            first,
        )
        .no(
            "04-07 09:07",
            first,
            json!({"climb": {"superior": SUPERVISOR}}),
            "already_reached",
        )
        .go(
            "04-07 09:08",
            first,
            step_with("climbed", "总经理室高远已决定"),
            first,
        )
        .see(|desk| desk.expect_met("D7-i3"))
        .go(
            "04-07 09:10",
            first,
            json!({"tell": {"text": "设备部半小时内到，请先撤离"}}),
            first,
        )
        .no(
            "04-07 09:11",
            first,
            json!({"leader_asked": {
            "leader": HEAD, "purpose": "要总经理电话", "told_number": true}}),
            "no_consent",
        )
        .go(
            "04-07 09:12",
            first,
            json!({"leader_asked": {
            "leader": HEAD, "purpose": "要总经理电话", "consented": false,
            "told": "领导不便接听，由设备部负责到底"}}),
            first,
        )
        .go("04-07 09:15", first, to("设备部", handler), handler)
        .go("04-07 09:20", handler, sign(), handler)
        .go("04-07 09:25", first, step("handler_calls"), handler)
        .go("04-07 10:30", first, urge("客户问何时恢复"), handler)
        .go(
            "04-07 12:00",
            first,
            step_with("stage_feedback", "已堵漏，正在通风检测"),
            handler,
        )
        .go(
            "04-07 15:30",
            handler,
            step_with("handled", "更换阀门，检测合格"),
            handler,
        )
        .go(
            "04-07 15:40",
            handler,
            answer("阀门已换，检测合格，可恢复使用"),
            first,
        )
        // Whoever was called directly is asked all the same before it ends.
        .no("04-07 15:45", first, close(), "still_owed")
        .go("04-07 16:00", first, unreached("忙音"), first)
        .no("04-07 16:01", first, close(), "still_owed")
        .go("04-07 16:30", first, rated(5, "来得快"), first)
        .go("04-07 16:40", first, close(), CLOSED)
        .see(|desk| {
            desk.expect_met("D7-T1")
                .expect_met("D7-i6")
                .expect_breaches(&[])
        })
        .told();
}
