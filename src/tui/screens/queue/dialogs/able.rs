//! Whether an act can be done at all, before anybody types for it: what is plainly in
//! the way, and then a rehearsal of the command itself.

use super::{Entry, Kind, Picker, command, handling, open, urging};
use crate::desk::DeskError;
use crate::domain::command::Command;
use crate::domain::inquiry::{Inquiry, Stage};
use crate::domain::refusal::Refusal;
use crate::domain::staff::Role;
use crate::i18n::Both;
use crate::i18n::queue::{self as say, able as words};
use crate::i18n::{fault, refusal::refusal, urging as urged};
use crate::store::{Pending, Waits};
use crate::tui::keymap::Action;
use crate::tui::screen::Ctx;
use crate::tui::widgets::Dialog;

/// Choices up to this many are rehearsed each, and those that lead nowhere left out.
const EACH: usize = 24;

/// What is plainly in the way, so that nobody types for nothing.
pub(in crate::tui::screens::queue) fn why_not(
    cx: &Ctx,
    action: Action,
    row: &Pending,
    state: Option<&Inquiry>,
) -> Result<(), String> {
    let me = &cx.me.number;
    let unsigned = row.stage == Stage::Unsigned;
    let words = match action {
        Action::SignFor if !unsigned => cx.say(say::NEEDS_NO_SIGNATURE),
        Action::Answer | Action::HandOff | Action::Return | Action::Notify
            if unsigned && &row.holder == me =>
        {
            cx.say(say::SIGN_FIRST)
        }
        Action::HandOff if let Some(why) = state.and_then(|state| transferred(cx, state)) => {
            return Err(refusal(cx.lang, &why, cx.names));
        }
        Action::Return if row.leg == 0 => cx.say(say::NOT_HANDED_TO_YOU),
        Action::Close if row.stage != Stage::Answered => cx.say(say::ANSWER_FIRST),
        Action::FollowUp | Action::Reopen if row.stage != Stage::Answered => {
            cx.say(say::ANSWER_FIRST)
        }
        Action::Step if cx.desk.rules().steps.is_empty() => cx.say(say::NO_STEPS),
        Action::RuleOnExtension if row.waits != Some(Waits::Filed) => cx.say(say::NOTHING_FILED),
        Action::Bring if row.stage != Stage::Visitor => cx.say(say::NOTHING_AWAITED),
        Action::Opinion if !matches!(row.stage, Stage::Superior | Stage::Conferring) => {
            cx.say(say::NOBODY_ASKED)
        }
        _ => return handling::why_not(cx, action, row),
    };
    Err(words.to_owned())
}

/// The rule against a second transfer, where there was a first one.
fn transferred(cx: &Ctx, state: &Inquiry) -> Option<Refusal> {
    let rules = cx.desk.rules_of(state);
    let once = rules.handoff.once.as_ref()?;
    let passes_on = once.passed_on_by.iter().any(|role| cx.me.is(*role));
    let sent = state.legs.iter().any(|leg| leg.no > 0);
    (sent && !passes_on).then(|| Refusal::TransferredOnce(Box::new(once.clone())))
}

/// The form of an act, offering only what can be carried out.
///
/// # Errors
///
/// A sentence: why the act cannot be done now, and what to do.
pub(in crate::tui::screens::queue) fn ready(
    cx: &Ctx,
    action: Action,
    state: &Inquiry,
) -> Result<Dialog, String> {
    let Some(mut dialog) = open(cx, action, state) else {
        return Err(no_form(cx, action).to_owned());
    };
    let Some(main) = dialog.entries.iter().position(is_choice) else {
        return rehearse(cx, action, &filled(&dialog, action, 0, 0), state).map(|()| dialog);
    };
    let count = choices(&mut dialog.entries[main]).map_or(0, |picker| picker.choices().len());
    let mut first_reason = None;
    let mut good = Vec::new();
    for at in 0..count.max(1) {
        match rehearse(cx, action, &filled(&dialog, action, main, at), state) {
            Ok(()) => good.push(at),
            Err(why) => {
                first_reason.get_or_insert(why);
            }
        }
        // Among many people one who can do it is enough; the command has the last word.
        if count > EACH && (!good.is_empty() || at + 1 == EACH) {
            break;
        }
    }
    if good.is_empty() || count == 0 {
        let nothing = || cx.say(nothing_to_choose(action)).to_owned();
        return Err(first_reason.unwrap_or_else(nothing));
    }
    if count <= EACH
        && let Some(picker) = choices(&mut dialog.entries[main])
    {
        let kept = picker.choices().to_vec().into_iter().enumerate();
        let kept = kept.filter(|(at, _)| good.contains(at));
        let kept: Vec<_> = kept.map(|(_, choice)| choice).collect();
        picker.set_choices(kept);
    }
    Ok(dialog)
}

/// Whether the person at work may look at what everyone holds.
pub(in crate::tui::screens::queue) fn may_see_everyone(cx: &Ctx) -> Result<(), String> {
    let roles = [Role::Supervisor, Role::Quality];
    if roles.iter().any(|role| cx.me.is(*role)) {
        Ok(())
    } else {
        Err(words::needs_role(cx.lang, &roles))
    }
}

/// Why there is no form at all.
fn no_form(cx: &Ctx, action: Action) -> &'static str {
    cx.say(match action {
        Action::Step => say::NO_STEPS,
        Action::Escalate => urged::NO_LADDER,
        Action::RuleOnExtension => say::NOTHING_FILED,
        _ => words::NOT_HERE,
    })
}

