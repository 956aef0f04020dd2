//! Files of rows and columns: what careless and hostile ones come to, and staff
//! from them.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use std::io::Write;

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use zip::write::{SimpleFileOptions, ZipWriter};

use crate::cli_kit::{Hall, told};
use crate::sheet_kit::{Sheet, workbook};
use shouwen::sheet::table::{Cell, LONGEST_CELL, Table, TableFault, date, letter, open, read};

fn text(table: &Table, row: usize, column: usize) -> Option<String> {
    let cell = table.rows[row].cell(column)?;
    if let Cell::Text(text) = cell {
        return Some(text.clone());
    }
    Some(format!("{cell:?}"))
}

fn book(fill: impl FnOnce(&mut Workbook)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(&mut book);
    book.save_to_buffer().unwrap()
}

fn sound() -> Vec<u8> {
    book(|book| {
        let sheet = book.add_worksheet();
        sheet.set_name("事项").unwrap();
        sheet.write_string(0, 0, "编码").unwrap();
        for row in 1..200 {
            sheet.write_string(row, 0, format!("第{row}件")).unwrap();
        }
    })
}

#[test]
fn columns_are_lettered_as_spreadsheets_do() {
    let letters: Vec<String> = [0, 25, 26, 51, 52, 701, 702].map(letter).into();
    assert_eq!(letters, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
}

#[test]
fn dates_are_read_as_people_write_them() {
    for written in [
        "2026-01-05",
        "2026/1/5",
        "2026.1.5",
        "2026年1月5日",
        "20260105",
    ] {
        assert_eq!(
            date(written).map(|day| day.to_string()).as_deref(),
            Some("2026-01-05")
        );
    }
    for written in [
        "",
        "2026",
        "26-1-5",
        "2026-13-01",
        "5/1/2026",
        "明天",
        "46027",
    ] {
        assert_eq!(date(written), None, "{written}");
    }
}

#[test]
fn a_csv_counts_its_rows_as_a_spreadsheet_does() {
    let lines = "\u{feff}a,b\r\n\r\n1,\"two\nlines\"\r\n,\r\n3,'=4\r\n";
    let table = &read("x.csv", lines.as_bytes()).unwrap()[0];
    assert_eq!(table.columns, ["a", "b"]);
    let numbers: Vec<usize> = table.rows.iter().map(|row| row.number).collect();
    assert_eq!(numbers, [3, 5]);
    assert_eq!(text(table, 0, 1).as_deref(), Some("two\nlines"));
    assert_eq!(
        text(table, 1, 1).as_deref(),
        Some("=4"),
        "kept from being a formula"
    );
    let tabs = read("x.csv", b"a\tb\n1\t2\n").unwrap();
    assert_eq!(tabs[0].columns.len(), 2);
}

#[test]
fn a_workbook_tells_numbers_dates_formulas_and_what_is_merged() {
    let bytes = book(|book| {
        let sheet = book.add_worksheet();
        for (at, name) in (0_u16..).zip(["编码", "数", "日", "式"]) {
            sheet.write_string(1, at, name).unwrap();
        }
        let day = Format::new().set_num_format("yyyy-mm-dd");
        sheet.merge_range(2, 0, 3, 0, "A1", &Format::new()).unwrap();
        sheet.write_number(2, 1, 12.0).unwrap();
        let at = ExcelDateTime::parse_from_str("2026-01-05").unwrap();
        sheet.write_datetime_with_format(2, 2, &at, &day).unwrap();
        sheet
            .write_formula(2, 3, Formula::new("=1+1").set_result("2"))
            .unwrap();
        sheet.write_string(3, 1, " x ").unwrap();
        book.add_worksheet();
    });
    let tables = read("x.xlsx", &bytes).unwrap();
    assert_eq!(tables.len(), 1, "an empty sheet is none");
    let table = &tables[0];
    assert_eq!(table.heading, 2);
    assert_eq!(table.rows[0].number, 3);
    assert_eq!(table.rows[0].cell(1), Some(&Cell::Number(12.0)));
    let noon = date("2026-01-05").unwrap().and_hms_opt(0, 0, 0).unwrap();
    assert_eq!(table.rows[0].cell(2), Some(&Cell::Time(noon)));
    assert_eq!(text(table, 0, 3).as_deref(), Some("Number(2.0)"));
    assert_eq!(
        text(table, 1, 0).as_deref(),
        Some("A1"),
        "as its reader sees it"
    );
    assert_eq!(text(table, 1, 1).as_deref(), Some("x"));
}

#[test]
fn a_name_that_promises_something_else_is_told() {
    let bytes = sound();
    assert_eq!(read("x.csv", &bytes), Err(TableFault::IsWorkbook));
    assert_eq!(read("x.xlsx", b"a,b\n1,2\n"), Err(TableFault::NoWorkbook));
    let old = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0];
    assert_eq!(read("x.xls", &old), Err(TableFault::OldOrLocked));
    assert_eq!(read("x.csv", b""), Err(TableFault::Empty));
    assert_eq!(read("x.csv", b"\n\n"), Err(TableFault::Empty));
    assert_eq!(read("x.csv", &[0xff, 0xff]), Err(TableFault::NotText));
    assert_eq!(read("x.csv", b"a,\x00\n"), Err(TableFault::NotText));
}

