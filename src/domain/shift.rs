//! Shift handover: nothing is lost between the one who leaves and the one who comes.

use serde::{Deserialize, Serialize};

use super::command::Command;
use super::ids::{HandoverNo, Number, StaffNo};
use super::inquiry::Stage;
use super::private::Private;
use super::refusal::{Field, Refusal};
use super::staff::{Person, Role, Roster};
use super::time::Moment;

/// What an item is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "about", rename_all = "snake_case")]
pub enum About {
    /// An open inquiry.
    Inquiry {
        /// Its number.
        inquiry: Number,
        /// Where it stood when it came onto the list.
        stage: Stage,
        /// When its most pressing clock ends.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        due: Option<Moment>,
        /// How many documents of the visitor the one who leaves keeps.
        #[serde(default, skip_serializing_if = "is_none")]
        custody: u32,
    },
    /// Something that is no inquiry: keys, a stamp, a leader's instruction.
    Free {
        /// What it is.
        text: Private<String>,
    },
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "the shape that the serializer asks for"
)]
fn is_none(count: &u32) -> bool {
    *count == 0
}

/// A fact about a handover.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ShiftEvent {
    /// Begun.
    HandoverOpened {
        /// Its number.
        handover: HandoverNo,
        /// Who leaves.
        from: StaffNo,
        /// Who comes.
        to: StaffNo,
        /// What is open.
        items: Vec<About>,
    },
    /// Something arrived while it was open.
    ItemAdded {
        /// What it is.
        item: About,
    },
    /// A word about an item.
    ItemNoted {
        /// The item, counting from 1.
        item: u32,
        /// The word.
        text: Private<String>,
    },
    /// The one who comes asked about an item.
    ItemQuestioned {
        /// The item, counting from 1.
        item: u32,
        /// The question.
        text: Private<String>,
    },
    /// The one who comes took an item over.
    ItemAcknowledged {
        /// The item, counting from 1.
        item: u32,
    },
    /// One of the two signed.
    HandoverSigned {
        /// Who.
        by: StaffNo,
    },
    /// Both have signed: from this moment the one who comes answers.
    HandedOver,
}

/// One item, and what was said about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What it is about.
    pub about: About,
    /// What the one who leaves says about it.
    pub note: Option<Private<String>>,
    /// What the one who comes asked about it.
    pub question: Option<Private<String>>,
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
            ShiftEvent::ItemAdded { item } => self.items.push(Item::new(item.clone())),
            ShiftEvent::ItemNoted { item, text } => {
                if let Some(item) = self.item_mut(*item) {
                    item.note = Some(text.clone());
                }
            }
            ShiftEvent::ItemQuestioned { item, text } => {
                if let Some(item) = self.item_mut(*item) {
                    item.question = Some(text.clone());
                    item.acknowledged = false;
                }
            }
            ShiftEvent::ItemAcknowledged { item } => {
                if let Some(item) = self.item_mut(*item) {
                    item.acknowledged = true;
                }
            }
            ShiftEvent::HandoverSigned { by } => self.signed.push((by.clone(), at)),
            ShiftEvent::HandedOver => self.done_at = Some(at),
        }
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

    /// Whether the list has this inquiry.
    pub fn has(&self, number: &Number) -> bool {
        self.items.iter().any(|item| match &item.about {
            About::Inquiry { inquiry, .. } => inquiry == number,
            About::Free { .. } => false,
        })
    }
}

impl Item {
    fn new(about: About) -> Self {
        Self {
            about,
            note: None,
            question: None,
            acknowledged: false,
        }
    }
}

/// Everything that a decision about a handover rests on, beside state and command.
pub struct ShiftGround<'a> {
    /// Who acts.
    pub actor: &'a Person,
    /// The people concerned.
    pub roster: &'a Roster,
    /// What is open in the hands of the one who leaves, most pressing first.
    pub open: &'a [About],
    /// A handover of the one who leaves that is already under way.
    pub under_way: Option<HandoverNo>,
    /// The number that a new handover gets.
    pub next_number: HandoverNo,
}

