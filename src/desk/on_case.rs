//! A command about an accountability case. The inquiry that it rests on is read and never
//! written.

use super::batch::Batch;
use super::{Actor, DeskError, Done};
use crate::domain::case::{self, Case, CaseCommand, CaseEvent, CaseGround, Earlier};
use crate::domain::command::{Command, Envelope};
use crate::domain::deadline::Office;
use crate::domain::ids::{CaseNo, Number, StaffNo};
use crate::domain::inquiry::Inquiry;
use crate::domain::refusal::{Accounting, Field, Refusal};
use crate::domain::rulebook::{Accountability, Rulebook};
use crate::domain::staff::Roster;
use crate::domain::time::Moment;
use crate::store::{Fact, Header, Recorded, Stream};

impl Batch<'_, '_> {
    pub(super) fn on_case(
        &mut self,
        actor: &Actor,
        envelope: &Envelope,
        number: Option<&CaseNo>,
        now: Moment,
    ) -> Result<Done, DeskError> {
        let Command::Case(command) = &envelope.command else {
            return Err(Refusal::Empty(Field::Case).into());
        };
        let person = self.person(actor)?;
        // Evidence is read from the views and series as they stand.
        self.show()?;
        let mut recorded = Vec::new();
        let mut state = match number {
            Some(number) => self.writer.read().case(number)?.map(|(state, _)| state),
            None => None,
        };
        if let Some(state) = &mut state {
            recorded.extend(self.lapse_case(state, now)?);
        }
        let book = self.book_of_case(state.as_ref())?;
        let rules = accountability(&book)?;
        let rulebook = state
            .as_ref()
            .map_or(&self.facts.rulebook, |state| &state.opened.rulebook);
        let roster: Roster = self.writer.read().people()?.into_iter().collect();
        let inquiry = self.inquiry_of_case(state.as_ref(), command, now)?;
        let earlier = self.earlier(state.as_ref(), command)?;
        let year = self.office.local(now).format("%Y").to_string();
        let series = format!("case:{year}");
        let serial = self.serial(&series)? + 1;
        let ground = CaseGround {
            actor: &person,
            roster: &roster,
            rules,
            rulebook,
            office: self.office,
            now,
            inquiry: inquiry.as_ref(),
            earlier: &earlier,
            next_number: CaseNo(format!("A{year}-{serial:04}")),
        };
        let facts = case::decide(state.as_ref(), command, &ground)?;
        let number = match number {
            Some(number) => number.clone(),
            None => ground.next_number.clone(),
        };
        let header = self.header(actor.name(), &person.window, now);
        if state.is_none() {
            self.set_serial(&series, serial)?;
        }
        recorded.extend(self.add_to_case(&number, state.as_ref(), facts, &header, now)?);
        Ok(Done {
            subject: number.0,
            events: recorded,
            refused: None,
        })
    }

    /// Records what time alone has done to a case.
    pub(super) fn settle_case(&mut self, number: &CaseNo, now: Moment) -> Result<bool, DeskError> {
        let Some((mut state, _)) = self.writer.read().case(number)? else {
            return Ok(false);
        };
        Ok(!self.lapse_case(&mut state, now)?.is_empty())
    }

    fn lapse_case(&mut self, state: &mut Case, now: Moment) -> Result<Vec<Recorded>, DeskError> {
        let header = self.header("system", "", now);
        let number = state.number().clone();
        let mut recorded = Vec::new();
        for (at, fact) in case::settle(state, now) {
            let before = Some(&*state);
            recorded.extend(self.add_to_case(&number, before, vec![fact.clone()], &header, at)?);
            state.apply(at, &fact);
        }
        Ok(recorded)
    }

    /// Moves the clocks of the open cases by another calendar.
    pub(super) fn recount_cases(
        &mut self,
        office: &Office,
        header: &Header,
        now: Moment,
    ) -> Result<(), DeskError> {
        for number in self.writer.read().ticking_cases()? {
            let Some((mut state, _)) = self.writer.read().case(&number)? else {
                continue;
            };
            self.lapse_case(&mut state, now)?;
            let book = self.book_of_case(Some(&state))?;
            let moves = case::recounted(&state, accountability(&book)?, office)
                .map_err(|error| DeskError::Reference(error.to_string()))?;
            self.add_to_case(&number, Some(&state), moves, header, now)?;
        }
        Ok(())
    }

