//! What is open, most pressing first: one indexed query over open work only.

mod view;

use std::rc::Rc;

use rusqlite::{Row, ToSql};

pub use view::View;

use super::error::StoreError;
use super::read::Read;
use super::views::NEVER;
use crate::domain::ids::{ClockId, Number, StaffNo};
use crate::domain::inquiry::Stage;
use crate::domain::time::Moment;
use crate::search;

/// What to show of the open work.
#[derive(Debug, Clone)]
pub struct Filter {
    /// Which.
    pub view: View,
    /// Whose, for the views that are someone's.
    pub staff: StaffNo,
    /// Which department's.
    pub department: String,
    /// The present.
    pub now: Moment,
    /// The end of the office's day.
    pub day_end: Moment,
    /// Letters that must stand in number, name, matter, or telephone; empty for all.
    pub text: String,
    /// Names, matters and departments that the letters spell; see [`Read::spelled`].
    pub spelled: Rc<[String]>,
    /// Whether what waits for a supervisor's word is theirs to act on.
    pub rules: bool,
    /// At most so many.
    pub limit: u32,
    /// Skipping so many.
    pub offset: u32,
}

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

const COLUMNS: &str = "p.inquiry, p.leg, p.clock, p.clock_limit, p.due, p.soon, p.provisional, \
     p.internal, p.stage, p.holder, coalesce(s.name, ''), p.department, p.first, p.keeper, \
     p.answerable, p.name, p.phone, p.matter_name, p.matter_name_en, p.words, p.urgency, \
     p.green, p.received_at, p.returns, p.waits, p.custodians, p.urged";

