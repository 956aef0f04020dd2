//! What a decision rests on: the register as it reads now, and what holds in the
//! office. A decision can be rehearsed on it without a transaction.

use super::asked::Asked;
use super::known::Known;
use super::{Actor, DeskError};
use crate::domain::command::{Command, Envelope};
use crate::domain::deadline::Office;
use crate::domain::ids::{Number, StaffNo};
use crate::domain::inquiry::{self, Event, Ground, Inquiry, Verdict};
use crate::domain::refusal::Refusal;
use crate::domain::rulebook::Rulebook;
use crate::domain::staff::{Person, Roster};
use crate::domain::time::Moment;
use crate::store::{OfficeFacts, Read};

/// What a decision rests on.
#[derive(Clone, Copy)]
pub(super) struct Basis<'r, 'd> {
    pub read: Read<'r>,
    pub facts: &'d OfficeFacts,
    pub office: &'d Office,
    pub rules: &'d Rulebook,
    pub known: &'r Known,
}

impl Basis<'_, '_> {
    pub fn person(&self, actor: &Actor) -> Result<Person, DeskError> {
        let Actor::Staff(number) = actor else {
            return Err(Refusal::NotAllowed.into());
        };
        match self.known.person(self.read, number)? {
            Some(person) => Ok(person),
            None => Err(Refusal::UnknownStaff(number.clone()).into()),
        }
    }

    /// Refuses a command that no role of this person may give, nor, about an inquiry, a
    /// role of those in whose place this person acts.
    pub fn must_be_allowed(
        &self,
        actor: &Actor,
        command: &Command,
        now: Moment,
    ) -> Result<(), DeskError> {
        // The owner of the file has no role; where it may act, the act itself says.
        if *actor == Actor::Owner {
            return Ok(());
        }
        let may = |person: &Person| command.allowed().iter().any(|role| person.is(*role));
        let person = self.person(actor)?;
        if may(&person) {
            return Ok(());
        }
        if command.inquiry().is_some() && !self.rules.leader_decides_when_away() {
            for number in self.read.stands_in_for(&person.number, now)? {
                if self
                    .known
                    .person(self.read, &number)?
                    .as_ref()
                    .is_some_and(may)
                {
                    return Ok(());
                }
            }
        }
        Err(Refusal::NotAllowed.into())
    }

    pub fn roster(&self, numbers: Vec<StaffNo>) -> Result<Roster, DeskError> {
        let mut roster = Roster::default();
        for number in numbers {
            if let Some(person) = self.known.person(self.read, &number)? {
                roster.put(person);
            }
        }
        Ok(roster)
    }

    /// Decides as the person who acts; where it is for someone else to do who is away,
    /// in the place of those for whom that person stands in. Says in whose place.
    pub fn decide_or_stand_in(
        &self,
        state: Option<&Inquiry>,
        command: &Command,
        ground: &Ground<'_>,
    ) -> Result<(Verdict, String), DeskError> {
        let why = match inquiry::decide(state, command, ground) {
            Ok(verdict) => return Ok((verdict, String::new())),
            Err(why) => why,
        };
        let me = &ground.actor.number;
        let not_mine = matches!(why, Refusal::NotYours { .. } | Refusal::NotAllowed);
        if not_mine && !ground.rules.leader_decides_when_away() {
            for number in self.read.stands_in_for(me, ground.now)? {
                let Some(person) = self.known.person(self.read, &number)? else {
                    continue;
                };
                let in_place = Ground {
                    actor: &person,
                    ..ground.clone()
                };
                if let Ok(verdict) = inquiry::decide(state, command, &in_place) {
                    return Ok((verdict, number.0));
                }
            }
        }
        Err(why.into())
    }

    /// What a command about an inquiry would record now. Nothing is; time alone may
    /// have done more by then.
    pub fn rehearse(
        &self,
        staff: &StaffNo,
        state: &Inquiry,
        command: Command,
        now: Moment,
    ) -> Result<Vec<Event>, DeskError> {
        let actor = Actor::Staff(staff.clone());
        self.must_be_allowed(&actor, &command, now)?;
        let person = self.person(&actor)?;
        let envelope = Envelope::of(command);
        let asked = Asked::of(*self, &person, &envelope, Some(state), now)?;
        let ground = asked.ground(*self, &envelope, now, Number::default(), None);
        let (verdict, _) = self.decide_or_stand_in(Some(state), &envelope.command, &ground)?;
        Ok(verdict.events)
    }
}
