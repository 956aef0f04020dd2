//! Making a register so that it is there whole or not at all.

use std::path::{Path, PathBuf};

use super::error::StoreError;
use super::open::{Mode, Store};

/// A register under way: it bears another name until it is whole, and is gone
/// when it does not get so far.
#[derive(Debug)]
pub struct Unfinished {
    path: PathBuf,
    part: PathBuf,
    replaces: bool,
}

impl Unfinished {
    /// Where a register at `path` is made.
    ///
    /// # Errors
    ///
    /// When something is there already.
    pub fn at(path: &Path) -> Result<Self, StoreError> {
        if path.exists() {
            return Err(StoreError::Exists(path.to_owned()));
        }
        Ok(Self::beside(path, false))
    }

    /// Where a register is made that takes the place of what is at `path`.
    pub(super) fn over(path: &Path) -> Self {
        Self::beside(path, true)
    }

    fn beside(path: &Path, replaces: bool) -> Self {
        let mut name = path.file_name().unwrap_or_default().to_os_string();
        name.push(format!(".{}.part", std::process::id()));
        Self {
            path: path.to_owned(),
            part: path.with_file_name(name),
            replaces,
        }
    }

    /// The passing name.
    pub(super) fn part(&self) -> &Path {
        &self.part
    }

    /// Makes the register under its passing name.
    ///
    /// # Errors
    ///
    /// When it cannot be made.
    pub fn create(&self) -> Result<Store, StoreError> {
        Store::create(&self.part).map_err(|error| self.named(error))
    }

    /// An error told of the name that a person knows.
    pub(super) fn named(&self, error: StoreError) -> StoreError {
        if matches!(error, StoreError::ReadOnly(_)) {
            StoreError::ReadOnly(self.path.clone())
        } else {
            error
        }
    }

    /// Gives the register, closed by now, its name, and opens it.
    ///
    /// # Errors
    ///
    /// When another one took the name meanwhile, or it cannot be written.
    pub fn finish(self) -> Result<Store, StoreError> {
        self.take_name()?;
        Store::open(&self.path, Mode::ReadWrite)
    }

    /// Gives the register, closed by now, its name.
    pub(super) fn take_name(&self) -> Result<(), StoreError> {
        // Closing moved the log into the file, unless there was no room for it.
        let [_, log, ..] = files_of(&self.part);
        if log.exists() {
            return Err(StoreError::Full);
        }
        if self.replaces {
            std::fs::rename(&self.part, &self.path)?;
        } else {
            // A link never replaces what is there; not every file system has links.
            match std::fs::hard_link(&self.part, &self.path) {
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
                    return Err(StoreError::Exists(self.path.clone()));
                }
                Err(_) => std::fs::rename(&self.part, &self.path)?,
                Ok(()) => {}
            }
            let _ = std::fs::remove_file(&self.part);
        }
        sync_directory_of(&self.path);
        Ok(())
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        for file in files_of(&self.part) {
            let _ = std::fs::remove_file(file);
        }
    }
}

/// Makes the names in a directory last.
pub(super) fn sync_directory_of(path: &Path) {
    let parent = path.parent().filter(|path| !path.as_os_str().is_empty());
    if let Ok(directory) = std::fs::File::open(parent.unwrap_or(Path::new("."))) {
        // A file system that cannot sync a directory keeps names in its own way.
        let _ = directory.sync_all();
    }
}

/// The files that belong to a register: itself, its log, and the line beside it.
pub(super) fn files_of(path: &Path) -> [PathBuf; 4] {
    ["", "-wal", "-shm", ".lock"].map(|end| {
        let mut name = path.file_name().unwrap_or_default().to_os_string();
        name.push(end);
        path.with_file_name(name)
    })
}
