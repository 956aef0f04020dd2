//! Why the app did not open, told as every other failure is.

use super::failure::{Failure, Status};
use super::register::{self, Voice};
use super::{Start, report};
use crate::desk::{DeskError, SignInError};
use crate::i18n::cli as words;

/// What stood in the way.
#[derive(Debug)]
pub enum Trouble<'a> {
    /// The register cannot be used.
    Desk(&'a DeskError),
    /// The first PIN could not be kept.
    SignIn(&'a SignInError),
    /// Time may be set, and a PIN left out, on a sandbox only.
    NoSandbox,
    /// There is no place for keys and drafts.
    NoState,
    /// There is no terminal, or it failed.
    Terminal(&'a std::io::Error),
}

/// Says it, and with which status that ends.
pub fn tell(start: &Start, trouble: &Trouble<'_>) -> Status {
    let lang = start.asked.unwrap_or(start.locale);
    let voice = Voice::default();
    let failure = match trouble {
        Trouble::Desk(error) => register::failed(lang, error, &voice),
        Trouble::SignIn(error) => register::not_signed_in(lang, error, &voice),
        Trouble::NoSandbox => Failure::refused("no_sandbox", words::no_sandbox(lang)),
        Trouble::NoState => Failure::NotSaved(words::no_state(lang)),
        Trouble::Terminal(error) => Failure::Usage(words::no_terminal(lang, error)),
    };
    report(&failure, false)
}
