//! What sign-in needs: a hash, and how often it was tried.

use rusqlite::{OptionalExtension, params};

use super::error::StoreError;
use super::read::Read;
use super::write::Writer;
use crate::domain::ids::StaffNo;
use crate::domain::time::Moment;

/// A stored PIN.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credential {
    /// The hash in PHC form.
    pub phc: String,
    /// Whether it must be changed at the next sign-in.
    pub one_time: bool,
}

/// What a sign-in may go on with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CredentialCheck {
    /// Nobody has this number, or no PIN is set.
    None,
    /// Too many tries: wait until then.
    Locked(Moment),
    /// Compare with this.
    Try(Credential),
}

/// Wrong tries before a wait begins.
const FREE_TRIES: u32 = 5;
/// The first wait, in seconds; it doubles with each further try.
const FIRST_WAIT: i64 = 30;
/// The longest wait, in seconds.
const LONGEST_WAIT: i64 = 3600;
/// Of how many numbers that nobody has the tries are remembered.
const STRANGERS: i64 = 200;

/// The count after one more try, and until when none is taken then.
fn one_more(failed: u32, now: Moment) -> (u32, i64) {
    let failed = failed.saturating_add(1);
    if failed < FREE_TRIES {
        return (failed, 0);
    }
    let doubled = FIRST_WAIT << (failed - FREE_TRIES).min(10);
    (failed, now.plus_seconds(doubled.min(LONGEST_WAIT)).0)
}

impl Writer<'_> {
    /// Sets a PIN's hash and clears its tries.
    ///
    /// # Errors
    ///
    /// When it could not be written.
    pub fn set_credential(&self, staff: &StaffNo, with: &Credential) -> Result<(), StoreError> {
        self.conn()
            .prepare_cached(
                "INSERT INTO credential (staff, phc, one_time, failed, locked_until) \
                 VALUES (?1, ?2, ?3, 0, 0) ON CONFLICT (staff) DO UPDATE SET \
                 phc = ?2, one_time = ?3, failed = 0, locked_until = 0",
            )?
            .execute(params![staff.as_str(), with.phc, with.one_time])?;
        Ok(())
    }

    /// Counts a try before the PIN is compared, so that no try goes uncounted; where
    /// nobody has the number, under the name `stranger`.
    ///
    /// # Errors
    ///
    /// When it could not be written.
    pub fn count_try(
        &self,
        staff: &StaffNo,
        stranger: &str,
        now: Moment,
    ) -> Result<CredentialCheck, StoreError> {
        let found: Option<(String, bool, u32, i64)> = self
            .conn()
            .prepare_cached(
                "SELECT phc, one_time, failed, locked_until FROM credential WHERE staff = ?1",
            )?
            .query_row([staff.as_str()], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
            })
            .optional()?;
        let Some((phc, one_time, failed, locked_until)) = found else {
            return self.count_stranger(stranger, now);
        };
        if locked_until > now.0 {
            return Ok(CredentialCheck::Locked(Moment(locked_until)));
        }
        let (failed, until) = one_more(failed, now);
        self.conn()
            .prepare_cached(
                "UPDATE credential SET failed = ?2, locked_until = ?3 WHERE staff = ?1",
            )?
            .execute(params![staff.as_str(), failed, until])?;
        Ok(CredentialCheck::Try(Credential { phc, one_time }))
    }

    /// Counts a try with a number that nobody has as if somebody had it: a wait, or the
    /// lack of one, must not tell which numbers exist.
    fn count_stranger(&self, stranger: &str, now: Moment) -> Result<CredentialCheck, StoreError> {
        let found: Option<(u32, i64)> = self
            .conn()
            .prepare_cached("SELECT failed, locked_until FROM stranger WHERE stranger = ?1")?
            .query_row([stranger], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let (failed, locked_until) = found.unwrap_or_default();
        if locked_until > now.0 {
            return Ok(CredentialCheck::Locked(Moment(locked_until)));
        }
        let (failed, until) = one_more(failed, now);
        self.conn()
            .prepare_cached(
                "INSERT INTO stranger (stranger, failed, locked_until, at) VALUES (?1, ?2, ?3, ?4) \
                 ON CONFLICT (stranger) DO UPDATE SET failed = ?2, locked_until = ?3, at = ?4",
            )?
            .execute(params![stranger, failed, until, now.0])?;
        self.conn()
            .prepare_cached(
                "DELETE FROM stranger WHERE stranger NOT IN \
                 (SELECT stranger FROM stranger ORDER BY at DESC LIMIT ?1)",
            )?
            .execute([STRANGERS])?;
        Ok(CredentialCheck::None)
    }

    /// Forgets the tries after a right PIN.
    ///
    /// # Errors
    ///
    /// When it could not be written.
    pub fn clear_tries(&self, staff: &StaffNo) -> Result<(), StoreError> {
        self.conn()
            .prepare_cached("UPDATE credential SET failed = 0, locked_until = 0 WHERE staff = ?1")?
            .execute([staff.as_str()])?;
        Ok(())
    }
}

impl Read<'_> {
    /// Whether this person has a PIN.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn has_credential(&self, staff: &StaffNo) -> Result<bool, StoreError> {
        let found: Option<i64> = self
            .conn
            .prepare_cached("SELECT 1 FROM credential WHERE staff = ?1")?
            .query_row([staff.as_str()], |row| row.get(0))
            .optional()?;
        Ok(found.is_some())
    }
}
