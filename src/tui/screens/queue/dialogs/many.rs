//! One form for many inquiries: urge their holders, or put them into other hands.

use super::able::{command_of, filled, reason};
use super::{Entry, TEXT, open, people};
use crate::desk::DeskError;
use crate::domain::command::{Command, Envelope};
use crate::domain::ids::Number;
use crate::domain::inquiry::Inquiry;
use crate::domain::refusal::Refusal;
use crate::domain::staff::Person;
use crate::i18n::queue::many as say;
use crate::i18n::{fault, queue, urging};
use crate::tui::keymap::Action;
use crate::tui::screen::Ctx;
use crate::tui::widgets::Dialog;

/// Whether an act is done to all that are marked.
pub(in crate::tui::screens::queue) fn is(action: Action) -> bool {
    matches!(action, Action::Urge | Action::Reassign)
}

/// The form, with a word on those that would be refused as they stand.
///
/// # Errors
///
/// A sentence: not one of them can be done.
pub(in crate::tui::screens::queue) fn ready(
    cx: &Ctx,
    action: Action,
    numbers: &[Number],
) -> Result<Dialog, String> {
    let mut refused: Vec<(&Number, String)> = Vec::new();
    for number in numbers {
        if let Some(why) = why_not(cx, action, number) {
            refused.push((number, why));
        }
    }
    if refused.len() == numbers.len()
        && let Some((_, why)) = refused.pop()
    {
        return Err(why);
    }
    let first = refused.first();
    let first = first.map(|(number, why)| (number.as_str(), why.as_str()));
    let advice = say::advice(cx.lang, refused.len(), first);
    Ok(form(cx, action, numbers.len()).advising(advice))
}

/// The form itself.
pub(in crate::tui::screens::queue) fn form(cx: &Ctx, action: Action, count: usize) -> Dialog {
    let (what, entries) = if action == Action::Urge {
        let word = Entry::text(cx.say(urging::A_WORD), TEXT);
        (urging::URGE, vec![word])
    } else {
        let receiver = people(cx, Person::holds_inquiries);
        let entries = vec![
            Entry::pick(cx.say(queue::RECEIVER), receiver),
            Entry::text(cx.say(queue::REASON), TEXT),
        ];
        (queue::handling::REASSIGN, entries)
    };
    Dialog::new(say::title(cx.lang, cx.say(what), count), entries)
}

/// Why one of them would be refused whatever is typed.
fn why_not(cx: &Ctx, action: Action, number: &Number) -> Option<String> {
    let state = state(cx, number)?;
    let trial = filled(&open(cx, action, &state)?, action, 0, 0);
    let command = command_of(cx, action, &trial, &state)?;
    match cx.desk.rehearse(&cx.me.number, &state, command).err()? {
        DeskError::Refused(why) if is_cured_by_another(&why) => None,
        DeskError::Refused(why) => Some(reason(cx, action, &why)),
        error => Some(fault::desk(cx.lang, &error, cx.names)),
    }
}

/// Whether another receiver would do.
fn is_cured_by_another(why: &Refusal) -> bool {
    matches!(
        why,
        Refusal::AlreadyHolds(_)
            | Refusal::LacksRole { .. }
            | Refusal::NotInDepartment { .. }
            | Refusal::StaysAtWindows(_)
            | Refusal::Empty(_)
    )
}

/// A command for each, as the form is filled.
pub(in crate::tui::screens::queue) fn commands(
    cx: &Ctx,
    action: Action,
    dialog: &Dialog,
    numbers: &[Number],
) -> Vec<Envelope> {
    let of = |number: &Number| -> Option<Command> {
        let state = state(cx, number)?;
        command_of(cx, action, dialog, &state)
    };
    numbers.iter().filter_map(of).map(Envelope::of).collect()
}

fn state(cx: &Ctx, number: &Number) -> Option<Inquiry> {
    let found = cx.desk.read().inquiry(number).ok().flatten();
    found.map(|(state, _)| state)
}
