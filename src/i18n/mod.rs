//! Every sentence a person reads, in Chinese and English.

pub mod app;
pub mod calendar;
pub mod case;
pub mod catalog;
pub mod checklist;
pub mod clauses;
pub mod cli;
pub mod columns;
pub mod edit;
pub mod export;
pub mod fault;
pub mod figures;
pub mod guide;
pub mod handover;
pub mod help;
pub mod ledger;
pub mod names;
pub mod news;
pub mod oversight;
pub mod paper;
pub mod papers;
pub mod plain;
pub mod privacy;
pub mod queue;
pub mod refusal;
pub mod register;
pub mod said;
pub mod sheet;
pub mod slips;
pub mod staff;
pub mod timeline;
pub mod urging;
pub mod when;
pub mod words;

use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A language of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum Lang {
    /// Chinese as written in mainland China.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// The language as options and files name it: `zh`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Zh => "zh",
            Self::En => "en",
        }
    }

    /// Of a Chinese and an English wording, the one in this language.
    pub fn pick<T>(self, zh: T, en: T) -> T {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }
}

/// One sentence in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Both {
    zh: &'static str,
    en: &'static str,
}

impl Both {
    const fn new(zh: &'static str, en: &'static str) -> Self {
        Self { zh, en }
    }

    /// The wording in a language.
    pub const fn text(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }
}

/// A language that the program does not speak.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown language: {0}")]
pub struct UnknownLang(pub String);

impl FromStr for Lang {
    type Err = UnknownLang;

    /// Reads `zh`, `en` or a locale such as `zh_CN.UTF-8`, in any case.
    fn from_str(text: &str) -> Result<Self, UnknownLang> {
        let name = text.trim().to_ascii_lowercase();
        match name.split(['_', '-', '.', '@']).next() {
            Some("zh") => Ok(Self::Zh),
            Some("en") => Ok(Self::En),
            _ => Err(UnknownLang(text.to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn a_locale_names_its_language() {
        for (text, lang) in [
            ("zh", Lang::Zh),
            ("zh_CN.UTF-8", Lang::Zh),
            ("EN", Lang::En),
            ("en-GB", Lang::En),
        ] {
            assert_eq!(text.parse(), Ok(lang), "{text}");
        }
        assert!("fr_FR.UTF-8".parse::<Lang>().is_err());
        assert!("".parse::<Lang>().is_err());
    }
}
