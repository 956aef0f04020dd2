//! What would hurt first when a shift ends.

use crate::domain::time::Moment;

/// Why something open presses, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Press {
    /// Its time has run out.
    Overdue,
    /// Its time runs out before the next shift ends.
    DueNextShift,
    /// The visitor was promised a call before the next shift ends, or has waited for it.
    Promised,
    /// Documents of the visitor lie here.
    Custody,
    /// Nobody has signed for it.
    Unsigned,
    /// The visitor still has to bring what a notice names.
    Incomplete,
    /// Its clock stands still.
    Suspended,
    /// It is open.
    Open,
}

/// How something open stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is its own fact about the same thing"
)]
pub struct Stands {
    /// When its most pressing clock ends.
    pub due: Option<Moment>,
    /// When the visitor was promised a call.
    pub promised: Option<Moment>,
    /// Whether documents of the visitor lie here.
    pub custody: bool,
    /// Whether nobody has signed for it.
    pub unsigned: bool,
    /// Whether the visitor still has to bring what a notice names.
    pub incomplete: bool,
    /// Whether its clock stands still.
    pub suspended: bool,
}

impl Stands {
    /// What presses most at `now`, when the next shift ends at `next_end`.
    pub fn press(&self, now: Moment, next_end: Moment) -> Press {
        let by = |at: Option<Moment>| at.is_some_and(|at| at <= next_end);
        // What stands still does not run out meanwhile.
        let due = self.due.filter(|_| !self.suspended);
        if due.is_some_and(|due| now.is_late_for(due)) {
            Press::Overdue
        } else if by(due) {
            Press::DueNextShift
        } else if by(self.promised) {
            Press::Promised
        } else if self.custody {
            Press::Custody
        } else if self.unsigned {
            Press::Unsigned
        } else if self.incomplete {
            Press::Incomplete
        } else if self.suspended {
            Press::Suspended
        } else {
            Press::Open
        }
    }

    /// By what it is sorted among others: what presses, then when.
    pub fn rank(&self, now: Moment, next_end: Moment) -> (Press, Moment) {
        let at = match (self.due, self.promised) {
            (Some(due), Some(promised)) => due.min(promised),
            (due, promised) => due.or(promised).unwrap_or(Moment(i64::MAX)),
        };
        (self.press(now, next_end), at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_hurt_first_comes_first() {
        let (now, end) = (Moment(1_000_000), Moment(2_000_000));
        let due = |at| Stands {
            due: Some(Moment(at)),
            ..Stands::default()
        };
        let late = due(1);
        let today = due(1_900_000);
        let promised = Stands {
            promised: Some(Moment(1_500_000)),
            ..due(9_000_000)
        };
        let custody = Stands {
            custody: true,
            unsigned: true,
            ..due(9_000_000)
        };
        let unsigned = Stands {
            unsigned: true,
            ..due(9_000_000)
        };
        let incomplete = Stands {
            incomplete: true,
            ..Stands::default()
        };
        let still = Stands {
            suspended: true,
            ..due(1)
        };
        let rest = due(9_000_000);
        let sorted = [
            late, today, promised, custody, unsigned, incomplete, still, rest,
        ];
        let presses = sorted.map(|one| one.press(now, end));
        assert_eq!(
            presses,
            [
                Press::Overdue,
                Press::DueNextShift,
                Press::Promised,
                Press::Custody,
                Press::Unsigned,
                Press::Incomplete,
                Press::Suspended,
                Press::Open
            ]
        );
        assert!(sorted.is_sorted_by_key(|one| one.rank(now, end)));
    }
}
