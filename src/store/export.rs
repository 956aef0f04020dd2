//! The rows of a period, one after another: as many as there are, none of them kept.

use rusqlite::Row;
use rusqlite::types::ValueRef;

use super::error::StoreError;
use super::figures::Span;
use super::open::Store;
use super::read::Read;
use crate::domain::time::Moment;

/// What goes out: one sheet each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// One row an inquiry.
    Ledger,
    /// One row a leg.
    Legs,
    /// One row a run of a clock.
    Clocks,
    /// One row a notice.
    Notices,
    /// One row a shift handover.
    Handovers,
}

impl Part {
    /// Every part, in the order of the sheets.
    pub const ALL: [Self; 5] = [
        Self::Ledger,
        Self::Legs,
        Self::Clocks,
        Self::Notices,
        Self::Handovers,
    ];

    /// Its columns.
    pub fn fields(self) -> &'static [Field] {
        use Field as F;
        match self {
            Self::Ledger => &[
                F::Inquiry,
                F::ReceivedAt,
                F::EnteredAt,
                F::BackEntry,
                F::Channel,
                F::Name,
                F::Phone,
                F::Unit,
                F::Matter,
                F::Words,
                F::Urgency,
                F::Green,
                F::First,
                F::Department,
                F::Holder,
                F::Stage,
                F::Resolution,
                F::ClosedAt,
                F::OnTheSpot,
                F::RanOut,
                F::Returns,
                F::SecondNotices,
                F::Escalated,
                F::Rating,
                F::Rulebook,
            ],
            Self::Legs => &[
                F::Inquiry,
                F::Leg,
                F::Slip,
                F::Sender,
                F::Department,
                F::Holder,
                F::SentAt,
                F::SignedAt,
                F::Ended,
                F::EndedAt,
            ],
            Self::Clocks => &[
                F::Inquiry,
                F::Leg,
                F::Clock,
                F::CountedFrom,
                F::Due,
                F::Provisional,
                F::Extended,
                F::Stopped,
                F::StoppedAt,
                F::BreachedBy,
            ],
            Self::Notices => &[
                F::Inquiry,
                F::Notice,
                F::ToldAt,
                F::MatterId,
                F::Complete,
                F::Second,
            ],
            Self::Handovers => &[
                F::Handover,
                F::Leaves,
                F::Comes,
                F::OpenedAt,
                F::Items,
                F::OpenItems,
                F::Signatures,
                F::DoneAt,
                F::CancelledAt,
            ],
        }
    }

    /// The table, and the conditions of a period: of what was entered then, or begun.
    fn source(self) -> &'static str {
        match self {
            Self::Ledger => "inquiry WHERE inquiry >= ?1 AND inquiry < ?2 ORDER BY inquiry",
            Self::Legs => "leg WHERE inquiry >= ?1 AND inquiry < ?2 ORDER BY inquiry, leg",
            Self::Clocks => "clock WHERE inquiry >= ?1 AND inquiry < ?2 ORDER BY inquiry, run",
            Self::Notices => "notice WHERE inquiry >= ?1 AND inquiry < ?2 ORDER BY inquiry, notice",
            Self::Handovers => {
                "handover WHERE opened_at >= ?1 AND opened_at < ?2 ORDER BY opened_at, handover"
            }
        }
    }
}

/// A column of what goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The inquiry's number.
    Inquiry,
    /// When it was received.
    ReceivedAt,
    /// When it was entered.
    EnteredAt,
    /// Whether it was entered late.
    BackEntry,
    /// By which channel it came.
    Channel,
    /// The visitor's name.
    Name,
    /// The visitor's telephone.
    Phone,
    /// The visitor's unit.
    Unit,
    /// The matter's name.
    Matter,
    /// The exact doubt.
    Words,
    /// How pressing it is.
    Urgency,
    /// Whether the visitor goes first.
    Green,
    /// Who was first asked.
    First,
    /// A department.
    Department,
    /// In whose hands it is.
    Holder,
    /// Where it stands.
    Stage,
    /// How it came to its end.
    Resolution,
    /// When it closed.
    ClosedAt,
    /// Whether it was answered on the spot.
    OnTheSpot,
    /// How many clocks ran out.
    RanOut,
    /// How often it was sent back.
    Returns,
    /// How often it was told again what is missing.
    SecondNotices,
    /// How often it was reported upwards.
    Escalated,
    /// The rating that stands.
    Rating,
    /// Hash of the rulebook that it keeps.
    Rulebook,
    /// The number of a leg.
    Leg,
    /// The slip's number.
    Slip,
    /// Who sent it.
    Sender,
    /// When it was sent.
    SentAt,
    /// When it was signed for.
    SignedAt,
    /// How the leg ended.
    Ended,
    /// When it ended.
    EndedAt,
    /// The clock's id.
    Clock,
    /// From when it counts.
    CountedFrom,
    /// When it ends.
    Due,
    /// Whether the calendar does not reach that far.
    Provisional,
    /// How much was added.
    Extended,
    /// How it stopped.
    Stopped,
    /// When it stopped.
    StoppedAt,
    /// In whose hands it ran out.
    BreachedBy,
    /// The notice's number.
    Notice,
    /// When it was told.
    ToldAt,
    /// The matter's id.
    MatterId,
    /// Whether nothing is missing any more.
    Complete,
    /// Whether it asked for more than an earlier one.
    Second,
    /// The handover's number.
    Handover,
    /// Who leaves.
    Leaves,
    /// Who comes.
    Comes,
    /// When it began.
    OpenedAt,
    /// How many items it has.
    Items,
    /// How many are not taken over yet.
    OpenItems,
    /// How many signed.
    Signatures,
    /// When it took effect.
    DoneAt,
    /// When it was called off.
    CancelledAt,
}

