//! A partner asks at the company, and nobody owns it (D3).

use serde_json::json;

use super::kit::{CLERK, HANDLER, SUPERVISOR, WINDOW_HANDLER};
use super::{CLOSED, Part, Tale, answer, back, close, rated, sign, step_with, to, urge};

const CAST: [Part; 4] = [
    (CLERK, "李明", "办公室", "clerk"),
    (HANDLER, "陈静", "财务部", "handler"),
    (WINDOW_HANDLER, "赵宁", "合同部", "handler"),
    (SUPERVISOR, "孙卫", "分管领导", "supervisor"),
];

#[test]
fn what_nobody_owns_goes_to_the_leader_who_decides_and_is_told_once() {
    let (first, finance, contracts, leader) = (CLERK, HANDLER, WINDOW_HANDLER, SUPERVISOR);
    Tale::under("company", &CAST)
        .go(
            "04-07 09:00",
            first,
            json!({"register": {
            "visitor": {"name": "张三", "unit": "某建材公司"}, "words": "质保金何时退还"}}),
            first,
        )
        .go(
            "04-07 09:05",
            first,
            json!({"attempt": {"whom": finance, "how": "内线电话"}}),
            first,
        )
        .go(
            "04-07 09:06",
            first,
            step_with("not_reached", "财务部经办人出差"),
            first,
        )
        .go(
            "04-07 09:10",
            first,
            step_with("owner_missing", "退质保金由谁审，两部室说法不一"),
            first,
        )
        .see(|desk| desk.expect_due("D3-i1", "2026-04-07 17:30"))
        .go(
            "04-07 09:20",
            first,
            json!({"escalate": {
            "rung": "owner_unclear", "text": "责任不明，请定由谁办"}}),
            first,
        )
        .go(
            "04-07 09:30",
            first,
            json!({"ask_superior": {
            "superior": leader, "question": "质保金退还由哪个部室办？"}}),
            first,
        )
        .see(|desk| desk.expect_met("D3-i1"))
        .go(
            "04-07 10:30",
            leader,
            json!({"superior_opinion": {"text": "合同部审核后交财务部付款"}}),
            first,
        )
        .go("04-07 10:40", first, to("财务部", finance), finance)
        .go(
            "04-07 10:45",
            first,
            json!({"sign_for": {"how": "出差，电话确认"}}),
            finance,
        )
        .go(
            "04-07 11:00",
            finance,
            back("要先由合同部审核", "合同部"),
            first,
        )
        .go("04-07 11:05", first, to("合同部", contracts), contracts)
        .go(
            "04-07 11:10",
            first,
            json!({"tell_holder": {"how": "电话"}}),
            contracts,
        )
        .go("04-07 11:20", contracts, sign(), contracts)
        .go(
            "04-07 11:30",
            first,
            step_with("forms_given", "质保金退还申请表"),
            contracts,
        )
        .go("04-08 09:30", first, urge("客户等着排款"), contracts)
        .no("04-08 09:40", first, close(), "not_answered")
        .go(
            "04-08 15:00",
            contracts,
            answer("审核已过，本周五由财务部付款"),
            first,
        )
        .go("04-08 15:10", first, rated(2, "钱还没到账"), first)
        .go("04-08 15:20", first, to("财务部", finance), finance)
        .go("04-08 15:30", finance, sign(), finance)
        .go(
            "04-10 16:00",
            finance,
            answer("质保金已付，回单已传"),
            first,
        )
        .go("04-10 16:30", first, rated(5, ""), first)
        .go("04-10 16:40", first, close(), CLOSED)
        .told();
}
