//! Sign-in by staff number and PIN.
//!
//! Six digits are only a million guesses, so the hash is made with a pepper that
//! stands outside the register, a try is counted before the PIN is compared, and
//! an unknown number costs as much work as a known one.

use std::path::{Path, PathBuf};

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use thiserror::Error;

use super::found::{Pin, digest};
use super::{Actor, Desk, DeskError, carry, keys};
use crate::domain::ids::StaffNo;
use crate::domain::office::OfficeEvent;
use crate::domain::refusal::Refusal;
use crate::domain::staff::{Person, Role};
use crate::domain::time::Moment;
use crate::entropy::Entropy;
use crate::store::{Credential, CredentialCheck, StoreError, Stream};

/// The fewest digits that a PIN may have.
pub const PIN_MIN: usize = 6;
/// The most.
pub const PIN_MAX: usize = 12;

/// Why someone is not signed in.
#[derive(Debug, Error)]
pub enum SignInError {
    /// The number or the PIN is wrong; which one is not said.
    #[error("the staff number or the PIN is wrong")]
    Wrong,
    /// Too many tries.
    #[error("too many tries")]
    Locked {
        /// Until when.
        until: Moment,
    },
    /// The pepper cannot be read.
    #[error("the key file {0} cannot be used")]
    Pepper(PathBuf),
    /// The register cannot be used.
    #[error(transparent)]
    Desk(#[from] DeskError),
}

impl From<StoreError> for SignInError {
    fn from(error: StoreError) -> Self {
        Self::Desk(error.into())
    }
}

/// Who signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// The person.
    pub person: Person,
    /// Whether the PIN was drawn for them and must be changed now.
    pub must_change: bool,
}

/// Reads the pepper of a register that has one.
///
/// # Errors
///
/// When the file is missing or is no pepper: with another one every PIN would
/// seem wrong, and every try would count.
pub fn pepper_kept(path: &Path) -> Result<Vec<u8>, SignInError> {
    let kept = keys::kept(path).map(|bytes| bytes.to_vec());
    kept.ok_or_else(|| SignInError::Pepper(path.to_owned()))
}

/// Reads the pepper of a register, making it on first use (32 random bytes, for the owner only).
///
/// # Errors
///
/// When the file can be neither read nor made.
pub fn pepper_at(path: &Path, entropy: &mut dyn Entropy) -> Result<Vec<u8>, SignInError> {
    if path.exists() {
        return pepper_kept(path);
    }
    keys::make(path, entropy).map_err(|_| SignInError::Pepper(path.to_owned()))?;
    pepper_kept(path)
}

/// Whether a text can be a PIN: six to twelve digits, neither all the same nor in a row.
pub fn is_pin(text: &str) -> bool {
    let count = text.chars().count();
    let first = text.chars().next();
    (PIN_MIN..=PIN_MAX).contains(&count)
        && text.chars().all(|ch| ch.is_ascii_digit())
        && !text.chars().all(|ch| Some(ch) == first)
        && !in_a_row(text.as_bytes())
}

/// Whether each digit follows the one before, upwards or downwards.
fn in_a_row(digits: &[u8]) -> bool {
    let steps = |by: i16| {
        digits
            .windows(2)
            .all(|pair| matches!(pair, [a, b] if i16::from(*b) - i16::from(*a) == by))
    };
    steps(1) || steps(-1)
}

/// The hash of a PIN, in PHC form.
pub(super) fn hash_pin(
    pin: &str,
    pepper: &[u8],
    entropy: &mut dyn Entropy,
) -> Result<String, DeskError> {
    let mut salt = [0_u8; 16];
    entropy.fill(&mut salt).map_err(StoreError::from)?;
    hash_with(pin, pepper, &salt)
}

fn hash_with(pin: &str, pepper: &[u8], salt: &[u8]) -> Result<String, DeskError> {
    let broken = |error: &dyn std::fmt::Display| DeskError::Reference(format!("PIN: {error}"));
    let hash = hasher(pepper)?
        .hash_password_with_salt(pin.as_bytes(), salt)
        .map_err(|error| broken(&error))?;
    Ok(hash.to_string())
}

