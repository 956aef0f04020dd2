//! Which clocks a route will start, and when each falls due, by the rulebook.

use crate::domain::deadline::{Limit, Office};
use crate::domain::inquiry::clocks;
use crate::domain::rulebook::{Act, Clause, ClockRule, From, Length, RouteId, Rulebook};
use crate::domain::time::Moment;
use crate::i18n::Lang;

/// A clock that will run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ahead {
    /// Its name in both languages.
    pub name: (String, String),
    /// How long it runs; nothing where the matter says so.
    pub limit: Option<Limit>,
    /// When it falls due, or the act that it waits for.
    pub due: Due,
    /// Whether it is the office's own target.
    pub internal: bool,
    /// The words it rests on.
    pub clause: Clause,
}

/// When a clock falls due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Due {
    /// At this instant; whether the calendar did not reach that far.
    At(Moment, bool),
    /// So long after an act that is yet to come.
    After(Act),
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
        None | Some(RouteId::MineLater | RouteId::Incomplete) => &[Act::Registered],
        Some(RouteId::AnswerNow) => &[Act::Registered, Act::Answered, Act::Closed],
        Some(RouteId::HandOff) => &[Act::Registered, Act::HandedOff],
        Some(RouteId::Several) => &[Act::Registered, Act::Several],
        Some(RouteId::Unclear) => &[Act::Registered, Act::SuperiorAsked],
        Some(RouteId::Outside) => &[Act::Registered, Act::Guided, Act::Closed],
    }
}

/// What this route waits for afterwards.
fn awaited(route: Option<RouteId>) -> Option<Act> {
    match route {
        Some(RouteId::HandOff) => Some(Act::Signed),
        Some(RouteId::Several) => Some(Act::OpinionSettled),
        Some(RouteId::Unclear) => Some(Act::SuperiorRuled),
        None | Some(RouteId::MineLater | RouteId::Incomplete) => Some(Act::Accepted),
        Some(RouteId::AnswerNow | RouteId::Outside) => None,
    }
}

/// Whether a route settles the inquiry with the registration.
pub fn settles(route: Option<RouteId>) -> bool {
    at_once(route).contains(&Act::Closed)
}

/// The clocks that will run, those that start at once before those that wait.
///
/// A clock of the matter itself is shown only where `matter` is chosen.
pub fn ahead(
    rules: &Rulebook,
    office: &Office,
    route: Option<RouteId>,
    (received, now): (Moment, Moment),
    matter: bool,
) -> Vec<Ahead> {
    let acts = at_once(route);
    let mut shown = Vec::new();
    for rule in &rules.clocks {
        let Some(place) = acts.iter().rposition(|act| rule.starts.contains(act)) else {
            continue;
        };
        let gone = |act: &Act| rule.stops.contains(act) || rule.ends.contains(act);
        let (Length::Fixed(limit), false) = (rule.limit, acts[place + 1..].iter().any(gone)) else {
            continue;
        };
        let from = if acts[place] == Act::Registered || rule.from == From::Registered {
            received
        } else {
            now
        };
        if let Ok(end) = clocks::end(limit, rule.counting, from, 0, office) {
            shown.push(line(rule, Some(limit), Due::At(end.at, end.provisional)));
        }
    }
    if let Some(act) = awaited(route) {
        let waits = |rule: &&ClockRule| rule.starts.contains(&act);
        for rule in rules.clocks.iter().filter(waits) {
            match rule.limit {
                Length::Fixed(limit) => {
                    shown.push(line(rule, Some(limit), Due::After(act.clone())));
                }
                Length::Matter if matter => {
                    shown.push(line(rule, None, Due::After(act.clone())));
                }
                Length::Matter
                | Length::Promised
                | Length::HalfPromised
                | Length::Correction(_) => {}
            }
        }
    }
    shown
}

fn line(rule: &ClockRule, limit: Option<Limit>, due: Due) -> Ahead {
    Ahead {
        name: (rule.name.zh.clone(), rule.name.en.clone()),
        limit,
        due,
        internal: rule.internal,
        clause: rule.clause.clone(),
    }
}
