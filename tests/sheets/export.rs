//! The ledger of a month as a file, read back by a reader of its own.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::cast_precision_loss,
    reason = "helpers of tests"
)]

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use calamine::{Data, DataType, Range, Reader, Xlsx, open_workbook};
use chrono::NaiveDate;
use serde_json::json;
use shouwen::clock::FixedClock;
use shouwen::demo::{self, PRESENT, Recipe};
use shouwen::desk::{Actor, Desk};
use shouwen::domain::command::Envelope;
use shouwen::entropy::SystemEntropy;
use shouwen::i18n::Lang;
use shouwen::sheet::export::{ExportError, Kind, Order, export};
use shouwen::store::{Figure, Grouping, Line, Mode, Part, Side, Sought, Span};

use crate::cli_kit::status;

struct Hall {
    desk: Desk,
    path: PathBuf,
    room: tempfile::TempDir,
}

impl Hall {
    fn new() -> Self {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("hall.db");
        let book = shouwen::builtin::rulebook::rulebook("tax")
            .unwrap()
            .unwrap();
        let recipe = Recipe {
            inquiries: 300,
            ..Recipe::new(&path, book)
        };
        demo::make(&recipe, &mut |_, _| {}).unwrap();
        let clock = Box::new(FixedClock(PRESENT));
        let desk = Desk::open(&path, Mode::ReadWrite, clock, Box::new(SystemEntropy)).unwrap();
        Self { desk, path, room }
    }

    fn act(&mut self, staff: &str, command: &serde_json::Value) {
        let envelope = Envelope::from_json(&command.to_string()).unwrap();
        let actor = Actor::Staff(staff.into());
        self.desk.carry_out(&actor, &envelope).unwrap();
    }

    fn out(&self, name: &str) -> PathBuf {
        let directory = self.room.path().join("out");
        fs::create_dir_all(&directory).unwrap();
        directory.join(name)
    }

    fn write(&self, kind: Kind, reveal: bool, to: &Path) -> u64 {
        let order = order(kind, reveal);
        let ready = export(&self.desk, &order, to, &mut |_, _| true).unwrap();
        let inquiries = ready.inquiries;
        ready.place().unwrap();
        inquiries
    }
}

fn span() -> Span {
    Span {
        from: "2026-03-01".parse().unwrap(),
        until: "2026-04-30".parse().unwrap(),
    }
}

fn order(kind: Kind, reveal: bool) -> Order {
    Order {
        span: span(),
        kind,
        reveal,
        lang: Lang::Zh,
    }
}

fn csv(part: Option<Part>, gb18030: bool) -> Kind {
    Kind::Csv { part, gb18030 }
}

/// A sheet by the heads of its columns.
struct Sheet {
    columns: BTreeMap<String, usize>,
    rows: Vec<Vec<Data>>,
}

impl Sheet {
    fn of(range: &Range<Data>) -> Self {
        let mut rows = range.rows();
        let heads = rows.next().unwrap().iter().enumerate();
        Self {
            columns: heads.map(|(at, head)| (head.to_string(), at)).collect(),
            rows: rows.map(<[Data]>::to_vec).collect(),
        }
    }

    fn cell<'a>(&self, row: &'a [Data], head: &str) -> &'a Data {
        &row[self.columns[head]]
    }

    fn count(&self, fits: impl Fn(&Self, &[Data]) -> bool) -> u64 {
        self.rows.iter().filter(|row| fits(self, row)).count() as u64
    }
}

fn sheets(path: &Path) -> BTreeMap<String, Sheet> {
    let mut book: Xlsx<_> = open_workbook(path).unwrap();
    let names = book.sheet_names();
    assert_eq!(names, ["台账", "转办", "时限", "告知单", "交接班", "数字"]);
    let sheet = |name: String| {
        let range = book.worksheet_range(&name).unwrap();
        (name, Sheet::of(&range))
    };
    names.into_iter().map(sheet).collect()
}

fn yes(data: &Data) -> bool {
    data.get_string() == Some("是")
}

