//! The help of the command line in Chinese; English stands beside each option.

const TEXTS: &[(&str, &str)] = &[];

/// The Chinese of an English help text; the text itself where there is none.
pub fn chinese(text: &str) -> &str {
    TEXTS
        .iter()
        .find(|(en, _)| *en == text)
        .map_or(text, |(_, zh)| zh)
}
