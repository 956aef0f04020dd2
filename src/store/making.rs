//! A register that is being made up, many inquiries at once: what can wait is done at
//! the end, in one go. Nothing of it may be interrupted: what is half made is thrown away.

use super::error::StoreError;
use super::open::Store;

/// Memory for pages while a whole history is written: 128 MB.
const CACHE: i32 = -128_000;

/// What is put back when it is made.
#[derive(Debug)]
pub struct Making {
    put_back: Vec<String>,
}

/// What waits: the indexes that nothing asks meanwhile, and the guard against a fact
/// that is written over, which is two look-ups a fact.
const WAITS: &str = "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND (\
     (type = 'index' AND tbl_name IN ('inquiry', 'leg', 'breach', 'search_key') \
      AND name NOT IN ('inquiry_next', 'inquiry_phone')) \
     OR name = 'event_is_never_replaced') ORDER BY rowid";

/// The keys of a search are gathered here, and put in order once.
const GATHER: &str = "CREATE TEMP TABLE search_key (inquiry TEXT NOT NULL, key TEXT NOT NULL); \
     CREATE INDEX temp.search_key_gathered ON search_key (inquiry);";

const IN_ORDER: &str = "INSERT INTO main.search_key (key, inquiry) \
     SELECT key, inquiry FROM temp.search_key ORDER BY key, inquiry; \
     DROP TABLE temp.search_key;";

impl Store {
    /// Puts off what can wait, and trades safety for speed.
    ///
    /// # Errors
    ///
    /// When a setting is refused.
    pub fn begin_making(&self) -> Result<Making, StoreError> {
        self.set("synchronous", "OFF")?;
        self.set("secure_delete", "OFF")?;
        self.set("temp_store", "FILE")?;
        self.conn.pragma_update(None, "cache_size", CACHE)?;
        self.set("locking_mode", "EXCLUSIVE")?;
        self.set("journal_mode", "OFF")?;
        let waits: Vec<(String, String, String)> = self
            .conn
            .prepare(WAITS)?
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
            .collect::<rusqlite::Result<_>>()?;
        for (kind, name, _) in &waits {
            self.conn.execute_batch(&format!("DROP {kind} {name}"))?;
        }
        self.conn.execute_batch(GATHER)?;
        Ok(Making {
            put_back: waits.into_iter().map(|(_, _, sql)| sql).collect(),
        })
    }

    /// Does what was put off, and is as safe again as any register.
    ///
    /// # Errors
    ///
    /// When it cannot be written.
    pub fn finish_making(&self, making: Making) -> Result<(), StoreError> {
        self.conn.execute_batch(IN_ORDER)?;
        for sql in making.put_back {
            self.conn.execute_batch(&sql)?;
        }
        self.set("locking_mode", "NORMAL")?;
        self.set("journal_mode", "WAL")?;
        self.set("temp_store", "MEMORY")?;
        self.set("secure_delete", "ON")?;
        self.with_syncing()
    }

    /// Some settings answer with what they are now.
    fn set(&self, name: &str, value: &str) -> Result<(), StoreError> {
        let sql = format!("PRAGMA {name} = {value}");
        let mut statement = self.conn.prepare(&sql)?;
        let mut rows = statement.query([])?;
        while rows.next()?.is_some() {}
        Ok(())
    }
}
