//! Who is in front: someone to sign in, or someone at work.

use serde_json::Value;

use super::signin::SignIn;
use super::{App, form, index};
use crate::domain::ids::StaffNo;
use crate::domain::staff::Person;
use crate::i18n::app as say;
use crate::tui::screen::{Message, Screen, ScreenId, Target};
use crate::tui::screens;

/// How each person likes each screen, for as long as the app runs.
pub(super) type Habits = Vec<(StaffNo, ScreenId, Value)>;

/// What is shown behind everything else.
#[derive(Debug)]
pub(super) enum Front {
    /// The sign-in.
    SignIn(Box<SignIn>),
    /// The screens of the person who is signed in.
    Working(Box<Person>),
}

impl App {
    /// Someone has signed in: the screens open, with what was half-typed before.
    pub(super) fn welcome(&mut self, me: &Person) {
        self.message = None;
        if self.unpark(me) {
            return;
        }
        self.screens = screens::all();
        for (staff, id, habits) in &self.habits {
            if let Some(screen) = self.screens.get_mut(index(*id))
                && staff == &me.number
            {
                screen.take_up(habits);
            }
        }
        self.front = Front::Working(Box::new(me.clone()));
        let mut resumed = Vec::new();
        for id in ScreenId::ALL {
            self.kept[index(id)] = None;
            // The others read the register when they are first looked at.
            if let Some(draft) = self.drafts.find(&me.number, form(id)) {
                self.at = id;
                let place = self.place();
                self.with(|screen, cx| {
                    screen.arrive(cx, &Target::Screen(id), place);
                    screen.resume(cx, draft);
                });
                if self.screen().is_some_and(Screen::is_half_typed) {
                    resumed.push(id.name(self.lang));
                }
                self.kept[index(id)] = self.screen().and_then(Screen::draft);
            }
        }
        self.offers.prepare(&self.desk, self.lang);
        self.go(&Target::Screen(ScreenId::Queue));
        self.begin_news();
        let drafts = (!resumed.is_empty()).then(|| say::drafts_found(self.lang, &resumed));
        let words: Vec<String> = drafts.into_iter().chain(self.holidays_missing()).collect();
        if !words.is_empty() {
            self.message = Some(Message::plain(words.join(self.lang.pick("", " "))));
        }
    }

    pub(super) fn remember_habits(&mut self) {
        let Front::Working(me) = &self.front else {
            return;
        };
        for (id, screen) in ScreenId::ALL.into_iter().zip(&self.screens) {
            if let Some(habits) = screen.habits() {
                self.habits
                    .retain(|(staff, at, _)| (staff, at) != (&me.number, &id));
                self.habits.push((me.number.clone(), id, habits));
            }
        }
    }
}
