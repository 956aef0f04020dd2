//! Bringing in a calendar: notices and own days from files, what moves, and what stays.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use crate::cli_kit::{Hall, told};
use rstest::rstest;
use serde_json::{Value, json};

const NOW: &str = "2026-12-30T10:00:00+08:00";
const LATER: &str = "2026-12-30T15:00:00+08:00";

const REGISTER: &str =
    r#"{"register":{"visitor":{"name":"张三"},"matter":"sw-fapiao","words":"x"}}"#;

const TOML: &str = "id = \"cn-2027\"\nyear = 2027\nsource = \"某通知\"\n\n[[holiday]]\nzh = \"元旦\"\n\
    en = \"New Year's Day\"\nfrom = 2026-12-31\nto = 2027-01-03\n";
const CSV: &str = "日期,类型,名称\n2026-12-31,休,元旦\n2027-01-01,休,元旦\n2027-01-02,休,元旦\n\
    2027-01-03,休,元旦\n";
const JSON: &str = "{\"source\": {\"2027\": \"某通知\"},\n \"off\": {\"2027\": [\"2026-12-31\", \
    \"2027-01-01\", \"2027-01-02\", \"2027-01-03\"]},\n \"makeup_workdays\": {\"2027\": []}}";

/// A sandbox with one inquiry, whose three working days from 12-30 are provisional.
fn waiting() -> Hall {
    let hall = Hall::sandbox();
    let (code, lines) = hall.act("1001", NOW, &[REGISTER]);
    assert_eq!(code, 0, "{lines:?}");
    assert_eq!(clock(&hall)["provisional"], true);
    assert_eq!(due(&hall), "2027-01-05T17:30:00+08:00");
    hall
}

fn clock(hall: &Hall) -> Value {
    let shown = hall.json_at(LATER, &["show", "20261230-0001"]);
    shown["clocks"][0].clone()
}

fn due(hall: &Hall) -> String {
    clock(hall)["due"].as_str().unwrap().to_owned()
}

fn whole(hall: &Hall) {
    assert_eq!(hall.json_at(LATER, &["audit", "verify"])["ok"], true);
}

fn events(hall: &Hall) -> i64 {
    let audit = hall.json_at(LATER, &["audit", "verify"]);
    audit["events"].as_i64().expect("a count of facts")
}

#[rstest]
#[case::toml("2027.toml", TOML.as_bytes().to_vec())]
#[case::json("2027.json", JSON.as_bytes().to_vec())]
#[case::csv("2027.csv", CSV.as_bytes().to_vec())]
#[case::csv_with_a_mark("2027.csv", [b"\xef\xbb\xbf", CSV.as_bytes()].concat())]
#[case::csv_in_gb18030("2027.csv", encoding_rs::GB18030.encode(CSV).0.into_owned())]
fn a_notice_moves_the_clocks_that_run(#[case] file: &str, #[case] bytes: Vec<u8>) {
    let hall = waiting();
    hall.file(file, bytes);
    let before = events(&hall);
    let moved = json!([{
        "number": "20261230-0001", "leg": 0, "clock": "D9-T1",
        "from": "2027-01-05T17:30:00+08:00", "to": "2027-01-06T17:30:00+08:00",
        "provisional": false, "breached": false,
    }]);
    let preview = hall.json_at(LATER, &["calendar", "import", file, "--preview"]);
    assert_eq!(preview["moved"], moved);
    assert_eq!(preview["calendar"], "cn-2027");
    assert_eq!(events(&hall), before, "a preview changes nothing");
    assert_eq!(due(&hall), "2027-01-05T17:30:00+08:00");
    let done = hall.json_at(LATER, &["calendar", "import", file]);
    assert_eq!(done["moved"], moved);
    assert_eq!(done["known_until"], "2027-12-31");
    let clock = clock(&hall);
    assert_eq!(clock["due"], "2027-01-06T17:30:00+08:00");
    assert_eq!(clock["provisional"], false);
    assert_eq!(clock["calendar"], "cn-2027");
    assert_eq!(
        clock["days"][1]["why"], "元旦",
        "December, by next year's notice"
    );
    whole(&hall);
    let shown = hall.json_at(LATER, &["show", "20261230-0001"]);
    let fact = shown["timeline"]
        .as_array()
        .unwrap()
        .last()
        .unwrap()
        .clone();
    assert_eq!(fact["kind"], "recounted");
    assert_eq!(fact["actor"], "owner");
    assert_eq!(fact["was"], "2027-01-05T17:30:00+08:00");
    assert_eq!(fact["due"], "2027-01-06T17:30:00+08:00");
    let text = fact["text"].as_str().unwrap();
    assert!(
        text.contains("cn-2027") && text.contains("01-06 17:30"),
        "{text}"
    );
    let queue = hall.json_at(LATER, &["queue"]);
    assert_eq!(queue[0]["due"], "2027-01-06T17:30:00+08:00");
    assert_eq!(queue[0]["provisional"], false);
    let again = hall.json_at(LATER, &["calendar", "import", file]);
    assert_eq!(
        (&again["moved"], &again["calendar"]),
        (&json!([]), &json!("cn-2027"))
    );
}

