//! `docs`: references made from the program itself.

use clap::Args;

use super::context::Context;
use super::failure::{Failure, Status};
use super::out;
use crate::i18n::cli as words;
use crate::tui::keymap;

/// Which reference.
#[derive(Debug, Args)]
pub struct DocsArgs {
    /// keys
    what: String,
}

/// Prints it, in the language asked for.
pub fn run(args: &DocsArgs, cx: &Context) -> Result<Status, Failure> {
    if args.what != "keys" {
        let known = Some("keys".to_owned());
        return Err(Failure::Usage(words::bad_value(
            cx.lang(),
            "WHAT",
            &args.what,
            known,
        )));
    }
    out::text(&keymap::reference(cx.lang()))?;
    Ok(Status::Done)
}
