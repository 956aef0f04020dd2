//! Papers have numbers that never meet, and the record says who gave each, and how.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use std::collections::BTreeSet;

use crate::kit::*;
use serde_json::json;
use shouwen::builtin::rulebook;
use shouwen::domain::catalog::Tick;
use shouwen::domain::command::Told;
use shouwen::domain::paper::PaperKind;
use shouwen::domain::printing::PaperSize;
use shouwen::i18n::Lang;
use shouwen::i18n::names::Names;
use shouwen::papers::{Desktop, Drawn, Shows};

const MATTER: &str = "zr-realestate-transfer";

/// Every paper of the inquiry in front of us, drawn up.
fn drawn(desk: &mut Counter, lang: Lang, shows: Shows) -> Vec<Drawn> {
    let (state, events) = (desk.state(), desk.story());
    let desk = desk.desk();
    let names = Names::new(desk.read().names().unwrap(), desk.office().offset);
    let desktop = Desktop {
        desk,
        lang,
        names: &names,
    };
    let draw = |paper| {
        desktop
            .draw(&state, &events, paper, shows)
            .expect("a paper")
    };
    state.papers.iter().map(draw).collect()
}

fn numbers(desk: &Counter) -> Vec<String> {
    desk.state()
        .papers
        .into_iter()
        .map(|one| one.number)
        .collect()
}

/// Told, brought, accepted, handed off: one paper for each.
fn whole_life(desk: Counter) -> Counter {
    desk.at("2026-04-07 09:30")
        .act(json!({"register": {"visitor": {"name": "周满", "phone": "13800000000"}, "matter": MATTER}, "confirm": ["duplicate"]}))
        .act(json!({"notify": {"matter": MATTER, "brought": [1, 2], "told": "read"}}))
        .act(json!({"bring": {"brought": [3, 4, 5]}}))
        .accept()
}

#[test]
fn each_kind_has_one_series_a_year_and_no_number_comes_twice() {
    let mut seen = BTreeSet::new();
    let mut desk = desk();
    for _ in 0..3 {
        desk = whole_life(desk);
        for number in numbers(&desk) {
            assert!(seen.insert(number.clone()), "{number} came twice");
        }
    }
    for number in [
        "告〔2026〕1号",
        "告〔2026〕3号",
        "受〔2026〕1号",
        "受〔2026〕3号",
    ] {
        assert!(seen.contains(number), "{number} of {seen:?}");
    }
    let desk = desk
        .at("2027-01-04 09:30")
        .register_matter(MATTER)
        .notify(MATTER);
    assert_eq!(numbers(&desk), ["告〔2027〕1号"]);
}

#[test]
fn the_offices_mark_stands_first_and_begins_a_series_of_its_own() {
    let desk = whole_life(desk())
        .by(ADMIN)
        .act(json!({"set_printing": {"mark": "青税", "size": "a5"}}))
        .by(CLERK)
        .at("2026-04-07 10:30")
        .register_matter(MATTER)
        .notify(MATTER)
        .at("2026-04-07 10:40")
        .register_matter(MATTER)
        .notify(MATTER);
    assert_eq!(numbers(&desk), ["青税告〔2026〕2号"]);
    desk.refuses(json!({"set_printing": {"mark": "青税"}}), "not_allowed")
        .by(ADMIN)
        .refuses(
            json!({"set_printing": {"mark": "青〔税〕"}}),
            "mark_malformed",
        );
}

#[test]
fn once_documents_are_taken_in_what_is_missing_stands_on_a_supplement_notice() {
    let desk = desk()
        .at("2026-04-07 09:30")
        .register_matter(MATTER)
        .act(json!({"receive": {"documents": ["不动产权证书"]}}))
        .notify(MATTER);
    let state = desk.state();
    let paper = &state.papers[0];
    assert_eq!(
        (paper.kind, paper.number.as_str()),
        (PaperKind::Supplement, "补〔2026〕1号")
    );
    let mut desk = desk;
    let papers = drawn(&mut desk, Lang::Zh, Shows::Own);
    assert!(papers[0].text(PaperSize::A4).contains("补办件通知单"));
}

#[test]
fn the_record_says_who_gave_a_paper_when_and_how() {
    let desk = whole_life(desk())
        .at("2026-04-07 10:00")
        .by(OTHER_CLERK)
        .act(json!({"give_paper": {"paper": "受〔2026〕1号", "told": "shown"}}))
        .refuses(
            json!({"give_paper": {"paper": "受〔2026〕9号"}}),
            "unknown_paper",
        )
        .refuses(json!({"give_paper": {}}), "empty_field");
    let state = desk.state();
    let given = |number: &str| {
        let paper = state
            .papers
            .iter()
            .find(|one| one.number == number)
            .unwrap();
        let each = paper.given.iter();
        each.map(|one| (one.by.0.clone(), one.told, wall(one.at)))
            .collect::<Vec<_>>()
    };
    let at = |text: &str| text.to_owned();
    assert_eq!(
        given("告〔2026〕1号"),
        [(at(CLERK), Told::Read, at("2026-04-07 09:30"))]
    );
    assert_eq!(
        given("受〔2026〕1号"),
        [(at(OTHER_CLERK), Told::Shown, at("2026-04-07 10:00"))]
    );
}

#[test]
fn a_closed_inquirys_papers_can_still_be_given() {
    whole_life(desk())
        .deliver()
        .close()
        .act(json!({"give_paper": {"paper": "受〔2026〕1号", "told": "printed"}}));
}

