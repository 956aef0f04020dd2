//! `kiosk`: the app for somebody who came in with a key, and nothing but the app.

use std::io::IsTerminal;
use std::path::PathBuf;

use clap::Args;

use super::context::Context;
use super::failure::Failure;
use super::register;
use super::{Outcome, Start};
use crate::i18n::cli as words;
use crate::paths;

/// Who came, and where things lie. OpenSSH gives it, from what `ssh-keys` printed.
#[derive(Debug, Args)]
pub struct KioskArgs {
    /// The directory of keys and drafts; the environment is not asked
    #[arg(long, value_name = "DIR")]
    pub state: PathBuf,
}

/// Opens the app for the one whose key it was. A command that came along is refused, as is
/// whatever has no terminal.
pub fn open(cx: &mut Context) -> Result<Outcome, Failure> {
    let lang = cx.lang();
    let no = |code, words: &str| Failure::refused(code, words.to_owned());
    let asked = std::env::var_os("SSH_ORIGINAL_COMMAND").is_some_and(|asked| !asked.is_empty());
    if asked || !std::io::stdin().is_terminal() || !std::io::stdout().is_terminal() {
        return Err(no("app_only", words::app_only(lang)));
    }
    if paths::from_outside("SSH_CONNECTION").is_none() {
        return Err(no("ssh_only", words::ssh_only(lang)));
    }
    let desk = register::read(cx)?;
    let Some(staff) = cx.staff.clone() else {
        return Err(Failure::Usage(words::missing_option(lang, "--as")));
    };
    let keys = desk.read().keys();
    let keys = keys.map_err(|error| register::unread(lang, &error))?;
    if !keys.iter().any(|(whose, _)| whose == &staff) {
        return Err(no("no_key", words::no_key(lang)));
    }
    drop(desk);
    let mut start = Start::new(cx)?;
    start.staff = None;
    start.kiosk = Some(staff);
    Ok(Outcome::App(Box::new(start)))
}
