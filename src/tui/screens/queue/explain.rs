//! How a due date came about, day by day, with the clause.

use chrono::NaiveDateTime;

use crate::domain::deadline::{self, Explanation, Lines, Rule};
use crate::domain::inquiry::{ClockRun, Inquiry};
use crate::i18n::{clauses, cli as reckoning};
use crate::tui::screen::{Ctx, Sheet};

/// The reckoning of every clock of an inquiry, the running ones first.
pub(super) fn sheet(cx: &Ctx, state: &Inquiry) -> Sheet {
    let mut lines = Vec::new();
    let mut clocks: Vec<&ClockRun> = state.clocks.iter().collect();
    clocks.sort_by_key(|clock| !clock.is_running());
    if clocks.is_empty() {
        lines.push(
            cx.t("这一件没有时限。", "No clock was started for it.")
                .to_owned(),
        );
    }
    for clock in clocks {
        lines.extend(one(cx, clock));
        lines.push(String::new());
    }
    Sheet {
        title: format!("{} {}", cx.t("时限", "Clocks"), state.number),
        text: lines.join("\n"),
        file: format!("{}-clocks.txt", state.number),
    }
}

fn one(cx: &Ctx, clock: &ClockRun) -> Vec<String> {
    let run = &clock.run;
    let rule = cx.desk.rules().clock(&run.clock);
    let name = rule.map_or("", |rule| {
        cx.t(rule.name.zh.as_str(), rule.name.en.as_str())
    });
    let state = match (&clock.stopped, &clock.breached) {
        (None, None) => cx.t("在走", "running"),
        (None, Some(_)) => cx.t("已超期", "overdue"),
        (Some(_), None) => cx.t("已停", "stopped"),
        (Some(_), Some(_)) => cx.t("已停，曾超期", "stopped, was overdue"),
    };
    let internal = if run.internal {
        cx.t(" 内控", " internal")
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
        cx.t("起点", "From"),
        from.format("%Y-%m-%d %H:%M")
    ));
    let counted = Rule {
        limit: run.limit,
        counting: run.counting,
        roll: true,
    };
    match deadline::explain(&counted, from, clock.extended, &[], cx.desk.office()) {
        Ok(Explanation { lines: days, .. }) => {
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
    let due = cx.local(run.due).format("%Y-%m-%d %H:%M");
    let provisional = if run.provisional {
        cx.t(
            "(节假日未导入，暂算)",
            " (holidays not announced yet: provisional)",
        )
    } else {
        ""
    };
    lines.push(format!("{} {due}{provisional}", cx.t("到期", "Due")));
    lines.push(format!("{} {}", cx.t("日历", "Calendar"), run.calendar));
    lines
}
