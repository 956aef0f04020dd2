//! One command from its sender to the record.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::{Actor, Desk, DeskError, Done};
use crate::domain::catalog::{Circumstance, Matter};
use crate::domain::command::{Command, Envelope, Subject};
use crate::domain::deadline::Office;
use crate::domain::ids::{HandoverNo, Number, StaffNo};
use crate::domain::inquiry::{self, Event, Ground, Inquiry, LINE_LIMIT};
use crate::domain::office::OfficeEvent;
use crate::domain::refusal::{Field, Refusal};
use crate::domain::rulebook::Rulebook;
use crate::domain::shift::{self, About, Handover, ShiftEvent, ShiftGround};
use crate::domain::staff::{Person, Role, Roster};
use crate::domain::text::is_blank;
use crate::domain::time::Moment;
use crate::entropy::Entropy;
use crate::store::{Fact, Filter, Header, OfficeFacts, Recorded, Stream, View, Writer};

/// How far the clock may be behind the record, in seconds.
const BEHIND: i64 = 120;

pub(super) fn carry_out(
    desk: &mut Desk,
    actor: &Actor,
    envelope: &Envelope,
) -> Result<Done, DeskError> {
    let now = desk.clock.now();
    let mut done = None;
    let sandbox = desk.facts.sandbox;
    carry_out_all(desk, &mut |batch| {
        if !sandbox
            && let Some(last) = batch.writer.last_recorded_at()?
            && last.seconds_since(now) > BEHIND
        {
            return Err(DeskError::ClockBehind { now, last });
        }
        done = Some(batch.carry_out(actor, envelope, now)?);
        Ok(())
    })?;
    done.ok_or_else(|| DeskError::Reference("nothing was carried out".to_owned()))
}

pub(super) fn carry_out_all(
    desk: &mut Desk,
    work: &mut dyn FnMut(&mut Batch<'_, '_>) -> Result<(), DeskError>,
) -> Result<(), DeskError> {
    let Desk {
        store,
        entropy,
        facts,
        office,
        rules,
        ..
    } = desk;
    let writer = store.begin()?;
    let mut batch = Batch {
        writer,
        entropy: entropy.as_mut(),
        facts,
        office,
        rules,
    };
    work(&mut batch)?;
    batch.writer.commit()?;
    Ok(())
}

pub(super) fn settle_lapsed(desk: &mut Desk, limit: u32) -> Result<u32, DeskError> {
    let now = desk.clock.now();
    let lapsed = desk.read().lapsed(now, limit)?;
    if lapsed.is_empty() {
        return Ok(0);
    }
    let mut settled = 0;
    carry_out_all(desk, &mut |batch| {
        for number in &lapsed {
            settled += u32::from(batch.settle(number, now)?);
        }
        Ok(())
    })?;
    Ok(settled)
}

/// Commands under way in one transaction.
pub struct Batch<'a, 'd> {
    writer: Writer<'a>,
    entropy: &'d mut dyn Entropy,
    facts: &'d OfficeFacts,
    office: &'d Office,
    rules: &'d Rulebook,
}

