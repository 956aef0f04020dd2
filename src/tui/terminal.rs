//! Taking the terminal over, and giving it back whatever happens.

use std::fs::File;
use std::io::{self, IsTerminal, Write};
use std::os::fd::{AsFd, OwnedFd};
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;

use super::draw::Screen;
use super::input::{Reader, Signals};

/// Alternate screen, bracketed paste.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?2004h";

/// Ends a synchronized update that was cut off, and undoes everything else.
const LEAVE: &[u8] = b"\x1b[?2026l\x1b[m\x1b[?2004l\x1b[?25h\x1b[?1049l";

/// How long the terminal may refuse a frame before it counts as gone.
const WRITE_REST: Duration = Duration::from_secs(20);

/// The size taken when a terminal names none.
const USUAL_SIZE: (u16, u16) = (80, 24);

static OURS: AtomicBool = AtomicBool::new(false);
static HOOK: Once = Once::new();

/// The terminal in our hands: raw, on its alternate screen, pastes bracketed.
///
/// Dropping it gives everything back; so does a panic, before its message is
/// printed. A kill or a hang-up arrives through the [`Reader`] and ends the
/// program in the ordinary way, so it is given back then too.
#[derive(Debug)]
pub struct Terminal {
    input: OwnedFd,
    output: OwnedFd,
}

impl Terminal {
    /// Takes the terminal over: standard input and output, or the controlling
    /// terminal where they lead elsewhere.
    ///
    /// # Errors
    /// When there is no terminal, or it refuses raw mode.
    pub fn enter() -> io::Result<Self> {
        let input = either(io::stdin().is_terminal(), io::stdin().as_fd())?;
        let output = either(io::stdout().is_terminal(), io::stdout().as_fd())?;
        HOOK.call_once(|| {
            let others = std::panic::take_hook();
            std::panic::set_hook(Box::new(move |panic| {
                give_back();
                others(panic);
            }));
        });
        let terminal = Self { input, output };
        terminal.take()?;
        Ok(terminal)
    }

    /// Columns and rows now.
    pub fn size(&self) -> (u16, u16) {
        match rustix::termios::tcgetwinsize(&self.output) {
            Ok(size) if size.ws_col > 0 && size.ws_row > 0 => (size.ws_col, size.ws_row),
            Ok(_) | Err(_) => USUAL_SIZE,
        }
    }

    /// A reader of this terminal and of the process's signals.
    ///
    /// # Errors
    /// When no file descriptor is left.
    pub fn reader(&self) -> io::Result<Reader<OwnedFd>> {
        Ok(Reader::new(self.input.try_clone()?).with_signals(Signals::listen()?))
    }

    /// A screen that draws on this terminal, at its present size.
    ///
    /// # Errors
    /// When no file descriptor is left.
    pub fn screen(&self) -> io::Result<Screen<Output>> {
        let (width, height) = self.size();
        Ok(Screen::new(
            Output {
                line: self.output.try_clone()?,
            },
            width,
            height,
        ))
    }

    /// Gives the terminal back while `work` runs, then takes it again. The
    /// screen is to be repainted afterwards.
    ///
    /// # Errors
    /// When the terminal cannot be taken again.
    pub fn outside<R>(&mut self, work: impl FnOnce() -> R) -> io::Result<R> {
        give_back();
        let done = work();
        self.take()?;
        Ok(done)
    }

    /// Takes the terminal again after the process was stopped and went on. The
    /// screen is to be repainted afterwards.
    ///
    /// # Errors
    /// When the terminal cannot be taken again.
    pub fn retake(&mut self) -> io::Result<()> {
        self.outside(|| ())
    }

    fn take(&self) -> io::Result<()> {
        enable_raw_mode()?;
        OURS.store(true, Ordering::SeqCst);
        Output {
            line: self.output.try_clone()?,
        }
        .write_all(ENTER)
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        give_back();
    }
}

/// Gives the terminal back if it is ours. Errors are of no use to anyone here:
/// the terminal may be gone.
fn give_back() {
    if !OURS.swap(false, Ordering::SeqCst) {
        return;
    }
    if let Ok(line) = either(io::stdout().is_terminal(), io::stdout().as_fd()) {
        let _ = Output { line }.write_all(LEAVE);
    }
    let _ = disable_raw_mode();
}

fn either(is_terminal: bool, standard: impl AsFd) -> io::Result<OwnedFd> {
    if is_terminal {
        return standard.as_fd().try_clone_to_owned();
    }
    Ok(File::options()
        .read(true)
        .write(true)
        .open("/dev/tty")?
        .into())
}

/// The way to the terminal, without a buffer of its own.
///
/// It goes on after an interruption, and waits where the line takes nothing
/// just now: another program may have left it non-blocking.
#[derive(Debug)]
pub struct Output {
    line: OwnedFd,
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        loop {
            match rustix::io::write(&self.line, bytes) {
                Ok(count) => return Ok(count),
                Err(Errno::INTR) => {}
                Err(Errno::AGAIN) => self.wait()?,
                Err(error) => return Err(error.into()),
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Output {
    fn wait(&self) -> io::Result<()> {
        let timeout = Timespec {
            tv_sec: i64::try_from(WRITE_REST.as_secs()).unwrap_or(i64::MAX),
            tv_nsec: 0,
        };
        match poll(
            &mut [PollFd::new(&self.line, PollFlags::OUT)],
            Some(&timeout),
        ) {
            Ok(0) => Err(io::ErrorKind::TimedOut.into()),
            Ok(_) | Err(Errno::INTR) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn leaving_undoes_entering_and_whatever_a_frame_left_behind() {
        let mut terminal = vt100::Parser::default();
        terminal.process(b"$ shouwen");
        let before = terminal.screen().state_formatted();
        terminal.process(ENTER);
        assert!(terminal.screen().alternate_screen());
        assert!(terminal.screen().bracketed_paste());
        terminal.process(b"\x1b[?2026h\x1b[?25l\x1b[1;31m\x1b[5;5Hhalf a frame");
        terminal.process(LEAVE);
        assert_eq!(terminal.screen().state_formatted(), before);
        assert!(!terminal.screen().hide_cursor());
    }

    #[test]
    fn a_line_that_takes_nothing_just_now_is_waited_for() {
        let (read, write) = rustix::pipe::pipe().unwrap();
        rustix::fs::fcntl_setfl(&write, rustix::fs::OFlags::NONBLOCK).unwrap();
        let frame = "首问".repeat(100_000);
        let expected = frame.len();
        let reader = std::thread::spawn(move || {
            let mut taken = Vec::new();
            File::from(read).read_to_end(&mut taken).unwrap();
            taken.len()
        });
        let mut output = Output { line: write };
        output.write_all(frame.as_bytes()).unwrap();
        drop(output);
        assert_eq!(reader.join().unwrap(), expected);
    }

    #[test]
    fn a_closed_line_is_an_error_at_once() {
        let (read, write) = rustix::pipe::pipe().unwrap();
        drop(read);
        assert!(Output { line: write }.write_all(b"x").is_err());
    }
}
