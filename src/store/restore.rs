//! A backup takes the register's place, and the register that was there is kept.
//!
//! The backup is copied beside the register and read through before anything is
//! touched. Then the register is taken for this process alone, which fails while
//! another has it open; it gets a second name, and the copy gets the first. There
//! is no instant without a register.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, OptionalExtension};

use super::backup::{read_through, same};
use super::error::StoreError;
use super::integrity::Audit;
use super::open::{Mode, Store};
use super::unfinished::{Unfinished, files_of, sync_directory_of};
use crate::domain::time::Moment;

/// How long others are waited for who are about to close it.
const PATIENCE: Duration = Duration::from_millis(700);

/// A backup on its way into the register's place.
#[derive(Debug)]
pub struct Restoring {
    register: PathBuf,
    copy: Unfinished,
    held: Option<Connection>,
}

/// What the present register has that the backup has not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lost {
    /// How many facts.
    pub events: i64,
    /// When the first and the last of them were recorded.
    pub between: Option<(Moment, Moment)>,
    /// The inquiries that they are about, by number.
    pub inquiries: Vec<String>,
}

/// How the present register stands to the backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Present {
    /// There is none.
    None,
    /// It cannot be read.
    Unreadable(String),
    /// It has another id: it is another office's.
    Another,
    /// It is the same register, gone on by this much.
    Same(Lost),
}

impl Restoring {
    /// Copies a backup beside the register, brings it up to this program's tables, and
    /// reads it through. What the audit found decides whether to go on.
    ///
    /// # Errors
    ///
    /// When the backup cannot be read, or the copy not be written.
    pub fn prepare(
        backup: &Path,
        register: &Path,
        within: Duration,
        progress: &mut dyn FnMut(u32, u32),
    ) -> Result<(Self, Audit), StoreError> {
        if same(backup, register) {
            return Err(StoreError::Itself(register.to_owned()));
        }
        let source = Store::open(backup, Mode::ReadOnly)?;
        let copy = Unfinished::over(register);
        source
            .copy(copy.part(), within, progress)
            .map_err(|error| copy.named(error))?;
        drop(source);
        drop(Store::known(copy.part(), Mode::ReadWrite)?);
        let audit = read_through(copy.part())?;
        let register = register.to_owned();
        let held = None;
        Ok((
            Self {
                register,
                copy,
                held,
            },
            audit,
        ))
    }

    /// Where the copy lies meanwhile.
    pub fn copy(&self) -> &Path {
        self.copy.part()
    }

    /// Takes the present register for this process alone, and says what it has that
    /// the backup has not.
    ///
    /// # Errors
    ///
    /// When another process has it open.
    pub fn take(&mut self) -> Result<Present, StoreError> {
        if !self.register.exists() {
            return Ok(Present::None);
        }
        match alone(&self.register) {
            Ok(held) => {
                let backup = Store::known(self.copy.part(), Mode::ReadOnly)?;
                let told = present(&held, &backup.conn);
                self.held = Some(held);
                Ok(told.unwrap_or_else(|error| Present::Unreadable(error.to_string())))
            }
            Err(StoreError::Busy) => Err(StoreError::InUse(self.register.clone())),
            Err(StoreError::ReadOnly(_)) => Err(StoreError::ReadOnly(self.register.clone())),
            Err(error) => Ok(Present::Unreadable(error.to_string())),
        }
    }

    /// Puts the copy in the register's place, and keeps what was there as `aside`.
    /// Says where that is, if there was anything.
    ///
    /// # Errors
    ///
    /// When it cannot be done; the register is as it was then.
    pub fn put_in_place(mut self, aside: &str) -> Result<Option<PathBuf>, StoreError> {
        std::fs::File::open(self.copy.part())?.sync_all()?;
        let [_, log, ..] = files_of(&self.register);
        let mut kept = None;
        if self.register.exists() {
            let path = free_name(&self.register, aside);
            keep(&self.register, &path)?;
            // Only a register that could not be read still has a log beside it.
            if log.metadata().is_ok_and(|log| log.len() > 0) {
                let [_, other, ..] = files_of(&path);
                keep(&log, &other)?;
                std::fs::remove_file(&log)?;
            }
            kept = Some(path);
        }
        sync_directory_of(&self.register);
        self.copy.take_name()?;
        self.held = None;
        Ok(kept)
    }
}

