//! Samples, bulletins and the numbers that callers are given, as scripts read them.

use crate::cli_kit::Hall;
use serde_json::{Value, json};

const FRIDAY: &str = "2026-04-03T16:50:00+08:00";
const TUESDAY: &str = "2026-04-07T10:00:00+08:00";

/// A hall whose roster also has somebody of quality control and a handler with a number.
fn hall() -> Hall {
    let hall = Hall::sandbox();
    acts(
        &hall,
        "1001",
        FRIDAY,
        &[
            json!({"record_staff": {"number": "2003", "name": "周强", "department": "税政科",
            "roles": ["handler"], "phone": "8003"}}),
            json!({"record_staff": {"number": "4001", "name": "吴琳", "department": "办公室",
            "roles": ["quality"]}}),
        ],
    );
    hall
}

fn acts(hall: &Hall, staff: &str, now: &str, commands: &[Value]) -> Vec<Value> {
    let lines: Vec<String> = commands.iter().map(Value::to_string).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let (code, done) = hall.act(staff, now, &lines);
    assert_eq!(code, 0, "{done:?}");
    done
}

/// Four inquiries closed on the Friday.
fn closed() -> Hall {
    let hall = hall();
    for at in 1..=4 {
        let number = format!("20260403-{at:04}");
        acts(
            &hall,
            "1001",
            FRIDAY,
            &[
                json!({"register": {"visitor": {"name": "张三", "phone": format!("1380000000{at}")},
                    "matter": "sw-fapiao"}}),
                json!({"answer": {"inquiry": number, "text": "已领用"}}),
                json!({"close": {"inquiry": number,
                    "contact": {"how": "in_person", "who": "张三"}}}),
            ],
        );
    }
    hall
}

#[test]
fn a_number_found_wrong_stays_readable_with_its_mark() {
    let hall = hall();
    let standing = |now: &str| {
        let all = hall.json_at(now, &["staff", "contacts"]);
        let one = &all.as_array().unwrap()[0];
        assert_eq!(
            (&one["staff"], &one["phone"]),
            (&json!("2003"), &json!("8003"))
        );
        one["standing"].clone()
    };
    assert_eq!(standing(FRIDAY), "unchecked");
    acts(
        &hall,
        "1001",
        FRIDAY,
        &[json!({"check_contact": {"staff": "2003"}})],
    );
    assert_eq!(standing(FRIDAY), "right");
    assert_eq!(standing("2026-07-02T16:50:00+08:00"), "right");
    assert_eq!(standing("2026-07-02T16:51:00+08:00"), "stale");
    acts(
        &hall,
        "1001",
        TUESDAY,
        &[json!({"check_contact": {"staff": "2003", "wrong": true, "text": "空号"}})],
    );
    assert_eq!(standing(TUESDAY), "wrong");
    let (code, out, note) = hall.told_at(TUESDAY, &["staff", "contacts", "--lang", "en"]);
    assert_eq!(code, 0, "{note}");
    assert!(
        out.contains("8003") && out.contains("WRONG 2026-04-07 by 李明"),
        "{out}"
    );
    assert!(note.contains("90 days"), "{note}");
}

#[test]
fn a_sample_is_drawn_asked_and_drawn_again_to_compare() {
    let hall = closed();
    acts(
        &hall,
        "4001",
        TUESDAY,
        &[json!({"draw_sample": {"from": "2026-04-01", "to": "2026-04-06", "percent": 50}})],
    );
    let samples = hall.json_at(TUESDAY, &["oversee", "samples"]);
    let sample = &samples[0];
    assert_eq!((&sample["of"], &sample["percent"]), (&json!(4), &json!(50)));
    let drawn = sample["inquiries"].as_array().unwrap();
    assert_eq!(drawn.len(), 2);
    acts(
        &hall,
        "4001",
        TUESDAY,
        &[
            json!({"ask_sampled": {"number": drawn[0], "reached": true, "settled": true, "level": 5}}),
        ],
    );
    let asked = &hall.json_at(TUESDAY, &["oversee", "samples"])[0]["asked"];
    assert_eq!(asked.as_array().unwrap().len(), 1);
    assert_eq!(
        (&asked[0]["number"], &asked[0]["level"]),
        (&drawn[0], &json!(5))
    );
    let (code, out, err) = hall.told_at(TUESDAY, &["oversee", "verify"]);
    assert_eq!(code, 0, "{out}{err}");
    let (code, _, err) = hall.told_at(TUESDAY, &["oversee", "verify", "抽〔2020〕9号"]);
    assert_ne!(code, 0);
    assert!(err.contains("抽〔2020〕9号"), "{err}");
}

#[test]
fn a_bulletin_prints_the_same_once_it_is_issued() {
    let hall = closed();
    let period = ["--from", "2026-04-01", "--to", "2026-04-06"];
    let mut words = vec!["oversee", "bulletin"];
    words.extend(period);
    let (code, stands, err) = hall.told_at(TUESDAY, &words);
    assert_eq!(code, 0, "{err}");
    acts(
        &hall,
        "4001",
        TUESDAY,
        &[
            json!({"issue_bulletin": {"from": "2026-04-01", "to": "2026-04-06", "text": "请各科对照"}}),
        ],
    );
    let issued = hall.json_at(TUESDAY, &["oversee", "bulletins"]);
    let number = issued[0]["bulletin"].as_str().unwrap();
    let (code, printed, err) = hall.told_at(TUESDAY, &["oversee", "bulletin", number]);
    assert_eq!(code, 0, "{err}");
    assert!(
        printed.contains(number) && printed.contains("请各科对照"),
        "{printed}"
    );
    // What was counted before is what the issued one says.
    let counted: Vec<&str> = stands.lines().filter(|line| line.contains('4')).collect();
    assert!(!counted.is_empty(), "{stands}");
    for line in counted.iter().filter(|line| !line.contains("2026")) {
        assert!(printed.contains(line.trim()), "{line} is not in {printed}");
    }
    let (code, _, err) = hall.told_at(TUESDAY, &["oversee", "bulletin", "--from", "2026-04-01"]);
    assert_eq!(code, 2, "{err}");
}

#[test]
fn the_queue_is_sorted_as_asked() {
    let hall = hall();
    for (at, urgent) in [(FRIDAY, false), (TUESDAY, true)] {
        let urgency = if urgent { "emergency" } else { "normal" };
        acts(
            &hall,
            "1001",
            at,
            &[
                json!({"register": {"visitor": {"name": "张三", "phone": "13800000000"},
                "matter": "sw-fapiao", "urgency": urgency}}),
            ],
        );
    }
    let first = |order: &str| {
        let queue = hall.json_at(TUESDAY, &["queue", "--view", "all", "--sort", order]);
        queue[0]["number"].as_str().unwrap().to_owned()
    };
    assert_eq!(first("received"), "20260403-0001");
    assert_eq!(first("urgency"), "20260407-0001");
    let (code, _, err) = hall.told(&["queue", "--sort", "colour"]);
    assert_eq!(code, 2);
    assert!(
        err.contains("pressing urgency received holder matter"),
        "{err}"
    );
}
