//! The table of rows: whole, true, and written down where people look.
//!
//! `UPDATE_TABLE=1` writes it anew.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use shouwen::builtin::rulebook;
use shouwen::domain::ids::ClockId;
use shouwen::domain::rulebook::Rulebook;

/// Where the table is written down.
const TABLE: &str = "src/builtin/rulebooks/README.md";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    row: Vec<Row>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: String,
    what: String,
    en: String,
    rule: String,
    at: String,
    #[serde(default)]
    tests: Vec<String>,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

/// The rows of each rulebook, in the order in which rulebooks are offered.
fn rows() -> Vec<(String, Vec<Row>)> {
    rulebook::ids()
        .map(|id| {
            let name = format!("tests/clock_rows/{}.toml", id.replace('-', "_"));
            let text = fs::read_to_string(root().join(&name))
                .unwrap_or_else(|error| panic!("{name}: {error}"));
            let file: File =
                toml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
            (id.to_owned(), file.row)
        })
        .collect()
}

fn book(id: &str) -> Rulebook {
    rulebook::rulebook(id)
        .expect("a rulebook")
        .expect("no fault")
}

/// The names of all tests, here and in the sources.
fn tests() -> BTreeSet<String> {
    let mut open = vec![root().join("tests"), root().join("src")];
    let mut names = BTreeSet::new();
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(
                fs::read_dir(&path)
                    .unwrap()
                    .map(|entry| entry.unwrap().path()),
            );
        } else if path.extension().is_some_and(|ext| ext == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let mut lines = text.lines().map(str::trim).peekable();
            while let Some(line) = lines.next() {
                if line != "#[test]" && !line.starts_with("#[rstest") {
                    continue;
                }
                let mut after = lines.by_ref().skip_while(|line| !line.starts_with("fn "));
                if let Some(name) = after.next().and_then(|line| line[3..].split('(').next()) {
                    names.insert(name.to_owned());
                }
            }
        }
    }
    names
}

/// The ids that a rulebook has under one kind of rule.
fn ids(book: &Rulebook, rule: &str) -> Option<BTreeSet<String>> {
    let accountability = book.accountability.clone().unwrap_or_default();
    let own = |ids: Vec<&str>| Some(ids.into_iter().map(str::to_owned).collect());
    match rule {
        "clock" => own(book.clocks.iter().map(|one| one.id.as_str()).collect()),
        "case_clock" => own(accountability
            .clocks
            .iter()
            .map(|one| one.id.as_str())
            .collect()),
        "duty" => own(book.duties.iter().map(|one| one.id.as_str()).collect()),
        "step" => own(book.steps.iter().map(|one| one.id.as_str()).collect()),
        "rung" => own(book.ladder.iter().map(|one| one.id.as_str()).collect()),
        "guidance" => own(book
            .guidance
            .iter()
            .filter_map(|one| one.id.as_ref())
            .map(ClockId::as_str)
            .collect()),
        "visits" => own(book.visits.iter().map(|one| one.id.as_str()).collect()),
        "fine" => own(accountability
            .fines
            .iter()
            .map(|one| one.id.as_str())
            .collect()),
        "accountability" => {
            let mut ids: Vec<&str> = Vec::new();
            ids.extend(accountability.categories.iter().map(|one| one.id.as_str()));
            ids.extend(accountability.forms.iter().map(|one| one.id.as_str()));
            ids.extend(accountability.tiers.iter().map(|one| one.id.as_str()));
            ids.extend(
                accountability
                    .circumstances
                    .iter()
                    .map(|one| one.id.as_str()),
            );
            ids.extend(accountability.fines.iter().map(|one| one.id.as_str()));
            for list in [
                &accountability.sources,
                &accountability.outcomes,
                &accountability.rules,
            ] {
                ids.extend(list.iter().map(|one| one.id.as_str()));
            }
            own(ids)
        }
        "kinds" => own(book.kinds.iter().map(|one| one.id.as_str()).collect()),
        "channels" => own(book.channels.iter().map(|one| one.id.as_str()).collect()),
        _ => None,
    }
}

/// Kinds of rule that have no list of ids, and whether a rulebook has them.
fn has(book: &Rulebook, rule: &str) -> bool {
    match rule {
        "role" => !book.roles.is_empty(),
        "forbidden" => !book.forbidden.is_empty(),
        "handoff" => {
            book.handoff.once.is_some() || book.handoff.accepted_stays_at_windows.is_some()
        }
        "slip" => book.slip.clause.is_some() || !book.slip.fields.is_empty(),
        "follow_up" => book.follow_up.is_some(),
        "suspension" => !book.suspensions.is_empty(),
        "program" | "absent" | "returns" => true,
        _ => false,
    }
}

