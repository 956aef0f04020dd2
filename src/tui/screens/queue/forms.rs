//! The form of an act while it is open over the list.

use serde_json::{Value, json};

use super::hands::Hands;
use super::{Detail, Queue, dialogs};
use crate::desk::{DeskError, Done};
use crate::domain::command::{Back, Command};
use crate::domain::ids::Number;
use crate::domain::refusal::Refusal;
use crate::i18n::{fault, queue as say};
use crate::store::Pending;
use crate::tui::keymap::Action;
use crate::tui::screen::{Ctx, Message, Outcome, Screen};
use crate::tui::screens::revealed;
use crate::tui::widgets::dialog::Entry;

impl Queue {
    /// The selected inquiry's detail, read now if it is still another's.
    pub(super) fn detail(&mut self, cx: &Ctx) -> Option<&Detail> {
        self.rested(cx);
        self.detail.as_ref()
    }

    /// What an open form is about, wherever the selection has moved meanwhile; else
    /// the selected inquiry.
    pub(super) fn subject(&self) -> Option<Number> {
        match (&self.dialog, &self.detail) {
            (Some(_), Some(detail)) => Some(detail.state.number.clone()),
            (Some(_), None) | (None, _) => self.selected().map(|row| row.inquiry.clone()),
        }
    }

    pub(super) fn look_up(&mut self, cx: &Ctx, number: &Number) {
        let found = cx.desk.read().inquiry(number).ok().flatten();
        self.detail = found.map(|(state, events)| Detail {
            hands: Hands::of(cx, &state),
            state,
            events,
        });
    }

