//! A customer reports a fault in the product (D18).

use serde_json::json;

use super::kit::{CLERK, HANDLER, QUALITY, SUPERVISOR, WINDOW_HANDLER};
use super::{CLOSED, HEAD, Part, Tale, answer, back, close, rated, sign, to, unreached, urge};

const DEVELOPER: Part = (HANDLER, "陈静", "研发部", "handler");

const CAST: [Part; 6] = [
    (CLERK, "李明", "在线客服", "clerk"),
    DEVELOPER,
    (WINDOW_HANDLER, "赵宁", "实施部", "handler"),
    (SUPERVISOR, "孙卫", "客户服务部", "supervisor"),
    (HEAD, "高远", "研发部", "supervisor"),
    (QUALITY, "何清", "质量部", "quality"),
];

#[test]
fn the_natural_responder_passes_on_to_the_factual_one_who_answers_for_the_rest() {
    let (natural, developer, site) = (CLERK, HANDLER, WINDOW_HANDLER);
    Tale::under("customer-service", &CAST)
        .substitute(DEVELOPER, HEAD)
        .go(
            "04-07 09:00",
            natural,
            json!({"register": {
            "channel": "chat", "kind": "bug", "visitor": {"name": "张三", "unit": "某造价公司"},
            "words": "导出报表丢失小数"}}),
            natural,
        )
        .go("04-07 09:05", natural, to("实施部", site), site)
        .go("04-07 09:20", site, sign(), site)
        .go(
            "04-07 09:40",
            site,
            back("现场配置无误，是程序缺陷", "研发部"),
            natural,
        )
        .go("04-07 09:45", natural, to("研发部", developer), developer)
        .see(|desk| desk.expect_due("D18-i2", "2026-04-07 17:30"))
        .go(
            "04-07 09:50",
            natural,
            json!({"tell_holder": {"how": "在线"}}),
            developer,
        )
        .go("04-07 10:00", developer, sign(), developer)
        .go(
            "04-07 10:10",
            developer,
            json!({"tell": {"text": "已复现，正在修正"}}),
            developer,
        )
        .go("04-07 10:30", developer, to("实施部", site), site)
        .go("04-07 10:40", site, sign(), site)
        .go(
            "04-07 10:50",
            site,
            back("补丁未出，无从部署", "研发部"),
            developer,
        )
        .see(|desk| {
            desk.expect(|state| {
                assert!(state.handling.ping_pongs > 0);
                assert!(state.handling.awaits_ruling);
            })
        })
        .go(
            "04-07 11:00",
            SUPERVISOR,
            json!({"rule_on_handling": {
            "department": "研发部", "staff": developer, "text": "缺陷由研发部修正并答复"}}),
            developer,
        )
        .go("04-07 15:00", natural, urge("客户在线等"), developer)
        .wait("04-07 17:31", developer)
        .go(
            "04-08 09:30",
            developer,
            answer("补丁已发布，升级后小数正常"),
            natural,
        )
        .go("04-08 10:00", natural, unreached("客户离线"), natural)
        .go("04-08 11:00", natural, rated(4, "问题解决"), natural)
        .go("04-08 11:10", natural, close(), CLOSED)
        .go("04-10 10:00", QUALITY, rated(2, "升级后又丢小数"), natural)
        .go(
            "04-10 10:30",
            SUPERVISOR,
            json!({"reassign": {
            "department": "研发部", "staff": developer, "reason": "仍属缺陷，按裁定由研发部办"}}),
            developer,
        )
        .go(
            "04-10 15:00",
            developer,
            answer("旧缓存所致，已远程清理"),
            natural,
        )
        .go("04-10 15:30", natural, rated(5, ""), natural)
        .go("04-10 15:40", natural, close(), CLOSED)
        .told();
}
