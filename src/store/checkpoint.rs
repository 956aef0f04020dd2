//! Checkpoints: how far the record had come, signed, with a code short enough to print.
//!
//! A chain alone cannot show that its end was cut off, nor that someone made it anew
//! from some point on. A code that stands on paper can: it follows from the register,
//! the number of facts, and the hash of the last of them.

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::error::StoreError;
use super::event;
use super::read::Read;
use super::write::Writer;
use crate::domain::ids::HandoverNo;
use crate::domain::office::Checkpoint;

/// Letters and digits of which none is taken for another: no 0 O Q, 1 I L, 2 Z, 5 S, 8 B, U V.
const ALPHABET: [char; 22] = [
    '3', '4', '6', '7', '9', 'A', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K', 'M', 'N', 'P', 'R', 'T',
    'W', 'X', 'Y',
];
/// How many of them make a code: about 71 bits.
const LENGTH: usize = 16;
/// A code is read in groups of so many.
const GROUP: usize = 4;

/// The key with which checkpoints are signed.
pub struct Seal(SigningKey);

impl std::fmt::Debug for Seal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Seal").field(&self.public()).finish()
    }
}

impl Seal {
    /// The key that these bytes are.
    pub fn new(bytes: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(bytes))
    }

    /// The public half, in hex.
    pub fn public(&self) -> String {
        hex::encode(self.0.verifying_key().as_bytes())
    }
}

/// A checkpoint as it is kept elsewhere, one JSON object a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sealed {
    /// The register's id.
    pub register: String,
    /// When it was made, RFC 3339.
    #[serde(default)]
    pub at: String,
    /// What was sealed.
    #[serde(flatten)]
    pub checkpoint: Checkpoint,
}

/// What someone printed or kept outside the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Elsewhere {
    /// The code of a sheet.
    Code(String),
    /// A line of a file.
    Line(Sealed),
}

impl Elsewhere {
    /// Reads a code as people write it: any case, with or without what parts its groups.
    pub fn code(text: &str) -> Option<Self> {
        let plain: Vec<char> = text
            .trim()
            .chars()
            .filter(|c| !matches!(c, '-' | ' ' | '—' | '－'))
            .flat_map(char::to_uppercase)
            .collect();
        let fits = plain.len() == LENGTH && plain.iter().all(|c| ALPHABET.contains(c));
        fits.then(|| Self::Code(grouped(&plain)))
    }

    /// The code.
    pub fn as_code(&self) -> &str {
        match self {
            Self::Code(code) => code,
            Self::Line(sealed) => &sealed.checkpoint.code,
        }
    }
}

/// What is signed, and what the code follows from.
fn message(register: &str, events: i64, head: &[u8]) -> Vec<u8> {
    let mut bytes = b"shouwen checkpoint 1".to_vec();
    for part in [register.as_bytes(), &events.to_be_bytes(), head] {
        bytes.extend((part.len() as u64).to_be_bytes());
        bytes.extend(part);
    }
    bytes
}

/// The code of the first `events` facts of a register, of which the last has this hash.
pub(super) fn code(register: &str, events: i64, head: &[u8]) -> String {
    let digest = Sha256::digest(message(register, events, head));
    let mut rest = digest
        .iter()
        .take(16)
        .fold(0_u128, |sum, byte| sum << 8 | u128::from(*byte));
    let mut plain = Vec::with_capacity(LENGTH);
    for _ in 0..LENGTH {
        let at = usize::try_from(rest % ALPHABET.len() as u128).unwrap_or(0);
        plain.extend(ALPHABET.get(at));
        rest /= ALPHABET.len() as u128;
    }
    grouped(&plain)
}

fn grouped(plain: &[char]) -> String {
    let groups: Vec<String> = plain
        .chunks(GROUP)
        .map(|four| four.iter().collect())
        .collect();
    groups.join("-")
}

/// Whether a checkpoint says of the record what is so, and its signature, if any, is right.
pub(super) fn holds(made: &Checkpoint, register: &str, events: i64, head: &[u8]) -> bool {
    made.events == events
        && made.head == hex::encode(head)
        && made.code == code(register, events, head)
        && (made.key.is_empty() && made.signature.is_empty() || signed(made, register, head))
}

