//! Cutting the byte stream into keys and pastes, however it was cut on its way.

use std::time::{Duration, Instant};

use crossterm::event::KeyCode;

use super::{Input, keys};

const ESC: u8 = 0x1b;
const PASTE_BEGIN: &[u8] = b"\x1b[200~";
const PASTE_END: &[u8] = b"\x1b[201~";

/// How long a lone ESC may still become an arrow key. Over a slow line the two
/// halves of one come apart.
pub const ESCAPE_REST: Duration = Duration::from_millis(60);

/// How long the beginning of a longer sequence is kept.
const SEQUENCE_REST: Duration = Duration::from_secs(1);

/// How long a paste may fall silent before what came of it is taken. The rest
/// of it would arrive as keys, so this is generous.
const PASTE_REST: Duration = Duration::from_secs(3);

/// No key is longer; a longer sequence is noise.
const LONGEST_SEQUENCE: usize = 64;

/// No terminal's answer is longer.
const LONGEST_ANSWER: usize = 4096;

/// Bytes in, keys out; it keeps what is not decided yet.
#[derive(Debug, Default)]
pub struct Decoder {
    pending: Vec<u8>,
    paste: Option<Vec<u8>>,
    last_byte: Option<Instant>,
}

/// What stands at the beginning of the undecided bytes.
enum Unit {
    /// More bytes are needed to tell.
    Undecided,
    /// A single key of this many bytes.
    Key(usize, KeyCode, bool),
    /// A whole escape sequence of this many bytes.
    Sequence(usize),
    /// The mark before a paste.
    PasteBegin,
    /// Bytes that mean nothing here.
    Noise(usize),
}

impl Decoder {
    /// Takes bytes that arrived at `now`, and appends what they mean.
    pub fn feed(&mut self, bytes: &[u8], now: Instant, out: &mut Vec<Input>) {
        self.last_byte = Some(now);
        if self.paste.is_some() {
            self.feed_paste(bytes, out);
        } else {
            self.pending.extend_from_slice(bytes);
        }
        self.decode(out);
    }

    /// When [`expire`](Self::expire) will have something to say, if ever.
    pub fn deadline(&self) -> Option<Instant> {
        let rest = match (&self.paste, self.pending.as_slice()) {
            (Some(_), _) => PASTE_REST,
            (None, [ESC]) => ESCAPE_REST,
            (None, [ESC, ..]) => SEQUENCE_REST,
            // Half a hanzi is decided by the next byte, never by time.
            (None, _) => return None,
        };
        self.last_byte.map(|at| at + rest)
    }

    /// Decides what has rested long enough: a lone ESC is the Esc key.
    pub fn expire(&mut self, now: Instant, out: &mut Vec<Input>) {
        if self.deadline().is_none_or(|at| now < at) {
            return;
        }
        if self.paste.is_some() {
            self.close(out);
        } else if self.pending.starts_with(b"\x1b[") {
            self.pending.clear();
        } else {
            self.pending.remove(0);
            out.push(keys::plain(KeyCode::Esc));
            self.decode(out);
        }
    }

    /// Gives out what has come of a paste that will not end any more.
    pub fn close(&mut self, out: &mut Vec<Input>) {
        if let Some(text) = self.paste.take() {
            out.push(Input::Paste(String::from_utf8_lossy(&text).into_owned()));
        }
    }

    fn feed_paste(&mut self, bytes: &[u8], out: &mut Vec<Input>) {
        let Some(text) = &mut self.paste else { return };
        // The end mark may have come in two pieces.
        let from = text.len().saturating_sub(PASTE_END.len() - 1);
        text.extend_from_slice(bytes);
        if let Some(at) = find(&text[from..], PASTE_END) {
            self.pending
                .extend_from_slice(&text[from + at + PASTE_END.len()..]);
            text.truncate(from + at);
            self.close(out);
        }
    }

