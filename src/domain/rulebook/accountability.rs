//! What a regulation says of calling people to account (D1 art. 4, D2 art. 11, D4 art. 4, D5, D7 art. 6).

use serde::{Deserialize, Serialize};

use super::{Bilingual, Clause, Extension};
use crate::domain::deadline::{Counting, Limit};
use crate::domain::ids::ClockId;

/// What can be charged, what can follow, and by what procedure.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Accountability {
    /// What the regulation asks for beside the decision, in any order.
    pub procedure: Vec<CaseStep>,
    /// For how many months a closed case's papers are kept, where the regulation or the
    /// office says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub papers_kept_months: Option<u32>,
    /// What people are called to account for.
    pub categories: Vec<Category>,
    /// What can follow.
    pub forms: Vec<Form>,
    /// How grave it is, and which forms that allows.
    pub tiers: Vec<Tier>,
    /// What makes it heavier or lighter.
    pub circumstances: Vec<Circumstance>,
    /// Fines.
    pub fines: Vec<Fine>,
    /// Ways in which it comes to light.
    pub sources: Vec<Named>,
    /// How an appeal can end.
    pub outcomes: Vec<Named>,
    /// Rules of the procedure that are no clock.
    pub rules: Vec<Named>,
    /// The clocks of the procedure.
    pub clocks: Vec<CaseClock>,
}

/// A step of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CaseStep {
    /// A first check.
    Check,
    /// A proposal in writing.
    Propose,
    /// A decision to investigate, and a team.
    Investigate,
    /// Hearing the people concerned.
    Hear,
    /// A written report.
    Report,
    /// The decision.
    Decide,
    /// Serving the decision, with the rights told.
    Serve,
    /// Carrying out what was decided.
    CarryOut,
    /// Deciding on an appeal.
    Review,
    /// Telling whoever reported it.
    TellBack,
    /// Telling the visitor.
    TellVisitor,
    /// Clearing the facts up and restoring a name.
    Restore,
}

/// Something with an id, in the regulation's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named {
    /// Id.
    pub id: String,
    /// What it is.
    pub name: Bilingual,
    /// The words it rests on.
    pub clause: Clause,
}

/// Something that people are called to account for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Category {
    /// Id.
    pub id: String,
    /// What it is.
    pub name: Bilingual,
    /// The cases that it names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Bilingual>,
    /// The words it rests on.
    pub clause: Clause,
}

/// Something that can follow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// Id.
    pub id: String,
    /// What it is.
    pub name: Bilingual,
    /// Whether only those who manage the post may decide it.
    #[serde(default)]
    pub by_management: bool,
    /// The body that carries it out; absent where the regulation names none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carried_out_by: Option<Bilingual>,
    /// The words it rests on.
    pub clause: Clause,
}

/// How grave a case is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tier {
    /// Id.
    pub id: String,
    /// What it is called.
    pub name: Bilingual,
    /// Ids of the forms that it allows.
    pub forms: Vec<String>,
    /// The words it rests on.
    pub clause: Clause,
}

/// Which way a circumstance weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weighs {
    /// Heavier.
    Aggravating,
    /// Lighter, less, or nothing at all.
    Mitigating,
    /// Nothing follows.
    Exempting,
}

/// What makes a case heavier or lighter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Circumstance {
    /// Id, as people cite it.
    pub id: String,
    /// What it is.
    pub name: Bilingual,
    /// Which way it weighs.
    pub weighs: Weighs,
    /// How often within how long, where the record itself can tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeated: Option<Repeated>,
    /// The words it rests on.
    pub clause: Clause,
}

/// So many times within a rolling period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Repeated {
    /// At least this often.
    pub times: u32,
    /// Within this many months, back to the corresponding day.
    pub months: u32,
}

/// Whom a fine is counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FinePer {
    /// For each time it is found.
    Instance,
    /// For each person.
    Person,
}

/// A fine, in yuan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fine {
    /// Id.
    pub id: String,
    /// What it is for.
    pub name: Bilingual,
    /// The least, in yuan.
    pub from: u32,
    /// The most, in yuan; absent where the source is cut off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<u32>,
    /// What it is counted by.
    pub per: FinePer,
    /// Whether the head of the department is fined as well.
    #[serde(default)]
    pub head_too: bool,
    /// The words it rests on.
    pub clause: Clause,
}

/// Something that happens in a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CaseAct {
    /// It was decided to investigate.
    Opened,
    /// The written report was handed in.
    Reported,
    /// The decision was made.
    Decided,
    /// The decision was served.
    Served,
    /// An appeal was received.
    Appealed,
    /// The appeal was decided.
    Reviewed,
}

/// A clock of the procedure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseClock {
    /// Its id, as people cite it.
    pub id: ClockId,
    /// A short name.
    pub name: Bilingual,
    /// How long it runs.
    pub limit: Limit,
    /// Whether the day of the trigger counts.
    #[serde(default)]
    pub counting: Counting,
    /// What starts it.
    pub starts: CaseAct,
    /// What meets it.
    pub stops: CaseAct,
    /// Who answers for it, in the regulation's words.
    pub answerable: Bilingual,
    /// Whether it is a right, which is gone at its end without anyone's fault.
    #[serde(default)]
    pub right: bool,
    /// How far it can be extended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extension: Option<Extension>,
    /// The words it rests on.
    pub clause: Clause,
}