#[test]
fn a_receipt_says_what_was_handed_in_and_by_when_it_is_done() {
    let mut desk = whole_life(desk());
    let papers = drawn(&mut desk, Lang::Zh, Shows::Own);
    let receipt = papers
        .iter()
        .find(|one| one.kind == PaperKind::Acceptance)
        .unwrap();
    let text = receipt.text(PaperSize::A4);
    for said in [
        "受理通知单",
        "编号：受〔2026〕1号",
        "2026-04-07",
        "申请人：周满",
        "联系方式：138****0000",
        "买卖合同",
        "时限",
        "法定时限",
        "经办人",
        "监督电话",
        "申请人签收",
        "一式两份",
    ] {
        assert!(text.contains(said), "{said} in\n{text}");
    }
}

#[test]
fn a_return_says_why_and_on_whose_word() {
    let mut desk = desk()
        .at("2026-04-07 09:30")
        .register_matter(MATTER)
        .act(json!({"notify": {"matter": MATTER}}))
        .act(json!({"decline": {"reason": "不动产不在本市", "superior": SUPERVISOR}}));
    let papers = drawn(&mut desk, Lang::Zh, Shows::Own);
    let text = papers.last().unwrap().text(PaperSize::A4).to_owned();
    for said in [
        "退回理由：不动产不在本市",
        "同意退回的负责人",
        SUPERVISOR,
        "尚缺的材料",
        "申请人签收",
    ] {
        assert!(text.contains(said), "{said} in\n{text}");
    }
}

#[test]
fn every_rulebooks_slip_stands_under_its_own_name() {
    for id in rulebook::ids() {
        let mut desk = desk_of(id)
            .at("2026-04-07 09:30")
            .register("发票")
            .hand_off("税政科", HANDLER);
        let slips = drawn(&mut desk, Lang::Zh, Shows::All);
        let rules = rules(id);
        let text = slips[0].text(PaperSize::A4);
        assert!(text.contains(&rules.slip.name.zh), "{id}\n{text}");
        for field in &rules.slip.fields {
            assert!(
                text.contains(&field.label.zh),
                "{id}: {} in\n{text}",
                field.label.zh
            );
        }
    }
}

#[test]
fn a_coordination_slip_names_what_is_to_be_settled_and_stays_inside() {
    let mut seen = 0;
    for id in rulebook::ids() {
        let Some(once) = rules(id).handoff.once.clone() else {
            continue;
        };
        let mut desk = desk_of(id)
            .at("2026-04-07 09:30")
            .register("发票")
            .hand_off("税政科", HANDLER)
            .by(HANDLER)
            .sign()
            .act(json!({"coordinate": {"text": "应由征管科办理"}}));
        let papers = drawn(&mut desk, Lang::Zh, Shows::All);
        let text = papers.last().unwrap().text(PaperSize::A5).to_owned();
        assert!(
            text.contains(&once.instead.zh) && text.contains("应由征管科办理"),
            "{text}"
        );
        assert!(text.contains("不交来人"), "{text}");
        seen += 1;
    }
    assert!(seen > 0);
}

#[test]
fn no_code_of_a_paper_carries_a_persons_data() {
    let mut desk = whole_life(desk()).hand_off("税政科", HANDLER);
    for lang in [Lang::Zh, Lang::En] {
        let papers = drawn(&mut desk, lang, Shows::All);
        assert_eq!(papers.len(), 3);
        for paper in papers {
            assert!(paper.short.contains(&paper.number));
            assert!(
                !paper.short.contains("周满") && !paper.short.contains("0000"),
                "{}",
                paper.short
            );
        }
    }
}

#[test]
fn a_document_asked_for_later_needs_a_reason_and_is_charged_to_who_left_it_out() {
    let agent = json!({"notify": {"matter": MATTER, "circumstances": ["委托代理"]}});
    let mut with_reason = agent.clone();
    with_reason["notify"]["reason"] = json!("第一次没问是否代办");
    let desk = desk()
        .at("2026-04-07 09:30")
        .register_matter(MATTER)
        .notify(MATTER)
        .refuses(agent, "second_notice")
        .by(SUPERVISOR)
        .act(json!({"reassign": {"department": "办税服务厅", "staff": OTHER_CLERK, "reason": "请假"}}))
        .by(OTHER_CLERK)
        .act(with_reason);
    let state = desk.state();
    let second = state.notices.last().unwrap();
    assert!(second.second);
    assert_eq!(
        second
            .charged
            .as_ref()
            .map(shouwen::domain::ids::StaffNo::as_str),
        Some(CLERK)
    );
}

#[test]
fn what_was_brought_and_does_not_serve_stays_so_until_the_second_visit_and_on_the_papers() {
    let mut desk = desk()
        .at("2026-04-07 09:30")
        .register_matter(MATTER)
        .act(json!({"notify": {"matter": MATTER, "brought": [1], "invalid": [{"document": 2, "why": "已过期"}]}}))
        .at("2026-04-08 09:30")
        .act(json!({"bring": {"brought": [3]}}));
    let told = desk.state().notices[0].clone();
    let ticks: Vec<Tick> = told
        .content
        .documents
        .iter()
        .map(|one| one.tick.clone())
        .collect();
    assert_eq!(
        ticks[..2],
        [Tick::Brought, Tick::Invalid("已过期".to_owned())]
    );
    assert!(ticks[2..].iter().all(|tick| *tick == Tick::Missing));
    assert!(!told.complete, "what does not serve is still wanted");
    let papers = drawn(&mut desk, Lang::Zh, Shows::Own);
    let text = papers[0].text(PaperSize::A4);
    assert!(
        text.contains("[!]") && text.contains("不能用：已过期"),
        "{text}"
    );
}
