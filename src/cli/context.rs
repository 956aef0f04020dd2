//! What holds for every subcommand: language, time, register.

use std::path::PathBuf;

use super::args::Global;
use super::failure::Failure;
use super::time;
use crate::domain::ids::StaffNo;
use crate::domain::time::Moment;
use crate::i18n::{self, Lang};
use crate::paths;

/// The options and the environment, read once.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "a switch each")]
pub struct Context {
    /// The register that `--db` names.
    pub db: Option<PathBuf>,
    /// Whether one JSON value is wanted.
    pub json: bool,
    /// Whether plain output is wanted.
    pub plain: bool,
    /// Whether lines are drawn in ASCII.
    pub ascii: bool,
    /// Whether no bell rings.
    pub quiet: bool,
    /// The time to live by, when one was set.
    pub now: Option<Moment>,
    /// The member of staff named with `--as`.
    pub staff: Option<StaffNo>,
    /// The language that `--lang` names.
    pub lang_option: Option<Lang>,
    asked: Option<Lang>,
    lang: Lang,
}

impl Context {
    /// Reads options and environment.
    ///
    /// # Errors
    ///
    /// For a language that is not spoken and a time that is none.
    pub fn new(global: Global) -> Result<Self, Failure> {
        let asked = asked_language(global.lang.as_deref())?;
        let lang = asked.unwrap_or_else(locale);
        let now = global.now.filter(|now| !now.is_empty()).or_else(|| {
            Some(
                paths::variable("SHOUWEN_NOW")?
                    .to_string_lossy()
                    .into_owned(),
            )
        });
        let now = match now {
            Some(text) => Some(
                time::instant(&text)
                    .ok_or_else(|| Failure::Usage(i18n::cli::bad_time(lang, "--now", &text)))?,
            ),
            None => None,
        };
        let staff = global.staff.filter(|staff| !staff.trim().is_empty());
        Ok(Self {
            db: global.db,
            json: global.json,
            plain: global.plain,
            ascii: global.ascii,
            quiet: global.quiet || paths::variable("SHOUWEN_QUIET").is_some(),
            now,
            staff: staff.map(|staff| StaffNo(staff.trim().to_owned())),
            lang_option: global.lang.as_deref().and_then(|name| name.parse().ok()),
            asked,
            lang,
        })
    }

    /// The language that was asked for, by option or environment.
    pub fn asked(&self) -> Option<Lang> {
        self.asked
    }

    /// The language to speak.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Speaks the register's language from now on, unless another was asked for.
    pub fn speak(&mut self, register: &str) {
        if let (None, Ok(lang)) = (self.asked, register.parse()) {
            self.lang = lang;
        }
    }
}

/// The language asked for by option or environment.
fn asked_language(option: Option<&str>) -> Result<Option<Lang>, Failure> {
    let named = option
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .or_else(|| {
            Some(
                paths::variable("SHOUWEN_LANG")?
                    .to_string_lossy()
                    .into_owned(),
            )
        });
    match named {
        Some(name) => name
            .parse()
            .map(Some)
            .map_err(|_| Failure::Usage(i18n::cli::bad_lang(locale(), &name))),
        None => Ok(None),
    }
}

/// The locale's language; Chinese where it has none of ours.
pub fn locale() -> Lang {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| paths::variable(name))
        .and_then(|name| name.to_string_lossy().parse().ok())
        .unwrap_or_default()
}

/// The language of a command line that could not be parsed: as asked for where
/// that can be read, else the locale's.
pub fn language_of(words: &[std::ffi::OsString]) -> Lang {
    let words: Vec<_> = words.iter().map(|word| word.to_string_lossy()).collect();
    let option = words.iter().enumerate().find_map(|(at, word)| {
        if word == "--lang" {
            return Some(words.get(at + 1)?.to_string());
        }
        Some(word.strip_prefix("--lang=")?.to_owned())
    });
    asked_language(option.as_deref())
        .ok()
        .flatten()
        .unwrap_or_else(locale)
}
