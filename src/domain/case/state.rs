//! A case as it stands, folded from its events.

use super::command::{Reporter, Whom};
use super::event::{CaseEvent, Measure, Opened, Outcome, Written};
use crate::domain::ids::{CaseNo, ClockId, Number, StaffNo};
use crate::domain::private::Private;
use crate::domain::time::Moment;

/// Where a case stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CaseStage {
    /// Entered.
    Opened,
    /// The first check was made.
    Checked,
    /// Proposed in writing.
    Proposed,
    /// Under investigation.
    Investigating,
    /// The report is in.
    Reported,
    /// It was decided about everyone concerned.
    Decided,
    /// An appeal waits for its decision.
    Appealed,
    /// Closed.
    Closed,
}

impl CaseStage {
    /// Every stage, in the order in which a case comes to them.
    pub const ALL: [Self; 8] = [
        Self::Opened,
        Self::Checked,
        Self::Proposed,
        Self::Investigating,
        Self::Reported,
        Self::Decided,
        Self::Appealed,
        Self::Closed,
    ];

    /// The stage as scripts and views write it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Opened => "opened",
            Self::Checked => "checked",
            Self::Proposed => "proposed",
            Self::Investigating => "investigating",
            Self::Reported => "reported",
            Self::Decided => "decided",
            Self::Appealed => "appealed",
            Self::Closed => "closed",
        }
    }
}

/// A clock of the procedure, from its start to its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseRun {
    /// The clock.
    pub clock: ClockId,
    /// Whose decision it concerns; nothing for the whole case.
    pub staff: Option<StaffNo>,
    /// From when it counts.
    pub from: Moment,
    /// When it ends.
    pub due: Moment,
    /// Whether a day beyond the announced calendar had a say in it.
    pub provisional: bool,
    /// Whether it is a right, which is gone at the end without anyone's fault.
    pub right: bool,
    /// By how many of its own unit it was extended.
    pub extended: u32,
    /// When it was met.
    pub met_at: Option<Moment>,
    /// When it ran out.
    pub lapsed_at: Option<Moment>,
}

impl CaseRun {
    /// Whether it waits for its act. A clock that ran out still does; a right does not.
    pub fn is_running(&self) -> bool {
        self.met_at.is_none() && !(self.right && self.lapsed_at.is_some())
    }
}

/// More time that was filed for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filed {
    /// The clock.
    pub clock: ClockId,
    /// By how many of its own unit.
    pub amount: u32,
    /// Who filed.
    pub by: StaffNo,
    /// When.
    pub at: Moment,
}

/// What a person concerned said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// When.
    pub at: Moment,
    /// The words.
    pub text: Private<String>,
    /// Whether checking bore the defence out.
    pub upheld: Option<bool>,
}

/// What was done against the investigation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Obstruction {
    /// When it was recorded.
    pub at: Moment,
    /// What was done.
    pub text: Private<String>,
    /// Whether suspension from duty is proposed.
    pub suspend: bool,
}

/// A decision about one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// When.
    pub at: Moment,
    /// Who decided.
    pub by: StaffNo,
    /// What.
    pub measure: Measure,
}

/// An appeal, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appeal {
    /// When.
    pub at: Moment,
    /// The grounds.
    pub text: Private<String>,
    /// When and how it ended.
    pub ended: Option<(Moment, Outcome)>,
}

/// One person concerned, and what the case came to for them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accused {
    /// Who.
    pub staff: StaffNo,
    /// What they said.
    pub statements: Vec<Statement>,
    /// What they did against the investigation.
    pub obstructions: Vec<Obstruction>,
    /// What was decided first.
    pub decision: Option<Decision>,
    /// When that was served.
    pub served_at: Option<Moment>,
    /// The appeal.
    pub appeal: Option<Appeal>,
    /// What stands after the appeal.
    pub reviewed: Option<Decision>,
    /// Ids of the forms that were carried out.
    pub carried_out: Vec<String>,
    /// When the name was restored.
    pub restored_at: Option<Moment>,
}

impl Accused {
    pub(super) fn new(staff: StaffNo) -> Self {
        Self {
            staff,
            statements: Vec::new(),
            obstructions: Vec::new(),
            decision: None,
            served_at: None,
            appeal: None,
            reviewed: None,
            carried_out: Vec::new(),
            restored_at: None,
        }
    }

    /// What stands: what the appeal came to, else what was decided first.
    pub fn stands(&self) -> Option<&Decision> {
        self.reviewed.as_ref().or(self.decision.as_ref())
    }

    /// Whether the person was called to account, and still is.
    pub fn answers(&self) -> bool {
        self.stands().is_some_and(|one| one.measure.follows())
    }