impl Batch<'_, '_> {
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
                .map_or(String::new(), |e| subject_of(&e.stream));
            return Ok(Done {
                subject,
                refused: self.refused_then(&events)?,
                events,
            });
        }
        let done = match envelope.command.subject() {
            Subject::NewInquiry => self.register(actor, envelope, now),
            Subject::Inquiry(number) => self.on_inquiry(actor, envelope, &number, now),
            Subject::NewHandover => self.on_handover(actor, envelope, None, now),
            Subject::Handover(number) => self.on_handover(actor, envelope, Some(&number), now),
            Subject::Staff(_) => self.on_staff(actor, envelope, now),
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
                (Stream::Inquiry(_) | Stream::Shift(_) | Stream::Staff(_) | Stream::Office, _) => {
                    None
                }
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

    /// Records what time alone has done to an inquiry.
    fn settle(&mut self, number: &Number, now: Moment) -> Result<bool, DeskError> {
        let Some((mut state, _)) = self.writer.read().inquiry(number)? else {
            return Ok(false);
        };
        let before = state.clone();
        let settled = !self.settle_state(&mut state, now)?.is_empty();
        if settled {
            self.writer.show_inquiry(Some(&before), &state)?;
        }
        Ok(settled)
    }

    fn settle_state(
        &mut self,
        state: &mut Inquiry,
        now: Moment,
    ) -> Result<Vec<Recorded>, DeskError> {
        let header = self.header("system", "", now);
        let mut recorded = Vec::new();
        for (at, event) in inquiry::settle(state, now) {
            recorded.push(self.add(state, at, &header, event)?);
        }
        Ok(recorded)
    }

    fn register(
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
        let serial = self.writer.serial(&series)? + 1;
        let number = Number(format!("{day}-{serial:04}"));
        let phone: String = command
            .visitor
            .phone
            .chars()
            .filter(|c| c.is_ascii_digit() || *c == '+')
            .collect();
        let midnight = self
            .office
            .local(now)
            .date()
            .and_time(chrono::NaiveTime::MIN);
        let duplicate = self.writer.read().same_today(
            &phone,
            command.matter.trim(),
            self.office.moment(midnight),
        )?;
        let asked = Asked::of(self, &person, envelope, None, now)?;
        let ground = asked.ground(self, envelope, now, number.clone(), duplicate);
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
        for event in events {
            recorded.push(self.add(&mut state, now, &header, event)?);
        }
        recorded.extend(self.settle_state(&mut state, now)?);
        self.writer.set_serial(&series, serial)?;
        self.papers(&recorded, &asked.rules, now)?;
        self.writer.show_inquiry(None, &state)?;
        Ok(Done {
            subject: number.0,
            events: recorded,
            refused: verdict.refused,
        })
    }

    fn on_inquiry(
        &mut self,
        actor: &Actor,
        envelope: &Envelope,
        number: &Number,
        now: Moment,
    ) -> Result<Done, DeskError> {
        let person = self.person(actor)?;
        let mut state = self.writer.read().inquiry(number)?.map(|(state, _)| state);
        let before = state.clone();
        let mut recorded = match &mut state {
            Some(state) => self.settle_state(state, now)?,
            None => Vec::new(),
        };
        let asked = Asked::of(self, &person, envelope, state.as_ref(), now)?;
        let ground = asked.ground(self, envelope, now, Number::default(), None);
        let verdict = inquiry::decide(state.as_ref(), &envelope.command, &ground)?;
        let Some(state) = &mut state else {
            return Err(Refusal::UnknownInquiry(number.clone()).into());
        };
        let header = self.header(actor.name(), &person.window, now);
        for event in verdict.events {
            recorded.push(self.add(state, now, &header, event)?);
        }
        recorded.extend(self.settle_state(state, now)?);
        self.papers(&recorded, &asked.rules, now)?;
        self.writer.show_inquiry(before.as_ref(), state)?;
        Ok(Done {
            subject: number.0.clone(),
            events: recorded,
            refused: verdict.refused,
        })
    }

    fn on_handover(
        &mut self,
        actor: &Actor,
        envelope: &Envelope,
        number: Option<&HandoverNo>,
        now: Moment,
    ) -> Result<Done, DeskError> {
        let person = self.person(actor)?;
        let state = match number {
            Some(number) => self.writer.read().handover(number)?.map(|(state, _)| state),
            None => None,
        };
        let leaves = state
            .as_ref()
            .map_or(&person.number, |state| &state.from)
            .clone();
        let day = self.office.local(now).format("%Y%m%d").to_string();
        let series = format!("handover:{day}");
        let serial = self.writer.serial(&series)? + 1;
        let open = self.open_in_hands(&leaves, now)?;
        let roster = self.roster(envelope.command.people())?;
        let ground = ShiftGround {
            actor: &person,
            roster: &roster,
            open: &open,
            under_way: self.writer.read().handover_of(&leaves)?,
            next_number: HandoverNo(format!("H{day}-{serial:02}")),
        };
        let facts = shift::decide(state.as_ref(), &envelope.command, &ground)?;
        let number = number
            .cloned()
            .unwrap_or_else(|| ground.next_number.clone());
        let header = self.header(actor.name(), &person.window, now);
        let stream = Stream::Shift(number.clone());
        let mut version = state.as_ref().map_or(0, |state| state.version);
        let mut recorded = Vec::new();
        let takes_effect = facts.contains(&ShiftEvent::HandedOver);
        for fact in facts {
            version += 1;
            let fact = Fact::Shift(fact);
            recorded.push(self.writer.append(
                self.entropy,
                &stream,
                version,
                now,
                &header,
                fact,
            )?);
        }
        if state.is_none() {
            self.writer.set_serial(&series, serial)?;
        }
        let Some((state, _)) = self.writer.read().handover(&number)? else {
            return Err(Refusal::UnknownHandover(number).into());
        };
        self.writer.show_handover(&state)?;
        if takes_effect {
            recorded.extend(self.take_over(&state, &header, now)?);
        }
        Ok(Done {
            subject: number.0,
            events: recorded,
            refused: None,
        })
    }

    /// From the moment of signing the one who comes answers for every open item.
    fn take_over(
        &mut self,
        handover: &Handover,
        header: &Header,
        now: Moment,
    ) -> Result<Vec<Recorded>, DeskError> {
        let mut recorded = Vec::new();
        for item in &handover.items {
            let About::Inquiry { inquiry, .. } = &item.about else {
                continue;
            };
            let Some((mut state, _)) = self.writer.read().inquiry(inquiry)? else {
                continue;
            };
            if state.is_closed() {
                continue;
            }
            let before = state.clone();
            recorded.extend(self.settle_state(&mut state, now)?);
            let taken = Event::Taken {
                from: handover.from.clone(),
                to: handover.to.clone(),
                handover: handover.number.clone(),
            };
            recorded.push(self.add(&mut state, now, header, taken)?);
            self.writer.show_inquiry(Some(&before), &state)?;
        }
        Ok(recorded)
    }

    fn on_staff(
        &mut self,
        actor: &Actor,
        envelope: &Envelope,
        now: Moment,
    ) -> Result<Done, DeskError> {
        let Command::RecordStaff(person) = &envelope.command else {
            return Err(Refusal::Empty(Field::StaffNumber).into());
        };
        let window = match actor {
            Actor::Staff(_) => {
                let actor = self.person(actor)?;
                if !actor.is(Role::Admin) {
                    return Err(Refusal::NotAllowed.into());
                }
                actor.window
            }
            Actor::Owner => String::new(),
        };
        let header = self.header(actor.name(), &window, now);
        let recorded = self.record_person(person, &header, now)?;
        Ok(Done {
            subject: person.number.0.clone(),
            events: vec![recorded],
            refused: None,
        })
    }

    /// Adds or changes a member of staff.
    pub(super) fn record_person(
        &mut self,
        person: &Person,
        header: &Header,
        now: Moment,
    ) -> Result<Recorded, DeskError> {
        if person.number.is_empty() {
            return Err(Refusal::Empty(Field::StaffNumber).into());
        }
        if is_blank(&person.name) {
            return Err(Refusal::Empty(Field::Name).into());
        }
        for (field, text) in [
            (Field::StaffNumber, person.number.as_str()),
            (Field::Name, &person.name),
            (Field::Department, &person.department),
        ] {
            if text.chars().count() > LINE_LIMIT {
                let limit = LINE_LIMIT;
                return Err(Refusal::TooLong { field, limit }.into());
            }
        }
        if is_blank(&person.department) {
            return Err(Refusal::Empty(Field::Department).into());
        }
        if person.roles.is_empty() {
            return Err(Refusal::Empty(Field::Roles).into());
        }
        let stream = Stream::Staff(person.number.clone());
        let version = self.writer.version(&stream)? + 1;
        let fact = Fact::Office(OfficeEvent::StaffRecorded {
            person: person.clone(),
        });
        let recorded = self
            .writer
            .append(self.entropy, &stream, version, now, header, fact)?;
        self.writer.show_person(person, version)?;
        Ok(recorded)
    }

    /// Everything open for which this person answers, most pressing first.
    fn open_in_hands(&self, staff: &StaffNo, now: Moment) -> Result<Vec<About>, DeskError> {
        let filter = Filter {
            view: View::InHands,
            staff: staff.clone(),
            department: String::new(),
            now,
            day_end: now,
            text: String::new(),
            limit: 10_000,
            offset: 0,
        };
        let mut open: Vec<About> = Vec::new();
        let mut seen: Vec<Number> = Vec::new();
        for row in self.writer.read().queue(&filter)? {
            if !seen.contains(&row.inquiry) {
                seen.push(row.inquiry.clone());
                open.push(About::Inquiry {
                    inquiry: row.inquiry,
                    stage: row.stage,
                    due: row.due,
                });
            }
        }
        Ok(open)
    }

    /// Remembers the serials of the papers that these facts gave out.
    fn papers(
        &mut self,
        recorded: &[Recorded],
        rules: &Rulebook,
        now: Moment,
    ) -> Result<(), DeskError> {
        for event in recorded {
            let Fact::Inquiry(event) = &event.fact else {
                continue;
            };
            let Some(mark) = mark_of(event, rules) else {
                continue;
            };
            let series = series_of(mark, self.office, now);
            let last = self.writer.serial(&series)?;
            self.writer.set_serial(&series, last + 1)?;
        }
        Ok(())
    }

    fn add(
        &mut self,
        state: &mut Inquiry,
        at: Moment,
        header: &Header,
        event: Event,
    ) -> Result<Recorded, DeskError> {
        state.apply(at, &event);
        let stream = Stream::Inquiry(state.number.clone());
        let fact = Fact::Inquiry(event);
        Ok(self
            .writer
            .append(self.entropy, &stream, state.version, at, header, fact)?)
    }

    fn person(&self, actor: &Actor) -> Result<Person, DeskError> {
        let Actor::Staff(number) = actor else {
            return Err(Refusal::NotAllowed.into());
        };
        match self.writer.read().person(number)? {
            Some(person) => Ok(person),
            None => Err(Refusal::UnknownStaff(number.clone()).into()),
        }
    }

    fn roster(&self, numbers: Vec<StaffNo>) -> Result<Roster, DeskError> {
        let mut roster = Roster::default();
        for number in numbers {
            if let Some(person) = self.writer.read().person(&number)? {
                roster.put(person);
            }
        }
        Ok(roster)
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

/// The series from which a paper with this mark gets its serial: one a year.
fn series_of(mark: &str, office: &Office, now: Moment) -> String {
    format!("{mark}:{}", office.local(now).format("%Y"))
}

/// The mark of the paper that a fact gave out.
fn mark_of<'a>(event: &Event, rules: &'a Rulebook) -> Option<&'a str> {
    let marks = &rules.papers.marks;
    if matches!(event, Event::Notified { .. }) {
        Some(&marks.notice)
    } else if matches!(event, Event::Accepted { .. }) {
        Some(&marks.acceptance)
    } else if matches!(event, Event::Declined { .. }) {
        Some(&marks.decline)
    } else {
        None
    }
}

