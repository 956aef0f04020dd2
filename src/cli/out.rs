//! Printing: data to standard output, messages to standard error.

use std::io::{ErrorKind, Write};

use serde::Serialize;

use super::failure::Failure;

/// Prints a text as it is, and a line feed where it lacks one.
pub fn text(text: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    let end = if text.ends_with('\n') { "" } else { "\n" };
    done(write!(out, "{text}{end}").and_then(|()| out.flush()))
}

/// Prints one JSON value on one line, and sends it off at once.
pub fn json(value: &impl Serialize) -> Result<(), Failure> {
    let line =
        serde_json::to_string(value).map_err(|error| Failure::NotSaved(error.to_string()))?;
    text(&line)
}

/// Says something to the person; what nobody reads is not worth failing for.
pub fn say(message: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{message}");
}

fn done(result: std::io::Result<()>) -> Result<(), Failure> {
    match result {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Err(Failure::Unread),
        Err(error) => Err(Failure::NotSaved(error.to_string())),
    }
}
