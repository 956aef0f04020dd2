//! Commands under way in one transaction, and what each of them needs from it.

use super::basis::Basis;
use super::known::Known;
use super::{Actor, DeskError, Done};
use crate::domain::command::{Envelope, Subject};
use crate::domain::deadline::Office;
use crate::domain::ids::Number;
use crate::domain::inquiry::{self, Event, Inquiry, LINE_LIMIT};
use crate::domain::office::OfficeEvent;
use crate::domain::refusal::{Field, Refusal};
use crate::domain::rulebook::Rulebook;
use crate::domain::staff::Person;
use crate::domain::text::is_blank;
use crate::domain::time::Moment;
use crate::entropy::Entropy;
use crate::store::{Fact, Header, OfficeFacts, Recorded, Stream, Writer};

/// Commands under way in one transaction.
pub struct Batch<'a, 'd> {
    pub(super) writer: Writer<'a>,
    pub(super) entropy: &'d mut dyn Entropy,
    pub(super) facts: &'d OfficeFacts,
    pub(super) office: &'d Office,
    pub(super) rules: &'d Rulebook,
    pub(super) key: Option<&'d std::path::Path>,
    pub(super) known: Known,
}

impl<'d> Batch<'_, 'd> {
    /// Carries out one command at `now`.
    ///
    /// # Errors
    ///
    /// The rules' reason, or why it could not be saved.
    pub fn carry_out(
        &mut self,
        actor: &Actor,
        envelope: &Envelope,
        now: Moment,
    ) -> Result<Done, DeskError> {
        if let Some(request) = &envelope.request {
            fit_for_keeping(request)?;
        }
        if let Some(request) = &envelope.request
            && let Some(events) = self.writer.earlier(request)?
        {
            let subject = events
                .first()
                .map_or(String::new(), |event| event.stream.subject());
            return Ok(Done {
                subject,
                refused: self.refused_then(&events)?,
                events,
            });
        }
        self.basis()
            .must_be_allowed(actor, &envelope.command, now)?;
        let done = match envelope.command.subject() {
            Subject::NewInquiry => self.register(actor, envelope, now),
            Subject::Inquiry(number) => self.on_inquiry(actor, envelope, &number, now),
            Subject::NewHandover => self.on_handover(actor, envelope, None, now),
            Subject::Handover(number) => self.on_handover(actor, envelope, Some(&number), now),
            Subject::Staff(_) => self.on_staff(actor, envelope, now),
            Subject::Office => self.on_office(actor, envelope, now),
            Subject::Case(number) => self.on_case(actor, envelope, number.as_ref(), now),
        }?;
        if let Some(request) = &envelope.request {
            self.writer.remember(request, &done.events)?;
        }
        Ok(done)
    }

    /// The refusal that went on record among these facts.
    fn refused_then(&self, events: &[Recorded]) -> Result<Option<Refusal>, DeskError> {
        let late = events
            .iter()
            .find_map(|event| match (&event.stream, &event.fact) {
                (
                    Stream::Inquiry(number),
                    Fact::Inquiry(Event::ExtensionRefusedLate { clock, leg, .. }),
                ) => Some((number, clock, *leg)),
                (
                    Stream::Inquiry(_)
                    | Stream::Shift(_)
                    | Stream::Staff(_)
                    | Stream::Office
                    | Stream::Case(_),
                    _,
                ) => None,
            });
        let Some((number, clock, leg)) = late else {
            return Ok(None);
        };
        let state = self.writer.read().inquiry(number)?.map(|(state, _)| state);
        Ok(state.and_then(|state| {
            let mut runs = state.clocks.iter().rev();
            let run = runs.find(|run| &run.run.clock == clock && run.run.leg == leg)?;
            Some(Refusal::ExtensionTooLate { due: run.run.due })
        }))
    }

    /// Records what time alone has done by `now`, to at most `limit` inquiries.
    ///
    /// # Errors
    ///
    /// When it could not be saved.
    pub fn settle_all(&mut self, now: Moment, limit: u32) -> Result<u32, DeskError> {
        let mut settled = 0;
        for number in self.lapsed(now, limit)? {
            settled += u32::from(self.settle(&number, now)?);
        }
        for number in self.writer.read().lapsed_cases(now)? {
            settled += u32::from(self.settle_case(&number, now)?);
        }
        for row in self.writer.read().returned(now)? {
            settled += u32::from(self.settle_presence(&row.staff, now)?);
        }
        Ok(settled)
    }

    /// Records what time alone has done to an inquiry.
    fn settle(&mut self, number: &Number, now: Moment) -> Result<bool, DeskError> {
        let Some(mut state) = self.take(number)? else {
            return Ok(false);
        };
        let settled = !self.settle_state(&mut state, now)?.is_empty();
        self.put(state);
        Ok(settled)
    }

    pub(super) fn settle_state(
        &mut self,
        state: &mut Inquiry,
        now: Moment,
    ) -> Result<Vec<Recorded>, DeskError> {
        let header = self.header("system", "", now);
        let mut recorded = Vec::new();
        loop {
            let facts = inquiry::settle(state, now);
            if facts.is_empty() {
                return Ok(recorded);
            }
            for (at, event) in facts {
                recorded.push(self.add(state, at, &header, event.clone())?);
                for event in self.follows(state, &event, at)? {
                    recorded.push(self.add(state, at, &header, event)?);
                }
            }
        }
    }

    /// Appends facts of one act, after what time had already done: a clock that an
    /// act both starts and meets may have run out long before.
    pub(super) fn record(
        &mut self,
        state: &mut Inquiry,
        events: impl IntoIterator<Item = Event>,
        header: &Header,
        now: Moment,
    ) -> Result<Vec<Recorded>, DeskError> {
        let mut recorded = Vec::new();
        for event in events {
            recorded.extend(self.settle_state(state, now)?);
            recorded.push(self.add(state, now, header, event)?);
        }
        recorded.extend(self.settle_state(state, now)?);
        Ok(recorded)
    }

    fn add(
        &mut self,
        state: &mut Inquiry,
        at: Moment,
        header: &Header,
        event: Event,
    ) -> Result<Recorded, DeskError> {
        let event = self.naming_both(event, at)?;
        state.apply(at, &event);
        let stream = Stream::Inquiry(state.number.clone());
        let fact = Fact::Inquiry(event);
        Ok(self
            .writer
            .append(self.entropy, &stream, state.version, at, header, fact)?)
    }

    /// What this batch's decisions rest on.
    pub(super) fn basis(&self) -> Basis<'_, 'd> {
        Basis {
            read: self.writer.read(),
            facts: self.facts,
            office: self.office,
            rules: self.rules,
            known: &self.known,
        }
    }

    pub(super) fn person(&self, actor: &Actor) -> Result<Person, DeskError> {
        self.basis().person(actor)
    }

    pub(super) fn header(&self, actor: &str, window: &str, now: Moment) -> Header {
        Header {
            actor: actor.to_owned(),
            on_behalf_of: String::new(),
            window: window.to_owned(),
            site: self.facts.site.clone(),
            recorded_at: now,
        }
    }

    /// This batch's writer.
    pub(super) fn writer(&self) -> &Writer<'_> {
        &self.writer
    }

    /// Appends a fact about the office or its staff.
    pub(super) fn add_office(
        &mut self,
        stream: &Stream,
        header: &Header,
        fact: OfficeEvent,
    ) -> Result<Recorded, DeskError> {
        let version = self.writer.version(stream)? + 1;
        let at = header.recorded_at;
        Ok(self.writer.append(
            self.entropy,
            stream,
            version,
            at,
            header,
            Fact::Office(fact),
        )?)
    }
}

/// Refuses an id that would make strangers of one sender, or fill the register.
fn fit_for_keeping(request: &str) -> Result<(), Refusal> {
    let field = Field::Request;
    if is_blank(request) {
        Err(Refusal::Empty(field))
    } else if request.chars().count() > LINE_LIMIT {
        let limit = LINE_LIMIT;
        Err(Refusal::TooLong { field, limit })
    } else {
        Ok(())
    }
}
