//! What is open in someone's hands, what would hurt first at the top: what a shift
//! hands over.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use chrono::Days;

use crate::domain::deadline::Office;
use crate::domain::ids::{Number, StaffNo};
use crate::domain::inquiry::event::Appointed;
use crate::domain::inquiry::{Event, Stage};
use crate::domain::shift::{About, Handover, Note, Stands};
use crate::domain::time::Moment;
use crate::store::{Fact, Filter, Order, Pending, Read, StoreError, View, Waits};

/// Days on which the next shift is looked for.
const REACH: u64 = 30;

/// What an inquiry's own record says that the list of open work does not.
#[derive(Debug, Clone, Default)]
struct Kept {
    promised: Option<Moment>,
    appointment: Option<Appointed>,
    incomplete: bool,
    shifts: u32,
}

/// What was read of inquiries, so that it is read once.
#[derive(Debug, Default)]
pub struct Known(HashMap<Number, Kept>);

impl Known {
    /// Forgets everything.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    fn of(&mut self, read: Read<'_>, number: &Number) -> Result<Kept, StoreError> {
        if let Some(kept) = self.0.get(number) {
            return Ok(kept.clone());
        }
        let mut kept = Kept::default();
        if let Some((state, events)) = read.inquiry(number)? {
            let taken = |fact: &Fact| matches!(fact, Fact::Inquiry(Event::Taken { .. }));
            let shifts = events.iter().filter(|one| taken(&one.fact)).count();
            kept = Kept {
                promised: state.promised,
                appointment: state.appointment,
                incomplete: state.notices.iter().any(|notice| !notice.complete),
                shifts: u32::try_from(shifts).unwrap_or(u32::MAX),
            };
        }
        self.0.insert(number.clone(), kept.clone());
        Ok(kept)
    }
}

/// One open inquiry in someone's hands.
#[derive(Debug, Clone)]
pub struct InHand {
    /// Its most pressing line of open work.
    pub row: Pending,
    /// How it stands.
    pub stands: Stands,
    /// When and where somebody is to be seen.
    pub appointment: Option<Appointed>,
    /// How many handovers it has come through.
    pub shifts: u32,
    /// How many of the visitor's documents this person keeps.
    pub custody: u32,
}

impl InHand {
    /// The item of a handover that it makes.
    pub fn about(&self) -> About {
        About::Inquiry {
            inquiry: self.row.inquiry.clone(),
            stage: self.row.stage,
            due: self.row.due,
            custody: self.custody,
            shifts: self.shifts,
        }
    }
}

/// Something in someone's hands that a handover passes on.
#[derive(Debug, Clone)]
#[expect(clippy::large_enum_variant, reason = "a screenful of them at most")]
pub enum Held {
    /// An open inquiry.
    Inquiry(InHand),
    /// Something that stands until it is done.
    Note(Note),
}

impl Held {
    /// The item of a handover that it makes.
    pub fn about(&self) -> About {
        match self {
            Self::Inquiry(one) => one.about(),
            Self::Note(one) => About::Free {
                text: one.kept.text.clone(),
                note: Some(one.kept.note.clone()),
                instructed: one.kept.instruction.then(|| one.kept.by.clone()),
                shifts: one.shifts,
            },
        }
    }
}

/// Everything that a handover of this person passes on: what a supervisor asked for,
/// the open inquiries, then keys, stamps and the like; without what is on `except`.
///
/// # Errors
///
/// When it cannot be read.
pub fn held(
    read: Read<'_>,
    office: &Office,
    staff: &StaffNo,
    now: Moment,
    (known, except): (&mut Known, Option<&Handover>),
) -> Result<Vec<Held>, StoreError> {
    let listed = |one: &Note| except.is_some_and(|list| list.has_note(&one.kept.note));
    let notes = read.notes()?.into_iter();
    let (asked, own): (Vec<Note>, Vec<Note>) = notes
        .filter(|one| !one.done && &one.holder == staff && !listed(one))
        .partition(|one| one.kept.instruction);
    let inquiries = in_hands(read, office, staff, now, (known, except))?;
    Ok(asked
        .into_iter()
        .map(Held::Note)
        .chain(inquiries.into_iter().map(Held::Inquiry))
        .chain(own.into_iter().map(Held::Note))
        .collect())
}

/// Every inquiry for which this person answers, what would hurt first at the top;
/// without what is on `except` already.
///
/// # Errors
///
/// When it cannot be read.
pub fn in_hands(
    read: Read<'_>,
    office: &Office,
    staff: &StaffNo,
    now: Moment,
    (known, except): (&mut Known, Option<&Handover>),
) -> Result<Vec<InHand>, StoreError> {
    let rows = read.queue(&Filter {
        view: View::InHands,
        staff: staff.clone(),
        department: String::new(),
        now,
        day_end: now,
        text: String::new(),
        spelled: Rc::default(),
        rules: false,
        order: Order::Pressing,
        hands: None,
        limit: 10_000,
        offset: 0,
    })?;
    let mut found = Vec::new();
    let mut seen = HashSet::new();
    for row in rows {
        let listed = except.is_some_and(|handover| handover.has(&row.inquiry));
        if listed || !seen.insert(row.inquiry.clone()) {
            continue;
        }
        let kept = known.of(read, &row.inquiry)?;
        let custody = row.in_custody_of(staff);
        let stands = Stands {
            due: row.due,
            promised: earlier(kept.promised, kept.appointment.as_ref()),
            custody: custody > 0,
            unsigned: row.stage == Stage::Unsigned,
            incomplete: kept.incomplete,
            suspended: row.waits == Some(Waits::Suspended),
        };
        found.push(InHand {
            row,
            stands,
            appointment: kept.appointment,
            shifts: kept.shifts,
            custody,
        });
    }
    let end = next_shift_end(office, now);
    found.sort_by_cached_key(|one| one.stands.rank(now, end));
    Ok(found)
}

/// The first time at which somebody counts on us.
fn earlier(promised: Option<Moment>, appointment: Option<&Appointed>) -> Option<Moment> {
    let appointed = appointment.map(|one| one.at);
    match (promised, appointed) {
        (Some(promised), Some(appointed)) => Some(promised.min(appointed)),
        (one, other) => one.or(other),
    }
}

/// When the shift ends that comes after the present one: the first stretch of office
/// hours that has not begun yet. The present itself where none is in sight.
pub fn next_shift_end(office: &Office, now: Moment) -> Moment {
    let local = office.local(now);
    let days = (0..REACH).filter_map(|days| local.date().checked_add_days(Days::new(days)));
    for date in days {
        let day = office.day(date);
        let next = office.spans(&day).iter().map(|span| span.on(date));
        if let Some((_, close)) = next.into_iter().find(|(open, _)| *open > local) {
            return office.moment(close);
        }
    }
    now
}