    fn decode(&mut self, out: &mut Vec<Input>) {
        let mut start = 0;
        while start < self.pending.len() {
            let rest = &self.pending[start..];
            match next_unit(rest) {
                Unit::Undecided => break,
                Unit::Key(length, code, control) => {
                    start += length;
                    out.push(if control {
                        keys::control(code)
                    } else {
                        keys::plain(code)
                    });
                }
                Unit::Sequence(length) => {
                    out.extend(keys::from_sequence(&rest[..length]));
                    start += length;
                }
                Unit::Noise(length) => start += length,
                Unit::PasteBegin => {
                    let text = rest[PASTE_BEGIN.len()..].to_vec();
                    self.pending.clear();
                    start = 0;
                    self.paste = Some(Vec::with_capacity(text.len()));
                    self.feed_paste(&text, out);
                }
            }
        }
        self.pending.drain(..start);
    }
}

fn next_unit(bytes: &[u8]) -> Unit {
    match bytes {
        [] | [ESC] | [ESC, b'O'] => Unit::Undecided,
        [ESC, b'[', rest @ ..] => control_sequence(bytes, rest),
        [ESC, b'O', b'A'..=b'Z' | b'a'..=b'z', ..] => Unit::Sequence(3),
        [ESC, b']' | b'P' | b'X' | b'^' | b'_', ..] => answer(bytes),
        // No Alt chords: whoever types ahead means Esc, then the letter.
        [ESC, ..] => Unit::Key(1, KeyCode::Esc, false),
        [0..=0x7f, ..] => {
            let (code, control) = keys::ascii(bytes[0]);
            Unit::Key(1, code, control)
        }
        _ => letter(bytes),
    }
}

/// `ESC [`, parameters, one final byte.
fn control_sequence(bytes: &[u8], rest: &[u8]) -> Unit {
    match rest {
        [] | [b'['] => return Unit::Undecided,
        // Function keys of the Linux console.
        [b'[', ..] => return Unit::Sequence(4),
        // A mouse report nobody asked for: three bytes of any value follow.
        [b'M', ..] if bytes.len() < 6 => return Unit::Undecided,
        [b'M', ..] => return Unit::Noise(6),
        _ => {}
    }
    let body = rest.iter().take_while(|b| matches!(b, 0x20..=0x3f)).count();
    let length = 2 + body;
    match rest.get(body) {
        _ if length > LONGEST_SEQUENCE => Unit::Noise(length),
        None => Unit::Undecided,
        Some(0x40..=0x7e) if bytes.starts_with(PASTE_BEGIN) => Unit::PasteBegin,
        Some(0x40..=0x7e) => Unit::Sequence(length + 1),
        Some(_) => Unit::Noise(length),
    }
}

/// A string some terminal sends in answer to a question of someone before us.
fn answer(bytes: &[u8]) -> Unit {
    let end = find(bytes, b"\x07").map(|at| at + 1);
    let end = end
        .into_iter()
        .chain(find(bytes, b"\x1b\\").map(|at| at + 2))
        .min();
    match end {
        Some(end) => Unit::Noise(end),
        None if bytes.len() > LONGEST_ANSWER => Unit::Key(1, KeyCode::Esc, false),
        None => Unit::Undecided,
    }
}

fn letter(bytes: &[u8]) -> Unit {
    let length = match bytes[0] {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return Unit::Noise(1),
    };
    let part = &bytes[..length.min(bytes.len())];
    match std::str::from_utf8(part) {
        Ok(text) => match text.chars().next().filter(|c| !c.is_control()) {
            Some(c) => Unit::Key(length, KeyCode::Char(c), false),
            None => Unit::Noise(length),
        },
        // No error length: the text only ends too early.
        Err(error) if error.error_len().is_none() => Unit::Undecided,
        Err(_) => Unit::Noise(1),
    }
}

fn find(bytes: &[u8], mark: &[u8]) -> Option<usize> {
    let first = *mark.first()?;
    let mut from = 0;
    while let Some(at) = bytes[from..].iter().position(|b| *b == first) {
        if bytes[from + at..].starts_with(mark) {
            return Some(from + at);
        }
        from += at + 1;
    }
    None
}
