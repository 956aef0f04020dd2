//! A command line that cannot be parsed, in the person's language.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::context;
use super::failure::Status;
use super::out;
use crate::i18n::cli as words;

/// Prints help where it was asked for, else says what does not fit.
pub fn report(words_given: &[OsString], error: &clap::Error) -> Status {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let _ = error.print();
            return Status::Done;
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = error.print();
            return Status::Usage;
        }
        _ => {}
    }
    let lang = context::language_of(words_given);
    let told = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => Some(texts.join(" ")),
        Some(ContextValue::StyledStr(text)) => Some(text.to_string()),
        Some(_) | None => None,
    };
    let sentence = match error.kind() {
        ErrorKind::UnknownArgument => told(ContextKind::InvalidArg)
            .map(|arg| words::unknown_argument(lang, &arg, told(ContextKind::SuggestedArg))),
        ErrorKind::InvalidSubcommand => told(ContextKind::InvalidSubcommand).map(|name| {
            words::unknown_subcommand(lang, &name, told(ContextKind::SuggestedSubcommand))
        }),
        ErrorKind::MissingRequiredArgument => {
            told(ContextKind::InvalidArg).map(|args| words::missing_option(lang, &args))
        }
        ErrorKind::ArgumentConflict => told(ContextKind::InvalidArg).map(|arg| {
            words::conflict(
                lang,
                &arg,
                told(ContextKind::PriorArg).as_deref().unwrap_or_default(),
            )
        }),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            told(ContextKind::InvalidArg).map(|arg| {
                let value = told(ContextKind::InvalidValue).unwrap_or_default();
                if value.is_empty() {
                    return words::missing_value(lang, &arg);
                }
                words::bad_value(lang, &arg, &value, told(ContextKind::ValidValue))
            })
        }
        _ => None,
    };
    match sentence {
        Some(sentence) => out::say(&sentence),
        None => {
            let _ = error.print();
        }
    }
    Status::Usage
}
