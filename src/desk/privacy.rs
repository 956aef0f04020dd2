//! Personal data: looked at for a reason, destroyed when its time is over.

use super::DeskError;
use super::batch::Batch;
use crate::domain::command::{ListDestruction, Reveal, SignDestruction};
use crate::domain::ids::Number;
use crate::domain::inquiry::LINE_LIMIT;
use crate::domain::office::OfficeEvent;
use crate::domain::privacy::{Destroyed, Listed, ON_ONE_LIST, Revealed};
use crate::domain::refusal::{Field, Keeping, Refusal};
use crate::domain::staff::Person;
use crate::domain::text::is_blank;
use crate::domain::time::Moment;

/// The mark on a list's number.
const LIST: &str = include_str!("../builtin/marks/destruction.txt");

impl Batch<'_, '_> {
    /// Somebody looks at a visitor's name in clear.
    pub(super) fn reveal(
        &self,
        person: &Person,
        command: &Reveal,
    ) -> Result<(String, OfficeEvent), DeskError> {
        if command.inquiry.is_empty() {
            return Err(Refusal::Empty(Field::Inquiry).into());
        }
        if self.writer.read().inquiry_row(&command.inquiry)?.is_none() {
            return Err(Refusal::UnknownInquiry(command.inquiry.clone()).into());
        }
        let reason = command.reason.trim();
        let (field, limit) = (Field::Reason, LINE_LIMIT);
        if is_blank(reason) {
            return Err(Refusal::Empty(field).into());
        }
        if reason.chars().count() > limit {
            return Err(Refusal::TooLong { field, limit }.into());
        }
        let fact = Revealed {
            inquiry: command.inquiry.clone(),
            by: person.number.clone(),
            reason: reason.to_owned().into(),
        };
        let subject = command.inquiry.0.clone();
        Ok((subject, OfficeEvent::Revealed(Box::new(fact))))
    }

    /// An admin lists what has been kept for long enough.
    pub(super) fn list_destruction(
        &self,
        person: &Person,
        command: &ListDestruction,
        now: Moment,
    ) -> Result<(String, OfficeEvent), DeskError> {
        let months = self.rules.keeps_months();
        let before = self.office.months_before(now, months);
        let limit = match command.limit {
            0 => ON_ONE_LIST,
            limit => limit.min(ON_ONE_LIST),
        };
        let read = self.writer.read();
        let inquiries = read.kept_since_before(before, limit)?;
        if inquiries.is_empty() {
            return Err(Refusal::from(Keeping::NothingDue(months)).into());
        }
        let listed = read.destruction_lists()?;
        let list = self.numbered(LIST, listed.iter().map(|one| one.0), now);
        let fact = Listed {
            list: list.clone(),
            by: person.number.clone(),
            before,
            inquiries,
        };
        Ok((list, OfficeEvent::DestructionListed(Box::new(fact))))
    }

    /// A supervisor signs a list: what stands on it is destroyed in the same breath.
    pub(super) fn sign_destruction(
        &mut self,
        person: &Person,
        command: &SignDestruction,
    ) -> Result<(String, OfficeEvent), DeskError> {
        let wanted = command.list.trim();
        let read = self.writer.read();
        let mut lists = read.destruction_lists()?.into_iter();
        let Some((_, listed, destroyed)) = lists.find(|(_, one, _)| one.list == wanted) else {
            return Err(Refusal::from(Keeping::NoList(wanted.to_owned())).into());
        };
        if destroyed {
            return Err(Refusal::from(Keeping::DestroyedAlready(listed.list)).into());
        }
        if listed.by == person.number {
            return Err(Refusal::from(Keeping::OwnList).into());
        }
        let inquiries = self.still_closed(&listed)?;
        let values = self.writer.read().values_of(&inquiries)?;
        self.writer.destroy(&inquiries, &values)?;
        let fact = Destroyed {
            list: listed.list.clone(),
            by: person.number.clone(),
            inquiries,
            values,
        };
        Ok((listed.list, OfficeEvent::Destroyed(Box::new(fact))))
    }

    /// Those of a list that nobody took up again since.
    fn still_closed(&self, listed: &Listed) -> Result<Vec<Number>, DeskError> {
        let mut closed = Vec::new();
        for number in &listed.inquiries {
            let row = self.writer.read().inquiry_row(number)?;
            let at = row.and_then(|row| row.closed_at);
            if at.is_some_and(|at| at < listed.before) {
                closed.push(number.clone());
            }
        }
        Ok(closed)
    }
}
