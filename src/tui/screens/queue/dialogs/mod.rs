//! What each act on a row asks for, and the command that comes of it.

mod able;
mod afterwards;
mod clocks;
mod destruction;
mod handling;
pub(super) mod many;
pub(super) mod oversight;
mod people;
mod printing;
pub(super) mod urging;

use crate::domain::command::{
    Accept, Answer, AskSuperior, Command, Decline, Deliver, GuideOutside, HandOff, Note, Receive,
    Return, Several, SignFor, TakeStep,
};
use crate::domain::ids::{StaffNo, StepId};
use crate::domain::inquiry::{Inquiry, Stage};
use crate::domain::rulebook::RouteId;
use crate::domain::staff::Role;
use crate::i18n::{Both, clauses, queue as say};
use crate::store::Pending;
use crate::tui::keymap::Action;
use crate::tui::screen::Ctx;
use crate::tui::widgets::Dialog;
use crate::tui::widgets::dialog::{Entry, HITS, Kind};
use crate::tui::widgets::picker::{Choice, Picker};
pub(super) use able::{may_see_everyone, ready, unfit, why_not};
pub(super) use clocks::{has_preview, preview};
pub(super) use handling::{custody, held_by};
use people::{detail_of, people, receivers};

/// How many characters a text may have here; the rules have the last word.
const TEXT: usize = 2000;

/// Acts that ask for something first, in a form of their own.
pub(super) fn has_form(action: Action) -> bool {
    acts_on_a_row(action)
        && !matches!(
            action,
            Action::SignFor
                | Action::Notify
                | Action::Bring
                | Action::Explain
                | Action::Print
                | Action::Open
                | Action::Correct
        )
}

/// Acts that need a selected row.
pub(super) fn acts_on_a_row(action: Action) -> bool {
    handling::is(action)
        || matches!(
            action,
            Action::SignFor
                | Action::Answer
                | Action::HandOff
                | Action::Return
                | Action::Extend
                | Action::Accept
                | Action::Deliver
                | Action::Close
                | Action::Notify
                | Action::Bring
                | Action::Guide
                | Action::AskSuperior
                | Action::Opinion
                | Action::Several
                | Action::Decline
                | Action::Step
                | Action::Visit
                | Action::Receive
                | Action::FollowUp
                | Action::Reopen
                | Action::Appeal
                | Action::Suspend
                | Action::RuleOnExtension
                | Action::ExplainOverrun
                | Action::Explain
                | Action::Print
                | Action::Open
                | Action::Urge
                | Action::Supervise
                | Action::Escalate
                | Action::Climb
                | Action::TellVisitor
                | Action::LeaderAsked
                | Action::Correct
        )
}

/// Signing needs no words.
pub(super) fn sign_for(row: &Pending) -> Command {
    Command::SignFor(SignFor {
        custody: false,
        inquiry: row.inquiry.clone(),
        leg: row.leg,
        how: String::new(),
    })
}

