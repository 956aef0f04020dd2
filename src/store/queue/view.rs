//! Which open work is shown.

/// Which open work is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum View {
    /// Mine to act on.
    Mine,
    /// I was first asked: track to the end.
    First,
    /// My department's.
    Department,
    /// Everyone's.
    All,
    /// Sent and not signed for.
    Unsigned,
    /// Due today.
    Today,
    /// Past its end.
    Overdue,
    /// Waiting for the visitor.
    Visitor,
    /// Everything that this person holds or answers for: what a shift handover gathers.
    InHands,
}

impl View {
    /// Every view of the queue, in the order in which they are shown.
    pub const ALL: [Self; 8] = [
        Self::Mine,
        Self::First,
        Self::Department,
        Self::All,
        Self::Unsigned,
        Self::Today,
        Self::Overdue,
        Self::Visitor,
    ];

    /// The view as scripts name it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Mine => "mine",
            Self::First => "first",
            Self::Department => "department",
            Self::All => "all",
            Self::Unsigned => "unsigned",
            Self::Today => "today",
            Self::Overdue => "overdue",
            Self::Visitor => "visitor",
            Self::InHands => "in_hands",
        }
    }

    /// Reads what [`View::as_str`] wrote.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.as_str() == text)
    }
}
