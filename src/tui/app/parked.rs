//! Several people at one window: whoever signs out finds everything as it was left.

use serde_json::Value;

use super::front::Front;
use super::overlay::Overlay;
use super::signin::{Focus, SignIn};
use super::{App, form, index};
use crate::domain::ids::StaffNo;
use crate::domain::staff::Person;
use crate::i18n::app as say;
use crate::tui::screen::{Message, Screen, ScreenId};

/// Of how many people at one window the screens are kept.
const AT_ONE_WINDOW: usize = 8;

/// How the person in front came in, and so what a covered screen asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Entrance {
    /// With a PIN.
    #[default]
    Pin,
    /// With a key of their own, before the program began.
    Key,
    /// With nothing: this is a sandbox.
    Sandbox,
}

/// The screens of somebody who is not in front.
pub(super) struct Parked {
    staff: StaffNo,
    screens: Vec<Box<dyn Screen>>,
    at: ScreenId,
    overlay: Option<Overlay>,
    kept: Vec<Option<Value>>,
}

impl App {
    /// The sign-in, with those who worked here before.
    pub(super) fn door(&self) -> Front {
        let called = |staff: &StaffNo| format!("{} {staff}", self.names.of(staff));
        let parked = self.parked.iter().rev();
        Front::SignIn(Box::new(SignIn {
            recent: parked
                .map(|one| (one.staff.clone(), called(&one.staff)))
                .collect(),
            ..SignIn::default()
        }))
    }

    /// Puts the screens of the person in front aside, masked.
    fn park(&mut self) -> Option<Person> {
        self.keep_drafts();
        self.remember_habits();
        let Front::Working(me) = &self.front else {
            return None;
        };
        let me = Person::clone(me);
        let mut screens = std::mem::take(&mut self.screens);
        for screen in &mut screens {
            screen.cover();
        }
        self.parked.retain(|one| one.staff != me.number);
        if self.parked.len() >= AT_ONE_WINDOW {
            self.parked.remove(0);
        }
        self.parked.push(Parked {
            staff: me.number.clone(),
            screens,
            at: self.at,
            overlay: self.overlay.take(),
            kept: self.kept.clone(),
        });
        self.message = None;
        Some(me)
    }

    /// Brings the screens of this person back, unless a draft of theirs was taken up or
    /// saved elsewhere in between.
    pub(super) fn unpark(&mut self, me: &Person) -> bool {
        let Some(at) = self.parked.iter().position(|one| one.staff == me.number) else {
            return false;
        };
        let parked = self.parked.remove(at);
        let as_left = ScreenId::ALL.into_iter().all(|id| {
            let kept = parked.kept.get(index(id)).cloned().flatten();
            self.drafts.find(&me.number, form(id)) == kept
        });
        if !as_left {
            return false;
        }
        self.screens = parked.screens;
        self.at = parked.at;
        self.overlay = parked.overlay;
        self.kept = parked.kept;
        self.front = Front::Working(Box::new(me.clone()));
        self.offers.prepare(&self.desk, self.lang);
        let place = self.place();
        self.with(|screen, cx| {
            screen.resized(cx, place);
            screen.refresh(cx);
            screen.rested(cx);
        });
        self.begin_news();
        true
    }

    pub(super) fn sign_out(&mut self) {
        self.park();
        self.front = self.door();
    }

    /// Covers the screen until its person gives the PIN again, or somebody else signs in.
    pub(super) fn lock(&mut self) {
        let Some(me) = self.park() else {
            return;
        };
        self.front = self.door();
        if let Front::SignIn(form) = &mut self.front {
            form.number.set(me.number.as_str());
            form.focus = Focus::Pin;
        }
        self.message = Some(Message::plain(say::locked(self.lang, &me.name)));
    }

    /// Asks for the PIN of today, then for another.
    pub(super) fn ask_for_new_pin(&mut self) {
        let Some(me) = self.park() else {
            return;
        };
        let mut form = SignIn {
            focus: Focus::Pin,
            ..SignIn::default()
        };
        form.number.set(me.number.as_str());
        form.wants_new = Some(me);
        self.front = Front::SignIn(Box::new(form));
        self.message = Some(Message::plain(say::PIN_OF_TODAY.text(self.lang)));
    }

    /// Covers the screen when nobody has touched a key for as long as the rulebook says.
    pub(super) fn lock_when_idle(&mut self) {
        let idle = self.desk.now().seconds_since(self.touched);
        let long = self.desk.rules().locks_after();
        let Front::Working(me) = &self.front else {
            return;
        };
        if long.is_none_or(|long| idle < long) {
            return;
        }
        let has_pin = |staff| self.desk.read().has_credential(staff).unwrap_or(false);
        match self.entrance {
            Entrance::Sandbox => {}
            Entrance::Key if !has_pin(&me.number) => {
                // The key lets its person in again, and nobody else.
                self.keep_drafts();
                self.over = true;
            }
            Entrance::Pin | Entrance::Key => self.lock(),
        }
    }
}