    fn add_to_case(
        &mut self,
        number: &CaseNo,
        state: Option<&Case>,
        facts: Vec<CaseEvent>,
        header: &Header,
        at: Moment,
    ) -> Result<Vec<Recorded>, DeskError> {
        let stream = Stream::Case(number.clone());
        let mut version = state.map_or(0, |state| state.version);
        let mut recorded = Vec::new();
        for fact in facts {
            version += 1;
            let fact = Fact::Case(fact);
            recorded.push(
                self.writer
                    .append(self.entropy, &stream, version, at, header, fact)?,
            );
        }
        let shown = self.writer.read().case(number)?;
        let (state, _) = shown
            .ok_or_else(|| Accounting::UnknownCase(number.clone()))
            .map_err(Refusal::from)?;
        self.writer.show_case(&state)?;
        Ok(recorded)
    }

    /// The rulebook that a case keeps.
    fn book_of_case(&self, state: Option<&Case>) -> Result<Rulebook, DeskError> {
        let kept = state.map(|state| &state.opened.rulebook);
        match kept.filter(|hash| **hash != self.facts.rulebook) {
            Some(hash) => Ok(self.writer.read().rulebook(hash)?),
            None => Ok(self.rules.clone()),
        }
    }

    /// The inquiry that a case rests on, by the record as it stands now.
    fn inquiry_of_case(
        &mut self,
        state: Option<&Case>,
        command: &CaseCommand,
        now: Moment,
    ) -> Result<Option<Inquiry>, DeskError> {
        let named = match (state, command) {
            (Some(state), _) => state.inquiry().cloned(),
            (None, CaseCommand::Open(command)) => {
                let named = [&command.inquiry, &command.complaint];
                for number in named.into_iter().filter(|one| !one.is_empty()) {
                    self.known_inquiry(number)?;
                }
                let before = &command.before;
                if !before.is_empty() && self.writer.read().case(before)?.is_none() {
                    return Err(Refusal::from(Accounting::UnknownCase(before.clone())).into());
                }
                (!command.inquiry.is_empty()).then(|| command.inquiry.clone())
            }
            (None, _) => None,
        };
        let Some(number) = named else { return Ok(None) };
        // What time has done to it is on record before anyone is charged with it.
        let Some(mut state) = self.take(&number)? else {
            return Err(Refusal::UnknownInquiry(number).into());
        };
        self.settle_state(&mut state, now)?;
        self.put(state.clone());
        Ok(Some(state))
    }

    fn known_inquiry(&self, number: &Number) -> Result<(), DeskError> {
        match self.writer.read().inquiry_row(number)? {
            Some(_) => Ok(()),
            None => Err(Refusal::UnknownInquiry(number.clone()).into()),
        }
    }

    /// Earlier decisions about the person that a command decides about.
    fn earlier(
        &self,
        state: Option<&Case>,
        command: &CaseCommand,
    ) -> Result<Vec<Earlier>, DeskError> {
        let (CaseCommand::Decide(command) | CaseCommand::Review(command)) = command else {
            return Ok(Vec::new());
        };
        let Some(state) = state else {
            return Ok(Vec::new());
        };
        let only = || state.accused.first().map(|one| one.staff.clone());
        let staff: Option<StaffNo> = if command.staff.is_empty() {
            only()
        } else {
            Some(command.staff.clone())
        };
        let Some(staff) = staff else {
            return Ok(Vec::new());
        };
        let answered = self.writer.read().answered(&staff)?.into_iter();
        let others = answered.filter(|(case, _)| case != state.number());
        Ok(others
            .map(|(case, at)| Earlier {
                case,
                day: self.office.local(at).date(),
            })
            .collect())
    }
}

fn accountability(book: &Rulebook) -> Result<&Accountability, DeskError> {
    let rules = book.accountability.as_ref();
    rules.ok_or_else(|| Refusal::from(Accounting::NoRules).into())
}
