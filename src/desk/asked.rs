//! What a decision needs to know, fetched from the register.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::DeskError;
use super::basis::Basis;
use super::known::Listed;
use crate::domain::command::{Command, Envelope};
use crate::domain::deadline::Office;
use crate::domain::ids::{Number, StaffNo};
use crate::domain::inquiry::{Ground, Inquiry};
use crate::domain::rulebook::{Marks, Rulebook};
use crate::domain::staff::{Person, Role, Roster};
use crate::domain::time::Moment;

/// The series from which a paper with this mark gets its serial: one a year.
pub(super) fn series_of(mark: &str, office: &Office, now: Moment) -> String {
    format!("{mark}:{}", office.local(now).format("%Y"))
}

/// What a decision needs to know, fetched from the register.
pub(super) struct Asked<'d> {
    person: Person,
    pub(super) rules: Cow<'d, Rulebook>,
    rulebook: String,
    matter: Option<Listed>,
    roster: Roster,
    marks: Marks,
    serials: BTreeMap<String, u32>,
}

/// Everyone whom a command concerns: those whom it names, the holder whom the visitor
/// hears of, the heads who may sign or have named a deputy.
fn concerned(
    basis: Basis,
    envelope: &Envelope,
    state: Option<&Inquiry>,
) -> Result<Vec<StaffNo>, DeskError> {
    let mut all = envelope.command.people();
    if let (Command::TellHolder(_), Some(state)) = (&envelope.command, state) {
        all.push(state.holder().clone());
    }
    if let Command::SignHandling(_) = &envelope.command {
        let people = basis.read.people()?;
        let heads = people.into_iter().filter(|one| one.is(Role::Supervisor));
        all.extend(heads.map(|one| one.number));
    }
    Ok(all)
}

impl<'d> Asked<'d> {
    pub(super) fn of(
        basis: Basis<'_, 'd>,
        person: &Person,
        envelope: &Envelope,
        state: Option<&Inquiry>,
        now: Moment,
    ) -> Result<Self, DeskError> {
        let read = basis.read;
        let (rules, rulebook) = match state {
            Some(state) if state.rulebook != basis.facts.rulebook => (
                Cow::Owned(read.rulebook(&state.rulebook)?),
                state.rulebook.clone(),
            ),
            Some(_) | None => (Cow::Borrowed(basis.rules), basis.facts.rulebook.clone()),
        };
        let known = state
            .and_then(|state| state.matter.as_ref())
            .map(|matter| matter.id.as_str());
        // A matter is taken up as it is in force. An inquiry about it goes on under the
        // version of the day on which it was entered, or what stood last.
        let today = basis.office.local(now).date();
        let entered = state.map_or(today, |state| basis.office.local(state.entered_at).date());
        let matter = match envelope.command.matter().map(str::trim).or(known) {
            Some(id) if known == Some(id) => basis.known.matter(read, id, entered, true)?,
            Some(id) => basis.known.matter(read, id, today, false)?,
            None => None,
        };
        let marks = rules.papers.marks.of_office(&basis.facts.printing.mark);
        let mut serials = BTreeMap::new();
        for mark in [
            &marks.notice,
            &marks.acceptance,
            &marks.decline,
            &marks.supplement,
            &marks.supervise,
        ] {
            serials.insert(
                mark.clone(),
                basis
                    .known
                    .serial(read, &series_of(mark, basis.office, now))?,
            );
        }
        Ok(Self {
            person: person.clone(),
            roster: basis.roster(concerned(basis, envelope, state)?)?,
            rules,
            rulebook,
            matter,
            marks,
            serials,
        })
    }

    pub(super) fn ground<'g>(
        &'g self,
        basis: Basis<'_, 'g>,
        envelope: &'g Envelope,
        now: Moment,
        next_number: Number,
        duplicate: Option<Number>,
    ) -> Ground<'g> {
        Ground {
            rules: &self.rules,
            rulebook: &self.rulebook,
            office: basis.office,
            catalog: &basis.facts.catalog,
            roster: &self.roster,
            actor: &self.person,
            matter: self.matter.as_deref().map(|(matter, _)| matter),
            circumstances: self.matter.as_deref().map_or(&[], |(_, named)| named),
            now,
            confirm: &envelope.confirm,
            duplicate,
            next_number,
            marks: &self.marks,
            serials: &self.serials,
        }
    }
}