fn hasher(pepper: &[u8]) -> Result<Argon2<'_>, DeskError> {
    Argon2::new_with_secret(pepper, Algorithm::Argon2id, Version::V0x13, Params::DEFAULT)
        .map_err(|error| DeskError::Reference(format!("PIN: {error}")))
}

fn matches(pin: &str, phc: &str, pepper: &[u8]) -> Result<bool, DeskError> {
    let hash =
        PasswordHash::new(phc).map_err(|error| DeskError::Reference(format!("PIN: {error}")))?;
    Ok(hasher(pepper)?
        .verify_password(pin.as_bytes(), &hash)
        .is_ok())
}

impl Desk {
    /// Signs a person in.
    ///
    /// # Errors
    ///
    /// When number or PIN is wrong, or after too many tries.
    pub fn sign_in(
        &mut self,
        staff: &StaffNo,
        pin: &str,
        pepper: &[u8],
    ) -> Result<SignedIn, SignInError> {
        let now = self.now();
        // What is typed as a number may be a PIN in the wrong field.
        let stranger = digest(&format!("{}\n{staff}", hex::encode(pepper)));
        let mut check = CredentialCheck::None;
        self.carry_out_all(&mut |batch| {
            check = batch.writer().count_try(staff, &stranger, now)?;
            Ok(())
        })?;
        let credential = match check {
            CredentialCheck::Locked(until) => return Err(SignInError::Locked { until }),
            CredentialCheck::None => {
                // As much work as for a known number, so that time does not tell.
                hash_with(pin, pepper, &[0; 16])?;
                return Err(SignInError::Wrong);
            }
            CredentialCheck::Try(credential) => credential,
        };
        if !matches(pin, &credential.phc, pepper)? {
            return Err(SignInError::Wrong);
        }
        self.carry_out_all(&mut |batch| Ok(batch.writer().clear_tries(staff)?))?;
        Ok(SignedIn {
            person: self.person(staff)?,
            must_change: credential.one_time,
        })
    }

    /// Sets a PIN: one's own, or as an admin or the file's owner anybody's.
    ///
    /// # Errors
    ///
    /// When the one who acts may not, nobody has this number, or it could not be saved.
    pub fn set_pin(
        &mut self,
        by: &Actor,
        staff: &StaffNo,
        pin: &Pin,
        pepper: &[u8],
    ) -> Result<(), DeskError> {
        let now = self.now();
        if let Actor::Staff(number) = by
            && number != staff
            && !self.person(number)?.is(Role::Admin)
        {
            return Err(Refusal::NotAllowed.into());
        }
        self.person(staff)?;
        let phc = hash_pin(&pin.digits, pepper, self.entropy.as_mut())?;
        let credential = Credential {
            phc,
            one_time: pin.one_time,
        };
        self.carry_out_all(&mut |batch| {
            batch.writer().set_credential(staff, &credential)?;
            carry::in_time(batch, now)?;
            let header = batch.header(by.name(), "", now);
            let fact = OfficeEvent::PinSet {
                one_time: pin.one_time,
                hash: digest(&credential.phc),
            };
            batch.add_office(&Stream::Staff(staff.clone()), &header, fact)?;
            Ok(())
        })
    }

    /// Draws a PIN of six digits that must be changed at the first sign-in.
    ///
    /// # Errors
    ///
    /// When the machine has no random bytes to give.
    pub fn draw_pin(&mut self) -> Result<Pin, DeskError> {
        loop {
            let mut bytes = [0_u8; 8];
            self.entropy.fill(&mut bytes).map_err(StoreError::from)?;
            let digits = format!("{:06}", u64::from_le_bytes(bytes) % 1_000_000);
            if is_pin(&digits) {
                return Ok(Pin {
                    digits,
                    one_time: true,
                });
            }
        }
    }
}
