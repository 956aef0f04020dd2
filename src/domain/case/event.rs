//! What is recorded of a case.

use serde::{Deserialize, Serialize};

use super::command::{FineSet, Referral, Reporter, Whom};
use crate::domain::ids::{CaseNo, ClockId, Number, StaffNo};
use crate::domain::private::Private;
use crate::domain::time::Moment;

/// What was reported or found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// Number.
    pub case: CaseNo,
    /// Hash of the rulebook that it keeps.
    pub rulebook: String,
    /// Id of the way in which it came to light.
    pub source: String,
    /// Id of what is charged.
    pub category: String,
    /// Which of the cases that the category names, counting from 1; 0 for none.
    pub item: u32,
    /// The inquiry that it rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inquiry: Option<Number>,
    /// The inquiry by which somebody complained.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub complaint: Option<Number>,
    /// The earlier case whose investigators answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<CaseNo>,
    /// Who is concerned.
    pub about: Vec<StaffNo>,
    /// Who entered it.
    pub by: StaffNo,
    /// What is said to have happened.
    pub text: Private<String>,
    /// Whoever reported it.
    pub reporter: Private<Reporter>,
}

/// What is decided about one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure {
    /// Id of the tier; empty where there is none.
    pub tier: String,
    /// Ids of the forms; none where nothing follows.
    pub forms: Vec<String>,
    /// Fines.
    pub fines: Vec<FineSet>,
    /// Ids of what makes it heavier or lighter.
    pub circumstances: Vec<String>,
    /// Those of them that the record itself shows, with the cases that show it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub on_record: Vec<CaseNo>,
    /// Who manages the post and agreed.
    pub authority: Private<String>,
    /// Where it goes beside this.
    pub refer: Referral,
    /// Grounds, and what else follows in words.
    pub text: Private<String>,
}

impl Measure {
    /// Whether anything follows.
    pub fn follows(&self) -> bool {
        !self.forms.is_empty() || !self.fines.is_empty() || !self.tier.is_empty()
    }
}

/// The written report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    /// Who handed it in.
    pub by: StaffNo,
    /// What happened.
    pub facts: Private<String>,
    /// What it amounts to.
    pub conclusion: Private<String>,
    /// What is proposed.
    pub proposal: Private<String>,
}

/// How an appeal ends (D1 art. 4.17).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The decision stands.
    Uphold,
    /// The decision is changed.
    Change,
    /// The decision is revoked.
    Revoke,
}

impl Outcome {
    /// The outcome with this id.
    pub fn of(id: &str) -> Option<Self> {
        match id {
            "uphold" => Some(Self::Uphold),
            "change" => Some(Self::Change),
            "revoke" => Some(Self::Revoke),
            _ => None,
        }
    }

    /// Its id, as rulebooks and commands write it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Uphold => "uphold",
            Self::Change => "change",
            Self::Revoke => "revoke",
        }
    }
}

