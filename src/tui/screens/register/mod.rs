//! 登记: one dense form, and beside it what the rulebook says next.
//!
//! Everything stands at a fixed place. Enter goes on and saves on the last
//! field, digits choose from short lists, a few letters find a matter or a
//! person. What is wrong stands at its field and nothing typed is ever cleared
//! by it.

mod advice;
mod appointment;
mod check;
mod choosing;
mod clocks;
mod correct;
mod draft;
mod foot;
mod form;
mod identity;
mod link;
mod mending;
mod offers;
mod options;
mod paint;
mod pane;
mod place;
mod saved;
mod timing;
mod typing;
mod units;
mod visitor;

use std::rc::Rc;

use crossterm::event::KeyEvent;
use ratatui::layout::Rect;
use serde_json::Value;

use crate::desk::{DeskError, Done};
use crate::domain::command::{Command, Envelope};
use crate::domain::ids::Number;
use crate::domain::refusal::Refusal;
use crate::domain::rulebook::RouteId;
use crate::domain::staff::Role;
use crate::domain::time::Moment;
use crate::i18n::{Lang, fault, refusal::refusal, register as words};
use crate::offer::{Catalogue, Habits, Roster};
use crate::tui::draw::Canvas;
use crate::tui::keymap::{Action, Scope};
use crate::tui::screen::{Ctx, Message, Outcome, Screen, ScreenId, Target};

use check::Fault;
use clocks::Ahead;
use form::{Entry, Form};
use mending::Mending;
use place::Places;
use units::Units;
use visitor::{About, Visitor};

/// The registration screen.
#[derive(Debug, Default)]
pub struct Register {
    form: Form,
    cleared: Option<Form>,
    fault: Option<Fault>,
    roster: Rc<Roster>,
    catalogue: Rc<Catalogue>,
    habits: Habits,
    /// Organisations that were named before.
    units: Units,
    lang: Lang,
    places: Places,
    clocks: Vec<Ahead>,
    /// The end of the first clock that starts with the registration itself.
    due: Option<Moment>,
    visitor: Visitor,
    about: Option<About>,
    /// Forms saved so far: two that are typed ahead within one instant are still two.
    saved: u32,
    /// The inquiry that was saved last, for its correction.
    last: Option<Number>,
    /// The half-typed form that lies aside while a correction is made.
    aside: Option<Form>,
    /// What the correction under way would come to.
    mending: Mending,
    /// Whether the correction was called for in the queue.
    from_queue: bool,
}

type Act = fn(&mut Register, &Ctx) -> Outcome;

/// What the keys of this screen do.
const ACTS: &[(Action, Act)] = &[
    (Action::Enter, Register::enter),
    (Action::Save, Register::save),
    (Action::NextField, |screen, cx| screen.forward(cx)),
    (Action::PreviousField, |screen, cx| screen.back(cx)),
    (Action::Down, Register::down),
    (Action::Up, Register::up),
    (Action::Notify, Register::tell),
    (Action::BackEntry, Register::back_entry),
    (Action::Green, |screen, cx| {
        screen.form.green = !screen.form.green;
        screen.rehearse_correction(cx);
        Outcome::Handled
    }),
    (Action::Internal, |screen, cx| {
        screen.form.internal = !screen.form.internal;
        // Without a visitor a name may be missing.
        screen
            .fault
            .take_if(|fault| fault.entry == Some(Entry::Name));
        screen.rehearse_correction(cx);
        Outcome::Handled
    }),
    (Action::Appoint, Register::appoint),
    (Action::Clear, Register::clear),
    (Action::Link, Register::link),
    (Action::More, Register::more),
    (Action::Correct, Register::correct_last),
    (Action::Withdraw, Register::withdraw),
    (Action::Back, |_, _| {
        Outcome::Go(Target::Screen(ScreenId::Queue))
    }),
];

impl Register {
    /// An empty form.
    pub fn new() -> Self {
        Self::default()
    }

    fn say(cx: &Ctx, pair: words::Pair) -> Outcome {
        Outcome::Say(Message::plain(words::word(cx.lang, pair)))
    }

    fn fail(&mut self, fault: Fault) -> Outcome {
        if let Some(entry) = fault.entry {
            self.form.focus = entry;
        }
        self.fault = Some(fault);
        Outcome::Handled
    }

    fn save(&mut self, cx: &Ctx) -> Outcome {
        if let Err(words) = self.enabled(cx, Action::Save) {
            return Outcome::Say(Message::bad(words));
        }
        self.take_highlighted(cx);
        if self.form.corrects() {
            return self.save_correction(cx);
        }
        match self.form.command(cx, &self.roster, self.due) {
            Err(fault) => self.fail(fault),
            Ok(command) => {
                self.fault = None;
                let request = Some(self.form.request.clone()).filter(|id| !id.is_empty());
                Outcome::Run(Box::new(Envelope {
                    request,
                    ..Envelope::of(Command::Register(Box::new(command)))
                }))
            }
        }
    }

