//! Printing: data to standard output, messages to standard error.
//!
//! Much of it was typed by strangers. Nothing that could steer a terminal leaves
//! here, save what goes into a file word for word ([`raw`]).

use std::io::{ErrorKind, Write};

use serde::Serialize;

use super::context::language_of;
use super::failure::Failure;
use crate::domain::text::is_invisible;
use crate::i18n::cli::unprintable;

/// How many characters of a sentence are worth reading.
const SENTENCE: usize = 2_000;

/// Prints a text for people, and a line feed where it lacks one.
pub fn text(text: &str) -> Result<(), Failure> {
    raw(&harmless(text))
}

/// Prints a text as it is, and a line feed where it lacks one: for what may be
/// kept in a file and read again.
pub fn raw(text: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    let end = if text.ends_with('\n') { "" } else { "\n" };
    done(write!(out, "{text}{end}").and_then(|()| out.flush()))
}

/// Prints one JSON value on one line, and sends it off at once.
pub fn json(value: &impl Serialize) -> Result<(), Failure> {
    let line =
        serde_json::to_string(value).map_err(|error| Failure::NotSaved(error.to_string()))?;
    raw(&escaped(&line))
}

/// Says something to the person; what nobody reads is not worth failing for.
pub fn say(message: &str) {
    let message = harmless(&clipped(message));
    let _ = writeln!(std::io::stderr().lock(), "{message}");
}

/// As much of a sentence as is worth reading.
pub fn clipped(sentence: &str) -> String {
    match sentence.char_indices().nth(SENTENCE) {
        Some((end, _)) => format!("{}…", &sentence[..end]),
        None => sentence.to_owned(),
    }
}

/// Lines in which nothing steers the terminal, hides, or turns a line around.
fn harmless(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\n' | '\t' => c,
            c if steers(c) => '?',
            c => c,
        })
        .collect()
}

/// JSON in which what could steer a terminal is written as `\u202e`. It stands in
/// strings only, so the value stays the same.
fn escaped(line: &str) -> String {
    use std::fmt::Write as _;
    let mut units = [0; 2];
    let mut text = String::with_capacity(line.len());
    for c in line.chars() {
        if steers(c) {
            for unit in c.encode_utf16(&mut units) {
                // Writing to a String cannot fail.
                let _ = write!(text, "\\u{unit:04x}");
            }
        } else {
            text.push(c);
        }
    }
    text
}

fn steers(c: char) -> bool {
    c.is_control() || is_invisible(c) || matches!(c, '\u{2028}' | '\u{2029}')
}

fn done(result: std::io::Result<()>) -> Result<(), Failure> {
    match result {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Err(Failure::Unread),
        Err(error) => {
            let words: Vec<_> = std::env::args_os().collect();
            Err(Failure::NotSaved(unprintable(language_of(&words), &error)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{clipped, escaped, harmless};

    #[test]
    fn nothing_steers_the_terminal() {
        let evil = "张\u{1b}[2J\u{9b}2J\u{202e}三\u{200b}\n李\t\u{7f}";
        assert_eq!(harmless(evil), "张?[2J?2J?三?\n李\t?");
        let json = serde_json::to_string(&format!("{evil}\u{e0041}")).unwrap();
        let sent = escaped(&json);
        assert!(
            !sent
                .chars()
                .any(|c| c.is_control() || "\u{202e}\u{200b}\u{e0041}".contains(c))
        );
        let back: String = serde_json::from_str(&sent).unwrap();
        assert_eq!(back, format!("{evil}\u{e0041}"), "the value is the same");
    }

    #[test]
    fn a_sentence_is_no_longer_than_worth_reading() {
        assert_eq!(clipped("好"), "好");
        assert_eq!(clipped(&"好".repeat(9_000)).chars().count(), 2_001);
    }
}
