//! What is asked of the open work: which view, in whose hands, in which order.

use std::rc::Rc;

use rusqlite::ToSql;

use super::View;
use crate::domain::ids::StaffNo;
use crate::domain::time::Moment;

/// In which order open work is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Order {
    /// The end that comes first; what waits without one comes last. The index's own
    /// order, so that a page costs the same however much is open.
    #[default]
    Pressing,
    /// Emergencies, then what is urgent, then the green channel.
    Urgency,
    /// The longest received.
    Received,
    /// By the department and the person that hold it.
    Holder,
    /// By what it is about.
    Matter,
}

impl Order {
    /// Every order, as the key goes through them.
    pub const ALL: [Self; 5] = [
        Self::Pressing,
        Self::Urgency,
        Self::Received,
        Self::Holder,
        Self::Matter,
    ];

    /// The next one, the first after the last.
    #[must_use]
    pub fn next(self) -> Self {
        let at = Self::ALL.iter().position(|one| *one == self).unwrap_or(0);
        Self::ALL[(at + 1) % Self::ALL.len()]
    }

    /// The order as it is kept.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pressing => "pressing",
            Self::Urgency => "urgency",
            Self::Received => "received",
            Self::Holder => "holder",
            Self::Matter => "matter",
        }
    }

    /// Reads what [`Order::as_str`] wrote.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == text)
    }

    /// What comes before the usual order.
    pub(super) fn first_by(self) -> &'static str {
        match self {
            Self::Pressing => "",
            Self::Urgency => {
                "CASE p.urgency WHEN 'emergency' THEN 0 WHEN 'urgent' THEN 1 ELSE 2 END, \
                 p.green DESC, "
            }
            Self::Received => "p.received_at, ",
            Self::Holder => "p.department, p.holder, ",
            Self::Matter => "p.matter_name, ",
        }
    }
}

/// Whose work is shown.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hands {
    /// What one person holds.
    Person(StaffNo),
    /// What a department holds.
    Department(String),
}

impl Hands {
    /// The column that names them, and what stands in it.
    fn column(&self) -> (&'static str, &str) {
        match self {
            Self::Person(staff) => ("p.holder", staff.as_str()),
            Self::Department(name) => ("p.department", name),
        }
    }
}

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
    /// Names, matters and departments that the letters spell; see [`spelled`](crate::store::Read::spelled).
    pub spelled: Rc<[String]>,
    /// Whether what waits for a supervisor's word is theirs to act on.
    pub rules: bool,
    /// In which order.
    pub order: Order,
    /// In whose hands; nothing for anybody's.
    pub hands: Option<Hands>,
    /// At most so many.
    pub limit: u32,
    /// Skipping so many.
    pub offset: u32,
}

impl Filter {
    /// The condition of the view, and its parameters.
    pub(super) fn condition(&self) -> (String, Vec<Box<dyn ToSql + '_>>) {
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
        if let Some(hands) = &self.hands {
            let (column, whose) = hands.column();
            values.push(Box::new(whose));
            sql = format!("({sql}) AND {column} = ?{}", values.len());
        }
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
