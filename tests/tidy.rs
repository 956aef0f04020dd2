//! The plan of the house, held by reading its sources.

#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn sources(under: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut open = vec![PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(under)];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(
                fs::read_dir(&path)
                    .unwrap()
                    .map(|entry| entry.unwrap().path()),
            );
        } else if path.extension().is_some_and(|ext| ext == "rs") {
            let name = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap();
            found.push((
                name.display().to_string(),
                fs::read_to_string(&path).unwrap(),
            ));
        }
    }
    assert!(!found.is_empty(), "no sources under {under}");
    found.sort();
    found
}

/// The part of a file before its own tests, without comments.
fn code(text: &str) -> String {
    let body = text
        .split("#[cfg(test)]\nmod tests {")
        .next()
        .unwrap_or_default();
    let lines: Vec<&str> = body
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect();
    lines.join("\n")
}

fn is_test_file(name: &str) -> bool {
    name.ends_with("/tests.rs") || name.contains("/tests/")
}

fn room(name: &str) -> &str {
    let inside = name.strip_prefix("src/").unwrap_or(name);
    inside
        .split('/')
        .next()
        .unwrap_or_default()
        .trim_end_matches(".rs")
}

/// The rooms that a file names with `crate::…`.
fn named_rooms(text: &str) -> BTreeSet<String> {
    code(text)
        .split("crate::")
        .skip(1)
        .map(|rest| {
            rest.chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect()
        })
        .collect()
}

fn only_names(room_name: &str, allowed: &[&str]) {
    for (name, text) in sources("src")
        .into_iter()
        .filter(|(name, _)| !is_test_file(name))
    {
        if room(&name) != room_name {
            continue;
        }
        for named in named_rooms(&text) {
            assert!(
                named == room_name || allowed.contains(&named.as_str()) || named.is_empty(),
                "{name} names crate::{named}; {room_name} may name only {allowed:?}"
            );
        }
    }
}

#[test]
fn the_domain_names_no_other_room() {
    only_names("domain", &[]);
}

#[test]
fn the_store_knows_neither_screens_nor_sentences() {
    only_names("store", &["domain", "search", "entropy"]);
}

#[test]
fn the_desk_knows_neither_screens_nor_sentences() {
    only_names("desk", &["domain", "store", "clock", "entropy", "builtin"]);
}

#[test]
fn screens_and_the_command_line_do_not_know_each_other() {
    for (name, text) in sources("src") {
        let named = named_rooms(&text);
        if room(&name) == "tui" {
            assert!(!named.contains("cli"), "{name} names the command line");
        }
        if room(&name) == "cli" {
            let keys_only = code(&text).replace("crate::tui::keymap", "");
            assert!(
                !keys_only.contains("crate::tui"),
                "{name} names more of tui than its keys"
            );
        }
    }
}

#[test]
fn plain_mode_knows_neither_screens_nor_the_command_line() {
    for (name, text) in sources("src") {
        let named = named_rooms(&text);
        if room(&name) == "plain" {
            assert!(!named.contains("tui"), "{name} names the screens");
            assert!(!named.contains("cli"), "{name} names the command line");
        }
        if ["tui", "cli"].contains(&room(&name)) {
            assert!(!named.contains("plain"), "{name} names plain mode");
        }
    }
}

#[test]
fn only_the_store_speaks_sql() {
    for (name, text) in sources("src") {
        if room(&name) != "store" {
            assert!(!code(&text).contains("rusqlite"), "{name} speaks SQL");
        }
    }
}

#[test]
fn only_the_desk_writes() {
    for (name, text) in sources("src") {
        if !["store", "desk"].contains(&room(&name)) {
            assert!(!code(&text).contains("Writer"), "{name} holds a writer");
        }
    }
}

#[test]
fn only_the_clock_asks_for_the_time() {
    for (name, text) in sources("src") {
        if room(&name) == "clock" {
            continue;
        }
        for call in ["Utc::now", "Local::now", "SystemTime::now"] {
            assert!(!code(&text).contains(call), "{name} calls {call}");
        }
    }
}

#[test]
fn no_rule_of_any_organisation_stands_in_code() {
    for (name, text) in sources("src")
        .into_iter()
        .filter(|(name, _)| !is_test_file(name))
    {
        let code = code(&text);
        for literal in code.split('"').skip(1).step_by(2) {
            let mut parts = literal.split('-');
            let document = parts.next().unwrap_or_default();
            let is_clock = document.len() >= 2
                && document.starts_with('D')
                && document[1..].bytes().all(|b| b.is_ascii_digit())
                && parts.next().is_some_and(|rest| !rest.is_empty());
            assert!(!is_clock, "{name} names the clock {literal}");
        }
    }
}

