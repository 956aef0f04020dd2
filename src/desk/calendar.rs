//! The calendar in use: put together, changed, and what a change does to the
//! clocks that run.

use super::batch::Batch;
use super::found::digest;
use super::{Actor, Desk, DeskError, carry};
use crate::builtin::calendar::china;
use crate::domain::deadline::{Additions, Calendar, CalendarError, Change, Office};
use crate::domain::ids::{ClockId, Number};
use crate::domain::inquiry::{Event, Inquiry, clocks};
use crate::domain::office::OfficeEvent;
use crate::domain::time::Moment;
use crate::store::{Header, OfficeFacts, Stream};

/// The end of a running clock that another calendar moves, or makes certain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// The inquiry.
    pub inquiry: Number,
    /// The leg that the clock belongs to; 0 for the inquiry's own.
    pub leg: u32,
    /// The clock.
    pub clock: ClockId,
    /// When it would have ended.
    pub from: Moment,
    /// When it ends.
    pub to: Moment,
    /// Whether the calendar still does not reach that far.
    pub provisional: bool,
    /// Whether it had run out before, which stays on record.
    pub breached: bool,
}

/// A calendar taken into use, or one that would be, and what follows from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adopted {
    /// The calendar.
    pub calendar: Calendar,
    /// The ends that move, by inquiry.
    pub moved: Vec<Moved>,
    /// The ends that stay and are no longer provisional, by inquiry.
    pub confirmed: Vec<Moved>,
}

impl Adopted {
    fn new(calendar: Calendar, all: Vec<Moved>) -> Self {
        let (moved, stay): (Vec<_>, Vec<_>) = all.into_iter().partition(|one| one.from != one.to);
        let confirmed = stay.into_iter().filter(|one| !one.provisional).collect();
        Self {
            calendar,
            moved,
            confirmed,
        }
    }
}

impl Desk {
    /// What a change of the calendar would do; nothing is written.
    ///
    /// # Errors
    ///
    /// [`DeskError::Calendar`] when it makes no calendar, else when the register
    /// cannot be read.
    pub fn preview_calendar(&self, change: &Change) -> Result<Adopted, DeskError> {
        let (_, office) = changed(&self.facts, &self.office, change)?;
        let now = self.now();
        let mut all = Vec::new();
        for number in self.read().ticking()? {
            if let Some((state, _)) = self.read().inquiry(&number)? {
                let events = clocks::recounted(&state, now, &office)?;
                all.extend(events.iter().filter_map(|event| moved(&state, event, now)));
            }
        }
        Ok(Adopted::new(office.calendar, all))
    }

    /// Takes a change of the calendar into use, and moves the running clocks of open
    /// inquiries by it: one fact each, in the same transaction. What has stopped or
    /// closed stays as it was, and so does a breach.
    ///
    /// # Errors
    ///
    /// As for [`Desk::preview_calendar`]; when the actor is neither the file's owner
    /// nor an admin, or it could not be saved. Nothing was changed then.
    pub fn adopt_calendar(&mut self, actor: &Actor, change: &Change) -> Result<Adopted, DeskError> {
        let now = self.now();
        let mut adopted = None;
        self.carry_out_all(&mut |batch| {
            carry::in_time(batch, now)?;
            let window = batch.window_of_admin(actor)?;
            let header = batch.header(actor.name(), &window, now);
            let (additions, office) = changed(batch.facts, batch.office, change)?;
            let text = additions.to_text()?;
            batch.writer().set_office("calendar", &text)?;
            let fact = OfficeEvent::CalendarAdopted {
                version: office.calendar.version().to_owned(),
                hash: digest(&text),
                text,
            };
            batch.add_office(&Stream::Office, &header, fact)?;
            let mut all = Vec::new();
            for number in batch.writer().read().ticking()? {
                all.extend(batch.recount(&number, &office, &header, now)?);
            }
            batch.recount_cases(&office, &header, now)?;
            adopted = Some(Adopted::new(office.calendar, all));
            Ok(())
        })?;
        self.refresh()?;
        adopted.ok_or_else(|| DeskError::Reference("nothing was carried out".to_owned()))
    }
}

impl Batch<'_, '_> {
    /// Moves the clocks of one inquiry, after what time had done to them by the
    /// calendar before.
    fn recount(
        &mut self,
        number: &Number,
        office: &Office,
        header: &Header,
        now: Moment,
    ) -> Result<Vec<Moved>, DeskError> {
        let Some(mut state) = self.take(number)? else {
            return Ok(Vec::new());
        };
        self.settle_state(&mut state, now)?;
        let events = clocks::recounted(&state, now, office)?;
        let all = events.iter().filter_map(|event| moved(&state, event, now));
        let all: Vec<Moved> = all.collect();
        self.record(&mut state, events, header, now)?;
        self.put(state);
        Ok(all)
    }
}

fn moved(state: &Inquiry, event: &Event, now: Moment) -> Option<Moved> {
    let Event::Recounted {
        clock,
        leg,
        was,
        due,
        provisional,
        ..
    } = event
    else {
        return None;
    };
    let run = state
        .clocks
        .iter()
        .rfind(|run| run.is_running() && &run.run.clock == clock && run.run.leg == *leg);
    Some(Moved {
        inquiry: state.number.clone(),
        leg: *leg,
        clock: clock.clone(),
        from: *was,
        to: *due,
        provisional: *provisional,
        breached: now.is_late_for(*was) || run.is_some_and(|run| run.breached.is_some()),
    })
}

/// Additions and office after a change.
fn changed(
    facts: &OfficeFacts,
    office: &Office,
    change: &Change,
) -> Result<(Additions, Office), CalendarError> {
    let additions = Additions::parse(&facts.calendar)?.with(change, &office.calendar);
    let calendar = additions.upon(china()?)?;
    let office = Office {
        calendar,
        ..office.clone()
    };
    Ok((additions, office))
}

/// The built-in calendar with what the register adds to it.
pub(super) fn calendar_of(added: &str) -> Result<Calendar, DeskError> {
    let calendar = Additions::parse(added).and_then(|added| added.upon(china()?));
    calendar.map_err(|error| DeskError::Reference(error.to_string()))
}