/// A fact about a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum CaseEvent {
    /// Entered.
    CaseOpened(Box<Opened>),
    /// The first check was made.
    CaseChecked {
        /// Whether it bore out what was said.
        borne_out: bool,
        /// Who checked.
        by: StaffNo,
        /// What was found.
        text: Private<String>,
    },
    /// It was proposed to call to account.
    CaseProposed {
        /// Who proposed.
        by: StaffNo,
        /// The proposal.
        text: Private<String>,
    },
    /// It was decided to investigate.
    InvestigationOpened {
        /// Who decided.
        by: StaffNo,
        /// Who investigates.
        team: Vec<StaffNo>,
        /// Why.
        text: Private<String>,
    },
    /// One of the team withdrew.
    InvestigatorRecused {
        /// Who.
        staff: StaffNo,
        /// Who came instead.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        instead: Option<StaffNo>,
        /// Which interest stands in the way.
        text: Private<String>,
    },
    /// A person concerned was heard.
    StatementHeard {
        /// Who.
        staff: StaffNo,
        /// Who heard them.
        by: StaffNo,
        /// What was said.
        text: Private<String>,
        /// Whether checking bore the defence out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        upheld: Option<bool>,
    },
    /// The investigation was obstructed.
    InvestigationObstructed {
        /// By whom.
        staff: StaffNo,
        /// What was done.
        text: Private<String>,
        /// Whether suspension from duty is proposed.
        suspend: bool,
    },
    /// More time was filed for.
    CaseExtensionFiled {
        /// The clock.
        clock: ClockId,
        /// By how many of its own unit.
        amount: u32,
        /// Who filed.
        by: StaffNo,
        /// Why.
        text: Private<String>,
    },
    /// More time was granted or not.
    CaseExtensionRuled {
        /// The clock.
        clock: ClockId,
        /// Whether it was granted.
        approved: bool,
        /// Who decided.
        by: StaffNo,
        /// When it ends now.
        due: Moment,
        /// Whether a day beyond the announced calendar had a say in it.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        provisional: bool,
        /// Why.
        text: Private<String>,
    },
    /// The written report was handed in.
    ReportHandedIn(Box<Written>),
    /// It was decided about one person.
    CaseDecided {
        /// About whom.
        staff: StaffNo,
        /// Who decided.
        by: StaffNo,
        /// What.
        measure: Box<Measure>,
    },
    /// The decision was served, and the rights were told.
    DecisionServed {
        /// On whom.
        staff: StaffNo,
        /// By whom.
        by: StaffNo,
        /// How.
        text: Private<String>,
    },
    /// The decision was appealed. It runs on.
    DecisionAppealed {
        /// Whose decision.
        staff: StaffNo,
        /// Who entered the appeal.
        by: StaffNo,
        /// The grounds.
        text: Private<String>,
    },
    /// The appeal was decided.
    AppealDecided {
        /// Whose appeal.
        staff: StaffNo,
        /// Who decided.
        by: StaffNo,
        /// How it ended.
        outcome: Outcome,
        /// What stands now; nothing follows where it was revoked.
        measure: Box<Measure>,
    },
    /// Something that was decided was carried out.
    FormCarriedOut {
        /// On whom.
        staff: StaffNo,
        /// Id of the form.
        form: String,
        /// Who recorded it.
        by: StaffNo,
        /// How, and by whom.
        text: Private<String>,
    },
    /// Somebody was told what came of it.
    OutcomeTold {
        /// Who.
        whom: Whom,
        /// Who recorded it.
        by: StaffNo,
        /// What they were told.
        text: Private<String>,
    },
    /// The facts were cleared up and a name was restored.
    NameRestored {
        /// Whose.
        staff: StaffNo,
        /// Who recorded it.
        by: StaffNo,
        /// Where and how.
        text: Private<String>,
    },
    /// Closed.
    CaseClosed {
        /// By whom.
        by: StaffNo,
        /// The last word.
        text: Private<String>,
    },
    /// Somebody looked at it.
    CaseLookedAt {
        /// Who.
        by: StaffNo,
        /// For what reason.
        reason: Private<String>,
    },
    /// A clock of the procedure started.
    CaseClockStarted {
        /// The clock.
        clock: ClockId,
        /// Whose decision it concerns; nothing for the whole case.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        staff: Option<StaffNo>,
        /// When it ends.
        due: Moment,
        /// Whether a day beyond the announced calendar had a say in it.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        provisional: bool,
        /// Whether it is a right, which is gone at the end without anyone's fault.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        right: bool,
    },
    /// A clock of the procedure was met, or what it waited for is past.
    CaseClockMet {
        /// The clock.
        clock: ClockId,
        /// Whose decision it concerns.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        staff: Option<StaffNo>,
    },
    /// A clock of the procedure ran out: a breach of its own.
    CaseClockBreached {
        /// The clock.
        clock: ClockId,
        /// Whose decision it concerns.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        staff: Option<StaffNo>,
        /// When it ended.
        due: Moment,
    },
    /// A right was not used in its time.
    RightLapsed {
        /// The clock.
        clock: ClockId,
        /// Whose right.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        staff: Option<StaffNo>,
        /// When it ended.
        due: Moment,
    },
    /// Another calendar moved the end of a clock.
    CaseClockMoved {
        /// The clock.
        clock: ClockId,
        /// Whose decision it concerns.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        staff: Option<StaffNo>,
        /// When it ended before.
        was: Moment,
        /// When it ends now.
        due: Moment,
        /// Whether a day beyond the announced calendar had a say in it.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        provisional: bool,
    },
}
