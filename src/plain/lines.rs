//! The line itself: whole lines out, whole lines in, and nothing that moves a cursor.

use std::io::{self, BufRead, IsTerminal, Read, Write};

use super::turn::{Told, Turn};
use crate::paper::layout::{printable, wrap};

/// The longest line that is read, in bytes; what follows it is left out.
const LONGEST: u64 = 64 * 1024;
/// Fewer columns than this are not worth breaking lines for.
const NARROWEST: usize = 20;

/// What a line was, as far as it could be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// Words, without blanks around them.
    Words(String),
    /// More than a line may be.
    TooLong,
    /// Bytes that are no UTF-8.
    NotText,
    /// Something with a control character in it, as arrow keys send.
    Control,
}

/// Where lines come from and go to.
pub struct Lines {
    input: Box<dyn BufRead>,
    output: Box<dyn Write>,
    /// Whether a person types at a terminal, rather than a script through a pipe.
    person: bool,
    columns: fn() -> Option<usize>,
}

impl std::fmt::Debug for Lines {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Lines")
            .field("person", &self.person)
            .finish_non_exhaustive()
    }
}

impl Lines {
    /// Standard input and output.
    pub fn here() -> Self {
        Self {
            person: io::stdin().is_terminal(),
            input: Box::new(io::stdin().lock()),
            output: Box::new(io::stdout()),
            columns,
        }
    }

    /// Says a text, line by line. Nothing in it can steer a terminal.
    ///
    /// # Errors
    ///
    /// [`Turn::End`] when nobody listens any more.
    pub fn say(&mut self, text: &str) -> Told<()> {
        let mut whole = String::new();
        for line in text.lines() {
            for part in self.broken(line) {
                whole.push_str(part.trim_end());
                whole.push('\n');
            }
        }
        self.send(&whole)
    }

    /// Asks: the answer follows on the same line for a person, on the next for a script.
    ///
    /// # Errors
    ///
    /// [`Turn::End`] when nobody listens any more.
    pub fn prompt(&mut self, text: &str) -> Told<()> {
        let mut whole = self.broken(text).join("\n");
        whole.truncate(whole.trim_end().len());
        whole.push(if self.person { ' ' } else { '\n' });
        self.send(&whole)
    }

    /// Hears one line.
    ///
    /// # Errors
    ///
    /// [`Turn::End`] when there are no more lines.
    pub fn hear(&mut self) -> Told<Heard> {
        let mut bytes = Vec::new();
        let count = self
            .input
            .by_ref()
            .take(LONGEST)
            .read_until(b'\n', &mut bytes)?;
        if count == 0 {
            return Err(Turn::End);
        }
        if bytes.last() != Some(&b'\n') && bytes.len() as u64 >= LONGEST {
            self.skip_line()?;
            return Ok(Heard::TooLong);
        }
        let Ok(text) = String::from_utf8(bytes) else {
            return Ok(Heard::NotText);
        };
        let words = text
            .trim_start_matches('\u{feff}')
            .trim()
            .replace('\t', " ");
        if words.chars().any(char::is_control) {
            return Ok(Heard::Control);
        }
        Ok(Heard::Words(words))
    }

    /// Hears one line that nobody should see.
    ///
    /// # Errors
    ///
    /// As for [`Lines::hear`].
    pub fn hear_secret(&mut self) -> Told<Heard> {
        if !self.person {
            return self.hear();
        }
        let silence = Silence::begin();
        let heard = self.hear();
        drop(silence);
        self.send("\n")?;
        heard
    }

    fn skip_line(&mut self) -> Told<()> {
        loop {
            let buffer = self.input.fill_buf()?;
            let length = buffer.len();
            if length == 0 {
                return Ok(());
            }
            let end = buffer.iter().position(|byte| *byte == b'\n');
            self.input.consume(end.map_or(length, |at| at + 1));
            if end.is_some() {
                return Ok(());
            }
        }
    }

    fn broken(&self, line: &str) -> Vec<String> {
        match (self.columns)() {
            Some(columns) => wrap(line, columns.max(NARROWEST)),
            None => vec![printable(line)],
        }
    }

    fn send(&mut self, text: &str) -> Told<()> {
        self.output.write_all(text.as_bytes())?;
        self.output.flush()?;
        Ok(())
    }
}

/// Columns of the terminal that is written to; none for a file or a pipe, whose
/// reader breaks lines as it likes.
#[cfg(unix)]
fn columns() -> Option<usize> {
    let size = rustix::termios::tcgetwinsize(io::stdout()).ok()?;
    // The last column stays free: some terminals begin a new line at once when it is written.
    usize::from(size.ws_col).checked_sub(1).filter(|n| *n > 0)
}

#[cfg(not(unix))]
fn columns() -> Option<usize> {
    None
}

/// Typing is not shown as long as this lives.
struct Silence {
    #[cfg(unix)]
    before: Option<rustix::termios::Termios>,
}

impl Silence {
    #[cfg(unix)]
    fn begin() -> Self {
        use rustix::termios::{LocalModes, OptionalActions, tcgetattr, tcsetattr};
        let before = tcgetattr(io::stdin()).ok();
        if let Some(before) = &before {
            let mut silent = before.clone();
            silent.local_modes.remove(LocalModes::ECHO);
            // A terminal that refuses shows what is typed; that is better than no sign-in.
            let _ = tcsetattr(io::stdin(), OptionalActions::Drain, &silent);
        }
        Self { before }
    }

    #[cfg(not(unix))]
    fn begin() -> Self {
        Self {}
    }
}

#[cfg(unix)]
impl Drop for Silence {
    fn drop(&mut self) {
        use rustix::termios::{OptionalActions, tcsetattr};
        if let Some(before) = &self.before {
            let _ = tcsetattr(io::stdin(), OptionalActions::Drain, before);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hear(bytes: &[u8]) -> Vec<Heard> {
        let mut lines = Lines {
            input: Box::new(io::Cursor::new(bytes.to_vec())),
            output: Box::new(io::sink()),
            person: false,
            columns: || None,
        };
        std::iter::from_fn(|| lines.hear().ok()).collect()
    }

    #[test]
    fn a_line_is_words_or_it_is_said_why_not() {
        let words = |text: &str| Heard::Words(text.to_owned());
        assert_eq!(
            hear("\u{feff}张三\r\n  b\tc \n\nlast".as_bytes()),
            [words("张三"), words("b c"), words(""), words("last")]
        );
        assert_eq!(hear(b"\xd5\xc5\n1\n"), [Heard::NotText, words("1")]);
        assert_eq!(hear(b"\x1b[A\n"), [Heard::Control]);
        let mut long = vec![b'x'; 200_000];
        long.extend(b"\nnext\n");
        assert_eq!(hear(&long), [Heard::TooLong, words("next")]);
    }
}
