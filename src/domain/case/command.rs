//! What can be done about a case.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::ids::{CaseNo, Number, StaffNo};

/// One act on a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CaseCommand {
    /// Enter what was reported or found.
    Open(Box<Open>),
    /// Say whether the first check bore it out (D1 art. 4.10).
    Check(Check),
    /// Propose in writing to call to account (D1 art. 4.11).
    Propose(Say),
    /// Decide to investigate, and name who does (D1 art. 4.12).
    Investigate(Investigate),
    /// Withdraw from the team (D1 art. 4.18).
    Recuse(Recuse),
    /// Record what the person concerned says, and what checking it came to (D1 art. 4.12).
    Hear(Hear),
    /// Record that the investigation was obstructed (D1 art. 4.12).
    Obstruct(Obstruct),
    /// File for more time (D1 art. 4.13).
    Extend(Extend),
    /// Decide on more time.
    RuleOnExtension(Rule),
    /// Hand the written report in: facts, conclusion, proposal (D1 art. 4.13).
    Report(Report),
    /// Decide about one person (D1 art. 4.14).
    Decide(Box<Decide>),
    /// Serve the decision, and tell the rights (D1 art. 4.15).
    Serve(Serve),
    /// Appeal (D1 art. 4.16).
    Appeal(SayOf),
    /// Decide on an appeal (D1 art. 4.17).
    Review(Box<Decide>),
    /// Record that something which was decided was carried out (D1 art. 4.14).
    CarryOut(CarryOut),
    /// Tell whoever asked for it, or the visitor, what came of it (D1 art. 4.15, D7 art. 6).
    Tell(Tell),
    /// Clear the facts up and restore a name (D1 art. 4.14, 4.17).
    Restore(SayOf),
    /// Close.
    Close(Say),
    /// Look at it, for a reason.
    Look(Say),
}

/// Whoever reported it. Nobody who is complained of ever sees this.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Reporter {
    /// Name of the person or body; empty where it was not given.
    pub name: String,
    /// How to reach them.
    pub contact: String,
}

/// Enter what was reported or found.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Open {
    /// Id of the way in which it came to light, from the rulebook.
    pub source: String,
    /// Id of what is charged, from the rulebook.
    pub category: String,
    /// Which of the cases that the category names, counting from 1; 0 for none of them.
    pub item: u32,
    /// The inquiry that it rests on; empty where it rests on none.
    pub inquiry: Number,
    /// The inquiry by which somebody complained; empty where nobody did so at a window.
    pub complaint: Number,
    /// The earlier case whose investigators answer (D1 art. 4.18); empty mostly.
    pub before: CaseNo,
    /// Who is concerned; left empty, the hands in which the inquiry's breaches fell.
    pub about: Vec<StaffNo>,
    /// What is said to have happened.
    pub text: String,
    /// Whoever reported it.
    pub reporter: Reporter,
}

/// Say whether the first check bore it out.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Check {
    /// The case.
    pub case: CaseNo,
    /// Whether it did.
    pub borne_out: bool,
    /// What was found.
    pub text: String,
}

/// Say something about the whole case.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Say {
    /// The case.
    pub case: CaseNo,
    /// The words.
    pub text: String,
}

/// Say something about one person's part of it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct SayOf {
    /// The case.
    pub case: CaseNo,
    /// The person; may be left out where one is concerned.
    pub staff: StaffNo,
    /// The words.
    pub text: String,
}

/// Decide to investigate.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Investigate {
    /// The case.
    pub case: CaseNo,
    /// Who investigates.
    pub team: Vec<StaffNo>,
    /// Why.
    pub text: String,
}

/// Withdraw from the team.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Recuse {
    /// The case.
    pub case: CaseNo,
    /// Who withdraws.
    pub staff: StaffNo,
    /// Who comes instead; empty for nobody.
    pub instead: StaffNo,
    /// Which interest stands in the way.
    pub text: String,
}

/// Record what a person concerned says.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Hear {
    /// The case.
    pub case: CaseNo,
    /// The person; may be left out where one is concerned.
    pub staff: StaffNo,
    /// The statement and defence.
    pub text: String,
    /// Whether checking bore the defence out; left out where nothing was put forward.
    pub upheld: Option<bool>,
}

/// Record that the investigation was obstructed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Obstruct {
    /// The case.
    pub case: CaseNo,
    /// By whom; may be left out where one is concerned.
    pub staff: StaffNo,
    /// What was done.
    pub text: String,
    /// Whether suspension from duty is proposed.
    pub suspend: bool,
}

/// File for more time.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Extend {
    /// The case.
    pub case: CaseNo,
    /// By how many of the clock's own unit.
    pub by: u32,
    /// Why.
    pub text: String,
}

/// Decide on more time.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Rule {
    /// The case.
    pub case: CaseNo,
    /// Whether it is granted.
    pub approve: bool,
    /// Why.
    pub text: String,
}

/// Hand the written report in.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Report {
    /// The case.
    pub case: CaseNo,
    /// What happened.
    pub facts: String,
    /// What it amounts to.
    pub conclusion: String,
    /// What is proposed.
    pub proposal: String,
}