/// Opens a register so that nobody else has it, and nobody else gets it.
fn alone(register: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(register, flags)?;
    conn.busy_timeout(PATIENCE)?;
    conn.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    // Leaving the log needs the file for oneself, and moves all of it into the file.
    let mode: String = conn.query_row("PRAGMA journal_mode = DELETE", [], |row| row.get(0))?;
    if mode != "delete" {
        return Err(StoreError::Busy);
    }
    conn.execute_batch("BEGIN EXCLUSIVE; COMMIT;")?;
    Ok(conn)
}

fn present(register: &Connection, backup: &Connection) -> Result<Present, StoreError> {
    let id = |conn: &Connection| {
        conn.query_row("SELECT value FROM office WHERE key = 'id'", [], |row| {
            row.get::<_, String>(0)
        })
    };
    if id(register)? != id(backup)? {
        return Ok(Present::Another);
    }
    let last: i64 = register.query_row("SELECT coalesce(max(seq), 0) FROM event", [], |row| {
        row.get(0)
    })?;
    let common = common(register, backup, last)?;
    let between = register.query_row(
        "SELECT min(recorded_at), max(recorded_at) FROM event WHERE seq > ?1",
        [common],
        |row| Ok((row.get::<_, Option<i64>>(0)?, row.get::<_, Option<i64>>(1)?)),
    )?;
    let mut statement = register.prepare(
        "SELECT DISTINCT substr(stream, 3) FROM event \
         WHERE seq > ?1 AND stream LIKE 'i:%' ORDER BY 1",
    )?;
    let inquiries = statement
        .query_map([common], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(Present::Same(Lost {
        events: last - common,
        between: match between {
            (Some(from), Some(to)) => Some((Moment(from), Moment(to))),
            _ => None,
        },
        inquiries,
    }))
}

/// The last place up to which both logs are the same: a hash stands for all before it.
fn common(one: &Connection, other: &Connection, last: i64) -> Result<i64, StoreError> {
    let hash = |conn: &Connection, seq: i64| {
        conn.prepare_cached("SELECT hash FROM event WHERE seq = ?1")?
            .query_row([seq], |row| row.get::<_, Vec<u8>>(0))
            .optional()
    };
    let (mut same, mut apart) = (0, last + 1);
    while apart - same > 1 {
        let middle = same + (apart - same) / 2;
        let here = hash(one, middle)?;
        if here.is_some() && here == hash(other, middle)? {
            same = middle;
        } else {
            apart = middle;
        }
    }
    Ok(same)
}

/// Gives a file a second name, or moves it where a file system knows no links.
fn keep(file: &Path, name: &Path) -> Result<(), StoreError> {
    match std::fs::hard_link(file, name) {
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            Err(StoreError::Exists(name.to_owned()))
        }
        Err(_) => std::fs::rename(file, name).map_err(|_| StoreError::ReadOnly(name.to_owned())),
        Ok(()) => Ok(()),
    }
}

/// A name beside the register that nothing bears yet.
fn free_name(register: &Path, aside: &str) -> PathBuf {
    let named = |end: &str| {
        let mut name = register.file_name().unwrap_or_default().to_os_string();
        name.push(format!(".{aside}{end}"));
        register.with_file_name(name)
    };
    let mut path = named("");
    let mut nth = 2;
    while path.exists() {
        path = named(&format!("-{nth}"));
        nth += 1;
    }
    path
}