    pub(super) fn submit(&mut self, cx: &Ctx) -> Outcome {
        let Some((action, dialog)) = &mut self.dialog else {
            return Outcome::Handled;
        };
        dialog.take_hit();
        let (action, dialog) = (*action, dialog.clone());
        if !self.many.is_empty() {
            let each = dialogs::many::commands(cx, action, &dialog, &self.many);
            return Outcome::RunEach(each);
        }
        if action == Action::Reveal {
            let number = self.subject().unwrap_or_default();
            return Outcome::run(revealed::command(&dialog, &number));
        }
        if let Some(command) = dialogs::oversight::command(action, &dialog) {
            return Outcome::run(command);
        }
        let state = self.detail(cx).map(|detail| &detail.state);
        match dialogs::urging::command(cx, action, &dialog, state) {
            Ok(Some(command)) => return Outcome::run(command),
            Ok(None) => {}
            Err(why) => {
                if let Some((_, dialog)) = &mut self.dialog {
                    dialog.error = Some(why);
                }
                return Outcome::Handled;
            }
        }
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
            Action::Back => {
                self.dialog = None;
                self.many.clear();
                self.rested(cx);
            }
            _ => return Outcome::Ignored,
        }
        Outcome::Handled
    }

    /// Says above the fields what would come of what is typed.
    pub(super) fn foresee(&mut self, cx: &Ctx) {
        if let Some((action, dialog)) = &mut self.dialog {
            dialogs::oversight::foresee(cx, *action, dialog);
        }
        if let (Some((action, dialog)), Some(detail)) = (&mut self.dialog, &self.detail)
            && dialogs::has_preview(*action, dialog)
        {
            dialog.advice = dialogs::preview(cx, dialog, &detail.state);
        }
        if let Some((action, dialog)) = &mut self.dialog
            && let Some(why) = dialogs::unfit(cx, *action, dialog)
        {
            dialog.error = Some(why);
        }
    }

    pub(super) fn open_dialog(&mut self, cx: &Ctx, action: Action) -> Outcome {
        if action == Action::Away {
            // The same key takes one back to the post.
            if dialogs::urging::is_away(cx, &cx.me.number) {
                return Outcome::run(Command::Back(Back::default()));
            }
            self.dialog = Some((action, dialogs::urging::leave(cx)));
            return Outcome::Handled;
        }
        if dialogs::many::is(action) && !self.marked.is_empty() {
            let marked = self.all_marked();
            return match dialogs::many::ready(cx, action, &marked) {
                Ok(dialog) => {
                    self.dialog = Some((action, dialog));
                    self.many = marked;
                    Outcome::Handled
                }
                Err(why) => Outcome::Say(Message::plain(why)),
            };
        }
        if let Some(dialog) = dialogs::oversight::open(cx, action) {
            self.dialog = Some((action, dialog));
            return Outcome::Handled;
        }
        let Some(detail) = self.detail(cx) else {
            return Outcome::Say(Message::plain(cx.say(say::NOTHING_SELECTED)));
        };
        match dialogs::ready(cx, action, &detail.state) {
            Ok(dialog) => {
                self.dialog = Some((action, dialog));
                Outcome::Handled
            }
            Err(why) => Outcome::Say(Message::plain(why)),
        }
    }

    /// What is marked, in the order of the numbers.
    pub(super) fn all_marked(&self) -> Vec<Number> {
        self.marked.iter().cloned().collect()
    }

    /// Why an act that asks for something cannot be done, before anybody types for it.
    pub(super) fn barred(&self, cx: &Ctx, action: Action, row: &Pending) -> Result<(), String> {
        if !dialogs::has_form(action) {
            return Ok(());
        }
        let read = || cx.desk.read().inquiry(&row.inquiry).ok().flatten();
        match self.state_of(row) {
            Some(state) => dialogs::ready(cx, action, state).map(drop),
            None => match read() {
                Some((state, _)) => dialogs::ready(cx, action, &state).map(drop),
                None => Ok(()),
            },
        }
    }

    /// What is half-typed in the form, and what it is about.
    pub(super) fn half_typed(&self) -> Option<Value> {
        let (action, dialog) = self.dialog.as_ref()?;
        let typed: Vec<&str> = dialog.entries.iter().map(Entry::typed).collect();
        if typed.iter().all(|text| text.is_empty()) {
            return None;
        }
        // Leaving the post is about no inquiry.
        let inquiry = match action {
            Action::Away => Number::default(),
            action if dialogs::oversight::is(*action) => Number::default(),
            _ => self.subject()?,
        };
        let act = dialogs::name(*action);
        Some(json!({ "inquiry": inquiry, "act": act, "typed": typed, "many": self.many }))
    }

    /// Opens the form again with what was typed before.
    pub(super) fn typed_before(&mut self, cx: &Ctx, draft: &Value) {
        let text = |key: &str| draft.get(key).and_then(Value::as_str).unwrap_or_default();
        let number = Number::from(text("inquiry"));
        let Some(action) = dialogs::named(text("act")) else {
            return;
        };
        if dialogs::oversight::is(action) {
            if dialogs::oversight::why_not(cx, action).is_err() {
                return;
            }
        } else if action != Action::Away {
            self.select(cx, &number);
            if self.selected().is_none_or(|row| row.inquiry != number) {
                return;
            }
        } else if dialogs::urging::is_away(cx, &cx.me.number) {
            return;
        }
        let many = draft.get("many").and_then(Value::as_array);
        self.many = many.map_or(Vec::new(), |all| {
            let numbers = all.iter().filter_map(Value::as_str);
            numbers.map(Number::from).collect()
        });
        self.marked = self.many.iter().cloned().collect();
        // What was typed is not lost where the act has become impossible meanwhile.
        if action == Action::Away || dialogs::oversight::is(action) {
            self.open_dialog(cx, action);
        } else if !self.many.is_empty() {
            let form = dialogs::many::form(cx, action, self.many.len());
            self.dialog = Some((action, form));
        } else if let Some(detail) = self.detail(cx) {
            self.dialog = dialogs::open(cx, action, &detail.state).map(|dialog| (action, dialog));
        }
        let typed = draft
            .get("typed")
            .and_then(Value::as_array)
            .cloned()
            .unwrap_or_default();
        if let Some((_, dialog)) = &mut self.dialog {
            for (entry, text) in dialog.entries.iter_mut().zip(&typed) {
                dialogs::refill(entry, text.as_str().unwrap_or_default());
            }
        }
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
        Refusal::Overtaken(_)
            | Refusal::AlreadySigned { .. }
            | Refusal::NotYours { .. }
            | Refusal::UnknownLeg(_)
    )
}