#[test]
fn a_workbook_read_back_comes_to_the_totals_of_the_screen() {
    let hall = Hall::new();
    let to = hall.out("month.xlsx");
    let inquiries = hall.write(Kind::Xlsx, false, &to);
    let office = hall.desk.office();
    let figures = |by| hall.desk.read().figures(span(), by, office).unwrap();
    let shown = figures(Grouping::First);
    assert_eq!(inquiries, shown.whole.count(Figure::Registered));
    let sheets = sheets(&to);

    // Counted again from the rows, by somebody who knows nothing of figures.
    let ledger = &sheets["台账"];
    let number = |data: &Data| data.get_float().unwrap_or(0.0);
    let positive =
        |head: &'static str| move |s: &Sheet, row: &[Data]| number(s.cell(row, head)) > 0.0;
    let counted = |figure| shown.whole.count(figure);
    assert_eq!(ledger.rows.len() as u64, counted(Figure::Registered));
    assert_eq!(
        ledger.count(|s, row| yes(s.cell(row, "当场答复"))),
        counted(Figure::OnTheSpot)
    );
    assert_eq!(ledger.count(positive("超期次数")), counted(Figure::Late));
    assert_eq!(
        ledger.count(positive("退回次数")),
        counted(Figure::Returned)
    );
    assert_eq!(
        ledger.count(|s, row| s.cell(row, "环节").get_string() != Some("已办结")),
        counted(Figure::Unclosed)
    );
    assert!(counted(Figure::Late) > 0 && counted(Figure::Returned) > 0);

    // The sheet of figures says what the screen says, group by group.
    let sheet = &sheets["数字"];
    let says = |row: &[Data], line: &Line| {
        for (head, figure) in [
            ("登记", Figure::Registered),
            ("当场答复", Figure::OnTheSpot),
            ("按时", Figure::OnTime),
            ("超期", Figure::Late),
            ("退回", Figure::Returned),
        ] {
            let told = number(sheet.cell(row, head));
            assert!(
                (told - line.count(figure) as f64).abs() < 0.1,
                "{head}: {row:?}"
            );
        }
        let median = number(sheet.cell(row, "在手中位数（办公小时）"));
        assert!(
            (median - line.held.median as f64 / 3600.0).abs() < 0.01,
            "{row:?}"
        );
    };
    says(&sheet.rows[0], &shown.whole);
    let mut rows = sheet.rows[1..].iter();
    for by in Grouping::ALL {
        for line in &figures(by).lines {
            says(rows.next().unwrap(), line);
        }
    }
    assert!(rows.next().is_none());
}

#[test]
fn times_are_times_numbers_are_text_and_nobody_is_named() {
    let hall = Hall::new();
    let to = hall.out("month.xlsx");
    hall.write(Kind::Xlsx, false, &to);
    let ledger = &sheets(&to)["台账"];
    let all = hall
        .desk
        .read()
        .ledger(&Sought::default(), &Side::Oldest, 400)
        .unwrap();
    for row in &ledger.rows {
        let number = ledger.cell(row, "编号").get_string().unwrap();
        let known = all
            .iter()
            .find(|one| one.inquiry.as_str() == number)
            .unwrap();
        let Data::DateTime(at) = ledger.cell(row, "收到时间") else {
            panic!("no time: {row:?}");
        };
        let received = hall.desk.office().local(known.received_at);
        let zero = NaiveDate::from_ymd_opt(1899, 12, 30).unwrap();
        let days = received - zero.and_time(chrono::NaiveTime::MIN);
        let days = days.num_seconds() as f64 / 86_400.0;
        assert!((at.as_f64() - days).abs() < 1e-5, "{row:?}");
        let phone = ledger.cell(row, "电话").get_string().unwrap_or_default();
        let name = ledger.cell(row, "来人").get_string().unwrap_or_default();
        assert!(phone.is_empty() || phone.contains("****"), "{phone}");
        assert!(name.is_empty() || name.contains('*'), "{name}");
    }
    let mut zip = zip::ZipArchive::new(fs::File::open(&to).unwrap()).unwrap();
    let mut text = String::new();
    let mut sheet = zip.by_name("xl/worksheets/sheet1.xml").unwrap();
    sheet.read_to_string(&mut text).unwrap();
    assert!(text.contains("state=\"frozen\"") && text.contains("<autoFilter"));
    let revealed = hall.out("clear.xlsx");
    hall.write(Kind::Xlsx, true, &revealed);
    let ledger = &sheets(&revealed)["台账"];
    let names = ledger
        .rows
        .iter()
        .map(|row| ledger.cell(row, "来人").to_string());
    assert!(
        names
            .into_iter()
            .any(|name| !name.is_empty() && !name.contains('*'))
    );
}

