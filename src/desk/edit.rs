//! Changing one matter of the catalogue.

use super::batch::Batch;
use super::{Desk, DeskError};
use crate::domain::catalog::{EditFault, Matter, from_day, next_version};
use crate::domain::command::EditMatter;
use crate::domain::inquiry::Inquiry;
use crate::domain::office::{MatterEdited, OfficeEvent};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::staff::{Person, Role};
use crate::domain::time::Moment;
use crate::store::StoreError;

fn refused(why: EditFault) -> DeskError {
    Refusal::Edit(Box::new(why)).into()
}

impl Batch<'_, '_> {
    /// A matter says something else from a day on: for those who look after the register.
    pub(super) fn edit_matter(
        &mut self,
        person: &Person,
        command: &EditMatter,
        now: Moment,
    ) -> Result<(String, OfficeEvent), DeskError> {
        if !person.is(Role::Admin) {
            return Err(Refusal::NotAllowed.into());
        }
        let id = command.matter.trim();
        if id.is_empty() {
            return Err(Refusal::Empty(Field::Matter).into());
        }
        let today = self.office.local(now).date();
        let read = self.writer.read();
        let unknown = || Refusal::UnknownMatter(id.to_owned());
        let present = read.matter(id)?.ok_or_else(unknown)?;
        let edit = |before: &Matter| {
            let after = before.edited(&command.set, &command.documents)?;
            let contacts = after.differs_in_contacts_only(before);
            let day = from_day(&command.from, today, contacts)?;
            Ok((after, day))
        };
        // The day tells which version is meant; which day is allowed depends on the change.
        let named = command.from.trim().parse().unwrap_or(today);
        let before = read.matter_on(id, named)?.unwrap_or(present);
        let (_, day) = edit(&before).map_err(refused)?;
        let before = read.matter_on(id, day)?.ok_or_else(unknown)?;
        let (matter, _) = edit(&before).map_err(refused)?;
        let mut catalog = read.catalog()?;
        matter.sound(&catalog.circumstances).map_err(refused)?;
        if !catalog.put_from(matter.clone(), day) {
            return Err(unknown().into());
        }
        let placed = catalog.matters.iter();
        let matter = placed
            .filter(|one| one.id == matter.id)
            .find(|one| one.in_force.on(day))
            .cloned()
            .unwrap_or(matter);
        let before = catalog.version.clone();
        let version = next_version(&before, today);
        self.writer().put_catalog(&catalog)?;
        self.writer().set_office("catalog", &version)?;
        self.known.forget_matters();
        let hash = self.writer().read().catalog_digest()?;
        let fact = MatterEdited {
            matter,
            version,
            before,
            hash,
            by: person.number.clone(),
        };
        Ok((day.to_string(), OfficeEvent::MatterEdited(Box::new(fact))))
    }
}

impl Desk {
    /// A matter as it holds for someone now: for an inquiry about it the version that was
    /// in force when it was registered, for anyone else today's.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn matter_for(
        &self,
        id: &str,
        inquiry: Option<&Inquiry>,
    ) -> Result<Option<Matter>, StoreError> {
        let about = |one: &&Inquiry| one.matter.as_ref().is_some_and(|matter| matter.id == id);
        let read = self.read();
        match inquiry.filter(about) {
            Some(state) => {
                let day = self.office().local(state.entered_at).date();
                match read.matter_on(id, day)? {
                    None => read.matter(id),
                    found => Ok(found),
                }
            }
            None => read.matter_on(id, self.office().local(self.now()).date()),
        }
    }
}
