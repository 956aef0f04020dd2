//! After a form was saved, or emptied: the next visitor can be typed at once.

use crate::domain::rulebook::RouteId;
use crate::i18n::register as words;
use crate::tui::screen::{Ctx, Message, Outcome, Target};

use super::{Register, Visitor};

impl Register {
    pub(super) fn begin_anew(&mut self, cx: &Ctx, number: &str) -> Outcome {
        let form = std::mem::take(&mut self.form);
        self.saved += 1;
        self.last = Some(number.into());
        self.cleared = None;
        self.fault = None;
        self.visitor = Visitor::default();
        self.load(cx);
        self.resize();
        self.reckon(cx);
        if form.route == Some(RouteId::Incomplete) {
            return Outcome::Go(Target::Checklist {
                inquiry: Some(number.into()),
                matter: form.matter.id().to_owned(),
            });
        }
        let receiver = match form.route {
            Some(RouteId::HandOff) => form.receiver.value(),
            Some(RouteId::Unclear) => form.superior.value(),
            Some(
                RouteId::AnswerNow
                | RouteId::MineLater
                | RouteId::Several
                | RouteId::Outside
                | RouteId::Incomplete,
            )
            | None => "",
        };
        let name = receiver.split(' ').next().unwrap_or_default();
        let text = words::saved(cx.lang, number, form.route, name);
        Outcome::Say(Message::good(text))
    }

    pub(super) fn clear(&mut self, cx: &Ctx) -> Outcome {
        if self.form.corrects() {
            self.end_correction(cx);
            return Self::say(cx, words::CORRECTION_DROPPED);
        }
        let pair = if !self.form.is_blank() {
            self.cleared = Some(std::mem::take(&mut self.form));
            words::CLEARED
        } else if let Some(form) = self.cleared.take() {
            self.form = form;
            words::BROUGHT_BACK
        } else {
            words::NOTHING_TO_CLEAR
        };
        self.fault = None;
        self.offer(cx);
        self.resize();
        self.reckon(cx);
        self.look_up(cx);
        Self::say(cx, pair)
    }
}
