//! Keys with which staff come in over SSH.

use super::batch::Batch;
use super::{Actor, DeskError, Done};
use crate::domain::access::{Key, KeyAdded, KeyRemoved};
use crate::domain::command::{AddKey, RemoveKey};
use crate::domain::ids::StaffNo;
use crate::domain::office::OfficeEvent;
use crate::domain::refusal::{Field, Keeping, Refusal};
use crate::domain::time::Moment;
use crate::store::Stream;

impl Batch<'_, '_> {
    pub(super) fn add_key(
        &mut self,
        actor: &Actor,
        command: &AddKey,
        now: Moment,
    ) -> Result<Done, DeskError> {
        self.must_be_known(&command.staff)?;
        let key = Key::parse(command.key.trim()).ok_or(Refusal::from(Keeping::NoKey))?;
        let all = self.writer.read().keys()?;
        if let Some((staff, _)) = all.iter().find(|(_, one)| one.key == key.key) {
            return Err(Refusal::from(Keeping::KeyTaken(staff.clone())).into());
        }
        let by = StaffNo::from(actor.name());
        let fact = OfficeEvent::KeyAdded(Box::new(KeyAdded { key, by }));
        self.on_keys(actor, &command.staff, fact, now)
    }

    pub(super) fn remove_key(
        &mut self,
        actor: &Actor,
        command: &RemoveKey,
        now: Moment,
    ) -> Result<Done, DeskError> {
        self.must_be_known(&command.staff)?;
        let mut all = self.writer.read().keys()?.into_iter();
        let meant = |(staff, key): &(StaffNo, Key)| {
            staff == &command.staff && key.is_meant_by(&command.key)
        };
        let (_, key) = all.find(meant).ok_or(Refusal::from(Keeping::UnknownKey))?;
        let by = StaffNo::from(actor.name());
        let fact = OfficeEvent::KeyRemoved(Box::new(KeyRemoved { key: key.key, by }));
        self.on_keys(actor, &command.staff, fact, now)
    }

    fn must_be_known(&self, staff: &StaffNo) -> Result<(), DeskError> {
        if staff.is_empty() {
            return Err(Refusal::Empty(Field::StaffNumber).into());
        }
        match self.writer.read().person(staff)? {
            Some(_) => Ok(()),
            None => Err(Refusal::UnknownStaff(staff.clone()).into()),
        }
    }

    fn on_keys(
        &mut self,
        actor: &Actor,
        staff: &StaffNo,
        fact: OfficeEvent,
        now: Moment,
    ) -> Result<Done, DeskError> {
        let window = self.window_of_admin(actor)?;
        let header = self.header(actor.name(), &window, now);
        let recorded = self.add_office(&Stream::Staff(staff.clone()), &header, fact)?;
        Ok(Done {
            subject: staff.0.clone(),
            events: vec![recorded],
            refused: None,
        })
    }
}
