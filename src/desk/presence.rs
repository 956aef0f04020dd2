//! Away from the post and back.

use super::batch::Batch;
use super::{Actor, DeskError, Done};
use crate::domain::command::{Away, Back};
use crate::domain::ids::StaffNo;
use crate::domain::inquiry::{Event, LINE_LIMIT};
use crate::domain::office::OfficeEvent;
use crate::domain::presence::Absence;
use crate::domain::refusal::{Field, Pressing, Refusal};
use crate::domain::staff::{Person, Role};
use crate::domain::text::is_blank;
use crate::domain::time::Moment;
use crate::store::{Fact, Header, Recorded, Stream};

impl Batch<'_, '_> {
    /// Someone leaves the post for a while.
    pub(super) fn away(
        &mut self,
        actor: &Actor,
        command: &Away,
        now: Moment,
    ) -> Result<Done, DeskError> {
        let (by, person) = self.concerned(actor, &command.staff)?;
        self.settle_presence(&person.number, now)?;
        if let Some(row) = self.writer.read().away_now(&person.number, now)? {
            return Err(Refusal::from(Pressing::AlreadyAway(row.until)).into());
        }
        let reason = command.reason.trim();
        if is_blank(reason) {
            return Err(Refusal::Empty(Field::Reason).into());
        }
        if reason.chars().count() > LINE_LIMIT {
            let (field, limit) = (Field::Reason, LINE_LIMIT);
            return Err(Refusal::TooLong { field, limit }.into());
        }
        if is_blank(&command.until) {
            return Err(Refusal::Empty(Field::Until).into());
        }
        let until = Moment::parse_rfc3339(&command.until)
            .ok_or_else(|| Refusal::TimeMalformed(command.until.clone()))?;
        if until <= now {
            return Err(Refusal::from(Pressing::UntilPast(until)).into());
        }
        // Where a leader decides, nobody acts in another's place.
        let stands_in = !self.rules.leader_decides_when_away();
        let fact = OfficeEvent::WentAway(Absence {
            reason: reason.to_owned().into(),
            until,
            substitute: person.substitute.clone().filter(|_| stands_in),
            by: by.number.clone(),
        });
        let header = self.header(actor.name(), &by.window, now);
        self.moved(&person.number, now, &header, fact)
    }

    /// Someone is back before the expected return.
    pub(super) fn back(
        &mut self,
        actor: &Actor,
        command: &Back,
        now: Moment,
    ) -> Result<Done, DeskError> {
        let (by, person) = self.concerned(actor, &command.staff)?;
        if self.writer.read().away_now(&person.number, now)?.is_none() {
            return Err(Refusal::from(Pressing::NotAway(person.number)).into());
        }
        let fact = OfficeEvent::CameBack {
            by: Some(by.number.clone()),
        };
        let header = self.header(actor.name(), &by.window, now);
        self.moved(&person.number, now, &header, fact)
    }

    /// Who says so, and of whom: of oneself, or as a supervisor of someone.
    fn concerned(&self, actor: &Actor, staff: &StaffNo) -> Result<(Person, Person), DeskError> {
        let by = self.person(actor)?;
        if staff.is_empty() || staff == &by.number {
            return Ok((by.clone(), by));
        }
        if !by.is(Role::Supervisor) {
            let (staff, role) = (by.number, Role::Supervisor);
            return Err(Refusal::LacksRole { staff, role }.into());
        }
        match self.known.person(self.writer.read(), staff)? {
            Some(person) => Ok((by, person)),
            None => Err(Refusal::UnknownStaff(staff.clone()).into()),
        }
    }

    fn moved(
        &mut self,
        staff: &StaffNo,
        at: Moment,
        header: &Header,
        fact: OfficeEvent,
    ) -> Result<Done, DeskError> {
        let recorded = self.record_presence(staff, at, header, fact)?;
        Ok(Done {
            subject: staff.0.clone(),
            events: vec![recorded],
            refused: None,
        })
    }

    fn record_presence(
        &mut self,
        staff: &StaffNo,
        at: Moment,
        header: &Header,
        fact: OfficeEvent,
    ) -> Result<Recorded, DeskError> {
        let stream = Stream::Staff(staff.clone());
        let version = self.writer.version(&stream)? + 1;
        let mut presence = self.writer.read().presence(staff)?;
        presence.apply(at, &fact);
        let fact = Fact::Office(fact);
        let recorded = self
            .writer
            .append(self.entropy, &stream, version, at, header, fact)?;
        self.writer.show_presence(staff, &presence)?;
        Ok(recorded)
    }

    /// Records the end of an absence whose expected return has been reached, at that instant.
    pub(super) fn settle_presence(
        &mut self,
        staff: &StaffNo,
        now: Moment,
    ) -> Result<bool, DeskError> {
        let presence = self.writer.read().presence(staff)?;
        let Some((_, absence)) = presence.away.filter(|(_, absence)| absence.until <= now) else {
            return Ok(false);
        };
        let header = self.header("system", "", now);
        let fact = OfficeEvent::CameBack { by: None };
        self.record_presence(staff, absence.until, &header, fact)?;
        Ok(true)
    }

    /// A breach names the one whose it was and whoever stood in for them at that
    /// instant, as the record of their presence has it, however late it is settled.
    pub(super) fn naming_both(&self, mut event: Event, at: Moment) -> Result<Event, DeskError> {
        if let Event::Breached {
            hands, substitute, ..
        }
        | Event::RuleBroken {
            hands,
            substitute,
            charge: None,
            ..
        } = &mut event
        {
            *substitute = self.writer.read().stood_in(hands, at)?;
        }
        Ok(event)
    }
}
