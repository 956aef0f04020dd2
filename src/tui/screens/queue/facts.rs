//! What stands out of an inquiry: visits, rules that were broken, what waits for a
//! word, and why its clocks stand still.

use ratatui::style::Style;

use crate::domain::inquiry::{ClockRun, Inquiry};
use crate::domain::rulebook::Visits;
use crate::i18n::refusal::short_time;
use crate::i18n::{cli, queue as say, timeline};
use crate::tui::screen::Ctx;

/// The lines, what is graver first.
pub(super) fn lines(cx: &Ctx, state: &Inquiry) -> Vec<(String, Style)> {
    let rules = cx.desk.rules_of(state);
    let mut lines: Vec<(String, Style)> = Vec::new();
    for broken in &state.broken {
        let at = short_time(broken.at, cx.names);
        let hands = cx.name(&broken.hands);
        lines.push((
            say::broken(cx.lang, &broken.rule, &hands, at),
            cx.theme.danger,
        ));
    }
    if let Some(one) = &state.appointment {
        let told = timeline::appointment(short_time(one.at, cx.names), one.place.text());
        let words = format!("{} {told}", cx.say(say::APPOINTMENT));
        lines.push((words, cx.theme.accent));
    }
    if state.visits > 1 {
        lines.push(visits(cx, state, rules.visits.as_ref()));
    }
    for clock in state.clocks.iter().filter(|clock| clock.is_running()) {
        if let Some(filed) = &clock.filed {
            let who = cx.name(&filed.filed_by);
            let at = short_time(filed.at, cx.names);
            let words = say::filed(cx.lang, &who, filed.by, &clock.run.clock, at);
            lines.push((words, cx.theme.warn));
        }
    }
    lines.extend(still(cx, state).map(|words| (words, cx.theme.warn)));
    lines
}

/// How often the visitor came, and what the rulebook makes of it (D1 art. 1.4.5).
fn visits(cx: &Ctx, state: &Inquiry, rule: Option<&Visits>) -> (String, Style) {
    let count = state.visits;
    match rule {
        Some(rule) if count >= rule.most => {
            let over = count > rule.most;
            let words = say::visit_count(cx.lang, count, Some((&rule.id, over)));
            (words, if over { cx.theme.danger } else { cx.theme.warn })
        }
        Some(_) | None => (say::visit_count(cx.lang, count, None), cx.theme.text),
    }
}

/// Why clocks stand still, and since when.
fn still(cx: &Ctx, state: &Inquiry) -> Option<String> {
    let pauses = |clock: &ClockRun| {
        clock
            .pauses
            .iter()
            .find(|pause| pause.until.is_none())
            .cloned()
    };
    let mut running = state.clocks.iter().filter(|clock| clock.is_running());
    let pause = running.find_map(pauses)?;
    let since = short_time(pause.from, cx.names);
    Some(say::still_since(
        cx.lang,
        cli::reason(cx.lang, pause.reason),
        since,
    ))
}

/// Behind a due time: a target of ours, one that may move.
pub(super) fn marks(cx: &Ctx, clock: &ClockRun) -> String {
    let mark = |told: bool, words| if told { cx.say(words) } else { "" };
    format!(
        "{}{}",
        mark(clock.run.internal, say::INTERNAL_MARK),
        mark(clock.run.provisional, say::PROVISIONAL_MARK)
    )
}
