//! `docs`: references made from the program itself.

use clap::Args;

use super::context::Context;
use super::failure::{Failure, Status};
use super::out;
use crate::domain::command::allowed;
use crate::i18n::{cli as said, words};
use crate::tui::keymap;

/// Which reference.
#[derive(Debug, Args)]
pub struct DocsArgs {
    /// keys, roles
    what: String,
}

/// Prints it, in the language asked for.
pub fn run(args: &DocsArgs, cx: &Context) -> Result<Status, Failure> {
    let lang = cx.lang();
    let text = match args.what.as_str() {
        "keys" => keymap::reference(lang),
        "roles" => allowed::reference(said::command(lang), |role| words::role(lang, role)),
        other => {
            let known = Some("keys, roles".to_owned());
            return Err(Failure::Usage(said::bad_value(lang, "WHAT", other, known)));
        }
    };
    out::text(&text)?;
    Ok(Status::Done)
}
