//! Figures of the inquiries registered in a period: one question each, for the screen,
//! the command line and exports alike.
//!
//! Every figure counts inquiries, and is the count of the very rows that the ledger
//! shows behind it: both are asked by the same condition, see [`Behind`].

mod behind;
mod charts;
mod counted;
mod held;
#[cfg(test)]
mod tests;

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};

pub use behind::{Behind, Of};
pub use charts::Heat;
pub use held::Held;

use super::error::StoreError;
use super::open::Store;
use super::read::Read;
use super::views;
use crate::domain::deadline::Office;

/// What is counted. Entries that were mistakes count nowhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Figure {
    /// Registered.
    Registered,
    /// Answered on the spot by whoever was first asked.
    OnTheSpot,
    /// Settled with no clock run out.
    OnTime,
    /// A clock ran out.
    Late,
    /// Not closed yet.
    Unclosed,
    /// Sent back at least once.
    Returned,
    /// Told a second time what is missing.
    SecondNotice,
    /// Rated.
    Rated,
    /// Rated 2 or lower.
    RatedBadly,
    /// Reported upwards for a decision.
    Escalated,
}

impl Figure {
    /// Every figure, in the order in which they are shown.
    pub const ALL: [Self; 10] = [
        Self::Registered,
        Self::OnTheSpot,
        Self::OnTime,
        Self::Late,
        Self::Unclosed,
        Self::Returned,
        Self::SecondNotice,
        Self::Rated,
        Self::RatedBadly,
        Self::Escalated,
    ];

    /// The figure as scripts name it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Registered => "registered",
            Self::OnTheSpot => "on_the_spot",
            Self::OnTime => "on_time",
            Self::Late => "late",
            Self::Unclosed => "unclosed",
            Self::Returned => "returned",
            Self::SecondNotice => "second_notice",
            Self::Rated => "rated",
            Self::RatedBadly => "rated_badly",
            Self::Escalated => "escalated",
        }
    }
}

/// By what figures are set apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grouping {
    /// Who was first asked.
    First,
    /// In whose hands it lay: what ran out or was sent back counts against the hands
    /// that it was in then.
    Hands,
    /// With which department it lay, likewise.
    Department,
    /// On which leg, likewise; 0 is the first responder's own hold.
    Leg,
    /// By which channel it came.
    Channel,
    /// About what.
    Matter,
    /// Under which rulebook.
    Rulebook,
    /// By day of registration.
    Day,
    /// By week, from Monday on.
    Week,
    /// By month.
    Month,
}

impl Grouping {
    /// Every grouping, in the order in which one goes through them.
    pub const ALL: [Self; 10] = [
        Self::First,
        Self::Hands,
        Self::Department,
        Self::Leg,
        Self::Channel,
        Self::Matter,
        Self::Rulebook,
        Self::Day,
        Self::Week,
        Self::Month,
    ];

    /// The grouping as scripts name it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Hands => "hands",
            Self::Department => "department",
            Self::Leg => "leg",
            Self::Channel => "channel",
            Self::Matter => "matter",
            Self::Rulebook => "rulebook",
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
        }
    }

    /// Reads what [`Grouping::as_str`] wrote.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == text)
    }

    /// Whether its groups are stretches of days.
    pub fn is_of_time(self) -> bool {
        matches!(self, Self::Day | Self::Week | Self::Month)
    }
}

/// A stretch of days, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
}

impl Span {
    /// The month that a day lies in.
    pub fn month_of(day: NaiveDate) -> Self {
        let from = day.with_day(1).unwrap_or(day);
        let next = from.checked_add_months(chrono::Months::new(1));
        let until = next.and_then(|next| next.pred_opt()).unwrap_or(day);
        Self { from, until }
    }

    /// The week that a day lies in, from Monday on.
    pub fn week_of(day: NaiveDate) -> Self {
        let since = Days::new(day.weekday().num_days_from_monday().into());
        let from = day.checked_sub_days(since).unwrap_or(day);
        let until = from.checked_add_days(Days::new(6)).unwrap_or(day);
        Self { from, until }
    }

    /// The year that a day lies in.
    pub fn year_of(day: NaiveDate) -> Self {
        let at = |month, dom| NaiveDate::from_ymd_opt(day.year(), month, dom).unwrap_or(day);
        Self {
            from: at(1, 1),
            until: at(12, 31),
        }
    }

    /// The first number of the first day, and the first one past the last day.
    pub(in crate::store) fn numbers(self) -> [String; 2] {
        let past = self.until.succ_opt().unwrap_or(self.until);
        [self.from, past].map(|day| day.format("%Y%m%d").to_string())
    }
}

