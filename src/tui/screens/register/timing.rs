//! The clocks of the side pane: name, limit, due time, and the clause of each.

use ratatui::layout::Rect;

use crate::domain::rulebook::Act;
use crate::i18n::refusal::{clause, short_time};
use crate::i18n::register as words;
use crate::tui::screen::Ctx;
use crate::tui::text;
use crate::tui::widgets::wrapped;

use super::Register;
use super::clocks::{self, Ahead, Due, Span};
use super::pane::Line;

/// One clock as it is told.
#[derive(Debug)]
pub struct Told {
    /// Name, limit and due time.
    facts: Vec<String>,
    /// The clause, set to the pane.
    clause: Vec<String>,
    /// The clause on one line, cut where it is longer.
    short: String,
}

/// The clocks that will run, as they are told in `columns`; without any, why.
pub fn told(screen: &Register, cx: &Ctx, columns: u16) -> Vec<Told> {
    if screen.clocks.is_empty() {
        let words = if clocks::settles(screen.form.route) {
            words::SETTLED_NOW
        } else {
            words::NO_CLOCK
        };
        return vec![Told {
            facts: wrapped::lines(words::word(cx.lang, words), columns),
            clause: Vec::new(),
            short: String::new(),
        }];
    }
    let told = |clock: &Ahead| {
        let clause = clause(cx.lang, &clock.clause);
        let set = wrapped::lines(&clause, columns.saturating_sub(1));
        let room = usize::from(columns.saturating_sub(1));
        Told {
            facts: facts(cx, clock, columns),
            clause: set.into_iter().map(|line| format!(" {line}")).collect(),
            short: format!(" {}", text::fit(&clause, room)),
        }
    };
    screen.clocks.iter().map(told).collect()
}

/// How many rows the clocks need without their clauses.
pub fn rows(told: &[Told]) -> u16 {
    let rows = 1 + told.iter().map(|one| one.facts.len()).sum::<usize>();
    u16::try_from(rows).unwrap_or(u16::MAX)
}

/// The lines of the clocks in `area`, each with its clause as long as there is room,
/// the first ones first. Where not even the clocks have room, how many more there are.
pub fn lines(cx: &Ctx, told: Vec<Told>, area: Rect, roomy: bool) -> Vec<Line> {
    let title = words::word(cx.lang, words::CLOCKS);
    let mut lines = vec![Line {
        title,
        ..Line::plain(title.to_owned(), cx.theme.text)
    }];
    let height = usize::from(area.height);
    let spare = height.saturating_sub(usize::from(rows(&told)));
    let whole = told.iter().map(|one| one.clause.len()).sum::<usize>();
    let mut clauses = if roomy && whole <= spare {
        told.len()
    } else {
        spare
    };
    let (all, whole) = (told.len(), roomy && whole <= spare);
    for (at, one) in told.into_iter().enumerate() {
        let last = at + 1 == all;
        let room = height.saturating_sub(lines.len());
        if one.facts.len() + usize::from(!last) > room && spare == 0 {
            let more = words::more_clocks(cx.lang, all - at);
            lines.push(Line::plain(more, cx.theme.dim));
            break;
        }
        lines.extend(
            one.facts
                .into_iter()
                .map(|line| Line::plain(line, cx.theme.text)),
        );
        if one.short.is_empty() || clauses == 0 {
            continue;
        }
        clauses -= 1;
        let clause = if whole { one.clause } else { vec![one.short] };
        lines.extend(
            clause
                .into_iter()
                .map(|line| Line::plain(line, cx.theme.dim)),
        );
    }
    lines
}

/// Name, limit and due time of a clock, on one line where they fit.
fn facts(cx: &Ctx, clock: &Ahead, columns: u16) -> Vec<String> {
    let mut facts: Vec<String> = Vec::new();
    facts.push(match clock.span {
        Span::Fixed(limit) => words::limit(cx.lang, limit),
        Span::Matter => words::word(cx.lang, words::BY_MATTER).to_owned(),
        Span::Promised => words::word(cx.lang, words::AS_PROMISED).to_owned(),
        Span::Halfway => words::word(cx.lang, words::HALFWAY).to_owned(),
    });
    facts.push(match &clock.due {
        Due::At(at, _) => short_time(*at, cx.names),
        Due::After(acts) => after(cx, acts),
    });
    let internal = words::word(cx.lang, words::INTERNAL);
    if clock.internal && !clock.name(cx.lang).contains(internal) {
        facts.push(internal.to_owned());
    }
    if matches!(clock.due, Due::At(_, true)) {
        facts.push(words::word(cx.lang, words::PROVISIONAL).to_owned());
    }
    let (name, columns) = (clock.name(cx.lang), usize::from(columns));
    for between in ["  ", " "] {
        let facts = facts.join(between);
        if text::width(name) + between.len() + text::width(&facts) <= columns {
            let filled = text::pad_left(&facts, columns - text::width(name));
            return vec![format!("{name}{filled}")];
        }
    }
    let mut lines = text::wrap(name, columns);
    let joined = facts.join("  ");
    // Facts that fit no line together stand each on its own.
    let facts = if text::width(&joined) <= columns {
        vec![joined]
    } else {
        facts
    };
    let set = facts.iter().flat_map(|fact| text::wrap(fact, columns));
    lines.extend(set.map(|line| text::pad_left(&line, columns)));
    lines
}

/// What a clock waits for, in the rulebook's own words where it is a step of its own.
fn after(cx: &Ctx, acts: &[Act]) -> String {
    let rules = cx.desk.rules();
    let step = |act: &Act| {
        let Act::Step(id) = act else {
            return None;
        };
        let name = &rules.step(id)?.name;
        Some(cx.t(name.zh.as_str(), name.en.as_str()))
    };
    let steps: Vec<&str> = acts.iter().filter_map(step).collect();
    match acts.first() {
        Some(act) if steps.is_empty() => words::starts_after(cx.lang, act).to_owned(),
        Some(_) | None => words::starts_after_steps(cx.lang, &steps),
    }
}
