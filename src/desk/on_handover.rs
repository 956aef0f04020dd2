//! A command about a shift handover, and what follows from its last signature.

use super::batch::Batch;
use super::{Actor, DeskError, Done, gather};
use crate::domain::command::Envelope;
use crate::domain::ids::{HandoverNo, NoteNo};
use crate::domain::inquiry::Event;
use crate::domain::office::OfficeEvent;
use crate::domain::private::Private;
use crate::domain::refusal::Refusal;
use crate::domain::shift::{self, About, Handover, NoteKept, NotePassed, ShiftEvent, ShiftGround};
use crate::domain::time::Moment;
use crate::store::{Fact, Header, Recorded, Stream};

impl Batch<'_, '_> {
    pub(super) fn on_handover(
        &mut self,
        actor: &Actor,
        envelope: &Envelope,
        number: Option<&HandoverNo>,
        now: Moment,
    ) -> Result<Done, DeskError> {
        let person = self.person(actor)?;
        // What is open is gathered from the views.
        self.show()?;
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
        let serial = self.serial(&series)? + 1;
        let mut known = gather::Known::default();
        let open: Vec<About> = gather::held(
            self.writer.read(),
            self.office,
            &leaves,
            now,
            (&mut known, state.as_ref()),
        )?
        .iter()
        .map(gather::Held::about)
        .collect();
        let roster = self.basis().roster(envelope.command.people())?;
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
            self.set_serial(&series, serial)?;
        }
        let Some((state, _)) = self.writer.read().handover(&number)? else {
            return Err(Refusal::UnknownHandover(number).into());
        };
        self.writer.show_handover(&state)?;
        if takes_effect {
            recorded.extend(self.take_over(&state, &header, now)?);
            let (_, sealed) = self.checkpoint(&header, Some(number.clone()), false)?;
            recorded.push(sealed);
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
            let inquiry = match &item.about {
                About::Inquiry { inquiry, .. } => inquiry,
                About::Free { text, note, .. } => {
                    let note = note.as_ref();
                    recorded.extend(self.pass_on((text, note), handover, header)?);
                    continue;
                }
            };
            let Some(mut state) = self.take(inquiry)? else {
                continue;
            };
            if state.is_closed() {
                self.put(state);
                continue;
            }
            let taken = Event::Taken {
                from: handover.from.clone(),
                to: handover.to.clone(),
                handover: handover.number.clone(),
            };
            recorded.extend(self.record(&mut state, [taken], header, now)?);
            self.put(state);
        }
        Ok(recorded)
    }

    /// What is no inquiry goes on too, and stands from now on if it did not before.
    fn pass_on(
        &mut self,
        (text, note): (&Private<String>, Option<&NoteNo>),
        handover: &Handover,
        header: &Header,
    ) -> Result<Vec<Recorded>, DeskError> {
        let mut recorded = Vec::new();
        let note = if let Some(note) = note {
            let notes = self.writer.read().notes()?;
            let stands = |one: &shift::Note| &one.kept.note == note && !one.done;
            if !notes.iter().any(stands) {
                return Ok(recorded);
            }
            note.clone()
        } else {
            let kept = NoteKept {
                note: self.next_note()?,
                holder: handover.from.clone(),
                by: handover.from.clone(),
                instruction: false,
                text: text.clone(),
            };
            let note = kept.note.clone();
            let fact = OfficeEvent::NoteKept(Box::new(kept));
            recorded.push(self.add_office(&Stream::Office, header, fact)?);
            note
        };
        let fact = OfficeEvent::NotePassed(NotePassed {
            note,
            to: handover.to.clone(),
            handover: handover.number.clone(),
        });
        recorded.push(self.add_office(&Stream::Office, header, fact)?);
        Ok(recorded)
    }
}