#[test]
fn what_looks_like_a_formula_stays_text() {
    let mut hall = Hall::new();
    let texts = ["=1+1", "+86", "-2", "@SUM(A1)", "＝1", "＋1", "－1", "＠x"];
    for words in texts {
        let name = format!("{words}客");
        hall.act(
            "1001",
            &json!({"register": {"visitor": {"name": name}, "words": words}}),
        );
    }
    let to = hall.out("ledger.csv");
    for gb18030 in [false, true] {
        hall.write(csv(Some(Part::Ledger), gb18030), true, &to);
        let bytes = fs::read(&to).unwrap();
        let text = if gb18030 {
            encoding_rs::GB18030.decode(&bytes).0.into_owned()
        } else {
            String::from_utf8(bytes).unwrap()
        };
        assert_eq!(text.starts_with('\u{feff}'), !gb18030);
        for words in texts {
            assert!(text.contains(&format!(",'{words},")), "{words}");
            assert!(!text.contains(&format!(",{words},")), "{words}");
        }
        assert_eq!(text.lines().count(), 300 + texts.len() + 1);
    }
    let to = hall.out("clear.xlsx");
    hall.write(Kind::Xlsx, true, &to);
    let mut book: Xlsx<_> = open_workbook(&to).unwrap();
    assert_eq!(
        book.worksheet_formula("台账").unwrap().used_cells().count(),
        0
    );
    let ledger = &sheets(&to)["台账"];
    for words in texts {
        let same = |s: &Sheet, row: &[Data]| s.cell(row, "疑问").get_string() == Some(words);
        assert_eq!(ledger.count(same), 1, "{words}");
    }
}

#[test]
fn an_export_that_is_called_off_leaves_nothing() {
    let hall = Hall::new();
    for kind in [Kind::Xlsx, csv(Some(Part::Ledger), false)] {
        let to = hall.out("month.file");
        fs::write(&to, "before").unwrap();
        let mut seen = 0;
        let order = order(kind, false);
        let called_off = export(&hall.desk, &order, &to, &mut |_, _| {
            seen += 1;
            false
        });
        assert!(matches!(called_off, Err(ExportError::Cancelled)));
        assert!(seen > 0);
        // One that is whole and not put in its place leaves nothing either.
        drop(export(&hall.desk, &order, &to, &mut |_, _| true).unwrap());
        let left: Vec<_> = fs::read_dir(to.parent().unwrap()).unwrap().collect();
        assert_eq!(left.len(), 1);
        assert_eq!(fs::read_to_string(&to).unwrap(), "before");
    }
}

#[test]
fn the_export_itself_is_on_record_and_in_clear_only_for_a_reason() {
    let hall = Hall::new();
    let db = hall.path.to_str().unwrap();
    let to = hall.out("month.csv");
    let file = to.to_str().unwrap();
    let run = |more: &[&str]| {
        let month = ["--db", db, "export", "--month", "2026-03", "--csv", file];
        status(&[&month, more].concat())
    };
    assert_eq!(run(&["--as", "1001"]).0, 0);
    assert_eq!(run(&["--as", "1001", "--reveal", "--reason", "核对"]).0, 3);
    assert_eq!(run(&["--as", "3001", "--reveal"]).0, 3);
    assert_eq!(run(&["--as", "3001", "--reveal", "--reason", "核对"]).0, 0);
    assert_eq!(run(&[]).0, 2);
    assert_eq!(
        status(&[
            "--db", db, "export", "--month", "2026-3", "--csv", file, "--as", "1001"
        ])
        .0,
        2
    );
    assert_eq!(
        status(&[
            "--db", db, "export", "--month", "2026-03", "--csv", db, "--as", "1001"
        ])
        .0,
        2
    );
    let exports = hall.desk.read().exports().unwrap();
    let told: Vec<_> = exports
        .iter()
        .map(|(_, one)| (one.by.as_str(), one.revealed, one.reason.text()))
        .collect();
    assert_eq!(told, [("1001", false, ""), ("3001", true, "核对")]);
    assert_eq!(
        usize::try_from(exports[0].1.inquiries).unwrap(),
        fs::read_to_string(&to).unwrap().lines().count() - 1
    );
    assert_eq!(hall.desk.store().audit().unwrap().differences, []);
}
