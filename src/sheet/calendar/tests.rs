use chrono::NaiveDate;

use super::{Brought, Kind, read};
use crate::builtin::calendar::china;
use crate::domain::deadline::{
    Additions, CalendarError, CalendarFault, Change, HolidayName, Notice, Ruling,
};

fn public(file: &str, text: &str) -> Result<Brought, CalendarError> {
    read(file, text.as_bytes(), Kind::Public, &china().unwrap())
}

fn own(file: &str, text: &str) -> Result<Brought, CalendarError> {
    read(file, text.as_bytes(), Kind::Own, &china().unwrap())
}

fn notices(brought: &Brought) -> &[Notice] {
    match &brought.change {
        Change::Notices(notices) => notices,
        Change::Own(_) => panic!("own days"),
    }
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The days off and the make-up days of a notice, with their Chinese names.
fn days(notice: &Notice) -> [Vec<(String, String)>; 2] {
    let named = |(date, name): (NaiveDate, &HolidayName)| (date.to_string(), name.zh.to_string());
    [
        notice.days_off().map(named).collect(),
        notice.makeup_days().map(named).collect(),
    ]
}

const TOML: &str = "id = \"cn-2027\"\nyear = 2027\nsource = \"某通知\"\n[[holiday]]\n\
    zh = \"元旦\"\nen = \"New Year's Day\"\nfrom = 2026-12-31\nto = 2027-01-02\n\
    makeup = [2026-12-26]\n";

#[test]
fn the_same_days_come_from_every_form() {
    let toml = public("a.toml", TOML).unwrap();
    let csv = public(
        "a.csv",
        "date,kind,name\n2026-12-31,off,元旦\n2027/1/1,off,元旦\n2027-01-02,OFF,元旦\n\
         2026-12-26,work,元旦\n",
    )
    .unwrap();
    let chinese = public(
        "a.csv",
        "\u{feff}类型,名称,日期,英文名\r\n休,元旦,2026-12-31,\r\n休,元旦,2027-01-01,\r\n,,,\r\n\
         休,元旦,2027-1-2,\r\n班,元旦,2026-12-26,\r\n",
    )
    .unwrap();
    let lists = public(
        "a.json",
        "{\"source\": {\"2027\": \"某通知\", \"note\": \"x\"},\n\
         \"off\": {\"2027\": [\"2026-12-31\", \"2027-01-01\", \"2027-01-02\"]},\n\
         \"makeup_workdays\": {\"2027\": [\"2026-12-26\"]}}",
    )
    .unwrap();
    let json = public(
        "a.json",
        "{\"id\": \"cn-2027\", \"year\": 2027, \"source\": \"某通知\", \"holiday\": [{\"zh\": \"元旦\", \
         \"en\": \"New Year's Day\", \"from\": \"2026-12-31\", \"to\": \"2027-01-02\", \
         \"makeup\": [\"2026-12-26\"]}]}",
    )
    .unwrap();
    let named = public(
        "a.json",
        "{\"year\": 2027, \"days\": [\
         {\"name\": \"元旦\", \"date\": \"2026-12-31\", \"isOffDay\": true},\n\
         {\"name\": \"元旦\", \"date\": \"2027-01-01\", \"isOffDay\": true},\n\
         {\"name\": \"元旦\", \"date\": \"2027-01-02\", \"isOffDay\": true},\n\
         {\"name\": \"元旦\", \"date\": \"2026-12-26\", \"isOffDay\": false}]}",
    )
    .unwrap();
    assert_eq!(toml, {
        let mut same = json.clone();
        same.lines.clone_from(&toml.lines);
        same
    });
    let [first] = notices(&toml) else {
        panic!("one year")
    };
    for brought in [&csv, &chinese, &named] {
        let [notice] = notices(brought) else {
            panic!("one year")
        };
        assert_eq!((notice.id(), notice.year()), ("cn-2027", 2027));
        assert_eq!(days(notice), days(first));
    }
    let [notice] = notices(&lists) else {
        panic!("one year")
    };
    assert_eq!(notice.source(), "某通知");
    let [off, _] = days(notice);
    assert_eq!(
        off,
        days(first)[0],
        "the run is called by the day fixed by law"
    );
    let english = notices(&csv)[0].days_off().next().unwrap().1.en.to_string();
    assert_eq!(english, "New Year's Day", "as the calendar in use has it");
}

#[test]
fn a_sheet_in_gb18030_reads_as_one_in_utf_8() {
    let text = "日期,类型,名称\n2027-01-01,休,元旦\n";
    let (gb, _, _) = encoding_rs::GB18030.encode(text);
    let known = china().unwrap();
    assert_eq!(
        read("a.csv", &gb, Kind::Public, &known),
        public("a.csv", text)
    );
}

#[test]
fn lists_of_years_that_are_known_keep_their_names_and_begin_no_edition() {
    let known = china().unwrap();
    let list = |makeup: bool| -> String {
        let years: Vec<String> = known
            .notices()
            .iter()
            .map(|notice| {
                let dates: Vec<String> = if makeup {
                    notice
                        .makeup_days()
                        .map(|day| format!("\"{}\"", day.0))
                        .collect()
                } else {
                    notice
                        .days_off()
                        .map(|day| format!("\"{}\"", day.0))
                        .collect()
                };
                format!("\"{}\": [{}]", notice.year(), dates.join(",\n"))
            })
            .collect();
        years.join(",\n")
    };
    let text = format!(
        "{{\"off\": {{{}}}, \"makeup_workdays\": {{{}}}}}",
        list(false),
        list(true)
    );
    let brought = public("cn-workdays.json", &text).unwrap();
    for (new, old) in notices(&brought).iter().zip(known.notices()) {
        assert_eq!(days(new), days(old));
    }
    let after = Additions::default().with(&brought.change, &known);
    assert_eq!(after.upon(china().unwrap()).unwrap().version(), "cn-2026");
}

#[test]
fn own_days_come_from_every_form() {
    let toml = own(
        "own.toml",
        "[[day]]\ndate = 2026-07-20\nname = \"防汛停办\"\nopen = false\n[[day]]\n\
         date = 2026-07-25\nname = \"周六值班\"\nopen = true\nhours = \"09:00-11:30\"\n",
    )
    .unwrap();
    let csv = "日期,类型,名称,时间\n2026-07-20,休,防汛停办,\n2026-07-25,班,周六值班,09:00-11:30\n";
    let json = "{\"day\": [{\"date\": \"2026-07-20\", \"name\": \"防汛停办\", \"open\": false},\n\
        {\"date\": \"2026-07-25\", \"name\": \"周六值班\", \"open\": true, \"hours\": \"09:00-11:30\"}]}";
    assert_eq!(toml, own("own.csv", csv).unwrap());
    assert_eq!(toml, own("own.json", json).unwrap());
    let two = own(
        "own.csv",
        "date,kind,name,hours\n2026-07-25,work,duty,09:00-11:30,14:00-16:00\n",
    )
    .unwrap();
    let Change::Own(days) = &two.change else {
        panic!("own days")
    };
    let hours = "09:00-11:30,14:00-16:00".parse().unwrap();
    assert_eq!(days[0].ruling, Ruling::Open(Some(hours)));
}

#[test]
#[expect(clippy::too_many_lines, reason = "one row a fault")]
fn what_is_wrong_is_told_with_its_line() {
    let d = date;
    let csv = |rows: &str| format!("date,kind,name\n{rows}");
    for (file, text, line, fault) in [
        ("a.csv", String::new(), Some(1), CalendarFault::NoDays),
        ("a.json", " \n".to_owned(), Some(1), CalendarFault::NoDays),
        ("a.csv", csv(""), Some(1), CalendarFault::NoDays),
        (
            "a.toml",
            "id = \"x\"\nyear = 2027\n".to_owned(),
            Some(2),
            CalendarFault::NoDays,
        ),
        ("a.csv", "PK\u{3}\u{4}".to_owned(), None, CalendarFault::NotText),
        (
            "a.csv",
            csv("2027-02-30,off,x\n"),
            Some(2),
            CalendarFault::BadDate("2027-02-30".into()),
        ),
        (
            "a.csv",
            csv("\n\n2027-01-01,off,x\n2027-01-01,work,x\n"),
            Some(5),
            CalendarFault::OffAndMakeUp(d("2027-01-01")),
        ),
        (
            "a.csv",
            csv("2027-01-01,off,x\n\n2027-01-01,off,x\n"),
            Some(4),
            CalendarFault::Twice(d("2027-01-01")),
        ),
        (
            "a.csv",
            csv("2027-01-01,maybe,x\n"),
            Some(2),
            CalendarFault::BadKind("maybe".into()),
        ),
        (
            "a.csv",
            csv("2027-01-01,off,\n"),
            Some(2),
            CalendarFault::NoName(d("2027-01-01")),
        ),
        (
            "a.csv",
            "date,kind\n".to_owned(),
            Some(1),
            CalendarFault::MissingField("name"),
        ),
        (
            "a.csv",
            "date,kind,nmae\n".to_owned(),
            Some(1),
            CalendarFault::UnknownField("nmae".into()),
        ),
        (
            "a.csv",
            "date,kind,name,hours\n2027-01-01,off,x,09:00-12:00\n".to_owned(),
            Some(2),
            CalendarFault::HoursOfNotice(d("2027-01-01")),
        ),
        (
            "a.json",
            "{\"off\": {\"2027\": [\n\"2027-01-01\"]},\n\"makeup_workdays\": {\"2027\": [\n\"2027-01-01\"]}}"
                .to_owned(),
            Some(4),
            CalendarFault::OffAndMakeUp(d("2027-01-01")),
        ),
        (
            "a.json",
            "{\"off\": {\n\"2027\": [\n\"2028-01-01\"]}}".to_owned(),
            Some(3),
            CalendarFault::OtherYear(d("2028-01-01"), 2027),
        ),
        (
            "a.json",
            "{\"off\": [\n\"2027-13-01\"]}".to_owned(),
            Some(2),
            CalendarFault::BadDate("2027-13-01".into()),
        ),
        (
            "a.json",
            "{\"off\": [],\n\"on\": []}".to_owned(),
            Some(2),
            CalendarFault::UnknownField("on".into()),
        ),
        ("a.json", "[]".to_owned(), Some(1), CalendarFault::MissingField("off")),
        (
            "a.csv",
            csv("2026-07-20,off,flood\n"),
            Some(2),
            CalendarFault::OtherDays(2026),
        ),
        (
            "a.toml",
            "\n[[day]]\ndate = 2026-07-20\n".to_owned(),
            Some(2),
            CalendarFault::OwnDays,
        ),
    ] {
        let error = public(file, &text).unwrap_err();
        assert_eq!((error.line, error.fault), (line, fault), "{text}");
        assert_eq!(error.file, file);
    }
    let torn = public("a.json", "{\"off\": [\n").unwrap_err();
    assert_eq!(torn.line, Some(2), "{torn}");
    let public_one = own("a.toml", TOML).unwrap_err();
    assert_eq!(
        (public_one.line, public_one.fault),
        (Some(4), CalendarFault::PublicNotice)
    );
    let closed = own(
        "a.csv",
        "date,kind,name,hours\n2026-07-20,off,flood,09:00-12:00\n",
    );
    assert_eq!(
        closed.unwrap_err().fault,
        CalendarFault::HoursWhenClosed(d("2026-07-20"))
    );
}

#[test]
fn a_gap_is_told_at_the_year_behind_it() {
    let text = "date,kind,name\n2027-01-01,off,x\n2029-01-01,off,x\n";
    let brought = public("a.csv", text).unwrap();
    let after = Additions::default().with(&brought.change, &china().unwrap());
    let error = after.upon(china().unwrap()).unwrap_err();
    let placed = brought.placed("a.csv", error);
    assert_eq!(
        (placed.file.as_str(), placed.line, placed.fault),
        ("a.csv", Some(3), CalendarFault::Gap(2028))
    );
}

#[test]
fn what_was_brought_in_is_kept_and_read_back() {
    let known = china().unwrap();
    let first = Additions::default().with(&public("a.toml", TOML).unwrap().change, &known);
    let calendar = first.upon(china().unwrap()).unwrap();
    assert_eq!(
        calendar.version(),
        "cn-2027",
        "more years, the same edition"
    );
    let flood = own("own.csv", "date,kind,name\n2026-07-20,off,flood\n").unwrap();
    let second = first.clone().with(&flood.change, &calendar);
    let ruled = second.upon(china().unwrap()).unwrap();
    assert_eq!(ruled.version(), "cn-2027+1");
    assert_eq!(
        second.clone().with(&flood.change, &ruled),
        second,
        "brought in again"
    );
    let text = second.to_text().unwrap();
    assert_eq!(Additions::parse(&text).unwrap(), second);
    assert_eq!(ruled.missing_year(date("2027-10-31")), None);
    assert_eq!(ruled.missing_year(date("2027-11-01")), Some(2028));
    assert_eq!(ruled.missing_year(date("2029-02-01")), Some(2028));
}

#[test]
fn a_file_too_large_for_a_calendar_is_refused_and_one_of_centuries_is_read() {
    let large = " ".repeat((1 << 20) + 1);
    let fault = public("a.csv", &large).unwrap_err().fault;
    assert_eq!(fault, CalendarFault::TooLarge);
    let days = date("2027-01-01").iter_days().take(36_000);
    let rows: Vec<String> = days.map(|day| format!("{day},off,x")).collect();
    let text = format!("date,kind,name\n{}\n", rows.join("\n"));
    let brought = public("a.csv", &text).unwrap();
    assert_eq!(notices(&brought).len(), 99);
    let json: Vec<String> = rows
        .iter()
        .map(|row| format!("\"{}\"", &row[..10]))
        .collect();
    let json = format!("{{\"off\": [{}]}}", json.join(",\n"));
    assert_eq!(notices(&public("a.json", &json).unwrap()).len(), 99);
}
