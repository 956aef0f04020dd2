//! Writers stand in line before they begin, so that none waits long.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use super::error::StoreError;
use super::holder;
use super::wait::Wait;

/// How long a writer waits for its turn.
const PATIENCE: Duration = Duration::from_secs(5);

/// The line beside the register: a file that one writer at a time holds.
#[derive(Debug)]
pub struct Line {
    path: PathBuf,
    file: Option<File>,
    /// A wait that was given up, and still stands in line.
    given_up: Option<Arc<Wait>>,
}

impl Line {
    /// The line of a register.
    pub fn beside(register: &Path) -> Self {
        let mut name = register.file_name().unwrap_or_default().to_os_string();
        name.push(".lock");
        Self {
            path: register.with_file_name(name),
            file: None,
            given_up: None,
        }
    }

    /// Waits for this writer's turn, which lasts until the value is dropped.
    ///
    /// # Errors
    ///
    /// When it has not come within five seconds, with the process that holds the
    /// register where the system tells; or when the file cannot be used.
    pub fn turn(&mut self) -> Result<Turn<'_>, StoreError> {
        if self.file.is_none() {
            self.file = Some(self.open()?);
        }
        let Some(file) = self.file.as_ref() else {
            return Err(StoreError::Busy);
        };
        // A wait that was given up gives its turn back; only then may the file be asked
        // again, for to the system both are one and the same writer.
        let wait = match self.given_up.take().filter(|wait| wait.take_up()) {
            Some(wait) => wait,
            None => match file.try_lock() {
                Ok(()) => return Ok(Turn(file)),
                Err(TryLockError::WouldBlock) => Wait::begin(file.try_clone()?)?,
                Err(TryLockError::Error(error)) => return Err(error.into()),
            },
        };
        if wait.is_over_within(PATIENCE)? {
            return Ok(Turn(file));
        }
        self.given_up = Some(wait);
        Err(holder::of_file(file).map_or(StoreError::Busy, StoreError::Held))
    }

    fn open(&self) -> Result<File, StoreError> {
        let mut how = OpenOptions::new();
        how.create(true).truncate(false).write(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut how, 0o600);
        how.open(&self.path)
            .map_err(|_| StoreError::ReadOnly(self.path.clone()))
    }
}

/// A writer's turn.
#[derive(Debug)]
pub struct Turn<'a>(&'a File);

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        // The lock also ends with the process, so a failure here costs nothing.
        let _ = self.0.unlock();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turn_that_was_given_up_comes_to_whoever_asks_again_and_to_nobody_else() {
        let dir = tempfile::tempdir().unwrap();
        let register = dir.path().join("register.db");
        let (mut ours, mut theirs) = (Line::beside(&register), Line::beside(&register));
        let stuck = theirs.turn().unwrap();
        assert!(matches!(ours.turn(), Err(StoreError::Held(pid)) if pid == std::process::id()));
        drop(stuck);
        // The wait that was given up takes no turn: the others go on.
        drop(theirs.turn().unwrap());
        let turn = ours.turn().unwrap();
        std::thread::scope(|scope| {
            scope.spawn(|| assert!(theirs.turn().is_ok()));
            std::thread::sleep(Duration::from_millis(50));
            drop(turn);
        });
        assert!(ours.turn().is_ok());
    }
}
