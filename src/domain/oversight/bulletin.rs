//! The bulletin (D8 art. 4.10): what a period's record says of each department.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::ids::StaffNo;
use crate::domain::inquiry::{Breach, Inquiry};
use crate::domain::private::Private;
use crate::domain::time::Moment;

/// A bulletin went out, with the figures as the record had them then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issued {
    /// Number of the bulletin.
    pub bulletin: String,
    /// The period's first instant.
    pub from: Moment,
    /// The first instant after the period.
    pub to: Moment,
    /// Who issued it.
    pub by: StaffNo,
    /// One line a department.
    pub lines: Vec<Line>,
    /// A word to the house.
    pub text: Private<String>,
}

/// What a period says of one department.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Line {
    /// The department.
    pub department: String,
    /// Registered there.
    pub registered: u32,
    /// Reported upwards for a decision, 矛盾升级 (D6 art. 4.6).
    pub escalated: u32,
    /// Ran out of time or broke a rule.
    pub breaches: u32,
    /// Of those, judged our own fault.
    pub own_fault: u32,
    /// Sent back by it.
    pub returned: u32,
    /// Of those, to a department that had given it away before.
    pub ping_pong: u32,
    /// Urged.
    pub urged: u32,
    /// Ordered to see to it.
    pub ordered: u32,
    /// Told what is missing a second time.
    pub second_notices: u32,
    /// Rated 2 or lower.
    pub bad_ratings: u32,
}

impl Line {
    fn add(&mut self, other: &Self) {
        self.registered += other.registered;
        self.escalated += other.escalated;
        self.breaches += other.breaches;
        self.own_fault += other.own_fault;
        self.returned += other.returned;
        self.ping_pong += other.ping_pong;
        self.urged += other.urged;
        self.ordered += other.ordered;
        self.second_notices += other.second_notices;
        self.bad_ratings += other.bad_ratings;
    }
}

/// The whole house in one line.
pub fn total(lines: &[Line]) -> Line {
    let mut all = Line::default();
    for line in lines {
        all.add(line);
    }
    all
}

/// One line a department, by name, of what came about in a period.
pub fn figures<'a>(
    inquiries: impl IntoIterator<Item = &'a Inquiry>,
    from: Moment,
    to: Moment,
) -> Vec<Line> {
    let mut lines = Ledger {
        from,
        to,
        lines: BTreeMap::new(),
    };
    for state in inquiries {
        lines.count(state);
    }
    lines.lines.into_values().collect()
}

struct Ledger {
    from: Moment,
    to: Moment,
    lines: BTreeMap<String, Line>,
}

impl Ledger {
    /// The department's line, where the instant lies in the period.
    fn at(&mut self, at: Moment, department: &str) -> Option<&mut Line> {
        if at < self.from || at >= self.to {
            return None;
        }
        let line = self.lines.entry(department.to_owned()).or_default();
        department.clone_into(&mut line.department);
        Some(line)
    }

    fn tick(&mut self, at: Moment, department: &str, figure: fn(&mut Line) -> &mut u32) {
        if let Some(line) = self.at(at, department) {
            *figure(line) += 1;
        }
    }

    fn count(&mut self, state: &Inquiry) {
        let first = state.legs[0].department.as_str();
        self.tick(state.entered_at, first, |line| &mut line.registered);
        for one in state.escalations.iter().filter(|one| one.counts) {
            self.tick(one.at, &one.department, |line| &mut line.escalated);
        }
        for one in &state.breaches {
            self.breach(state, one);
        }
        for one in &state.bounces {
            self.tick(one.at, &one.department, |line| &mut line.returned);
            if one.ping_pong {
                self.tick(one.at, &one.department, |line| &mut line.ping_pong);
            }
        }
        for one in &state.urges {
            self.tick(one.at, lay_with(state, one.at), |line| &mut line.urged);
        }
        for one in &state.orders {
            self.tick(one.at, &one.department, |line| &mut line.ordered);
        }
        for one in state.notices.iter().filter(|notice| notice.second) {
            let department = lay_with(state, one.at);
            self.tick(one.at, department, |line| &mut line.second_notices);
        }
        let bad = state
            .rating
            .filter(|rating| rating.level <= 2 && rating.level > 0 && rating.stands != Some(false));
        if let Some(rating) = bad {
            let answered = state.legs.iter().rev().find(|leg| leg.sent_at < rating.at);
            let department = answered.map_or(first, |leg| leg.department.as_str());
            self.tick(rating.at, department, |line| &mut line.bad_ratings);
        }
    }

    fn breach(&mut self, state: &Inquiry, breach: &Breach) {
        let leg = state.leg(breach.leg).unwrap_or(&state.legs[0]);
        self.tick(breach.at, &leg.department, |line| &mut line.breaches);
        if breach
            .review
            .as_ref()
            .is_some_and(|review| review.own_fault)
        {
            self.tick(breach.at, &leg.department, |line| &mut line.own_fault);
        }
    }
}

/// The department with which it lay at an instant.
fn lay_with(state: &Inquiry, at: Moment) -> &str {
    let open = |leg: &&crate::domain::inquiry::Leg| {
        leg.sent_at <= at && leg.end.is_none_or(|(_, end)| end >= at)
    };
    let leg = state.legs.iter().rev().find(open);
    leg.unwrap_or(&state.legs[0]).department.as_str()
}
