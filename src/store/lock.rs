//! Writers stand in line before they begin, so that none waits long.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::error::StoreError;

/// How long a writer waits for its turn.
const PATIENCE: Duration = Duration::from_secs(5);

/// The line beside the register: a file that one writer at a time holds.
#[derive(Debug)]
pub struct Line {
    path: PathBuf,
    file: Option<File>,
}

impl Line {
    /// The line of a register.
    pub fn beside(register: &Path) -> Self {
        let mut name = register.file_name().unwrap_or_default().to_os_string();
        name.push(".lock");
        Self {
            path: register.with_file_name(name),
            file: None,
        }
    }

    /// Waits for this writer's turn, which lasts until the value is dropped.
    pub fn turn(&mut self) -> Result<Turn<'_>, StoreError> {
        if self.file.is_none() {
            let mut how = OpenOptions::new();
            how.create(true).truncate(false).write(true);
            #[cfg(unix)]
            std::os::unix::fs::OpenOptionsExt::mode(&mut how, 0o600);
            let file = how
                .open(&self.path)
                .map_err(|_| StoreError::ReadOnly(self.path.clone()))?;
            self.file = Some(file);
        }
        let Some(file) = self.file.as_ref() else {
            return Err(StoreError::Busy);
        };
        let deadline = Instant::now() + PATIENCE;
        let mut pause = Duration::from_micros(200);
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Turn(file)),
                Err(TryLockError::WouldBlock) if Instant::now() < deadline => {
                    std::thread::sleep(pause);
                    pause = (pause * 2).min(Duration::from_millis(4));
                }
                Err(TryLockError::WouldBlock) => return Err(StoreError::Busy),
                Err(TryLockError::Error(error)) => return Err(error.into()),
            }
        }
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
