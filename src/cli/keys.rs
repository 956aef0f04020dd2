//! `staff keys`, `add-key`, `remove-key`, and `ssh-keys`, which OpenSSH asks.

use std::path::Path;

use clap::Args;
use serde_json::json;

use super::context::Context;
use super::failure::{Failure, Status};
use super::register::{self, Voice};
use super::table::Table;
use super::{out, rules};
use crate::desk::Desk;
use crate::domain::access::Key;
use crate::domain::command::{AddKey, Command, Envelope, RemoveKey};
use crate::domain::ids::StaffNo;
use crate::i18n::{cli as words, privacy};
use crate::paths;

/// What OpenSSH knows of somebody who comes: `AuthorizedKeysCommand … %u %t %k`.
#[derive(Debug, Args)]
pub struct SshKeysArgs {
    /// The account that is asked for
    user: String,
    /// The kind of key that is offered
    kind: String,
    /// The key that is offered, in base 64
    key: String,
}

/// Prints the one line that lets this key in, and to nothing but the app; nothing for a
/// key that is not on record.
pub fn ssh_keys(args: &SshKeysArgs, cx: &mut Context) -> Result<Status, Failure> {
    let desk = register::read(cx)?;
    let lang = cx.lang();
    let keys = all(&desk, cx)?;
    let offered = |(_, key): &&(StaffNo, Key)| key.kind == args.kind && key.key == args.key;
    let Some((staff, key)) = keys.iter().find(offered) else {
        return Ok(Status::Done);
    };
    let state = paths::base().ok_or_else(|| Failure::NotSaved(words::no_state(lang)))?;
    let program = std::env::current_exe().map_err(|e| Failure::NotSaved(e.to_string()))?;
    let register = register::path(cx)?;
    let register = std::path::absolute(register).map_err(|e| Failure::NotSaved(e.to_string()))?;
    let each = [program.as_path(), &register, &state];
    let named: Option<Vec<&str>> = each.into_iter().map(plain).collect();
    let staff_is_plain = staff.as_str().chars().all(|ch| ch.is_ascii_alphanumeric());
    let (Some(named), true) = (named, staff_is_plain) else {
        return Err(Failure::Usage(words::awkward_paths(lang)));
    };
    let [program, register, state] = named[..] else {
        return Ok(Status::Done);
    };
    out::text(&format!(
        "restrict,pty,command=\"{program} --db {register} kiosk --as {staff} --state {state}\" {} {}",
        key.kind, key.key
    ))?;
    Ok(Status::Done)
}

/// A path that a shell takes as it stands.
fn plain(path: &Path) -> Option<&str> {
    let text = path.to_str()?;
    let harmless = |ch: char| ch.is_ascii_alphanumeric() || "/._-+".contains(ch);
    (text.starts_with('/') && text.chars().all(harmless)).then_some(text)
}

fn all(desk: &Desk, cx: &Context) -> Result<Vec<(StaffNo, Key)>, Failure> {
    let keys = desk.read().keys();
    keys.map_err(|error| register::unread(cx.lang(), &error))
}

/// Lists every key that is let in.
pub fn list(cx: &mut Context) -> Result<(), Failure> {
    let desk = register::read(cx)?;
    let keys = all(&desk, cx)?;
    if cx.json {
        let one = |(staff, key): &(StaffNo, Key)| json!({"staff": staff, "kind": key.kind, "key": key.key, "name": key.name});
        return out::json(&keys.iter().map(one).collect::<Vec<_>>());
    }
    let mut table = Table::new(privacy::key_columns(cx.lang()), cx.plain);
    for (staff, key) in &keys {
        table.row(&[staff.as_str(), &key.kind, &key.name]);
    }
    out::text(&table.finish())
}

/// Lets somebody in with a key.
pub fn add(number: &str, key: &str, cx: &mut Context) -> Result<(), Failure> {
    let line = if Path::new(key).is_file() {
        rules::read(key, cx.lang())?
    } else {
        key.to_owned()
    };
    let staff = StaffNo::from(number.trim());
    let key = line.trim().to_owned();
    carry_out(&Command::AddKey(AddKey { staff, key }), cx)
}

/// Lets a key in no more.
pub fn remove(number: &str, key: &str, cx: &mut Context) -> Result<(), Failure> {
    let staff = StaffNo::from(number.trim());
    let key = key.trim().to_owned();
    carry_out(&Command::RemoveKey(RemoveKey { staff, key }), cx)
}

fn carry_out(command: &Command, cx: &mut Context) -> Result<(), Failure> {
    let mut desk = register::write(cx)?;
    let lang = cx.lang();
    let actor = register::keeper(cx, &mut desk)?;
    let voice = Voice::of(&desk);
    let done = desk
        .carry_out(&actor, &Envelope::of(command.clone()))
        .map_err(|error| register::failed(lang, &error, &voice))?;
    if cx.json {
        return out::json(&json!({"staff": done.subject}));
    }
    let (zh, en) = privacy::done(command, &done.subject);
    out::text(&lang.pick(zh, en))
}
