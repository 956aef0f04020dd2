//! From the terminal's bytes and the process's signals to what a screen acts on.
//!
//! One `poll` over the terminal and the signals, with a deadline; all that has
//! arrived is taken at once. Nothing here waits for the rest of a sequence, so
//! countdowns go on whatever half a key stands in the line.

mod decode;
mod keys;
mod signals;

use std::io;
use std::os::fd::AsFd;
use std::time::Instant;

use crossterm::event::KeyEvent;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;

pub use decode::Decoder;
pub use signals::Signals;

/// One read of the terminal; a pseudo-terminal gives 4 KiB at most.
const CHUNK: usize = 64 * 1024;

/// Reads taken in one go before the screen gets a turn: some ten megabytes.
const READS_IN_A_ROW: usize = 2560;

/// Something that happened at the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A key went down. Letters carry no Shift: `A` is `Char('A')`. There are no
    /// Alt chords: an Esc and a letter that arrive together are two keys.
    Key(KeyEvent),
    /// A bracketed paste, as it came. Control characters may stand in it.
    Paste(String),
    /// The terminal has another size, or several since; ask for it once.
    Resize,
    /// The process was stopped and goes on: the terminal may look like anything.
    Resumed,
    /// Someone asked the process to end (SIGTERM, SIGINT).
    Terminate,
    /// The terminal is gone. Every later wait says so at once.
    Hangup,
}

/// Reads one terminal, whatever its bytes come through.
#[derive(Debug)]
pub struct Reader<F> {
    tty: F,
    signals: Option<Signals>,
    decoder: Decoder,
    chunk: Vec<u8>,
    gone: bool,
}

impl<F: AsFd> Reader<F> {
    /// A reader of `tty` that hears no signals.
    pub fn new(tty: F) -> Self {
        Self {
            tty,
            signals: None,
            decoder: Decoder::default(),
            chunk: vec![0; CHUNK],
            gone: false,
        }
    }

    /// Listens to the process's signals too.
    #[must_use]
    pub fn with_signals(mut self, signals: Signals) -> Self {
        self.signals = Some(signals);
        self
    }

    /// Waits until something arrives or `deadline` is past, and appends all that
    /// has arrived to `out`. Without a deadline it waits for ever.
    ///
    /// Returns with `out` unchanged only when the deadline is past. A past
    /// deadline takes what is there already.
    ///
    /// # Errors
    /// When the operating system refuses to poll. A closed or broken terminal is
    /// no error: it is [`Input::Hangup`].
    pub fn wait(&mut self, deadline: Option<Instant>, out: &mut Vec<Input>) -> io::Result<()> {
        let before = out.len();
        loop {
            let until = [deadline, self.decoder.deadline()]
                .into_iter()
                .flatten()
                .min();
            if !self.gone {
                self.take_what_is_there(until, out)?;
            }
            if self.gone {
                self.decoder.close(out);
                out.push(Input::Hangup);
                return Ok(());
            }
            let now = Instant::now();
            self.decoder.expire(now, out);
            if out.len() > before || deadline.is_some_and(|d| now >= d) {
                return Ok(());
            }
        }
    }

    fn take_what_is_there(
        &mut self,
        until: Option<Instant>,
        out: &mut Vec<Input>,
    ) -> io::Result<()> {
        let mut ready = self.poll(until)?;
        if ready.signals
            && let Some(signals) = &self.signals
        {
            self.gone = signals.take(out);
        }
        for _ in 0..READS_IN_A_ROW {
            if !ready.terminal || !self.read_once(out) {
                break;
            }
            ready = self.poll(Some(Instant::now()))?;
        }
        Ok(())
    }

    /// Reads what stands in the line; `false` when there is no more to read now.
    fn read_once(&mut self, out: &mut Vec<Input>) -> bool {
        match rustix::io::read(&self.tty, &mut self.chunk[..]) {
            Ok(count) if count > 0 => {
                self.decoder.feed(&self.chunk[..count], Instant::now(), out);
                true
            }
            Err(Errno::INTR | Errno::AGAIN) => false,
            Ok(_) | Err(_) => {
                self.gone = true;
                false
            }
        }
    }

    fn poll(&self, until: Option<Instant>) -> io::Result<Ready> {
        let timeout = until.map(|at| at.saturating_duration_since(Instant::now()));
        let timeout = timeout.map(|left| Timespec {
            tv_sec: i64::try_from(left.as_secs()).unwrap_or(i64::MAX),
            tv_nsec: left.subsec_nanos().into(),
        });
        let mut fds = vec![PollFd::new(&self.tty, PollFlags::IN)];
        let signals = self.signals.iter().flat_map(Signals::lines);
        fds.extend(signals.map(|line| PollFd::from_borrowed_fd(line, PollFlags::IN)));
        match poll(&mut fds, timeout.as_ref()) {
            // A signal came: it stands in its line, the next poll sees it.
            Ok(_) | Err(Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
        let (terminal, signals) = fds.split_at(1);
        // A hang-up or an error of the line shows itself in the read.
        let has_come = |fd: &PollFd<'_>| !fd.revents().is_empty();
        Ok(Ready {
            terminal: terminal.iter().any(has_come),
            signals: signals.iter().any(has_come),
        })
    }
}

/// What a poll found.
#[derive(Debug, Clone, Copy)]
struct Ready {
    terminal: bool,
    signals: bool,
}

#[cfg(test)]
mod tests;
