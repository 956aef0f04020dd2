//! What can go wrong with the file, as values; `i18n` words them.

use std::path::PathBuf;

use thiserror::Error;

/// What went wrong with the register. Nothing was changed.
#[derive(Debug, Error)]
pub enum StoreError {
    /// There is no file.
    #[error("no register at {0}")]
    Missing(PathBuf),
    /// A file is there already.
    #[error("{0} exists already")]
    Exists(PathBuf),
    /// The file is something else.
    #[error("{0} is no register")]
    NotARegister(PathBuf),
    /// The register was made by a newer program.
    #[error("{path} was made by a newer version ({found} > {known})")]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its version.
        found: i64,
        /// The newest that this program knows.
        known: i64,
    },
    /// The file or its directory cannot be written.
    #[error("{0} cannot be written")]
    ReadOnly(PathBuf),
    /// The file cannot be opened for reading.
    #[error("{0} cannot be read")]
    Unreadable(PathBuf),
    /// The disk is full, or the file may not grow.
    #[error("the disk is full")]
    Full,
    /// Another process held the register for too long.
    #[error("another process is holding the register")]
    Busy,
    /// This process held the register for too long.
    #[error("process {0} is holding the register")]
    Held(u32),
    /// A copy of the register was to take the register's own place.
    #[error("{0} is the register itself")]
    Itself(PathBuf),
    /// Another process has the register open.
    #[error("{0} is open elsewhere")]
    InUse(PathBuf),
    /// A copy took longer than it may.
    #[error("the copy took too long")]
    TooSlow,
    /// The SQLite library is one that can lose committed writes.
    #[error("SQLite {0} is too old to be trusted with the register")]
    OldSqlite(String),
    /// What is stored cannot be read back.
    #[error("the record is damaged: {0}")]
    Damaged(String),
    /// Anything else that SQLite says.
    #[error("{0}")]
    Sqlite(rusqlite::Error),
    /// Anything else that the file system says.
    #[error("{0}")]
    Io(#[from] std::io::Error),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        // Our own statements fit our own tables, so it is the file that lacks something.
        if let rusqlite::Error::SqliteFailure(_, Some(what)) = &error
            && what.starts_with("no such")
        {
            return Self::Damaged(what.clone());
        }
        match error.sqlite_error_code() {
            // A limit on the file's size shows as a failed write, not as a full disk.
            Some(ErrorCode::DiskFull | ErrorCode::SystemIoFailure) => Self::Full,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => {
                Self::ReadOnly(PathBuf::new())
            }
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged("the file is malformed".to_owned()),
            Some(ErrorCode::NotADatabase) => Self::NotARegister(PathBuf::new()),
            _ if misread(&error) => Self::Damaged(error.to_string()),
            _ => Self::Sqlite(error),
        }
    }
}

/// Whether a value is stored that no statement of ours stored.
fn misread(error: &rusqlite::Error) -> bool {
    matches!(
        error,
        rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::IntegralValueOutOfRange(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::Utf8Error(..)
    )
}

impl From<serde_json::Error> for StoreError {
    fn from(error: serde_json::Error) -> Self {
        Self::Damaged(error.to_string())
    }
}
