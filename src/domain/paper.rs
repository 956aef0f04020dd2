//! The papers that an inquiry gives out, and how each reached whom it is for.
//!
//! Every paper has a number of its own, and the record says who gave it, when, and
//! whether it was printed, read out or shown (D9 art. 9, D11 art. 2 and 3).

use serde::{Deserialize, Serialize};

use super::command::Told;
use super::ids::StaffNo;
use super::inquiry::Event;
use super::time::Moment;

/// What a paper is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaperKind {
    /// Everything that is missing, told in one pass.
    Notice,
    /// The same, once the application's documents were taken in.
    Supplement,
    /// The application was accepted.
    Acceptance,
    /// The application went back.
    Return,
    /// It went to a named receiver, under the rulebook's own name.
    Slip,
    /// It is to be settled inside the house.
    Coordination,
}

/// One time that a paper was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: StaffNo,
    /// How.
    pub told: Told,
}

/// One numbered paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// What it is.
    pub kind: PaperKind,
    /// Its number.
    pub number: String,
    /// When it came about.
    pub at: Moment,
    /// The leg that it belongs to.
    pub leg: u32,
    /// Every time that it was given.
    pub given: Vec<Given>,
}

impl Paper {
    /// The paper that a fact brought about, if it brought one about, on `leg` unless
    /// the fact names one.
    pub fn of(at: Moment, leg: u32, event: &Event) -> Option<Self> {
        let mut given = Vec::new();
        let (kind, number, leg) = if let Event::Notified {
            notice,
            supplement,
            told,
            by,
            ..
        } = event
        {
            given.push(Given {
                at,
                by: by.clone(),
                told: *told,
            });
            let kind = if *supplement {
                PaperKind::Supplement
            } else {
                PaperKind::Notice
            };
            (kind, notice, leg)
        } else if let Event::Accepted { receipt } = event {
            (PaperKind::Acceptance, receipt, leg)
        } else if let Event::Declined { notice, .. } = event {
            (PaperKind::Return, notice, leg)
        } else if let Event::HandedOff { slip, leg, .. } = event {
            (PaperKind::Slip, slip, *leg)
        } else if let Event::Coordinated(fact) = event {
            (PaperKind::Coordination, &fact.slip, fact.leg)
        } else {
            return None;
        };
        Some(Self {
            kind,
            number: number.clone(),
            at,
            leg,
            given,
        })
    }
}