/// The form for an act.
pub(in crate::tui::screens) fn open(cx: &Ctx, action: Action, state: &Inquiry) -> Option<Dialog> {
    let number = &state.number;
    let title = |words: Both| format!("{} {number}", cx.say(words));
    let text = |words: Both| Entry::text(cx.say(words), TEXT);
    let dialog = match action {
        Action::Answer => Dialog::new(title(say::ANSWER), vec![text(say::ANSWER)])
            .advising(advice(cx, RouteId::AnswerNow)),
        Action::HandOff => Dialog::new(
            title(say::HAND_OFF),
            vec![
                Entry::pick(cx.say(say::RECEIVER), receivers(cx, state)),
                text(say::A_WORD),
            ],
        )
        .advising(advice(cx, RouteId::HandOff)),
        Action::Return => Dialog::new(
            title(say::RETURN),
            vec![text(say::OPINION), text(say::SHOULD_GO_TO)],
        )
        .advising(returning(cx)),
        Action::Extend => clocks::extend(cx, state),
        Action::Suspend => clocks::suspend(cx, state),
        Action::RuleOnExtension => clocks::ruling(cx, state)?,
        Action::ExplainOverrun => clocks::overrun(cx, state),
        Action::FollowUp => afterwards::follow_up(cx, state),
        Action::Reopen => Dialog::new(title(say::REOPEN), vec![text(say::REASON)]),
        Action::Appeal => afterwards::appeal(cx, state),
        Action::Step => step(cx, state)?,
        Action::Visit => {
            Dialog::new(title(say::VISIT), vec![text(say::REMARK)]).advising(visits(cx, state))
        }
        Action::Receive => Dialog::new(title(say::RECEIVE), vec![text(say::TAKEN_IN)])
            .advising(cx.say(say::TAKEN_IN_STARTS)),
        Action::Accept => {
            Dialog::new(title(say::ACCEPT), vec![]).advising(cx.say(say::ACCEPT_STARTS))
        }
        Action::Deliver => Dialog::new(title(say::DELIVER), vec![text(say::WHAT_AND_HOW)]),
        Action::Close => afterwards::close(cx, state),
        Action::Guide => Dialog::new(title(say::GUIDE), vec![text(say::ADVICE)])
            .advising(advice(cx, RouteId::Outside)),
        Action::AskSuperior => Dialog::new(
            title(say::ASK_SUPERIOR),
            vec![
                Entry::pick(
                    cx.say(say::SUPERIOR),
                    people(cx, |p| p.is(Role::Supervisor)),
                ),
                text(say::ASKED_WHAT),
            ],
        )
        .advising(advice(cx, RouteId::Unclear)),
        Action::Opinion => Dialog::new(title(say::OPINION), vec![text(say::OPINION)]),
        Action::Several if state.departments.is_empty() => {
            Dialog::new(title(say::SEVERAL), vec![text(say::DEPARTMENTS)])
                .advising(advice(cx, RouteId::Several))
        }
        Action::Several => Dialog::new(title(say::CONVENE), vec![text(say::EXPLANATION)])
            .advising(say::listed(cx.lang, &state.departments)),
        Action::Decline => Dialog::new(
            title(say::DECLINE),
            vec![
                text(say::REASON),
                Entry::pick(
                    cx.say(say::WHO_AGREED),
                    people(cx, |p| p.is(Role::Supervisor)),
                ),
            ],
        ),
        other => {
            return handling::open(cx, other, state).or_else(|| urging::open(cx, other, state));
        }
    };
    Some(dialog)
}

/// The command of a form.
pub(in crate::tui::screens) fn command(
    action: Action,
    dialog: &Dialog,
    state: &Inquiry,
) -> Option<Command> {
    let inquiry = state.number.clone();
    let note = |text: String| Note {
        inquiry: inquiry.clone(),
        text,
    };
    Some(match action {
        Action::Answer => Command::Answer(Answer {
            inquiry,
            text: dialog.value(0),
        }),
        Action::HandOff => Command::HandOff(HandOff {
            inquiry,
            staff: StaffNo(dialog.value(0)),
            department: detail_of(dialog, 0),
            accompanied: false,
            note: dialog.value(1),
        }),
        Action::Return => Command::Return(Return {
            inquiry,
            leg: 0,
            opinion: dialog.value(0),
            should_go_to: dialog.value(1),
        }),
        Action::Extend | Action::Suspend | Action::RuleOnExtension | Action::ExplainOverrun => {
            clocks::command(action, dialog, state)?
        }
        Action::FollowUp | Action::Reopen | Action::Appeal => {
            afterwards::command(action, dialog, state)?
        }
        Action::Step => Command::Step(TakeStep {
            inquiry,
            step: StepId(dialog.value(0)),
            text: dialog.value(1),
        }),
        Action::Visit => Command::Visit(note(dialog.value(0))),
        Action::Receive => Command::Receive(Receive {
            inquiry,
            documents: each(&dialog.value(0)),
        }),
        Action::Accept => Command::Accept(Accept { inquiry }),
        Action::Deliver => Command::Deliver(Deliver {
            inquiry,
            text: dialog.value(0),
        }),
        Action::Guide => Command::GuideOutside(GuideOutside {
            inquiry,
            advice: dialog.value(0),
        }),
        Action::AskSuperior => Command::AskSuperior(AskSuperior {
            inquiry,
            superior: StaffNo(dialog.value(0)),
            question: dialog.value(1),
        }),
        Action::Opinion if state.stage == Stage::Superior => {
            Command::SuperiorOpinion(note(dialog.value(0)))
        }
        Action::Opinion => Command::SettleOpinion(note(dialog.value(0))),
        Action::Several if state.departments.is_empty() => Command::Several(Several {
            inquiry,
            departments: each(&dialog.value(0)),
        }),
        Action::Several => Command::Convene(note(dialog.value(0))),
        Action::Decline => Command::Decline(Decline {
            inquiry,
            reason: dialog.value(0),
            superior: StaffNo(dialog.value(1)),
        }),
        _ => return handling::command(action, dialog, state),
    })
}

