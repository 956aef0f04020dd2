//! A regulation as data: what starts a clock, what stops it, and the clause it rests on.
//!
//! No limit, route, slip name or forbidden phrase of any organisation stands in
//! code; each is a field here, with the words of the regulation beside it. Where
//! the regulation is silent the field is absent.

mod accountability;
mod act;
mod check;
mod clock;
mod duty;
mod late;
mod paper;
mod parse;
mod route;

use serde::{Deserialize, Serialize};

pub use accountability::{
    Accountability, CaseAct, CaseClock, CaseStep, Category, Circumstance, Fine, FinePer, Form,
    Named, Repeated, Tier, Weighs,
};
pub use act::Act;
pub use check::{ClockFlaw, Flaw, check};
pub use clock::{Answerable, ClockRule, Extension, From, Lapse, Length, SuspensionRule};
pub use duty::{
    ContactRule, Duty, FollowUp, Forbidden, Guidance, Handoff, OnceOnly, Returns, RoleRule, Rung,
    RungOn,
};
pub use late::Late;
pub use paper::{Marks, Papers, Slip, SlipContent, SlipField};
pub use parse::{Fault, parse};
pub use route::{Choice, Kind, Route, RouteId, Step, StepBy, UrgencyRule, Visits};

use super::deadline::{SuspensionReason, Week};
use super::ids::{ClockId, StepId};

/// The same words in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// Where a rule stands in its regulation, in the regulation's own words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clause {
    /// Document, `D9`.
    pub document: String,
    /// Article, as the document numbers it.
    pub article: String,
    /// The words themselves, in the original.
    pub quote: String,
}

/// A regulation, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rulebook {
    /// Id, `tax`.
    pub id: String,
    /// Version of this text.
    pub version: String,
    /// Full name.
    pub name: Bilingual,
    /// Documents it carries out, and what is missing from them.
    pub documents: Vec<Document>,
    /// Ways in which an inquiry arrives.
    pub channels: Vec<Choice>,
    /// When its offices are open, where the regulation or its trade says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office: Option<OfficeRule>,
    /// People whom the regulation names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<RoleRule>,
    /// Kinds of request, where the regulation names any.
    #[serde(default)]
    pub kinds: Vec<Kind>,
    /// Levels of urgency, where the regulation tells them apart.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub urgencies: Vec<UrgencyRule>,
    /// Routes.
    pub routes: Vec<Route>,
    /// Steps that this regulation alone asks for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<Step>,
    /// How often a visitor may have to come, where the regulation says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visits: Option<Visits>,
    /// The handoff slip.
    pub slip: Slip,
    /// Papers for the visitor.
    pub papers: Papers,
    /// Rules for handing off.
    #[serde(default)]
    pub handoff: Handoff,
    /// Rules for returning.
    #[serde(default)]
    pub returns: Returns,
    /// Whether missing documents are told once only, so that a second list needs a reason.
    #[serde(default)]
    pub told_once: Option<Clause>,
    /// Phrases that no reply may use.
    #[serde(default)]
    pub forbidden: Vec<Forbidden>,
    /// Advice for the side pane.
    #[serde(default)]
    pub guidance: Vec<Guidance>,
    /// Who hears of an inquiry that cannot be settled, lowest rung first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ladder: Vec<Rung>,
    /// Who asks the visitor afterwards, where the regulation wants it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follow_up: Option<FollowUp>,
    /// How the numbers that callers are given are kept right.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contacts: Option<ContactRule>,
    /// Standing duties.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub duties: Vec<Duty>,
    /// Why clocks may stand still.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub suspensions: Vec<SuspensionRule>,
    /// The clocks.
    #[serde(default)]
    pub clocks: Vec<ClockRule>,
    /// Accountability, where the regulation speaks of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accountability: Option<Accountability>,
    /// What counts as late by a rule of its own, where the regulation names any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late: Option<Late>,
}

