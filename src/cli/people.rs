//! Staff files onto the record, and the PINs that are drawn on the way.

use serde_json::{Value, json};

use super::failure::Failure;
use super::register::{self, Voice};
use super::{out, rules};
use crate::desk::{Actor, Desk, Pin, is_pin, pepper_at};
use crate::domain::command::{Command, Envelope};
use crate::domain::ids::StaffNo;
use crate::domain::staff::Person;
use crate::entropy::SystemEntropy;
use crate::i18n::{Lang, cli as words, fault, sheet as sheet_words, staff as staff_words};
use crate::sheet;
use crate::sheet::staff::{
    Entry, StaffFault, StaffReason, from_csv, from_table, from_toml, role_name,
};
use crate::sheet::table;

/// A one-time PIN that was drawn for someone.
#[derive(Debug)]
pub struct Drawn {
    /// Whose.
    pub number: StaffNo,
    /// The name.
    pub name: String,
    /// Its digits, printed once.
    pub digits: String,
}

/// Reads a staff file: a workbook or .csv by its name, and TOML otherwise.
///
/// # Errors
///
/// Every fault of the file with its line.
pub fn from_file(file: &str, lang: Lang) -> Result<Vec<Entry>, Failure> {
    let read = if table::is_workbook(file) {
        let tables = table::open(std::path::Path::new(file))
            .map_err(|fault| Failure::Usage(sheet_words::table(lang, file, &fault)))?;
        let nobody = || {
            let what = StaffReason::Nobody;
            vec![StaffFault { line: 1, what }]
        };
        let first = tables.first().ok_or_else(nobody);
        first.and_then(|first| from_table(first, is_pin))
    } else {
        let bytes = rules::bytes(file, lang)?;
        let text =
            sheet::decode(&bytes).ok_or_else(|| Failure::Usage(words::not_text(lang, file)))?;
        if table::ends(file, "csv") {
            from_csv(&text, is_pin)
        } else {
            from_toml(&text, is_pin)
        }
    };
    read.map_err(|faults| {
        let lines: Vec<String> = faults
            .iter()
            .map(|fault| staff_words::fault(lang, file, fault))
            .collect();
        Failure::refused("staff_file", lines.join("\n"))
    })
}

/// Puts people on the record, drawing a PIN for each who has none.
///
/// # Errors
///
/// When they could not be saved; nobody was then.
pub fn record(
    desk: &mut Desk,
    entries: &[Entry],
    actor: &Actor,
    lang: Lang,
) -> Result<Vec<Drawn>, Failure> {
    let voice = Voice::of(desk);
    let failed = |error: &crate::desk::DeskError| register::failed(lang, error, &voice);
    let pepper = pepper(desk, lang)?;
    let mut drawn = Vec::new();
    let mut people: Vec<(Person, Option<Pin>)> = Vec::new();
    for Entry { person, pin } in entries {
        let known = desk
            .read()
            .has_credential(&person.number)
            .map_err(|error| register::unread(lang, &error))?;
        let pin = match pin {
            Some(digits) => Some(Pin {
                digits: digits.clone(),
                one_time: false,
            }),
            None if known => None,
            None => {
                let pin = desk.draw_pin().map_err(|error| failed(&error))?;
                drawn.push(Drawn {
                    number: person.number.clone(),
                    name: person.name.clone(),
                    digits: pin.digits.clone(),
                });
                Some(pin)
            }
        };
        people.push((person.clone(), pin));
    }
    let recorded = match actor {
        Actor::Owner => desk.record_people(&people, &pepper),
        Actor::Staff(_) => by_staff(desk, &people, actor, &pepper),
    };
    recorded.map_err(|error| failed(&error))?;
    Ok(drawn)
}

/// The same in the name of an admin, as the commands that any admin may send.
fn by_staff(
    desk: &mut Desk,
    people: &[(Person, Option<Pin>)],
    actor: &Actor,
    pepper: &[u8],
) -> Result<(), crate::desk::DeskError> {
    let now = desk.now();
    desk.carry_out_all(&mut |batch| {
        for (person, _) in people {
            let envelope = Envelope::of(Command::RecordStaff(person.clone()));
            batch.carry_out(actor, &envelope, now)?;
        }
        Ok(())
    })?;
    for (person, pin) in people {
        if let Some(pin) = pin {
            desk.set_pin(actor, &person.number, pin, pepper)?;
        }
    }
    Ok(())
}

/// The register's pepper, made on first use.
///
/// # Errors
///
/// When it can be neither read nor made.
pub fn pepper(desk: &Desk, lang: Lang) -> Result<Vec<u8>, Failure> {
    let file = register::pepper(desk, lang)?;
    pepper_at(&file, &mut SystemEntropy)
        .map_err(|error| Failure::NotSaved(fault::sign_in(lang, &error, &Voice::default())))
}

/// People as scripts read them, with the PINs that were drawn.
pub fn drawn_json(entries: &[Entry], drawn: &[Drawn]) -> Vec<Value> {
    entries
        .iter()
        .map(|entry| {
            let mut value = person_json(&entry.person);
            let pin = drawn.iter().find(|one| one.number == entry.person.number);
            if let (Some(pin), Value::Object(map)) = (pin, &mut value) {
                map.insert("one_time_pin".to_owned(), pin.digits.as_str().into());
            }
            value
        })
        .collect()
}

/// Prints the PINs that were drawn, once.
///
/// # Errors
///
/// When nobody reads them.
pub fn print_drawn(drawn: &[Drawn], lang: Lang) -> Result<(), Failure> {
    if drawn.is_empty() {
        return Ok(());
    }
    let mut lines = vec![words::drawn_pins(lang)];
    for one in drawn {
        lines.push(format!("  {} {}  {}", one.number, one.name, one.digits));
    }
    out::text(&lines.join("\n"))
}

/// A person as scripts read it.
pub fn person_json(person: &Person) -> Value {
    json!({
        "number": person.number,
        "name": person.name,
        "title": person.title,
        "post": person.post,
        "scope": person.scope,
        "department": person.department,
        "window": person.window,
        "phone": person.phone,
        "roles": person.roles.iter().map(|role| role_name(*role)).collect::<Vec<_>>(),
        "substitute": person.substitute,
    })
}
