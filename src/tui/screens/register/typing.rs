//! Keys and pastes, and going from field to field.

use crossterm::event::{KeyCode, KeyEvent};

use crate::i18n::register as words;
use crate::tui::screen::{Ctx, Outcome};
use crate::tui::widgets::{Edit, Pick, Step};

use super::Register;
use super::check::Fault;
use super::form::{Entry, Filling};

/// Fields by which somebody who came before is known.
const WHO: [Entry; 4] = [Entry::Phone, Entry::Name, Entry::Unit, Entry::IdNumber];

/// What taking a picker's hit came to.
enum Taking {
    /// Nothing was to be taken.
    None,
    /// A hit was taken.
    Taken,
    /// Letters stand there that find nothing.
    Astray,
}

impl Register {
    pub(super) fn enter(&mut self, cx: &Ctx) -> Outcome {
        match self.take(cx) {
            Taking::Astray => self.astray(cx),
            // One department after another: an empty field goes on.
            Taking::Taken if self.form.focus == Entry::Department => Outcome::Handled,
            Taking::None | Taking::Taken if self.form.at_last() => self.save(cx),
            Taking::None | Taking::Taken => self.leave(cx, true),
        }
    }

    pub(super) fn forward(&mut self, cx: &Ctx) -> Outcome {
        match self.take(cx) {
            Taking::Astray => self.astray(cx),
            Taking::None | Taking::Taken => self.leave(cx, true),
        }
    }

    pub(super) fn back(&mut self, cx: &Ctx) -> Outcome {
        self.leave(cx, false)
    }

    pub(super) fn down(&mut self, cx: &Ctx) -> Outcome {
        if self.step_unit(true) {
            self.touched(cx);
            return Outcome::Moved;
        }
        if let Filling::Picker(picker) = self.form.filling(self.form.focus)
            && picker.step(Step::Down)
        {
            return self.stepped(cx);
        }
        self.leave(cx, true)
    }

    pub(super) fn up(&mut self, cx: &Ctx) -> Outcome {
        if self.step_unit(false) {
            self.touched(cx);
            return Outcome::Moved;
        }
        if let Filling::Picker(picker) = self.form.filling(self.form.focus)
            && !picker.is_at_top()
            && picker.step(Step::Up)
        {
            return self.stepped(cx);
        }
        self.leave(cx, false)
    }

    /// In an open list a step is a choice.
    fn stepped(&mut self, cx: &Ctx) -> Outcome {
        if matches!(self.form.focus, Entry::Channel | Entry::Kind) {
            self.touched(cx);
        }
        Outcome::Handled
    }

    /// Takes the highlighted hit of the field one types in, if it has one.
    /// Takes what is lit, unless several fit what was typed: then it is for the
    /// person to choose.
    pub(super) fn take_highlighted(&mut self, cx: &Ctx) {
        if let Filling::Picker(picker) = self.form.filling(self.form.focus)
            && picker.is_undecided()
            && picker.found() > 1
        {
            return;
        }
        self.take(cx);
    }

    pub(super) fn type_key(&mut self, cx: &Ctx, key: KeyEvent) -> Outcome {
        self.form.began.touch(cx.now);
        let focus = self.form.focus;
        let key = if matches!(focus, Entry::Phone | Entry::IdNumber) {
            narrow(key)
        } else {
            key
        };
        let edit = match self.form.filling(focus) {
            Filling::Digit => return self.choose(cx, key),
            Filling::Text(field) => field.key(key),
            Filling::Picker(picker) => match picker.key(key) {
                Pick::Ignored => Edit::Ignored,
                Pick::Typing(Edit::Moved) if drops(key) && focus == Entry::Department => {
                    return self.drop_department(cx);
                }
                Pick::Typing(edit) => edit,
                Pick::Taken if focus == Entry::Department => {
                    self.add_department(cx);
                    return Outcome::Handled;
                }
                Pick::Taken => {
                    self.touched(cx);
                    return self.leave(cx, true);
                }
            },
        };
        self.after(cx, edit, words::FULL)
    }

    pub(super) fn type_paste(&mut self, cx: &Ctx, text: &str) -> Outcome {
        self.form.began.touch(cx.now);
        let edit = match self.form.filling(self.form.focus) {
            Filling::Digit => return Self::say(cx, words::SWITCH_INPUT),
            Filling::Text(field) => field.paste(text),
            Filling::Picker(picker) => picker.paste(text),
        };
        self.after(cx, edit, words::PASTE_CUT)
    }