/// The names under which half-typed forms are kept.
const NAMES: &[(Action, &str)] = &[
    (Action::FollowUp, "follow_up"),
    (Action::Reopen, "reopen"),
    (Action::Appeal, "appeal"),
    (Action::Step, "step"),
    (Action::Visit, "visit"),
    (Action::Receive, "receive"),
    (Action::Suspend, "suspend"),
    (Action::RuleOnExtension, "rule_on_extension"),
    (Action::ExplainOverrun, "explain_overrun"),
    (Action::Answer, "answer"),
    (Action::HandOff, "hand_off"),
    (Action::Return, "return"),
    (Action::Extend, "extend"),
    (Action::Deliver, "deliver"),
    (Action::Close, "close"),
    (Action::Guide, "guide"),
    (Action::AskSuperior, "ask"),
    (Action::Opinion, "opinion"),
    (Action::Several, "several"),
    (Action::Decline, "decline"),
    (Action::Urge, "urge"),
    (Action::Supervise, "supervise"),
    (Action::Escalate, "escalate"),
    (Action::Climb, "climb"),
    (Action::TellVisitor, "tell"),
    (Action::LeaderAsked, "leader_asked"),
    (Action::Away, "away"),
    (Action::CheckContact, "check_contact"),
    (Action::Sample, "sample"),
    (Action::Bulletin, "bulletin"),
    (Action::Printing, "printing"),
];

/// The name of an act in a draft.
pub(super) fn name(action: Action) -> &'static str {
    NAMES
        .iter()
        .chain(&handling::NAMES)
        .find(|(known, _)| *known == action)
        .map_or("", |(_, name)| name)
}

/// The act with a name.
pub(super) fn named(name: &str) -> Option<Action> {
    NAMES
        .iter()
        .chain(&handling::NAMES)
        .find(|(_, known)| *known == name)
        .map(|(action, _)| *action)
}

/// Puts back what was typed into a field.
pub(super) fn refill(entry: &mut Entry, typed: &str) {
    match &mut entry.kind {
        Kind::Text(field) => field.set(typed),
        Kind::Pick(picker) => picker.set_typed(typed),
    }
}

/// The parts of a list as people type one.
fn each(list: &str) -> Vec<String> {
    let parts = list.split([' ', '、', ',', '，', '　', ';', '；']);
    parts.map(str::to_owned).collect()
}

/// The steps that the rulebook asks of this kind of request; nothing when it asks none.
fn step(cx: &Ctx, state: &Inquiry) -> Option<Dialog> {
    let rules = cx.desk.rules_of(state);
    let kind = &state.kind_of_request;
    let of_kind = |kinds: &[String]| kinds.is_empty() || kinds.contains(kind);
    let steps: Vec<Choice> = rules
        .steps
        .iter()
        .filter(|step| of_kind(&step.kinds))
        .map(|step| Choice {
            id: step.id.0.clone(),
            label: cx.t(step.name.zh.clone(), step.name.en.clone()),
            detail: format!("{} {}", step.clause.document, step.clause.article),
            also: vec![step.id.0.clone()],
        })
        .collect();
    if steps.is_empty() {
        return None;
    }
    let mut picker = Picker::new(HITS, 40).eager();
    picker.set_choices(steps);
    Some(Dialog::new(
        format!("{} {}", cx.say(say::STEP), state.number),
        vec![
            Entry::pick(cx.say(say::WHICH_STEP), picker),
            Entry::text(cx.say(say::EXPLANATION), TEXT),
        ],
    ))
}

/// What the rulebook says of coming again.
fn visits(cx: &Ctx, state: &Inquiry) -> String {
    let rules = cx.desk.rules_of(state);
    let next = say::visit_no(cx.lang, state.visits + 1);
    match &rules.visits {
        Some(rule) => format!("{next} {}", clauses::clause(cx.lang, &rule.clause)),
        None => next,
    }
}

fn advice(cx: &Ctx, route: RouteId) -> String {
    let Some(route) = cx.desk.rules().route(route) else {
        return String::new();
    };
    cx.t(route.next.zh.clone(), route.next.en.clone())
}

fn returning(cx: &Ctx) -> String {
    match &cx.desk.rules().returns.clause {
        Some(clause) => clauses::clause(cx.lang, clause),
        None => cx.say(say::RETURN_IS_INTERNAL).to_owned(),
    }
}