    fn tell(&mut self, cx: &Ctx) -> Outcome {
        self.take_highlighted(cx);
        Outcome::Go(Target::Checklist {
            inquiry: None,
            matter: self.form.matter.id().to_owned(),
        })
    }

    fn back_entry(&mut self, cx: &Ctx) -> Outcome {
        self.form.back_entry = !self.form.back_entry;
        self.fault = None;
        if self.form.back_entry {
            self.form.focus = Entry::Received;
        } else if !self.form.order().contains(&self.form.focus) {
            self.form.focus = self.form.home();
        }
        self.reckon(cx);
        let kept = !self.form.received.is_blank() || !self.form.reason.is_blank();
        if !self.form.back_entry && kept {
            return Self::say(cx, words::BACK_ENTRY_OFF);
        }
        Outcome::Handled
    }

    fn look_up(&mut self, cx: &Ctx) {
        let who = self.form.who();
        if who != self.visitor.who {
            self.visitor = Visitor::read(cx, who);
        }
    }
}

impl Screen for Register {
    fn scope(&self) -> Scope {
        Scope::Register
    }

    fn typing(&self) -> bool {
        true
    }

    fn enabled(&self, cx: &Ctx, action: Action) -> Result<(), String> {
        let roles = [Role::Clerk, Role::Handler, Role::Supervisor];
        if action == Action::Save && !roles.into_iter().any(|role| cx.me.is(role)) {
            return Err(refusal(cx.lang, &Refusal::NotAllowed, cx.names));
        }
        Ok(())
    }

    fn act(&mut self, cx: &Ctx, action: Action) -> Outcome {
        match ACTS.iter().find(|(own, _)| *own == action) {
            Some((_, act)) => act(self, cx),
            None => Outcome::Ignored,
        }
    }

    fn input(&mut self, cx: &Ctx, key: KeyEvent) -> Outcome {
        self.type_key(cx, key)
    }

    fn paste(&mut self, cx: &Ctx, text: &str) -> Outcome {
        self.type_paste(cx, text)
    }

    fn arrive(&mut self, cx: &Ctx, target: &Target, area: Rect) {
        self.load(cx);
        self.resized(cx, area);
        if let Target::Correct(number) = target {
            self.open_for_correction(cx, number, true);
        }
        if let Target::Register { matter } = target
            && self.form.matter.take_id(matter)
        {
            self.form.route = Some(RouteId::Incomplete);
        }
        self.reckon(cx);
    }

    fn resized(&mut self, cx: &Ctx, area: Rect) {
        self.places = Places::on(area, !cx.desk.rules().kinds.is_empty());
        self.resize();
    }

    fn refresh(&mut self, cx: &Ctx) {
        self.reckon(cx);
        self.visitor = Visitor::read(cx, self.form.who());
    }

    fn rested(&mut self, cx: &Ctx) {
        self.look_up(cx);
    }

    fn done(
        &mut self,
        cx: &Ctx,
        envelope: &Envelope,
        result: Result<&Done, &DeskError>,
    ) -> Outcome {
        match result {
            Ok(done) => match &envelope.command {
                Command::Correct(_) => self.corrected(cx, &done.subject, false),
                Command::Withdraw(_) => self.corrected(cx, &done.subject, true),
                Command::Visit(visit) => self.second_visit(cx, &visit.inquiry),
                _ => self.begin_anew(cx, &done.subject),
            },
            Err(DeskError::Refused(why)) if why.can_be_confirmed() => {
                let mut again = envelope.clone();
                again.confirm.push(why.code().to_owned());
                Outcome::Confirm {
                    words: refusal(cx.lang, why, cx.names),
                    then: Box::new(Outcome::Run(Box::new(again))),
                }
            }
            Err(DeskError::Refused(why)) => self.fail(Fault::refused(cx, why, self.form.route)),
            Err(error) => self.fail(Fault {
                entry: None,
                text: fault::desk(cx.lang, error, cx.names),
            }),
        }
    }

    fn draft(&self) -> Option<Value> {
        self.form.draft(self.aside.as_ref())
    }

    fn resume(&mut self, cx: &Ctx, draft: Value) {
        self.load(cx);
        if let Some(aside) = self.form.resume(draft) {
            if !aside.is_null() {
                let draft = aside;
                let mut form = std::mem::take(&mut self.form);
                self.offer(cx);
                self.form.resume(draft);
                std::mem::swap(&mut self.form, &mut form);
                self.aside = Some(form);
            }
            self.offer(cx);
            self.reckon(cx);
            self.look_up(cx);
        }
    }

    fn render(&self, cx: &Ctx, canvas: &mut Canvas, area: Rect) {
        let places = if self.places.area == area {
            self.places
        } else {
            Places::on(area, !cx.desk.rules().kinds.is_empty())
        };
        paint::form(self, cx, canvas, &places);
        pane::paint(self, cx, canvas, &places);
        foot::paint(self, cx, canvas, &places);
    }
}

#[cfg(test)]
mod tests;
