//! The forms that change when something is due.

use super::{Choice, Entry, HITS, Kind, Picker, TEXT};
use crate::domain::command::{Command, ExplainOverrun, Extend, Resume, RuleOnExtension, Suspend};
use crate::domain::deadline::SuspensionReason;
use crate::domain::ids::ClockId;
use crate::domain::inquiry::{ClockRun, Inquiry, clocks};
use crate::i18n::{Both, clauses, cli, queue as say};
use crate::tui::keymap::Action;
use crate::tui::screen::Ctx;
use crate::tui::widgets::Dialog;

fn picker(choices: Vec<Choice>) -> Picker {
    let mut picker = Picker::new(HITS, 40).eager();
    picker.set_choices(choices);
    picker
}

fn title(cx: &Ctx, words: Both, state: &Inquiry) -> String {
    format!("{} {}", cx.say(words), state.number)
}

/// The clocks of an inquiry that are asked for, each with its name.
fn of(cx: &Ctx, state: &Inquiry, wanted: impl Fn(&ClockRun) -> bool) -> Picker {
    let rules = cx.desk.rules_of(state);
    let choice = |clock: &ClockRun| {
        let rule = rules.clock(&clock.run.clock);
        let name = rule.map_or("", |rule| {
            cx.t(rule.name.zh.as_str(), rule.name.en.as_str())
        });
        Choice {
            id: clock.run.clock.0.clone(),
            label: format!("{} {name}", clock.run.clock),
            detail: clauses::limit(cx.lang, clock.run.limit),
            also: Vec::new(),
        }
    };
    let wanted = state.clocks.iter().filter(|clock| wanted(clock));
    picker(wanted.map(choice).collect())
}

pub(super) fn extend(cx: &Ctx, state: &Inquiry) -> Dialog {
    Dialog::new(
        title(cx, say::EXTEND, state),
        vec![
            Entry::pick(cx.say(say::CLOCK), of(cx, state, ClockRun::is_running)),
            Entry::text(cx.say(say::BY_HOW_MANY), 5),
            Entry::text(cx.say(say::REASON), TEXT),
        ],
    )
    .advising(cx.say(say::EXTEND_RULE))
}

/// What the extension that is being typed would give, before it is filed.
pub(in crate::tui::screens::queue) fn preview(
    cx: &Ctx,
    dialog: &Dialog,
    state: &Inquiry,
) -> String {
    let rule = cx.say(say::EXTEND_RULE).to_owned();
    let Ok(by @ 1..) = dialog.value(1).parse::<u32>() else {
        return rule;
    };
    let Some(clock) = state.running(&ClockId(dialog.value(0))) else {
        return rule;
    };
    match clocks::recount(clock, clock.extended + by, cx.now, cx.desk.office()) {
        Ok(end) => {
            let due = cx.local(end.at).format("%Y-%m-%d %H:%M");
            say::would_be_due(cx.lang, due, end.provisional)
        }
        Err(_) => rule,
    }
}

/// Stands still: which suspension is over. Runs: why it is to stand still.
pub(super) fn suspend(cx: &Ctx, state: &Inquiry) -> Dialog {
    if standing_still(state) {
        return Dialog::new(title(cx, say::RESUME, state), vec![])
            .advising(cx.say(say::RESUME_RULE));
    }
    let reasons = SuspensionReason::ALL.into_iter().map(|reason| Choice {
        id: reason.as_str().to_owned(),
        label: cli::reason(cx.lang, reason).to_owned(),
        detail: String::new(),
        also: vec![reason.as_str().to_owned()],
    });
    Dialog::new(
        title(cx, say::SUSPEND, state),
        vec![
            Entry::pick(cx.say(say::WHY_STILL), picker(reasons.collect())),
            Entry::text(cx.say(say::TOLD_HOW_LONG), TEXT),
        ],
    )
    .advising(cx.say(say::SUSPEND_RULE))
}

fn standing_still(state: &Inquiry) -> bool {
    state.clocks.iter().any(ClockRun::stands_still)
}

/// What was filed and waits for a supervisor; nothing when nothing does.
pub(super) fn ruling(cx: &Ctx, state: &Inquiry) -> Option<Dialog> {
    let filed = state.clocks.iter().find(|clock| clock.filed.is_some())?;
    let asked = filed.filed.as_ref()?;
    let yes_or_no = vec![
        Choice {
            id: "yes".to_owned(),
            label: cx.say(say::GRANT).to_owned(),
            ..Choice::default()
        },
        Choice {
            id: "no".to_owned(),
            label: cx.say(say::DENY).to_owned(),
            ..Choice::default()
        },
    ];
    let end = clocks::recount(filed, asked.by, cx.now, cx.desk.office()).ok()?;
    let due = cx.local(end.at).format("%Y-%m-%d %H:%M");
    let asked = say::asked_for(
        cx.lang,
        &cx.name(&asked.filed_by),
        asked.by,
        &filed.run.clock,
        due,
    );
    Some(
        Dialog::new(
            title(cx, say::RULE_ON, state),
            vec![
                Entry::pick(cx.say(say::GRANT_OR_NOT), picker(yes_or_no)),
                Entry::text(cx.say(say::REASON), TEXT),
            ],
        )
        .advising(asked),
    )
}

pub(super) fn overrun(cx: &Ctx, state: &Inquiry) -> Dialog {
    let over = |clock: &ClockRun| clock.breached.is_some() && !clock.explained;
    Dialog::new(
        title(cx, say::OVERRUN, state),
        vec![
            Entry::pick(cx.say(say::CLOCK), of(cx, state, over)),
            Entry::text(cx.say(say::REASON), TEXT),
        ],
    )
    .advising(cx.say(say::OVERRUN_RULE))
}

/// The command of one of these forms.
pub(super) fn command(action: Action, dialog: &Dialog, state: &Inquiry) -> Option<Command> {
    let inquiry = state.number.clone();
    let clock = || ClockId(dialog.value(0));
    Some(match action {
        Action::Extend => Command::Extend(Extend {
            inquiry,
            clock: clock(),
            by: dialog.value(1).parse().unwrap_or(0),
            reason: dialog.value(2),
        }),
        Action::Suspend if standing_still(state) => Command::Resume(Resume {
            inquiry,
            suspension: 0,
        }),
        Action::Suspend => Command::Suspend(Suspend {
            inquiry,
            clock: ClockId::default(),
            reason: dialog.value(0),
            told: dialog.value(1),
        }),
        Action::RuleOnExtension => {
            let filed = state.clocks.iter().find(|clock| clock.filed.is_some())?;
            Command::RuleOnExtension(RuleOnExtension {
                inquiry,
                clock: filed.run.clock.clone(),
                granted: dialog.value(0) == "yes",
                reason: dialog.value(1),
            })
        }
        Action::ExplainOverrun => Command::ExplainOverrun(ExplainOverrun {
            inquiry,
            clock: clock(),
            reason: dialog.value(1),
        }),
        _ => return None,
    })
}

/// Whether a form shows what would come of it while it is typed.
pub(in crate::tui::screens::queue) fn has_preview(action: Action, dialog: &Dialog) -> bool {
    let picks = matches!(
        dialog.entries.first().map(|entry| &entry.kind),
        Some(Kind::Pick(_))
    );
    action == Action::Extend && picks
}
