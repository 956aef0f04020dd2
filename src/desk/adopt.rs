//! Taking other reference data into use.

use super::found::{compact, digest};
use super::{Actor, Desk, DeskError, carry};
use crate::domain::catalog::Catalog;
use crate::domain::office::OfficeEvent;
use crate::domain::rulebook::Rulebook;
use crate::store::Stream;

impl Desk {
    /// Takes a rulebook into use for inquiries from now on; those that are open
    /// keep the one that they were registered under until they close.
    ///
    /// # Errors
    ///
    /// When the actor is neither the file's owner nor an admin, or it could not be
    /// saved; nothing was changed then.
    pub fn adopt_rulebook(&mut self, actor: &Actor, book: &Rulebook) -> Result<(), DeskError> {
        let now = self.now();
        let body = compact(book)?;
        let hash = digest(&body);
        self.carry_out_all(&mut |batch| {
            carry::in_time(batch, now)?;
            let window = batch.window_of_admin(actor)?;
            let header = batch.header(actor.name(), &window, now);
            let fact = OfficeEvent::RulebookAdopted {
                id: book.id.clone(),
                version: book.version.clone(),
                hash: hash.clone(),
            };
            batch.add_office(&Stream::Office, &header, fact)?;
            let writer = batch.writer();
            writer.put_rulebook(&hash, &book.id, &body)?;
            writer.set_office("rulebook", &hash)?;
            Ok(())
        })?;
        self.refresh()?;
        Ok(())
    }

    /// Puts a catalogue in place of the one before, for inquiries and notices from now on.
    ///
    /// # Errors
    ///
    /// When the actor is neither the file's owner nor an admin, or it could not be
    /// saved; nothing was changed then.
    pub fn adopt_catalog(&mut self, actor: &Actor, catalog: &Catalog) -> Result<(), DeskError> {
        let now = self.now();
        self.carry_out_all(&mut |batch| {
            let window = batch.window_of_admin(actor)?;
            let header = batch.header(actor.name(), &window, now);
            batch.writer().put_catalog(catalog)?;
            let fact = OfficeEvent::CatalogAdopted {
                id: catalog.id.clone(),
                version: catalog.version.clone(),
                hash: batch.writer().read().catalog_digest()?,
                matters: u32::try_from(catalog.matters.len()).unwrap_or(u32::MAX),
            };
            batch.add_office(&Stream::Office, &header, fact)?;
            let writer = batch.writer();
            writer.set_office("catalog_id", &catalog.id)?;
            writer.set_office("catalog", &catalog.version)?;
            Ok(())
        })?;
        self.refresh()?;
        Ok(())
    }
}
