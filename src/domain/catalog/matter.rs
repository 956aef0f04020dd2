//! One matter and its documents as published.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{CircumstanceId, Correction, Fee, InForce, Limit, Span};

/// The stable name of a matter: `sw-fapiao`, or an office's own code.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(transparent)]
pub struct MatterId(pub String);

impl MatterId {
    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether a matter is finished while the visitor waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CaseType {
    /// 即办件: finished at the counter.
    #[serde(alias = "即办件")]
    OnSpot,
    /// 承诺件: finished within a promised limit.
    #[serde(alias = "承诺件")]
    Promised,
}

/// How far the published source can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// A law's text or an authority's own page.
    High,
    /// An authority's page for part of it.
    Medium,
    /// Second-hand pages only.
    Low,
}

/// In which form a document is handed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// The original.
    Original,
    /// A copy.
    Copy,
    /// The original together with a copy.
    #[serde(alias = "original+copy")]
    OriginalAndCopy,
    /// The original or a copy.
    Either,
    /// A file.
    Electronic,
}

/// Where a document comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentSource {
    /// 申请人自备: the applicant makes it.
    Applicant,
    /// 政府部门核发: an authority issues it.
    GovIssued,
    /// An agency, employer or medical institution issues it.
    ThirdParty,
    /// It depends.
    Mixed,
}

/// What else a visitor needs to know to come with the right document.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Particulars {
    /// The name of the form to be filled in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form: Option<String>,
    /// Where it is issued.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued_at: Option<String>,
    /// How long it is good for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub validity: Option<String>,
    /// What may be shown instead, as an electronic certificate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub electronic: Option<String>,
}

impl Particulars {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// One document of a matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Its name; no two documents of one matter share it, so ticks go by it.
    pub name: String,
    /// Its name in English.
    pub name_en: String,
    /// In which form.
    pub kind: DocumentKind,
    /// How many, where the source says; at least one. Of a document in both forms
    /// these are the copies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copies: Option<u32>,
    /// How many originals, where they are told apart from the copies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub originals: Option<u32>,
    /// Where it comes from.
    pub source: DocumentSource,
    /// Who issues it, in the office's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// False: asked for, yet never missing.
    pub required: bool,
    /// 容缺: an application is accepted without it, and it is brought afterwards.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub may_follow: bool,
    /// Asked only under this circumstance; absent: of everyone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<CircumstanceId>,
    /// Any one document of this group will do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub any_of_group: Option<String>,
    /// What else the visitor should know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Its form, where it is had, how long it is good for, what may stand for it.
    #[serde(default, skip_serializing_if = "Particulars::is_empty")]
    pub particulars: Particulars,
    /// The law or rule that asks for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<String>,
}

/// One step of handling, with the days that it may take.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandlingStep {
    /// What is done: 受理, 审核, 决定.
    pub name: String,
    /// Days, in the unit of the promise; 0 within the same day.
    pub days: u32,
}

/// One matter of a catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Matter {
    /// Stable name.
    pub id: MatterId,
    /// Name.
    pub name: String,
    /// Name in English.
    pub name_en: String,
    /// The field of administration, as a heading: 税务, 民政.
    pub domain: String,
    /// Who handles it, as published.
    pub department: String,
    /// Finished at once, or within a promise.
    #[serde(rename = "type")]
    pub case_type: CaseType,
    /// The limit that a law sets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_limit: Option<Limit>,
    /// The limit that an office promises.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promised_limit: Option<Limit>,
    /// Laws and rules that it rests on.
    #[serde(default)]
    pub basis: Vec<String>,
    /// What it costs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fee: Option<Fee>,
    /// Who may apply, and when.
    #[serde(default)]
    pub conditions: Vec<String>,
    /// What happens when documents are incomplete.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correction: Option<Correction>,
    /// What the visitor receives in the end.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub results: Vec<String>,
    /// A remark for the office; never printed for a visitor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// A doubt about the source; never printed for a visitor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caveat: Option<String>,
    /// Where the facts stand.
    #[serde(default)]
    pub source_url: Vec<String>,
    /// How far to trust them.
    pub confidence: Confidence,
    /// An example that nobody has checked against local rules yet.
    #[serde(default)]
    pub example: bool,
    /// The code that the matter shares with those of other offices.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basic_code: Option<String>,
    /// The kind of power that is exercised: 行政许可, 公共服务.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item_type: Option<String>,
    /// The steps of handling, in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<HandlingStep>,
    /// The days on which it is in force.
    #[serde(default, skip_serializing_if = "InForce::is_always")]
    pub in_force: InForce,
    /// Where to go; each office fills it in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// When it is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<String>,
    /// Whom to ask.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Where to complain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub complaint_phone: Option<String>,
    /// English names of the groups that its documents name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub groups_en: BTreeMap<String, String>,
    /// The documents, in the order in which they are read out.
    #[serde(default)]
    pub documents: Vec<Document>,
}

impl Document {
    /// How many originals and how many copies are wanted, where the source says.
    pub fn counts(&self) -> (Option<u32>, Option<u32>) {
        match self.kind {
            DocumentKind::Original if self.originals.is_none() => (self.copies, None),
            DocumentKind::Original
            | DocumentKind::Copy
            | DocumentKind::OriginalAndCopy
            | DocumentKind::Either
            | DocumentKind::Electronic => (self.originals, self.copies),
        }
    }
}

impl Matter {
    /// The circumstances that its documents name, each once, in their order.
    pub fn circumstances(&self) -> Vec<&CircumstanceId> {
        let mut named: Vec<&CircumstanceId> = Vec::new();
        for when in self.documents.iter().filter_map(|one| one.when.as_ref()) {
            if !named.contains(&when) {
                named.push(when);
            }
        }
        named
    }

    /// Whether a document of this matter is asked under `circumstance`.
    pub fn has_circumstance(&self, circumstance: &CircumstanceId) -> bool {
        self.documents
            .iter()
            .any(|one| one.when.as_ref() == Some(circumstance))
    }

    /// What the matter's own law allows to be added to its legal limit, with the
    /// words that allow it; `None` where the law gives no number.
    pub fn grantable_extension(&self) -> Option<(Span, &str)> {
        let extension = self.legal_limit.as_ref()?.extension.as_ref()?;
        Some((extension.max?, extension.text.as_str()))
    }
}