    fn after(&mut self, cx: &Ctx, edit: Edit, full: words::Pair) -> Outcome {
        match edit {
            Edit::Ignored => Outcome::Ignored,
            Edit::Moved => Outcome::Handled,
            Edit::Changed => {
                if self.form.focus == Entry::Unit {
                    self.units.search(self.form.unit.value());
                }
                self.touched(cx);
                // Who it is follows once the digits have rested.
                if WHO.contains(&self.form.focus) {
                    Outcome::Moved
                } else {
                    Outcome::Handled
                }
            }
            Edit::Full => {
                self.touched(cx);
                Self::say(cx, full)
            }
        }
    }

    /// Something was entered: a fault told here is being mended.
    pub(super) fn touched(&mut self, cx: &Ctx) {
        self.begin_request(cx);
        let here = Some(self.form.focus);
        if self
            .fault
            .as_ref()
            .is_some_and(|fault| fault.entry.is_none() || fault.entry == here)
        {
            self.fault = None;
        }
        let plain = [
            Entry::Phone,
            Entry::Name,
            Entry::Unit,
            Entry::IdNumber,
            Entry::Address,
            Entry::Left,
            Entry::Why,
            Entry::AppointedAt,
            Entry::Place,
            Entry::Words,
            Entry::Answer,
            Entry::Question,
            Entry::Advice,
        ];
        if plain.contains(&self.form.focus) {
            self.rehearse_correction(cx);
        } else {
            self.reckon(cx);
        }
    }

    /// Gives the form an id of its own on the record.
    pub(super) fn begin_request(&mut self, cx: &Ctx) {
        if self.form.request.is_empty() {
            self.form.request = format!("{}-{}-{}", cx.me.number, cx.now.0, self.saved);
        }
    }

    pub(super) fn leave(&mut self, cx: &Ctx, forward: bool) -> Outcome {
        if WHO.contains(&self.form.focus) {
            self.look_up(cx);
        }
        if matches!(self.form.focus, Entry::Channel | Entry::Kind) {
            self.form.take_defaults();
            self.reckon(cx);
        }
        self.units.search("");
        self.form.go(forward);
        if matches!(self.form.focus, Entry::Receiver | Entry::Department) {
            self.offer_receivers(cx);
        }
        Outcome::Handled
    }

    fn take(&mut self, cx: &Ctx) -> Taking {
        let focus = self.form.focus;
        let Filling::Picker(picker) = self.form.filling(focus) else {
            return Taking::None;
        };
        let astray = picker.is_undecided();
        if !picker.take() {
            return if astray { Taking::Astray } else { Taking::None };
        }
        if focus == Entry::Department {
            self.add_department(cx);
        } else {
            self.touched(cx);
        }
        Taking::Taken
    }

    fn astray(&mut self, cx: &Ctx) -> Outcome {
        let focus = self.form.focus;
        let typed = self
            .form
            .picker(focus)
            .map_or("", |picker| picker.value().trim());
        let fault = Fault::at(focus, words::nothing_fits(cx.lang, typed));
        self.fail(fault)
    }

    fn add_department(&mut self, cx: &Ctx) {
        let department = self.form.department.id().to_owned();
        self.form.departments.push(department);
        self.form.department.clear();
        self.offer_receivers(cx);
        self.touched(cx);
    }

    fn drop_department(&mut self, cx: &Ctx) -> Outcome {
        if self.form.department.is_blank() {
            self.form.departments.pop();
            self.offer_receivers(cx);
            self.touched(cx);
        }
        Outcome::Handled
    }
}

/// Backspace in an empty field.
fn drops(key: KeyEvent) -> bool {
    key.code == KeyCode::Backspace
}

/// A digit or sign that an input method made wide, as it was meant.
fn narrow(key: KeyEvent) -> KeyEvent {
    let KeyCode::Char(wide @ '！'..='～') = key.code else {
        return key;
    };
    let plain = u32::from(wide) - u32::from('！') + u32::from('!');
    match char::from_u32(plain) {
        Some(plain) => KeyEvent {
            code: KeyCode::Char(plain),
            ..key
        },
        None => key,
    }
}
