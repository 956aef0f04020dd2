//! Sealing how far the record has come, and saying that a backup took its place.

use std::path::{Path, PathBuf};

use super::batch::Batch;
use super::{Actor, Desk, DeskError, carry, keys};
use crate::domain::ids::HandoverNo;
use crate::domain::office::{Checkpoint, OfficeEvent};
use crate::entropy::Entropy;
use crate::store::{Audit, Header, Present, Recorded, Seal, StoreError, Stream};

/// The key of checkpoints that stands in a file; none where there is none.
pub fn seal_kept(path: &Path) -> Option<Seal> {
    keys::kept(path).map(|bytes| Seal::new(&bytes))
}

/// Reads the key, or draws one where the register never had any, or a new one is wanted.
fn seal_at(path: &Path, draw: bool, entropy: &mut dyn Entropy) -> Option<Seal> {
    if !path.exists() && draw {
        // A checkpoint without a key is unsigned and says so: no reason to stop at.
        let _ = keys::make(path, entropy);
    }
    seal_kept(path)
}

impl Desk {
    /// Signs checkpoints with the key that stands in this file. It is drawn with the
    /// first checkpoint; a register that was moved without it goes on unsigned.
    pub fn seal_with(&mut self, key: Option<PathBuf>) {
        self.key = key;
    }

    /// Seals how far the record has come; with a new key where this machine has none
    /// and `new_key` says so.
    ///
    /// # Errors
    ///
    /// When the actor is neither the file's owner nor an admin, or it could not be saved.
    pub fn checkpoint(&mut self, actor: &Actor, new_key: bool) -> Result<Checkpoint, DeskError> {
        let now = self.now();
        let mut made = None;
        self.carry_out_all(&mut |batch| {
            carry::in_time(batch, now)?;
            let window = batch.window_of_admin(actor)?;
            let header = batch.header(actor.name(), &window, now);
            made = Some(batch.checkpoint(&header, None, new_key)?.0);
            Ok(())
        })?;
        made.ok_or_else(|| DeskError::Reference("nothing was carried out".to_owned()))
    }

    /// Records that a backup took the register's place.
    ///
    /// # Errors
    ///
    /// When it could not be saved.
    pub fn record_restore(&mut self, backup: &Audit, present: &Present) -> Result<(), DeskError> {
        let now = self.now();
        let lost = match present {
            Present::Same(lost) => Some(lost.events),
            Present::None | Present::Unreadable(_) | Present::Another => None,
        };
        let fact = OfficeEvent::Restored {
            events: backup.events,
            head: backup.head.clone(),
            lost,
        };
        self.carry_out_all(&mut |batch| {
            carry::in_time(batch, now)?;
            let header = batch.header(Actor::Owner.name(), "", now);
            batch.add_office(&Stream::Office, &header, fact.clone())?;
            Ok(())
        })
    }
}

impl Batch<'_, '_> {
    /// Seals everything that stands on the record by now.
    pub(super) fn checkpoint(
        &mut self,
        header: &Header,
        handover: Option<HandoverNo>,
        new_key: bool,
    ) -> Result<(Checkpoint, Recorded), DeskError> {
        let seal = match self.key {
            Some(path) => {
                let draw = new_key || !self.writer.read().has_seal()?;
                seal_at(path, draw, self.entropy)
            }
            None => None,
        };
        if new_key && seal.is_none() {
            let path = self.key.map(Path::to_owned).unwrap_or_default();
            return Err(StoreError::ReadOnly(path).into());
        }
        let made = self.writer.seal(&self.facts.id, seal.as_ref(), handover)?;
        let fact = OfficeEvent::Checkpointed(made.clone());
        let recorded = self.add_office(&Stream::Office, header, fact)?;
        Ok((made, recorded))
    }
}
