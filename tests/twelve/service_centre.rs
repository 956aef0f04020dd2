//! An application at the service centre (D11).

use serde_json::json;

use super::kit::{CLERK, HANDLER, OTHER_CLERK, SUPERVISOR, matters};
use super::{CLOSED, HEAD, Part, Tale, close, rated, step_with, to};

const CAST: [Part; 4] = [
    (CLERK, "李明", "市场监管窗口", "clerk"),
    (HANDLER, "陈静", "登记科", "handler"),
    (SUPERVISOR, "孙卫", "便民服务中心", "supervisor"),
    (HEAD, "高远", "登记科", "supervisor"),
];

#[test]
fn an_application_stays_in_the_hall_and_silence_is_consent_but_never_a_licence() {
    let (first, leader) = (CLERK, SUPERVISOR);
    let matters = matters();
    let mut named = matters.matters.iter();
    let company = named
        .find(|matter| matter.id.as_str() == "sj-company")
        .unwrap();
    // What is asked for besides, once it is known that someone else comes for the applicant.
    let more = company.circumstances()[0].as_str();
    let all: Vec<u32> = (1..=5).collect();
    Tale::under("service-centre", &CAST)
        .substitute(CAST[0], OTHER_CLERK)
        .go(
            "04-07 09:00",
            first,
            json!({"register": {
            "kind": "permit", "visitor": {"name": "张三"}, "matter": "sj-company"}}),
            first,
        )
        .go(
            "04-07 09:05",
            first,
            step_with("forms_given", "公司登记申请书"),
            first,
        )
        .go(
            "04-07 09:10",
            first,
            json!({"receive": {"documents": ["申请书", "住所使用证明"]}}),
            first,
        )
        .go(
            "04-07 09:20",
            first,
            json!({"notify": {"brought": [1, 2]}}),
            first,
        )
        .see(|desk| desk.expect_met("XK-32"))
        .no(
            "04-07 09:25",
            first,
            json!({"notify": {"circumstances": [more]}}),
            "second_notice",
        )
        .go(
            "04-07 09:30",
            first,
            step_with("guidance_given", "章程缺股东签名，已给样本"),
            first,
        )
        .go(
            "04-08 10:00",
            first,
            json!({"bring": {"brought": all}}),
            first,
        )
        .go("04-08 10:10", first, json!({"accept": {}}), first)
        .see(|desk| desk.expect_due("D11-1", "2026-04-13 17:30"))
        .no(
            "04-08 10:20",
            first,
            to("登记科", HANDLER),
            "stays_at_windows",
        )
        .no("04-08 10:30", first, close(), "wrong_stage")
        .go(
            "04-09 09:00",
            first,
            json!({"suspend": {
            "reason": "expert-review", "told": "名称争议需专家评审，约两天"}}),
            first,
        )
        .go("04-13 09:00", first, json!({"resume": {}}), first)
        .away("04-13 14:00", first, "参加培训", "04-17 08:50", first)
        .go(
            "04-13 15:00",
            OTHER_CLERK,
            json!({"escalate": {
            "rung": "cannot_settle", "text": "登记科迟迟不签，请中心领导出面"}}),
            first,
        )
        .no(
            "04-14 09:00",
            first,
            json!({"decline": {"reason": "名称不符"}}),
            "empty_field",
        )
        // Out of time: consent, an order to leader and window, and no licence.
        .wait("04-17 09:00", first)
        .see(|desk| {
            desk.expect_breaches(&[("D11-1", first)]).expect(|state| {
                assert!(state.deemed_consent);
                assert_eq!(state.orders.len(), 1);
                assert_eq!(state.resolution, None, "no licence comes of it");
            })
        })
        .no("04-17 09:10", first, close(), "wrong_stage")
        .go(
            "04-17 09:30",
            leader,
            json!({"supervise": {
            "text": "窗口当天办结", "by": "2026-04-17"}}),
            first,
        )
        .go(
            "04-17 15:00",
            first,
            json!({"deliver": {"text": "营业执照正副本，当面交付"}}),
            first,
        )
        .go(
            "04-17 15:10",
            first,
            json!({"excuse_breach": {
            "clock": "D11-1", "excuse": "登记科会签延误"}}),
            first,
        )
        .go(
            "04-17 15:20",
            leader,
            json!({"review_breach": {
            "clock": "D11-1", "own_fault": true, "text": "应提前督促会签"}}),
            first,
        )
        .go("04-17 16:00", first, rated(3, "晚了几天"), first)
        .go("04-17 16:10", first, close(), CLOSED)
        .told();
}
