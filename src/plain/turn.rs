//! How a question ends without an answer.

use std::io;

/// What was asked for, or which other way the talk goes.
pub type Told<T> = Result<T, Turn>;

/// How a question ends without an answer.
#[derive(Debug)]
pub enum Turn {
    /// Back to the question before.
    Back,
    /// Out of this form; what was answered is kept.
    Leave,
    /// There is nobody to talk to any more.
    End,
    /// The line broke.
    Broken(io::Error),
}

impl From<io::Error> for Turn {
    fn from(error: io::Error) -> Self {
        // A line that was hung up on is not worth a complaint that nobody would read.
        if error.kind() == io::ErrorKind::BrokenPipe || is_hang_up(&error) {
            Self::End
        } else {
            Self::Broken(error)
        }
    }
}

#[cfg(unix)]
fn is_hang_up(error: &io::Error) -> bool {
    error.raw_os_error() == Some(rustix::io::Errno::IO.raw_os_error())
}

#[cfg(not(unix))]
fn is_hang_up(_error: &io::Error) -> bool {
    false
}
