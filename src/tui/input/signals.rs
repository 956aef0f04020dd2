//! Signals as bytes in a line that `poll` can watch beside the terminal.

use std::io;
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use rustix::io::Errno;
use signal_hook::SigId;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::low_level::{pipe, unregister};

use super::Input;

/// The signals a full-screen program lives with, until dropped.
///
/// SIGTSTP is swallowed: a stopped program would leave the terminal raw.
#[derive(Debug)]
pub struct Signals {
    resized: UnixStream,
    resumed: UnixStream,
    asked_to_end: UnixStream,
    hung_up: UnixStream,
    registered: Vec<SigId>,
}

impl Signals {
    /// Starts listening.
    ///
    /// # Errors
    /// When the operating system has no file descriptor or handler to give.
    pub fn listen() -> io::Result<Self> {
        let mut registered = Vec::new();
        let mut line = |signals: &[i32]| -> io::Result<UnixStream> {
            let (ours, theirs) = UnixStream::pair()?;
            ours.set_nonblocking(true)?;
            for signal in signals {
                registered.push(pipe::register(*signal, theirs.try_clone()?)?);
            }
            Ok(ours)
        };
        let resized = line(&[SIGWINCH])?;
        let resumed = line(&[SIGCONT])?;
        let asked_to_end = line(&[SIGTERM, SIGINT])?;
        let hung_up = line(&[SIGHUP])?;
        let ignored = Arc::new(AtomicBool::new(false));
        registered.push(signal_hook::flag::register(SIGTSTP, ignored)?);
        Ok(Self {
            resized,
            resumed,
            asked_to_end,
            hung_up,
            registered,
        })
    }

    /// What to poll for reading.
    pub(super) fn lines(&self) -> [BorrowedFd<'_>; 4] {
        [
            &self.resized,
            &self.resumed,
            &self.asked_to_end,
            &self.hung_up,
        ]
        .map(AsFd::as_fd)
    }

    /// Appends what has been signalled; returns whether the terminal hung up.
    pub(super) fn take(&self, out: &mut Vec<Input>) -> bool {
        for (line, input) in [
            (&self.resized, Input::Resize),
            (&self.resumed, Input::Resumed),
            (&self.asked_to_end, Input::Terminate),
        ] {
            if came(line) {
                out.push(input);
            }
        }
        came(&self.hung_up)
    }
}

/// Empties a line; any number of bytes in it is one message.
fn came(line: &UnixStream) -> bool {
    let mut bytes = [0; 64];
    let mut any = false;
    loop {
        match rustix::io::read(line, &mut bytes) {
            Ok(count) if count > 0 => any = true,
            Err(Errno::INTR) => {}
            Ok(_) | Err(_) => return any,
        }
    }
}

impl Drop for Signals {
    fn drop(&mut self) {
        for id in self.registered.drain(..) {
            unregister(id);
        }
    }
}
