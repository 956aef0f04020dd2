//! A command line that cannot be parsed, in the person's language.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::failure::Status;
use super::{context, help, out};
use crate::i18n::{Lang, cli as words};

/// Prints help where it was asked for, else says what does not fit.
pub fn report(given: &[OsString], error: &clap::Error) -> Status {
    let lang = context::language_of(given);
    let kind = error.kind();
    if kind == ErrorKind::DisplayHelp || kind == ErrorKind::DisplayVersion {
        help::print(given, error, lang);
        return Status::Done;
    }
    if kind == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        help::print(given, error, lang);
        return Status::Usage;
    }
    if let Some(sentence) = sentence(error, lang) {
        out::say(&sentence);
    } else {
        let _ = error.print();
    }
    Status::Usage
}

fn sentence(error: &clap::Error, lang: Lang) -> Option<String> {
    let kind = error.kind();
    let is = |one: ErrorKind| kind == one;
    let told = |kind: ContextKind| text(error.get(kind)?);
    if is(ErrorKind::InvalidSubcommand) {
        let name = told(ContextKind::InvalidSubcommand)?;
        let near = told(ContextKind::SuggestedSubcommand);
        return Some(words::unknown_subcommand(lang, &name, near));
    }
    if is(ErrorKind::MissingSubcommand) {
        return Some(words::missing_subcommand(lang));
    }
    let arg = told(ContextKind::InvalidArg)?;
    if is(ErrorKind::UnknownArgument) {
        let near = told(ContextKind::SuggestedArg);
        Some(words::unknown_argument(lang, &arg, near))
    } else if is(ErrorKind::MissingRequiredArgument) {
        Some(words::missing_option(lang, &arg))
    } else if is(ErrorKind::ArgumentConflict) {
        let other = told(ContextKind::PriorArg).unwrap_or_default();
        if other.is_empty() || other == arg {
            return Some(words::given_twice(lang, &arg));
        }
        Some(words::conflict(lang, &arg, &other))
    } else if is(ErrorKind::InvalidValue) || is(ErrorKind::ValueValidation) {
        let value = told(ContextKind::InvalidValue).unwrap_or_default();
        if value.is_empty() {
            return Some(words::missing_value(lang, &arg));
        }
        let valid = told(ContextKind::ValidValue);
        Some(words::bad_value(lang, &arg, &value, valid))
    } else {
        None
    }
}

fn text(value: &ContextValue) -> Option<String> {
    if let ContextValue::String(text) = value {
        Some(text.clone())
    } else if let ContextValue::Strings(texts) = value {
        Some(texts.join(" "))
    } else if let ContextValue::StyledStr(text) = value {
        Some(text.to_string())
    } else {
        None
    }
}
