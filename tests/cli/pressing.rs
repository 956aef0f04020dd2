//! What scripts read of urging, supervision, escalations and of those who stand in.

use crate::cli_kit::Hall;
use serde_json::{Value, json};

const FRIDAY: &str = "2026-04-03T16:50:00+08:00";
const LATER: &str = "2026-04-03T17:00:00+08:00";

fn person(number: &str, name: &str, department: &str, role: &str, substitute: &str) -> String {
    json!({"record_staff": {"number": number, "name": name, "department": department,
        "roles": [role], "substitute": substitute}})
    .to_string()
}

fn hall() -> Hall {
    let hall = Hall::sandbox();
    let people = [
        person("1002", "王芳", "办税服务厅", "clerk", "2003"),
        person("2003", "周强", "税政科", "handler", "1002"),
        person("3001", "孙卫", "办税服务厅", "supervisor", "1002"),
    ];
    let [one, two, three] = &people;
    let (code, done) = hall.act("1001", FRIDAY, &[one, two, three]);
    assert_eq!(code, 0, "{done:?}");
    let (code, done) = hall.act(
        "1001",
        FRIDAY,
        &[
            r#"{"register":{"visitor":{"name":"张三"},"matter":"sw-fapiao"}}"#,
            r#"{"hand_off":{"inquiry":"20260403-0001","department":"税政科","staff":"2003"}}"#,
            r#"{"urge":{"inquiry":"20260403-0001","text":"请快些"}}"#,
        ],
    );
    assert_eq!(code, 0, "{done:?}");
    assert_eq!(done[2]["events"][0]["count"], 1);
    hall
}

fn show(hall: &Hall, now: &str) -> Value {
    hall.json_at(now, &["show", "20260403-0001"])
}

#[test]
fn show_tells_who_was_pressed_and_how() {
    let hall = hall();
    let (code, done) = hall.act(
        "3001",
        FRIDAY,
        &[r#"{"supervise":{"inquiry":"20260403-0001","text":"今日答复","by":"2026-04-07"}}"#],
    );
    assert_eq!(code, 0, "{done:?}");
    let shown = show(&hall, LATER);
    assert_eq!(shown["urged"][0]["to"], "2003");
    assert_eq!(shown["supervised"][0]["number"], "督〔2026〕1号");
    assert_eq!(shown["supervised"][0]["until"], "2026-04-07T17:30:00+08:00");
    assert_eq!(shown["escalations"], json!([]));
    assert_eq!(shown["on_behalf"], json!([]));
    assert_eq!(shown["away"], Value::Null);
}

#[test]
fn the_queue_and_the_story_name_the_one_in_whose_place_it_is_done() {
    let hall = hall();
    let away = r#"{"away":{"reason":"看病","until":"2026-04-07T09:00:00+08:00"}}"#;
    assert_eq!(hall.act("2003", FRIDAY, &[away]).0, 0);
    let queue = hall.json_at(LATER, &["queue", "--as", "1002", "--view", "mine"]);
    assert_eq!(queue[0]["number"], "20260403-0001");
    assert_eq!(queue[0]["on_behalf_of"], "2003");
    assert_eq!(queue[0]["urged"], 1);
    assert_eq!(queue[0]["away"]["until"], "2026-04-07T09:00:00+08:00");
    assert_eq!(queue[0]["alarm"], Value::Null);
    let sign = r#"{"sign_for":{"inquiry":"20260403-0001"}}"#;
    let (code, done) = hall.act("1002", LATER, &[sign]);
    assert_eq!(code, 0, "{done:?}");
    assert_eq!(done[0]["events"][0]["on_behalf_of"], "2003");
    let shown = show(&hall, LATER);
    assert_eq!(shown["holder"]["staff"], "2003");
    let signed = &shown["on_behalf"][0];
    assert_eq!(
        (&signed["by"], &signed["of"]),
        (&json!("1002"), &json!("2003"))
    );
    let text = shown["timeline"].to_string();
    assert!(text.contains("(王芳 代 周强)"), "{text}");
    // Both away: everyone who reads the queue is told, and so is a script.
    assert_eq!(hall.act("1002", LATER, &[away]).0, 0);
    let queue = hall.json_at(LATER, &["queue"]);
    assert_eq!(queue[0]["alarm"], "both_away");
    let (_, _, said) = hall.told_at(LATER, &["queue"]);
    assert!(said.contains("AB都离岗"), "{said}");
    // What was typed as the reason is nobody else's to read in a script.
    assert!(!queue.to_string().contains("看病"));
}

#[test]
fn a_refusal_has_its_code() {
    let hall = hall();
    for (staff, command, code) in [
        (
            "1002",
            r#"{"urge":{"inquiry":"20260403-0001"}}"#,
            "not_yours",
        ),
        (
            "1001",
            r#"{"leader_asked":{"inquiry":"20260403-0001","leader":"3001","purpose":"问","told_number":true}}"#,
            "no_consent",
        ),
        ("1001", r#"{"back":{}}"#, "not_away"),
    ] {
        let (status, done) = hall.act(staff, LATER, &[command]);
        assert_eq!(status, 3, "{command}");
        assert_eq!(done[0]["refused"], code);
    }
}
