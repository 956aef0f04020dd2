//! How a due date came about, day by day, with the clause.

use chrono::NaiveDateTime;

use crate::domain::deadline::{Explanation, Lines, Unit};
use crate::domain::inquiry::{ClockRun, Inquiry, clocks};
use crate::domain::rulebook::Rulebook;
use crate::i18n::{clauses, cli as reckoning, queue as say};
use crate::tui::screen::{Ctx, Sheet};

/// The reckoning of every clock of an inquiry, the running ones first.
pub(in crate::tui::screens) fn sheet(cx: &Ctx, state: &Inquiry) -> Sheet {
    let mut lines = Vec::new();
    let rules = cx.desk.rules_of(state);
    let mut clocks: Vec<&ClockRun> = state.clocks.iter().collect();
    clocks.sort_by_key(|clock| !clock.is_running());
    if clocks.is_empty() {
        lines.push(cx.say(say::NO_CLOCKS).to_owned());
    }
    for clock in clocks {
        lines.extend(one(cx, &rules, clock));
        lines.push(String::new());
    }
    Sheet {
        title: format!("{} {}", cx.say(say::CLOCKS), state.number),
        text: lines.join("\n"),
        file: format!("{}-clocks.txt", state.number),
    }
}

/// How a clock stands, in a word.
pub(super) fn standing(cx: &Ctx, clock: &ClockRun) -> &'static str {
    cx.say(match (&clock.stopped, &clock.breached) {
        (None, _) if clock.stands_still() => say::STANDS_STILL,
        (None, None) if clock.filed.is_some() => say::TO_APPROVE,
        (None, None) => say::RUNS,
        (None, Some(_)) => say::OVERDUE,
        (Some(_), None) => say::STOPPED,
        (Some(_), Some(_)) => say::STOPPED_OVERDUE,
    })
}

fn one(cx: &Ctx, rules: &Rulebook, clock: &ClockRun) -> Vec<String> {
    let run = &clock.run;
    let rule = rules.clock(&run.clock);
    let name = rule.map_or("", |rule| {
        cx.t(rule.name.zh.as_str(), rule.name.en.as_str())
    });
    let state = standing(cx, clock);
    let internal = if run.internal {
        cx.say(say::INTERNAL)
    } else {
        ""
    };
    let mut lines = vec![format!(
        "{} {name}  {}  {state}{internal}",
        run.clock,
        clauses::limit(cx.lang, run.limit)
    )];
    if let Some(rule) = rule {
        lines.push(clauses::clause(cx.lang, &rule.clause));
    }
    let from: NaiveDateTime = cx.local(run.from);
    lines.push(format!(
        "{} {}",
        cx.say(say::FROM),
        from.format("%Y-%m-%d %H:%M")
    ));
    let until = clock.stopped.map_or(cx.now, |(_, at)| at);
    match clocks::reckon(clock, clock.extended, until, cx.desk.office()) {
        Ok(Explanation { lines: days, due }) => {
            let recorded = cx.local(run.due);
            // What ends at a promised minute was not counted at all.
            let counted = !matches!(run.limit.unit(), Unit::Min | Unit::H);
            if counted && !clock.stands_still() && due.at != Some(recorded) {
                lines.push(reckoning::recorded_due(cx.lang, recorded));
            }
            let told: Vec<String> = match &days {
                Lines::Days(days) => days
                    .iter()
                    .map(|day| reckoning::day_line(cx.lang, day))
                    .collect(),
                Lines::Stretches(stretches) => stretches
                    .iter()
                    .map(|stretch| reckoning::stretch_line(cx.lang, stretch))
                    .collect(),
            };
            lines.extend(told.into_iter().map(|line| format!("  {line}")));
        }
        Err(error) => lines.push(crate::i18n::refusal::deadline(cx.lang, &error)),
    }
    if clock.stands_still() {
        lines.push(cx.say(say::OPEN_END).to_owned());
        return lines;
    }
    let due = cx.local(run.due).format("%Y-%m-%d %H:%M");
    let provisional = if run.provisional {
        cx.say(say::UNANNOUNCED)
    } else {
        ""
    };
    lines.push(format!("{} {due}{provisional}", cx.say(say::DUE)));
    if let Some(later) = clocks::from_next_day(clock, cx.desk.office()) {
        lines.push(reckoning::from_next_day(cx.lang, cx.local(later)));
    }
    lines.push(format!("{} {}", cx.say(say::CALENDAR), run.calendar));
    lines
}
