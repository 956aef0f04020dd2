//! Making and opening the file.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use super::backup::identity;
use super::error::StoreError;
use super::lock::Line;
use super::schema;

/// Older libraries can lose committed writes when several processes use the log.
const OLDEST_SQLITE: i32 = 3_051_003;

/// Memory for pages, as the library has it by default: 2 MB.
const CACHE: i32 = -2_000;
/// Memory for pages while a whole history is written: 64 MB.
const CACHE_WHILE_MADE: i32 = -64_000;

/// How the file is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// For reading and writing.
    ReadWrite,
    /// For reading only.
    ReadOnly,
}

/// An open register.
#[derive(Debug)]
pub struct Store {
    pub(super) conn: Connection,
    pub(super) path: PathBuf,
    pub(super) line: Line,
}

impl Store {
    /// Makes a new register.
    ///
    /// # Errors
    ///
    /// When a file is there already or cannot be made.
    pub fn create(path: &Path) -> Result<Self, StoreError> {
        if path.exists() {
            return Err(StoreError::Exists(path.to_owned()));
        }
        if let Some(parent) = path
            .parent()
            .filter(|parent| !parent.as_os_str().is_empty())
        {
            make_private_directory(parent)?;
        }
        make_private_file(path)?;
        let mut store = Self::connect(
            path,
            OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
        )?;
        store.conn.pragma_update(None, "page_size", 8192)?;
        store
            .conn
            .pragma_update(None, "journal_mode", "WAL")
            .map_err(|e| at(path, e))?;
        store
            .conn
            .pragma_update(None, "application_id", schema::APPLICATION_ID)?;
        store.upgrade()?;
        Ok(store)
    }

    /// Opens a register.
    ///
    /// # Errors
    ///
    /// When there is none, when the file is something else or was made by a
    /// newer program, or when it cannot be written.
    pub fn open(path: &Path, mode: Mode) -> Result<Self, StoreError> {
        if !path.exists() {
            return Err(StoreError::Missing(path.to_owned()));
        }
        if path.is_dir() {
            return Err(StoreError::NotARegister(path.to_owned()));
        }
        let known = || {
            Self::known(path, mode).map_err(|error| {
                if matches!(error, StoreError::ReadOnly(_)) && mode == Mode::ReadOnly {
                    StoreError::Unreadable(path.to_owned())
                } else {
                    error
                }
            })
        };
        for _ in 0..3 {
            let before = identity(path);
            let store = known()?;
            // What was just opened is held from now on: nothing takes its place any more.
            if identity(path) == before {
                return Ok(store);
            }
        }
        Err(StoreError::Busy)
    }

    /// Opens a file that is a register, and not a newer one.
    pub(super) fn known(path: &Path, mode: Mode) -> Result<Self, StoreError> {
        let flags = match mode {
            Mode::ReadWrite => OpenFlags::SQLITE_OPEN_READ_WRITE,
            Mode::ReadOnly => OpenFlags::SQLITE_OPEN_READ_ONLY,
        };
        let mut store = Self::connect(path, flags)?;
        let id: i32 = store
            .conn
            .pragma_query_value(None, "application_id", |row| row.get(0))
            .map_err(|error| at(path, error))?;
        if id != schema::APPLICATION_ID {
            return Err(StoreError::NotARegister(path.to_owned()));
        }
        let found: i64 = store
            .conn
            .pragma_query_value(None, "user_version", |row| row.get(0))?;
        let known = schema::current_version();
        if found > known {
            return Err(StoreError::Newer {
                path: path.to_owned(),
                found,
                known,
            });
        }
        if mode == Mode::ReadWrite {
            store.keep_log()?;
            if found < known {
                store.upgrade()?;
            }
        } else if found < known {
            // Today's questions need today's tables.
            Self::known(path, Mode::ReadWrite)?;
        }
        Ok(store)
    }

    /// A backup has no log beside it; once it is worked on, it gets one.
    fn keep_log(&self) -> Result<(), StoreError> {
        let now: String = self
            .conn
            .pragma_query_value(None, "journal_mode", |row| row.get(0))?;
        if now != "wal" {
            self.conn
                .pragma_update(None, "journal_mode", "WAL")
                .map_err(|error| at(&self.path, error))?;
        }
        Ok(())
    }