/// Decides on a command about a handover.
///
/// # Errors
///
/// The reason why nothing was done.
pub fn decide(
    state: Option<&Handover>,
    command: &Command,
    ground: &ShiftGround,
) -> Result<Vec<ShiftEvent>, Refusal> {
    if let Command::HandoverOpen(command) = command {
        return open(&command.to, &command.notes, ground);
    }
    let Some(state) = state else {
        let number = command.handover().filter(|number| !number.is_empty());
        return Err(number.map_or(Refusal::Empty(Field::Handover), Refusal::UnknownHandover));
    };
    if let Some(at) = state.done_at {
        return Err(Refusal::Closed { at });
    }
    let actor = &ground.actor.number;
    // What arrived since the list was made is on it before anyone goes on.
    let mut events: Vec<ShiftEvent> = arrived(state, ground);
    let mut next = state.clone();
    for event in &events {
        next.apply(state.opened_at, event);
    }
    let fact = if let Command::HandoverNote(command) = command {
        must_be(actor, &state.from)?;
        ShiftEvent::ItemNoted {
            item: item(&next, command.item)?,
            text: words(&command.text)?,
        }
    } else if let Command::HandoverQuestion(command) = command {
        must_be(actor, &state.to)?;
        ShiftEvent::ItemQuestioned {
            item: item(&next, command.item)?,
            text: words(&command.text)?,
        }
    } else if let Command::HandoverAcknowledge(command) = command {
        must_be(actor, &state.to)?;
        ShiftEvent::ItemAcknowledged {
            item: item(&next, command.item)?,
        }
    } else {
        return sign(&next, actor, events);
    };
    events.push(fact);
    Ok(events)
}

fn open(to: &StaffNo, notes: &[String], ground: &ShiftGround) -> Result<Vec<ShiftEvent>, Refusal> {
    if let Some(number) = &ground.under_way {
        return Err(Refusal::HandoverOpen(number.clone()));
    }
    if to.is_empty() {
        return Err(Refusal::Empty(Field::To));
    }
    let incoming = ground
        .roster
        .get(to)
        .ok_or_else(|| Refusal::UnknownStaff(to.clone()))?;
    if incoming.number == ground.actor.number {
        return Err(Refusal::SamePerson);
    }
    if !incoming.holds_inquiries() {
        return Err(Refusal::LacksRole {
            staff: to.clone(),
            role: Role::Clerk,
        });
    }
    let free = notes
        .iter()
        .map(|text| text.trim())
        .filter(|text| !text.is_empty())
        .map(|text| About::Free {
            text: text.to_owned().into(),
        });
    Ok(vec![ShiftEvent::HandoverOpened {
        handover: ground.next_number.clone(),
        from: ground.actor.number.clone(),
        to: incoming.number.clone(),
        items: ground.open.iter().cloned().chain(free).collect(),
    }])
}

fn arrived(state: &Handover, ground: &ShiftGround) -> Vec<ShiftEvent> {
    let new = |about: &&About| match about {
        About::Inquiry { inquiry, .. } => !state.has(inquiry),
        About::Free { .. } => false,
    };
    ground
        .open
        .iter()
        .filter(new)
        .map(|about| ShiftEvent::ItemAdded {
            item: about.clone(),
        })
        .collect()
}

fn sign(
    state: &Handover,
    actor: &StaffNo,
    mut events: Vec<ShiftEvent>,
) -> Result<Vec<ShiftEvent>, Refusal> {
    if actor != &state.from && actor != &state.to {
        return Err(Refusal::NotInHandover);
    }
    if state.has_signed(actor) {
        return Err(Refusal::HandoverSigned);
    }
    let open = state.open_items();
    if open > 0 {
        return Err(Refusal::Unacknowledged { open });
    }
    events.push(ShiftEvent::HandoverSigned { by: actor.clone() });
    if !state.signed.is_empty() {
        events.push(ShiftEvent::HandedOver);
    }
    Ok(events)
}

fn must_be(actor: &StaffNo, party: &StaffNo) -> Result<(), Refusal> {
    if actor == party {
        Ok(())
    } else {
        Err(Refusal::NotInHandover)
    }
}

fn item(state: &Handover, number: u32) -> Result<u32, Refusal> {
    let known = u32::try_from(state.items.len()).unwrap_or(u32::MAX);
    if number >= 1 && number <= known {
        Ok(number)
    } else {
        Err(Refusal::UnknownItem(number))
    }
}

fn words(text: &str) -> Result<Private<String>, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        Err(Refusal::Empty(Field::Note))
    } else {
        Ok(text.to_owned().into())
    }
}