fn signed(made: &Checkpoint, register: &str, head: &[u8]) -> bool {
    let key: Option<[u8; 32]> = hex::decode(&made.key)
        .ok()
        .and_then(|key| key.try_into().ok());
    let signature = hex::decode(&made.signature).ok();
    let (Some(key), Some(signature)) = (key, signature) else {
        return false;
    };
    let (Ok(key), Ok(signature)) = (
        VerifyingKey::from_bytes(&key),
        Signature::from_slice(&signature),
    ) else {
        return false;
    };
    key.verify_strict(&message(register, made.events, head), &signature)
        .is_ok()
}

impl Writer<'_> {
    /// What a checkpoint of the record as it stands says; unsigned without a key.
    ///
    /// # Errors
    ///
    /// When the record cannot be read.
    pub fn seal(
        &self,
        register: &str,
        key: Option<&Seal>,
        handover: Option<HandoverNo>,
    ) -> Result<Checkpoint, StoreError> {
        let (events, head) = event::head(self.conn())?;
        let signature = key.map(|key| key.0.sign(&message(register, events, &head)));
        Ok(Checkpoint {
            events,
            code: code(register, events, &head),
            head: hex::encode(&head),
            key: key.map(Seal::public).unwrap_or_default(),
            signature: signature
                .map(|signature| hex::encode(signature.to_bytes()))
                .unwrap_or_default(),
            handover,
        })
    }
}

impl Read<'_> {
    /// The checkpoint that was made when a handover took effect.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn checkpoint_of(&self, handover: &HandoverNo) -> Result<Option<Checkpoint>, StoreError> {
        let all = made(self.conn, &format!("\"handover\":\"{handover}\""))?;
        let of = |one: &Checkpoint| one.handover.as_ref() == Some(handover);
        Ok(all.into_iter().find(of))
    }

    /// Whether a checkpoint on record was signed.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn has_seal(&self) -> Result<bool, StoreError> {
        Ok(!made(self.conn, "\"signature\":")?.is_empty())
    }
}

/// The checkpoints on record whose bodies have this text.
fn made(conn: &Connection, having: &str) -> Result<Vec<Checkpoint>, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT body FROM event WHERE stream = 'office' AND kind = 'checkpointed' \
         AND instr(body, ?1) > 0 ORDER BY version DESC",
    )?;
    let bodies: Vec<String> = statement
        .query_map([having], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    bodies
        .iter()
        .map(|body| Ok(serde_json::from_str(body)?))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Elsewhere, Seal, code, holds};
    use crate::domain::office::Checkpoint;

    #[test]
    fn a_code_is_four_groups_that_can_be_read_aloud_and_typed_back() {
        let made = code("ab12", 41, &[7; 32]);
        assert_eq!(made.len(), 19);
        assert_ne!(made, code("ab12", 42, &[7; 32]));
        assert_ne!(made, code("ab13", 41, &[7; 32]));
        assert_ne!(made, code("ab12", 41, &[8; 32]));
        let typed = made.to_lowercase().replace('-', " ");
        assert_eq!(Elsewhere::code(&typed), Some(Elsewhere::Code(made.clone())));
        assert_eq!(Elsewhere::code(&made[1..]), None);
        assert_eq!(Elsewhere::code("OOOO-IIII-0000-1111"), None);
    }

    #[test]
    fn a_signature_that_is_another_key_s_does_not_hold() {
        use ed25519_dalek::Signer;
        let key = Seal::new(&[1; 32]);
        let head = [9; 32];
        let sign = |by: &Seal| hex::encode(by.0.sign(&super::message("r", 3, &head)).to_bytes());
        let mut made = Checkpoint {
            events: 3,
            head: hex::encode(head),
            code: code("r", 3, &head),
            key: key.public(),
            signature: sign(&key),
            handover: None,
        };
        assert!(holds(&made, "r", 3, &head));
        assert!(!holds(&made, "s", 3, &head));
        made.signature = sign(&Seal::new(&[2; 32]));
        assert!(!holds(&made, "r", 3, &head));
        made.signature.clear();
        assert!(!holds(&made, "r", 3, &head), "a key alone signs nothing");
        made.key.clear();
        assert!(holds(&made, "r", 3, &head), "unsigned, and says so");
    }
}
