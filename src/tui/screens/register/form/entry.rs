//! The fields by name, and since when they are typed.

use serde::{Deserialize, Serialize};

use crate::domain::rulebook::RouteId;
use crate::domain::time::Moment;
use crate::tui::widgets::{Field, Picker};

/// One field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Entry {
    /// How it arrived.
    Channel,
    /// What is asked for, where the rulebook names kinds.
    Kind,
    /// How pressing it is.
    Urgency,
    /// When it was received, where that was earlier.
    Received,
    /// Why it is entered late.
    Reason,
    /// Telephone.
    #[default]
    Phone,
    /// Name.
    Name,
    /// Organisation.
    Unit,
    /// Number of an identity document.
    IdNumber,
    /// Address.
    Address,
    /// What the visitor left with us.
    Left,
    /// Why what was entered is corrected.
    Why,
    /// Matter.
    Matter,
    /// When somebody is to be seen.
    AppointedAt,
    /// Where somebody is to be seen.
    Place,
    /// The exact doubt.
    Words,
    /// How it goes on.
    Route,
    /// The answer given on the spot.
    Answer,
    /// When an answer is promised.
    Promised,
    /// Who takes it over.
    Receiver,
    /// Whether the visitor is led there.
    Accompany,
    /// One of several departments.
    Department,
    /// Who is asked.
    Superior,
    /// What is asked.
    Question,
    /// What was advised.
    Advice,
}

/// How a field is filled.
#[derive(Debug)]
pub enum Filling<'a> {
    /// By a digit from a short list.
    Digit,
    /// By typing.
    Text(&'a mut Field),
    /// By typing a few letters and taking a hit.
    Picker(&'a mut Picker),
}

/// Since when a form is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Began {
    /// Nothing was typed yet.
    #[default]
    Untouched,
    /// Since then.
    At(Moment),
    /// It was taken up from a draft: nobody knows how long it took.
    Unknown,
}

impl Began {
    /// Notes the first key.
    pub fn touch(&mut self, now: Moment) {
        if *self == Self::Untouched {
            *self = Self::At(now);
        }
    }

    /// Seconds until `now`, at least one; 0 where it is not known.
    pub fn seconds(self, now: Moment) -> u32 {
        match self {
            Self::At(at) => u32::try_from(now.seconds_since(at).max(1)).unwrap_or(0),
            Self::Untouched | Self::Unknown => 0,
        }
    }
}

/// The fields that a route asks for.
pub(super) fn asked_by(route: Option<RouteId>) -> &'static [Entry] {
    match route {
        Some(RouteId::AnswerNow) => &[Entry::Answer],
        Some(RouteId::MineLater) => &[Entry::Promised],
        Some(RouteId::HandOff) => &[Entry::Receiver, Entry::Accompany],
        Some(RouteId::Several) => &[Entry::Department],
        Some(RouteId::Unclear) => &[Entry::Superior, Entry::Question],
        Some(RouteId::Outside) => &[Entry::Advice],
        Some(RouteId::Incomplete) | None => &[],
    }
}
