//! `shouwen due`: dates, reasons, and what it says to bad input.

use crate::cli_kit::{json, shouwen, status};
use rstest::rstest;
use serde_json::Value;

fn due(words: &[&str]) -> Value {
    let mut all = vec!["due", "--json"];
    all.extend(words);
    json(&all)
}

/// The golden table: limit, more options, trigger, due.
#[rstest]
#[case::v01("15wd", &["--counting", "receipt-day"], "2026-02-12T10:00:00+08:00", "2026-03-10T17:30:00+08:00")]
#[case::v01_next_day("15wd", &[], "2026-02-12T10:00:00+08:00", "2026-03-11T17:30:00+08:00")]
#[case::v03("30cd", &[], "2026-09-01", "2026-10-08T17:30:00+08:00")]
#[case::v03_unrolled("30cd", &["--no-roll"], "2026-09-01", "2026-10-02T00:00:00+08:00")]
#[case::v04("30cd", &["--extend", "30"], "2026-09-01", "2026-11-02T17:30:00+08:00")]
#[case::v07("1wd", &[], "2026-04-03T16:50:00+08:00", "2026-04-07T17:30:00+08:00")]
#[case::v09("3wd", &[], "2026-04-30", "2026-05-08T17:30:00+08:00")]
#[case::v11("1h", &[], "2026-05-01T23:30:00+08:00", "2026-05-02T00:30:00+08:00")]
#[case::v12("1wd", &[], "2026-05-08 15:00", "2026-05-09T17:30:00+08:00")]
#[case::v13("30wd", &[], "2026-08-20", "2026-10-08T17:30:00+08:00")]
#[case::v17("5wd", &[], "2026-02-13T16:59", "2026-02-27T17:30:00+08:00")]
#[case::v17_accepted("20wd", &[], "2026-02-13T16:59", "2026-03-19T17:30:00+08:00")]
#[case::v21("60cd", &[], "2026-07-28", "2026-09-28T17:30:00+08:00")]
#[case::office_hours("2oh", &[], "2026-04-03T16:30:00+08:00", "2026-04-07T10:00:00+08:00")]
#[case::closing("1oh", &[], "2026-04-03T16:30:00+08:00", "2026-04-03T17:30:00+08:00")]
#[case::minutes("90min", &[], "2026-04-03T23:30:00+08:00", "2026-04-04T01:00:00+08:00")]
#[case::month("1mo", &[], "2026-01-31T09:00:00+08:00", "2026-02-28T17:30:00+08:00")]
#[case::midnight("1wd", &["--hours", "00:00-24:00"], "2026-04-03", "2026-04-08T00:00:00+08:00")]
#[case::other_offset("1wd", &[], "2026-04-03T08:50:00Z", "2026-04-07T17:30:00+08:00")]
fn a_limit_ends(#[case] limit: &str, #[case] more: &[&str], #[case] from: &str, #[case] end: &str) {
    let mut words = vec!["--limit", limit, "--from", from];
    words.extend(more);
    let answer = due(&words);
    assert_eq!(answer["due"], end);
    assert_eq!(answer["provisional"], false);
    assert_eq!(answer["calendar"], "cn-2026");
    assert_eq!(answer["clause"], Value::Null);
}