    pub(super) fn connect(path: &Path, flags: OpenFlags) -> Result<Self, StoreError> {
        if rusqlite::version_number() < OLDEST_SQLITE {
            return Err(StoreError::OldSqlite(rusqlite::version().to_owned()));
        }
        let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let conn = Connection::open_with_flags(path, flags).map_err(|e| at(path, e))?;
        conn.busy_timeout(Duration::from_secs(5))?;
        conn.set_prepared_statement_cache_capacity(64);
        for (name, value) in [
            ("foreign_keys", "ON"),
            ("recursive_triggers", "ON"),
            ("synchronous", "FULL"),
            ("secure_delete", "ON"),
            ("temp_store", "MEMORY"),
        ] {
            conn.pragma_update(None, name, value)
                .map_err(|error| at(path, error))?;
        }
        Ok(Self {
            conn,
            path: path.to_owned(),
            line: Line::beside(path),
        })
    }

    /// Brings an older register's tables up to date, and fills those that are new.
    fn upgrade(&mut self) -> Result<(), StoreError> {
        let before: i64 = self
            .conn
            .pragma_query_value(None, "user_version", |row| row.get(0))?;
        schema::migrations()
            .to_latest(&mut self.conn)
            .map_err(|error| {
                if let rusqlite_migration::Error::RusqliteError { err, .. } = error {
                    at(&self.path, err)
                } else {
                    StoreError::Damaged(error.to_string())
                }
            })?;
        if before == 1 {
            self.fill_ledger()?;
        }
        if (1..schema::WITH_FIGURES).contains(&before) {
            self.fill_figures()?;
        }
        Ok(())
    }

    /// Where the register lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// A number that changes when another process commits.
    ///
    /// # Errors
    ///
    /// When the file cannot be read.
    pub fn data_version(&self) -> Result<i64, StoreError> {
        let mut statement = self.conn.prepare_cached("PRAGMA data_version")?;
        Ok(statement.query_row([], |row| row.get(0))?)
    }

    /// Numbers that change when another process commits, and when this one writes.
    ///
    /// # Errors
    ///
    /// When the file cannot be read.
    pub fn changes(&self) -> Result<(i64, u64), StoreError> {
        Ok((self.data_version()?, self.conn.total_changes()))
    }

    /// Leaves checkpoints to [`Store::checkpoint`], so that none falls into a key's path.
    ///
    /// # Errors
    ///
    /// When the setting is refused.
    pub fn checkpoint_when_told(&self) -> Result<(), StoreError> {
        self.conn.pragma_update(None, "wal_autocheckpoint", 0)?;
        Ok(())
    }

    /// Moves what it can from the write-ahead log into the file, waiting for nobody.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub fn checkpoint(&self) -> Result<(), StoreError> {
        self.conn
            .query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))?;
        Ok(())
    }

    /// Trades durability for speed, for a register that is being made up.
    ///
    /// # Errors
    ///
    /// When the setting is refused.
    pub fn without_syncing(&self) -> Result<(), StoreError> {
        self.conn.pragma_update(None, "synchronous", "OFF")?;
        self.conn
            .pragma_update(None, "cache_size", CACHE_WHILE_MADE)?;
        Ok(())
    }

    /// Restores durability after [`Store::without_syncing`].
    ///
    /// # Errors
    ///
    /// When the setting is refused.
    pub fn with_syncing(&self) -> Result<(), StoreError> {
        self.conn.pragma_update(None, "synchronous", "FULL")?;
        self.conn.pragma_update(None, "cache_size", CACHE)?;
        self.conn
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        Ok(())
    }
}

fn at(path: &Path, error: rusqlite::Error) -> StoreError {
    let error = StoreError::from(error);
    if matches!(error, StoreError::ReadOnly(_)) {
        StoreError::ReadOnly(path.to_owned())
    } else if matches!(error, StoreError::NotARegister(_)) {
        StoreError::NotARegister(path.to_owned())
    } else {
        error
    }
}

#[cfg(unix)]
fn make_private_directory(path: &Path) -> Result<(), StoreError> {
    use std::os::unix::fs::DirBuilderExt;
    if path.exists() {
        return Ok(());
    }
    std::fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(path)
        .map_err(|_| StoreError::ReadOnly(path.to_owned()))
}

#[cfg(not(unix))]
fn make_private_directory(path: &Path) -> Result<(), StoreError> {
    std::fs::create_dir_all(path).map_err(|_| StoreError::ReadOnly(path.to_owned()))
}

/// Before anything is written, so that nobody else reads what comes.
#[cfg(unix)]
pub(super) fn make_private_file(path: &Path) -> Result<(), StoreError> {
    use std::os::unix::fs::OpenOptionsExt;
    let made = std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path);
    match made {
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            Err(StoreError::Exists(path.to_owned()))
        }
        Err(error) if error.kind() == std::io::ErrorKind::StorageFull => Err(StoreError::Full),
        Err(_) => Err(StoreError::ReadOnly(path.to_owned())),
        Ok(_) => Ok(()),
    }
}

#[cfg(not(unix))]
pub(super) fn make_private_file(_path: &Path) -> Result<(), StoreError> {
    Ok(())
}
