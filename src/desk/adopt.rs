//! Taking other reference data into use.

use super::{Actor, Desk, DeskError};
use crate::domain::catalog::Catalog;
use crate::domain::office::OfficeEvent;
use crate::store::Stream;

impl Desk {
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
