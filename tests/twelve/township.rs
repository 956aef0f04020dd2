//! A villager asks in the township (D5).

use serde_json::json;

use super::kit::{CLERK, HANDLER, QUALITY, SUPERVISOR, WINDOW_HANDLER};
use super::{
    CLOSED, Part, Tale, answer, back, close, rated, sign, to, told_and_closed, unreached, urge,
};

const CAST: [Part; 5] = [
    (CLERK, "李明", "便民服务站", "clerk"),
    (HANDLER, "陈静", "林业站", "handler"),
    (WINDOW_HANDLER, "赵宁", "国土所", "handler"),
    (SUPERVISOR, "孙卫", "党政办", "supervisor"),
    (QUALITY, "何清", "纪检办", "quality"),
];

#[test]
fn what_was_promised_is_kept_on_time_or_called_to_account() {
    let (first, forest, land, leader) = (CLERK, HANDLER, WINDOW_HANDLER, SUPERVISOR);
    Tale::under("township", &CAST)
        .go(
            "04-07 09:00",
            first,
            json!({"register": {
            "visitor": {"name": "张三"}, "words": "宅基地边上的树能不能砍"}}),
            first,
        )
        .go("04-07 09:05", first, to("林业站", forest), forest)
        .go("04-07 09:20", forest, sign(), forest)
        .go(
            "04-07 09:40",
            forest,
            back("先确认宅基地四至", "国土所"),
            first,
        )
        .go("04-07 09:45", first, to("国土所", land), land)
        .go("04-07 10:00", land, sign(), land)
        .go(
            "04-07 10:10",
            land,
            back("砍树许可归林业站", "林业站"),
            first,
        )
        .see(|desk| desk.expect(|state| assert!(state.handling.awaits_ruling)))
        .go(
            "04-07 10:30",
            leader,
            json!({"rule_on_handling": {
            "department": "林业站", "staff": forest, "text": "林业站牵头，国土所配合"}}),
            forest,
        )
        .go("04-07 10:40", forest, sign(), forest)
        .no(
            "04-07 10:45",
            forest,
            back("还是国土所的事", "国土所"),
            "ruled",
        )
        .go(
            "04-07 11:00",
            forest,
            json!({"several": {"departments": ["林业站", "国土所"]}}),
            forest,
        )
        .go(
            "04-07 15:00",
            forest,
            json!({"convene": {"text": "两站所同到现场"}}),
            forest,
        )
        .go(
            "04-07 16:00",
            forest,
            json!({"settle_opinion": {"text": "树在宅基地内，可报批采伐"}}),
            forest,
        )
        .go("04-07 17:00", first, urge("来人在等"), forest)
        .go(
            "04-08 09:00",
            leader,
            json!({"supervise": {
            "text": "今天给来人准话", "by": "2026-04-08"}}),
            forest,
        )
        .no("04-08 09:10", first, close(), "not_answered")
        .go(
            "04-08 10:00",
            forest,
            answer("在宅基地内，填采伐申请表即可报批"),
            first,
        )
        .go("04-08 10:10", first, told_and_closed(), CLOSED)
        .go("04-08 15:00", first, unreached("电话关机"), CLOSED)
        .go("04-09 09:00", first, rated(1, "两头跑了三趟"), first)
        .go(
            "04-09 09:10",
            forest,
            json!({"appeal_rating": {"text": "当天即到现场"}}),
            first,
        )
        .go(
            "04-09 09:30",
            leader,
            json!({"rule_on_rating": {
            "stands": true, "text": "来人确实两头跑"}}),
            first,
        )
        .go(
            "04-09 10:00",
            QUALITY,
            json!({"record_breach": {
            "rule": "unanswered", "hands": forest, "text": "未按规定一次答清"}}),
            first,
        )
        .go(
            "04-09 10:30",
            first,
            answer("已代填采伐申请表，送林业站受理"),
            first,
        )
        .go("04-09 10:40", first, told_and_closed(), CLOSED)
        .told();
}
