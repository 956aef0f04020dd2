//! A PIN from the file that `SHOUWEN_PIN_FILE` names, or from the terminal without echo.

use std::fs::File;
use std::io::{BufRead, BufReader, Write};

use super::failure::Failure;
use super::rules;
use crate::domain::ids::StaffNo;
use crate::i18n::{Lang, cli as words};
use crate::paths;

/// Gets the PIN of this person.
///
/// # Errors
///
/// When the file cannot be read, or there is neither file nor terminal.
pub fn ask(staff: &StaffNo, lang: Lang) -> Result<String, Failure> {
    if let Some(path) = paths::variable("SHOUWEN_PIN_FILE") {
        let text = rules::read(&path.to_string_lossy(), lang)?;
        return Ok(text.trim().to_owned());
    }
    from_terminal(&words::ask_pin(lang, staff.as_str()))
        .ok_or_else(|| Failure::refused("pin_required", words::pin_required(lang)))
}

/// Asks on the controlling terminal, wherever the streams lead.
#[cfg(unix)]
fn from_terminal(question: &str) -> Option<String> {
    use rustix::termios::{LocalModes, OptionalActions, tcgetattr, tcsetattr};
    let mut terminal = File::options()
        .read(true)
        .write(true)
        .open("/dev/tty")
        .ok()?;
    let before = tcgetattr(&terminal).ok()?;
    let mut silent = before.clone();
    silent.local_modes.remove(LocalModes::ECHO);
    write!(terminal, "{question}").ok()?;
    tcsetattr(&terminal, OptionalActions::Flush, &silent).ok()?;
    let mut line = String::new();
    let read = BufReader::new(&terminal).read_line(&mut line);
    let restored = tcsetattr(&terminal, OptionalActions::Now, &before);
    let _ = writeln!(terminal);
    restored.ok()?;
    let count = read.ok()?;
    (count > 0).then(|| line.trim().to_owned())
}

#[cfg(not(unix))]
fn from_terminal(_question: &str) -> Option<String> {
    None
}
