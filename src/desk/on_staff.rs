//! A command about a member of staff.

use super::batch::Batch;
use super::{Actor, DeskError, Done};
use crate::domain::command::{Command, Envelope};
use crate::domain::office::OfficeEvent;
use crate::domain::refusal::{Field, Refusal};
use crate::domain::staff::{Person, Role};
use crate::domain::time::Moment;
use crate::store::{Fact, Header, Recorded, Stream};

impl Batch<'_, '_> {
    pub(super) fn on_staff(
        &mut self,
        actor: &Actor,
        envelope: &Envelope,
        now: Moment,
    ) -> Result<Done, DeskError> {
        if let Command::Away(command) = &envelope.command {
            return self.away(actor, command, now);
        }
        if let Command::Back(command) = &envelope.command {
            return self.back(actor, command, now);
        }
        if let Command::AddKey(command) = &envelope.command {
            return self.add_key(actor, command, now);
        }
        if let Command::RemoveKey(command) = &envelope.command {
            return self.remove_key(actor, command, now);
        }
        let Command::RecordStaff(person) = &envelope.command else {
            return Err(Refusal::Empty(Field::StaffNumber).into());
        };
        let window = self.window_of_admin(actor)?;
        let header = self.header(actor.name(), &window, now);
        let recorded = self.record_person(person, &header, now)?;
        Ok(Done {
            subject: person.number.0.clone(),
            events: vec![recorded],
            refused: None,
        })
    }

    /// The window from which reference data is changed; the file's owner has none.
    pub(super) fn window_of_admin(&self, actor: &Actor) -> Result<String, DeskError> {
        if *actor == Actor::Owner {
            return Ok(String::new());
        }
        let person = self.person(actor)?;
        if person.is(Role::Admin) {
            Ok(person.window)
        } else {
            Err(Refusal::NotAllowed.into())
        }
    }

    /// Adds or changes a member of staff.
    pub(super) fn record_person(
        &mut self,
        person: &Person,
        header: &Header,
        now: Moment,
    ) -> Result<Recorded, DeskError> {
        person.complete()?;
        let stream = Stream::Staff(person.number.clone());
        let version = self.writer.version(&stream)? + 1;
        let fact = Fact::Office(OfficeEvent::StaffRecorded {
            person: person.clone(),
        });
        let recorded = self
            .writer
            .append(self.entropy, &stream, version, now, header, fact)?;
        self.writer.show_person(person, version)?;
        self.known.forget(&person.number);
        Ok(recorded)
    }
}