#[test]
fn every_row_names_a_rule_that_is_there_and_tests_that_run() {
    let tests = tests();
    let mut wrong = Vec::new();
    for (id, rows) in rows() {
        let book = book(&id);
        for row in rows {
            let at: Vec<&str> = row.at.split(',').map(str::trim).collect();
            match ids(&book, &row.rule) {
                Some(known) => {
                    for one in at.iter().filter(|one| !known.contains(**one)) {
                        wrong.push(format!("{id}: {} names no {} {one}", row.id, row.rule));
                    }
                }
                None if !has(&book, &row.rule) => {
                    wrong.push(format!("{id}: {} names no {}", row.id, row.rule));
                }
                None => {}
            }
            if row.rule == "absent" {
                if row.at.chars().count() < 10 {
                    wrong.push(format!("{id}: {} does not say why it is absent", row.id));
                }
            } else if row.tests.is_empty() {
                wrong.push(format!("{id}: {} has no test", row.id));
            }
            for test in row.tests.iter().filter(|test| !tests.contains(*test)) {
                wrong.push(format!("{id}: {} names no test {test}", row.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_clock_of_a_rulebook_stands_in_the_table() {
    let mut missing = Vec::new();
    for (id, rows) in rows() {
        let book = book(&id);
        let shown: BTreeSet<&str> = rows
            .iter()
            .flat_map(|row| row.at.split(','))
            .map(str::trim)
            .collect();
        let accountability = book.accountability.clone().unwrap_or_default();
        // Targets of our own are shown by themselves; see `ours`.
        let set = book.clocks.iter().filter(|clock| !clock.internal);
        let clocks = set.map(|clock| clock.id.to_string());
        let of_cases = accountability
            .clocks
            .iter()
            .map(|clock| clock.id.to_string());
        let duties = book.duties.iter().map(|duty| duty.id.to_string());
        let visits = book.visits.iter().map(|visits| visits.id.to_string());
        for clock in clocks.chain(of_cases).chain(duties).chain(visits) {
            if !shown.contains(clock.as_str()) {
                missing.push(format!("{id}: {clock}"));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

/// The numbered rows of the source: no rulebook may drop one.
#[test]
fn no_numbered_row_of_the_source_is_left_out() {
    let mut wanted: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let mut want = |book: &'static str, stem: &str, numbers: std::ops::RangeInclusive<u32>| {
        let ids = wanted.entry(book).or_default();
        ids.extend(numbers.map(|number| format!("{stem}{number}")));
    };
    want("police", "D1-P", 1..=6);
    want("police", "D1-S", 1..=4);
    want("police", "D1-L", 1..=7);
    want("police", "D1-A", 1..=6);
    want("hotel", "D6-H", 1..=5);
    want("hotel", "D8-H", 6..=7);
    want("tax", "D9-T", 1..=7);
    want("service-centre", "D11-", 1..=5);
    wanted.entry("police").or_default().push("D1-Z".to_owned());
    let all = rows();
    let mut missing = Vec::new();
    for (book, ids) in wanted {
        let (_, rows) = all.iter().find(|(id, _)| id == book).expect("a rulebook");
        for id in ids {
            if !rows.iter().any(|row| row.id == id) {
                missing.push(id);
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

/// The rest of a line of a table, where a bar would end a cell.
fn cell(text: &str) -> String {
    text.replace('|', "/")
}

/// Internal targets that no row of the source names.
fn ours(book: &Rulebook, rows: &[Row]) -> String {
    let named: BTreeSet<&str> = rows
        .iter()
        .flat_map(|row| row.at.split(','))
        .map(str::trim)
        .collect();
    let own = book.clocks.iter().filter(|clock| clock.internal);
    let own: Vec<String> = own
        .filter(|clock| !named.contains(clock.id.as_str()))
        .map(|clock| format!("`{}` {}", clock.id, clock.name.zh))
        .collect();
    if own.is_empty() {
        String::new()
    } else {
        format!("\nTargets of our own beside these: {}.\n", own.join(", "))
    }
}

fn table() -> String {
    let mut text = String::from(
        "# Rulebooks\n\n\
         One file carries out one regulation, each clock with the clause it rests on. \
         This table is written by `UPDATE_TABLE=1 cargo test --test clock_rows` and held complete by the same tests: \
         each row of the source is a clock, a rule, or an absence that is explained.\n",
    );
    for (id, rows) in rows() {
        let book = book(&id);
        write!(text, "\n## {id}: {}\n\n{}\n\n", book.name.zh, book.name.en).unwrap();
        for document in &book.documents {
            writeln!(
                text,
                "- {} {}: {}",
                document.id, document.title, document.state.zh
            )
            .unwrap();
        }
        text.push_str("\n| row | what | carried out by | test |\n|---|---|---|---|\n");
        for row in &rows {
            let tests: Vec<String> = row.tests.iter().map(|name| format!("`{name}`")).collect();
            let rule = match row.rule.as_str() {
                "absent" => format!("absent: {}", row.at),
                rule => format!("{} `{}`", rule.replace('_', " "), row.at),
            };
            writeln!(
                text,
                "| {} | {} ({}) | {} | {} |",
                cell(&row.id),
                cell(&row.what),
                cell(&row.en),
                cell(&rule),
                tests.join(" ")
            )
            .unwrap();
        }
        text.push_str(&ours(&book, &rows));
    }
    text
}

#[test]
fn the_table_is_written_down_as_it_stands() {
    let path = root().join(TABLE);
    let now = table();
    if std::env::var_os("UPDATE_TABLE").is_some() {
        fs::write(&path, &now).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        written == now,
        "{TABLE} is stale: run UPDATE_TABLE=1 cargo test --test clock_rows"
    );
}
