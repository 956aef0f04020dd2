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
        let mut name = path.file_name().unwrap_or_default().to_os_string();
        name.push(format!(".{}.part", std::process::id()));
        let part = path.with_file_name(name);
        Ok(Self {
            path: path.to_owned(),
            part,
        })
    }

    /// Makes the register under its passing name.
    ///
    /// # Errors
    ///
    /// When it cannot be made.
    pub fn create(&self) -> Result<Store, StoreError> {
        Store::create(&self.part).map_err(|error| {
            if matches!(error, StoreError::ReadOnly(_)) {
                StoreError::ReadOnly(self.path.clone())
            } else {
                error
            }
        })
    }

    /// Gives the register, closed by now, its name, and opens it.
    ///
    /// # Errors
    ///
    /// When another one took the name meanwhile, or it cannot be written.
    pub fn finish(self) -> Result<Store, StoreError> {
        // Closing moved the log into the file, unless there was no room for it.
        let [_, log, ..] = files_of(&self.part);
        if log.exists() {
            return Err(StoreError::Full);
        }
        // A link never replaces what is there; not every file system has links.
        match std::fs::hard_link(&self.part, &self.path) {
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
                return Err(StoreError::Exists(self.path.clone()));
            }
            Err(_) => std::fs::rename(&self.part, &self.path)?,
            Ok(()) => {}
        }
        let _ = std::fs::remove_file(&self.part);
        let parent = self
            .path
            .parent()
            .filter(|path| !path.as_os_str().is_empty());
        if let Ok(directory) = std::fs::File::open(parent.unwrap_or(Path::new("."))) {
            // A file system that cannot sync a directory keeps names in its own way.
            let _ = directory.sync_all();
        }
        Store::open(&self.path, Mode::ReadWrite)
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        for file in files_of(&self.part) {
            let _ = std::fs::remove_file(file);
        }
    }
}

/// The files that belong to a register: itself, its log, and the line beside it.
fn files_of(path: &Path) -> [PathBuf; 4] {
    ["", "-wal", "-shm", ".lock"].map(|end| {
        let mut name = path.file_name().unwrap_or_default().to_os_string();
        name.push(end);
        path.with_file_name(name)
    })
}
