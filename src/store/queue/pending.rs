//! One row of the queue.

use rusqlite::Row;

use crate::domain::ids::{ClockId, Number, StaffNo};
use crate::domain::inquiry::Stage;
use crate::domain::time::Moment;
use crate::store::views::NEVER;

/// One running clock of an open leg, or the leg itself when none runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pending {
    /// The inquiry.
    pub inquiry: Number,
    /// The leg.
    pub leg: u32,
    /// The clock.
    pub clock: Option<ClockId>,
    /// How long it runs, `3wd`; empty without a clock.
    pub limit: String,
    /// When it ends.
    pub due: Option<Moment>,
    /// From when it is close to its end.
    pub soon: Option<Moment>,
    /// Whether the calendar did not reach that far.
    pub provisional: bool,
    /// Whether it is an internal target.
    pub internal: bool,
    /// Where the inquiry stands.
    pub stage: Stage,
    /// Who holds the leg.
    pub holder: StaffNo,
    /// The holder's name.
    pub holder_name: String,
    /// Department that holds it.
    pub department: String,
    /// The first responder.
    pub first: StaffNo,
    /// Whoever keeps the first responder's part.
    pub keeper: StaffNo,
    /// Who answers for the clock.
    pub answerable: StaffNo,
    /// The visitor's name; nothing once destroyed.
    pub name: Option<String>,
    /// The visitor's telephone.
    pub phone: Option<String>,
    /// The matter's name.
    pub matter: String,
    /// The matter's English name.
    pub matter_en: String,
    /// The exact doubt.
    pub words: Option<String>,
    /// How pressing: `normal`, `urgent` or `emergency`.
    pub urgency: String,
    /// Whether the visitor goes first.
    pub green: bool,
    /// When it was received.
    pub received_at: Moment,
    /// How often it was sent back.
    pub returns: u32,
    /// What the clock waits for, if it waits.
    pub waits: Option<Waits>,
    /// Who keeps each of the visitor's documents that are in custody.
    pub custodians: Vec<StaffNo>,
    /// How often its holder was urged.
    pub urged: u32,
}

/// What a running clock waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Waits {
    /// It stands still for a reason that the law lists.
    Suspended,
    /// An extension was filed in time and is not decided yet.
    Filed,
}

impl Waits {
    /// The state as the register keeps it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Suspended => "suspended",
            Self::Filed => "filed",
        }
    }

    fn parse(text: &str) -> Option<Self> {
        [Self::Suspended, Self::Filed]
            .into_iter()
            .find(|waits| waits.as_str() == text)
    }
}

pub(super) const COLUMNS: &str = "p.inquiry, p.leg, p.clock, p.clock_limit, p.due, p.soon, p.provisional, \
     p.internal, p.stage, p.holder, coalesce(s.name, ''), p.department, p.first, p.keeper, \
     p.answerable, p.name, p.phone, p.matter_name, p.matter_name_en, p.words, p.urgency, \
     p.green, p.received_at, p.returns, p.waits, p.custodians, p.urged";

impl Pending {
    pub(super) fn read(row: &Row) -> rusqlite::Result<Self> {
        let clock: String = row.get(2)?;
        let at = |value: i64| (value != NEVER).then_some(Moment(value));
        Ok(Self {
            inquiry: Number(row.get(0)?),
            leg: row.get(1)?,
            clock: (!clock.is_empty()).then_some(ClockId(clock)),
            limit: row.get(3)?,
            due: at(row.get(4)?),
            soon: at(row.get(5)?),
            provisional: row.get(6)?,
            internal: row.get(7)?,
            stage: Stage::parse(&row.get::<_, String>(8)?).unwrap_or(Stage::Open),
            holder: StaffNo(row.get(9)?),
            holder_name: row.get(10)?,
            department: row.get(11)?,
            first: StaffNo(row.get(12)?),
            keeper: StaffNo(row.get(13)?),
            answerable: StaffNo(row.get(14)?),
            name: row.get(15)?,
            phone: row.get(16)?,
            matter: row.get(17)?,
            matter_en: row.get(18)?,
            words: row.get(19)?,
            urgency: row.get(20)?,
            green: row.get(21)?,
            received_at: Moment(row.get(22)?),
            returns: row.get(23)?,
            waits: Waits::parse(&row.get::<_, String>(24)?),
            custodians: row
                .get::<_, String>(25)?
                .lines()
                .filter(|line| !line.is_empty())
                .map(StaffNo::from)
                .collect(),
            urged: row.get(26)?,
        })
    }
}

impl Pending {
    /// How many of the visitor's documents this person keeps.
    pub fn in_custody_of(&self, staff: &StaffNo) -> u32 {
        let kept = self.custodians.iter().filter(|one| *one == staff).count();
        u32::try_from(kept).unwrap_or(u32::MAX)
    }
}
