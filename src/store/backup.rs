//! A copy of the register, made while others work.
//!
//! The copy is taken from one snapshot, page by page: who writes meanwhile neither
//! waits nor makes it begin again. It bears another name until it has been read
//! through and is on the disk.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};

use super::error::StoreError;
use super::integrity::Audit;
use super::open::{Store, make_private_file};
use super::unfinished::{Unfinished, files_of};

/// Pages copied at a time: 2 MB.
const PAGES: i32 = 256;
/// A pause after them, so that who writes gets the disk too.
const PAUSE: Duration = Duration::from_millis(1);

/// How a copy is made.
#[derive(Debug, Clone)]
pub struct Copying {
    /// Where it will lie.
    pub target: PathBuf,
    /// Whether it may take the place of what lies there.
    pub replace: bool,
    /// Whether it is kept even when the record in it does not verify.
    pub damaged: bool,
    /// How long it may take.
    pub within: Duration,
}

/// A copy that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    /// What an audit of the copy found.
    pub audit: Audit,
    /// Its size in bytes; 0 where it was not kept because its record does not verify.
    pub bytes: u64,
}

impl Store {
    /// Makes a copy that can be opened as a register: complete, read through, on the
    /// disk, for its owner only; or none at all.
    ///
    /// # Errors
    ///
    /// When the target is the register itself or is there already, when it cannot be
    /// written, or when it took too long.
    pub fn back_up(
        &self,
        how: &Copying,
        progress: &mut dyn FnMut(u32, u32),
    ) -> Result<Copied, StoreError> {
        let target = &how.target;
        if files_of(&self.path).iter().any(|own| same(own, target)) {
            return Err(StoreError::Itself(target.clone()));
        }
        if target.is_dir() {
            return Err(StoreError::Exists(target.clone()));
        }
        let unfinished = if how.replace {
            Unfinished::over(target)
        } else {
            Unfinished::at(target)?
        };
        let named = |error| unfinished.named(error);
        self.copy(unfinished.part(), how.within, progress)
            .map_err(named)?;
        let audit = read_through(unfinished.part()).map_err(named)?;
        if !audit.differences.is_empty() && !how.damaged {
            return Ok(Copied { audit, bytes: 0 });
        }
        let file = std::fs::File::open(unfinished.part())?;
        file.sync_all()?;
        let bytes = file.metadata()?.len();
        unfinished.take_name().map_err(named)?;
        Ok(Copied { audit, bytes })
    }

    /// Copies every page into a new file.
    pub(super) fn copy(
        &self,
        into: &Path,
        within: Duration,
        progress: &mut dyn FnMut(u32, u32),
    ) -> Result<(), StoreError> {
        let end = Instant::now() + within;
        // One that was killed with the same process number may have left its own.
        let _ = std::fs::remove_file(into);
        make_private_file(into)?;
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut target = Connection::open_with_flags(into, flags)?;
        // Synced as a whole when it is complete.
        target.pragma_update(None, "synchronous", "OFF")?;
        let snapshot = self.conn.unchecked_transaction()?;
        snapshot.query_row("SELECT count(*) FROM sqlite_master", [], |_| Ok(()))?;
        {
            let backup = Backup::new(&snapshot, &mut target)?;
            while backup.step(PAGES)? != StepResult::Done {
                let now = backup.progress();
                let count = |pages: i32| u32::try_from(pages).unwrap_or(0);
                let total = count(now.pagecount);
                progress(total.saturating_sub(count(now.remaining)), total);
                if Instant::now() >= end {
                    return Err(StoreError::TooSlow);
                }
                std::thread::sleep(PAUSE);
            }
        }
        target.close().map_err(|(_, error)| error)?;
        Ok(())
    }
}

/// Makes one file of a copy, and reads its whole record.
pub(super) fn read_through(copy: &Path) -> Result<Audit, StoreError> {
    let store = Store::connect(
        copy,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    // Without a log beside it, so that it can be read from anywhere.
    store.conn.pragma_update(None, "journal_mode", "DELETE")?;
    store.audit()
}

/// Whether two paths lead to the same file.
pub(super) fn same(one: &Path, other: &Path) -> bool {
    let whole = |path: &Path| {
        path.canonicalize().unwrap_or_else(|_| {
            let parent = path.parent().filter(|up| !up.as_os_str().is_empty());
            let parent = parent.unwrap_or(Path::new("."));
            let name = path.file_name().unwrap_or_default();
            let parent = parent.canonicalize().unwrap_or_else(|_| parent.to_owned());
            parent.join(name)
        })
    };
    whole(one) == whole(other) || identity(one).is_some_and(|id| Some(id) == identity(other))
}

/// What tells a file from every other, whatever its names.
#[cfg(unix)]
pub(super) fn identity(path: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    let found = std::fs::metadata(path).ok()?;
    Some((found.dev(), found.ino()))
}

#[cfg(not(unix))]
pub(super) fn identity(_path: &Path) -> Option<(u64, u64)> {
    None
}