#[test]
fn a_due_date_that_stays_is_no_longer_provisional() {
    let hall = waiting();
    hall.file("2027.csv", "date,kind,name\n2027-01-01,off,New Year\n");
    let done = hall.json_at(LATER, &["calendar", "import", "2027.csv"]);
    assert_eq!(done["moved"], json!([]));
    assert_eq!(done["confirmed"][0]["number"], "20261230-0001");
    assert_eq!(clock(&hall)["provisional"], false);
    assert_eq!(due(&hall), "2027-01-05T17:30:00+08:00");
    whole(&hall);
}

#[test]
fn what_was_answered_or_closed_never_changes() {
    let hall = waiting();
    let acts = [
        r#"{"answer":{"inquiry":"20261230-0001","text":"可以"}}"#,
        r#"{"close":{"inquiry":"20261230-0001"}}"#,
    ];
    assert_eq!(hall.act("1001", NOW, &acts).0, 0);
    let before = hall.json_at(LATER, &["show", "20261230-0001"]);
    hall.file("2027.toml", TOML);
    let done = hall.json_at(LATER, &["calendar", "import", "2027.toml"]);
    assert_eq!(
        (&done["moved"], &done["confirmed"]),
        (&json!([]), &json!([]))
    );
    let after = hall.json_at(LATER, &["show", "20261230-0001"]);
    assert_eq!(before["timeline"], after["timeline"]);
    assert_eq!(after["clocks"][0]["due"], "2027-01-05T17:30:00+08:00");
    whole(&hall);
}

#[test]
fn a_unit_has_days_of_its_own_and_they_are_kept_beside_the_notices() {
    let hall = waiting();
    hall.file("2027.toml", TOML);
    hall.json_at(LATER, &["calendar", "import", "2027.toml"]);
    hall.file(
        "own.csv",
        "date,kind,name,hours\n2027-01-04,off,防汛停办,\n2027-01-09,work,周六值班,09:00-11:30\n",
    );
    let own = ["calendar", "import", "own.csv", "--own"];
    let done = hall.json_at(LATER, &own);
    assert_eq!(done["calendar"], "cn-2027+1");
    assert_eq!(done["moved"][0]["to"], "2027-01-07T17:30:00+08:00");
    hall.file(
        "duty.toml",
        "[[day]]\ndate = 2027-01-04\nname = \"照常\"\nopen = true\nhours = \"09:00-10:00\"\n",
    );
    let done = hall.json_at(LATER, &["calendar", "import", "duty.toml", "--own"]);
    assert_eq!(done["calendar"], "cn-2027+2", "a day ruled anew");
    assert_eq!(done["moved"][0]["to"], "2027-01-06T17:30:00+08:00");
    let list = hall.json_at(LATER, &["calendar", "list"]);
    let own = list.as_array().unwrap().last().unwrap().clone();
    assert_eq!(own["own_days"][0]["hours"], "09:00-10:00");
    assert_eq!(own["own_days"][1]["name"], "周六值班");
    assert!(
        list.as_array()
            .unwrap()
            .iter()
            .any(|one| one["id"] == "cn-2027")
    );
    whole(&hall);
    let corrected = TOML.replace("to = 2027-01-03", "to = 2027-01-02");
    hall.file("2027.toml", corrected);
    let done = hall.json_at(LATER, &["calendar", "import", "2027.toml"]);
    assert_eq!(done["calendar"], "cn-2027+3", "the same id, other days");
    whole(&hall);
}

#[rstest]
#[case::gap("gap.toml", "id = \"cn-2028\"\nyear = 2028\n[[holiday]]\nzh = \"元旦\"\nen = \"x\"\n\
    from = 2028-01-01\n", &[], Some(2), "2027")]
#[case::gap_within("gap.json", "{\"off\": {\"2027\": [\"2027-01-01\"],\n\"2029\": [\"2029-01-01\"]}}",
    &[], Some(2), "2028")]
#[case::off_and_work("both.csv", "date,kind,name\n2027-01-01,off,x\n2027-01-01,work,x\n", &[], Some(3),
    "2027-01-01")]