impl Pending {
    fn read(row: &Row) -> rusqlite::Result<Self> {
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

impl Filter {
    /// The condition of the view, and its parameters.
    fn condition(&self) -> (String, Vec<Box<dyn ToSql + '_>>) {
        let mut values: Vec<Box<dyn ToSql + '_>> = Vec::new();
        let mut sql = match self.view {
            View::Mine => {
                values.push(Box::new(self.staff.as_str()));
                values.push(Box::new(self.now.0));
                // One's own, and that of everyone in whose place one acts now.
                let mine = "p.holder IN (SELECT ?1 UNION ALL SELECT staff FROM presence \
                 WHERE substitute = ?1 AND until > ?2)";
                if self.rules {
                    format!("({mine} OR p.stage = 'ruling' OR p.waits = 'filed')")
                } else {
                    mine.to_owned()
                }
            }
            View::First => {
                values.push(Box::new(self.staff.as_str()));
                "p.first = ?1".to_owned()
            }
            View::InHands => {
                values.push(Box::new(self.staff.as_str()));
                "(p.holder = ?1 OR p.answerable = ?1 \
                  OR instr(p.custodians, char(10) || ?1 || char(10)) > 0)"
                    .to_owned()
            }
            View::Department => {
                values.push(Box::new(self.department.as_str()));
                "p.department = ?1".to_owned()
            }
            View::All => "1".to_owned(),
            View::Unsigned => "p.stage = 'unsigned'".to_owned(),
            View::Today => {
                values.push(Box::new(self.now.0));
                values.push(Box::new(self.day_end.0));
                "p.due >= ?1 AND p.due <= ?2".to_owned()
            }
            View::Overdue => {
                values.push(Box::new(self.now.0));
                "p.due < ?1".to_owned()
            }
            View::Visitor => "p.stage = 'visitor'".to_owned(),
        };
        let text = self.text.trim();
        if !text.is_empty() {
            values.push(Box::new(format!("%{}%", text.replace(['%', '_'], ""))));
            let n = values.len();
            let columns = [
                "p.inquiry",
                "p.name",
                "p.matter_name",
                "p.phone",
                "p.words",
                "s.name",
                "p.department",
            ];
            let mut each: Vec<String> = columns
                .iter()
                .map(|column| format!("{column} LIKE ?{n}"))
                .collect();
            if !self.spelled.is_empty() {
                let marks: Vec<String> = (n + 1..=n + self.spelled.len())
                    .map(|n| format!("?{n}"))
                    .collect();
                for one in self.spelled.iter() {
                    values.push(Box::new(one.as_str()));
                }
                let marks = marks.join(",");
                for column in ["p.name", "p.matter_name", "s.name", "p.department"] {
                    each.push(format!("{column} IN ({marks})"));
                }
            }
            sql = format!("{sql} AND ({})", each.join(" OR "));
        }
        (sql, values)
    }
}

/// So many names at most are looked for by their spelling.
const SPELLED: usize = 200;

impl Read<'_> {
    /// What stands in open work and is spelled by the letters, in pinyin or initials.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn spelled(&self, letters: &str) -> Result<Rc<[String]>, StoreError> {
        let letters = letters.trim();
        if letters.len() < 2 || !letters.is_ascii() || letters.bytes().any(|b| b.is_ascii_digit()) {
            return Ok(Rc::from([]));
        }
        let mut statement = self.conn.prepare_cached(
            "SELECT name FROM pending WHERE name IS NOT NULL UNION SELECT matter_name FROM pending \
             UNION SELECT department FROM pending \
             UNION SELECT s.name FROM pending p JOIN staff s ON s.staff = p.holder",
        )?;
        let all: Vec<String> = statement
            .query_map([], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        let found = search::pick(letters, &all);
        Ok(found
            .into_iter()
            .take(SPELLED)
            .map(|at| all[at].clone())
            .collect())
    }

    /// One page of the open work, most pressing first.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn queue(&self, filter: &Filter) -> Result<Vec<Pending>, StoreError> {
        let (condition, values) = filter.condition();
        let sql = format!(
            "SELECT {COLUMNS} FROM pending p LEFT JOIN staff s ON s.staff = p.holder \
             WHERE {condition} ORDER BY p.due, p.inquiry, p.leg, p.clock LIMIT {} OFFSET {}",
            filter.limit, filter.offset
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let values: Vec<&dyn ToSql> = values.iter().map(AsRef::as_ref).collect();
        let rows = statement.query_map(values.as_slice(), Pending::read)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// How many rows a view has.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn queue_size(&self, filter: &Filter) -> Result<u32, StoreError> {
        let (condition, values) = filter.condition();
        let sql = format!(
            "SELECT count(*) FROM pending p LEFT JOIN staff s ON s.staff = p.holder \
             WHERE {condition}"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let values: Vec<&dyn ToSql> = values.iter().map(AsRef::as_ref).collect();
        Ok(statement.query_row(values.as_slice(), |row| row.get(0))?)
    }

    /// How many rows of a view are close to their end and not past it.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn queue_soon(&self, filter: &Filter) -> Result<u32, StoreError> {
        let (condition, mut values) = filter.condition();
        values.push(Box::new(filter.now.0));
        let n = values.len();
        let sql = format!(
            "SELECT count(*) FROM pending p LEFT JOIN staff s ON s.staff = p.holder \
             WHERE {condition} AND p.soon <= ?{n} AND p.due >= ?{n}"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let values: Vec<&dyn ToSql> = values.iter().map(AsRef::as_ref).collect();
        Ok(statement.query_row(values.as_slice(), |row| row.get(0))?)
    }

    /// The inquiries with a clock that runs, by number.
    ///
    /// # Errors
    ///
    /// When they cannot be read.
    pub fn ticking(&self) -> Result<Vec<Number>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT DISTINCT inquiry FROM pending WHERE clock <> '' ORDER BY inquiry",
        )?;
        let rows = statement.query_map([], |row| row.get(0).map(Number))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Everything that one inquiry has in the queue.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn pending_of(&self, inquiry: &Number) -> Result<Vec<Pending>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM pending p LEFT JOIN staff s ON s.staff = p.holder \
             WHERE p.inquiry = ?1 ORDER BY p.due, p.leg, p.clock"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map([inquiry.as_str()], Pending::read)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
