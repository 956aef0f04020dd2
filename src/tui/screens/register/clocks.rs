//! Which clocks a route will start, and when each falls due, by the rulebook.

use crate::domain::deadline::Limit;
use crate::domain::inquiry::clocks::{self, Terms};
use crate::domain::rulebook::{Act, Clause, ClockRule, From, Length, RouteId, Step};
use crate::domain::time::Moment;
use crate::i18n::Lang;

/// What the form says of an inquiry, as far as clocks ask for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked<'a> {
    /// How it goes on.
    pub route: Option<RouteId>,
    /// What is asked for; empty where the rulebook names no kinds.
    pub kind: &'a str,
    /// How it arrived.
    pub channel: &'a str,
    /// When it was received.
    pub received: Moment,
    /// The time promised to the visitor.
    pub promised: Option<Moment>,
}

/// A clock that will run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ahead {
    /// Its name in both languages.
    pub name: (String, String),
    /// How long it runs.
    pub span: Span,
    /// When it falls due, or what it waits for.
    pub due: Due,
    /// Whether it is the office's own target.
    pub internal: bool,
    /// The words it rests on.
    pub clause: Clause,
}

/// How long a clock runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// So long.
    Fixed(Limit),
    /// As the matter says.
    Matter,
    /// Until the promised time.
    Promised,
    /// Half the way to the promised time.
    Halfway,
}

/// When a clock falls due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Due {
    /// At this instant; whether the calendar did not reach that far.
    At(Moment, bool),
    /// So long after one of these acts, which are yet to come.
    After(Vec<Act>),
}

impl Ahead {
    /// Its name in a language.
    pub fn name(&self, lang: Lang) -> &str {
        lang.pick(&self.name.0, &self.name.1)
    }
}

/// What happens at once when an inquiry is registered with this route, in order.
fn at_once(route: Option<RouteId>) -> &'static [Act] {
    match route {
        None | Some(RouteId::Incomplete) => &[Act::Registered],
        Some(RouteId::MineLater) => &[Act::Registered, Act::Promised],
        Some(RouteId::AnswerNow) => &[Act::Registered, Act::Answered, Act::Closed],
        Some(RouteId::HandOff) => &[Act::Registered, Act::HandedOff],
        Some(RouteId::Several) => &[Act::Registered, Act::Several],
        Some(RouteId::Unclear) => &[Act::Registered, Act::SuperiorAsked],
        Some(RouteId::Outside) => &[Act::Registered, Act::Guided, Act::Closed],
    }
}

/// What this route waits for afterwards.
fn awaited(route: Option<RouteId>) -> &'static [Act] {
    match route {
        Some(RouteId::HandOff) => &[Act::Signed],
        Some(RouteId::Several) => &[Act::OpinionSettled],
        Some(RouteId::Unclear) => &[Act::SuperiorRuled],
        Some(RouteId::Incomplete) => &[Act::Brought, Act::Accepted],
        None | Some(RouteId::MineLater) => &[Act::Accepted],
        Some(RouteId::AnswerNow | RouteId::Outside) => &[],
    }
}

/// Whether a route settles the inquiry with the registration.
pub fn settles(route: Option<RouteId>) -> bool {
    at_once(route).contains(&Act::Closed)
}

/// The clocks that will run: those that start at once, then those that wait for what
/// the route brings, then those that wait for a step of the rulebook's own.
pub fn ahead(asked: &Asked, terms: &Terms) -> Vec<Ahead> {
    let handed_off = at_once(asked.route).contains(&Act::HandedOff);
    let concerned = |rule: &&ClockRule| {
        rule.concerns(asked.kind, asked.channel) && (handed_off || !rule.after_handoff)
    };
    let rules: Vec<&ClockRule> = terms.rules.clocks.iter().filter(concerned).collect();
    let mut shown = Vec::new();
    let mut waiting: Vec<&ClockRule> = Vec::new();
    for rule in rules {
        match runs_on(rule, asked, terms) {
            Some(clock) => shown.push(clock),
            None => waiting.push(rule),
        }
    }
    if settles(asked.route) {
        return shown;
    }
    let of_kind =
        |step: &&Step| step.kinds.is_empty() || step.kinds.iter().any(|id| id == asked.kind);
    let steps: Vec<Act> = terms
        .rules
        .steps
        .iter()
        .filter(of_kind)
        .map(|step| Act::Step(step.id.clone()))
        .collect();
    for coming in [awaited(asked.route), &steps] {
        waiting.retain(|rule| {
            let acts = rule.starts.iter().filter(|act| coming.contains(act));
            let acts: Vec<Act> = acts.cloned().collect();
            let Some(span) = span_ahead(rule, terms).filter(|_| !acts.is_empty()) else {
                return true;
            };
            shown.push(line(rule, span, Due::After(acts)));
            false
        });
    }
    shown
}

/// The clock as it runs once everything that happens at once has happened.
fn runs_on(rule: &ClockRule, asked: &Asked, terms: &Terms) -> Option<Ahead> {
    let acts = at_once(asked.route);
    let mut running = None;
    for (place, act) in acts.iter().enumerate() {
        let together =
            rule.needs.contains(act) && rule.needs.iter().all(|one| acts[..=place].contains(one));
        if together || rule.stops.contains(act) || rule.ends.contains(act) {
            running = None;
        }
        if running.is_none() && rule.starts.contains(act) {
            let from = if *act == Act::Registered || rule.from != From::Start {
                asked.received
            } else {
                terms.now
            };
            // What cannot be counted now is said when it is saved.
            running = clocks::start(rule, 0, from, (asked.kind, asked.promised), terms)
                .ok()
                .flatten();
        }
    }
    let run = running?;
    let span = match rule.limit {
        Length::Promised => Span::Promised,
        Length::HalfPromised => Span::Halfway,
        Length::Fixed(_) | Length::Matter | Length::Correction(_) => Span::Fixed(run.limit),
    };
    Some(line(rule, span, Due::At(run.due, run.provisional)))
}

/// How long a clock will run that has not begun; nothing where that hangs on what
/// nobody has said yet.
fn span_ahead(rule: &ClockRule, terms: &Terms) -> Option<Span> {
    match rule.limit {
        Length::Fixed(limit) => Some(Span::Fixed(limit)),
        Length::Matter => terms.matter.map(|_| Span::Matter),
        Length::Promised | Length::HalfPromised | Length::Correction(_) => None,
    }
}

fn line(rule: &ClockRule, span: Span, due: Due) -> Ahead {
    Ahead {
        name: (rule.name.zh.clone(), rule.name.en.clone()),
        span,
        due,
        internal: rule.internal,
        clause: rule.clause.clone(),
    }
}
