//! Rows of the property rulebook, each by its id.

use serde_json::{Value, json};
use shouwen::domain::inquiry::Stage;
use shouwen::domain::rulebook::{Guidance, RouteId, RungOn};
use shouwen::domain::staff::Role;

use super::kit::*;

/// A wish that went to a department, which signed for it.
fn with_the_department() -> Counter {
    desk_of("property")
        .at("2026-04-03 10:00")
        .register("楼道灯不亮")
        .hand_off("税政科", HANDLER)
        .by(HANDLER)
        .sign()
}

fn to(department: &str, staff: &str) -> Value {
    json!({"hand_off": {"department": department, "staff": staff}})
}

fn advice(id: &str) -> Guidance {
    let rules = rules("property");
    let found = rules
        .guidance
        .iter()
        .find(|one| one.id.as_ref().is_some_and(|own| own.as_str() == id));
    found.expect("the advice").clone()
}

#[test]
fn d12_d13_the_department_that_got_it_passes_it_neither_on_nor_back() {
    with_the_department()
        .refuses(to("征管科", WINDOW_HANDLER), "transferred_once")
        .refuses(
            json!({"return": {"opinion": "不归我们", "should_go_to": "征管科"}}),
            "return_forbidden",
        )
        .refuses(
            json!({"step": {"step": "coordination_raised"}}),
            "empty_field",
        )
        .act(json!({"step": {
            "step": "coordination_raised", "text": "请客户服务主管协调工程部",
        }}))
        .expect_holder(HANDLER)
        .answer()
        .expect_stage(Stage::Answered);
}

#[test]
fn d12_d13_the_ban_quotes_the_sentence_that_goes_on_in_the_variant() {
    let rules = rules("property");
    let once = rules.handoff.once.expect("a rule");
    assert_eq!(once.instead.zh, "客户接待事项协调单");
    assert_eq!(once.clause.document, "D13");
    assert!(once.clause.quote.contains("不得再次转移至其它部门"));
    assert!(!rules.returns.allowed);
    assert_eq!(rules.returns.clause.expect("a clause").document, "D13");
    let cut = rules.documents.iter().find(|one| one.id == "D12");
    assert!(cut.expect("D12").state.zh.contains("截断"));
}

#[test]
fn d12_d13_nothing_that_the_customer_hears_shows_the_mistake() {
    let rule = advice("D12-hidden");
    assert!(rule.clause.quote.contains("隐藏内部问题"));
    assert!(rule.channels.is_empty(), "it holds on every channel");
}

#[test]
fn d12_operators_pass_to_their_superior_who_passes_it_on_once() {
    desk_of("property")
        .at("2026-04-03 10:00")
        .register("楼道灯不亮")
        .hand_off("办税服务厅", SUPERVISOR)
        .by(SUPERVISOR)
        .sign()
        .hand_off("税政科", HANDLER)
        .by(HANDLER)
        .sign()
        .expect_holder(HANDLER)
        .refuses(to("征管科", WINDOW_HANDLER), "transferred_once");
    let rules = rules("property");
    let named: Vec<(Role, &str)> = rules
        .roles
        .iter()
        .map(|one| (one.role, one.clause.article.as_str()))
        .collect();
    assert_eq!(
        named,
        [
            (Role::Clerk, "操作人员"),
            (Role::Clerk, "管理人员"),
            (Role::Supervisor, "操作人员"),
            (Role::Supervisor, "客户关系主管"),
            (Role::Handler, "责任部门"),
            (Role::Supervisor, "客户关系主管"),
        ]
    );
}

#[test]
fn d12_cross_unit_wishes_go_to_the_units_manager() {
    let rules = rules("property");
    let rungs: Vec<(&str, RungOn, &str)> = rules
        .ladder
        .iter()
        .map(|rung| (rung.id.as_str(), rung.on, rung.to.zh.as_str()))
        .collect();
    assert_eq!(
        rungs,
        [
            ("D12-customer-relations", RungOn::Unclear, "客户关系主管"),
            ("D12-manager", RungOn::Unclear, "管理部经理"),
            ("D13-customer-service", RungOn::Unsettled, "客户服务主管"),
        ]
    );
    assert!(rules.ladder[1].clause.quote.contains("需跨管理部处理"));
}

#[test]
fn d12_visit_the_first_person_asks_by_telephone_and_answers() {
    let visit = advice("D12-visit");
    assert_eq!(visit.channels, ["visit"]);
    assert!(
        visit
            .clause
            .quote
            .contains("须通过电话了解相关政策、规定后")
    );
    let call = advice("D12-call");
    assert_eq!(call.channels, ["call"]);
    assert!(call.clause.quote.contains("礼貌告知其物业相关电话"));
    desk_of("property")
        .at("2026-04-03 16:50")
        .register("装修押金怎么退")
        .expect_due("D12-i1", "2026-04-03 17:30")
        .answer()
        .expect_met("D12-i1")
        .close()
        .expect_stage(Stage::Closed);
}

#[test]
fn d12_lead_the_customer_relations_supervisor_names_the_lead_department() {
    desk_of("property")
        .at("2026-04-03 10:00")
        .register("水管爆裂淹了电梯")
        .hand_off("办税服务厅", SUPERVISOR)
        .by(SUPERVISOR)
        .sign()
        .several()
        .expect(|state| assert_eq!(state.departments, ["税政科", "征管科"]))
        .expect_due("D12-i4", "2026-04-03 17:30")
        .hand_off("税政科", HANDLER)
        .by(HANDLER)
        .sign()
        .expect_running(&["D12-i3"]);
    let rules = rules("property");
    let route = rules.route(RouteId::Several).expect("the route");
    let clause = route.clause.as_ref().expect("a clause");
    assert!(clause.quote.contains("指定主办部门"));
    assert_eq!(rules.slip.name.zh, "客户接待事项协调单");
}

#[test]
fn d12_i2_an_unsigned_transfer_is_the_senders_breach_of_the_day() {
    desk_of("property")
        .at("2026-04-03 16:50")
        .register("楼道灯不亮")
        .hand_off("税政科", HANDLER)
        .expect_due("D12-i2", "2026-04-03 17:30")
        .at("2026-04-03 17:31")
        .settle()
        .expect_breaches(&[("D12-i2", CLERK)]);
    for clock in &rules("property").clocks {
        assert!(clock.internal && clock.extension.is_none(), "{}", clock.id);
    }
}

#[test]
fn d14_what_the_essay_asks_for_stands_as_advice_and_sets_no_clock() {
    for (id, article, words, channel) in [
        ("D14-1", "一", "热情语音", "call"),
        ("D14-2", "二", "耐心倾听", "visit"),
        ("D14-3", "三", "身体语言", "visit"),
    ] {
        let advice = advice(id);
        assert_eq!(
            (
                advice.clause.document.as_str(),
                advice.clause.article.as_str()
            ),
            ("D14", article)
        );
        assert!(advice.clause.quote.contains(words), "{id}");
        assert_eq!(advice.channels, [channel], "{id}");
    }
    let essay = ["D14", "D19"];
    for clock in &rules("property").clocks {
        assert!(!essay.contains(&clock.clause.document.as_str()));
    }
}

#[test]
fn d12_training_is_a_standing_duty() {
    let book = rules("property");
    let duty = book
        .duties
        .iter()
        .find(|duty| duty.id.as_str() == "D12-training");
    let clause = &duty.expect("a duty").clause;
    assert_eq!(
        (clause.document.as_str(), clause.article.as_str()),
        ("D12", "培训")
    );
    assert!(clause.quote.contains("了解并熟悉本管理部各部门"));
}
