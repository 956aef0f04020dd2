//! Staff files: `[[staff]]` tables, or a .csv with the same names as columns.

use std::collections::BTreeSet;

use serde::Deserialize;
use toml::Spanned;

use crate::domain::ids::StaffNo;
use crate::domain::inquiry::LINE_LIMIT;
use crate::domain::staff::{Person, Role};
use crate::domain::text::{is_blank, is_invisible};

/// One member of staff as a file has them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The person.
    pub person: Person,
    /// The PIN that the file gives, if it gives one; not checked.
    pub pin: Option<String>,
}

/// Something in a staff file that does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffFault {
    /// The line, from 1; the header of a .csv is line 1.
    pub line: usize,
    /// What does not fit.
    pub what: StaffReason,
}

/// What does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StaffReason {
    /// The reader's own words: no TOML, a wrong type, a ragged row.
    Syntax(String),
    /// A field or column that no member of staff has.
    UnknownField(String),
    /// A column that must stand and does not.
    MissingColumn(&'static str),
    /// A field that must be filled and is empty.
    Empty(&'static str),
    /// A field longer than [`LINE_LIMIT`] characters.
    TooLong(&'static str),
    /// A field with control, zero-width or direction characters, or a number with spaces.
    Unseen(&'static str),
    /// A role that there is not.
    UnknownRole(String),
    /// A PIN that is none: see [`crate::desk::is_pin`].
    BadPin,
    /// A staff number that stands twice.
    Twice(String),
    /// Nobody stands in the file.
    Nobody,
}

/// The fields of a person, in the order of the documentation.
pub const FIELDS: [&str; 11] = [
    "number",
    "name",
    "title",
    "post",
    "scope",
    "department",
    "window",
    "phone",
    "roles",
    "substitute",
    "pin",
];

/// Fields that must be filled.
const NEEDED: [&str; 4] = ["number", "name", "department", "roles"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    #[serde(default)]
    staff: Vec<Spanned<RawPerson>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct RawPerson {
    number: String,
    name: String,
    title: String,
    post: String,
    scope: String,
    department: String,
    window: String,
    phone: String,
    roles: Vec<String>,
    substitute: String,
    pin: String,
}

/// Reads `[[staff]]` tables. `is_pin` says what can be a PIN.
///
/// # Errors
///
/// One fault for text that is not TOML of this shape, else all that is found.
pub fn from_toml(text: &str, is_pin: fn(&str) -> bool) -> Result<Vec<Entry>, Vec<StaffFault>> {
    let file: RawFile = toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(1, |span| line_at(text, span.start));
        let message = error.message();
        let what = match message.strip_prefix("unknown field `") {
            Some(rest) => {
                StaffReason::UnknownField(rest.split('`').next().unwrap_or_default().to_owned())
            }
            None => StaffReason::Syntax(message.to_owned()),
        };
        vec![StaffFault { line, what }]
    })?;
    let rows = file.staff.into_iter().map(|row| {
        let line = line_at(text, row.span().start);
        (line, row.into_inner())
    });
    checked(rows, is_pin)
}

/// Reads a .csv whose first line names the columns, in any order.
///
/// # Errors
///
/// All that does not fit.
pub fn from_csv(text: &str, is_pin: fn(&str) -> bool) -> Result<Vec<Entry>, Vec<StaffFault>> {
    let mut reader = csv::ReaderBuilder::new()
        .trim(csv::Trim::All)
        .flexible(true)
        .from_reader(text.as_bytes());
    let syntax = |line: usize, error: &csv::Error| {
        vec![StaffFault {
            line,
            what: StaffReason::Syntax(error.to_string()),
        }]
    };
    let columns: Vec<String> = reader
        .headers()
        .map_err(|error| syntax(1, &error))?
        .iter()
        .map(str::to_lowercase)
        .collect();
    let mut faults: Vec<StaffFault> = columns
        .iter()
        .filter(|column| !FIELDS.contains(&column.as_str()))
        .map(|column| StaffFault {
            line: 1,
            what: StaffReason::UnknownField(column.clone()),
        })
        .collect();
    for needed in NEEDED {
        if !columns.iter().any(|column| column == needed) {
            faults.push(StaffFault {
                line: 1,
                what: StaffReason::MissingColumn(needed),
            });
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| {
            let line = error.position().map_or(1, csv::Position::line);
            syntax(usize::try_from(line).unwrap_or(1), &error)
        })?;
        let line = record.position().map_or(1, csv::Position::line);
        let mut row = RawPerson::default();
        for (column, value) in columns.iter().zip(record.iter()) {
            row.set(column, value);
        }
        rows.push((usize::try_from(line).unwrap_or(1), row));
    }
    checked(rows.into_iter(), is_pin)
}

impl RawPerson {
    /// The fields that stand on one line, by name.
    fn lines(&self) -> [(&'static str, &str); 9] {
        [
            ("number", &self.number),
            ("name", &self.name),
            ("title", &self.title),
            ("post", &self.post),
            ("scope", &self.scope),
            ("department", &self.department),
            ("window", &self.window),
            ("phone", &self.phone),
            ("substitute", &self.substitute),
        ]
    }

    fn set(&mut self, column: &str, value: &str) {
        let value = value.to_owned();
        match column {
            "number" => self.number = value,
            "name" => self.name = value,
            "title" => self.title = value,
            "post" => self.post = value,
            "scope" => self.scope = value,
            "department" => self.department = value,
            "window" => self.window = value,
            "phone" => self.phone = value,
            "roles" => {
                self.roles = value
                    .split([' ', ',', ';', '/', '、', ',', ';'])
                    .filter(|role| !role.is_empty())
                    .map(str::to_owned)
                    .collect();
            }
            "substitute" => self.substitute = value,
            "pin" => self.pin = value,
            _ => {}
        }
    }
}

fn checked(
    rows: impl Iterator<Item = (usize, RawPerson)>,
    is_pin: fn(&str) -> bool,
) -> Result<Vec<Entry>, Vec<StaffFault>> {
    let mut entries = Vec::new();
    let mut faults = Vec::new();
    let mut numbers = BTreeSet::new();
    for (line, row) in rows {
        let mut say = |what| faults.push(StaffFault { line, what });
        for (field, value) in [
            ("number", &row.number),
            ("name", &row.name),
            ("department", &row.department),
        ] {
            if is_blank(value) {
                say(StaffReason::Empty(field));
            }
        }
        for (field, value) in row.lines() {
            if value.chars().count() > LINE_LIMIT {
                say(StaffReason::TooLong(field));
            }
            let unseen = |c: char| c.is_control() || is_invisible(c);
            let spaced = field == "number" && value.trim().contains(char::is_whitespace);
            if !is_blank(value) && (value.trim().contains(unseen) || spaced) {
                say(StaffReason::Unseen(field));
            }
        }
        if row.roles.is_empty() {
            say(StaffReason::Empty("roles"));
        }
        let mut roles = Vec::new();
        for name in &row.roles {
            match role(name) {
                Some(role) => roles.push(role),
                None => say(StaffReason::UnknownRole(name.clone())),
            }
        }
        let pin = row.pin.trim().to_owned();
        if !pin.is_empty() && !is_pin(&pin) {
            say(StaffReason::BadPin);
        }
        let number = row.number.trim().to_owned();
        if !number.is_empty() && !numbers.insert(number.clone()) {
            say(StaffReason::Twice(number.clone()));
        }
        let person = Person {
            number: StaffNo(number),
            name: row.name.trim().to_owned(),
            title: row.title,
            post: row.post,
            scope: row.scope,
            department: row.department.trim().to_owned(),
            window: row.window,
            phone: row.phone,
            roles,
            substitute: Some(row.substitute.trim())
                .filter(|number| !number.is_empty())
                .map(StaffNo::from),
        };
        entries.push(Entry {
            person,
            pin: (!pin.is_empty()).then_some(pin),
        });
    }
    if entries.is_empty() {
        faults.push(StaffFault {
            line: 1,
            what: StaffReason::Nobody,
        });
    }
    if faults.is_empty() {
        Ok(entries)
    } else {
        Err(faults)
    }
}

/// The role of this name.
fn role(name: &str) -> Option<Role> {
    Role::ALL.into_iter().find(|role| role_name(*role) == name)
}

/// A role as files name it.
pub fn role_name(role: Role) -> &'static str {
    match role {
        Role::Clerk => "clerk",
        Role::Handler => "handler",
        Role::Supervisor => "supervisor",
        Role::Quality => "quality",
        Role::Admin => "admin",
    }
}

/// The line, from 1, on which the byte at `offset` stands.
fn line_at(text: &str, offset: usize) -> usize {
    let before = text.as_bytes().iter().take(offset);
    before.filter(|byte| **byte == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn six(text: &str) -> bool {
        text.len() == 6
    }

    fn faults(text: &str) -> Vec<(usize, StaffReason)> {
        let faults = from_toml(text, six).unwrap_err();
        faults.into_iter().map(|one| (one.line, one.what)).collect()
    }

    #[test]
    fn tables_and_columns_say_the_same() {
        let toml = "[[staff]]\nnumber = \"1001\"\nname = \"李明\"\ndepartment = \"大厅\"\n\
                    roles = [\"clerk\", \"admin\"]\npin = \"135790\"\n";
        let csv = "name,number,pin,department,roles\n李明,1001,135790,大厅,clerk admin\n";
        let people = from_toml(toml, six).unwrap();
        assert_eq!(people, from_csv(csv, six).unwrap());
        assert_eq!(people[0].person.roles, [Role::Clerk, Role::Admin]);
        assert_eq!(people[0].pin.as_deref(), Some("135790"));
    }

    #[test]
    fn everything_that_is_wrong_is_told_with_its_line() {
        let text = "[[staff]]\nnumber = \"1\"\nname = \"\"\ndepartment = \"大厅\"\n\
                    roles = [\"boss\"]\npin = \"12\"\n[[staff]]\nnumber = \"1\"\n\
                    name = \"王芳\"\ndepartment = \"大厅\"\nroles = [\"clerk\"]\n";
        assert_eq!(
            faults(text),
            [
                (1, StaffReason::Empty("name")),
                (1, StaffReason::UnknownRole("boss".into())),
                (1, StaffReason::BadPin),
                (7, StaffReason::Twice("1".into())),
            ]
        );
        assert_eq!(
            faults("[[staff]]\nnumber = \"1\"\nnmae = \"x\"\n"),
            [(3, StaffReason::UnknownField("nmae".into()))]
        );
        assert_eq!(faults(""), [(1, StaffReason::Nobody)]);
    }

    #[test]
    fn a_csv_tells_its_columns() {
        let faults = from_csv("number,nmae\n1,x\n", six).unwrap_err();
        assert_eq!(faults[0].what, StaffReason::UnknownField("nmae".into()));
        assert_eq!(faults[1].what, StaffReason::MissingColumn("name"));
    }
}
