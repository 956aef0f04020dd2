//! Taking other reference data into use.

use super::{Actor, Desk, DeskError};
use crate::domain::catalog::Catalog;
use crate::domain::office::OfficeEvent;
use crate::domain::refusal::Refusal;
use crate::domain::staff::Role;
use crate::store::Stream;

impl Desk {
    /// Puts a catalogue in place of the one before, for inquiries and notices from now on.
    ///
    /// # Errors
    ///
    /// When the actor is neither the file's owner nor an admin, or it could not be
    /// saved; nothing was changed then.
    pub fn adopt_catalog(&mut self, actor: &Actor, catalog: &Catalog) -> Result<(), DeskError> {
        let window = match actor {
            Actor::Owner => String::new(),
            Actor::Staff(number) => {
                let person = self.person(number)?;
                if !person.is(Role::Admin) {
                    return Err(Refusal::NotAllowed.into());
                }
                person.window
            }
        };
        let now = self.now();
        self.carry_out_all(&mut |batch| {
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
        self.facts = self.read().office()?;
        Ok(())
    }
}
