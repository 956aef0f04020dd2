//! A handover as it stands, folded from its events.

use super::{About, ShiftEvent};
use crate::domain::ids::{HandoverNo, NoteNo, Number, StaffNo};
use crate::domain::private::Private;
use crate::domain::time::Moment;

/// One item, and what was said about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What it is about.
    pub about: About,
    /// What the one who leaves says about it.
    pub note: Option<Private<String>>,
    /// What the one who comes asked about it.
    pub question: Option<Private<String>>,
    /// What the one who leaves answered.
    pub answer: Option<Private<String>>,
    /// Whether it came onto the list while the handover was open.
    pub arrived: bool,
    /// Whether it was taken over with its question unanswered.
    pub as_asked: bool,
    /// Whether the one who comes took it over.
    pub acknowledged: bool,
}

/// A handover, folded from its events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handover {
    /// Number.
    pub number: HandoverNo,
    /// Who leaves.
    pub from: StaffNo,
    /// Who comes.
    pub to: StaffNo,
    /// When it began.
    pub opened_at: Moment,
    /// What is open.
    pub items: Vec<Item>,
    /// Who has signed, and when.
    pub signed: Vec<(StaffNo, Moment)>,
    /// When it took effect.
    pub done_at: Option<Moment>,
    /// When it was called off, and why.
    pub cancelled: Option<(Moment, Private<String>)>,
    /// How many events it has.
    pub version: u32,
}

impl Handover {
    /// Folds a whole stream; nothing when it does not begin with an opening.
    pub fn fold<'a>(events: impl IntoIterator<Item = (Moment, &'a ShiftEvent)>) -> Option<Self> {
        let mut events = events.into_iter();
        let (at, first) = events.next()?;
        let ShiftEvent::HandoverOpened {
            handover,
            from,
            to,
            items,
        } = first
        else {
            return None;
        };
        let mut state = Self {
            number: handover.clone(),
            from: from.clone(),
            to: to.clone(),
            opened_at: at,
            items: items.iter().cloned().map(Item::new).collect(),
            signed: Vec::new(),
            done_at: None,
            cancelled: None,
            version: 1,
        };
        for (at, event) in events {
            state.apply(at, event);
        }
        Some(state)
    }

    /// Copies one event, which came about at `at`.
    pub fn apply(&mut self, at: Moment, event: &ShiftEvent) {
        self.version += 1;
        match event {
            // Only ever the first event of a stream; see `fold`.
            ShiftEvent::HandoverOpened { .. } => {}
            ShiftEvent::ItemAdded { item } => self.items.push(Item {
                arrived: true,
                ..Item::new(item.clone())
            }),
            ShiftEvent::ItemNoted { item, text } => {
                if let Some(item) = self.item_mut(*item) {
                    item.note = Some(text.clone());
                }
            }
            ShiftEvent::ItemQuestioned { item, text } => {
                if let Some(item) = self.item_mut(*item) {
                    item.question = Some(text.clone());
                    item.answer = None;
                    item.acknowledged = false;
                    item.as_asked = false;
                }
            }
            ShiftEvent::ItemAcknowledged { item, as_asked } => {
                if let Some(item) = self.item_mut(*item) {
                    item.acknowledged = true;
                    item.as_asked = *as_asked;
                }
            }
            ShiftEvent::ItemAnswered { item, text } => {
                if let Some(item) = self.item_mut(*item) {
                    item.answer = Some(text.clone());
                }
            }
            ShiftEvent::HandoverCancelled { reason } => {
                self.cancelled = Some((at, reason.clone()));
            }
            ShiftEvent::HandoverSigned { by } => self.signed.push((by.clone(), at)),
            ShiftEvent::HandedOver => self.done_at = Some(at),
        }
    }

    /// An item by its number, counting from 1.
    pub fn item(&self, number: u32) -> Option<&Item> {
        let index = usize::try_from(number.checked_sub(1)?).ok()?;
        self.items.get(index)
    }

    /// When it came to its end: took effect, or was called off.
    pub fn ended_at(&self) -> Option<Moment> {
        self.done_at
            .or_else(|| self.cancelled.as_ref().map(|(at, _)| *at))
    }

    fn item_mut(&mut self, number: u32) -> Option<&mut Item> {
        let index = usize::try_from(number.checked_sub(1)?).ok()?;
        self.items.get_mut(index)
    }

    /// How many items are not taken over yet.
    pub fn open_items(&self) -> u32 {
        u32::try_from(self.items.iter().filter(|item| !item.acknowledged).count())
            .unwrap_or(u32::MAX)
    }

    /// Whether this person has signed.
    pub fn has_signed(&self, person: &StaffNo) -> bool {
        self.signed.iter().any(|(by, _)| by == person)
    }

    /// Whether the list has this note.
    pub fn has_note(&self, number: &NoteNo) -> bool {
        self.items.iter().any(|item| match &item.about {
            About::Free { note, .. } => note.as_ref() == Some(number),
            About::Inquiry { .. } => false,
        })
    }

    /// Whether the list has this inquiry.
    pub fn has(&self, number: &Number) -> bool {
        self.items.iter().any(|item| match &item.about {
            About::Inquiry { inquiry, .. } => inquiry == number,
            About::Free { .. } => false,
        })
    }
}

impl Item {
    /// Whether a question waits for its answer.
    pub fn unanswered(&self) -> bool {
        self.question.is_some() && self.answer.is_none()
    }

    fn new(about: About) -> Self {
        Self {
            about,
            note: None,
            question: None,
            answer: None,
            arrived: false,
            as_asked: false,
            acknowledged: false,
        }
    }
}
