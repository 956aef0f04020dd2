//! An admin draws a one-time PIN for somebody who lost theirs.

use crossterm::event::{KeyCode, KeyEvent};

use super::App;
use super::front::Front;
use super::overlay::Overlay;
use crate::desk::{Actor, SignInError, pepper_kept};
use crate::domain::ids::StaffNo;
use crate::domain::refusal::Refusal;
use crate::domain::staff::Role;
use crate::i18n::{app as say, fault, refusal};
use crate::tui::draw::Canvas;
use crate::tui::screen::{Message, Outcome};
use crate::tui::widgets::{Field, frame};

impl App {
    pub(super) fn ask_whose_pin(&mut self) {
        let Front::Working(me) = &self.front else {
            return;
        };
        if me.is(Role::Admin) {
            self.overlay = Some(Overlay::WhosePin(Field::new(20)));
        } else {
            let words = refusal::refusal(self.lang, &Refusal::NotAllowed, &self.names);
            self.say(Message::bad(words));
        }
    }

    pub(super) fn key_on_whose_pin(&mut self, mut number: Field, key: KeyEvent) {
        match key.code {
            KeyCode::Esc => self.message = None,
            KeyCode::Enter if !number.is_blank() => {
                let staff = StaffNo::from(number.value().trim());
                match self.draw_pin_for(&staff) {
                    Ok(words) => self.overlay = Some(self.confirm(&words, Outcome::Handled)),
                    Err(error) => {
                        let words = fault::sign_in(self.lang, &error, &self.names);
                        self.say(Message::bad(words));
                        self.overlay = Some(Overlay::WhosePin(number));
                    }
                }
            }
            _ => {
                let _ = number.key(key);
                self.overlay = Some(Overlay::WhosePin(number));
            }
        }
    }

    fn draw_pin_for(&mut self, staff: &StaffNo) -> Result<String, SignInError> {
        let Front::Working(me) = &self.front else {
            return Err(SignInError::Wrong);
        };
        let by = Actor::Staff(me.number.clone());
        let pepper = pepper_kept(&self.pepper)?;
        let pin = self.desk.draw_pin()?;
        self.desk.set_pin(&by, staff, &pin, &pepper)?;
        let name = self.names.of(staff);
        Ok(say::one_time_pin(self.lang, &name, &pin.digits))
    }
}

/// Draws the question whose PIN it is.
pub(super) fn render(app: &App, number: &Field, canvas: &mut Canvas) {
    let title = say::WHOSE_PIN.text(app.lang);
    let inside = frame::popup(canvas, &app.theme, (60, 5), title);
    let label = say::STAFF_NUMBER.text(app.lang);
    canvas.text(inside.x, inside.y, 14, label, app.theme.focus);
    let at = (inside.x + 15, inside.y);
    let wide = inside.width.saturating_sub(15);
    number.render(canvas, at, wide, app.theme.text, true);
    let keys = say::WHOSE_PIN_KEYS.text(app.lang);
    let last = inside.bottom().saturating_sub(1);
    canvas.text(inside.x, last, inside.width, keys, app.theme.dim);
}