/// What is missing when a form's first list would be empty.
fn nothing_to_choose(action: Action) -> Both {
    match action {
        Action::ExcuseBreach | Action::ReviewBreach => words::NO_BREACH,
        Action::ExplainOverrun => words::NO_OVERRUN,
        Action::Extend => words::NO_CLOCK,
        Action::HandOff
        | Action::Reassign
        | Action::AskSuperior
        | Action::Climb
        | Action::LeaderAsked
        | Action::SignHandling
        | Action::Attempt
        | Action::RuleOnHandling => words::NO_PEOPLE,
        _ => words::NOTHING,
    }
}

fn is_choice(entry: &Entry) -> bool {
    matches!(entry.kind, Kind::Pick(_))
}

fn choices(entry: &mut Entry) -> Option<&mut Picker> {
    match &mut entry.kind {
        Kind::Pick(picker) => Some(picker),
        Kind::Text(_) => None,
    }
}

/// The form as it would be sent with one choice taken and something typed everywhere.
pub(super) fn filled(dialog: &Dialog, action: Action, main: usize, choice: usize) -> Dialog {
    let mut trial = dialog.clone();
    for (at, entry) in trial.entries.iter_mut().enumerate() {
        match &mut entry.kind {
            Kind::Pick(picker) => {
                picker.take_at(if at == main { choice } else { 0 });
            }
            Kind::Text(field) => field.set(something(action, at)),
        }
    }
    trial
}

/// What stands for a typed text: a number where one is asked for, nothing where a
/// time or a list may be left out.
fn something(action: Action, at: usize) -> &'static str {
    match (action, at) {
        (Action::Supervise, 1) | (Action::GiveBackDocuments, 0) | (Action::Close, 3) => "",
        _ => "1",
    }
}

fn rehearse(cx: &Ctx, action: Action, trial: &Dialog, state: &Inquiry) -> Result<(), String> {
    let Some(command) = command_of(cx, action, trial, state) else {
        return Ok(());
    };
    match cx.desk.rehearse(&cx.me.number, state, command) {
        Ok(_) => Ok(()),
        Err(DeskError::Refused(why)) if is_cured_by_typing(&why) => {
            // Where nothing can be chosen, no typing cures it.
            if trial.entries.iter().any(is_barren) {
                Err(cx.say(nothing_to_choose(action)).to_owned())
            } else {
                Ok(())
            }
        }
        Err(DeskError::Refused(why)) => Err(reason(cx, action, &why)),
        Err(error) => Err(fault::desk(cx.lang, &error, cx.names)),
    }
}

fn is_barren(entry: &Entry) -> bool {
    match &entry.kind {
        Kind::Pick(picker) => picker.choices().is_empty(),
        Kind::Text(_) => false,
    }
}

/// The command of a form as it is filled.
pub(super) fn command_of(
    cx: &Ctx,
    action: Action,
    dialog: &Dialog,
    state: &Inquiry,
) -> Option<Command> {
    let pressing = urging::command(cx, action, dialog, Some(state));
    pressing
        .ok()
        .flatten()
        .or_else(|| command(action, dialog, state))
}

/// Whether other words in the same form would do: then it opens.
fn is_cured_by_typing(why: &Refusal) -> bool {
    matches!(
        why,
        Refusal::Empty(_)
            | Refusal::TooLong { .. }
            | Refusal::TimeMalformed(_)
            | Refusal::ForbiddenPhrase(_)
            | Refusal::ExtensionTooLong { .. }
            | Refusal::NoSuchLevel(_)
            | Refusal::UnknownStaff(_)
    )
}

/// A refusal as a sentence; where a role is lacking, with the roles that have it.
pub(super) fn reason(cx: &Ctx, action: Action, why: &Refusal) -> String {
    match roles(action) {
        Some(roles) if *why == Refusal::NotAllowed => words::needs_role(cx.lang, roles),
        Some(_) | None => refusal(cx.lang, why, cx.names),
    }
}

/// Whose act it is, where a role decides that.
fn roles(action: Action) -> Option<&'static [Role]> {
    match action {
        Action::Supervise | Action::RuleOnHandling | Action::Reassign | Action::RuleOnExtension => {
            Some(&[Role::Supervisor])
        }
        Action::Step | Action::ReviewBreach | Action::RecordBreach | Action::Appeal => {
            Some(&[Role::Supervisor, Role::Quality])
        }
        Action::Visit => Some(&[Role::Clerk, Role::Handler, Role::Supervisor]),
        _ => None,
    }
}

/// Why what is typed may not be said to a visitor: a phrase that the rulebook forbids,
/// with its clause (D2 art. 8); nothing as long as it may.
pub(in crate::tui::screens::queue) fn unfit(
    cx: &Ctx,
    action: Action,
    dialog: &Dialog,
) -> Option<String> {
    let to_visitor = matches!(
        action,
        Action::Answer
            | Action::Deliver
            | Action::Guide
            | Action::Decline
            | Action::Suspend
            | Action::TellVisitor
            | Action::LeaderAsked
    );
    let texts = dialog.entries.iter().filter_map(|entry| match &entry.kind {
        Kind::Text(field) => Some(field.value()),
        Kind::Pick(_) => None,
    });
    let mut rules = texts.filter_map(|text| cx.desk.rules().forbidden_in(text));
    let rule = rules.next().filter(|_| to_visitor)?;
    let why = Refusal::ForbiddenPhrase(Box::new(rule.clone()));
    Some(refusal(cx.lang, &why, cx.names))
}
