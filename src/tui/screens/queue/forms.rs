//! The form of an act while it is open over the list.

use super::{Queue, dialogs};
use crate::desk::{DeskError, Done};
use crate::domain::refusal::Refusal;
use crate::i18n::{fault, queue as say};
use crate::tui::keymap::Action;
use crate::tui::screen::{Ctx, Message, Outcome};

impl Queue {
    pub(super) fn submit(&mut self, cx: &Ctx) -> Outcome {
        let Some((action, dialog)) = &mut self.dialog else {
            return Outcome::Handled;
        };
        dialog.take_hit();
        let (action, dialog) = (*action, dialog.clone());
        let Some(detail) = self.detail(cx) else {
            return Outcome::Handled;
        };
        match dialogs::command(action, &dialog, &detail.state) {
            Some(command) => Outcome::run(command),
            None => Outcome::Handled,
        }
    }

    pub(super) fn act_on_dialog(&mut self, cx: &Ctx, action: Action) -> Outcome {
        let Some((_, dialog)) = &mut self.dialog else {
            return Outcome::Ignored;
        };
        match action {
            Action::Enter => {
                if !dialog.go_on() {
                    return self.submit(cx);
                }
                self.foresee(cx);
            }
            Action::NextField => {
                dialog.go_on();
            }
            Action::PreviousField => dialog.back(),
            Action::Save => return self.submit(cx),
            Action::Back => self.dialog = None,
            _ => return Outcome::Ignored,
        }
        Outcome::Handled
    }

    /// Says above the fields what would come of what is typed.
    pub(super) fn foresee(&mut self, cx: &Ctx) {
        if let (Some((action, dialog)), Some(detail)) = (&mut self.dialog, &self.detail)
            && dialogs::has_preview(*action, dialog)
        {
            dialog.advice = dialogs::preview(cx, dialog, &detail.state);
        }
    }

    pub(super) fn open_dialog(&mut self, cx: &Ctx, action: Action) -> Outcome {
        let Some(detail) = self.detail(cx) else {
            return Outcome::Say(Message::plain(cx.say(say::NOTHING_SELECTED)));
        };
        let dialog = dialogs::open(cx, action, &detail.state);
        if dialog.is_none() && action == Action::Step {
            return Outcome::Say(Message::plain(cx.say(say::NO_STEPS)));
        }
        self.dialog = dialog.map(|dialog| (action, dialog));
        Outcome::Handled
    }

    /// Says what is in the way inside the dialog, beside what was typed; without
    /// one it is left to the app.
    pub(super) fn complain(&mut self, cx: &Ctx, result: Result<&Done, &DeskError>) -> Outcome {
        if let (Some((_, dialog)), Err(error)) = (&mut self.dialog, result) {
            dialog.error = Some(fault::desk(cx.lang, error, cx.names));
            return Outcome::Handled;
        }
        Outcome::Ignored
    }
}

/// Whether someone else was quicker.
pub(super) fn lost_the_race(why: &Refusal) -> bool {
    matches!(
        why,
        Refusal::AlreadySigned { .. }
            | Refusal::NotYours { .. }
            | Refusal::Closed { .. }
            | Refusal::AlreadyResolved
            | Refusal::UnknownLeg(_)
    )
}
