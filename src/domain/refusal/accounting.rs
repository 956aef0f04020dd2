//! Why nobody can be called to account like this.

use super::Refusal;
use crate::domain::ids::{CaseNo, StaffNo};
use crate::domain::rulebook::CaseStep;
use crate::domain::time::Moment;

/// What an id names that the rulebook does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// A way in which things come to light.
    Source,
    /// What is charged.
    Category,
    /// One of the cases that a category names.
    Item,
    /// What can follow.
    Form,
    /// How grave it is.
    Tier,
    /// What makes it heavier or lighter.
    Circumstance,
    /// A fine.
    Fine,
    /// How an appeal ends.
    Outcome,
}

/// Why nobody can be called to account like this.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Accounting {
    /// The rulebook says nothing of it, or its source breaks off before.
    NoRules,
    /// No such case, or none that this person may know of.
    UnknownCase(CaseNo),
    /// The rulebook has no such thing.
    Unknown(Named, String),
    /// Whoever is concerned does not act on it, but for an appeal.
    Concerned,
    /// The case does not concern this person.
    NotConcerned(StaffNo),
    /// Concerned, once held the inquiry, or a superior of such a person (D1 art. 4.18).
    TooNear(StaffNo),
    /// Not on the team.
    NotInTeam(StaffNo),
    /// Whoever investigated does not decide.
    Investigated,
    /// Whoever files does not decide.
    OwnRequest,
    /// The regulation asks for another step first.
    First(CaseStep),
    /// Done already.
    Done(CaseStep, Moment),
    /// The first check did not bear it out.
    NotBorneOut,
    /// Not heard yet (D1 art. 4.12).
    Unheard(StaffNo),
    /// Nothing was filed.
    NothingFiled,
    /// The tier does not allow this form.
    NotOfTier(String),
    /// Only those who manage the post may decide this form.
    ByManagement(String),
    /// The fine lies outside its range, in yuan.
    FineOutside {
        /// The least.
        from: u32,
        /// The most; nothing where the regulation breaks off.
        to: Option<u32>,
    },
    /// The rights have to be told on service.
    RightsUntold,
    /// The right is gone since then.
    RightGone(Moment),
    /// Appealed already.
    AlreadyAppealed(Moment),
    /// There is no appeal to decide on.
    NoAppeal(StaffNo),
    /// A defence never makes it heavier.
    Heavier,
    /// What was decided about this person still stands.
    StillAnswers(StaffNo),
    /// Nobody reported it.
    NoReporter,
    /// Something is owed to or by this person before the case can be closed.
    Owed(CaseStep, StaffNo),
    /// A right may still be used until then.
    RightRuns(Moment),
    /// An end cannot be reckoned.
    Unreckoned(String),
}

impl Accounting {
    /// The code that scripts read.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoRules => "no_accountability",
            Self::UnknownCase(_) => "unknown_case",
            Self::Unknown(..) => "not_in_rulebook",
            Self::Concerned => "concerned",
            Self::NotConcerned(_) => "not_concerned",
            Self::TooNear(_) => "too_near",
            Self::NotInTeam(_) => "not_in_team",
            Self::Investigated => "investigated",
            Self::OwnRequest => "own_request",
            Self::First(_) => "step_first",
            Self::Done(..) => "step_done",
            Self::NotBorneOut => "not_borne_out",
            Self::Unheard(_) => "unheard",
            Self::NothingFiled => "no_extension_filed",
            Self::NotOfTier(_) => "not_of_tier",
            Self::ByManagement(_) => "by_management",
            Self::FineOutside { .. } => "fine_outside",
            Self::RightsUntold => "rights_untold",
            Self::RightGone(_) => "right_gone",
            Self::AlreadyAppealed(_) => "already_appealed",
            Self::NoAppeal(_) => "no_appeal",
            Self::Heavier => "heavier",
            Self::StillAnswers(_) => "still_answers",
            Self::NoReporter => "no_reporter",
            Self::Owed(..) => "step_owed",
            Self::RightRuns(_) => "right_runs",
            Self::Unreckoned(_) => "unreckoned",
        }
    }
}

impl From<Accounting> for Refusal {
    fn from(why: Accounting) -> Self {
        Self::Accounting(Box::new(why))
    }
}
