//! Catalogues in workbooks and .csv: every mistake at its cell, and nothing lost
//! on the way out and in again.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::too_many_lines,
    reason = "helpers of tests, and one line a mistake"
)]

use crate::cli_kit::Hall;
use crate::sheet_kit::{Sheet, documents, matters, places, workbook};
use rstest::rstest;
use serde_json::{Value, json};

const NOW: &str = "2026-04-07T10:42:00+08:00";

fn checked(hall: &Hall, words: &[&str]) -> (i32, Value) {
    let mut all = vec!["catalog", "check", "--json"];
    all.extend(words);
    let (code, out, err) = hall.told(&all);
    (
        code,
        serde_json::from_str(&out).unwrap_or_else(|_| panic!("{out}{err}")),
    )
}

fn place(sheet: &str, row: u64, column: &str, code: &str) -> (String, u64, String, String) {
    (sheet.to_owned(), row, column.to_owned(), code.to_owned())
}

#[test]
fn ten_planted_mistakes_are_each_found_at_their_cell_and_nothing_else() {
    let (mut of, mut papers) = (matters(200), documents(200, 1_500));
    let mut expected = Vec::new();
    let mut plant =
        |sheet: &mut Sheet, row: usize, column: &str, text: &str, at: &str, code: &str| {
            sheet.set(row, column, text);
            expected.push(place(sheet.name, u64::try_from(row).unwrap(), at, code));
        };
    plant(
        &mut of,
        4,
        "法定时限",
        "3",
        "承诺时限",
        "promise_beyond_law",
    );
    plant(
        &mut of,
        7,
        "办理流程",
        "受理:1;审核:5",
        "办理流程",
        "steps_beyond_promise",
    );
    plant(
        &mut of,
        11,
        "办理流程",
        "受理:1;审核:2",
        "办理流程",
        "steps_short_of_promise",
    );
    plant(
        &mut of,
        15,
        "承诺时限单位",
        "",
        "承诺时限单位",
        "limit_without_unit",
    );
    plant(
        &mut of,
        19,
        "取消日期",
        "2025-12-31",
        "取消日期",
        "ends_before_it_begins",
    );
    let first = of.get(20, "实施编码");
    plant(&mut of, 23, "实施编码", &first, "实施编码", "duplicate");
    let orphans = documents(200, 1_500);
    plant(
        &mut papers,
        12,
        "原件份数",
        "两份",
        "原件份数",
        "not_a_number",
    );
    plant(
        &mut papers,
        40,
        "材料名称",
        "其他材料",
        "材料名称",
        "catch_all",
    );
    plant(&mut papers, 77, "来源渠道", "", "来源渠道", "no_source");
    plant(
        &mut papers,
        1_300,
        "必要性",
        "看情况",
        "必要性",
        "unknown_word",
    );
    // The documents of the matter that lost its code belong nowhere now.
    let lost = "110000000022";
    for row in 2..=orphans.rows.len() {
        if orphans.get(row, "实施编码") == lost {
            papers.set(row, "实施编码", &first);
            papers.set(row, "材料名称", &format!("另{row}"));
        }
    }
    let hall = Hall::sandbox();
    hall.file("all.xlsx", workbook(&[&of, &papers]));
    let (code, found) = checked(&hall, &["all.xlsx"]);
    assert_eq!(code, 3);
    assert_eq!(places(&found["errors"]), expected);
    assert_eq!(found["warnings"], json!([]));
    hall.file("a.csv", of.csv());
    hall.file("b.csv", papers.csv());
    let (code, found) = checked(&hall, &["--matters", "a.csv", "--documents", "b.csv"]);
    assert_eq!((code, places(&found["errors"])), (3, expected));
    let (code, out, err) = hall.told(&[
        "catalog", "import", "all.xlsx", "--now", NOW, "--lang", "zh",
    ]);
    assert_eq!(code, 3);
    assert!(
        out.contains("材料 第 12 行 原件份数：「两份」不是整数"),
        "{out}"
    );
    assert!(err.contains("10 处错误"), "{err}");
    assert_eq!(
        hall.json_at(NOW, &["catalog", "list"])
            .as_array()
            .unwrap()
            .len(),
        29
    );
}

