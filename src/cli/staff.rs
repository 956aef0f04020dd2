//! `staff`: the people on the register.

use clap::{Args, Subcommand};
use serde_json::json;

use super::context::Context;
use super::failure::{Failure, Status};
use super::register::{self, Voice};
use super::table::Table;
use super::{out, people, pressed};
use crate::domain::ids::StaffNo;
use crate::domain::oversight::{self, Contact, Whose};
use crate::domain::staff::Person;
use crate::i18n::{Lang, cli as words, oversight as said, words as names};

/// What is done to them.
#[derive(Debug, Args)]
pub struct StaffArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// List everyone
    List,
    /// List the numbers that callers are given, with when each was last checked
    Contacts,
    /// Show one person
    Show {
        /// The staff number
        number: String,
    },
    /// Add or change people from a TOML, .csv or .xlsx file, by number
    Import {
        /// The file
        file: String,
    },
    /// List the keys with which staff come in over SSH
    Keys,
    /// Let somebody in with a public key
    AddKey {
        /// The staff number
        number: String,
        /// The key: the one line of its file, or the file
        key: String,
    },
    /// Let a key in no more
    RemoveKey {
        /// The staff number
        number: String,
        /// The key, or how it is called
        key: String,
    },
    /// Draw a new one-time PIN for someone who lost theirs
    Pin {
        /// The staff number
        number: String,
    },
}

/// Lists, shows or changes them.
pub fn run(args: &StaffArgs, cx: &mut Context) -> Result<Status, Failure> {
    match &args.what {
        What::List => list(cx),
        What::Contacts => contacts(cx),
        What::Show { number } => show(number, cx),
        What::Import { file } => import(file, cx),
        What::Pin { number } => pin(number, cx),
        What::Keys => super::keys::list(cx),
        What::AddKey { number, key } => super::keys::add(number, key, cx),
        What::RemoveKey { number, key } => super::keys::remove(number, key, cx),
    }?;
    Ok(Status::Done)
}

fn list(cx: &mut Context) -> Result<(), Failure> {
    let desk = register::read(cx)?;
    let lang = cx.lang();
    let people = desk
        .read()
        .people()
        .map_err(|error| register::unread(lang, &error))?;
    let away = desk
        .read()
        .away(desk.now())
        .map_err(|error| register::unread(lang, &error))?;
    let offset = desk.office().offset;
    let absence = |person: &Person| away.iter().find(|row| row.staff == person.number);
    if cx.json {
        let one = |person: &Person| {
            let mut one = people::person_json(person);
            one["away"] = pressed::away(absence(person), offset);
            one
        };
        return out::json(&people.iter().map(one).collect::<Vec<_>>());
    }
    let mut table = Table::new(words::staff_columns(lang), cx.plain);
    for person in &people {
        table.row(&[
            person.number.as_str(),
            &person.name,
            &roles(person, lang),
            &person.department,
            &person.window,
            &person.title,
            &absence(person).map_or(String::new(), |row| {
                let stands_in = row.substitute.as_ref().map(StaffNo::as_str);
                words::staff_away(lang, row.until, offset, stands_in)
            }),
        ]);
    }
    out::text(&table.finish())
}

/// The numbers that callers are given, with who last found them right or wrong.
fn contacts(cx: &mut Context) -> Result<(), Failure> {
    let desk = register::read(cx)?;
    let lang = cx.lang();
    let (read, now) = (desk.read(), desk.now());
    let unread = |error| register::unread(lang, &error);
    let people = read.people().map_err(unread)?;
    let term = desk.rules().contact_days();
    let all = oversight::contacts(&people, &read.checks().map_err(unread)?, term);
    let voice = Voice::of(&desk);
    if cx.json {
        let offset = desk.office().offset;
        let one = |one: &Contact| {
            let (department, staff) = match &one.whose {
                Whose::Department(name) => (Some(name), None),
                Whose::Staff(number) => (None, Some(number)),
            };
            json!({
                "department": department,
                "staff": staff,
                "phone": one.phone,
                "standing": one.standing(now).as_str(),
                "checked_at": one.checked.as_ref().map(|(at, _)| at.rfc3339(offset)),
                "checked_by": one.checked.as_ref().map(|(_, by)| by),
            })
        };
        return out::json(&all.iter().map(one).collect::<Vec<_>>());
    }
    let mut table = Table::new(said::contact_columns(lang), cx.plain);
    for one in &all {
        let key = match &one.whose {
            Whose::Department(name) => name.as_str(),
            Whose::Staff(number) => number.as_str(),
        };
        table.row(&[
            key,
            &said::whose(&one.whose, &voice),
            &one.phone,
            &said::checked(lang, one, now, &voice),
        ]);
    }
    out::text(&table.finish())?;
    out::say(&said::check_term(lang, term));
    Ok(())
}

fn show(number: &str, cx: &mut Context) -> Result<(), Failure> {
    let desk = register::read(cx)?;
    let lang = cx.lang();
    let person = register::person(&desk, &StaffNo::from(number.trim()), lang)?;
    if cx.json {
        return out::json(&people::person_json(&person));
    }
    let mut table = Table::headless(cx.plain);
    for (name, value) in words::staff_fields(lang).into_iter().zip([
        person.number.as_str(),
        &person.name,
        &person.title,
        &person.post,
        &person.scope,
        &person.department,
        &person.window,
        &person.phone,
        &roles(&person, lang),
        person.substitute.as_ref().map_or("", StaffNo::as_str),
    ]) {
        if !value.is_empty() {
            table.row(&[name, value]);
        }
    }
    out::text(&table.finish())
}

fn roles(person: &Person, lang: Lang) -> String {
    let all: Vec<&str> = person
        .roles
        .iter()
        .map(|role| names::role(lang, *role))
        .collect();
    all.join(lang.pick("、", ", "))
}

fn import(file: &str, cx: &mut Context) -> Result<(), Failure> {
    let entries = people::from_file(file, cx.lang())?;
    let mut desk = register::write(cx)?;
    let lang = cx.lang();
    let actor = register::keeper(cx, &mut desk)?;
    let drawn = people::record(&mut desk, &entries, &actor, lang)?;
    if cx.json {
        return out::json(&people::drawn_json(&entries, &drawn));
    }
    out::text(&words::imported_staff(lang, entries.len()))?;
    people::print_drawn(&drawn, lang)
}

fn pin(number: &str, cx: &mut Context) -> Result<(), Failure> {
    let mut desk = register::write(cx)?;
    let lang = cx.lang();
    let actor = register::keeper(cx, &mut desk)?;
    let person = register::person(&desk, &StaffNo::from(number.trim()), lang)?;
    let voice = Voice::of(&desk);
    let pepper = people::pepper(&desk, lang)?;
    let failed = |error: &crate::desk::DeskError| register::failed(lang, error, &voice);
    let pin = desk.draw_pin().map_err(|error| failed(&error))?;
    let number = person.number.clone();
    desk.set_pin(&actor, &number, &pin, &pepper)
        .map_err(|error| failed(&error))?;
    if cx.json {
        return out::json(&json!({"number": number, "one_time_pin": pin.digits}));
    }
    let drawn = people::Drawn {
        number,
        name: person.name,
        digits: pin.digits,
    };
    people::print_drawn(&[drawn], lang)
}