    /// Whether it was decided that nothing follows, or what followed was revoked.
    pub fn cleared(&self) -> bool {
        self.stands().is_some_and(|one| !one.measure.follows())
    }

    /// Whether an appeal waits for its decision.
    pub fn appeals(&self) -> bool {
        self.appeal.as_ref().is_some_and(|one| one.ended.is_none())
    }
}

/// A case, folded from its events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// What was reported or found.
    pub opened: Opened,
    /// When it was entered.
    pub opened_at: Moment,
    /// The people concerned.
    pub accused: Vec<Accused>,
    /// When the first check was made, whether it bore it out, and what it found.
    pub check: Option<(Moment, bool, Private<String>)>,
    /// When it was proposed, and in which words.
    pub proposal: Option<(Moment, Private<String>)>,
    /// When it was decided to investigate.
    pub investigated_at: Option<Moment>,
    /// Who investigates now.
    pub team: Vec<StaffNo>,
    /// Who withdrew.
    pub recused: Vec<StaffNo>,
    /// More time that waits for a decision.
    pub filed: Option<Filed>,
    /// The written report.
    pub report: Option<(Moment, Written)>,
    /// Who was told what came of it.
    pub told: Vec<(Whom, Moment)>,
    /// The clocks of the procedure, in the order in which they started.
    pub clocks: Vec<CaseRun>,
    /// Who looked at it, and when.
    pub looks: Vec<(StaffNo, Moment, Private<String>)>,
    /// When it was closed.
    pub closed_at: Option<Moment>,
    /// How many events it has.
    pub version: u32,
}

impl Case {
    /// Folds a whole stream; nothing when it does not begin with an opening.
    pub fn fold<'a>(events: impl IntoIterator<Item = (Moment, &'a CaseEvent)>) -> Option<Self> {
        let mut events = events.into_iter();
        let (at, CaseEvent::CaseOpened(opened)) = events.next()? else {
            return None;
        };
        let mut state = Self::opened(at, opened);
        for (at, event) in events {
            state.apply(at, event);
        }
        Some(state)
    }

    /// A case that was just entered.
    pub(super) fn opened(at: Moment, opened: &Opened) -> Self {
        Self {
            accused: opened.about.iter().cloned().map(Accused::new).collect(),
            opened: opened.clone(),
            opened_at: at,
            check: None,
            proposal: None,
            investigated_at: None,
            team: Vec::new(),
            recused: Vec::new(),
            filed: None,
            report: None,
            told: Vec::new(),
            clocks: Vec::new(),
            looks: Vec::new(),
            closed_at: None,
            version: 1,
        }
    }

    /// Number.
    pub fn number(&self) -> &CaseNo {
        &self.opened.case
    }

    /// Someone concerned.
    pub fn accused(&self, staff: &StaffNo) -> Option<&Accused> {
        self.accused.iter().find(|one| &one.staff == staff)
    }

    /// Whoever reported it; nothing where nobody is named, or it was destroyed.
    pub fn reporter(&self) -> Option<&Reporter> {
        let reporter = self.opened.reporter.get()?;
        (*reporter != Reporter::default()).then_some(reporter)
    }

    /// The inquiry that it rests on.
    pub fn inquiry(&self) -> Option<&Number> {
        self.opened.inquiry.as_ref()
    }

    /// Whether it was decided about everyone concerned.
    pub fn is_decided(&self) -> bool {
        !self.accused.is_empty() && self.accused.iter().all(|one| one.decision.is_some())
    }

    /// Where it stands.
    pub fn stage(&self) -> CaseStage {
        if self.closed_at.is_some() {
            CaseStage::Closed
        } else if self.accused.iter().any(Accused::appeals) {
            CaseStage::Appealed
        } else if self.is_decided() {
            CaseStage::Decided
        } else if self.report.is_some() {
            CaseStage::Reported
        } else if self.investigated_at.is_some() {
            CaseStage::Investigating
        } else if self.proposal.is_some() {
            CaseStage::Proposed
        } else if self.check.is_some() {
            CaseStage::Checked
        } else {
            CaseStage::Opened
        }
    }

    /// The clocks that wait for their act and have not run out.
    pub fn ticking(&self) -> impl Iterator<Item = &CaseRun> {
        let open = self.closed_at.is_none();
        let runs = self.clocks.iter();
        runs.filter(move |run| open && run.is_running() && run.lapsed_at.is_none())
    }

    /// When the next of its clocks ends.
    pub fn next_due(&self) -> Option<Moment> {
        self.ticking().map(|run| run.due).min()
    }

    /// Its clocks that ran out, which is a breach of the procedure itself.
    pub fn breached(&self) -> impl Iterator<Item = &CaseRun> {
        let runs = self.clocks.iter();
        runs.filter(|run| !run.right && run.lapsed_at.is_some())
    }
}
