//! Keys while a question, a sheet or the palette lies over the screen.

use crossterm::event::KeyEvent;

use super::overlay::{self, Overlay, Reading};
use super::palette::{Chosen, Palette, opener, screen_of};
use super::{After, App};
use crate::i18n::app as say;
use crate::paper::out;
use crate::tui::keymap::{self, Action, Binding, Scope};
use crate::tui::screen::{Message, Screen, Target};

impl App {
    pub(super) fn key_on_overlay(&mut self, key: KeyEvent) -> After {
        let Some(overlay) = self.overlay.take() else {
            return After::default();
        };
        match overlay {
            Overlay::Confirm(confirm, then) => match confirm.key(key) {
                Some(true) => return self.follow(*then),
                Some(false) => self.message = None,
                None => self.overlay = Some(Overlay::Confirm(confirm, then)),
            },
            Overlay::Reading(mut reading) => {
                let height = overlay::reading_height(self.size);
                match keymap::action(Scope::Paper, key, false) {
                    Some(Action::Back | Action::Help) => {}
                    Some(Action::Quit) => return self.act(Action::Quit),
                    Some(Action::Print) => {
                        let encoding = self.desk.facts().printing.encoding;
                        self.to_print = Some(out::pass_through(&reading.sheet.text, encoding));
                        self.say(Message::plain(say::PRINTED.text(self.lang)));
                    }
                    Some(Action::WriteFile) => self.write_sheet(&reading),
                    Some(action) => {
                        reading.scroll(action, height);
                        self.overlay = Some(Overlay::Reading(reading));
                    }
                    None => self.overlay = Some(Overlay::Reading(reading)),
                }
            }
            Overlay::Papers(papers) => return self.key_on_papers(papers, key),
            Overlay::WhosePin(number) => self.key_on_whose_pin(number, key),
            Overlay::Slips(sheet) => return self.key_on_slips(sheet, key),
            Overlay::Palette(mut palette) => match palette.key(key) {
                Chosen::Action(action) => return self.act(action),
                Chosen::Elsewhere(binding) => return self.act_elsewhere(binding),
                Chosen::Nothing => {}
                Chosen::NotYet => self.overlay = Some(Overlay::Palette(palette)),
            },
        }
        After::default()
    }

    /// Goes to the place of a command and carries it out; where nobody can be led, says
    /// where its key works.
    fn act_elsewhere(&mut self, binding: &Binding) -> After {
        if let Some(screen) = screen_of(binding.scope) {
            self.go(&Target::Screen(screen));
            if let Some(open) = opener(binding.scope)
                && self.scope() != binding.scope
            {
                self.act(open);
            }
            if self.scope() == binding.scope {
                return self.act(binding.action);
            }
        }
        let (place, keys) = (binding.scope.name(self.lang), binding.keys(self.lang));
        if self.message.is_none() {
            self.say(Message::plain(say::works_in(self.lang, place, &keys)));
        }
        After::default()
    }

    fn scope(&self) -> Scope {
        self.screen().map_or(Scope::Global, Screen::scope)
    }

    pub(super) fn write_sheet(&mut self, reading: &Reading) {
        let (file, text) = (&reading.sheet.file, &reading.sheet.text);
        self.write_out(file, text.as_bytes());
    }

    pub(super) fn write_out(&mut self, file: &str, bytes: &[u8]) {
        let path = self.sheets.join(file);
        let written =
            std::fs::create_dir_all(&self.sheets).and_then(|()| std::fs::write(&path, bytes));
        self.message = Some(match written {
            Ok(()) => Message::good(say::written(self.lang, path.display())),
            Err(error) => Message::bad(say::not_written(self.lang, path.display(), error)),
        });
    }

    pub(super) fn help(&self) -> Reading {
        Reading::new(overlay::help(self.lang, self.scope()))
    }

    /// Every command of the place one is at, with why it cannot be done now: as its
    /// key would say.
    pub(super) fn palette(&mut self) -> Palette {
        let lang = self.lang;
        let made = self.with(|screen, cx| {
            let barred = |action| screen.enabled(cx, action).err();
            Palette::new(lang, screen.scope(), barred)
        });
        made.unwrap_or_else(|| Palette::new(lang, Scope::Global, |_| None))
    }
}