#[test]
fn a_sound_workbook_is_previewed_taken_over_and_said_again() {
    let hall = Hall::sandbox();
    hall.file(
        "all.xlsx",
        workbook(&[&matters(200), &documents(200, 1_500)]),
    );
    let preview = hall.json_at(NOW, &["catalog", "import", "all.xlsx", "--preview"]);
    assert_eq!(preview["changes"]["added"].as_array().unwrap().len(), 200);
    assert_eq!(preview["changes"]["removed"].as_array().unwrap().len(), 29);
    assert_eq!(
        hall.json_at(NOW, &["catalog", "list"])
            .as_array()
            .unwrap()
            .len(),
        29
    );
    let done = hall.json_at(NOW, &["catalog", "import", "all.xlsx"]);
    assert_eq!(
        (&done["matters"], &done["documents"]),
        (&json!(200), &json!(1_500))
    );
    assert_eq!(
        done["version"], "2026-04-07",
        "the day, where the file names no version"
    );
    assert_eq!(
        hall.json_at(NOW, &["catalog", "list"])
            .as_array()
            .unwrap()
            .len(),
        200
    );
    let shown = hall.json_at(NOW, &["catalog", "show", "110000000003"]);
    assert_eq!(shown["steps"][1], json!({"name": "审核", "days": 3}));
    let shown = hall.json_at(NOW, &["catalog", "show", "110000000002"]);
    assert_eq!(shown["documents"][0]["issuer"], "公安机关");
    let notice = hall.json_at(NOW, &["notice", "110000000003"]);
    assert_eq!(notice["catalog"]["version"], "2026-04-07");
    let again = hall.json_at(NOW, &["catalog", "diff", "all.xlsx"]);
    assert_eq!(
        again["changes"]["changed"],
        json!([]),
        "nothing is different"
    );
    let mut of = matters(200);
    of.set(3, "咨询电话", "另见公示牌");
    hall.file("next.xlsx", workbook(&[&of, &documents(200, 1_499)]));
    let (_, said, _) = hall.told(&["catalog", "diff", "next.xlsx", "--lang", "zh", "--now", NOW]);
    assert!(
        said.contains("~ 110000000002  第2号事项：咨询电话"),
        "{said}"
    );
    assert!(said.contains("材料 -第8件材料"), "{said}");
    assert_eq!(hall.json_at(NOW, &["audit", "verify"])["ok"], true);
}

#[rstest]
#[case::workbook(&["out.xlsx"])]
#[case::pair(&["--matters", "a.csv", "--documents", "b.csv"])]
fn the_examples_come_back_as_they_went_out(#[case] files: &[&str]) {
    let hall = Hall::sandbox();
    let words = |what: &'static str| {
        let mut all = vec!["catalog", what];
        all.extend(files);
        all
    };
    let before = hall.told(&["catalog", "export"]).1;
    let (code, _, err) = hall.told(&words("export"));
    assert_eq!(code, 0, "{err}");
    let (code, found) = checked(&hall, files);
    assert_eq!((code, &found["errors"]), (0, &json!([])), "{found}");
    let warnings = places(&found["warnings"]);
    assert_eq!(warnings.len(), 59, "nobody gave a telephone");
    assert!(warnings.contains(&place("事项", 20, "承诺时限", "promise_perhaps_beyond_law")));
    let mut import = words("import");
    import.extend(["--id", "cn-examples", "--catalog-version", "1"]);
    let done = hall.json_at(NOW, &import);
    assert_eq!(
        done["changes"],
        json!({"added": [], "removed": [], "changed": []})
    );
    assert_eq!(hall.told(&["catalog", "export"]).1, before);
}

#[test]
fn form_place_validity_and_electronic_substitute_come_back_as_they_went_out() {
    let hall = Hall::sandbox();
    let before = hall.told(&["catalog", "export"]).1;
    let told = before.replacen(
        "[[matters.documents]]\n",
        "[[matters.documents]]\nparticulars = { form = \"申请表A-3\", issued_at = \"二楼5号窗\", \
         validity = \"3个月内\", electronic = \"电子身份证\" }\n",
        1,
    );
    assert_ne!(told, before);
    hall.file("told.toml", told.into_bytes());
    hall.json_at(NOW, &["catalog", "import", "told.toml"]);
    let whole = hall.told(&["catalog", "export"]).1;
    assert!(whole.contains("申请表A-3"), "{whole}");
    assert_eq!(hall.told(&["catalog", "export", "out.xlsx"]).0, 0);
    let done = hall.json_at(NOW, &["catalog", "import", "out.xlsx"]);
    assert_eq!(
        done["changes"],
        json!({"added": [], "removed": [], "changed": []})
    );
}