impl Field {
    /// The column in its table.
    fn column(self) -> &'static str {
        match self {
            Self::Inquiry => "inquiry",
            Self::ReceivedAt => "received_at",
            Self::EnteredAt => "entered_at",
            Self::BackEntry => "back_entry",
            Self::Channel => "channel",
            Self::Name => "name",
            Self::Phone => "phone",
            Self::Unit => "unit",
            Self::Matter => "matter_name",
            Self::Words => "words",
            Self::Urgency => "urgency",
            Self::Green => "green",
            Self::First => "first",
            Self::Department => "department",
            Self::Holder => "holder",
            Self::Stage => "stage",
            Self::Resolution => "resolution",
            Self::ClosedAt => "closed_at",
            Self::OnTheSpot => "on_the_spot",
            Self::RanOut => "ran_out",
            Self::Returns => "returns",
            Self::SecondNotices => "second_notices",
            Self::Escalated => "escalated",
            Self::Rating => "rating",
            Self::Rulebook => "rulebook",
            Self::Leg => "leg",
            Self::Slip => "slip",
            Self::Sender => "sender",
            Self::SentAt => "sent_at",
            Self::SignedAt => "signed_at",
            Self::Ended => "ended",
            Self::EndedAt => "ended_at",
            Self::Clock => "clock",
            Self::CountedFrom => "counted_from",
            Self::Due => "due",
            Self::Provisional => "provisional",
            Self::Extended => "extended",
            Self::Stopped => "stopped",
            Self::StoppedAt => "stopped_at",
            Self::BreachedBy => "breached",
            Self::Notice => "notice",
            Self::ToldAt => "at",
            Self::MatterId => "matter",
            Self::Complete => "complete",
            Self::Second => "second",
            Self::Handover => "handover",
            Self::Leaves => "leaves",
            Self::Comes => "comes",
            Self::OpenedAt => "opened_at",
            Self::Items => "items",
            Self::OpenItems => "open_items",
            Self::Signatures => "signed",
            Self::DoneAt => "done_at",
            Self::CancelledAt => "cancelled_at",
        }
    }
}

/// A row on its way out.
#[derive(Debug)]
pub struct Going<'a> {
    row: &'a Row<'a>,
}

impl Going<'_> {
    /// The text at a place; empty where there is none.
    pub fn text(&self, at: usize) -> &str {
        match self.row.get_ref(at) {
            Ok(value) => value.as_str().unwrap_or_default(),
            Err(_) => "",
        }
    }

    /// The number at a place, where there is one.
    pub fn number(&self, at: usize) -> Option<i64> {
        match self.row.get_ref(at) {
            Ok(ValueRef::Integer(number)) => Some(number),
            Ok(ValueRef::Null | ValueRef::Real(_) | ValueRef::Text(_) | ValueRef::Blob(_))
            | Err(_) => None,
        }
    }
}

impl Store {
    /// Reads the register as it stands at one moment, whatever others write meanwhile.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn at_one_moment<T>(&self, work: impl FnOnce(Read<'_>) -> T) -> Result<T, StoreError> {
        let tx = self.conn.unchecked_transaction()?;
        Ok(work(Read { conn: &tx }))
    }
}

impl Read<'_> {
    /// How many rows of a part belong to a period; `bounds` are its first instant and
    /// the first after it.
    ///
    /// # Errors
    ///
    /// When they cannot be counted.
    pub fn going_out(
        &self,
        part: Part,
        span: Span,
        bounds: (Moment, Moment),
    ) -> Result<u64, StoreError> {
        let sql = format!("SELECT count(*) FROM {}", part.source());
        let mut statement = self.conn.prepare(&sql)?;
        let count: i64 = if part == Part::Handovers {
            statement.query_row([bounds.0.0, bounds.1.0], |row| row.get(0))?
        } else {
            statement.query_row(span.numbers(), |row| row.get(0))?
        };
        Ok(u64::try_from(count).unwrap_or(0))
    }

    /// Hands out the rows of a part, oldest first, until `take` says that it is enough.
    ///
    /// # Errors
    ///
    /// When they cannot be read.
    pub fn hand_out(
        &self,
        part: Part,
        span: Span,
        bounds: (Moment, Moment),
        take: &mut dyn FnMut(&Going<'_>) -> bool,
    ) -> Result<(), StoreError> {
        let columns: Vec<&str> = part.fields().iter().map(|one| one.column()).collect();
        let sql = format!("SELECT {} FROM {}", columns.join(", "), part.source());
        let mut statement = self.conn.prepare(&sql)?;
        let mut rows = if part == Part::Handovers {
            statement.query([bounds.0.0, bounds.1.0])?
        } else {
            statement.query(span.numbers())?
        };
        while let Some(row) = rows.next()? {
            if !take(&Going { row }) {
                return Ok(());
            }
        }
        Ok(())
    }
}
