//! A client writes to the management office (D10).

use serde_json::json;

use super::kit::{CLERK, HANDLER, SUPERVISOR, WINDOW_HANDLER};
use super::{CLOSED, Part, Tale, answer, back, close, rated, sign, step, step_with, to, urge};

const CAST: [Part; 4] = [
    (CLERK, "李明", "综合部", "clerk"),
    (HANDLER, "陈静", "项目部", "handler"),
    (WINDOW_HANDLER, "赵宁", "财务部", "handler"),
    (SUPERVISOR, "孙卫", "项目部", "supervisor"),
];

#[test]
fn the_handler_reports_back_and_the_first_responder_calls_until_the_client_is_content() {
    let (first, project, finance, head) = (CLERK, HANDLER, WINDOW_HANDLER, SUPERVISOR);
    Tale::under("management", &CAST)
        .go(
            "04-07 09:00",
            first,
            json!({"register": {
            "channel": "letter", "visitor": {"name": "张三", "unit": "某设计院"},
            "words": "进度款审核到哪一步"}}),
            first,
        )
        .go(
            "04-07 09:05",
            first,
            json!({"attempt": {"whom": finance, "how": "电话"}}),
            first,
        )
        .go(
            "04-07 09:06",
            first,
            step_with("not_reached", "财务部无人接听，记下联系方式"),
            first,
        )
        .go("04-07 10:00", first, to("财务部", finance), finance)
        .go("04-07 10:20", finance, sign(), finance)
        .go(
            "04-07 10:30",
            finance,
            back("进度款先由项目部审量", "项目部"),
            first,
        )
        .go("04-07 10:40", first, to("项目部", project), project)
        .go("04-07 10:50", project, sign(), project)
        .see(|desk| {
            desk.expect_due("D10-i3", "2026-04-07 17:30")
                .expect_due("D10-i4", "2026-04-07 17:30")
        })
        .go(
            "04-07 11:00",
            project,
            step_with("contacted", "已致电设计院张工"),
            project,
        )
        .see(|desk| desk.expect_met("D10-i3"))
        .go(
            "04-07 14:30",
            project,
            step_with("difficulty", "缺监理签认的工程量单"),
            project,
        )
        .see(|desk| desk.expect_due("D10-i6", "2026-04-07 17:30"))
        .go(
            "04-07 15:00",
            project,
            json!({"escalate": {
            "rung": "difficulty", "text": "监理未签认，请出面协调"}}),
            project,
        )
        .go(
            "04-07 15:05",
            project,
            step_with("difficulty_told", "部门负责人去协调监理"),
            project,
        )
        .see(|desk| desk.expect_met("D10-i6"))
        .go("04-07 16:00", first, urge("来函单位来电"), project)
        .go(
            "04-08 09:10",
            head,
            json!({"supervise": {
            "text": "今日内给出审核结果", "by": "2026-04-08"}}),
            project,
        )
        .see(|desk| desk.expect_breaches(&[("D10-i4", project)]))
        .go(
            "04-08 11:00",
            project,
            step_with("handled", "监理已签认，审核完毕"),
            project,
        )
        .go("04-08 11:10", first, step("fed_back"), project)
        .see(|desk| desk.expect_met("D10-i5"))
        .go(
            "04-08 11:20",
            project,
            answer("审核完毕，已转财务部付款"),
            first,
        )
        .no("04-08 11:30", first, close(), "still_owed")
        // Not content: taken up again, and called again.
        .go("04-08 15:00", first, rated(2, "没说哪天到账"), first)
        .go(
            "04-08 15:10",
            project,
            json!({"appeal_rating": {"text": "付款日期由财务部定"}}),
            first,
        )
        .go(
            "04-08 15:30",
            head,
            json!({"rule_on_rating": {
            "stands": false, "text": "付款不归项目部"}}),
            first,
        )
        .go(
            "04-08 16:00",
            first,
            answer("四月十日前到账，财务部已排款"),
            first,
        )
        .no("04-08 16:05", first, close(), "still_owed")
        .go("04-08 16:20", first, rated(4, "说清楚了"), first)
        .go(
            "04-08 16:30",
            project,
            json!({"excuse_breach": {
            "clock": "D10-i4", "excuse": "监理未签认，已当天说明困难"}}),
            first,
        )
        .go(
            "04-08 16:40",
            head,
            json!({"review_breach": {
            "clock": "D10-i4", "own_fault": false, "text": "困难已按规定说明"}}),
            first,
        )
        .go("04-08 16:50", first, close(), CLOSED)
        .told();
}