#[test]
fn every_room_has_a_line_on_the_map() {
    let map = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).unwrap();
    for line in map.lines().filter_map(|line| line.strip_prefix("pub mod ")) {
        let room = line.trim_end_matches(';');
        assert!(
            map.contains(&format!("//! | [`{room}`]")),
            "{room} has no line on the map"
        );
    }
}

#[test]
fn no_file_is_a_crowd() {
    for (name, text) in sources("src") {
        let lines = text.lines().count();
        assert!(
            lines <= 450,
            "{name} has {lines} lines: what else lives there?"
        );
    }
}

fn has_hanzi(text: &str) -> bool {
    text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

/// The strings of a file's code, one after another.
fn literals(text: &str) -> Vec<String> {
    let code = code(text).replace("\\\"", "").replace("'\"'", "");
    code.split('"')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect()
}

#[test]
fn sentences_stand_in_i18n_alone() {
    // Words of a catalogue file, and the form that an office gives to the numbers of its papers.
    let data = ["即办件", "承诺件", "{mark}〔{year}〕{serial}号"];
    for (name, text) in sources("src") {
        let may_speak = ["i18n", "builtin", "demo"].contains(&room(&name))
            || name.starts_with("src/tui/keymap/")
            || name == "src/tui/screens/kit.rs"
            || is_test_file(&name);
        if may_speak {
            continue;
        }
        for literal in literals(&text) {
            assert!(
                !has_hanzi(&literal) || data.contains(&literal.as_str()),
                "{name} says {literal:?}: a sentence belongs to i18n"
            );
        }
    }
}

#[test]
fn chinese_is_punctuated_in_full_width() {
    for (name, text) in sources("src/i18n") {
        for literal in literals(&text) {
            let chars: Vec<char> = literal.chars().collect();
            for pair in chars.windows(2) {
                let half = |c: char| [',', ';', ':', '?', '!'].contains(&c);
                let hanzi = |c: char| has_hanzi(&c.to_string());
                let (left, right) = (pair[0], pair[1]);
                assert!(
                    !(hanzi(left) && half(right) || half(left) && hanzi(right)),
                    "{name}: half-width {left}{right} in {literal:?}"
                );
            }
        }
    }
}

#[test]
fn every_file_is_part_of_the_house() {
    let all = sources("src");
    for (name, _) in &all {
        let path = Path::new(name);
        let stem = path.file_stem().unwrap().to_str().unwrap();
        let folder = path.parent().unwrap();
        if ["lib", "main"].contains(&stem) {
            continue;
        }
        let (module, folder) = if stem == "mod" {
            (
                folder.file_name().unwrap().to_str().unwrap(),
                folder.parent().unwrap(),
            )
        } else {
            (stem, folder)
        };
        let parents = [
            folder.join("mod.rs"),
            folder.with_extension("rs"),
            folder.join("lib.rs"),
        ];
        let line = format!("mod {module};");
        assert!(
            all.iter().any(
                |(parent, text)| parents.iter().any(|p| p == Path::new(parent))
                    && text.contains(&line)
            ),
            "{name} is named by no other file: it is never compiled"
        );
    }
}

#[test]
fn what_the_readme_prints_of_the_program_is_what_the_program_prints() {
    let english = shouwen::i18n::Lang::En;
    stands_in_readme("keys", &shouwen::tui::keymap::reference(english));
    let roles = shouwen::domain::command::allowed::reference("Command", |role| {
        shouwen::i18n::words::role(english, role)
    });
    stands_in_readme("roles", &roles);
}

fn stands_in_readme(what: &str, printed: &str) {
    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let text = fs::read_to_string(&readme).unwrap();
    let begin = format!("shouwen docs {what} --lang en` -->\n");
    let end = format!("<!-- /{what} -->");
    let (before, rest) = text.split_once(&begin).unwrap();
    let (kept, after) = rest.split_once(&end).unwrap();
    if std::env::var_os("UPDATE_README").is_some() {
        fs::write(&readme, format!("{before}{begin}{printed}{end}{after}")).unwrap();
        return;
    }
    assert!(
        kept == printed,
        "README is stale: UPDATE_README=1 cargo test --test tidy renews its {what}"
    );
}