#[test]
fn headings_may_be_ours_and_stand_in_any_order() {
    let hall = Hall::sandbox();
    let mut of = Sheet::new(
        "matters",
        "department name id promised_limit_unit promised_limit type colour",
    );
    of.row(&[
        "税政科",
        "领发票",
        "sw-1",
        "working_day",
        "2",
        "promised",
        "red",
    ]);
    let mut papers = Sheet::new("documents", "name source id kind");
    papers.row(&["申请表", "applicant", "sw-1", "original"]);
    hall.file("all.xlsx", workbook(&[&papers, &of]));
    let (code, found) = checked(&hall, &["all.xlsx"]);
    assert_eq!((code, &found["errors"]), (0, &json!([])), "{found}");
    assert_eq!(
        places(&found["warnings"]),
        [place("matters", 1, "colour", "unknown_column")]
    );
    hall.json_at(
        NOW,
        &["catalog", "import", "all.xlsx", "--catalog-version", "7"],
    );
    let shown = hall.json_at(NOW, &["catalog", "show", "sw-1"]);
    assert_eq!(shown["promised_limit"]["text"], "2个工作日");
}

#[test]
fn a_pair_in_gb18030_is_read_too() {
    let hall = Hall::sandbox();
    let gb = |text: &str| encoding_rs::GB18030.encode(text).0.into_owned();
    hall.file("a.csv", gb(&matters(3).csv()));
    hall.file("b.csv", gb(&documents(3, 9).csv()));
    let done = hall.json_at(
        NOW,
        &[
            "catalog",
            "import",
            "--matters",
            "a.csv",
            "--documents",
            "b.csv",
        ],
    );
    assert_eq!(
        (&done["matters"], &done["documents"]),
        (&json!(3), &json!(9))
    );
}

#[test]
fn versions_follow_each_other_by_their_days() {
    let hall = Hall::sandbox();
    let mut of = matters(3);
    let code = of.get(2, "实施编码");
    of.set(2, "取消日期", "2026-07-01");
    of.set(3, "实施编码", &code);
    of.set(3, "事项名称", "改了名的事项");
    of.set(3, "生效日期", "2026-07-01");
    let papers = documents(1, 2);
    hall.file("all.xlsx", workbook(&[&of, &papers]));
    hall.json_at(NOW, &["catalog", "import", "all.xlsx"]);
    let name = |now: &str| hall.json_at(now, &["catalog", "show", &code])["name"].clone();
    assert_eq!(name(NOW), "第1号事项");
    assert_eq!(name("2026-07-01T09:00:00+08:00"), "改了名的事项");
    let gone = r#"{"register":{"visitor":{"name":"张三"},"matter":"110000000003","words":"问"}}"#;
    assert_eq!(hall.act("1001", NOW, &[gone]).0, 0);
    of.set(3, "生效日期", "2026-06-30");
    hall.file("more.xlsx", workbook(&[&of, &papers]));
    let (_, found) = checked(&hall, &["more.xlsx"]);
    assert_eq!(
        places(&found["errors"]),
        [place("事项", 2, "取消日期", "overlapping_dates")]
    );
}

#[test]
fn form_against_counts_and_missing_telephones_stop_nothing() {
    let hall = Hall::sandbox();
    let (mut of, mut papers) = (matters(2), documents(2, 4));
    of.set(2, "咨询电话", "");
    of.set(3, "监督电话", "");
    papers.set(2, "复印件份数", "2");
    papers.set(3, "复印件份数", "0");
    hall.file("all.xlsx", workbook(&[&of, &papers]));
    let (code, found) = checked(&hall, &["all.xlsx"]);
    assert_eq!((code, &found["errors"]), (0, &json!([])));
    assert_eq!(
        places(&found["warnings"]),
        [
            place("事项", 2, "咨询电话", "no_phone"),
            place("事项", 3, "监督电话", "no_complaint_phone"),
            place("材料", 2, "复印件份数", "form_against_count"),
            place("材料", 3, "复印件份数", "form_against_count"),
        ]
    );
}

#[test]
fn a_code_typed_as_a_number_is_refused_where_it_stands() {
    let hall = Hall::sandbox();
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, heads) in [
        ("事项", ["实施编码", "事项名称", "承办部门"]),
        ("材料", ["实施编码", "材料名称", "来源渠道"]),
    ] {
        let sheet = book.add_worksheet();
        sheet.set_name(name).unwrap();
        for (at, head) in (0_u16..).zip(heads) {
            sheet.write_string(0, at, head).unwrap();
            sheet.write_string(1, at, "某").unwrap();
        }
        sheet
            .write_number(1, 0, 110_105_199_001_010_011_f64)
            .unwrap();
    }
    hall.file("all.xlsx", book.save_to_buffer().unwrap());
    let (code, found) = checked(&hall, &["all.xlsx"]);
    assert_eq!(code, 3);
    assert_eq!(
        places(&found["errors"]),
        [
            place("事项", 2, "实施编码", "numeric_id"),
            place("材料", 2, "实施编码", "numeric_id"),
        ]
    );
}