/// The figures of one group.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    /// Whose: a staff number, a department, a channel's or matter's id, the hash of a
    /// rulebook, the number of a leg, or the first day.
    pub key: String,
    counts: [u64; Figure::ALL.len()],
    /// The levels of all ratings added up.
    pub levels: u64,
    /// How long it lay in the same hands.
    pub held: Held,
}

impl Line {
    /// How many inquiries a figure counts.
    pub fn count(&self, figure: Figure) -> u64 {
        self.counts[figure as usize]
    }

    /// On-the-spot answers among what was registered, in tenths of a percent.
    pub fn on_the_spot_share(&self) -> Option<u64> {
        share(
            self.count(Figure::OnTheSpot),
            self.count(Figure::Registered),
        )
    }

    /// What was settled in time among what is settled or late, in tenths of a percent.
    pub fn on_time_share(&self) -> Option<u64> {
        let on_time = self.count(Figure::OnTime);
        share(on_time, on_time + self.count(Figure::Late))
    }

    /// The mean rating, in tenths.
    pub fn mean_rating(&self) -> Option<u64> {
        let rated = self.count(Figure::Rated);
        (rated > 0).then(|| (self.levels * 10 + rated / 2) / rated)
    }

    fn add(&mut self, other: &Self) {
        for (sum, count) in self.counts.iter_mut().zip(other.counts) {
            *sum += count;
        }
        self.levels += other.levels;
    }
}

fn share(part: u64, whole: u64) -> Option<u64> {
    (whole > 0).then(|| (part * 1000 + whole / 2) / whole)
}

/// The figures of a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// Of what days.
    pub span: Span,
    /// Set apart by what.
    pub by: Grouping,
    /// One line a group: by time in its order, else the most registered first.
    pub lines: Vec<Line>,
    /// All of them together; an inquiry that lay in several hands counts once.
    pub whole: Line,
}

impl Figures {
    /// What stands behind a figure: of one group, or of all of them.
    pub fn behind(&self, line: Option<&Line>, figure: Figure) -> (Span, Behind) {
        let of = line.and_then(|line| Of::group(self.by, &line.key));
        let span = line
            .filter(|_| self.by.is_of_time())
            .and_then(|line| line.key.parse().ok())
            .map_or(self.span, |day| self.days_of(day));
        (span, Behind { figure, of })
    }

    /// The days of the group that begins on a day, as far as they are of this period.
    fn days_of(&self, day: NaiveDate) -> Span {
        let whole = match self.by {
            Grouping::Month => Span::month_of(day),
            Grouping::Week => Span::week_of(day),
            Grouping::First
            | Grouping::Hands
            | Grouping::Department
            | Grouping::Leg
            | Grouping::Channel
            | Grouping::Matter
            | Grouping::Rulebook
            | Grouping::Day => Span {
                from: day,
                until: day,
            },
        };
        Span {
            from: whole.from.max(self.span.from),
            until: whole.until.min(self.span.until),
        }
    }
}

impl Read<'_> {
    /// The figures of what was registered in these days.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn figures(
        &self,
        span: Span,
        by: Grouping,
        office: &Office,
    ) -> Result<Figures, StoreError> {
        let mut whole = counted::lines(self.conn, span, None)?;
        let mut lines = counted::lines(self.conn, span, Some(by))?;
        held::fill(self.conn, span, None, office, &mut whole)?;
        held::fill(self.conn, span, Some(by), office, &mut lines)?;
        if by.is_of_time() {
            lines.sort_by(|one, other| one.key.cmp(&other.key));
        } else if by == Grouping::Leg {
            lines.sort_by_key(|line| line.key.parse::<u32>().unwrap_or(u32::MAX));
        } else {
            lines.sort_by(|one, other| {
                let most = |line: &Line| line.count(Figure::Registered);
                most(other).cmp(&most(one)).then(one.key.cmp(&other.key))
            });
        }
        Ok(Figures {
            span,
            by,
            lines,
            whole: whole.pop().unwrap_or_default(),
        })
    }
}

impl Store {
    /// Fills what figures are counted from in a register that was made before.
    pub(super) fn fill_figures(&mut self) -> Result<(), StoreError> {
        let tx = self.conn.transaction()?;
        let numbers: Vec<String> = tx
            .prepare("SELECT inquiry FROM inquiry")?
            .query_map([], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        for number in numbers {
            if let Some((state, _)) = (Read { conn: &tx }).inquiry(&number.clone().into())? {
                views::replace(&tx, &views::INQUIRY, &number, &[views::inquiry(&state)])?;
                views::replace(&tx, &views::TURN, &number, &views::turns(&state))?;
            }
        }
        Ok(tx.commit()?)
    }
}
