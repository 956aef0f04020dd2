//! Small changes to a matter: from which day they hold, and for whom.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use crate::kit::*;
use serde_json::{Value, json};
use shouwen::domain::catalog::Matter;

const MATTER: &str = "zr-realestate-transfer";

fn edit(from: &str, set: &Value) -> Value {
    json!({"edit_matter": {"matter": MATTER, "from": from, "set": set}})
}

fn on(desk: &mut Counter, day: &str) -> Matter {
    let day = day.parse().unwrap();
    desk.desk().read().matter_on(MATTER, day).unwrap().unwrap()
}

#[test]
fn a_telephone_is_mended_at_once_under_a_new_version_of_the_catalogue() {
    let mut desk = desk()
        .at("2026-04-07 09:30")
        .by(ADMIN)
        .act(edit("", &json!({"phone": "见二楼公示牌"})))
        .refuses(
            edit("", &json!({"phone": "见二楼公示牌"})),
            "nothing_changes",
        );
    assert_eq!(
        on(&mut desk, "2026-04-07").phone.as_deref(),
        Some("见二楼公示牌")
    );
    assert_eq!(on(&mut desk, "2026-04-06").phone, None);
    assert_eq!(desk.desk().facts().catalog.version, "2026-04-07");
    let mut desk = desk.act(edit("", &json!({"hours": "工作日 9:00-17:30"})));
    desk.desk().refresh().unwrap();
    assert_eq!(desk.desk().facts().catalog.version, "2026-04-07-2");
}

#[test]
fn whoever_registered_before_keeps_the_list_and_the_notice_they_were_told() {
    let removal = json!({"edit_matter": {"matter": MATTER, "documents": [
        {"document": "买卖合同", "remove": true},
        {"document": "不动产权属证书", "set": {"copies": 2, "kind": "copy"}},
        {"document": "婚姻状况说明", "set": {"name_en": "Statement of marital status"}},
    ]}});
    let mut too_soon = removal.clone();
    too_soon["edit_matter"]["from"] = json!("2026-04-07");
    let desk = desk()
        .at("2026-04-07 09:30")
        .register_matter(MATTER)
        .notify(MATTER);
    let before = desk.state().notices[0].content.clone();
    let number = desk.state().number.0;
    let desk = desk
        .by(ADMIN)
        .refuses(too_soon, "too_soon")
        .act(removal)
        .by(CLERK)
        .at("2026-04-09 09:30")
        .act(json!({"notify": {"inquiry": number, "matter": MATTER, "brought": [1]}}));
    let state = desk.state();
    assert_eq!(state.notices[0].content, before, "what was told stays told");
    assert!(!state.notices[1].second, "nobody is charged for it");
    let names = |desk: &Counter| -> Vec<String> {
        let state = desk.state();
        let told = state.notices.last().unwrap();
        told.content
            .documents
            .iter()
            .map(|one| one.name.clone())
            .collect()
    };
    assert!(names(&desk).contains(&"买卖合同".to_owned()));
    let desk = desk.register_matter(MATTER).notify(MATTER);
    let now = names(&desk);
    assert!(!now.contains(&"买卖合同".to_owned()) && now.contains(&"婚姻状况说明".to_owned()));
    let stamp = &desk.state().notices[0].content.catalog.version;
    assert_eq!(stamp, "2026-04-07");
}

#[test]
fn what_a_check_finds_is_refused_and_nothing_changes() {
    let limit = json!({"promised_limit": {"text": "60个工作日", "value": 60, "unit": "working_day"},
        "legal_limit": {"text": "30个工作日", "value": 30, "unit": "working_day"}});
    let mut desk = desk()
        .at("2026-04-07 09:30")
        .refuses(edit("", &json!({"phone": "1"})), "not_allowed")
        .by(ADMIN)
        .refuses(edit("", &limit), "catalog_faulty")
        .refuses(edit("", &json!({"name": " "})), "catalog_faulty")
        .refuses(edit("", &json!({"id": "x"})), "unknown_field")
        .refuses(edit("", &json!({"telephone": "x"})), "wrong_value")
        .refuses(edit("soon", &json!({"phone": "x"})), "not_a_day")
        .refuses(edit("2026-04-06", &json!({"phone": "x"})), "too_soon")
        .refuses(json!({"edit_matter": {}}), "empty_field")
        .refuses(json!({"edit_matter": {"matter": "nothing"}}), "unknown_matter")
        .refuses(
            json!({"edit_matter": {"matter": MATTER, "documents": [{"document": "无", "remove": true}]}}),
            "unknown_document",
        );
    assert_eq!(desk.desk().facts().catalog.version, "1");
}

#[test]
fn a_later_change_stands_beside_the_one_of_today() {
    let mut desk = desk()
        .at("2026-04-07 09:30")
        .by(ADMIN)
        .act(edit("2026-05-01", &json!({"conditions": ["自五月起"]})))
        .act(edit("", &json!({"place": "一楼大厅"})));
    let today = on(&mut desk, "2026-04-30");
    assert_eq!(today.place.as_deref(), Some("一楼大厅"));
    assert_ne!(today.conditions, ["自五月起"]);
    assert_eq!(on(&mut desk, "2026-05-01").conditions, ["自五月起"]);
}
