//! Rulebooks by the name that a person gives: a built-in id, or a file.

use std::path::Path;

use super::failure::Failure;
use super::out;
use crate::builtin::rulebook;
use crate::domain::rulebook::Rulebook;
use crate::i18n::{self, Lang};

/// The rulebook of this id, or in this file.
///
/// # Errors
///
/// A sentence that lists the ids, or says what is wrong with the file and where.
pub fn named(name: &str, lang: Lang) -> Result<Rulebook, Failure> {
    let found = match rulebook::rulebook(name) {
        Some(found) => found,
        None if Path::new(name).is_file() => {
            let text = read(name, lang)?;
            crate::domain::rulebook::parse(&text, name)
        }
        None => {
            let ids: Vec<&str> = rulebook::ids().collect();
            return Err(Failure::Usage(i18n::cli::unknown_rulebook(
                lang, name, &ids,
            )));
        }
    };
    found.map_err(|faults| {
        let lines: Vec<String> = faults
            .iter()
            .map(|fault| i18n::cli::fault(lang, fault))
            .collect();
        Failure::refused("rulebook_faulty", lines.join("\n"))
    })
}

/// A file's text.
///
/// # Errors
///
/// When it cannot be read, or is no UTF-8.
pub fn read(path: &str, lang: Lang) -> Result<String, Failure> {
    std::fs::read_to_string(path)
        .map_err(|error| Failure::Usage(i18n::cli::unreadable(lang, path, &error)))
}

/// A file's bytes.
///
/// # Errors
///
/// When it cannot be read.
pub fn bytes(path: &str, lang: Lang) -> Result<Vec<u8>, Failure> {
    std::fs::read(path).map_err(|error| Failure::Usage(i18n::cli::unreadable(lang, path, &error)))
}

/// Writes bytes to a file that is not there yet.
///
/// # Errors
///
/// When the file is there already or cannot be written.
pub fn write_bytes(path: &str, bytes: &[u8], lang: Lang) -> Result<(), Failure> {
    let written = std::fs::File::create_new(path)
        .and_then(|mut file| std::io::Write::write_all(&mut file, bytes));
    match written {
        Ok(()) => {
            out::say(&i18n::cli::written(lang, path));
            Ok(())
        }
        Err(error) => Err(Failure::NotSaved(i18n::cli::unwritable(lang, path, &error))),
    }
}

/// Writes a text to a file that is not there yet, or prints it.
///
/// # Errors
///
/// When the file is there already or cannot be written.
pub fn write(file: Option<&str>, text: &str, lang: Lang) -> Result<(), Failure> {
    match file {
        None => out::raw(text),
        Some(path) => write_bytes(path, text.as_bytes(), lang),
    }
}