/// A fine that is set.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct FineSet {
    /// Id of the fine, from the rulebook.
    pub fine: String,
    /// How much in all, in yuan.
    pub yuan: u32,
    /// For how many instances, where it is counted by them; 0 and 1 are one.
    pub times: u32,
}

/// Where a matter goes that is more than this procedure's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Referral {
    /// Nowhere.
    #[default]
    None,
    /// To the discipline bodies.
    Discipline,
    /// To criminal justice.
    Criminal,
}

/// Decide about one person, or decide on that person's appeal.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Decide {
    /// The case.
    pub case: CaseNo,
    /// The person; may be left out where one is concerned.
    pub staff: StaffNo,
    /// On an appeal: `uphold`, `change` or `revoke`.
    pub outcome: String,
    /// Id of the tier; may be left out where the rulebook has none, or nothing follows.
    pub tier: String,
    /// Ids of the forms; none where nothing follows.
    pub forms: Vec<String>,
    /// Fines.
    pub fines: Vec<FineSet>,
    /// Ids of what makes it heavier or lighter. What the record itself shows is added.
    pub circumstances: Vec<String>,
    /// Who manages the post and agreed, for forms that only they may decide.
    pub authority: String,
    /// Where it goes beside this.
    pub refer: Referral,
    /// Grounds, and what else follows in words.
    pub text: String,
}

/// Serve a decision.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Serve {
    /// The case.
    pub case: CaseNo,
    /// The person; may be left out where one is concerned.
    pub staff: StaffNo,
    /// Whether the rights were told.
    pub rights_told: bool,
    /// How it was served.
    pub text: String,
}

/// Record that something which was decided was carried out.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CarryOut {
    /// The case.
    pub case: CaseNo,
    /// The person; may be left out where one is concerned.
    pub staff: StaffNo,
    /// Id of the form.
    pub form: String,
    /// How, and by whom.
    pub text: String,
}

/// Who is told what came of it.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Whom {
    /// Whoever reported or asked for it.
    #[default]
    Reporter,
    /// The visitor, by the leader of the department (D7 art. 6).
    Visitor,
}

/// Tell what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Tell {
    /// The case.
    pub case: CaseNo,
    /// Who is told.
    pub whom: Whom,
    /// What they were told, and by whom.
    pub text: String,
}

impl CaseCommand {
    /// The case that it is about; nothing for a new one.
    pub fn case(&self) -> Option<&CaseNo> {
        Some(match self {
            Self::Open(_) => return None,
            Self::Check(c) => &c.case,
            Self::Propose(c) | Self::Close(c) | Self::Look(c) => &c.case,
            Self::Investigate(c) => &c.case,
            Self::Recuse(c) => &c.case,
            Self::Hear(c) => &c.case,
            Self::Obstruct(c) => &c.case,
            Self::Extend(c) => &c.case,
            Self::RuleOnExtension(c) => &c.case,
            Self::Report(c) => &c.case,
            Self::Decide(c) | Self::Review(c) => &c.case,
            Self::Serve(c) => &c.case,
            Self::Appeal(c) | Self::Restore(c) => &c.case,
            Self::CarryOut(c) => &c.case,
            Self::Tell(c) => &c.case,
        })
    }

    /// The people whom it names, beside the one who gives it.
    pub fn people(&self) -> Vec<StaffNo> {
        match self {
            Self::Open(c) => c.about.clone(),
            Self::Investigate(c) => c.team.clone(),
            Self::Recuse(c) => vec![c.staff.clone(), c.instead.clone()],
            Self::Hear(c) => vec![c.staff.clone()],
            Self::Obstruct(c) => vec![c.staff.clone()],
            Self::Decide(c) | Self::Review(c) => vec![c.staff.clone()],
            Self::Serve(c) => vec![c.staff.clone()],
            Self::Appeal(c) | Self::Restore(c) => vec![c.staff.clone()],
            Self::CarryOut(c) => vec![c.staff.clone()],
            Self::Check(_)
            | Self::Propose(_)
            | Self::Extend(_)
            | Self::RuleOnExtension(_)
            | Self::Report(_)
            | Self::Tell(_)
            | Self::Close(_)
            | Self::Look(_) => Vec::new(),
        }
    }

    /// Its name, as JSON and the table of roles write it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Open(_) => "case.open",
            Self::Check(_) => "case.check",
            Self::Propose(_) => "case.propose",
            Self::Investigate(_) => "case.investigate",
            Self::Recuse(_) => "case.recuse",
            Self::Hear(_) => "case.hear",
            Self::Obstruct(_) => "case.obstruct",
            Self::Extend(_) => "case.extend",
            Self::RuleOnExtension(_) => "case.rule_on_extension",
            Self::Report(_) => "case.report",
            Self::Decide(_) => "case.decide",
            Self::Serve(_) => "case.serve",
            Self::Appeal(_) => "case.appeal",
            Self::Review(_) => "case.review",
            Self::CarryOut(_) => "case.carry_out",
            Self::Tell(_) => "case.tell",
            Self::Restore(_) => "case.restore",
            Self::Close(_) => "case.close",
            Self::Look(_) => "case.look",
        }
    }
}
