//! Short lists, of which a digit or an arrow chooses.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::domain::command::Urgency;
use crate::domain::rulebook::RouteId;
use crate::i18n::register as words;
use crate::tui::screen::{Ctx, Outcome};

use super::Register;
use super::form::Entry;

/// The levels of urgency, in the order of their digits.
pub const URGENCIES: [Urgency; 3] = [Urgency::Normal, Urgency::Urgent, Urgency::Emergency];

impl Register {
    /// Keys of a field that is filled by a digit.
    pub(super) fn choose(&mut self, cx: &Ctx, key: KeyEvent) -> Outcome {
        let chorded = key
            .modifiers
            .intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
        if key.code == KeyCode::Left {
            return self.move_choice(cx, false);
        }
        if key.code == KeyCode::Right {
            return self.move_choice(cx, true);
        }
        let (KeyCode::Char(c), false) = (key.code, chorded) else {
            return Outcome::Ignored;
        };
        if !c.is_ascii() {
            return Self::say(cx, words::SWITCH_INPUT);
        }
        if self.form.focus == Entry::Accompany {
            return self.choose_accompany(cx, c);
        }
        let place = c.to_digit(10).and_then(|digit| digit.checked_sub(1));
        let Some(place) = place.and_then(|place| usize::try_from(place).ok()) else {
            return Outcome::Ignored;
        };
        if !self.put_choice(place) {
            return Outcome::Ignored;
        }
        self.touched(cx);
        if self.form.at_last() {
            return Outcome::Handled;
        }
        self.leave(cx, true)
    }

    fn choose_accompany(&mut self, cx: &Ctx, c: char) -> Outcome {
        self.form.accompany = match c {
            'y' | 'Y' => true,
            'n' | 'N' => false,
            ' ' => !self.form.accompany,
            _ => return Outcome::Ignored,
        };
        self.touched(cx);
        Outcome::Handled
    }

    fn put_choice(&mut self, place: usize) -> bool {
        let focus = self.form.focus;
        if focus == Entry::Channel {
            return self.form.channel.take_at(place);
        }
        if let (Entry::Urgency, Some(urgency)) = (focus, URGENCIES.get(place)) {
            self.form.urgency = *urgency;
        } else if let (Entry::Route, Some(route)) = (focus, RouteId::ALL.get(place)) {
            self.form.route = Some(*route);
        } else {
            return false;
        }
        true
    }

    /// Goes to the choice beside; the route may also be given up again.
    fn move_choice(&mut self, cx: &Ctx, right: bool) -> Outcome {
        let form = &self.form;
        let (len, here) = match form.focus {
            Entry::Channel => (form.channel.choices().len(), form.channel.place()),
            Entry::Urgency => (
                URGENCIES.len(),
                URGENCIES.iter().position(|one| *one == form.urgency),
            ),
            Entry::Route => (
                RouteId::ALL.len(),
                form.route
                    .and_then(|own| RouteId::ALL.iter().position(|one| *one == own)),
            ),
            Entry::Accompany => return self.choose_accompany(cx, ' '),
            Entry::Received
            | Entry::Kind
            | Entry::Reason
            | Entry::Phone
            | Entry::Name
            | Entry::Unit
            | Entry::IdNumber
            | Entry::Address
            | Entry::Left
            | Entry::Why
            | Entry::Matter
            | Entry::Words
            | Entry::AppointedAt
            | Entry::Place
            | Entry::Answer
            | Entry::Promised
            | Entry::Receiver
            | Entry::Department
            | Entry::Superior
            | Entry::Question
            | Entry::Advice => return Outcome::Ignored,
        };
        let next = match (here, right) {
            (None, true) => 0,
            (Some(here), true) => (here + 1).min(len.saturating_sub(1)),
            (Some(0), false) if form.focus == Entry::Route => {
                self.form.route = None;
                self.touched(cx);
                return Outcome::Handled;
            }
            (Some(here), false) => here.saturating_sub(1),
            (None, false) => return Outcome::Handled,
        };
        self.put_choice(next);
        self.touched(cx);
        Outcome::Handled
    }
}
