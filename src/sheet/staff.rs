//! Staff files: `[[staff]]` tables, or a .csv or workbook with the same names as columns.

use std::collections::BTreeSet;

use serde::Deserialize;
use toml::Spanned;

use super::table::{Cell, Table};
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
    /// A number where an identifier stands: its zeros may be gone.
    NumericId(String),
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

/// Reads the first sheet of a workbook, with the same columns as a .csv.
///
/// # Errors
///
/// All that does not fit.
pub fn from_table(table: &Table, is_pin: fn(&str) -> bool) -> Result<Vec<Entry>, Vec<StaffFault>> {
    let columns: Vec<String> = table
        .columns
        .iter()
        .map(|one| one.trim().to_lowercase())
        .collect();
    let named: Vec<&str> = columns.iter().map(String::as_str).collect();
    let mut faults = unfit(
        table.heading,
        named.iter().copied().filter(|one| !one.is_empty()),
    );
    if !faults.is_empty() {
        return Err(faults);
    }
    let mut rows = Vec::new();
    for line in &table.rows {
        let mut row = RawPerson::default();
        for (at, column) in named.iter().enumerate() {
            match line
                .cell(at)
                .map_or(Ok(String::new()), |cell| written(column, cell))
            {
                Ok(text) => row.set(column, &text),
                Err(what) => faults.push(StaffFault {
                    line: line.number,
                    what,
                }),
            }
        }
        rows.push((line.number, row));
    }
    if faults.is_empty() {
        checked(rows.into_iter(), is_pin)
    } else {
        Err(faults)
    }
}

/// A cell as a field of this name takes it.
fn written(column: &str, cell: &Cell) -> Result<String, StaffReason> {
    match cell {
        Cell::Text(text) => Ok(text.clone()),
        // A number has lost the zeros that it began with; a mobile number has none.
        Cell::Number(number) if column == "window" || (column == "phone" && *number > 1e10) => {
            Ok(number.to_string())
        }
        Cell::Number(_) | Cell::Time(_) => Err(StaffReason::NumericId(column.to_owned())),
        Cell::Fault(fault) => Err(StaffReason::Syntax(fault.clone())),
    }
}

/// Columns that nobody has, and those that must stand and do not.
fn unfit<'c>(line: usize, columns: impl Iterator<Item = &'c str>) -> Vec<StaffFault> {
    let columns: Vec<&str> = columns.collect();
    let unknown = columns.iter().filter(|column| !FIELDS.contains(*column));
    let unknown = unknown.map(|column| StaffReason::UnknownField((*column).to_owned()));
    let missing = NEEDED
        .into_iter()
        .filter(|needed| !columns.contains(needed));
    unknown
        .chain(missing.map(StaffReason::MissingColumn))
        .map(|what| StaffFault { line, what })
        .collect()
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
    let faults = unfit(1, columns.iter().map(String::as_str));
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
mod tests;
