//! Dates in files, as `2026-10-01` with or without quotes, with their line.

use chrono::NaiveDate;
use serde::Deserialize;
use toml::Spanned;

use super::calendar_fault::{CalendarError, CalendarFault};

/// A date as it stands in a file, not yet checked.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct RawDate(Spanned<toml::Value>);

impl RawDate {
    pub(super) fn read(&self, file: &str, text: &str) -> Result<NaiveDate, CalendarError> {
        let written = match self.0.as_ref() {
            toml::Value::String(text) => text.clone(),
            other @ (toml::Value::Datetime(_)
            | toml::Value::Integer(_)
            | toml::Value::Float(_)
            | toml::Value::Boolean(_)
            | toml::Value::Array(_)
            | toml::Value::Table(_)) => other.to_string(),
        };
        written.parse().map_err(|_| CalendarError {
            file: file.to_owned(),
            line: Some(self.line(text)),
            fault: CalendarFault::BadDate(written),
        })
    }

    pub(super) fn line(&self, text: &str) -> usize {
        line_at(text, self.0.span().start)
    }
}

/// The line, from 1, on which the byte at `offset` stands.
pub(super) fn line_at(text: &str, offset: usize) -> usize {
    let before = text.as_bytes().iter().take(offset);
    before.filter(|byte| **byte == b'\n').count() + 1
}

/// Reads a TOML file into `T`, or says on which line it breaks.
pub(super) fn parse<T: serde::de::DeserializeOwned>(
    file: &str,
    text: &str,
) -> Result<T, CalendarError> {
    toml::from_str(text).map_err(|error| CalendarError {
        file: file.to_owned(),
        line: error.span().map(|span| line_at(text, span.start)),
        fault: CalendarFault::Syntax(error.message().to_owned()),
    })
}