#[test]
fn a_workbook_cut_short_anywhere_or_with_a_bit_turned_is_told_or_read() {
    let bytes = sound();
    for end in (4..bytes.len()).step_by(41) {
        let cut = read("x.xlsx", &bytes[..end]);
        assert!(matches!(cut, Err(TableFault::Damaged(_))), "{end}: {cut:?}");
    }
    for at in (4..bytes.len()).step_by(13) {
        let mut turned = bytes.clone();
        turned[at] ^= 0x10;
        // Whatever comes of it comes back as a value.
        let _ = read("x.xlsx", &turned);
    }
}

#[test]
fn a_small_file_that_unpacks_to_much_is_not_unpacked() {
    let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("xl/sharedStrings.xml", SimpleFileOptions::default())
        .unwrap();
    let block = vec![b' '; 1 << 20];
    for _ in 0..64 {
        zip.write_all(&block).unwrap();
    }
    let bomb = zip.finish().unwrap().into_inner();
    assert!(bomb.len() < 1 << 20);
    assert_eq!(read("x.xlsx", &bomb), Err(TableFault::Bomb));
}

#[test]
fn a_zip_that_is_no_workbook_is_told() {
    let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("word/document.xml", SimpleFileOptions::default())
        .unwrap();
    zip.write_all(b"<x/>").unwrap();
    let bytes = zip.finish().unwrap().into_inner();
    assert_eq!(read("x.xlsx", &bytes), Err(TableFault::NoWorkbook));
}

#[test]
fn two_cells_far_apart_take_no_more_than_two() {
    let far = |row, column| {
        book(|book| {
            let sheet = book.add_worksheet();
            sheet.write_string(0, 0, "a").unwrap();
            sheet.write_string(row, column, "b").unwrap();
        })
    };
    let rows = read("x.xlsx", &far(1_048_575, 0));
    assert_eq!(rows, Err(TableFault::TooManyRows("Sheet1".into())));
    let columns = read("x.xlsx", &far(1, 16_383));
    assert_eq!(columns, Err(TableFault::TooManyColumns("Sheet1".into())));
}

#[test]
fn a_large_file_is_not_read() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("x.csv");
    let file = std::fs::File::create(&path).unwrap();
    file.set_len(100 << 20).unwrap();
    assert_eq!(open(&path), Err(TableFault::TooLarge));
    assert_eq!(open(&dir.path().join("pepper")), Err(TableFault::OtherName));
    let missing = open(&dir.path().join("none.csv"));
    assert!(matches!(missing, Err(TableFault::Unreadable(_))));
    let wide = "x".repeat(LONGEST_CELL + 1);
    let long = read("x.csv", format!("a,b\n1,{wide}\n").as_bytes());
    let place = TableFault::LongCell {
        sheet: String::new(),
        row: 2,
        column: 1,
    };
    assert_eq!(long, Err(place));
    let quote = read("x.csv", b"a,b\n1,\"2\n3,4\n");
    assert!(quote.is_ok(), "an open quotation mark runs to the end");
}

#[test]
fn staff_come_from_a_workbook_and_a_number_for_an_identifier_is_told() {
    let hall = Hall::sandbox();
    let mut staff = Sheet::new("staff", "name number department roles pin window");
    staff.row(&[
        "赵六",
        "3001",
        "税政科",
        "handler, supervisor",
        "864209",
        "七",
    ]);
    staff.row(&["王芳芳", "1002", "办税服务厅", "clerk", "", "4"]);
    let text = workbook_of_text(&staff);
    hall.file("staff.xlsx", &text);
    let now = "2026-04-07T10:42:00+08:00";
    let done = hall.json_at(now, &["staff", "import", "staff.xlsx"]);
    assert_eq!(
        done[0]["roles"],
        serde_json::json!(["handler", "supervisor"])
    );
    assert_eq!(
        hall.json_at(now, &["staff", "show", "1002"])["name"],
        "王芳芳"
    );
    hall.file("typed.xlsx", workbook(&[&staff]));
    let (code, _, err) = told(
        hall.shouwen(&["staff", "import", "typed.xlsx"])
            .args(["--lang", "zh"]),
    );
    assert_eq!(code, 3);
    assert!(err.contains("第 2 行：number 是按数字存的"), "{err}");
    let mut init = hall.shouwen(&[
        "init",
        "--rulebook",
        "tax",
        "--office",
        "x",
        "--sandbox",
        "--json",
    ]);
    init.env("SHOUWEN_DB", hall.path("other.db"))
        .args(["--staff", "staff.xlsx", "--now", now]);
    let (code, out, err) = told(&mut init);
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("3001"), "{out}");
    for (name, bytes) in [
        ("a.xlsx", &b"number,name\n"[..]),
        ("b.xls", b"\xd0\xcf\x11\xe0"),
        ("c.xlsx", b""),
    ] {
        hall.file(name, bytes);
        let (code, _, err) = hall.told(&["staff", "import", name]);
        assert_eq!(code, 2, "{name}");
        assert!(err.contains(name), "{err}");
    }
}

/// A workbook in which everything is text.
fn workbook_of_text(sheet: &Sheet) -> Vec<u8> {
    book(|book| {
        let to = book.add_worksheet();
        for (row, cells) in (0_u32..).zip(&sheet.rows) {
            for (column, cell) in (0_u16..).zip(cells) {
                to.write_string(row, column, cell).unwrap();
            }
        }
    })
}