#[test]
fn the_reasons_name_the_trigger_day_and_each_holiday() {
    let answer = due(&["--limit", "1wd", "--from", "2026-04-03T16:50:00+08:00"]);
    let days: Vec<(&str, bool, &str)> = answer["days"]
        .as_array()
        .unwrap()
        .iter()
        .map(|day| {
            (
                day["date"].as_str().unwrap(),
                day["counted"].as_bool().unwrap(),
                day["why"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        days,
        [
            ("2026-04-03", false, "trigger day"),
            ("2026-04-04", false, "清明节"),
            ("2026-04-05", false, "清明节"),
            ("2026-04-06", false, "清明节"),
            ("2026-04-07", true, "working day"),
        ]
    );
}

#[test]
fn a_clock_of_a_rulebook_brings_its_clause() {
    let answer = due(&[
        "--rulebook",
        "tax",
        "--clock",
        "D9-T2",
        "--from",
        "2026-04-03T16:50:00+08:00",
    ]);
    assert_eq!(answer["due"], "2026-04-07T17:30:00+08:00");
    assert_eq!(answer["clause"]["document"], "D9");
    assert!(
        answer["clause"]["quote"]
            .as_str()
            .unwrap()
            .contains("1个工作日内流转")
    );
}

#[test]
fn past_the_known_calendar_it_is_provisional_and_new_year_is_off() {
    let answer = due(&["--limit", "10wd", "--from", "2026-12-18"]);
    assert_eq!(answer["provisional"], true);
    assert_eq!(answer["due"], "2027-01-04T17:30:00+08:00");
}

#[test]
fn hours_tell_their_stretches_and_days() {
    let answer = due(&["--limit", "2oh", "--from", "2026-04-03T16:30:00+08:00"]);
    let stretches = answer["stretches"].as_array().unwrap();
    assert_eq!(stretches[0]["counted"], true);
    assert_eq!(stretches[0]["to"], "2026-04-03T17:30:00+08:00");
    assert_eq!(answer["days"][1]["why"], "清明节");
    assert_eq!(answer["days"][4]["counted"], true);
}

#[test]
fn people_read_it_in_their_language() {
    let words = [
        "due",
        "--limit",
        "1wd",
        "--from",
        "2026-04-03T16:50:00+08:00",
    ];
    let zh = shouwen()
        .args(words)
        .args(["--lang", "zh"])
        .output()
        .unwrap();
    let zh = String::from_utf8(zh.stdout).unwrap();
    assert!(zh.contains("到期：2026-04-07 17:30 周二"), "{zh}");
    assert!(zh.contains("清明节，不计") && zh.contains("第1日"), "{zh}");
    let en = shouwen()
        .args(words)
        .env("SHOUWEN_LANG", "en")
        .output()
        .unwrap();
    let en = String::from_utf8(en.stdout).unwrap();
    assert!(en.contains("Due: 2026-04-07 17:30 Tue"), "{en}");
    assert!(en.contains("Qingming Festival, not counted"), "{en}");
}

#[rstest]
#[case::bare_number(&["--limit", "5", "--from", "2026-04-03"], "没有单位")]
#[case::zero(&["--limit", "0wd", "--from", "2026-04-03"], "不能是零")]
#[case::too_long(&["--limit", "10000cd", "--from", "2026-04-03"], "太长")]
#[case::too_long_extended(&["--limit", "9000cd", "--extend", "1000", "--from", "2026-04-03"], "太长")]
#[case::unit(&["--limit", "5days", "--from", "2026-04-03"], "没有单位「days」")]
#[case::word(&["--limit", "wd", "--from", "2026-04-03"], "没有数字")]
#[case::time(&["--limit", "5wd", "--from", "tomorrow"], "「tomorrow」")]
#[case::no_time(&["--limit", "5wd"], "--from")]
#[case::no_limit(&["--from", "2026-04-03"], "--limit")]
#[case::counting(&["--limit", "5wd", "--counting", "week", "--from", "2026-04-03"], "next-day")]
#[case::hours(&["--limit", "5oh", "--hours", "17:00-09:00", "--from", "2026-04-03"], "办公时间有误")]
#[case::rulebook(&["--rulebook", "harbour", "--clock", "D9-T1", "--from", "2026-04-03"], "service-centre")]
#[case::clock(&["--rulebook", "tax", "--clock", "D9-T99", "--from", "2026-04-03"], "D9-T7")]
#[case::no_clock(&["--rulebook", "tax", "--from", "2026-04-03"], "--clock")]
#[case::both(&["--rulebook", "tax", "--clock", "D9-T1", "--limit", "5wd", "--from", "2026-04-03"], "3wd")]
#[case::extend(&["--limit", "5wd", "--extend", "some", "--from", "2026-04-03"], "some")]
#[case::option(&["--limit", "5wd", "--form", "2026-04-03"], "--form")]
fn bad_input_is_wrong_usage_with_a_sentence(#[case] words: &[&str], #[case] says: &str) {
    let mut all = vec!["due", "--lang", "zh"];
    all.extend(words);
    let (code, out, err) = status(&all);
    assert_eq!(code, 2, "{err}");
    assert_eq!(out, "");
    assert!(err.contains(says), "{err}");
    assert!(err.lines().count() <= 2, "{err}");
}

#[test]
fn a_language_that_is_not_spoken_and_a_now_that_is_none_are_wrong_usage() {
    assert_eq!(status(&["due", "--lang", "fr"]).0, 2);
    assert_eq!(status(&["due", "--now", "soon"]).0, 2);
}

#[test]
fn without_a_trigger_the_set_time_counts() {
    let words = ["due", "--json", "--limit", "1wd"];
    let output = shouwen()
        .args(words)
        .env("SHOUWEN_NOW", "2026-04-03T16:50:00+08:00")
        .output()
        .unwrap();
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["due"], "2026-04-07T17:30:00+08:00");
}