/// When offices under a regulation are open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficeRule {
    /// Every day of the year is a working day, as at a hotel's desk.
    #[serde(default)]
    pub seven_days: bool,
    /// Office hours on a working day, `09:00-12:00,14:00-17:30`; the usual ones when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<String>,
    /// Minutes without a key after which a screen is covered and asks for the PIN again;
    /// 0 for never, [`LOCK_MINUTES`] when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lock_minutes: Option<u32>,
    /// Months for which personal data is kept after an inquiry is closed;
    /// [`KEEP_MONTHS`] when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keep_months: Option<u32>,
}

/// Months for which personal data is kept, where a rulebook says nothing: five years.
pub const KEEP_MONTHS: u32 = 60;

/// Minutes without a key after which a screen is covered, where a rulebook says nothing.
pub const LOCK_MINUTES: u32 = 10;

impl OfficeRule {
    /// Its working week.
    pub fn week(&self) -> Week {
        if self.seven_days {
            Week::SEVEN_DAY
        } else {
            Week::STANDARD
        }
    }
}

impl Rulebook {
    /// Months for which personal data is kept after an inquiry is closed.
    pub fn keeps_months(&self) -> u32 {
        let named = self.office.as_ref().and_then(|office| office.keep_months);
        named.unwrap_or(KEEP_MONTHS)
    }

    /// Seconds without a key after which a screen is covered; nothing for never.
    pub fn locks_after(&self) -> Option<i64> {
        let named = self.office.as_ref().and_then(|office| office.lock_minutes);
        let minutes = named.unwrap_or(LOCK_MINUTES);
        (minutes > 0).then(|| i64::from(minutes) * 60)
    }
}

/// One source document of a rulebook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Short id, `D9`.
    pub id: String,
    /// Title.
    pub title: String,
    /// Whether the text is whole, and where it is cut off.
    pub state: Bilingual,
}

impl Rulebook {
    /// The clock with this id.
    pub fn clock(&self, id: &ClockId) -> Option<&ClockRule> {
        self.clocks.iter().find(|clock| &clock.id == id)
    }

    /// The route with this id.
    pub fn route(&self, id: RouteId) -> Option<&Route> {
        self.routes.iter().find(|route| route.id == id)
    }

    /// The channel with this id.
    pub fn channel(&self, id: &str) -> Option<&Choice> {
        self.channels.iter().find(|choice| choice.id == id)
    }

    /// The kind of request with this id.
    pub fn kind(&self, id: &str) -> Option<&Kind> {
        self.kinds.iter().find(|kind| kind.id == id)
    }

    /// The step with this id.
    pub fn step(&self, id: &StepId) -> Option<&Step> {
        self.steps.iter().find(|step| &step.id == id)
    }

    /// The rule that lets a clock stand still for a reason.
    pub fn suspension(&self, clock: &ClockId, reason: SuspensionReason) -> Option<&SuspensionRule> {
        self.suspensions
            .iter()
            .find(|rule| rule.clocks.contains(clock) && rule.reasons.contains(&reason))
    }

    /// The clock of the accountability procedure with this id.
    pub fn case_clock(&self, id: &ClockId) -> Option<&CaseClock> {
        let accountability = self.accountability.as_ref()?;
        accountability.clocks.iter().find(|clock| &clock.id == id)
    }

    /// For how many days a check of a number that callers are given holds.
    pub fn contact_days(&self) -> u32 {
        let rule = self.contacts.clone().unwrap_or_default();
        rule.check_days
    }

    /// Whether a leader decides when someone is away, so that no substitute acts in
    /// their place (D3 art. 2, D10 art. 3).
    pub fn leader_decides_when_away(&self) -> bool {
        let to_a_leader = |rung: &Rung| {
            rung.on == RungOn::Unreachable && rung.role == super::staff::Role::Supervisor
        };
        self.ladder.iter().any(to_a_leader)
    }

    /// The first forbidden phrase in a text, with its clause.
    pub fn forbidden_in(&self, text: &str) -> Option<&Forbidden> {
        self.forbidden
            .iter()
            .find(|rule| text.contains(&rule.phrase))
    }
}
