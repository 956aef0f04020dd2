//! A command about an inquiry: entered, or acted on.

use super::asked::{Asked, series_of};
use super::batch::Batch;
use super::{Actor, DeskError, Done};
use crate::domain::command::{Command, Envelope};
use crate::domain::ids::{Number, StaffNo};
use crate::domain::inquiry::event::Continued;
use crate::domain::inquiry::{self, Event, Inquiry};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::rulebook::Rulebook;
use crate::domain::time::Moment;
use crate::store::{Fact, Header, Recorded, Stream};

impl Batch<'_, '_> {
    pub(super) fn register(
        &mut self,
        actor: &Actor,
        envelope: &Envelope,
        now: Moment,
    ) -> Result<Done, DeskError> {
        let Command::Register(command) = &envelope.command else {
            return Err(Refusal::Empty(Field::Inquiry).into());
        };
        let person = self.person(actor)?;
        let day = self.office.local(now).format("%Y%m%d").to_string();
        let series = format!("day:{day}");
        let serial = self.serial(&series)? + 1;
        let number = Number(format!("{day}-{serial:04}"));
        let duplicate = self.same_since(
            &command.visitor.dialled(),
            command.matter.trim(),
            self.office.midnight(now),
        )?;
        let asked = Asked::of(self.basis(), &person, envelope, None, now)?;
        let earlier = Some(&command.follows).filter(|earlier| !earlier.is_empty());
        if let Some(earlier) = earlier
            && self.writer.read().inquiry(earlier)?.is_none()
        {
            return Err(Refusal::UnknownInquiry(earlier.clone()).into());
        }
        let ground = asked.ground(self.basis(), envelope, now, number.clone(), duplicate);
        let verdict = inquiry::decide(None, &envelope.command, &ground)?;
        let mut events = verdict.events.into_iter();
        let Some(Event::Registered(fact)) = events.next() else {
            return Err(DeskError::Reference(
                "no registration came about".to_owned(),
            ));
        };
        let mut state = Inquiry::begin(&fact);
        let header = self.header(actor.name(), &person.window, now);
        let stream = Stream::Inquiry(number.clone());
        let first = Fact::Inquiry(Event::Registered(fact));
        let mut recorded =
            vec![
                self.writer
                    .append(self.entropy, &stream, 1, now, &header, first)?,
            ];
        recorded.extend(self.record(&mut state, events, &header, now)?);
        self.set_serial(&series, serial)?;
        self.papers(&recorded, &asked.rules, now)?;
        self.put_new(state);
        if let Some(earlier) = earlier {
            let by = person.number.clone();
            let fact = Event::Continued(Box::new(Continued {
                by,
                inquiry: number.clone(),
            }));
            recorded.extend(self.note_on(earlier, fact, &header, now)?);
        }
        Ok(Done {
            subject: number.0,
            events: recorded,
            refused: verdict.refused,
        })
    }

    pub(super) fn on_inquiry(
        &mut self,
        actor: &Actor,
        envelope: &Envelope,
        number: &Number,
        now: Moment,
    ) -> Result<Done, DeskError> {
        let person = self.person(actor)?;
        let mut state = self.take(number)?;
        let mut recorded = match &mut state {
            Some(state) => self.settle_state(state, now)?,
            None => Vec::new(),
        };
        let asked = Asked::of(self.basis(), &person, envelope, state.as_ref(), now)?;
        let ground = asked.ground(self.basis(), envelope, now, Number::default(), None);
        let (verdict, in_place_of) = self
            .basis()
            .decide_or_stand_in(state.as_ref(), &envelope.command, &ground)
            .map_err(|error| too_late(state.as_ref(), error, &person.number))?;
        let Some(mut state) = state else {
            return Err(Refusal::UnknownInquiry(number.clone()).into());
        };
        let mut header = self.header(actor.name(), &person.window, now);
        header.on_behalf_of = in_place_of;
        recorded.extend(self.record(&mut state, verdict.events, &header, now)?);
        self.papers(&recorded, &asked.rules, now)?;
        self.put(state);
        Ok(Done {
            subject: number.0.clone(),
            events: recorded,
            refused: verdict.refused,
        })
    }

    /// Records a fact on another inquiry that the same act concerns.
    fn note_on(
        &mut self,
        number: &Number,
        fact: Event,
        header: &Header,
        now: Moment,
    ) -> Result<Vec<Recorded>, DeskError> {
        let Some(mut state) = self.take(number)? else {
            return Ok(Vec::new());
        };
        let recorded = self.record(&mut state, [fact], header, now)?;
        self.put(state);
        Ok(recorded)
    }

    /// Remembers the serials of the papers that these facts gave out.
    fn papers(
        &mut self,
        recorded: &[Recorded],
        rules: &Rulebook,
        now: Moment,
    ) -> Result<(), DeskError> {
        let marks = rules.papers.marks.of_office(&self.facts.printing.mark);
        for event in recorded {
            // The order that time brought about took its number then.
            if event.header.actor == "system" {
                continue;
            }
            let Fact::Inquiry(event) = &event.fact else {
                continue;
            };
            let Some(mark) = event.mark(&marks) else {
                continue;
            };
            let series = series_of(mark, self.office, now);
            let last = self.serial(&series)?;
            self.set_serial(&series, last + 1)?;
        }
        Ok(())
    }
}

/// Says who was quicker, where that is why it was refused.
fn too_late(state: Option<&Inquiry>, error: DeskError, actor: &StaffNo) -> DeskError {
    match (state, error) {
        (Some(state), DeskError::Refused(why)) => state.tell_who_was_quicker(*why, actor).into(),
        (_, error) => error,
    }
}
