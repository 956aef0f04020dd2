//! A file that is whole or not there.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

/// A file under way, beside the place where it will lie. Dropped, it is taken away.
#[derive(Debug)]
pub(super) struct Unfinished {
    file: File,
    temp: PathBuf,
    to: PathBuf,
    moved: bool,
}

/// A file that is written whole and waits to be put in its place.
#[derive(Debug)]
pub struct Ready {
    unfinished: Unfinished,
    /// How many inquiries count as registered in it.
    pub inquiries: u64,
}

impl Unfinished {
    pub fn beside(to: &Path) -> io::Result<Self> {
        let name = to.file_name().unwrap_or_default().to_string_lossy();
        let temp = to.with_file_name(format!(".{name}.{}.part", std::process::id()));
        Ok(Self {
            file: made(&temp)?,
            temp,
            to: to.to_owned(),
            moved: false,
        })
    }

    /// The directory that it lies in.
    pub fn directory(&self) -> &Path {
        match self.temp.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent,
            Some(_) | None => Path::new("."),
        }
    }

    pub fn file(&self) -> io::Result<File> {
        self.file.try_clone()
    }

    pub fn file_mut(&mut self) -> &mut File {
        &mut self.file
    }

    pub fn ready(self, inquiries: u64) -> io::Result<Ready> {
        self.file.sync_all()?;
        Ok(Ready {
            unfinished: self,
            inquiries,
        })
    }
}

impl Ready {
    /// Puts it in its place, over what may lie there.
    ///
    /// # Errors
    ///
    /// When it cannot be moved; nothing is left behind then.
    pub fn place(mut self) -> io::Result<()> {
        std::fs::rename(&self.unfinished.temp, &self.unfinished.to)?;
        self.unfinished.moved = true;
        // The name is on the disk when its directory is.
        if let Ok(directory) = File::open(self.unfinished.directory()) {
            let _ = directory.sync_all();
        }
        Ok(())
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        if !self.moved {
            // What cannot be taken away is left to whoever finds it.
            let _ = std::fs::remove_file(&self.temp);
        }
    }
}

#[cfg(unix)]
fn made(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    File::options()
        .read(true)
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(path)
}

#[cfg(not(unix))]
fn made(path: &Path) -> io::Result<File> {
    File::options()
        .read(true)
        .write(true)
        .create(true)
        .truncate(true)
        .open(path)
}