/// What a decision needs to know, fetched from the register.
struct Asked<'d> {
    person: Person,
    rules: Cow<'d, Rulebook>,
    rulebook: String,
    matter: Option<Matter>,
    circumstances: Vec<Circumstance>,
    roster: Roster,
    serials: BTreeMap<String, u32>,
}

impl<'d> Asked<'d> {
    fn of(
        batch: &Batch<'_, 'd>,
        person: &Person,
        envelope: &Envelope,
        state: Option<&Inquiry>,
        now: Moment,
    ) -> Result<Self, DeskError> {
        let read = batch.writer.read();
        let (rules, rulebook) = match state {
            Some(state) if state.rulebook != batch.facts.rulebook => (
                Cow::Owned(read.rulebook(&state.rulebook)?),
                state.rulebook.clone(),
            ),
            Some(_) | None => (Cow::Borrowed(batch.rules), batch.facts.rulebook.clone()),
        };
        let known = state
            .and_then(|state| state.matter.as_ref())
            .map(|matter| matter.id.as_str());
        let matter = match envelope.command.matter().map(str::trim).or(known) {
            Some(id) => read.matter(id)?,
            None => None,
        };
        let circumstances = match &matter {
            Some(matter) => read.circumstances_of(matter)?,
            None => Vec::new(),
        };
        let marks = &rules.papers.marks;
        let mut serials = BTreeMap::new();
        for mark in [&marks.notice, &marks.acceptance, &marks.decline] {
            serials.insert(
                mark.clone(),
                batch.writer.serial(&series_of(mark, batch.office, now))?,
            );
        }
        Ok(Self {
            person: person.clone(),
            roster: batch.roster(envelope.command.people())?,
            rules,
            rulebook,
            matter,
            circumstances,
            serials,
        })
    }

    fn ground<'g>(
        &'g self,
        batch: &'g Batch,
        envelope: &'g Envelope,
        now: Moment,
        next_number: Number,
        duplicate: Option<Number>,
    ) -> Ground<'g> {
        Ground {
            rules: &self.rules,
            rulebook: &self.rulebook,
            office: batch.office,
            catalog: &batch.facts.catalog,
            roster: &self.roster,
            actor: &self.person,
            matter: self.matter.as_ref(),
            circumstances: &self.circumstances,
            now,
            confirm: &envelope.confirm,
            duplicate,
            next_number,
            serials: &self.serials,
        }
    }
}

/// What a series is about, as people call it.
fn subject_of(stream: &Stream) -> String {
    match stream {
        Stream::Inquiry(number) => number.0.clone(),
        Stream::Shift(number) => number.0.clone(),
        Stream::Staff(number) => number.0.clone(),
        Stream::Office => String::new(),
    }
}
