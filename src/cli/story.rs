//! One inquiry read whole, with the clauses of its own rulebook.

use serde_json::{Value, json};

use super::failure::Failure;
use super::queue::{State, remaining};
use super::reasons;
use super::register::{self, Voice};
use crate::desk::Desk;
use crate::domain::deadline::Explanation;
use crate::domain::ids::Number;
use crate::domain::inquiry::event::Stop;
use crate::domain::inquiry::{ClockRun, Inquiry, clocks};
use crate::domain::mask::{mask_name, mask_number, mask_phone, mask_within};
use crate::domain::refusal::Refusal;
use crate::domain::rulebook::{ClockRule, Rulebook};
use crate::i18n::Lang;
use crate::store::Recorded;

/// An inquiry, its events, and the rulebook that it keeps.
pub struct Story {
    /// The inquiry.
    pub state: Inquiry,
    /// What happened.
    pub events: Vec<Recorded>,
    /// The rulebook that it was registered under.
    pub rules: Rulebook,
    /// Whether the visitor is shown in clear.
    pub clear: bool,
}

impl Story {
    /// Reads it.
    ///
    /// # Errors
    ///
    /// When there is none of this number, or it cannot be read.
    pub fn read(desk: &Desk, number: &str, lang: Lang) -> Result<Self, Failure> {
        let number = Number(number.trim().to_owned());
        let unread = |error| register::unread(lang, &error);
        let found = desk.read().inquiry(&number).map_err(unread)?;
        let Some((state, events)) = found else {
            let unknown = Refusal::UnknownInquiry(number);
            return Err(register::refused(lang, &unknown, &Voice::of(desk)));
        };
        let rules = desk.read().rulebook(&state.rulebook).map_err(unread)?;
        Ok(Self {
            state,
            events,
            rules,
            clear: false,
        })
    }

    /// The rule of a clock.
    pub fn rule(&self, run: &ClockRun) -> Option<&ClockRule> {
        self.rules.clock(&run.run.clock)
    }

    /// The visitor's name, masked unless it is shown in clear.
    pub fn name(&self, name: &str) -> String {
        self.open(name, mask_name)
    }

    /// The telephone number, likewise.
    pub fn phone(&self, phone: &str) -> String {
        self.open(phone, mask_phone)
    }

    /// The number of a document, likewise.
    pub fn paper(&self, number: &str) -> String {
        self.open(number, mask_number)
    }

    fn open(&self, text: &str, masked: fn(&str) -> String) -> String {
        if self.clear {
            text.to_owned()
        } else {
            masked(text)
        }
    }

    /// A text of the record, with the visitor's name covered and long numbers too.
    pub fn covered(&self, text: &str) -> String {
        if self.clear {
            return text.to_owned();
        }
        let name = self
            .state
            .visitor
            .get()
            .map(|visitor| visitor.name.as_str());
        mask_within(text, name.unwrap_or_default())
    }
}

/// How a clock's end comes about with `more` units added to it; none where it
/// cannot be counted any more.
pub fn explained(run: &ClockRun, more: u32, desk: &Desk) -> Option<Explanation> {
    let until = run.stopped.map_or(desk.now(), |(_, at)| at);
    clocks::reckon(run, run.extended + more, until, desk.office()).ok()
}

/// A clock as scripts read it: what `due` prints, with what became of it. The end
/// is the recorded one, whatever the calendar says today.
///
/// With `more` units it is what an extension by so many would give.
pub fn clock_json(story: &Story, run: &ClockRun, more: u32, desk: &Desk) -> Value {
    let office = desk.office();
    let offset = office.offset;
    let started = &run.run;
    let now = desk.now();
    let stopped_at = run.stopped.map(|(_, at)| at);
    let rule = story.rule(run);
    let explained = explained(run, more, desk);
    let foreseen = explained
        .as_ref()
        .filter(|_| more > 0)
        .and_then(|explained| explained.due.at)
        .map(|at| office.moment(at));
    let due = foreseen.unwrap_or(started.due);
    let days = explained.map(|explained| explained.lines);
    json!({
        "clock": started.clock,
        "leg": started.leg,
        "name": rule.map(|rule| &rule.name),
        "limit": started.limit,
        "extended": run.extended + more,
        "from": started.from.rfc3339(offset),
        "due": (!run.stands_still()).then(|| due.rfc3339(offset)),
        "soon": started.soon.rfc3339(offset),
        "provisional": started.provisional,
        "calendar": started.calendar,
        "clause": reasons::clause_json(rule.map(|rule| &rule.clause)),
        "days": days.as_ref().map(reasons::days).unwrap_or_default(),
        "internal": started.internal,
        "running": run.is_running(),
        "remaining_s": run
            .is_running()
            .then_some(())
            .filter(|()| !run.stands_still())
            .map(|()| remaining(started.limit.unit(), now, started.due, office)),
        "state": if run.stands_still() {
            State::Suspended
        } else {
            State::of(stopped_at.unwrap_or(now), Some(started.due), Some(started.soon))
        }.as_str(),
        "suspensions": run.pauses.iter().map(|pause| json!({
            "suspension": pause.suspension,
            "reason": pause.reason.as_str(),
            "from": pause.from.rfc3339(offset),
            "until": pause.until.map(|at| at.rfc3339(offset)),
        })).collect::<Vec<_>>(),
        "filed": run.filed.as_ref().map(|filed| json!({
            "by": filed.by,
            "filed_by": filed.filed_by,
            "at": filed.at.rfc3339(offset),
        })),
        "stopped": run.stopped.map(|(how, at)| json!({
            "how": match how { Stop::Met => "met", Stop::Replaced => "replaced" },
            "at": at.rfc3339(offset),
        })),
        "breached": run.breached,
        "late_s": run.breached.as_ref().and_then(|_| late(story, run, desk)),
        "answerable": story.state.answerable(started),
    })
}

/// By how many seconds a clock was overrun: from its end to what stopped it, else to
/// the closing or the present, in its own kind of time.
pub fn late(story: &Story, run: &ClockRun, desk: &Desk) -> Option<i64> {
    let until = run
        .stopped
        .map(|(_, at)| at)
        .or(story.state.closed_at)
        .unwrap_or_else(|| desk.now());
    let unit = run.run.limit.unit();
    let left = remaining(unit, until, run.run.due, desk.office())?;
    Some(left.saturating_neg().max(0))
}