#[case::twice("own.csv", "date,kind,name\n2026-07-20,off,x\n2026-07-20,off,x\n", &["--own"], Some(3),
    "2026-07-20")]
#[case::empty("empty.csv", "", &[], Some(1), "--own")]
#[case::another_year("other.toml", "id = \"x\"\nyear = 2027\n[[holiday]]\nzh = \"x\"\nen = \"x\"\n\
    from = 2028-01-01\n", &[], Some(6), "2028-01-01")]
#[case::no_date("bad.csv", "日期,类型,名称\n2027-02-30,休,x\n", &[], Some(2), "2027-02-30")]
#[case::binary("bin.csv", "PK\u{3}\u{4}\u{0}", &[], None, "TOML")]
#[case::no_json("torn.json", "{\"off\": [\n", &[], Some(2), "")]
#[case::own_without_the_option("own.toml", "[[day]]\ndate = 2026-07-20\nname = \"x\"\nopen = false\n", &[],
    Some(1), "--own")]
fn bad_input_is_named_with_file_and_line(
    #[case] file: &str,
    #[case] text: &str,
    #[case] more: &[&str],
    #[case] line: Option<usize>,
    #[case] said: &str,
) {
    let hall = Hall::sandbox();
    let before = events(&hall);
    hall.file(file, text);
    for what in ["check", "import"] {
        let words = [&["calendar", what, file], more].concat();
        let (code, out, err) = told(hall.shouwen(&words).args(["--json", "--now", LATER]));
        assert_eq!(code, 3, "{out}{err}");
        let found: Value = serde_json::from_str(&out).unwrap();
        assert_eq!(found["errors"][0]["line"], json!(line), "{found}");
        for lang in ["zh", "en"] {
            let (code, out, err) =
                told(hall.shouwen(&words).args(["--lang", lang, "--now", LATER]));
            assert_eq!(code, 3, "{out}{err}");
            assert!(out.starts_with(file), "{out}");
            if said != "--own" || lang == "zh" && file == "own.toml" {
                assert!(out.contains(said), "{out}");
            }
        }
    }
    assert_eq!(events(&hall), before, "nothing was changed");
}

#[test]
fn the_list_says_until_when_it_is_known_and_warns_from_november_on() {
    let hall = Hall::sandbox();
    let at = |now: &str, lang: &str| hall.told_at(now, &["calendar", "list", "--lang", lang]).2;
    let october = at("2026-10-31T23:59:00+08:00", "zh");
    assert!(
        october.contains("2026-12-31") && !october.contains("2027 年"),
        "{october}"
    );
    let november = at("2026-11-01T00:00:00+08:00", "zh");
    assert!(
        november.contains("2027 年的放假安排还没有导入"),
        "{november}"
    );
    let november = at("2026-11-01T00:00:00+08:00", "en");
    assert!(
        november.contains("holidays of 2027 are not known"),
        "{november}"
    );
    hall.file("2027.toml", TOML);
    hall.json_at(LATER, &["calendar", "import", "2027.toml"]);
    let known = at(LATER, "zh");
    assert!(
        known.contains("2027-12-31") && !known.contains("还没有导入"),
        "{known}"
    );
}

#[test]
fn only_the_owner_or_an_admin_brings_one_in() {
    let hall = Hall::sandbox();
    hall.file("2027.toml", TOML);
    let import = ["calendar", "import", "2027.toml", "--as"];
    let by = |staff: &str| hall.told_at(LATER, &[&import[..], &[staff]].concat());
    assert_eq!(by("1002").0, 3);
    let (code, out, err) = by("1001");
    assert_eq!(code, 0, "{out}{err}");
    assert!(
        out.contains("cn-2027") && out.contains("2027-12-31"),
        "{out}"
    );
    let (code, _, err) = hall.told(&["calendar", "import", "2027.toml", "--db", "nowhere.db"]);
    assert_eq!(code, 4, "{err}");
    let (code, _, err) = hall.told(&["calendar", "import", "nowhere.toml"]);
    assert_eq!(code, 2, "{err}");
}

#[test]
fn the_provisional_mark_stands_in_what_people_read() {
    let hall = waiting();
    for (lang, mark) in [("zh", "暂算"), ("en", "provisional")] {
        for words in [
            vec!["queue", "--lang", lang],
            vec!["show", "20261230-0001", "--lang", lang],
            vec!["explain", "20261230-0001", "--lang", lang],
        ] {
            let (_, out, _) = hall.told_at(LATER, &words);
            assert!(out.to_lowercase().contains(mark), "{words:?}: {out}");
        }
    }
}
